// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"
#include "cli/program.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace pmsite {

enum class Verb { none, build, check, version };
enum class ColorChoice { automatic, always, never };

/// Everything that a command line can say.
struct Options {
  std::filesystem::path root;  ///< absolute
  bool quiet = false;
  bool strict = false;
  ColorChoice color = ColorChoice::automatic;
  std::string profile;

  std::filesystem::path output;  ///< absolute
  std::string output_name;       ///< as the user or the default calls it
  std::string base_url;
  bool with_drafts = false, with_future = false, portable = false;
  UtcTime now;
  int jobs = 1;

  std::vector<std::string> files;  ///< relative to the root
};

/// A command line taken apart: a verb to run, or a text to print and a status to end with.
struct ParsedCommandLine {
  Verb verb = Verb::none;
  Options options;
  std::string out, error;
  int exit_status = exit_status::kDone;
};

ParsedCommandLine parse_command_line(const std::vector<std::string>& arguments,
                                     const Environment& environment);

}  // namespace pmsite
