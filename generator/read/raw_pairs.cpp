// SPDX-License-Identifier: MIT
#include "read/raw_pairs.hpp"

#include "base/text.hpp"
#include "prose/sentences.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

namespace pmsite {
namespace {

bool holds_any(std::string_view lower, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    for (auto at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
      const auto end = at + word.size();
      const bool begins = at == 0 || !is_letter(lower[at - 1]);
      if (begins && (end == lower.size() || !is_letter(lower[end]))) return true;
    }
    return false;
  });
}

constexpr std::array<std::string_view, 20> kStartWords = {
    "start",     "started", "starting",  "starts",   "began",     "begin",     "begins",
    "beginning", "from",    "since",     "onset",    "commenced", "occurred",  "happened",
    "went down", "crashed", "triggered", "began at", "broke",     "start time"};
constexpr std::array<std::string_view, 17> kEndWords = {
    "end",      "ended",     "ending",     "ends",        "until",       "till",
    "resolved", "restored",  "resolution", "recovered",   "fixed",       "back online",
    "finished", "concluded", "end time",   "operational", "lasted until"};
constexpr std::array<std::string_view, 9> kOutageWords = {"outage",      "down",        "unavailable",
                                                          "failed",      "failing",     "stopped",
                                                          "compromised", "unreachable", "incident"};
// What stands with these came after the begin.
constexpr std::array<std::string_view, 11> kLaterWords = {"detected", "noticed", "discovered", "reported",
                                                          "alert",    "alerted", "resolved",   "restored",
                                                          "fixed",    "ended",   "received"};
// What began then was not the outage.
constexpr std::array<std::string_view, 8> kOtherSubjects = {"maintenance",    "scheduled",     "rollback",
                                                            "investigation",  "investigating", "debugging",
                                                            "business hours", "working hours"};

/// "Start: ..." and "End: ..." on lines of their own, or on the lines below.
class LabelReader {
 public:
  static std::optional<RawPair> run(const RawPassage& passage) {
    std::optional<TimeMention> from;
    const std::string_view text = passage.text;
    for (std::size_t i = 0; i < passage.lines.size(); ++i) {
      const auto line = line_of(passage, i);
      const auto colon = line.substr(0, 60).find_first_of(":|");
      if (colon == std::string_view::npos) continue;
      const std::string label = heading_words(line.substr(0, colon));
      const bool starts = is_start(label);
      const bool ends = is_end(label);
      if (starts == ends) continue;
      auto behind = line.substr(colon + 1);
      if (trim(behind).empty() && i + 1 < passage.lines.size()) behind = line_of(passage, i + 1);
      const auto times = find_times(behind);
      if (times.size() != 1) continue;
      auto time = moved(times[0], static_cast<std::size_t>(behind.data() - text.data()));
      if (starts && !from)
        from = std::move(time);
      else if (ends && from)
        return RawPair{*from, std::move(time)};
    }
    return std::nullopt;
  }

 private:
  /// Whether the label is one of `words`, or begins or ends with one.
  static bool is_any(std::string_view label, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      const bool front =
          label.starts_with(word) && (label.size() == word.size() || label[word.size()] == ' ');
      const bool end = label.ends_with(word) &&
                       (label.size() == word.size() || label[label.size() - word.size() - 1] == ' ');
      return front || end;
    });
  }

  static bool is_start(std::string_view label) {
    return is_any(label,
                  {"start", "started", "starting", "starts", "start time", "began", "begin", "beginning"}) ||
           label == "from";
  }

  static bool is_end(std::string_view label) {
    return is_any(label, {"end", "ended", "ending", "ends", "end time", "resolved", "restored"}) ||
           label == "to" || label == "until";
  }

  static std::string_view line_of(const RawPassage& passage, std::size_t index) {
    const auto begin = passage.lines[index].first;
    const auto end =
        index + 1 < passage.lines.size() ? passage.lines[index + 1].first - 1 : passage.text.size();
    return std::string_view(passage.text).substr(begin, end - begin);
  }

  static TimeMention moved(TimeMention time, std::size_t by) {
    time.at = {time.at.begin + by, time.at.end + by};
    return time;
  }
};

bool is_of_the_outage(std::string_view text, std::size_t begin) {
  constexpr std::size_t kLongestSentence = 300;  // what stands farther away says nothing about this time
  const auto first = begin - std::min(begin, kLongestSentence);
  const auto near = text.substr(first, 2 * kLongestSentence);
  const auto sentence = sentence_around(near, begin - first);
  return !holds_any(
      to_lower(near.substr(sentence.begin, begin - first - std::min(begin - first, sentence.begin))),
      kOtherSubjects);
}

std::optional<RawPair> first_range(std::string_view text) {
  for (auto& range : find_intervals(text))
    if (is_of_the_outage(text, range.at.begin))
      return RawPair{std::move(range.from), std::move(range.to), true};
  return std::nullopt;
}

/// Four digits that are a time of day: "0930".
std::optional<Clock> bare_clock(std::string_view digits) {
  if (digits.size() != 4 || parse_digits(digits) < 0) return std::nullopt;
  const Clock clock{parse_digits(digits.substr(0, 2)), parse_digits(digits.substr(2)), 0};
  return clock.hour < 24 && clock.minute < 60 ? std::optional(clock) : std::nullopt;
}

/// "0900–1300 PST": taken for times only where a zone stands behind, since years look the same.
std::optional<RawPair> first_bare_range(std::string_view text) {
  for (std::size_t i = 0; i + 9 <= text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '-'))) continue;
    const std::size_t dash =
        text.substr(i + 4).starts_with("–") || text.substr(i + 4).starts_with("—") ? 3 : 1;
    const auto from = bare_clock(text.substr(i, 4));
    const auto second = i + 4 + dash;
    if (!from || (dash == 1 && text[i + 4] != '-') || second + 4 > text.size()) continue;
    const auto to = bare_clock(text.substr(second, 4));
    auto behind = text.substr(second + 4);
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    const auto zone = zone_at(behind);
    if (!to || zone.length == 0) continue;
    RawPair pair;
    pair.from.clock = *from;
    pair.to.clock = *to;
    pair.from.at = {i, i + 4};
    pair.to.at = {second, second + 4};
    pair.from.zone = pair.to.zone = zone.label;
    return pair;
  }
  return std::nullopt;
}

/// Two times with hardly more than a dash between, as a slip of the pen leaves them: "10:00 M — 2:00 PM".
std::optional<RawPair> only_pair(std::string_view text) {
  constexpr std::size_t kWidestGap = 10;
  const auto times = find_times(text);
  if (times.size() != 2 || times[1].at.begin - times[0].at.end > kWidestGap) return std::nullopt;
  const auto gap = text.substr(times[0].at.end, times[1].at.begin - times[0].at.end);
  for (const std::string_view joint : {"-", "–", "—", "to ", "until "})
    if (gap.find(joint) != std::string_view::npos) return RawPair{times[0], times[1]};
  return std::nullopt;
}

/// Whether what stands between two times says that the second one is the end. Another sentence has a time of
/// its own, and "to" says so only right before it: "I promised to write this down. At 9:05 ...".
bool leads_to_end(std::string_view between) {
  constexpr std::size_t kNear = 40;
  constexpr std::array<std::string_view, 2> kJoints = {"to", "through"};
  const std::string lower = to_lower(between);
  std::string_view last = lower;
  for (const std::string_view mark : {". ", "! ", "? ", ".\n", "!\n", "?\n"})
    if (const auto at = last.rfind(mark); at != std::string_view::npos) last = last.substr(at + 2);
  if (holds_any(last, kOtherSubjects) || holds_any(lower, kOtherSubjects)) return false;
  const bool joins = holds_any(last.substr(last.size() - std::min(last.size(), kNear)), kJoints);
  return joins || holds_any(lower, kEndWords);
}

/// "began at 9:15 ... was restored by 11:30", "between the hours of 9:00 and 11:00".
std::optional<RawPair> first_pair_of_words(std::string_view text) {
  constexpr std::size_t kLead = 60;
  constexpr std::size_t kFarthest = 260;
  const auto times = find_times(text);
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const auto last = i == 0 ? 0 : times[i - 1].at.end;
    const auto lead = std::max(last, times[i].at.begin - std::min(times[i].at.begin, kLead));
    const std::string before = to_lower(text.substr(lead, times[i].at.begin - lead));
    const std::string next = to_lower(text.substr(times[i].at.end, times[i + 1].at.begin - times[i].at.end));
    // The time may begin with its date: "June 1st between 10:00 and 11:00".
    const std::string mention = before + to_lower(times[i].at.of(text));
    if (mention.find("between") != std::string::npos && trim(next) == "and")
      return RawPair{times[i], times[i + 1]};
    if (!holds_any(before, kStartWords) || !is_of_the_outage(text, times[i].at.begin)) continue;
    for (auto j = i + 1; j < times.size() && j < i + 4 && times[j].at.begin - times[i].at.end < kFarthest;
         ++j) {
      const auto gap = times[j - 1].at.end;
      if (leads_to_end(text.substr(gap, times[j].at.begin - gap))) return RawPair{times[i], times[j]};
    }
  }
  return std::nullopt;
}

}  // namespace

void RawPassage::add(const RawLine& line) {
  constexpr std::size_t kLongest = 32 * 1024;  // no summary is longer
  if (line.text.empty() || line.kind == RawLineKind::code || text.size() > kLongest) return;
  if (!text.empty()) text += '\n';
  lines.emplace_back(text.size(), line.number);
  text += line.text;
}

int RawPassage::line_at(std::size_t offset) const {
  const auto next =
      std::upper_bound(lines.begin(), lines.end(), offset,
                       [](std::size_t wanted, const auto& line) { return wanted < line.first; });
  return next == lines.begin() ? 0 : std::prev(next)->second;
}

std::optional<RawPair> find_raw_pair(const RawPassage& passage) {
  if (auto pair = LabelReader::run(passage)) return pair;
  auto range = first_range(passage.text);
  auto words = first_pair_of_words(passage.text);
  if (range && words)
    return words->from.at.begin < range->from.at.begin && words->to.at.begin < range->from.at.begin ? words
                                                                                                    : range;
  if (range || words) return range ? range : words;
  auto bare = first_bare_range(passage.text);
  return bare ? bare : only_pair(passage.text);
}

std::optional<TimeMention> find_lone_start(const RawPassage& passage) {
  const auto times = find_times(passage.text);
  if (times.empty()) return std::nullopt;
  const auto sentence = sentence_around(passage.text, times[0].at.begin);
  const std::string lower = to_lower(sentence.of(passage.text));
  // "It was over at 16:50; when it began nobody knows."
  constexpr std::array<std::string_view, 8> kOverWords = {"over",  "ended", "ends", "end",
                                                          "until", "till",  "back", "again"};
  const std::string_view before = std::string_view(lower).substr(0, times[0].at.begin - sentence.begin);
  if (holds_any(before, kOverWords) && !holds_any(before, kStartWords)) return std::nullopt;
  const bool tells = holds_any(lower, kStartWords) || holds_any(lower, kOutageWords);
  if (!tells || holds_any(lower, kLaterWords) || holds_any(lower, kOtherSubjects)) return std::nullopt;
  return times[0];
}

}  // namespace pmsite
