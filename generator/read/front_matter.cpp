// SPDX-License-Identifier: MIT
#include "read/front_matter.hpp"

#include "base/url.hpp"
#include "read/fields.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

constexpr int kLongestTitle = 120;    // characters
constexpr int kLongestSummary = 300;  // characters
constexpr double kMostUsers = 1e11;

using Entry = yaml::Entry;

/// The value of a text key inside a map of a list; empty where it is absent. Reports it as missing if
/// `example` is given.
Located<std::string> member_text(const FieldReader& fields, const yaml::Value& map, std::string_view key,
                                 std::string_view example = {}) {
  if (const Entry* entry = map.find(key)) return fields.text(*entry);
  if (!example.empty()) fields.report_missing(map.at, key, example);
  return {};
}

void read_users_percent(const FieldReader& fields, const yaml::Value& impact, const Entry& entry,
                        UsersShare& share) {
  const auto& value = entry.value;
  if (value.kind == yaml::Kind::list && value.items.size() == 2) {
    share.low = fields.number(value.items[0], entry.key.value, 0, 100);
    share.high = fields.number(value.items[1], entry.key.value, 0, 100);
    if (share.low && share.high && *share.low > *share.high)
      fields.report(kFieldValue, value.at, "the range of `users_percent` goes down",
                    "write the lower number first");
  } else if (value.kind == yaml::Kind::scalar && value.text == "unknown") {
    share.unknown_reason =
        member_text(fields, impact, "reason", "reason: why nobody knows the share of users").value;
  } else {
    share.low = share.high = fields.number(value, entry.key.value, 0, 100);
  }
}

void read_impact(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  if (!fields.is_map(entry)) return;
  const auto& map = entry.value;
  Impact& impact = post.impact;
  impact.at = entry.key.at;
  fields.refuse_unknown(
      map, {"users_percent", "reason", "symptoms", "users", "requests_failed", "regions", "data_loss"});
  if (const Entry* percent = map.find("users_percent")) {
    read_users_percent(fields, map, *percent, impact.users_percent);
  } else {
    fields.report_missing(entry.key.at, "impact.users_percent", "users_percent: 37");
  }
  if (const Entry* symptoms = map.find("symptoms")) {
    impact.symptoms = fields.text(*symptoms);
  } else {
    fields.report_missing(entry.key.at, "impact.symptoms", "symptoms: what users saw");
  }
  if (const Entry* users = map.find("users"))
    impact.users = fields.number(users->value, "users", 0, kMostUsers);
  if (const Entry* failed = map.find("requests_failed"))
    impact.requests_failed = fields.number(failed->value, "requests_failed", 0, 1e18);
  if (const Entry* regions = map.find("regions")) impact.regions = fields.texts(*regions);
  impact.data_loss = member_text(fields, map, "data_loss").value;
}

void read_root_cause(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  if (!fields.is_map(entry)) return;
  fields.refuse_unknown(entry.value, {"category", "text"});
  post.root_cause.at = entry.key.at;
  if (const Entry* category = entry.value.find("category")) {
    post.root_cause.category = fields.word<CauseCategory>(*category);
  } else {
    fields.report_missing(entry.key.at, "root_cause.category", "category: config_change");
  }
  if (const Entry* text = entry.value.find("text")) {
    post.root_cause.text = fields.text(*text);
  } else {
    fields.report_missing(entry.key.at, "root_cause.text", "text: one sentence that names the cause");
  }
}

void read_misleading_paths(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  if (!fields.is_map(entry)) return;
  fields.refuse_unknown(entry.value, {"none"});
  if (const Entry* none = entry.value.find("none")) {
    post.no_misleading_path = fields.text(*none);
  } else {
    fields.report_missing(entry.key.at, "misleading_paths.none", "none: why there was no misleading path");
  }
}

void read_reviewers(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  for (const auto* map : fields.maps(entry)) {
    fields.refuse_unknown(*map, {"name", "decision", "at"});
    Review review{map->at, member_text(fields, *map, "name", "name: who reviewed").value, {}, {}};
    const Entry* decision = map->find("decision");
    const Entry* at = map->find("at");
    if (decision == nullptr) fields.report_missing(map->at, "decision", "decision: approved");
    if (at == nullptr) fields.report_missing(map->at, "at", "at: 2026-03-06");
    const auto decided = decision ? fields.word<ReviewDecision>(*decision) : std::nullopt;
    const auto date = at ? fields.date(*at) : std::nullopt;
    if (!decided || !date || review.name.empty()) continue;
    review.decision = *decided;
    review.date = *date;
    post.reviews.push_back(std::move(review));
  }
}

void read_related(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  for (const auto* map : fields.maps(entry)) {
    fields.refuse_unknown(*map, {"post", "as", "note"});
    RelatedPost related{member_text(fields, *map, "post", "post: slug-of-the-other-post"), {}, {}};
    const Entry* as = map->find("as");
    if (as == nullptr) fields.report_missing(map->at, "as", "as: recurrence_of");
    const auto relation = as ? fields.word<Relation>(*as) : std::nullopt;
    related.note = member_text(fields, *map, "note").value;
    if (!relation || related.slug.value.empty()) continue;
    related.relation = *relation;
    post.related.push_back(std::move(related));
  }
}

void read_sources(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  for (const auto* map : fields.maps(entry)) {
    fields.refuse_unknown(*map, {"title", "url", "archive_url"});
    Reference source{member_text(fields, *map, "title", "title: what the page is called").value, {}, {}};
    if (const Entry* url = map->find("url")) {
      source.url = fields.url(*url);
    } else {
      fields.report_missing(map->at, "url", "url: https://...");
    }
    if (const Entry* archive = map->find("archive_url")) source.archive_url = fields.url(*archive).value;
    if (!source.title.empty() && !source.url.value.empty()) post.sources.push_back(std::move(source));
  }
}

void read_corrections(const FieldReader& fields, const Entry& entry, Postmortem& post) {
  for (const auto* map : fields.maps(entry)) {
    fields.refuse_unknown(*map, {"at", "text"});
    const Entry* at = map->find("at");
    if (at == nullptr) fields.report_missing(map->at, "at", "at: 2026-03-06");
    const auto date = at ? fields.date(*at) : std::nullopt;
    auto text = member_text(fields, *map, "text", "text: what was corrected").value;
    if (date && !text.empty()) post.corrections.push_back({*date, std::move(text)});
  }
}

struct Field {
  std::string_view key;
  std::string_view example;  ///< a line that would do, for a key that every post needs; empty for the others
  void (*read)(const FieldReader&, const Entry&, Postmortem&);
};

/// The schema, in the order of the manual.
constexpr std::array kFields = {
    Field{"title", "title: what broke, as readers felt it",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.title = f.text(e, kLongestTitle); }},
    Field{"started_at", "started_at: 2026-03-04T10:12:00+01:00",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.started_at = f.instant(e); }},
    Field{"resolved_at", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.resolved_at = f.instant(e); }},
    Field{"severity", "severity: SEV2",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.severity = f.text(e); }},
    Field{"services", "services: [checkout]",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.services = f.texts(e); }},
    Field{"impact", "impact: {users_percent: 37, symptoms: what users saw}", read_impact},
    Field{"detection", "detection: monitoring_alert",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.detection = f.word<Detection>(e); }},
    Field{"root_cause", "root_cause: {category: config_change, text: one sentence}", read_root_cause},
    Field{"misleading_paths", "", read_misleading_paths},
    Field{"trigger", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.trigger = f.text(e).value; }},
    Field{"contributing_factors", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.contributing_factors = f.texts(e); }},
    Field{"architecture", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.architecture = f.text(e); }},
    Field{"kind", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) {
            p.kind = f.word<IncidentKind>(e).value_or(IncidentKind::outage);
          }},
    Field{"authors", "authors: [Ada Okoro]",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.authors = f.texts(e); }},
    Field{"reviewers", "", read_reviewers},
    Field{"status", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) {
            p.status = f.word<PostStatus>(e).value_or(PostStatus::published);
          }},
    Field{"published_at", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.published_at = f.date_or_instant(e); }},
    Field{"updated_at", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.updated_at = f.date_or_instant(e); }},
    Field{"organization", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.organization = f.text(e).value; }},
    Field{"tags", "", [](const FieldReader& f, const Entry& e, Postmortem& p) { p.tags = f.texts(e); }},
    Field{"related", "", read_related},
    Field{"sources", "", read_sources},
    Field{"corrections", "", read_corrections},
    Field{
        "summary", "",
        [](const FieldReader& f, const Entry& e, Postmortem& p) { p.summary = f.text(e, kLongestSummary); }},
    Field{"image", "", [](const FieldReader& f, const Entry& e, Postmortem& p) { p.image = f.text(e); }},
    Field{"image_alt", "",
          [](const FieldReader& f, const Entry& e, Postmortem& p) { p.image_alt = f.text(e).value; }},
    Field{"profile", "", [](const FieldReader& f, const Entry& e, Postmortem& p) { p.profile = f.text(e); }},
};

}  // namespace

std::vector<std::string_view> front_matter_keys() {
  std::vector<std::string_view> keys;
  for (const auto& field : kFields) keys.push_back(field.key);
  return keys;
}

SplitFile split_file(const SourceText& source, const FileReporter& reporter) {
  const std::string_view text = source.text;
  const auto is_fence = [](std::string_view line) { return line.starts_with("---") && trim(line) == "---"; };
  SplitFile file{false, {}, text, 1};
  const auto first_end = std::min(text.find('\n'), text.size());
  if (!is_fence(text.substr(0, first_end))) {
    const bool toml = text.starts_with("+++");
    reporter.report(
        kFrontMatterMissing, span_on_line(1, 1, first_end),
        toml ? "the front matter is TOML; pmsite reads YAML" : "the file does not begin with front matter",
        "begin the file with a line `---`, the facts as YAML, and another line `---`");
    return file;
  }
  file.has_front_matter = true;
  const auto begin = std::min(first_end + 1, text.size());
  int line = 2;
  for (auto at = begin; at < text.size(); ++line) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (is_fence(text.substr(at, end - at))) {
      file.front_matter = text.substr(begin, at - begin);
      file.body = text.substr(std::min(end + 1, text.size()));
      file.body_line = line + 1;
      return file;
    }
    at = end + 1;
  }
  reporter.report(kFrontMatterUnclosed, span_on_line(1, 1, 3),
                  "the front matter that begins here is never closed", "end it with a line `---`");
  file.has_front_matter = false;  // what is in it cannot be told from the body
  file.body = {};
  return file;
}

void read_front_matter(const yaml::Value& map, Postmortem& post, const FileReporter& reporter) {
  const FieldReader fields(reporter);
  fields.refuse_unknown(map, front_matter_keys());
  for (const auto& field : kFields) {
    if (const Entry* entry = map.find(field.key)) {
      field.read(fields, *entry, post);
    } else if (!field.example.empty()) {
      fields.report_missing(post.front_matter, field.key, field.example);
    }
  }
  if (map.find("resolved_at") == nullptr && post.status != PostStatus::draft)
    fields.report(
        kMissingKey, post.front_matter, "`resolved_at` is missing",
        "add `resolved_at: 2026-03-04T11:05:00+01:00`, or `status: draft` while the incident goes on");
}

}  // namespace pmsite
