// SPDX-License-Identifier: MIT
#include "render/structured_data.hpp"

#include "base/time.hpp"
#include "engine/json.hpp"
#include "render/page.hpp"
#include "render/words.hpp"
#include "site/routes.hpp"

namespace pmsite {
namespace {

constexpr std::size_t kLongestHeadline = 110;  ///< characters

Value typed(std::string_view type, std::string_view name) {
  return Value::Object{{"@type", type}, {"name", name}};
}

Value::List authors(const Postmortem& post) {
  Value::List people;
  for (const auto& author : post.authors) people.push_back(typed("Person", author.value));
  return people;
}

/// What broke, and the kind of cause.
Value::List about(const Postmortem& post) {
  Value::List things;
  for (const auto& service : post.services) things.push_back(typed("Thing", service.value));
  if (post.root_cause.category) things.push_back(typed("Thing", label(*post.root_cause.category)));
  return things;
}

Value::List keywords(const Postmortem& post) {
  Value::List words;
  for (const auto& tag : post.tags) words.push_back(tag.value);
  return words;
}

}  // namespace

std::string structured_data(const Site& site, const Postmortem& post) {
  Value::Object data = {{"@context", "https://schema.org"},
                        {"@type", "TechArticle"},
                        {"headline", shortened(post.title.value, kLongestHeadline)},
                        {"description", summary_text(post)},
                        {"inLanguage", "en"},
                        {"datePublished", format_rfc3339(publication_time(post))},
                        {"dateModified", format_rfc3339(update_time(post))},
                        {"author", authors(post)},
                        {"publisher", typed("Organization", site.content->config.title)},
                        {"about", about(post)},
                        {"keywords", keywords(post)},
                        {"wordCount", post.words}};
  if (!site.base_url.empty()) {
    data.push_back({"url", absolute_url(site, post_route(post.slug))});
    data.push_back({"image", absolute_url(site, card_route(post.slug))});
  }
  return inside_script(to_json(data));
}

}  // namespace pmsite
