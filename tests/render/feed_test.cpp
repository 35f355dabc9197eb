// SPDX-License-Identifier: MIT
#include "render/feed.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

std::string feed(const SampleSite& sample) {
  Diagnostics diagnostics;
  const OutputFile file = render_feed(sample.assemble(), default_theme(), diagnostics);
  CHECK(faults(diagnostics) == "");
  CHECK(file.path == "feed.xml");
  return file.bytes;
}

/// What a feed reader finds in <content:encoded>, still escaped once for XML.
std::string content_of(std::string_view body) {
  SampleSite sample;
  sample.post("2026-03-06-x", "", body).post("2026-03-05-y");
  sample.content.assets = {"c.png"};
  return between(feed(sample), "<content:encoded>", "</content:encoded>");
}

}  // namespace

TEST_CASE("the feed describes the site with absolute addresses") {
  SampleSite sample;
  sample.content.config.title = "Shop & <Co>";
  sample.content.config.description = "What \"broke\"";
  const std::string xml = feed(sample);
  CHECK(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\""));
  CHECK(line_with(xml, "<title>") == "<title>Shop &amp; &lt;Co&gt;</title>");
  CHECK(line_with(xml, "<link>") == "<link>https://shop.example/blog/</link>");
  CHECK(line_with(xml, "<description>") == "<description>What &quot;broke&quot;</description>");
  CHECK(line_with(xml, "atom:link ") ==
        "<atom:link href=\"https://shop.example/blog/feed.xml\" rel=\"self\" type=\"application/rss+xml\"/>");
}

TEST_CASE("a site without posts has a feed without items and without a date") {
  const std::string xml = feed({});
  CHECK(xml.find("<item>") == std::string::npos);
  CHECK(xml.find("lastBuildDate") == std::string::npos);
}

TEST_CASE("an item has a title, an address, a date, authors and a summary") {
  SampleSite sample;
  sample.post("2026-03-06-x",
              "title: \"<script>alert('x')</script> & \\\"more\\\"\"\nauthors: [Ada <a@b>, Ben]");
  const std::string item = between(feed(sample), "<item>", "</item>");
  CHECK(line_with(item, "<title>") ==
        "<title>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;</title>");
  CHECK(line_with(item, "<link>") == "<link>https://shop.example/blog/posts/x/</link>");
  CHECK(line_with(item, "<pubDate>") == "<pubDate>Fri, 06 Mar 2026 00:00:00 +0000</pubDate>");
  CHECK(line_with(item, "<dc:creator>") == "<dc:creator>Ada &lt;a@b&gt; and Ben</dc:creator>");
  CHECK(line_with(item, "<description>") ==
        "<description>From 10:12 to 11:05 CET nobody could pay.</description>");
}

TEST_CASE("dates are those of RFC 822, in UTC") {
  SampleSite sample;
  sample.post("2026-03-06-x",
              "published_at: 2026-03-07T00:30:15+01:00\nupdated_at: 2026-03-08T00:00:00-05:00");
  const std::string xml = feed(sample);
  CHECK(line_with(xml, "<pubDate>") == "<pubDate>Fri, 06 Mar 2026 23:30:15 +0000</pubDate>");
  CHECK(line_with(xml, "lastBuildDate") == "<lastBuildDate>Sun, 08 Mar 2026 05:00:00 +0000</lastBuildDate>");
}

TEST_CASE("the feed changed when the latest of its posts changed, whichever it is") {
  SampleSite sample;
  sample.post("2026-03-06-new").post("2026-03-05-old", "corrections: [{at: 2026-03-09, text: It was DNS}]");
  CHECK(line_with(feed(sample), "lastBuildDate") ==
        "<lastBuildDate>Mon, 09 Mar 2026 00:00:00 +0000</lastBuildDate>");
}

TEST_CASE("an id is made of the host, the date of the file and the slug, and of nothing that is edited") {
  SampleSite sample;
  sample.post("2026-03-06-x", "title: Other\npublished_at: 2026-04-01");
  const std::string id = "<guid isPermaLink=\"false\">tag:shop.example,2026-03-06:/posts/x/</guid>";
  CHECK(line_with(feed(sample), "<guid") == id);
  sample.options.base_url = "http://shop.example:8080/";
  CHECK(line_with(feed(sample), "<guid") == id);
  sample.options.base_url.clear();
  CHECK(line_with(feed(sample), "<guid") ==
        "<guid isPermaLink=\"false\">tag:localhost,2026-03-06:/posts/x/</guid>");
}

TEST_CASE("services and tags are categories, each once") {
  SampleSite sample;
  sample.post("2026-03-06-x", "services: [search, \"a & b\"]\ntags: [dns, search]");
  const std::string xml = feed(sample);
  CHECK(count_of(xml, "<category>") == 3);
  CHECK(xml.find("<category>a &amp; b</category>") != std::string::npos);
  CHECK(count_of(xml, "<category>search</category>") == 1);
}

TEST_CASE("the feed holds the newest 20 posts") {
  SampleSite sample;
  for (int day = 1; day <= 21; ++day) sample.post(fmt::format("2026-03-{:02}-x{}", day, day));
  const std::string xml = feed(sample);
  CHECK(count_of(xml, "<item>") == 20);
  CHECK(xml.find("/posts/x21/") < xml.find("/posts/x2/"));
  CHECK(xml.find("/posts/x1/") == std::string::npos);
}

TEST_CASE("the whole text is in the feed, as escaped HTML") {
  const std::string content = content_of("## Summary\nA *sad* <b>day</b>.\n");
  CHECK(content ==
        "&lt;h2&gt;Summary&lt;/h2&gt;\n"
        "&lt;p&gt;A &lt;em&gt;sad&lt;/em&gt; &lt;code "
        "class=&quot;raw-html&quot;&gt;&amp;lt;b&amp;gt;&lt;/code&gt;day"
        "&lt;code class=&quot;raw-html&quot;&gt;&amp;lt;/b&amp;gt;&lt;/code&gt;.&lt;/p&gt;\n");
}

TEST_CASE("every address in the text is absolute, also those of sub-headings and footnotes") {
  const std::string content = content_of(
      "## Summary\n[a](2026-03-05-y.md) [b](#lessons) ![c](/assets/c.png) [^1]\n\n"
      "### Detail\nMore.\n\n[^1]: A note.\n");
  CHECK(content.find("href=&quot;https://shop.example/blog/posts/y/&quot;") != std::string::npos);
  CHECK(content.find("href=&quot;https://shop.example/blog/posts/x/#s-lessons&quot;") != std::string::npos);
  CHECK(content.find("src=&quot;https://shop.example/blog/assets/c.png&quot;") != std::string::npos);
  CHECK(count_of(content, "href=") == count_of(content, "href=&quot;https://shop.example/blog/"));
}

}  // namespace pmsite
