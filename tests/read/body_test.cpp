// SPDX-License-Identifier: MIT
#include "read/body.hpp"

#include "engine/markdown.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

Nodes parse(std::string_view text) {
  Diagnostics diagnostics;
  return parse_markdown(text, 1, FileReporter("x.md", diagnostics));
}

int words(std::string_view text) { return count_prose_words(parse(text)); }

std::string unsafe(std::string_view text) {
  Diagnostics diagnostics;
  report_unsafe(parse(text), FileReporter("x.md", diagnostics));
  return faults(diagnostics);
}

}  // namespace

TEST_CASE("headings, paragraphs, lists, quotes and tables are prose") {
  CHECK(words("# One two\n\nthree **four**\nfive\n\n- six\n- [ ] seven\n\n> eight\n\n| nine | ten "
              "|\n|---|---|\n| eleven | twelve |\n") == 12);
}

TEST_CASE("words of two blocks do not run together") {
  CHECK(words("one\n\ntwo\n") == 2);
  CHECK(words("- one\n- two\n") == 2);
  CHECK(words("a*b*c ~~d~~\n") == 2);
}

TEST_CASE("code, HTML, images and rules are not prose") {
  CHECK(
      words("one `two three`\n\n```dot\nfour five\n```\n\n<p>\nsix\n</p>\n\n![seven](a.png) <b>\n\n---\n") ==
      1);
  CHECK(words("<!-- one two -->\n") == 0);
}

TEST_CASE("addresses are not prose, link texts are") {
  CHECK(words("see https://example.org/a and www.example.org and <https://e.org> and a@example.org\n") == 4);
  CHECK(words("see [the long report](https://example.org)\n") == 4);
}

TEST_CASE("a link text counts even where the address ends in the same word") {
  CHECK(words("see [report](https://example.org/report)\n") == 2);
}

TEST_CASE("a dash between words is not a word") { CHECK(words("one \xE2\x80\x93 two - three\n") == 3); }

TEST_CASE("the mark of an alert is not a word") { CHECK(words("> [!NOTE]\n> one two\n") == 2); }

TEST_CASE("footnotes are prose") { CHECK(words("one[^1]\n\n[^1]: two three\n") == 3); }

TEST_CASE("raw HTML is a warning at its line") {
  CHECK(unsafe("a\n\n<div>\nx\n</div>\n\nb\n<br> c\n") ==
        "3:1 raw-html: HTML is shown as text, not as a part of the page\n"
        "8:1 raw-html: HTML is shown as text, not as a part of the page");
}

TEST_CASE("a comment is no raw HTML") { CHECK(unsafe("<!-- a\nb -->\n\nc <!-- d --> e\n") == ""); }

TEST_CASE("HTML behind a comment is raw HTML") {
  CHECK(unsafe("<!-- a --> <script>alert(1)</script>\n") ==
        "1:1 raw-html: HTML is shown as text, not as a part of the page");
}

TEST_CASE("a comment that never ends is raw HTML, since it swallows the rest of the story") {
  CHECK(unsafe("a\n\n<!-- b\n\n## Timeline\n") ==
        "3:1 raw-html: HTML is shown as text, not as a part of the page");
}

TEST_CASE("HTML in code is text") { CHECK(unsafe("`<b>`\n\n```html\n<b>\n```\n") == ""); }

TEST_CASE("links that may not be followed are errors at their line") {
  CHECK(unsafe("a\n\n- b [c](javascript:alert(1))\n") ==
        "3:5 link-scheme: `javascript:alert(1)` is not a link that may be followed");
  CHECK(unsafe("![a](data:image/png;base64,x)\n") ==
        "1:1 link-scheme: `data:image/png;base64,x` is not a link that may be followed");
  CHECK(unsafe("[a](&#106;avascript:x)\n") ==
        "1:1 link-scheme: `javascript:x` is not a link that may be followed");
  CHECK(unsafe("[a](//example.org)\n") ==
        "1:1 link-scheme: `//example.org` is not a link that may be followed");
  CHECK(unsafe("[a][b]\n\n[b]: vbscript:x\n") ==
        "1:1 link-scheme: `vbscript:x` is not a link that may be followed");
}

TEST_CASE("safe links are fine") {
  CHECK(unsafe("[a](https://e.org) [b](mailto:a@e.org) [c](#d) [e](../f/) ![g](assets/h.png) www.e.org\n") ==
        "");
}

}  // namespace pmsite
