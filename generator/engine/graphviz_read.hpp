// SPDX-License-Identifier: MIT
#pragma once

#include "engine/graphviz.hpp"

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Graphviz's own graph; its headers stay in the sources that call it.
struct Agraph_s;

namespace pmsite {

/// Collects what Graphviz prints while this object lives: it has no other way to give reasons. (Its hook for
/// messages, agseterrf, crashes on messages above 1,024 bytes.)
class GraphvizMessages {
 public:
  GraphvizMessages();
  ~GraphvizMessages();
  GraphvizMessages(const GraphvizMessages&) = delete;
  GraphvizMessages& operator=(const GraphvizMessages&) = delete;

  /// What was printed up to now.
  std::string text();

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::FILE* stream_;
  std::FILE* stderr_before_;
};

/// A DOT text as Graphviz understood it. `graph` is null after a syntax fault, and where the limits forbid to
/// go on; it belongs to the caller, who may leave it to the end of the process.
struct DotReading {
  Agraph_s* graph = nullptr;
  std::vector<DotFault> faults;  ///< by line
};

/// Whether Graphviz draws this subgraph as a cluster.
bool is_cluster(Agraph_s* graph);

/// Reads and checks a DOT text. Object ids depend on the text only, not on addresses as they do by default,
/// so that the same text is laid out the same way in every process.
DotReading read_dot(std::string_view dot);

}  // namespace pmsite
