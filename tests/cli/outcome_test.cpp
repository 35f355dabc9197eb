// SPDX-License-Identifier: MIT
#include "cli/outcome.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr Rule kError{"some-rule", Level::error, "Why."};
constexpr Rule kWarning{"other-rule", Level::warning, "Why."};
constexpr Rule kNote{"third-rule", Level::note, "Why."};

Diagnostics several() {
  Diagnostics diagnostics;
  diagnostics.add({&kWarning, "content/posts/b.md", span_on_line(1, 1, 1), "w", ""});
  diagnostics.add({&kError, "content/posts/a.md", span_on_line(2, 1, 1), "e", ""});
  diagnostics.add({&kWarning, "content/posts/a.md", span_on_line(3, 1, 1), "w", ""});
  return diagnostics;
}

Diagnostics one(const Rule& rule, const std::string& file) {
  Diagnostics diagnostics;
  diagnostics.add({&rule, file, span_on_line(1, 1, 1), "m", ""});
  return diagnostics;
}

}  // namespace

TEST_CASE("diagnostics are counted by level, over files or over posts") {
  CHECK(count_diagnostics(several(), 14) == "1 error, 2 warnings in 2 of 14 posts");
  Diagnostics some = one(kError, "content/posts/a.md");
  CHECK(count_diagnostics(some, 1) == "1 error in 1 of 1 post");
  some.append(one(kError, "pmsite.yaml"));
  CHECK(count_diagnostics(some, 14) == "2 errors in 2 files");
  CHECK(count_diagnostics(one(kWarning, "content/pages/about.md"), 14) == "1 warning in 1 file");
}

TEST_CASE("notes are counted last") {
  Diagnostics diagnostics = several();
  diagnostics.append(one(kNote, "content/posts/c.md"));
  CHECK(count_diagnostics(diagnostics, 14) == "1 error, 2 warnings, 1 note in 3 of 14 posts");
}

TEST_CASE("the hint names the rule of the first error, and nothing where there is none") {
  CHECK(explanation_hint(several()) == "`pmsite explain some-rule` says why and shows how\n");
  CHECK(explanation_hint(one(kWarning, "a.md")) == "");
  Diagnostics advised;
  advised.add({&kError, "a.md", span_on_line(1, 1, 1), "m", "", true});
  CHECK(explanation_hint(advised) == "");
}

TEST_CASE("a folder that holds no site is named harmlessly") {
  Options options;
  options.root = "/tmp/\x1b[31m";
  CHECK(no_site_message(options) ==
        "error: there is no site in `/tmp/\\x1b[31m`: neither pmsite.yaml nor content/posts\n"
        "  = help: go to the site's folder, or name it with -C\n");
}

TEST_CASE(
    "errors of the content are status 1, of the configuration and the theme 2; warnings only if strict") {
  const auto status = [](const Rule& rule, const std::string& file, bool strict) {
    Options options;
    options.strict = strict;
    return status_of(one(rule, file), options);
  };
  CHECK(status_of({}, {}) == 0);
  CHECK(status(kError, "content/posts/a.md", false) == 1);
  CHECK(status(kError, "pmsite.yaml", false) == 2);
  CHECK(status(kError, "themes/default/templates/post.mustache", false) == 2);
  CHECK(status(kWarning, "content/posts/a.md", false) == 0);
  CHECK(status(kWarning, "content/posts/a.md", true) == 1);
}

TEST_CASE("notes never fail, however strict the run") {
  Options strict;
  strict.strict = true;
  CHECK(status_of(one(kNote, "content/posts/a.md"), strict) == 0);
  Diagnostics advised;
  advised.add({&kError, "pmsite.yaml", span_on_line(1, 1, 1), "m", "", true});
  CHECK(status_of(advised, strict) == 0);
}

}  // namespace pmsite
