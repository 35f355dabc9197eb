// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <deque>
#include <filesystem>
#include <string_view>
#include <vector>

namespace pmsite {

/// Where a diagnostic stands, as people and other programs count: lines and characters from 1. The end is
/// the first character that is not meant.
struct Place {
  int line = 1, column = 1;
  int end_line = 1, end_column = 1;
};

/// A diagnostic beside the author's words.
struct PlacedDiagnostic {
  Diagnostic diagnostic;  ///< a span that means its whole line spans it, without the blanks at both ends
  Place place;
  std::string_view line;  ///< the author's; empty where the file cannot be read
};

/// Diagnostics in their order, with the texts that their lines are part of.
struct PlacedDiagnostics {
  std::deque<SourceText> sources;  ///< never move in memory
  std::vector<PlacedDiagnostic> items;
};

/// Reads the files below `root` that the diagnostics tell of, and finds each place in them.
PlacedDiagnostics place_diagnostics(const std::vector<Diagnostic>& sorted, const std::filesystem::path& root);

/// The same for one file whose text is at hand; `source` must outlive the result.
std::vector<PlacedDiagnostic> place_in(const SourceText& source, const std::vector<Diagnostic>& sorted);

}  // namespace pmsite
