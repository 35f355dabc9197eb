// SPDX-License-Identifier: MIT
#pragma once

#include "site/site.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pmsite {

/// Another published incident that a reader of this one may want to know.
struct RelatedIncident {
  const Postmortem* post;
  std::string why;   ///< "Recurrence of", "Same cause, checkout"
  std::string note;  ///< the author's own words, where there are any
};

/// What is related to what, for a whole site. Points into the site, which must outlive it; safe to ask from
/// several threads.
class RelatedIncidents {
 public:
  explicit RelatedIncidents(const Site& site);

  /// What authors have related, in both directions ("Recurrence of" here is "Came back as" there), then up to
  /// three others that have most in common with the post: the cause counts three, a service two, a tag one,
  /// and less than three in all is no kinship. Ties are won by the newer post.
  std::vector<RelatedIncident> of(const Postmortem& post) const;

 private:
  struct Naming {
    const Postmortem* by;
    Relation relation;
  };

  const Site& site_;
  std::unordered_map<std::string_view, const Postmortem*> by_slug_;
  std::unordered_map<std::string_view, std::vector<Naming>> named_by_;  ///< slug → posts that name it
};

}  // namespace pmsite
