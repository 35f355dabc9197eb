// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "engine/templates.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A file of the theme that is part of the program.
struct EmbeddedFile {
  std::string_view path;  ///< below the theme's folder: "templates/post.mustache"
  std::string_view bytes;
};

/// The default theme, as it was when the program was built.
const std::vector<EmbeddedFile>& default_theme_files();

/// A page, picture or feed on its way to the disk.
struct OutputFile {
  std::string path;  ///< below the output folder
  std::string bytes;
};

struct Theme {
  TemplateSet templates;
  std::vector<OutputFile> files;  ///< style sheets, squeezed; scripts and others as they are
};

/// The default theme with the files of `themes/NAME/` below `root` in place of its own. Faults of templates
/// go to `diagnostics`; an error is a theme that does not exist or cannot be read.
Result<Theme> load_theme(const std::filesystem::path& root, const std::string& name,
                         Diagnostics& diagnostics);

}  // namespace pmsite
