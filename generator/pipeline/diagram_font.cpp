// SPDX-License-Identifier: MIT
#include "pipeline/diagram_font.hpp"

#include "base/file.hpp"
#include "engine/hash.hpp"
#include "read/content_reader.hpp"
#include "read/reading_rules.hpp"

#include <cstddef>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kLargestFont = 16UL * 1024 * 1024;

}  // namespace

DiagramFont read_diagram_font(const std::filesystem::path& root, const SiteConfig& config,
                              Diagnostics& diagnostics) {
  DiagramFont font;
  if (!config.diagram_font) return font;
  const auto& [file, at] = *config.diagram_font;
  const FileReporter reporter(std::string(kConfigFile), diagnostics);
  const auto bytes = read_file(root, std::filesystem::path(kAssetsFolder) / file, kLargestFont);
  if (!bytes) {
    reporter.report(kFieldValue, at, bytes.error().message,
                    "name a TTF or OTF file by its path below assets/");
    return font;
  }
  auto widths = read_font(*bytes);
  if (!widths) {
    reporter.report(kFieldValue, at, "`" + file + "` cannot be measured: " + widths.error().message,
                    "diagrams are laid out by the widths of a TTF or OTF file");
    return font;
  }
  return {*std::move(widths), fingerprint(*bytes)};
}

}  // namespace pmsite
