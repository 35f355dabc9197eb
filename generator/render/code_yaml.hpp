// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_token.hpp"

namespace pmsite {

/// Takes all that is left of the pieces as YAML. Time grows with the length alone.
void scan_yaml(CodePieces& pieces);

}  // namespace pmsite
