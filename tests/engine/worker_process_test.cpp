// SPDX-License-Identifier: MIT
#include "engine/worker_process.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <sys/socket.h>

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
  CHECK(end_worker(*worker).reason == "Graphviz crashed on this diagram (SIGKILL)");
}

}  // namespace pmsite
