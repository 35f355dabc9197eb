// SPDX-License-Identifier: MIT
#include "read/raw_inline.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string text_of(std::string_view markup) { return plain_inline(markup).text; }

}  // namespace

TEST_CASE("emphasis is taken away, signs that are none stay") {
  CHECK(text_of("the **cache** was *down* and __cold__") == "the cache was down and cold");
  CHECK(text_of("***Both***") == "Both");
  CHECK(text_of("2 * 3 = 6 and 2*3") == "2 * 3 = 6 and 2*3");
  CHECK(text_of("wp_settings_file") == "wp_settings_file");
  CHECK(text_of("~~old~~ new ~5 minutes") == "old new ~5 minutes");
  CHECK(text_of("**never closed") == "never closed");
}

TEST_CASE("code is left as it is, without its backticks") {
  CHECK(text_of("run `ps *aux*` and ``a_b_``") == "run ps *aux* and a_b_");
  CHECK(text_of("one ` alone **bold**") == "one alone bold");
}

TEST_CASE("of links the words stay, of pictures nothing") {
  CHECK(text_of("see [the log](https://example.com/a_(b)) now") == "see the log now");
  CHECK(text_of("[a [b](c) d](e)") == "a b d");
  CHECK(text_of("[10:05] alert") == "[10:05] alert");
  CHECK(text_of("[x] (y)") == "[x] (y)");
  CHECK(text_of("a ![alt text](cat.jpg) b") == "a b");
  CHECK(text_of("[![badge](b.svg)](https://example.com)") == "");
  CHECK(plain_inline("![x](y)").has_picture);
  CHECK(plain_inline("<img src='a'>").has_picture);
  CHECK_FALSE(plain_inline("Fixed!").has_picture);
  CHECK(text_of("![cut off](") == "");
}

TEST_CASE("tags, entities, shortcodes, emoji and wide blanks are taken away") {
  CHECK(text_of("<p align=\"center\">Issue <b>Summary</b></p>") == "Issue Summary");
  CHECK(text_of("a < b, 5 > 3") == "a < b, 5 > 3");
  CHECK(text_of("R&amp;D &lt;3&nbsp;x &#39;y&#39; &unknown; &") == "R&D <3 x 'y' &unknown; &");
  CHECK(text_of(":rocket: Timeline :bar_chart:") == "Timeline");
  CHECK(text_of("at 10:05:30 a:b:c") == "at 10:05:30 a:b:c");
  CHECK(text_of("🕒 10:00\xE2\x80\xAF"
                "AM 🚨 Alert") == "10:00 AM Alert");
  CHECK(text_of("1\xEF\xB8\x8F\xE2\x83\xA3 Step") == "1 Step");
  CHECK(text_of("<td>10:00</td><td>Alert</td>") == "10:00 | Alert |");
  CHECK(text_of("\\*not bold\\* C:\\path \\") == "*not bold* C:\\path");
}

TEST_CASE("a tag that does not end on its line is left open") {
  const auto plain = plain_inline("before <img src=\"a.png\"");
  CHECK(plain.text == "before");
  CHECK(plain.tag_is_open);
  CHECK_FALSE(plain_inline("x <y z").tag_is_open);
}

TEST_CASE("it is told how much of the front was bold") {
  CHECK(plain_inline("**14:00 UTC:** Issue").bold_label == 10);
  CHECK(plain_inline("<strong>Impact</strong>: all").bold_label == 6);
  CHECK(plain_inline("🕒 *Duration:* an hour").bold_label == 9);
  CHECK(plain_inline("an **hour**").bold_label == 0);
  CHECK_FALSE(plain_inline("**Impact**: all").bold);
  CHECK(plain_inline("**Timeline**:").bold);
  CHECK(plain_inline("🎭 *Closing act* 🎭").bold);
  CHECK_FALSE(plain_inline("Timeline").bold);
}

TEST_CASE("a line that only leads inside of the file is told") {
  CHECK(plain_inline("[Timeline](#timeline)").leads_inside);
  CHECK_FALSE(plain_inline("[Timeline](#timeline) of the outage").leads_inside);
  CHECK_FALSE(plain_inline("[Timeline](timeline.md)").leads_inside);
}

TEST_CASE("names of elements are known, other words in angle brackets are not") {
  for (const std::string tag : {"p", "P align=left>", "/div>", "br/>", "h1>"}) CHECK(is_html_tag(tag));
  for (const std::string tag : {"", "your-name>", "pp>", "1>", "/", "p-x"}) CHECK_FALSE(is_html_tag(tag));
}

TEST_CASE("a line of nothing but openings comes to an end") {
  for (const std::string piece :
       {"[", "![", "](", "[a](", "<", "<b", "`", "``a`", "*", "_", "&", "(", "\\", ":a", "**a "}) {
    std::string line;
    while (line.size() < 200'000) line += piece;
    CAPTURE(piece);
    CHECK(plain_inline(line).text.size() <= line.size());
  }
}

}  // namespace pmsite
