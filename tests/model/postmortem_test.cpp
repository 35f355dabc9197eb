// SPDX-License-Identifier: MIT
#include "model/postmortem.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

using namespace std::chrono;

Section section(std::vector<Role> roles, std::vector<Role> inside = {}) {
  Section made;
  made.roles = std::move(roles);
  made.roles_inside = std::move(inside);
  return made;
}

Node paragraph(std::string words) {
  Node text, made;
  text.kind = NodeKind::text;
  text.literal = std::move(words);
  made.children.push_back(std::move(text));
  return made;
}

/// The summary of a post whose summary section holds one paragraph.
std::string summary_of(const std::string& words) {
  Postmortem post;
  post.sections.push_back(section({Role::summary}));
  post.sections[0].blocks.push_back(paragraph(words));
  return summary_text(post);
}

Postmortem dated(Date date) {
  Postmortem post;
  post.file_date = date;
  return post;
}

}  // namespace

TEST_CASE("the first section of a role is found, also under a heading of two roles") {
  Postmortem post;
  post.sections = {section({Role::other}), section({Role::cause, Role::resolution}),
                   section({Role::resolution})};
  CHECK(find_section(post, Role::resolution) == &post.sections[1]);
  CHECK(find_section(post, Role::timeline) == nullptr);
}

TEST_CASE("a role may be filled by a heading inside another section") {
  Postmortem post;
  post.sections = {section({Role::summary}, {Role::impact})};
  CHECK(has_role(post, Role::summary));
  CHECK(has_role(post, Role::impact));
  CHECK_FALSE(has_role(post, Role::timeline));
  CHECK(find_section(post, Role::impact) == nullptr);
}

TEST_CASE("a post is published on the date of its file unless it says otherwise") {
  Postmortem post = dated(2026y / March / 4);
  CHECK(format_rfc3339(publication_time(post)) == "2026-03-04T00:00:00Z");
  post.published_at = parse_instant("2026-03-06T09:00:00+01:00");
  CHECK(format_rfc3339(publication_time(post)) == "2026-03-06T09:00:00+01:00");
}

TEST_CASE("a post changes last with the latest of publication, update and corrections") {
  Postmortem post = dated(2026y / March / 4);
  CHECK(format_rfc3339(update_time(post)) == "2026-03-04T00:00:00Z");
  post.corrections = {{2026y / April / 2, "b"}, {2026y / March / 20, "a"}};
  CHECK(format_rfc3339(update_time(post)) == "2026-04-02T00:00:00Z");
  post.updated_at = parse_instant("2026-04-02T00:30:00+01:00");
  CHECK(format_rfc3339(update_time(post)) == "2026-04-02T00:00:00Z");
  post.updated_at = parse_instant("2026-04-02T02:00:00+01:00");
  CHECK(format_rfc3339(update_time(post)) == "2026-04-02T02:00:00+01:00");
  post.published_at = parse_instant("2026-05-01T00:00:00Z");
  CHECK(format_rfc3339(update_time(post)) == "2026-05-01T00:00:00Z");
}

TEST_CASE("the summary of the front matter comes before that of the body") {
  Postmortem post;
  post.sections.push_back(section({Role::summary}));
  post.sections[0].blocks.push_back(paragraph("From the body."));
  post.summary.value = "From the facts.";
  CHECK(summary_text(post) == "From the facts.");
}

TEST_CASE("the first paragraph of the summary section is the summary") {
  Postmortem post;
  Node list = paragraph("");
  list.kind = NodeKind::list;
  post.sections.push_back(section({Role::other}));
  post.sections.push_back(section({Role::summary}));
  post.sections[1].blocks = {list, paragraph("The first."), paragraph("The second.")};
  CHECK(summary_text(post) == "The first.");
}

TEST_CASE("without a summary section, or a paragraph in it, there is no summary") {
  Postmortem post;
  CHECK(summary_text(post).empty());
  post.sections.push_back(section({Role::summary}));
  CHECK(summary_text(post).empty());
}

TEST_CASE("a summary of 300 characters is left whole, however many bytes they are") {
  std::string umlauts;
  for (int i = 0; i < 300; ++i) umlauts += "\xC3\xBC";
  CHECK(summary_of(umlauts) == umlauts);
}

TEST_CASE("a longer summary ends with a sentence where one ends in its second half") {
  const std::string first(180, 'a'), second(200, 'b');
  CHECK(summary_of(first + ". " + second + ".") == first + ".");
}

TEST_CASE("a longer summary without such a sentence ends with a word and an ellipsis") {
  std::string words = "Short. ";
  for (int i = 0; i < 100; ++i) words += "four ";
  const std::string summary = summary_of(words);
  CHECK(summary.starts_with("Short. four four"));
  CHECK(summary.ends_with("four \xE2\x80\xA6"));
  CHECK(summary.size() <= 300 + 4);
  CHECK(summary.size() > 290);
}

TEST_CASE("a summary is never cut inside a character") {
  std::string one_word;
  for (int i = 0; i < 400; ++i) one_word += "\xE2\x82\xAC";
  CHECK(summary_of(one_word) == one_word.substr(0, 900) + " \xE2\x80\xA6");
}

}  // namespace pmsite
