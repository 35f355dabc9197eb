// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "base/value.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// The value as JSON text (RFC 8259) on one line. Text must be valid UTF-8; bytes that are not become U+FFFD.
std::string to_json(const Value& value);

/// The same for people: two spaces of indentation and a line feed at the end.
std::string to_pretty_json(const Value& value);

/// JSON text made fit to stand in a script, also in one inside of HTML: `<`, `>`, `&` and the line ends of
/// Unicode, which JavaScript from before 2019 stumbles over, are spelled by their numbers.
std::string inside_script(std::string_view json);

/// Reads JSON text. Errors name the byte at which it stops being JSON.
Result<Value> parse_json(std::string_view text);

}  // namespace pmsite
