// SPDX-License-Identifier: MIT
#include "model/profile.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr std::array kSummary = {Role::summary};
constexpr std::array kImpact = {Role::impact};
constexpr std::array kTimeline = {Role::timeline};
constexpr std::array kCause = {Role::cause};
constexpr std::array kCauseAndResolution = {Role::cause, Role::resolution};
constexpr std::array kResolution = {Role::resolution};
constexpr std::array kDetection = {Role::detection};
constexpr std::array kMeasures = {Role::measures};
constexpr std::array kLessons = {Role::lessons};

constexpr std::array kAlxSections = {
    ProfileSection{"Issue summary", kSummary},
    ProfileSection{"Timeline", kTimeline},
    ProfileSection{"Root cause and resolution", kCauseAndResolution},
    ProfileSection{"Corrective and preventative measures", kMeasures},
    ProfileSection{"Lessons learned", kLessons, Need::optional},
};
constexpr std::array kLearningSections = {
    ProfileSection{"Incident summary", kSummary},
    ProfileSection{"Incident timeline", kTimeline},
    ProfileSection{"Root cause analysis", kCause},
    ProfileSection{"Resolution and recovery", kResolution},
    ProfileSection{"Preventative measures", kMeasures},
    ProfileSection{"Lessons learned", kLessons},
};
constexpr std::array kSreSections = {
    ProfileSection{"Summary", kSummary},       ProfileSection{"Impact", kImpact},
    ProfileSection{"Timeline", kTimeline},     ProfileSection{"Root causes", kCause},
    ProfileSection{"Resolution", kResolution}, ProfileSection{"Detection", kDetection},
    ProfileSection{"Action items", kMeasures}, ProfileSection{"Lessons learned", kLessons},
};

constexpr std::array kProfiles = {
    Profile{.name = "alx", .sections = kAlxSections, .least_words = 400, .most_words = 600},
    Profile{.name = "learning", .sections = kLearningSections},
    Profile{.name = "sre", .sections = kSreSections},
};

}  // namespace

Need Needs::in(const Profile& profile) const {
  if (profile.name == "learning") return learning;
  return profile.name == "sre" ? sre : alx;
}

const Profile* find_profile(std::string_view name) {
  for (const auto& profile : kProfiles)
    if (profile.name == name) return &profile;
  return nullptr;
}

std::vector<std::string_view> profile_names() {
  std::vector<std::string_view> names;
  for (const auto& profile : kProfiles) names.push_back(profile.name);
  return names;
}

}  // namespace pmsite
