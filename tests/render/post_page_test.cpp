// SPDX-License-Identifier: MIT
#include "render/post_page.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// The page of the post with this slug, made by a template of the test's own.
std::string page_of(const SampleSite& sample, const std::string& slug, const std::string& text) {
  Diagnostics diagnostics;
  const Site site = sample.assemble();
  std::size_t index = 0;
  while (site.posts.at(index)->slug != slug) ++index;
  const Theme theme = theme_of("post", text);
  const OutputFile file =
      render_post_page({site, theme, sample.pictures, RelatedIncidents(site)}, index, diagnostics);
  CHECK(faults(diagnostics) == "");
  CHECK(file.path == "posts/" + slug + "/index.html");
  return file.bytes;
}

std::string page_with(std::string_view facts, const std::string& text) {
  SampleSite sample;
  sample.post("2026-03-06-x", facts);
  return page_of(sample, "x", text);
}

/// A post of which all is shown: an architecture with a hostile label, and a timeline with states and
/// suspects.
SampleSite replayed(std::string_view body =
                        "## Summary\nText.\n\n## Timeline\n- 10:12 CET - a `cache: down`\n"
                        "- 10:20-10:30 CET - **Misled**: took `cache` for it\n") {
  SampleSite sample;
  Graph graph;
  graph.attributes = {{"label", "Cache <1>"}};
  graph.nodes = {{"cache", {{"label", "Cache <1>"}}, ""}};
  sample.architecture("shop", graph).post("2026-03-06-x", "architecture: shop", body);
  sample.pictures[{"digraph shop", "dot"}] = "<svg viewBox=\"0 0 1 1\"></svg>";
  return sample;
}

std::string default_page(const SampleSite& sample) {
  Diagnostics diagnostics;
  const Site site = sample.assemble();
  const std::string html =
      render_post_page({site, default_theme(), sample.pictures, RelatedIncidents(site)}, 0, diagnostics)
          .bytes;
  CHECK(faults(diagnostics) == "");
  return html;
}

}  // namespace

TEST_CASE("the head of a post says what it is, how grave and by whom") {
  CHECK(
      page_with("kind: drill\norganization: The Shop\nauthors: [Ada, Ben]\nsummary: Short",
                "{{heading}}|{{#severities}}{{name}}{{/"
                "severities}}|{{severity_rank}}|{{kind_label}}|{{#is_fictional}}f{{/is_fictional}}|"
                "{{#organizations}}{{name}} "
                "{{url}}{{/organizations}}|{{#severities}}{{url}}{{/severities}}|{{date_text}}|"
                "{{authors_text}}|{{summary}}|{{page.description}}|{{incident_url}}") ==
      "Checkout was down|SEV2|2|Drill||The Shop ../../organizations/the-shop/|../../severities/sev2/|4 March "
      "2026|Ada and Ben|Short|Short|incident.json");
}

TEST_CASE(
    "without a summary of its own a post is described by its first paragraph, which is not shown twice") {
  CHECK(page_with("", "{{summary}}|{{page.description}}") == "|From 10:12 to 11:05 CET nobody could pay.");
}

TEST_CASE("a draft and a post in review say so") {
  SampleSite sample;
  sample.options.with_drafts = true;
  sample.post("2026-03-06-a", "status: draft").post("2026-03-06-b", "status: in_review").post("2026-03-06-c");
  const std::string text = "{{#is_draft}}draft{{/is_draft}}";
  CHECK(page_of(sample, "a", text) == "draft");
  CHECK(page_of(sample, "b", text) == "draft");
  CHECK(page_of(sample, "c", text) == "");
}

TEST_CASE("a post was updated if that was on a later day than its publication") {
  const std::string text = "{{published_iso}} {{published_text}}|{{updated_iso}} {{updated_text}}";
  CHECK(page_with("", text) == "2026-03-06 6 March 2026| ");
  CHECK(page_with("updated_at: 2026-03-06T20:00:00Z", text) == "2026-03-06 6 March 2026| ");
  CHECK(page_with("updated_at: 2026-03-09", text) == "2026-03-06 6 March 2026|2026-03-09 9 March 2026");
  CHECK(page_with("corrections: [{at: 2026-03-10, text: x}]", text) ==
        "2026-03-06 6 March 2026|2026-03-10 10 March 2026");
}

TEST_CASE("corrections, reviews and sources are listed in the order of their author") {
  CHECK(page_with("corrections: [{at: 2026-03-09, text: It was 37 %}, {at: 2026-03-08, text: Typo}]",
                  "{{#corrections}}{{date_iso}} {{date_text}} {{text}};{{/corrections}}") ==
        "2026-03-09 9 March 2026 It was 37 %;2026-03-08 8 March 2026 Typo;");
  CHECK(
      page_with("reviewers: [{name: Ben, decision: changes_requested, at: 2026-03-05}, {name: Ben, decision: "
                "approved, at: 2026-03-06}]",
                "{{#reviews}}{{name}} {{decision_label}} {{date_iso}} {{date_text}};{{/reviews}}") ==
      "Ben asked for changes 2026-03-05 5 March 2026;Ben approved 2026-03-06 6 March 2026;");
  CHECK(
      page_with(
          "sources: [{title: A & B, url: \"https://e.example/ü\", archive_url: https://w.example/1}, {title: "
          "C, url: https://e.example/c}]",
          "{{#sources}}{{title}} {{url}} {{archive_url}};{{/sources}}") ==
      "A &amp; B https://e.example/%C3%BC https://w.example/1;C https://e.example/c ;");
}

TEST_CASE("related posts are linked with their relation, but not those that are left out") {
  SampleSite sample;
  sample
      .post("2026-03-06-x",
            "related: [{post: y, as: recurrence_of, note: Same pool}, {post: z, as: same_cause}]")
      .post("2026-03-01-y", "title: The first time")
      .post("2026-03-02-z", "status: draft");
  const std::string text =
      "{{#related}}{{why}} {{title}} {{url}} {{date_iso}} {{date_text}} {{note}};{{/related}}";
  CHECK(page_of(sample, "x", text) ==
        "Recurrence of The first time ../y/ 2026-03-04 4 March 2026 Same pool;");
}

TEST_CASE("a post of a thousand words has a list of its sections, a shorter one has none") {
  const auto contents_of = [](int words) {
    std::string body = "## Issue *summary*\n";
    for (int i = 2; i < words; ++i) body += "word ";
    SampleSite sample;
    sample.post("2026-03-06-x", "", body + "\n");
    return page_of(sample, "x",
                   "{{#has_contents}}{{#contents}}{{title}} {{anchor}};{{/contents}}{{/has_contents}}");
  };
  CHECK(contents_of(1000) == "Issue summary s-issue-summary;");
  CHECK(contents_of(999) == "");
}

TEST_CASE("the style sheet of diagrams is for posts that show one") {
  const std::string text = "{{#has_diagrams}}yes{{/has_diagrams}}";
  CHECK(page_with("-trigger\n-contributing_factors", text) == "");
  CHECK(page_with("trigger: A failover", text) == "yes");
  CHECK(page_of(replayed(), "x", text) == "yes");
}

TEST_CASE("programs are told what a post is") {
  CHECK(page_with(
            "updated_at: 2026-03-09",
            "{{#page.article}}{{published}} {{updated}} {{image_url}} {{{json_ld_html}}}{{/page.article}}")
            .starts_with("2026-03-06T00:00:00Z 2026-03-09T00:00:00Z "
                         "https://shop.example/blog/posts/x/card.png {\"@context\":\"https://schema.org\""));
}

TEST_CASE("the neighbours are the next older and the next newer post") {
  SampleSite sample;
  sample.post("2026-03-01-a", "title: A").post("2026-03-02-b", "title: B").post("2026-03-03-c", "title: C");
  const std::string text = "{{#previous}}{{title}} {{url}}{{/previous}}|{{#next}}{{title}} {{url}}{{/next}}";
  CHECK(page_of(sample, "a", text) == "|B ../b/");
  CHECK(page_of(sample, "b", text) == "A ../a/|C ../c/");
  CHECK(page_of(sample, "c", text) == "B ../b/|");
}

TEST_CASE("the hero picture is the author's asset") {
  const std::string text = "{{#hero}}{{url}} {{alt}}{{/hero}}";
  CHECK(page_with("image: a b.png\nimage_alt: A \"graph\"", text) ==
        "../../assets/a%20b.png A &quot;graph&quot;");
  CHECK(page_with("image: assets/a.png\nimage_alt: A", text) == "../../assets/a.png A");
  CHECK(page_with("", text) == "");
}

TEST_CASE("a hero picture of known size says so") {
  SampleSite sample;
  sample.post("2026-03-06-x", "image: assets/a.png\nimage_alt: A")
      .post("2026-03-07-y", "image: b.png\nimage_alt: B");
  sample.content.image_sizes = {{"a.png", {640, 480}}};
  const std::string text = "{{#hero}}{{alt}}{{#size}} {{width}}x{{height}}{{/size}}{{/hero}}";
  CHECK(page_of(sample, "x", text) == "A 640x480");
  CHECK(page_of(sample, "y", text) == "B");
}

TEST_CASE("services and tags are links; facts and sections are there for the theme") {
  CHECK(page_with(
            "tags: [DNS]",
            "{{#services}}{{name}} {{url}}{{/services}}|{{#tags}}{{name}} {{url}}{{/tags}}|"
            "{{#causes}}{{name}} "
            "{{url}}{{/causes}}|{{#facts}}{{start_iso}}{{/facts}}|{{#sections}}{{anchor}} {{/sections}}") ==
        "checkout ../../services/checkout/|DNS ../../tags/dns/|Configuration change "
        "../../causes/config-change/|"
        "2026-03-04T10:12:00+01:00|s-incident-summary s-incident-timeline "
        "s-root-cause-analysis s-resolution-and-recovery s-preventative-measures s-lessons-learned ");
}

TEST_CASE("the bar and the replay are there for the theme, before the timeline") {
  const std::string text =
      "{{#sections}}{{#unfolding}}{{#bar}}{{#milestones}}{{clock}} {{/milestones}}{{/bar}}"
      "{{#replay}}{{title}}: {{#moments}}{{clock}} "
      "{{trouble}};{{/moments}}{{/replay}}{{/unfolding}}{{anchor}} "
      "{{/sections}}";
  CHECK(page_of(replayed(), "x", text) ==
        "s-summary 10:12 11:05 Cache &lt;1&gt;: 10:12 Cache &lt;1&gt; down;10:20 Cache &lt;1&gt; "
        "down;s-timeline ");
}

TEST_CASE("the replay is a choice of moments, of which the worst is chosen") {
  const std::string html = default_page(replayed());
  CHECK(count_of(html, "<input type=\"radio\" name=\"moment\"") == 3);
  CHECK(count_of(html, " checked>") == 1);
  CHECK(line_with(html, " checked>").find("id=\"moment-0\" class=\"t0\" value=\"at-10:12\"") !=
        std::string::npos);
  CHECK(line_with(html, "id=\"moment-1\"").find("wrongly suspected: Cache &lt;1&gt;") != std::string::npos);
  CHECK(count_of(html, "id=\"moment-radius\"") == 1);
  CHECK(count_of(html, "<script src=\"../../theme/js/replay.js\" defer></script>") == 1);
  CHECK(html.find("<h2 id=\"page-unfolding\">") < html.find("<h2 id=\"s-timeline\">"));
  CHECK(html.find("<li id=\"at-10:12\" class=\"kind-note m0\">") != std::string::npos);
}

TEST_CASE("a post without moments has no script and nothing to choose") {
  SampleSite sample = replayed("## Summary\nText.\n\n## Timeline\n- 10:12 CET - a\n");
  const std::string html = default_page(sample);
  CHECK(html.find("replay.js") == std::string::npos);
  CHECK(html.find("type=\"radio\"") == std::string::npos);
  CHECK(html.find("<figcaption>Cache &lt;1&gt;</figcaption>") != std::string::npos);
  sample.pictures.clear();
  CHECK(default_page(sample).find("<figcaption>") == std::string::npos);
}

TEST_CASE("no text of an author leaves its place in the page") {
  const std::string attack = "'\"><script>alert(1)</script>'";
  SampleSite sample;
  sample.post(
      "2026-03-06-x",
      "title: " + attack + "\nservices: [" + attack + "]\ntags: [" + attack + "]\nauthors: [" + attack +
          "]\nseverity: " + attack + "\norganization: " + attack + "\ntrigger: " + attack +
          "\nimpact: {users_percent: unknown, reason: " + attack + ", symptoms: " + attack + ", data_loss: " +
          attack + ", regions: [" + attack + "]}\nroot_cause: {category: data, text: " + attack +
          "}\ncontributing_factors: [" + attack + "]\nsummary: " + attack + "\nimage: " + attack +
          "\nimage_alt: " + attack + "\ncorrections: [{at: 2026-03-09, text: " + attack +
          "}]\nreviewers: [{name: " + attack + ", decision: approved, at: 2026-03-06}]",
      "## \"><script>alert(1)</script>\n\"><script>alert(1)</script>\n\n## Timeline\n- 10:12 CET - "
      "\"><script>alert(1)</script>\n\n## Action items\n- [ ] \"><script>alert(1)</script> (@\"><script>)\n");
  const std::string html = default_page(sample);
  CHECK(count_of(html, "<script") == 2);  // the theme's and the description for programs
  CHECK(count_of(html, "</script") == 2);
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find("\"\">") == std::string::npos);
  CHECK(count_of(html, "&lt;script&gt;") > 20);
}

TEST_CASE("what an author writes below an action is not lost") {
  SampleSite sample;
  sample.post("2026-03-06-x", "",
              "## Action items\n- [ ] Add a check (detect)\n  - on every pool\n\n  and *daily*\n");
  const std::string html = default_page(sample);
  CHECK(html.find("on every pool") != std::string::npos);
  CHECK(html.find("and <em>daily</em>") != std::string::npos);
}

TEST_CASE("every fact that an author states is on the page") {
  SampleSite sample;
  sample.post(
      "2026-03-06-x",
      "impact: {users_percent: 1, symptoms: Sym, users: 12345, requests_failed: 67890, regions: [Moon], "
      "data_loss: Lost}\nmisleading_paths: {none: Nagios named it at once}\ntrigger: Trig\n"
      "contributing_factors: [Fac]");
  const std::string html = default_page(sample);
  for (const std::string fact :
       {"Sym", "12,345", "67,890", "Moon", "Lost", "Nagios named it at once", "Trig", "Fac"})
    CHECK_MESSAGE(html.find(fact) != std::string::npos, fact);
}

}  // namespace pmsite
