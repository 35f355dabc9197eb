// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

inline constexpr Rule kSourceEncoding{
    .id = "source-encoding",
    .level = Level::error,
    .why = "A file that is not plain UTF-8 text shows garbage to somebody.",
    .wrong = "a file saved as UTF-16",
    .right = "the same file saved as UTF-8",
    .basis = "CommonMark and YAML are defined over Unicode text; the web is UTF-8.",
};
inline constexpr Rule kSourceFile{
    .id = "source-file",
    .level = Level::error,
    .why =
        "Content must be regular files of a sane size: a link could name any file of the machine that "
        "builds, and a huge file stalls it.",
    .wrong = "content/posts/2026-03-04-dns.md -> /etc/passwd",
    .right = "content/posts/2026-03-04-dns.md",
    .basis = "GitHub Pages refuses links in a site for the same reason.",
};

/// A text file of the author's: valid UTF-8, lines end in '\n', no byte order mark, no control characters.
struct SourceText {
  SourceText() = default;
  SourceText(std::string its_path, std::string its_text);

  std::string path;  ///< as diagnostics name it
  std::string text;

  /// The text of line `number` (from 1), without its line end; empty past the end.
  std::string_view line(int number) const;

  /// Where `words` first stand on the lines `first` to `last`; the whole of line `first` if they do not.
  Span find(std::string_view words, int first, int last) const;

 private:
  std::vector<std::size_t> line_begins_;  // offsets; messages ask for lines in any order
};

/// Makes raw bytes safe for every parser: drops a byte order mark, turns CRLF into LF, and reports the first
/// byte that is not allowed (bad UTF-8, NUL and other control characters, a lone CR, U+FFFE and U+FFFF). What
/// was not allowed is replaced by U+FFFD, so that reading can go on and find the other faults.
SourceText clean_source(std::string path, std::string_view bytes, Diagnostics& diagnostics);

/// The text with U+FFFD for each control character but tab and line feed. Sources hold none, but `&#1;` in
/// Markdown and
/// "\x01" in YAML make them.
std::string without_controls(std::string text);

/// A text with names from outside, safe to print: what a terminal would obey (controls, marks that turn the
/// direction of text) is shown as \xNN.
std::string printable(std::string_view text);

/// Length in bytes of the UTF-8 sequence at the front of `bytes`, or 0 if it is not well-formed (RFC 3629: no
/// surrogates, no overlong forms, nothing above U+10FFFF). `bytes` must not be empty.
int utf8_length(std::string_view bytes);

/// How many characters (code points) the text has. The text must be valid UTF-8.
int count_characters(std::string_view text);

}  // namespace pmsite
