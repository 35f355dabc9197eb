// SPDX-License-Identifier: MIT
#include "cli/diagnostic_printer.hpp"

#include "base/file.hpp"
#include "base/source.hpp"
#include "base/text.hpp"
#include "read/content_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string_view>

namespace pmsite {
namespace {

constexpr int kWidestExcerpt = 100;  // characters

/// Escape sequences of a terminal, or nothing.
struct Palette {
  std::string_view error, warning, frame, strong, reset;
};

Palette palette_of(Coloring coloring) {
  if (coloring == Coloring::plain) return {};
  return {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"};
}

/// The part of a line that is shown, and where the underline goes, in characters.
struct Excerpt {
  std::string text;
  int indent = 0;
  int length = 1;
};

/// The bytes of characters `first` .. `first + count` of `text`.
std::string_view characters(std::string_view text, int first, int count) {
  const auto skip = [&text](std::size_t from, int number) {
    for (; number > 0 && from < text.size(); --number)
      from += static_cast<std::size_t>(std::max(1, utf8_length(text.substr(from))));
    return from;
  };
  const auto begin = skip(0, first);
  return text.substr(begin, skip(begin, count) - begin);
}

/// A span without length means its whole line.
Span widened(Span at, std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (at.begin != at.end || first == std::string_view::npos) return at;
  return span_on_line(at.begin.line, static_cast<int>(first) + 1, trim(line).size());
}

Excerpt excerpt_of(const Span& at, std::string line) {
  std::replace(line.begin(), line.end(), '\t', ' ');  // one column each, as they are counted
  const auto& [begin, end] = at;
  const auto column = static_cast<std::size_t>(std::max(1, begin.column)) - 1;
  const std::string prefix = line.substr(0, std::min(column, line.size()));
  const auto last =
      end.line == begin.line ? static_cast<std::size_t>(std::max(end.column, begin.column)) - 1 : line.size();
  const std::string marked = line.substr(prefix.size(), std::max(last, prefix.size()) - prefix.size());
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

Coloring coloring_of(const Options& options, const Environment& environment) {
  if (options.color == ColorChoice::always) return Coloring::colored;
  const bool colored =
      options.color == ColorChoice::automatic && environment.error_is_terminal && !environment.no_color;
  return colored ? Coloring::colored : Coloring::plain;
}

std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view line, Coloring coloring) {
  const Palette palette = palette_of(coloring);
  const bool is_error = diagnostic.rule->level == Level::error;
  const auto level_color = is_error ? palette.error : palette.warning;
  const Span at = widened(diagnostic.at, line);
  const Excerpt excerpt = excerpt_of(at, std::string(line));
  const std::string number = std::to_string(diagnostic.at.begin.line);
  const std::string gutter(number.size(), ' ');
  const int column =
      count_characters(
          line.substr(0, std::min(line.size(), static_cast<std::size_t>(std::max(1, at.begin.column)) - 1))) +
      1;

  std::string text =
      fmt::format("{}{}[{}]{}: {}{}{}\n", level_color, is_error ? "error" : "warning", diagnostic.rule->id,
                  palette.reset, palette.strong, printable(diagnostic.message), palette.reset);
  text += fmt::format("{}{}-->{} {}:{}:{}\n", gutter, palette.frame, palette.reset,
                      printable(diagnostic.file), number, column);
  if (!trim(line).empty()) {
    text += fmt::format("{} {}|{}\n", gutter, palette.frame, palette.reset);
    text += fmt::format("{}{} |{} {}\n", palette.frame, number, palette.reset, excerpt.text);
    text += fmt::format("{} {}|{} {}{}{}{}\n", gutter, palette.frame, palette.reset,
                        std::string(static_cast<std::size_t>(excerpt.indent), ' '), level_color,
                        std::string(static_cast<std::size_t>(excerpt.length), '^'), palette.reset);
  }
  if (!diagnostic.help.empty())
    text +=
        fmt::format("{} {}={} help: {}\n", gutter, palette.frame, palette.reset, printable(diagnostic.help));
  return text;
}

void print_diagnostics(const Diagnostics& diagnostics, const std::filesystem::path& root, Coloring coloring,
                       std::ostream& error) {
  SourceText source;
  for (const auto& diagnostic : diagnostics.sorted()) {
    if (source.path != diagnostic.file) {
      const auto bytes = read_file(root, diagnostic.file, kLargestPost);
      Diagnostics ignored;  // what is wrong with the bytes has been reported when they were read
      source = clean_source(diagnostic.file, bytes ? *bytes : std::string(), ignored);
    }
    error << format_diagnostic(diagnostic, source.line(diagnostic.at.begin.line), coloring) << "\n";
  }
}

std::string count_diagnostics(const Diagnostics& diagnostics, std::size_t posts) {
  std::set<std::string> files;
  bool only_posts = true;
  for (const auto& diagnostic : diagnostics.sorted()) {
    files.insert(diagnostic.file);
    only_posts = only_posts && diagnostic.file.ends_with(".md") && !diagnostic.file.starts_with(kPagesFolder);
  }
  const auto errors = static_cast<std::size_t>(diagnostics.count(Level::error));
  const auto warnings = static_cast<std::size_t>(diagnostics.count(Level::warning));
  std::string text = errors > 0 ? counted(errors, "error") : "";
  if (warnings > 0) text += (text.empty() ? "" : ", ") + counted(warnings, "warning");
  if (only_posts && posts >= files.size())
    return fmt::format("{} in {} of {}", text, files.size(), counted(posts, "post"));
  return fmt::format("{} in {}", text, counted(files.size(), "file"));
}

std::string no_site_message(const Options& options) {
  return fmt::format(
      "error: there is no site in `{}`: neither pmsite.yaml nor content/posts\n"
      "  = help: go to the site's folder, or name it with -C\n",
      printable(options.root.string()));
}

int status_of(const Diagnostics& diagnostics, const Options& options) {
  const bool failed = diagnostics.has_errors() || (options.strict && diagnostics.count(Level::warning) > 0);
  if (!failed) return exit_status::kDone;
  for (const auto& diagnostic : diagnostics.sorted()) {
    const bool configuration = diagnostic.file == kConfigFile || diagnostic.file.starts_with("themes/");
    if (configuration && diagnostic.rule->level == Level::error) return exit_status::kUsage;
  }
  return exit_status::kContentErrors;
}

}  // namespace pmsite
