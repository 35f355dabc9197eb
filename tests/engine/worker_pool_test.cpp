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
#include <new>
#include <sys/mman.h>
#include <sys/prctl.h>
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

/// What workers and a process outside of them know of each other.
struct Victims {
  std::atomic<pid_t> waiting = 0;  ///< a worker that wants to be killed
  std::atomic<int> killed = 0;
};

/// A killer from outside, as the kernel is when memory runs out: a process that sends SIGKILL to each worker
/// that waits for it in the middle of a job.
class Killer {
 public:
  Killer()
      : victims_(*new (mmap(nullptr, sizeof(Victims), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
                            0)) Victims),
        process_(fork()) {
    if (process_ == 0) kill_for_ever();
  }
  ~Killer() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    munmap(&victims_, sizeof(Victims));
  }
  Killer(const Killer&) = delete;
  Killer& operator=(const Killer&) = delete;

  int killed() const { return victims_.killed; }

  /// In a worker: does not return.
  void wait_for_death() const {
    victims_.waiting = getpid();
    for (;;) pause();
  }

 private:
  [[noreturn]] void kill_for_ever() const {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // should the tests be ended before their time
    for (;;) {
      if (const pid_t victim = victims_.waiting.exchange(0)) {
        ++victims_.killed;
        kill(victim, SIGKILL);
      }
      usleep(1000);
    }
  }

  Victims& victims_;
  pid_t process_;
};

std::string error_of(const WorkerTask& task) {
  const auto outcomes = run_in_workers(1, 1, task);
  return outcomes[0].answer ? "answered " + *outcomes[0].answer : outcomes[0].answer.error().message;
}

}  // namespace

TEST_CASE("answers are in the order of the jobs for any number of workers") {
  for (const int workers : {0, 1, 2, 3, 50}) {
    const auto outcomes = run_in_workers(23, workers, echo);
    REQUIRE(outcomes.size() == 23);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
      CHECK(*outcomes[i].answer == "job " + std::to_string(i));
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
  const auto outcomes = run_in_workers(9, 2, [](std::size_t job) -> WorkerAnswer {
    if (job == 4) std::raise(SIGSEGV);
    return echo(job);
  });
  for (std::size_t i = 0; i < outcomes.size(); ++i) CHECK(static_cast<bool>(outcomes[i].answer) == (i != 4));
  CHECK(outcomes[4].answer.error().message == "Graphviz crashed on this diagram (SIGSEGV)");
  CHECK(outcomes[4].would_repeat);
}

TEST_CASE("a job that fails only after others is done again in a fresh process") {
  int jobs_before = 0;
  const auto outcomes = run_in_workers(5, 1, [&jobs_before](std::size_t job) -> WorkerAnswer {
    if (++jobs_before > 3) std::raise(SIGABRT);
    return echo(job);
  });
  for (const auto& outcome : outcomes) CHECK(outcome.answer);
}

TEST_CASE("a job whose worker somebody killed is done again") {
  const Killer killer;
  const auto outcomes = run_in_workers(9, 2, [&killer](std::size_t job) -> WorkerAnswer {
    if (job == 4 && killer.killed() == 0) killer.wait_for_death();
    return echo(job);
  });
  CHECK(killer.killed() == 1);
  for (std::size_t i = 0; i < outcomes.size(); ++i) CHECK(*outcomes[i].answer == "job " + std::to_string(i));
}

TEST_CASE("a job whose first worker is killed in its first job is done again") {
  const Killer killer;
  const auto outcomes = run_in_workers(1, 1, [&killer](std::size_t job) -> WorkerAnswer {
    if (killer.killed() < 2) killer.wait_for_death();
    return echo(job);
  });
  CHECK(killer.killed() == 2);
  CHECK(*outcomes[0].answer == "job 0");
}

TEST_CASE("a job whose workers are killed again and again is given up, and not blamed") {
  const Killer killer;
  const auto outcomes = run_in_workers(3, 1, [&killer](std::size_t job) -> WorkerAnswer {
    if (job == 0) killer.wait_for_death();
    return echo(job);
  });
  CHECK(killer.killed() == 3);
  REQUIRE_FALSE(outcomes[0].answer);
  CHECK(outcomes[0].answer.error().message == "the layout of this diagram was killed (SIGKILL)");
  CHECK_FALSE(outcomes[0].would_repeat);
  CHECK(*outcomes[1].answer == "job 1");
  CHECK(*outcomes[2].answer == "job 2");
}

TEST_CASE("what a job would do again is told from what the hour did to it") {
  const auto would_repeat = [](const WorkerTask& task) { return run_in_workers(1, 1, task)[0].would_repeat; };
  CHECK(would_repeat([](std::size_t) -> WorkerAnswer {
    std::raise(SIGSEGV);
    return {};
  }));
  CHECK(would_repeat([](std::size_t) -> WorkerAnswer { _exit(3); }));
  CHECK(would_repeat([](std::size_t) -> WorkerAnswer { throw std::bad_alloc(); }));
  CHECK_FALSE(would_repeat([](std::size_t) -> WorkerAnswer {
    std::raise(SIGTERM);
    return {};
  }));
  CHECK_FALSE(would_repeat([](std::size_t) -> WorkerAnswer {
    alarm(0);  // sooner than the clock would ring
    std::raise(SIGALRM);
    return {};
  }));
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
  CHECK(error == "the layout of this diagram was killed (SIGTERM)");
}

TEST_CASE("a worker is replaced after its share of jobs, and when it says that it is not sound") {
  const auto share =
      run_in_workers(kJobsOfWorker + 1, 1, [](std::size_t job) -> WorkerAnswer { return {process_id(job)}; });
  CHECK(*share[0].answer == *share[kJobsOfWorker - 1].answer);
  CHECK(*share[0].answer != *share[kJobsOfWorker].answer);
  const auto unsound = run_in_workers(2, 1, [](std::size_t job) -> WorkerAnswer {
    return {process_id(job), false};
  });
  CHECK(*unsound[0].answer != *unsound[1].answer);
}

TEST_CASE("answers of several megabytes arrive whole") {
  const auto outcomes = run_in_workers(3, 2, [](std::size_t job) -> WorkerAnswer {
    return {std::string(5'000'000, static_cast<char>('a' + job))};
  });
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    CHECK(*outcomes[i].answer == std::string(5'000'000, static_cast<char>('a' + i)));
}

TEST_CASE(
    "an answer beyond all measure is the word of a damaged process, and not of somebody who killed it") {
  const auto outcomes = run_in_workers(
      1, 1, [](std::size_t) -> WorkerAnswer { return {std::string(std::size_t{65} << 20, 'x')}; });
  REQUIRE_FALSE(outcomes[0].answer);
  CHECK(outcomes[0].answer.error().message == "Graphviz damaged its memory on this diagram");
  CHECK(outcomes[0].would_repeat);
}

TEST_CASE("signals that interrupt the supervisor change nothing") {
  struct sigaction action {};
  action.sa_handler = [](int) {};
  sigaction(SIGALRM, &action, nullptr);
  ualarm(1000, 1000);
  const auto outcomes = run_in_workers(20, 2, [](std::size_t job) -> WorkerAnswer {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return echo(job);
  });
  ualarm(0, 0);
  std::signal(SIGALRM, SIG_DFL);
  for (const auto& outcome : outcomes) CHECK(outcome.answer);
}

}  // namespace pmsite
