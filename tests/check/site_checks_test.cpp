// SPDX-License-Identifier: MIT
#include "check/check.hpp"
#include "check/site_index.hpp"
#include "read/post_reader.hpp"
#include "support/faults.hpp"
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// The sample site with a hero picture at this path; `assets/` holds a.png and charts/b.svg.
std::string hero(const std::string& path) {
  Content content = sample_site(sample_with("profile:", "image: \"" + path + "\"\nimage_alt: x\nprofile:"));
  content.assets = {"a.png", "charts/b.svg"};
  return found("image-file", content);
}

/// The same with a picture in the summary, on line 19.
std::string picture(const std::string& url) {
  Content content =
      sample_site(sample_with("Customers could not pay.", "Customers ![could not](" + url + ") pay."));
  content.assets = {"a.png", "charts/b.svg"};
  return found("image-file", content);
}

}  // namespace

TEST_CASE("a related post must exist") {
  Content content = sample_site(sample_with("profile:",
                                            "related: [{post: resarch-outage, as: same_cause}, "
                                            "{post: nothing-alike, as: caused_by}]\nprofile:"));
  Diagnostics ignored;
  content.posts.push_back(read_post("content/posts/2026-01-01-search-outage.md", kSamplePost, ignored));
  CHECK(found("related-unknown", content) ==
        "12:18 related-unknown: there is no post `resarch-outage` -> did you mean `search-outage`?\n"
        "12:58 related-unknown: there is no post `nothing-alike` -> a post's slug is its file name without "
        "the date and "
        "`.md`");
}

TEST_CASE("a related post is named by its slug, not by its file") {
  Content content = sample_site(
      sample_with("profile:", "related: [{post: 2026-01-01-search-outage, as: same_cause}]\nprofile:"));
  Diagnostics ignored;
  content.posts.push_back(read_post("content/posts/2026-01-01-search-outage.md", kSamplePost, ignored));
  CHECK(
      found("related-unknown", content) ==
      "12:18 related-unknown: there is no post `2026-01-01-search-outage` -> did you mean `search-outage`?");
}

TEST_CASE("a related post that exists is fine") {
  Content content =
      sample_site(sample_with("profile:", "related: [{post: other, as: same_cause}]\nprofile:"));
  Diagnostics ignored;
  content.posts.push_back(read_post("content/posts/2026-01-01-other.md", kSamplePost, ignored));
  CHECK(found("related-unknown", content) == "");
}

TEST_CASE("a hero picture must be in assets") {
  CHECK(hero("assets/a.png") == "");
  CHECK(hero("assets/charts/b.svg") == "");
  CHECK(hero("assets/c.png") == "12:8 image-file: there is no picture `assets/c.png` in assets/ -> ");
  CHECK(hero("https://example.org/a.png") ==
        "12:8 image-file: there is no picture `https://example.org/a.png` in assets/ -> ");
  CHECK(hero("assets/../pmsite.yaml") ==
        "12:8 image-file: there is no picture `assets/../pmsite.yaml` in assets/ -> ");
}

TEST_CASE("a picture of the body must be in assets") {
  CHECK(picture("/assets/a.png") == "");
  CHECK(picture("../../assets/charts/b.svg") == "");
  CHECK(picture("/assets/c.png") ==
        "19:11 image-file: there is no picture `/assets/c.png` in assets/ -> write its path as /assets/NAME");
  CHECK(picture("a.png") ==
        "19:11 image-file: there is no picture `a.png` in assets/ -> write its path as /assets/NAME");
}

TEST_CASE("a picture of a heading, and of a page, must be in assets, too") {
  CHECK(found("image-file", sample_with("## Lessons learned", "## Lessons learned ![x](/assets/c.png)"))
            .starts_with("47:20 image-file: there is no picture `/assets/c.png` in assets/"));
  Content content;
  Diagnostics ignored;
  content.pages.push_back(read_page(
      "content/pages/about.md", "---\ntitle: a\n---\n\n![x](/assets/a.png) ![y](/assets/c.png)\n", ignored));
  content.assets = {"a.png"};
  CHECK(found("image-file", content) ==
        "5:21 image-file: there is no picture `/assets/c.png` in assets/ -> write its path as /assets/NAME");
}

TEST_CASE("a picture of another site is refused") {
  CHECK(picture("https://example.org/a.png") ==
        "19:11 image-file: `https://example.org/a.png` is a picture of another site -> put a copy under "
        "assets/");
}

TEST_CASE("a picture whose address is refused already is not reported twice") {
  CHECK(picture("javascript:x") == "");
}

TEST_CASE("a page's pictures come from the site's own folder, too") {
  Diagnostics diagnostics;
  Content content;
  content.assets = {"a.png"};
  content.pages.push_back(read_page("content/pages/about.md",
                                    "---\ntitle: About\n---\n![a](/assets/a.png)\n\n![b](/assets/b.png)\n\n"
                                    "![c](https://example.org/c.png)\n",
                                    diagnostics));
  check_pages(content, SiteIndex(content), diagnostics);
  CHECK(faults(diagnostics) ==
        "6:1 image-file: there is no picture `/assets/b.png` in assets/\n"
        "8:1 image-file: `https://example.org/c.png` is a picture of another site");
}

TEST_CASE("a hero picture needs its words") {
  CHECK(found("image-alt-missing",
              sample_with("profile:", "image: assets/a.png\nimage_alt: A chart\nprofile:")) == "");
  CHECK(found("image-alt-missing", sample_with("profile:", "image: assets/a.png\nprofile:")) ==
        "12:8 image-alt-missing: `image` has no `image_alt` -> add `image_alt:` with what the picture shows");
  CHECK(found("image-alt-missing", sample_with("profile:", "image: a.png\nimage_alt: \" \"\nprofile:")) !=
        "");
}

TEST_CASE("a picture of the text needs its words, wherever it stands") {
  const auto in_summary = [](std::string_view picture) {
    return found("image-alt-missing", sample_with("Customers could not pay.", picture));
  };
  CHECK(in_summary("![errors by minute](/assets/a.png)") == "");
  CHECK(in_summary("![`errors`](/assets/a.png)") == "");
  CHECK(in_summary("![](javascript:x)") == "");
  CHECK(in_summary("Look: ![](/assets/a.png)")
            .ends_with(":7 image-alt-missing: the picture `/assets/a.png` has no words -> write what it "
                       "shows into the brackets: `![errors "
                       "by minute](/assets/a.png)`"));
  CHECK(in_summary("![ ](/assets/a.png)") != "");
  CHECK(in_summary("![<br>](/assets/a.png)") != "");
  CHECK(in_summary("[![](/assets/a.png)](/)") != "");
  CHECK(found("image-alt-missing",
              sample_with("## Lessons learned", "## Lessons learned ![](/assets/a.png)")) != "");
  CHECK(found("image-alt-missing",
              sample_with("**Changed**: the cache", "**Changed**: ![](/assets/a.png) the cache")) != "");
}

TEST_CASE("a page's pictures need their words, too") {
  Content content;
  Diagnostics ignored;
  content.assets = {"a.png"};
  content.pages.push_back(read_page(
      "content/pages/about.md", "---\ntitle: a\n---\n\n![x](/assets/a.png) ![](/assets/a.png)\n", ignored));
  CHECK(found("image-alt-missing", content)
            .starts_with("5:21 image-alt-missing: the picture `/assets/a.png` has no words"));
}

TEST_CASE("a related post is found among many without asking each of them") {
  Content content = sample_site(sample_with("profile:", "related: [{post: p9, as: same_cause}]\nprofile:"));
  for (int i = 0; i < 10; ++i) content.posts.emplace_back().slug = "p" + std::to_string(i);
  CHECK(found("related-unknown", content) == "");
}

}  // namespace pmsite
