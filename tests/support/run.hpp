// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pmsite {

/// What a command line did.
struct Run {
  int status = 0;
  std::string out, error;
};

/// Runs the command line inside this process, at a fixed time, so that its answer never changes.
Run run_inside(const std::filesystem::path& working_folder, const std::vector<std::string>& arguments);

/// Runs the program itself, as a user does, with variables added to a bare environment ("TZ=Asia/Tokyo").
Run run_outside(const std::filesystem::path& working_folder, const std::vector<std::string>& arguments,
                const std::vector<std::string>& variables = {});

}  // namespace pmsite
