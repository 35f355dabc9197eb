// SPDX-License-Identifier: MIT
#include "read/front_matter.hpp"

#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/front_matter_fields.hpp"
#include "read/reading_rules.hpp"

#include <algorithm>

namespace pmsite {

std::vector<std::string_view> front_matter_keys() {
  std::vector<std::string_view> keys;
  for (const auto& key : front_matter_fields()) keys.push_back(key.name);
  return keys;
}

SplitFile split_file(const SourceText& source, const FileReporter& reporter) {
  const std::string_view text = source.text;
  const auto is_fence = [](std::string_view line) { return line.starts_with("---") && trim(line) == "---"; };
  SplitFile file{false, {}, text, 1};
  const auto first_end = std::min(text.find('\n'), text.size());
  if (!is_fence(text.substr(0, first_end))) {
    const bool toml = text.starts_with("+++");
    reporter.report(
        kFrontMatterMissing, span_on_line(1, 1, first_end),
        toml ? "the front matter is TOML; pmsite reads YAML" : "the file does not begin with front matter",
        "begin the file with a line `---`, the facts as YAML, and another line `---`");
    return file;
  }
  file.has_front_matter = true;
  const auto begin = std::min(first_end + 1, text.size());
  int line = 2;
  for (auto at = begin; at < text.size(); ++line) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (is_fence(text.substr(at, end - at))) {
      file.front_matter = text.substr(begin, at - begin);
      file.body = text.substr(std::min(end + 1, text.size()));
      file.body_line = line + 1;
      return file;
    }
    at = end + 1;
  }
  reporter.report(kFrontMatterUnclosed, span_on_line(1, 1, 3),
                  "the front matter that begins here is never closed", "end it with a line `---`");
  file.has_front_matter = false;  // what is in it cannot be told from the body
  file.body = {};
  return file;
}

void read_front_matter(const yaml::Value& map, Postmortem& post, const FileReporter& reporter) {
  read_fields(FieldReader(reporter), map, post);
}

}  // namespace pmsite
