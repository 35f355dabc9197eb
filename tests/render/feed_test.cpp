// SPDX-License-Identifier: MIT
#include "render/feed.hpp"

#include "engine/json.hpp"
#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace pmsite {
namespace {

std::vector<OutputFile> feeds(const SampleSite& sample, int jobs = 1) {
  Diagnostics diagnostics;
  auto files = render_feeds(sample.assemble(), default_theme(), jobs, diagnostics);
  CHECK(faults(diagnostics) == "");
  return files;
}

std::string feed(const SampleSite& sample, std::string_view path = "feed.xml") {
  return file_at(feeds(sample), path).bytes;
}

Value json(const SampleSite& sample) {
  const auto value = parse_json(feed(sample, "feed.json"));
  REQUIRE(value);
  return *value;
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

TEST_CASE("a site without posts has feeds without items; Atom needs a date, which is the beginning of time") {
  CHECK(paths_of(feeds({})) == "feed.xml\natom.xml\nfeed.json");
  CHECK(feed({}).find("<item>") == std::string::npos);
  CHECK(feed({}).find("lastBuildDate") == std::string::npos);
  CHECK(line_with(feed({}, "atom.xml"), "<updated>") == "<updated>1970-01-01T00:00:00Z</updated>");
  CHECK(feed({}, "feed.json").ends_with("\"items\":[]}\n"));
}

TEST_CASE("services, causes and tags have feeds of their own, with their own posts") {
  SampleSite sample;
  sample.content.config.title = "Shop";
  sample.post("2026-03-06-x", "services: [search]\ntags: [dns]").post("2026-03-07-y", "services: [mail]");
  const auto files = feeds(sample);
  CHECK(files.size() == 3 * (1 + 2 + 1 + 1));
  const std::string& xml = file_at(files, "services/search/atom.xml").bytes;
  CHECK(count_of(xml, "<entry>") == 1);
  CHECK(line_with(xml, "<title>") == "<title>Shop: search</title>");
  CHECK(line_with(xml, "<id>") == "<id>https://shop.example/blog/services/search/</id>");
  CHECK(count_of(file_at(files, "causes/config-change/feed.xml").bytes, "<item>") == 2);
}

TEST_CASE("a post has the same id, text and dates in every format") {
  SampleSite sample;
  sample.post("2026-03-06-x", "updated_at: 2026-03-08\nauthors: [Ada, \"Ben & Co\"]\ntags: [dns]");
  const std::string id = "tag:shop.example,2026-03-06:/posts/x/";
  const std::string entry = between(feed(sample, "atom.xml"), "<entry>", "</entry>");
  CHECK(line_with(entry, "<id>") == "<id>" + id + "</id>");
  CHECK(line_with(entry, "<published>") == "<published>2026-03-06T00:00:00Z</published>");
  CHECK(line_with(entry, "<updated>") == "<updated>2026-03-08T00:00:00Z</updated>");
  CHECK(entry.find("<author><name>Ben &amp; Co</name></author>") != std::string::npos);
  CHECK(between(entry, "<content type=\"html\">", "</content>") ==
        between(feed(sample), "<content:encoded>", "</content:encoded>"));
  const Value item = at(json(sample), "items").get_if<Value::List>()->at(0);
  CHECK(text_at(item, "id") == id);
  CHECK(text_at(item, "url") == "https://shop.example/blog/posts/x/");
  CHECK(text_at(item, "date_published") == "2026-03-06T00:00:00Z");
  CHECK(text_at(item, "date_modified") == "2026-03-08T00:00:00Z");
  CHECK(column(at(item, "authors"), "name") == "Ada|Ben & Co");
  CHECK(text_at(item, "content_html").starts_with("<h2>Incident summary</h2>"));
}

TEST_CASE("a JSON feed says what it is and where it lives") {
  SampleSite sample;
  sample.content.config.title = "Shop \"x\"";
  sample.post("2026-03-06-x").post("2026-03-07-y");
  const Value value = json(sample);
  CHECK(text_at(value, "version") == "https://jsonfeed.org/version/1.1");
  CHECK(text_at(value, "title") == "Shop \"x\"");
  CHECK(text_at(value, "home_page_url") == "https://shop.example/blog/");
  CHECK(text_at(value, "feed_url") == "https://shop.example/blog/feed.json");
  CHECK(column(at(value, "items"), "title") == "Checkout was down|Checkout was down");
}

TEST_CASE("the number of threads makes no difference to feeds") {
  SampleSite sample;
  for (int day = 1; day <= 9; ++day) sample.post(fmt::format("2026-03-0{}-x{}", day, day));
  const auto one = feeds(sample, 1), three = feeds(sample, 3);
  REQUIRE(one.size() == three.size());
  for (std::size_t i = 0; i < one.size(); ++i)
    CHECK((one[i].path == three[i].path && one[i].bytes == three[i].bytes));
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
