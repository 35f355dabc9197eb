// SPDX-License-Identifier: MIT
#include "read/raw_candidates.hpp"

#include "base/text.hpp"
#include "read/raw_stamp.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace pmsite {
namespace {

constexpr std::size_t kLongestHeading = 120;
constexpr std::size_t kLongestLabel = 80;

std::size_t count_blanks(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool begins_with_time(std::string_view text) {
  const auto stamp = stamp_at_front(text);
  return stamp && stamp->label.empty();
}

/// "Encore: The Cha-Cha Timeline": every longer word begins with a capital.
bool is_title_case(std::string_view text) {
  for (const auto word : split(text, ' ')) {
    const bool small = !word.empty() && word[0] >= 'a' && word[0] <= 'z';
    if (small && word.size() > 3) return false;
  }
  return true;
}

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with(','); }

/// Bytes of the label at the front of a line, without its colon or dash; 0 if there is none.
std::size_t label_length(const RawLine& line) {
  const std::string_view text = line.text;
  if (line.kind == RawLineKind::table_row) {
    const auto bar = text.find('|');
    return bar == std::string_view::npos || bar > kLongestLabel ? 0 : bar;
  }
  const auto colon = text.substr(0, kLongestLabel + 1).find(':');
  if (colon != std::string_view::npos && colon > 0) {
    const bool is_clock = is_digit(text[colon - 1]) && colon + 1 < text.size() && is_digit(text[colon + 1]);
    if (!is_clock) return colon;
  }
  // "Impact - 40% of users": a dash ends a label only where something else sets it off.
  for (const std::string_view dash : {" - ", " – ", " — "}) {
    const auto at = text.substr(0, kLongestLabel).find(dash);
    if (at != std::string_view::npos &&
        (line.bold_label > 0 || line.kind == RawLineKind::bullet || is_title_case(text.substr(0, at))))
      return at;
  }
  return line.bold_label < kLongestLabel ? line.bold_label : 0;
}

int whole_line_rank(const RawLine& line) {
  if (line.kind == RawLineKind::heading) return line.level;
  if (line.kind == RawLineKind::bullet) return kBulletRank;
  return line.bold ? kBoldRank : kPlainRank;
}

class CandidateFinder {
 public:
  explicit CandidateFinder(const RawText& text) : text_(text) {
    while (first_ < text.lines.size() && text.lines[first_].text.empty()) ++first_;
  }

  std::vector<RawCandidate> run() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      const auto& line = text_.lines[i];
      if (!may_hold_label(line)) continue;
      if (auto candidate = read(i, line)) candidates_.push_back(std::move(*candidate));
    }
    number_versions();
    return std::move(candidates_);
  }

 private:
  static bool may_hold_label(const RawLine& line) {
    switch (line.kind) {
      case RawLineKind::text:
      case RawLineKind::heading:
      case RawLineKind::bullet:
      case RawLineKind::quote:
      case RawLineKind::table_row:
        return !line.leads_inside && !begins_with_time(line.text);
      default:
        return false;
    }
  }

  std::optional<RawCandidate> read(std::size_t index, const RawLine& line) const {
    RawCandidate candidate;
    candidate.line = index;
    const bool is_heading = line.kind == RawLineKind::heading;
    const bool is_table_head = line.kind == RawLineKind::table_row && index + 1 < text_.lines.size() &&
                               text_.lines[index + 1].kind == RawLineKind::rule;
    if (is_table_head) return std::nullopt;
    if (!is_heading && read_inline(line, candidate)) {
      if (is_decorated(line, candidate)) candidate.rank = whole_line_rank(line);
      return candidate;
    }
    candidate.heading = line.text;
    if (line.kind != RawLineKind::table_row && line.text.size() <= kLongestHeading) {
      candidate.rank = whole_line_rank(line);
      candidate.label = read_whole(index, line);
      if (candidate.label.is_known()) return candidate;
    }
    if (!is_heading) return std::nullopt;
    read_inline(line, candidate);
    candidate.rank = line.level;
    return candidate;
  }

  /// "Timeline: The Plot Thickens" is no label with its text but a heading with a joke.
  static bool is_decorated(const RawLine& line, const RawCandidate& candidate) {
    const auto role = candidate.label.role;
    const bool section = role == Role::timeline || role == Role::summary || role == Role::measures ||
                         candidate.label.is_joint();
    if (!section || candidate.label.field != RawField::none || !candidate.has_text) return false;
    const bool number = std::any_of(line.text.begin(), line.text.end(), is_digit);
    return line.kind == RawLineKind::text && !number && !ends_sentence(line.text) &&
           count_blanks(line.text) < 9 && is_title_case(line.text);
  }

  /// "Impact: 40% of users", "**Impact**" and "Impact:".
  static bool read_inline(const RawLine& line, RawCandidate& candidate) {
    const std::string_view text = line.text;
    const auto length = label_length(line);
    if (length == 0) return false;
    const auto label = read_label(text.substr(0, length));
    if (!label.is_known()) return false;
    candidate.label = label;
    candidate.heading = std::string(trim(text.substr(0, length)));
    candidate.has_text = has_words(text.substr(length));
    candidate.rank = candidate.has_text ? kInlineRank : whole_line_rank(line);
    return true;
  }

  /// What the whole line announces. Only what surely is a heading may be decorated.
  RawLabel read_whole(std::size_t index, const RawLine& line) const {
    if (line.kind == RawLineKind::heading) {
      const auto heading = is_first(index) ? read_label(line.text) : read_heading(line.text);
      return heading.is_known() ? heading : read_misspelt(line.text);
    }
    const bool sentence = ends_sentence(line.text) || has_number(line.text);
    const auto label = sentence ? RawLabel{} : read_label(line.text);
    if (label.is_known() || line.kind == RawLineKind::bullet || sentence || is_first(index)) return label;
    if (const auto misspelt = read_misspelt(line.text); misspelt.is_known()) return misspelt;
    const bool decorated = count_blanks(line.text) < 9 && is_title_case(line.text);
    return decorated && (line.bold || stands_alone(index)) ? read_heading(line.text) : label;
  }

  /// The first line with words is the title if it is anything.
  bool is_first(std::size_t index) const { return index == first_; }

  bool stands_alone(std::size_t index) const {
    return index == 0 || text_.lines[index - 1].text.empty() || text_.lines[index].text.ends_with(':');
  }

  /// A number behind the front: "Issue detected at 2:00 by alert" is a sentence.
  static bool has_number(std::string_view text) {
    constexpr std::size_t kFront = 4;
    return text.size() > kFront && std::any_of(text.begin() + kFront, text.end(), is_digit);
  }

  /// "(all times in UTC)" goes with its heading.
  static bool has_words(std::string_view text) {
    const auto rest = trim(text.substr(std::min(text.find_first_not_of(" :-"), text.size())));
    if (rest.starts_with('(') && rest.find(')') == rest.size() - 1) return false;
    if (to_lower(rest.substr(0, 10)).starts_with("all times")) return false;
    return std::any_of(text.begin(), text.end(), [](char c) {
      return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0xC3;
    });
  }

  /// A second summary or timeline behind the causes or measures of a first begins a second postmortem.
  void number_versions() {
    int version = 0;
    bool has_timeline = false;
    bool has_end = false;
    for (auto& candidate : candidates_) {
      const auto role = candidate.label.role;
      const bool restarts = (role == Role::summary || role == Role::timeline) && candidate.is_whole_line();
      if (restarts && has_timeline && has_end) {
        ++version;
        has_timeline = has_end = false;
      }
      candidate.version = version;
      if (!candidate.is_whole_line() && !candidate.label.is_joint()) continue;
      has_timeline = has_timeline || role == Role::timeline;
      has_end = has_end || (has_timeline && (role == Role::measures || candidate.label.is_joint()));
    }
  }

  const RawText& text_;
  std::size_t first_ = 0;  // line with words
  std::vector<RawCandidate> candidates_;
};

}  // namespace

std::vector<RawCandidate> find_candidates(const RawText& text) { return CandidateFinder(text).run(); }

}  // namespace pmsite
