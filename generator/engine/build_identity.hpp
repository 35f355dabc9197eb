// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace pmsite {

/// Names the very code that runs: the build ids of this program and of every library it was linked with,
/// which are hashes of their contents. What an earlier run computed is good for this one only under the same
/// identity; a version number would not say that Debian has patched Graphviz. Empty where some part has no
/// build id.
std::string build_identity();

}  // namespace pmsite
