// SPDX-License-Identifier: MIT
#include "read/passages.hpp"

#include "base/text.hpp"
#include "prose/wording.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pmsite {
namespace {

/// Collects the passages of one post.
class Collector {
 public:
  explicit Collector(const Postmortem& post) : post_(post) {
    for (const auto& entry : post.timeline) entries_.try_emplace(entry.at.begin.line, &entry);
    for (const auto& action : post.actions) actions_.try_emplace(action.at.begin.line, &action);
  }

  std::vector<Passage> collect() {
    add_blocks(post_.preamble);
    for (const auto& section : post_.sections) {
      section_ = &section;
      role_ = section.roles.front();
      add(section.heading, section.at.begin.line, [](Passage& passage) { passage.is_heading = true; });
      add_blocks(section.blocks);
    }
    return std::move(passages_);
  }

 private:
  template <class Mark> void add(const Nodes& inlines, int line, const Mark& mark) {
    Passage passage;
    passage.role = role_;
    passage.section = section_;
    passage.entry = entry_;
    passage.action = action_;
    passage.is_quoted = is_quoted_;
    mark(passage);
    cursor_ = {line, 1};
    append(passage, inlines);
    if (trim(passage.text).empty()) return;
    passage.words += count_words(passage.text);
    passage.has_telltale = has_telltale(passage.text);
    passages_.push_back(std::move(passage));
  }

  void add(const Nodes& inlines, int line) {
    add(inlines, line, [](Passage&) {});
  }

  void append(Passage& passage, const Nodes& inlines) {
    for (const auto& node : inlines) {
      switch (node.kind) {
        case NodeKind::text:
          append_text(passage, node);
          break;
        case NodeKind::code:
          passage.text += "``";
          ++passage.words;
          break;
        case NodeKind::soft_break:
        case NodeKind::line_break:
          passage.text += ' ';
          break;
        case NodeKind::image:
        case NodeKind::html_inline:
          break;
        case NodeKind::link:
          if (plain_text(node) != node.url) append(passage, node.children);
          break;
        default:
          append(passage, node.children);
      }
    }
  }

  /// Finds the text on its line, behind the text before it: the parser's own columns are not to be relied on.
  void append_text(Passage& passage, const Node& node) {
    const int line = node.at.begin.line;
    if (line != cursor_.line) cursor_ = {line, 1};
    Position at{line, 0};
    const auto source = post_.source.line(line);
    const auto from = std::min(static_cast<std::size_t>(cursor_.column) - 1, source.size());
    if (const auto found = source.find(node.literal, from); found != std::string_view::npos) {
      at.column = static_cast<int>(found) + 1;
      cursor_.column = at.column + static_cast<int>(node.literal.size());
    }
    passage.pieces.push_back({passage.text.size(), at});
    passage.text += node.literal;
  }

  void add_entry(const TimelineEntry& entry) {
    entry_ = &entry;
    add(entry.text, entry.at.begin.line);
    add_blocks(entry.details);
    entry_ = nullptr;
  }

  void add_action(const ActionItem& action) {
    action_ = &action;
    add(action.text, action.at.begin.line);
    add_blocks(action.details);
    action_ = nullptr;
  }

  /// Entries and actions were taken apart when they were read; theirs is the text to go by.
  bool add_taken_apart(const Node& item) {
    const int line = item.at.begin.line;
    if (const auto entry = entries_.find(line); entry_ == nullptr && entry != entries_.end()) {
      add_entry(*entry->second);
      return true;
    }
    if (const auto action = actions_.find(line); action_ == nullptr && action != actions_.end()) {
      add_action(*action->second);
      return true;
    }
    return false;
  }

  void add_blocks(const Nodes& blocks) {
    for (const auto& block : blocks) {
      switch (block.kind) {
        case NodeKind::heading:
          add_heading(block);
          break;
        case NodeKind::paragraph:
        case NodeKind::table_cell:
          add(block.children, block.at.begin.line);
          break;
        case NodeKind::code_block:
        case NodeKind::html_block:
          break;
        case NodeKind::block_quote:
          add_quote(block);
          break;
        default:
          if (block.kind != NodeKind::item || !add_taken_apart(block)) add_blocks(block.children);
      }
    }
  }

  void add_quote(const Node& quote) {
    const bool before = std::exchange(is_quoted_, true);
    add_blocks(quote.children);
    is_quoted_ = before;
  }

  void add_heading(const Node& heading) {
    const auto roles = roles_of_heading(plain_text(heading));
    if (!roles.empty()) role_ = roles.front();
    add(heading.children, heading.at.begin.line, [](Passage& passage) { passage.is_heading = true; });
  }

  const Postmortem& post_;
  std::vector<Passage> passages_;
  std::map<int, const TimelineEntry*> entries_;  ///< by line
  std::map<int, const ActionItem*> actions_;
  const Section* section_ = nullptr;
  const TimelineEntry* entry_ = nullptr;
  const ActionItem* action_ = nullptr;
  Role role_ = Role::other;
  bool is_quoted_ = false;
  Position cursor_{1, 1};  ///< behind the last text that was found in the source
};

}  // namespace

std::vector<Passage> passages_of(const Postmortem& post) { return Collector(post).collect(); }

}  // namespace pmsite
