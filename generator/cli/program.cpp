// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include "cli/options.hpp"
#include "cli/verb_build.hpp"
#include "cli/verb_check.hpp"
#include "cli/verb_explain.hpp"
#include "cli/verb_review.hpp"
#include "cli/verb_rules.hpp"
#include "cli/verb_schema.hpp"
#include "cli/version.hpp"

#include <ostream>

namespace pmsite {

int run_program(const std::vector<std::string>& arguments, const Environment& environment, std::ostream& out,
                std::ostream& error) {
  const ParsedCommandLine parsed = parse_command_line(arguments, environment);
  const Options& options = parsed.options;
  out << parsed.out;
  error << parsed.error;
  switch (parsed.verb) {
    case Verb::none:
      return parsed.exit_status;
    case Verb::version:
      out << "pmsite " << program_version() << "\n";
      return exit_status::kDone;
    case Verb::build:
      return run_build(options, environment, out, error);
    case Verb::check:
      return run_check(options, environment, out, error);
    case Verb::review:
      return run_review(options, environment, out, error);
    case Verb::rules:
      return run_rules(options, environment, out);
    case Verb::explain:
      return run_explain(options, environment, out, error);
    case Verb::schema:
      return run_schema(out);
  }
  return exit_status::kBug;
}

}  // namespace pmsite
