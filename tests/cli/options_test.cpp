// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include "base/time.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

Environment environment_in(const fs::path& folder) {
  Environment environment;
  environment.working_folder = folder;
  environment.now = sample_time();
  environment.seconds_since_start = [] { return 0.0; };
  environment.processors = 3;
  return environment;
}

ParsedCommandLine parse(const fs::path& folder, const std::vector<std::string>& arguments) {
  return parse_command_line(arguments, environment_in(folder));
}

Options options(const fs::path& folder, const std::vector<std::string>& arguments) {
  const ParsedCommandLine parsed = parse(folder, arguments);
  CHECK(parsed.error == "");
  CHECK(parsed.exit_status == 0);
  return parsed.options;
}

/// What the user is told; the status must be that of wrong usage, and no verb may run.
std::string complaint(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  const ParsedCommandLine parsed = parse(folder.path(), arguments);
  CHECK(parsed.verb == Verb::none);
  CHECK(parsed.exit_status == 2);
  CHECK(parsed.out == "");
  return parsed.error;
}

const std::string kSeeHelp =
    "  = help: `pmsite --help` lists the verbs, `pmsite VERB --help` the options of one\n";

}  // namespace

TEST_CASE("without options the defaults hold") {
  const TemporaryFolder folder;
  const Options chosen = options(folder.path(), {"build"});
  CHECK(chosen.root == folder.path());
  CHECK(chosen.output == folder.path() / "public");
  CHECK(chosen.output_name == "public");
  CHECK(chosen.now == sample_time());
  CHECK(chosen.jobs == 3);
  CHECK(chosen.color == ColorChoice::automatic);
  CHECK(chosen.base_url == "");
  CHECK(chosen.profile == "");
  CHECK(chosen.format == Format::human);
  CHECK_FALSE((chosen.quiet || chosen.verbose || chosen.strict || chosen.with_drafts || chosen.with_future ||
               chosen.portable));
}

TEST_CASE("every option of a build is understood") {
  const TemporaryFolder folder;
  const Options chosen =
      options(folder.path(), {"build", "-o", "out", "--base-url", "https://shop.example/blog", "--drafts",
                              "--future", "--portable", "--now", "2026-03-04", "--jobs", "7", "--strict",
                              "-q", "--color", "never", "--profile", "sre"});
  CHECK(chosen.output == folder.path() / "out");
  CHECK(chosen.output_name == "out");
  CHECK(chosen.base_url == "https://shop.example/blog/");
  CHECK((chosen.quiet && chosen.strict && chosen.with_drafts && chosen.with_future && chosen.portable));
  CHECK(format_rfc3339({chosen.now}) == "2026-03-04T00:00:00Z");
  CHECK(chosen.jobs == 7);
  CHECK(chosen.color == ColorChoice::never);
  CHECK(chosen.profile == "sre");
}

TEST_CASE("options for all verbs may stand before the verb or behind it") {
  const TemporaryFolder folder;
  CHECK(options(folder.path(), {"-q", "--strict", "check"}).quiet);
  CHECK(options(folder.path(), {"check", "--strict", "-q"}).strict);
  CHECK(options(folder.path(), {"-v", "check"}).verbose);
  CHECK(options(folder.path(), {"check", "--verbose"}).verbose);
  CHECK(options(folder.path(), {"--format", "json", "check"}).format == Format::json);
  CHECK(options(folder.path(), {"build", "--format=sarif"}).format == Format::sarif);
  CHECK(parse(folder.path(), {"-q", "check"}).verb == Verb::check);
  CHECK(parse(folder.path(), {"build"}).verb == Verb::build);
}

TEST_CASE("the root is the nearest folder at or above the working folder that holds pmsite.yaml") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "");
  folder.write("site/content/posts/a.md", "");
  CHECK(options(folder.path() / "site/content/posts", {"check"}).root == folder.path() / "site");
  CHECK(options(folder.path() / "site", {"check"}).root == folder.path() / "site");
  CHECK(options(folder.path() / "site/content", {"build"}).output == folder.path() / "site/public");
}

TEST_CASE("without a pmsite.yaml anywhere above, the working folder is the root") {
  const TemporaryFolder folder;
  folder.write("deep/er/file", "");
  CHECK(options(folder.path() / "deep/er", {"check"}).root == folder.path() / "deep/er");
}

TEST_CASE("-C names the root, relative to the working folder") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "");
  folder.write("site/file", "");
  for (const std::string& name : {std::string("site"), std::string("site/"), std::string("./site"),
                                  std::string("site/../site/."), (folder.path() / "site").string()})
    CHECK_MESSAGE(options(folder.path(), {"-C", name, "build"}).root == folder.path() / "site", name);
  CHECK(options(folder.path() / "site", {"-C", "..", "build"}).root == folder.path());
  CHECK(options(folder.path(), {"-C", "/", "build"}).root == "/");
}

TEST_CASE("-C to nowhere or to a file is wrong usage") {
  CHECK(complaint({"-C", "nowhere", "build"}) == "error: `nowhere` is not a folder\n");
  CHECK(complaint({"-C", "/etc/passwd", "check"}) == "error: `/etc/passwd` is not a folder\n");
}

TEST_CASE("the output is relative to the working folder, with or without a slash at its end") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "");
  for (const std::string name : {"out", "out/", "out//", "./out", "x/../out"})
    CHECK_MESSAGE(options(folder.path(), {"-C", "site", "build", "-o", name}).output == folder.path() / "out",
                  name);
  CHECK(options(folder.path(), {"build", "-o", "."}).output == folder.path());
  CHECK(options(folder.path(), {"build", "-o", "out/"}).output_name == "out/");
}

TEST_CASE("a verb is needed, and must be one") {
  CHECK(complaint({}) == "error: a verb is needed\n" + kSeeHelp);
  CHECK(complaint({"chek"}) == "error: `chek` is not a verb\n  = help: did you mean `check`?\n");
  CHECK(complaint({"frobnicate"}) == "error: `frobnicate` is not a verb\n" + kSeeHelp);
  CHECK(complaint({"build", "extra"}) == "error: `extra` was not expected\n" + kSeeHelp);
}

TEST_CASE("each verb is known by its name") {
  const TemporaryFolder folder;
  folder.write("x.md", "");
  const std::vector<std::pair<Verb, std::vector<std::string>>> verbs = {
      {Verb::build, {"build"}},    {Verb::check, {"check"}},          {Verb::review, {"review", "x.md"}},
      {Verb::rules, {"rules"}},    {Verb::explain, {"explain", "x"}}, {Verb::schema, {"schema"}},
      {Verb::version, {"version"}}};
  for (const auto& [verb, arguments] : verbs)
    CHECK_MESSAGE(parse(folder.path(), arguments).verb == verb, arguments[0]);
}

TEST_CASE("what a verb works on is taken, or asked for") {
  const TemporaryFolder folder;
  folder.write("a.md", "");
  folder.write("b.md", "");
  CHECK(options(folder.path(), {"explain", "timeline-order"}).rule == "timeline-order");
  CHECK(options(folder.path(), {"review", "a.md", "b.md"}).files == std::vector<std::string>{"a.md", "b.md"});
  CHECK(complaint({"explain"}) ==
        "error: `explain` needs a RULE\n  = help: `pmsite explain --help` tells more\n");
  CHECK(complaint({"review"}) ==
        "error: `review` needs a FILE\n  = help: `pmsite review --help` tells more\n");
  CHECK(complaint({"explain", "a", "b"}) == "error: `b` was not expected\n" + kSeeHelp);
  CHECK(complaint({"rules", "a"}) == "error: `a` was not expected\n" + kSeeHelp);
}

TEST_CASE("an unknown format is answered with the nearest known one") {
  CHECK(complaint({"check", "--format", "sariff"}) ==
        "error: `sariff` is not a format\n  = help: did you mean `sarif`?\n");
  CHECK(complaint({"rules", "--format", "github"}) ==
        "error: `rules` has no format `github`\n  = help: use one of: human, json\n");
}

TEST_CASE("an unknown option is answered with the nearest known one") {
  CHECK(complaint({"build", "--drfats"}) ==
        "error: `--drfats` is not an option\n  = help: did you mean `--drafts`?\n");
  CHECK(complaint({"--strickt", "check"}) ==
        "error: `--strickt` is not an option\n  = help: did you mean `--strict`?\n");
  CHECK(complaint({"check", "--drafts"}) == "error: `--drafts` is an option of `build`\n" + kSeeHelp);
  CHECK(complaint({"build", "--frobnicate"}) == "error: `--frobnicate` is not an option\n" + kSeeHelp);
}

TEST_CASE("the time is a date or an instant with its zone") {
  const TemporaryFolder folder;
  const auto now = [&](const std::string& text) {
    return format_rfc3339({options(folder.path(), {"build", "--now", text}).now});
  };
  CHECK(now("2026-03-04") == "2026-03-04T00:00:00Z");
  CHECK(now("2026-03-04T10:12:00+01:00") == "2026-03-04T09:12:00Z");
  for (const std::string text : {"tomorrow", "2026-02-30", "2026-03-04T10:12:00", "10:12", "4.3.2026"})
    CHECK(complaint({"build", "--now", text}) ==
          "error: `" + text +
              "` is neither a date nor a time\n"
              "  = help: write it as 2026-03-04 or 2026-03-04T10:12:00Z\n");
}

TEST_CASE("the base URL is an http or https address with a host, and ends in a slash") {
  const TemporaryFolder folder;
  const auto base = [&](const std::string& url) {
    return options(folder.path(), {"build", "--base-url", url}).base_url;
  };
  CHECK(base("https://shop.example") == "https://shop.example/");
  CHECK(base("http://shop.example:8080/a/") == "http://shop.example:8080/a/");
  CHECK(base("") == "");
  for (const std::string url :
       {"shop.example", "ftp://shop.example/", "javascript:alert(1)", "//shop.example/",
        "https://shop.example/?a", "https://shop.example/#a", "https://", "https:///a/"})
    CHECK_MESSAGE(complaint({"build", "--base-url", url}) == "error: `" + url +
                                                                 "` is not an http or https address\n"
                                                                 "  = help: write it as https://host/path/\n",
                  url);
}

TEST_CASE("an unknown profile is answered with the nearest known one") {
  CHECK(complaint({"check", "--profile", "alex"}) ==
        "error: `alex` is not a profile\n  = help: did you mean `alx`?\n");
}

TEST_CASE("jobs and colour have their ranges") {
  for (const std::string jobs : {"0", "257", "x", "-1", "1.5"})
    CHECK_MESSAGE(complaint({"build", "--jobs", jobs}).starts_with("error: "), jobs);
  CHECK(complaint({"--color", "sometimes", "check"}).starts_with("error: --color: "));
}

TEST_CASE("only the first of several mistakes is told") {
  CHECK(complaint({"-C", "nowhere", "build", "--now", "soon"}) == "error: `nowhere` is not a folder\n");
}

TEST_CASE("files to check are named relative to the root, wherever the user stands") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "");
  folder.write("site/content/posts/a.md", "");
  folder.write("b.md", "");
  CHECK(options(folder.path() / "site/content", {"check", "posts/a.md", "../../b.md"}).files ==
        std::vector<std::string>{"content/posts/a.md", "../b.md"});
  CHECK(options(folder.path() / "site", {"check", (folder.path() / "b.md").string()}).files ==
        std::vector<std::string>{"../b.md"});
  CHECK(complaint({"check", "missing.md"}) == "error: there is no file `missing.md`\n");
}

TEST_CASE("what the user typed is harmless when it is printed") {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"\x1b[31mx"},
                                                    {"build", "--\x1b[31m"},
                                                    {"check", "\x1b[31m.md"},
                                                    {"check", "--format", "\x1b[31m"},
                                                    {"-C", "\x1b[31m", "check"}})
    CHECK(complaint(arguments).find('\x1b') == std::string::npos);
}

}  // namespace pmsite
