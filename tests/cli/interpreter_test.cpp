// SPDX-License-Identifier: MIT
#include "cli/interpreter.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>

// What the texts of a command line mean is tested by way of the command line, in options_test.cpp.

namespace pmsite {
namespace {

Interpretation interpreted(const RawOptions& raw) {
  const TemporaryFolder folder;
  Environment environment;
  environment.working_folder = folder.path();
  environment.processors = 3;
  return interpret(raw, environment);
}

Interpretation with_format(const std::string& verb, const std::string& format) {
  RawOptions raw;
  raw.verb = verb;
  raw.format = format;
  return interpreted(raw);
}

}  // namespace

TEST_CASE("nothing said means the defaults") {
  const auto [options, error] = interpreted({});
  CHECK(error == "");
  CHECK(options.format == Format::human);
  CHECK(options.color == ColorChoice::automatic);
  CHECK(options.jobs == 3);
  CHECK(options.files.empty());
  CHECK_FALSE((options.quiet || options.verbose || options.strict));
}

TEST_CASE("verbs that tell diagnostics know four formats") {
  for (const std::string verb : {"build", "check"}) {
    CHECK(with_format(verb, "human").options.format == Format::human);
    CHECK(with_format(verb, "json").options.format == Format::json);
    CHECK(with_format(verb, "github").options.format == Format::github);
    CHECK(with_format(verb, "sarif").options.format == Format::sarif);
    CHECK(with_format(verb, "sarif").error == "");
  }
}

TEST_CASE("verbs that answer with a text of their own know two") {
  for (const std::string verb : {"rules", "explain", "review"}) {
    CHECK(with_format(verb, "human").error == "");
    CHECK(with_format(verb, "json").options.format == Format::json);
    for (const std::string format : {"github", "sarif"})
      CHECK(with_format(verb, format).error ==
            "error: `" + verb + "` has no format `" + format + "`\n  = help: use one of: human, json\n");
    CHECK(with_format(verb, "xml").error ==
          "error: `xml` is not a format\n  = help: use one of: human, json\n");
  }
}

TEST_CASE("an unknown format is answered with the nearest known one, or with all") {
  CHECK(with_format("check", "srif").error ==
        "error: `srif` is not a format\n  = help: did you mean `sarif`?\n");
  CHECK(with_format("check", "JSON").error ==
        "error: `JSON` is not a format\n  = help: did you mean `json`?\n");
  CHECK(with_format("check", "").error ==
        "error: `` is not a format\n  = help: use one of: human, json, github, sarif\n");
}

TEST_CASE("wrong usage is told harmlessly, with help where there is some") {
  CHECK(usage_error("no \x1b[31m", "use one") == "error: no \\x1b[31m\n  = help: use one\n");
  CHECK(usage_error("no", "") == "error: no\n");
}

}  // namespace pmsite
