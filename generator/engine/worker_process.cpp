// SPDX-License-Identifier: MIT
#include "engine/worker_process.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pmsite {
namespace {

constexpr int kChannel = 3;
constexpr int kLibraryExit = 70;
constexpr int kOutOfMemoryExit = 71;
// A worker that had grown by this much when it crashed did so because memory was refused to it.
constexpr long kSuspiciousMemory = (long{3} << 30) / 4 / 1024;  // KiB, as getrusage() counts

/// Sends all bytes; false if nobody listens any more.
bool send_all(int channel, const void* bytes, std::size_t size) {
  const char* next = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t sent = send(channel, next, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    next += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

/// Receives the index of a job; false at the end of the work.
bool receive_job(int channel, std::size_t& job) {
  for (;;) {
    const ssize_t received = recv(channel, &job, sizeof job, MSG_WAITALL);
    if (received < 0 && errno == EINTR) continue;
    return received == static_cast<ssize_t>(sizeof job);
  }
}

void limit_resource(__rlimit_resource resource, rlim_t most) {
  const rlimit limit{most, most};
  setrlimit(resource, &limit);
}

/// Bytes that this process uses.
struct UsedMemory {
  std::size_t addresses = 0;  ///< thread stacks and other reservations included
  std::size_t resident = 0;
};

UsedMemory used_memory() {
  unsigned long addresses = 0, resident = 0;
  if (std::FILE* const file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%lu %lu", &addresses, &resident) != 2) addresses = resident = 0;
    std::fclose(file);
  }
  const auto page_size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return {addresses * page_size, resident * page_size};
}

void reset_signals() {
  for (int signal_number = 1; signal_number < NSIG; ++signal_number) std::signal(signal_number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Leaves only the channel open, as descriptor kChannel, and nothing readable or writable on 0 to 2.
void keep_only(int channel) {
  if (channel != kChannel) dup2(channel, kChannel);
  const int nowhere = open("/dev/null", O_RDWR);
  dup2(nowhere, STDIN_FILENO);
  dup2(nowhere, STDOUT_FILENO);
#ifndef __SANITIZE_ADDRESS__  // whose reports must be seen
  dup2(nowhere, STDERR_FILENO);
#endif
  close_range(kChannel + 1, ~0U, 0);
}

void limit_resources() {
  limit_resource(RLIMIT_CORE, 0);
  limit_resource(RLIMIT_FSIZE, kWorkerFileSize);
#ifndef __SANITIZE_ADDRESS__  // Sanitizers reserve terabytes of addresses and look into memory through pipes.
  limit_resource(RLIMIT_AS, used_memory().addresses + kWorkerMemory);
  limit_resource(RLIMIT_NOFILE, kChannel + 1);
#endif
}

/// Processor time is counted for the whole process; each job gets its own share on top.
void grant_processor_time() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  const auto used = static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1);
  limit.rlim_cur = used + kWorkerProcessorSeconds;
  setrlimit(RLIMIT_CPU, &limit);
}

bool do_job(const WorkerTask& task, std::size_t job) {
  grant_processor_time();
  alarm(kWorkerSeconds);
  const WorkerAnswer answer = task(job);
  alarm(0);
  const AnswerHeader header{static_cast<std::uint32_t>(answer.bytes.size()),
                            answer.is_worker_sound ? 1u : 0u};
  return send_all(kChannel, &header, sizeof header) &&
         send_all(kChannel, answer.bytes.data(), answer.bytes.size());
}

[[noreturn]] void be_worker(int channel, pid_t supervisor, const WorkerTask& task) {
  // Handlers run last in, first out: a library that calls exit() must not run those of the program.
  std::atexit([] { _exit(kLibraryExit); });
  reset_signals();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervisor) _exit(0);
  keep_only(channel);
  limit_resources();
  try {
    std::size_t job = 0;
    while (receive_job(kChannel, job) && do_job(task, job)) {
    }
  } catch (const std::bad_alloc&) {
    _exit(kOutOfMemoryExit);
  }
  _exit(0);
}

std::string name_of_signal(int number) {
  const char* const name = sigabbrev_np(number);
  return name != nullptr ? fmt::format("SIG{}", name) : fmt::format("signal {}", number);
}

std::string out_of_memory() {
  return fmt::format("Graphviz ran out of memory on this diagram ({} MiB)", kWorkerMemory >> 20);
}

/// `growth` is by how many KiB it was larger than this process when it was forked.
WorkerEnd describe_end(int status, long growth) {
  if (WIFEXITED(status)) {
    if (WEXITSTATUS(status) == kOutOfMemoryExit) return {out_of_memory()};
    return {fmt::format("Graphviz gave up on this diagram (exit status {})", WEXITSTATUS(status))};
  }
  switch (const int number = WTERMSIG(status)) {
    case SIGALRM:
      return {fmt::format("Graphviz took longer than {} s on this diagram", kWorkerSeconds), true, false};
    case SIGKILL:
    case SIGTERM:
    case SIGINT:
    case SIGHUP:
      return {fmt::format("the layout of this diagram was killed ({})", name_of_signal(number)), false,
              false};
    case SIGXCPU:
      // How much that is depends on the machine, and the same text must not give two pictures.
      return {fmt::format("Graphviz used more than {} s of processor time on this diagram",
                          kWorkerProcessorSeconds),
              true, false};
    case SIGXFSZ:
      return {fmt::format("Graphviz wrote more than {} MiB on this diagram", kWorkerFileSize >> 20)};
    default:
      if (growth > kSuspiciousMemory) return {out_of_memory()};
      return {fmt::format("Graphviz crashed on this diagram ({})", name_of_signal(number))};
  }
}

}  // namespace

Result<WorkerProcess> start_worker(const WorkerTask& task) {
  std::array<int, 2> channels{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channels.data()) != 0)
    return Error{fmt::format("cannot start a layout process: {}", std::strerror(errno))};
  const pid_t supervisor = getpid();
  const long resident = static_cast<long>(used_memory().resident / 1024);
  const pid_t id = fork();
  if (id == 0) be_worker(channels[1], supervisor, task);
  const int fork_error = errno;
  close(channels[1]);
  if (id > 0) return WorkerProcess{id, channels[0], resident};
  close(channels[0]);
  return Error{fmt::format("cannot start a layout process: {}", std::strerror(fork_error))};
}

void send_job(const WorkerProcess& worker, std::size_t job) { send_all(worker.channel, &job, sizeof job); }

WorkerEnd end_worker(const WorkerProcess& worker) {
  close(worker.channel);
  int status = 0;
  rusage usage{};
  pid_t ended = 0;
  do {
    ended = wait4(worker.id, &status, 0, &usage);
  } while (ended < 0 && errno == EINTR);
  if (ended != worker.id) return {"Graphviz ended on this diagram", false, false};
  return describe_end(status, usage.ru_maxrss - worker.resident_at_start);
}

}  // namespace pmsite
