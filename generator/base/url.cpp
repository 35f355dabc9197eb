// SPDX-License-Identifier: MIT
#include "base/url.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace pmsite {
namespace {

/// The URL as a browser sees it before it looks for a scheme: it drops control characters and leading spaces.
std::string as_browser_reads(std::string_view url) {
  std::string bare;
  for (const char c : url)
    if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) bare += c;
  return to_lower(bare);
}

/// The text with controls, blanks, bytes above ASCII and those of `unsafe` as %XX.
std::string escape(std::string_view text, std::string_view unsafe) {
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || unsafe.find(c) != std::string_view::npos) {
      escaped += fmt::format("%{:02X}", byte);
    } else {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace

bool is_allowed_url(std::string_view url) {
  const std::string bare = as_browser_reads(url);
  constexpr std::array<std::string_view, 3> kSchemes = {"http://", "https://", "mailto:"};
  if (std::any_of(kSchemes.begin(), kSchemes.end(), [&](auto scheme) { return bare.starts_with(scheme); }))
    return true;
  // "//host" and "\\host" leave the site without naming a scheme.
  if (bare.starts_with("//") || bare.starts_with("\\") || bare.starts_with("/\\")) return false;
  // A colon before the first slash, question mark or hash is the end of a scheme.
  const auto mark = bare.find_first_of(":/?#");
  return mark == std::string::npos || bare[mark] != ':';
}

bool is_absolute_url(std::string_view url) {
  const std::string lower = to_lower(url.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://");
}

bool leaves_site(std::string_view url) {
  return is_absolute_url(url) || url.substr(0, url.find_first_of("/?#")).find(':') != std::string_view::npos;
}

std::string percent_encode(std::string_view url) { return escape(url, "\"<>\\^`{|}"); }

std::string encode_path(std::string_view path) { return escape(path, "\"<>\\^`{|}#?%"); }

std::string percent_decode(std::string_view path) {
  std::string decoded;
  for (std::size_t i = 0; i < path.size(); ++i) {
    unsigned byte = 0;
    const auto digits = path.substr(std::min(i + 1, path.size()), 2);
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (path[i] == '%' && digits.size() == 2 && code == std::errc() && end == digits.data() + 2) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += path[i];
    }
  }
  return decoded;
}

std::string relative_url(std::string_view from, std::string_view to) {
  // Drop the folders both paths share; climb out of the rest of `from`.
  std::size_t shared = 0;
  for (std::size_t i = 0; i < std::min(from.size(), to.size()) && from[i] == to[i]; ++i)
    if (from[i] == '/') shared = i + 1;
  const auto climbs = std::count(from.begin() + static_cast<std::ptrdiff_t>(shared), from.end(), '/');
  std::string url;
  for (std::ptrdiff_t i = 0; i < climbs; ++i) url += "../";
  url += to.substr(shared);
  return url.empty() ? "./" : url;
}

}  // namespace pmsite
