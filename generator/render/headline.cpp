// SPDX-License-Identifier: MIT
#include "render/headline.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pmsite {
namespace {

// Tight steps, so that a word more does not make a much smaller headline. The smallest can still be read
// where a card is shown at a quarter of its size.
constexpr std::array kSizes = {128, 120, 112, 104, 98, 92, 86, 80, 75, 70, 66, 62, 58, 54, 50, 47, 44};

constexpr int kTracking = -kUnitsPerEm / 100;  // large letters look loose

/// How far a letter may reach beyond the place where the next one begins ("f", "Ť"), in units of the em.
constexpr int kOverhang = kUnitsPerEm / 16;

int line_height_of(int size) { return size * 27 / 25; }

std::size_t most_lines(int size, int height) {
  return std::clamp<std::size_t>(static_cast<std::size_t>(height / line_height_of(size)), 1,
                                 kMostHeadlineLines);
}

using Lines = std::vector<TextRange>;  // in characters

/// A text and its words, measured once; lengths are in units of the em.
class Copy {
 public:
  explicit Copy(const std::u32string& text)
      : text_(text), places_(pen_places(text, {Font::serif_bold, kSizes[0], kTracking})) {
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find(U' ', begin), text.size());
      if (end > begin) words_.push_back({begin, end});
      begin = end + 1;
    }
  }

  int length(std::size_t begin, std::size_t end) const { return places_[end] - places_[begin] + kOverhang; }

  int longest_word() const {
    int longest = 0;
    for (const auto& word : words_) longest = std::max(longest, length(word.begin, word.end));
    return longest;
  }

  /// Cuts words that are longer than `most` into pieces that are not.
  void cut_words(int most) {
    Lines pieces;
    for (auto word : words_) {
      for (auto end = word.end; length(word.begin, end) > most;) {
        while (end > word.begin + 1 && length(word.begin, end) > most) --end;
        pieces.push_back({word.begin, end});
        word.begin = end;
        end = word.end;
        if (word.begin == end) break;
      }
      if (word.begin < word.end) pieces.push_back(word);
    }
    words_ = std::move(pieces);
  }

  /// Fills line after line with as many words as fit.
  Lines filled(int most) const {
    Lines lines;
    for (const auto& word : words_) {
      if (lines.empty() || length(lines.back().begin, word.end) > most) {
        lines.push_back(word);
      } else {
        lines.back().end = word.end;
      }
    }
    return lines;
  }

  /// The same number of lines as `filled(most)`, but as short as can be.
  Lines balanced(int most) const {
    const auto count = filled(most).size();
    int too_short = longest_word() - 1, enough = most;
    while (enough - too_short > 1) {
      const int middle = too_short + (enough - too_short) / 2;
      (filled(middle).size() > count ? too_short : enough) = middle;
    }
    return filled(enough);
  }

  std::u32string at(const TextRange& range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

 private:
  const std::u32string& text_;
  std::vector<int> places_;
  Lines words_;
};

Headline headline_of(const Copy& copy, const Lines& lines, int size) {
  Headline headline{{Font::serif_bold, size, kTracking}, line_height_of(size), {}};
  for (const auto& line : lines) headline.lines.push_back(copy.at(line));
  return headline;
}

}  // namespace

Headline set_headline(const std::u32string& text, int width, int height) {
  Copy copy(text);
  for (const int size : kSizes) {
    const int most = width * kUnitsPerEm / size;
    if (copy.longest_word() <= most && copy.filled(most).size() <= most_lines(size, height))
      return headline_of(copy, copy.balanced(most), size);
  }
  const int size = kSizes.back(), most = width * kUnitsPerEm / size;
  copy.cut_words(most);
  auto lines = copy.filled(most);
  const auto count = most_lines(size, height);
  if (lines.size() <= count) return headline_of(copy, lines, size);
  lines.resize(count);
  lines.back().end = text.size();
  Headline headline = headline_of(copy, lines, size);
  headline.lines.back() = shortened(std::move(headline.lines.back()), headline.style, width);
  return headline;
}

}  // namespace pmsite
