// SPDX-License-Identifier: MIT
#include "model/passage.hpp"

#include <algorithm>
#include <iterator>

namespace pmsite {

Span Passage::span(TextRange range) const {
  const auto behind =
      std::upper_bound(pieces.begin(), pieces.end(), range.begin,
                       [](std::size_t offset, const Piece& piece) { return offset < piece.offset; });
  if (behind == pieces.begin()) return pieces.empty() ? Span{} : span_on_line(pieces.front().at.line, 1, 0);
  const Piece& piece = *std::prev(behind);
  const bool in_one_piece = behind == pieces.end() || range.end <= behind->offset;
  if (piece.at.column == 0) return span_on_line(piece.at.line, 1, 0);
  const int column = piece.at.column + static_cast<int>(range.begin - piece.offset);
  // Up to the end of the piece at most, without the blank that stands for a line break.
  const auto inside = TextRange{range.begin, in_one_piece ? range.end : behind->offset}.of(text);
  const std::size_t length = inside.substr(0, inside.find_last_not_of(' ') + 1).size();
  return span_on_line(piece.at.line, column, std::max<std::size_t>(length, 1));
}

}  // namespace pmsite
