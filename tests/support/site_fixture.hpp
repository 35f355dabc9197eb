// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"
#include "render/page.hpp"
#include "render/pictures.hpp"
#include "render/theme.hpp"
#include "site/site.hpp"
#include "support/temporary_folder.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// What the sections of a post hold that no rule objects to, and that none would advise to change.
inline constexpr std::string_view kSampleBody = R"(## Incident summary
From 10:12 to 11:05 CET nobody could pay.

## Incident timeline
- 10:12 CET - **Started**: the cache failed over.
- 10:15 CET - **Detected** by Nagios.
- 11:05 CET - **Resolved**: errors are back at their baseline.

## Root cause analysis
Every pool held sockets to the old primary. It wrote to them and waited until the request timed out, since nothing in
it looks at a socket before it is used.

## Resolution and recovery
The pools were recycled one host at a time, so that each opened new sockets to the new primary.

## Preventative measures
Nobody rehearses a failover.

- [ ] Add a check on pool errors (detect, @sre, due 2031-03-18)

## Lessons learned
A failover that nobody rehearses is a theory.

<!-- pmsite-allow acknowledgement-missing: short on purpose -->
<!-- pmsite-allow investigation-missing: short on purpose -->
<!-- pmsite-allow escalation-missing: short on purpose -->
<!-- pmsite-allow diagram-missing: short on purpose -->
<!-- pmsite-allow timeline-starts-late: short on purpose -->
<!-- pmsite-allow timeline-gap: short on purpose -->
)";

/// A post that no rule objects to. Each line of `facts`, such as "severity: SEV1", stands in place of the
/// sample's line with the same key or is added; "-key" removes one.
std::string sample_post(std::string_view facts = {}, std::string_view body = kSampleBody);

/// The post as the reader understands it. Fails the test where it finds a fault.
Postmortem read_sample(std::string_view facts = {}, std::string_view body = kSampleBody,
                       const std::string& file = "content/posts/2026-03-06-checkout.md");

/// The time at which sample sites are built: long after everything they tell.
UtcTime sample_time();

/// A site in the making, for tests that render a part of one. Posts and pages are added in the order of their
/// files.
struct SampleSite {
  Content content;
  Pictures pictures;
  AssembleOptions options{.base_url = "https://shop.example/blog/", .now = sample_time()};
  Diagnostics diagnostics;

  /// `file` is the name without folder and extension: "2026-03-06-checkout".
  SampleSite& post(const std::string& file, std::string_view facts = {}, std::string_view body = kSampleBody);
  SampleSite& page(const std::string& slug, std::string_view title, std::string_view body);
  SampleSite& architecture(const std::string& name, const Graph& graph);
  Site assemble() const { return assemble_site(content, options); }
};

/// The theme that is part of the program.
const Theme& default_theme();

/// A theme with one template and nothing else, for tests of what a page says rather than how it looks.
Theme theme_of(const std::string& name, const std::string& text);

/// Puts the post (its file name without ".md") into a site on the disk.
void write_post(const TemporaryFolder& folder, const std::string& file, std::string_view facts = {},
                std::string_view body = kSampleBody);

/// How often `part` stands in `text`.
std::size_t count_of(std::string_view text, std::string_view part);

/// What stands between the first `before` in `text` and the next `after`; a text that says so if there is
/// none.
std::string between(std::string_view text, std::string_view before, std::string_view after);

/// The line of `text` that holds `part`; a text that says so if there is none.
std::string line_with(std::string_view text, std::string_view part);

/// The file with this path; fails the test if there is none.
const OutputFile& file_at(const std::vector<OutputFile>& files, std::string_view path);

/// The paths of files, one a line.
std::string paths_of(const std::vector<OutputFile>& files);

/// A member of an object, or of an object in it: "facts.duration". Fails the test if there is none.
const Value& at(const Value& value, std::string_view path);

/// The same for a text.
std::string text_at(const Value& value, std::string_view path);

/// The values that `member` has in each object of the list, joined by "|".
std::string column(const Value& list, std::string_view member);

}  // namespace pmsite
