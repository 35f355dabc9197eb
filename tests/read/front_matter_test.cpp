// SPDX-License-Identifier: MIT
#include "read/front_matter.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

/// All that a post needs; it begins on line 2 of its file, and what a test adds on line 15.
constexpr std::string_view kFacts = R"(title: Checkout returned 502
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout, "pay later"]
impact:
  users_percent: 37
  symptoms: A 502 page.
detection: monitoring_alert
root_cause:
  category: config_change
  text: A check was off.
authors: [Ada Okoro]
)";

struct Reading {
  Postmortem post;
  Diagnostics diagnostics;
};

Reading read(std::string_view facts) {
  Reading reading;
  const FileReporter reporter("x.md", reading.diagnostics);
  reading.post.front_matter = span_on_line(1, 1, 3);
  const auto map = yaml::parse(facts, 2, reporter);
  REQUIRE(map);
  read_front_matter(*map, reading.post, reporter);
  return reading;
}

/// The facts with more lines, the first of them on line 15.
Reading read_with(std::string_view lines) { return read(std::string(kFacts) + std::string(lines)); }

/// The facts with one piece of text changed.
Reading read_changed(std::string_view from, std::string_view to) {
  std::string facts(kFacts);
  const auto at = facts.find(from);
  REQUIRE(at != std::string::npos);
  return read(facts.replace(at, from.size(), to));
}

void check_with(std::string_view lines, const std::string& expected) {
  CAPTURE(lines);
  CHECK(faults(read_with(lines).diagnostics) == expected);
}

void check_changed(std::string_view from, std::string_view to, const std::string& expected) {
  CAPTURE(to);
  CHECK(faults(read_changed(from, to).diagnostics) == expected);
}

std::string values(const std::vector<Located<std::string>>& list) {
  std::string all;
  for (const auto& each : list) all += "(" + each.value + ")";
  return all;
}

/// What is wrong with a file's fences, then "FACTS|LINE|BODY".
std::string split(std::string_view text) {
  Diagnostics diagnostics;
  const SourceText source{"x.md", std::string(text)};
  const SplitFile file = split_file(source, FileReporter("x.md", diagnostics));
  return faults(diagnostics) + (file.has_front_matter ? "[" : "(") + std::string(file.front_matter) + "|" +
         std::to_string(file.body_line) + "|" + std::string(file.body) + (file.has_front_matter ? "]" : ")");
}

}  // namespace

TEST_CASE("front matter stands between two lines of three hyphens") {
  CHECK(split("---\na: b\n---\nbody\n") == "[a: b\n|4|body\n]");
  CHECK(split("---\n---\nbody") == "[|3|body]");
  CHECK(split("---\na: b\n---") == "[a: b\n|4|]");
  CHECK(split("--- \na: b\n---\t\nbody") == "[a: b\n|4|body]");
}

TEST_CASE("only the first closing line counts") {
  CHECK(split("---\na: b\n---\nx\n\n---\ny\n") == "[a: b\n|4|x\n\n---\ny\n]");
}

TEST_CASE("lines that only look like a fence do not close front matter") {
  CHECK(split("---\na: ---\nb: |\n  ----\n---x\n---\nbody") == "[a: ---\nb: |\n  ----\n---x\n|7|body]");
  CHECK(split("---\na: |\n  text\n  ---\n  more\n---\nbody") == "[a: |\n  text\n  ---\n  more\n|7|body]");
}

TEST_CASE("a file without front matter is all body") {
  CHECK(split("# Title\n\nx\n") ==
        "1:1 front-matter-missing: the file does not begin with front matter(|1|# Title\n\nx\n)");
  CHECK(split("") == "1:1 front-matter-missing: the file does not begin with front matter(|1|)");
  CHECK(split("\n---\na: b\n---\n").starts_with("1:1 front-matter-missing: "));
  CHECK(split(" ---\na: b\n---\n").starts_with("1:1 front-matter-missing: "));
  CHECK(split("\t---\na: b\n---\n").starts_with("1:1 front-matter-missing: "));
}

TEST_CASE("TOML is named as what it is") {
  CHECK(split("+++\na = 1\n+++\n")
            .starts_with("1:1 front-matter-missing: the front matter is TOML; pmsite reads YAML"));
}

TEST_CASE("front matter that never ends is reported where it begins") {
  CHECK(split("---\na: b\n\n# Title\n")
            .starts_with("1:1 front-matter-unclosed: the front matter that begins here is never closed"));
  CHECK(split("---").starts_with("1:1 front-matter-unclosed: "));
}

TEST_CASE("the facts that every post needs are read") {
  const Reading reading = read(kFacts);
  CHECK(faults(reading.diagnostics) == "");
  const Postmortem& post = reading.post;
  CHECK(post.title.value == "Checkout returned 502");
  CHECK(post.title.at == span_on_line(2, 8, 21));
  CHECK(format_rfc3339(post.started_at->value) == "2026-03-04T10:12:00+01:00");
  CHECK(format_rfc3339(post.resolved_at->value) == "2026-03-04T11:05:00+01:00");
  CHECK(post.severity.value == "SEV2");
  CHECK(values(post.services) == "(checkout)(pay later)");
  CHECK(post.impact.users_percent.low == 37.0);
  CHECK(post.impact.users_percent.high == 37.0);
  CHECK(post.impact.symptoms.value == "A 502 page.");
  CHECK(post.impact.at == span_on_line(7, 1, 6));
  CHECK(post.detection == Detection::monitoring_alert);
  CHECK(post.root_cause.category == CauseCategory::config_change);
  CHECK(post.root_cause.text.value == "A check was off.");
  CHECK(values(post.authors) == "(Ada Okoro)");
}

TEST_CASE("what may be left out has its default") {
  const Postmortem post = read(kFacts).post;
  CHECK(post.kind == IncidentKind::outage);
  CHECK(post.status == PostStatus::published);
  CHECK_FALSE(post.published_at);
  CHECK_FALSE(post.architecture);
  CHECK_FALSE(post.profile);
  CHECK(post.tags.empty());
}

TEST_CASE("the keys are those of the format") {
  CHECK(front_matter_keys() == std::vector<std::string_view>{"title",
                                                             "started_at",
                                                             "resolved_at",
                                                             "severity",
                                                             "services",
                                                             "impact",
                                                             "detection",
                                                             "root_cause",
                                                             "misleading_paths",
                                                             "trigger",
                                                             "contributing_factors",
                                                             "architecture",
                                                             "kind",
                                                             "authors",
                                                             "reviewers",
                                                             "status",
                                                             "published_at",
                                                             "updated_at",
                                                             "organization",
                                                             "tags",
                                                             "related",
                                                             "sources",
                                                             "corrections",
                                                             "summary",
                                                             "image",
                                                             "image_alt",
                                                             "profile"});
}

TEST_CASE("every key that is needed and absent is reported at the top with a line that would do") {
  CHECK(
      faults_with_help(read("x-none: 1\n").diagnostics) ==
      "1:1 missing-key: `authors` is missing -> add `authors: [Ada Okoro]`\n"
      "1:1 missing-key: `detection` is missing -> add `detection: monitoring_alert`\n"
      "1:1 missing-key: `impact` is missing -> add `impact: {users_percent: 37, symptoms: what users saw}`\n"
      "1:1 missing-key: `resolved_at` is missing -> add `resolved_at: 2026-03-04T11:05:00+01:00`, or "
      "`status: draft` "
      "while the incident goes on\n"
      "1:1 missing-key: `root_cause` is missing -> add `root_cause: {category: config_change, text: one "
      "sentence}`\n"
      "1:1 missing-key: `services` is missing -> add `services: [checkout]`\n"
      "1:1 missing-key: `severity` is missing -> add `severity: SEV2`\n"
      "1:1 missing-key: `started_at` is missing -> add `started_at: 2026-03-04T10:12:00+01:00`\n"
      "1:1 missing-key: `title` is missing -> add `title: what broke, as readers felt it`");
}

TEST_CASE("resolved_at may be absent while the post is a draft, and only then") {
  const std::string_view line = "resolved_at: 2026-03-04T11:05:00+01:00\n";
  check_changed(line, "status: draft\n", "");
  check_changed(line, "status: in_review\n", "1:1 missing-key: `resolved_at` is missing");
  check_changed(line, "", "1:1 missing-key: `resolved_at` is missing");
}

TEST_CASE("unknown keys are errors with the nearest known key") {
  CHECK(faults_with_help(read_with("severty: SEV1\nx-ours: 1\nimpakt: {}\n").diagnostics) ==
        "15:1 unknown-key: `severty` is not a known key -> did you mean `severity`?\n"
        "17:1 unknown-key: `impakt` is not a known key -> did you mean `impact`?");
}

TEST_CASE("unknown keys inside of others are errors, too") {
  check_changed("  symptoms: A", "  symptom: x\n  symptoms: A",
                "9:3 unknown-key: `symptom` is not a known key");
  check_changed("  text: A check", "  txt: x\n  text: A check", "13:3 unknown-key: `txt` is not a known key");
  check_with("misleading_paths: {none: x, why: y}\n", "15:29 unknown-key: `why` is not a known key");
  check_with("reviewers: [{name: Bo, decision: approved, at: 2026-03-06, by: x}]\n",
             "15:60 unknown-key: `by` is not a known key");
  check_with("related: [{post: a, as: caused_by, x: y}]\n", "15:36 unknown-key: `x` is not a known key");
  check_with("sources: [{title: a, url: \"https://e.org\", u: v}]\n",
             "15:44 unknown-key: `u` is not a known key");
  check_with("corrections: [{at: 2026-03-06, text: a, on: b}]\n",
             "15:41 unknown-key: `on` is not a known key");
}

TEST_CASE("a key twice is an error, and the first value holds") {
  const Reading reading = read_with("title: Another\n");
  CHECK(faults(reading.diagnostics) == "15:1 duplicate-key: `title` is already set on line 2");
  CHECK(reading.post.title.value == "Checkout returned 502");
}

TEST_CASE("a title has up to 120 characters") {
  std::string longest;
  for (int i = 0; i < 120; ++i) longest += "\xC3\xBC";
  check_changed("Checkout returned 502", longest, "");
  check_changed("Checkout returned 502", longest + "!",
                "2:8 field-value: `title` is 121 characters long; 120 is the most");
  check_changed("Checkout returned 502", "\"\"", "2:8 field-type: `title` has no value");
  check_changed("Checkout returned 502", "[a]", "2:8 field-type: `title` holds a list; text is wanted");
}

TEST_CASE("a key without a value is reported at its own line") {
  check_changed("title: Checkout returned 502", "title:", "2:1 field-type: `title` has no value");
}

TEST_CASE("instants need a zone") {
  check_changed("10:12:00+01:00", "10:12:00", "3:13 instant-format: `2026-03-04T10:12:00` has no zone");
  check_changed("2026-03-04T11:05:00+01:00", "later",
                "4:14 instant-format: `later` is not a date with a time and a zone");
  CHECK_FALSE(read_changed("10:12:00+01:00", "10:12:00").post.started_at);
}

TEST_CASE("services, authors and tags are lists") {
  check_changed("[checkout, \"pay later\"]", "checkout",
                "6:11 field-type: `services` holds a single value; a list such as [checkout] is wanted");
  check_changed("[Ada Okoro]", "[]", "14:10 field-type: `authors` has no value");
  check_with("tags: cache\n",
             "15:7 field-type: `tags` holds a single value; a list such as [cache] is wanted");
  CHECK(values(read_with("tags: [cache, failover]\n").post.tags) == "(cache)(failover)");
}

TEST_CASE("the share of users is a number, a range or unknown with a reason") {
  const auto share = [](std::string_view written) {
    return read_changed("37", written).post.impact.users_percent;
  };
  CHECK(share("0").low == 0.0);
  CHECK(share("99.9").high == 99.9);
  CHECK(share("[20, 40]").low == 20.0);
  CHECK(share("[20, 40]").high == 40.0);
  CHECK_FALSE(share("unknown\n  reason: logs were lost").low);
  CHECK(share("unknown\n  reason: logs were lost").unknown_reason == "logs were lost");
  check_changed("37", "[20, 20]", "");
}

TEST_CASE("a share of users that cannot be is an error") {
  check_changed("37", "101", "8:18 field-value: `users_percent` is 101, which is not between 0 and 100");
  check_changed("37", "-1", "8:18 field-value: `users_percent` is -1, which is not between 0 and 100");
  check_changed("37", "[40, 20]", "8:18 field-value: the range of `users_percent` goes down");
  check_changed("37", "[20, 101]",
                "8:23 field-value: `users_percent` is 101, which is not between 0 and 100");
  check_changed("37", "unknown", "8:3 missing-key: `reason` is missing");
  for (const std::string wrong : {"most", "37%", "[20]", "[1, 2, 3]", "{a: b}"}) {
    CAPTURE(wrong);
    const auto found = read_changed("37", wrong).diagnostics.sorted();
    REQUIRE(found.size() == 1);
    CHECK(std::string(found[0].rule->id) == "field-type");
    CHECK(found[0].at.begin == Position{8, 18});
  }
  check_changed("37", "~", "8:3 field-type: `users_percent` has no value");
}

TEST_CASE("impact holds keys, two of which are needed") {
  check_changed("impact:\n  users_percent: 37\n  symptoms: A 502 page.", "impact: bad",
                "7:9 field-type: `impact` holds a single value; a map such as {key: value} is wanted");
  check_changed("  users_percent: 37\n", "", "7:1 missing-key: `impact.users_percent` is missing");
  check_changed("  symptoms: A 502 page.\n", "", "7:1 missing-key: `impact.symptoms` is missing");
}

TEST_CASE("the other facts of impact are read") {
  const Reading reading = read_changed("  symptoms",
                                       "  users: 1200\n  requests_failed: 5e6\n  regions: [eu, us]\n"
                                       "  data_loss: three orders\n  symptoms");
  CHECK(faults(reading.diagnostics) == "");
  CHECK(reading.post.impact.users == 1200.0);
  CHECK(reading.post.impact.requests_failed == 5e6);
  CHECK(values(reading.post.impact.regions) == "(eu)(us)");
  CHECK(reading.post.impact.data_loss == "three orders");
  check_changed("  symptoms", "  users: some\n  symptoms",
                "9:10 field-type: `users` holds a single value; a plain number such as 37, without quotes or "
                "%, is wanted");
  check_changed("  symptoms", "  requests_failed: -1\n  symptoms",
                "9:20 field-value: `requests_failed` is -1, which is not between 0 and 1e+18");
  check_changed("  symptoms", "  regions: eu\n  symptoms",
                "9:12 field-type: `regions` holds a single value; a list such as [eu] is wanted");
}

TEST_CASE("detection and root cause use the words of their lists") {
  check_changed("monitoring_alert", "monitoring_alerts",
                "10:12 field-value: `monitoring_alerts` is not a value of `detection`");
  check_changed("config_change", "human_error",
                "12:13 field-value: `human_error` is not a value of `category`, on purpose");
  CHECK(read_changed("config_change", "confg_change").diagnostics.sorted().at(0).help ==
        "did you mean `config_change`?");
  check_changed("  category: config_change\n", "", "11:1 missing-key: `root_cause.category` is missing");
  check_changed("  text: A check was off.\n", "", "11:1 missing-key: `root_cause.text` is missing");
  check_changed("root_cause:\n  category: config_change\n  text: A check was off.", "root_cause: it broke",
                "11:13 field-type: `root_cause` holds a single value; a map such as {key: value} is wanted");
}

TEST_CASE("a human is not a cause, and what to name instead is said") {
  CHECK(
      faults_with_help(read_changed("config_change", "Human error").diagnostics) ==
      "12:13 field-value: `Human error` is not a value of `category`, on purpose -> ask what let the mistake "
      "through, and name that: process_gap, automation, config_change, ...");
}

TEST_CASE("why there was no misleading path is a reason") {
  const Reading reading = read_with("misleading_paths: {none: the alert named the cause}\n");
  CHECK(faults(reading.diagnostics) == "");
  REQUIRE(reading.post.no_misleading_path);
  CHECK(reading.post.no_misleading_path->value == "the alert named the cause");
  check_with(
      "misleading_paths: none\n",
      "15:19 field-type: `misleading_paths` holds a single value; a map such as {key: value} is wanted");
  check_with("misleading_paths: {x-a: b}\n", "15:1 missing-key: `misleading_paths.none` is missing");
}

TEST_CASE("plain texts are read") {
  const Reading reading = read_with(
      "trigger: a deploy\ncontributing_factors: [haste, night]\narchitecture: shop\norganization: Shop Ltd\n"
      "summary: It broke.\nimage: assets/a.png\nimage_alt: A chart\nprofile: sre\n");
  CHECK(faults(reading.diagnostics) == "");
  CHECK(reading.post.trigger == "a deploy");
  CHECK(values(reading.post.contributing_factors) == "(haste)(night)");
  CHECK(reading.post.architecture->value == "shop");
  CHECK(reading.post.architecture->at == span_on_line(17, 15, 4));
  CHECK(reading.post.organization == "Shop Ltd");
  CHECK(reading.post.summary.value == "It broke.");
  CHECK(reading.post.image->value == "assets/a.png");
  CHECK(reading.post.image_alt == "A chart");
  CHECK(reading.post.profile->value == "sre");
}

TEST_CASE("plain texts that are something else are errors") {
  for (const std::string key : {"trigger", "architecture", "organization", "summary", "image", "image_alt",
                                "profile", "kind", "status", "published_at", "updated_at"})
    check_with(key + ": [a]\n", "15:" + std::to_string(key.size() + 3) + " field-type: `" + key +
                                    "` holds a list; text is wanted");
  check_with(
      "contributing_factors: haste\n",
      "15:23 field-type: `contributing_factors` holds a single value; a list such as [haste] is wanted");
  check_with("summary: " + std::string(301, 'x') + "\n",
             "15:10 field-value: `summary` is 301 characters long; 300 is the most");
}

TEST_CASE("kind and status use the words of their lists") {
  CHECK(read_with("kind: near_miss\n").post.kind == IncidentKind::near_miss);
  CHECK(read_with("status: draft\n").post.status == PostStatus::draft);
  check_with("kind: near-miss\n", "15:7 field-value: `near-miss` is not a value of `kind`");
  check_with("status: publshed\n", "15:9 field-value: `publshed` is not a value of `status`");
}

TEST_CASE("a post whose status cannot be read is taken for published, whose faults stop the build") {
  const Reading reading = read_with("status: drfat\n");
  CHECK(reading.post.status == PostStatus::published);
  CHECK(reading.diagnostics.has_errors());
}

TEST_CASE("dates of publication and update are dates or instants") {
  const Postmortem post = read_with("published_at: 2026-03-06\nupdated_at: 2026-03-07T10:00:00+01:00\n").post;
  CHECK(format_rfc3339(*post.published_at) == "2026-03-06T00:00:00Z");
  CHECK(format_rfc3339(*post.updated_at) == "2026-03-07T10:00:00+01:00");
  check_with("published_at: soon\n",
             "15:15 instant-format: `soon` is neither a date nor an instant with its zone");
  check_with("updated_at: 2026-02-30\n",
             "15:13 instant-format: `2026-02-30` is neither a date nor an instant with its zone");
}

TEST_CASE("reviews have a name, a decision and a date") {
  const Reading reading = read_with(
      "reviewers:\n- {name: Bo, decision: approved, at: 2026-03-06}\n"
      "- {name: Cy, decision: changes_requested, at: 2026-03-05}\n");
  CHECK(faults(reading.diagnostics) == "");
  REQUIRE(reading.post.reviews.size() == 2);
  CHECK(reading.post.reviews[0].name == "Bo");
  CHECK(reading.post.reviews[0].decision == ReviewDecision::approved);
  CHECK(format_date(reading.post.reviews[0].date) == "2026-03-06");
  CHECK(reading.post.reviews[1].decision == ReviewDecision::changes_requested);
}

TEST_CASE("a review that is not whole is reported and does not count") {
  check_with("reviewers: [{}]\n",
             "15:13 missing-key: `at` is missing\n15:13 missing-key: `decision` is missing\n"
             "15:13 missing-key: `name` is missing");
  check_with("reviewers: [{name: Bo, decision: aproved, at: 2026-03-06}]\n",
             "15:34 field-value: `aproved` is not a value of `decision`");
  check_with("reviewers: [{name: Bo, decision: approved, at: today}]\n",
             "15:48 field-value: `today` is not a date");
  check_with(
      "reviewers: Bo\n",
      "15:12 field-type: `reviewers` holds a single value; a list of maps such as [{key: value}] is wanted");
  CHECK(read_with("reviewers: [{name: Bo, decision: approved, at: today}]\n").post.reviews.empty());
}

TEST_CASE("related posts have a slug and a relation") {
  const Reading reading =
      read_with("related: [{post: other, as: recurrence_of, note: again}, {post: b, as: duplicate_of}]\n");
  CHECK(faults(reading.diagnostics) == "");
  REQUIRE(reading.post.related.size() == 2);
  CHECK(reading.post.related[0].slug.value == "other");
  CHECK(reading.post.related[0].slug.at == span_on_line(15, 18, 5));
  CHECK(reading.post.related[0].relation == Relation::recurrence_of);
  CHECK(reading.post.related[0].note == "again");
  CHECK(reading.post.related[1].relation == Relation::duplicate_of);
  check_with("related: [{post: other, as: recurrence}]\n",
             "15:29 field-value: `recurrence` is not a value of `as`");
  check_with("related: [{as: same_cause}]\n", "15:11 missing-key: `post` is missing");
  check_with("related: [{post: a}]\n", "15:11 missing-key: `as` is missing");
}

TEST_CASE("sources have a title and an address of the web") {
  const Reading reading =
      read_with("sources: [{title: Report, url: \"https://e.org/r\", archive_url: \"https://a.org/r\"}]\n");
  CHECK(faults(reading.diagnostics) == "");
  REQUIRE(reading.post.sources.size() == 1);
  CHECK(reading.post.sources[0].title == "Report");
  CHECK(reading.post.sources[0].url.value == "https://e.org/r");
  CHECK(reading.post.sources[0].archive_url == "https://a.org/r");
  check_with("sources: [{title: a, url: \"javascript:x\"}]\n",
             "15:27 link-scheme: `javascript:x` is not an address that begins with https:// or http://");
  check_with("sources: [{title: a}]\n", "15:11 missing-key: `url` is missing");
  check_with("sources: [{url: \"https://e.org\"}]\n", "15:11 missing-key: `title` is missing");
}

TEST_CASE("corrections have a date and a text") {
  const Reading reading = read_with("corrections: [{at: 2026-03-09, text: the share was 37 %}]\n");
  CHECK(faults(reading.diagnostics) == "");
  REQUIRE(reading.post.corrections.size() == 1);
  CHECK(format_date(reading.post.corrections[0].date) == "2026-03-09");
  CHECK(reading.post.corrections[0].text == "the share was 37 %");
  check_with("corrections: [{at: 2026-03-09}]\n", "15:15 missing-key: `text` is missing");
  check_with("corrections: [{text: a}]\n", "15:15 missing-key: `at` is missing");
  check_with("corrections: [{at: 2026-13-09, text: a}]\n", "15:20 field-value: `2026-13-09` is not a date");
}

TEST_CASE("one run reports every fault, in the order of the file") {
  CHECK(
      faults(
          read("title: []\nstarted_at: noon\nresolved_at: 2026-03-04T11:05:00Z\nseverity: SEV2\nservices: x\n"
               "impact: {users_percent: 200, symptoms: ~}\ndetection: luck\nroot_cause: {}\nauthors: [A]\n")
              .diagnostics) ==
      "2:8 field-type: `title` holds a list; text is wanted\n"
      "3:13 instant-format: `noon` is not a date with a time and a zone\n"
      "6:11 field-type: `services` holds a single value; a list such as [x] is wanted\n"
      "7:25 field-value: `users_percent` is 200, which is not between 0 and 100\n"
      "7:30 field-type: `symptoms` has no value\n"
      "8:12 field-value: `luck` is not a value of `detection`\n"
      "9:1 missing-key: `root_cause.category` is missing\n"
      "9:1 missing-key: `root_cause.text` is missing");
}

}  // namespace pmsite
