// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace pmsite::tidy {

/// One source file of the generator.
struct SourceFile {
  std::string path;                ///< below generator/: "read/timeline.cpp"
  std::vector<std::string> lines;  ///< as written
  std::vector<std::string> code;   ///< the same lines without comments and without what is inside quotes
};

SourceFile source_file(std::string path, const std::string& text);

/// Every .cpp and .hpp below generator/, sorted by path.
const std::vector<SourceFile>& generator_sources();

/// What is wrong, each with "generator/FILE:LINE: " and what to do about it.
using Problems = std::vector<std::string>;

void add(Problems& problems, const SourceFile& file, std::size_t line, const std::string& message);

/// The problems, one a line: empty where the house is tidy.
std::string list(const Problems& problems);

/// "read" of "read/timeline.cpp"; "main" of "main.cpp".
std::string floor_of(const std::string& path);

/// What stands between `open` and `close` of an #include line; empty for every other line.
std::string included(const std::string& line, char open, char close);

}  // namespace pmsite::tidy
