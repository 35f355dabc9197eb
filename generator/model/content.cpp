// SPDX-License-Identifier: MIT
#include "model/content.hpp"

#include <algorithm>

namespace pmsite {

const Architecture* Content::find_architecture(std::string_view name) const {
  const auto found =
      std::find_if(architectures.begin(), architectures.end(),
                   [name](const Architecture& architecture) { return architecture.name == name; });
  return found == architectures.end() ? nullptr : &*found;
}

const Postmortem* Content::find_post(std::string_view slug) const {
  const auto found =
      std::find_if(posts.begin(), posts.end(), [slug](const Postmortem& post) { return post.slug == slug; });
  return found == posts.end() ? nullptr : &*found;
}

}  // namespace pmsite
