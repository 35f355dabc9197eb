// SPDX-License-Identifier: MIT
#include "support/golden.hpp"
#include "support/run.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

// Each folder of tests/sites is a site that tells a story, with what a build of it must write in `expected/`.

using namespace pmsite;

namespace {

namespace fs = std::filesystem;

std::set<fs::path> stories() {
  std::set<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(source_folder() / "tests/sites"))
    if (entry.is_directory()) folders.insert(entry.path());
  return folders;
}

FileTree build(const fs::path& site, Run& run) {
  const TemporaryFolder folder;
  const auto output = folder.path() / "public";
  run = run_inside(site, {"build", "--no-cache", "-C", site.string(), "-o", output.string()});
  FileTree tree = read_tree(output);
  // The theme's files and their fingerprints are the same for every site, and the theme has tests of its own.
  std::erase_if(
      tree, [](const auto& file) { return file.first.starts_with("theme/") || file.first.starts_with("."); });
  // Letters are drawn as the FreeType of the machine draws them, and cards have tests of their own.
  constexpr std::size_t kSignature = 8;
  for (auto& [path, bytes] : tree)
    if (path.ends_with("card.png")) bytes.resize(std::min(bytes.size(), kSignature));
  return tree;
}

}  // namespace

TEST_CASE("a site builds into exactly the files that are expected of it") {
  for (const auto& site : stories()) {
    CAPTURE(site.string());
    Run run;
    const auto made = build(site, run);
    CHECK_MESSAGE(run.status == 0, run.error);
    check_tree(made, site / "expected");
  }
}

TEST_CASE("the demo blog builds without an error or a warning") {
  Run run;
  const auto made = build(source_folder(), run);
  CHECK_MESSAGE(run.status == 0, run.error);
  CHECK_MESSAGE(std::count(run.error.begin(), run.error.end(), '\n') == 1, run.error);
  CHECK(made.contains("index.html"));
}
