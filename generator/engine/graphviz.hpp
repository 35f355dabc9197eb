// SPDX-License-Identifier: MIT
#pragma once

#include "model/graph.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

// Graphviz is not safe to call from the building process: it can crash, exit, run for ever and leak. Only a
// worker process (layout_worker.hpp) calls the functions of this header.

// Limits of one diagram: what a reader can still take in, far below what Graphviz needs minutes for.
inline constexpr std::size_t kLargestDot = 65'536;
inline constexpr int kMostDotNodes = 200;
inline constexpr int kMostDotEdges = 400;
inline constexpr int kDeepestClusters = 8;
inline constexpr int kDeepestBraces = 32;
inline constexpr std::size_t kLongestText = 2'000;  ///< bytes of a label, a name or any other value
inline constexpr std::size_t kLargestDrawing = 2'000'000;
inline constexpr std::size_t kMostDotFaults = 50;  ///< of one text; the rest would only repeat them

enum class DotFaultKind { syntax, attribute, limit, layout };

/// What is wrong with a DOT text. `line` counts from 1 inside the text.
struct DotFault {
  DotFaultKind kind = DotFaultKind::syntax;
  int line = 1;
  std::string message;  ///< lower case, no full stop
};

/// What a DOT text says. With faults, `graph` holds what could be read; with a syntax fault, nothing.
struct ParsedDot {
  Graph graph;
  std::vector<DotFault> faults;
};

/// Reads and checks a DOT text of valid UTF-8: exactly one graph, within the limits, with attributes from the
/// allow-list only (see dot_attributes.hpp).
ParsedDot parse_dot(std::string_view dot);

/// A picture to be filled in: `svg` is an <svg> element in which kIdPrefixMark stands for the prefix that
/// makes its ids unique on a page, and kStateMark NAME kStateMark for the extra classes of the node NAME.
struct Drawing {
  std::string svg;
  std::vector<DotFault> faults;  ///< not empty: there is no picture
};

// Bytes that no author can write: sources with control characters are refused.
inline constexpr char kIdPrefixMark = '\x01';
inline constexpr char kStateMark = '\x02';

/// How Graphviz is asked to lay a graph out, the best first. Each avoids faults of the one before.
enum class LayoutSettings { newrank, straight_lines, plain };

/// Lays out a DOT text that parse_dot() accepts, with `engine` "dot" or "neato"; a text that it does not
/// accept has its faults here too. The same text gives the same bytes on every machine: text widths come from
/// a table of ours, not from the system's fonts.
Drawing draw_dot(std::string_view dot, std::string_view engine,
                 LayoutSettings settings = LayoutSettings::newrank);

}  // namespace pmsite
