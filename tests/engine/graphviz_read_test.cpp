// SPDX-License-Identifier: MIT
#include "engine/graphviz_read.hpp"

#include "engine/worker_pool.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

namespace pmsite {

TEST_CASE("what is printed to standard error is collected, without limit, and only for a while") {
  std::FILE* const before = stderr;
  {
    GraphvizMessages messages;
    CHECK(messages.text().empty());
    std::fprintf(stderr, "Error: %s\n", std::string(5000, 'x').c_str());
    CHECK(messages.text() == "Error: " + std::string(5000, 'x') + "\n");
    std::fputs("more", stderr);
    CHECK(messages.text().ends_with("\nmore"));
  }
  CHECK(stderr == before);
}

TEST_CASE("a text is read into a graph of Graphviz's, or there are faults and no graph") {
  const auto answers = run_in_workers(2, 1, [](std::size_t job) -> WorkerAnswer {
    const auto reading = read_dot(job == 0 ? "digraph { subgraph cluster_a { b } }" : "digraph {");
    return {(reading.graph != nullptr ? "graph " : "none ") + std::to_string(reading.faults.size())};
  });
  CHECK(*answers[0] == "graph 0");
  CHECK(*answers[1] == "none 1");
}

}  // namespace pmsite
