// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/document.hpp"

#include <string_view>

namespace pmsite {

inline constexpr Rule kAlertUnknown{
    .id = "alert-unknown",
    .level = Level::warning,
    .why = "A mark that makes no alert is shown to readers as text.",
    .wrong = "> [!NOTICE]\n> Times are in CET.",
    .right = "> [!NOTE]\n> Times are in CET.",
    .basis =
        "GitHub's alerts: five words, each alone on the first line of a block quote, with the text below.",
};

/// Turns block quotes that begin with "[!NOTE]" and the like into alerts, and takes that line out of their
/// text; those that almost do are reported. Looks at the outermost quotes only, in lists or not. `blocks` is
/// the tree of `text`, whose first line is `first_line` of the file.
/// Source: "Alerts" in GitHub's manual of its Markdown, docs.github.com.
void mark_alerts(Nodes& blocks, std::string_view text, int first_line, const FileReporter& reporter);

}  // namespace pmsite
