// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"

namespace pmsite {

/// Reports posts and pages whose address is taken by another one or by a page that the program makes itself.
void check_addresses(const Content& content, Diagnostics& diagnostics);

}  // namespace pmsite
