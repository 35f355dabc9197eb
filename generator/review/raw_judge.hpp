// SPDX-License-Identifier: MIT
#pragma once

#include "prose/phrases.hpp"
#include "read/raw_post.hpp"
#include "review/requirements.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How the requirements are judged: the text is taken apart into statements, each of which knows where it
// stands. For each requirement, the statements that could show it are weighed by the words in them and by
// their place; the best ones are its proof, if they are good enough.

namespace pmsite {

/// A sentence of a raw postmortem, or a line that is none, with where it stands.
struct Statement {
  int line = 0;      ///< of the file, where it begins
  std::string text;  ///< as it reads; the label of its part ("Impact: ...") is taken off
  std::string
      label;  ///< the label of its part, whatever line that is on; empty directly under a section's heading
  std::vector<std::pair<std::size_t, int>> breaks;  ///< where in `text` which further line begins
  Role role = Role::other;
  Role second = Role::other;
  RawField field = RawField::none;
  int part = -1;   ///< in RawPost::parts
  int entry = -1;  ///< in RawPost::entries
  int timed = -1;  ///< how many entries with a time of day stand before its own; -1 if its own has none
  int item = 0;    ///< which line, paragraph or item of a list it belongs to
  bool opens_item = false;  ///< the first sentence of it
  bool is_bullet = false;
  bool is_heading = false;  ///< nothing but a heading or a label
  bool is_code = false;
  bool is_story = false;  ///< where the course of events is told, with times or without
  bool is_early = false;  ///< in front of the timeline: the summary, or an introduction without a heading

  /// The line of the file on which the byte `at` of the text stands.
  int line_at(std::size_t at) const;
  /// Whether it stands in a section of `wanted`.
  bool is_in(Role wanted) const { return role == wanted || second == wanted; }
  /// Whether it belongs to what a hurried reader sees first.
  bool stands_early() const { return is_early || is_in(Role::summary) || is_in(Role::impact); }
  /// Whether it speaks of what is to be done, not of what happened.
  bool is_ahead() const { return is_in(Role::measures) || (is_in(Role::lessons) && entry < 0); }
};

/// A raw postmortem, ready to be judged.
struct RawReading {
  const RawPost* raw = nullptr;
  std::vector<Statement> statements;  ///< in the order of the file
  int timed_entries = 0;
};

RawReading read_statements(const RawPost& raw);

/// What shows that a requirement is met. Of equally good statements the first counts.
class Proof {
 public:
  /// `at`: where in the statement the words are that show it.
  void add(const Statement& statement, int weight, std::size_t at = 0);
  void add(Statement&&, int, std::size_t = 0) = delete;  // it only points to the statement
  int best() const;
  /// Met where the best statement weighs `enough`.
  Finding finding(int enough) const;

 private:
  struct Item {
    const Statement* statement;
    int weight;
    std::size_t at;
    int line;
  };
  std::vector<Item> items_;
};

/// A phrase that speaks for a requirement, or against it where the weight is negative.
struct Cue {
  std::string_view phrase;
  int weight;
};

/// The heaviest cue in a text. None found: weight 0.
struct Heard {
  int weight = 0;
  std::size_t at = 0;
  std::size_t row = 0;
};

/// `rows` is the table that `phrases` was made of.
Heard heaviest(const PhraseTable& phrases, std::span<const Cue> rows, std::string_view text);

/// Whether a text says that there is nothing to say: "None", "N/A", "No escalation was needed".
bool is_denial(std::string_view text);

/// Whether a text names a fault: "an expired certificate", "a typo", "ran out of memory".
bool names_fault(std::string_view text);

// The judges, one group of requirements a file.

Finding judge_interval(const RawReading& reading);
Finding judge_service(const RawReading& reading);
Finding judge_users(const RawReading& reading);
Finding judge_early_cause(const RawReading& reading);
Finding judge_detected_when(const RawReading& reading);
Finding judge_detected_how(const RawReading& reading);
Finding judge_actions(const RawReading& reading);
Finding judge_misleading(const RawReading& reading);
Finding judge_escalation(const RawReading& reading);
Finding judge_resolved_how(const RawReading& reading);
Finding judge_cause_detail(const RawReading& reading);
Finding judge_fix_detail(const RawReading& reading);
Finding judge_improvements(const RawReading& reading);
Finding judge_tasks(const RawReading& reading);
Finding judge_words(const RawReading& reading);

}  // namespace pmsite
