// SPDX-License-Identifier: MIT
#pragma once

#include "review/raw_judge.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

// What the judges of the cause and of its repair share: which words name a step of a repair, and which
// statements tell of which of the two.

namespace pmsite {

/// The weightiest step of a repair in a text: "restarted", "rolled back".
Heard repair_step_in(std::string_view text);

/// Whether `step` names none: "fixed", "applied".
bool is_vague_step(const Heard& step);

/// The different steps that a statement names.
std::set<std::size_t> steps_in(const Statement& statement);

/// How many they are; "a hotfix was deployed" is one.
std::size_t count_of(const std::set<std::size_t>& rows);

/// How surely a text tells of a cause; 0 for not at all.
int cause_weight_in(std::string_view text);

std::size_t words_of(const Statement& statement);

/// Which statements tell of the cause, and which of its repair.
class Tellers {
 public:
  explicit Tellers(const std::vector<Statement>& statements);
  bool is_cause(const Statement& statement) const { return of(statement) == Tells::cause; }
  bool is_repair(const Statement& statement) const { return of(statement) == Tells::repair; }
  bool has_repair() const { return std::find(tells_.begin(), tells_.end(), Tells::repair) != tells_.end(); }

 private:
  enum class Tells { neither, cause, repair };
  Tells of(const Statement& statement) const { return tells_[static_cast<std::size_t>(&statement - first_)]; }
  Tells told_by(const Statement& statement);
  void find_repair_in_prose(const std::vector<Statement>& statements);

  const Statement* first_ = nullptr;
  std::vector<Tells> tells_;
  int part_ = -1, first_item_ = -1;
  Tells last_ = Tells::cause;  ///< in this part
};

}  // namespace pmsite
