// SPDX-License-Identifier: MIT
#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

Error refused(std::string_view action, const fs::path& path, std::string_view reason) {
  return {std::string(action) + " `" + path.generic_string() + "`: " + std::string(reason)};
}

Error system_error(std::string_view action, const fs::path& path, int code) {
  if (code == ELOOP) return refused(action, path, "links are not followed");
  if (code == EXDEV) return refused(action, path, "it lies outside of the site");
  return refused(action, path, std::generic_category().message(code));
}

/// What openat2() of Linux 5.6 takes, as its manual page gives it; the C library has neither.
struct OpenHow {
  std::uint64_t flags, mode, resolve;
};
constexpr std::uint64_t kResolveNoSymlinks = 0x04, kResolveBeneath = 0x08;

constexpr int kSafely = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;  // opening a pipe must not wait for its writer

/// Opens part after part, for kernels without openat2() and for sandboxes that forbid it.
Descriptor open_by_parts(int root, const fs::path& path, int& code) {
  Descriptor folder;
  int at = root;
  for (const auto& part : path.parent_path()) {
    Descriptor next(::openat(at, part.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat status {};
    code = next.number() < 0 || ::fstat(next.number(), &status) != 0 ? errno : 0;
    if (code == 0 && S_ISLNK(status.st_mode)) code = ELOOP;
    if (code != 0) return Descriptor();
    folder = std::move(next);
    at = folder.number();
  }
  Descriptor file(::openat(at, path.filename().c_str(), O_RDONLY | kSafely));
  code = file.number() < 0 ? errno : 0;
  return file;
}

/// Opens for reading what lies beneath the root; `code` is 0 or the errno of the failure.
Descriptor open_beneath(const fs::path& root, const fs::path& path, int& code) {
  code = EXDEV;
  if (path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end()) return Descriptor();
  const Descriptor top(::open(root.empty() ? "." : root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (top.number() < 0) {
    code = errno;
    return Descriptor();
  }
  const OpenHow how{O_RDONLY | kSafely, 0, kResolveNoSymlinks | kResolveBeneath};
  Descriptor file(static_cast<int>(::syscall(SYS_openat2, top.number(), path.c_str(), &how, sizeof how)));
  code = file.number() < 0 ? errno : 0;
  return code == ENOSYS || code == EPERM ? open_by_parts(top.number(), path, code) : std::move(file);
}

/// Opens a file that the user named, outside of the root.
Descriptor open_outside(const fs::path& root, const fs::path& path, int& code) {
  // Made relative letter by letter, the path is taken back letter by letter: the root may be a link.
  Descriptor file(::open((root / path).lexically_normal().c_str(), O_RDONLY | kSafely));
  code = file.number() < 0 ? errno : 0;
  return file;
}

constexpr int kNewly = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

/// 0, or the errno of the failure.
int write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

struct FolderEntry {
  std::string name;
  mode_t mode;
};

/// What a folder beneath the root holds and is not hidden; nothing where there is no such folder.
Result<std::vector<FolderEntry>> entries_of(const fs::path& root, const fs::path& path) {
  std::vector<FolderEntry> entries;
  int code = 0;
  Descriptor opened = open_beneath(root, path, code);
  if (code == ENOENT) return entries;
  if (code != 0) return system_error("cannot list", path, code);
  const OpenFolder folder(::fdopendir(opened.number()));
  if (!folder) return system_error("cannot list", path, errno);
  (void)opened.release();  // `folder` closes it
  const int number = ::dirfd(folder.get());
  for (errno = 0; const dirent* entry = ::readdir(folder.get()); errno = 0) {
    const std::string name = entry->d_name;
    struct stat status {};
    if (name.starts_with('.') || ::fstatat(number, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    entries.push_back({name, status.st_mode});
  }
  if (errno != 0) return system_error("cannot list", path, errno);
  return entries;
}

}  // namespace

int Descriptor::close() {
  const int number = std::exchange(number_, -1);
  return number < 0 || ::close(number) == 0 ? 0 : errno;
}

Result<std::string> read_file_head(const fs::path& root, const fs::path& path, std::size_t most) {
  const bool is_outside = !path.empty() && *path.begin() == "..";
  int code = 0;
  const Descriptor file = is_outside ? open_outside(root, path, code) : open_beneath(root, path, code);
  if (code != 0) return system_error("cannot read", path, code);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_error("cannot read", path, errno);
  if (!S_ISREG(status.st_mode)) return refused("cannot read", path, "not a regular file");
  std::string bytes;
  bytes.resize(std::min(static_cast<std::size_t>(status.st_size) + 1, most));
  std::size_t filled = 0;
  while (filled < most) {
    const auto count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error("cannot read", path, errno);
    filled += static_cast<std::size_t>(count);
    if (count == 0) break;
    if (filled == bytes.size()) bytes.resize(std::min(bytes.size() * 2, most));
  }
  bytes.resize(filled);
  return bytes;
}

Result<std::string> read_file(const fs::path& root, const fs::path& path, std::size_t limit) {
  auto bytes = read_file_head(root, path, limit + 1);
  if (bytes && bytes->size() > limit)
    return refused("cannot read", path, "larger than " + std::to_string(limit) + " bytes");
  return bytes;
}

Result<Done> write_file(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), kNewly, 0666));
  if (file.number() < 0) return system_error("cannot write", path, errno);
  if (const int code = write_all(file, bytes)) return system_error("cannot write", path, code);
  if (const int code = file.close()) return system_error("cannot write", path, code);
  return Done{};
}

Result<Done> replace_file(const fs::path& root, const fs::path& folder, const std::string& name,
                          std::string_view bytes) {
  const fs::path path = folder / name;
  const Descriptor top(::open(root.empty() ? "." : root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (top.number() < 0) return system_error("cannot write", path, errno);
  if (::mkdirat(top.number(), folder.c_str(), 0777) != 0 && errno != EEXIST)
    return system_error("cannot write", path, errno);
  const Descriptor parent(
      ::openat(top.number(), folder.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (parent.number() < 0) return system_error("cannot write", path, errno);
  // Two builds may write at once, in containers with the same process ids; each has a name of its own.
  std::uint64_t chance = 0;
  if (::getrandom(&chance, sizeof chance, 0) != static_cast<ssize_t>(sizeof chance))
    return system_error("cannot write", path, errno);
  const std::string newborn = name + ".new-" + std::to_string(chance);
  Descriptor file(::openat(parent.number(), newborn.c_str(), kNewly, 0666));
  int code = file.number() < 0 ? errno : write_all(file, bytes);
  if (const int closing = file.close(); code == 0) code = closing;
  if (code == 0 && ::renameat(parent.number(), newborn.c_str(), parent.number(), name.c_str()) != 0)
    code = errno;
  if (code == 0) return Done{};
  (void)::unlinkat(parent.number(), newborn.c_str(), 0);
  return system_error("cannot write", path, code);
}

Result<std::vector<std::string>> list_files(const fs::path& root, const fs::path& folder,
                                            std::string_view extension) {
  const auto entries = entries_of(root, folder);
  if (!entries) return entries.error();
  std::vector<std::string> names;
  for (const auto& entry : *entries)
    if (!S_ISDIR(entry.mode) && entry.name.ends_with(extension)) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::vector<std::string>> list_files_below(const fs::path& root, const fs::path& folder) {
  std::vector<std::string> paths;
  std::vector<fs::path> open = {fs::path()};  // relative to `folder`
  while (!open.empty()) {
    const fs::path below = std::move(open.back());
    open.pop_back();
    const auto entries = entries_of(root, below.empty() ? folder : folder / below);
    if (!entries) return entries.error();
    for (const auto& entry : *entries) {
      const fs::path path = below / entry.name;
      if (S_ISLNK(entry.mode)) return refused("cannot copy", folder / path, "links are not followed");
      if (S_ISDIR(entry.mode)) open.push_back(path);
      if (S_ISREG(entry.mode)) paths.push_back(path.generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace pmsite
