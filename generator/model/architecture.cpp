// SPDX-License-Identifier: MIT
#include "model/architecture.hpp"

#include <algorithm>

namespace pmsite {

const Architecture::Component* Architecture::find(std::string_view component) const {
  const auto found = std::find_if(components.begin(), components.end(),
                                  [component](const Component& each) { return each.name == component; });
  return found == components.end() ? nullptr : &*found;
}

}  // namespace pmsite
