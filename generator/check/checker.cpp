// SPDX-License-Identifier: MIT
#include "check/checker.hpp"

#include "base/parallel.hpp"
#include "base/source.hpp"
#include "check/check.hpp"
#include "engine/markdown.hpp"
#include "engine/templates.hpp"
#include "engine/yaml.hpp"
#include "read/reading_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

std::array<std::span<const Check>, 6> all_checks() {
  return {fact_checks(),      section_checks(), timeline_checks(),
          component_checks(), review_checks(),  site_checks()};
}

const Profile& profile_of(const Postmortem& post, const SiteConfig& config) {
  const Profile* own = post.profile ? find_profile(post.profile->value) : nullptr;
  const Profile* profile = own != nullptr ? own : find_profile(config.profile);
  return profile != nullptr ? *profile : *find_profile(kDefaultProfile);
}

void check_post(const Postmortem& post, const Content& content, Diagnostics& diagnostics) {
  // Without facts every check would say once more that they could not be read.
  if (!post.has_facts) return;
  const FileReporter file(post.file, diagnostics);
  const Subject subject{post, content, profile_of(post, content.config)};
  for (const auto& group : all_checks())
    for (const auto& check : group) check.find(subject, CheckReporter(check.rule, file));
}

}  // namespace

void check_content(const Content& content, int jobs, Diagnostics& diagnostics) {
  std::vector<Diagnostics> found(content.posts.size());
  parallel_for(content.posts.size(), jobs,
               [&](std::size_t i) { check_post(content.posts[i], content, found[i]); });
  for (auto& each : found) diagnostics.append(std::move(each));
  check_pages(content, diagnostics);
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
  };
  for (const auto& group : all_checks())
    for (const auto& check : group) rules.push_back(&check.rule);
  std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return rules;
}

}  // namespace pmsite
