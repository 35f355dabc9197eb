// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pmsite {

// Content comes from a pull request, and a link in it could name any file of the machine that builds. So
// files and folders are found beneath a root, and no link below it is followed, neither the last part of a
// path nor one on the way. The root itself may be reached through links: the user named it. Errors name paths
// relative to the root, which keeps the machine's own paths out of messages.

/// The bytes of a regular file, by its path relative to `root`. Links, pipes, devices and files above `limit`
/// bytes are refused without being read. A path that begins with "../" is one that the user named; there only
/// the last part must not be a link.
Result<std::string> read_file(const std::filesystem::path& root, const std::filesystem::path& path,
                              std::size_t limit);

/// The same for the first `most` bytes alone; all of them where the file is shorter, however long it is.
Result<std::string> read_file_head(const std::filesystem::path& root, const std::filesystem::path& path,
                                   std::size_t most);

/// Writes a new file and reports every failure up to and including close(). The folder must exist.
Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Puts a file in the place of `folder`/`name` below `root`, all at once: a reader meets the old bytes or the
/// new ones, and after an error the old ones are there. The folder (one name) is made if it is missing; a
/// link in its place is refused, and one in the file's place is replaced, not followed.
Result<Done> replace_file(const std::filesystem::path& root, const std::filesystem::path& folder,
                          const std::string& name, std::string_view bytes);

/// Names of what stands directly in `folder`, a path relative to `root`, and whose name ends in `extension`
/// (".md"; empty for all), sorted by bytes. A folder that does not exist is empty. Folders and what is hidden
/// are left out; links are not, so that reading one is refused by its name.
Result<std::vector<std::string>> list_files(const std::filesystem::path& root,
                                            const std::filesystem::path& folder, std::string_view extension);

/// Paths, relative to `folder` and with '/', of all regular files below it, sorted by bytes. A folder that
/// does not exist is empty. Hidden files and folders are left out; a link is an error, since its target could
/// be anywhere.
Result<std::vector<std::string>> list_files_below(const std::filesystem::path& root,
                                                  const std::filesystem::path& folder);

/// Closes a file descriptor when its scope ends.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  int number() const { return number_; }  ///< negative: none
  /// Leaves the closing to the caller.
  int release() { return std::exchange(number_, -1); }
  /// Closes now; 0, or the errno of the failure, which a full disk may report only here.
  int close();

 private:
  int number_;
};

}  // namespace pmsite
