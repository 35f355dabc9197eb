// SPDX-License-Identifier: MIT
#include "engine/worker_pool.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace pmsite {
namespace {

int open_descriptors() {
  int count = 0;
  DIR* const folder = opendir("/proc/self/fd");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

WorkerAnswer echo(std::size_t job) { return {"job " + std::to_string(job)}; }

std::string process_id(std::size_t) { return std::to_string(getpid()); }

std::string error_of(const WorkerTask& task) {
  const auto answers = run_in_workers(1, 1, task);
  return answers[0] ? "answered " + *answers[0] : answers[0].error().message;
}

}  // namespace

TEST_CASE("answers are in the order of the jobs for any number of workers") {
  for (const int workers : {0, 1, 2, 3, 50}) {
    const auto answers = run_in_workers(23, workers, echo);
    REQUIRE(answers.size() == 23);
    for (std::size_t i = 0; i < answers.size(); ++i) CHECK(*answers[i] == "job " + std::to_string(i));
  }
}

TEST_CASE("no jobs start no process") {
  CHECK(run_in_workers(0, 2, [](std::size_t) -> WorkerAnswer { std::abort(); }).empty());
}

TEST_CASE("no process and no descriptor is left") {
  const int before = open_descriptors();
  run_in_workers(10, 3, [](std::size_t job) -> WorkerAnswer {
    if (job % 3 == 0) std::raise(SIGKILL);
    return echo(job);
  });
  CHECK(open_descriptors() == before);
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

TEST_CASE("a dead worker costs only the job it had") {
  const auto answers = run_in_workers(9, 2, [](std::size_t job) -> WorkerAnswer {
    if (job == 4) std::raise(SIGSEGV);
    return echo(job);
  });
  for (std::size_t i = 0; i < answers.size(); ++i) CHECK(static_cast<bool>(answers[i]) == (i != 4));
  CHECK(answers[4].error().message == "Graphviz crashed on this diagram (SIGSEGV)");
}

TEST_CASE("a job that fails only after others is done again in a fresh process") {
  int jobs_before = 0;
  const auto answers = run_in_workers(5, 1, [&jobs_before](std::size_t job) -> WorkerAnswer {
    if (++jobs_before > 3) std::raise(SIGABRT);
    return echo(job);
  });
  for (const auto& answer : answers) CHECK(answer);
}

TEST_CASE("the error says what ended the worker") {
  CHECK(error_of([](std::size_t) -> WorkerAnswer {
          std::raise(SIGABRT);
          return {};
        }) == "Graphviz crashed on this diagram (SIGABRT)");
  CHECK(error_of([](std::size_t) -> WorkerAnswer { _exit(3); }) ==
        "Graphviz gave up on this diagram (exit status 3)");
  CHECK(error_of([](std::size_t) -> WorkerAnswer { throw std::bad_alloc(); }) ==
        "Graphviz ran out of memory on this diagram (1024 MiB)");
}

TEST_CASE("a library that calls exit() runs none of the program's handlers") {
  CHECK(error_of([](std::size_t) -> WorkerAnswer { std::exit(0); }) ==
        "Graphviz gave up on this diagram (exit status 70)");
}

TEST_CASE("endless work is ended by one of the limits") {
  const auto error = error_of([](std::size_t) -> WorkerAnswer {
    for (;;) std::atomic_signal_fence(std::memory_order_seq_cst);
  });
  // On a busy machine ten seconds pass before five of them were ours.
  const bool is_named = error == "Graphviz used more than 5 s of processor time on this diagram" ||
                        error == "Graphviz took longer than 10 s on this diagram";
  CHECK_MESSAGE(is_named, error);
}

TEST_CASE("endless waiting is ended by the clock") {
  const auto error = error_of([](std::size_t) -> WorkerAnswer {
    for (;;) pause();
  });
  CHECK(error == "Graphviz took longer than 10 s on this diagram");
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("memory beyond the limit is refused") {
  const auto error =
      error_of([](std::size_t) -> WorkerAnswer { return {std::string(std::size_t{2} << 30, 'x')}; });
  CHECK(error == "Graphviz ran out of memory on this diagram (1024 MiB)");
}

TEST_CASE("workers can open no file") {
  CHECK(error_of([](std::size_t) -> WorkerAnswer {
          return {open("/etc/passwd", O_RDONLY) < 0 && errno == EMFILE ? "refused" : "opened"};
        }) == "answered refused");
}
#endif

TEST_CASE("workers do not inherit signal handling") {
  std::signal(SIGTERM, SIG_IGN);
  const auto error = error_of([](std::size_t) -> WorkerAnswer {
    std::raise(SIGTERM);
    return {"survived"};
  });
  std::signal(SIGTERM, SIG_DFL);
  CHECK(error == "Graphviz crashed on this diagram (SIGTERM)");
}

TEST_CASE("a worker is replaced after its share of jobs, and when it says that it is not sound") {
  const auto share =
      run_in_workers(kJobsOfWorker + 1, 1, [](std::size_t job) -> WorkerAnswer { return {process_id(job)}; });
  CHECK(*share[0] == *share[kJobsOfWorker - 1]);
  CHECK(*share[0] != *share[kJobsOfWorker]);
  const auto unsound = run_in_workers(2, 1, [](std::size_t job) -> WorkerAnswer {
    return {process_id(job), false};
  });
  CHECK(*unsound[0] != *unsound[1]);
}

TEST_CASE("answers of several megabytes arrive whole") {
  const auto answers = run_in_workers(3, 2, [](std::size_t job) -> WorkerAnswer {
    return {std::string(5'000'000, static_cast<char>('a' + job))};
  });
  for (std::size_t i = 0; i < answers.size(); ++i)
    CHECK(*answers[i] == std::string(5'000'000, static_cast<char>('a' + i)));
}

TEST_CASE("signals that interrupt the supervisor change nothing") {
  struct sigaction action {};
  action.sa_handler = [](int) {};
  sigaction(SIGALRM, &action, nullptr);
  ualarm(1000, 1000);
  const auto answers = run_in_workers(20, 2, [](std::size_t job) -> WorkerAnswer {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return echo(job);
  });
  ualarm(0, 0);
  std::signal(SIGALRM, SIG_DFL);
  for (const auto& answer : answers) CHECK(answer);
}

}  // namespace pmsite
