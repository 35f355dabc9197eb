// SPDX-License-Identifier: MIT
#include "read/allowances.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>

namespace pmsite {
namespace {

constexpr std::string_view kMark = "pmsite-allow";
constexpr std::string_view kOpen = "<!--", kClose = "-->";

/// "pmsite-allow rule-id: reason" taken apart. A reason may run over several lines; the sheet shows one.
Allowance allowance_of(std::string_view comment, Span at) {
  std::string written(comment.substr(kMark.size()));
  std::replace(written.begin(), written.end(), '\n', ' ');
  const auto colon = std::min(written.find(':'), written.size());
  Allowance allowance{at, std::string(trim(std::string_view(written).substr(0, colon))), {}};
  if (colon < written.size()) allowance.reason = trim(std::string_view(written).substr(colon + 1));
  return allowance;
}

/// One piece of raw HTML can hold several comments, each on its own line.
void append_allowances(const Node& html, std::vector<Allowance>& allowances) {
  const std::string_view text = html.literal;
  int line = html.at.begin.line;
  std::size_t counted_to = 0;
  for (auto open = text.find(kOpen); open != std::string_view::npos; open = text.find(kOpen, open)) {
    const auto close = std::min(text.find(kClose, open), text.size());
    const auto inside = trim(text.substr(open + kOpen.size(), close - open - kOpen.size()));
    line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted_to),
                                        text.begin() + static_cast<std::ptrdiff_t>(open), '\n'));
    counted_to = open;
    const bool names_rule =
        inside.starts_with(kMark) && (inside.size() == kMark.size() || !is_letter(inside[kMark.size()]));
    if (names_rule) allowances.push_back(allowance_of(inside, span_on_line(line, 1, 0)));
    open = close;
  }
}

}  // namespace

std::vector<Allowance> read_allowances(const Nodes& blocks) {
  std::vector<Allowance> allowances;
  walk(blocks, [&allowances](const Node& node) {
    if (node.kind == NodeKind::html_block || node.kind == NodeKind::html_inline)
      append_allowances(node, allowances);
  });
  return allowances;
}

}  // namespace pmsite
