// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <optional>
#include <string>

namespace pmsite {

/// A picture made from what an author wrote elsewhere than in DOT.
struct CausePicture {
  std::string dot;      ///< what Graphviz draws, with engine "dot"
  std::string caption;  ///< also its name for those who cannot see it
  Span at;              ///< of what it was made from
};

/// The trigger and the contributing factors, from which arrows lead to the root cause and on to the impact.
/// Nodes have the classes `trigger`, `factor`, `cause` and `impact`. None where the post names neither
/// trigger nor factors, or lacks one of what they lead to.
std::optional<CausePicture> cause_chain(const Postmortem& post);

/// The numbered list below a heading such as "Five whys" or "5 Whys", of at least two items; null if there is
/// none.
const Node* five_whys_list(const Postmortem& post);

/// That list as a chain from what happened down to the last answer, with the questions on the arrows. None
/// where the post has no such list.
std::optional<CausePicture> five_whys_chain(const Postmortem& post);

}  // namespace pmsite
