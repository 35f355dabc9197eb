// SPDX-License-Identifier: MIT
#include "check/link_checks.hpp"

#include "check/site_index.hpp"
#include "site/routes.hpp"
#include "site/site.hpp"
#include "support/sample_site.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::string_view kFacts = R"(---
title: Checkout returned 502
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout]
impact: {users_percent: 37, symptoms: A 502 page.}
detection: monitoring_alert
root_cause: {category: config_change, text: A check was off.}
authors: [Ada Okoro]
tags: [night shift]
---

)";

/// A site with a post "checkout" that holds `body` from line 14 on, a draft "mail", a page "about" and an
/// asset.
Content site_with(std::string_view body) {
  Diagnostics ignored;
  Content content;
  content.posts.push_back(
      read_post("content/posts/2026-03-04-checkout.md", std::string(kFacts) + std::string(body), ignored));
  content.posts.push_back(read_post("content/posts/2026-04-01-mail.md",
                                    changed(kFacts, "tags:", "status: draft\ntags:") + "## Issue summary\n",
                                    ignored));
  content.pages.push_back(read_page(
      "content/pages/about.md", "---\ntitle: About\n---\n\n## How to read\n\n### How to read\n", ignored));
  content.assets = {"charts/errors.png"};
  return content;
}

std::string dead(std::string_view body) { return found("link-dead", site_with(body)); }

std::string dead_link(const std::string& url) { return dead("[here](" + url + ")\n"); }

}  // namespace

TEST_CASE("links to posts, pages, files and lists of the site lead somewhere") {
  for (const auto* url : {"2026-04-01-mail.md",
                          "./2026-04-01-mail.md",
                          "/content/posts/2026-04-01-mail.md",
                          "/posts/mail/",
                          "/posts/mail",
                          "../pages/about.md",
                          "/about/",
                          "/about",
                          "/content/pages/about.md",
                          "/",
                          "/services/",
                          "/services",
                          "/services/checkout/",
                          "/tags/night-shift",
                          "../../tags/night-shift/",
                          "/feed.xml",
                          "/atom.xml",
                          "/feed.json",
                          "/services/checkout/feed.xml",
                          "/severities/sev2",
                          "/causes/",
                          "/causes/config-change/",
                          "/archive/",
                          "/search",
                          "/incidents.json",
                          "/schema/postmortem.json",
                          "/sitemap.xml",
                          "/assets/charts/errors.png",
                          "assets/charts/errors.png",
                          "../../assets/charts/errors.png",
                          "#",
                          "?page=2",
                          "/posts/mail/?x=1#y",
                          "2026-04-01-mail.md#issue-summary",
                          "/about/#how-to-read",
                          "/about/#how-to-read-2",
                          "2026-03-04-checkout.md"}) {
    CAPTURE(std::string(url));
    CHECK(dead_link(url) == "");
  }
}

TEST_CASE("links out of the site are not followed") {
  for (const auto* url : {"https://example.org/nope.md", "http://localhost", "mailto:bo@example.org",
                          "MAILTO:bo@example.org", "javascript:x", "//example.org/x"}) {
    CAPTURE(std::string(url));
    CHECK(dead_link(url) == "");
  }
  CHECK(dead("<https://example.org> and https://example.org/x\n") == "");
}

TEST_CASE("a link to no page of the site is dead, with what was probably meant") {
  CHECK(dead("See [here](nope.md).\n") ==
        "14:12 link-dead: `nope.md` leads to no page of this site -> link to the file of a post or a page, "
        "or to a full "
        "https:// address");
  for (const auto& [url, meant] : std::initializer_list<std::pair<std::string, std::string>>{
           {"mail.md", "2026-04-01-mail.md"},
           {"2026-04-02-mail.md", "2026-04-01-mail.md"},
           {"2026-04-01-mial.md", "2026-04-01-mail.md"},
           {"about.md", "../pages/about.md"},
           {"../pages/abuot.md", "../pages/about.md"},
           {"/posts/2026-04-01-mail/", "/posts/mail/"},
           {"/posts/mial", "/posts/mail/"},
           {"/mail/", "/posts/mail/"},
           {"/abuot/", "/about/"},
           {"about", "../pages/about.md"},
           {"www.example.org/x", "https://www.example.org/x"},
           {"bo@example.org", "mailto:bo@example.org"}}) {
    CAPTURE(url);
    CHECK(dead_link(url).ends_with("leads to no page of this site -> did you mean `" + meant + "`?"));
  }
  for (const auto* url : {"/services/nope/", "/tags/nope", "/nope/", "/posts/", "../architectures/shop.dot",
                          "/pmsite.yaml", "../../README.md", ".", "content/posts/2026-04-01-mail.md"}) {
    CAPTURE(std::string(url));
    CHECK(dead_link(url).find("leads to no page of this site") != std::string::npos);
  }
}

TEST_CASE("a file that is not in assets, and a path out of the folder, are dead") {
  CHECK(dead_link("/assets/charts/erors.png") ==
        "14:8 link-dead: there is no file `assets/charts/erors.png` -> put it there, or correct the path");
  CHECK(dead_link("../../../elsewhere.md") ==
        "14:8 link-dead: `../../../elsewhere.md` leads out of the site's folder -> link to a post, a page or "
        "a file in "
        "assets/, or to a full https:// address");
}

TEST_CASE("a link without an address is dead") {
  CHECK(dead("[here]()\n") ==
        "14:1 link-dead: the link `here` has no address -> write where it leads, or take the brackets off");
}

TEST_CASE("a post that is not in its folder yet may link from there, or from where it is") {
  Content content = site_with("");
  Diagnostics ignored;
  content.posts.push_back(read_post("drafts/2026-05-01-new.md",
                                    std::string(kFacts) +
                                        "[a](2026-04-01-mail.md) [b](../content/pages/about.md) "
                                        "[c](../pages/about.md) [d](nope.md) [e](#nope)\n",
                                    ignored));
  const std::string report = found("link-dead", content);
  CHECK(report.find("`nope.md` leads to no page") != std::string::npos);
  CHECK(report.find("`#nope`") != std::string::npos);
  CHECK(std::count(report.begin(), report.end(), '\n') == 1);
}

TEST_CASE("an anchor must be a heading, an entry or a footnote of where it leads") {
  const std::string body =
      "## Root cause\n\n## Timeline\n- 10:12 CET - **Started**: a.\n- 10:12 CET - b.[^1]\n\n[^1]: c\n\n";
  for (const auto* url :
       {"#root-cause", "#timeline", "#at-10:12", "#at-10%3A12", "#at-10:12-2", "#fn-1", "#fnref-1",
        "#:~:text=a", "2026-03-04-checkout.md#timeline", "/posts/checkout/#at-10:12"}) {
    CAPTURE(std::string(url));
    CHECK(dead(body + "[here](" + url + ")\n") == "");
  }
  CHECK(dead(body + "[here](#root-causes)\n") ==
        "22:8 link-dead: nothing here is called `#root-causes` -> did you mean `#root-cause`?");
  CHECK(dead(body + "[here](#s-timeline)\n").ends_with("`#s-timeline` -> did you mean `#timeline`?"));
  CHECK(dead(body + "[here](#at-10:13)\n").ends_with("did you mean `#at-10:12`?"));
  CHECK(dead(body + "[here](#fn-2)\n") != "");
  CHECK(dead(body + "[here](2026-03-04-checkout.md#nowhere)\n") ==
        "22:8 link-dead: nothing here is called `#nowhere` -> a heading is called by its words: `## Root "
        "cause` is "
        "`#root-cause`");
  CHECK(dead_link("../pages/about.md#how-to-write") ==
        "14:8 link-dead: nothing in content/pages/about.md is called `#how-to-write` -> did you mean "
        "`#how-to-read`?");
}

TEST_CASE("links are looked for everywhere in a post") {
  for (const auto* body :
       {"[x](a.md)\n\n## B\n", "## [x](a.md)\n", "## B\n- 1\n  - **[x](a.md)**\n", "> [x](a.md)\n",
        "| a |\n|---|\n| [x](a.md) |\n", "## Timeline\n- 10:12 UTC - [x](a.md)\n",
        "## Action items\n- [ ] do [x](a.md) (prevent)\n", "a[^1]\n\n[^1]: [x](a.md)\n",
        "[x][y]\n\n[y]: a.md\n", "### B\n\n[![p](/assets/charts/errors.png)](a.md)\n"}) {
    CAPTURE(std::string(body));
    CHECK(dead(body).find("`a.md` leads to no page") != std::string::npos);
  }
  CHECK(dead("`[x](a.md)`\n\n```\n[x](a.md)\n```\n") == "");
}

TEST_CASE("a page's links are looked at, too, from where the page stands") {
  Content content = site_with("");
  Diagnostics ignored;
  content.pages.push_back(
      read_page("content/pages/terms.md",
                "---\ntitle: Terms\n---\n\n## Small print\n\n[a](about.md) [b](#small-print) "
                "[c](2026-04-01-mail.md) [d](#smal-print)\n",
                ignored));
  CHECK(found("link-dead", content) ==
        "7:33 link-dead: `2026-04-01-mail.md` leads to no page of this site -> did you mean "
        "`../posts/2026-04-01-mail.md`?\n"
        "7:57 link-dead: nothing here is called `#smal-print` -> did you mean `#small-print`?");
}

TEST_CASE("what is dead here is what a build of everything leaves out") {
  const Content content = site_with("");
  const Site site =
      assemble_site(content, {.base_url = {}, .with_drafts = true, .with_future = true, .now = sample_now()});
  for (const auto* url : {"2026-04-01-mail.md",
                          "mail.md",
                          "/posts/mail",
                          "/posts/mail/",
                          "/posts/nope/",
                          "/posts/",
                          "/about/",
                          "about.md",
                          "../pages/about.md",
                          "/",
                          "/services",
                          "/services/checkout/",
                          "/services/nope/",
                          "/tags/night-shift/",
                          "/tags/x/",
                          "/feed.xml",
                          "/atom.xml",
                          "/feed.json",
                          "/services/checkout/feed.xml",
                          "/services/nope/feed.xml",
                          "/services/feed.xml",
                          "/severities/sev2/feed.xml",
                          "/severities/sev2",
                          "/causes/",
                          "/causes/config-change/",
                          "/causes/config_change/",
                          "/causes/nope/",
                          "/organizations/",
                          "/organizations/nope/",
                          "/archive/",
                          "/search",
                          "/incidents.json",
                          "/schema/postmortem.json",
                          "/schema/",

                          "/robots.txt",
                          "/404.html",
                          "/404",
                          "/posts/mail/incident.json",
                          "/posts/mail/card.png",
                          "/posts/nope/card.png",
                          "/posts/card.png",
                          "/sitemap.xml",
                          "/assets/charts/errors.png",
                          "/assets/nope.png",
                          "../../../x",
                          "/nope",
                          "/content/posts/2026-04-01-mail.md",
                          "/content/posts/2026-04-01-mail.md/",
                          "../architectures/shop.dot"}) {
    CAPTURE(std::string(url));
    CHECK((dead_link(url) == "") == route_of_link(site, content.posts[0].file, url).has_value());
  }
}

TEST_CASE("below names that are kept for pages to come nothing is called dead") {
  const auto& reserved = reserved_names();
  for (const auto name : {"actions", "architectures", "metrics", "page", "recurrences", "theme"}) {
    CHECK(std::count(reserved.begin(), reserved.end(), std::string_view(name)) == 1);
    CAPTURE(std::string(name));
    CHECK(dead_link("/" + std::string(name) + "/anything/") == "");
    CHECK(dead_link("/" + std::string(name) + ".json") == "");
    CHECK(dead_link("/x" + std::string(name) + "/") != "");
  }
}

TEST_CASE("each dead link of a line is underlined at its own place") {
  const std::string said = dead("[a](/ab) [b](/a) [c](/a)\n");
  CHECK(said.find("14:5 link-dead: `/ab`") != std::string::npos);
  CHECK(said.find("14:14 link-dead: `/a`") != std::string::npos);
  CHECK(said.find("14:22 link-dead: `/a`") != std::string::npos);
}

TEST_CASE("a thousand dead links are reported without looking at every post for each") {
  std::string body;
  for (int i = 0; i < 1'000; ++i)
    body += "[x](" + std::to_string(i) + "mail.md) [y](#x" + std::to_string(i) + ")\n\n";
  const std::string report = dead(body);
  CHECK(report.find("14:5 link-dead: `0mail.md` leads to no page of this site -> did you mean") == 0);
  CHECK(report.find("2012:5 link-dead: `999mail.md` leads to no page of this site -> link to the file") !=
        std::string::npos);
}

}  // namespace pmsite
