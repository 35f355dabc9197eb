// SPDX-License-Identifier: MIT
#include "prose/network_names.hpp"

#include "base/text.hpp"
#include "prose/phrases.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongestName = 253;  // bytes of a host name

constexpr std::array<std::string_view, 5> kPrivateDomains = {"internal", "local", "lan", "corp", "intranet"};
// The same in every network, so they tell nothing about one.
constexpr std::array<std::string_view, 6> kKnownNames = {
    "metadata.google.internal",   "host.docker.internal", "gateway.docker.internal",
    "kubernetes.docker.internal", "cluster.local",        "kubernetes.internal"};
constexpr std::array<std::string_view, 8> kKnownAddresses = {"169.254.169.254", "169.254.170.2", "172.17.0.1",
                                                             "192.168.0.1",     "192.168.1.1",   "10.0.2.2",
                                                             "10.96.0.1",       "10.96.0.10"};
// First labels of the names of packages: "com.shop.internal".
constexpr std::array<std::string_view, 9> kPackages = {"com", "org", "net",  "io",    "dev",
                                                       "jdk", "sun", "java", "github"};

// What ends the names of files and of systemd's units: "icon@2x.png", "backup@main.timer".
constexpr std::string_view kNoDomains =
    "service|timer|socket|target|mount|slice|scope|path|device|png|jpg|jpeg|gif|svg|webp|js|css|json|yaml|"
    "yml|txt|md|log|"
    "conf|py|sh|html|beta|alpha|rc";

constexpr auto kRoles = std::to_array<std::string_view>(
    {"abuse",    "account",     "accounts",   "admin",     "administrator", "alert",
     "alerts",   "announce",    "backend",    "billing",   "bot",           "bug",
     "bugs",     "careers",     "ci",         "community", "contact",       "customers",
     "dba",      "deploy",      "dev",        "devops",    "do-not-reply",  "donotreply",
     "ec2-user", "engineering", "enquiries",  "feedback",  "git",           "hello",
     "help",     "helpdesk",    "hostmaster", "hr",        "incident",      "incidents",
     "info",     "infra",       "inquiries",  "it",        "jobs",          "legal",
     "list",     "lists",       "mail",       "marketing", "media",         "monitoring",
     "nagios",   "news",        "no-reply",   "noc",       "noreply",       "office",
     "on-call",  "oncall",      "ops",        "partners",  "postmaster",    "press",
     "privacy",  "questions",   "report",     "reports",   "root",          "sales",
     "security", "service",     "soc",        "sre",       "status",        "support",
     "sysadmin", "team",        "ubuntu",     "user",      "users",         "webmaster",
     "www-data"});

// "settings.local" is a file.
constexpr std::array<std::string_view, 7> kFiles = {"settings", "config", "env",    "application",
                                                    "database", "rc",     "compose"};

bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
bool is_name_byte(char c) { return is_alphanumeric(c) || c == '-' || c == '.'; }
bool is_local_byte(char c) { return is_name_byte(c) || c == '_' || c == '+' || c == '%'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

char byte_before(std::string_view text, std::size_t at) { return at > 0 ? text[at - 1] : ' '; }
char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : ' '; }

/// The run of `is_member` bytes at `at`, without full stops and hyphens at its end.
TextRange run_at(std::string_view text, std::size_t at, bool (*is_member)(char)) {
  std::size_t end = at;
  while (end < text.size() && is_member(text[end])) ++end;
  while (end > at && !is_alphanumeric(text[end - 1])) --end;
  return {at, end};
}

std::optional<std::uint32_t> parse_address(std::string_view text) {
  std::uint32_t address = 0;
  int octets = 0;
  for (const auto part : split(text, '.')) {
    const int octet = part.size() <= 3 ? parse_digits(part) : -1;
    if (octet < 0 || octet > 255 || ++octets > 4) return std::nullopt;
    address = address << 8U | static_cast<std::uint32_t>(octet);
  }
  return octets == 4 ? std::optional(address) : std::nullopt;
}

/// The well-known block of private addresses that holds `address`: its length in bits, or 0.
unsigned private_block(std::uint32_t address) {
  if (address >> 24U == 10) return 8;
  if (address >> 20U == 0xAC1) return 12;                               // 172.16.0.0/12
  if (address >> 16U == 0xC0A8 || address >> 16U == 0xA9FE) return 16;  // 192.168.0.0/16, 169.254.0.0/16
  if (address >> 22U == 0x191) return 10;                               // 100.64.0.0/10
  return 0;
}

/// Whether `rest` makes of the address in front of it a whole block: "/8" for "10.0.0.0".
bool is_whole_block(std::uint32_t address, unsigned block, std::string_view rest) {
  if (!rest.starts_with('/')) return false;
  const auto length = run_at(rest, 1, is_digit).of(rest);
  const bool has_host = (address & (0xFFFFFFFFU >> block)) != 0;
  return !has_host && parse_digits(length) >= 0 && parse_digits(length) <= static_cast<int>(block);
}

bool is_private_address(std::string_view written, std::string_view rest) {
  const auto address = parse_address(written);
  if (!address) return false;
  const unsigned block = private_block(*address);
  return block > 0 && !is_whole_block(*address, block, rest) && !is_in(kKnownAddresses, written);
}

/// A unique local or link-local address of IPv6: "fd12:3456:789a::1". Blocks such as "fc00::/7" are none.
bool is_private_address_6(std::string_view written, std::string_view rest) {
  const auto lower = to_lower(written);
  const bool is_unique =
      lower.size() > 5 && lower[0] == 'f' && (lower[1] == 'c' || lower[1] == 'd') && lower[4] == ':';
  if (!is_unique && !lower.starts_with("fe80:")) return false;
  const bool has_host = lower.find_first_not_of("0:", 5) != kNone;
  return std::count(lower.begin(), lower.end(), ':') >= 2 && (has_host || !rest.starts_with('/')) && has_host;
}

bool is_private_name(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == kNone || dot == 0 || name.size() > kLongestName) return false;
  if (!is_in(kPrivateDomains, name.substr(dot + 1)) || is_in(kPackages, name.substr(0, name.find('.'))))
    return false;
  if (is_in(kFiles, name.substr(0, dot))) return false;
  if (name.find("example") != kNone || name.find("..") != kNone) return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
  return std::none_of(kKnownNames.begin(), kKnownNames.end(), [name](std::string_view known) {
    return name == known || (name.ends_with(known) && name[name.size() - known.size() - 1] == '.');
  });
}

/// Whether a host name may begin at `at`: not a file's, and not a member of something.
bool may_begin_name(std::string_view text, std::size_t at) {
  const char before = byte_before(text, at);
  if (before == '/') return at >= 2 && text[at - 2] == '/';
  return !is_name_byte(before) && before != '_' && before != '\\' && before != '$' && before != '~';
}

bool may_end_name(std::string_view text, std::size_t end) {
  const char behind = byte_at(text, end);
  return behind != '(' && behind != '_' && behind != '=' && behind != '[' &&
         !(behind == '-' && end + 1 < text.size());
}

bool is_example_domain(std::string_view domain) {
  const auto top = domain.substr(domain.rfind('.') + 1);
  if (top == "example" || top == "test" || top == "invalid" || top == "localhost") return true;
  return domain.starts_with("example.") || domain.find(".example.") != kNone ||
         domain.find("noreply") != kNone;
}

bool is_domain(std::string_view domain) {
  const auto dot = domain.rfind('.');
  if (dot == kNone || domain.size() - dot < 3 || domain.size() > kLongestName || domain.find("..") != kNone)
    return false;
  const auto top = domain.substr(dot + 1);
  if (is_like_any(top, kNoDomains)) return false;
  return std::all_of(top.begin(), top.end(), is_letter) &&
         !(is_digit(domain.front()) && domain.find('.') != dot);
}

/// Whether what stands at `at` goes on with an address: "https://shop:me@host".
bool is_in_address(std::string_view text, std::size_t at) {
  constexpr std::size_t kFarthest = 80;
  const std::size_t from = at > kFarthest ? at - kFarthest : 0;
  const auto before = text.substr(from, at - from);
  const auto blank = before.find_last_of(" \t\n\"'<>(|");
  return before.substr(blank == kNone ? 0 : blank + 1).find("://") != kNone;
}

bool is_role(std::string_view local) {
  const auto name = local.substr(0, local.find('+'));
  if (is_in(kRoles, name) || name.find("reply") != kNone) return true;
  // "sre-team", "shop.support"
  for (const char sign : {'-', '.', '_'})
    for (const auto part : split(name, sign))
      if (part.size() < name.size() && part.size() > 2 && is_in(kRoles, part)) return true;
  return false;
}

/// Whether a version is told in front of `at`, which may have four numbers like an address: "V8
/// to 10.8.168.25".
bool is_version_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kFarthest = 24;
  const auto before = text.substr(at > kFarthest ? at - kFarthest : 0, std::min(at, kFarthest));
  for (auto word = next_word(before, 0); word.begin < word.end; word = next_word(before, word.end))
    if (is_like_any(word.of(before),
                    "version*|release*|upgrad*|updat*|downgrad*|patch|patched|build|v8|chrome|chromium|"
                    "driver|firmware"))
      return true;
  return false;
}

bool is_address_6_byte(char c) { return is_hex(c) || c == ':'; }

// Which two bytes in a row may stand inside an address or a name of one network: a full stop and what begins
// a number or one of the private domains, a colon and what goes on with an IPv6 address.
using Bits = std::array<std::uint8_t, 256>;
constexpr std::array<Bits, 2> kJoins = [] {
  std::array<Bits, 2> joins{};
  joins[0]['.'] = 1;
  joins[0][':'] = 2;
  for (const char c : std::string_view("0123456789ilc")) joins[1][static_cast<unsigned char>(c)] |= 1;
  for (const char c : std::string_view("0123456789abcdefABCDEF:"))
    joins[1][static_cast<unsigned char>(c)] |= 2;
  return joins;
}();

/// What two bytes cannot tell: a word stands before the full stop, and before the colon one of IPv6 in `f`.
bool may_join(std::string_view text, std::size_t at) {
  if (text[at] == '.') return is_alphanumeric(byte_before(text, at));
  return at >= 4 && (text[at - 4] == 'f' || text[at - 4] == 'F');
}

bool is_private(std::string_view name, std::string_view rest, bool is_six) {
  if (is_six) return is_private_address_6(name, rest);
  const bool is_number = name.find_first_not_of("0123456789.") == kNone;
  return is_number ? is_private_address(name, rest) : is_private_name(name);
}

}  // namespace

std::vector<TextRange> find_private_addresses(std::string_view text) {
  std::vector<TextRange> found;
  std::size_t known = 0;  // behind what has been looked at
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto join =
        kJoins[0][static_cast<unsigned char>(text[at])] & kJoins[1][static_cast<unsigned char>(text[at + 1])];
    if (join == 0 || at < known || !may_join(text, at)) continue;
    const bool is_six = text[at] == ':';
    const auto is_member = is_six ? is_address_6_byte : is_name_byte;
    std::size_t begin = at;
    while (begin > known && is_member(text[begin - 1])) --begin;
    while (begin < at && !is_alphanumeric(text[begin])) ++begin;
    const TextRange name = run_at(text, begin, is_member);
    if (may_begin_name(text, name.begin) && may_end_name(text, name.end) &&
        is_private(name.of(text), text.substr(name.end), is_six) &&
        !(is_digit(text[name.begin]) && is_version_before(text, name.begin)))
      found.push_back(name);
    known = std::max(name.end, at);
  }
  return found;
}

std::vector<TextRange> find_personal_emails(std::string_view text) {
  std::vector<TextRange> found;
  for (auto at = text.find('@'); at != kNone; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 64 && is_local_byte(text[begin - 1])) --begin;
    while (begin < at && !is_alphanumeric(text[begin])) ++begin;
    const TextRange domain = run_at(text, at + 1, is_name_byte);
    const auto local = to_lower(text.substr(begin, at - begin));
    // "pkg/name@1.2" and "ssh://x@host" have no mailbox in front.
    if (local.empty() || byte_before(text, begin) == '/' || is_in_address(text, begin)) continue;
    const auto host = to_lower(domain.of(text));
    if (!is_domain(host) || is_example_domain(host) || is_role(local)) continue;
    if (byte_at(text, domain.end) == ':' && is_alphanumeric(byte_at(text, domain.end + 1)))
      continue;  // git@host:path
    found.push_back({begin, domain.end});
  }
  return found;
}

}  // namespace pmsite
