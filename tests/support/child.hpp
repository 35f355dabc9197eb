// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace pmsite {

/// Whether `passes` returns true in a process of its own, which may give up rights that the tests still need.
inline bool passes_in_child(const std::function<bool()>& passes) {
  const pid_t child = fork();
  if (child == 0) _exit(passes() ? 0 : 1);
  int status = -1;
  return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace pmsite
