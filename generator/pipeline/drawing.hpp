// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"
#include "render/pictures.hpp"

#include <cstddef>
#include <filesystem>

namespace pmsite {

enum class CacheUse { read_and_write, none };

struct DrawingOptions {
  std::filesystem::path root;  ///< of the site: its own font and the cache lie there
  int workers = 1;
  CacheUse cache = CacheUse::none;
};

/// The pictures of a site, and what it took to draw them.
struct DrawnContent {
  Pictures pictures;
  std::size_t laid_out = 0;    ///< texts that Graphviz was asked to draw
  std::size_t from_cache = 0;  ///< pictures that an earlier build left
  std::size_t retried = 0;     ///< of those laid out: not drawn with the settings that are tried first
  std::string cache_failure;   ///< why the cache could not be written; the site is none the worse
};

/// Has Graphviz read and draw every diagram and architecture of the content, each text once, and the chains
/// of causes that are made from facts. The graphs go into `content`; what is wrong is reported at the
/// author's own line. Must be called while no other thread runs.
DrawnContent draw_content(Content& content, const DrawingOptions& options, Diagnostics& diagnostics);

}  // namespace pmsite
