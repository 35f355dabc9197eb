// SPDX-License-Identifier: MIT
#include "prose/secrets.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <utility>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongest = 4096;      // bytes of a token; what is longer is no credential
constexpr std::size_t kLongestValue = 256;  // of what is given to a name

/// A token that its issuer marks with its first letters.
struct Marked {
  std::string_view prefix, what;
  std::size_t least;  ///< bytes behind the prefix
};
constexpr std::array kMarked = {
    Marked{"AKIA", "an AWS access key", 16},     Marked{"ASIA", "an AWS access key", 16},
    Marked{"AIza", "a Google API key", 35},      Marked{"ghp_", "a GitHub token", 30},
    Marked{"gho_", "a GitHub token", 30},        Marked{"ghu_", "a GitHub token", 30},
    Marked{"ghs_", "a GitHub token", 30},        Marked{"ghr_", "a GitHub token", 30},
    Marked{"github_pat_", "a GitHub token", 22}, Marked{"glpat-", "a GitLab token", 20},
    Marked{"xoxa-", "a Slack token", 10},        Marked{"xoxb-", "a Slack token", 10},
    Marked{"xoxp-", "a Slack token", 10},        Marked{"xoxr-", "a Slack token", 10},
    Marked{"xoxs-", "a Slack token", 10},        Marked{"hooks.slack.com/services/T", "a Slack webhook", 20},
    Marked{"sk_live_", "a Stripe key", 16},      Marked{"rk_live_", "a Stripe key", 16},
    Marked{"npm_", "an npm token", 36},          Marked{"pypi-AgE", "a PyPI token", 30},
    Marked{"sk-ant-", "an API key", 20},         Marked{"sk-proj-", "an API key", 20},
    Marked{"SG.", "a SendGrid key", 40},         Marked{"dop_v1_", "a DigitalOcean token", 40},
};

/// A name that is given a secret value. It may be the end of a longer one: "DB_PASSWORD".
struct Named {
  std::string_view name, what;
};
constexpr std::array kNamed = {
    Named{"password", "a password"},      Named{"passwd", "a password"},
    Named{"passphrase", "a password"},    Named{"pwd", "a password"},
    Named{"secret", "a secret"},          Named{"token", "a token"},
    Named{"api_key", "an API key"},       Named{"apikey", "an API key"},
    Named{"api-key", "an API key"},       Named{"secret_access_key", "a secret"},
    Named{"access_key", "an access key"}, Named{"secret_key", "a secret"},
    Named{"secret-key", "a secret"},      Named{"private_key", "a secret"},
    Named{"auth_key", "an API key"},
};

constexpr std::array<std::string_view, 6> kNameEnds = {"rd", "wd", "se", "et", "en", "ey"};

// Pieces of what people write instead of a secret.
constexpr std::array<std::string_view, 22> kMasks = {
    "***",       "...",   "\u2026", "\u2022", "xxx",     "<",        ">",           "$",
    "{",         "%",     "(",      "[",      "example", "redacted", "placeholder", "changeme",
    "change-me", "dummy", "your",   "sample", "hidden",  "removed"};
constexpr std::array<std::string_view, 14> kBlandPasswords = {
    "password", "passwd", "pass", "pwd",   "pw",   "secret", "user",
    "username", "token",  "key",  "admin", "root", "x",      "***"};

bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
bool is_token_byte(char c) { return is_alphanumeric(c) || c == '_' || c == '-'; }
bool is_base64_byte(char c) {
  return is_alphanumeric(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
}

std::size_t run_length(std::string_view text, bool (*is_member)(char)) {
  std::size_t length = 0;
  while (length < text.size() && length < kLongest && is_member(text[length])) ++length;
  return length;
}

bool is_masked(std::string_view value) {
  const auto lower = to_lower(value);
  return std::any_of(kMasks.begin(), kMasks.end(),
                     [&lower](std::string_view mask) { return lower.find(mask) != kNone; });
}

/// Whether so many different bytes stand in `value` as in what nobody typed for show.
bool is_varied(std::string_view value) {
  std::bitset<256> seen;
  for (const char c : value) seen.set(static_cast<unsigned char>(c));
  return seen.count() >= 6;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }
bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

/// Words of small letters with hyphens or low lines between, be there numbers too: the name of something.
bool is_name(std::string_view value) {
  bool has_word = false;
  std::size_t letters = 0;
  for (const char c : value) {
    if (c >= 'A' && c <= 'Z') return false;
    letters = is_letter(c) ? letters + 1 : 0;
    has_word = has_word || letters >= 3;
    if (!is_alphanumeric(c) && c != '-' && c != '_' && c != '.') return false;
  }
  return has_word && value.find_first_of("-_.") != kNone && !is_digit(value.front());
}

bool is_constant_name(std::string_view value) {
  return value.find('_') != kNone &&
         std::none_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_date(std::string_view value) {
  return value.size() >= 8 && is_digit(value[0]) && is_digit(value[3]) &&
         (value[4] == '-' || value[4] == '/');
}

/// What stands in quotes at the front of `text`, or up to the next blank.
TextRange value_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {at, at};
  const char quote = text[at];
  if (quote == '"' || quote == '\'' || quote == '`') {
    const auto end = text.substr(at + 1, kLongestValue).find_first_of(std::string{quote, '\n'});
    return end == kNone ? TextRange{at, at} : TextRange{at + 1, at + 1 + end};
  }
  std::size_t end = at;
  while (end < text.size() && end - at < kLongestValue &&
         std::string_view(" \t\n,;\"'`|)&").find(text[end]) == kNone)
    ++end;
  while (end > at && (text[end - 1] == '.' || text[end - 1] == ':')) --end;
  return {at, end};
}

/// Whether a value given to a secret's name is one. Words alone are none: "token: expired".
bool is_secret_value(std::string_view value, bool is_assigned) {
  if (value.size() < (is_assigned ? 6U : 8U) || value.size() >= kLongestValue) return false;
  const auto digits = std::count_if(value.begin(), value.end(), is_digit);
  if (digits < (is_assigned ? 1 : 2) || !has_letter(value) || value.find(' ') != kNone) return false;
  if (std::string_view("/~.@#").find(value.front()) != kNone || value.find("://") != kNone) return false;
  return !is_masked(value) && !is_name(value) && !is_constant_name(value) && !is_date(value) &&
         (is_varied(value) || value.size() < 10);
}

/// What three bytes in a row may begin: a bit for each mark, and these. A text has few such places, so that a
/// look at three tables a byte is all that most of it costs.
constexpr std::uint32_t kWebToken = 1U << 28U, kKey = 1U << 29U, kBearerSign = 1U << 30U, kValue = 1U << 31U;
static_assert(kMarked.size() <= 28);

struct Signs {
  std::uint32_t first = 0, second = kValue, third = kValue;
};
constexpr std::array<Signs, 256> kSigns = [] {
  std::array<Signs, 256> signs{};
  const auto set = [&signs](std::string_view bytes, std::uint32_t bit) {
    signs[static_cast<unsigned char>(bytes[0])].first |= bit;
    signs[static_cast<unsigned char>(bytes[1])].second |= bit;
    signs[static_cast<unsigned char>(bytes[2])].third |= bit;
  };
  for (std::size_t i = 0; i < kMarked.size(); ++i) set(kMarked[i].prefix, 1U << i);
  set("eyJ", kWebToken);
  set("---", kKey);
  for (const auto* bearer : {"bea", "BEA"}) set(bearer, kBearerSign);
  signs[':'].first |= kValue;
  signs['='].first |= kValue;
  return signs;
}();

/// What may stand between a name and its sign: "token" : `x`.
bool is_between(char c) { return c == ' ' || c == '"' || c == '\'' || c == '`' || c == '*'; }

bool is_authority_byte(char c) {
  return c != '/' && c > ' ' && std::string_view("\"'`<>()[]").find(c) == kNone;
}

/// Whether the last two letters are those of a secret's name. Few words before a colon get past this.
bool may_end_name(std::string_view text) {
  if (text.size() < 3) return false;
  const auto pair = to_lower(text.substr(text.size() - 2));
  return std::find(kNameEnds.begin(), kNameEnds.end(), pair) != kNameEnds.end();
}

/// Where a secret may begin, or stand behind.
struct Place {
  std::size_t at = 0;
  std::uint32_t sign = 0;  ///< none at the end of the text
};

/// A function of its own, so that the loop keeps to registers: it looks at every byte there is.
Place next_place(std::string_view text, std::size_t from) {
  std::uint32_t one = 0, two = 0;  // what the byte before, and the two before, may begin
  for (std::size_t at = from; at < text.size(); ++at) {
    const Signs& signs = kSigns[static_cast<unsigned char>(text[at])];
    const std::uint32_t three = two & signs.third;
    if (three != 0) return {at - 2, three};
    two = one & signs.second;
    one = signs.first;
  }
  return {};
}

/// Looks along a text once, from one byte that may begin or join a secret to the next.
class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<SecretMention> find() {
    for (auto place = next_place(text_, 0); place.sign != 0;) {
      const std::size_t before = found_.size();
      add(place.sign, place.at);
      const std::size_t from = found_.size() > before ? found_.back().at.end : 0;
      place = next_place(text_, std::max(place.at + 1, from));
    }
    return std::move(found_);
  }

 private:
  bool begins_token(std::size_t at) const { return at == 0 || !is_token_byte(text_[at - 1]); }

  void add(std::uint32_t sign, std::size_t at) {
    if ((sign & kValue) != 0) return text_[at + 1] == '/' ? add_address(at) : add_named(at);
    if ((sign & kWebToken) != 0) return add_web_token(at);
    if ((sign & kKey) != 0) return add_private_key(at);
    if ((sign & kBearerSign) != 0) return add_bearer(at);
    add_marked(at);
  }

  void add(std::size_t begin, std::size_t length, std::string_view what) {
    found_.push_back({{begin, begin + length}, what});
  }

  void add_marked(std::size_t at) {
    if (!begins_token(at)) return;
    const auto rest = text_.substr(at);
    for (const auto& marked : kMarked) {
      if (!rest.starts_with(marked.prefix)) continue;
      const auto behind = rest.substr(marked.prefix.size());
      const bool has_parts = marked.prefix.back() == '.' || marked.prefix.back() == 'T';
      const auto length =
          run_length(behind, has_parts ? [](char c) { return is_token_byte(c) || c == '.' || c == '/'; }
                                       : is_token_byte);
      const auto tail = behind.substr(0, length);
      if (length >= marked.least && is_varied(tail) && !is_masked(tail))
        add(at, marked.prefix.size() + length, marked.what);
      return;
    }
  }

  /// "eyJ...", a JSON web token: three runs of base64 with full stops between.
  void add_web_token(std::size_t at) {
    if (!text_.substr(at).starts_with("eyJ") || !begins_token(at)) return;
    const auto rest = text_.substr(at);
    const auto first = run_length(rest, is_base64_byte);
    if (first < 12 || !rest.substr(first).starts_with(".eyJ")) return;
    const auto second = run_length(rest.substr(first + 1), is_base64_byte);
    const auto end = first + 1 + second;
    const bool has_third = end < rest.size() && rest[end] == '.';
    const auto third = has_third ? run_length(rest.substr(end + 1), is_base64_byte) + 1 : 0;
    if (second >= 12 && !is_masked(rest.substr(0, end))) add(at, end + third, "a JSON web token");
  }

  /// The head of a private key, if key material follows it, on the same line or one of the next.
  void add_private_key(std::size_t at) {
    constexpr std::size_t kHead = 80, kLine = 200;
    const auto head = text_.substr(at, kHead);
    const auto name = head.find("PRIVATE KEY");
    if (!head.starts_with("-----BEGIN ") || name == kNone) return;
    const auto length = head.find("-----", name);
    if (length == kNone || head.substr(0, length).find('\n') != kNone) return;
    std::size_t from = at + length + 5;
    for (int i = 0; i < 5 && from < text_.size(); ++i) {
      const auto line = text_.substr(from, std::min(text_.substr(from, kLine).find('\n'), kLine));
      const auto begin = line.find_first_not_of(" \t\\n\"'`");
      const auto key = begin == kNone ? line : line.substr(begin);
      if (const auto run = run_length(key, is_base64_byte); run >= 32 && is_varied(key.substr(0, run)))
        return add(at, length + 5, "a private key");
      from += line.size() + 1;
    }
  }

  void add_bearer(std::size_t at) {
    constexpr std::string_view kBearer = "bearer ";
    const auto rest = text_.substr(at);
    if (!begins_token(at) || !equal_ignoring_case(rest.substr(0, kBearer.size()), kBearer)) return;
    const auto behind = rest.substr(kBearer.size());
    const auto length = run_length(behind, [](char c) { return is_base64_byte(c) || c == '.'; });
    const auto value = behind.substr(0, length);
    if (length >= 20 && has_digit(value) && has_letter(value) && is_varied(value) && !is_masked(value) &&
        !is_name(value))
      add(at + kBearer.size(), length, "a bearer token");
  }

  /// A value behind `:` or `=` at `at`, if a secret's name stands before it.
  void add_named(std::size_t at) {
    std::size_t name_end = at;
    while (name_end > 0 && at - name_end < 3 && is_between(text_[name_end - 1])) --name_end;
    const auto before = text_.substr(0, name_end);
    if (!may_end_name(before)) return;
    for (const auto& named : kNamed) {
      if (before.size() < named.name.size() ||
          !equal_ignoring_case(before.substr(before.size() - named.name.size()), named.name))
        continue;
      const auto begin = before.size() - named.name.size();
      if (begin > 0 && is_letter(before[begin - 1]) && is_letter(named.name.front()) &&
          named.name.size() < 6 && !(before[begin] >= 'A' && before[begin] <= 'Z'))
        continue;
      std::size_t value_begin = at + 1;
      while (value_begin < text_.size() && std::string_view(" *\t").find(text_[value_begin]) != kNone)
        ++value_begin;
      const TextRange value = value_at(text_, value_begin);
      if (is_secret_value(value.of(text_), text_[at] == '='))
        add(value.begin, value.end - value.begin, named.what);
      return;
    }
  }

  /// "://user:password@host": `at` is the first colon.
  void add_address(std::size_t at) {
    if (!text_.substr(at).starts_with("://")) return;
    const auto rest = text_.substr(at + 3, 512);
    std::size_t end = 0;
    while (end < rest.size() && is_authority_byte(rest[end])) ++end;
    const auto authority = rest.substr(0, end);
    const auto sign = authority.rfind('@'), colon = authority.find(':');
    if (sign == kNone || colon == kNone || colon + 1 >= sign) return;
    const auto value = authority.substr(colon + 1, sign - colon - 1);
    const auto lower = to_lower(value);
    const auto host = authority.substr(sign + 1);
    if (value.size() < 4 || host.starts_with("example.") || host.find(".example") != kNone) return;
    if (is_masked(value) ||
        std::find(kBlandPasswords.begin(), kBlandPasswords.end(), lower) != kBlandPasswords.end())
      return;
    add(at + 3 + colon + 1, value.size(), "a password in an address");
  }

  std::string_view text_;
  std::vector<SecretMention> found_;
};

}  // namespace

std::vector<SecretMention> find_secrets(std::string_view text) { return Finder(text).find(); }

}  // namespace pmsite
