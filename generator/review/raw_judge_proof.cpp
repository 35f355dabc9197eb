// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr std::size_t kQuotation = 120;

/// The end of the last whole word in the first bytes of `text`.
std::size_t quotation_end(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  auto end = text.rfind(' ', limit);
  if (end == std::string_view::npos || end == 0) {
    end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  }
  return end;
}

std::string quote(std::string_view text, std::size_t at) {
  std::size_t begin = 0;
  if (at > kQuotation * 2 / 3 && text.size() > kQuotation) {
    begin = text.rfind(' ', at - kQuotation / 3);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
  }
  text.remove_prefix(begin);
  return std::string(trim(text.substr(0, quotation_end(text, kQuotation))));
}

}  // namespace

void Proof::add(const Statement& statement, int weight, std::size_t at) {
  const Item item{&statement, weight, at, statement.line_at(at)};
  if (items_.empty() || items_.back().line < item.line)
    items_.push_back(item);
  else if (items_.back().weight < weight)
    items_.back() = item;
}

int Proof::best() const {
  int best = 0;
  for (const auto& item : items_) best = std::max(best, item.weight);
  return best;
}

Finding Proof::finding(int enough) const {
  Finding finding;
  const int weight = best();
  if (items_.empty() || weight < enough) return finding;
  auto first = items_.begin();
  while (first->weight < weight) ++first;
  finding.met = true;
  finding.evidence = quote(first->statement->text, first->at);
  finding.lines.push_back(first->line);
  // Lines are in order, and the first is the best; so only what comes behind it can follow.
  for (auto item = std::next(first); item != items_.end() && finding.lines.size() < 3; ++item)
    if (item->weight >= enough) finding.lines.push_back(item->line);
  return finding;
}

Heard heaviest(const PhraseTable& phrases, std::span<const Cue> rows, std::string_view text) {
  Heard heard;
  // Phrases may overlap: one that begins inside of a lighter one counts as well.
  for (auto match = phrases.next(text); match;
       match = phrases.next(text, next_word(text, match->at.begin).end))
    if (const int weight = rows[match->row].weight; weight > heard.weight)
      heard = {weight, match->at.begin, match->row};
  return heard;
}

bool is_denial(std::string_view text) {
  static constexpr auto kDenials = std::to_array<std::string_view>({
      "not applicable|needed|necessary|required|escalated",
      "none|nil|nobody",
      "no escalation*|misleading|further",
      "never escalated",
  });
  constexpr std::size_t kNone = 1;
  static const PhraseTable kDenialsTable{std::span<const std::string_view>(kDenials)};
  text = trim(text);
  if (equal_ignoring_case(text.substr(0, 3), "n/a")) return true;
  const auto match = kDenialsTable.next(text);
  // "None" is an answer; "None of the restarts helped" is a tale.
  return match && match->at.begin <= 24 && (match->row != kNone || count_words(text) <= 4);
}

}  // namespace pmsite
