// SPDX-License-Identifier: MIT
#include "read/event_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace pmsite {
namespace {

/// "resolved mitigated": the words of the kinds that are meant.
std::string meant(std::string_view words) {
  std::string list;
  for (const auto kind : meant_kinds(words)) list += (list.empty() ? "" : " ") + std::string(word(kind));
  return list;
}

}  // namespace

TEST_CASE("a misspelt kind is meant at one edit, a long one at two") {
  for (const auto& [words, kind] : {std::pair{"detcted", "detected"},
                                    {"strated", "started"},
                                    {"resolves", "resolved"},
                                    {"mislead", "misled"},
                                    {"acknowleged", "acknowledged"},
                                    {"investiagted", "investigated"},
                                    {"comunicatd", "communicated"}}) {
    CAPTURE(words);
    CHECK(meant(words) == kind);
  }
  CHECK(meant("strtd") == "");
  CHECK(meant("detcted:") == "detected");
  CHECK(meant("service restored.") == "resolved mitigated");
}

TEST_CASE("a synonym of a kind is one") {
  for (const auto& [words, kinds] : {std::pair{"noticed", "detected"},
                                     {"alerted", "detected"},
                                     {"begin", "started"},
                                     {"start", "started"},
                                     {"paged", "acknowledged escalated"},
                                     {"fixed", "resolved mitigated"},
                                     {"recovered", "resolved mitigated"},
                                     {"investigating", "investigated"},
                                     {"resolution", "resolved"},
                                     {"red herring", "misled"},
                                     {"all clear", "resolved"}}) {
    CAPTURE(words);
    CHECK(meant(words) == kinds);
  }
}

TEST_CASE("what is said of the incident may stand before the kind or its synonym") {
  CHECK(meant("incident detected") == "detected");
  CHECK(meant("root cause identified") == "identified");
  CHECK(meant("root cause found") == "identified");
  CHECK(meant("service restored") == "resolved mitigated");
  CHECK(meant("partially mitigated") == "mitigated");
  CHECK(meant("alert acknowledged") == "acknowledged");
}

TEST_CASE("other words mean no kind") {
  for (const std::string_view words : {"",
                                       " ",
                                       "payments",
                                       "note",
                                       "started again",
                                       "not resolved",
                                       "tickets resolved",
                                       "rolled back",
                                       "deployed",
                                       "restarted",
                                       "reverted",
                                       "stated",
                                       "missed",
                                       "change",
                                       "resolver",
                                       "incident",
                                       "incident ",
                                       "incident note",
                                       "root cause",
                                       "first alert",
                                       "found",
                                       "regression",
                                       "notified",
                                       "monitoring"}) {
    CAPTURE(words);
    CHECK(meant(words) == "");
  }
}

}  // namespace pmsite
