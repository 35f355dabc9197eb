// SPDX-License-Identifier: MIT
#include "review/raw_judge_tellers.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

/// What links a cause with what it did.
constexpr auto kMechanism = std::to_array<std::string_view>({
    "because|since|due|owing|caused|causing|causes|leading|led|leads|result*|therefore|thus|hence|consequen*|"
    "trigger*|prevent*|stem*|made|until|whenever|once|while|during|used|waited|waits|stopped|lost|could|"
    "rejected|refused|dropped|"
    "making|meant|meaning|forc*|allow*|overwhelm*|exhaust*|exceed*|overloaded|overloading|unable|fail*|"
    "crash*|block*|broke|so|instead|never|forgot*|neglect*|accidental*",
    "which",
    "could|did|was|were|does|had not",
});

/// "Alerts went off because of errors" tells what was seen, not why.
bool tells_news(const Statement& statement) {
  static constexpr auto kNews = std::to_array<std::string_view>({"alert*|alarm*|report*|complain*|notified"});
  static const PhraseTable kNewsTable{std::span<const std::string_view>(kNews)};
  return statement.timed >= 0 && kNewsTable.is_in(statement.text);
}

/// "Unknown." "The vendor never told us what was wrong."
bool is_unknown_cause(const Statement& statement) {
  static constexpr auto kUnknown = std::to_array<std::string_view>({
      "cause|reason|why|explanation|this ... is|remains|was|stays|still ... "
      "unknown|unclear|mystery|undetermined|open",
      "not|never|nobody|don't|didn't|cannot|can't|couldn't|no ... "
      "know|knows|told|tell|say|explain|found|find|learn|learned|"
      "determine|understand ... what|why|cause|reason|how",
      "no|without ... explanation|answer|idea|clue",
      "would love|like ... to ... write|give|explain",
      "that we have none",
  });
  static const PhraseTable kUnknownTable{std::span<const std::string_view>(kUnknown)};
  static constexpr auto kAlone = std::to_array<std::string_view>({"unknown|unclear|undetermined"});
  static const PhraseTable kAloneTable{std::span<const std::string_view>(kAlone)};
  if (words_of(statement) <= 4 && kAloneTable.is_in(statement.text)) return true;
  return kUnknownTable.is_in(statement.text);
}

}  // namespace

Finding judge_cause_detail(const RawReading& reading) {
  static const PhraseTable kMechanismTable{std::span<const std::string_view>(kMechanism)};
  const Tellers tellers(reading.statements);
  const bool has_late =
      std::any_of(reading.statements.begin(), reading.statements.end(),
                  [&](const Statement& it) { return tellers.is_cause(it) && !it.is_early; });
  Proof told, elsewhere;
  std::size_t words = 0, links = 0, count = 0, far_words = 0, far_links = 0, links_of_cause = 0;
  bool is_unknown = false;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_ahead()) continue;
    if (is_unknown_cause(statement)) {
      is_unknown = is_unknown || statement.is_in(Role::cause);
      continue;
    }
    const std::size_t its_words = words_of(statement),
                      its_links = kMechanismTable.find(statement.text).size();
    const int heard = cause_weight_in(statement.text);
    if (tellers.is_cause(statement) && (!statement.is_early || !has_late)) {
      words += its_words, links += its_links, ++count;
      if (heard >= 6) ++links_of_cause;
      told.add(statement, static_cast<int>(std::min<std::size_t>(its_words, 16) +
                                           4 * std::min<std::size_t>(its_links, 3)));
    } else if (!tells_news(statement) && (heard >= 6 || names_fault(statement.text))) {
      far_words += its_words, far_links += its_links;
      const bool is_plain = heard >= 7 || (heard >= 6 && names_fault(statement.text));
      if (its_links > 0) elsewhere.add(statement, its_words >= 24 && is_plain ? 2 : 1);
    }
  }
  // Where nobody knows it, the section tells of the search for it.
  if (is_unknown && links_of_cause < 1) return {};
  const bool is_rich_elsewhere = count == 0 && far_words >= 25 && far_links >= 1;
  const bool is_rich = (words >= 15 && links >= 1) || words >= 30 || (count >= 3 && words >= 12);
  return is_rich ? told.finding(1) : elsewhere.finding(is_rich_elsewhere ? 1 : 2);
}

}  // namespace pmsite
