// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pmsite {

/// The words of a text, one after the other, as the search index spells them. A word is a run of letters and
/// digits of any script; its ASCII letters are small and it has lost the `s` of an English plural. Accents
/// and capitals beyond ASCII are left to the reader's browser, which knows them. Left out are single letters
/// of ASCII, and words of more than 40 bytes, which nobody types.
class SearchWords {
 public:
  explicit SearchWords(std::string_view text) : text_(text) {}

  /// Goes to the next word; false at the end.
  bool next();

  const std::string& word() const { return word_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
};

/// Whether every English text has this word, spelled as above: "the", "from". Nobody finds anything by it.
bool is_common_search_word(std::string_view word);

}  // namespace pmsite
