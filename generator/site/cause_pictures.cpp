// SPDX-License-Identifier: MIT
#include "site/cause_pictures.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "engine/text_width.hpp"
#include "read/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

constexpr double kFontSize = 14;           // points, as Graphviz and the themes draw labels
constexpr double kTextWidth = 200;         // points; five or six words a line
constexpr std::size_t kLongestText = 200;  // characters; the page has the whole text elsewhere
constexpr std::size_t kMostFactors = 8;
constexpr std::size_t kMostWhys = 10;

/// A line that Graphviz shows letter by letter: nothing in it ends the string, is an escape or an entity.
std::string literal(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\' || c == '"') safe += '\\';
    safe += c;
    if (c == '&') safe += "amp;";
  }
  return safe;
}

/// As much of the beginning of a word as fits on a line: at least a character.
std::string_view head_of_word(std::string_view word) {
  std::size_t length = 0;
  while (length < word.size()) {
    const auto longer = length + static_cast<std::size_t>(std::max(utf8_length(word.substr(length)), 1));
    if (length > 0 && text_width(word.substr(0, longer), kFontSize) > kTextWidth) break;
    length = longer;
  }
  return word.substr(0, length);
}

/// Ends a line of a label, which Graphviz then sets to the left, or in the middle.
constexpr std::string_view kLeft = "\\l", kCentred = "\\n";

/// The text as a label, on lines of kTextWidth; line ends and control characters are blanks. A word that is
/// longer, such as an address, is broken.
std::string wrapped(std::string_view text, std::string_view line_end) {
  std::string label, line;
  const auto end_line = [&] {
    if (!line.empty()) label += literal(line) + std::string(line_end);
    line.clear();
  };
  std::string bare(text);
  std::replace_if(
      bare.begin(), bare.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
      ' ');
  for (auto word : split(bare, ' ')) {
    while (!word.empty()) {
      const auto part = head_of_word(word);
      word.remove_prefix(part.size());
      const std::string longer = line.empty() ? std::string(part) : line + " " + std::string(part);
      if (text_width(longer, kFontSize) > kTextWidth) end_line();
      line += (line.empty() ? "" : " ") + std::string(part);
    }
  }
  end_line();
  // In the middle, a line end separates; at the left, it ends.
  if (line_end == kCentred && !label.empty()) label.resize(label.size() - line_end.size());
  return label;
}

/// Whole words of the beginning.
std::string shortened(std::string_view text) {
  if (static_cast<std::size_t>(count_characters(text)) <= kLongestText) return std::string(text);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kLongestText; ++i)
    bytes += static_cast<std::size_t>(std::max(utf8_length(text.substr(bytes)), 1));
  const auto head = text.substr(0, bytes);
  return std::string(head.substr(0, head.rfind(' '))) + " …";
}

std::string box(std::string_view name, std::string_view kind, std::string_view heading,
                std::string_view text) {
  const std::string title = heading.empty() ? std::string() : std::string(heading) + "\\l";
  return fmt::format("  {} [class={} label=\"{}{}\"]\n", name, kind, title, wrapped(shortened(text), kLeft));
}

// As wide as the longest line with its margins, so that all boxes are of one width.
constexpr std::string_view kBoxes = "  node [shape=box style=rounded margin=\"0.14,0.09\" width=3.06]\n";

/// "Whys", "Five whys", "5 Whys", "The five whys of the outage", but no section number: "5. Why it broke".
bool is_whys_heading(std::string_view heading) {
  if (heading_words(heading) == "whys") return true;
  const std::string text = to_lower(heading);
  for (const std::string_view wanted : {"five whys", "five-whys", "five why", "5 whys", "5-whys"}) {
    const auto at = text.find(wanted);
    if (at == std::string::npos) continue;
    const char before = at == 0 ? ' ' : text[at - 1];
    const auto end = at + wanted.size();
    const char after = end == text.size() ? ' ' : text[end];
    if (!is_digit(before) && !is_letter(before) && before != '-' && !is_letter(after)) return true;
  }
  return false;
}

const Node* first_numbered_list(const Nodes& blocks, std::size_t from) {
  for (std::size_t i = from; i < blocks.size() && blocks[i].kind != NodeKind::heading; ++i)
    if (blocks[i].kind == NodeKind::list && blocks[i].ordered) return &blocks[i];
  return nullptr;
}

const Node* whys_list_in(const Section& section) {
  if (is_whys_heading(plain_text(section.heading))) return first_numbered_list(section.blocks, 0);
  for (std::size_t i = 0; i < section.blocks.size(); ++i)
    if (section.blocks[i].kind == NodeKind::heading && is_whys_heading(plain_text(section.blocks[i])))
      return first_numbered_list(section.blocks, i + 1);
  return nullptr;
}

/// "Why did it fail? The disk was full." in its two parts; the question may be missing.
struct Why {
  std::string question, answer;
};

Why why_of(const Node& item) {
  const std::string text = plain_text(item);
  const auto mark = text.find('?');
  const bool asks = to_lower(text).starts_with("why") && mark != std::string::npos;
  if (!asks) return {"why?", text};
  const std::string answer(trim(std::string_view(text).substr(mark + 1)));
  if (answer.empty()) return {"why?", text};
  return {text.substr(0, mark + 1), answer};
}

}  // namespace

std::optional<CausePicture> cause_chain(const Postmortem& post) {
  const auto& factors = post.contributing_factors;
  if (post.trigger.empty() && factors.empty()) return std::nullopt;
  if (post.root_cause.text.value.empty() || post.impact.symptoms.value.empty()) return std::nullopt;
  std::string dot = fmt::format("digraph {{\n  rankdir=LR ranksep=0.5 nodesep=0.2\n{}", kBoxes);
  if (!post.trigger.empty()) dot += box("trigger", "trigger", "Trigger", post.trigger);
  const std::size_t shown = std::min(factors.size(), kMostFactors);
  for (std::size_t i = 0; i < shown; ++i)
    dot += box(fmt::format("factor{}", i), "factor", "Contributing factor", factors[i].value);
  if (shown < factors.size())
    dot += box("more", "factor", "", fmt::format("and {} more", factors.size() - shown));
  dot += box("cause", "cause", "Root cause", post.root_cause.text.value);
  dot += box("impact", "impact", "Impact", post.impact.symptoms.value);
  if (!post.trigger.empty()) dot += "  trigger -> cause\n";
  for (std::size_t i = 0; i < shown; ++i) dot += fmt::format("  factor{} -> cause [kind=soft]\n", i);
  if (shown < factors.size()) dot += "  more -> cause [kind=soft]\n";
  dot += "  cause -> impact [weight=10]\n}\n";
  const std::string count = counted(factors.size(), "contributing factor");
  const std::string led = post.trigger.empty() ? count
                          : factors.empty()    ? std::string("the trigger")
                                               : "the trigger and " + count;
  return CausePicture{std::move(dot),
                      fmt::format("From cause to impact: {}, the root cause, and what users saw.", led),
                      post.root_cause.at};
}

const Node* five_whys_list(const Postmortem& post) {
  for (const auto& section : post.sections)
    if (const Node* list = whys_list_in(section)) return list->children.size() >= 2 ? list : nullptr;
  return nullptr;
}

std::optional<CausePicture> five_whys_chain(const Postmortem& post) {
  const Node* list = five_whys_list(post);
  if (list == nullptr) return std::nullopt;
  const std::size_t shown = std::min(list->children.size(), kMostWhys);
  std::string dot = fmt::format("digraph {{\n  ranksep=0.3\n{}", kBoxes);
  dot += box("why0", "impact", "", post.title.value);
  for (std::size_t i = 0; i < shown; ++i) {
    const Why why = why_of(list->children[i]);
    const bool is_last = i + 1 == list->children.size();
    dot += box(fmt::format("why{}", i + 1), is_last ? "cause" : "factor", "", why.answer);
    dot += fmt::format("  why{} -> why{} [label=\"{}\"]\n", i, i + 1,
                       wrapped(shortened(why.question), kCentred));
  }
  const std::size_t left_out = list->children.size() - shown;
  if (left_out > 0)
    dot += box("more", "factor", "", fmt::format("and {} more", left_out)) +
           fmt::format("  why{} -> more\n", shown);
  dot += "}\n";
  const std::string caption = left_out > 0
                                  ? fmt::format("The first {} whys of {}.", shown, list->children.size())
                                  : fmt::format("{} whys, from what happened down to the cause.", shown);
  return CausePicture{std::move(dot), caption, list->at};
}

}  // namespace pmsite
