// SPDX-License-Identifier: MIT
#include "check/checker.hpp"

#include "base/parallel.hpp"
#include "base/source.hpp"
#include "check/allowances.hpp"
#include "check/architecture_checks.hpp"
#include "check/check.hpp"
#include "check/site_index.hpp"
#include "engine/markdown.hpp"
#include "engine/markdown_alerts.hpp"
#include "engine/templates.hpp"
#include "engine/yaml.hpp"
#include "read/reading_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

std::array<std::span<const Check>, 15> all_checks() {
  return {fact_checks(),      date_checks(),      section_checks(),    detail_checks(), timeline_checks(),
          milestone_checks(), component_checks(), claim_checks(),      action_checks(), language_checks(),
          privacy_checks(),   review_checks(),    recurrence_checks(), link_checks(),   site_checks()};
}

const Check* find_check(std::string_view id) {
  for (const auto& group : all_checks())
    for (const auto& check : group)
      if (check.rule.id == id) return &check;
  return nullptr;
}

Diagnostics check_post(const Postmortem& post, const Content& content, const SiteIndex& index, UtcTime now) {
  Diagnostics found;
  // Without facts every check would say once more that they could not be read.
  if (!post.has_facts) return found;
  const FileReporter file(post.file, found);
  const Subject subject{post, content, profile_of(post, content.config), now, index};
  for (const auto& group : all_checks()) {
    for (const auto& check : group) {
      const Need need = check.needs.in(subject.profile);
      if (need != Need::optional) check.find(subject, CheckReporter(check.rule, file, need == Need::advised));
    }
  }
  return apply_allowances(post, std::move(found));
}

}  // namespace

const Profile& profile_of(const Postmortem& post, const SiteConfig& config) {
  const Profile* own = post.profile ? find_profile(post.profile->value) : nullptr;
  const Profile* profile = own != nullptr ? own : find_profile(config.profile);
  return profile != nullptr ? *profile : *find_profile(kDefaultProfile);
}

void check_content(const Content& content, UtcTime now, int jobs, Diagnostics& diagnostics) {
  const SiteIndex index(content);
  std::vector<Diagnostics> found(content.posts.size());
  parallel_for(content.posts.size(), jobs,
               [&](std::size_t i) { found[i] = check_post(content.posts[i], content, index, now); });
  for (auto& each : found) diagnostics.append(std::move(each));
  check_pages(content, index, diagnostics);
  check_architectures(content, diagnostics);
}

std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> rules = {
      &kSourceEncoding,     &kSourceFile,         &yaml::kYamlSyntax,    &yaml::kYamlUnsupported,
      &yaml::kDuplicateKey, &kMarkdownDepth,      &kTemplateSyntax,      &kTemplateName,
      &kPostFileName,       &kFrontMatterMissing, &kFrontMatterUnclosed, &kUnknownKey,
      &kMissingKey,         &kFieldType,          &kFieldValue,          &kInstantFormat,
      &kTimelineTime,       &kTimelineZone,       &kTimelineZoneSeason,  &kTimelineZoneMixed,
      &kTimelineKind,       &kComponentState,     &kActionDetail,        &kRawHtml,
      &kLinkScheme,         &kDiagramCaption,     &kDiagramSyntax,       &kDiagramAttribute,
      &kDiagramLimit,       &kDiagramLayout,      &kAddressTaken,        &kFileUnread,
      &kAllowComment,       &kAllowUnused,        &kDiagramLarge,        &kDependencyCircle,
      &kComponentIsolated,  &kAlertUnknown,
  };
  for (const auto& group : all_checks())
    for (const auto& check : group) rules.push_back(&check.rule);
  std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return rules;
}

const Rule* find_rule(std::string_view id) {
  for (const auto* rule : all_rules())
    if (rule->id == id) return rule;
  return nullptr;
}

Needs needs_of(std::string_view rule_id) {
  const Check* check = find_check(rule_id);
  return check == nullptr ? Needs{} : check->needs;
}

bool may_be_allowed(std::string_view rule_id) {
  const Check* check = find_check(rule_id);
  return check != nullptr && check->allow == Allow::with_reason;
}

}  // namespace pmsite
