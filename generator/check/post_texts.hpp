// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// Prose in the front matter.
struct FactText {
  std::string_view name;  ///< "root_cause.text"
  std::string_view text;
  Span at;

  /// Where `words` of it stand in the file; its first line where they are written otherwise there.
  Span span(const Postmortem& post, std::string_view words) const;
};

/// All prose that the front matter holds: title, summary, symptoms, cause, trigger, factors.
std::vector<FactText> fact_texts(const Postmortem& post);

/// The people that the front matter names as authors or reviewers. Teams and organizations are none of them.
std::vector<std::string_view> people_of(const Postmortem& post);

}  // namespace pmsite
