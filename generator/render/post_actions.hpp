// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/postmortem.hpp"
#include "render/body.hpp"

namespace pmsite {

/// Whether a list, or an item, holds a task item at any depth.
bool holds_tasks(const Node& block);

/// The list without its task items and those of the lists inside it.
Node without_tasks(const Node& list);

/// The action items that stand in `list`, for the theme: {items: [...], open_text}.
Value::Object post_actions(const Postmortem& post, const Node& list, const BodyOptions& options);

}  // namespace pmsite
