// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/site_config.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The configuration out of the bytes of `pmsite.yaml`; keys that are absent or wrong keep their default.
SiteConfig read_config(const std::string& file, std::string_view bytes, Diagnostics& diagnostics);

/// The address as everything else expects it: `https://host/path/`, with the slash at its end. Empty where
/// `url` is not an http or https address.
std::string normalized_base_url(std::string_view url);

/// The keys that `pmsite.yaml` may have, in the order of the manual.
std::vector<std::string_view> config_keys();

}  // namespace pmsite
