// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/postmortem.hpp"

namespace pmsite {

/// The facts box of a post: when, how long, who was affected, how it was found and what caused it.
Value::Object post_facts(const Postmortem& post);

}  // namespace pmsite
