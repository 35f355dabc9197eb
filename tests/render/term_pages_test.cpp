// SPDX-License-Identifier: MIT
#include "render/term_pages.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr const char* kList =
    "{{page.title}}|{{heading}}|{{intro}}|{{#terms}}{{name}} {{url}} {{meaning}}{{count_text}} "
    "{{latest_title}} "
    "{{latest_url}} "
    "{{latest_date_iso}} {{latest_date_text}};{{/terms}}";
constexpr const char* kTerm =
    "{{page.title}}|{{page.description}}|{{kind_label}}|{{heading}}|{{summary_text}}|{{all_url}}|{{all_label}"
    "}|"
    "{{#cards}}{{title}} {{url}};{{/cards}}|{{#own_feeds}}{{url}} {{/own_feeds}}|{{meaning}}|"
    "{{#calendar}}{{#periods}}{{label}} {{/periods}}{{/calendar}}";

std::vector<OutputFile> pages_of(const SampleSite& sample) {
  Diagnostics diagnostics;
  Theme theme;
  theme.templates = TemplateSet::compile(
      {{"terms", {"terms.mustache", kList}}, {"term", {"term.mustache", kTerm}}}, diagnostics);
  auto files = render_term_pages(sample.assemble(), theme, diagnostics);
  CHECK(faults(diagnostics) == "");
  return files;
}

SampleSite sample_site() {
  SampleSite sample;
  sample.post("2026-03-06-a", "title: Old\nservices: [checkout]\ntags: [dns]")
      .post("2026-03-09-b",
            "title: New\nservices: [checkout, \"Mail <in>\"]\nstarted_at: 2026-03-08T22:05:00-03:00\n"
            "resolved_at: 2026-03-09T00:05:00-03:00");
  return sample;
}

}  // namespace

TEST_CASE("there is a list of each facet that any post states, and a page for each of its terms") {
  CHECK(paths_of(pages_of(sample_site())) ==
        "services/index.html\nservices/checkout/index.html\nservices/mail-in/index.html\n"
        "causes/index.html\ncauses/config-change/index.html\n"
        "severities/index.html\nseverities/sev2/index.html\n"
        "tags/index.html\ntags/dns/index.html");
}

TEST_CASE("services and causes are listed by how often they broke, tags by their names") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [a]\ntags: [x]").post("2026-03-07-b", "services: [b]\ntags: [y]");
  sample.post("2026-03-08-c", "services: [b]\ntags: [y]");
  const auto files = pages_of(sample);
  CHECK(file_at(files, "services/index.html").bytes.find("b b/ 2 incidents") <
        file_at(files, "services/index.html").bytes.find("a a/ 1 incident"));
  CHECK(file_at(files, "tags/index.html").bytes.find("x x/") <
        file_at(files, "tags/index.html").bytes.find("y y/"));
}

TEST_CASE("a cause says what it means, and services, causes and tags name their feed") {
  const auto files = pages_of(sample_site());
  CHECK(file_at(files, "causes/config-change/index.html")
            .bytes.find("|feed.xml atom.xml feed.json |A setting was changed, or had long been wrong, and no "
                        "code was.|") != std::string::npos);
  CHECK(file_at(files, "tags/dns/index.html").bytes.ends_with("|feed.xml atom.xml feed.json ||"));
  CHECK(file_at(files, "severities/sev2/index.html").bytes.find("|feed.xml atom.xml feed.json |") ==
        std::string::npos);
}

TEST_CASE("a list has each term with its number of incidents and the latest of them") {
  const auto files = pages_of(sample_site());
  CHECK(file_at(files, "services/index.html").bytes ==
        "Services|Services|What broke, and how often.|"
        "checkout checkout/ 2 incidents New ../posts/b/ 2026-03-08 8 March 2026;"
        "Mail &lt;in&gt; mail-in/ 1 incident New ../posts/b/ 2026-03-08 8 March 2026;");
  CHECK(file_at(files, "tags/index.html").bytes ==
        "Tags|Tags|Incidents by what they have in common.|dns dns/ 1 incident Old ../posts/a/ 2026-03-04 4 "
        "March "
        "2026;");
}

TEST_CASE("a term's page has its incidents, newest first, and their time in all") {
  const auto files = pages_of(sample_site());
  CHECK(file_at(files, "services/checkout/index.html").bytes ==
        "Service: checkout|2 incidents, 2 h 53 min in all|Service|checkout|2 incidents, 2 h 53 min in "
        "all|../|All "
        "services|New ../../posts/b/;Old ../../posts/a/;|feed.xml atom.xml feed.json ||Apr May Jun Jul Aug "
        "Sep Oct Nov Dec Jan "
        "Feb Mar ");
  CHECK(file_at(files, "tags/dns/index.html").bytes ==
        "Tag: dns|1 incident, 53 min in all|Tag|dns|1 incident, 53 min in all|../|All tags|Old "
        "../../posts/a/;|feed.xml atom.xml feed.json ||");
}

TEST_CASE("incidents that are not over add nothing to the time") {
  SampleSite sample;
  sample.post("2026-03-06-a", "-resolved_at\nstatus: draft");
  sample.options.with_drafts = true;
  CHECK(file_at(pages_of(sample), "services/checkout/index.html").bytes.find("|1 incident|") !=
        std::string::npos);
}

TEST_CASE("a site without posts has no terms and no lists of them") { CHECK(paths_of(pages_of({})) == ""); }

TEST_CASE("names that make the same address share one page") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [Check Out]").post("2026-03-07-b", "services: [check-out]");
  const auto files = pages_of(sample);
  CHECK(count_of(paths_of(files), "services/check-out/") == 1);
  CHECK(files[1].bytes.starts_with("Service: Check Out|2 incidents, "));
}

}  // namespace pmsite
