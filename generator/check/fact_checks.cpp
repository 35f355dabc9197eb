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

void check_image(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!post.image || post.image->value.empty()) return;
  if (post.image_alt.empty())
    report(post.image->at, "`image` has no `image_alt`", "add `image_alt:` with what the picture shows");
}

constexpr std::array kChecks = {
    Check{{"severity-unknown", Level::error,
           "A severity outside the site's scale cannot be compared or sorted."},
          check_severity},
    Check{{"profile-unknown", Level::error,
           "The profile says what a post must hold; an unknown one says nothing."},
          check_profile},
    Check{{"interval-order", Level::error,
           "An incident that ends before it begins makes every duration wrong."},
          check_interval},
    Check{{"name-without-address", Level::error,
           "Each service and tag has a page, and a page needs an address."},
          check_addresses},
    Check{{"image-alt-missing", Level::error, "Readers who cannot see a picture need its words."},
          check_image},
};

}  // namespace

std::span<const Check> fact_checks() { return kChecks; }

}  // namespace pmsite
