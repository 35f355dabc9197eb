// SPDX-License-Identifier: MIT
#include "render/archive_page.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string archive(const SampleSite& sample, const std::string& text) {
  Diagnostics diagnostics;
  const OutputFile file = render_archive_page(sample.assemble(), theme_of("archive", text), diagnostics);
  CHECK(faults(diagnostics) == "");
  CHECK(file.path == "archive/index.html");
  return file.bytes;
}

constexpr const char* kYears =
    "{{count_text}}|{{#years}}{{year}} {{anchor}} {{count_text}}: {{#cards}}{{url}} {{/cards}};{{/years}}";

}  // namespace

TEST_CASE("the archive has every post by the year of its incident, the latest first") {
  SampleSite sample;
  sample.post("2026-03-06-a")
      .post("2026-03-07-b", "started_at: 2026-03-05T10:12:00+01:00\nresolved_at: 2026-03-05T11:05:00+01:00")
      .post("2026-03-08-c", "started_at: 2025-12-31T23:30:00-05:00\nresolved_at: 2026-01-01T00:30:00-05:00");
  CHECK(archive(sample, kYears) ==
        "3 incidents|2026 y2026 2 incidents: ../posts/b/ ../posts/a/ ;2025 y2025 1 incident: ../posts/c/ ;");
  CHECK(archive({}, kYears) == "0 incidents|");
}

TEST_CASE("the archive leads into every facet that any post states") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [search, checkout]").post("2026-03-07-b", "services: [search]");
  CHECK(archive(sample,
                "{{#facets}}{{name}} {{url}}:{{#terms}} {{name}} {{url}} {{count}}{{/terms}};{{/facets}}") ==
        "Services ../services/: checkout ../services/checkout/ 1 search ../services/search/ 2;"
        "Causes ../causes/: Configuration change ../causes/config-change/ 2;"
        "Severities ../severities/: SEV2 ../severities/sev2/ 2;");
}

}  // namespace pmsite
