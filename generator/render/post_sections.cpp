// SPDX-License-Identifier: MIT
#include "render/post_sections.hpp"

#include "base/html.hpp"
#include "render/body.hpp"
#include "render/links.hpp"
#include "render/post_actions.hpp"
#include "render/post_timeline.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pmsite {
namespace {

const Diagram* diagram_of(const Postmortem& post, const Node& code_block) {
  if (!is_diagram_fence(code_block)) return nullptr;
  const auto found = std::find_if(post.diagrams.begin(), post.diagrams.end(), [&](const Diagram& diagram) {
    return diagram.at.begin.line == code_block.at.begin.line + 1;
  });
  return found == post.diagrams.end() ? nullptr : &*found;
}

std::string figure_html(const Postmortem& post, const Pictures& pictures, const Node& code_block) {
  const Diagram* diagram = diagram_of(post, code_block);
  const auto picture = diagram ? pictures.find({diagram->dot, diagram->engine}) : pictures.end();
  if (picture == pictures.end()) return {};
  const auto number = diagram - post.diagrams.data() + 1;
  const std::string caption = escape_html(diagram->caption);
  return fmt::format(
      "<figure class=\"diagram-figure\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Diagram: {0}\">\n"
      "{1}\n</div>\n<figcaption>{0}</figcaption>\n</figure>\n",
      caption, fill_picture(picture->second, {fmt::format("d{}-", number), diagram->caption}, {}));
}

Value part(std::string html, Value timeline, Value actions) {
  return Value::Object{
      {"body_html", std::move(html)}, {"timeline", std::move(timeline)}, {"actions", std::move(actions)}};
}

/// The section's blocks in order, with the lists that are data apart.
Value::List parts_of(const Content& content, const Section& section, const Postmortem& post,
                     const BodyOptions& options) {
  const bool is_timeline = &section == find_section(post, Role::timeline);
  const bool is_measures = &section == find_section(post, Role::measures);
  Value::List parts;
  Nodes pending;
  const auto flush = [&] {
    if (!pending.empty()) parts.push_back(part(render_blocks(pending, options), false, false));
    pending.clear();
  };
  for (const auto& block : section.blocks) {
    if (is_timeline && block.kind == NodeKind::list) {
      flush();
      parts.push_back(part({}, post_timeline(content, post, block, options), false));
    } else if (is_measures && holds_tasks(block)) {
      flush();
      const Node plain = without_tasks(block);
      const std::string html = plain.children.empty() ? std::string() : render_blocks({plain}, options);
      parts.push_back(part(html, false, post_actions(post, block, options)));
    } else {
      pending.push_back(block);
    }
  }
  flush();
  return parts;
}

Value section_data(const Content& content, const Section& section, const Postmortem& post,
                   BodyOptions options) {
  options.heading_shift = 2 - section.level;
  return Value::Object{{"anchor", section.anchor},
                       {"heading_html", render_inlines(section.heading, options)},
                       {"level", "2"},
                       {"parts", parts_of(content, section, post, options)}};
}

}  // namespace

Value::List post_sections(const Site& site, const Page& page, const Pictures& pictures,
                          const Postmortem& post) {
  const BodyOptions options{
      .resolve = [&](std::string_view url) { return resolve_link(site, page, post.file, url); },
      .figure = [&](const Node& code_block) { return figure_html(post, pictures, code_block); }};
  Value::List sections;
  if (!post.preamble.empty()) {
    const Section preamble{{}, 2, {}, {}, {Role::other}, {}, post.preamble};
    sections.push_back(section_data(*site.content, preamble, post, options));
  }
  for (const auto& section : post.sections)
    sections.push_back(section_data(*site.content, section, post, options));
  return sections;
}

std::string post_feed_html(const Site& site, const Postmortem& post) {
  const std::string route = post_route(post.slug);
  const auto caption = [&post](const Node& code_block) {
    const Diagram* diagram = diagram_of(post, code_block);
    return diagram == nullptr ? std::string()
                              : fmt::format("<p>[Diagram: {}]</p>\n", escape_html(diagram->caption));
  };
  BodyOptions options{
      .resolve = [&](std::string_view url) { return resolve_absolute(site, route, post.file, url); },
      .figure = caption,
      .page_url = absolute_url(site, route)};
  std::string html = render_blocks(post.preamble, options);
  for (const auto& section : post.sections) {
    options.heading_shift = 2 - section.level;
    html += fmt::format("<h2>{}</h2>\n", render_inlines(section.heading, options));
    html += render_blocks(section.blocks, options);
  }
  return html;
}

}  // namespace pmsite
