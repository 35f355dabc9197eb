// SPDX-License-Identifier: MIT
#include "cli/diagnostic_printer.hpp"

#include "base/source.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace pmsite {
namespace {

constexpr int kWidestExcerpt = 100;  // characters

/// The part of a line that is shown, and where the underline goes, in characters.
struct Excerpt {
  std::string text;
  int indent = 0;
  int length = 1;
};

/// Where `number` characters behind `from` end.
std::size_t skip_characters(std::string_view text, std::size_t from, int number) {
  for (; number > 0 && from < text.size(); --number)
    from += static_cast<std::size_t>(std::max(1, utf8_length(text.substr(from))));
  return from;
}

/// Where the `number` characters before `from` begin.
std::size_t skip_back(std::string_view text, std::size_t from, int number) {
  const auto continues = [&text](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  for (; number > 0 && from > 0; --number) do {
      --from;
    } while (from > 0 && continues(from));
  return from;
}

/// The bytes of characters `first` .. `first + count` of `text`.
std::string_view characters(std::string_view text, int first, int count) {
  const auto begin = skip_characters(text, 0, first);
  return text.substr(begin, skip_characters(text, begin, count) - begin);
}

/// Looks at no more of the line than it may show, since a line can be half a megabyte long.
Excerpt excerpt_of(const Span& at, std::string_view whole_line) {
  const auto offset = [](const Position& position) {
    return static_cast<std::size_t>(std::max(1, position.column)) - 1;
  };
  const auto begin = std::min(offset(at.begin), whole_line.size());
  const auto window = skip_back(whole_line, begin, kWidestExcerpt);
  const auto window_end = skip_characters(whole_line, begin, kWidestExcerpt + 1);
  std::string line(whole_line.substr(window, window_end - window));
  std::replace(line.begin(), line.end(), '\t', ' ');  // one column each, as they are counted
  const std::string prefix = line.substr(0, begin - window);
  const auto end = at.end.line == at.begin.line ? std::max(offset(at.end), begin) : window_end;
  const std::string marked = line.substr(prefix.size(), end - begin);
  // Counted as printed: what is spelt out takes more room.
  const std::string shown = printable(line);
  Excerpt excerpt{shown, count_characters(printable(prefix)),
                  std::max(1, count_characters(printable(marked)))};
  int shown_from = 0;
  // A long line is shown around the place; there is always room for a few words before it.
  if (excerpt.indent > kWidestExcerpt * 3 / 4) shown_from = excerpt.indent - kWidestExcerpt / 4;
  const bool cut = count_characters(shown) - shown_from > kWidestExcerpt;
  excerpt.text = (shown_from > 0 ? "…" : "") + std::string(characters(shown, shown_from, kWidestExcerpt)) +
                 (cut ? "…" : "");
  excerpt.indent += (shown_from > 0 ? 1 : 0) - shown_from;
  excerpt.length = std::min(excerpt.length, std::max(1, kWidestExcerpt - excerpt.indent));
  return excerpt;
}

}  // namespace

std::string format_diagnostic(const PlacedDiagnostic& placed, Coloring coloring) {
  const auto& [diagnostic, place, line] = placed;
  const Colors colors = colors_of(coloring);
  const auto color = color_of(colors, diagnostic.level());
  const std::string number = std::to_string(place.line);
  const std::string gutter(number.size(), ' ');

  std::string text =
      fmt::format("{}{}[{}]{}: {}{}{}\n", color, level_name(diagnostic.level()), diagnostic.rule->id,
                  colors.reset, colors.strong, printable(diagnostic.message), colors.reset);
  text += fmt::format("{}{}-->{} {}:{}:{}\n", gutter, colors.frame, colors.reset, printable(diagnostic.file),
                      number, place.column);
  if (line.find_first_not_of(" \t") != std::string_view::npos) {
    const Excerpt excerpt = excerpt_of(diagnostic.at, line);
    text += fmt::format("{} {}|{}\n", gutter, colors.frame, colors.reset);
    text += fmt::format("{}{} |{} {}\n", colors.frame, number, colors.reset, excerpt.text);
    text += fmt::format("{} {}|{} {}{}{}{}\n", gutter, colors.frame, colors.reset,
                        std::string(static_cast<std::size_t>(excerpt.indent), ' '), color,
                        std::string(static_cast<std::size_t>(excerpt.length), '^'), colors.reset);
  }
  if (!diagnostic.help.empty())
    text +=
        fmt::format("{} {}={} help: {}\n", gutter, colors.frame, colors.reset, printable(diagnostic.help));
  return text;
}

}  // namespace pmsite
