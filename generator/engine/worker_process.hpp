// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <sys/types.h>

namespace pmsite {

// Limits of a worker process. What goes beyond ends the process, not the build.
inline constexpr unsigned kWorkerSeconds = 10;  ///< by the clock, for one job
inline constexpr unsigned kWorkerProcessorSeconds = 5;
inline constexpr std::size_t kWorkerMemory = std::size_t{1}
                                             << 30;  ///< on top of what the program itself uses
inline constexpr std::size_t kWorkerFileSize = std::size_t{8} << 20;

/// What a worker says about one job.
struct WorkerAnswer {
  std::string bytes;
  bool is_worker_sound = true;  ///< false: the process must not do another job
};

/// What a worker does with the job of this index.
using WorkerTask = std::function<WorkerAnswer(std::size_t)>;

/// The beginning of an answer on the channel; `size` bytes follow.
struct AnswerHeader {
  std::uint32_t size = 0;
  std::uint32_t is_worker_sound = 1;
};

/// A running process and the socket to it: a job's index goes in, an AnswerHeader and bytes come out.
struct WorkerProcess {
  pid_t id = 0;
  int channel = -1;
  long resident_at_start = 0;  ///< KiB that it shares with this process
};

/// Forks a process that does jobs until the channel is closed. It sees the memory of this process as it is
/// now, can open no file, and writes nothing but answers.
Result<WorkerProcess> start_worker(const WorkerTask& task);

/// Sends a job to a worker that has none. A worker that has died is noticed when its answer is awaited.
void send_job(const WorkerProcess& worker, std::size_t job);

/// How a worker ended.
struct WorkerEnd {
  std::string reason;  ///< "Graphviz crashed on this diagram (SIGSEGV)"
  bool is_out_of_time = false;
  bool would_repeat =
      true;  ///< the job is to blame, and not the hour: the clock, somebody who killed the process
};

/// Closes the channel and waits for the process, which is ending or will end when it sees that.
WorkerEnd end_worker(const WorkerProcess& worker);

}  // namespace pmsite
