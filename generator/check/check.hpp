// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"
#include "model/profile.hpp"

#include <span>
#include <string>
#include <utility>

namespace pmsite {

/// What a check looks at: one post, with the site around it.
struct Subject {
  const Postmortem& post;
  const Content& content;
  const Profile& profile;  ///< the post's own, or the site's
};

/// Reports breaches of one rule in one post.
class CheckReporter {
 public:
  CheckReporter(const Rule& rule, const FileReporter& file) : rule_(rule), file_(file) {}
  void operator()(Span at, std::string message, std::string help = {}) const {
    file_.report(rule_, at, std::move(message), std::move(help));
  }

 private:
  const Rule& rule_;
  const FileReporter& file_;
};

/// One rule: what it is, and the function that finds its breaches.
struct Check {
  Rule rule;
  void (*find)(const Subject& subject, const CheckReporter& report);
};

// The checks by the part of a postmortem they look at; checker.cpp runs them all.
std::span<const Check> fact_checks();
std::span<const Check> section_checks();
std::span<const Check> timeline_checks();
std::span<const Check> component_checks();
std::span<const Check> review_checks();
std::span<const Check> site_checks();

/// What is checked of the pages of `content/pages/`: their pictures.
void check_pages(const Content& content, Diagnostics& diagnostics);

}  // namespace pmsite
