// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

namespace pmsite {

// What can be wrong with a file while its facts are read. Rules that compare facts are in `check/`.

inline constexpr Rule kPostFileName{
    "post-file-name", Level::error,
    "The file name gives a post its date and its address, so it must be YYYY-MM-DD-slug.md."};
inline constexpr Rule kFileUnread{
    "file-unread", Level::warning,
    "A post in the wrong folder, or with another ending, would be missing from the blog without a word."};
inline constexpr Rule kFrontMatterMissing{
    "front-matter-missing", Level::error,
    "Without its facts a postmortem cannot be listed, counted or found."};
inline constexpr Rule kFrontMatterUnclosed{"front-matter-unclosed", Level::error,
                                           "Front matter that never ends would swallow the whole story."};
inline constexpr Rule kUnknownKey{"unknown-key", Level::error,
                                  "A key that nobody reads is usually a known key with a typing error."};
inline constexpr Rule kMissingKey{
    "missing-key", Level::error,
    "Readers, lists and metrics rely on the same few facts being in every post."};
inline constexpr Rule kFieldType{"field-type", Level::error,
                                 "A value of another type than expected would be shown wrong or not at all."};
inline constexpr Rule kFieldValue{"field-value", Level::error,
                                  "Posts can only be compared if they use the same words and ranges."};
inline constexpr Rule kInstantFormat{"instant-format", Level::error,
                                     "A time without its zone means a different moment to every reader."};

inline constexpr Rule kTimelineTime{
    "timeline-time", Level::error,
    "An entry without a readable time cannot be placed, and durations cannot be computed from it."};
inline constexpr Rule kTimelineZone{
    "timeline-zone", Level::error,
    "Without a zone nobody outside the author's office knows when it happened."};
inline constexpr Rule kTimelineZoneSeason{
    "timeline-zone-season", Level::warning,
    "PST in July is an hour off: either the label or the time is wrong."};
inline constexpr Rule kTimelineZoneMixed{
    "timeline-zone-mixed", Level::warning,
    "Readers subtract times in their heads; two zones in one list make them wrong."};
inline constexpr Rule kTimelineKind{
    "timeline-kind", Level::error,
    "Milestones are found by the bold word that opens an entry, so a typing error hides one."};
inline constexpr Rule kComponentState{
    "component-state", Level::error,
    "The diagram shows what the entries say; a state it does not know would be left out."};
inline constexpr Rule kActionDetail{
    "action-detail", Level::error,
    "An owner or a date that cannot be read is an action nobody will be asked about."};

inline constexpr Rule kRawHtml{
    "raw-html", Level::warning,
    "HTML in a post is shown as text: a page built from a pull request must be safe."};
inline constexpr Rule kLinkScheme{
    "link-scheme", Level::error,
    "Only http, https and mailto links and paths inside the site are safe to follow."};
inline constexpr Rule kAddressTaken{"address-taken", Level::error,
                                    "Of two pages at one address only one would be seen."};
inline constexpr Rule kDiagramCaption{"diagram-caption", Level::error,
                                      "A picture without words says nothing to a reader who cannot see it."};
inline constexpr Rule kDiagramSyntax{"diagram-syntax", Level::error,
                                     "A diagram that Graphviz cannot read cannot be drawn."};
inline constexpr Rule kDiagramAttribute{
    "diagram-attribute", Level::error,
    "Diagrams use attributes that are safe and work in both palettes; others are refused by name."};
inline constexpr Rule kDiagramLimit{
    "diagram-limit", Level::error,
    "A diagram beyond these limits is unreadable, and can keep the builder busy for ever."};
inline constexpr Rule kDiagramLayout{
    "diagram-layout", Level::error,
    "A picture with a line missing would be believed, so a failed layout stops the build."};

}  // namespace pmsite
