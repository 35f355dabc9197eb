// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

// Foreign types stop in one file a library, so that a library can be replaced, and its faults looked for, in
// one place.

namespace pmsite::tidy {
namespace {

struct Library {
  std::string_view header;  ///< how its headers begin
  std::string_view place;   ///< how the paths begin that may include them; empty for every file
};

constexpr std::array kLibraries = {
    Library{"fmt/", ""},
    Library{"yaml-cpp/", "engine/yaml.cpp"},
    Library{"cmark-gfm", "engine/markdown.cpp"},
    Library{"graphviz/", "engine/graphviz"},
    Library{"gvc.h", "engine/graphviz"},
    Library{"gvc.h", "engine/svg_renderer.cpp"},
    Library{"gvplugin", "engine/graphviz"},
    Library{"gvplugin", "engine/svg_renderer.cpp"},
    Library{"cgraph.h", "engine/graphviz"},
    Library{"cgraph.h", "engine/svg_renderer.cpp"},
    Library{"kainjow/", "engine/templates.cpp"},
    Library{"nlohmann/", "engine/json.cpp"},
    Library{"xxhash.h", "engine/hash.cpp"},
    Library{"ft2build.h", "engine/typeface.cpp"},
    Library{"png.h", "engine/png.cpp"},
    Library{"CLI/", "cli/options.cpp"},
};

/// Of the operating system and the compiler; which file may do what with it is not decided by headers.
constexpr std::array<std::string_view, 15> kSystemHeaders = {
    "arpa/inet.h", "dirent.h", "elf.h",   "errno.h",    "fcntl.h", "link.h",    "netinet/in.h", "poll.h",
    "signal.h",    "spawn.h",  "stdio.h", "sanitizer/", "sys/",    "termios.h", "unistd.h"};

bool is_standard(const std::string& header) {
  return header.find('.') == std::string::npos && header.find('/') == std::string::npos;
}

bool is_of_system(const std::string& header) {
  return std::any_of(kSystemHeaders.begin(), kSystemHeaders.end(), [&](std::string_view known) {
    return known.ends_with('/') ? header.starts_with(known) : header == known;
  });
}

/// What is wrong with including `header` in the file `path`; empty for nothing.
std::string judge(const std::string& header, const std::string& path) {
  if (is_standard(header) || is_of_system(header)) return {};
  std::string places;
  for (const auto& library : kLibraries) {
    if (!header.starts_with(library.header)) continue;
    // A header keeps foreign types in no place at all: whoever includes it sees them.
    if (library.place.empty() || (path.starts_with(library.place) && path.ends_with(".cpp"))) return {};
    places += (places.empty() ? "" : " and ") + std::string(library.place);
  }
  if (places.empty())
    return "<" + header +
           "> is of no known library; decide in tests/tidy/libraries_test.cpp where it may be used";
  return "<" + header + "> belongs in " + places + " only; go through its header";
}

Problems misplaced_libraries(const std::vector<SourceFile>& files) {
  Problems problems;
  for (const auto& file : files)
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const auto header = included(file.lines[i], '<', '>');
      if (header.empty()) continue;
      const auto judgement = judge(header, file.path);
      if (!judgement.empty()) add(problems, file, i + 1, judgement);
    }
  return problems;
}

}  // namespace

TEST_CASE("each library is used in its own file only") {
  CHECK(list(misplaced_libraries(generator_sources())) == "");
}

TEST_CASE("a library outside of its file is named with its line") {
  CHECK(list(misplaced_libraries(
            {source_file("read/a.cpp", "#include <vector>\n#include <yaml-cpp/yaml.h>\n")})) ==
        "generator/read/a.cpp:2: <yaml-cpp/yaml.h> belongs in engine/yaml.cpp only; go through its header");
  CHECK(list(misplaced_libraries({source_file("engine/markdown.cpp", "#include <gvc.h>\n")})) ==
        "generator/engine/markdown.cpp:1: <gvc.h> belongs in engine/graphviz and engine/svg_renderer.cpp "
        "only; go through its "
        "header");
}

TEST_CASE("a header that lets a library through is named") {
  CHECK(list(misplaced_libraries({source_file("engine/graphviz.hpp", "#include <cgraph.h>\n")})) != "");
}

TEST_CASE("a library that nobody decided about is named") {
  CHECK(list(misplaced_libraries({source_file("base/a.cpp", "#include <boost/regex.hpp>\n")})) ==
        "generator/base/a.cpp:1: <boost/regex.hpp> is of no known library; decide in "
        "tests/tidy/libraries_test.cpp where it may be "
        "used");
}

TEST_CASE("the standard library, the system and fmt may be used everywhere") {
  CHECK(
      list(misplaced_libraries({source_file("base/a.hpp",
                                            "#include <vector>\n#include <sys/stat.h>\n#include <unistd.h>\n"
                                            "#include <fmt/format.h>\n")})) == "");
}

}  // namespace pmsite::tidy
