// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// Addresses and host names in `text` that mean something inside one network only, in order: RFC 1918,
/// link-local, shared and unique local addresses, and names under `.internal`, `.local`, `.lan`, `.corp` and
/// `.intranet`. What is the same everywhere is none: whole blocks ("10.0.0.0/8"), loopback, documentation,
/// metadata services, Docker's and Kubernetes' own names.
std::vector<TextRange> find_private_addresses(std::string_view text);

/// E-mail addresses of people in `text`, in order. Addresses of a role ("support@"), of machines ("git@",
/// "noreply@") and of example domains are none.
std::vector<TextRange> find_personal_emails(std::string_view text);

}  // namespace pmsite
