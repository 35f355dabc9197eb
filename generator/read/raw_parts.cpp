// SPDX-License-Identifier: MIT
#include "read/raw_parts.hpp"

#include "base/text.hpp"
#include "read/raw_candidates.hpp"
#include "read/raw_missing.hpp"
#include "read/raw_stamp.hpp"
#include "read/raw_title.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace pmsite {
namespace {

constexpr int kNoRank = 100;

/// What one of the postmortems of a file has, to tell labels from sections.
struct VersionFacts {
  std::size_t timeline = std::string::npos;  ///< line of its whole-line heading
  std::size_t last_cause = 0;  ///< lines of the last headings of a section, joint ones count for both
  std::size_t last_resolution = 0;
  bool has_summary = false, has_cause = false, has_resolution = false;
  bool has_measures = false;  ///< under a heading that says so; "Tasks" alone does not
};

class FactsFinder {
 public:
  static std::map<int, VersionFacts> run(const std::vector<RawCandidate>& candidates) {
    std::map<int, VersionFacts> facts;
    for (const auto& candidate : candidates) note(facts[candidate.version], candidate);
    return facts;
  }

 private:
  static void note(VersionFacts& facts, const RawCandidate& candidate) {
    const auto& label = candidate.label;
    const bool joint = label.is_joint();
    if (!candidate.is_whole_line() && !joint) return;
    if (label.role == Role::timeline && facts.timeline == std::string::npos) facts.timeline = candidate.line;
    facts.has_summary = facts.has_summary || label.role == Role::summary;
    facts.has_measures =
        facts.has_measures || (label.role == Role::measures && label.field == RawField::none);
    const bool behind_timeline = facts.timeline != std::string::npos;
    if (label.role == Role::cause && (behind_timeline || joint)) {
      facts.last_cause = candidate.line;
      facts.has_cause = true;
    }
    if ((label.role == Role::resolution && behind_timeline) || joint) {
      facts.last_resolution = candidate.line;
      facts.has_resolution = true;
    }
  }
};

class PartFinder {
 public:
  explicit PartFinder(const RawText& text)
      : text_(text), candidates_(find_candidates(text)), facts_(FactsFinder::run(candidates_)) {}

  std::vector<RawPart> run(std::size_t title_first, std::size_t title_last, std::string title) {
    if (title_last > title_first) open(title_first, std::move(title), {});
    next_ = 0;
    for (std::size_t i = title_last; i < text_.lines.size(); ++i) {
      while (next_ < candidates_.size() && candidates_[next_].line < i) ++next_;
      if (next_ < candidates_.size() && candidates_[next_].line == i) {
        add(candidates_[next_]);
      } else if (!text_.lines[i].text.empty()) {
        if (parts_.empty() || title_is_open(title_first, title_last))
          open(i, {}, {});
        else if (ends_label(text_.lines[i]))
          begin_part(i, {}, RawField::none);
      }
    }
    close_parts();
    return std::move(parts_);
  }

 private:
  bool title_is_open(std::size_t first, std::size_t last) const { return last > first && parts_.size() == 1; }

  void open(std::size_t line, std::string heading, RawLabel label) {
    RawPart part;
    part.role = label.role;
    part.second = label.second;
    part.field = label.field;
    part.opens_section = true;
    begin(line, std::move(heading), std::move(part));
    section_ = parts_.size() - 1;
    section_rank_ = kNoRank;
    is_adopted_ = false;
  }

  /// A part inside the section that is open.
  void begin_part(std::size_t line, std::string heading, RawField field) {
    RawPart part;
    if (parts_.empty()) {
      part.opens_section = true;
    } else {
      part.role = parts_[section_].role;
      part.second = parts_[section_].second;
    }
    part.field = field;
    begin(line, std::move(heading), std::move(part));
  }

  void begin(std::size_t line, std::string heading, RawPart part) {
    part.line = text_.lines[line].number;
    part.heading = std::move(heading);
    part.first = line;
    parts_.push_back(std::move(part));
    label_indent_ = text_.lines[line].indent;
    label_is_bullet_ = text_.lines[line].kind == RawLineKind::bullet;
  }

  void close_parts() {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      parts_[i].last = i + 1 < parts_.size() ? parts_[i + 1].first : text_.lines.size();
  }

  Role section_role() const { return parts_.empty() ? Role::other : parts_[section_].role; }
  bool section_is_joint() const {
    return !parts_.empty() && section_role() == Role::cause && parts_[section_].second == Role::resolution;
  }

  void add(const RawCandidate& candidate) {
    if (!candidate.label.is_known()) return add_own_heading(candidate);
    if (opens(candidate)) {
      auto label = candidate.label;
      if (label.role == Role::cause || label.role == Role::resolution) label.field = RawField::none;
      open(candidate.line, candidate.heading, label);
      section_rank_ = candidate.rank;
      if (label.role == Role::summary) summary_rank_ = candidate.rank;
    } else {
      const bool interval = candidate.label.role == Role::timeline && names_interval(candidate);
      begin_part(candidate.line, candidate.heading, interval ? RawField::duration : candidate.label.field);
    }
  }

  /// "Timeline: 8:00 to 10:30" in a summary is how long it lasted.
  bool names_interval(const RawCandidate& candidate) const {
    const std::string_view line = text_.lines[candidate.line].text;
    return candidate.has_text && line.size() < 200 && !find_intervals(line).empty();
  }

  /// A heading that means nothing to us: a section of its own, unless it is deeper than the one it stands in.
  void add_own_heading(const RawCandidate& candidate) {
    const bool in_timeline = section_role() == Role::timeline;
    const bool inside = in_timeline && (section_rank_ >= kBoldRank || date_line(candidate.heading));
    if (!parts_.empty() && (inside || candidate.rank > section_rank_))
      return begin_part(candidate.line, candidate.heading, RawField::none);
    RawLabel label;
    label.role = adopted_role();
    open(candidate.line, candidate.heading, label);
    section_rank_ = candidate.rank;
    is_adopted_ = label.role != Role::other;
  }

  /// "What went down?" and on the next line "**Root cause**: ...": the heading is about that.
  Role adopted_role() const {
    if (next_ + 1 >= candidates_.size()) return Role::other;
    const auto& label = candidates_[next_ + 1];
    for (auto i = candidates_[next_].line + 1; i < label.line; ++i)
      if (!text_.lines[i].text.empty()) return Role::other;
    const auto& facts = facts_.at(label.version);
    const auto role = label.label.role;
    const bool has_timeline = facts.timeline != std::string::npos;
    if (label.rank < kBoldRank ||
        (has_timeline ? label.line < facts.timeline : section_role() == Role::other))
      return Role::other;
    const bool missing = (role == Role::cause && facts.last_cause <= label.line) ||
                         (role == Role::resolution && facts.last_resolution <= label.line) ||
                         role == Role::measures;
    return missing ? role : Role::other;
  }

  bool opens(const RawCandidate& candidate) const {
    const auto role = candidate.label.role;
    const auto& facts = facts_.at(candidate.version);
    const bool whole = candidate.is_whole_line();
    const bool deeper = candidate.rank > section_rank_;
    const bool is_heading = candidate.rank < kBoldRank;
    if (!parts_.empty() && section_role() == role && deeper && (role != Role::other)) return false;
    if (candidate.label.is_joint()) return !section_is_joint() || !deeper;
    switch (role) {
      case Role::other:
        return is_heading && !deeper && section_rank_ < kBoldRank;
      case Role::summary:
        return whole || !facts.has_summary;
      case Role::timeline:
        return whole || (facts.timeline == std::string::npos && section_role() != Role::summary) ||
               (facts.timeline == std::string::npos && !names_interval(candidate));
      case Role::cause:
        return opens_cause(candidate, facts);
      case Role::resolution:
        return opens_resolution(candidate, facts);
      case Role::measures:
        return opens_measures(candidate, facts);
      case Role::lessons:
        return whole && (section_role() != Role::measures || !deeper);
      default:
        return opens_field(candidate);
    }
  }

  /// Inside what comes before the causes: the introduction, the summary, the timeline.
  bool is_early(const RawCandidate& candidate, const VersionFacts& facts) const {
    const auto role = section_role();
    return role == Role::summary || role == Role::timeline || candidate.line < facts.timeline;
  }

  bool opens_cause(const RawCandidate& candidate, const VersionFacts& facts) const {
    if (section_is_joint()) return false;
    if (!is_early(candidate, facts)) return candidate.is_whole_line() || !facts.has_cause;
    const int rank = section_role() == Role::timeline ? section_rank_ : summary_rank_;
    if (facts.last_cause > candidate.line || candidate.rank > rank) return false;
    return candidate.rank < kBulletRank || (candidate.rank == kBulletRank && rank == kBulletRank);
  }

  bool opens_resolution(const RawCandidate& candidate, const VersionFacts& facts) const {
    const auto role = section_role();
    const bool whole = candidate.is_whole_line();
    if (section_is_joint() || is_adopted_) return false;
    if (role == Role::cause) return whole || !facts.has_resolution;
    if (role == Role::measures) return whole && candidate.rank <= section_rank_;
    if (!is_early(candidate, facts)) return whole || !facts.has_resolution;
    if (facts.last_resolution > candidate.line || candidate.rank > section_rank_) return false;
    return candidate.rank < kBulletRank || (candidate.rank == kBulletRank && section_rank_ == kBulletRank);
  }

  bool opens_measures(const RawCandidate& candidate, const VersionFacts& facts) const {
    const auto role = section_role();
    const bool whole = candidate.is_whole_line();
    if (candidate.label.field == RawField::none) return whole || !facts.has_measures;
    if (facts.has_measures || role == Role::measures) return false;
    const bool deep_heading = candidate.rank < kBoldRank && candidate.rank > section_rank_;
    return whole && !(deep_heading && role == Role::resolution);
  }

  /// Impact, detection.
  bool opens_field(const RawCandidate& candidate) const {
    const auto role = section_role();
    const bool early = role == Role::summary || role == Role::timeline || role == Role::other;
    if (early && candidate.rank >= kBoldRank) return false;
    return candidate.is_whole_line() && candidate.rank <= section_rank_;
  }

  /// An entry of the timeline ends a label before it, and so does the next bullet with a label of its own.
  bool ends_label(const RawLine& line) const {
    const auto& part = parts_.back();
    if (part.opens_section || part.field == RawField::none) return false;
    if (section_role() == Role::timeline) {
      const auto stamp = stamp_at_front(line.text);
      if (stamp && stamp->label.empty() && line.indent <= label_indent_) return true;
    }
    return label_is_bullet_ && line.kind == RawLineKind::bullet && line.bold_label > 0 &&
           line.indent <= label_indent_;
  }

  const RawText& text_;
  std::vector<RawCandidate> candidates_;
  std::map<int, VersionFacts> facts_;
  std::vector<RawPart> parts_;
  std::size_t next_ = 0;     // candidate
  std::size_t section_ = 0;  // the part that opened it
  int section_rank_ = kNoRank;
  int summary_rank_ = kNoRank;
  bool is_adopted_ = false;
  int label_indent_ = 0;
  bool label_is_bullet_ = false;
};

}  // namespace

RawPartition find_parts(const RawText& text) {
  RawPartition partition;
  auto title = find_title(text);
  partition.title = title.text;
  partition.parts = PartFinder(text).run(title.first, title.last, title.heading);
  name_missing_sections(text, partition.parts);
  return partition;
}

}  // namespace pmsite
