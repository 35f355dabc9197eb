// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace pmsite {

/// `pmsite schema`: the JSON Schema of the front matter. Returns the exit status.
int run_schema(std::ostream& out);

}  // namespace pmsite
