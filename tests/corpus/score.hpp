// SPDX-License-Identifier: MIT
#pragma once

#include "corpus/labels.hpp"
#include "review/sheet.hpp"

#include <map>
#include <string>

namespace pmsite {

/// How often a verdict was right, for one requirement.
class Tally {
 public:
  void add(bool truth, bool verdict);
  /// The harmonic mean of precision and recall, for "met" and for "not met"; 1 where there was nothing to
  /// find and nothing was claimed.
  double f1_met() const;
  double f1_not_met() const;
  int mistakes() const { return false_met_ + false_not_met_; }
  int not_met() const { return true_not_met_ + false_met_; }

 private:
  int true_met_ = 0, true_not_met_ = 0, false_met_ = 0, false_not_met_ = 0;
};

/// What `review` said of many files, against what a person said.
class Score {
 public:
  void add(const Label& label, const ReviewSheet& sheet);
  double macro_f1_met() const;
  double macro_f1_not_met() const;
  double exact_entries() const;  ///< share of files whose number of timeline entries is right
  int wrong_moments() const { return static_cast<int>(wrong_moments_.size()); }
  /// Everything above, and each mistake with its file, for a person.
  std::string report() const;

 private:
  std::map<std::string, Tally> tallies_;
  std::vector<std::string> mistakes_, wrong_moments_, wrong_entries_;
  int files_ = 0, stated_ = 0, found_ = 0, evidence_ = 0, evidence_right_ = 0, roles_ = 0, roles_right_ = 0;
};

}  // namespace pmsite
