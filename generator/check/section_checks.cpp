// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pmsite {
namespace {

/// Where to point for something that is not there: the front matter, the first line of every post.
Span top_of(const Postmortem& post) { return post.front_matter; }

bool fills(const Postmortem& post, const ProfileSection& section) {
  return std::all_of(section.roles.begin(), section.roles.end(),
                     [&post](Role role) { return has_role(post, role); });
}

/// The section whose heading looks like a misspelt `heading`, or null.
const Section* near_miss(const Postmortem& post, std::string_view heading) {
  for (const auto& section : post.sections)
    if (section.has_role(Role::other) && !nearest(plain_text(section.heading), {heading}).empty())
      return &section;
  return nullptr;
}

void report_absent(const Subject& subject, const CheckReporter& report, Need need) {
  for (const auto& section : subject.profile.sections) {
    if (section.need != need || fills(subject.post, section)) continue;
    const Section* meant = near_miss(subject.post, section.heading);
    report(meant != nullptr ? meant->at : top_of(subject.post),
           fmt::format("profile `{}` wants a section `{}`", subject.profile.name, section.heading),
           meant != nullptr ? fmt::format("did you mean `## {}`?", section.heading)
                            : fmt::format("add `## {}`", section.heading));
  }
}

void check_missing(const Subject& subject, const CheckReporter& report) {
  report_absent(subject, report, Need::required);
}

bool is_known(const Section& section) { return !section.has_role(Role::other); }

void check_empty(const Subject& subject, const CheckReporter& report) {
  for (const auto& section : subject.post.sections) {
    const bool only_headings = std::all_of(section.blocks.begin(), section.blocks.end(),
                                           [](const Node& block) { return block.kind == NodeKind::heading; });
    if (is_known(section) && only_headings)
      report(section.at, fmt::format("the section `{}` is empty", plain_text(section.heading)),
             "write it, or remove its heading");
  }
}

void check_duplicate(const Subject& subject, const CheckReporter& report) {
  for (const Role role : {Role::summary, Role::timeline, Role::measures}) {
    const Section* first = find_section(subject.post, role);
    for (const auto& section : subject.post.sections)
      if (first != nullptr && &section != first && section.has_role(role))
        report(section.at,
               fmt::format("a second {} section; the first is on line {}", word(role), first->at.begin.line),
               "join them, or give one another heading");
  }
}

void check_order(const Subject& subject, const CheckReporter& report) {
  const Section* before = nullptr;
  for (const auto& wanted : subject.profile.sections) {
    const Section* section = find_section(subject.post, wanted.roles.front());
    if (section == nullptr) continue;
    if (before != nullptr && section->at.begin < before->at.begin)
      report(
          section->at,
          fmt::format("`{}` stands before `{}`", plain_text(section->heading), plain_text(before->heading)),
          fmt::format("profile `{}` has them the other way round", subject.profile.name));
    before = section;
  }
}

void check_words(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const auto& profile = subject.profile;
  if (profile.most_words == 0 || (post.words >= profile.least_words && post.words <= profile.most_words))
    return;
  const bool few = post.words < profile.least_words;
  const int distance = few ? profile.least_words - post.words : post.words - profile.most_words;
  report(top_of(post),
         fmt::format("the body has {}; profile `{}` wants {} to {}",
                     counted(static_cast<std::size_t>(post.words), "word"), profile.name, profile.least_words,
                     profile.most_words),
         fmt::format("{} {}", few ? "add" : "cut", counted(static_cast<std::size_t>(distance), "word")));
}

constexpr std::array kChecks = {
    Check{{.id = "section-missing",
           .level = Level::error,
           .why = "Readers come with fixed questions; each section answers one of them.",
           .wrong = "## Issue summary\n...\n## Root cause and resolution\n...",
           .right = "## Issue summary\n...\n## Timeline\n...\n## Root cause and resolution\n...",
           .basis = "The course requires summary, timeline, cause with resolution, and measures; they are "
                    "the sections of "
                    "the report that Google published in 2013 and many have followed."},
          check_missing},
    Check{{.id = "section-empty",
           .level = Level::error,
           .why = "A heading without text promises an answer and gives none.",
           .wrong = "## Timeline\n\n## Root cause and resolution\n...",
           .right = "## Timeline\n- 10:12 CET - **Started**: the cache failed over.\n\n## Root cause and "
                    "resolution\n...",
           .basis = "The course requires what the sections say, not their headings; the CCADB has authors "
                    "write N/A rather "
                    "than leave a part empty."},
          check_empty},
    Check{{.id = "section-duplicate",
           .level = Level::error,
           .why = "Two timelines, or two summaries, leave the reader to guess which holds.",
           .wrong = "## Timeline\n...\n## Incident timeline\n...",
           .right = "## Timeline\n...",
           .basis = "Entries and tasks are read from the first section of their kind; those of a second "
                    "would be lost."},
          check_duplicate},
    Check{{.id = "section-order",
           .level = Level::warning,
           .why = "The same order in every post lets readers find their place.",
           .wrong = "## Timeline\n...\n## Issue summary\n...",
           .right = "## Issue summary\n...\n## Timeline\n...",
           .basis = "The course gives the order along with the sections, and asks to stick to it."},
          check_order},
    Check{{.id = "word-count",
           .level = Level::error,
           .why = "Too short leaves questions open; too long is not read.",
           .wrong = "(a body of 350 words, profile `alx`)",
           .right = "(a body of 400 to 600 words)",
           .basis = "The course's limit. Measured: 6 of 242 and 9 of 39 public postmortems keep to it, so it "
                    "takes trimming."},
          check_words,
          Needs{.learning = Need::optional, .sre = Need::optional}},
};

}  // namespace

std::span<const Check> section_checks() { return kChecks; }

}  // namespace pmsite
