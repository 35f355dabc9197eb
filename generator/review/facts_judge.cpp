// SPDX-License-Identifier: MIT
#include "review/facts_judge.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace pmsite {
namespace {

constexpr std::size_t kLongestEvidence = 120;  // bytes
constexpr std::size_t kMostLines = 3;

/// Cut at a word.
std::string shortened(std::string_view text) {
  text = trim(text);
  if (text.size() <= kLongestEvidence) return std::string(text);
  auto end = text.substr(0, kLongestEvidence).rfind(' ');
  if (end == std::string_view::npos)
    for (end = kLongestEvidence; (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;) --end;
  return std::string(text.substr(0, end)) + " …";
}

/// Met, and shown by these lines of the file; not met where there is none.
Finding shown_by(const Postmortem& post, std::vector<int> lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  if (lines.size() > kMostLines) lines.resize(kMostLines);
  Finding finding{!lines.empty(), std::move(lines), {}};
  if (finding.met) finding.evidence = shortened(post.source.line(finding.lines.front()));
  return finding;
}

Finding shown_by_kinds(const Postmortem& post, std::initializer_list<EventKind> kinds) {
  std::vector<int> lines;
  for (const auto& entry : post.timeline)
    if (std::find(kinds.begin(), kinds.end(), entry.kind) != kinds.end())
      lines.push_back(entry.at.begin.line);
  return shown_by(post, std::move(lines));
}

Finding duration(const Postmortem& post) {
  if (!post.started_at || !post.resolved_at) return {};
  return shown_by(post, {post.started_at->at.begin.line, post.resolved_at->at.begin.line});
}

Finding service(const Postmortem& post) {
  return post.services.empty() ? Finding{} : shown_by(post, {post.services.front().at.begin.line});
}

Finding users_share(const Postmortem& post) {
  const auto& share = post.impact.users_percent;
  // "Unknown, because ..." is an answer too: the reader knows where the number went.
  const bool is_stated = share.low.has_value() || !share.unknown_reason.empty();
  return is_stated ? shown_by(post, {share.at.begin.line}) : Finding{};
}

Finding root_cause(const Postmortem& post) {
  const auto& text = post.root_cause.text;
  return text.value.empty() ? Finding{} : shown_by(post, {text.at.begin.line});
}

Finding detected_how(const Postmortem& post) {
  if (!post.detection || *post.detection == Detection::unknown) return {};
  return shown_by(post, {post.detection_at.begin.line});
}

Finding misleading_paths(const Postmortem& post) {
  if (post.no_misleading_path) return shown_by(post, {post.no_misleading_path->at.begin.line});
  return shown_by_kinds(post, {EventKind::misled});
}

Finding tasks(const Postmortem& post) {
  std::vector<int> lines;
  for (const auto& action : post.actions) lines.push_back(action.at.begin.line);
  return shown_by(post, std::move(lines));
}

Finding words(const Postmortem& post) {
  const Profile& limits = *find_profile(kDefaultProfile);  // the only one that limits words
  const bool met = post.words >= limits.least_words && post.words <= limits.most_words;
  return {met, {}, met ? counted(static_cast<std::size_t>(post.words), "word") : std::string()};
}

struct Row {
  std::string_view id;
  Finding (*judge)(const Postmortem& post);
};

constexpr std::array kRows = {
    Row{"duration_start_end_tz", duration},
    Row{"impact_service", service},
    Row{"impact_users_percent", users_share},
    Row{"root_cause_in_summary", root_cause},
    Row{"detected_when", [](const Postmortem& p) { return shown_by_kinds(p, {EventKind::detected}); }},
    Row{"detected_how", detected_how},
    Row{"actions_taken",
        [](const Postmortem& p) {
          return shown_by_kinds(p, {EventKind::investigated, EventKind::misled, EventKind::identified});
        }},
    Row{"misleading_paths", misleading_paths},
    Row{"escalated_to", [](const Postmortem& p) { return shown_by_kinds(p, {EventKind::escalated}); }},
    Row{"resolved_how",
        [](const Postmortem& p) {
          return shown_by_kinds(p, {EventKind::mitigated, EventKind::resolved});
        }},
    Row{"tasks_list", tasks},
    Row{"words_400_600", words},
};

}  // namespace

std::vector<Finding> judge_facts(const Postmortem& post) {
  std::vector<Finding> findings;
  for (const auto& requirement : requirements()) {
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return each.id == requirement.id; });
    findings.push_back(row == kRows.end() ? Finding{} : row->judge(post));
  }
  return findings;
}

}  // namespace pmsite
