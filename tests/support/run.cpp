// SPDX-License-Identifier: MIT
#include "support/run.hpp"

#include "cli/program.hpp"
#include "support/temporary_folder.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace pmsite {
namespace {

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (auto& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

/// In the child: becomes the program. Does not return.
[[noreturn]] void become_program(const std::filesystem::path& working_folder, const TemporaryFolder& streams,
                                 std::vector<std::string> arguments, std::vector<std::string> variables) {
  const bool ready = chdir(working_folder.c_str()) == 0 &&
                     freopen((streams.path() / "out").c_str(), "w", stdout) &&
                     freopen((streams.path() / "error").c_str(), "w", stderr);
  arguments.insert(arguments.begin(), PMSITE_PROGRAM);
  if (ready) execve(PMSITE_PROGRAM, pointers(arguments).data(), pointers(variables).data());
  _exit(127);
}

}  // namespace

Run run_inside(const std::filesystem::path& working_folder, const std::vector<std::string>& arguments) {
  Environment environment;
  environment.working_folder = working_folder;
  environment.now = instant_at(*parse_date("2030-01-01"), {}, std::chrono::minutes{0}).utc;
  environment.seconds_since_start = [] { return 0.25; };
  environment.processors = 2;
  std::ostringstream out, error;
  Run run;
  run.status = run_program(arguments, environment, out, error);
  run.out = out.str();
  run.error = error.str();
  return run;
}

Run run_outside(const std::filesystem::path& working_folder, const std::vector<std::string>& arguments,
                const std::vector<std::string>& variables) {
  const TemporaryFolder streams;
  fflush(nullptr);  // or the child would print once more what waits here
  const pid_t child = fork();
  if (child == 0) become_program(working_folder, streams, arguments, variables);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          read_bytes(streams.path() / "out"), read_bytes(streams.path() / "error")};
}

}  // namespace pmsite
