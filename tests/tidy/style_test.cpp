// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>

// What every file has in common, beyond what clang-format and clang-tidy look after.

namespace pmsite::tidy {
namespace {

constexpr std::string_view kLicence = "// SPDX-License-Identifier: MIT";

/// Whether a note stands in the line as a word of its own: mkstemp() wants a file name with six of the
/// letter.
bool holds_word(const std::string& line, const std::string& word) {
  const auto is_letter = [&line](std::size_t i) {
    return i < line.size() && std::isalnum(static_cast<unsigned char>(line[i]));
  };
  for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + 1))
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  return false;
}

bool has_line(const SourceFile& file, std::string_view wanted) {
  return std::find(file.lines.begin(), file.lines.end(), wanted) != file.lines.end();
}

Problems untidy(const std::vector<SourceFile>& files) {
  Problems problems;
  // Put together here, or this file would hold what it forbids.
  const std::array<std::string, 3> notes = {std::string("TO") + "DO", std::string("FIX") + "ME",
                                            std::string("XX") + "X"};
  for (const auto& file : files) {
    if (file.lines.empty() || file.lines[0] != kLicence)
      add(problems, file, 1, "begin the file with `" + std::string(kLicence) + "`");
    if (file.path.ends_with(".hpp") && !has_line(file, "#pragma once"))
      add(problems, file, 2, "add `#pragma once`");
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      for (const auto& note : notes)
        if (holds_word(file.lines[i], note))
          add(problems, file, i + 1, "holds `" + note + "`; do it now, or open an issue");
  }
  return problems;
}

}  // namespace

TEST_CASE("each file names its licence, each header guards itself, and nothing is left for later") {
  CHECK(generator_sources().size() > 50);
  CHECK(list(untidy(generator_sources())) == "");
}

TEST_CASE("what is missing from a file is named") {
  CHECK(list(untidy({source_file("base/a.hpp", "#include <vector>\n")})) ==
        "generator/base/a.hpp:1: begin the file with `// SPDX-License-Identifier: "
        "MIT`\ngenerator/base/a.hpp:2: add `#pragma once`");
  CHECK(list(untidy({source_file("base/a.cpp", "")})) ==
        "generator/base/a.cpp:1: begin the file with `// SPDX-License-Identifier: MIT`");
}

TEST_CASE("a note for later is named with its line") {
  const std::string note = std::string("TO") + "DO";
  CHECK(list(untidy({source_file("base/a.cpp", std::string(kLicence) + "\n// " + note + ": think\n")})) ==
        "generator/base/a.cpp:2: holds `" + note + "`; do it now, or open an issue");
}

TEST_CASE("a note inside of a word is none") {
  const std::string name = std::string("pmsite-XX") + "XXXX";
  CHECK(list(untidy({source_file("base/a.cpp", std::string(kLicence) + "\nmkstemp(\"" + name + "\");\n")})) ==
        "");
}

}  // namespace pmsite::tidy
