// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pmsite {

/// A fingerprint of the bytes as 32 hexadecimal digits (XXH3, 128 bits): equal fingerprints mean equal bytes,
/// except against somebody who searches for collisions on purpose.
std::string fingerprint(std::string_view bytes);

}  // namespace pmsite
