// SPDX-License-Identifier: MIT
#include "read/fields.hpp"

#include "base/source.hpp"
#include "base/url.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace pmsite {
namespace {

std::string_view name_of(yaml::Kind kind) {
  switch (kind) {
    case yaml::Kind::null:
      return "nothing";
    case yaml::Kind::scalar:
      return "a single value";
    case yaml::Kind::list:
      return "a list";
    case yaml::Kind::map:
      return "a map";
  }
  return {};
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = code == std::errc() && end == text.data() + text.size() && std::isfinite(number);
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

void FieldReader::report_type(std::string_view key, const yaml::Value& value, std::string_view wanted) const {
  if (value.kind == yaml::Kind::null) {
    report(kFieldType, value.at, fmt::format("`{}` has no value", key),
           fmt::format("give it {}, or remove the key", wanted));
  } else {
    report(kFieldType, value.at,
           fmt::format("`{}` holds {}; {} is wanted", key, name_of(value.kind), wanted));
  }
}

Located<std::string> FieldReader::text(const yaml::Entry& entry, int longest) const {
  const auto& [key, value] = entry;
  if (value.kind != yaml::Kind::scalar || trim(value.text).empty()) {
    report_type(
        key.value,
        value.kind == yaml::Kind::scalar ? yaml::Value{yaml::Kind::null, value.at, {}, false, {}, {}} : value,
        "text");
    return {{}, value.at};
  }
  const int length = count_characters(value.text);
  if (length > longest)
    report(kFieldValue, value.at,
           fmt::format("`{}` is {} characters long; {} is the most", key.value, length, longest),
           "shorten it; details belong in the body");
  return {std::string(trim(value.text)), value.at};
}

std::vector<Located<std::string>> FieldReader::texts(const yaml::Entry& entry) const {
  std::vector<Located<std::string>> list;
  if (entry.value.kind != yaml::Kind::list || entry.value.items.empty()) {
    report_type(entry.key.value,
                entry.value.kind == yaml::Kind::list
                    ? yaml::Value{yaml::Kind::null, entry.value.at, {}, false, {}, {}}
                    : entry.value,
                fmt::format("a list such as [{}]", entry.value.text.empty() ? "one, two" : entry.value.text));
    return list;
  }
  for (const auto& item : entry.value.items) {
    auto element = text({entry.key, item});
    if (!element.value.empty()) list.push_back(std::move(element));
  }
  return list;
}

std::optional<double> FieldReader::number(const yaml::Value& value, std::string_view key, double low,
                                          double high) const {
  const auto parsed =
      value.kind == yaml::Kind::scalar && !value.quoted ? parse_number(value.text) : std::nullopt;
  if (!parsed) {
    report_type(key, value, "a plain number such as 37, without quotes or %,");
    return std::nullopt;
  }
  if (*parsed < low || *parsed > high) {
    report(kFieldValue, value.at,
           fmt::format("`{}` is {}, which is not between {} and {}", key, value.text, low, high));
    return std::nullopt;
  }
  return parsed;
}

void FieldReader::report_instant(const Located<std::string>& written) const {
  const std::string& text = written.value;
  const std::string day = text.substr(0, 10);
  const bool dated = day.size() == 10 && day[4] == '-' && day[7] == '-';
  if (dated && !parse_date(day)) {
    report(kInstantFormat, written.at, fmt::format("`{}` is not a date", day),
           "write a day that exists, as YYYY-MM-DD");
  } else if (text.size() > 10 && parse_instant(text + "Z")) {
    report(kInstantFormat, written.at, fmt::format("`{}` has no zone", text),
           fmt::format("write `{0}Z` if it is UTC, else its offset: `{0}+01:00`", text));
  } else {
    report(kInstantFormat, written.at, fmt::format("`{}` is not a date with a time and a zone", text),
           "write it as 2026-03-04T10:12:00+01:00, or with Z for UTC");
  }
}

std::optional<Located<Instant>> FieldReader::instant(const yaml::Entry& entry) const {
  const auto written = text(entry);
  if (written.value.empty()) return std::nullopt;
  if (const auto instant = parse_instant(written.value)) return Located<Instant>{*instant, written.at};
  report_instant(written);
  return std::nullopt;
}

std::optional<Date> FieldReader::date(const yaml::Entry& entry) const {
  const auto written = text(entry);
  if (written.value.empty()) return std::nullopt;
  const auto date = parse_date(written.value);
  if (!date)
    report(kFieldValue, written.at, fmt::format("`{}` is not a date", written.value),
           "write it as YYYY-MM-DD");
  return date;
}

std::optional<Instant> FieldReader::date_or_instant(const yaml::Entry& entry) const {
  const auto written = text(entry);
  if (written.value.empty()) return std::nullopt;
  if (const auto date = parse_date(written.value)) return instant_at(*date, {}, std::chrono::minutes{0});
  if (const auto instant = parse_instant(written.value)) return instant;
  report(kInstantFormat, written.at,
         fmt::format("`{}` is neither a date nor an instant with its zone", written.value),
         "write it as 2026-03-04 or 2026-03-04T10:12:00+01:00");
  return std::nullopt;
}

Located<std::string> FieldReader::url(const yaml::Entry& entry) const {
  auto written = text(entry);
  if (written.value.empty() || (is_absolute_url(written.value) && is_allowed_url(written.value)))
    return written;
  report(kLinkScheme, written.at,
         fmt::format("`{}` is not an address that begins with https:// or http://", written.value));
  return {{}, written.at};
}

bool FieldReader::is_map(const yaml::Entry& entry) const {
  if (entry.value.kind == yaml::Kind::map) return true;
  report_type(entry.key.value, entry.value, "a map such as {key: value}");
  return false;
}

std::vector<const yaml::Value*> FieldReader::maps(const yaml::Entry& entry) const {
  std::vector<const yaml::Value*> list;
  if (entry.value.kind != yaml::Kind::list) {
    report_type(entry.key.value, entry.value, "a list of maps such as [{key: value}]");
    return list;
  }
  for (const auto& item : entry.value.items)
    if (is_map({entry.key, item})) list.push_back(&item);
  return list;
}

void FieldReader::refuse_unknown(const yaml::Value& map, const std::vector<std::string_view>& known) const {
  for (const auto& [key, value] : map.entries) {
    if (key.value.starts_with("x-") || std::find(known.begin(), known.end(), key.value) != known.end())
      continue;
    const auto suggestion = did_you_mean(key.value, known);
    report(kUnknownKey, key.at, fmt::format("`{}` is not a known key", key.value),
           suggestion.empty() ? "remove it, or begin its name with `x-`" : suggestion);
  }
}

void FieldReader::report_missing(Span at, std::string_view key, std::string_view example) const {
  report(kMissingKey, at, fmt::format("`{}` is missing", key), fmt::format("add `{}`", example));
}

void FieldReader::report_word(const yaml::Entry& entry, const Located<std::string>& written,
                              const std::vector<std::string_view>& known) const {
  const auto& key = entry.key.value;
  if (key == "category" && to_lower(written.value).find("human") != std::string::npos) {
    report(kFieldValue, written.at,
           fmt::format("`{}` is not a value of `{}`, on purpose", written.value, key),
           "ask what let the mistake through, and name that: process_gap, automation, config_change, ...");
    return;
  }
  report(kFieldValue, written.at, fmt::format("`{}` is not a value of `{}`", written.value, key),
         suggest(written.value, known));
}

}  // namespace pmsite
