// SPDX-License-Identifier: MIT
#include "render/replay_picture.hpp"

#include "engine/svg_text.hpp"
#include "engine/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pmsite {
namespace {

constexpr double kWordSize = 11;     // font size, in the picture's units
constexpr double kWordHeight = 14;   // of the plate behind a word
constexpr double kWordPadding = 4;   // beside the word
constexpr double kWordRise = 12;     // how far a plate stands out above its node, whose label begins 4 below
constexpr double kRingDistance = 5;  // from the node it surrounds

struct Category {
  std::string_view name, word;
};

// The words are those of the table below the picture. That a component was spared is more than a timeline
// that is silent about it can tell.
constexpr Category kOrigin{"origin", "began here"}, kExplained{"explained", "predicted"},
    kUnpredicted{"unpredicted", "not predicted"}, kSpared{"spared", "not seen"};

std::map<std::string, Category> categories_of(const BlastRadius& radius) {
  std::map<std::string, Category> categories;
  for (const auto& name : radius.origins) categories.emplace(name, kOrigin);
  for (const auto& reached : radius.explained) categories.emplace(reached.component, kExplained);
  for (const auto& name : radius.unpredicted) categories.emplace(name, kUnpredicted);
  for (const auto& reached : radius.spared) categories.emplace(reached.component, kSpared);
  return categories;
}

std::string numbers(std::initializer_list<std::pair<std::string_view, double>> attributes) {
  std::string text;
  for (const auto& [name, number] : attributes) {
    text.append(" ").append(name).append("=\"");
    append_svg_number(text, number);
    text += '"';
  }
  return text;
}

/// A word on a plate at the right end of a node, whose top is at `top`.
std::string plate_html(std::string_view kind, std::string_view word, const PictureBox& box, double top) {
  const double width = text_width(word, kWordSize) + 2 * kWordPadding;
  const double left = std::max(box.left + box.width - width + kWordPadding, box.left);
  return fmt::format("<g class=\"word word-{}\"><rect{}/><text{}>{}</text></g>", kind,
                     numbers({{"x", left}, {"y", top}, {"width", width}, {"height", kWordHeight}}),
                     numbers({{"x", left + width / 2}, {"y", top + kWordHeight - 3.2}}), word);
}

/// What a node is at a moment stands over its upper edge.
std::string word_html(std::string_view kind, std::string_view word, const PictureBox& box) {
  return plate_html(kind, word, box, box.top - kWordRise);
}

/// That it was suspected stands over its lower edge, since it has a state too.
std::string suspicion_html(const PictureBox& box) {
  return plate_html("suspect", "suspected", box, box.top + box.height + kWordRise - kWordHeight);
}

std::string ring_html(const PictureBox& box) {
  return fmt::format("<g class=\"ring\"><rect{}/></g>",
                     numbers({{"x", box.left - kRingDistance},
                              {"y", box.top - kRingDistance},
                              {"width", box.width + 2 * kRingDistance},
                              {"height", box.height + 2 * kRingDistance}}));
}

void add_class(std::string& classes, std::string_view name) {
  if (!classes.empty()) classes += ' ';
  classes += name;
}

class ReplayMarks {
 public:
  explicit ReplayMarks(const ReplayFacts& facts) : facts_(facts), categories_(categories_of(facts.radius)) {
    for (const auto& reached : facts.radius.explained) through_.emplace(reached.component, reached.through);
  }

  std::string node_classes(const std::string& node) const {
    std::string classes;
    for (std::size_t i = 0; i < facts_.moments.size(); ++i) {
      const Moment& moment = facts_.moments[i];
      if (const auto state = moment.states.find(node); state != moment.states.end()) {
        add_class(classes, fmt::format("t{}-{}", i, word(state->second)));
        if (i == facts_.worst) add_class(classes, fmt::format("worst-{}", word(state->second)));
      }
      if (is_suspect(moment, node)) add_class(classes, fmt::format("t{}-suspect", i));
    }
    const auto category = categories_.find(node);
    if (category != categories_.end()) add_class(classes, fmt::format("b-{}", category->second.name));
    return classes.empty() ? classes : "told " + classes;
  }

  std::string edge_classes(const std::string& dependant, const std::string& dependency) const {
    std::string classes;
    for (std::size_t i = 0; i < facts_.moments.size(); ++i) {
      const Moment& moment = facts_.moments[i];
      if (!is_failing(moment, dependant) || !is_unwell(moment, dependency)) continue;
      add_class(classes, fmt::format("t{}-hit", i));
      if (i == facts_.worst) add_class(classes, "worst-hit");
    }
    const auto through = through_.find(dependant);
    if (through != through_.end() && through->second == dependency) add_class(classes, "b-hit");
    return classes.empty() ? classes : "told " + classes;
  }

  std::string overlay(const std::string& node, const PictureBox& box) const {
    std::set<ComponentState> states;
    bool is_suspected = false;
    for (const auto& moment : facts_.moments) {
      if (const auto state = moment.states.find(node); state != moment.states.end())
        states.insert(state->second);
      is_suspected = is_suspected || is_suspect(moment, node);
    }
    std::string html;
    if (is_suspected) html += ring_html(box);  // below the words, whose plates it would cross
    for (const auto state : states) html += word_html(word(state), word(state), box);
    if (is_suspected) html += suspicion_html(box);
    const auto category = categories_.find(node);
    if (category != categories_.end()) html += word_html(category->second.name, category->second.word, box);
    return html;
  }

 private:
  static bool is_failing(const Moment& moment, const std::string& node) {
    const auto state = moment.states.find(node);
    return state != moment.states.end() && is_failure(state->second);
  }

  /// Repaired, or unknown, it may keep others down.
  static bool is_unwell(const Moment& moment, const std::string& node) {
    const auto state = moment.states.find(node);
    return state != moment.states.end() && state->second != ComponentState::ok;
  }

  static bool is_suspect(const Moment& moment, const std::string& node) {
    return std::find(moment.suspects.begin(), moment.suspects.end(), node) != moment.suspects.end();
  }

  const ReplayFacts& facts_;
  std::map<std::string, Category> categories_;
  std::map<std::string, std::string> through_;
};

}  // namespace

std::string replay_picture(std::string_view svg_template, const PictureText& text, const ReplayFacts& facts) {
  const ReplayMarks marks(facts);
  return fill_picture(
      svg_template, text,
      {.node_classes = [&](std::string_view node) { return marks.node_classes(std::string(node)); },
       .edge_classes =
           [&](std::string_view tail, std::string_view head) {
             return marks.edge_classes(std::string(tail), std::string(head));
           },
       .overlay = [&](std::string_view node,
                      const PictureBox& box) { return marks.overlay(std::string(node), box); }});
}

}  // namespace pmsite
