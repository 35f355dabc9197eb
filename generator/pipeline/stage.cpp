// SPDX-License-Identifier: MIT
#include "pipeline/stage.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <string>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <system_error>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSuffixLength = 6;
constexpr std::string_view kAside = ".old";
constexpr int kAttempts = 100;

Error failed(std::string_view action, const fs::path& path, int code) {
  return {fmt::format("cannot {} `{}`: {}", action, path.string(), std::generic_category().message(code))};
}

std::string stage_prefix(const fs::path& output) { return "." + output.filename().string() + ".stage-"; }

/// Letters and digits that nobody can tell beforehand; empty if the system has none to give.
std::string random_suffix() {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz012345";
  std::array<unsigned char, kSuffixLength> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return {};
  std::string suffix;
  for (const auto byte : bytes) suffix += kLetters[byte % kLetters.size()];
  return suffix;
}

bool is_there(const fs::path& path) {
  std::error_code code;
  return fs::exists(fs::symlink_status(path, code));
}

/// Removes a folder of ours, also where somebody made parts of it read-only.
void remove_folder(const fs::path& folder) {
  std::error_code code;
  fs::remove_all(folder, code);
  if (!code) return;
  constexpr auto kOwner = fs::perms::owner_all;
  fs::permissions(folder, kOwner, fs::perm_options::add, code);
  for (fs::recursive_directory_iterator entry(folder, code), end; !code && entry != end;
       entry.increment(code)) {
    std::error_code ignored;
    if (fs::is_directory(entry->symlink_status(ignored)))
      fs::permissions(entry->path(), kOwner, fs::perm_options::add, ignored);
  }
  fs::remove_all(folder, code);
}

Descriptor open_folder(const fs::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

/// Whether the descriptor is of the folder that stands at `path` now.
bool stands_at(const Descriptor& folder, const fs::path& path) {
  struct stat opened {
  }, named{};
  return ::fstat(folder.number(), &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// What builds left beside the output: "XXXXXX" of a stage, "XXXXXX.old" of an old site.
std::vector<std::string> remains_of_builds(const fs::path& output) {
  const std::string prefix = stage_prefix(output);
  std::vector<std::string> remains;
  std::error_code code;
  for (fs::directory_iterator entry(output.parent_path(), code), end; !code && entry != end;
       entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    const std::string rest = name.substr(prefix.size());
    const std::string suffix = rest.substr(0, kSuffixLength), further = rest.substr(suffix.size());
    const bool is_suffix =
        suffix.size() == kSuffixLength &&
        std::all_of(suffix.begin(), suffix.end(), [](char c) { return is_letter(c) || is_digit(c); });
    if (is_suffix && (further.empty() || further == kAside)) remains.push_back(rest);
  }
  std::sort(remains.begin(), remains.end());  // a stage before the old site that it set aside
  return remains;
}

}  // namespace

Stage::~Stage() {
  if (!path_.empty()) remove_folder(path_);
}

Result<Done> Stage::create() {
  int code = EEXIST;
  for (int attempt = 0; attempt < kAttempts && (code == EEXIST || code == ENOENT); ++attempt) {
    const std::string suffix = random_suffix();
    if (suffix.empty()) return failed("make a folder beside", output_, errno);
    fs::path path = output_.parent_path() / (stage_prefix(output_) + suffix);
    code = ::mkdir(path.c_str(), 0777) == 0 ? 0 : errno;  // the mode of every new folder; less the umask
    if (code != 0) continue;
    Descriptor folder = open_folder(path);
    code = folder.number() < 0 ? errno : 0;
    if (code != 0) continue;
    // Where a file system has no locks, no build can have this one, and none will remove the stage either.
    const bool is_held = ::flock(folder.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    // Another build may have taken the folder for a dead one before it was locked.
    code = is_held || !stands_at(folder, path) ? EEXIST : 0;
    if (code != 0) continue;
    struct stat status {};
    if (::fstat(folder.number(), &status) == 0) mode_ = status.st_mode & 07777;
    (void)::fchmod(folder.number(), 0700);  // nobody else looks at a site before it is published
    path_ = std::move(path);
    lock_ = std::move(folder);
    return Done{};
  }
  return failed("make a folder beside", output_, code);
}

Result<Done> Stage::publish() {
  struct stat old {};
  const bool is_first = ::lstat(output_.c_str(), &old) != 0;
  if (::fchmod(lock_.number(), is_first ? mode_ : old.st_mode & 07777) != 0)
    return failed("publish", output_, errno);
  if (is_first) {
    if (::rename(path_.c_str(), output_.c_str()) != 0) return failed("publish", output_, errno);
    return Done{};
  }
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0) return Done{};
  if (errno != EINVAL && errno != ENOSYS) return failed("publish", output_, errno);
  // A file system without exchange: the old site steps aside for a moment.
  const fs::path aside = path_.string() + std::string(kAside);
  if (::rename(output_.c_str(), aside.c_str()) != 0) return failed("publish", output_, errno);
  if (::rename(path_.c_str(), output_.c_str()) != 0) {
    const int code = errno;
    (void)::rename(aside.c_str(), output_.c_str());
    return failed("publish", output_, code);
  }
  (void)::rename(aside.c_str(), path_.c_str());
  return Done{};
}

void clean_up_stages(const fs::path& output) {
  for (const auto& rest : remains_of_builds(output)) {
    const fs::path path = output.parent_path() / (stage_prefix(output) + rest);
    const fs::path stage = output.parent_path() / (stage_prefix(output) + rest.substr(0, kSuffixLength));
    // The lock stays until the folder is gone; a build that finds its new stage locked makes another.
    const Descriptor lock = open_folder(stage);
    const bool is_dead = lock.number() < 0 ? errno == ENOENT : ::flock(lock.number(), LOCK_EX | LOCK_NB) == 0;
    if (!is_dead) continue;
    if (path != stage && !is_there(output) && open_folder(path).number() >= 0) {
      (void)::rename(path.c_str(), output.c_str());
    } else {
      remove_folder(path);
    }
  }
}

}  // namespace pmsite
