// SPDX-License-Identifier: MIT
#include "render/post_card.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "render/cards.hpp"
#include "render/social_card.hpp"
#include "render/words.hpp"
#include "site/routes.hpp"

#include <string>
#include <vector>

namespace pmsite {
namespace {

constexpr int kNoSeverity = 6;  ///< as CardFacts has it

std::string date_text(const Postmortem& post) { return format_long_date(local_date(post.started_at->value)); }

}  // namespace

OutputFile render_post_card(const Site& site, const Postmortem& post) {
  CardFacts facts{
      .site = site.content->config.title,
      .title = post.title.value,
      .severity = post.severity.value,
      .kind_label = std::string(label(post.kind)),
      .date = date_text(post),
      .duration = duration_text(post),
      .organization = post.organization,
      .severity_rank = post.severity.value.empty() ? kNoSeverity : parse_digits(severity_rank(site, post)),
      .services = {},
      .is_fictional = post.kind == IncidentKind::fictional};
  for (const auto& service : post.services) facts.services.push_back(service.value);
  return {card_route(post.slug), draw_social_card(facts)};
}

std::string card_words(const Postmortem& post) {
  std::vector<std::string> words;
  if (!post.severity.value.empty()) words.push_back(post.severity.value);
  words.push_back(to_lower(label(post.kind)));
  std::string text = join(words, " ") + ", " + date_text(post);
  if (const std::string duration = duration_text(post); !duration.empty()) text += ", " + duration;
  return text + ": " + post.title.value;
}

}  // namespace pmsite
