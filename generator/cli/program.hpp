// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace pmsite {

/// What the program takes from the world around it. Only main() fills it.
struct Environment {
  std::filesystem::path working_folder;
  UtcTime now;  ///< SOURCE_DATE_EPOCH where it is set
  std::function<double()> seconds_since_start;
  bool out_is_terminal = false, error_is_terminal = false;
  int out_columns = 0;    ///< of the terminal that standard output is; 0 where there is none
  bool no_color = false;  ///< NO_COLOR is set and not empty, or TERM is "dumb"
  int processors = 1;
  std::filesystem::path step_summary;  ///< GITHUB_STEP_SUMMARY: the file for a table of what was found
  std::filesystem::path workspace;     ///< GITHUB_WORKSPACE: the root of the repository that is checked out
};

/// What the process ends with.
namespace exit_status {
inline constexpr int kDone = 0;
inline constexpr int kContentErrors = 1;
inline constexpr int kUsage = 2;  ///< wrong usage or configuration
inline constexpr int kBug = 70;
inline constexpr int kSystem = 74;  ///< the disk or the system failed
}  // namespace exit_status

/// Runs one command line (`arguments` without the program's name). What a verb was asked for goes to `out`,
/// everything else to `error`. Returns the exit status.
int run_program(const std::vector<std::string>& arguments, const Environment& environment, std::ostream& out,
                std::ostream& error);

}  // namespace pmsite
