// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace pmsite {

/// What a JSON Schema (draft-07) objects to in a JSON document, one fault a line: "<root>[services]: ...".
/// Empty where the document fits. Fails the test where one of the two is no JSON or the schema is none.
std::string schema_faults(const std::string& schema, const std::string& document);

}  // namespace pmsite
