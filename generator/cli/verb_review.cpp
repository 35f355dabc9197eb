// SPDX-License-Identifier: MIT
#include "cli/verb_review.hpp"

#include "base/file.hpp"
#include "base/source.hpp"
#include "cli/review_printer.hpp"
#include "engine/json.hpp"
#include "read/config_reader.hpp"
#include "read/content_reader.hpp"
#include "review/sheet.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace pmsite {
namespace {

/// The profile asked for, else the site's, else the default one.
const Profile& profile_for(const Options& options) {
  std::string name = options.profile;
  if (name.empty()) {
    Diagnostics ignored;  // `check` reports what is wrong with the configuration
    const auto bytes = read_file(options.root, kConfigFile, kLargestPost);
    if (bytes) name = read_config(std::string(kConfigFile), *bytes, ignored).profile;
  }
  const Profile* profile = find_profile(name);
  return profile != nullptr ? *profile : *find_profile(kDefaultProfile);
}

Value sheet_values(const std::vector<ReviewSheet>& sheets) {
  Value::List list;
  for (const auto& sheet : sheets) list.push_back(sheet_value(sheet));
  return list;
}

}  // namespace

int run_review(const Options& options, const Environment& environment, std::ostream& out,
               std::ostream& error) {
  if (options.format != Format::human && options.format != Format::json) {
    error << "error: a review is for people or as JSON\n  = help: use --format human or json\n";
    return exit_status::kUsage;
  }
  const Profile& profile = profile_for(options);
  std::vector<ReviewSheet> sheets;
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    const auto bytes = read_file(options.root, options.files[i], kLargestPost);
    if (!bytes) {
      error << "error: " << printable(options.file_names[i]) << ": " << printable(bytes.error().message)
            << "\n";
      return exit_status::kSystem;
    }
    sheets.push_back(review_file(options.file_names[i], *bytes, profile));
  }
  if (options.format == Format::json) {
    out << to_pretty_json(sheet_values(sheets));
  } else {
    const Coloring coloring = coloring_of(options, environment, Stream::out);
    for (std::size_t i = 0; i < sheets.size(); ++i)
      out << (i == 0 ? "" : "\n") << format_sheet(sheets[i], coloring);
  }
  const bool all_met = std::all_of(sheets.begin(), sheets.end(), [](const ReviewSheet& sheet) {
    return sheet.required_met() == sheet.required();
  });
  return options.strict && !all_met ? exit_status::kContentErrors : exit_status::kDone;
}

}  // namespace pmsite
