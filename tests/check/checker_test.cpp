// SPDX-License-Identifier: MIT
#include "check/checker.hpp"

#include "support/sample_site.hpp"

#include <algorithm>
#include <set>

namespace pmsite {
namespace {

std::string all_faults(const Content& content, int jobs = 1) {
  Diagnostics diagnostics;
  check_content(content, sample_now(), jobs, diagnostics);
  return faults(diagnostics);
}

bool is_kebab_case(std::string_view id) {
  return !id.empty() && id.front() != '-' && id.back() != '-' && id.find("--") == std::string_view::npos &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

}  // namespace

TEST_CASE("the sample post is read and checked without a fault") {
  Diagnostics diagnostics;
  read_post(std::string(kSampleFile), kSamplePost, diagnostics);
  CHECK(faults(diagnostics) == "");
  CHECK(all_faults(sample_site()) == "");
}

TEST_CASE("a site without posts has nothing wrong") { CHECK(all_faults(Content()) == ""); }

TEST_CASE("the profile of the post comes before that of the site") {
  Content content = sample_site();
  content.config.profile = "sre";
  CHECK(all_faults(content) == "");
  content.posts[0].profile.reset();
  CHECK(all_faults(content).find("section-missing: profile `sre` wants a section `Impact`") !=
        std::string::npos);
}

TEST_CASE("a profile that does not exist leaves the site's in force") {
  Content content = sample_site(sample_with("profile: learning", "profile: lerning"));
  content.config.profile = "learning";
  CHECK(all_faults(content) == "12:10 profile-unknown: `lerning` is not a profile");
}

TEST_CASE("without any profile the default one is in force") {
  Content content = sample_site(sample_with("profile: learning\n", ""));
  content.config.profile = "no such profile";
  CHECK(all_faults(content).find("word-count: the body has ") != std::string::npos);
}

TEST_CASE("a post whose facts could not be read is not checked once more") {
  CHECK(all_faults(sample_site(sample_with("title:", "title: \"open"))) == "");
  CHECK(all_faults(sample_site("# A story\n\nwithout facts\n")) == "");
}

TEST_CASE("any number of threads reports the same") {
  Content content;
  for (int i = 0; i < 40; ++i) {
    Diagnostics ignored;
    content.posts.push_back(read_post("content/posts/2026-03-04-p" + std::to_string(i) + ".md",
                                      sample_with("SEV2", i % 2 == 0 ? "SEV9" : "SEV2"), ignored));
  }
  const std::string alone = all_faults(content, 1);
  CHECK(std::count(alone.begin(), alone.end(), '\n') == 59);
  CHECK(all_faults(content, 4) == alone);
}

TEST_CASE("a fault is reported in the file that holds it") {
  Diagnostics diagnostics;
  check_content(sample_site(sample_with("SEV2", "SEV9")), sample_now(), 1, diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].file == kSampleFile);
}

TEST_CASE("the rules are sorted by id, and each id is there once") {
  std::set<std::string_view> ids;
  std::string_view before;
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    CHECK(before < rule->id);
    before = rule->id;
    ids.insert(rule->id);
  }
  CHECK(ids.size() == all_rules().size());
  CHECK(ids.contains("timeline-order"));
  CHECK(ids.contains("yaml-syntax"));
  CHECK(ids.contains("address-taken"));
}

TEST_CASE("each rule has a name in kebab-case and says in one sentence why it is there") {
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    CHECK(is_kebab_case(rule->id));
    CHECK(rule->why.size() > 20);
    CHECK(rule->why.ends_with('.'));
    CHECK((rule->why.front() >= 'A' && rule->why.front() <= 'Z'));
  }
}

}  // namespace pmsite
