// SPDX-License-Identifier: MIT
#pragma once

#include "engine/worker_process.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {

/// After so many jobs a worker is replaced: Graphviz leaks some 100 kB with each.
inline constexpr int kJobsOfWorker = 100;

/// What became of a job: the answer, or the reason why a worker died on this very job.
struct JobOutcome {
  Result<std::string> answer = Error{"not done"};
  bool would_repeat = true;  ///< doing the job again would end in the same way
};

/// Has up to `workers` processes do the jobs 0 to `count` - 1, begun in that order; the outcomes are in that
/// order too, whatever the number of workers. Where the fault may be of jobs done before in the same process,
/// and where somebody killed the process, the job is done again in a fresh one. No process and no descriptor
/// is left afterwards. Forks, so no other thread may run.
std::vector<JobOutcome> run_in_workers(std::size_t count, int workers, const WorkerTask& task);

}  // namespace pmsite
