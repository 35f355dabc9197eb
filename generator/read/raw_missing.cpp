// SPDX-License-Identifier: MIT
#include "read/raw_missing.hpp"

#include "base/text.hpp"
#include "read/raw_characters.hpp"
#include "read/raw_stamp.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace pmsite {
namespace {

using Parts = std::vector<RawPart>;

bool opens(const RawPart& part, Role role) {
  return part.opens_section && (part.role == role || part.second == role);
}

bool has_section(const Parts& parts, Role role) {
  return std::any_of(parts.begin(), parts.end(), [&](const RawPart& part) { return opens(part, role); });
}

/// The part that opened the section of part `index`.
std::size_t section_of(const Parts& parts, std::size_t index) {
  while (index > 0 && !parts[index].opens_section) --index;
  return index;
}

std::size_t end_of_section(const Parts& parts, std::size_t index) {
  do ++index;
  while (index < parts.size() && !parts[index].opens_section);
  return index;
}

void set_role(Parts& parts, std::size_t section, Role role) {
  const auto end = end_of_section(parts, section);
  for (auto i = section; i < end; ++i) parts[i].role = role;
}

void set_second(Parts& parts, std::size_t section, Role second) {
  const auto end = end_of_section(parts, section);
  for (auto i = section; i < end; ++i) parts[i].second = second;
}

bool has_stamp(const RawLine& line) {
  if (line.text.empty() || line.kind == RawLineKind::code || line.kind == RawLineKind::quote) return false;
  const auto stamp = stamp_at_front(line.text);
  return stamp && stamp->label.empty() && stamp->text_begin < line.text.size();
}

constexpr int kFewestStamps = 3;

/// The first line of a run of stamped ones in the section; its end if there is none.
std::size_t find_run(const RawText& text, std::size_t first, std::size_t last) {
  auto begin = last;
  int stamps = 0;
  int others = 0;
  for (auto i = first; i < last; ++i) {
    if (text.lines[i].text.empty()) continue;
    if (has_stamp(text.lines[i])) {
      if (stamps == 0) begin = i;
      if (++stamps == kFewestStamps) return begin;
      others = 0;
    } else if (++others > 3) {
      stamps = 0;
    }
  }
  return last;
}

/// A timeline that no heading announces.
void name_timeline(const RawText& text, Parts& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto role = parts[i].role;
    if (role != Role::other && role != Role::summary) continue;
    const auto begin = find_run(text, parts[i].first, parts[i].last);
    if (begin == parts[i].last) continue;
    const bool has_heading =
        role == Role::other && parts[i].opens_section && !parts[i].heading.empty() && i > 0;
    if (has_heading || begin == parts[i].first) {
      parts[i].opens_section = true;
      parts[i].field = RawField::none;
      return set_role(parts, i, Role::timeline);
    }
    RawPart timeline;
    timeline.opens_section = true;
    timeline.line = text.lines[begin].number;
    timeline.first = begin;
    timeline.last = parts[i].last;
    parts[i].last = begin;
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1, timeline);
    return set_role(parts, i + 1, Role::timeline);
  }
}

/// Whether the section says something beside its heading.
bool has_prose(const RawText& text, const Parts& parts, std::size_t section) {
  constexpr int kFewestWords = 6;
  const auto last = parts[end_of_section(parts, section) - 1].last;
  int words = 0;
  for (auto i = parts[section].first; i < last && words < kFewestWords; ++i) {
    const auto& line = text.lines[i];
    const bool is_heading = i == parts[section].first && !parts[section].heading.empty();
    if (!is_heading && line.kind != RawLineKind::code) words += count_visible_words(line.text);
  }
  return words >= kFewestWords;
}

bool is_main(const RawPart& part) {
  return part.opens_section && part.role != Role::other && part.role != Role::impact &&
         part.role != Role::detection;
}

/// Without a heading that says so, what comes first is the summary.
void name_summary(const RawText& text, Parts& parts) {
  const auto first_main = std::find_if(parts.begin(), parts.end(), is_main);
  if (first_main != parts.end() && first_main->role == Role::summary) return;
  const auto summary =
      std::find_if(parts.begin(), parts.end(), [](const auto& part) { return opens(part, Role::summary); });
  const auto measures =
      std::find_if(parts.begin(), parts.end(), [](const auto& part) { return opens(part, Role::measures); });
  if (summary != parts.end() && summary < measures) return;
  const auto end = static_cast<std::size_t>(first_main - parts.begin());
  for (std::size_t i = 0; i < end; ++i)
    if (parts[i].opens_section && has_prose(text, parts, i)) return set_role(parts, i, Role::summary);
}

/// Of "Overview" and "Issue summary" the second is the section.
void choose_summary(Parts& parts) {
  const auto says_so = [](const RawPart& part) {
    return to_lower(part.heading).find("summary") != std::string::npos;
  };
  RawPart* first = nullptr;
  for (auto& part : parts) {
    if (opens(part, Role::timeline)) return;
    if (!opens(part, Role::summary)) continue;
    if (first != nullptr && says_so(part) && !says_so(*first) && !first->heading.empty())
      first->opens_section = false;
    if (first == nullptr) first = &part;
  }
}

/// "Root cause: ..." behind the last entry of a timeline stands for the section that is missing.
void name_cause(Parts& parts) {
  if (has_section(parts, Role::cause)) return;
  // "What was wrong?" with that label inside.
  const auto summary =
      std::find_if(parts.begin(), parts.end(), [](const auto& part) { return opens(part, Role::summary); });
  for (auto part = summary; part != parts.end(); ++part) {
    if (part->field != RawField::root_cause || part->role != Role::other) continue;
    return set_role(parts, section_of(parts, static_cast<std::size_t>(part - parts.begin())), Role::cause);
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].role != Role::timeline || parts[i].field != RawField::root_cause || parts[i].opens_section)
      continue;
    const auto end = end_of_section(parts, i);
    const bool entries_follow = std::any_of(parts.begin() + static_cast<std::ptrdiff_t>(i),
                                            parts.begin() + static_cast<std::ptrdiff_t>(end),
                                            [](const RawPart& part) { return part.field == RawField::none; });
    if (entries_follow) continue;
    set_role(parts, i, Role::cause);
    parts[i].opens_section = true;
    for (auto inside = i + 1; inside < end; ++inside) {
      if (parts[inside].field != RawField::resolution) continue;
      set_role(parts, inside, Role::resolution);
      parts[inside].opens_section = true;
      return;
    }
    return;
  }
}

void name_resolution(Parts& parts) {
  if (has_section(parts, Role::resolution)) return;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].field == RawField::resolution && parts[i].role == Role::cause &&
        parts[i].second == Role::other)
      return set_second(parts, section_of(parts, i), Role::resolution);
}

void name_measures(Parts& parts) {
  if (has_section(parts, Role::measures)) return;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool tasks = parts[i].field == RawField::improvements || parts[i].field == RawField::tasks;
    if (!tasks || parts[i].role == Role::summary || parts[i].role == Role::timeline) continue;
    const auto section = section_of(parts, i);
    if (parts[section].role == Role::other) return set_role(parts, section, Role::measures);
    if (parts[section].second == Role::other) return set_second(parts, section, Role::measures);
  }
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (opens(parts[i], Role::lessons)) return set_second(parts, i, Role::measures);
}

}  // namespace

void name_missing_sections(const RawText& text, std::vector<RawPart>& parts) {
  if (!has_section(parts, Role::timeline)) name_timeline(text, parts);
  name_summary(text, parts);
  choose_summary(parts);
  name_cause(parts);
  name_resolution(parts);
  name_measures(parts);
}

void disown_preamble(const std::vector<RawEntry>& entries, std::vector<RawPart>& parts) {
  const auto timed =
      std::find_if(entries.begin(), entries.end(), [](const auto& entry) { return entry.time.has_value(); });
  if (timed == entries.end()) return;
  bool has_end = false;
  std::size_t restart = 0;
  for (std::size_t i = 0; i < parts.size() && parts[i].line <= timed->line; ++i) {
    if (has_end && opens(parts[i], Role::summary)) restart = i;
    has_end = has_end || opens(parts[i], Role::measures);
  }
  for (std::size_t i = 0; i < restart; ++i) parts[i].role = parts[i].second = Role::other;
}

}  // namespace pmsite
