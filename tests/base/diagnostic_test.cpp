// SPDX-License-Identifier: MIT
#include "base/diagnostic.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

constexpr Rule kError{"an-error", Level::error, ""};
constexpr Rule kWarning{"a-warning", Level::warning, ""};

}  // namespace

TEST_CASE("a span on a line ends behind its last byte") {
  CHECK(span_on_line(3, 5, 4) == Span{{3, 5}, {3, 9}});
  CHECK(span_on_line(3, 5, 0) == Span{{3, 5}, {3, 5}});
}

TEST_CASE("positions are ordered by line and then by column") {
  CHECK(Position{1, 9} < Position{2, 1});
  CHECK(Position{2, 1} < Position{2, 2});
}

TEST_CASE("diagnostics are sorted by file, position, rule and message") {
  Diagnostics diagnostics;
  diagnostics.add({&kError, "b.md", span_on_line(1, 1, 1), "five", {}});
  diagnostics.add({&kError, "a.md", span_on_line(10, 1, 1), "four", {}});
  diagnostics.add({&kError, "a.md", span_on_line(9, 2, 1), "three", {}});
  diagnostics.add({&kError, "a.md", span_on_line(9, 1, 1), "two", {}});
  diagnostics.add({&kError, "a.md", span_on_line(9, 1, 1), "one and a half", {}});
  diagnostics.add({&kWarning, "a.md", span_on_line(9, 1, 1), "zz one", {}});
  CHECK(faults(diagnostics) ==
        "9:1 a-warning: zz one\n9:1 an-error: one and a half\n9:1 an-error: two\n9:2 an-error: three\n"
        "10:1 an-error: four\n1:1 an-error: five");
}

TEST_CASE("the same diagnostic twice is told and counted once") {
  Diagnostics diagnostics;
  for (int i = 0; i < 2; ++i) diagnostics.add({&kError, "a.md", span_on_line(1, 1, 1), "same", {}});
  diagnostics.add({&kError, "a.md", span_on_line(1, 2, 1), "same", {}});
  CHECK(faults(diagnostics) == "1:1 an-error: same\n1:2 an-error: same");
  CHECK(diagnostics.count(Level::error) == 2);
}

TEST_CASE("warnings are counted apart and are no errors") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.add({&kWarning, "a.md", span_on_line(1, 1, 1), "careful", {}});
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.count(Level::warning) == 1);
  CHECK(diagnostics.count(Level::error) == 0);
  diagnostics.add({&kError, "a.md", span_on_line(1, 1, 1), "wrong", {}});
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.count(Level::error) == 1);
}

TEST_CASE("diagnostics take over what others hold") {
  Diagnostics all, more;
  all.add({&kError, "b.md", span_on_line(1, 1, 1), "first", {}});
  more.add({&kError, "a.md", span_on_line(2, 1, 1), "second", {}});
  all.append(std::move(more));
  CHECK(faults(all) == "2:1 an-error: second\n1:1 an-error: first");
}

TEST_CASE("a reporter of a file names the file in what it reports") {
  Diagnostics diagnostics;
  const FileReporter reporter("content/posts/x.md", diagnostics);
  reporter.report(kError, span_on_line(2, 3, 4), "wrong", "do better");
  REQUIRE(diagnostics.sorted().size() == 1);
  const Diagnostic only = diagnostics.sorted()[0];
  CHECK(only.file == "content/posts/x.md");
  CHECK(only.rule == &kError);
  CHECK(only.at == span_on_line(2, 3, 4));
  CHECK(only.message == "wrong");
  CHECK(only.help == "do better");
  CHECK(reporter.file() == "content/posts/x.md");
}

}  // namespace pmsite
