// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace pmsite {

/// Path below a folder → bytes, for all files in it.
using FileTree = std::map<std::string, std::string>;

FileTree read_tree(const std::filesystem::path& folder);

/// Compares what a test made with what is kept in `expected`: each file, and that there is no other. With
/// UPDATE_GOLDEN=1 in the environment, `expected` becomes what was made; look at the difference before you
/// commit it.
void check_tree(const FileTree& made, const std::filesystem::path& expected);

/// The same for one text.
void check_text(const std::string& made, const std::filesystem::path& expected);

/// The folder with the project's sources.
std::filesystem::path source_folder();

}  // namespace pmsite
