// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pmsite {

// The closed lists of words that a postmortem may use, as `format.md` defines them. Each list has its order
// here and its words in vocabulary.cpp; nothing else in the program spells them.

enum class Detection {
  monitoring_alert,
  engineer,
  customer,
  partner,
  automated_test,
  audit,
  researcher,
  unknown
};

/// "Human error" is not among the causes, on purpose: it ends an investigation where it should begin.
enum class CauseCategory {
  software_bug,
  config_change,
  release_compatibility,
  capacity,
  single_point_of_failure,
  dependency,
  hardware_power_network,
  process_gap,
  automation,
  security,
  time_certificate,
  data,
  unknown,
};

enum class IncidentKind { outage, degradation, data_loss, security, near_miss, drill, fictional };
enum class PostStatus { draft, in_review, published };
enum class ReviewDecision { approved, changes_requested };
enum class Relation { recurrence_of, same_cause, same_component, caused_by, duplicate_of };

/// What an entry of the timeline tells. The word is the bold one that opens the entry.
enum class EventKind {
  note,
  started,
  changed,
  detected,
  acknowledged,
  declared,
  investigated,
  misled,
  escalated,
  identified,
  mitigated,
  communicated,
  regressed,
  resolved,
  verified,
};

enum class ComponentState { ok, degraded, down, maintenance, unknown };
enum class ActionType { prevent, mitigate, detect, process, repair };
enum class ActionState { open, done, dropped };

/// What a section of a postmortem is for, whatever its heading says.
enum class Role { summary, impact, timeline, cause, resolution, detection, measures, lessons, other };

/// The words of a list, in the order of its enumerators.
template <class Enum> std::span<const std::string_view> words();

/// The word of one enumerator: "config_change".
template <class Enum> std::string_view word(Enum value) {
  return words<Enum>()[static_cast<std::size_t>(value)];
}

/// The enumerator whose word is exactly `text`, or none.
template <class Enum> std::optional<Enum> parse_word(std::string_view text) {
  const auto list = words<Enum>();
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

/// The words of a list as candidates for a suggestion.
template <class Enum> std::vector<std::string_view> candidates() {
  const auto list = words<Enum>();
  return {list.begin(), list.end()};
}

/// How a page names a value: "configuration change", "monitoring alert".
std::string_view label(CauseCategory category);
std::string_view label(Detection detection);
std::string_view label(IncidentKind kind);
std::string_view label(EventKind kind);  ///< "Detected"; empty for a note
std::string_view label(Relation relation);

}  // namespace pmsite
