// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pmsite {

/// What a person found in one real postmortem.
struct Label {
  std::string file;                 ///< below the folder of the texts
  std::map<std::string, bool> met;  ///< requirement → verdict
  std::map<std::string, std::vector<int>> lines;
  std::set<std::string> unsure;  ///< requirements on which two people could differ
  std::string started_at,
      resolved_at;  ///< "2026-03-04T10:12"; "10:12" where no date is stated; empty: not stated
  std::optional<int> utc_offset_minutes;
  int timeline_entries = 0;
  std::map<std::string, int> roles;  ///< part → the line it begins on
};

/// One label a line of JSON. A file that is not of that form is a fault of the test data (REQUIRE).
std::vector<Label> read_labels(const std::filesystem::path& path);

}  // namespace pmsite
