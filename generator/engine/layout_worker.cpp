// SPDX-License-Identifier: MIT
#include "engine/layout_worker.hpp"

#include "engine/layout_protocol.hpp"
#include "engine/worker_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace pmsite {
namespace {

// Each avoids most faults of the one before: of 3,000 wild graphs 31, 16 and 4 failed.
constexpr std::array kLadder = {LayoutSettings::newrank, LayoutSettings::straight_lines,
                                LayoutSettings::plain};

/// Whether Graphviz itself has failed; its state cannot be trusted afterwards.
bool is_of_graphviz(const DotFault& fault) {
  return fault.kind == DotFaultKind::syntax || fault.kind == DotFaultKind::layout;
}

bool is_sound(const std::vector<DotFault>& faults) {
  return std::none_of(faults.begin(), faults.end(), is_of_graphviz);
}

/// Whether simpler settings may help.
bool is_worth_another_try(const Result<Drawing>& drawing) {
  return !drawing || std::any_of(drawing->faults.begin(), drawing->faults.end(),
                                 [](const DotFault& fault) { return fault.kind == DotFaultKind::layout; });
}

/// Draws the jobs whose indices are `chosen` and puts the results in their places.
void draw_chosen(const std::vector<LayoutJob>& jobs, const std::vector<std::size_t>& chosen,
                 LayoutSettings settings, int workers, std::vector<Result<Drawing>>& drawings) {
  const auto answers = run_in_workers(chosen.size(), workers, [&](std::size_t index) {
    const auto& job = jobs[chosen[index]];
    const Drawing drawing = draw_dot(job.dot, job.engine, settings);
    return WorkerAnswer{encode_drawing(drawing), is_sound(drawing.faults)};
  });
  for (std::size_t i = 0; i < chosen.size(); ++i)
    drawings[chosen[i]] = answers[i] ? decode_drawing(*answers[i]) : Result<Drawing>(answers[i].error());
}

/// Says in the message that more than one attempt failed.
void mention_tries(Result<Drawing>& drawing) {
  const auto mention = fmt::format("; tried with {} settings", kLadder.size());
  if (!drawing) {
    drawing = Error{drawing.error().message + mention};
  } else {
    for (auto& fault : drawing->faults) fault.message += mention;
  }
}

}  // namespace

std::vector<Result<ParsedDot>> parse_all(const std::vector<LayoutJob>& jobs, int workers) {
  const auto answers = run_in_workers(jobs.size(), workers, [&](std::size_t index) {
    const ParsedDot parsed = parse_dot(jobs[index].dot);
    return WorkerAnswer{encode_parsed(parsed), is_sound(parsed.faults)};
  });
  std::vector<Result<ParsedDot>> results;
  results.reserve(answers.size());
  for (const auto& answer : answers)
    results.push_back(answer ? decode_parsed(*answer) : Result<ParsedDot>(answer.error()));
  return results;
}

std::vector<Result<Drawing>> draw_all(const std::vector<LayoutJob>& jobs, int workers) {
  std::vector<Result<Drawing>> drawings(jobs.size(), Error{"not drawn"});
  std::vector<std::size_t> open(jobs.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) open[i] = i;
  for (const auto settings : kLadder) {
    draw_chosen(jobs, open, settings, workers, drawings);
    std::erase_if(open, [&](std::size_t job) { return !is_worth_another_try(drawings[job]); });
  }
  for (const auto job : open) mention_tries(drawings[job]);
  return drawings;
}

}  // namespace pmsite
