// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

enum class Verdict {
  drawn,      ///< with nothing in the picture that the renderer does not write
  refused,    ///< before any layout
  contained,  ///< drawn or not: Graphviz may fail on it, the build may not
};

/// A DOT text that somebody wrote to do harm, or by accident did, and what must become of it.
struct HostileDot {
  std::string_view name;
  std::string dot;
  Verdict verdict = Verdict::drawn;
  /// Drawn: "edges: NUMBER"; contained: the same, in case it is drawn. Refused: "LINE: MESSAGE" of each
  /// fault, one a line; "..." at the end stands for the rest.
  std::string expected = "";
  std::string engine = "dot";
};

const std::vector<HostileDot>& hostile_dots();

}  // namespace pmsite
