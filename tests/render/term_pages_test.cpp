// SPDX-License-Identifier: MIT
#include "render/term_pages.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr const char* kList =
    "{{page.title}}|{{heading}}|{{intro}}|{{#terms}}{{name}} {{url}} {{count_text}} {{latest_title}} "
    "{{latest_url}} "
    "{{latest_date_iso}} {{latest_date_text}};{{/terms}}";
constexpr const char* kTerm =
    "{{page.title}}|{{page.description}}|{{kind_label}}|{{heading}}|{{summary_text}}|{{all_url}}|{{all_label}"
    "}|"
    "{{#cards}}{{title}} {{url}};{{/cards}}";

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

TEST_CASE("there is a list of services and of tags, and a page for each") {
  CHECK(paths_of(pages_of(sample_site())) ==
        "services/index.html\nservices/checkout/index.html\nservices/mail-in/index.html\n"
        "tags/index.html\ntags/dns/index.html");
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
        "services|New ../../posts/b/;Old ../../posts/a/;");
  CHECK(file_at(files, "tags/dns/index.html").bytes ==
        "Tag: dns|1 incident, 53 min in all|Tag|dns|1 incident, 53 min in all|../|All tags|Old "
        "../../posts/a/;");
}

TEST_CASE("incidents that are not over add nothing to the time") {
  SampleSite sample;
  sample.post("2026-03-06-a", "-resolved_at\nstatus: draft");
  sample.options.with_drafts = true;
  CHECK(file_at(pages_of(sample), "services/checkout/index.html").bytes.find("|1 incident|") !=
        std::string::npos);
}

TEST_CASE("a site without posts has empty lists") {
  CHECK(paths_of(pages_of({})) == "services/index.html\ntags/index.html");
}

TEST_CASE("names that make the same address share one page") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [Check Out]").post("2026-03-07-b", "services: [check-out]");
  const auto files = pages_of(sample);
  CHECK(paths_of(files) == "services/index.html\nservices/check-out/index.html\ntags/index.html");
  CHECK(files[1].bytes.starts_with("Service: Check Out|2 incidents, "));
}

}  // namespace pmsite
