// SPDX-License-Identifier: MIT
#include "pipeline/drawing.hpp"

#include "engine/layout_worker.hpp"
#include "read/diagrams.hpp"
#include "read/reading_rules.hpp"

#include <string>
#include <vector>

namespace pmsite {
namespace {

/// A place in the content that wants a picture.
struct Request {
  std::string dot, engine;
  std::string file;
  int first_line;  ///< of the DOT text in the file
};

std::vector<Request> requests(const Content& content) {
  std::vector<Request> list;
  for (const auto& post : content.posts)
    for (const auto& diagram : post.diagrams)
      if (!diagram.graph.nodes.empty())
        list.push_back({diagram.dot, diagram.engine, post.file, diagram.at.begin.line});
  for (const auto& architecture : content.architectures)
    if (!architecture.components.empty()) list.push_back({architecture.dot, "dot", architecture.file, 1});
  return list;
}

}  // namespace

Pictures draw_pictures(const Content& content, int workers, Diagnostics& diagnostics) {
  Pictures pictures;
  std::vector<Request> first_uses;
  std::vector<LayoutJob> jobs;
  for (auto& request : requests(content)) {
    if (!pictures.emplace(std::pair{request.dot, request.engine}, std::string()).second) continue;
    jobs.push_back({request.dot, request.engine});
    first_uses.push_back(std::move(request));
  }
  auto drawings = draw_all(jobs, workers);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const Request& use = first_uses[i];
    const FileReporter reporter(use.file, diagnostics);
    if (!drawings[i]) {
      reporter.report(kDiagramLayout, span_on_line(use.first_line, 1, 0), drawings[i].error().message,
                      "simplify the diagram");
    } else {
      report_dot_faults(drawings[i]->faults, use.first_line, reporter);
      pictures[{use.dot, use.engine}] = std::move(drawings[i]->svg);
    }
  }
  return pictures;
}

}  // namespace pmsite
