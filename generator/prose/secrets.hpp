// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// A credential that stands in a text.
struct SecretMention {
  TextRange at;           ///< of the secret part
  std::string_view what;  ///< "a GitHub token", "a password"
};

/// All credentials in `text`, in order: tokens that their issuers mark, private keys, passwords in addresses,
/// and values given to a name such as `password` or `api_key`. Placeholders ("***", "<token>", "$TOKEN",
/// "example") are none.
std::vector<SecretMention> find_secrets(std::string_view text);

}  // namespace pmsite
