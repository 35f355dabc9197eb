// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "corpus/labels.hpp"
#include "corpus/score.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

// How well `review` reads postmortems as people write them. The samples are ours, made in the manner of real
// ones. The real ones are not ours to keep: labels.jsonl holds verdicts and line numbers made by hand, and
// PMSITE_CORPUS names the folder that has their texts (`./dev measure FOLDER`).

using namespace pmsite;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = source_folder() / "tests/corpus";

std::string bytes_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Reviews every labelled file of `folder`, and holds the verdicts to what a reviewer could rely on.
void measure(const std::vector<Label>& labels, const fs::path& folder) {
  Score score;
  for (const auto& label : labels) {
    const fs::path path = folder / label.file;
    REQUIRE_MESSAGE(fs::exists(path), path.string());
    score.add(label, review_file(label.file, bytes_of(path), *find_profile("alx")));
  }
  INFO(score.report());
  CHECK(score.macro_f1_met() >= 0.95);
  CHECK(score.macro_f1_not_met() >= 0.85);
  CHECK(score.exact_entries() >= 0.9);
  CHECK(score.wrong_moments() == 0);
}

}  // namespace

TEST_CASE("each label answers all requirements") {
  for (const auto* name : {"labels.jsonl", "samples.jsonl"}) {
    const auto labels = read_labels(kFolder / name);
    CHECK(labels.size() >= 36);
    for (const auto& label : labels) {
      CAPTURE(label.file);
      for (const auto& requirement : requirements()) CHECK(label.met.contains(std::string(requirement.id)));
      CHECK(label.met.size() == requirements().size());
    }
  }
}

TEST_CASE("the score counts what it should") {
  Tally tally;
  tally.add(true, true);
  tally.add(true, true);
  tally.add(true, false);
  tally.add(false, false);
  tally.add(false, true);
  CHECK(tally.f1_met() == doctest::Approx(2.0 / 3));
  CHECK(tally.f1_not_met() == doctest::Approx(0.5));
  CHECK(Tally{}.f1_met() == 1);
}

TEST_CASE("review reads our samples as a person does") {
  measure(read_labels(kFolder / "samples.jsonl"), kFolder);
}

TEST_CASE("review reads real postmortems as a person does") {
  if (const char* folder = std::getenv("PMSITE_CORPUS")) {
    measure(read_labels(kFolder / "labels.jsonl"), folder);
  } else {
    MESSAGE("not measured: PMSITE_CORPUS does not name the folder of the labelled texts");
  }
}
