// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The bytes of a regular file. Links, pipes, devices and files above `limit` bytes are refused without being
/// read: a postmortem comes from a pull request, and a link in it could name any file of the machine. An
/// error calls the file `name`, which keeps the machine's own paths out of messages.
Result<std::string> read_file(const std::filesystem::path& path, std::string_view name, std::size_t limit);

/// Writes a new file and reports every failure up to and including close(). The folder must exist.
Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Names of the regular files directly in `folder` whose name ends in `extension` (".md"; empty for all),
/// sorted by bytes. A folder that does not exist is empty. Hidden files are left out.
Result<std::vector<std::string>> list_files(const std::filesystem::path& folder, std::string_view extension);

/// Paths, relative to `folder` and with '/', of all regular files below it, sorted by bytes. A folder that
/// does not exist is empty. Hidden files and folders are left out; a link is an error, since its target could
/// be anywhere.
Result<std::vector<std::string>> list_files_below(const std::filesystem::path& folder);

}  // namespace pmsite
