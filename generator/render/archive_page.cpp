// SPDX-License-Identifier: MIT
#include "render/archive_page.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "render/calendar_strip.hpp"
#include "render/cards.hpp"
#include "render/facet_words.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

namespace pmsite {
namespace {

/// The latest year first, and in it the latest incident.
Value::List years_data(const Site& site, const Page& page) {
  std::map<int, std::vector<const Postmortem*>, std::greater<>> by_year;
  for (const auto* post : site.posts)
    by_year[static_cast<int>(local_date(post->started_at->value).year())].push_back(post);
  Value::List years;
  for (auto& [year, posts] : by_year) {
    std::stable_sort(posts.begin(), posts.end(), [](const Postmortem* a, const Postmortem* b) {
      return a->started_at->value.utc > b->started_at->value.utc;
    });
    years.push_back(Value::Object{{"year", std::to_string(year)},
                                  {"anchor", year_anchor(year)},
                                  {"count_text", counted(posts.size(), "incident")},
                                  {"cards", cards_data(site, page, posts)}});
  }
  return years;
}

Value::List facets_data(const Site& site, const Page& page) {
  Value::List facets;
  for (const Facet facet : kFacets) {
    if (site.terms_in(facet).empty()) continue;
    Value::List terms;
    for (const auto& term : site.terms_in(facet))
      terms.push_back(Value::Object{{"name", term.name},
                                    {"url", link_to(site, page, term_route(facet, term.slug))},
                                    {"count", std::to_string(term.posts.size())}});
    facets.push_back(Value::Object{{"name", words_of(facet).plural},
                                   {"url", link_to(site, page, facet_route(facet))},
                                   {"terms", std::move(terms)}});
  }
  return facets;
}

}  // namespace

OutputFile render_archive_page(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  const std::string intro = "Every incident, by the year in which it began.";
  const Page page{.route = std::string(kArchiveRoute), .title = "Archive", .description = intro};
  return render_page(site, theme, "archive", page,
                     {{"heading", page.title},
                      {"intro", intro},
                      {"count_text", counted(site.posts.size(), "incident")},
                      {"calendar", calendar_strip(site, page, site.posts)},
                      {"facets", facets_data(site, page)},
                      {"years", years_data(site, page)}},
                     diagnostics);
}

}  // namespace pmsite
