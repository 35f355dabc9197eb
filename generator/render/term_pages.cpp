// SPDX-License-Identifier: MIT
#include "render/term_pages.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "model/milestones.hpp"
#include "render/cards.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string>

namespace pmsite {
namespace {

/// How one kind of term is called on its pages.
struct Vocabulary {
  std::string_view singular, plural, intro;
  std::string_view route;
};

constexpr Vocabulary kServices{"Service", "Services", "What broke, and how often.", kServicesRoute};
constexpr Vocabulary kTags{"Tag", "Tags", "Incidents by what they have in common.", kTagsRoute};

std::string route_of(const Vocabulary& words, const Term& term) {
  return std::string(words.route) + term.slug + "/";
}

/// "3 incidents, 4 h 12 min in all".
std::string summary_of(const Term& term) {
  std::chrono::seconds total{0};
  for (const auto* post : term.posts) total += milestones(*post).duration.value_or(std::chrono::seconds{0});
  const std::string count = counted(term.posts.size(), "incident");
  return total.count() == 0 ? count : fmt::format("{}, {} in all", count, format_duration(total));
}

OutputFile render_list(const Site& site, const Theme& theme, const Vocabulary& words,
                       const std::vector<Term>& terms, Diagnostics& diagnostics) {
  const Page page{std::string(words.route), std::string(words.plural), std::string(words.intro)};
  Value::List rows;
  for (const auto& term : terms) {
    const Postmortem& latest = *term.posts.front();
    const Date date = local_date(latest.started_at->value);
    rows.push_back(Value::Object{{"name", term.name},
                                 {"url", link_to(site, page, route_of(words, term))},
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

OutputFile render_term(const Site& site, const Theme& theme, const Vocabulary& words, const Term& term,
                       Diagnostics& diagnostics) {
  const std::string summary = summary_of(term);
  const Page page{route_of(words, term), fmt::format("{}: {}", words.singular, term.name), summary};
  return render_page(site, theme, "term", page,
                     {{"kind_label", words.singular},
                      {"heading", term.name},
                      {"summary_text", summary},
                      {"all_url", link_to(site, page, words.route)},
                      {"all_label", fmt::format("All {}", to_lower(words.plural))},
                      {"cards", cards_data(site, page, term.posts)}},
                     diagnostics);
}

}  // namespace

std::vector<OutputFile> render_term_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<OutputFile> files;
  for (const auto& [words, terms] : {std::pair{kServices, &site.services}, std::pair{kTags, &site.tags}}) {
    files.push_back(render_list(site, theme, words, *terms, diagnostics));
    for (const auto& term : *terms) files.push_back(render_term(site, theme, words, term, diagnostics));
  }
  return files;
}

}  // namespace pmsite
