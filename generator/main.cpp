// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "cli/program.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <new>
#include <poll.h>
#include <signal.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// The time to build for. Source: the SOURCE_DATE_EPOCH specification of reproducible-builds.org.
pmsite::UtcTime current_time() {
  const auto epoch = variable("SOURCE_DATE_EPOCH");
  long long seconds = 0;
  const auto [end, code] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), seconds);
  if (!epoch.empty() && code == std::errc() && end == epoch.data() + epoch.size())
    return pmsite::UtcTime{std::chrono::seconds{seconds}};
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// Of the terminal that standard output is; 0 where there is none or it does not say.
int terminal_columns() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? static_cast<int>(size.ws_col) : 0;
}

pmsite::Environment environment(Clock::time_point start) {
  return {
      .working_folder = std::filesystem::current_path(),
      .now = current_time(),
      .seconds_since_start = [start] { return std::chrono::duration<double>(Clock::now() - start).count(); },
      .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
      .error_is_terminal = ::isatty(STDERR_FILENO) == 1,
      .out_columns = terminal_columns(),
      .no_color = !variable("NO_COLOR").empty() || variable("TERM") == "dumb",
      .processors = pmsite::available_processors(),
      .step_summary = std::filesystem::path(variable("GITHUB_STEP_SUMMARY")),
      .workspace = std::filesystem::path(variable("GITHUB_WORKSPACE")),
  };
}

/// Whoever starts a program with a closed standard stream would have its next file or socket take the
/// stream's place.
void open_standard_streams() {
  int descriptor = 0;
  do {
    descriptor = ::open("/dev/null", O_RDWR);
  } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor >= 0) ::close(descriptor);
}

/// Whoever asked for a report must know when it is not whole. A reader that has gone away asked for no more.
int status_with_output(int status) {
  std::cout.flush();
  if (std::cout) return status;
  pollfd output{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
  if (::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0) return status;
  std::cerr << "error: cannot write to standard output\n";
  return pmsite::exit_status::kSystem;
}

}  // namespace

int main(int argc, char** argv) {
  const auto start = Clock::now();
  open_standard_streams();
  ::signal(SIGPIPE, SIG_IGN);  // a reader that went away is an error of write(), not the end of us
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return status_with_output(pmsite::run_program(arguments, environment(start), std::cout, std::cerr));
  } catch (const std::bad_alloc&) {
    std::cerr << "error: not enough memory\n";
    return pmsite::exit_status::kSystem;
  } catch (const std::filesystem::filesystem_error& fault) {
    std::cerr << "error: " << fault.what() << "\n";
    return pmsite::exit_status::kSystem;
  } catch (const std::exception& fault) {
    std::cerr << "error: a bug in pmsite: " << fault.what() << "\n";
    return pmsite::exit_status::kBug;
  }
}
