// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"
#include "render/pictures.hpp"
#include "site/related.hpp"

namespace pmsite {

/// What all posts of a site are rendered with.
struct PostSurroundings {
  const Site& site;
  const Theme& theme;
  const Pictures& pictures;
  const RelatedIncidents& related;
};

/// The page of one post. `index` is its place in `site.posts`.
OutputFile render_post_page(const PostSurroundings& around, std::size_t index, Diagnostics& diagnostics);

}  // namespace pmsite
