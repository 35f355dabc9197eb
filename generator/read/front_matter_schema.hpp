// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"

namespace pmsite {

/// The JSON Schema (draft-07, which editors read) of a post's front matter, out of the table by which it is
/// read. It accepts what the reader accepts, and refuses what the reader refuses, but for what its own
/// description says it cannot tell.
Value front_matter_schema();

}  // namespace pmsite
