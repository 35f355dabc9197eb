// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

/// Whether the text of an escalation says to whom: "to the payments team", "@okoro joins", "the vendor is
/// called", "Bintou Diallo takes over". Where nobody can tell, it does.
bool names_escalation_target(std::string_view text);

}  // namespace pmsite
