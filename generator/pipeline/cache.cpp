// SPDX-License-Identifier: MIT
#include "pipeline/cache.hpp"

#include "base/byte_stream.hpp"
#include "base/file.hpp"
#include "engine/hash.hpp"

#include <utility>

namespace pmsite {
namespace {

constexpr std::string_view kFormat = "pmsite cache 1\n";

}  // namespace

Cache::Cache(std::filesystem::path root, std::string name, std::string identity)
    : root_(std::move(root)), name_(std::move(name)), identity_(std::move(identity)) {
  if (identity_.empty()) return;
  auto bytes = read_file(root_, std::filesystem::path(kCacheFolder) / name_, 2 * kLargestCache);
  if (!bytes) return;
  file_ = *std::move(bytes);
  std::string_view rest = file_;
  if (!rest.starts_with(kFormat)) return;
  rest.remove_prefix(kFormat.size());
  ByteReader reader(rest);
  const auto identity_read = reader.text(), check = reader.text(), payload_read = reader.text();
  if (reader.is_whole() && reader.is_at_end() && identity_read == identity_ &&
      check == fingerprint(payload_read))
    read_entries(payload_read);
}

void Cache::read_entries(std::string_view bytes) {
  ByteReader reader(bytes);
  while (!reader.is_at_end() && reader.is_whole()) {
    const auto key = reader.text(), value = reader.text();
    if (reader.is_whole() && entries_.emplace(key, Entry{value, false}).second) order_.push_back(key);
  }
}

std::optional<std::string_view> Cache::find(const std::string& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return std::nullopt;
  found->second.is_used = true;
  return found->second.bytes;
}

void Cache::put(std::string key, std::string bytes) {
  if (identity_.empty()) return;
  owned_.push_back(std::move(key));
  const std::string_view own_key = owned_.back();
  owned_.push_back(std::move(bytes));
  const auto [entry, is_new] = entries_.insert_or_assign(own_key, Entry{owned_.back(), true});
  if (is_new) order_.push_back(own_key);
  is_changed_ = true;
}

/// What this build used, then the rest as far as there is room: the file is in the order of use.
std::string Cache::payload() const {
  ByteWriter writer;
  std::size_t size = 0;
  for (const bool is_used : {true, false}) {
    for (const auto key : order_) {
      const auto& entry = entries_.at(key);
      if (entry.is_used != is_used) continue;
      size += key.size() + entry.bytes.size() + 2 * sizeof(std::uint32_t);
      if (size > kLargestCache) return writer.take();
      writer.text(key);
      writer.text(entry.bytes);
    }
  }
  return writer.take();
}

Result<Done> Cache::save() const {
  if (!is_changed_) return Done{};
  const std::string kept = payload();
  ByteWriter writer;
  writer.text(identity_);
  writer.text(fingerprint(kept));
  writer.text(kept);
  return replace_file(root_, kCacheFolder, name_, std::string(kFormat) + writer.take());
}

}  // namespace pmsite
