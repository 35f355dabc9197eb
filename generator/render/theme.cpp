// SPDX-License-Identifier: MIT
#include "render/theme.hpp"

#include "base/file.hpp"
#include "base/source.hpp"
#include "render/style_sheet.hpp"
#include "site/routes.hpp"

#include <map>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestThemeFile = 1024 * 1024;
constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kTemplateExtension = ".mustache";

struct ThemeFile {
  std::string source;  ///< as messages name it
  std::string bytes;
};

/// Path below the theme's folder → file; those of the site replace those of the program.
Result<std::map<std::string, ThemeFile>> gather(const fs::path& root, const std::string& name) {
  std::map<std::string, ThemeFile> files;
  for (const auto& file : default_theme_files())
    files[std::string(file.path)] = {"themes/default/" + std::string(file.path), std::string(file.bytes)};
  const std::string folder = "themes/" + name;
  const auto own = list_files_below(root, folder);
  if (!own) return own.error();
  if (own->empty() && name != "default")
    return Error{"there is no theme `" + name + "`: the folder `" + folder + "` is missing or empty"};
  for (const auto& path : *own) {
    auto bytes = read_file(root, folder + "/" + path, kLargestThemeFile);
    if (!bytes) return bytes.error();
    files[path] = {folder + "/" + path, *std::move(bytes)};
  }
  return files;
}

}  // namespace

Result<Theme> load_theme(const fs::path& root, const std::string& name, Diagnostics& diagnostics) {
  auto files = gather(root, name);
  if (!files) return files.error();
  std::map<std::string, TemplateSource> sources;
  Theme theme;
  for (auto& [path, file] : *files) {
    if (path.starts_with(kTemplates) && path.ends_with(kTemplateExtension)) {
      const auto length = path.size() - kTemplates.size() - kTemplateExtension.size();
      sources[path.substr(kTemplates.size(), length)] = {
          file.source, clean_source(file.source, file.bytes, diagnostics).text};
    } else {
      theme.files.push_back({std::string(kThemeRoute) + path,
                             path.ends_with(".css") ? squeeze_css(file.bytes) : std::move(file.bytes)});
    }
  }
  theme.templates = TemplateSet::compile(sources, diagnostics);
  return theme;
}

}  // namespace pmsite
