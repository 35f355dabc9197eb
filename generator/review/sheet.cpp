// SPDX-License-Identifier: MIT
#include "review/sheet.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "read/post_reader.hpp"
#include "review/facts_judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr std::array kShownRoles = {Role::summary, Role::timeline, Role::cause, Role::resolution,
                                    Role::measures};

/// Whether the front matter is ours: another tool's says nothing of an incident but, at most, how severe it
/// was.
bool states_facts(const Postmortem& post) {
  const bool is_rated = !post.severity.value.empty() && !post.timeline.empty();
  return post.has_facts && (post.started_at || is_rated || !post.services.empty() ||
                            post.root_cause.category || post.detection);
}

StatedMoment moment_of(const Instant& instant) {
  const auto local = instant.utc + instant.offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{local - day};
  return {Date{day},
          {static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
           static_cast<int>(time.seconds().count())},
          instant.offset};
}

std::optional<StatedMoment> moment_of(const TimeMention& time) {
  const auto date = time.date ? time.date->date() : std::nullopt;
  if (!date) return std::nullopt;
  StatedMoment moment{*date, time.clock, std::nullopt};
  const auto meanings = time.zone.empty() ? std::vector<ZoneMeaning>() : zone_meanings(time.zone, *date);
  if (meanings.size() == 1) moment.offset = meanings.front().offset;
  return moment;
}

/// The offset that a label has all year, as far as it has one meaning.
std::optional<std::chrono::minutes> offset_of(const TimeMention& time) {
  if (time.zone.empty()) return std::nullopt;
  const auto date = time.date ? time.date->date() : std::nullopt;
  constexpr Date kAnyDay{std::chrono::year{2024}, std::chrono::January, std::chrono::day{15}};
  const auto meanings = zone_meanings(time.zone, date.value_or(kAnyDay));
  if (meanings.empty()) return std::nullopt;
  // Of the other labels one meaning is by far the likeliest; this one may be India, Ireland or Israel.
  if (meanings.size() > 1 && time.zone == "IST") return std::nullopt;
  return meanings.front().offset;
}

void fill_from_facts(const Postmortem& post, ReviewSheet& sheet) {
  sheet.title = post.title.value;
  sheet.words = post.words;
  if (post.started_at) sheet.started = moment_of(post.started_at->value);
  if (post.resolved_at) sheet.resolved = moment_of(post.resolved_at->value);
  if (post.started_at) sheet.offset = post.started_at->value.offset;
  sheet.timeline_entries = static_cast<int>(post.timeline.size());
  sheet.allowances = post.allowances;
  for (const auto role : kShownRoles) {
    const Section* section = find_section(post, role);
    sheet.roles.emplace_back(role, section == nullptr ? 0 : section->at.begin.line);
  }
}

void fill_from_words(const RawPost& raw, ReviewSheet& sheet) {
  sheet.title = raw.title;
  sheet.words = raw.text.words;
  if (raw.interval && !raw.interval->is_inferred) {
    sheet.started = moment_of(raw.interval->from);
    sheet.resolved = moment_of(raw.interval->to);
    sheet.offset = offset_of(raw.interval->from);
  } else if (raw.lone_start) {
    sheet.started = moment_of(*raw.lone_start);
    sheet.offset = offset_of(*raw.lone_start);
  }
  sheet.timeline_entries = static_cast<int>(std::count_if(
      raw.entries.begin(), raw.entries.end(), [](const RawEntry& e) { return e.time.has_value(); }));
  for (const auto role : kShownRoles) {
    const RawPart* part = raw.section(role);
    sheet.roles.emplace_back(role, part == nullptr ? 0 : part->line);
  }
}

/// "627 words; cut 27": more to the point than the limits alone.
std::string word_help(int words) {
  const Profile& limits = *find_profile(kDefaultProfile);
  if (words < limits.least_words)
    return fmt::format("It has {}; add {}", counted(static_cast<std::size_t>(words), "word"),
                       limits.least_words - words);
  if (words > limits.most_words)
    return fmt::format("It has {}; cut {}", counted(static_cast<std::size_t>(words), "word"),
                       words - limits.most_words);
  return {};
}

int count(const ReviewSheet& sheet, bool only_met) {
  return static_cast<int>(
      std::count_if(sheet.items.begin(), sheet.items.end(), [&](const ReviewSheet::Item& item) {
        return item.need == Need::required && (item.finding.met || !only_met);
      }));
}

}  // namespace

int ReviewSheet::required() const { return count(*this, false); }
int ReviewSheet::required_met() const { return count(*this, true); }

ReviewSheet review_file(const std::string& file, std::string_view bytes, const Profile& profile) {
  Diagnostics ignored;  // `check` reports what is wrong with the file; here it is judged as it stands
  const Postmortem post = read_post(file, bytes, ignored);
  const RawPost raw = read_raw_post(post.source);
  const Profile* own = post.profile ? find_profile(post.profile->value) : nullptr;
  const Profile& asked = own != nullptr ? *own : profile;

  ReviewSheet sheet;
  sheet.file = file;
  sheet.profile = asked.name;
  sheet.has_facts = states_facts(post);
  if (sheet.has_facts) {
    fill_from_facts(post, sheet);
  } else {
    fill_from_words(raw, sheet);
  }
  auto findings = judge_raw(raw);
  if (sheet.has_facts) {
    const auto facts = judge_facts(post);
    for (std::size_t i = 0; i < facts.size(); ++i)
      if (facts[i].met) findings[i] = facts[i];
  }
  const auto wanted = requirements();
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (const Need need = wanted[i].needs.in(asked); need != Need::optional)
      sheet.items.push_back({&wanted[i], need, std::move(findings[i]),
                             wanted[i].id == "words_400_600" ? word_help(sheet.words) : std::string()});
  return sheet;
}

std::string nothing_to_review(const ReviewSheet& sheet) {
  constexpr int kStubWords = 75;  // the longest file measured that only linked elsewhere
  if (sheet.has_facts || sheet.words > kStubWords) return {};
  return "this file holds no postmortem: a title, or a link to one elsewhere";
}

}  // namespace pmsite
