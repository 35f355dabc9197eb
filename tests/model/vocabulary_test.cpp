// SPDX-License-Identifier: MIT
#include "model/vocabulary.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

template <class Enum> std::string list() {
  std::string all;
  for (const auto each : words<Enum>()) all += (all.empty() ? "" : " ") + std::string(each);
  return all;
}

/// Every word is read as the enumerator it is written for.
template <class Enum> void check_round_trip() {
  for (std::size_t i = 0; i < words<Enum>().size(); ++i) {
    const auto value = static_cast<Enum>(i);
    CHECK(parse_word<Enum>(word(value)) == value);
  }
  CHECK_FALSE(parse_word<Enum>(""));
  CHECK_FALSE(parse_word<Enum>("no such word"));
}

}  // namespace

TEST_CASE("the words are those of the format") {
  CHECK(list<Detection>() ==
        "monitoring_alert engineer customer partner automated_test audit researcher unknown");
  CHECK(list<CauseCategory>() ==
        "software_bug config_change release_compatibility capacity single_point_of_failure dependency "
        "hardware_power_network process_gap automation security time_certificate data unknown");
  CHECK(list<IncidentKind>() == "outage degradation data_loss security near_miss drill fictional");
  CHECK(list<PostStatus>() == "draft in_review published");
  CHECK(list<ReviewDecision>() == "approved changes_requested");
  CHECK(list<Relation>() == "recurrence_of same_cause same_component caused_by duplicate_of");
  CHECK(list<EventKind>() ==
        "note started changed detected acknowledged declared investigated misled escalated identified "
        "mitigated "
        "communicated regressed resolved verified");
  CHECK(list<ComponentState>() == "ok degraded down maintenance unknown");
  CHECK(list<ActionType>() == "prevent mitigate detect process repair");
  CHECK(list<ActionState>() == "open done dropped");
  CHECK(list<Role>() == "summary impact timeline cause resolution detection measures lessons other");
}

TEST_CASE("human error is not a cause") {
  CHECK_FALSE(parse_word<CauseCategory>("human_error"));
  CHECK_FALSE(parse_word<CauseCategory>("human error"));
}

TEST_CASE("every word is read as the value it is written for") {
  check_round_trip<Detection>();
  check_round_trip<CauseCategory>();
  check_round_trip<IncidentKind>();
  check_round_trip<EventKind>();
  check_round_trip<Relation>();
  check_round_trip<PostStatus>();
  check_round_trip<ReviewDecision>();
  check_round_trip<ComponentState>();
  check_round_trip<ActionType>();
  check_round_trip<ActionState>();
  check_round_trip<Role>();
}

TEST_CASE("words are exact") {
  CHECK_FALSE(parse_word<ComponentState>("Down"));
  CHECK_FALSE(parse_word<ComponentState>("down "));
  CHECK(parse_word<ComponentState>("down") == ComponentState::down);
}

TEST_CASE("candidates are all words in their order") {
  CHECK(candidates<ActionState>() == std::vector<std::string_view>{"open", "done", "dropped"});
}

TEST_CASE("values have names for readers") {
  CHECK(std::string(label(CauseCategory::hardware_power_network)) == "Hardware, power or network");
  CHECK(std::string(label(CauseCategory::config_change)) == "Configuration change");
  CHECK(std::string(label(Detection::monitoring_alert)) == "a monitoring alert");
  CHECK(std::string(label(IncidentKind::near_miss)) == "Near miss");
  CHECK(std::string(label(EventKind::misled)) == "Misled");
  CHECK(std::string(label(Relation::duplicate_of)) == "Duplicate of");
  CHECK(label(EventKind::note).empty());
}

}  // namespace pmsite
