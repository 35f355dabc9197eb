// SPDX-License-Identifier: MIT
#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {
namespace {

std::string said(std::string_view place, std::string_view text) {
  return messages("claim-percent", post_saying(place, text));
}

std::string not_so(std::string_view share, std::string_view fact = "37") {
  return "`" + std::string(share) +
         "` is not what the front matter says: `users_percent: " + std::string(fact) + "`";
}

std::string with_share(std::string_view fact, std::string_view text) {
  return changed(post_saying("summary", text), "users_percent: 37", fact);
}

}  // namespace

TEST_CASE("a share of users in prose is that of the front matter") {
  const std::array cases = {
      ClaimCase{"summary", "73 % of customers could not pay.", "73 % of customers"},
      ClaimCase{"summary", "From 10:12 to 11:05 CET, 73 % of customers could not pay.", "73 % of customers"},
      ClaimCase{"summary", "73 percent of users were locked out.", "73 percent of users"},
      ClaimCase{"summary", "About 60% of users were affected.", "60% of users"},
      ClaimCase{"summary", "The outage affected 20% of our users.", "20% of our users"},
      ClaimCase{"summary", "37.6 % of customers could not pay.", "37.6 % of customers"},
      ClaimCase{"summary", "40-60 % of customers saw errors.", "40-60 % of customers"},
      ClaimCase{"summary", "Checkout was down for 90 % of customers.", "90 % of customers"},
      ClaimCase{"summary", "Half of our customers could not pay.", "Half of our customers"},
      ClaimCase{"summary", "Two thirds of customers could not pay.", "Two thirds of customers"},
      ClaimCase{"summary", "Two in three customers could not pay.", "Two in three customers"},
      ClaimCase{"summary", "All customers were affected.", "All customers"},
      ClaimCase{"summary", "Everyone was affected.", "Everyone"},
      ClaimCase{"summary", "No customers were affected.", "No customers"},
      ClaimCase{"summary", "Nobody was affected.", "Nobody"},
      ClaimCase{"impact", "Users affected: 73%", "Users affected: 73%"},
      ClaimCase{"impact", "Complete outage for all users.", "all users"},
      ClaimCase{"summary", "Up to 20 % of customers could not pay.", "20 % of customers"},
      ClaimCase{"summary", "More than 50 % of customers could not pay.", "50 % of customers"},
      ClaimCase{"title", "and 73 % of customers could not pay", "73 % of customers"},
      ClaimCase{"short", "73 % of customers could not pay.", "73 % of customers"},
      ClaimCase{"cause", "Half of our customers could not pay.", "Half of our customers"},
      ClaimCase{"lessons", "Because 73 % of customers were affected, the phones rang.", "73 % of customers"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(said(each.place, each.text) == not_so(each.message));
  }
}

TEST_CASE("a share that the front matter yields is fine") {
  for (const std::string_view text : {
           "37 % of customers could not pay.",
           "37.4 % of customers could not pay.",
           "About 40 % of customers could not pay.",
           "30 to 40 % of customers could not pay.",
           "A third of customers could not pay.",
           "One in three customers could not pay.",
           "Up to 40 % of customers could not pay.",
           "At least a quarter of customers could not pay.",
           "Less than half of our customers were affected.",
       }) {
    CAPTURE(std::string(text));
    CHECK(said("summary", text) == "");
  }
}

TEST_CASE("shares of other things, of some users, and of other numbers of them are not compared") {
  for (const std::string_view text : {
           "80 % of requests failed.",
           "80 % of traffic was lost, and CPU stood at 100 %.",
           "5 % of users' requests failed.",
           "60 % of customers in Denmark could not pay.",
           "60 % of customers who tried could not pay.",
           "60 % of our mobile users were affected.",
           "60 % of users trying to pay saw errors.",
           "25 % of customers saw errors and 12 % timeouts.",
           "37 % of users (73 % in Denmark) were affected.",
           "63 % of customers were not affected.",
           "63 % of customers could pay.",
           "90 % of the affected customers were patient.",
           "The patch was rolled out to 5 % of users.",
           "The fix was released to all customers.",
           "Service was restored for all customers.",
           "All customers were notified by e-mail.",
           "All customers received a voucher.",
           "All users must log in again.",
           "2 % of customers reported the error.",
           "5 % of customers saw the error twice.",
           "Nobody could find the cause.",
           "Everybody on the team was asleep.",
           "No users could log in.",
           "Not all customers were affected.",
           "No customers were affected by the second one.",
           "Usually 90 % of customers pay by card.",
           "The alert fires when 10 % of users see errors.",
           "At first, 10 % of customers were affected.",
           "At 10:51, 5 % of customers saw errors.",
           "After the restart, 10 % of customers still could not pay.",
           "We feared that all users were affected.",
           "If 100 % of customers had been affected, we would have noticed.",
           "In 2024, 80 % of customers were affected.",
           "\"All users were affected\", somebody wrote.",
           "A discount of 55 % hit all customers.",
       }) {
    CAPTURE(std::string(text));
    CHECK(said("summary", text) == "");
  }
}

TEST_CASE("where a part of the incident is told, fewer may be affected but not more") {
  CHECK(said("cause", "That day 5 % of customers saw errors of this pool.") == "");
  CHECK(said("cause", "That day 50 % of customers saw errors of this pool.") == not_so("50 % of customers"));
  CHECK(said("measures", "50 % of customers could not pay.") == "");
  CHECK(said("quote", "50 % of customers could not pay.") == "");
}

TEST_CASE("a range holds what lies between its ends") {
  const auto report = [](std::string_view text) {
    return messages("claim-percent", with_share("users_percent: [2, 5]", text));
  };
  CHECK(report("3 % of customers could not pay.") == "");
  CHECK(report("2 to 5 % of customers were affected.") == "");
  CHECK(report("25 % of customers could not pay.") == not_so("25 % of customers", "[2, 5]"));
  CHECK(report("1 % of customers could not pay.") == not_so("1 % of customers", "[2, 5]"));
}

TEST_CASE("what nobody knows cannot be stated") {
  const auto report = [](std::string_view text) {
    return messages("claim-percent", with_share("users_percent: unknown, reason: nobody counted", text));
  };
  CHECK(report("73 % of customers could not pay.") ==
        "`73 % of customers` is a share, but the front matter says that nobody knows it");
  CHECK(report("80 % of requests failed.") == "");
  CHECK(report("Many customers could not pay.") == "");
  CHECK(report("No share of customers was published.") == "");
  CHECK(report("Nobody could pay.") == "");
}

TEST_CASE("a share that is not stated at all is not compared") {
  CHECK(messages("claim-percent", with_share("users: 12", "73 % of customers could not pay.")) == "");
}

TEST_CASE("the share is pointed at") {
  CHECK(found("claim-percent", post_saying("summary", "Sadly 73 % of customers could not pay.")) ==
        "18:7 claim-percent: `73 % of customers` is not what the front matter says: `users_percent: 37` -> "
        "correct the one that is "
        "wrong");
}

}  // namespace pmsite
