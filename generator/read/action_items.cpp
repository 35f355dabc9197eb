// SPDX-License-Identifier: MIT
#include "read/action_items.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pmsite {
namespace {

/// "OPS-311": letters, a hyphen, digits.
bool is_ticket(std::string_view text) {
  const auto hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == text.size()) return false;
  const auto key = text.substr(0, hyphen), number = text.substr(hyphen + 1);
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; }) &&
         is_letter(key[0]) && std::all_of(number.begin(), number.end(), is_digit);
}

std::vector<std::string_view> known_words() {
  auto known = candidates<ActionType>();
  known.insert(known.end(), {"due", "done", "dropped"});
  return known;
}

/// Reads the details of one item.
class DetailReader {
 public:
  /// `last_line` is the last one of the item, which begins at `item.at`.
  DetailReader(ActionItem& item, int last_line, const SourceText& source, const FileReporter& reporter)
      : item_(item), last_line_(last_line), source_(source), reporter_(reporter) {}

  void read(std::string_view details) {
    for (const auto piece : split(details, ',')) read_detail(trim(piece));
  }

 private:
  void read_detail(std::string_view detail) {
    if (const auto type = parse_word<ActionType>(detail)) {
      item_.type = *type;
    } else if (detail.starts_with('@') && detail.size() > 1) {
      item_.owner = detail.substr(1);
    } else if (detail.starts_with("due ")) {
      item_.due = read_date(trim(detail.substr(4)));
    } else if (detail.starts_with("done ")) {
      item_.done = read_date(trim(detail.substr(5)));
      item_.state = ActionState::done;
    } else if (detail == "dropped") {
      item_.state = ActionState::dropped;
    } else if (is_absolute_url(detail)) {
      item_.url = detail;
    } else if (is_ticket(detail)) {
      item_.ticket = detail;
    } else if (!detail.empty()) {
      report_unknown(detail);
    }
  }

  std::optional<Date> read_date(std::string_view text) {
    const auto date = parse_date(text);
    if (!date)
      reporter_.report(kActionDetail, place_of(text), fmt::format("`{}` is not a date", text),
                       "write it as YYYY-MM-DD");
    return date;
  }

  void report_unknown(std::string_view detail) {
    const auto suggestion = did_you_mean(detail, known_words());
    reporter_.report(
        kActionDetail, place_of(detail), fmt::format("`{}` says nothing about an action", detail),
        suggestion.empty() ? "use a type, @owner, `due` or `done` with a date, `dropped`, a URL or a ticket"
                           : suggestion);
  }

  Span place_of(std::string_view words) const { return source_.find(words, item_.at.begin.line, last_line_); }

  ActionItem& item_;
  int last_line_;
  const SourceText& source_;
  const FileReporter& reporter_;
};

/// Whether a parenthesis speaks about the action rather than being part of the sentence: one of its pieces is
/// a detail.
bool holds_details(std::string_view inside) {
  for (auto piece : split(inside, ',')) {
    piece = trim(piece);
    if (piece.starts_with('@') || piece.starts_with("due ") || piece.starts_with("done ") ||
        piece == "dropped" || parse_word<ActionType>(piece) || is_ticket(piece) ||
        (is_absolute_url(piece) && piece.find(' ') == piece.npos))
      return true;
  }
  // A single misspelt word: "(prevnt)".
  return inside.find(' ') == std::string_view::npos && !nearest(inside, known_words()).empty();
}

/// Cuts the parenthesis at the end of the inlines off, and returns what it holds.
std::string take_details(Nodes& inlines) {
  while (!inlines.empty() && inlines.back().kind == NodeKind::soft_break) inlines.pop_back();
  // A URL inside is a link node of its own, so the parenthesis may span several nodes.
  std::string text;
  for (std::size_t first = inlines.size(); first-- > 0;) {
    text = plain_text(inlines[first]) + text;
    const auto open =
        inlines[first].kind == NodeKind::text ? inlines[first].literal.rfind('(') : std::string::npos;
    if (open == std::string::npos) continue;
    const std::string tail(trim(std::string_view(text).substr(open)));
    const auto close = tail.rfind(')');
    const bool at_the_end =
        close != std::string::npos && tail.find_first_not_of(" .", close + 1) == std::string::npos;
    const std::string inside = at_the_end ? tail.substr(1, close - 1) : std::string();
    if (!at_the_end || !holds_details(inside)) return {};
    std::string& literal = inlines[first].literal;
    literal.erase(open);
    while (literal.ends_with(' ')) literal.pop_back();
    inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(first) + 1, inlines.end());
    return inside;
  }
  return {};
}

void collect(const Nodes& blocks, const SourceText& source, const FileReporter& reporter,
             std::vector<ActionItem>& items) {
  for (const auto& block : blocks) {
    if (block.kind == NodeKind::item && block.task) {
      ActionItem item;
      item.at = span_on_line(block.at.begin.line, block.at.begin.column, 5);
      item.state = block.checked ? ActionState::done : ActionState::open;
      if (!block.children.empty() && block.children[0].kind == NodeKind::paragraph)
        item.text = block.children[0].children;
      DetailReader(item, block.at.end.line, source, reporter).read(take_details(item.text));
      items.push_back(std::move(item));
    }
    if (!is_inline(block.kind)) collect(block.children, source, reporter, items);
  }
}

}  // namespace

std::vector<ActionItem> read_action_items(const Section& measures, const SourceText& source,
                                          const FileReporter& reporter) {
  std::vector<ActionItem> items;
  collect(measures.blocks, source, reporter, items);
  return items;
}

}  // namespace pmsite
