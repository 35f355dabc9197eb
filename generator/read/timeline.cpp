// SPDX-License-Identifier: MIT
#include "read/timeline.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "read/reading_rules.hpp"
#include "read/time_stamp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace pmsite {
namespace {

using namespace std::chrono;

/// A clock that goes back by this much has passed midnight; by less, the entries are out of order.
constexpr hours kPastMidnight{6};

/// An entry whose time is not yet placed on the calendar.
struct Draft {
  TimeStamp stamp;
  TimelineEntry entry;
};

/// The inlines of an item's first paragraph.
Nodes* first_inlines(Node& item) {
  if (item.children.empty() || item.children.front().kind != NodeKind::paragraph) return nullptr;
  return &item.children.front().children;
}

/// Reads the time off the front of the inlines; it may be set in bold or italics.
std::optional<TimeStamp> take_time_stamp(Nodes& inlines) {
  if (inlines.empty()) return std::nullopt;
  Node& first = inlines.front();
  if (first.kind == NodeKind::text) {
    const auto stamp = read_time_stamp(first.literal);
    if (stamp) first.literal.erase(0, stamp->text_offset);
    return stamp;
  }
  if (first.kind != NodeKind::strong && first.kind != NodeKind::emphasis) return std::nullopt;
  auto stamp = read_time_stamp(plain_text(first));
  if (!stamp || stamp->text_offset != plain_text(first).size()) return std::nullopt;
  inlines.erase(inlines.begin());
  if (!inlines.empty() && inlines.front().kind == NodeKind::text) {
    // The separator may stand outside: "**14:05 UTC** - text".
    const auto with_time = read_time_stamp("00:00" + inlines.front().literal);
    if (with_time && with_time->has_separator) {
      stamp->has_separator = true;
      inlines.front().literal.erase(0, with_time->text_offset - 5);
    }
  }
  return stamp;
}

/// Takes the bold word that opens the text if it names a kind. What follows keeps its punctuation: ": the
/// cache ...".
EventKind take_kind(Nodes& inlines, const FileReporter& reporter) {
  if (!inlines.empty() && inlines.front().kind == NodeKind::text && trim(inlines.front().literal).empty())
    inlines.erase(inlines.begin());
  if (inlines.empty() || inlines.front().kind != NodeKind::strong) return EventKind::note;
  std::string name = to_lower(plain_text(inlines.front()));
  const bool colon_inside = name.ends_with(':');
  if (colon_inside) name.pop_back();
  const auto kind = parse_word<EventKind>(name);
  if (!kind || kind == EventKind::note) {
    const auto meant = nearest(name, candidates<EventKind>());
    if (!meant.empty() && meant != "note")
      reporter.report(kTimelineKind, inlines.front().at,
                      fmt::format("`{}` is not a kind of entry", plain_text(inlines.front())),
                      fmt::format("did you mean **{}**?", label(*parse_word<EventKind>(meant))));
    return EventKind::note;
  }
  if (colon_inside) {
    inlines.front().kind = NodeKind::text;
    inlines.front().literal = ":";
    inlines.front().children.clear();
  } else {
    inlines.erase(inlines.begin());
  }
  return *kind;
}

/// Whether inline code has the form of a state: `name: word`.
bool looks_like_state(const Node& node) {
  const auto colon = node.literal.find(": ");
  if (node.kind != NodeKind::code || colon == std::string::npos || colon == 0) return false;
  const auto is_name_byte = [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
  };
  return std::all_of(node.literal.begin(), node.literal.begin() + static_cast<std::ptrdiff_t>(colon),
                     is_name_byte) &&
         node.literal.find(' ', colon + 2) == std::string::npos;
}

std::optional<StateChange> read_state(const Node& code, const FileReporter& reporter) {
  const auto colon = code.literal.find(": ");
  const std::string name = code.literal.substr(0, colon), state_word = code.literal.substr(colon + 2);
  const Span at = span_on_line(code.at.begin.line, code.at.begin.column, code.literal.size());
  const auto state = parse_word<ComponentState>(state_word);
  if (state) return StateChange{name, *state, at};
  const auto suggestion = did_you_mean(state_word, candidates<ComponentState>());
  reporter.report(kComponentState, at, fmt::format("`{}` is not a state of a component", state_word),
                  suggestion.empty() ? "use ok, degraded, down, maintenance or unknown" : suggestion);
  return std::nullopt;
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
      if (auto state = read_state(*node, reporter)) states.push_back(*std::move(state));
  inlines.erase(first_state, inlines.end());
  while (!inlines.empty() && inlines.back().kind == NodeKind::soft_break) inlines.pop_back();
  if (!inlines.empty() && inlines.back().kind == NodeKind::text)
    while (inlines.back().literal.ends_with(' ')) inlines.back().literal.pop_back();
  return states;
}

/// Where the text of a line begins: behind its bullet.
Span stamp_span(const SourceText& source, Position item, std::size_t length) {
  const auto line = source.line(item.line);
  const auto offset = line.find_first_not_of(" \t*_`", static_cast<std::size_t>(item.column));
  return span_on_line(item.line,
                      offset == std::string_view::npos ? item.column : static_cast<int>(offset) + 1, length);
}

std::optional<Draft> read_item(Node item, const SourceText& source, const FileReporter& reporter) {
  Nodes* inlines = first_inlines(item);
  const auto stamp = inlines == nullptr ? std::nullopt : take_time_stamp(*inlines);
  if (!stamp || !stamp->has_separator) {
    const bool time_only = stamp.has_value();
    reporter.report(
        kTimelineTime, stamp_span(source, item.at.begin, stamp ? stamp->length : 1),
        time_only ? "no dash between the time and the text" : "the entry does not begin with a time",
        time_only ? "write `14:05 UTC - what happened`"
                  : "begin it with a time and a zone: `14:05 UTC - what happened`");
    return std::nullopt;
  }
  Draft draft{*stamp, {}};
  draft.entry.at = stamp_span(source, item.at.begin, stamp->length);
  draft.entry.kind = take_kind(*inlines, reporter);
  draft.entry.states = take_states(*inlines, reporter);
  draft.entry.text = std::move(*inlines);
  draft.entry.details.assign(std::make_move_iterator(item.children.begin() + 1),
                             std::make_move_iterator(item.children.end()));
  return draft;
}

/// "All times are UTC": a zone that the heading or a paragraph gives to every entry.
std::string stated_zone(const Section& section, Date date) {
  std::string prose = plain_text(section.heading);
  for (const auto& block : section.blocks)
    if (block.kind == NodeKind::paragraph) prose += " " + plain_text(block);
  if (to_lower(prose).find("time") == std::string::npos) return {};
  std::string word;
  for (const char c : prose + " ") {
    if (is_letter(c) || is_digit(c) || c == '+' || c == ':' || c == '-') {
      word += c;
      continue;
    }
    while (word.ends_with(':') || word.ends_with('-')) word.pop_back();
    if (word != "Z" && !zone_meanings(word, date).empty()) return word;
    word.clear();
  }
  return {};
}

/// The zone for entries without one: a stated one, else the only one that entries use.
std::string common_zone(const Section& section, const std::vector<Draft>& drafts, Date date) {
  if (auto stated = stated_zone(section, date); !stated.empty()) return stated;
  std::set<std::string> zones;
  for (const auto& draft : drafts)
    if (!draft.stamp.zone.empty()) zones.insert(draft.stamp.zone);
  return zones.size() == 1 ? *zones.begin() : std::string();
}

/// The date of the first entry. A missing `started_at` is reported where it should be; any date then serves
/// to compare the entries with each other.
Date date_of(const std::optional<Located<Instant>>& started_at) {
  return started_at ? local_date(started_at->value) : Date{year{2000}, January, day{1}};
}

/// Gives the drafts their instants, one after the other.
class Calendar {
 public:
  Calendar(const std::optional<Located<Instant>>& started_at, std::string common_zone,
           const FileReporter& reporter)
      : started_at_(started_at), common_zone_(std::move(common_zone)), reporter_(reporter) {}

  /// Places one entry; false where its zone is not known.
  bool place(const TimeStamp& stamp, TimelineEntry& entry) {
    entry.zone = stamp.zone.empty() ? common_zone_ : stamp.zone;
    const Span zone_at =
        stamp.zone.empty()
            ? entry.at
            : span_on_line(entry.at.begin.line, entry.at.begin.column + static_cast<int>(stamp.zone_offset),
                           stamp.zone.size());
    const auto zone = resolve_zone(entry.zone, stamp.date.value_or(nearby_date()), zone_at);
    if (!zone) return false;
    entry.start =
        stamp.date ? instant_at(*stamp.date, stamp.clock, zone->offset) : next(stamp.clock, zone->offset);
    if (stamp.end_clock) entry.end = range_end(stamp, entry.start);
    previous_ = entry.start;
    warn_mixed(*zone, entry.zone, zone_at);
    return true;
  }

 private:
  Date nearby_date() const { return previous_ ? local_date(*previous_) : date_of(started_at_); }

  std::optional<ZoneMeaning> resolve_zone(const std::string& label, Date date, Span at) {
    if (label.empty()) {
      reporter_.report(kTimelineZone, at, "the time has no zone",
                       "write it behind the time: `14:05 UTC - `, or once: `All times are UTC.`");
      return std::nullopt;
    }
    const auto meanings = zone_meanings(label, date);
    if (meanings.empty()) {
      reporter_.report(kTimelineZone, at, fmt::format("`{}` is not a zone that pmsite knows", label),
                       "write the offset instead: `+01:00`");
      return std::nullopt;
    }
    const auto meant = std::find_if(meanings.begin(), meanings.end(), [this](const ZoneMeaning& meaning) {
      return started_at_ && meaning.offset == started_at_->value.offset;
    });
    if (meanings.size() > 1 && meant == meanings.end()) {
      reporter_.report(
          kTimelineZone, at,
          fmt::format("`{}` means several zones, and none has the offset of `started_at`", label),
          "write the offset instead: `+01:00`");
      return std::nullopt;
    }
    const ZoneMeaning meaning = meant == meanings.end() ? meanings.front() : *meant;
    if (!meaning.in_season && seasons_reported_.insert(label).second)
      reporter_.report(
          kTimelineZoneSeason, at,
          fmt::format("`{}` is not what clocks in {} showed on {}", label, meaning.region, format_date(date)),
          "write the zone's label for that season, or the offset");
    return meaning;
  }

  Instant next(Clock clock, minutes offset) const {
    if (!previous_) return instant_at(date_of(started_at_), clock, offset);
    Instant instant = instant_at(local_date({previous_->utc, offset}), clock, offset);
    if (previous_->utc - instant.utc >= kPastMidnight) instant.utc += days{1};
    return instant;
  }

  static Instant range_end(const TimeStamp& stamp, const Instant& start) {
    Instant end = instant_at(stamp.end_date.value_or(local_date(start)), *stamp.end_clock, start.offset);
    if (!stamp.end_date && start.utc - end.utc >= kPastMidnight) end.utc += days{1};
    return end;
  }

  void warn_mixed(const ZoneMeaning& zone, const std::string& label, Span at) {
    // Winter and summer time of one place differ where clocks were changed in between; resolve_zone() knows
    // the season.
    const bool same_place = zone_ && !zone.region.empty() && zone.region == zone_->region;
    if (zone_ && zone.offset != zone_->offset && !same_place && !mixed_reported_) {
      mixed_reported_ = true;
      reporter_.report(kTimelineZoneMixed, at,
                       fmt::format("`{}` after `{}`: two zones in one timeline", label, zone_label_),
                       "write all times in one zone");
    }
    zone_ = zone;
    zone_label_ = label;
  }

  const std::optional<Located<Instant>>& started_at_;
  std::string common_zone_;
  const FileReporter& reporter_;
  std::optional<Instant> previous_;
  std::optional<ZoneMeaning> zone_;
  std::string zone_label_;
  std::set<std::string> seasons_reported_;
  bool mixed_reported_ = false;
};

}  // namespace

Timeline read_timeline(const Section& section, const std::optional<Located<Instant>>& started_at,
                       const SourceText& source, const FileReporter& reporter) {
  std::vector<Draft> drafts;
  for (const auto& block : section.blocks)
    if (block.kind == NodeKind::list)
      for (const auto& item : block.children)
        if (auto draft = read_item(item, source, reporter)) drafts.push_back(*std::move(draft));

  Calendar calendar(started_at, common_zone(section, drafts, date_of(started_at)), reporter);
  Timeline timeline;
  for (auto& draft : drafts)
    if (calendar.place(draft.stamp, draft.entry)) timeline.push_back(std::move(draft.entry));
  return timeline;
}

}  // namespace pmsite
