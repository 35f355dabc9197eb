// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

#include <algorithm>

namespace pmsite {
namespace {

/// The sample with other text in the section that begins with `heading`.
std::string with_section(std::string_view heading, std::string_view text,
                         std::string_view post = kSamplePost) {
  const auto at = post.find(heading);
  REQUIRE_MESSAGE(at != std::string_view::npos, heading);
  const auto begin = post.find('\n', at) + 1;
  const auto end = std::min(post.find("\n## ", begin), post.size());
  std::string result(post.substr(0, begin));
  result += text;
  result += post.substr(end);
  return result;
}

std::string words(int count, std::string_view end = "") {
  std::string text;
  for (int i = 0; i < count; ++i) text += i == 0 ? "word" : " word";
  return text + std::string(end) + "\n";
}

std::string without(std::string_view text) { return sample_with(text, ""); }
std::string as_alx(std::string_view post) { return changed(post, "profile: learning", "profile: alx"); }
std::string as_sre(std::string_view post) { return changed(post, "profile: learning", "profile: sre"); }

constexpr std::string_view kCause = "## Root cause analysis", kFix = "## Resolution and recovery",
                           kMeasures = "## Preventative measures", kSummary = "## Incident summary";

/// The sample with cause and resolution under one heading.
std::string joint(std::string_view text) {
  const std::string one = with_section(kFix, "x\n");
  return changed(with_section(kCause, text, changed(one, "\n## Resolution and recovery\nx\n", "")), kCause,
                 "## Root cause and resolution");
}

}  // namespace

TEST_CASE("placeholders are found in prose, titles and facts") {
  CHECK(found("placeholder-text", kSamplePost) == "");
  CHECK(
      found("placeholder-text", with_section(kFix, "Resolution: TBD\n"))
          .find(
              ":13 placeholder-text: `TBD` is still to be filled in -> write what happened, or remove it") !=
      std::string::npos);
  for (const std::string_view place :
       {"A 502 page.", "A check was off.", "Checkout returned 502 after a cache failover",
        "Failovers are not rehearsed.", "the cache failed over."})
    CHECK_MESSAGE(found("placeholder-text", sample_with(place, "TBD")) != "", place);
  CHECK(found("placeholder-text", with_section(kCause, "<your words>\n")) != "");
  CHECK(found("placeholder-text", with_section(kCause, "It was <your words>.\n")) != "");
}

TEST_CASE("tasks, code and comments may hold what looks like a placeholder") {
  for (const std::string_view text :
       {"TODO: patch the server\n", "- [ ] Describe the failover in the runbook (@sre)\n"})
    CHECK_MESSAGE(found("placeholder-text", with_section(kMeasures, text)) == "", text);
  for (const std::string_view text : {"The log said `TODO`.\n", "```\nTODO FIXME HH:MM\n```\n",
                                      "<!-- TODO: ask Ada -->\n", "The todo list grew.\n"})
    CHECK_MESSAGE(found("placeholder-text", with_section(kCause, text)) == "", text);
  CHECK(found("placeholder-text", sample_with(kMeasures, "## TODO list of preventative measures")) == "");
}

TEST_CASE("a cause needs words enough for a mechanism") {
  CHECK(found("cause-detail-missing", kSamplePost) == "");
  CHECK(found("cause-detail-missing", with_section(kCause, words(25))) == "");
  CHECK(found("cause-detail-missing", with_section(kCause, words(24)))
            .find(":1 cause-detail-missing: the cause is told in 24 words; fewer than 25 explain no "
                  "mechanism -> ") != std::string::npos);
  CHECK(found("cause-detail-missing", with_section(kCause, words(24, " `code`"))) == "");
  CHECK(found("cause-detail-missing", with_section(kCause, "```\n" + words(40) + "```\n")) != "");
  CHECK(found("cause-detail-missing", with_section(kCause, "- " + words(10) + "- " + words(15))) == "");
}

TEST_CASE("an empty section is another rule's") {
  CHECK(found("cause-detail-missing", with_section(kCause, "")) == "");
  CHECK(found("cause-detail-missing", with_section(kCause, "### Details\n")) == "");
  CHECK(found("fix-detail-missing", with_section(kFix, "")) == "");
  CHECK(found("cause-detail-missing", sample_with(kCause, "## Thoughts")) == "");
}

TEST_CASE("a resolution needs some words") {
  CHECK(found("fix-detail-missing", kSamplePost) == "");
  CHECK(found("fix-detail-missing", with_section(kFix, words(15))) == "");
  CHECK(
      found("fix-detail-missing", with_section(kFix, words(14)))
          .find(":1 fix-detail-missing: the resolution is told in 14 words; fewer than 15 say too little") !=
      std::string::npos);
}

TEST_CASE("one section for both needs more words, and what was done") {
  CHECK(found("cause-detail-missing", joint(words(40))) == "");
  CHECK(found("cause-detail-missing", joint(words(39))).find("cause and resolution are told in 39 words") !=
        std::string::npos);
  CHECK(found("fix-detail-missing", joint(words(40)))
            .find("nothing in this section says what was done to fix it") != std::string::npos);
  CHECK(found("fix-detail-missing", joint(words(39))) == "");  // reported as too short already
  for (const std::string_view deed :
       {"The pool was recycled.", "We rolled back the change.", "The host is back online.",
        "Traffic failed over.", "A new disk was put in.", "Restarting it helped."})
    CHECK_MESSAGE(found("fix-detail-missing", joint(words(40, ". ") + std::string(deed) + "\n")) == "", deed);
}

TEST_CASE("sub-headings divide a section for both") {
  const std::string divided = joint("### Root cause\n" + words(25) + "\n### Resolution\n" + words(14));
  CHECK(found("cause-detail-missing", divided) == "");
  CHECK(found("fix-detail-missing", divided) != "");
  CHECK(found("fix-detail-missing",
              joint("### Root cause\n" + words(25) + "\n### Resolution\n" + words(15))) == "");
}

TEST_CASE("beside tasks the measures say what is to become better") {
  const std::string tasks = "- [ ] Rehearse the failover (prevent, @sre)\n";
  const auto in_alx = [](const std::string& text) {
    return found("improvement-missing", as_alx(with_section(kMeasures, text)));
  };
  CHECK(in_alx(tasks).find("improvement-missing: the measures are tasks only") != std::string::npos);
  CHECK(in_alx("Planned tasks:\n\n" + tasks) != "");
  CHECK(in_alx("Failovers have to become routine.\n\n" + tasks) == "");
  CHECK(in_alx("- Failovers have to become routine.\n" + tasks) == "");
  CHECK(in_alx("### Improvements\n- Failovers have to become routine.\n\n### Tasks\n" + tasks) == "");
  CHECK(in_alx("- [ ] Rehearse it (prevent, @sre)\n\n  Failovers have to become routine, every quarter.\n") !=
        "");
}

TEST_CASE("a long summary is reported") {
  CHECK(found("summary-long", kSamplePost) == "");
  CHECK(found("summary-long", with_section(kSummary, words(120))) == "");
  CHECK(found("summary-long", with_section(kSummary, words(121)))
            .find("summary-long: the summary has 121 words; executives stop at 120") != std::string::npos);
}

TEST_CASE("trigger and contributing factors are missed") {
  CHECK(found("trigger-missing", kSamplePost) == "");
  CHECK(found("trigger-missing",
              without("trigger: The cache primary was patched and failed over to its replica.\n")) != "");
  CHECK(found("factors-missing", kSamplePost) == "");
  CHECK(
      found(
          "factors-missing",
          without(
              "contributing_factors: [Failovers are not rehearsed., The pool has no check of its own.]\n")) !=
      "");
}

TEST_CASE("a grave incident has sources where evidence can be had") {
  const std::string sre = as_sre(kSamplePost);
  CHECK(found("sources-missing", kSamplePost) == "");
  CHECK(found("sources-missing", sre).find("5:11 sources-missing: a SEV2 without a source") == 0);
  CHECK(found("sources-missing", changed(sre, "SEV2", "SEV1")) != "");
  CHECK(found("sources-missing", changed(sre, "SEV2", "SEV3")) == "");
  CHECK(found("sources-missing",
              changed(sre, "checkout errors above", "[checkout errors](https://a.example) above")) == "");
  CHECK(found("sources-missing", changed(sre, "profile: sre", "profile: sre\nkind: fictional")) == "");
  CHECK(found("sources-missing",
              changed(sre, "profile: sre",
                      "profile: sre\nsources: [{title: Graph, url: \"https://a.example\"}]")) == "");
}

TEST_CASE("sources are archived") {
  const auto with_source = [](std::string_view source) {
    return found("link-unarchived",
                 sample_with("profile: learning", "profile: learning\nsources:\n  - " + std::string(source)));
  };
  CHECK(with_source("{title: Graph, url: \"https://a.example/x\"}")
            .find("the source has no archived copy -> save it") != std::string::npos);
  CHECK(with_source(
            "{title: Graph, url: \"https://a.example/x\", archive_url: \"https://web.archive.org/x\"}") ==
        "");
  CHECK(with_source("{title: Graph, url: \"https://web.archive.org/web/2026/https://a.example/x\"}") == "");
  CHECK(found("link-unarchived", kSamplePost) == "");
}

TEST_CASE("a post has a picture") {
  const std::string bare = changed(as_alx(kSamplePost), "architecture: shop\n", "");
  CHECK(found("diagram-missing", kSamplePost) == "");
  CHECK(found("diagram-missing", bare)
            .find("1:1 diagram-missing: the post has no picture -> draw the failure") == 0);
  CHECK(found("diagram-missing", with_section(kCause, "![A graph](/assets/graph.png)\n", bare)) == "");
  CHECK(found("diagram-missing",
              with_section(kCause, "```dot caption=\"x\"\ndigraph { a -> b }\n```\n", bare)) == "");
  CHECK(found("diagram-missing",
              changed(bare, "profile: alx", "profile: alx\nimage: a.png\nimage_alt: A graph")) == "");
  CHECK(found("diagram-missing", with_section(kCause, "```sh\ndot -V\n```\n", bare)) != "");
}

}  // namespace pmsite
