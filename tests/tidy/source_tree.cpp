// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace pmsite::tidy {
namespace {

namespace fs = std::filesystem;

/// Blanks comments and the insides of quotes out; line ends stay where they are.
class Blanker {
 public:
  explicit Blanker(const std::string& text) : text_(text), code_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return code_;
  }

 private:
  void step() {
    const bool in_word = at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1]));
    if (text_.compare(at_, 2, "//") == 0) {
      blank_to(text_.find('\n', at_));
    } else if (text_.compare(at_, 2, "/*") == 0) {
      blank_behind("*/", at_ + 2);
    } else if (text_.compare(at_, 2, "R\"") == 0 && !in_word) {
      const auto open = text_.find('(', at_);
      blank_behind(")" + text_.substr(at_ + 2, open - at_ - 2) + "\"", open);
    } else if (text_[at_] == '"' || (text_[at_] == '\'' && !in_word)) {
      skip_quoted(text_[at_]);
    } else {
      ++at_;
    }
  }

  void blank_to(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_)
      if (text_[at_] != '\n') code_[at_] = ' ';
  }

  void blank_behind(const std::string& mark, std::size_t from) {
    const auto found = text_.find(mark, from);
    blank_to(found == std::string::npos ? text_.size() : found + mark.size());
  }

  /// The quotes stay, so that an #include can be read.
  void skip_quoted(char quote) {
    for (++at_; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_) {
      code_[at_] = ' ';
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) code_[++at_] = ' ';
    }
    ++at_;
  }

  const std::string& text_;
  std::string code_;
  std::size_t at_ = 0;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<SourceFile> read_tree() {
  const fs::path root = fs::path(PMSITE_SOURCE_FOLDER) / "generator";
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files.push_back(source_file(entry.path().lexically_relative(root).generic_string(), text.str()));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace

SourceFile source_file(std::string path, const std::string& text) {
  return {std::move(path), lines_of(text), lines_of(Blanker(text).run())};
}

const std::vector<SourceFile>& generator_sources() {
  static const std::vector<SourceFile> kFiles = read_tree();
  return kFiles;
}

void add(Problems& problems, const SourceFile& file, std::size_t line, const std::string& message) {
  problems.push_back("generator/" + file.path + ":" + std::to_string(line) + ": " + message);
}

std::string list(const Problems& problems) {
  std::string all;
  for (const auto& problem : problems) all += (all.empty() ? "" : "\n") + problem;
  return all;
}

std::string floor_of(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? path.substr(0, path.find('.')) : path.substr(0, slash);
}

std::string included(const std::string& line, char open, char close) {
  if (!line.starts_with("#include ")) return {};
  const auto begin = line.find(open), end = line.find(close, begin + 1);
  return begin == std::string::npos || end == std::string::npos ? std::string()
                                                                : line.substr(begin + 1, end - begin - 1);
}

}  // namespace pmsite::tidy
