// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"
#include "prose/sentences.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A sentence whose numbers tell of the incident.
struct ClaimText {
  std::string_view text;
  std::size_t offset = 0;            ///< in its passage, or in the value of the front matter
  const Passage* passage = nullptr;  ///< null in the title and the summary of the front matter
  Span at;                           ///< of the value in the front matter
  bool is_about_whole = false;       ///< of title, summary or impact: not of a part of the incident

  const TimelineEntry* entry() const { return passage == nullptr ? nullptr : passage->entry; }
  Span span(const Postmortem& post, TextRange range) const;
};

/// Finds the next sign in `text`, at or behind `from`, that a sentence may hold a certain kind of claim; npos
/// if there is none. Most sentences hold no sign, and are read no closer.
using NextSign = std::size_t (*)(std::string_view text, std::size_t from);

/// A unit of time behind a number.
std::size_t next_length_sign(std::string_view text, std::size_t from);
/// What looks like a time of day.
std::size_t next_clock_sign(std::string_view text, std::size_t from);
/// The same with another number near by.
std::size_t next_interval_sign(std::string_view text, std::size_t from);
/// A noun like "users".
std::size_t next_users_sign(std::string_view text, std::size_t from);

/// The sentences in which claims are looked for and that hold a sign. Headings and quotes are left out, and
/// so are measures: they are plans.
std::vector<ClaimText> claim_texts(const Subject& subject, NextSign next_sign);

/// A sentence with more numbers of one sort is a table in words: readings, not claims.
inline constexpr std::size_t kMostClaims = 8;

/// The part of a sentence around `at` that "but", "while", a semicolon or a colon behind does not part from
/// it.
TextRange clause_around(std::string_view sentence, TextRange at);

/// Whether `at` stands between quotation marks: somebody else's words.
bool is_in_quotation(const ClaimText& text, TextRange at);

/// How a number is to be taken: "more than 45 minutes" is true of 53.
enum class Bound { exact, at_least, at_most };

/// The bound that the words in front of `at` set.
Bound bound_before(std::string_view text, std::size_t at);

/// The number as its author wrote it, for a message: blanks for line breaks, not too long.
std::string as_written(std::string_view text, TextRange range);

}  // namespace pmsite
