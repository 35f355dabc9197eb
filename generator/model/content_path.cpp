// SPDX-License-Identifier: MIT
#include "model/content_path.hpp"

#include "base/text.hpp"
#include "base/url.hpp"

#include <algorithm>
#include <vector>

namespace pmsite {

std::optional<ContentPath> content_path(std::string_view file, std::string_view url) {
  if (!is_allowed_url(url) || is_absolute_url(url) || to_lower(url.substr(0, 7)) == "mailto:")
    return std::nullopt;
  const auto fragment_at = std::min(url.find_first_of("#?"), url.size());
  ContentPath target{{}, std::string(url.substr(fragment_at))};
  const std::string written = percent_decode(url.substr(0, fragment_at));
  if (written.empty()) return target;

  const bool from_root = written.starts_with('/') || written.starts_with("assets/");
  std::vector<std::string_view> parts;
  if (!from_root) {
    parts = split(file, '/');
    parts.pop_back();
  }
  for (const auto part : split(written, '/')) {
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  target.path = join({parts.begin(), parts.end()}, "/");
  if (written.ends_with('/') && !target.path.empty()) target.path += '/';
  return target;
}

}  // namespace pmsite
