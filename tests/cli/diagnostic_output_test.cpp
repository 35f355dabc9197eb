// SPDX-License-Identifier: MIT
#include "cli/diagnostic_output.hpp"

#include "engine/json.hpp"
#include "support/golden.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <string>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

constexpr Rule kError{"some-rule", Level::error, "Why."};
constexpr Rule kWarning{"other-rule", Level::warning, "Why."};
constexpr Rule kNote{"third-rule", Level::note, "Why."};

struct Told {
  std::string out, error;
};

Told tell_in(const fs::path& root, const Diagnostics& diagnostics, Options options = {},
             const Environment& environment = {}, const std::string& failure = {}) {
  options.root = root;
  std::ostringstream out, error;
  tell({diagnostics, 14, failure}, options, environment, out, error);
  return {out.str(), error.str()};
}

Diagnostics several() {
  Diagnostics diagnostics;
  diagnostics.add({&kWarning, "content/posts/b.md", span_on_line(1, 1, 1), "w", ""});
  diagnostics.add({&kError, "content/posts/a.md", span_on_line(2, 1, 1), "e", ""});
  diagnostics.add({&kNote, "content/posts/a.md", span_on_line(3, 1, 1), "n", ""});
  return diagnostics;
}

void write_files(const TemporaryFolder& folder) {
  folder.write("content/posts/a.md", "\xEF\xBB\xBFone\r\ntwo\r\nthree\n");
  folder.write("content/posts/b.md", "other\n");
}

Options with(Format format) {
  Options options;
  options.format = format;
  return options;
}

}  // namespace

TEST_CASE("people read each diagnostic once on standard error, sorted, with its line, and no notes") {
  const TemporaryFolder folder;
  write_files(folder);
  Diagnostics twice = several();
  twice.append(several());
  const Told told = tell_in(folder.path(), twice);
  CHECK(told.out == "");
  CHECK(told.error ==
        "error[some-rule]: e\n --> content/posts/a.md:2:1\n  |\n2 | two\n  | ^\n\n"
        "warning[other-rule]: w\n --> content/posts/b.md:1:1\n  |\n1 | other\n  | ^\n\n");
}

TEST_CASE("whoever asks for all there is gets notes too, in every format") {
  const TemporaryFolder folder;
  write_files(folder);
  for (const auto format : {Format::human, Format::json, Format::github, Format::sarif}) {
    Options options = with(format);
    const Told few = tell_in(folder.path(), several(), options);
    CHECK((few.out + few.error).find("content/posts/a.md") != std::string::npos);
    CHECK(count_of(few.out + few.error, "third-rule") == 0);
    options.verbose = true;
    const Told all = tell_in(folder.path(), several(), options);
    CHECK(count_of(all.out + all.error, "third-rule") == 1);
  }
}

TEST_CASE("programs read standard output, and nothing stands on standard error") {
  const TemporaryFolder folder;
  write_files(folder);
  const Told json = tell_in(folder.path(), several(), with(Format::json));
  CHECK(json.error == "");
  CHECK(column(at(parse_json(json.out).operator*(), "diagnostics"), "rule") == "some-rule|other-rule");
  const Told github = tell_in(folder.path(), several(), with(Format::github));
  CHECK(github.error == "");
  CHECK(github.out.starts_with("::error file=content/posts/a.md,line=2,endLine=2,col=1,endColumn=2,"));
  const Told sarif = tell_in(folder.path(), several(), with(Format::sarif));
  CHECK(sarif.error == "");
  CHECK(sarif.out.find("\"version\": \"2.1.0\"") != std::string::npos);
}

TEST_CASE("a report is whole also where there is nothing to report") {
  const TemporaryFolder folder;
  CHECK(tell_in(folder.path(), {}, with(Format::json)).out.starts_with("{\n  \"version\""));
  CHECK(tell_in(folder.path(), {}, with(Format::sarif)).out.starts_with("{\n  \"$schema\""));
  CHECK(tell_in(folder.path(), {}, with(Format::github)).out == "");
  CHECK(tell_in(folder.path(), {}, with(Format::human)).error == "");
}

TEST_CASE("a failure of the world is part of the log") {
  const TemporaryFolder folder;
  CHECK(
      tell_in(folder.path(), {}, with(Format::sarif), {}, "the disk is full").out.find("the disk is full") !=
      std::string::npos);
}

TEST_CASE("colour is for people only") {
  const TemporaryFolder folder;
  write_files(folder);
  Options options;
  options.color = ColorChoice::always;
  CHECK(tell_in(folder.path(), several(), options).error.starts_with("\x1b[1;31merror["));
  options.format = Format::github;
  CHECK(tell_in(folder.path(), several(), options).out.find('\x1b') == std::string::npos);
}

TEST_CASE("for GitHub the summary of the step is added to its file") {
  const TemporaryFolder folder;
  write_files(folder);
  Environment environment;
  environment.step_summary = folder.write("summary.md", "before\n");
  CHECK(tell_in(folder.path(), several(), with(Format::github), environment).error == "");
  const std::string summary = read_tree(folder.path()).at("summary.md");
  CHECK(summary.starts_with("before\n### pmsite&#58; 1 error, 1 warning in 2 of 14 posts\n\n| level |"));
  CHECK(tell_in(folder.path(), {}, with(Format::github), environment).error == "");
  CHECK(read_tree(folder.path())
            .at("summary.md")
            .ends_with("### pmsite&#58; no errors, no warnings in 14 posts\n\n"));
  for (const auto format : {Format::human, Format::json, Format::sarif})
    tell_in(folder.path(), several(), with(format), environment);
  CHECK(read_tree(folder.path()).at("summary.md").ends_with("no warnings in 14 posts\n\n"));
}

TEST_CASE("a summary that cannot be written is a warning, and the report is whole") {
  const TemporaryFolder folder;
  write_files(folder);
  Environment environment;
  environment.step_summary = folder.path() / "none" / "\x1b[31m";
  const Told told = tell_in(folder.path(), several(), with(Format::github), environment);
  CHECK(told.error == "warning: cannot write the summary of the step to `" +
                          (folder.path() / "none").string() + "/\\x1b[31m`\n");
  CHECK(count_of(told.out, "\n") == 2);
}

TEST_CASE("GitHub is told of files by their path in the repository, of which the site may be a folder") {
  const TemporaryFolder folder;
  folder.write("blog/content/posts/a.md", "one\ntwo\n");
  Diagnostics diagnostics;
  diagnostics.add({&kError, "content/posts/a.md", span_on_line(2, 1, 1), "e", ""});
  Environment environment;
  const auto file_in = [&](const fs::path& workspace) {
    environment.workspace = workspace;
    const Told told = tell_in(folder.path() / "blog", diagnostics, with(Format::github), environment);
    return between(told.out, "file=", ",");
  };
  CHECK(file_in(folder.path()) == "blog/content/posts/a.md");
  CHECK(file_in(folder.path() / "blog") == "content/posts/a.md");
  CHECK(file_in(folder.path() / "elsewhere") == "content/posts/a.md");
  CHECK(file_in({}) == "content/posts/a.md");
  fs::create_directory_symlink(folder.path(), folder.path() / "alias");
  CHECK(file_in(folder.path() / "alias") == "blog/content/posts/a.md");
  environment.workspace = folder.path();
  CHECK(tell_in(folder.path() / "blog", diagnostics, with(Format::sarif), environment)
            .out.find("\"uri\": \"blog/content/posts/a.md\"") != std::string::npos);
  CHECK(tell_in(folder.path() / "blog", diagnostics, with(Format::json), environment)
            .out.find("\"file\": \"content/posts/a.md\"") != std::string::npos);
}

TEST_CASE("the program takes both places from the variables of a workflow") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  const std::string root = folder.path().string();
  const Run run = run_outside(folder.path() / "content", {"-C", root, "check", "--format", "github"},
                              {"GITHUB_WORKSPACE=" + folder.path().parent_path().string(),
                               "GITHUB_STEP_SUMMARY=" + root + "/summary.md"});
  CHECK(run.status == 1);
  CHECK(run.out.starts_with("::error file=" + folder.path().filename().string() + "/content/posts/"));
  CHECK(read_tree(folder.path()).at("summary.md").starts_with("### pmsite&#58; "));
}

}  // namespace pmsite
