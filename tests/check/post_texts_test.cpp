// SPDX-License-Identifier: MIT
#include "check/post_texts.hpp"

#include "base/text.hpp"
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// The people of the sample with other authors and reviewers.
std::string people(std::string_view authors, std::string_view reviewer = "The Reviewers") {
  const Content content =
      sample_site(changed(sample_with("[Ada Okoro]", authors), "Bintou Diallo", reviewer));
  std::vector<std::string> names;
  for (const auto name : people_of(content.posts.at(0))) names.emplace_back(name);
  return join(names, "/");
}

}  // namespace

TEST_CASE("the prose of the front matter is found with its places") {
  const Content content = sample_site();
  const Postmortem& post = content.posts.at(0);
  std::string names;
  for (const auto& fact : fact_texts(post)) {
    names += std::string(fact.name) + " ";
    const auto first_word = fact.text.substr(0, fact.text.find(' '));
    const Span at = fact.span(post, first_word);
    CHECK_MESSAGE(
        post.source.line(at.begin.line)
                .substr(static_cast<std::size_t>(at.begin.column) - 1, first_word.size()) == first_word,
        fact.name);
  }
  CHECK(names == "title impact.symptoms root_cause.text contributing_factors contributing_factors trigger ");
}

TEST_CASE("a part of a text stands on the line it was written on") {
  const Content content =
      sample_site(sample_with("text: A check was off.", "text: >-\n  A check\n  was off."));
  for (const auto& fact : fact_texts(content.posts.at(0)))
    if (fact.name == "root_cause.text") CHECK(fact.span(content.posts.at(0), "nowhere").begin.column == 1);
}

TEST_CASE("people are told from teams and organizations") {
  CHECK(people("[Ada Okoro, Jean-Luc de la Cruz]") == "Ada Okoro");
  CHECK(people("[Ada Okoro, \"\u00c9mile Zola\", Jean Luc Van Damme]") ==
        "Ada Okoro/\u00c9mile Zola/Jean Luc Van Damme");
  CHECK(people("[pmsite editors, GitLab, Platform Team, The SRE Group, okoro]") == "");
  CHECK(people("[Big Shop]\norganization: Big Shop") == "");
  CHECK(people("[Ada Okoro]", "Bo Lund") == "Ada Okoro/Bo Lund");
}

}  // namespace pmsite
