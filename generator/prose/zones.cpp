// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "prose/scan.hpp"
#include "prose/times.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

/// How a place is called in front of "time", and which clock is meant.
struct ZonePhrase {
  std::string_view place;
  std::string_view any, standard, summer;  ///< labels; empty where the kind is not kept there
};

constexpr std::array kPhrases = {
    ZonePhrase{"coordinated universal", "UTC", "", ""},
    ZonePhrase{"universal coordinated", "UTC", "", ""},
    ZonePhrase{"universal", "UTC", "", ""},
    ZonePhrase{"greenwich mean", "GMT", "", ""},
    ZonePhrase{"greenwich", "GMT", "", ""},
    ZonePhrase{"west african", "WAT", "WAT", ""},
    ZonePhrase{"west africa", "WAT", "WAT", ""},
    ZonePhrase{"nigerian", "WAT", "WAT", ""},
    ZonePhrase{"nigeria", "WAT", "WAT", ""},
    ZonePhrase{"lagos", "WAT", "WAT", ""},
    ZonePhrase{"east african", "EAT", "EAT", ""},
    ZonePhrase{"east africa", "EAT", "EAT", ""},
    ZonePhrase{"eastern african", "EAT", "EAT", ""},
    ZonePhrase{"eastern africa", "EAT", "EAT", ""},
    ZonePhrase{"kenyan", "EAT", "EAT", ""},
    ZonePhrase{"kenya", "EAT", "EAT", ""},
    ZonePhrase{"nairobi", "EAT", "EAT", ""},
    ZonePhrase{"ethiopian", "EAT", "EAT", ""},
    ZonePhrase{"ethiopia", "EAT", "EAT", ""},
    ZonePhrase{"uganda", "EAT", "EAT", ""},
    ZonePhrase{"tanzania", "EAT", "EAT", ""},
    ZonePhrase{"central african", "CAT", "CAT", ""},
    ZonePhrase{"central africa", "CAT", "CAT", ""},
    ZonePhrase{"rwanda", "CAT", "CAT", ""},
    ZonePhrase{"kigali", "CAT", "CAT", ""},
    ZonePhrase{"south african", "SAST", "SAST", ""},
    ZonePhrase{"south africa", "SAST", "SAST", ""},
    ZonePhrase{"ghanaian", "GMT", "GMT", ""},
    ZonePhrase{"ghana", "GMT", "GMT", ""},
    ZonePhrase{"accra", "GMT", "GMT", ""},
    ZonePhrase{"us pacific", "PT", "PST", "PDT"},
    ZonePhrase{"us eastern", "ET", "EST", "EDT"},
    ZonePhrase{"us central", "CT", "CST", "CDT"},
    ZonePhrase{"us mountain", "MT", "MST", "MDT"},
    ZonePhrase{"pacific", "PT", "PST", "PDT"},
    ZonePhrase{"eastern", "ET", "EST", "EDT"},
    ZonePhrase{"central", "CT", "CST", "CDT"},
    ZonePhrase{"mountain", "MT", "MST", "MDT"},
    ZonePhrase{"central european", "CET", "CET", "CEST"},
    ZonePhrase{"central europe", "CET", "CET", "CEST"},
    ZonePhrase{"eastern european", "EET", "EET", "EEST"},
    ZonePhrase{"western european", "WET", "WET", "WEST"},
    ZonePhrase{"british", "", "", "BST"},
    ZonePhrase{"indian", "IST", "IST", ""},
    ZonePhrase{"india", "IST", "IST", ""},
    ZonePhrase{"pakistan", "PKT", "PKT", ""},
    ZonePhrase{"singapore", "SGT", "SGT", ""},
    ZonePhrase{"japan", "JST", "JST", ""},
    ZonePhrase{"moscow", "MSK", "MSK", ""},
};

std::size_t skip_phrase(std::string_view text, std::size_t at, std::string_view phrase) {
  const auto blank = phrase.find(' ');
  at = skip_word(text, at, phrase.substr(0, blank));
  if (at == kNone || blank == kNone) return at;
  const auto next = byte_at(text, at) == '/' ? at + 1 : skip_gap(text, at);
  return next == at ? kNone : skip_word(text, next, phrase.substr(blank + 1));
}

/// "US/Pacific", and "Pacific" where the sentence does not go on with what is in the Pacific.
bool is_short_for_time(std::string_view text, std::size_t at, std::size_t end) {
  const auto word = text.substr(at, end - at);
  if (word.find('/') != kNone) return true;
  if (word != "Pacific" && word != "Eastern") return false;
  const auto next = skip_gap(text, end);
  const auto following = word_at(text, next);
  return following.empty() ||
         is_any_of(following, "to", "and", "on", "until", "till", "through", "when", "the");
}

ZoneMention named_zone(std::string_view text) {
  if (!is_letter(byte_at(text, 0))) return {};
  for (const auto& phrase : kPhrases) {
    const auto end = skip_phrase(text, 0, phrase.place);
    if (end == kNone) continue;
    auto at = skip_gap(text, end);
    std::string_view label = phrase.any;
    const auto kind = word_at(text, at);
    if (is_any_of(kind, "standard", "daylight", "summer")) {
      label = is_word(kind, "standard") ? phrase.standard : phrase.summer;
      at = skip_gap(text, at + kind.size());
    }
    const auto behind = skip_word(text, at, "time");
    if (behind != kNone && !label.empty()) return {std::string(label), behind};
    if (is_short_for_time(text, 0, end)) return {std::string(phrase.any), end};
  }
  return {};
}

std::size_t sign_length(std::string_view text, std::size_t at) {
  if (byte_at(text, at) == '+' || byte_at(text, at) == '-') return 1;
  return text.substr(std::min(at, text.size())).starts_with("\xE2\x88\x92") ? 3 : 0;
}

/// "+1", "-05:00", "+0530" at `at`, as "+1"; `end` is left behind it. Empty for a number that is none.
std::string offset_at(std::string_view text, std::size_t at, std::size_t& end) {
  const auto length = sign_length(text, at);
  if (length == 0) return {};
  std::string offset(1, byte_at(text, at) == '+' ? '+' : '-');
  at += length;
  if (offset[0] == '+') at = skip_blanks(text, at);
  auto digits = at;
  while (is_digit(byte_at(text, digits)) && digits - at < 5) ++digits;
  const bool has_minutes = digits - at <= 2 && byte_at(text, digits) == ':' &&
                           is_digit(byte_at(text, digits + 1)) && is_digit(byte_at(text, digits + 2));
  if (has_minutes) digits += 3;
  offset += text.substr(std::min(at, text.size()), digits - at);
  const bool goes_on = is_word_byte(text, digits) || byte_at(text, digits) == '%' ||
                       (byte_at(text, digits) == '.' && is_digit(byte_at(text, digits + 1)));
  if (goes_on || !parse_offset(offset)) return {};
  end = digits;
  return offset;
}

/// Whether the offset that ends at `end` is rather the end of a range: "9 AM UTC-5 PM", "10:05 UTC-10:20".
bool ends_range(std::string_view text, std::string_view offset, std::size_t end) {
  if (offset[0] == '+') return false;
  const auto next = word_at(text, skip_blanks(text, end));
  if (is_any_of(next, "am", "pm", "a", "p", "utc", "gmt")) return true;
  const auto colon = offset.find(':');
  if (colon == kNone) return false;
  const auto hour = parse_digits(offset.substr(1, colon - 1)),
             minute = parse_digits(offset.substr(colon + 1));
  // The clocks west of UTC that are set to a part of an hour.
  const bool is_kept_somewhere =
      (minute == 0 && hour <= 12) || (minute == 30 && (hour == 2 || hour == 3 || hour == 9));
  return !is_kept_somewhere;
}

bool is_known(std::string_view label) {
  using namespace std::chrono;
  return label.size() >= 2 && label.size() <= 4 && !zone_meanings(label, year{2024} / January / 15).empty();
}

/// The abbreviation at `at` in capitals; empty if it is none.
std::string abbreviation_at(std::string_view text, std::size_t at) {
  const auto word = word_at(text, at);
  if (word.size() > 4 || is_digit(byte_at(text, at + word.size())) || word.empty()) return {};
  std::string label;
  bool is_upper = true;
  for (const char c : word) {
    is_upper = is_upper && c >= 'A' && c <= 'Z';
    label += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (is_any_of(word, "z")) return "UTC";
  if (is_upper) return is_known(label) ? label : std::string();
  if (is_any_of(word, "utc", "gmt", "pst", "pdt", "est", "edt", "wat", "cet", "cest")) return label;
  if (!is_any_of(word, "eat", "cat")) return {};
  // Words of their own; a zone only where no sentence goes on behind them.
  const auto next = byte_at(text, skip_blanks(text, at + word.size()));
  return next >= 'a' && next <= 'z' ? std::string() : label;
}

/// "UTC+1", "GMT + 1", "UTC-5", "EAT + 3": what stands behind an abbreviation, taken into `zone`.
void take_offset(std::string_view text, ZoneMention& zone) {
  const auto sign = skip_blanks(text, zone.length);
  std::size_t end = 0;
  const bool is_apart = sign > zone.length;
  const auto offset = offset_at(text, sign, end);
  if (offset.empty() || ends_range(text, offset, end)) return;
  // With blanks on both sides a minus sign is a dash.
  if (is_apart && offset[0] == '-' && skip_blanks(text, sign + 1) > sign + 1) return;
  if (zone.label == "UTC" || zone.label == "GMT") {
    zone.label += offset;
  } else if (offset.find(':') != kNone && offset[0] == '-') {
    return;  // "10:05 PST-11:00"
  }
  zone.length = end;
}

/// "PST/PDT", "UTC time": more of the same zone, which the first name stands for.
void take_alternative(std::string_view text, ZoneMention& zone) {
  if (byte_at(text, zone.length) == '/') {
    const auto other = abbreviation_at(text, zone.length + 1);
    if (!other.empty()) zone.length += 1 + word_at(text, zone.length + 1).size();
  }
  const auto time = skip_word(text, skip_blanks(text, zone.length), "time");
  if (time != kNone) zone.length = time;
}

ZoneMention bare_zone_at(std::string_view text) {
  auto zone = named_zone(text);
  if (zone.length > 0) return zone;
  std::size_t end = 0;
  const auto offset = offset_at(text, 0, end);
  // "+5" alone may count anything.
  if (offset.size() >= 5) return {offset, end};
  zone.label = abbreviation_at(text, 0);
  if (zone.label.empty()) return {};
  zone.length = word_at(text, 0).size();
  take_offset(text, zone);
  take_alternative(text, zone);
  return zone;
}

/// Behind the bracket that closes what `open` opens and holds nothing but a zone; npos otherwise.
std::size_t skip_bracketed(std::string_view text, std::size_t open, ZoneMention& zone) {
  const char bracket = byte_at(text, open);
  if (bracket != '(' && bracket != '[') return kNone;
  const auto begin = skip_gap(text, open + 1);
  zone = bare_zone_at(text.substr(std::min(begin, text.size())));
  if (zone.length == 0) return kNone;
  const auto end = begin + zone.length;
  return skip_gap(text, end) < text.size() &&
                 byte_at(text, skip_gap(text, end)) == (bracket == '(' ? ')' : ']')
             ? skip_gap(text, end) + 1
             : end;
}

}  // namespace

ZoneMention zone_at(std::string_view text) {
  const auto begin = skip_gap(text, 0);
  ZoneMention zone;
  const auto bracketed = skip_bracketed(text, begin, zone);
  if (bracketed != kNone) return {zone.label, bracketed};
  zone = bare_zone_at(text.substr(begin));
  if (zone.length == 0) return {};
  zone.length += begin;
  // "PST (UTC-8)", "WAT (West African Time)": said twice.
  ZoneMention again;
  const auto end = skip_bracketed(text, skip_gap(text, zone.length), again);
  if (end != kNone && (text[end - 1] == ')' || text[end - 1] == ']')) zone.length = end;
  return zone;
}

}  // namespace pmsite
