// SPDX-License-Identifier: MIT
#include "model/content.hpp"

#include "model/content_path.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::string_view kAssets = "assets/";

}  // namespace

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

std::optional<ImageSize> Content::find_image_size(std::string_view asset) const {
  if (asset.starts_with(kAssets)) asset.remove_prefix(kAssets.size());
  const auto found = image_sizes.find(asset);
  return found == image_sizes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ImageSize> size_of_picture(const Content& content, std::string_view file,
                                         std::string_view url) {
  const auto target = content_path(file, url);
  if (!target || !target->path.starts_with(kAssets)) return std::nullopt;
  return content.find_image_size(target->path);
}

}  // namespace pmsite
