// SPDX-License-Identifier: MIT
#include "check/post_texts.hpp"

#include "base/text.hpp"
#include "prose/phrases.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::string_view kTeamWords =
    "team|teams|group|engineering|editors|editorial|desk|department|staff|sre|ops|support|security|company|"
    "inc|ltd|gmbh|"
    "infrastructure|platform|the|and|of|bot";

bool begins_with_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

/// Two to four words, each with a capital: as people are called, at least where the front matter names them.
bool is_person(std::string_view name, std::string_view organization) {
  if (name == organization) return false;
  std::size_t words = 0;
  for (const auto word : split(name, ' ')) {
    if (word.empty()) continue;
    if (!begins_with_capital(word) || is_like_any(word, kTeamWords)) return false;
    ++words;
  }
  return words >= 2 && words <= 4;
}

int last_line_of_facts(const Postmortem& post) {
  if (!post.preamble.empty()) return post.preamble.front().at.begin.line - 1;
  if (!post.sections.empty()) return post.sections.front().at.begin.line - 1;
  return static_cast<int>(std::count(post.source.text.begin(), post.source.text.end(), '\n')) + 1;
}

}  // namespace

Span FactText::span(const Postmortem& post, std::string_view words) const {
  return post.source.find(words, at.begin.line, std::max(at.begin.line, at.end.line));
}

std::vector<FactText> fact_texts(const Postmortem& post) {
  std::vector<FactText> texts;
  const auto add = [&texts](std::string_view name, const Located<std::string>& text) {
    if (!text.value.empty()) texts.push_back({name, text.value, text.at});
  };
  add("title", post.title);
  add("summary", post.summary);
  add("impact.symptoms", post.impact.symptoms);
  add("root_cause.text", post.root_cause.text);
  for (const auto& factor : post.contributing_factors) add("contributing_factors", factor);
  if (!post.trigger.empty()) {
    // The front matter keeps no place of it.
    const int last = last_line_of_facts(post);
    const Span key = post.source.find("trigger:", post.front_matter.begin.line, last);
    texts.push_back({"trigger", post.trigger, {key.begin, {last, key.end.column}}});
  }
  return texts;
}

std::vector<std::string_view> people_of(const Postmortem& post) {
  std::vector<std::string_view> people;
  const auto add = [&](std::string_view name) {
    if (is_person(name, post.organization)) people.push_back(name);
  };
  for (const auto& author : post.authors) add(author.value);
  for (const auto& review : post.reviews) add(review.name);
  return people;
}

}  // namespace pmsite
