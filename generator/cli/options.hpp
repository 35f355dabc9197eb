// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"
#include "cli/program.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace pmsite {

enum class Verb { none, build, check, review, rules, explain, schema, version };
enum class ColorChoice { automatic, always, never };

/// How diagnostics are told, and the answers of verbs that know more than one way.
enum class Format { human, json, github, sarif };

/// Everything that a command line can say.
struct Options {
  std::filesystem::path root;  ///< absolute
  bool quiet = false;
  bool verbose = false;  ///< notes too
  bool strict = false;
  ColorChoice color = ColorChoice::automatic;
  Format format = Format::human;
  std::string profile;

  std::filesystem::path output;  ///< absolute
  std::string output_name;       ///< as the user or the default calls it
  std::string base_url;
  bool with_drafts = false, with_future = false, portable = false;
  UtcTime now;
  int jobs = 1;
  bool with_cache = true;

  std::vector<std::string> files;       ///< relative to the root
  std::vector<std::string> file_names;  ///< the same, as the user wrote them
  std::string rule;                     ///< to explain
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
