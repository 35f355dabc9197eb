// SPDX-License-Identifier: MIT
#pragma once

#include "review/raw_judge.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

// What the tests of the judges read, and how they ask.
namespace pmsite::judging {

inline Finding finding(std::string_view id, std::string_view markdown) {
  const auto findings = judge_raw(read_raw_post(SourceText("README.md", std::string(markdown))));
  const auto all = requirements();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].id == id) return findings.at(i);
  return {};
}

inline bool met(std::string_view id, std::string_view markdown) { return finding(id, markdown).met; }

/// A postmortem with one more line in a place that the tests choose.
struct Sample {
  std::string_view summary = "The shop was slow.";
  std::string_view timeline = "10:12 UTC - Went wrong.\n\n11:05 UTC - Went well.";
  std::string_view cause = "Something broke.";
  std::string_view resolution = "It was mended.";
  std::string_view measures = "We are careful.";

  std::string text() const {
    std::string all;
    for (const auto& [heading, body] : {std::pair{"Issue Summary", summary},
                                        {"Timeline", timeline},
                                        {"Root Cause", cause},
                                        {"Resolution", resolution},
                                        {"Corrective and Preventative Measures", measures}})
      all += std::string("## ") + heading + "\n\n" + std::string(body) + "\n\n";
    return all;
  }
};

}  // namespace pmsite::judging
