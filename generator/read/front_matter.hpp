// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "engine/yaml.hpp"
#include "model/postmortem.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// A file cut at its `---` lines.
struct SplitFile {
  bool has_front_matter = false;
  std::string_view front_matter;  ///< without the `---` lines; begins on line 2
  std::string_view body;
  int body_line = 1;  ///< the line of the file on which the body begins
};

/// Finds the front matter: from `---` on line 1 to the next line that is `---`. Reports a missing end.
SplitFile split_file(const SourceText& source, const FileReporter& reporter);

/// Reads the facts of a postmortem into `post`, by the closed schema of the format.
void read_front_matter(const yaml::Value& map, Postmortem& post, const FileReporter& reporter);

/// The keys of the schema, in the order of the manual.
std::vector<std::string_view> front_matter_keys();

}  // namespace pmsite
