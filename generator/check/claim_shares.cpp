// SPDX-License-Identifier: MIT
#include "check/claim_shares.hpp"

#include "base/text.hpp"
#include "check/claim_facts.hpp"
#include "check/claims.hpp"
#include "prose/percentages.hpp"
#include "prose/phrases.hpp"
#include "prose/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace pmsite {
namespace {

/// Ways to say that the share is of those affected; "zshare" stands for it.
constexpr std::array<std::string_view, 13> kAffected = {
    "zshare ... couldn't|cannot|can't|unable|affected|impacted|without",
    "zshare ... lost|saw|met|experienced|encountered|faced|suffered",
    "zshare ... could|can|were|was not",
    "zshare ... offline|down|locked|failed|errors|error|timeouts|blocked|stranded",
    "zshare ... received|got|getting|receiving ... error|errors|page|pages|timeout|timeouts",
    "zshare ... received|got|getting|receiving ... 500|502|503|504",
    "zshare ... see|seen|seeing ... error|errors|500|502|503|504",
    "affected|affecting|affects|impacted|impacting|locked|stranded|blocked ... zshare",
    "outage|incident|failure|failures|bug|issue|problem|errors ... hit|hitting|reached ... zshare",
    "down|unavailable|offline|unreachable|inaccessible ... for ... zshare",
    "outage|broken|failed|unusable|disrupted ... for ... zshare",
    "left ... zshare ... unable|without",
    "prevented|preventing|stopped|kept ... zshare ... from",
};
/// "No users were affected" is a share of those affected; "no users could log in" is not.
constexpr std::array<std::string_view, 2> kNoneAffected = {
    "zshare ... affected|impacted|harmed|hurt",
    "affected|affecting|impacted|impacting ... zshare",
};
/// Sentences in which a share of users is another one: of a roll-out, of those who wrote in, of another time.
constexpr std::array<std::string_view, 17> kOtherShares = {
    "would|will|might|should|if|unless|usually|normally|typically",
    "sla|slo|goal|target|alert|alerts|threshold|plan|planned",
    "roll*|canar*|experiment|flag|stage|staged|migrat*|upgrad*",
    "refund*|compensat*|notif*|emailed|informed|survey*",
    "thought|believed|assumed|according|claimed|feared|said|says",
    "zshare ... reported|complained|called|wrote|noticed|again|back|regained|remaining",
    "zshare ... twice|repeatedly",
    "zshare ... not|never affected|impacted|harmed|hit",
    "zshare ... affected|hit by the second|first|other|last",
    "zshare of whom|them|which",
    "restored|recovered|available|back|fixed|working|resolved ... for|to ... zshare",
    "enabled|released|deployed|shipped ... for|to ... zshare",
    "last|previous|another|earlier|similar outage*|incident*|year|month|week|time",
    "at first",
    "at|by|until|first|meanwhile|still|already|only|after ... zshare",
    "initially|eventually|gradually|peaked",
    "rose|rising|fell|falling|dropped|grew|growing",
};

/// Ways to tell a share without "%".
constexpr std::array<std::string_view, 4> kAmounts = {
    "percent|pct|half|third|thirds|quarter|quarters",
    "fourth|fifth|fifths|sixth|eighth|tenth",
    "all|every|no|none|nobody|everyone|everybody",
    "one|two|three|four|five|seven|nine in|of|out",
};

/// The sentence with "zshare" in the place of the share.
std::string reduced(std::string_view sentence, TextRange share) {
  return fmt::format("{} zshare {}", sentence.substr(0, share.begin), sentence.substr(share.end));
}

/// Whether the noun is narrowed: "37 % of customers in Denmark", "half of our mobile users".
bool is_of_some(std::string_view text, TextRange at) {
  const auto rest = text.substr(at.end);
  if (rest.starts_with('\'') || rest.starts_with("\u2019")) return true;  // "5 % of users' requests"
  const auto behind = skip_gap(text, at.end);
  const auto next = word_at(text, behind);
  if (is_any_of(next,
                {"who", "whose", "that", "using", "with", "on", "of", "whom", "located", "based", "trying",
                 "attempting", "accessing", "visiting", "running", "connecting", "logging", "living"}))
    return true;
  if (is_any_of(next, {"in", "from"}) && !is_digit(byte_at(text, skip_gap(text, behind + next.size()))))
    return true;
  const auto words = at.of(text);
  bool is_behind_of = false;
  for (auto word = next_word(words, 0); word.begin < word.end; word = next_word(words, word.end)) {
    const bool is_last = next_word(words, word.end).begin == words.size();
    if (is_behind_of && !is_last &&
        !is_any_of(word.of(words), {"the", "our", "all", "its", "their", "active", "total", "online",
                                    "current", "of", "user", "registered"}))
      return true;
    is_behind_of = is_behind_of || is_any_of(word.of(words), {"of", "all", "every"});
  }
  return false;
}

bool is_of_affected(std::string_view text, const ShareMention& share) {
  static const PhraseTable affected(kAffected), none_affected(kNoneAffected), others(kOtherShares);
  const std::string line = reduced(text, share.at);
  if (others.is_in(line)) return false;
  const auto words = share.at.of(text);
  const bool is_label = words.find("affected") < words.find_first_of("0123456789");
  return is_label || (share.high > 0 ? affected : none_affected).is_in(line);
}

/// Half of the last digit that a number is written with.
double rounding_of(std::string_view number) {
  const auto point = number.find('.');
  std::size_t decimals = 0;
  while (point != std::string_view::npos && is_digit(byte_at(number, point + 1 + decimals))) ++decimals;
  return 0.5 * std::pow(10, -static_cast<double>(decimals));
}

/// How far the front matter's number may be from one in prose.
double slack_of(const ShareMention& share, std::string_view words, const UsersShare& fact) {
  constexpr double kOfWords = 5, kOfApproximate = 0.1, kOfArithmetic = 1e-9;
  const bool is_whole = share.low <= 0 || share.high >= 100;
  double slack = std::max(rounding_of(words), rounding_of(fmt::format("{}", *fact.low)));
  if (share.in_words && !is_whole) slack = kOfWords;
  if (share.approximate) slack += share.high * kOfApproximate;
  return slack + kOfArithmetic;
}

std::string written(const UsersShare& share) {
  return *share.low == *share.high ? fmt::format("{}", *share.low)
                                   : fmt::format("[{}, {}]", *share.low, *share.high);
}

/// Why a share cannot be right; empty if it can.
std::string contradiction(const ClaimText& text, const ShareMention& share, const UsersShare& fact) {
  const auto words = as_written(text.text, share.at);
  if (!fact.low || !fact.high) {
    if (fact.unknown_reason.empty() || !text.is_about_whole) return {};
    return fmt::format("`{}` is a share, but the front matter says that nobody knows it", words);
  }
  const double slack = slack_of(share, share.at.of(text.text), fact);
  const Bound bound = bound_before(text.text, share.at.begin);
  const bool is_too_many = bound != Bound::at_most && share.low - slack > *fact.high;
  // At one time, or in one way, fewer may have been affected.
  const bool is_too_few = text.is_about_whole && bound != Bound::at_least && share.high + slack < *fact.low;
  if (!is_too_many && !is_too_few) return {};
  return fmt::format("`{}` is not what the front matter says: `users_percent: {}`", words, written(fact));
}

/// Whether the share at `i` is one of several in its sentence, which are parts of a whole.
bool has_companions(std::string_view text, const std::vector<ShareMention>& shares, std::size_t i) {
  for (std::size_t k = i > 0 ? i - 1 : 0; k < shares.size() && k <= i + 1; ++k) {
    const auto& other = shares[k];
    if (k == i) continue;
    if (other.of == ShareOf::users) return true;
    // "25 % of customers saw errors and 12 % timeouts"
    if (other.of == ShareOf::other &&
        is_any_of(word_before(text, other.at.begin),
                  {"and", "while", "other", "another", "remaining", "further", "rest"}))
      return true;
  }
  return false;
}

void check_text(const Subject& subject, const ClaimText& text, std::optional<ClaimFacts>& facts,
                const CheckReporter& report) {
  static const PhraseTable amounts(kAmounts);
  if (text.text.find('%') == std::string_view::npos && !amounts.is_in(text.text)) return;
  const auto shares = find_shares(text.text);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const auto& share = shares[i];
    if (share.of != ShareOf::users) continue;
    if (has_companions(text.text, shares, i)) continue;
    if (is_of_some(text.text, share.at) || is_in_quotation(text, share.at)) continue;
    if (!is_of_affected(text.text, share)) continue;
    const auto message = contradiction(text, share, subject.post.impact.users_percent);
    if (message.empty()) continue;
    if (!facts) facts.emplace(subject.post);
    if (facts->tells_of_other_days(text.text)) continue;
    report(text.span(subject.post, share.at), message, "correct the one that is wrong");
  }
}

}  // namespace

void check_claimed_shares(const Subject& subject, const CheckReporter& report) {
  const auto& fact = subject.post.impact.users_percent;
  if (!fact.low && fact.unknown_reason.empty()) return;
  std::optional<ClaimFacts> facts;
  for (const auto& text : claim_texts(subject, next_users_sign)) check_text(subject, text, facts, report);
}

}  // namespace pmsite
