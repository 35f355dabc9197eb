// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/postmortem.hpp"

#include <optional>
#include <string_view>

namespace pmsite {

/// Reads the bullets of the timeline section, in their order. `started_at` gives the first entry its date and
/// decides between the meanings of an ambiguous zone. Entries whose time cannot be read are reported and left
/// out.
Timeline read_timeline(const Section& section, const std::optional<Located<Instant>>& started_at,
                       const SourceText& source, const FileReporter& reporter);

}  // namespace pmsite
