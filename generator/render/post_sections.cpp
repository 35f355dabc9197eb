// SPDX-License-Identifier: MIT
#include "render/post_sections.hpp"

#include "base/html.hpp"
#include "render/body.hpp"
#include "render/incident_bar.hpp"
#include "render/links.hpp"
#include "render/post_actions.hpp"
#include "render/post_timeline.hpp"
#include "render/replay.hpp"
#include "site/cause_pictures.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
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

std::string figure_html(const std::string& svg, std::string_view caption, std::string_view classes) {
  const std::string words = escape_html(caption);
  return fmt::format(
      "<figure class=\"{2}\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Diagram: {0}\">\n{1}\n</div>\n<figcaption>{0}</figcaption>\n</figure>\n",
      words, svg, classes);
}

std::string diagram_html(const Postmortem& post, const Pictures& pictures, const Node& code_block) {
  const Diagram* diagram = diagram_of(post, code_block);
  const auto picture = diagram ? pictures.find({diagram->dot, diagram->engine}) : pictures.end();
  if (picture == pictures.end()) return {};
  const auto number = diagram - post.diagrams.data() + 1;
  const PictureText text{fmt::format("d{}-", number), diagram->caption};
  return figure_html(fill_picture(picture->second, text), diagram->caption, "diagram-figure");
}

/// A chain of causes; nothing where there is none.
std::string chain_html(const std::optional<CausePicture>& chain, const Pictures& pictures,
                       std::string_view prefix, std::string_view classes) {
  const auto picture = chain ? pictures.find({chain->dot, "dot"}) : pictures.end();
  if (picture == pictures.end()) return {};
  const PictureText text{std::string(prefix), chain->caption};
  return figure_html(fill_picture(picture->second, text), chain->caption, classes);
}

/// What all sections of one post are made from.
struct PostParts {
  const Postmortem& post;
  const Pictures& pictures;
  const ReplayFacts* replay;
  BodyOptions options;
};

Value part(std::string html, Value timeline, Value actions) {
  return Value::Object{
      {"body_html", std::move(html)}, {"timeline", std::move(timeline)}, {"actions", std::move(actions)}};
}

/// The section's blocks in order, with the lists that are data apart.
Value::List parts_of(const Section& section, const PostParts& of, const BodyOptions& options) {
  const Postmortem& post = of.post;
  const bool is_timeline = &section == find_section(post, Role::timeline);
  const bool is_measures = &section == find_section(post, Role::measures);
  const Node* whys = five_whys_list(post);
  Value::List parts;
  Nodes pending;
  const auto flush = [&] {
    if (!pending.empty()) parts.push_back(part(render_blocks(pending, options), false, false));
    pending.clear();
  };
  if (&section == find_section(post, Role::cause))
    if (std::string chain = chain_html(cause_chain(post), of.pictures, "c-", "diagram-figure causes");
        !chain.empty())
      parts.push_back(part(std::move(chain), false, false));
  for (const auto& block : section.blocks) {
    if (is_timeline && block.kind == NodeKind::list) {
      flush();
      parts.push_back(part({}, post_timeline(post, of.replay, block, options), false));
    } else if (is_measures && holds_tasks(block)) {
      flush();
      const Node plain = without_tasks(block);
      const std::string html = plain.children.empty() ? std::string() : render_blocks({plain}, options);
      parts.push_back(part(html, false, post_actions(post, block, options)));
    } else {
      pending.push_back(block);
      if (&block != whys) continue;
      flush();
      if (std::string chain = chain_html(five_whys_chain(post), of.pictures, "w-", "diagram-figure whys");
          !chain.empty())
        parts.push_back(part(std::move(chain), false, false));
    }
  }
  flush();
  return parts;
}

/// How the failure unfolded, as a bar and on the architecture; shown before the timeline that tells it.
Value unfolding_of(const PostParts& of) {
  const auto anchors = entry_anchors(of.post.timeline);
  Value replay = of.replay ? post_replay(*of.replay, of.post, of.pictures, anchors) : Value(false);
  Value bar = incident_bar(of.post, of.replay ? of.replay->moments : std::vector<Moment>());
  if (replay.get_if<bool>() != nullptr && bar.get_if<bool>() != nullptr) return false;
  return Value::Object{{"bar", std::move(bar)}, {"replay", std::move(replay)}};
}

Value section_data(const Section& section, const PostParts& of) {
  BodyOptions options = of.options;
  options.heading_shift = 2 - section.level;
  const Section* timeline = find_section(of.post, Role::timeline);
  const bool is_place = timeline != nullptr
                            ? &section == timeline
                            : !of.post.sections.empty() && &section == &of.post.sections.front();
  return Value::Object{{"anchor", section.anchor},
                       {"heading_html", render_inlines(section.heading, options)},
                       {"level", "2"},
                       {"unfolding", is_place ? unfolding_of(of) : Value(false)},
                       {"parts", parts_of(section, of, options)}};
}

}  // namespace

Value::List post_sections(const Site& site, const Page& page, const Pictures& pictures,
                          const Postmortem& post) {
  const auto replay = replay_facts(*site.content, post);
  const PostParts of{
      post,
      pictures,
      replay ? &*replay : nullptr,
      {.resolve = [&](std::string_view url) { return resolve_link(site, page, post.file, url); },
       .figure = [&](const Node& code_block) { return diagram_html(post, pictures, code_block); },
       .image_size = [&](std::string_view url) { return size_of_picture(*site.content, post.file, url); }}};
  Value::List sections;
  if (!post.preamble.empty()) {
    const Section preamble{{}, 2, {}, {}, {Role::other}, {}, post.preamble};
    sections.push_back(section_data(preamble, of));
  }
  for (const auto& section : post.sections) sections.push_back(section_data(section, of));
  return sections;
}

bool shows_diagrams(const Site& site, const Postmortem& post) {
  return !post.diagrams.empty() || replay_facts(*site.content, post) || cause_chain(post) || five_whys_chain(post);
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
      .image_size = [&](std::string_view url) { return size_of_picture(*site.content, post.file, url); },
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
