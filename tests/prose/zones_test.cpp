// SPDX-License-Identifier: MIT
#include "base/time_zone.hpp"
#include "prose/times.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

struct Case {
  std::string_view text;
  std::string_view label;
  std::string_view taken;
};

void check(const Case& wanted) {
  CAPTURE(wanted.text);
  const auto zone = zone_at(wanted.text);
  CHECK(zone.label == wanted.label);
  CHECK(wanted.text.substr(0, zone.length) == wanted.taken);
  using namespace std::chrono;
  if (!zone.label.empty()) CHECK_FALSE(zone_meanings(zone.label, year{2024} / June / 5).empty());
}

}  // namespace

TEST_CASE("abbreviations are zones in capitals, the usual ones also in small letters") {
  const Case cases[] = {
      {"UTC", "UTC", "UTC"},
      {" UTC - x", "UTC", " UTC"},
      {"** EAT", "EAT", "** EAT"},
      {"(UTC)", "UTC", "(UTC)"},
      {"[ WAT ]", "WAT", "[ WAT ]"},
      {"(UTC, all)", "UTC", "(UTC"},
      {"Z", "UTC", "Z"},
      {"utc", "UTC", "utc"},
      {"gmt,", "GMT", "gmt"},
      {"Pst", "PST", "Pst"},
      {"wat when", "WAT", "wat"},
      {"eat.", "EAT", "eat"},
      {"cat", "CAT", "cat"},
      {"SAST", "SAST", "SAST"},
      {"CEST)", "CEST", "CEST"},
      {"PST/PDT", "PST", "PST/PDT"},
      {"UTC/GMT", "UTC", "UTC/GMT"},
      {"EAT time", "EAT", "EAT time"},
      {"UTC/var", "UTC", "UTC"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("words are no zones") {
  for (const std::string_view text : {"",
                                      " ",
                                      "IS down",
                                      "AT",
                                      "IT",
                                      "ME",
                                      "OK",
                                      "AM",
                                      "cat pictures",
                                      "eat lunch",
                                      "ist",
                                      "msk",
                                      "UTCX",
                                      "EAT2",
                                      "Central servers",
                                      "Pacific cables broke",
                                      "Eastern region",
                                      "local time",
                                      "(",
                                      "(x)",
                                      "time",
                                      "DNS",
                                      "+5",
                                      "5"}) {
    CAPTURE(text);
    CHECK(zone_at(text).length == 0);
    CHECK(zone_at(text).label.empty());
  }
}

TEST_CASE("zones are spelled out in many ways") {
  const Case cases[] = {
      {"West African Time", "WAT", "West African Time"},
      {"West Africa time.", "WAT", "West Africa time"},
      {"East Africa Time (EAT)", "EAT", "East Africa Time (EAT)"},
      {"Central Africa Time", "CAT", "Central Africa Time"},
      {"Central African Time", "CAT", "Central African Time"},
      {"South African Standard Time", "SAST", "South African Standard Time"},
      {"Pacific Time", "PT", "Pacific Time"},
      {"US Pacific Time", "PT", "US Pacific Time"},
      {"US/Pacific", "PT", "US/Pacific"},
      {"Pacific Standard Time", "PST", "Pacific Standard Time"},
      {"pacific daylight\ntime", "PDT", "pacific daylight\ntime"},
      {"Eastern time", "ET", "Eastern time"},
      {"Eastern Daylight Time", "EDT", "Eastern Daylight Time"},
      {"Eastern, and", "ET", "Eastern"},
      {"Pacific to", "PT", "Pacific"},
      {"Central Time", "CT", "Central Time"},
      {"Mountain Standard Time", "MST", "Mountain Standard Time"},
      {"Greenwich Mean Time", "GMT", "Greenwich Mean Time"},
      {"(Coordinated Universal Time)", "UTC", "(Coordinated Universal Time)"},
      {"UTC (Coordinated Universal Time)", "UTC", "UTC (Coordinated Universal Time)"},
      {"Central European Time", "CET", "Central European Time"},
      {"Central European Summer Time", "CEST", "Central European Summer Time"},
      {"British Summer Time", "BST", "British Summer Time"},
      {"India Standard Time", "IST", "India Standard Time"},
      {"Indian Standard Time", "IST", "Indian Standard Time"},
      {"Nigeria time", "WAT", "Nigeria time"},
      {"Kenya time", "EAT", "Kenya time"},
      {"Nairobi time", "EAT", "Nairobi time"},
      {"Ghana time", "GMT", "Ghana time"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("offsets belong to UTC and GMT, and are only swallowed behind other zones") {
  const Case cases[] = {
      {"UTC+1", "UTC+1", "UTC+1"},
      {"GMT + 1", "GMT+1", "GMT + 1"},
      {"(GMT+1)", "GMT+1", "(GMT+1)"},
      {"UTC +2", "UTC+2", "UTC +2"},
      {"UTC-5", "UTC-5", "UTC-5"},
      {"UTC\xE2\x88\x92"
       "5",
       "UTC-5",
       "UTC\xE2\x88\x92"
       "5"},
      {"UTC -5", "UTC-5", "UTC -5"},
      {"UTC+05:30", "UTC+05:30", "UTC+05:30"},
      {"UTC+0530", "UTC+0530", "UTC+0530"},
      {"EAT + 3", "EAT", "EAT + 3"},
      {"PST (UTC-8)", "PST", "PST (UTC-8)"},
      {"+01:00", "+01:00", "+01:00"},
      {"-0500 x", "-0500", "-0500"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("what follows a zone may be a range or a dash instead of an offset") {
  const Case cases[] = {
      {"PST - 23:00", "PST", "PST"}, {"UTC - 5 servers", "UTC", "UTC"}, {"UTC-10:20", "UTC", "UTC"},
      {"UTC-5 PM", "UTC", "UTC"},    {"PST-11:00", "PST", "PST"},       {"UTC+15", "UTC", "UTC"},
      {"UTC-5%", "UTC", "UTC"},      {"UTC-2.5", "UTC", "UTC"},         {"UTC-11:00 UTC", "UTC", "UTC"},
      {"UTC: 5", "UTC", "UTC"},
  };
  for (const auto& wanted : cases) check(wanted);
}
