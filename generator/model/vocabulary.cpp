// SPDX-License-Identifier: MIT
#include "model/vocabulary.hpp"

#include <array>

namespace pmsite {
namespace {

/// A word as authors write it, and the words that a reader is shown.
struct Term {
  std::string_view word;
  std::string_view label;
};

template <std::size_t size>
constexpr std::array<std::string_view, size> only_words(const std::array<Term, size>& terms) {
  std::array<std::string_view, size> list;
  for (std::size_t i = 0; i < size; ++i) list[i] = terms[i].word;
  return list;
}

constexpr std::array kDetections = {
    Term{"monitoring_alert", "a monitoring alert"},
    Term{"engineer", "an engineer"},
    Term{"customer", "customers"},
    Term{"partner", "a partner"},
    Term{"automated_test", "an automated test"},
    Term{"audit", "an audit"},
    Term{"researcher", "a researcher"},
    Term{"unknown", "unknown"},
};
constexpr std::array kCauseCategories = {
    Term{"software_bug", "Software bug"},
    Term{"config_change", "Configuration change"},
    Term{"release_compatibility", "Release compatibility"},
    Term{"capacity", "Capacity"},
    Term{"single_point_of_failure", "Single point of failure"},
    Term{"dependency", "Dependency"},
    Term{"hardware_power_network", "Hardware, power or network"},
    Term{"process_gap", "Process gap"},
    Term{"automation", "Automation"},
    Term{"security", "Security"},
    Term{"time_certificate", "Time or certificate"},
    Term{"data", "Data"},
    Term{"unknown", "Unknown"},
};
constexpr std::array kIncidentKinds = {
    Term{"outage", "Outage"},       Term{"degradation", "Degradation"}, Term{"data_loss", "Data loss"},
    Term{"security", "Security"},   Term{"near_miss", "Near miss"},     Term{"drill", "Drill"},
    Term{"fictional", "Fictional"},
};
constexpr std::array kEventKinds = {
    Term{"note", ""},
    Term{"started", "Started"},
    Term{"changed", "Changed"},
    Term{"detected", "Detected"},
    Term{"acknowledged", "Acknowledged"},
    Term{"declared", "Declared"},
    Term{"investigated", "Investigated"},
    Term{"misled", "Misled"},
    Term{"escalated", "Escalated"},
    Term{"identified", "Identified"},
    Term{"mitigated", "Mitigated"},
    Term{"communicated", "Communicated"},
    Term{"regressed", "Regressed"},
    Term{"resolved", "Resolved"},
    Term{"verified", "Verified"},
};
constexpr std::array kRelations = {
    Term{"recurrence_of", "Recurrence of"},      Term{"same_cause", "Same cause as"},
    Term{"same_component", "Same component as"}, Term{"caused_by", "Caused by"},
    Term{"duplicate_of", "Duplicate of"},
};

constexpr auto kDetectionWords = only_words(kDetections);
constexpr auto kCauseCategoryWords = only_words(kCauseCategories);
constexpr auto kIncidentKindWords = only_words(kIncidentKinds);
constexpr auto kEventKindWords = only_words(kEventKinds);
constexpr auto kRelationWords = only_words(kRelations);
constexpr std::array<std::string_view, 3> kPostStatusWords = {"draft", "in_review", "published"};
constexpr std::array<std::string_view, 2> kReviewDecisionWords = {"approved", "changes_requested"};
constexpr std::array<std::string_view, 5> kComponentStateWords = {"ok", "degraded", "down", "maintenance",
                                                                  "unknown"};
constexpr std::array<std::string_view, 5> kActionTypeWords = {"prevent", "mitigate", "detect", "process",
                                                              "repair"};
constexpr std::array<std::string_view, 3> kActionStateWords = {"open", "done", "dropped"};
constexpr std::array<std::string_view, 9> kRoleWords = {
    "summary", "impact", "timeline", "cause", "resolution", "detection", "measures", "lessons", "other"};

template <class Enum, std::size_t size>
std::string_view label_of(const std::array<Term, size>& terms, Enum value) {
  return terms[static_cast<std::size_t>(value)].label;
}

}  // namespace

template <> std::span<const std::string_view> words<Detection>() { return kDetectionWords; }
template <> std::span<const std::string_view> words<CauseCategory>() { return kCauseCategoryWords; }
template <> std::span<const std::string_view> words<IncidentKind>() { return kIncidentKindWords; }
template <> std::span<const std::string_view> words<EventKind>() { return kEventKindWords; }
template <> std::span<const std::string_view> words<Relation>() { return kRelationWords; }
template <> std::span<const std::string_view> words<PostStatus>() { return kPostStatusWords; }
template <> std::span<const std::string_view> words<ReviewDecision>() { return kReviewDecisionWords; }
template <> std::span<const std::string_view> words<ComponentState>() { return kComponentStateWords; }
template <> std::span<const std::string_view> words<ActionType>() { return kActionTypeWords; }
template <> std::span<const std::string_view> words<ActionState>() { return kActionStateWords; }
template <> std::span<const std::string_view> words<Role>() { return kRoleWords; }

std::string_view label(CauseCategory category) { return label_of(kCauseCategories, category); }
std::string_view label(Detection detection) { return label_of(kDetections, detection); }
std::string_view label(IncidentKind kind) { return label_of(kIncidentKinds, kind); }
std::string_view label(EventKind kind) { return label_of(kEventKinds, kind); }
std::string_view label(Relation relation) { return label_of(kRelations, relation); }

}  // namespace pmsite
