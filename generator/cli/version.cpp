// SPDX-License-Identifier: MIT
#include "cli/version.hpp"

namespace pmsite {

std::string_view program_version() { return PMSITE_VERSION; }

}  // namespace pmsite
