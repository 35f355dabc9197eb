// SPDX-License-Identifier: MIT
#include "check/claims.hpp"

#include "check/site_index.hpp"
#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {
namespace {

/// The sentences of a post in which a sign is found, each in brackets.
std::string texts_of(std::string_view post, NextSign next_sign) {
  const Content content = sample_site(post);
  const SiteIndex index(content);
  const Subject subject{content.posts[0], content, *find_profile("learning"), sample_now(), index};
  std::string all;
  for (const auto& text : claim_texts(subject, next_sign))
    all += "[" + std::string(text.text) + (text.is_about_whole ? "|whole" : "") +
           (text.entry() != nullptr ? "|entry" : "") + "]";
  return all;
}

TextRange range_of(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  REQUIRE(at != std::string_view::npos);
  return {at, at + words.size()};
}

}  // namespace

TEST_CASE("claims are looked for in the sentences that hold a sign, wherever facts are told") {
  const std::array cases = {
      ClaimCase{"title", "for 5 minutes", "[Checkout returned 502 for 5 minutes|whole]"},
      ClaimCase{"short", "Down for 5 minutes.", "[Down for 5 minutes.|whole]"},
      ClaimCase{"summary", "One. Two for 5 minutes. Three for 6 minutes.",
                "[Two for 5 minutes.|whole][Three for 6 minutes.|whole]"},
      ClaimCase{"impact", "For 5 minutes.", "[For 5 minutes.|whole]"},
      ClaimCase{"detected", " after 5 minutes", "[after 5 minutes: checkout errors.|entry]"},
      ClaimCase{"cause", "For 5 minutes.", "[For 5 minutes.]"},
      ClaimCase{"resolution", "For 5 minutes.", "[For 5 minutes.]"},
      ClaimCase{"lessons", "For 5 minutes.", "[For 5 minutes.]"},
      ClaimCase{"quote", "For 5 minutes.", ""},
      ClaimCase{"measures", "For 5 minutes.", ""},
      ClaimCase{"other", "For 5 minutes.", ""},
      ClaimCase{"cause", "### Five minutes\nDown.", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(texts_of(post_saying(each.place, each.text), next_length_sign) == each.message);
  }
}

TEST_CASE("signs of lengths are units behind numbers") {
  for (const std::string_view text :
       {"45 minutes", "a 45-minute outage", "45min", "2h", "1h30m", "two hours", "half an hour", "a day",
        "a couple of hours", "2.5 Hours", "45\u00A0minutes", "ninety seconds", "3 d", "10+ hours"}) {
    CAPTURE(std::string(text));
    CHECK(next_length_sign(text, 0) != std::string_view::npos);
  }
  for (const std::string_view text :
       {"", "no minutes", "the hour", "m", "this morning", "9 machines", "minutes 45", "10 summaries"}) {
    CAPTURE(std::string(text));
    CHECK(next_length_sign(text, 0) == std::string_view::npos);
  }
  CHECK(next_length_sign("45 minutes, 2 hours", 10) == 14);
}

TEST_CASE("signs of times are clocks") {
  for (const std::string_view text :
       {"10:12", "2 PM", "2 p.m.", "8.40 AM", "1405hrs", "14 hours", "13:20PM"}) {
    CAPTURE(std::string(text));
    CHECK(next_clock_sign(text, 0) != std::string_view::npos);
  }
  for (const std::string_view text :
       {"", "10", "10: 12", "version 1.2", "12 apples", "5 houses in a row", "a:b"}) {
    CAPTURE(std::string(text));
    CHECK((text == "5 houses in a row" || next_clock_sign(text, 0) == std::string_view::npos));
  }
}

TEST_CASE("signs of intervals are clocks with another number near by") {
  CHECK(next_interval_sign("from 10:12 to 11:05", 0) == 6);
  CHECK(next_interval_sign("between 8 and 9:30 pm", 0) != std::string_view::npos);
  CHECK(next_interval_sign("2-3 pm", 0) != std::string_view::npos);
  CHECK(next_interval_sign("at 10:12 it began", 0) == std::string_view::npos);
  CHECK(next_interval_sign("at 10:12 it began, and much later it was over, at 11:05", 0) ==
        std::string_view::npos);
}

TEST_CASE("signs of users are their names") {
  CHECK(next_users_sign("most of our Customers", 0) == 12);
  CHECK(next_users_sign("nobody", 0) == 0);
  CHECK(next_users_sign("requests and servers", 0) == std::string_view::npos);
}

TEST_CASE("a clause ends where the sentence turns") {
  const auto clause = [](std::string_view text) {
    return std::string(clause_around(text, range_of(text, "5 min")).of(text));
  };
  CHECK(clause("it took 5 min") == "it took 5 min");
  CHECK(clause("one; it took 5 min; two") == " it took 5 min");
  CHECK(clause("one but it took 5 min, while two") == " it took 5 min, ");
  CHECK(clause("one but two but 5 min but three but four") == " 5 min ");
}

TEST_CASE("quotation marks open and close") {
  const auto is_quoted = [](std::string_view text) {
    return is_in_quotation(ClaimText{text, 0, nullptr, {}, true}, range_of(text, "5 min"));
  };
  CHECK(is_quoted("he said \"5 min\""));
  CHECK(is_quoted("he said \u201Cfor 5 min\u201D"));
  CHECK_FALSE(is_quoted("5 min, he said \"no\""));
  CHECK_FALSE(is_quoted("\"no\", he said, 5 min"));
  CHECK_FALSE(is_quoted("\u201Cno\u201D, he said, 5 min"));
  Passage passage;
  passage.text = "He said \"It was bad. It lasted 5 min.\"";
  const std::string_view second = "It lasted 5 min.\"";
  CHECK(is_in_quotation(ClaimText{second, passage.text.find(second), &passage, {}, true},
                        range_of(second, "5 min")));
}

TEST_CASE("words in front of a number set a bound") {
  const auto bound = [](std::string_view text) { return bound_before(text, range_of(text, "5 min").begin); };
  for (const std::string_view text :
       {"more than 5 min", "over 5 min", "at least 5 min", ">5 min", "longer than 5 min"})
    CHECK(bound(text) == Bound::at_least);
  for (const std::string_view text :
       {"less than 5 min", "under 5 min", "within 5 min", "up to 5 min", "at most 5 min", "<5 min"})
    CHECK(bound(text) == Bound::at_most);
  for (const std::string_view text :
       {"5 min", "about 5 min", "lasted 5 min", "than 5 min", "to 5 min", "at 5 min"})
    CHECK(bound(text) == Bound::exact);
  CHECK(bound_before("over a day", 7) == Bound::at_least);
}

TEST_CASE("a number is shown as it was written, on one line and not at length") {
  CHECK(as_written("for 5\nminutes", {4, 13}) == "5 minutes");
  CHECK(as_written(" 5 min ", {0, 7}) == "5 min");
  const std::string text = std::string(50, 'a') + " " + std::string(50, 'b');
  CHECK(as_written(text, {0, text.size()}) == std::string(50, 'a'));
}

TEST_CASE("a sentence without end is read in pieces") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "5 minutes and ";
  const std::string all = texts_of(post_saying("cause", text), next_length_sign);
  CHECK(all.size() > text.size());
  CHECK(all.size() < text.size() + 200);
}

}  // namespace pmsite
