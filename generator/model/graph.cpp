// SPDX-License-Identifier: MIT
#include "model/graph.hpp"

#include <algorithm>

namespace pmsite {

std::string_view attribute(const Attributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [name](const auto& attribute) { return attribute.first == name; });
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace pmsite
