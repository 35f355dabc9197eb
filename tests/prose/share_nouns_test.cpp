// SPDX-License-Identifier: MIT
#include "prose/share_nouns.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

/// The noun found behind the front of `text`, with its kind.
std::string behind(std::string_view text) {
  const auto noun = share_noun_behind(text, 0);
  if (!noun) return "none";
  constexpr std::string_view kNames[] = {"users", "requests", "machines", "other"};
  return std::string(kNames[static_cast<std::size_t>(noun->of)]) + ":" + std::string(noun->at.of(text));
}

}  // namespace

TEST_CASE("all that people call users, requests and machines is known, one and many") {
  for (const std::string_view noun :
       {"user", "users", "Customers", "visitors", "client", "students", "members", "shoppers", "merchants",
        "subscriber", "people", "staff", "employees", "players", "accounts", "audience", "patients",
        "readers"}) {
    CAPTURE(noun);
    CHECK(behind(std::string(" of ") + std::string(noun)) == "users:" + std::string(noun));
  }
  for (const std::string_view noun : {"requests", "traffic", "transactions", "order", "queries", "query",
                                      "calls", "sessions", "checkouts", "payments", "logins"}) {
    CAPTURE(noun);
    CHECK(behind(std::string(" of ") + std::string(noun)) == "requests:" + std::string(noun));
  }
  for (const std::string_view noun : {"servers", "hosts", "node", "CPU", "memory", "disks", "pods",
                                      "instances", "containers", "databases"}) {
    CAPTURE(noun);
    CHECK(behind(std::string(" of ") + std::string(noun)) == "machines:" + std::string(noun));
  }
}

TEST_CASE("a noun stands behind a few words, but not behind a verb") {
  CHECK(behind(" of all of our users") == "users:users");
  CHECK(behind(" of our paying European users") == "users:users");
  CHECK(behind(" users") == "users:users");
  CHECK(behind(") of users") == "users:users");
  CHECK(behind(" active users") == "none");
  CHECK(behind(" of those who were users") == "other:");
  CHECK(behind(" of errors, users") == "other:");
  CHECK(behind(" of a b c d e f users") == "other:");
  CHECK(behind("") == "none");
}

TEST_CASE("of two nouns the last one counts") {
  CHECK(behind(" of user requests") == "requests:requests");
  CHECK(behind(" of login attempts") == "other:");
  CHECK(behind(" of user-facing servers") == "machines:servers");
  CHECK(behind(" of users in the database") == "users:users");
  CHECK(behind(" of the user base") == "users:user");
}

TEST_CASE("in front of a share only linking words may stand between") {
  const auto before = [](std::string_view text) {
    const auto noun = share_noun_before(text, text.size());
    return noun ? std::string(noun->at.of(text)) : "none";
  };
  CHECK(before("Users affected: ") == "Users");
  CHECK(before("**Users** | ") == "Users");
  CHECK(before("CPU usage reached ") == "CPU");
  CHECK(before("users (about ") == "users");
  CHECK(before("affected users \xE2\x80\x93 ") == "users");
  CHECK(before("users. About ") == "none");
  CHECK(before("users saw ") == "none");
  CHECK(before("users\n- ") == "none");
  CHECK(before("- ") == "none");
  CHECK(before("") == "none");
}
