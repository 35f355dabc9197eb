// SPDX-License-Identifier: MIT
#include "base/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pmsite {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_allowed_control(char c) { return c == '\t' || c == '\n'; }

/// U+FFFE and U+FFFF are not characters; XML, and so every feed, refuses them.
bool is_noncharacter(std::string_view sequence) {
  return sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
}

std::string describe(std::string_view bytes, int length) {
  const auto first = static_cast<unsigned char>(bytes.front());
  if (length == 0) return fmt::format("byte 0x{:02X} is not valid UTF-8", first);
  if (first == '\r') return "a carriage return without a line feed";
  if (length == 1) return fmt::format("control character U+{:04X}", first);
  return "a code point that is not a character";
}

}  // namespace

int utf8_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
  const auto first = at(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool overlong = first == 0xE0 && at(1) < 0xA0;
    const bool surrogate = first == 0xED && at(1) > 0x9F;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool overlong = first == 0xF0 && at(1) < 0x90;
    const bool too_high = first == 0xF4 && at(1) > 0x8F;
    return continues(1) && continues(2) && continues(3) && !overlong && !too_high ? 4 : 0;
  }
  return 0;
}

int count_characters(std::string_view text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string without_controls(std::string text) {
  std::string clean;
  bool is_clean = true;
  for (std::string_view rest = text; !rest.empty();) {
    const auto length = static_cast<std::size_t>(std::max(utf8_length(rest), 1));
    const auto sequence = rest.substr(0, length);
    const char c = sequence[0];
    const bool is_control = (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) && !is_allowed_control(c);
    const bool is_kept = !is_control && !is_noncharacter(sequence);
    clean += is_kept ? sequence : kReplacement;
    is_clean = is_clean && is_kept;
    rest.remove_prefix(length);
  }
  return is_clean ? text : clean;
}

std::string printable(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const auto length = static_cast<std::size_t>(utf8_length(text));
    const auto sequence = text.substr(0, std::max<std::size_t>(length, 1));
    const bool control =
        length == 1 && (static_cast<unsigned char>(sequence[0]) < 0x20 || sequence[0] == 0x7F);
    // U+202A to U+202E and U+2066 to U+2069 turn the direction of the text around them.
    const bool turns = (sequence >= "\xE2\x80\xAA" && sequence <= "\xE2\x80\xAE") ||
                       (sequence >= "\xE2\x81\xA6" && sequence <= "\xE2\x81\xA9");
    const bool is_c1 = sequence >= "\xC2\x80" && sequence <= "\xC2\x9F";
    if (length == 0 || control || is_c1 || turns) {
      for (const char c : sequence) safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      safe += sequence;
    }
    text.remove_prefix(sequence.size());
  }
  return safe;
}

SourceText::SourceText(std::string its_path, std::string its_text)
    : path(std::move(its_path)), text(std::move(its_text)), line_begins_{0} {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') line_begins_.push_back(i + 1);
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > line_begins_.size()) return {};
  const auto rest = std::string_view(text).substr(line_begins_[static_cast<std::size_t>(number) - 1]);
  return rest.substr(0, rest.find('\n'));
}

Span SourceText::find(std::string_view words, int first, int last) const {
  for (int number = first; number <= last; ++number) {
    const auto column = line(number).find(words);
    if (column != std::string_view::npos)
      return span_on_line(number, static_cast<int>(column) + 1, words.size());
  }
  return span_on_line(first, 1, line(first).size());
}

SourceText clean_source(std::string path, std::string_view bytes, Diagnostics& diagnostics) {
  std::string text;
  text.reserve(bytes.size());
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Position at{1, 1};
  bool reported = false;
  while (!bytes.empty()) {
    if (bytes.starts_with("\r\n")) bytes.remove_prefix(1);
    const int length = utf8_length(bytes);
    const auto sequence = bytes.substr(0, static_cast<std::size_t>(std::max(length, 1)));
    const bool control =
        length == 1 && (static_cast<unsigned char>(sequence[0]) < 0x20 || sequence[0] == 0x7F);
    const bool allowed =
        length > 0 && !is_noncharacter(sequence) && (!control || is_allowed_control(sequence[0]));
    if (!allowed && !reported) {
      reported = true;
      diagnostics.add({&kSourceEncoding, path, span_on_line(at.line, at.column, kReplacement.size()),
                       describe(bytes, length), "save the file as UTF-8 text without control characters"});
    }
    text += allowed ? sequence : kReplacement;
    at = sequence[0] == '\n' ? Position{at.line + 1, 1}
                             : Position{at.line, at.column + static_cast<int>(allowed ? sequence.size()
                                                                                      : kReplacement.size())};
    bytes.remove_prefix(sequence.size());
  }
  return {std::move(path), std::move(text)};
}

}  // namespace pmsite
