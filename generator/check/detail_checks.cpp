// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "check/check.hpp"
#include "check/post_texts.hpp"
#include "check/whole_timeline.hpp"
#include "prose/phrases.hpp"
#include "prose/placeholders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace pmsite {
namespace {

constexpr int kCauseWords = 25, kFixWords = 15, kCauseAndFixWords = 40;
constexpr int kSummaryWords = 120;
constexpr int kImprovementWords = 4;

// -- Placeholders
// ------------------------------------------------------------------------------------------------

std::string placeholder_message(std::string_view words) {
  return fmt::format("`{}` is still to be filled in", words);
}
constexpr std::string_view kPlaceholderHelp = "write what happened, or remove it";

void report_raw_placeholders(const Subject& subject, const CheckReporter& report) {
  const auto visit = [&](const Node& node) {
    if (node.kind != NodeKind::html_inline && node.kind != NodeKind::html_block) return;
    if (is_html_comment(node)) return;
    for (const auto range : find_placeholders(node.literal, true))
      report(node.at, placeholder_message(range.of(node.literal)), std::string(kPlaceholderHelp));
  };
  if (subject.post.source.text.find('<') == std::string::npos) return;  // walking the tree is the dearer part
  walk(subject.post.preamble, visit);
  for (const auto& section : subject.post.sections) walk(section.blocks, visit);
}

void check_placeholders(const Subject& subject, const CheckReporter& report) {
  for (const auto& fact : fact_texts(subject.post))
    for (const auto range : find_placeholders(fact.text))
      report(fact.span(subject.post, range.of(fact.text)), placeholder_message(range.of(fact.text)),
             std::string(kPlaceholderHelp));
  for (const auto& passage : subject.post.passages) {
    if (!passage.has_telltale) continue;
    const bool gives_orders =
        passage.role == Role::measures || passage.role == Role::lessons || passage.is_heading;
    for (const auto range : find_placeholders(passage.text, gives_orders))
      report(passage.span(range), placeholder_message(range.of(passage.text)), std::string(kPlaceholderHelp));
  }
  report_raw_placeholders(subject, report);
}

// -- Whether sections say enough
// -----------------------------------------------------------------------------------

/// What a post says of one thing, wherever its headings put that.
struct Account {
  int words = 0;
  const Section* section = nullptr;  ///< the one it belongs into
};

Account account_of(const Subject& subject, Role role) {
  Account account{0, find_section(subject.post, role)};
  for (const auto& passage : subject.post.passages) {
    if (passage.role != role || passage.is_heading || passage.section == nullptr) continue;
    account.words += passage.words;
    if (account.section == nullptr) account.section = passage.section;
  }
  return account;
}

/// The section that tells cause and resolution under one heading, without a heading for either inside; or
/// null.
const Section* joint_section(const Subject& subject) {
  const Section* joint = find_section(subject.post, Role::cause);
  if (joint == nullptr || joint != find_section(subject.post, Role::resolution)) return nullptr;
  const bool is_divided = std::any_of(joint->roles_inside.begin(), joint->roles_inside.end(), [](Role role) {
    return role == Role::cause || role == Role::resolution;
  });
  return is_divided ? nullptr : joint;
}

/// Only headings, or nothing at all: another rule reports that.
bool is_blank(const Section& section) {
  return std::all_of(section.blocks.begin(), section.blocks.end(),
                     [](const Node& block) { return block.kind == NodeKind::heading; });
}

int words_in(const Subject& subject, const Section& section) {
  int words = 0;
  for (const auto& passage : subject.post.passages)
    if (passage.section == &section && !passage.is_heading) words += passage.words;
  return words;
}

void check_cause_detail(const Subject& subject, const CheckReporter& report) {
  constexpr std::string_view kHelp =
      "explain step by step why it failed, so that a stranger could draw it, and why nothing stopped it";
  if (const Section* joint = joint_section(subject)) {
    const int words = words_in(subject, *joint);
    if (words < kCauseAndFixWords && !is_blank(*joint))
      report(joint->at,
             fmt::format("cause and resolution are told in {}; fewer than {} explain neither",
                         counted(static_cast<std::size_t>(words), "word"), kCauseAndFixWords),
             std::string(kHelp));
    return;
  }
  const Account cause = account_of(subject, Role::cause);
  if (cause.section == nullptr || is_blank(*cause.section) || cause.words >= kCauseWords) return;
  report(cause.section->at,
         fmt::format("the cause is told in {}; fewer than {} explain no mechanism",
                     counted(static_cast<std::size_t>(cause.words), "word"), kCauseWords),
         std::string(kHelp));
}

// Generous: whoever uses one of these words tells what was done.
constexpr std::array<std::string_view, 5> kFixes = {
    "fix*|restart*|reboot*|reload*|revert*|rollback*|restor*|recycl*|correct*|replac*|disabl*|enabl*|remov*|"
    "delet*|add|"
    "added|adding|adds|increas*|decreas*|reduc*|rais*|lower*|patch*|deploy*|redeploy*|renew*|rotat*|"
    "reconfigur*|"
    "configur*|updat*|upgrad*|downgrad*|chang*|switch*|stopp*|stops|mitigat*|resolv*|recover*|repair*|solv*|"
    "rebuil*|"
    "recreat*|purg*|flush*|clear*|kill*|block*|mov*|migrat*|scal*|install*|reinstall*|rerun|reran|reset*|"
    "turned|turning|"
    "turns|copied|freed|cut|paus*|limit*|throttl*|isolat*|failover|drain*|rout*|rerout*|edit*|adjust*|modif*|"
    "rewr*|"
    "introduc*|allocat*|optimi*|bypass*|workaround*|unblock*|undo|undid|undone|import*|expand*|extend*|swapp*"
    "|renam*|"
    "implement*|releas*|merg*|publish*|reopen*|reconnect*|reindex*|opened|closed|started|ordered|bought|"
    "wrote|refill*",
    "failed over",
    "put|plugged in|into",
    "roll|rolled|rolling|rolls back|forward|out",
    "brought|took|taken|put|set|went|came|shut|split|is|are|was|were|got|made|gave|built|ran|sent|wrote "
    "back|down|up|"
    "online|offline|out|again|new|off|on|into|by",
};

void check_fix_detail(const Subject& subject, const CheckReporter& report) {
  static const PhraseTable kTable(kFixes);
  constexpr std::string_view kHelp =
      "say what was done to end it, in which order, and how you knew that it worked";
  if (const Section* joint = joint_section(subject)) {
    const bool tells = std::any_of(
        subject.post.passages.begin(), subject.post.passages.end(), [joint](const Passage& passage) {
          return passage.section == joint && !passage.is_heading && kTable.is_in(passage.text);
        });
    if (!tells && !is_blank(*joint) && words_in(subject, *joint) >= kCauseAndFixWords)
      report(joint->at, "nothing in this section says what was done to fix it", std::string(kHelp));
    return;
  }
  const Account fix = account_of(subject, Role::resolution);
  if (fix.section == nullptr || is_blank(*fix.section) || fix.words >= kFixWords) return;
  report(fix.section->at,
         fmt::format("the resolution is told in {}; fewer than {} say too little of what was done",
                     counted(static_cast<std::size_t>(fix.words), "word"), kFixWords),
         std::string(kHelp));
}

void check_improvements(const Subject& subject, const CheckReporter& report) {
  const Section* measures = find_section(subject.post, Role::measures);
  if (measures == nullptr || is_blank(*measures)) return;
  for (const auto& passage : subject.post.passages) {
    if (passage.role != Role::measures || passage.is_heading || passage.action != nullptr) continue;
    const bool announces = trim(passage.text).ends_with(':') && passage.words < 3 * kImprovementWords;
    if (!announces && passage.words >= kImprovementWords) return;
  }
  report(measures->at, "the measures are tasks only; nothing says what is to become better",
         "write in a sentence or two, above the tasks, what you will do better from now on");
}

void check_summary_length(const Subject& subject, const CheckReporter& report) {
  const Account summary = account_of(subject, Role::summary);
  if (summary.section == nullptr || summary.words <= kSummaryWords) return;
  report(summary.section->at,
         fmt::format("the summary has {} words; executives stop at {}", summary.words, kSummaryWords),
         "keep what happened, when, to whom and why; move the rest below");
}

// -- What would help a reader
// ---------------------------------------------------------------------------------------

void check_trigger(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (trim(post.trigger).empty())
    report(post.root_cause.at.begin.line > 0 ? post.root_cause.at : post.front_matter,
           "the post does not say what set the incident off", "add `trigger: ...` to the front matter");
}

void check_factors(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.contributing_factors.empty())
    report(post.root_cause.at.begin.line > 0 ? post.root_cause.at : post.front_matter,
           "no contributing factors are named; one cause is rarely the whole story",
           "add `contributing_factors: [...]`: what made it worse, longer or harder to see");
}

bool has_link(const Nodes& nodes) {
  bool found = false;
  walk(nodes, [&found](const Node& node) { found = found || node.kind == NodeKind::link; });
  return found;
}

/// Among the two gravest severities of the site.
bool is_grave(const Subject& subject) {
  const auto& severities = subject.content.config.severities;
  const auto last =
      severities.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, severities.size()));
  return std::find(severities.begin(), last, subject.post.severity.value) != last;
}

void check_sources(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!is_grave(subject) || !post.sources.empty() || post.kind == IncidentKind::fictional) return;
  const bool is_linked =
      std::any_of(post.timeline.begin(), post.timeline.end(),
                  [](const TimelineEntry& entry) { return has_link(entry.text) || has_link(entry.details); });
  if (!is_linked)
    report(post.severity.at,
           fmt::format("a {} without a source: no graph, log or ticket shows what happened",
                       post.severity.value),
           "link the evidence from the timeline, or list it under `sources:`");
}

bool is_archive(std::string_view url) {
  return url.find("://web.archive.org/") != std::string_view::npos ||
         url.find("://archive.") != std::string_view::npos ||
         url.find("://doi.org/") != std::string_view::npos ||
         url.find("://perma.cc/") != std::string_view::npos;
}

void check_archives(const Subject& subject, const CheckReporter& report) {
  for (const auto& source : subject.post.sources)
    if (trim(source.archive_url).empty() && !source.url.value.empty() && !is_archive(source.url.value))
      report(source.url.at, "the source has no archived copy",
             "save it at web.archive.org, and add `archive_url: ...`");
}

void check_diagram(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const bool has_states = std::any_of(post.timeline.begin(), post.timeline.end(),
                                      [](const TimelineEntry& entry) { return !entry.states.empty(); });
  // States that could not be read are still meant to be drawn.
  const bool is_drawn = post.architecture && (has_states || whole_timeline(post) == nullptr);
  bool has_picture = post.image.has_value() || !post.diagrams.empty() || is_drawn;
  if (has_picture) return;
  const auto visit = [&has_picture](const Node& node) {
    has_picture = has_picture || node.kind == NodeKind::image;
  };
  if (may_hold_pictures(post)) {
    walk(post.preamble, visit);
    for (const auto& section : post.sections) walk(section.blocks, visit);
  }
  if (!has_picture)
    report(post.front_matter, "the post has no picture",
           "draw the failure in a ```dot fence, or name an architecture and give states in the timeline");
}

// Students invent their outages, and invented graphs are no evidence.
constexpr Needs kSreOnly{.alx = Need::optional, .learning = Need::optional};
constexpr Needs kAlxOnly{.learning = Need::advised, .sre = Need::advised};

constexpr std::array kChecks = {
    Check{{"placeholder-text", Level::error,
           "A form that nobody filled in tells the reader that nobody read it.", "Resolution: TBD",
           "Resolution: the pools were recycled.",
           "A public postmortem of a large shipping company went out with the row of its template still in "
           "it."},
          check_placeholders},
    Check{{"cause-detail-missing", Level::error,
           "A cause without its mechanism cannot be prevented, only regretted.",
           "## Root cause analysis\nThe cache was misconfigured.",
           "## Root cause analysis\nThe keep-alive check was off, so each pool kept its sockets to the old "
           "primary, wrote to "
           "them and waited until every request had timed out.",
           "The course asks for a detailed explanation of what caused the issue; AWS's template asks why "
           "five times."},
          check_cause_detail},
    Check{{"fix-detail-missing", Level::error,
           "Whoever meets the same failure tonight needs to know what ended it.",
           "## Resolution and recovery\nIt was fixed.",
           "## Resolution and recovery\nThe pools were recycled one host at a time, and each opened sockets "
           "to the new "
           "primary; errors fell with every host.",
           "The course asks how the issue was fixed; Google's template separates the resolution from the "
           "cause."},
          check_fix_detail},
    Check{{"improvement-missing", Level::error,
           "Tasks end; what has to become better is what readers can share.",
           "## Corrective and preventative measures\n- [ ] Rehearse the failover (prevent, @sre)",
           "## Corrective and preventative measures\nFailovers have to become routine.\n\n- [ ] Rehearse the "
           "failover "
           "(prevent, @sre)",
           "The course asks for two things: what can be improved, broadly, and a list of tasks."},
          check_improvements,
          kAlxOnly},
    Check{{"summary-long", Level::warning,
           "The summary is all that many people read, and they stop when it goes on.",
           "(a summary of 150 words)", "(the same in 80, with the story moved to the timeline)",
           "The course calls it the part that executives read; PagerDuty asks for a few sentences."},
          check_summary_length},
    Check{{"trigger-missing", Level::note,
           "The cause lay there for months; the trigger tells why it was that day.", "root_cause: {...}",
           "trigger: The cache primary was patched.\nroot_cause: {...}",
           "Google's template asks for trigger and root cause apart, and counts both over the years."},
          check_trigger},
    Check{
        {"factors-missing", Level::note, "One cause is rarely the whole story.", "root_cause: {...}",
         "contributing_factors:\n  - Failovers are not rehearsed.\n  - The pool has no check of its own.",
         "PagerDuty and the field of accident research hold that incidents need several conditions at once."},
        check_factors},
    Check{{"sources-missing", Level::note, "Of a grave incident, readers want to see the evidence.",
           "severity: SEV1",
           "severity: SEV1\nsources:\n  - {title: Errors of the checkout, url: \"https://...\"}",
           "PagerDuty asks for a graph or a log with every entry of the timeline."},
          check_sources,
          kSreOnly},
    Check{{"link-unarchived", Level::note, "Links of incidents die young: status pages are cleaned up.",
           "- {title: Status page, url: \"https://...\"}",
           "- {title: Status page, url: \"https://...\", archive_url: \"https://web.archive.org/...\"}",
           "The large collections of postmortems fight dead links with bots and archived copies."},
          check_archives},
    Check{{"diagram-missing", Level::warning,
           "A picture of what depended on what explains a failure at a glance.", "(text only)",
           "```dot caption=\"What waited for what\"\ndigraph { shop -> cache }\n```",
           "The course asks to add a diagram or a picture, to make people want to read the post."},
          check_diagram,
          kAlxOnly},
};

}  // namespace

std::span<const Check> detail_checks() { return kChecks; }

}  // namespace pmsite
