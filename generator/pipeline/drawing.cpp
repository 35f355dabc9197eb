// SPDX-License-Identifier: MIT
#include "pipeline/drawing.hpp"

#include "engine/layout_worker.hpp"
#include "read/diagrams.hpp"
#include "read/reading_rules.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

/// A place in the content that wants a picture.
struct Use {
  std::string file;
  int first_line;  ///< of the DOT text in the file
};

/// A DOT text with its engine → everywhere it stands.
using Uses = std::map<std::pair<std::string, std::string>, std::vector<Use>>;

Uses uses_of(const Content& content) {
  Uses uses;
  for (const auto& post : content.posts)
    for (const auto& diagram : post.diagrams)
      if (!diagram.graph.nodes.empty())
        uses[{diagram.dot, diagram.engine}].push_back({post.file, diagram.at.begin.line});
  for (const auto& architecture : content.architectures)
    if (!architecture.components.empty()) uses[{architecture.dot, "dot"}].push_back({architecture.file, 1});
  return uses;
}

void report_failure(const Result<Drawing>& drawing, const Use& use, Diagnostics& diagnostics) {
  const FileReporter reporter(use.file, diagnostics);
  if (drawing) {
    report_dot_faults(drawing->faults, use.first_line, reporter);
  } else {
    reporter.report(kDiagramLayout, span_on_line(use.first_line, 1, 0), drawing.error().message,
                    "simplify the diagram");
  }
}

}  // namespace

Pictures draw_pictures(const Content& content, int workers, Diagnostics& diagnostics) {
  const Uses uses = uses_of(content);
  std::vector<LayoutJob> jobs;
  for (const auto& [text, places] : uses) jobs.push_back({text.first, text.second});
  auto drawings = draw_all(jobs, workers);
  Pictures pictures;
  auto drawing = drawings.begin();
  for (const auto& [text, places] : uses) {
    if (*drawing && (*drawing)->faults.empty()) {
      pictures[text] = std::move((*drawing)->svg);
    } else {
      for (const auto& use : places) report_failure(*drawing, use, diagnostics);
    }
    ++drawing;
  }
  return pictures;
}

}  // namespace pmsite
