// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pmsite {

/// Where a phrase of a table stands in a text.
struct PhraseMatch {
  TextRange at;         ///< from its first word to its last
  std::size_t row = 0;  ///< which phrase of the table
};

/// A compiled table of phrases, to be looked for all at once. Build it once:
///
///     constexpr std::array<std::string_view, 2> kRows = {"fail* over", "she|he|they ... forgot"};
///     static const PhraseTable kTable(kRows);
///     for (const auto& match : kTable.find(text)) ...
///
/// A phrase is words in lower case with blanks between. They are found as whole words and in any case. What
/// stands between two of them in a text may be blanks, one line break, hyphens and Markdown's emphasis: "on
/// call" finds "on-call". An apostrophe is a part of its word; write it straight, a curly one is found too.
///
///     fail*         any word that begins so: "fail", "failed", "failure"
///     *             any one word; not as the first
///     he|she|they   one of these words; an alternative is one word
///     ...           none to three words of the same sentence, across commas, colons and brackets;
///                   not as the first or the last word
class PhraseTable {
 public:
  /// `rows` must outlive the table, as constants do.
  explicit PhraseTable(std::span<const std::string_view> rows);

  /// The same for rows that carry more than their phrase, in a member `phrase`.
  template <class Row, std::size_t size>
  explicit PhraseTable(const std::array<Row, size>& rows) requires requires(Row row) {
    std::string_view(row.phrase);
  }
  {
    for (std::size_t i = 0; i < size; ++i) add(rows[i].phrase, i);
    finish();
  }

  /// Every phrase in `text`, in order and without overlaps: where several begin with the same word of the
  /// text the longest, of equally long ones the first of the table.
  std::vector<PhraseMatch> find(std::string_view text) const;

  /// The first phrase in `text` that begins at or behind `from`, which must not lie inside a word.
  std::optional<PhraseMatch> next(std::string_view text, std::size_t from = 0) const;

  /// Whether any phrase stands in `text`.
  bool is_in(std::string_view text) const { return next(text).has_value(); }

 private:
  struct Word {
    std::string_view alternatives;  ///< "he|she|they", "fail*"
    int gap = 0;                    ///< how many other words may stand before it
  };
  struct Entry {  ///< one for each alternative of a phrase's first word
    std::string_view first;
    std::size_t row = 0;
    std::size_t begin = 0, end = 0;  ///< of the other words in `words_`
    std::size_t alike = 1;           ///< entries from this one on that have the same first word
  };

  struct Letters {
    std::uint32_t third = 0, fourth = 0;  ///< a bit for each letter
  };

  void add(std::string_view phrase, std::size_t row);
  void finish();
  std::optional<std::size_t> end_of(std::string_view text, std::size_t at, std::size_t word,
                                    std::size_t last) const;
  bool may_go_on(std::string_view text, std::size_t at) const;
  PhraseMatch longest_at(std::string_view text, TextRange word) const;

  std::vector<Word> words_;
  std::vector<Entry> entries_;                ///< by the first two letters of `first`, then by all of it
  std::array<bool, 27 * 27> is_used_{};       ///< which pairs of letters begin an entry
  std::array<Letters, 27 * 27> letters_{};    ///< what follows each pair
  std::vector<std::uint16_t> bucket_begins_;  ///< of each pair of letters in `entries_`
};

/// The words of `text` as PhraseTable sees them: the first that begins at or behind `from`. Empty at the end
/// of `text` if there is none.
TextRange next_word(std::string_view text, std::size_t from);

/// Whether `word`, in any case and with whatever apostrophe, is `pattern`: in lower case, with `*` at the end
/// for any ending.
bool is_like(std::string_view word, std::string_view pattern);

/// Whether `word` is one of the patterns that `alternatives` joins with bars: "he|she|they", "fail*|crash*".
bool is_like_any(std::string_view word, std::string_view alternatives);

}  // namespace pmsite
