// SPDX-License-Identifier: MIT
#pragma once

#include "review/requirements.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pmsite {

/// A moment as a file states it: on the calendar, and in a zone where it names one.
struct StatedMoment {
  Date date;
  Clock clock;
  std::optional<std::chrono::minutes> offset;  ///< east of UTC
};

/// What a peer holds in hand while reading a postmortem.
struct ReviewSheet {
  std::string file;
  std::string title;
  std::string profile;
  bool has_facts = false;  ///< false for raw Markdown, read by its words
  int words = 0;
  std::optional<StatedMoment> started, resolved;  ///< where the file states day and time
  std::optional<std::chrono::minutes> offset;     ///< of the zone that it states for them
  int timeline_entries = 0;                       ///< that carry a time
  std::vector<std::pair<Role, int>> roles;  ///< the line on which each part begins; 0 where there is none

  struct Item {
    const Requirement* requirement = nullptr;
    Need need = Need::required;
    Finding finding;
    std::string help = {};  ///< what would help this text; else the requirement's own sentence
    std::string_view advice() const { return help.empty() ? requirement->help : std::string_view(help); }
  };
  std::vector<Item> items;            ///< what the profile requires or advises
  std::vector<Allowance> allowances;  ///< rules that the author broke on purpose

  /// How many requirements the profile insists on, and how many of them are met.
  int required() const;
  int required_met() const;
};

/// Reads and judges one file. With front matter of ours the facts are asked first, then the words; without it
/// the words alone. `profile` counts where the file names none of its own.
ReviewSheet review_file(const std::string& file, std::string_view bytes, const Profile& profile);

/// What to say where there is nothing to review: the file is a stub. Empty otherwise.
std::string nothing_to_review(const ReviewSheet& sheet);

}  // namespace pmsite
