// SPDX-License-Identifier: MIT
#include "read/config_reader.hpp"

#include "base/source.hpp"
#include "base/url.hpp"
#include "engine/yaml.hpp"
#include "read/fields.hpp"

#include <fmt/format.h>

namespace pmsite {
namespace {

/// What could not be read is empty, and the default stays.
void replace(std::string& value, const Located<std::string>& written) {
  if (!written.value.empty()) value = written.value;
}

/// A theme is a folder under `themes/`; its name must not lead elsewhere.
void read_theme(const FieldReader& fields, const yaml::Entry& entry, SiteConfig& config) {
  const auto name = fields.text(entry);
  if (is_slug(name.value)) {
    config.theme = name.value;
    config.theme_at = name.at;
  } else if (!name.value.empty()) {
    fields.report(kFieldValue, name.at,
                  fmt::format("`{}` cannot be the name of a folder under themes/", name.value),
                  "use lower-case letters, digits and hyphens");
  }
}

void read_profile(const FieldReader& fields, const yaml::Entry& entry, SiteConfig& config) {
  const auto name = fields.text(entry);
  if (name.value.empty()) return;
  if (find_profile(name.value) != nullptr) {
    config.profile = name.value;
    return;
  }
  fields.report(kFieldValue, name.at, fmt::format("`{}` is not a profile", name.value),
                suggest(name.value, profile_names()));
}

/// A path below assets/; whether there is such a file, and a font in it, is seen when diagrams are drawn.
void read_diagram_font(const FieldReader& fields, const yaml::Entry& entry, SiteConfig& config) {
  auto path = fields.text(entry);
  constexpr std::string_view kFolder = "assets/";
  if (path.value.starts_with(kFolder)) path.value.erase(0, kFolder.size());
  if (!path.value.empty()) config.diagram_font = std::move(path);
}

}  // namespace

std::vector<std::string_view> config_keys() {
  return {"title", "description", "base_url", "profile", "severities", "theme", "diagram_font"};
}

std::string normalized_base_url(std::string_view url) {
  if (!is_absolute_url(url) || url.find_first_of("?# \t") != std::string_view::npos) return {};
  const auto host = url.find("//") + 2;
  if (host == url.size() || url[host] == '/') return {};
  std::string normalized = percent_encode(url);
  if (!normalized.ends_with('/')) normalized += '/';
  return normalized;
}

SiteConfig read_config(const std::string& file, std::string_view bytes, Diagnostics& diagnostics) {
  SiteConfig config;
  const FileReporter reporter(file, diagnostics);
  const SourceText source = clean_source(file, bytes, diagnostics);
  const auto map = yaml::parse(source.text, 1, reporter);
  if (!map) return config;
  const FieldReader fields(reporter);
  fields.refuse_unknown(*map, config_keys());
  if (const auto* title = map->find("title")) replace(config.title, fields.text(*title));
  if (const auto* description = map->find("description"))
    replace(config.description, fields.text(*description));
  if (const auto* url = map->find("base_url")) {
    const auto written = fields.url(*url);
    config.base_url = normalized_base_url(written.value);
    if (config.base_url.empty() && !written.value.empty())
      fields.report(kFieldValue, written.at,
                    fmt::format("`{}` holds more than a host and a path", written.value));
  }
  if (const auto* profile = map->find("profile")) read_profile(fields, *profile, config);
  if (const auto* theme = map->find("theme")) read_theme(fields, *theme, config);
  if (const auto* font = map->find("diagram_font")) read_diagram_font(fields, *font, config);
  if (const auto* severities = map->find("severities")) {
    std::vector<std::string> scale;
    for (auto& severity : fields.texts(*severities)) scale.push_back(std::move(severity.value));
    if (!scale.empty()) config.severities = std::move(scale);
  }
  return config;
}

}  // namespace pmsite
