// SPDX-License-Identifier: MIT
#include "read/front_matter_fields.hpp"

#include "engine/yaml.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

// What each key is read into is tested in front_matter_test.cpp.

namespace pmsite {
namespace {

/// Every key, with those inside of others.
std::vector<const Key*> all_keys() {
  std::vector<const Key*> keys;
  for (const auto& key : front_matter_fields()) {
    keys.push_back(&key);
    if (key.members != nullptr)
      for (const auto& member : key.members()) keys.push_back(&member);
  }
  return keys;
}

std::string faults_of(std::string_view facts) {
  Diagnostics diagnostics;
  const FileReporter reporter("x.md", diagnostics);
  const auto map = yaml::parse(facts, 2, reporter);
  REQUIRE(map);
  Postmortem post;
  post.front_matter = span_on_line(1, 1, 3);
  read_fields(FieldReader(reporter), *map, post);
  return faults(diagnostics);
}

}  // namespace

TEST_CASE("each key has a description, and what its shape asks for") {
  CHECK(all_keys().size() > 40);
  for (const auto* key : all_keys()) {
    CAPTURE(std::string(key->name));
    CHECK(key->description.ends_with('.'));
    CHECK((key->shape == Shape::word) == (key->words != nullptr));
    CHECK((key->shape == Shape::map || key->shape == Shape::maps) == (key->members != nullptr));
    CHECK((key->shape == Shape::number) == (key->most > 0));
    CHECK(key->longest > 0);
  }
}

TEST_CASE("a key that is needed has an example that begins with its name") {
  for (const auto* key : all_keys()) {
    CAPTURE(std::string(key->name));
    CHECK((key->needed == Needed::no) == key->example.empty());
    if (!key->example.empty()) CHECK(key->example.starts_with(std::string(key->name) + ": "));
  }
}

TEST_CASE("no key stands in the table twice") {
  std::set<std::string_view> names;
  for (const auto& key : front_matter_fields()) CHECK(names.insert(key.name).second);
}

TEST_CASE("every needed key is missed, the end of the incident too unless it is a draft") {
  CHECK(faults_of("x-a: b") ==
        "1:1 missing-key: `authors` is missing\n1:1 missing-key: `detection` is missing\n"
        "1:1 missing-key: `impact` is missing\n1:1 missing-key: `resolved_at` is missing\n"
        "1:1 missing-key: `root_cause` is missing\n1:1 missing-key: `services` is missing\n"
        "1:1 missing-key: `severity` is missing\n1:1 missing-key: `started_at` is missing\n"
        "1:1 missing-key: `title` is missing");
  CHECK(faults_of("status: draft").find("resolved_at") == std::string::npos);
  CHECK(faults_of("status: in_review").find("resolved_at") != std::string::npos);
}

}  // namespace pmsite
