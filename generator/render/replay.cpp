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
std::string states_text(const Architecture& architecture, const std::map<std::string, ComponentState>& states) {
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

Value moment_data(const ReplayFacts& facts, std::size_t index, const TimelineEntry& entry,
                  const std::string& anchor) {
  const Moment& moment = facts.moments[index];
  std::map<std::string, ComponentState> changed;
  for (const auto& change : entry.states) changed[change.component] = change.state;
  return Value::Object{
      {"index", std::to_string(index)},
      {"anchor", anchor},
      {"clock", format_clock(entry.start)},
      {"iso", format_rfc3339(entry.start)},
      {"kind", word(entry.kind)},
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
                                 {"name", component.name},
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

std::string labels_of(const Architecture& architecture, const std::vector<std::string>& names) {
  std::vector<std::string> labels;
  for (const auto& name : names) labels.push_back(label_of(architecture, name));
  return joined(labels);
}

/// "Checkout (through Session cache)".
std::string reached_text(const Architecture& architecture, const std::vector<BlastRadius::Reached>& reached) {
  std::vector<std::string> labels;
  for (const auto& each : reached)
    labels.push_back(fmt::format("{} (through {})", label_of(architecture, each.component),
                                 label_of(architecture, each.through)));
  return joined(labels);
}

Value radius_data(const ReplayFacts& facts) {
  const auto& architecture = facts.architecture;
  const auto& radius = facts.radius;
  if (radius.is_empty()) return false;
  const auto predicted = radius.explained.size() + radius.spared.size();
  const auto observed = radius.explained.size() + radius.unpredicted.size();
  return Value::Object{
      {"summary", fmt::format("The drawing predicts {} beyond where it began; {} seen to fail.",
                              counted(predicted, "component"),
                              observed == 1 ? "1 was" : fmt::format("{} were", observed))},
      {"origins", labels_of(architecture, radius.origins)},
      {"explained", reached_text(architecture, radius.explained)},
      {"spared", reached_text(architecture, radius.spared)},
      {"unpredicted", labels_of(architecture, radius.unpredicted)}};
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
    const auto entry = facts.moments[i].entry;
    rows.push_back(moment_data(facts, i, post.timeline[entry], anchors[entry]));
  }
  const auto last = facts.skipped + facts.moments.size();
  return Value::Object{
      {"title", architecture.title},
      {"svg_html", replay_picture(picture->second,
                                  {"a-", architecture.title, description_of(facts, post)}, facts)},
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
