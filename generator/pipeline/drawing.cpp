// SPDX-License-Identifier: MIT
#include "pipeline/drawing.hpp"

#include "engine/build_identity.hpp"
#include "engine/hash.hpp"
#include "engine/layout_protocol.hpp"
#include "engine/layout_worker.hpp"
#include "pipeline/cache.hpp"
#include "pipeline/diagram_font.hpp"
#include "read/diagrams.hpp"
#include "read/reading_rules.hpp"
#include "site/cause_pictures.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

using DotText = std::pair<std::string, std::string>;  ///< the text, and the engine that lays it out
using Drawings = std::map<DotText, Result<Drawing>>;

/// Calls `visit(text, file, line)` for everything that wants a picture; `line` is the first of the text in
/// the file.
template <class Visit> void for_each_text(const Content& content, const Visit& visit) {
  for (const auto& post : content.posts) {
    for (const auto& diagram : post.diagrams)
      visit(DotText{diagram.dot, diagram.engine}, post.file, diagram.at.begin.line);
    for (const auto& picture : {cause_chain(post), five_whys_chain(post)})
      if (picture) visit(DotText{picture->dot, "dot"}, post.file, picture->at.begin.line);
  }
  for (const auto& architecture : content.architectures)
    visit(DotText{architecture.dot, "dot"}, architecture.file, 1);
}

/// Draws what an earlier build has not drawn.
class SiteDrawer {
 public:
  SiteDrawer(const DrawingOptions& options, const DiagramFont& font)
      : options_(options),
        font_(font),
        cache_(options.root, "diagrams", options.cache == CacheUse::none ? std::string() : build_identity()) {
  }

  Drawings draw(const Content& content, DrawnContent& report) {
    Drawings drawings;
    for_each_text(content, [&](DotText text, const std::string&, int) {
      drawings.emplace(std::move(text), Error{"not drawn"});
    });
    std::vector<LayoutJob> jobs;
    for (auto& [text, drawing] : drawings) {
      if (auto known = find(text)) {
        drawing = *std::move(known);
        report.from_cache += drawing->faults.empty() && !drawing->graph.nodes.empty() ? 1U : 0U;
      } else {
        jobs.push_back({text.first, text.second});
      }
    }
    auto drawn = draw_all(jobs, options_.workers, font_.widths ? &*font_.widths : nullptr);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      if (drawn[i] && drawn[i]->attempts > 1) ++report.retried;
      const DotText text{std::move(jobs[i].dot), std::move(jobs[i].engine)};
      if (drawn[i]) cache_.put(key_of(text), encode_drawing(*drawn[i]));
      drawings.at(text) = std::move(drawn[i]);
    }
    report.laid_out = jobs.size();
    if (const auto saved = cache_.save(); !saved) report.cache_failure = saved.error().message;
    return drawings;
  }

 private:
  /// Everything that a drawing depends on, besides the program that draws.
  std::string key_of(const DotText& text) const {
    return text.second + '\n' + font_.fingerprint + '\n' + text.first;
  }

  std::optional<Drawing> find(const DotText& text) {
    const auto bytes = cache_.find(key_of(text));
    return bytes ? decode_drawing(*bytes) : std::nullopt;
  }

  const DrawingOptions& options_;
  const DiagramFont& font_;
  Cache cache_;
};

/// A drawing that could not be made for a reason outside of the text, as a fault of the text: somebody must
/// look.
const Drawing& sure_drawing(const Result<Drawing>& drawing, Drawing& storage) {
  if (drawing) return *drawing;
  storage = {};
  storage.faults.push_back({DotFaultKind::layout, 1, drawing.error().message});
  return storage;
}

void accept_graphs(Content& content, const Drawings& drawings, Diagnostics& diagnostics) {
  Drawing storage;
  for (auto& post : content.posts) {
    const FileReporter reporter(post.file, diagnostics);
    for (auto& diagram : post.diagrams)
      accept_graph(diagram, sure_drawing(drawings.at({diagram.dot, diagram.engine}), storage), reporter);
    for (const auto& picture : {cause_chain(post), five_whys_chain(post)}) {
      if (!picture) continue;
      // The lines of our own text mean nothing to its author.
      for (auto fault : sure_drawing(drawings.at({picture->dot, "dot"}), storage).faults) {
        fault.line = 1;
        report_dot_faults({fault}, picture->at.begin.line, reporter);
      }
    }
  }
  for (auto& architecture : content.architectures)
    accept_graph(architecture, sure_drawing(drawings.at({architecture.dot, "dot"}), storage),
                 FileReporter(architecture.file, diagnostics));
}

}  // namespace

DrawnContent draw_content(Content& content, const DrawingOptions& options, Diagnostics& diagnostics) {
  DrawnContent drawn;
  const DiagramFont font = read_diagram_font(options.root, content.config, diagnostics);
  Drawings drawings = SiteDrawer(options, font).draw(content, drawn);
  accept_graphs(content, drawings, diagnostics);
  for (auto& [text, drawing] : drawings)
    if (drawing && drawing->faults.empty() && !drawing->graph.nodes.empty())
      drawn.pictures.emplace(text, std::move(drawing->svg));
  return drawn;
}

}  // namespace pmsite
