// SPDX-License-Identifier: MIT
#include "read/config_reader.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

SiteConfig read(std::string_view text, const std::string& expected_faults = {}) {
  CAPTURE(text);
  Diagnostics diagnostics;
  const SiteConfig config = read_config("pmsite.yaml", text, diagnostics);
  CHECK(faults(diagnostics) == expected_faults);
  return config;
}

}  // namespace

TEST_CASE("every key of the configuration is read") {
  const SiteConfig config = read(
      "title: Our failures\ndescription: What broke.\nbase_url: https://example.org/blog\nprofile: "
      "sre\ntheme: dark\n"
      "severities: [P1, P2]\ndiagram_font: fonts/own.ttf\n");
  CHECK(config.title == "Our failures");
  CHECK(config.description == "What broke.");
  CHECK(config.base_url == "https://example.org/blog/");
  CHECK(config.profile == "sre");
  CHECK(config.theme == "dark");
  CHECK(config.theme_at == span_on_line(5, 8, 4));
  CHECK(config.severities == std::vector<std::string>{"P1", "P2"});
  REQUIRE(config.diagram_font);
  CHECK(config.diagram_font->value == "fonts/own.ttf");
  CHECK(config.diagram_font->at == span_on_line(7, 15, 13));
}

TEST_CASE("a configuration without keys is the default") {
  const SiteConfig config = read(""), standard;
  CHECK(config.title == standard.title);
  CHECK(config.severities == standard.severities);
  CHECK_FALSE(config.diagram_font);
}

TEST_CASE("the configuration is checked for encoding like every file") {
  read("title: \xFF\n", "1:8 source-encoding: byte 0xFF is not valid UTF-8");
  CHECK(read("\xEF\xBB\xBFtitle: a\r\ntheme: b\r\n").theme == "b");
}

TEST_CASE("unknown keys are reported with the known one that is meant") {
  Diagnostics diagnostics;
  read_config("pmsite.yaml", "titel: a\nx-ours: b\nplugins: []\n", diagnostics);
  CHECK(faults_with_help(diagnostics) ==
        "1:1 unknown-key: `titel` is not a known key -> did you mean `title`?\n"
        "3:1 unknown-key: `plugins` is not a known key -> remove it, or begin its name with `x-`");
  CHECK(config_keys() == std::vector<std::string_view>{"title", "description", "base_url", "profile",
                                                       "severities", "theme", "diagram_font"});
}

TEST_CASE("a configuration that cannot be parsed is the default") {
  CHECK(read("title: \"open\n", "1:8 yaml-syntax: this quote is never closed").title == SiteConfig().title);
  read("title: a\n---\ntitle: b\n", "1:8 yaml-syntax: the YAML ends before the front matter does");
}

TEST_CASE("titles and descriptions that are wrong keep their default") {
  const SiteConfig standard;
  CHECK(read("title: [a]\n", "1:8 field-type: `title` holds a list; text is wanted").title == standard.title);
  CHECK(read("description: ~\n", "1:1 field-type: `description` has no value").description ==
        standard.description);
}

TEST_CASE("severities that are wrong keep their default") {
  const std::string fault =
      "1:13 field-type: `severities` holds a single value; a list such as [P1] is wanted";
  CHECK(read("severities: P1\n", fault).severities == SiteConfig().severities);
}

TEST_CASE("a profile, a theme and an address that are wrong keep their default") {
  const SiteConfig standard;
  CHECK(read("profile: aix\n", "1:10 field-value: `aix` is not a profile").profile == standard.profile);
  CHECK(read("theme: ../x\n", "1:8 field-value: `../x` cannot be the name of a folder under themes/").theme ==
        standard.theme);
  CHECK(read("base_url: example.org\n",
             "1:11 link-scheme: `example.org` is not an address that begins with https:// or http://")
            .base_url.empty());
}

TEST_CASE("a font for diagrams is a path below assets/, with or without that folder's name") {
  CHECK(read("diagram_font: assets/own.ttf\n").diagram_font->value == "own.ttf");
  CHECK(read("diagram_font: own.ttf\n").diagram_font->value == "own.ttf");
  CHECK_FALSE(read("diagram_font: assets/\n").diagram_font);
  CHECK_FALSE(read("diagram_font: [a]\n", "1:15 field-type: `diagram_font` holds a list; text is wanted")
                  .diagram_font);
}

TEST_CASE("a profile that does not exist is answered with those that do") {
  Diagnostics diagnostics;
  read_config("pmsite.yaml", "profile: srx\n", diagnostics);
  CHECK(faults_with_help(diagnostics) == "1:10 field-value: `srx` is not a profile -> did you mean `sre`?");
  Diagnostics others;
  read_config("pmsite.yaml", "profile: blameless\n", others);
  CHECK(faults_with_help(others) ==
        "1:10 field-value: `blameless` is not a profile -> use one of: alx, learning, sre");
}

TEST_CASE("a base address ends in a slash and has nothing behind its path") {
  CHECK(normalized_base_url("https://example.org") == "https://example.org/");
  CHECK(normalized_base_url("https://example.org/") == "https://example.org/");
  CHECK(normalized_base_url("http://localhost:8000/a/b") == "http://localhost:8000/a/b/");
  CHECK(normalized_base_url("https://example.org/\xC3\xBC\"") == "https://example.org/%C3%BC%22/");
  for (const std::string wrong :
       {"", "example.org", "//example.org", "ftp://example.org", "https://example.org/?a",
        "https://example.org/#a", "https://example.org/a b"}) {
    CAPTURE(wrong);
    CHECK(normalized_base_url(wrong).empty());
  }
  read("base_url: https://example.org/?q\n",
       "1:11 field-value: `https://example.org/?q` holds more than a host and a path");
}

TEST_CASE("a base address without a host is none") {
  CHECK(normalized_base_url("https://").empty());
  CHECK(normalized_base_url("https:///blog/").empty());
}

}  // namespace pmsite
