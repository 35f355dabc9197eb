// SPDX-License-Identifier: MIT
#include "render/post_card.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

OutputFile card_of(std::string_view facts) {
  SampleSite sample;
  sample.content.config.title = "Shop";
  sample.post("2026-03-06-x", facts);
  return render_post_card(sample.assemble(), sample.content.posts[0]);
}

}  // namespace

TEST_CASE("a card is a PNG beside the page of its post") {
  const OutputFile file = card_of("");
  CHECK(file.path == "posts/x/card.png");
  CHECK(file.bytes.starts_with("\x89PNG\r\n"));
}

TEST_CASE("each fact that a card tells changes it, and others do not") {
  const std::string plain = card_of("").bytes;
  for (const auto* fact : {"title: Other", "severity: SEV1", "kind: drill", "services: [mail]",
                           "organization: The Shop", "started_at: 2026-03-03T10:12:00+01:00"})
    CHECK_MESSAGE(card_of(fact).bytes != plain, fact);
  CHECK(card_of("tags: [dns]\nsummary: Short").bytes == plain);
}

TEST_CASE("a card in words says how grave, what, when, how long") {
  CHECK(card_words(read_sample("kind: data_loss")) ==
        "SEV2 data loss, 4 March 2026, 53 min: Checkout was down");
  CHECK(card_words(read_sample("-resolved_at\nstatus: draft")) ==
        "SEV2 outage, 4 March 2026: Checkout was down");
}

}  // namespace pmsite
