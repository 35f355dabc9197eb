// SPDX-License-Identifier: MIT
#include "check/whole_timeline.hpp"

#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// The heading of the timeline if it was read in full, else nothing.
std::string whole(std::string_view post_text) {
  const Content content = sample_site(post_text);
  const Section* section = whole_timeline(content.posts.at(0));
  return section == nullptr ? std::string() : plain_text(section->heading);
}

}  // namespace

TEST_CASE("a timeline is whole when all its bullets are entries") {
  CHECK(whole(kSamplePost) == "Incident timeline");
  CHECK(whole(sample_with("- 10:15 CET", "Then it got worse.\n\n* 10:15 CET")) == "Incident timeline");
}

TEST_CASE("a timeline with a bullet that cannot be read is not whole") {
  CHECK(whole(sample_with("- 10:15 CET - ", "- soon ")) == "");
  CHECK(whole(sample_with("- 10:15 CET - ", "- 10:15 CET ")) == "");
  CHECK(whole(sample_with("10:15 CET", "10:15 XYZ")) == "");
}

TEST_CASE("a timeline that is not there, or has no entries, is not whole") {
  CHECK(whole(sample_with("## Incident timeline", "## Story")) == "");
  CHECK(whole("---\ntitle: x\n---\n\n## Timeline\nIt was a long night.\n") == "");
}

}  // namespace pmsite
