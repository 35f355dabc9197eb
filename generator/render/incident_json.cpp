// SPDX-License-Identifier: MIT
#include "render/incident_json.hpp"

#include "base/time.hpp"
#include "engine/json.hpp"
#include "model/blast_radius.hpp"
#include "model/milestones.hpp"
#include "site/routes.hpp"

#include <string>

namespace pmsite {
namespace {

using OptionalSeconds = std::optional<std::chrono::seconds>;

Value text_or_null(std::string_view text) { return text.empty() ? Value() : Value(text); }

Value instant_or_null(const std::optional<Located<Instant>>& instant) {
  return instant ? Value(format_rfc3339(instant->value)) : Value();
}

Value seconds_or_null(const OptionalSeconds& length) {
  return length ? Value(static_cast<std::int64_t>(length->count())) : Value();
}

Value date_or_null(const std::optional<Date>& date) { return date ? Value(format_date(*date)) : Value(); }

template <class T> Value number_or_null(const std::optional<T>& number) {
  return number ? Value(*number) : Value();
}

template <class Enum> Value word_or_null(const std::optional<Enum>& value) {
  return value ? Value(word(*value)) : Value();
}

Value texts(const std::vector<Located<std::string>>& list) {
  Value::List values;
  for (const auto& each : list) values.push_back(each.value);
  return values;
}

Value names(const std::vector<std::string>& list) {
  Value::List values;
  for (const auto& each : list) values.push_back(each);
  return values;
}

Value durations(const Postmortem& post) {
  const Milestones found = milestones(post);
  const auto misled = misled_time(post.timeline);
  return Value::Object{{"total", seconds_or_null(found.duration)},
                       {"to_detect", seconds_or_null(found.detect)},
                       {"to_acknowledge", seconds_or_null(found.acknowledge)},
                       {"to_identify", seconds_or_null(found.identify)},
                       {"to_mitigate", seconds_or_null(found.mitigate)},
                       {"to_resolve", seconds_or_null(found.resolve)},
                       {"misled", static_cast<std::int64_t>(misled.count())}};
}

Value impact(const Impact& impact) {
  return Value::Object{{"users_percent_low", number_or_null(impact.users_percent.low)},
                       {"users_percent_high", number_or_null(impact.users_percent.high)},
                       {"users", number_or_null(impact.users)},
                       {"requests_failed", number_or_null(impact.requests_failed)},
                       {"symptoms", text_or_null(impact.symptoms.value)},
                       {"regions", texts(impact.regions)},
                       {"data_loss", text_or_null(impact.data_loss)}};
}

Value timeline(const Postmortem& post) {
  Value::List entries;
  for (const auto& entry : post.timeline) {
    Value::Object states;
    for (const auto& change : entry.states) states.emplace_back(change.component, word(change.state));
    entries.push_back(Value::Object{{"at", format_rfc3339(entry.start)},
                                    {"until", entry.end ? Value(format_rfc3339(*entry.end)) : Value()},
                                    {"kind", word(entry.kind)},
                                    {"text", prose_of(entry)},
                                    {"states", std::move(states)}});
  }
  return entries;
}

Value actions(const Postmortem& post) {
  Value::List items;
  for (const auto& item : post.actions)
    items.push_back(Value::Object{{"text", plain_text(item.text)},
                                  {"state", word(item.state)},
                                  {"type", word_or_null(item.type)},
                                  {"owner", text_or_null(item.owner)},
                                  {"due", date_or_null(item.due)},
                                  {"done", date_or_null(item.done)},
                                  {"url", text_or_null(item.url)},
                                  {"ticket", text_or_null(item.ticket)}});
  return items;
}

Value reached(const std::vector<BlastRadius::Reached>& list) {
  Value::List values;
  for (const auto& each : list)
    values.push_back(Value::Object{{"component", each.component},
                                   {"predicted", word(each.predicted)},
                                   {"observed", word(each.observed)},
                                   {"through", each.through}});
  return values;
}

Value radius(const Content& content, const Postmortem& post) {
  const Architecture* architecture =
      post.architecture ? content.find_architecture(post.architecture->value) : nullptr;
  const BlastRadius found = architecture ? blast_radius(*architecture, post.timeline) : BlastRadius{};
  if (found.is_empty()) return {};
  return Value::Object{{"origins", names(found.origins)},
                       {"explained", reached(found.explained)},
                       {"spared", reached(found.spared)},
                       {"unpredicted", names(found.unpredicted)}};
}

}  // namespace

OutputFile render_incident_json(const Site& site, const Postmortem& post) {
  const Value facts = Value::Object{
      {"version", 1},
      {"slug", post.slug},
      {"url", site.base_url.empty() ? Value() : Value(absolute_url(site, post_route(post.slug)))},
      {"title", post.title.value},
      {"summary", text_or_null(summary_text(post))},
      {"kind", word(post.kind)},
      {"status", word(post.status)},
      {"severity", text_or_null(post.severity.value)},
      {"organization", text_or_null(post.organization)},
      {"services", texts(post.services)},
      {"tags", texts(post.tags)},
      {"authors", texts(post.authors)},
      {"started_at", instant_or_null(post.started_at)},
      {"resolved_at", instant_or_null(post.resolved_at)},
      {"published_at", format_rfc3339(publication_time(post))},
      {"updated_at", format_rfc3339(update_time(post))},
      {"seconds", durations(post)},
      {"impact", impact(post.impact)},
      {"detection", word_or_null(post.detection)},
      {"root_cause", Value::Object{{"category", word_or_null(post.root_cause.category)},
                                   {"text", text_or_null(post.root_cause.text.value)}}},
      {"trigger", text_or_null(post.trigger)},
      {"contributing_factors", texts(post.contributing_factors)},
      {"timeline", timeline(post)},
      {"actions", actions(post)},
      {"architecture", post.architecture ? Value(post.architecture->value) : Value()},
      {"blast_radius", radius(*site.content, post)},
  };
  return {incident_route(post.slug), to_json(facts) + "\n"};
}

OutputFile render_incidents_json(const Site& site, const std::vector<OutputFile>& incidents) {
  std::string text = to_json(Value::Object{{"version", 1}, {"title", site.content->config.title}});
  text.back() = ',';  // the brace comes behind the incidents
  text += "\"incidents\":[\n";
  for (const auto& incident : incidents) {
    text.append(incident.bytes, 0, incident.bytes.size() - 1);
    text += &incident == &incidents.back() ? "\n" : ",\n";
  }
  return {std::string(kIncidentsRoute), text + "]}\n"};
}

}  // namespace pmsite
