// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The texts of a command line before they mean anything.
struct RawOptions {
  std::string verb;
  std::string root, color = "auto", profile, format = "human";
  bool quiet = false, verbose = false, strict = false;
  std::string output, base_url, now;
  bool with_drafts = false, with_future = false, portable = false, without_cache = false;
  int jobs = 0;
  std::vector<std::string> files;
  std::string rule;
};

/// What the texts mean; `error` is empty unless one of them means nothing.
struct Interpretation {
  Options options;
  std::string error;  ///< of the first mistake, ready to print
};

/// Gives the texts their meaning: names become paths below the root, words become values.
Interpretation interpret(const RawOptions& raw, const Environment& environment);

/// The lines that tell of wrong usage; `help` may be empty.
std::string usage_error(std::string_view message, std::string_view help);

}  // namespace pmsite
