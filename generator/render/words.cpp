// SPDX-License-Identifier: MIT
#include "render/words.hpp"

#include "base/time.hpp"
#include "model/milestones.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pmsite {

std::string number_text(double number) {
  const double rounded = std::round(number * 100) / 100;
  std::string text = fmt::format("{}", std::floor(rounded) == rounded && std::abs(rounded) < 1e15
                                           ? fmt::format("{:.0f}", rounded)
                                           : fmt::format("{}", rounded));
  const auto whole = std::min(text.find('.'), text.size());
  for (auto at = static_cast<std::ptrdiff_t>(whole) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

std::string share_text(const Impact& impact) {
  const auto& share = impact.users_percent;
  if (!share.low || !share.high) return {};
  if (*share.low == *share.high) return number_text(*share.low) + " %";
  return fmt::format("{} to {} %", number_text(*share.low), number_text(*share.high));
}

std::string users_text(const Impact& impact) {
  const std::string share = share_text(impact);
  if (impact.users) {
    const std::string users = number_text(*impact.users) + " users";
    return share.empty() ? users : fmt::format("{} ({})", users, share);
  }
  return share.empty() ? std::string() : share + " of users";
}

std::string shortened(std::string_view text, std::size_t most) {
  const auto is_continuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  std::size_t characters = 0, end = 0, space = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(text[i])) continue;
    if (++characters == most) end = i;  // where the ellipsis would stand
    if (text[i] == ' ' && characters <= most) space = i;
  }
  if (characters <= most) return std::string(text);
  return std::string(text.substr(0, space > 0 ? space : end)) + "…";
}

std::string duration_text(const Postmortem& post) {
  const auto duration = milestones(post).duration;
  return duration ? format_duration(*duration) : std::string();
}

std::size_t open_actions(const Postmortem& post) {
  return static_cast<std::size_t>(
      std::count_if(post.actions.begin(), post.actions.end(),
                    [](const ActionItem& item) { return item.state == ActionState::open; }));
}

std::string enumeration(const std::vector<Located<std::string>>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i].value;
  }
  return text;
}

std::string zone_text(const Postmortem& post) {
  if (!post.started_at) return {};
  const auto offset = post.started_at->value.offset;
  const std::string in_digits = format_offset(offset);
  for (const auto& entry : post.timeline)
    if (entry.start.offset == offset && !entry.zone.empty() && entry.zone[0] >= 'A' && entry.zone != "Z" &&
        entry.zone.find_first_of("+-") == std::string::npos)
      return entry.zone == in_digits ? in_digits : fmt::format("{}, {}", entry.zone, in_digits);
  return in_digits;
}

}  // namespace pmsite
