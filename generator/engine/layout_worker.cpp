// SPDX-License-Identifier: MIT
#include "engine/layout_worker.hpp"

#include "engine/layout_protocol.hpp"
#include "engine/worker_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

namespace pmsite {
namespace {

// Each avoids most faults of the one before: of 3,000 wild graphs 31, 16 and 4 failed.
constexpr std::array kLadder = {LayoutSettings::newrank, LayoutSettings::straight_lines,
                                LayoutSettings::plain};

bool is_layout_fault(const DotFault& fault) { return fault.kind == DotFaultKind::layout; }

bool has_layout_fault(const Drawing& drawing) {
  return std::any_of(drawing.faults.begin(), drawing.faults.end(), is_layout_fault);
}

/// Whether Graphviz itself has not failed; else its state cannot be trusted afterwards.
bool is_sound(const Drawing& drawing) {
  return std::none_of(drawing.faults.begin(), drawing.faults.end(), [](const DotFault& fault) {
    return fault.kind == DotFaultKind::syntax || is_layout_fault(fault);
  });
}

/// What an outcome says of a diagram. The fault of a dead worker is one of the diagram if it would come
/// again.
Result<Drawing> drawing_of(const JobOutcome& outcome) {
  Drawing dead;
  if (outcome.answer) {
    if (auto drawing = decode_drawing(*outcome.answer)) return *std::move(drawing);
    dead.faults.push_back({DotFaultKind::layout, 1, "Graphviz damaged its memory on this diagram"});
    return dead;
  }
  if (!outcome.would_repeat) return outcome.answer.error();
  dead.faults.push_back({DotFaultKind::layout, 1, outcome.answer.error().message});
  return dead;
}

/// The ladder for many jobs at once: each rung is climbed by those that failed on the one before.
class Drawer {
 public:
  Drawer(const std::vector<LayoutJob>& jobs, int workers, const FontWidths* font)
      : jobs_(jobs), workers_(workers), font_(font) {}

  std::vector<Result<Drawing>> draw() {
    drawings_.assign(jobs_.size(), Error{"not drawn"});
    std::vector<std::size_t> open(jobs_.size());
    std::iota(open.begin(), open.end(), std::size_t{0});
    // The largest first, so that no worker begins a long job when the others have ended.
    std::stable_sort(open.begin(), open.end(), [this](std::size_t a, std::size_t b) {
      return jobs_[a].dot.size() > jobs_[b].dot.size();
    });
    for (std::size_t rung = 0; rung < kLadder.size() && !open.empty(); ++rung) {
      climb(open, rung, workers_);
      climb(interrupted(open), rung, 1);
      std::erase_if(open, [this](std::size_t job) { return !is_worth_another_try(drawings_[job]); });
    }
    for (const auto job : open) mention_tries(drawings_[job]);
    return std::move(drawings_);
  }

 private:
  /// What ran out of time is not: another machine, or hour, would not have come to the simpler settings.
  static bool is_worth_another_try(const Result<Drawing>& drawing) {
    return drawing && has_layout_fault(*drawing);
  }

  /// Those that the clock or somebody ended; they have a second chance on a quieter machine.
  std::vector<std::size_t> interrupted(const std::vector<std::size_t>& jobs) const {
    std::vector<std::size_t> chosen;
    for (const auto job : jobs)
      if (!drawings_[job]) chosen.push_back(job);
    return chosen;
  }

  void climb(const std::vector<std::size_t>& chosen, std::size_t rung, int workers) {
    const auto outcomes = run_in_workers(chosen.size(), workers, [&](std::size_t index) {
      const auto& job = jobs_[chosen[index]];
      const Drawing drawing = draw_dot(job.dot, job.engine, kLadder[rung], font_);
      return WorkerAnswer{encode_drawing(drawing), is_sound(drawing)};
    });
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      auto& drawing = drawings_[chosen[i]];
      drawing = drawing_of(outcomes[i]);
      if (drawing) drawing->attempts = static_cast<int>(rung) + 1;
    }
  }

  /// Says in the message that more than one attempt failed.
  static void mention_tries(Result<Drawing>& drawing) {
    const auto mention = fmt::format("; tried with {} settings", kLadder.size());
    if (!drawing) {
      drawing = Error{drawing.error().message + mention};
    } else {
      for (auto& fault : drawing->faults) fault.message += mention;
    }
  }

  const std::vector<LayoutJob>& jobs_;
  int workers_;
  const FontWidths* font_;
  std::vector<Result<Drawing>> drawings_;
};

}  // namespace

std::vector<Result<Drawing>> draw_all(const std::vector<LayoutJob>& jobs, int workers,
                                      const FontWidths* font) {
  return Drawer(jobs, workers, font).draw();
}

}  // namespace pmsite
