// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/document.hpp"

namespace pmsite {

/// Words of prose that a reader sees: headings, paragraphs, lists and tables, without code, raw HTML, image
/// texts and bare URLs.
int count_prose_words(const Nodes& blocks);

/// Reports raw HTML (comments aside) and links that may not be followed, at their lines.
void report_unsafe(const Nodes& blocks, const FileReporter& reporter);

}  // namespace pmsite
