// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include "cli/options.hpp"
#include "cli/verb_build.hpp"
#include "cli/verb_check.hpp"
#include "cli/version.hpp"

#include <ostream>

namespace pmsite {

int run_program(const std::vector<std::string>& arguments, const Environment& environment, std::ostream& out,
                std::ostream& error) {
  const ParsedCommandLine parsed = parse_command_line(arguments, environment);
  out << parsed.out;
  error << parsed.error;
  switch (parsed.verb) {
    case Verb::none:
      return parsed.exit_status;
    case Verb::version:
      out << "pmsite " << program_version() << "\n";
      return exit_status::kDone;
    case Verb::build:
      return run_build(parsed.options, environment, error);
    case Verb::check:
      return run_check(parsed.options, environment, error);
  }
  return exit_status::kBug;
}

}  // namespace pmsite
