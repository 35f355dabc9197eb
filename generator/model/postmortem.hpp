// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "base/time.hpp"
#include "model/document.hpp"
#include "model/graph.hpp"
#include "model/passage.hpp"
#include "model/timeline.hpp"
#include "model/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pmsite {

// A postmortem as its author wrote it. What can be computed from it (durations, milestones, counts) is a
// function, never a field.

/// The share of users that were affected. All empty: not stated.
struct UsersShare {
  Span at;
  std::optional<double> low, high;  ///< percent; equal for a single number
  std::string unknown_reason;       ///< why nobody knows
};

struct Impact {
  Span at;
  UsersShare users_percent;
  Located<std::string> symptoms;
  std::optional<double> users;
  std::optional<double> requests_failed;
  std::vector<Located<std::string>> regions;
  std::string data_loss;
};

struct RootCause {
  Span at;
  std::optional<CauseCategory> category;
  Located<std::string> text;
};

struct Review {
  Span at;
  std::string name;
  ReviewDecision decision = ReviewDecision::changes_requested;
  Date date;
};

struct RelatedPost {
  Located<std::string> slug;
  Relation relation = Relation::same_cause;
  std::string note;
};

struct Reference {
  std::string title;
  Located<std::string> url;
  std::string archive_url;
};

struct Correction {
  Date date;
  std::string text;
};

/// A concrete task among the measures.
struct ActionItem {
  Span at;
  Nodes text;     ///< without the parenthesis
  Nodes details;  ///< further blocks of the item
  ActionState state = ActionState::open;
  std::optional<ActionType> type;
  std::string owner;  ///< without '@'
  std::optional<Date> due, done;
  std::string url;     ///< where it is tracked
  std::string ticket;  ///< "OPS-311"
};

/// A part of the body under one heading.
struct Section {
  Span at;  ///< of the heading
  int level = 2;
  Nodes heading;
  std::string anchor;              ///< unique in the post
  std::vector<Role> roles;         ///< never empty; {other} where no role is recognised
  std::vector<Role> roles_inside;  ///< of its sub-headings
  Nodes blocks;                    ///< everything below the heading

  bool has_role(Role role) const;
};

/// A picture the author draws in the body.
struct Diagram {
  Span at;  ///< of the first line of the DOT text
  std::string dot;
  std::string caption;
  std::string engine;  ///< "dot" or "neato"
  Graph graph;         ///< without nodes where the text has faults
};

/// `<!-- pmsite-allow rule: reason -->` in the body: the author has a reason to break a rule.
struct Allowance {
  Span at;
  std::string rule;
  std::string reason;  ///< may be empty, which is a fault
};

struct Postmortem {
  // Passages point into the other members, which a move leaves where they are and a copy would not.
  Postmortem() = default;
  Postmortem(Postmortem&&) = default;
  Postmortem& operator=(Postmortem&&) = default;

  std::string file;   ///< relative to the site root
  SourceText source;  ///< as it was read, to point into
  std::string slug;
  Date file_date;
  bool has_facts = false;  ///< front matter was there and could be read
  Span front_matter;       ///< of its opening line

  Located<std::string> title;
  std::optional<Located<Instant>> started_at, resolved_at;
  Located<std::string> severity;
  std::vector<Located<std::string>> services;
  Impact impact;
  std::optional<Detection> detection;
  Span detection_at;
  RootCause root_cause;
  std::optional<Located<std::string>> no_misleading_path;  ///< the reason why there was none
  std::string trigger;
  std::vector<Located<std::string>> contributing_factors;
  std::optional<Located<std::string>> architecture;
  IncidentKind kind = IncidentKind::outage;
  std::vector<Located<std::string>> authors;
  std::vector<Review> reviews;
  PostStatus status = PostStatus::published;
  std::optional<Instant> published_at, updated_at;
  std::string organization;
  std::vector<Located<std::string>> tags;
  std::vector<RelatedPost> related;
  std::vector<Reference> sources;
  std::vector<Correction> corrections;
  Located<std::string> summary;
  std::optional<Located<std::string>> image;
  std::string image_alt;
  std::optional<Located<std::string>> profile;

  Nodes preamble;  ///< blocks before the first section
  std::vector<Section> sections;
  Timeline timeline;
  std::vector<ActionItem> actions;
  std::vector<Diagram> diagrams;
  std::vector<Passage> passages;  ///< what the body says, as prose
  std::vector<Allowance> allowances;
  int words = 0;  ///< of visible prose in the body
};

/// Whether the body may hold a picture. Walking its tree costs more than this look at its text.
bool may_hold_pictures(const Postmortem& post);

/// The first section that has `role`, or null.
const Section* find_section(const Postmortem& post, Role role);

/// Whether the post has `role`, as a section or as a sub-heading inside one.
bool has_role(const Postmortem& post, Role role);

/// The calendar day (UTC) or the day in its own zone on which the post was published.
Instant publication_time(const Postmortem& post);

/// When the post last changed for readers: the latest of publication, `updated_at` and corrections.
Instant update_time(const Postmortem& post);

/// The short text for lists and feeds: `summary`, else the first paragraph of the summary section, cut at a
/// sentence end near 300 characters.
std::string summary_text(const Postmortem& post);

}  // namespace pmsite
