// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// The sample without the lines of its timeline that hold one of these.
std::string without(std::initializer_list<std::string_view> parts) {
  std::string post(kSamplePost);
  for (const auto part : parts) {
    const auto at = post.find(part);
    REQUIRE(at != std::string::npos);
    const auto begin = post.rfind('\n', at) + 1;
    post.erase(begin, post.find('\n', at) + 1 - begin);
  }
  return post;
}

constexpr std::string_view kDetected = "**Detected**", kAcknowledged = "**Acknowledged**",
                           kEscalated = "**Escalated**", kResolved = "**Resolved**", kMisled = "**Misled**",
                           kIdentified = "**Identified**";

}  // namespace

TEST_CASE("each milestone that a reader asks for is told") {
  CHECK(found("detection-missing", without({kDetected})) ==
        "21:1 detection-missing: no entry tells when and how the incident was detected -> add `- 10:15 UTC - "
        "**Detected** by ...`");
  CHECK(
      found("acknowledgement-missing", without({kAcknowledged})) ==
      "21:1 acknowledgement-missing: no entry tells when somebody took the incident on -> add `- 10:18 UTC - "
      "**Acknowledged** by ...`; time to acknowledge is counted to it");
  CHECK(found("escalation-missing", without({kEscalated})) ==
        "21:1 escalation-missing: no entry tells to whom the incident was escalated -> add `**Escalated** to "
        "...`; if "
        "nobody was needed, say so: `<!-- pmsite-allow escalation-missing: why -->`");
  CHECK(
      found("resolution-missing", without({kResolved})) ==
      "21:1 resolution-missing: no entry tells when and how the incident was resolved -> add `- 11:05 UTC - "
      "**Resolved**: ...`");
  for (const auto* rule : {"detection-missing", "acknowledgement-missing", "escalation-missing",
                           "investigation-missing", "escalation-target-missing", "resolution-missing"})
    CHECK(found(rule, kSamplePost) == "");
}

TEST_CASE("an investigation is told by what was looked at, by a wrong path or by the cause") {
  CHECK(found("investigation-missing", without({kMisled})) == "");
  CHECK(found("investigation-missing", without({kIdentified})) == "");
  CHECK(found("investigation-missing", without({kMisled, kIdentified})) ==
        "21:1 investigation-missing: no entry tells what was looked at and what was assumed -> add "
        "`**Investigated**: ...`, `**Misled**: ...` or `**Identified**: ...`");
  CHECK(found("investigation-missing", changed(without({kMisled}), kIdentified, "**Investigated**")) == "");
}

TEST_CASE("how much a missing milestone weighs depends on rule and profile") {
  const std::string none = without({kDetected, kAcknowledged, kMisled, kIdentified, kEscalated, kResolved});
  const std::string alx = changed(none, "profile: learning", "profile: alx");
  for (const auto& [rule, in_alx, in_learning] : {std::tuple{"detection-missing", "error", "error"},
                                                  {"acknowledgement-missing", "warning", "warning"},
                                                  {"investigation-missing", "error", "note"},
                                                  {"escalation-missing", "error", "note"},
                                                  {"resolution-missing", "error", "error"}}) {
    CAPTURE(rule);
    CHECK(level_found(rule, alx) == in_alx);
    CHECK(level_found(rule, none) == in_learning);
    CHECK(level_found(rule, changed(none, "profile: learning", "profile: sre")) == in_learning);
  }
}

TEST_CASE("nothing is missed where the timeline is empty or not read in full") {
  const std::string none = without({kDetected, kAcknowledged, kMisled, kIdentified, kEscalated, kResolved});
  const std::string unread = changed(none, "- 10:08 CET", "- soon - it was **Detected**\n- 10:08 CET");
  const std::string elsewhere = changed(none, "## Incident timeline", "## Story");
  for (const auto* rule : {"detection-missing", "acknowledgement-missing", "escalation-missing",
                           "investigation-missing", "resolution-missing"}) {
    CAPTURE(rule);
    CHECK(found(rule, none) != "");
    CHECK(found(rule, unread) == "");
    CHECK(found(rule, elsewhere) == "");
  }
}

TEST_CASE("a milestone that only lacks its bold type is pointed at") {
  CHECK(found("detection-missing", sample_with(kDetected, "Detected")) ==
        "24:3 detection-missing: no entry tells when and how the incident was detected -> is it this entry? "
        "write its "
        "first word in bold: `**Detected**`");
  CHECK(found("resolution-missing", sample_with(kResolved, "resolved"))
            .starts_with("30:3 resolution-missing: "));
  CHECK(found("detection-missing", sample_with(kDetected, "Detectedly")).starts_with("21:1 "));
  CHECK(found("investigation-missing", changed(without({kMisled}), kIdentified, "Identified"))
            .starts_with("27:3 investigation-missing: "));
}

TEST_CASE("a milestone under a wrong name is not missed as well") {
  CHECK(found("detection-missing", sample_with(kDetected, "**Detcted**:")) == "");
  CHECK(found("detection-missing", sample_with(kDetected, "**Noticed:**")) == "");
  CHECK(found("resolution-missing", sample_with(kResolved, "**Service restored.**")) == "");
  CHECK(found("resolution-missing", sample_with(kResolved, "**Service restarted.**")) != "");
  CHECK(found("resolution-missing", sample_with(kResolved, "**Noticed**")) != "");
}

TEST_CASE("a draft may still go on, and misses everything else") {
  const std::string draft = changed(without({kDetected, kResolved}), "profile:", "status: draft\nprofile:");
  CHECK(found("resolution-missing", draft) == "");
  CHECK(found("detection-missing", draft) != "");
}

TEST_CASE("a reason will do where nobody was needed") {
  const std::string post =
      changed(without({kEscalated}), "## Root cause analysis",
              "<!-- pmsite-allow escalation-missing: on-call had it fixed -->\n\n## Root cause analysis");
  CHECK(found("escalation-missing", post) == "");
}

TEST_CASE("an escalation says to whom") {
  CHECK(found("escalation-target-missing", sample_with(" to the payments team.", ": it took too long.")) ==
        "27:3 escalation-target-missing: the entry does not say to whom the incident was escalated -> write "
        "`**Escalated** to ...`: a team, a role or a vendor");
  const std::string twice = sample_with(
      " to the payments team.", ".\n- 10:37 CET - **Escalated** to AWS.\n- 10:38 CET - **Escalated** again.");
  CHECK(found("escalation-target-missing", twice).find("28:3") == std::string::npos);
  CHECK(found("escalation-target-missing", twice).find("29:3") != std::string::npos);
}

}  // namespace pmsite
