// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/document.hpp"

#include <string_view>

namespace pmsite {

inline constexpr Rule kMarkdownDepth{
    .id = "markdown-depth",
    .level = Level::error,
    .why = "Text nested this deep is a mistake or an attack; no reader can follow it.",
    .wrong = "> > > > > > ... a hundred deep",
    .right = "> one quotation",
    .basis = "Deep nesting is a known way to exhaust the stack of a parser or a browser.",
};

/// How many elements may stand inside one another.
inline constexpr int kDeepestMarkdown = 60;

/// Reads GitHub-flavoured Markdown: CommonMark with tables, task lists, strikethrough, autolinks,
/// footnotes and alerts. Every text is valid Markdown. `first_line` is the line of the file on which `text`
/// begins. Safe to call from several threads at once. Source: GitHub Flavored Markdown Spec 0.29.
Nodes parse_markdown(std::string_view text, int first_line, const FileReporter& reporter);

}  // namespace pmsite
