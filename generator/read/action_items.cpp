// SPDX-License-Identifier: MIT
#include "read/action_items.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
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

/// Names that have the form of a ticket: "UTF-8", "SHA-256".
constexpr std::array<std::string_view, 10> kStandards = {"UTF",  "SHA", "ISO", "RFC", "TLS",
                                                         "HTTP", "AES", "RSA", "CRC", "IEEE"};

/// Whether text alone in a parenthesis is a ticket. One digit is too little to tell ("layer L-3"), unless
/// other details or a link stand beside it.
bool is_sure_ticket(std::string_view text) {
  if (!is_ticket(text)) return false;
  const auto hyphen = text.rfind('-');
  return text.size() - hyphen > 2 &&
         std::find(kStandards.begin(), kStandards.end(), text.substr(0, hyphen)) == kStandards.end();
}

std::vector<std::string_view> known_words() {
  auto known = candidates<ActionType>();
  known.insert(known.end(), {"due", "done", "dropped"});
  return known;
}

/// One piece of the parenthesis.
struct Detail {
  std::string text;
  std::string url;  ///< of a piece that is a link
};

bool is_break(const Node& node) {
  return node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break;
}

Detail detail_of(Nodes piece) {
  while (!piece.empty() && is_break(piece.back())) piece.pop_back();
  const bool is_link = piece.size() == 1 && piece[0].kind == NodeKind::link && is_absolute_url(piece[0].url);
  return {std::string(trim(plain_text(piece))), is_link ? piece[0].url : std::string()};
}

/// Cuts what a parenthesis holds at its commas and semicolons. One inside a link or code is part of it.
std::vector<Detail> details_of(const Nodes& inside) {
  std::vector<Nodes> pieces(1);
  for (const auto& node : inside) {
    if (node.kind != NodeKind::text) {
      if (!is_break(node) || !pieces.back().empty()) pieces.back().push_back(node);
      continue;
    }
    for (std::size_t begin = 0;;) {
      const auto end = node.literal.find_first_of(",;", begin);
      Node part;
      part.kind = NodeKind::text;
      part.literal = node.literal.substr(begin, end - begin);
      if (!trim(part.literal).empty()) pieces.back().push_back(std::move(part));
      if (end == std::string::npos) break;
      pieces.emplace_back();
      begin = end + 1;
    }
  }
  std::vector<Detail> details;
  for (auto& piece : pieces) details.push_back(detail_of(std::move(piece)));
  return details;
}

/// What follows `word` in "due 2026-03-18" or "due: 2026-03-18"; none where the text does not begin with it.
std::optional<std::string_view> after_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return std::nullopt;
  text.remove_prefix(word.size());
  if (!text.empty() && text[0] != ' ' && text[0] != ':') return std::nullopt;
  return text;
}

/// Reads the details of one item.
class DetailReader {
 public:
  /// `lines` are those of the item's first paragraph.
  DetailReader(ActionItem& item, const Span& lines, const SourceText& source, const FileReporter& reporter)
      : item_(item), lines_(lines), source_(source), reporter_(reporter) {}

  void read(const Detail& detail) {
    if (!detail.url.empty() && !detail.text.starts_with('@')) {
      item_.url = detail.url;
      if (is_ticket(detail.text)) item_.ticket = detail.text;
    } else {
      read_text(detail.text);
    }
  }

 private:
  void read_text(std::string_view detail) {
    if (const auto type = parse_word<ActionType>(detail)) {
      item_.type = *type;
    } else if (detail.starts_with('@') && detail.size() > 1) {
      item_.owner = detail.substr(1);
    } else if (const auto due = after_word(detail, "due")) {
      item_.due = read_date("due", *due, detail);
    } else if (const auto done = after_word(detail, "done")) {
      item_.state = ActionState::done;
      if (!done->empty()) item_.done = read_date("done", *done, detail);
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

  std::optional<Date> read_date(std::string_view word, std::string_view after, std::string_view detail) {
    const bool colon = after.starts_with(':');
    const auto text = trim(colon ? after.substr(1) : after);
    const auto date = parse_date(text);
    if (date && !colon) return date;
    if (colon || text.empty()) {
      const std::string wanted = date ? format_date(*date) : "YYYY-MM-DD";
      reporter_.report(
          kActionDetail, place_of(detail),
          colon ? fmt::format("`{}` has no colon behind it", word) : fmt::format("`{}` without a date", word),
          fmt::format("write `{} {}`", word, wanted));
    } else {
      reporter_.report(kActionDetail, place_of(text), fmt::format("`{}` is not a date", text),
                       "write it as YYYY-MM-DD");
    }
    return std::nullopt;
  }

  void report_unknown(std::string_view detail) {
    const auto owner = after_word(detail, "owner");
    const auto suggestion = owner ? std::string("an owner is written `@name`, without the word")
                                  : did_you_mean(detail, known_words());
    reporter_.report(
        kActionDetail, place_of(detail), fmt::format("`{}` says nothing about an action", detail),
        suggestion.empty() ? "use a type, @owner, `due` or `done` with a date, `dropped`, a URL or a ticket"
                           : suggestion);
  }

  Span place_of(std::string_view words) const {
    return source_.find(words, lines_.begin.line, lines_.end.line);
  }

  ActionItem& item_;
  Span lines_;
  const SourceText& source_;
  const FileReporter& reporter_;
};

/// Whether one piece of a parenthesis speaks about the action for certain.
bool is_sure_detail(const Detail& detail) {
  const std::string_view text = detail.text;
  const auto is_labelled = [text](std::string_view label) {
    const auto after = after_word(text, label);
    return after && after->starts_with(':');
  };
  return text.starts_with('@') || text.starts_with("due ") || text.starts_with("done ") || text == "done" ||
         text == "dropped" || parse_word<ActionType>(text) || is_labelled("due") || is_labelled("done") ||
         is_labelled("owner") || (is_absolute_url(text) && text.find(' ') == text.npos) ||
         is_sure_ticket(text) || (!detail.url.empty() && is_ticket(text));
}

/// Whether a parenthesis speaks about the action rather than being part of the sentence: a piece of it is a
/// detail, or all of it is one word that nearly is one ("prevnt"). Of short words only the case may be wrong:
/// "(none)" is not "done".
bool holds_details(const std::vector<Detail>& details) {
  if (std::any_of(details.begin(), details.end(), is_sure_detail)) return true;
  const std::string_view word = details[0].text;
  const auto meant = nearest(word, known_words());
  if (details.size() > 1 || meant.empty()) return false;
  return equal_ignoring_case(word, meant) || (word.size() > 4 && edit_distance(to_lower(word), meant) == 1);
}

/// A byte in the text of one of an item's inlines.
struct TextPlace {
  std::size_t node, byte;
};

/// The bracket that opens the parenthesis at the end of the inlines; before a full stop is the end, too.
std::optional<TextPlace> find_parenthesis(const Nodes& inlines) {
  int open = 0;
  bool seen_end = false;
  for (auto node = inlines.size(); node-- > 0;) {
    const bool is_text = inlines[node].kind == NodeKind::text;
    if (!is_text && !seen_end) return std::nullopt;
    if (!is_text) continue;
    const std::string& literal = inlines[node].literal;
    for (auto byte = literal.size(); byte-- > 0;) {
      const char c = literal[byte];
      if (!seen_end && c != ')' && c != ' ' && c != '.') return std::nullopt;
      if (c == ')') seen_end = ++open > 0;
      if (c == '(' && --open == 0) return TextPlace{node, byte};
    }
  }
  return std::nullopt;
}

/// Cuts the parenthesis at the end of the inlines off, and returns what it holds.
std::vector<Detail> take_details(Nodes& inlines) {
  while (!inlines.empty() && is_break(inlines.back())) inlines.pop_back();
  const auto open = find_parenthesis(inlines);
  if (!open) return {};
  // A link inside is a node of its own, so the parenthesis may span several nodes.
  const auto first = inlines.begin() + static_cast<std::ptrdiff_t>(open->node);
  Nodes inside(first, inlines.end());
  inside.front().literal.erase(0, open->byte + 1);
  inside.back().literal.erase(inside.back().literal.rfind(')'));
  auto details = details_of(inside);
  if (!holds_details(details)) return {};
  first->literal.erase(open->byte);
  while (first->literal.ends_with(' ')) first->literal.pop_back();
  inlines.erase(first + 1, inlines.end());
  return details;
}

/// Takes the task items out of the blocks, parents first, and the lists that are empty then.
void take_items(Nodes& blocks, const SourceText& source, const FileReporter& reporter,
                std::vector<ActionItem>& items) {
  const auto is_taken = [](const Node& node) {
    return (node.kind == NodeKind::item && node.task) ||
           (node.kind == NodeKind::list && node.children.empty());
  };
  for (auto& block : blocks) {
    if (is_inline(block.kind)) return;
    const auto index = items.size();
    const bool is_task = block.kind == NodeKind::item && block.task;
    if (is_task) {
      ActionItem item;
      item.at = span_on_line(block.at.begin.line, block.at.begin.column, 5);
      item.state = block.checked ? ActionState::done : ActionState::open;
      if (!block.children.empty() && block.children[0].kind == NodeKind::paragraph) {
        item.text = std::move(block.children[0].children);
        DetailReader reader(item, block.children[0].at, source, reporter);
        for (const auto& detail : take_details(item.text)) reader.read(detail);
        block.children.erase(block.children.begin());
      }
      items.push_back(std::move(item));
    }
    take_items(block.children, source, reporter, items);
    if (is_task) items[index].details = std::move(block.children);
  }
  std::erase_if(blocks, is_taken);
}

}  // namespace

std::vector<ActionItem> read_action_items(const Section& measures, const SourceText& source,
                                          const FileReporter& reporter) {
  std::vector<ActionItem> items;
  Nodes blocks = measures.blocks;
  take_items(blocks, source, reporter, items);
  return items;
}

}  // namespace pmsite
