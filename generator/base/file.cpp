// SPDX-License-Identifier: MIT
#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

Error system_error(std::string_view action, const fs::path& path, int code) {
  return {std::string(action) + " `" + path.string() + "`: " + std::generic_category().message(code)};
}

/// Closes a file descriptor when its scope ends.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  /// Closes now; 0, or the errno of the failure, which a full disk may report only here.
  int close() { return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno; }

 private:
  int number_;
};

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

}  // namespace

Result<std::string> read_file(const fs::path& path, std::string_view name, std::size_t limit) {
  // O_NONBLOCK: opening a pipe must not wait for its writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0) {
    if (errno == ELOOP) return Error{"cannot read `" + std::string(name) + "`: links are not followed"};
    return system_error("cannot read", name, errno);
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_error("cannot read", name, errno);
  if (!S_ISREG(status.st_mode)) return Error{"cannot read `" + std::string(name) + "`: not a regular file"};
  std::string bytes;
  bytes.resize(std::min(static_cast<std::size_t>(status.st_size), limit) + 1);
  std::size_t filled = 0;
  for (;;) {
    const auto count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error("cannot read", name, errno);
    filled += static_cast<std::size_t>(count);
    if (filled > limit)
      return Error{"cannot read `" + std::string(name) + "`: larger than " + std::to_string(limit) +
                   " bytes"};
    if (count == 0) break;
    if (filled == bytes.size()) bytes.resize(std::min(bytes.size() * 2, limit + 1));
  }
  bytes.resize(filled);
  return bytes;
}

Result<Done> write_file(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (file.number() < 0) return system_error("cannot write", path, errno);
  while (!bytes.empty()) {
    const auto count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error("cannot write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (const int code = file.close()) return system_error("cannot write", path, code);
  return Done{};
}

Result<std::vector<std::string>> list_files(const fs::path& folder, std::string_view extension) {
  std::vector<std::string> names;
  std::error_code code;
  for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    if (!is_hidden(entry->path()) && name.ends_with(extension) && !entry->is_directory())
      names.push_back(name);
  }
  if (code && code != std::errc::no_such_file_or_directory)
    return system_error("cannot list", folder, code.value());
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::vector<std::string>> list_files_below(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code code;
  for (fs::recursive_directory_iterator entry(folder, code), end; !code && entry != end;
       entry.increment(code)) {
    if (entry->is_symlink())
      return Error{"cannot copy `" + entry->path().string() + "`: links are not followed"};
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      paths.push_back(entry->path().lexically_relative(folder).generic_string());
    }
  }
  if (code && code != std::errc::no_such_file_or_directory)
    return system_error("cannot list", folder, code.value());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace pmsite
