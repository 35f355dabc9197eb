// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

/// The version that CMake gives the project: "0.1.0".
std::string_view program_version();

}  // namespace pmsite
