// SPDX-License-Identifier: MIT
#include "render/post_page.hpp"

#include "base/time.hpp"
#include "base/url.hpp"
#include "render/cards.hpp"
#include "render/post_card.hpp"
#include "render/post_facts.hpp"
#include "render/post_sections.hpp"
#include "render/structured_data.hpp"
#include "render/words.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace pmsite {
namespace {

Value hero(const Site& site, const Page& page, const Postmortem& post) {
  if (!post.image) return false;
  const auto size = site.content->find_image_size(post.image->value);
  return Value::Object{{"url", link_to(site, page, encode_path(asset_route(post.image->value)))},
                       {"alt", post.image_alt},
                       {"size", size ? Value(Value::Object{{"width", size->width}, {"height", size->height}})
                                     : Value(false)}};
}

Value::List reviews(const Postmortem& post) {
  Value::List rows;
  for (const auto& review : post.reviews)
    rows.push_back(Value::Object{
        {"name", review.name},
        {"decision_label", review.decision == ReviewDecision::approved ? "approved" : "asked for changes"},
        {"date_iso", format_date(review.date)},
        {"date_text", format_long_date(review.date)}});
  return rows;
}

Value::List corrections(const Postmortem& post) {
  Value::List rows;
  for (const auto& correction : post.corrections)
    rows.push_back(Value::Object{{"date_iso", format_date(correction.date)},
                                 {"date_text", format_long_date(correction.date)},
                                 {"text", correction.text}});
  return rows;
}

Value::List sources(const Postmortem& post) {
  Value::List rows;
  for (const auto& source : post.sources)
    rows.push_back(Value::Object{{"title", source.title},
                                 {"url", percent_encode(source.url.value)},
                                 {"archive_url", percent_encode(source.archive_url)}});
  return rows;
}

Value::List related(const Site& site, const Page& page, const std::vector<RelatedIncident>& incidents) {
  Value::List rows;
  for (const auto& [post, why, note] : incidents) {
    const Date date = local_date(post->started_at->value);
    rows.push_back(Value::Object{{"title", post->title.value},
                                 {"url", link_to(site, page, post_route(post->slug))},
                                 {"date_iso", format_date(date)},
                                 {"date_text", format_long_date(date)},
                                 {"why", why},
                                 {"note", note}});
  }
  return rows;
}

/// The sections by name, for a post that takes long to read; none for others.
Value::List contents(const Postmortem& post) {
  constexpr int kLongPost = 1000;  // words
  Value::List rows;
  if (post.words < kLongPost) return rows;
  for (const auto& section : post.sections)
    rows.push_back(Value::Object{{"title", plain_text(section.heading)}, {"anchor", section.anchor}});
  return rows;
}

ArticleHead article_head(const Site& site, const Postmortem& post) {
  return {.published = format_rfc3339(publication_time(post)),
          .updated = format_rfc3339(update_time(post)),
          .image_route = card_route(post.slug),
          .image_words = card_words(post),
          .json_ld_html = structured_data(site, post)};
}

Value neighbour(const Site& site, const Page& page, std::size_t index) {
  if (index >= site.posts.size()) return false;
  const Postmortem& post = *site.posts[index];
  return Value::Object{{"title", post.title.value}, {"url", link_to(site, page, post_route(post.slug))}};
}

/// A list, and whether there is anything in it: a template cannot tell before its first item.
void add_list(PageData& data, const std::string& name, Value::List items) {
  data.push_back({"has_" + name, !items.empty()});
  data.push_back({name, std::move(items)});
}

PageData head_data(const Site& site, const Page& page, const Postmortem& post) {
  const Date published = local_date(publication_time(post)), updated = local_date(update_time(post));
  const bool was_updated = updated > published;
  return {
      {"heading", post.title.value},
      {"severity_rank", severity_rank(site, post)},
      {"date_iso", format_date(local_date(post.started_at->value))},
      {"date_text", format_long_date(local_date(post.started_at->value))},
      {"kind_label", label(post.kind)},
      {"is_fictional", post.kind == IncidentKind::fictional},
      {"is_draft", post.status != PostStatus::published},
      {"severities", term_links(site, page, post, Facet::severity)},
      {"organizations", term_links(site, page, post, Facet::organization)},
      {"services", term_links(site, page, post, Facet::service)},
      {"causes", term_links(site, page, post, Facet::cause)},
      // Without a summary of its own, the summary section that follows begins with the same words.
      {"summary", post.summary.value},
      {"authors_text", enumeration(post.authors)},
      {"published_iso", format_date(published)},
      {"published_text", format_long_date(published)},
      {"updated_iso", was_updated ? format_date(updated) : ""},
      {"updated_text", was_updated ? format_long_date(updated) : ""},
      {"hero", hero(site, page, post)},
  };
}

}  // namespace

OutputFile render_post_page(const PostSurroundings& around, std::size_t index, Diagnostics& diagnostics) {
  const Site& site = around.site;
  const Postmortem& post = *site.posts[index];
  const Page page{.route = post_route(post.slug),
                  .title = post.title.value,
                  .description = summary_text(post),
                  .article = article_head(site, post)};
  PageData data = head_data(site, page, post);
  data.push_back({"facts", post_facts(post)});
  data.push_back({"has_diagrams", shows_diagrams(site, post)});
  data.push_back({"sections", post_sections(site, page, around.pictures, post)});
  add_list(data, "contents", contents(post));
  add_list(data, "reviews", reviews(post));
  add_list(data, "corrections", corrections(post));
  add_list(data, "sources", sources(post));
  add_list(data, "related", related(site, page, around.related.of(post)));
  add_list(data, "tags", term_links(site, page, post, Facet::tag));
  data.push_back({"incident_url", link_to(site, page, incident_route(post.slug))});
  data.push_back({"previous", neighbour(site, page, index + 1)});
  data.push_back({"next", index == 0 ? Value(false) : neighbour(site, page, index - 1)});
  return render_page(site, around.theme, "post", page, std::move(data), diagnostics);
}

}  // namespace pmsite
