// SPDX-License-Identifier: MIT
#include "cli/diagnostic_place.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "prose/secrets.hpp"
#include "read/content_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace pmsite {
namespace {

/// A span without length means its whole line.
Span widened(Span at, std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (at.begin != at.end || first == std::string_view::npos) return at;
  return span_on_line(at.begin.line, static_cast<int>(first) + 1, trim(line).size());
}

/// Turns bytes into characters. Diagnostics come in the order of their places, so it goes on from where it
/// was: a line of half a megabyte with a fault in every word is walked once.
class ColumnCounter {
 public:
  explicit ColumnCounter(const SourceText& source) : source_(&source) {}

  /// The column in characters, from 1, of a position in bytes.
  int column(Position position) {
    const auto line = source_->line(position.line);
    const auto bytes = std::min(static_cast<std::size_t>(std::max(position.column, 1)) - 1, line.size());
    if (position.line != at_.line || bytes < bytes_) {
      at_.line = position.line;
      bytes_ = 0;
      characters_ = 0;
    }
    characters_ += count_characters(line.substr(bytes_, bytes - bytes_));
    bytes_ = bytes;
    at_.column = position.column;
    return characters_ + 1;
  }

  bool is_behind(Position position) const { return position < at_; }

 private:
  const SourceText* source_;
  Position at_;
  std::size_t bytes_ = 0;
  int characters_ = 0;
};

Place place_of(Span at, ColumnCounter& begins, ColumnCounter& ends) {
  const Position end = std::max(at.begin, at.end);
  const int column = begins.column(at.begin);
  // The ends have an order of their own; it is shorter to count from the beginning than from that of the
  // line.
  if (ends.is_behind(end)) ends = begins;
  return {at.begin.line, column, end.line, ends.column(end)};
}

/// The text with stars for what must not get into a log as well. Bytes above ASCII stay, so that columns do.
SourceText without_secrets(const SourceText& source) {
  const auto secrets = find_secrets(source.text);
  if (secrets.empty()) return source;
  std::string text = source.text;
  for (const auto& secret : secrets)
    for (std::size_t i = secret.at.begin; i < secret.at.end; ++i)
      if (text[i] != '\n' && static_cast<unsigned char>(text[i]) < 0x80) text[i] = '*';
  return {source.path, std::move(text)};
}

}  // namespace

std::vector<PlacedDiagnostic> place_in(const SourceText& source, const std::vector<Diagnostic>& sorted) {
  ColumnCounter begins(source), ends(source);
  std::vector<PlacedDiagnostic> placed;
  placed.reserve(sorted.size());
  for (auto diagnostic : sorted) {
    const auto line = source.line(diagnostic.at.begin.line);
    diagnostic.at = widened(diagnostic.at, line);
    const Place place = place_of(diagnostic.at, begins, ends);
    placed.push_back({std::move(diagnostic), place, line});
  }
  return placed;
}

PlacedDiagnostics place_diagnostics(const std::vector<Diagnostic>& sorted,
                                    const std::filesystem::path& root) {
  PlacedDiagnostics placed;
  for (auto first = sorted.begin(); first != sorted.end();) {
    const auto last = std::find_if(first, sorted.end(),
                                   [&first](const Diagnostic& other) { return other.file != first->file; });
    const auto bytes = read_file(root, first->file, kLargestPost);
    Diagnostics ignored;  // what is wrong with the bytes has been reported when they were read
    const SourceText& source = placed.sources.emplace_back(
        without_secrets(clean_source(first->file, bytes ? *bytes : std::string(), ignored)));
    auto items = place_in(source, {first, last});
    std::move(items.begin(), items.end(), std::back_inserter(placed.items));
    first = last;
  }
  return placed;
}

}  // namespace pmsite
