// SPDX-License-Identifier: MIT
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

bool updates_golden() {
  const char* value = std::getenv("UPDATE_GOLDEN");
  return value != nullptr && std::string(value) == "1";
}

std::string read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The first line on which two texts differ, for a message that fits the screen.
std::string first_difference(const std::string& made, const std::string& expected) {
  std::size_t at = 0, line_begin = 0, line = 1;
  while (at < made.size() && at < expected.size() && made[at] == expected[at]) {
    if (made[at] == '\n') {
      ++line;
      line_begin = at + 1;
    }
    ++at;
  }
  const auto line_of = [line_begin](const std::string& text) {
    const auto begin = std::min(line_begin, text.size());
    return text.substr(begin, text.find('\n', begin) - begin).substr(0, 400);
  };
  return "line " + std::to_string(line) + "\n  made:     " + line_of(made) +
         "\n  expected: " + line_of(expected);
}

}  // namespace

fs::path source_folder() { return PMSITE_SOURCE_FOLDER; }

FileTree read_tree(const fs::path& folder) {
  FileTree tree;
  if (!fs::exists(folder)) return tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      tree[entry.path().lexically_relative(folder).generic_string()] = read_bytes(entry.path());
  return tree;
}

void check_tree(const FileTree& made, const fs::path& expected) {
  if (updates_golden()) {
    fs::remove_all(expected);
    for (const auto& [path, bytes] : made) write_bytes(expected / path, bytes);
  }
  const FileTree kept = read_tree(expected);
  for (const auto& [path, bytes] : made) {
    CAPTURE(path);
    const auto found = kept.find(path);
    CHECK_MESSAGE(found != kept.end(), "a file that is not expected: ", path);
    if (found != kept.end() && bytes != found->second)
      FAIL_CHECK(path, " differs on ", first_difference(bytes, found->second));
  }
  for (const auto& [path, bytes] : kept)
    CHECK_MESSAGE(made.contains(path), "an expected file was not made: ", path);
}

void check_text(const std::string& made, const fs::path& expected) {
  if (updates_golden()) write_bytes(expected, made);
  const std::string kept = read_bytes(expected);
  if (made != kept)
    FAIL_CHECK(expected.string(), " differs on ", first_difference(made, kept), "\nwhole text made:\n", made);
}

}  // namespace pmsite
