// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "render/theme.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pmsite {

/// The list of files that pmsite wrote, inside the output folder: one line a file, its fingerprint and its
/// path.
inline constexpr std::string_view kManifestFile = ".pmsite-manifest";

/// Why a folder may not be written to; none if it may. Refused are the site's own folder and its parents, the
/// folders with content, a file, a link, and a folder with files in it that pmsite did not make.
std::optional<std::string> refuse_output(const std::filesystem::path& root,
                                         const std::filesystem::path& output);

/// Adds the authors' assets, byte for byte. A name with control characters is an error: no line of the
/// manifest can hold it.
Result<Done> add_assets(const std::filesystem::path& root, const std::vector<std::string>& assets,
                        std::vector<OutputFile>& files);

/// Puts the files into the output folder all at once: they are staged beside it and exchanged with it, so a
/// reader sees the old site or the new one. What pmsite did not write into the old output, or what was
/// changed since, stays as it is: files and links, and folders even if they are empty, all with their modes.
/// Where the new site needs the place of such a thing, and where something else cannot be kept (a pipe),
/// there is an error. After an error the output is as it was.
///
/// A link, a file and a foreign folder are refused, as refuse_output() does. That the output does not lie
/// among the site's sources is trusted: the caller, who knows the root, has asked refuse_output().
Result<Done> write_output(const std::vector<OutputFile>& files, const std::filesystem::path& output);

}  // namespace pmsite
