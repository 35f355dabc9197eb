// SPDX-License-Identifier: MIT
#pragma once

#include "engine/worker_process.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {

/// After so many jobs a worker is replaced: Graphviz leaks some 100 kB with each.
inline constexpr int kJobsOfWorker = 100;

/// Has up to `workers` processes do the jobs 0 to `count` - 1; the answers are in that order, whatever the
/// number of workers. An error is the reason why a worker died on this very job: where the fault may be of
/// jobs done before in the same process, the job is done again in a fresh one. No process and no descriptor
/// is left afterwards. Forks, so no other thread may run.
std::vector<Result<std::string>> run_in_workers(std::size_t count, int workers, const WorkerTask& task);

}  // namespace pmsite
