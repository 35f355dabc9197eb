// SPDX-License-Identifier: MIT
#include "read/passages.hpp"

#include "support/sample_site.hpp"

#include <fmt/format.h>

using namespace pmsite;

namespace {

/// The sample with `text` as its summary.
Postmortem post_with(std::string_view text) {
  Diagnostics ignored;
  return read_post(std::string(kSampleFile),
                   "---\ntitle: A\n---\n\n## Incident summary\n" + std::string(text) + "\n", ignored);
}

/// "text|text", the passages of a summary without its heading.
std::string texts(std::string_view body) {
  const Postmortem post = post_with(body);
  std::string list;
  for (const auto& passage : passages_of(post))
    if (!passage.is_heading) list += (list.empty() ? "" : "|") + passage.text;
  return list;
}

/// Where `words` stand in the summary `body`: "6:3-9", or "6" where only the line is known.
std::string place(std::string_view body, std::string_view words) {
  const Postmortem post = post_with(body);
  for (const auto& passage : passages_of(post)) {
    const auto at = passage.text.find(words);
    if (at == std::string::npos) continue;
    const Span span = passage.span({at, at + words.size()});
    if (span.begin == span.end) return std::to_string(span.begin.line);
    return fmt::format("{}:{}-{}", span.begin.line, span.begin.column, span.end.column);
  }
  return "nowhere";
}

}  // namespace

TEST_CASE("paragraphs, items, cells and quotations are passages") {
  CHECK(texts("One.\n\nTwo *three* [four](https://example.org).\n\n- five\n- six") ==
        "One.|Two three four.|five|six");
  CHECK(texts("| a | b |\n|---|---|\n| c | d |") == "a|b|c|d");
  CHECK(texts("> Quoted.") == "Quoted.");
  CHECK(passages_of(post_with("> Quoted."))[1].is_quoted);
}

TEST_CASE("an alert is the author's own words, and its mark is none of them") {
  const auto passages = passages_of(post_with("> [!NOTE]\n> Ours.\n>\n> > Theirs."));
  REQUIRE(passages.size() == 3);
  CHECK(passages[1].text == "Ours.");
  CHECK_FALSE(passages[1].is_quoted);
  CHECK(passages[2].is_quoted);
  CHECK(place("> [!NOTE]\n> One two.", "two") == "7:7-10");
}

TEST_CASE("code, addresses, pictures and comments are no prose") {
  CHECK(texts("Run `rm -rf` now.") == "Run `` now.");
  CHECK(texts("See https://example.org/a now.") == "See  now.");
  CHECK(texts("```\ncode\n```\n\n![alt](/assets/a.png)\n\n<!-- comment -->") == "");
}

TEST_CASE("a place in a passage is a place in the file") {
  CHECK(place("One two three.", "two") == "6:5-8");
  CHECK(place("One\ntwo three.", "three") == "7:5-10");
  CHECK(place("One **two** three two.", "three") == "6:13-18");
  CHECK(place("a `b` a bold **a c** end", "a c") == "6:16-19");
}

TEST_CASE("where markup hides the place, the line is named") {
  CHECK(place("Fish &amp; chips", "& chips") == "6");
}

TEST_CASE("a range over two lines begins where it begins") {
  CHECK(place("One two\nthree.", "two three") == "6:5-8");
}

TEST_CASE("passages know their section and the nearest heading's role") {
  const Postmortem post = post_with("Text.\n\n### Root cause\n\nDeep.\n\n## Odd\n\nElse.");
  const auto passages = passages_of(post);
  REQUIRE(passages.size() == 6);
  CHECK(passages[1].role == Role::summary);
  CHECK(passages[3].text == "Deep.");
  CHECK(passages[3].role == Role::cause);
  CHECK(passages[3].section == &post.sections[0]);
  CHECK(passages[5].role == Role::other);
}

TEST_CASE("entries come without their time, kind and states, tasks without their details") {
  const Content content = sample_site();
  const auto passages = passages_of(content.posts[0]);
  bool entry_seen = false, task_seen = false;
  for (const auto& passage : passages) {
    if (passage.entry == &content.posts[0].timeline.front()) {
      entry_seen = true;
      CHECK(passage.text.find("CET") == std::string::npos);
      CHECK(passage.text.find("cache: down") == std::string::npos);
    }
    if (passage.action == &content.posts[0].actions.front()) {
      task_seen = true;
      CHECK(passage.text.find("@sre") == std::string::npos);
      CHECK(passage.role == Role::measures);
    }
  }
  CHECK(entry_seen);
  CHECK(task_seen);
}

TEST_CASE("a bullet that could not be read as an entry is still prose") {
  Diagnostics ignored;
  const Postmortem post =
      read_post(std::string(kSampleFile), "---\ntitle: A\n---\n\n## Timeline\n- somebody noticed\n", ignored);
  REQUIRE(passages_of(post).size() == 2);
  CHECK(passages_of(post)[1].text == "somebody noticed");
  CHECK(passages_of(post)[1].entry == nullptr);
}
