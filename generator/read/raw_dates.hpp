// SPDX-License-Identifier: MIT
#pragma once

#include "prose/times.hpp"
#include "read/raw_post.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pmsite {

/// The dates that a raw postmortem states, to complete times that stand without theirs.
class RawDates {
 public:
  explicit RawDates(const RawPost& post);

  /// The same date with what the rest of the text tells: the year of "June 5th", which part of "05/04/2024"
  /// is the month. As it was where that is not told.
  DateMention completed(const DateMention& date) const;

  /// Reads an ambiguous date as the one that is at most two weeks from `other`, if only one of its readings
  /// is.
  static DateMention near(const DateMention& date, const DateMention& other);

  /// The one date of `passage`, in which a time stands at the byte `offset`: of its sentence if there are
  /// several.
  std::optional<DateMention> date_in(std::string_view passage, std::size_t offset) const;

  /// Whether `passage` names any date.
  static bool has_date(std::string_view passage) { return !find_dates(passage).empty(); }

  /// The date of the incident as the title, a "Date:" line or the timeline states it, or the only date of the
  /// text.
  std::optional<DateMention> incident_date() const;

 private:
  enum class Source { text, title, label, publication };
  struct Known {
    Date date;
    Source source;
  };

  void add(std::string_view text, Source source);
  std::optional<Date> only(Source source) const;

  std::vector<Known> known_;
  std::vector<DateMention> open_;  ///< of the title and labels, without a year or ambiguous
  std::optional<DateMention> first_entry_;
};

/// A date as a mention of it.
DateMention mention_of(Date date);

}  // namespace pmsite
