// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A place in a file: line and column count from 1, columns are bytes. 0 means unknown.
struct Position {
  int line = 0;
  int column = 0;
  auto operator<=>(const Position&) const = default;
};

/// From `begin` up to, not including, `end`. Where both are the same, the whole line is meant.
struct Span {
  Position begin;
  Position end;
  auto operator<=>(const Span&) const = default;
};

/// A span of `length` bytes on one line.
Span span_on_line(int line, int column, std::size_t length);

/// A value, and where its author wrote it.
template <class T> struct Located {
  T value{};
  Span at;
};

/// A note is advice: it fails nothing, and is printed where somebody asks for all there is to say.
enum class Level { error, warning, note };

/// "error", "warning", "note".
std::string_view level_name(Level level);

/// What a rule is; what it tests lives beside it in `read/` or `check/`. Rows are constants, so that an id is
/// spelt once in the program.
struct Rule {
  std::string_view id;  ///< kebab-case, printed, documented, never reused
  Level level;
  std::string_view why;         ///< one sentence for the author who meets the rule
  std::string_view wrong = {};  ///< the shortest text that breaks it; may have several lines
  std::string_view right = {};  ///< the same, put right
  std::string_view basis = {};  ///< what it rests on: a standard, a practice of the field, something measured
};

/// The author wrote something that needs their attention.
struct Diagnostic {
  const Rule* rule = nullptr;  ///< never null once added
  std::string file;            ///< relative to the site root, with '/'
  Span at;
  std::string message;   ///< what is wrong: lower case, no full stop
  std::string help;      ///< what to do instead; may be empty
  bool advised = false;  ///< the post's profile only advises what the rule asks

  /// The rule's level, or a note where the profile only advises it.
  Level level() const { return advised ? Level::note : rule->level; }
};

/// Collected while reading and checking, sorted and printed once.
class Diagnostics {
 public:
  /// Keeps one diagnostic. `diagnostic.rule` must be set and its line known: anything else is a bug (assert).
  void add(Diagnostic diagnostic);
  /// Takes over everything that `other` holds.
  void append(Diagnostics other);
  bool has_errors() const;
  int count(Level level) const;
  /// By file, position, rule and message, each once: the same on every run.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
};

/// Reports faults of one file: spares each caller the file name.
class FileReporter {
 public:
  FileReporter(std::string file, Diagnostics& diagnostics);
  void report(const Rule& rule, Span at, std::string message, std::string help = {}) const;
  /// The same for a rule that the post's profile only advises.
  void advise(const Rule& rule, Span at, std::string message, std::string help = {}) const;
  const std::string& file() const { return file_; }

 private:
  std::string file_;
  Diagnostics& diagnostics_;
};

}  // namespace pmsite
