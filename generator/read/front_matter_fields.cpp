// SPDX-License-Identifier: MIT
#include "read/front_matter_fields.hpp"

#include "model/vocabulary.hpp"
#include "read/front_matter_members.hpp"
#include "read/front_matter_rows.hpp"

namespace pmsite {
namespace {

constexpr int kLongestTitle = 120;    // characters
constexpr int kLongestSummary = 300;  // characters

using Entry = yaml::Entry;
using Fields = FieldReader;

constexpr std::array kRows = {
    Row<Postmortem>{
        {.name = "title",
         .needed = Needed::always,
         .example = "title: what broke, as readers felt it",
         .description = "What broke, as readers felt it.",
         .longest = kLongestTitle},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.title = f.text(e, kLongestTitle); }},
    Row<Postmortem>{{.name = "started_at",
                     .shape = Shape::instant,
                     .needed = Needed::always,
                     .example = "started_at: 2026-03-04T10:12:00+01:00",
                     .description = "When users began to be affected, with Z or an offset."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.started_at = f.instant(e); }},
    Row<Postmortem>{{.name = "resolved_at",
                     .shape = Shape::instant,
                     .needed = Needed::unless_draft,
                     .example = "resolved_at: 2026-03-04T11:05:00+01:00",
                     .description = "When users ceased to be affected. A draft may do without."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.resolved_at = f.instant(e); }},
    Row<Postmortem>{{.name = "severity",
                     .needed = Needed::always,
                     .example = "severity: SEV2",
                     .description = "SEV1 (worst) to SEV5, or a word of the site's own scale."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.severity = f.text(e); }},
    Row<Postmortem>{{.name = "services",
                     .shape = Shape::texts,
                     .needed = Needed::always,
                     .example = "services: [checkout]",
                     .description = "What was down or slow."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.services = f.texts(e); }},
    Row<Postmortem>{{.name = "impact",
                     .shape = Shape::map,
                     .needed = Needed::always,
                     .example = "impact: {users_percent: 37, symptoms: what users saw}",
                     .description = "Who was affected, and how.",
                     .members = impact_keys},
                    read_impact},
    Row<Postmortem>{{.name = "detection",
                     .shape = Shape::word,
                     .needed = Needed::always,
                     .example = "detection: monitoring_alert",
                     .description = "Who or what noticed first.",
                     .words = words<Detection>},
                    [](const Fields& f, const Entry& e, Postmortem& p) {
                      p.detection = f.word<Detection>(e);
                      p.detection_at = e.key.at;
                    }},
    Row<Postmortem>{{.name = "root_cause",
                     .shape = Shape::map,
                     .needed = Needed::always,
                     .example = "root_cause: {category: config_change, text: one sentence}",
                     .description = "Why it happened.",
                     .members = root_cause_keys},
                    read_root_cause},
    Row<Postmortem>{{.name = "misleading_paths",
                     .shape = Shape::map,
                     .description = "Where the timeline has no `Misled` entry: why there was none.",
                     .members = misleading_paths_keys},
                    read_misleading_paths},
    Row<Postmortem>{{.name = "trigger", .description = "What set it off, as distinct from the cause."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.trigger = f.text(e).value; }},
    Row<Postmortem>{
        {.name = "contributing_factors",
         .shape = Shape::texts,
         .description = "What made it possible, longer or worse."},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.contributing_factors = f.texts(e); }},
    Row<Postmortem>{{.name = "architecture",
                     .description = "The name of a file in content/architectures, without `.dot`."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.architecture = f.text(e); }},
    Row<Postmortem>{{.name = "kind",
                     .shape = Shape::word,
                     .description = "What kind of incident it was; an outage where nothing is said.",
                     .words = words<IncidentKind>},
                    [](const Fields& f, const Entry& e, Postmortem& p) {
                      p.kind = f.word<IncidentKind>(e).value_or(IncidentKind::outage);
                    }},
    Row<Postmortem>{{.name = "authors",
                     .shape = Shape::texts,
                     .needed = Needed::always,
                     .example = "authors: [Ada Okoro]",
                     .description = "Who wrote this."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.authors = f.texts(e); }},
    Row<Postmortem>{{.name = "reviewers",
                     .shape = Shape::maps,
                     .description = "Who reviewed this before it was published.",
                     .members = reviewers_keys},
                    read_reviewers},
    Row<Postmortem>{{.name = "status",
                     .shape = Shape::word,
                     .description = "Published where nothing is said. Other posts are left out of the site.",
                     .words = words<PostStatus>},
                    [](const Fields& f, const Entry& e, Postmortem& p) {
                      p.status = f.word<PostStatus>(e).value_or(PostStatus::published);
                    }},
    Row<Postmortem>{
        {.name = "published_at",
         .shape = Shape::date_or_instant,
         .description =
             "When readers could first see it; the date in the file's name where nothing is said."},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.published_at = f.date_or_instant(e); }},
    Row<Postmortem>{
        {.name = "updated_at",
         .shape = Shape::date_or_instant,
         .description = "When it last changed for readers."},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.updated_at = f.date_or_instant(e); }},
    Row<Postmortem>{
        {.name = "organization", .description = "Whose incident it is, where a blog tells of several."},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.organization = f.text(e).value; }},
    Row<Postmortem>{{.name = "tags", .shape = Shape::texts, .description = "Words to find it by."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.tags = f.texts(e); }},
    Row<Postmortem>{{.name = "related",
                     .shape = Shape::maps,
                     .description = "Other posts that tell of something alike.",
                     .members = related_keys},
                    read_related},
    Row<Postmortem>{{.name = "sources",
                     .shape = Shape::maps,
                     .description = "What the account rests on.",
                     .members = sources_keys},
                    read_sources},
    Row<Postmortem>{{.name = "corrections",
                     .shape = Shape::maps,
                     .description = "What was put right since; the page shows it.",
                     .members = corrections_keys},
                    read_corrections},
    Row<Postmortem>{
        {.name = "summary",
         .description = "For lists and feeds; the first paragraph of the summary where nothing is said.",
         .longest = kLongestSummary},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.summary = f.text(e, kLongestSummary); }},
    Row<Postmortem>{{.name = "image", .description = "A picture below assets/."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.image = f.text(e); }},
    Row<Postmortem>{{.name = "image_alt", .description = "The picture in words."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.image_alt = f.text(e).value; }},
    Row<Postmortem>{
        {.name = "profile", .description = "What this post must hold, if not what the site says."},
        [](const Fields& f, const Entry& e, Postmortem& p) { p.profile = f.text(e); }},
};
constexpr auto kKeys = keys_of(kRows);

}  // namespace

std::span<const Key> front_matter_fields() { return kKeys; }

void read_fields(const FieldReader& fields, const yaml::Value& map, Postmortem& post) {
  read_rows(fields, map, kRows, post.front_matter, "", post);
  if (map.find("resolved_at") == nullptr && post.status != PostStatus::draft)
    fields.report(
        kMissingKey, post.front_matter, "`resolved_at` is missing",
        "add `resolved_at: 2026-03-04T11:05:00+01:00`, or `status: draft` while the incident goes on");
}

}  // namespace pmsite
