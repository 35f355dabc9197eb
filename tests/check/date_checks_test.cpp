// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// The sample under another file name.
std::string found_in_file(std::string_view rule, std::string_view name, std::string_view text = kSamplePost) {
  Content content = sample_site();
  Diagnostics ignored;
  content.posts[0] = read_post("content/posts/" + std::string(name), text, ignored);
  return found(rule, content);
}

std::string published(std::string_view date) {
  return sample_with("profile:", "published_at: " + std::string(date) + "\nprofile:");
}

/// The sample, and this entry behind its last, on line 31.
std::string with_entry(std::string_view entry) {
  return sample_with("`checkout: ok`\n", "`checkout: ok`\n" + std::string(entry) + "\n");
}

}  // namespace

TEST_CASE("nothing that is told lies in the future") {
  CHECK(found("date-future", kSamplePost) == "");
  // The site is checked for 2026-04-01T00:00Z.
  CHECK(found("date-future", with_entry("- 2026-04-02 01:00 CET - x")) == "");
  CHECK(found("date-future", with_entry("- 2026-04-02 02:01 CEST - x\n- 2026-04-03 03:00 CEST - y")) ==
        "31:3 date-future: the entry is in the future: 2026-04-02 -> did you mean 2025-04-02?");
  CHECK(found("date-future", sample_with("at: 2026-03-06", "at: 2027-03-06")) ==
        "15:13 date-future: the review is in the future: 2027-03-06 -> did you mean 2026-03-06?");
  CHECK(found("date-future", sample_with("done 2026-03-06", "done 2026-12-31"))
            .starts_with("45:1 date-future: the day on which this was done is in the future: 2026-12-31"));
}

TEST_CASE("an incident in the future is told once, with the year that may be meant") {
  const std::string later = sample_with("started_at: 2026", "started_at: 2062");
  CHECK(found("date-future", later) ==
        "3:13 date-future: `started_at` is in the future: 2062-03-04 -> did you mean 2026-03-04?");
  CHECK(found("date-future", changed(later, "resolved_at: 2026", "resolved_at: 2062"))
            .find("4:14 date-future") != std::string::npos);
}

TEST_CASE("what is due lies in the future, and may") {
  CHECK(found("date-future", sample_with("due 2026-06-30", "due 2199-06-30")) == "");
}

TEST_CASE("an incident of more than sixty days is a warning") {
  const auto lasting = [](std::string_view resolved) {
    return sample_with("resolved_at: 2026-03-04T11:05", "resolved_at: " + std::string(resolved));
  };
  CHECK(found("date-implausible", kSamplePost) == "");
  CHECK(found("date-implausible", lasting("2026-05-03T10:12")) == "");
  CHECK(
      found("date-implausible", lasting("2026-05-03T10:13")) ==
      "4:14 date-implausible: the incident would have lasted 60 d -> correct `started_at` or `resolved_at`");
  CHECK(found("date-implausible", lasting("2027-03-04T11:05")).ends_with("-> did you mean 2026-03-04?"));
  CHECK(found("date-implausible", lasting("2027-03-04T09:05"))
            .ends_with("-> correct `started_at` or `resolved_at`"));
  CHECK(level_found("date-implausible", lasting("2027-03-04T11:05")) == "warning");
}

TEST_CASE("an entry belongs to the days around the incident") {
  const auto first = [](std::string_view entry) {
    return found("date-implausible",
                 sample_with("- 10:08 CET", std::string(entry) + "\n- 2026-03-04 10:08 CET"));
  };
  CHECK(first("- 2026-03-02 10:12 CET - a") == "");
  CHECK(first("- 2026-03-02 10:11 CET - a") ==
        "22:3 date-implausible: the entry is 2 d before the incident -> correct its date");
  CHECK(first("- 2026-02-02 10:12 CET - **Changed**: a") == "");
  CHECK(first("- 2026-02-02 10:11 CET - **Changed**: a") != "");
  CHECK(found("date-implausible", with_entry("- 2026-04-03 11:05 CET - a")) == "");
  CHECK(found("date-implausible", with_entry("- 2026-04-03 11:06 CET - a")) ==
        "31:3 date-implausible: the entry is 30 d after the incident -> correct its date");
}

TEST_CASE("entries that share a wrong date are told once, with the year that fits") {
  CHECK(found("date-implausible", sample_with("- 10:08 CET", "- 2025-03-04 10:08 CET")) ==
        "22:3 date-implausible: the entry is 365 d before the incident -> did you mean 2026-03-04?");
  CHECK(found("date-implausible", with_entry("- 2027-03-05 09:00 CET - a\n- 09:10 CET - b\n"
                                             "- 2026-03-05 09:20 CET - c\n- 2027-03-05 09:30 CET - d")) ==
        "31:3 date-implausible: the entry is 365 d 21 h after the incident -> did you mean 2026-03-05?\n"
        "34:3 date-implausible: the entry is 365 d 22 h after the incident -> did you mean 2026-03-05?");
}

TEST_CASE("an incident that goes on is measured up to the time of the check") {
  const std::string open = sample_with("resolved_at: 2026-03-04T11:05:00+01:00\n", "status: draft\n");
  const auto told = [&](std::string_view entry) {
    return found("date-implausible",
                 changed(open, "`checkout: ok`\n", "`checkout: ok`\n" + std::string(entry) + "\n"));
  };
  CHECK(told("- 2026-03-31 10:00 CEST - a") == "");
  CHECK(told("- 2026-05-02 10:00 CEST - a") != "");
}

TEST_CASE("a file is not named after a day before the incident") {
  CHECK(found_in_file("post-file-date", "2026-03-04-a.md") == "");
  CHECK(found_in_file("post-file-date", "2026-03-20-a.md") == "");
  CHECK(found_in_file("post-file-date", "2026-02-04-a.md") ==
        "1:1 post-file-date: the file is named after 2026-02-04, and the incident began on 2026-03-04 -> "
        "name it "
        "2026-03-04-a.md");
  CHECK(found_in_file("post-file-date", "a.md") == "");
}

TEST_CASE("the day of the incident is that of its own clock, or of UTC") {
  const std::string night = sample_with("2026-03-04T10:12:00+01:00", "2026-03-04T00:12:00+01:00");
  CHECK(found_in_file("post-file-date", "2026-03-04-a.md", night) == "");
  CHECK(found_in_file("post-file-date", "2026-03-03-a.md", night) == "");
  CHECK(found_in_file("post-file-date", "2026-03-02-a.md", night) != "");
}

TEST_CASE("where publication is dated, a file is named after it or after the incident") {
  CHECK(found_in_file("post-file-date", "2026-03-04-a.md", published("2026-03-20")) == "");
  CHECK(found_in_file("post-file-date", "2026-03-20-a.md", published("2026-03-20")) == "");
  CHECK(found_in_file("post-file-date", "2026-03-21-a.md", published("2026-03-20")) ==
        "1:1 post-file-date: the file is named after 2026-03-21, which is neither the day of the incident "
        "(2026-03-04) "
        "nor that of its publication (2026-03-20) -> name it 2026-03-04-a.md");
  const std::string long_one =
      changed(published("2026-03-20"), "resolved_at: 2026-03-04", "resolved_at: 2026-03-07");
  CHECK(found_in_file("post-file-date", "2026-03-07-a.md", long_one) == "");
  CHECK(found_in_file("post-file-date", "2026-03-08-a.md", long_one) != "");
}

TEST_CASE("a post is published when the incident is over") {
  CHECK(found("published-before-resolved", published("2026-03-04")) == "");
  CHECK(found("published-before-resolved", published("2026-03-03")) ==
        "12:1 published-before-resolved: published on 2026-03-03, and resolved on 2026-03-04 -> correct "
        "`published_at`, or make it `status: draft` until it is resolved");
}

TEST_CASE("a moment of publication behind the end is later, whatever the days of their zones say") {
  const auto published = [](std::string_view resolved, std::string_view at) {
    return found("published-before-resolved",
                 changed(sample_with("2026-03-04T11:05:00+01:00", resolved),
                         "profile:", "published_at: " + std::string(at) + "\nprofile:"));
  };
  CHECK(published("2026-03-05T00:30:00+09:00", "2026-03-04T18:00:00Z") == "");
  CHECK(published("2026-03-05T00:30:00+09:00", "2026-03-04") == "");
  CHECK(published("2026-03-05T00:30:00+09:00", "2026-03-03") != "");
}

TEST_CASE("without a date of publication that of the file name counts") {
  const std::string long_one = sample_with("resolved_at: 2026-03-04", "resolved_at: 2026-03-07");
  CHECK(found("published-before-resolved", long_one) ==
        "1:1 published-before-resolved: published on 2026-03-04, and resolved on 2026-03-07 -> the date of "
        "the file "
        "name counts unless there is one: add `published_at: YYYY-MM-DD`");
  CHECK(found("published-before-resolved", changed(long_one, "profile:", "status: in_review\nprofile:")) ==
        "");
  CHECK(found_in_file("published-before-resolved", "2026-03-07-a.md", long_one) == "");
  CHECK(found_in_file("published-before-resolved", "2026-02-04-a.md") == "");
}

TEST_CASE("the gravest incidents are told within three days, the next within five working days") {
  const auto late = [](std::string_view severity, std::string_view date) {
    return found("publish-late", changed(published(date), "SEV2", severity));
  };
  // 4 March 2026 is a Wednesday.
  CHECK(late("SEV1", "2026-03-07") == "");
  CHECK(
      late("SEV1", "2026-03-08") ==
      "12:1 publish-late: published 4 days after the incident was resolved -> after SEV1 aim at three days");
  CHECK(late("SEV2", "2026-03-11") == "");
  CHECK(late("SEV2", "2026-03-12") ==
        "12:1 publish-late: published 8 days after the incident was resolved -> after SEV2 aim at five "
        "working days");
  CHECK(late("SEV2", "2026-04-30") != "");
  CHECK(late("SEV3", "2026-12-31") == "");
}

TEST_CASE("five working days end where the days of the week say") {
  const auto late = [](std::string_view resolved, std::string_view date) {
    return !found("publish-late", changed(published(date), "resolved_at: 2026-03-04", resolved)).empty();
  };
  CHECK_FALSE(late("resolved_at: 2026-03-06", "2026-03-15"));  // Friday to Sunday of the next week
  CHECK(late("resolved_at: 2026-03-06", "2026-03-16"));
  CHECK_FALSE(late("resolved_at: 2026-03-07", "2026-03-13"));  // Saturday to Friday
  CHECK_FALSE(late("resolved_at: 2026-03-07", "2026-03-15"));
  CHECK(late("resolved_at: 2026-03-07", "2026-03-16"));
}

TEST_CASE("whose publication is not dated, or whose incident is another's, is not late") {
  CHECK(found_in_file("publish-late", "2026-06-04-a.md") == "");
  CHECK(found("publish-late", changed(published("2026-06-04"), "profile:", "organization: AWS\nprofile:")) ==
        "");
  CHECK(level_found("publish-late", published("2026-06-04")) == "note");
}

TEST_CASE("the scale of severities is the site's own") {
  Content content = sample_site(changed(published("2026-03-08"), "SEV2", "bad"));
  content.config.severities = {"bad"};
  CHECK(found("publish-late", content) != "");
  content.config.severities = {"worse", "bad"};
  CHECK(found("publish-late", content) == "");
}

}  // namespace pmsite
