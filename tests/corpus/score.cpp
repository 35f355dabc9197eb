// SPDX-License-Identifier: MIT
#include "corpus/score.hpp"

#include "base/text.hpp"
#include "base/time.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pmsite {
namespace {

double f1(int right, int wrong_claims, int missed) {
  return right + wrong_claims + missed == 0 ? 1 : 2.0 * right / (2.0 * right + wrong_claims + missed);
}

/// "2026-03-04T10:12", as labels have it.
std::string shown(const StatedMoment& moment) {
  return fmt::format("{}T{:02}:{:02}", format_date(moment.date), moment.clock.hour, moment.clock.minute);
}

double mean(const std::map<std::string, Tally>& tallies, double (Tally::*measure)() const) {
  double sum = 0;
  for (const auto& [id, tally] : tallies) sum += (tally.*measure)();
  return tallies.empty() ? 0 : sum / static_cast<double>(tallies.size());
}

}  // namespace

void Tally::add(bool truth, bool verdict) {
  ++(truth ? (verdict ? true_met_ : false_not_met_) : (verdict ? false_met_ : true_not_met_));
}

double Tally::f1_met() const { return f1(true_met_, false_met_, false_not_met_); }
double Tally::f1_not_met() const { return f1(true_not_met_, false_not_met_, false_met_); }

void Score::add(const Label& label, const ReviewSheet& sheet) {
  ++files_;
  for (const auto& item : sheet.items) {
    const std::string id(item.requirement->id);
    const bool truth = label.met.at(id), verdict = item.finding.met;
    tallies_[id].add(truth, verdict);
    if (truth != verdict)
      mistakes_.push_back(fmt::format("{} {}: {} in truth{} {}", id, label.file, truth ? "met" : "not met",
                                      label.unsure.contains(id) ? " (unsure)" : "", item.finding.evidence));
    if (!truth || !verdict || item.finding.lines.empty() || !label.lines.contains(id)) continue;
    ++evidence_;
    const auto& lines = label.lines.at(id);
    evidence_right_ += std::any_of(item.finding.lines.begin(), item.finding.lines.end(), [&](int line) {
      return std::find(lines.begin(), lines.end(), line) != lines.end();
    });
  }
  for (const auto& [moment, truth] :
       {std::pair(sheet.started, label.started_at), {sheet.resolved, label.resolved_at}}) {
    const bool has_date = truth.size() > std::string_view("10:12").size();
    stated_ += has_date ? 1 : 0;
    if (!moment) continue;
    if (shown(*moment) == truth) {
      ++found_;
    } else {
      wrong_moments_.push_back(fmt::format("{}: {} instead of {}", label.file, shown(*moment), truth));
    }
  }
  if (sheet.timeline_entries != label.timeline_entries)
    wrong_entries_.push_back(
        fmt::format("{}: {} instead of {}", label.file, sheet.timeline_entries, label.timeline_entries));
  for (const auto& [role, line] : sheet.roles) {
    const auto truth = label.roles.find(std::string(word(role)));
    ++roles_;
    roles_right_ += line == (truth == label.roles.end() ? 0 : truth->second);
  }
}

double Score::macro_f1_met() const { return mean(tallies_, &Tally::f1_met); }
double Score::macro_f1_not_met() const { return mean(tallies_, &Tally::f1_not_met); }

double Score::exact_entries() const {
  return files_ == 0 ? 0 : 1 - static_cast<double>(wrong_entries_.size()) / files_;
}

std::string Score::report() const {
  std::string text = fmt::format("{} files\n", files_);
  for (const auto& [id, tally] : tallies_)
    text += fmt::format("{:22} met {:.3f}, not met {:.3f} ({} in truth, {} mistakes)\n", id, tally.f1_met(),
                        tally.f1_not_met(), tally.not_met(), tally.mistakes());
  text += fmt::format("macro-F1 met {:.3f}, not met {:.3f}\n", macro_f1_met(), macro_f1_not_met());
  text += fmt::format("entries exact {:.3f}; moments: {} stated, {} found, {} wrong\n", exact_entries(),
                      stated_, found_, wrong_moments());
  text += fmt::format("evidence on a labelled line {} of {}; parts found on their line {} of {}\n",
                      evidence_right_, evidence_, roles_right_, roles_);
  for (const auto* list : {&wrong_moments_, &wrong_entries_, &mistakes_})
    for (const auto& line : *list) text += line + "\n";
  return text;
}

}  // namespace pmsite
