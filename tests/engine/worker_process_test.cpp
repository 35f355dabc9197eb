// SPDX-License-Identifier: MIT
#include "engine/worker_process.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace pmsite {
namespace {

std::string receive_answer(const WorkerProcess& worker) {
  AnswerHeader header;
  if (recv(worker.channel, &header, sizeof header, MSG_WAITALL) != static_cast<ssize_t>(sizeof header))
    return "dead";
  std::string bytes(header.size, '\0');
  recv(worker.channel, bytes.data(), bytes.size(), MSG_WAITALL);
  return bytes;
}

}  // namespace

TEST_CASE("a worker answers job after job and ends when its channel is closed") {
  const auto worker = start_worker([](std::size_t job) -> WorkerAnswer { return {std::to_string(job * 2)}; });
  REQUIRE(worker);
  send_job(*worker, 4);
  CHECK(receive_answer(*worker) == "8");
  send_job(*worker, 21);
  CHECK(receive_answer(*worker) == "42");
  CHECK(end_worker(*worker).reason == "Graphviz gave up on this diagram (exit status 0)");
}

TEST_CASE("sending a job to a dead worker does not end the program") {
  const auto worker = start_worker([](std::size_t) -> WorkerAnswer { return {}; });
  REQUIRE(worker);
  kill(worker->id, SIGKILL);
  CHECK(receive_answer(*worker) == "dead");
  send_job(*worker, 1);
  const WorkerEnd end = end_worker(*worker);
  CHECK(end.reason == "the layout of this diagram was killed (SIGKILL)");
  CHECK_FALSE(end.would_repeat);
  CHECK_FALSE(end.is_out_of_time);
}

TEST_CASE("the end of a worker says whose fault it is") {
  const auto end_by = [](int signal_number) {
    const auto worker = start_worker([signal_number](std::size_t) -> WorkerAnswer {
      std::raise(signal_number);
      return {};
    });
    REQUIRE(worker);
    send_job(*worker, 0);
    CHECK(receive_answer(*worker) == "dead");
    const WorkerEnd end = end_worker(*worker);
    return end.reason + (end.is_out_of_time ? "; out of time" : "") +
           (end.would_repeat ? "; would repeat" : "");
  };
  CHECK(end_by(SIGSEGV) == "Graphviz crashed on this diagram (SIGSEGV); would repeat");
  CHECK(end_by(SIGABRT) == "Graphviz crashed on this diagram (SIGABRT); would repeat");
  CHECK(end_by(SIGXFSZ) == "Graphviz wrote more than 8 MiB on this diagram; would repeat");
  CHECK(end_by(SIGXCPU) == "Graphviz used more than 5 s of processor time on this diagram; out of time");
  CHECK(end_by(SIGALRM) == "Graphviz took longer than 10 s on this diagram; out of time");
  for (const int each : {SIGKILL, SIGTERM, SIGINT, SIGHUP})
    CHECK(end_by(each).starts_with("the layout of this diagram was killed (SIG"));
  CHECK(end_by(SIGINT) == "the layout of this diagram was killed (SIGINT)");
}

TEST_CASE("a crash is a crash, however much memory the program itself holds") {
  const std::vector<char> ballast(std::size_t{800} << 20, 'x');
  const auto worker = start_worker([](std::size_t) -> WorkerAnswer {
    std::raise(SIGSEGV);
    return {};
  });
  REQUIRE(worker);
  send_job(*worker, 0);
  CHECK(receive_answer(*worker) == "dead");
  CHECK(end_worker(*worker).reason == "Graphviz crashed on this diagram (SIGSEGV)");
  CHECK(ballast.back() == 'x');
}

}  // namespace pmsite
