// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace pmsite {

TEST_CASE("there is at least one processor") { CHECK(available_processors() >= 1); }

TEST_CASE("each task runs once, for any number of jobs") {
  for (const int jobs : {-1, 0, 1, 2, 7, 200}) {
    CAPTURE(jobs);
    std::vector<std::atomic<int>> calls(100);
    parallel_for(calls.size(), jobs, [&](std::size_t i) { ++calls[i]; });
    for (const auto& each : calls) REQUIRE(each == 1);
  }
}

TEST_CASE("no task is no work") {
  parallel_for(0, 4, [](std::size_t) { FAIL("called"); });
}

TEST_CASE("one job is one thread, the caller's own, in order") {
  std::vector<std::size_t> order;
  const auto caller = std::this_thread::get_id();
  parallel_for(3, 1, [&](std::size_t i) {
    CHECK(bool(std::this_thread::get_id() == caller));
    order.push_back(i);
  });
  CHECK(order == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("two jobs run at the same time") {
  std::atomic<int> arrived{0};
  parallel_for(2, 2, [&](std::size_t) {
    ++arrived;
    while (arrived < 2) std::this_thread::yield();  // for ever, if the other one waits for this one to end
  });
  CHECK(arrived == 2);
}

TEST_CASE("of several failures the first by index is thrown, and the other tasks still run") {
  for (const int jobs : {1, 4}) {
    CAPTURE(jobs);
    std::atomic<int> calls{0};
    const auto run = [&] {
      parallel_for(50, jobs, [&](std::size_t i) {
        ++calls;
        if (i % 10 == 7) throw std::runtime_error("task " + std::to_string(i));
      });
    };
    CHECK_THROWS_WITH_AS(run(), "task 7", std::runtime_error);
    CHECK(calls == 50);
  }
}

}  // namespace pmsite
