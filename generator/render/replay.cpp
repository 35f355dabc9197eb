// SPDX-License-Identifier: MIT
#include "render/replay.hpp"

#include "base/text.hpp"
#include "base/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

// From grave to harmless.
constexpr std::array kGravity = {ComponentState::down, ComponentState::degraded, ComponentState::unknown,
                                 ComponentState::maintenance, ComponentState::ok};

std::string label_of(const Architecture& architecture, const std::string& name) {
  const auto* component = architecture.find(name);
  return component == nullptr ? name : component->label;
}

/// Labels may hold commas.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& each : words) text += (text.empty() ? "" : "; ") + each;
  return text;
}

/// "Session cache down; Checkout degraded": the components and their states, by gravity.
std::string states_text(const Architecture& architecture,
                        const std::map<std::string, ComponentState>& states) {
  std::vector<std::string> words;
  for (const auto state : kGravity)
    for (const auto& component : architecture.components)
      if (const auto found = states.find(component.name); found != states.end() && found->second == state)
        words.push_back(fmt::format("{} {}", component.label, word(state)));
  return joined(words);
}

/// The same for what is not well.
std::string trouble_text(const Architecture& architecture, std::map<std::string, ComponentState> states) {
  std::erase_if(states, [](const auto& each) { return each.second == ComponentState::ok; });
  return states.empty() ? "everything works" : states_text(architecture, states);
}

bool is_unwell(const Moment& moment) {
  return std::any_of(moment.states.begin(), moment.states.end(),
                     [](const auto& each) { return each.second != ComponentState::ok; });
}

std::string suspects_text(const Architecture& architecture, const Moment& moment) {
  std::vector<std::string> labels;
  for (const auto& name : moment.suspects) labels.push_back(label_of(architecture, name));
  return joined(labels);
}

/// "11 February", where the moment is on another day than the one before, or than the start of the incident.
std::string day_text(const ReplayFacts& facts, std::size_t index, const Postmortem& post) {
  const auto day_of = [&](std::size_t moment) {
    return local_date(post.timeline[facts.moments[moment].entry].start);
  };
  const Date day = day_of(index);
  const bool is_known =
      index > 0 ? day_of(index - 1) == day : post.started_at && local_date(post.started_at->value) == day;
  const std::string text = format_long_date(day);
  return is_known ? std::string() : text.substr(0, text.rfind(' '));
}

Value moment_data(const ReplayFacts& facts, std::size_t index, const Postmortem& post,
                  const std::string& anchor) {
  const Moment& moment = facts.moments[index];
  const TimelineEntry& entry = post.timeline[moment.entry];
  std::map<std::string, ComponentState> changed;
  for (const auto& change : entry.states) changed[change.component] = change.state;
  return Value::Object{
      {"index", std::to_string(index)},
      {"anchor", anchor},
      {"day", day_text(facts, index, post)},
      {"clock", format_clock(entry.start)},
      {"iso", format_rfc3339(entry.start)},
      {"kind_label", label(entry.kind)},
      // With the mark after the kind, as its author has it: "Misled: ..." but "Detected by ...".
      {"text", (entry.kind == EventKind::note ? " " : "") + plain_text(entry.text)},
      {"changes", states_text(facts.architecture, changed)},
      {"suspects", suspects_text(facts.architecture, moment)},
      {"trouble", trouble_text(facts.architecture, moment.states)},
      {"is_chosen", index == facts.worst},
      {"is_worst", index == facts.worst && is_unwell(moment)},
  };
}

/// The states that the picture shows at one moment or another, gravest first.
Value::List legend(const std::vector<Moment>& moments) {
  Value::List rows;
  for (const auto state : kGravity) {
    const bool is_shown = std::any_of(moments.begin(), moments.end(), [state](const Moment& moment) {
      return std::any_of(moment.states.begin(), moment.states.end(),
                         [state](const auto& each) { return each.second == state; });
    });
    if (is_shown) rows.push_back(Value::Object{{"state", word(state)}});
  }
  return rows;
}

Value::List components(const Architecture& architecture) {
  Value::List rows;
  for (const auto& component : architecture.components)
    rows.push_back(Value::Object{{"label", component.label},
                                 {"group", component.group},
                                 {"owner", component.owner},
                                 {"monitored_by", component.monitored_by}});
  return rows;
}

Value::List dependencies(const Architecture& architecture) {
  Value::List rows;
  for (const auto& each : architecture.dependencies)
    rows.push_back(Value::Object{{"text", fmt::format("{} {} {}", label_of(architecture, each.dependant),
                                                      each.soft ? "is degraded without" : "depends on",
                                                      label_of(architecture, each.dependency))}});
  return rows;
}

Value text_item(std::string text) { return Value::Object{{"text", std::move(text)}}; }

Value::List label_items(const Architecture& architecture, const std::vector<std::string>& names) {
  Value::List items;
  for (const auto& name : names) items.push_back(text_item(label_of(architecture, name)));
  return items;
}

/// "Checkout (down, through Session cache)"; "(down predicted, degraded seen, through ...)" where they
/// differ.
Value::List reached_items(const Architecture& architecture,
                          const std::vector<BlastRadius::Reached>& reached) {
  Value::List items;
  for (const auto& each : reached) {
    const bool differs = each.observed != ComponentState::ok && each.observed != each.predicted;
    const std::string states =
        differs ? fmt::format("{} predicted, {} seen", word(each.predicted), word(each.observed))
                : std::string(word(each.predicted));
    items.push_back(text_item(fmt::format("{} ({}, through {})", label_of(architecture, each.component),
                                          states, label_of(architecture, each.through))));
  }
  return items;
}

/// "Of 4 components that the drawing puts at risk, 3 failed and 1 was not seen to fail; 1 more failed that it
/// does not explain."
std::string radius_summary(const BlastRadius& radius) {
  const auto explained = radius.explained.size(), spared = radius.spared.size();
  const std::string unpredicted =
      radius.unpredicted.empty()
          ? std::string(".")
          : fmt::format("; {} more failed that it does not explain.", radius.unpredicted.size());
  if (explained + spared == 0) return "The drawing puts no other component at risk" + unpredicted;
  return fmt::format("Of {} that the drawing puts at risk, {} failed{}{}",
                     counted(explained + spared, "component"), explained,
                     spared == 0
                         ? std::string()
                         : fmt::format(" and {} {} not seen to fail", spared, spared == 1 ? "was" : "were"),
                     unpredicted);
}

Value radius_data(const ReplayFacts& facts) {
  const auto& architecture = facts.architecture;
  const auto& radius = facts.radius;
  if (radius.is_empty()) return false;
  Value::List rows;
  const auto add = [&rows](std::string_view label, Value::List items) {
    if (!items.empty()) rows.push_back(Value::Object{{"label", label}, {"items", std::move(items)}});
  };
  add("Began with", label_items(architecture, radius.origins));
  add("Predicted, and failed", reached_items(architecture, radius.explained));
  add("Predicted, not seen to fail", reached_items(architecture, radius.spared));
  add("Failed, not predicted", label_items(architecture, radius.unpredicted));
  return Value::Object{{"summary", radius_summary(radius)}, {"rows", std::move(rows)}};
}

std::string description_of(const ReplayFacts& facts, const Postmortem& post) {
  if (facts.moments.empty() || !is_unwell(facts.moments[facts.worst])) return {};
  const Moment& worst = facts.moments[facts.worst];
  return fmt::format("At its worst, at {}: {}. The text below the picture tells every moment.",
                     format_clock(post.timeline[worst.entry].start),
                     trouble_text(facts.architecture, worst.states));
}

}  // namespace

std::optional<ReplayFacts> replay_facts(const Content& content, const Postmortem& post) {
  const Architecture* architecture =
      post.architecture ? content.find_architecture(post.architecture->value) : nullptr;
  if (architecture == nullptr) return std::nullopt;
  ReplayFacts facts{*architecture, moments(*architecture, post.timeline), 0,
                    blast_radius(*architecture, post.timeline)};
  facts.all = facts.moments.size();
  if (facts.all == 0) return facts;
  facts.worst = worst_moment(facts.moments);
  // Of a long incident, what led to the worst of it.
  if (facts.worst >= kMostMoments) facts.skipped = facts.worst - kMostMoments + 1;
  facts.worst -= facts.skipped;
  auto& shown = facts.moments;
  shown.erase(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(facts.skipped));
  if (shown.size() > kMostMoments) shown.resize(kMostMoments);
  return facts;
}

Value post_replay(const ReplayFacts& facts, const Postmortem& post, const Pictures& pictures,
                  const std::vector<std::string>& anchors) {
  const Architecture& architecture = facts.architecture;
  const auto picture = pictures.find({architecture.dot, "dot"});
  if (picture == pictures.end()) return false;
  Value::List rows;
  for (std::size_t i = 0; i < facts.moments.size(); ++i) {
    rows.push_back(moment_data(facts, i, post, anchors[facts.moments[i].entry]));
  }
  const auto last = facts.skipped + facts.moments.size();
  return Value::Object{
      {"title", architecture.title},
      {"svg_html",
       replay_picture(picture->second, {"a-", architecture.title, description_of(facts, post)}, facts)},
      {"has_moments", !rows.empty()},
      {"moments", std::move(rows)},
      {"rest", facts.moments.size() < facts.all
                   ? fmt::format("Moments {} to {} of {}; the timeline tells the others.", facts.skipped + 1,
                                 last, facts.all)
                   : ""},
      {"legend", legend(facts.moments)},
      {"radius", radius_data(facts)},
      {"components", components(architecture)},
      {"has_dependencies", !architecture.dependencies.empty()},
      {"dependencies", dependencies(architecture)},
  };
}

}  // namespace pmsite
