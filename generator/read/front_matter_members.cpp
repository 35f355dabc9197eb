// SPDX-License-Identifier: MIT
#include "read/front_matter_members.hpp"

#include "model/vocabulary.hpp"
#include "read/front_matter_rows.hpp"
#include "read/reading_rules.hpp"

#include <optional>
#include <utility>

namespace pmsite {
namespace {

constexpr double kMostUsers = 1e11;
constexpr double kMostRequests = 1e18;

using Entry = yaml::Entry;
using Fields = FieldReader;

bool is_unknown_share(const yaml::Value& value) {
  return value.kind == yaml::Kind::scalar && value.text == "unknown";
}

void read_share(const Fields& fields, const Entry& entry, Impact& impact) {
  UsersShare& share = impact.users_percent;
  share.at = entry.key.at;
  const auto& value = entry.value;
  if (value.kind == yaml::Kind::list && value.items.size() == 2) {
    share.low = fields.number(value.items[0], entry.key.value, 0, kMostPercent);
    share.high = fields.number(value.items[1], entry.key.value, 0, kMostPercent);
    if (share.low && share.high && *share.low > *share.high)
      fields.report(kFieldValue, value.at, "the range of `users_percent` goes down",
                    "write the lower number first");
  } else if (!is_unknown_share(value)) {
    share.low = share.high = fields.number(value, entry.key.value, 0, kMostPercent);
  }
}

constexpr std::string_view kReasonExample = "reason: why nobody knows the share of users";

constexpr std::array kImpactRows = {
    Row<Impact>{{.name = "users_percent",
                 .shape = Shape::share,
                 .needed = Needed::always,
                 .example = "users_percent: 37",
                 .description = "Share of users affected: 0 to 100, [low, high], or unknown with a reason."},
                read_share},
    Row<Impact>{
        {.name = "reason",
         .needed = Needed::where_share_unknown,
         .example = kReasonExample,
         .description = "Why nobody knows the share of users."},
        [](const Fields& f, const Entry& e, Impact& i) { i.users_percent.unknown_reason = f.text(e).value; }},
    Row<Impact>{{.name = "symptoms",
                 .needed = Needed::always,
                 .example = "symptoms: what users saw",
                 .description = "What users saw."},
                [](const Fields& f, const Entry& e, Impact& i) { i.symptoms = f.text(e); }},
    Row<Impact>{
        {.name = "users", .shape = Shape::number, .description = "How many users.", .most = kMostUsers},
        [](const Fields& f, const Entry& e, Impact& i) {
          i.users = f.number(e.value, "users", 0, kMostUsers);
        }},
    Row<Impact>{{.name = "requests_failed",
                 .shape = Shape::number,
                 .description = "How many requests failed.",
                 .most = kMostRequests},
                [](const Fields& f, const Entry& e, Impact& i) {
                  i.requests_failed = f.number(e.value, "requests_failed", 0, kMostRequests);
                }},
    Row<Impact>{{.name = "regions", .shape = Shape::texts, .description = "Where users were affected."},
                [](const Fields& f, const Entry& e, Impact& i) { i.regions = f.texts(e); }},
    Row<Impact>{{.name = "data_loss", .description = "What was lost for good."},
                [](const Fields& f, const Entry& e, Impact& i) { i.data_loss = f.text(e).value; }},
};
constexpr auto kImpactKeys = keys_of(kImpactRows);

constexpr std::array kRootCauseRows = {
    Row<RootCause>{
        {.name = "category",
         .shape = Shape::word,
         .needed = Needed::always,
         .example = "category: config_change",
         .description = "What kind of cause it is. No human is one: name what let the mistake through.",
         .words = words<CauseCategory>},
        [](const Fields& f, const Entry& e, RootCause& c) { c.category = f.word<CauseCategory>(e); }},
    Row<RootCause>{{.name = "text",
                    .needed = Needed::always,
                    .example = "text: one sentence that names the cause",
                    .description = "The cause in one sentence, for whoever reads no further."},
                   [](const Fields& f, const Entry& e, RootCause& c) { c.text = f.text(e); }},
};
constexpr auto kRootCauseKeys = keys_of(kRootCauseRows);

constexpr std::array kMisleadingPathsRows = {
    Row<Postmortem>{{.name = "none",
                     .needed = Needed::always,
                     .example = "none: why there was no misleading path",
                     .description = "Why nothing misled anybody."},
                    [](const Fields& f, const Entry& e, Postmortem& p) { p.no_misleading_path = f.text(e); }},
};
constexpr auto kMisleadingPathsKeys = keys_of(kMisleadingPathsRows);

// What stands in a list may lack what it needs, and is then left out.

struct ReviewFacts {
  std::string name;
  std::optional<ReviewDecision> decision;
  std::optional<Date> date;
};
constexpr std::array kReviewRows = {
    Row<ReviewFacts>{{.name = "name",
                      .needed = Needed::always,
                      .example = "name: who reviewed",
                      .description = "Who reviewed."},
                     [](const Fields& f, const Entry& e, ReviewFacts& r) { r.name = f.text(e).value; }},
    Row<ReviewFacts>{
        {.name = "decision",
         .shape = Shape::word,
         .needed = Needed::always,
         .example = "decision: approved",
         .description = "What the reviewer decided.",
         .words = words<ReviewDecision>},
        [](const Fields& f, const Entry& e, ReviewFacts& r) { r.decision = f.word<ReviewDecision>(e); }},
    Row<ReviewFacts>{{.name = "at",
                      .shape = Shape::date,
                      .needed = Needed::always,
                      .example = "at: 2026-03-06",
                      .description = "The day of the decision."},
                     [](const Fields& f, const Entry& e, ReviewFacts& r) { r.date = f.date(e); }},
};
constexpr auto kReviewKeys = keys_of(kReviewRows);

struct RelatedFacts {
  Located<std::string> slug;
  std::optional<Relation> relation;
  std::string note;
};
constexpr std::array kRelatedRows = {
    Row<RelatedFacts>{{.name = "post",
                       .needed = Needed::always,
                       .example = "post: slug-of-the-other-post",
                       .description = "The other post's file name, without its date and `.md`."},
                      [](const Fields& f, const Entry& e, RelatedFacts& r) { r.slug = f.text(e); }},
    Row<RelatedFacts>{
        {.name = "as",
         .shape = Shape::word,
         .needed = Needed::always,
         .example = "as: recurrence_of",
         .description = "What this incident is to the other one.",
         .words = words<Relation>},
        [](const Fields& f, const Entry& e, RelatedFacts& r) { r.relation = f.word<Relation>(e); }},
    Row<RelatedFacts>{{.name = "note", .description = "What the two have in common."},
                      [](const Fields& f, const Entry& e, RelatedFacts& r) { r.note = f.text(e).value; }},
};
constexpr auto kRelatedKeys = keys_of(kRelatedRows);

constexpr std::array kSourceRows = {
    Row<Reference>{{.name = "title",
                    .needed = Needed::always,
                    .example = "title: what the page is called",
                    .description = "What the page is called."},
                   [](const Fields& f, const Entry& e, Reference& r) { r.title = f.text(e).value; }},
    Row<Reference>{{.name = "url",
                    .shape = Shape::url,
                    .needed = Needed::always,
                    .example = "url: https://...",
                    .description = "Where the page is."},
                   [](const Fields& f, const Entry& e, Reference& r) { r.url = f.url(e); }},
    Row<Reference>{
        {.name = "archive_url", .shape = Shape::url, .description = "Where a copy of the page is kept."},
        [](const Fields& f, const Entry& e, Reference& r) { r.archive_url = f.url(e).value; }},
};
constexpr auto kSourceKeys = keys_of(kSourceRows);

struct CorrectionFacts {
  std::optional<Date> date;
  std::string text;
};
constexpr std::array kCorrectionRows = {
    Row<CorrectionFacts>{{.name = "at",
                          .shape = Shape::date,
                          .needed = Needed::always,
                          .example = "at: 2026-03-06",
                          .description = "The day of the correction."},
                         [](const Fields& f, const Entry& e, CorrectionFacts& c) { c.date = f.date(e); }},
    Row<CorrectionFacts>{
        {.name = "text",
         .needed = Needed::always,
         .example = "text: what was corrected",
         .description = "What was wrong, and what is right."},
        [](const Fields& f, const Entry& e, CorrectionFacts& c) { c.text = f.text(e).value; }},
};
constexpr auto kCorrectionKeys = keys_of(kCorrectionRows);

/// Calls `keep` with the facts of each map in the list.
template <class Facts, std::size_t size, class Keep>
void read_list(const Fields& fields, const Entry& entry, const std::array<Row<Facts>, size>& rows,
               const Keep& keep) {
  for (const auto* map : fields.maps(entry)) {
    Facts facts;
    read_rows(fields, *map, rows, map->at, "", facts);
    keep(*map, std::move(facts));
  }
}

}  // namespace

std::span<const Key> impact_keys() { return kImpactKeys; }
std::span<const Key> root_cause_keys() { return kRootCauseKeys; }
std::span<const Key> misleading_paths_keys() { return kMisleadingPathsKeys; }
std::span<const Key> reviewers_keys() { return kReviewKeys; }
std::span<const Key> related_keys() { return kRelatedKeys; }
std::span<const Key> sources_keys() { return kSourceKeys; }
std::span<const Key> corrections_keys() { return kCorrectionKeys; }

void read_impact(const Fields& fields, const Entry& entry, Postmortem& post) {
  if (!fields.is_map(entry)) return;
  Impact& impact = post.impact;
  impact.at = entry.key.at;
  read_rows(fields, entry.value, kImpactRows, entry.key.at, "impact.", impact);
  const Entry* share = entry.value.find("users_percent");
  if (share == nullptr || !is_unknown_share(share->value)) {
    impact.users_percent.unknown_reason.clear();  // the share is known
  } else if (entry.value.find("reason") == nullptr) {
    fields.report_missing(entry.value.at, "reason", kReasonExample);
  }
}

void read_root_cause(const Fields& fields, const Entry& entry, Postmortem& post) {
  if (!fields.is_map(entry)) return;
  post.root_cause.at = entry.key.at;
  read_rows(fields, entry.value, kRootCauseRows, entry.key.at, "root_cause.", post.root_cause);
}

void read_misleading_paths(const Fields& fields, const Entry& entry, Postmortem& post) {
  if (!fields.is_map(entry)) return;
  read_rows(fields, entry.value, kMisleadingPathsRows, entry.key.at, "misleading_paths.", post);
}

void read_reviewers(const Fields& fields, const Entry& entry, Postmortem& post) {
  read_list(fields, entry, kReviewRows, [&post](const yaml::Value& map, ReviewFacts facts) {
    if (facts.decision && facts.date && !facts.name.empty())
      post.reviews.push_back({map.at, std::move(facts.name), *facts.decision, *facts.date});
  });
}

void read_related(const Fields& fields, const Entry& entry, Postmortem& post) {
  read_list(fields, entry, kRelatedRows, [&post](const yaml::Value&, RelatedFacts facts) {
    if (facts.relation && !facts.slug.value.empty())
      post.related.push_back({std::move(facts.slug), *facts.relation, std::move(facts.note)});
  });
}

void read_sources(const Fields& fields, const Entry& entry, Postmortem& post) {
  read_list(fields, entry, kSourceRows, [&post](const yaml::Value&, Reference source) {
    if (!source.title.empty() && !source.url.value.empty()) post.sources.push_back(std::move(source));
  });
}

void read_corrections(const Fields& fields, const Entry& entry, Postmortem& post) {
  read_list(fields, entry, kCorrectionRows, [&post](const yaml::Value&, CorrectionFacts facts) {
    if (facts.date && !facts.text.empty()) post.corrections.push_back({*facts.date, std::move(facts.text)});
  });
}

}  // namespace pmsite
