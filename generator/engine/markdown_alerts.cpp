// SPDX-License-Identifier: MIT
#include "engine/markdown_alerts.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace pmsite {
namespace {

const std::vector<std::string_view>& alert_words() {
  static const std::vector<std::string_view> kWords = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};
  return kWords;
}

bool is_alert_word(std::string_view word) {
  return std::any_of(alert_words().begin(), alert_words().end(),
                     [word](std::string_view known) { return equal_ignoring_case(known, word); });
}

/// What stands between "[!" and "]" at the front of a line, if that is a word; or empty.
std::string_view marked_word(std::string_view line) {
  if (!line.starts_with("[!")) return {};
  const auto word = line.substr(2, line.find(']') - 2);
  const bool is_word = word.size() + 2 < line.size() && std::all_of(word.begin(), word.end(), [](char c) {
                         return is_letter(c) || c == '-' || c == '_';
                       });
  return is_word ? word : std::string_view();
}

std::string help_for(std::string_view word) {
  const auto meant = nearest(word, alert_words());
  if (!meant.empty()) return fmt::format("did you mean `[!{}]`?", meant);
  return fmt::format("use one of: {}", fmt::join(alert_words(), ", "));
}

class AlertMarker {
 public:
  AlertMarker(std::string_view text, int first_line, const FileReporter& reporter)
      : rest_(text), line_(first_line), reporter_(reporter) {}

  void visit(Nodes& blocks) {
    for (auto& block : blocks) {
      if (block.kind == NodeKind::list || block.kind == NodeKind::item) visit(block.children);
      if (block.kind == NodeKind::block_quote) judge(block);
    }
  }

 private:
  /// In the tree an escaped bracket looks like any other, so the source has the last word.
  void judge(Node& quote) {
    if (quote.children.empty() || quote.children.front().kind != NodeKind::paragraph) return;
    const Node& opening = quote.children.front();
    if (opening.children.empty() || !opening.children.front().literal.starts_with("[!")) return;
    const std::string_view line = source_at(opening.at.begin);
    const std::string_view word = marked_word(line);
    if (word.empty()) return;
    const bool stands_alone = line.size() == word.size() + 3 && opening.children.front().literal == line;
    const bool has_text = opening.children.size() > 1 || quote.children.size() > 1;
    const Span at = span_on_line(opening.at.begin.line, opening.at.begin.column, word.size() + 3);
    if (!is_alert_word(word)) {
      // With other words behind it, it may be quoted from a log.
      if (stands_alone) report(at, fmt::format("`[!{}]` is no alert", word), help_for(word));
    } else if (!stands_alone) {
      report(at, fmt::format("`[!{}]` is followed by text on its line, so it makes no alert", word),
             "put the text on the next line of the quotation");
    } else if (!has_text) {
      report(at, fmt::format("the alert `[!{}]` has no text", word), "write it on the next line, behind `>`");
    } else {
      make_alert(quote, word);
    }
  }

  static void make_alert(Node& quote, std::string_view word) {
    quote.kind = NodeKind::alert;
    quote.title = to_lower(word);
    Node& opening = quote.children.front();
    if (opening.children.size() == 1) {
      quote.children.erase(quote.children.begin());
    } else {
      opening.children.erase(opening.children.begin(), opening.children.begin() + 2);  // the mark, its break
      ++opening.at.begin.line;
    }
  }

  /// The rest of the line from there, without blanks around it. Asked in the order of lines, which keeps many
  /// quotes from being slow.
  std::string_view source_at(Position at) {
    for (; line_ < at.line; ++line_) rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size() - 1) + 1);
    const std::string_view line = rest_.substr(0, rest_.find('\n'));
    const auto column = std::min(static_cast<std::size_t>(at.column) - 1, line.size());
    return trim(line.substr(column));
  }

  void report(Span at, std::string message, std::string help) {
    reporter_.report(kAlertUnknown, at, std::move(message), std::move(help));
  }

  std::string_view rest_;  ///< of the text, from `line_` on
  int line_;
  const FileReporter& reporter_;
};

}  // namespace

void mark_alerts(Nodes& blocks, std::string_view text, int first_line, const FileReporter& reporter) {
  AlertMarker(text, first_line, reporter).visit(blocks);
}

}  // namespace pmsite
