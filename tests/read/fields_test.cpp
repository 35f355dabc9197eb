// SPDX-License-Identifier: MIT
#include "read/fields.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

/// Reads the value of `k: WRITTEN`, which stands on line 2, with `read(fields, entry)`.
template <class Read> auto read(std::string_view written, Diagnostics& diagnostics, const Read& read_entry) {
  const FileReporter reporter("x.md", diagnostics);
  const auto map = yaml::parse("k: " + std::string(written) + "\n", 2, reporter);
  REQUIRE(map);
  return read_entry(FieldReader(reporter), *map->find("k"));
}

/// The text that is read, then what is reported.
template <class Read> std::string told(std::string_view written, const Read& read_entry) {
  Diagnostics diagnostics;
  const std::string value = read(written, diagnostics, read_entry);
  return value + (diagnostics.sorted().empty() ? "" : "|" + faults(diagnostics));
}

std::string text(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    return fields.text(entry, 5).value;
  });
}

std::string texts(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    std::string list;
    for (const auto& each : fields.texts(entry)) list += "(" + each.value + ")";
    return list;
  });
}

std::string number(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    const auto value = fields.number(entry.value, "k", 0, 100);
    return value ? fmt::format("{}", *value) : std::string();
  });
}

std::string instant(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    const auto value = fields.instant(entry);
    return value ? format_rfc3339(value->value) : std::string();
  });
}

std::string date_or_instant(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    const auto value = fields.date_or_instant(entry);
    return value ? format_rfc3339(*value) : std::string();
  });
}

std::string date(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    const auto value = fields.date(entry);
    return value ? format_date(*value) : std::string();
  });
}

std::string url(std::string_view written) {
  return told(written,
              [](const FieldReader& fields, const yaml::Entry& entry) { return fields.url(entry).value; });
}

std::string state(std::string_view written) {
  return told(written, [](const FieldReader& fields, const yaml::Entry& entry) {
    const auto value = fields.word<ComponentState>(entry);
    return value ? std::string(word(*value)) : std::string();
  });
}

}  // namespace

TEST_CASE("a text is trimmed and keeps its place") {
  CHECK(text("ab") == "ab");
  CHECK(text("\" ab \"") == "ab");
  CHECK(text("12") == "12");
  Diagnostics diagnostics;
  const auto located = read("\"ab\"", diagnostics, [](const FieldReader& fields, const yaml::Entry& entry) {
    return fields.text(entry);
  });
  CHECK(located.at == span_on_line(2, 4, 4));
}

TEST_CASE("a text that is missing, empty or something else is reported") {
  CHECK(text("~") == "|2:1 field-type: `k` has no value");
  CHECK(text("\"  \"") == "|2:4 field-type: `k` has no value");
  CHECK(text("[a]") == "|2:4 field-type: `k` holds a list; text is wanted");
  CHECK(text("{a: b}") == "|2:4 field-type: `k` holds a map; text is wanted");
}

TEST_CASE("a text may have so many characters, however many bytes they are") {
  CHECK(text("\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC") == "\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC");
  CHECK(text("123456") == "123456|2:4 field-value: `k` is 6 characters long; 5 is the most");
}

TEST_CASE("a list of texts is a list, not a single text") {
  CHECK(texts("[a, \"b c\"]") == "(a)(b c)");
  CHECK(texts("a") == "|2:4 field-type: `k` holds a single value; a list such as [a] is wanted");
  CHECK(texts("[]") == "|2:4 field-type: `k` has no value");
  CHECK(texts("~") == "|2:1 field-type: `k` has no value");
  CHECK(texts("[a, ~, [b]]") ==
        "(a)|2:8 field-type: `k` has no value\n2:11 field-type: `k` holds a list; text is wanted");
}

TEST_CASE("a number lies in its range") {
  CHECK(number("37") == "37");
  CHECK(number("0.5") == "0.5");
  CHECK(number("1e2") == "100");
  CHECK(number("0") == "0");
  CHECK(number("100.1") == "|2:4 field-value: `k` is 100.1, which is not between 0 and 100");
  CHECK(number("-1") == "|2:4 field-value: `k` is -1, which is not between 0 and 100");
}

TEST_CASE("what is not a number is reported") {
  for (const std::string wrong :
       {"many", "37%", "\"37\"", "inf", "nan", "0x10", "1,000", "+5", "1e999", ".", "1 2"}) {
    CAPTURE(wrong);
    Diagnostics diagnostics;
    const bool found = read(wrong, diagnostics, [](const FieldReader& fields, const yaml::Entry& entry) {
      return fields.number(entry.value, "k", 0, 1e300).has_value();
    });
    CHECK_FALSE(found);
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(std::string(diagnostics.sorted()[0].rule->id) == "field-type");
    CHECK(diagnostics.sorted()[0].at.begin == Position{2, 4});
  }
}

TEST_CASE("an instant needs its zone") {
  CHECK(instant("2026-03-04T10:12:00+01:00") == "2026-03-04T10:12:00+01:00");
  CHECK(instant("2026-03-04 10:12Z") == "2026-03-04T10:12:00Z");
  CHECK(instant("2026-03-04T10:12:00") == "|2:4 instant-format: `2026-03-04T10:12:00` has no zone");
  CHECK(instant("yesterday") == "|2:4 instant-format: `yesterday` is not a date with a time and a zone");
}

TEST_CASE("what is wrong with an instant is said, and how to write it") {
  const auto told_of = [](std::string_view written) {
    Diagnostics diagnostics;
    read(written, diagnostics,
         [](const FieldReader& fields, const yaml::Entry& entry) { return fields.instant(entry); });
    return faults_with_help(diagnostics);
  };
  CHECK(told_of("2026-03-04T10:12") ==
        "2:4 instant-format: `2026-03-04T10:12` has no zone -> write `2026-03-04T10:12Z` if it is UTC, else "
        "its "
        "offset: `2026-03-04T10:12+01:00`");
  CHECK(told_of("2026-02-30T10:12:00Z") ==
        "2:4 instant-format: `2026-02-30` is not a date -> write a day that exists, as YYYY-MM-DD");
  CHECK(told_of("2026-03-04") ==
        "2:4 instant-format: `2026-03-04` is not a date with a time and a zone -> write it as "
        "2026-03-04T10:12:00+01:00, or with Z for UTC");
}

TEST_CASE("a date is a day of the calendar") {
  CHECK(date("2026-03-04") == "2026-03-04");
  CHECK(date("2026-02-29") == "|2:4 field-value: `2026-02-29` is not a date");
  CHECK(date("2026-03-04T10:12:00Z") == "|2:4 field-value: `2026-03-04T10:12:00Z` is not a date");
}

TEST_CASE("where either will do a date is its midnight in UTC") {
  CHECK(date_or_instant("2026-03-04") == "2026-03-04T00:00:00Z");
  CHECK(date_or_instant("2026-03-04T10:12:00+01:00") == "2026-03-04T10:12:00+01:00");
  CHECK(date_or_instant("4 March") ==
        "|2:4 instant-format: `4 March` is neither a date nor an instant with its zone");
}

TEST_CASE("an address is one of the web") {
  CHECK(url("https://example.org/a") == "https://example.org/a");
  CHECK(url("mailto:a@example.org") ==
        "|2:4 link-scheme: `mailto:a@example.org` is not an address that begins with https:// or http://");
  CHECK(url("/a") == "|2:4 link-scheme: `/a` is not an address that begins with https:// or http://");
}

TEST_CASE("a word is one of its list, or the nearest is suggested") {
  CHECK(state("down") == "down");
  CHECK(state("Down") == "|2:4 field-value: `Down` is not a value of `k`");
  CHECK(state("[down]") == "|2:4 field-type: `k` holds a list; text is wanted");
  const auto help = [](std::string_view written) {
    Diagnostics diagnostics;
    read(written, diagnostics, [](const FieldReader& fields, const yaml::Entry& entry) {
      return fields.word<ComponentState>(entry);
    });
    return diagnostics.sorted().at(0).help;
  };
  CHECK(help("dwon") == "did you mean `down`?");
  CHECK(help("broken") == "use one of: ok, degraded, down, maintenance, unknown");
}

TEST_CASE("what to do about a value is said") {
  const auto help = [](std::string_view written) {
    Diagnostics diagnostics;
    read(written, diagnostics,
         [](const FieldReader& fields, const yaml::Entry& entry) { return fields.instant(entry); });
    return faults_with_help(diagnostics);
  };
  CHECK(help("~") == "2:1 field-type: `k` has no value -> give it text, or remove the key");
  CHECK(help("noon") ==
        "2:4 instant-format: `noon` is not a date with a time and a zone -> write it as "
        "2026-03-04T10:12:00+01:00, or with Z "
        "for UTC");
}

TEST_CASE("a list of maps gives its maps and reports the rest") {
  Diagnostics diagnostics;
  const auto count =
      read("[{a: b}, c, {d: e}]", diagnostics,
           [](const FieldReader& fields, const yaml::Entry& entry) { return fields.maps(entry).size(); });
  CHECK(count == 2);
  CHECK(faults(diagnostics) ==
        "2:13 field-type: `k` holds a single value; a map such as {key: value} is wanted");
}

TEST_CASE("unknown keys are reported with the known one that is meant, keys of others are left alone") {
  Diagnostics diagnostics;
  const FileReporter reporter("x.md", diagnostics);
  const auto map = yaml::parse("title: a\ntilte: b\nx-ours: c\nfoobar: d\nX-ray: e\n", 2, reporter);
  REQUIRE(map);
  FieldReader(reporter).refuse_unknown(*map, {"title", "tags"});
  CHECK(faults_with_help(diagnostics) ==
        "3:1 unknown-key: `tilte` is not a known key -> did you mean `title`?\n"
        "5:1 unknown-key: `foobar` is not a known key -> remove it, or begin its name with `x-`\n"
        "6:1 unknown-key: `X-ray` is not a known key -> remove it, or begin its name with `x-`");
}

TEST_CASE("a missing key is reported with a line that would do") {
  Diagnostics diagnostics;
  const FileReporter reporter("x.md", diagnostics);
  FieldReader(reporter).report_missing(span_on_line(1, 1, 3), "title", "title: what broke");
  CHECK(faults_with_help(diagnostics) == "1:1 missing-key: `title` is missing -> add `title: what broke`");
}

}  // namespace pmsite
