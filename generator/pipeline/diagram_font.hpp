// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "engine/font_file.hpp"
#include "model/site_config.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace pmsite {

/// The font that a site has its diagrams measured and shown in.
struct DiagramFont {
  std::optional<FontWidths> widths;  ///< none: Arial's widths, from our table
  std::string fingerprint;           ///< of the file; empty where there is none
};

/// Reads the font that the configuration names (`diagram_font`, a path below assets/). What is wrong with it
/// is reported at the line of the configuration.
DiagramFont read_diagram_font(const std::filesystem::path& root, const SiteConfig& config,
                              Diagnostics& diagnostics);

}  // namespace pmsite
