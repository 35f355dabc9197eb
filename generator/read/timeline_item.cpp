// SPDX-License-Identifier: MIT
#include "read/timeline_item.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "read/event_words.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

/// The inlines of an item's first paragraph.
Nodes* first_inlines(Node& item) {
  if (item.children.empty() || item.children.front().kind != NodeKind::paragraph) return nullptr;
  return &item.children.front().children;
}

/// Adds the text that opens `nodes`, across bold and italics, up to the first node of another kind; false
/// once there was one.
bool append_opening(std::string& text, const Nodes& nodes) {
  for (const auto& node : nodes) {
    if (node.kind == NodeKind::text) {
      text += node.literal;
    } else if ((node.kind != NodeKind::strong && node.kind != NodeKind::emphasis) ||
               !append_opening(text, node.children)) {
      return false;
    }
  }
  return true;
}

/// Takes the first `bytes` of what append_opening() adds away, and the nodes that are empty then.
void cut_opening(Nodes& nodes, std::size_t& bytes) {
  auto node = nodes.begin();
  for (; node != nodes.end() && bytes > 0; ++node) {
    if (node->kind != NodeKind::text) {
      cut_opening(node->children, bytes);
      if (!node->children.empty()) break;
      continue;
    }
    const auto taken = std::min(bytes, node->literal.size());
    node->literal.erase(0, taken);
    bytes -= taken;
    if (!node->literal.empty()) break;
  }
  nodes.erase(nodes.begin(), node);
}

/// Drops blanks and breaks at the front.
void trim_front(Nodes& inlines) {
  const auto is_blank = [](const Node& node) {
    return node.kind == NodeKind::soft_break || (node.kind == NodeKind::text && trim(node.literal).empty());
  };
  inlines.erase(inlines.begin(), std::find_if_not(inlines.begin(), inlines.end(), is_blank));
}

/// "did you mean **Resolved** or **Mitigated**?"
std::string ask(const std::vector<EventKind>& kinds) {
  std::vector<std::string> names;
  for (const auto kind : kinds) names.push_back(fmt::format("**{}**", label(kind)));
  return fmt::format("did you mean {}?", join(names, " or "));
}

/// Takes the bold word that opens the text if it names a kind. What follows keeps its punctuation: ": the
/// cache ...".
EventKind take_kind(Nodes& inlines, const FileReporter& reporter) {
  if (inlines.empty() || inlines.front().kind != NodeKind::strong) return EventKind::note;
  std::string name = to_lower(plain_text(inlines.front()));
  std::string mark;
  if (name.ends_with(':') || name.ends_with('.')) {
    mark = name.back();
    name.pop_back();
  }
  const auto kind = parse_word<EventKind>(name);
  if (!kind || kind == EventKind::note) {
    if (const auto meant = meant_kinds(name); !meant.empty())
      reporter.report(kTimelineKind, inlines.front().at,
                      fmt::format("`{}` is not a kind of entry", plain_text(inlines.front())), ask(meant));
    return EventKind::note;
  }
  if (mark.empty()) {
    inlines.erase(inlines.begin());
  } else {
    inlines.front().kind = NodeKind::text;
    inlines.front().literal = mark;
    inlines.front().children.clear();
  }
  return *kind;
}

/// Whether a word is a state or was meant as one. Of two letters only the case may be wrong: `flag: on` is
/// not a misspelt "ok".
bool is_nearly_state(std::string_view text) {
  if (parse_word<ComponentState>(text)) return true;
  const auto meant = nearest(text, candidates<ComponentState>());
  return !meant.empty() && (text.size() > 2 || equal_ignoring_case(text, meant));
}

/// Whether inline code is a state, `name: word`. Other code (`status: 502`) belongs to the text.
bool looks_like_state(const Node& node) {
  const auto colon = node.literal.find(": ");
  if (node.kind != NodeKind::code || colon == std::string::npos || colon == 0) return false;
  const auto is_name_byte = [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
  };
  return std::all_of(node.literal.begin(), node.literal.begin() + static_cast<std::ptrdiff_t>(colon),
                     is_name_byte) &&
         is_nearly_state(std::string_view(node.literal).substr(colon + 2));
}

std::optional<StateChange> read_state(const Node& code, const FileReporter& reporter) {
  const auto colon = code.literal.find(": ");
  const std::string name = code.literal.substr(0, colon), state_word = code.literal.substr(colon + 2);
  const Span at = span_on_line(code.at.begin.line, code.at.begin.column, code.literal.size());
  if (const auto state = parse_word<ComponentState>(state_word)) return StateChange{name, *state, at};
  reporter.report(kComponentState, at, fmt::format("`{}` is not a state of a component", state_word),
                  did_you_mean(state_word, candidates<ComponentState>()));
  return std::nullopt;
}

/// At one moment a component has one state.
void add_state(std::vector<StateChange>& states, StateChange state, const FileReporter& reporter) {
  const auto known = std::find_if(states.begin(), states.end(), [&state](const StateChange& each) {
    return each.component == state.component;
  });
  if (known == states.end()) {
    states.push_back(std::move(state));
    return;
  }
  reporter.report(kComponentState, state.at, fmt::format("`{}` has two states in one entry", state.component),
                  "give each its own entry, with its own time");
}

/// Takes the states that end the entry, and the blanks and commas between them.
std::vector<StateChange> take_states(Nodes& inlines, const FileReporter& reporter) {
  std::vector<StateChange> states;
  auto last = inlines.size();
  const auto is_filler = [](const Node& node) {
    return node.kind == NodeKind::soft_break ||
           (node.kind == NodeKind::text && node.literal.find_first_not_of(" ,.;") == std::string::npos);
  };
  while (last > 0 && (is_filler(inlines[last - 1]) || looks_like_state(inlines[last - 1]))) --last;
  const auto first_state =
      std::find_if(inlines.begin() + static_cast<std::ptrdiff_t>(last), inlines.end(), looks_like_state);
  for (auto node = first_state; node != inlines.end(); ++node)
    if (looks_like_state(*node))
      if (auto state = read_state(*node, reporter)) add_state(states, *std::move(state), reporter);
  inlines.erase(first_state, inlines.end());
  while (!inlines.empty() && inlines.back().kind == NodeKind::soft_break) inlines.pop_back();
  if (!inlines.empty() && inlines.back().kind == NodeKind::text)
    while (inlines.back().literal.ends_with(' ')) inlines.back().literal.pop_back();
  return states;
}

/// Finds places of the text that opens an item, as append_opening() gives it, in the source line.
class OpeningPlace {
 public:
  OpeningPlace(const SourceText& source, const Node& item) {
    const bool has_blocks = !item.children.empty();
    begin_ = has_blocks ? item.children.front().at.begin : item.at.begin;
    line_ = source.line(begin_.line);
  }

  Span span(std::size_t offset, std::size_t length) const {
    const auto first = source_offset(offset), last = std::max(first, source_offset(offset + length - 1));
    return span_on_line(begin_.line, static_cast<int>(first) + 1, last - first + 1);
  }

 private:
  /// The byte of the line that is byte `offset` of the text: the marks of bold and italics are not part of
  /// it.
  std::size_t source_offset(std::size_t offset) const {
    const auto begin = static_cast<std::size_t>(begin_.column - 1);
    for (auto at = begin; at < line_.size(); ++at)
      if (line_[at] != '*' && line_[at] != '_' && offset-- == 0) return at;
    return begin;
  }

  Position begin_;
  std::string_view line_;
};

void report_wrong_time(const WrongTime& wrong, std::size_t offset, const OpeningPlace& place,
                       const FileReporter& reporter) {
  reporter.report(kTimelineTime, place.span(offset + wrong.offset, wrong.written.size()),
                  fmt::format("`{}` is not a time of day", wrong.written), wrong.help);
}

/// Reads the time at the front of an item's text. What is not a time is reported.
std::optional<TimeStamp> read_stamp(std::string_view opening, const OpeningPlace& place,
                                    const FileReporter& reporter) {
  const auto stamp = read_time_stamp(opening);
  if (!stamp) {
    if (const auto wrong = read_wrong_time(opening)) {
      report_wrong_time(*wrong, 0, place, reporter);
    } else {
      reporter.report(kTimelineTime, place.span(0, 1), "the entry does not begin with a time",
                      "begin it with a time and a zone: `14:05 UTC - what happened`");
    }
    return std::nullopt;
  }
  // "23:30-24:00": what is joined to the time by a dash is the end of a range.
  const auto dash = opening.substr(stamp->length, stamp->text_offset - stamp->length);
  const bool joined = stamp->has_separator && dash.find_first_of(" :") == std::string_view::npos;
  const auto wrong = joined ? read_wrong_time(opening.substr(stamp->text_offset)) : std::nullopt;
  if (!wrong) return stamp;
  report_wrong_time(*wrong, stamp->text_offset, place, reporter);
  return std::nullopt;
}

}  // namespace

std::optional<TimelineItem> read_timeline_item(Node item, const SourceText& source,
                                               const FileReporter& reporter) {
  const OpeningPlace place(source, item);
  Nodes* inlines = first_inlines(item);
  std::string opening;
  if (inlines != nullptr) append_opening(opening, *inlines);
  const auto stamp = read_stamp(opening, place, reporter);
  if (!stamp) return std::nullopt;
  TimelineItem read{*stamp, {}, {}, {}};
  read.entry.at = place.span(0, stamp->length);
  read.zone_at = stamp->zone.empty() ? read.entry.at : place.span(stamp->zone_offset, stamp->zone.size());
  if (!stamp->has_separator) {
    read.lower_case_zone = lower_case_zone(std::string_view(opening).substr(stamp->length));
    return read;
  }
  std::size_t bytes = stamp->text_offset;
  cut_opening(*inlines, bytes);
  trim_front(*inlines);
  read.entry.kind = take_kind(*inlines, reporter);
  read.entry.states = take_states(*inlines, reporter);
  read.entry.text = std::move(*inlines);
  read.entry.details.assign(std::make_move_iterator(item.children.begin() + 1),
                            std::make_move_iterator(item.children.end()));
  return read;
}

}  // namespace pmsite
