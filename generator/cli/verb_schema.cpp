// SPDX-License-Identifier: MIT
#include "cli/verb_schema.hpp"

#include "cli/program.hpp"
#include "engine/json.hpp"
#include "read/front_matter_schema.hpp"

#include <ostream>

namespace pmsite {

int run_schema(std::ostream& out) {
  out << to_pretty_json(front_matter_schema());
  return exit_status::kDone;
}

}  // namespace pmsite
