// SPDX-License-Identifier: MIT
#include "render/term_pages.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "model/milestones.hpp"
#include "render/calendar_strip.hpp"
#include "render/cards.hpp"
#include "render/facet_words.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace pmsite {
namespace {

/// "3 incidents, 4 h 12 min in all".
std::string summary_of(const Term& term) {
  std::chrono::seconds total{0};
  for (const auto* post : term.posts) total += milestones(*post).duration.value_or(std::chrono::seconds{0});
  const std::string count = counted(term.posts.size(), "incident");
  return total.count() == 0 ? count : fmt::format("{}, {} in all", count, format_duration(total));
}

OutputFile render_list(const Site& site, const Theme& theme, Facet facet, Diagnostics& diagnostics) {
  const FacetWords& words = words_of(facet);
  const Page page{.route = facet_route(facet),
                  .title = std::string(words.plural),
                  .description = std::string(words.intro)};
  std::vector<Term> terms = site.terms_in(facet);
  if (facet == Facet::service || facet == Facet::cause)  // where trouble gathers is what readers look for
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return a.posts.size() > b.posts.size(); });
  Value::List rows;
  for (const auto& term : terms) {
    const Postmortem& latest = *term.posts.front();
    const Date date = local_date(latest.started_at->value);
    rows.push_back(Value::Object{{"name", term.name},
                                 {"url", link_to(site, page, term_route(facet, term.slug))},
                                 {"meaning", meaning_of(facet, term)},
                                 {"count_text", counted(term.posts.size(), "incident")},
                                 {"latest_title", latest.title.value},
                                 {"latest_url", link_to(site, page, post_route(latest.slug))},
                                 {"latest_date_iso", format_date(date)},
                                 {"latest_date_text", format_long_date(date)}});
  }
  return render_page(site, theme, "terms", page,
                     {{"heading", words.plural}, {"intro", words.intro}, {"terms", std::move(rows)}},
                     diagnostics);
}

OutputFile render_term(const Site& site, const Theme& theme, Facet facet, const Term& term,
                       Diagnostics& diagnostics) {
  const FacetWords& words = words_of(facet);
  const std::string summary = summary_of(term);
  const Page page{.route = term_route(facet, term.slug),
                  .title = fmt::format("{}: {}", words.singular, term.name),
                  .description = summary,
                  .has_feeds = has_feeds(facet)};
  return render_page(site, theme, "term", page,
                     {{"kind_label", words.singular},
                      {"heading", term.name},
                      {"meaning", meaning_of(facet, term)},
                      {"summary_text", summary},
                      {"all_url", link_to(site, page, facet_route(facet))},
                      {"all_label", fmt::format("All {}", to_lower(words.plural))},
                      {"calendar", calendar_strip(site, page, term.posts)},
                      {"cards", cards_data(site, page, term.posts)}},
                     diagnostics);
}

}  // namespace

std::vector<OutputFile> render_term_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<OutputFile> files;
  for (const Facet facet : kFacets) {
    const auto& terms = site.terms_in(facet);
    if (terms.empty()) continue;
    files.push_back(render_list(site, theme, facet, diagnostics));
    for (const auto& term : terms) files.push_back(render_term(site, theme, facet, term, diagnostics));
  }
  return files;
}

}  // namespace pmsite
