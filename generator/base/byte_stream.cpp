// SPDX-License-Identifier: MIT
#include "base/byte_stream.hpp"

#include <cstring>
#include <limits>
#include <stdexcept>

namespace pmsite {

void ByteWriter::number(std::uint32_t value) {
  bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void ByteWriter::text(std::string_view value) {
  if (value.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("ByteWriter::text");
  number(static_cast<std::uint32_t>(value.size()));
  bytes_.append(value);
}

std::uint32_t ByteReader::number() {
  std::uint32_t value = 0;
  is_whole_ = is_whole_ && rest_.size() >= sizeof value;
  if (!is_whole_) return 0;
  std::memcpy(&value, rest_.data(), sizeof value);
  rest_.remove_prefix(sizeof value);
  return value;
}

std::string_view ByteReader::text() {
  const std::uint32_t size = number();
  is_whole_ = is_whole_ && size <= rest_.size();
  if (!is_whole_) return {};
  const auto text = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return text;
}

std::uint32_t ByteReader::count(std::size_t smallest) {
  const std::uint32_t count = number();
  is_whole_ = is_whole_ && count <= rest_.size() / smallest;
  return is_whole_ ? count : 0;
}

}  // namespace pmsite
