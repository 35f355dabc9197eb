// SPDX-License-Identifier: MIT
#pragma once

#include "model/vocabulary.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace pmsite {

enum class Need { optional, advised, required };

/// One section of a profile, in the order in which a post should have it.
struct ProfileSection {
  std::string_view heading;     ///< how `pmsite new` writes it
  std::span<const Role> roles;  ///< what a post must have; one heading may fill several
  Need need = Need::required;
};

/// What a kind of postmortem must hold.
struct Profile {
  std::string_view name;
  std::span<const ProfileSection> sections;
  int least_words = 0, most_words = 0;  ///< of visible prose; 0 for no limit
};

/// How much each profile wants something: a rule kept, a requirement met.
struct Needs {
  Need alx = Need::required;
  Need learning = Need::required;
  Need sre = Need::required;

  /// What `profile` wants.
  Need in(const Profile& profile) const;
};

/// The profile of that name, or null. The names are listed by profile_names().
const Profile* find_profile(std::string_view name);
std::vector<std::string_view> profile_names();

inline constexpr std::string_view kDefaultProfile = "alx";

}  // namespace pmsite
