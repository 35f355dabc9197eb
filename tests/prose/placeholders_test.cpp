// SPDX-License-Identifier: MIT
#include "prose/placeholders.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string found(std::string_view text, bool gives_orders = false) {
  std::string result;
  for (const auto range : find_placeholders(text, gives_orders))
    result += "[" + std::string(range.of(text)) + "]";
  return result;
}

struct Case {
  std::string_view text, found;
};

}  // namespace

TEST_CASE("what is still to be written is found") {
  for (const auto& [text, expected] : {
           Case{"Resolution: TBD", "[TBD]"},
           Case{"TBD.", "[TBD]"},
           Case{"tbd", "[tbd]"},
           Case{"*todo*", "[todo]"},
           Case{"TODO describe the fix", "[TODO]"},
           Case{"TODO: describe the fix", "[TODO]"},
           Case{"The cache (TODO) failed.", "[TODO]"},
           Case{"FIXME numbers", "[FIXME]"},
           Case{"XXX users were affected", "[XXX]"},
           Case{"It cost XXX.", "[XXX]"},
           Case{"From HH:MM to HH:MM UTC", "[HH:MM][HH:MM]"},
           Case{"On YYYY-MM-DD, at XX:XX", "[YYYY-MM-DD][XX:XX]"},
           Case{"DD/MM/YYYY: the outage began", "[DD/MM/YYYY]"},
           Case{"Lorem ipsum dolor sit amet", "[Lorem ipsum]"},
           Case{"Written by [your name] and <your team>", "[[your name]][<your team>]"},
           Case{"At [insert time] the site fell", "[[insert time]]"},
           Case{"On [date] at [Start time]", "[[date]][[Start time]]"},
           Case{"[fill in]", "[[fill in]]"},
           Case{"Insert the graph here", "[Insert the graph here]"},
           Case{"Cause: add your text here.", "[add your text here]"},
           Case{"To be determined.", "[To be determined]"},
           Case{"Owner: to be confirmed", "[to be confirmed]"},
           Case{"(to be filled in)", "[to be filled in]"},
           Case{"Describe what users saw.", "[Describe what]"},
           Case{"Explain the root cause in detail", "[Explain the]"},
           Case{"Briefly describe how it was found", "[Briefly describe]"},
           Case{"Provide a short summary of the incident", "[Provide a short]"},
       })
    CHECK_MESSAGE(found(text) == expected, text);
}

TEST_CASE("ordinary words that look like placeholders are left alone") {
  for (const std::string_view text : {
           "The todo list grew.",
           "A TODO list of tasks",
           "TODO list",
           "We left a TODO in the code.",
           "The TODO comment was two years old.",
           "TodoMVC and the TODO app were up.",
           "TODOs were many",
           "She wears XXXL, and 0xXXX is no number.",
           "Call 555-XXX or XXX-1234; the host was 10.XXX.XXX.XXX.",
           "The codes were 5XX and 4xx.",
           "Times are written HH:MM in the log.",
           "The parser expects the format YYYY-MM-DD.",
           "YYYY-MM-DD is our date format.",
           "HH:MM:SS",
           "Whoever wants to insert rows there must be here.",
           "We insert the row here and there.",
           "The owner was still to be determined when the page was sent.",
           "What was to be confirmed later was wrong.",
           "We could not describe what we saw.",
           "To describe the load we drew a graph.",
           "The runbook says: describe the symptom first",
           "Giving a short summary was hard.",
           "The list [1], the set [a, b] and the class [a-z]",
           "Call suite([name]) or describe[name].",
           "a < your limit and b > 3",
           "tbds and TBDs",
           "The words were lorem, then ipsum.",
           "",
       })
    CHECK_MESSAGE(found(text) == "", text);
}

TEST_CASE("who gives orders may say TODO and what to describe") {
  CHECK(found("TODO: patch the server", true) == "");
  CHECK(found("Describe the failover in the runbook", true) == "");
  CHECK(found("TBD", true) == "[TBD]");
  CHECK(found("Ask [your name]", true) == "[[your name]]");
}

TEST_CASE("brackets without an end take no time") {
  CHECK(found(std::string(300'000, '[')).empty());
  CHECK(found(std::string(300'000, '<') + ">").empty());
}

}  // namespace pmsite
