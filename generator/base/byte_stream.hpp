// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pmsite {

// Numbers and texts as bytes, for what only this program reads again: answers of its processes and its cache.

/// Writes one thing after the other.
class ByteWriter {
 public:
  void number(std::uint32_t value);
  /// A text with its length before it.
  void text(std::string_view value);

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads them back in the same order. The bytes may be anybody's: where they end early, numbers are 0, texts
/// are empty, and is_whole() is false from then on.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number();
  /// Points into the bytes.
  std::string_view text();
  /// How many things follow, each of at least `smallest` bytes; 0 where there cannot be so many.
  std::uint32_t count(std::size_t smallest = 1);

  bool is_whole() const { return is_whole_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_whole_ = true;
};

}  // namespace pmsite
