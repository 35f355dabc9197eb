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
  bool error_is_terminal = false;
  bool no_color = false;  ///< NO_COLOR is set and not empty, or TERM is "dumb"
  int processors = 1;
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
