// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

void check_severity(const Subject& subject, const CheckReporter& report) {
  const auto& written = subject.post.severity;
  const auto& known = subject.content.config.severities;
  if (written.value.empty() || std::find(known.begin(), known.end(), written.value) != known.end()) return;
  report(written.at, fmt::format("`{}` is not a severity of this site", written.value),
         suggest(written.value, {known.begin(), known.end()}));
}

void check_profile(const Subject& subject, const CheckReporter& report) {
  const auto& written = subject.post.profile;
  if (!written || written->value.empty() || find_profile(written->value) != nullptr) return;
  report(written->at, fmt::format("`{}` is not a profile", written->value),
         suggest(written->value, profile_names()));
}

void check_interval(const Subject& subject, const CheckReporter& report) {
  const auto& [started, resolved] = std::pair(subject.post.started_at, subject.post.resolved_at);
  if (!started || !resolved || resolved->value.utc >= started->value.utc) return;
  report(resolved->at,
         fmt::format("`resolved_at` is {} before `started_at`",
                     format_duration(started->value.utc - resolved->value.utc)),
         "correct one of the two");
}

/// Services and tags become addresses; what has no letter or digit of ASCII has none.
void check_addresses(const Subject& subject, const CheckReporter& report) {
  for (const auto* names : {&subject.post.services, &subject.post.tags})
    for (const auto& name : *names)
      if (slugify(name.value).empty())
        report(name.at, fmt::format("`{}` cannot become an address", name.value),
               "use at least one letter or digit from a to z, 0 to 9");
}

constexpr std::size_t kMostServices = 50, kMostTags = 30;

/// Each term has a page and feeds that hold the whole post.
void check_term_count(const Subject& subject, const CheckReporter& report) {
  const auto check = [&report](const auto& names, std::size_t most, std::string_view noun) {
    if (names.size() > most)
      report(names[most].at, fmt::format("{} {}s, and {} are the most", names.size(), noun, most),
             "keep those by which somebody would look for this incident");
  };
  check(subject.post.services, kMostServices, "service");
  check(subject.post.tags, kMostTags, "tag");
}

constexpr std::array kChecks = {
    Check{{.id = "severity-unknown",
           .level = Level::error,
           .why = "A severity outside the site's scale cannot be compared or sorted.",
           .wrong = "severity: critical",
           .right = "severity: SEV2",
           .basis =
               "One scale a site, as incident trackers have it: lists and colours are made from its order."},
          check_severity,
          Needs{},
          Allow::never},
    Check{{.id = "profile-unknown",
           .level = Level::error,
           .why = "The profile says what a post must hold; an unknown one says nothing.",
           .wrong = "profile: google",
           .right = "profile: sre",
           .basis = "A closed list: a misspelt profile would quietly put the site's own in force."},
          check_profile,
          Needs{},
          Allow::never},
    Check{{.id = "interval-order",
           .level = Level::error,
           .why = "An incident that ends before it begins makes every duration wrong.",
           .wrong = "started_at: 2026-03-04T10:12:00+01:00\nresolved_at: 2026-03-04T09:05:00+01:00",
           .right = "started_at: 2026-03-04T10:12:00+01:00\nresolved_at: 2026-03-04T11:05:00+01:00",
           .basis = "Published postmortems hold such slips: a July incident resolved in September, one "
                    "declared in 2022 "
                    "and repaired in 2023; incident trackers refuse them."},
          check_interval,
          Needs{},
          Allow::never},
    Check{{.id = "name-without-address",
           .level = Level::error,
           .why = "Each service and tag has a page, and a page needs an address.",
           .wrong = "services: [\"!!\"]",
           .right = "services: [checkout]",
           .basis = "Addresses are made of a to z, 0 to 9 and hyphens, which every server, chat and e-mail "
                    "passes on "
                    "unharmed."},
          check_addresses,
          Needs{},
          Allow::never},
    Check{{.id = "terms-many",
           .level = Level::error,
           .why = "Each service and tag has a page and three feeds with the whole post: thousands of them "
                  "would fill "
                  "a disk.",
           .wrong = "tags: [a1, a2, a3, ... a400]",
           .right = "tags: [dns, backbone]",
           .basis = "A limit for untrusted pull requests, far above what people write: the real postmortems "
                    "that this "
                    "was tried on have at most a dozen of both."},
          check_term_count,
          Needs{},
          Allow::never},
};

}  // namespace

std::span<const Check> fact_checks() { return kChecks; }

}  // namespace pmsite
