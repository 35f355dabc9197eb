// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pmsite {

/// Where a site keeps what later builds need not compute again, below its root. It may be deleted at any
/// time.
inline constexpr std::string_view kCacheFolder = ".pmsite-cache";
/// What the cache may grow to, in bytes; what was not used for longest is dropped first.
inline constexpr std::size_t kLargestCache = std::size_t{64} << 20;

/// Results of earlier builds under the whole of what they were computed from: keys are compared byte for
/// byte, so no two texts can be taken for each other. One file, written at once and replaced as a whole; a
/// file that is damaged, of another format or another program counts as empty, and so does one that cannot be
/// read.
class Cache {
 public:
  /// Reads `.pmsite-cache/NAME` below `root`. `identity` names the code that computes (see
  /// engine/build_identity.hpp); where it is empty, nothing is read or kept.
  Cache(std::filesystem::path root, std::string name, std::string identity);

  /// The bytes kept under a key, valid as long as the cache; none if there are none.
  std::optional<std::string_view> find(const std::string& key);
  void put(std::string key, std::string bytes);

  /// Writes the file if anything was put. An error is no reason to fail: the next build computes again.
  Result<Done> save() const;

 private:
  struct Entry {
    std::string_view bytes;
    bool is_used = false;
  };

  void read_entries(std::string_view bytes);
  std::string payload() const;

  std::filesystem::path root_;
  std::string name_, identity_;
  std::string file_;               ///< as it was read; entries point into it
  std::deque<std::string> owned_;  ///< what was put
  std::unordered_map<std::string_view, Entry> entries_;
  std::deque<std::string_view> order_;  ///< keys: of the file, then put
  bool is_changed_ = false;
};

}  // namespace pmsite
