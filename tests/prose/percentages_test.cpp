// SPDX-License-Identifier: MIT
#include "prose/percentages.hpp"

#include "prose/mentions.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

/// "~40..60 users", with "words" behind where there are no digits.
std::string told_shares(std::string_view text) {
  constexpr std::string_view kNames[] = {"users", "requests", "machines", "other"};
  std::string all;
  for (const auto& share : find_shares(text)) {
    if (!all.empty()) all += "; ";
    if (share.approximate) all += "~";
    all += fmt::format("{:.4g}", share.low);
    if (share.high != share.low) all += fmt::format("..{:.4g}", share.high);
    all += " " + std::string(kNames[static_cast<std::size_t>(share.of)]);
    if (share.in_words) all += " words";
  }
  return all;
}

struct Case {
  std::string_view text;
  std::string_view shares;
};

void check(const Case& wanted) {
  CAPTURE(wanted.text);
  CHECK(told_shares(wanted.text) == wanted.shares);
}

}  // namespace

TEST_CASE("percentages are read in the forms that people write") {
  const Case cases[] = {
      {"37 %", "37 other"},
      {"37%.", "37 other"},
      {"37 percent", "37 other"},
      {"37 per cent", "37 other"},
      {"**37**%", "37 other"},
      {"0.02%", "0.02 other"},
      {"99.9% uptime", "99.9 other"},
      {"forty percent", "40 other words"},
      {"a hundred percent of users", "100 users words"},
      {"40-60%", "40..60 other"},
      {"40 \xE2\x80\x93 60 %", "40..60 other"},
      {"40% - 60% of users", "40..60 users"},
      {"40% to 60% of users", "40..60 users"},
      {"between 40 and 60 percent of users", "40..60 users"},
      {"about 40%", "~40 other"},
      {"up to 90% of shoppers", "~90 users"},
      {"~40%", "~40 other"},
      {"40+% of users", "~40 users"},
      {"from 5% to 40%", "5 other; 40 other"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("shares are told in words") {
  const Case cases[] = {
      {"half of our users", "50 users words"},
      {"half the users", "50 users words"},
      {"half of it", "50 other words"},
      {"one half of the orders", "50 requests words"},
      {"a third of customers", "33.33 users words"},
      {"two thirds of users", "66.67 users words"},
      {"Two-thirds of requests", "66.67 requests words"},
      {"three quarters of the servers", "75 machines words"},
      {"1/3 of users", "33.33 users"},
      {"one in five users", "20 users words"},
      {"9 out of 10 requests", "90 requests"},
      {"2 of our 3 servers", "66.67 machines"},
      {"all users", "100 users words"},
      {"all of our active users", "100 users words"},
      {"almost all users", "~100 users words"},
      {"all of our 5,000 users", "100 users words"},
      {"every customer", "100 users words"},
      {"all incoming requests", "100 requests words"},
      {"no users", "0 users words"},
      {"none of our users", "0 users words"},
      {"nobody was affected", "0 users words"},
      {"Everyone lost access", "100 users words"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("the noun behind a share tells of what it is a share") {
  const Case cases[] = {
      {"40% of our active users", "40 users"},
      {"40% of the user base", "40 users"},
      {"40% user impact", "40 users"},
      {"30% of all requests", "30 requests"},
      {"40% of user requests", "40 requests"},
      {"100% of traffic", "100 requests"},
      {"100% CPU", "100 machines"},
      {"20% of database queries", "20 requests"},
      {"60% of students who tried", "60 users"},
      {"40% of user data", "40 other"},
      {"40% of the errors for users", "40 other"},
      {"40% fewer orders", "40 other"},
      {"40% of disk space", "40 other"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("the noun may stand in front of its share") {
  const Case cases[] = {
      {"Users affected: 40%", "40 users"},
      {"**Users affected:** 40%", "40 users"},
      {"affected users: about 40%", "~40 users"},
      {"% of users affected: 40", "40 users"},
      {"Percentage of users affected: 40", "40 users"},
      {"Percentage of users affected: 40%", "40 users"},
      {"Users affected (%): 40", "40 users"},
      {"share of affected customers was about 40", "~40 users"},
      {"CPU at 100%", "100 machines"},
      {"traffic dropped by 40%", "40 requests"},
      {"5xx above 5 %", "~5 other"},
      {"users saw latency rise by 40%", "40 other"},
      {"users were 40% slower", "40 other"},
      {"users\nImpact: 40%", "40 other"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("what only looks like a share is none") {
  for (const std::string_view text : {"",
                                      "%",
                                      "%20",
                                      "a%20b",
                                      "printf(\"%d\")",
                                      "50%ile",
                                      "v40%",
                                      "3 in 2024",
                                      "3 in a row",
                                      "2 of us",
                                      "not all users",
                                      "half an hour",
                                      "half of the day",
                                      "half the time",
                                      "a third party",
                                      "a quarter of an hour",
                                      "all hands",
                                      "no customer data",
                                      "all day",
                                      "everyone on the team",
                                      "nobody noticed",
                                      "no one knew",
                                      "5 of 3 servers",
                                      "the share rose",
                                      "% of users affected: many",
                                      "half-baked",
                                      "1/3/2024 of users",
                                      "percentage of users: 40:10"}) {
    CAPTURE(text);
    CHECK(told_shares(text) == "");
  }
}

TEST_CASE("a share covers its noun") {
  const auto covered = [](std::string_view text) {
    const auto shares = find_shares(text);
    return shares.size() == 1 ? std::string(shares[0].at.of(text)) : "not one share";
  };
  CHECK(covered("for 40% of our active users there") == "40% of our active users");
  CHECK(covered("so, users affected: 40%, said") == "users affected: 40%");
  CHECK(covered("about two thirds of it all") == "two thirds");
  CHECK(covered("and all of our users, too") == "all of our users");
}

TEST_CASE("shares are in order and do not overlap") {
  const std::string_view text =
      "40% of users: 10% of users, users: 5%: 6%, half of users, all users (100%), % of users: 40%";
  std::size_t end = 0;
  for (const auto& share : find_shares(text)) {
    CHECK(share.at.begin >= end);
    CHECK(share.at.end > share.at.begin);
    end = share.at.end;
  }
}

TEST_CASE("hostile text costs no more than its length") {
  for (const std::string_view piece :
       {"1", "%", "40% ", "40% of our ", "all ", "half of x ", "% of ", "percentage : ", "1 in ", "1/2 of ",
        "users: ", "half half ", "no one ", "40% - ", "(((", "users - "}) {
    CAPTURE(piece);
    CHECK(find_shares(repeated(piece, 300'000)).size() < 300'000);
  }
}
