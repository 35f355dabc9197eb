// SPDX-License-Identifier: MIT
#include "read/front_matter_members.hpp"

#include "engine/yaml.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <string>

// The faults of each key inside of others are tested in front_matter_test.cpp and schema/.

namespace pmsite {
namespace {

struct Reading {
  Postmortem post;
  Diagnostics diagnostics;
};

/// Reads the value behind the only key of `facts`.
template <class Read> Reading read(std::string_view facts, const Read& read_member) {
  Reading reading;
  const FileReporter reporter("x.md", reading.diagnostics);
  const auto map = yaml::parse(facts, 2, reporter);
  REQUIRE(map);
  read_member(FieldReader(reporter), map->entries.at(0), reading.post);
  return reading;
}

std::string names(std::span<const Key> keys) {
  std::string text;
  for (const auto& key : keys) text += (text.empty() ? "" : " ") + std::string(key.name);
  return text;
}

}  // namespace

TEST_CASE("each key that holds keys has a closed list of them") {
  CHECK(names(impact_keys()) == "users_percent reason symptoms users requests_failed regions data_loss");
  CHECK(names(root_cause_keys()) == "category text");
  CHECK(names(misleading_paths_keys()) == "none");
  CHECK(names(reviewers_keys()) == "name decision at");
  CHECK(names(related_keys()) == "post as note");
  CHECK(names(sources_keys()) == "title url archive_url");
  CHECK(names(corrections_keys()) == "at text");
}

TEST_CASE("a reason counts where the share is unknown, and is read in any case") {
  const auto impact = [](const std::string& share, const std::string& reason) {
    return read("impact: {users_percent: " + share + ", symptoms: s, reason: " + reason + "}", read_impact);
  };
  CHECK(impact("unknown", "lost").post.impact.users_percent.unknown_reason == "lost");
  CHECK(impact("\"unknown\"", "lost").post.impact.users_percent.unknown_reason == "lost");
  CHECK(impact("37", "lost").post.impact.users_percent.unknown_reason == "");
  CHECK(faults(impact("37", "lost").diagnostics) == "");
  CHECK(faults(impact("37", "[lost]").diagnostics) ==
        "2:50 field-type: `reason` holds a list; text is wanted");
  CHECK(faults(impact("unknown", "~").diagnostics) == "2:47 field-type: `reason` has no value");
}

TEST_CASE("what is not whole in a list is left out, and the rest is kept") {
  const auto reviewers = read(
      "reviewers: [{name: A, decision: approved, at: 2026-03-06}, {name: B}, "
      "{name: C, decision: approved, at: 2026-03-07}]",
      read_reviewers);
  REQUIRE(reviewers.post.reviews.size() == 2);
  CHECK(reviewers.post.reviews[1].name == "C");
  CHECK(read("related: [{post: a}, {post: b, as: caused_by}]", read_related).post.related.size() == 1);
  CHECK(read("sources: [{title: a}, {title: b, url: \"https://e.org\"}]", read_sources).post.sources.size() ==
        1);
  CHECK(read("corrections: [{at: 2026-03-09}, {at: 2026-03-09, text: a}]", read_corrections)
            .post.corrections.size() == 1);
}

TEST_CASE("what should be a map or a list of maps and is not is one fault") {
  CHECK(faults(read("impact: 37", read_impact).diagnostics) ==
        "2:9 field-type: `impact` holds a single value; a map such as {key: value} is wanted");
  CHECK(faults(read("related: other", read_related).diagnostics) ==
        "2:10 field-type: `related` holds a single value; a list of maps such as [{key: value}] is wanted");
}

}  // namespace pmsite
