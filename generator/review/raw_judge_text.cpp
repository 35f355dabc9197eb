// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/sentences.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace pmsite {
namespace {

/// Lines that read as one: a paragraph, an item of a list.
struct Item {
  std::string text;
  std::vector<std::pair<std::size_t, int>> lines;  ///< where in `text` which line of the file begins
};

class StatementReader {
 public:
  explicit StatementReader(const RawPost& raw) : raw_(raw) {}
  RawReading read();

 private:
  void find_places();
  void find_wrapped_lines();
  void find_story();
  void read_line(std::size_t index);
  void read_packed_entries(const std::string& text, int first, int last);
  bool continues(std::size_t index) const;
  std::string_view without_label(const RawLine& line, int part) const;
  Statement place_of(const RawLine& line, std::size_t index) const;
  RawField field_of(const Statement& statement) const;
  void flush();

  const RawPost& raw_;
  RawReading reading_;
  std::vector<int> part_of_, entry_of_;  ///< by line
  std::vector<int> rank_of_;             ///< by entry
  std::vector<bool> wrapped_;            ///< by line: its sentence may go on in the next
  int early_end_ = 0;                    ///< the line on which the summary and all introductions end
  Item item_;
  Statement place_;
  std::size_t last_index_ = 0;
};

bool ends_open(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kOpen = {
      "the", "a",    "an",  "of",   "to", "and", "or", "in", "for", "with", "on",    "that",
      "by",  "from", "was", "were", "is", "our", "as", "at", "be",  "this", "which", "their"};
  if (text.ends_with(',')) return true;
  const auto blank = text.rfind(' ');
  const auto word = to_lower(blank == std::string_view::npos ? text : text.substr(blank + 1));
  return std::find(kOpen.begin(), kOpen.end(), word) != kOpen.end();
}

/// Whether the author, or a program, broke a sentence at the end of `line` to go on with `next`.
bool is_broken(std::string_view line, std::string_view next) {
  if (line.size() < 20 || next.empty()) return false;
  if (next.size() > 1 && next[1] == ')') return false;  // "b) ..." is the next item
  if (next[0] >= 'a' && next[0] <= 'z')
    return std::string_view(".!?:").find(line.back()) == std::string_view::npos;
  return line.size() >= 50 && ends_open(line);
}

RawField field_by_label(std::string_view label) {
  static constexpr std::array<std::pair<std::string_view, RawField>, 9> kWords = {{
      {"mislead", RawField::misleading_path},
      {"detect", RawField::detection},
      {"discover", RawField::detection},
      {"escalat", RawField::escalation},
      {"action", RawField::actions_taken},
      {"investigat", RawField::actions_taken},
      {"resol", RawField::resolution},
      {"mitigat", RawField::resolution},
      {"fix", RawField::resolution},
  }};
  const auto lower = to_lower(label);
  for (const auto& [word, field] : kWords)
    if (lower.find(word) != std::string::npos) return field;
  return RawField::none;
}

/// Whether a paragraph explains what postmortems are, rather than to tell of an incident.
bool is_general(std::string_view text) {
  static constexpr auto kGeneral = std::to_array<std::string_view>({
      "postmortems|retrospectives ... aim|serve|help|provide|allow|enable|involve|typically|offer",
      "post mortems ... aim|serve|help|provide|allow|enable|involve|typically|offer",
      "postmortems|retrospectives are a|an|meant|intended|designed|written|usually|typically",
      "post mortems are a|an|meant|intended|designed|written|usually|typically",
      "a|the postmortem|retrospective ... is a|an|usually|typically|often|meant|intended|written",
      "a|the post mortem ... is a|an|usually|typically|often|meant|intended|written",
  });
  static const PhraseTable kGeneralTable{std::span<const std::string_view>(kGeneral)};
  return kGeneralTable.is_in(text);
}

/// The line of the first section that is neither a summary nor an introduction. A root cause right in front
/// of the timeline still belongs to the summary, as the course has it.
int end_of_introduction(const std::vector<RawPart>& parts) {
  std::vector<const RawPart*> sections;
  for (const auto& part : parts)
    if (part.opens_section) sections.push_back(&part);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto role = sections[i]->role;
    const bool is_followed_by_timeline = i + 1 < sections.size() && sections[i + 1]->role == Role::timeline;
    const bool is_of_summary = role == Role::summary || role == Role::impact || role == Role::detection ||
                               (role == Role::other && sections[i]->field != RawField::actions_taken) ||
                               (role == Role::cause && is_followed_by_timeline);
    if (!is_of_summary) return sections[i]->line;
  }
  return 0;
}

void StatementReader::find_wrapped_lines() {
  const auto& lines = raw_.text.lines;
  wrapped_.assign(lines.size(), false);
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && lines[end].kind == RawLineKind::text) ++end;
    bool is_even = true, is_running = false;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      is_even = is_even && lines[i].text.size() >= 50 && lines[i].text.size() <= 110;
      const char next = lines[i + 1].text.empty() ? ' ' : lines[i + 1].text[0];
      is_running = is_running || (next >= 'a' && next <= 'z');
    }
    for (std::size_t i = begin; i + 1 < end; ++i) wrapped_[i] = is_even && is_running;
    begin = end;
  }
}

void StatementReader::find_places() {
  part_of_.assign(raw_.text.lines.size(), -1);
  entry_of_.assign(raw_.text.lines.size(), -1);
  for (std::size_t p = 0; p < raw_.parts.size(); ++p) {
    const auto& part = raw_.parts[p];
    for (std::size_t i = part.first; i < std::min(part.last, part_of_.size()); ++i)
      part_of_[i] = static_cast<int>(p);
  }
  early_end_ = end_of_introduction(raw_.parts);
  std::map<int, std::size_t> index_of;
  for (std::size_t i = 0; i < raw_.text.lines.size(); ++i) index_of[raw_.text.lines[i].number] = i;
  for (std::size_t e = 0; e < raw_.entries.size(); ++e) {
    const auto& entry = raw_.entries[e];
    rank_of_.push_back(entry.time ? reading_.timed_entries++ : -1);
    const auto end = index_of.upper_bound(entry.last_line);
    for (auto it = index_of.lower_bound(entry.line); it != end; ++it)
      entry_of_[it->second] = static_cast<int>(e);
  }
}

std::string_view StatementReader::without_label(const RawLine& line, int part) const {
  std::string_view text = line.text;
  if (part < 0) return text;
  const auto& its = raw_.parts[static_cast<std::size_t>(part)];
  if (its.line != line.number || its.heading.empty()) return text;
  if (!equal_ignoring_case(text.substr(0, its.heading.size()), its.heading)) return text;
  text.remove_prefix(std::min(its.heading.size(), text.size()));
  const auto begin = text.find_first_not_of(" \t:;-");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

RawField StatementReader::field_of(const Statement& statement) const {
  if (statement.field != RawField::none || statement.entry < 0) return statement.field;
  return field_by_label(raw_.entries[static_cast<std::size_t>(statement.entry)].label);
}

Statement StatementReader::place_of(const RawLine& line, std::size_t index) const {
  Statement statement;
  statement.line = line.number;
  statement.part = part_of_[index];
  statement.entry = entry_of_[index];
  if (statement.part >= 0) {
    const auto& part = raw_.parts[static_cast<std::size_t>(statement.part)];
    statement.role = part.role;
    statement.second = part.second;
    statement.field = part.field;
    if (!part.opens_section) statement.label = part.heading;
  }
  if (statement.entry >= 0) statement.timed = rank_of_[static_cast<std::size_t>(statement.entry)];
  statement.field = field_of(statement);
  statement.is_bullet = line.kind == RawLineKind::bullet;
  statement.is_code = line.kind == RawLineKind::code;
  statement.is_story =
      statement.is_in(Role::timeline) || statement.entry >= 0 || statement.field == RawField::actions_taken;
  statement.is_early = early_end_ == 0 || line.number < early_end_;
  return statement;
}

bool StatementReader::continues(std::size_t index) const {
  if (item_.text.empty() || index != last_index_ + 1) return false;
  const auto& line = raw_.text.lines[index];
  if (line.kind != RawLineKind::text && line.kind != RawLineKind::quote) return false;
  if (place_.is_code || part_of_[index] != place_.part || entry_of_[index] != place_.entry) return false;
  return wrapped_[last_index_] || is_broken(raw_.text.lines[last_index_].text, line.text);
}

void StatementReader::flush() {
  if (item_.text.empty()) return;
  if (is_general(item_.text)) {
    item_ = {};
    return;
  }
  const int number = reading_.statements.empty() ? 0 : reading_.statements.back().item + 1;
  bool opens = true;
  std::size_t next = 0;  // of the lines, the first that begins behind the sentence
  for (const auto& range : sentences(item_.text)) {
    Statement statement = place_;
    statement.text = std::string(range.of(item_.text));
    while (next < item_.lines.size() && item_.lines[next].first <= range.begin) ++next;
    statement.line = item_.lines[next > 0 ? next - 1 : 0].second;
    for (; next < item_.lines.size() && item_.lines[next].first < range.end; ++next)
      statement.breaks.emplace_back(item_.lines[next].first - range.begin, item_.lines[next].second);
    statement.item = number;
    statement.opens_item = opens;
    opens = false;
    reading_.statements.push_back(std::move(statement));
  }
  item_ = {};
}

void StatementReader::read_line(std::size_t index) {
  const auto& line = raw_.text.lines[index];
  const bool is_text = line.kind != RawLineKind::blank && line.kind != RawLineKind::picture &&
                       line.kind != RawLineKind::rule && !line.text.empty();
  if (!is_text) return flush();
  if (!continues(index)) flush();
  const auto text = without_label(line, part_of_[index]);
  if (item_.text.empty()) place_ = place_of(line, index);
  if (text.empty() || line.kind == RawLineKind::heading) {
    flush();
    Statement heading = place_of(line, index);
    heading.text = text.empty() ? line.text : std::string(text);
    heading.is_heading = true;
    heading.item = reading_.statements.empty() ? 0 : reading_.statements.back().item + 1;
    reading_.statements.push_back(std::move(heading));
    return;
  }
  if (!item_.text.empty()) item_.text += ' ';
  item_.lines.emplace_back(item_.text.size(), line.number);
  item_.text += text;
  last_index_ = index;
}

/// Entries that share a line: each is told by the words that the recogniser gave it; what stands before the
/// first is no entry.
void StatementReader::read_packed_entries(const std::string& text, int first, int last) {
  item_.text = text.substr(0, text.find(raw_.entries[static_cast<std::size_t>(first)].text));
  item_.lines = {{0, place_.line}};
  place_.entry = place_.timed = -1;
  flush();
  for (int e = first; e <= last; ++e) {
    const auto& entry = raw_.entries[static_cast<std::size_t>(e)];
    item_.text = entry.label.empty() ? entry.text : entry.label + ": " + entry.text;
    item_.lines = {{0, entry.line}};
    place_.entry = e;
    place_.timed = rank_of_[static_cast<std::size_t>(e)];
    place_.field = RawField::none;
    place_.field = field_of(place_);
    flush();
  }
}

/// Without a timeline of any kind, the story is told under headings of the author's own.
void StatementReader::find_story() {
  auto& all = reading_.statements;
  if (std::any_of(all.begin(), all.end(), [](const Statement& it) { return it.is_story && !it.is_heading; }))
    return;
  for (auto& statement : all)
    statement.is_story =
        statement.role == Role::other && statement.field == RawField::none && !statement.is_code;
}

RawReading StatementReader::read() {
  reading_.raw = &raw_;
  find_places();
  find_wrapped_lines();
  std::map<int, std::pair<int, int>> packed;  // line -> first and last entry on it
  for (std::size_t e = 1; e < raw_.entries.size(); ++e)
    if (raw_.entries[e].line == raw_.entries[e - 1].line) {
      const auto number = static_cast<int>(e);
      packed.try_emplace(raw_.entries[e].line, number - 1, number).first->second.second = number;
    }
  for (std::size_t i = 0; i < raw_.text.lines.size(); ++i) {
    const auto found = packed.find(raw_.text.lines[i].number);
    if (found == packed.end()) {
      read_line(i);
      continue;
    }
    flush();
    place_ = place_of(raw_.text.lines[i], i);
    read_packed_entries(raw_.text.lines[i].text, found->second.first, found->second.second);
  }
  flush();
  find_story();
  return std::move(reading_);
}

}  // namespace

RawReading read_statements(const RawPost& raw) { return StatementReader(raw).read(); }

int Statement::line_at(std::size_t at) const {
  int its = line;
  for (const auto& [offset, number] : breaks)
    if (offset <= at) its = number;
  return its;
}

}  // namespace pmsite
