// SPDX-License-Identifier: MIT
#include "site/addresses.hpp"

#include "read/reading_rules.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace pmsite {
namespace {

void report(Diagnostics& diagnostics, const std::string& file, std::string message, std::string help) {
  diagnostics.add({&kAddressTaken, file, span_on_line(1, 1, 0), std::move(message), std::move(help)});
}

}  // namespace

void check_addresses(const Content& content, Diagnostics& diagnostics) {
  std::map<std::string, std::string> owners;  // route → file
  const auto claim = [&](const std::string& route, const std::string& file) {
    const auto [owner, is_new] = owners.emplace(route, file);
    if (!is_new)
      report(diagnostics, file, fmt::format("the address /{} is taken by {}", route, owner->second),
             "rename one of the two files");
  };
  for (const auto& post : content.posts)
    if (!post.slug.empty()) claim(post_route(post.slug), post.file);
  const auto& reserved = reserved_names();
  for (const auto& page : content.pages) {
    if (std::find(reserved.begin(), reserved.end(), page.slug) != reserved.end())
      report(diagnostics, page.file,
             fmt::format("the address /{} belongs to the program", page_route(page.slug)), "rename the file");
    claim(page_route(page.slug), page.file);
  }
}

}  // namespace pmsite
