// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include "cli/version.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace pmsite {

TEST_CASE("the version goes to standard output, as a verb and as an option") {
  const TemporaryFolder folder;
  for (const std::string word : {"version", "--version"}) {
    const Run run = run_inside(folder.path(), {word});
    CHECK(run.status == 0);
    CHECK(run.out == "pmsite " + std::string(program_version()) + "\n");
    CHECK(run.error == "");
  }
}

TEST_CASE("help goes to standard output, and names the verbs and the exit statuses") {
  const TemporaryFolder folder;
  for (const std::string word : {"--help", "-h"}) {
    const Run run = run_inside(folder.path(), {word});
    CHECK(run.status == 0);
    CHECK(run.error == "");
    CHECK(run.out.starts_with(
        "Turns postmortems written in Markdown into a blog\nUsage: pmsite [OPTIONS] VERB\n"));
    for (const std::string part : {"\n  build ", "\n  check ", "\n  review ", "\n  rules ", "\n  explain ",
                                   "\n  schema ", "\n  version ", "-C DIR", "\nExit status: 0 done; 1 "})
      CHECK_MESSAGE(run.out.find(part) != std::string::npos, part);
  }
}

TEST_CASE("each verb has its own help") {
  const TemporaryFolder folder;
  const Run build = run_inside(folder.path(), {"build", "--help"});
  CHECK(build.status == 0);
  CHECK(build.out.starts_with("Make the site\nUsage: pmsite build [OPTIONS]\n"));
  for (const std::string option :
       {"--output DIR", "--base-url URL", "--drafts", "--future", "--portable", "--now TIME", "--jobs N"})
    CHECK_MESSAGE(build.out.find(option) != std::string::npos, option);
  const Run check = run_inside(folder.path(), {"check", "--help"});
  CHECK(check.out.starts_with(
      "Read and validate; touch no output\nUsage: pmsite check [OPTIONS] [files...]\n"));
}

TEST_CASE("wrong usage goes to standard error and is status 2") {
  const TemporaryFolder folder;
  const Run run = run_inside(folder.path(), {"bild"});
  CHECK(run.status == 2);
  CHECK(run.out == "");
  CHECK(run.error == "error: `bild` is not a verb\n  = help: did you mean `build`?\n");
}

TEST_CASE("verbs write what they say to standard error, so that pipes stay clean") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  for (const std::string verb : {"build", "check"}) {
    const Run run = run_inside(folder.path(), {verb});
    CHECK(run.status == 0);
    CHECK(run.out == "");
    CHECK(run.error != "");
  }
}

TEST_CASE("an answer that could not be written whole is a failure, unless its reader went away") {
  const auto status = [](const std::string& command) {
    const int code = std::system((std::string(PMSITE_PROGRAM) + command).c_str());
    return WIFEXITED(code) ? WEXITSTATUS(code) : 128;
  };
  CHECK(status(" rules >/dev/full 2>/dev/null") == 74);
  CHECK(status(" rules --format json >/dev/full 2>/dev/null") == 74);
  CHECK(status(" rules >/dev/null") == 0);
  CHECK(status(" rules --format json | head -c 1 >/dev/null") == 0);
}

TEST_CASE("what a verb was asked for goes to standard output") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"rules"},
                                                    {"explain", "timeline-order"},
                                                    {"schema"},
                                                    {"rules", "--format", "json"},
                                                    {"-q", "check", "--format", "json"},
                                                    {"-q", "build", "--format", "sarif"}}) {
    const Run run = run_inside(folder.path(), arguments);
    CHECK(run.status == 0);
    CHECK(run.out != "");
    CHECK(run.error == "");
  }
}

}  // namespace pmsite
