// SPDX-License-Identifier: MIT
#include "render/post_actions.hpp"

#include "base/time.hpp"
#include "base/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

std::string iso(const std::optional<Date>& date) { return date ? format_date(*date) : std::string(); }
std::string words(const std::optional<Date>& date) { return date ? format_long_date(*date) : std::string(); }

/// What the link to the tracker says: the ticket, else the last part of the address.
std::string url_text(const ActionItem& item) {
  if (!item.ticket.empty()) return item.ticket;
  const auto slash = item.url.rfind('/');
  return slash == std::string::npos || slash + 1 == item.url.size() ? item.url : item.url.substr(slash + 1);
}

Value item_data(const ActionItem& item, const BodyOptions& options) {
  return Value::Object{
      {"text_html", render_inlines(item.text, options)},
      {"details_html", render_blocks(item.details, options)},
      {"is_open", item.state == ActionState::open},
      {"is_done", item.state == ActionState::done},
      {"is_dropped", item.state == ActionState::dropped},
      {"state_label", word(item.state)},
      {"type", item.type ? word(*item.type) : ""},
      {"owner", item.owner},
      {"due_iso", iso(item.due)},
      {"due_text", words(item.due)},
      {"done_iso", iso(item.done)},
      {"done_text", words(item.done)},
      {"url", percent_encode(item.url)},
      {"url_text", url_text(item)},
      {"ticket", item.url.empty() ? item.ticket : ""},
  };
}

}  // namespace

bool holds_tasks(const Node& block) {
  if (block.kind != NodeKind::list && block.kind != NodeKind::item) return false;
  return block.task || std::any_of(block.children.begin(), block.children.end(), holds_tasks);
}

Node without_tasks(const Node& list) {
  Node plain = list;
  std::erase_if(plain.children, [](const Node& item) { return item.task; });
  for (auto& item : plain.children)
    for (auto& block : item.children)
      if (block.kind == NodeKind::list) block = without_tasks(block);
  for (auto& item : plain.children)
    std::erase_if(item.children,
                  [](const Node& block) { return block.kind == NodeKind::list && block.children.empty(); });
  return plain;
}

Value::Object post_actions(const Postmortem& post, const Node& list, const BodyOptions& options) {
  Value::List items;
  int open = 0;
  for (const auto& item : post.actions) {
    const int line = item.at.begin.line;
    if (line < list.at.begin.line || line > list.at.end.line) continue;
    items.push_back(item_data(item, options));
    open += item.state == ActionState::open ? 1 : 0;
  }
  const std::string open_text = fmt::format("{} of {} open", open, items.size());
  return {{"items", std::move(items)}, {"open_text", open_text}};
}

}  // namespace pmsite
