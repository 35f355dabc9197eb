// SPDX-License-Identifier: MIT
#include "render/search_page.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "engine/json.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

/// "4 March 2026 · SEV2 · checkout, search"; nothing for a page that is no post.
std::string facts_text(const SearchDocument& document) {
  if (document.post == nullptr) return {};
  const Postmortem& post = *document.post;
  std::vector<std::string> facts = {format_long_date(local_date(post.started_at->value))};
  if (!post.severity.value.empty()) facts.push_back(post.severity.value);
  std::vector<std::string> services;
  for (const auto& service : post.services) services.push_back(service.value);
  if (!services.empty()) facts.push_back(join(services, ", "));
  return join(facts, " · ");
}

void append_number(std::string& out, std::int64_t number) {
  constexpr std::int64_t kBase = 36;
  if (number < 0) out += '-';
  number = std::abs(number);
  if (number >= kBase) append_number(out, number / kBase);
  out += "0123456789abcdefghijklmnopqrstuvwxyz"[number % kBase];
}

void append_units(std::string& out, const SearchWord& word) {
  std::int64_t before = -1;
  bool is_first = true;
  std::size_t marks = 0;
  for (std::size_t place = 0; place < kWordPlaces; ++place, ++marks)
    for (const auto unit : word.units[place]) {
      if (marks > 0) {
        out.append(marks, '!');
      } else if (!is_first) {
        out += ',';
      }
      append_number(out, unit - before);
      before = unit;
      is_first = false;
      marks = 0;
    }
}

/// As JSON. Words hold nothing but letters and digits, and so nothing to escape.
std::string words_json(const std::vector<SearchWord>& words) {
  std::string json = "{";
  for (const auto& word : words) {
    json += json.size() > 1 ? ",\"" : "\"";
    json += word.word;
    json += "\":\"";
    append_units(json, word);
    json += '"';
  }
  return json + "}";
}

}  // namespace

std::string search_index_script(const SearchIndex& index) {
  Value::List pages, units;
  for (const auto& document : index.documents) {
    const auto page = static_cast<std::int64_t>(pages.size());
    Value::List row = {document.route, document.title};
    for (auto& line : {facts_text(document), document.summary})
      if (!line.empty()) row.emplace_back(line);
    pages.emplace_back(std::move(row));
    units.emplace_back(Value::List{page});
    for (const auto& section : document.sections)
      units.emplace_back(Value::List{page, section.heading, section.anchor});
  }
  return fmt::format("pmsiteSearch = {{\"pages\":{},\"units\":{},\"words\":{}}};\n",
                     inside_script(to_json(std::move(pages))), inside_script(to_json(std::move(units))),
                     words_json(index.words));
}

std::vector<OutputFile> render_search(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  const Page page{.route = std::string(kSearchRoute),
                  .title = "Search",
                  .description = "Find a postmortem by what it says.",
                  .has_form = true};
  // Routes of the index are relative to the site's top, and name no file.
  const std::string home = link_to(site, page, kHomeRoute), file = site.portable ? "index.html" : "";
  Value::Object search = {{"script", link_to(site, page, std::string(kThemeRoute) + "js/search.js")},
                          {"index", link_to(site, page, kSearchIndexRoute)},
                          {"top", home.substr(0, home.size() - file.size())},
                          {"file", file}};
  OutputFile html = render_page(site, theme, "search", page,
                                {{"heading", page.title}, {"search", std::move(search)}}, diagnostics);
  return {std::move(html), {std::string(kSearchIndexRoute), search_index_script(search_index(site))}};
}

}  // namespace pmsite
