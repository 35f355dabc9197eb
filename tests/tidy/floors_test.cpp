// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

// The house has floors: each file includes files of its own floor and of floors below, and no circle.

namespace pmsite::tidy {
namespace {

constexpr std::array<std::string_view, 12> kFloors = {"base",  "model",  "engine", "prose",    "read", "check",
                                                      "review", "site", "render", "pipeline", "cli",  "main"};

/// Counted from the ground; kFloors.size() for a folder that is no floor.
std::size_t height(const std::string& path) {
  return static_cast<std::size_t>(std::find(kFloors.begin(), kFloors.end(), floor_of(path)) -
                                  kFloors.begin());
}

Problems upward_includes(const std::vector<SourceFile>& files) {
  std::set<std::string> known;
  for (const auto& file : files) known.insert(file.path);
  Problems problems;
  for (const auto& file : files) {
    if (height(file.path) == kFloors.size())
      add(problems, file, 1,
          "`" + floor_of(file.path) +
              "` is not a floor; put the file on one, or add the floor to tests/tidy/floors_test.cpp");
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const auto target = included(file.lines[i], '"', '"');
      if (target.empty()) continue;
      if (!known.contains(target)) {
        add(problems, file, i + 1, "there is no generator/" + target + "; write the path below generator/");
      } else if (height(target) > height(file.path)) {
        add(problems, file, i + 1,
            "includes " + target + ", which is on a higher floor; move what is needed down");
      }
    }
  }
  return problems;
}

/// Follows includes and notices when it comes back to a file it is inside of.
class CircleFinder {
 public:
  explicit CircleFinder(const std::vector<SourceFile>& files) {
    for (const auto& file : files) files_.emplace(file.path, &file);
  }

  Problems find() {
    for (const auto& [path, file] : files_) visit(path);
    return problems_;
  }

 private:
  void visit(const std::string& path) {
    const auto found = files_.find(path);
    if (found == files_.end() || done_.contains(path)) return;
    open_.push_back(path);
    const SourceFile& file = *found->second;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const auto target = included(file.lines[i], '"', '"');
      if (target.empty()) continue;
      if (std::find(open_.begin(), open_.end(), target) != open_.end()) {
        add(problems_, file, i + 1,
            "includes " + target + ", which includes this file again; split one of them");
      } else {
        visit(target);
      }
    }
    open_.pop_back();
    done_.insert(path);
  }

  std::map<std::string, const SourceFile*> files_;
  std::vector<std::string> open_;
  std::set<std::string> done_;
  Problems problems_;
};

}  // namespace

TEST_CASE("no file includes a file of a higher floor") {
  CHECK(list(upward_includes(generator_sources())) == "");
}

TEST_CASE("no files include each other in a circle") {
  CHECK(list(CircleFinder(generator_sources()).find()) == "");
}

TEST_CASE("an include that runs upwards, or to nowhere, is named with its line") {
  CHECK(
      list(upward_includes({source_file("base/a.cpp", "//\n#include \"read/b.hpp\"\n"),
                            source_file("read/b.hpp", "#include \"base/none.hpp\"\n#include <vector>\n")})) ==
      "generator/base/a.cpp:2: includes read/b.hpp, which is on a higher floor; move what is needed down\n"
      "generator/read/b.hpp:1: there is no generator/base/none.hpp; write the path below generator/");
}

TEST_CASE("a folder that is no floor is named") {
  CHECK(list(upward_includes({source_file("utils/a.cpp", "")}))
            .starts_with("generator/utils/a.cpp:1: `utils` is not a floor"));
}

TEST_CASE("includes of the own floor and of lower ones are fine") {
  CHECK(list(upward_includes({source_file("main.cpp", "#include \"cli/a.hpp\"\n"),
                              source_file("cli/a.hpp", "#include \"cli/b.hpp\"\n"),
                              source_file("cli/b.hpp", "#include \"base/c.hpp\"\n"),
                              source_file("base/c.hpp", "")})) == "");
}

TEST_CASE("a circle is named where it closes") {
  CHECK(list(CircleFinder({source_file("base/a.hpp", "#include \"base/b.hpp\"\n"),
                           source_file("base/b.hpp", "\n#include \"base/c.hpp\"\n"),
                           source_file("base/c.hpp", "\n\n#include \"base/a.hpp\"\n"),
                           source_file("base/d.hpp", "#include \"base/a.hpp\"\n")})
                 .find()) ==
        "generator/base/c.hpp:3: includes base/a.hpp, which includes this file again; split one of them");
}

}  // namespace pmsite::tidy
