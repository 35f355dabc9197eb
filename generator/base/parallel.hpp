// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace pmsite {

/// How many tasks this machine runs at once: its processors, at least 1.
int available_processors();

/// Calls `task(0)` .. `task(count - 1)`, each once, on up to `jobs` threads, and returns when all are done.
/// Tasks must not touch what another one writes. If tasks throw, the exception of the lowest index is thrown
/// again here, so that the outcome does not depend on the number of threads. No thread is left afterwards, so
/// forking is safe.
void parallel_for(std::size_t count, int jobs, const std::function<void(std::size_t)>& task);

}  // namespace pmsite
