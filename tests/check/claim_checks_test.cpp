// SPDX-License-Identifier: MIT
#include "check/check.hpp"
#include "support/claim_cases.hpp"

#include <set>

namespace pmsite {
namespace {

/// A summary in which each number is a claim, and true.
constexpr std::string_view kHonest =
    "On 4 March 2026, from 10:12 to 11:05 CET (53 minutes), 37 % of customers could not pay. Nagios detected "
    "it after 3 minutes, "
    "and the on-call engineer acknowledged 3 minutes later. We spent 14 minutes on a stale health check. It "
    "took 29 minutes to "
    "find the cause, which was clear at 10:44, and 39 minutes passed until 10:51. The outage was mitigated "
    "after 39 minutes. "
    "Checkout was down for 53 minutes. It was over at 10:05 UTC.";

/// Where the numbers of a text stand; the two of a clock are one.
std::vector<TextRange> numbers_in(std::string_view text) {
  std::vector<TextRange> numbers;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    auto end = at;
    while (end < text.size() && (is_digit(text[end]) || text[end] == ':')) ++end;
    numbers.push_back({at, end});
    at = end;
  }
  return numbers;
}

/// A minute later, or twice as much and then some.
std::string wrong(std::string_view number) {
  const auto colon = number.find(':');
  if (colon == std::string_view::npos) return std::to_string(2 * parse_digits(number) + 5);
  const int minute = parse_digits(number.substr(colon + 1));
  return std::string(number.substr(0, colon + 1)) + (minute < 9 ? "0" : "") + std::to_string(minute + 1);
}

}  // namespace

TEST_CASE("each number of an honest summary is noticed when it is changed") {
  REQUIRE(claim_messages(post_saying("summary", kHonest)) == "");
  int changes = 0;
  for (const auto& range : numbers_in(kHonest)) {
    const auto number = range.of(kHonest);
    // The date says which day is told of; 39 minutes from nowhere in particular are no claim.
    const auto rest = kHonest.substr(range.begin);
    if (rest.starts_with("4 March") || rest.starts_with("2026") || rest.starts_with("39 minutes passed"))
      continue;
    std::string text(kHonest);
    text.replace(range.begin, number.size(), wrong(number));
    CAPTURE(text);
    CHECK(claim_messages(post_saying("summary", text)) != "");
    ++changes;
  }
  CHECK(changes == 13);
}

TEST_CASE("a mistake is reported once") {
  for (const auto& range : numbers_in(kHonest)) {
    std::string text(kHonest);
    text.replace(range.begin, range.end - range.begin, wrong(range.of(kHonest)));
    CAPTURE(text);
    CHECK(claim_messages(post_saying("summary", text)).find('\n') == std::string::npos);
  }
}

TEST_CASE("a post that claims nothing, and the sample, are silent") {
  CHECK(claim_messages(post_saying("summary", "")) == "");
  CHECK(claim_messages(kSamplePost) == "");
}

TEST_CASE("claims are warnings that a post may be allowed to break") {
  std::set<std::string_view> ids;
  for (const auto& check : claim_checks()) {
    ids.insert(check.rule.id);
    CHECK(check.rule.level == Level::warning);
    CHECK(check.allow == Allow::with_reason);
    CHECK_FALSE(check.rule.why.empty());
    CHECK_FALSE(check.rule.basis.empty());
  }
  CHECK(ids == std::set<std::string_view>{"claim-clock", "claim-duration", "claim-interval", "claim-percent",
                                          "summary-zone-missing"});
}

TEST_CASE("the examples of the rules do what they say") {
  CHECK(messages("claim-duration", post_saying("summary", "The outage lasted 45 minutes.")) != "");
  for (const auto& check : claim_checks()) {
    CAPTURE(std::string(check.rule.id));
    // What stands in front of the last line is the rest of the post.
    const auto last_line = [](std::string_view text) { return text.substr(text.rfind('\n') + 1); };
    if (check.rule.id == "claim-clock") continue;
    CHECK(messages(check.rule.id, post_saying("summary", last_line(check.rule.wrong))) != "");
    CHECK(messages(check.rule.id, post_saying("summary", last_line(check.rule.right))) == "");
  }
}

}  // namespace pmsite
