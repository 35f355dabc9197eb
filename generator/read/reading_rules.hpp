// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

namespace pmsite {

// What can be wrong with a file while its facts are read. Rules that compare facts are in `check/`.

inline constexpr Rule kPostFileName{
    .id = "post-file-name",
    .level = Level::error,
    .why = "The file name gives a post its date and its address, so it must be YYYY-MM-DD-slug.md.",
    .wrong = "content/posts/Checkout failover.md",
    .right = "content/posts/2026-03-04-checkout-failover.md",
    .basis =
        "Jekyll's naming of posts, which most authors know: the date sorts the folder, the slug is the "
        "address.",
};
inline constexpr Rule kFileUnread{
    .id = "file-unread",
    .level = Level::warning,
    .why =
        "A post in the wrong folder, or with another ending, would be missing from the blog without a word.",
    .wrong = "content/posts/2026-03-04-checkout-failover.markdown",
    .right = "content/posts/2026-03-04-checkout-failover.md",
    .basis = "Other generators leave such files out silently; the author finds out from a reader.",
};
inline constexpr Rule kFrontMatterMissing{
    .id = "front-matter-missing",
    .level = Level::error,
    .why = "Without its facts a postmortem cannot be listed, counted or found.",
    .wrong = "# Checkout was down",
    .right = "---\ntitle: Checkout was down\n---",
    .basis =
        "The convention of static-site generators: facts between two lines of three hyphens, then the story.",
};
inline constexpr Rule kFrontMatterUnclosed{
    .id = "front-matter-unclosed",
    .level = Level::error,
    .why = "Front matter that never ends would swallow the whole story.",
    .wrong = "---\ntitle: Checkout was down\n\n## Issue summary",
    .right = "---\ntitle: Checkout was down\n---\n\n## Issue summary",
    .basis = "The same convention: the second line of three hyphens ends the facts.",
};
inline constexpr Rule kUnknownKey{
    .id = "unknown-key",
    .level = Level::error,
    .why = "A key that nobody reads is usually a known key with a typing error.",
    .wrong = "severty: SEV2",
    .right = "severity: SEV2",
    .basis =
        "A closed schema: the first check of front matter in one public documentation project found 159 "
        "faults.",
};
inline constexpr Rule kMissingKey{
    .id = "missing-key",
    .level = Level::error,
    .why = "Readers, lists and metrics rely on the same few facts being in every post.",
    .wrong = "---\ntitle: Checkout was down\n---",
    .right = "---\ntitle: Checkout was down\nstarted_at: 2026-03-04T10:12:00+01:00\n...",
    .basis =
        "What an issue summary must say: how long, which service, what users saw, what share of them, and "
        "why.",
};
inline constexpr Rule kFieldType{
    .id = "field-type",
    .level = Level::error,
    .why = "A value of another type than expected would be shown wrong or not at all.",
    .wrong = "services: checkout",
    .right = "services: [checkout]",
    .basis =
        "Measured: line-based readers of front matter lose lists that their own manuals tell authors to "
        "write.",
};
inline constexpr Rule kFieldValue{
    .id = "field-value",
    .level = Level::error,
    .why = "Posts can only be compared if they use the same words and ranges.",
    .wrong = "detection: nagios",
    .right = "detection: monitoring_alert",
    .basis = "Closed lists of words, as in CCADB's incident reports: free words cannot be counted.",
};
inline constexpr Rule kInstantFormat{
    .id = "instant-format",
    .level = Level::error,
    .why = "A time without its zone means a different moment to every reader.",
    .wrong = "started_at: 2026-03-04 10:12",
    .right = "started_at: 2026-03-04T10:12:00+01:00",
    .basis = "RFC 3339, the profile of ISO 8601 for the internet: an instant carries its offset.",
};

inline constexpr Rule kTimelineTime{
    .id = "timeline-time",
    .level = Level::error,
    .why = "An entry without a readable time cannot be placed, and durations cannot be computed from it.",
    .wrong = "- around ten - **Started**: the cache failed over.",
    .right = "- 10:12 CET - **Started**: the cache failed over.",
    .basis =
        "A timeline is times and events; published ones hold stamps such as 14:?? that nobody can add up.",
};
inline constexpr Rule kTimelineZone{
    .id = "timeline-zone",
    .level = Level::error,
    .why = "Without a zone nobody outside the author's office knows when it happened.",
    .wrong = "- 10:12 - **Started**: the cache failed over.",
    .right = "- 10:12 CET - **Started**: the cache failed over.",
    .basis =
        "The course asks for the zone, and CCADB for UTC or an offset. Measured: one of 39 pages of a large "
        "public team names one.",
};
inline constexpr Rule kTimelineZoneSeason{
    .id = "timeline-zone-season",
    .level = Level::warning,
    .why = "PST in July is an hour off: either the label or the time is wrong.",
    .wrong = "- 10:12 PST - ...      (on 4 July)",
    .right = "- 10:12 PDT - ...      (on 4 July)",
    .basis =
        "The tz database's rules. Measured: PST is written in May, July and August by people whose clocks "
        "show PDT.",
};
inline constexpr Rule kTimelineZoneMixed{
    .id = "timeline-zone-mixed",
    .level = Level::warning,
    .why = "Readers subtract times in their heads; two zones in one list make them wrong.",
    .wrong = "- 10:12 CET - ...\n- 09:15 UTC - ...",
    .right = "- 10:12 CET - ...\n- 10:15 CET - ...",
    .basis = "CCADB asks for one zone throughout. Real reports have told local time and called it UTC.",
};
inline constexpr Rule kTimelineKind{
    .id = "timeline-kind",
    .level = Level::error,
    .why = "Milestones are found by the bold word that opens an entry, so a typing error hides one.",
    .wrong = "- 10:15 CET - **Detcted**: an alert.",
    .right = "- 10:15 CET - **Detected**: an alert.",
    .basis = "Times to detect, acknowledge and resolve are taken from these words and never typed.",
};
inline constexpr Rule kComponentState{
    .id = "component-state",
    .level = Level::error,
    .why = "The diagram shows what the entries say; a state it does not know would be left out.",
    .wrong = "`cache: dwon`",
    .right = "`cache: down`",
    .basis = "A closed list: ok, degraded, down, maintenance, unknown.",
};
inline constexpr Rule kActionDetail{
    .id = "action-detail",
    .level = Level::error,
    .why = "An owner or a date that cannot be read is an action nobody will be asked about.",
    .wrong = "- [ ] Add a check (detect, @sre, due soon)",
    .right = "- [ ] Add a check (detect, @sre, due 2026-03-18)",
    .basis = "Measured on 99 published action items: at most two name an owner, one a date, one a ticket.",
};

inline constexpr Rule kRawHtml{
    .id = "raw-html",
    .level = Level::warning,
    .why = "HTML in a post is shown as text: a page built from a pull request must be safe.",
    .wrong = "It was <b>very</b> late.",
    .right = "It was **very** late.",
    .basis = "OWASP's advice on cross-site scripting: what a stranger wrote is text, not markup.",
};
inline constexpr Rule kLinkScheme{
    .id = "link-scheme",
    .level = Level::error,
    .why = "Only http, https and mailto links and paths inside the site are safe to follow.",
    .wrong = "[details](javascript:alert(1))",
    .right = "[details](https://example.org/details)",
    .basis = "OWASP's advice on cross-site scripting: an allow-list of schemes, never a deny-list.",
};
inline constexpr Rule kAddressTaken{
    .id = "address-taken",
    .level = Level::error,
    .why = "Of two pages at one address only one would be seen.",
    .wrong = "content/posts/2026-03-04-dns.md\ncontent/posts/2026-05-01-dns.md",
    .right = "content/posts/2026-03-04-dns.md\ncontent/posts/2026-05-01-dns-again.md",
    .basis = "Addresses are permanent: feeds and other people's links point to them.",
};
inline constexpr Rule kDiagramCaption{
    .id = "diagram-caption",
    .level = Level::error,
    .why = "A picture without words says nothing to a reader who cannot see it.",
    .wrong = "```dot\ndigraph { a -> b }\n```",
    .right = "```dot caption=\"How requests flow\"\ndigraph { a -> b }\n```",
    .basis = "WCAG 2.2, success criterion 1.1.1: every picture has a text alternative.",
};
inline constexpr Rule kDiagramSyntax{
    .id = "diagram-syntax",
    .level = Level::error,
    .why = "A diagram that Graphviz cannot read cannot be drawn.",
    .wrong = "```dot caption=\"Flow\"\ndigraph { a -> }\n```",
    .right = "```dot caption=\"Flow\"\ndigraph { a -> b }\n```",
    .basis = "The DOT language as Graphviz reads it.",
};
inline constexpr Rule kDiagramAttribute{
    .id = "diagram-attribute",
    .level = Level::error,
    .why = "Diagrams use attributes that are safe and work in both palettes; others are refused by name.",
    .wrong = "digraph { a [image=\"/etc/passwd\"] }",
    .right = "digraph { a [shape=cylinder] }",
    .basis =
        "Measured: attributes such as image, shapefile and fontpath make Graphviz read files of the machine "
        "that builds.",
};
inline constexpr Rule kDiagramLimit{
    .id = "diagram-limit",
    .level = Level::error,
    .why = "A diagram beyond these limits is unreadable, and can keep the builder busy for ever.",
    .wrong = "digraph { ... 3000 nodes ... }",
    .right = "digraph { ... the dozen that explain the failure ... }",
    .basis = "Measured: thirty bytes of DOT can keep a layout busy for hours.",
};
inline constexpr Rule kDiagramLarge{
    .id = "diagram-large",
    .level = Level::warning,
    .why = "A picture that a phone waits for, and that nobody takes in, explains nothing.",
    .wrong = "digraph { ... 80 nodes with labels ... }",
    .right = "digraph { ... the dozen that explain the failure ... }",
    .basis =
        "A post page without diagrams has 12 KB; a picture of 25 KB is its double, and holds some thirty "
        "nodes.",
};
inline constexpr Rule kDiagramLayout{
    .id = "diagram-layout",
    .level = Level::error,
    .why = "A picture with a line missing would be believed, so a failed layout stops the build.",
    .wrong = "digraph { splines=ortho; a -> a:n }",
    .right = "digraph { a -> b }",
    .basis = "Measured: Graphviz can fail half way, draw the rest, and report success.",
};

}  // namespace pmsite
