// SPDX-License-Identifier: MIT
#pragma once

#include "engine/graphviz.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

enum class DotTokenKind { word, text, html, symbol };

/// A piece of DOT text: `word` is a name or number as it stands, `text` a quoted string without its quotes
/// and their escapes, `html` what stands between < and >, `symbol` anything else ("->", "{", "=").
struct DotToken {
  DotTokenKind kind = DotTokenKind::symbol;
  std::string value;
  int line = 1;
};

/// `name = value` as the author wrote it.
struct DotAssignment {
  std::string name;
  std::string value;
  int line = 1;
};

struct DotScan {
  std::vector<DotToken> tokens;
  std::optional<DotFault> fault;  ///< Graphviz must not see a text with a fault
};

/// Cuts DOT text into tokens as Graphviz does, but counts lines inside strings too and finds what Graphviz
/// takes in silence or reports badly: a string, comment or brace that is never closed, two graphs, text after
/// the graph, no graph at all, characters that are not text.
DotScan scan_dot(std::string_view dot);

/// The attributes that the tokens set, on whatever.
std::vector<DotAssignment> dot_assignments(const std::vector<DotToken>& tokens);

/// The author's text as a message quotes it: on one line and not too long.
std::string quotation(std::string_view text);

}  // namespace pmsite
