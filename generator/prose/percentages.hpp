// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// What a share is a share of, as far as the words around it tell.
enum class ShareOf { users, requests, machines, other };

/// A share told in prose: "37 %", "40-60% of customers", "two thirds of users", "all users", "nobody".
struct ShareMention {
  TextRange at;              ///< with the noun, where one is named
  double low = 0, high = 0;  ///< percent; equal for one number
  bool approximate = false;  ///< "about", "up to", "over", "~"
  bool in_words = false;     ///< no digits: "half of", "all users"
  ShareOf of = ShareOf::other;
};

/// All shares in `text`, in order. `users` counts customers, visitors, students and the like, also when the
/// noun comes first ("users affected: 40%"); `requests` counts requests, traffic, transactions, orders;
/// `machines` servers, CPU, disks. Of what the share is told is not asked: "no users could log in" is 0 %.
std::vector<ShareMention> find_shares(std::string_view text);

}  // namespace pmsite
