// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"
#include "model/profile.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace pmsite {

struct SiteIndex;

/// What a check looks at: one post, with the site around it.
struct Subject {
  const Postmortem& post;
  const Content& content;
  const Profile& profile;  ///< the post's own, or the site's
  UtcTime now;             ///< the time the site is checked for
  const SiteIndex& index;  ///< what was found out about all posts together
};

/// Reports breaches of one rule in one post.
class CheckReporter {
 public:
  CheckReporter(const Rule& rule, const FileReporter& file, bool advised = false)
      : rule_(rule), file_(file), advised_(advised) {}
  void operator()(Span at, std::string message, std::string help = {}) const {
    if (advised_) {
      file_.advise(rule_, at, std::move(message), std::move(help));
    } else {
      file_.report(rule_, at, std::move(message), std::move(help));
    }
  }

 private:
  const Rule& rule_;
  const FileReporter& file_;
  bool advised_;
};

/// Whether an author may break a rule and say why, with `<!-- pmsite-allow rule: reason -->`.
enum class Allow {
  with_reason,
  never,  ///< the pages are built on it, or their safety is
};

/// One rule: what it is, the function that finds its breaches, and for whom it counts.
struct Check {
  Rule rule;
  void (*find)(const Subject& subject, const CheckReporter& report);
  Needs needs = {};  ///< where only advised, breaches are notes; where optional, it is not looked for
  Allow allow = Allow::with_reason;
};

// The checks by the part of a postmortem they look at; checker.cpp runs them all.
std::span<const Check> fact_checks();        ///< of the front matter
std::span<const Check> date_checks();        ///< dates that cannot be
std::span<const Check> section_checks();     ///< which sections, in which order, how many words
std::span<const Check> detail_checks();      ///< whether they say enough
std::span<const Check> timeline_checks();    ///< entry by entry
std::span<const Check> milestone_checks();   ///< what the timeline must tell as a whole
std::span<const Check> component_checks();   ///< states on the architecture
std::span<const Check> claim_checks();       ///< numbers in prose against the facts
std::span<const Check> action_checks();      ///< what will be done
std::span<const Check> language_checks();    ///< blame, hindsight, English
std::span<const Check> privacy_checks();     ///< what must not be published
std::span<const Check> review_checks();      ///< the peer
std::span<const Check> recurrence_checks();  ///< failing twice
std::span<const Check> link_checks();        ///< inside the site
std::span<const Check> site_checks();        ///< pictures and other posts

/// What is checked of the pages of `content/pages/`: their pictures and links.
void check_pages(const Content& content, const SiteIndex& index, Diagnostics& diagnostics);

}  // namespace pmsite
