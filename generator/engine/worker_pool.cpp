// SPDX-License-Identifier: MIT
#include "engine/worker_pool.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <deque>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

namespace pmsite {
namespace {

// Longer than any worker may be silent: if its own alarm does not end it, we do.
constexpr int kLongestSilence = 2 * 1000 * static_cast<int>(kWorkerSeconds);
// An answer above this is the word of a process whose memory is damaged.
constexpr std::size_t kLargestAnswer = std::size_t{64} << 20;

constexpr int kMostKillings = 3;

struct Worker {
  explicit Worker(WorkerProcess started) : process(started) {}

  WorkerProcess process;
  std::size_t job = 0;
  bool is_busy = false;
  int jobs_done = 0;
  std::string received;
};

/// Keeps workers busy until all jobs are answered.
class WorkerPool {
 public:
  WorkerPool(std::size_t count, int workers, const WorkerTask& task)
      : task_(task), most_workers_(static_cast<std::size_t>(std::max(workers, 1))) {
    outcomes_.resize(count);
    killings_.resize(count);
    for (std::size_t job = 0; job < count; ++job) waiting_.push_back(job);
  }

  std::vector<JobOutcome> run() {
    for (hand_out(); is_any_busy(); hand_out()) wait();
    for (const auto& worker : workers_) end_worker(worker.process);
    return std::move(outcomes_);
  }

 private:
  bool is_any_busy() const {
    return std::any_of(workers_.begin(), workers_.end(), [](const Worker& worker) { return worker.is_busy; });
  }

  void hand_out() {
    for (auto& worker : workers_)
      if (!worker.is_busy && !waiting_.empty()) give_job(worker);
    while (!waiting_.empty() && workers_.size() < most_workers_) {
      auto process = start_worker(task_);
      if (process) {
        workers_.emplace_back(*process);
        give_job(workers_.back());
      } else if (is_any_busy()) {
        return;  // those that run will do the rest
      } else {
        outcomes_[waiting_.front()] = {process.error(), false};
        waiting_.pop_front();
      }
    }
  }

  void give_job(Worker& worker) {
    worker.job = waiting_.front();
    worker.is_busy = true;
    waiting_.pop_front();
    send_job(worker.process, worker.job);
  }

  void wait() {
    std::vector<pollfd> channels;
    for (const auto& worker : workers_) channels.push_back({worker.process.channel, POLLIN, 0});
    const int ready = poll(channels.data(), channels.size(), kLongestSilence);
    if (ready < 0) return;  // interrupted
    if (ready == 0) {
      for (const auto& worker : workers_) kill(worker.process.id, SIGKILL);
      return;
    }
    // From the back, since a worker that ends leaves the list.
    for (std::size_t i = channels.size(); i-- > 0;)
      if (channels[i].revents != 0) receive(i);
  }

  void receive(std::size_t index) {
    auto& worker = workers_[index];
    std::array<char, 65'536> buffer{};
    const ssize_t count = recv(worker.process.channel, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) return bury(index);
    worker.received.append(buffer.data(), static_cast<std::size_t>(count));
    if (worker.received.size() < sizeof(AnswerHeader)) return;
    AnswerHeader header;
    std::memcpy(&header, worker.received.data(), sizeof header);
    if (header.size > kLargestAnswer) {
      kill(worker.process.id, SIGKILL);
      return bury(index, "Graphviz damaged its memory on this diagram");
    }
    if (worker.received.size() < sizeof header + header.size) return;
    outcomes_[worker.job].answer = worker.received.substr(sizeof header, header.size);
    worker.received.clear();
    worker.is_busy = false;
    if (++worker.jobs_done < kJobsOfWorker && header.is_worker_sound != 0) return;
    end_worker(worker.process);
    remove(index);
  }

  /// `verdict` is why we ended the worker; empty where it ended by itself.
  void bury(std::size_t index, std::string verdict = {}) {
    const Worker worker = std::move(workers_[index]);
    remove(index);
    auto end = end_worker(worker.process);
    if (!verdict.empty()) end = {std::move(verdict), false, true};
    if (!worker.is_busy) return;
    // Earlier jobs may have damaged the process; running out of time is the fault of this one.
    const bool may_be_of_others = worker.jobs_done > 0 && !end.is_out_of_time;
    // Who is short of memory kills what is largest, whatever it does; once is no proof against the job.
    const bool was_killed =
        !end.would_repeat && !end.is_out_of_time && ++killings_[worker.job] < kMostKillings;
    if (may_be_of_others || was_killed) {
      waiting_.push_front(worker.job);
    } else {
      outcomes_[worker.job] = {Error{std::move(end.reason)}, end.would_repeat};
    }
  }

  void remove(std::size_t index) { workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(index)); }

  const WorkerTask& task_;
  std::size_t most_workers_;
  std::vector<JobOutcome> outcomes_;
  std::vector<int> killings_;  ///< by job
  std::deque<std::size_t> waiting_;
  std::vector<Worker> workers_;
};

}  // namespace

std::vector<JobOutcome> run_in_workers(std::size_t count, int workers, const WorkerTask& task) {
  return WorkerPool(count, workers, task).run();
}

}  // namespace pmsite
