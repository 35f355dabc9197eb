// SPDX-License-Identifier: MIT
#include "read/raw_timeline.hpp"

#include "base/text.hpp"
#include "read/raw_stamp.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

bool has_word(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

/// What stands on the line behind its label.
std::string_view behind_label(std::string_view line, std::string_view label) {
  if (label.empty() || !line.starts_with(label)) return {};
  auto rest = line.substr(label.size());
  const auto begin = rest.find_first_not_of(" :-|");
  return begin == std::string_view::npos ? std::string_view() : rest.substr(begin);
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(')') || text.ends_with('!') || text.ends_with('?');
}

/// How to take lines that do not plainly begin with a stamp.
enum class Reading {
  strict,  ///< "At 10:05 we ..." inside of a paragraph goes on with the entry
  loose,   ///< it begins another: nothing else in the section is stamped
  lines,   ///< each sentence on a line of its own is an item, and has the time that stands in it
  fences,  ///< what stands inside of fences counts as well
};

/// "... until we restarted it at" goes on in the next line.
bool is_cut_before_time(std::string_view line) {
  const std::string lower = to_lower(line.substr(line.size() - std::min<std::size_t>(line.size(), 9)));
  for (const std::string_view word : {" at", " by", " around", " from", " until", " to", " and", " since",
                                      " before", " after", " about", " on"})
    if (lower.ends_with(word)) return true;
  return false;
}

/// Where the words that lead to the time at `at` begin: "At", "By about (".
std::size_t begin_of_lead(std::string_view text, std::size_t at) {
  for (;;) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '[')) --at;
    auto word = at;
    while (word > 0 && is_letter(text[word - 1])) --word;
    const std::string lower = to_lower(text.substr(word, at - word));
    if (lower != "at" && lower != "by" && lower != "around" && lower != "about" && lower != "on") return at;
    at = word;
  }
}

/// Cuts a paragraph before each sentence that begins with a stamp; when strict only where a colon or a dash
/// divides it from its text.
std::vector<std::string_view> split_at_stamps(std::string_view text, Reading reading) {
  constexpr std::size_t kShortest = 40;
  if (text.size() < kShortest) return {text};
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (const auto& time : find_times(text)) {
    const auto at = begin_of_lead(text, time.at.begin);
    if (at <= begin || std::string_view(".!?;|").find(text[at - 1]) == std::string_view::npos) continue;
    const auto behind = trim(text.substr(time.at.end));
    const bool divided =
        !behind.empty() && std::string_view(":-|)").find(behind[0]) != std::string_view::npos;
    if (reading == Reading::strict && !divided && !behind.starts_with("–") && !behind.starts_with("—"))
      continue;
    pieces.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  pieces.push_back(trim(text.substr(begin)));
  return pieces;
}

class SectionReader {
 public:
  SectionReader(const RawText& text, const std::vector<RawPart>& parts, Reading reading)
      : text_(text), parts_(parts), reading_(reading) {}

  std::vector<RawEntry> read(std::size_t first_part, std::size_t last_part) {
    for (auto i = first_part; i < last_part; ++i) read_part(parts_[i]);
    if (reading_ == Reading::lines) find_times_in_items();
    return std::move(entries_);
  }

  int timed() const { return timed_; }

 private:
  void read_part(const RawPart& part) {
    for (auto i = part.first; i < part.last; ++i) {
      const auto& line = text_.lines[i];
      if (line.text.empty()) continue;
      if (line.kind == RawLineKind::code) {
        if (reading_ == Reading::fences) read_code(line);
        continue;
      }
      const bool wrapped =
          i > part.first && line.kind == RawLineKind::text && is_cut_before_time(text_.lines[i - 1].text);
      if (wrapped && continues(line.text)) {
        add_words(line, line.text);
      } else if (i > part.first || part.heading.empty()) {
        read_line(line, line.text);
      } else if (part.opens_section || part.field == RawField::none) {
        const auto rest = part.field == RawField::none && !part.opens_section
                              ? std::string_view(line.text)
                              : behind_label(line.text, part.heading);
        if (!rest.empty() && !is_interval(rest)) read_line(line, rest);
      } else {
        read_label_line(line, part);
      }
    }
  }

  void read_label_line(const RawLine& line, const RawPart& part) {
    auto stamp = stamp_at_front(line.text);
    if (stamp && (part.field != RawField::duration || !stamp->end)) {
      add(line, line.text, std::move(*stamp));
      return;
    }
    if (part.field == RawField::duration) {
      if (auto date = date_line(behind_label(line.text, part.heading))) date_ = *date;
      return;
    }
    RawEntry entry;
    entry.line = entry.last_line = line.number;
    entry.label = part.heading;
    entry.text = std::string(behind_label(line.text, part.heading));
    entries_.push_back(std::move(entry));
    item_indent_ = line.indent;
  }

  /// "Timeline: 10:00 - 11:30" tells how long it lasted.
  static bool is_interval(std::string_view text) {
    const auto stamp = stamp_at_front(text);
    return stamp && stamp->end && !has_word(text.substr(stamp->text_begin));
  }

  /// "10:05 and it worked."
  static bool continues(std::string_view text) {
    const auto stamp = stamp_at_front(text);
    const auto words = stamp && !stamp->is_divided ? text.substr(stamp->text_begin) : std::string_view();
    return !words.empty() && words[0] >= 'a' && words[0] <= 'z';
  }

  /// A timeline inside of a fence; with seconds it is rather a log.
  void read_code(const RawLine& line) {
    const auto text = trim(line.text);
    auto stamp = stamp_at_front(text);
    if (stamp && stamp->label.empty() && stamp->is_divided && stamp->time.clock.second == 0 && has_word(text))
      add(line, text, std::move(*stamp));
  }

  void read_line(const RawLine& line, std::string_view text) {
    if (auto date = date_line(text)) {
      date_ = *date;
      return;
    }
    bool found = false;
    for (const auto piece : split_at_stamps(text, reading_)) {
      auto stamp = stamp_at_front(piece);
      if (!stamp && line.kind == RawLineKind::table_row) stamp = stamp_in_row(piece);
      if (stamp && !is_inside_item(line, *stamp)) {
        add(line, piece, std::move(*stamp));
      } else if (!found) {
        add_words(line, piece);
      }
      found = true;
    }
  }

  /// A bullet below an item that tells something "at 10:05" goes on with it.
  bool is_inside_item(const RawLine& line, const RawStamp& stamp) const {
    constexpr int kMostBlanks = 2;
    return !entries_.empty() && line.indent > item_indent_ &&
           std::count(stamp.label.begin(), stamp.label.end(), ' ') > kMostBlanks;
  }

  /// "1 | 10:05 | text" and "2026-03-04 | 10:05 | text".
  static std::optional<RawStamp> stamp_in_row(std::string_view row) {
    const auto bar = row.find('|');
    if (bar == std::string_view::npos || bar > 40) return std::nullopt;
    const auto rest = row.substr(bar + 1);
    auto stamp = stamp_at_front(rest);
    if (!stamp || !stamp->label.empty()) return std::nullopt;
    if (const auto date = date_line(trim(row.substr(0, bar))); date && !stamp->time.date)
      stamp->time.date = *date;
    stamp->text_begin += bar + 1;
    return stamp;
  }

  void add(const RawLine& line, std::string_view text, RawStamp stamp) {
    const auto words = text.substr(std::min(stamp.text_begin, text.size()));
    const bool alone = !has_word(words);
    if (alone && text.substr(0, 7).find("Date:") != std::string_view::npos) return;  // of an answer over HTTP
    ++timed_;
    if (!stamp.time.date && date_) stamp.time.date = date_;
    // "Detection time:" and its stamp on the next line are one entry.
    const bool completes = alone && stamp.label.empty() && !entries_.empty() && !entries_.back().time &&
                           entries_.back().text.empty() && !entries_.back().label.empty();
    if (!completes) {
      entries_.emplace_back();
      entries_.back().line = line.number;
      entries_.back().label = std::move(stamp.label);
    }
    auto& entry = entries_.back();
    entry.last_line = line.number;
    entry.time = std::move(stamp.time);
    entry.end = std::move(stamp.end);
    entry.text = std::string(trim(words));
    item_indent_ = line.indent;
  }

  /// A line without a stamp: what follows an entry, or an item of its own.
  void add_words(const RawLine& line, std::string_view text) {
    const bool has_text = !entries_.empty() && !entries_.back().text.empty();
    const bool bullet =
        line.kind == RawLineKind::bullet && (entries_.empty() || (line.indent <= item_indent_ && has_text));
    const bool sentence = reading_ == Reading::lines && line.kind == RawLineKind::text &&
                          (entries_.empty() || (has_text && ends_sentence(entries_.back().text)));
    if (bullet || sentence) {
      entries_.emplace_back();
      entries_.back().line = line.number;
      item_indent_ = line.indent;
    }
    if (entries_.empty() || line.kind == RawLineKind::heading) return;
    auto& entry = entries_.back();
    entry.last_line = line.number;
    if (entry.text.empty()) entry.text = std::string(text);
  }

  /// The answer to "when was it detected" holds the time, and so does a sentence without a label.
  void find_times_in_items() {
    constexpr std::size_t kLongestItem = 200;  // a paragraph tells a story
    for (auto& entry : entries_) {
      const std::string label = to_lower(entry.label);
      const bool asks = label.empty() || label.find("time") != std::string::npos ||
                        label.find("when") != std::string::npos || label.find("detect") != std::string::npos;
      if (entry.time || !asks || entry.text.size() > kLongestItem) continue;
      auto times = find_times(entry.text);
      if (times.empty()) continue;
      entry.time = std::move(times[0]);
      ++timed_;
    }
  }

  const RawText& text_;
  const std::vector<RawPart>& parts_;
  Reading reading_;
  std::vector<RawEntry> entries_;
  std::optional<DateMention> date_;
  int timed_ = 0;
  int item_indent_ = 0;
};

std::vector<RawEntry> read_sections(const RawText& text, const std::vector<RawPart>& parts, std::size_t first,
                                    std::size_t last) {
  std::vector<RawEntry> best;
  int most = 0;
  for (const auto reading : {Reading::strict, Reading::loose, Reading::lines, Reading::fences}) {
    if (most > (reading == Reading::loose ? 1 : 0)) break;
    SectionReader reader(text, parts, reading);
    auto entries = reader.read(first, last);
    if (best.empty() || reader.timed() > most) best = std::move(entries);
    most = std::max(most, reader.timed());
  }
  return best;
}

bool has_time(const std::vector<RawEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const RawEntry& entry) { return entry.time.has_value(); });
}

/// A zone that begins with a capital or a bracket somewhere in `text`.
std::string zone_in(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    if (!begins || text[i] < 'A' || text[i] > 'Z') continue;
    const auto zone = zone_at(text.substr(i));
    if (zone.length > 0) return zone.label;
  }
  return {};
}

}  // namespace

std::vector<RawEntry> read_raw_timeline(const RawText& text, const std::vector<RawPart>& parts) {
  std::vector<RawEntry> entries;
  bool is_beside = false;  // a heading of the author's own directly behind a timeline that is still empty
  for (std::size_t i = 0; i < parts.size();) {
    auto end = i + 1;
    while (end < parts.size() && !parts[end].opens_section) ++end;
    const auto role = parts[i].role;
    const bool is_timeline = parts[i].opens_section && role == Role::timeline;
    if (has_time(entries) && (role == Role::measures || role == Role::cause || role == Role::summary)) break;
    if (is_timeline || (is_beside && role == Role::other)) {
      auto found = read_sections(text, parts, i, end);
      if (!has_time(entries) && (is_timeline || has_time(found))) entries.clear();
      if (has_time(found) || entries.empty())
        std::move(found.begin(), found.end(), std::back_inserter(entries));
    }
    is_beside = (is_timeline || (is_beside && role == Role::other)) && !has_time(entries);
    i = end;
  }
  return entries;
}

std::string find_common_zone(const RawText& text, const std::vector<RawPart>& parts) {
  constexpr std::size_t kLongestNote = 200;
  for (const auto& part : parts) {
    if (!part.opens_section || part.role != Role::timeline) continue;
    if (auto zone = zone_in(part.heading); !zone.empty()) return zone;
  }
  for (const auto& line : text.lines) {
    if (line.kind == RawLineKind::code || line.text.size() > kLongestNote) continue;
    const std::string lower = to_lower(line.text);
    const auto note = std::min({lower.find("all times"), lower.find("times are in"), lower.find("time zone:"),
                                lower.find("timezone:"), lower.find("times in ")});
    if (note == std::string::npos) continue;
    if (auto zone = zone_in(std::string_view(line.text).substr(note)); !zone.empty()) return zone;
  }
  return {};
}

}  // namespace pmsite
