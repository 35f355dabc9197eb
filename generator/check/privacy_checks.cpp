// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "check/check.hpp"
#include "check/post_texts.hpp"
#include "prose/network_names.hpp"
#include "prose/phrases.hpp"
#include "prose/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// Turns offsets in the file into places, in one pass as long as they are asked for in order.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  Span span(TextRange range) {
    for (auto end = text_.find('\n', line_begin_); end != std::string_view::npos && end < range.begin;
         end = text_.find('\n', line_begin_)) {
      line_begin_ = end + 1;
      ++line_;
    }
    return span_on_line(line_, static_cast<int>(range.begin - line_begin_) + 1, range.end - range.begin);
  }

 private:
  std::string_view text_;
  std::size_t line_begin_ = 0;
  int line_ = 1;
};

/// Enough of a secret to find it by, and too little to use it. A short one is not shown at all.
std::string shown(std::string_view secret) {
  constexpr std::size_t kShown = 4, kShortest = 12;
  return secret.size() < kShortest ? std::string() : fmt::format(" (`{}...`)", secret.substr(0, kShown));
}

void check_secrets(const Subject& subject, const CheckReporter& report) {
  const std::string_view text = subject.post.source.text;
  Places places(text);
  for (const auto& secret : find_secrets(text))
    report(places.span(secret.at),
           fmt::format("{} stands in the text{}", secret.what, shown(secret.at.of(text))),
           "revoke it, for what was ever committed is known; then write `<...>` in its place");
}

void check_private_addresses(const Subject& subject, const CheckReporter& report) {
  const std::string_view text = subject.post.source.text;
  Places places(text);
  for (const auto range : find_private_addresses(text))
    report(places.span(range), fmt::format("`{}` means nothing outside your network", range.of(text)),
           "say what it is instead: \"the standby database\", \"a host of the office network\"");
}

/// Authors may publish an address of their own; those of others are not theirs to give.
bool is_in_authors(const Postmortem& post, int line) {
  return std::any_of(post.authors.begin(), post.authors.end(), [line](const Located<std::string>& author) {
    return line >= author.at.begin.line && line <= author.at.end.line;
  });
}

void check_emails(const Subject& subject, const CheckReporter& report) {
  const std::string_view text = subject.post.source.text;
  Places places(text);
  for (const auto range : find_personal_emails(text)) {
    const Span at = places.span(range);
    if (!is_in_authors(subject.post, at.begin.line))
      report(at, fmt::format("`{}` is a personal address", range.of(text)),
             "name the role or the team, or an address such as support@ that a team reads");
  }
}

// What a person does in a timeline, besides words in -ed and -es.
constexpr std::string_view kDeeds =
    "ran|runs|found|finds|saw|sees|began|begins|started|starts|took|takes|made|makes|noticed|notices|sent|"
    "sends|put|puts|"
    "gave|gives|set|sets|drove|drives|wrote|writes|built|builds|got|gets|was|is|had|has|did|does|went|goes|"
    "told|tells|"
    "thought|thinks|knew|knows|forgot|forgets|broke|breaks|shut|shuts|cut|cuts|brought|brings|rolls|restarts|"
    "reports|"
    "asks|calls|turns|deploys|reverts|deletes|removes|stops|opens|joins|suspects|confirms|checks|looks|pages|"
    "merges|"
    "pushes|notes|tries|applies|adds|drains|increases|repeated|repeats";

bool is_deed(std::string_view word) {
  return (word.size() > 4 && word.ends_with("ed") && !is_like_any(word, "indeed|speed|need")) ||
         is_like_any(word, kDeeds);
}

/// The names by which a text may call the post's people: whole, the first, the last.
std::vector<std::string_view> names_of(const Postmortem& post) {
  std::vector<std::string_view> names;
  for (const auto name : people_of(post)) {
    names.push_back(name);
    for (const auto part : split(name, ' '))
      if (part.size() > 2 && (name.starts_with(part) || name.ends_with(part))) names.push_back(part);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Where `name` acts in `text`: "Ada restarted", "by Ada".
void add_deeds(std::string_view text, std::string_view name, std::vector<TextRange>& found) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
    const TextRange range{at, at + name.size()};
    const auto last = name.rfind(' ') + 1;  // of "Ada Okoro", the surname
    const bool is_word =
        (at == 0 || next_word(text, at - 1).begin == at) && next_word(text, at + last).end == range.end;
    const auto before = trim(text.substr(at > 8 ? at - 8 : 0, std::min<std::size_t>(at, 8)));
    const bool is_agent = before == "by" || before.ends_with(" by");
    if (is_word && (is_agent || is_deed(next_word(text, range.end).of(text)))) found.push_back(range);
  }
}

void check_people(const Subject& subject, const CheckReporter& report) {
  const auto names = names_of(subject.post);
  if (names.empty()) return;
  for (const auto& passage : subject.post.passages) {
    const bool tells_deeds =
        passage.role == Role::timeline || passage.role == Role::cause || passage.role == Role::resolution;
    if (!tells_deeds || passage.is_heading || passage.is_quoted) continue;
    std::vector<TextRange> found;
    for (const auto name : names) add_deeds(passage.text, name, found);
    // Of "Ada Okoro" the whole name is told, and its parts are not told again.
    std::sort(found.begin(), found.end(), [](TextRange a, TextRange b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    const auto overlaps = [](TextRange a, TextRange b) { return b.begin < a.end; };
    found.erase(std::unique(found.begin(), found.end(), overlaps), found.end());
    for (const auto range : found)
      report(passage.span(range), fmt::format("`{}` is named beside what was done", range.of(passage.text)),
             "name the role: \"the on-call engineer\", \"a database administrator\"");
  }
}

constexpr std::array kChecks = {
    Check{{"secret-in-text", Level::error, "A published secret opens the door to whoever reads the page.",
           "mysql -u shop --password=9fj3kd02mx", "mysql -u shop --password=<password>",
           "Issuers mark their tokens so that scanners find them, because published ones are tried within "
           "minutes."},
          check_secrets,
          Needs{},
          Allow::never},
    Check{{"private-address", Level::warning,
           "Names and addresses inside your network help nobody but an intruder.",
           "The balancer kept sending requests to 10.3.7.12.",
           "The balancer kept sending requests to the drained host.",
           "RFC 1918 addresses mean nothing to a reader outside; published, they draw a map of the inside."},
          check_private_addresses},
    Check{
        {"email-in-text", Level::warning, "A published address is collected by spammers and named for ever.",
         "Questions go to jane.doe@acme.com.", "Questions go to the payments team.",
         "Data protection law counts an address that names a person as personal data; PagerDuty publishes "
         "roles."},
        check_emails},
    Check{{"person-named", Level::note,
           "A name beside a failed step is read as blame, and says less than the role does.",
           "- 10:20 UTC - Ada restarted the primary.",
           "- 10:20 UTC - The on-call engineer restarted the primary.",
           "PagerDuty asks for roles instead of names; DFDS uses initials in the postmortems it publishes."},
          check_people},
};

}  // namespace

std::span<const Check> privacy_checks() { return kChecks; }

}  // namespace pmsite
