// SPDX-License-Identifier: MIT
#include "render/cards.hpp"

#include "base/time.hpp"
#include "render/words.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <string>

namespace pmsite {

Value::List term_links(const Site& site, const Page& page, const Postmortem& post, Facet facet) {
  Value::List links;
  for (const auto& [key, name] : terms_of(post, facet))
    links.push_back(Value::Object{{"name", name}, {"url", link_to(site, page, term_route(facet, key))}});
  return links;
}

std::string severity_rank(const Site& site, const Postmortem& post) {
  constexpr std::ptrdiff_t kRanks = 5;
  const auto& scale = site.content->config.severities;
  const auto found = std::find(scale.begin(), scale.end(), post.severity.value);
  return std::to_string(std::min<std::ptrdiff_t>(found - scale.begin() + 1, kRanks));
}

Value::Object card_data(const Site& site, const Page& page, const Postmortem& post) {
  const Date date = local_date(post.started_at->value);
  return {
      {"title", post.title.value},
      {"url", link_to(site, page, post_route(post.slug))},
      {"date_iso", format_date(date)},
      {"date_text", format_long_date(date)},
      {"severity", post.severity.value},
      {"severity_rank", severity_rank(site, post)},
      {"kind_label", label(post.kind)},
      {"is_draft", post.status != PostStatus::published},
      {"is_fictional", post.kind == IncidentKind::fictional},
      {"organizations", term_links(site, page, post, Facet::organization)},
      {"services", term_links(site, page, post, Facet::service)},
      {"duration", duration_text(post)},
      {"users", users_text(post.impact)},
      {"summary", summary_text(post)},
      {"actions_open", std::to_string(open_actions(post))},
      {"actions_total", post.actions.empty() ? "" : std::to_string(post.actions.size())},
  };
}

Value::List cards_data(const Site& site, const Page& page, const std::vector<const Postmortem*>& posts) {
  Value::List cards;
  for (const auto* post : posts) cards.push_back(card_data(site, page, *post));
  return cards;
}

}  // namespace pmsite
