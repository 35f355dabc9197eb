// SPDX-License-Identifier: MIT
#pragma once

#include "model/graph.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

class FontWidths;

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

/// A DOT text as Graphviz understood and drew it.
///
/// `svg` is an <svg> element to be filled in, see below; empty where there are faults. With faults, `graph`
/// holds what could be read; with a syntax fault, nothing.
struct Drawing {
  Graph graph;
  std::string svg;
  std::vector<DotFault> faults;
  int attempts = 1;  ///< how many settings were tried until one gave a picture, or all failed
};

// What a picture leaves open, between bytes that no author can write: sources with control characters are
// refused.
inline constexpr char kIdPrefixMark = '\x01';  ///< stands for the prefix that makes ids unique on a page
/// Around the name of a node, or the two of an edge with kEndMark between: stands for further classes.
inline constexpr char kStateMark = '\x02';
inline constexpr char kEndMark = '\x03';
/// Around "X Y WIDTH HEIGHT", the box of the node last named: stands for what is to be drawn over it.
inline constexpr char kBoxMark = '\x04';

/// How Graphviz is asked to lay a graph out, the best first. Each avoids faults of the one before.
enum class LayoutSettings { newrank, straight_lines, plain };

/// Reads, checks and lays out a DOT text of valid UTF-8: exactly one graph, within the limits, with
/// attributes from the allow-list only (see dot_attributes.hpp). `engine` is "dot" or "neato"; texts are
/// measured by `font`, or, where that is null, as in Arial. The same text gives the same bytes on every
/// machine: no font of the system is asked.
Drawing draw_dot(std::string_view dot, std::string_view engine,
                 LayoutSettings settings = LayoutSettings::newrank, const FontWidths* font = nullptr);

}  // namespace pmsite
