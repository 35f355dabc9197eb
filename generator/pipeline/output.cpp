// SPDX-License-Identifier: MIT
#include "pipeline/output.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "engine/hash.hpp"
#include "pipeline/stage.hpp"
#include "read/content_reader.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestAsset = 64UL * 1024 * 1024;
constexpr std::size_t kLargestManifest = 64UL * 1024 * 1024;

Error failed(std::string_view action, const fs::path& path, const std::error_code& code) {
  return {fmt::format("cannot {} `{}`: {}", action, path.string(), code.message())};
}

fs::file_status status_of(const fs::path& path) {
  std::error_code unknown;
  return fs::symlink_status(path, unknown);
}

bool is_inside(const fs::path& inner, const fs::path& outer) {
  const auto relative = inner.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

/// Why an output may not be written to, for what stands in its place.
std::optional<std::string> refuse_place(const fs::path& output) {
  const auto status = status_of(output);
  if (fs::is_symlink(status)) return fmt::format("`{}` is a link; name the folder itself", output.string());
  if (!fs::exists(status)) return std::nullopt;
  if (!fs::is_directory(status)) return fmt::format("`{}` is not a folder", output.string());
  std::error_code code;
  if (fs::is_empty(output, code) || fs::exists(status_of(output / kManifestFile))) return std::nullopt;
  return fmt::format("`{}` has files in it that pmsite did not make; empty it or choose another folder",
                     output.string());
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// A name with a line break would be two lines of the manifest; with others, it plays tricks in terminals.
Result<Done> refuse_controls(const std::string& path) {
  if (std::none_of(path.begin(), path.end(), is_control)) return Done{};
  std::string shown;
  for (const char c : path)
    shown += is_control(c) ? fmt::format("\\x{:02x}", static_cast<unsigned char>(c)) : std::string(1, c);
  return Error{fmt::format("cannot publish `{}`: its name has control characters; rename it", shown)};
}

/// Path → fingerprint of what an earlier build wrote; empty where there is no manifest.
std::map<std::string, std::string> read_manifest(const fs::path& output) {
  std::map<std::string, std::string> entries;
  const auto bytes = read_file(output, kManifestFile, kLargestManifest);
  if (!bytes) return entries;
  for (const auto line : split(*bytes, '\n')) {
    const auto blank = line.find(' ');
    if (blank != std::string_view::npos) entries.emplace(line.substr(blank + 1), line.substr(0, blank));
  }
  return entries;
}

std::string manifest_of(const std::vector<OutputFile>& files) {
  std::string manifest;
  for (const auto& file : files) manifest += fmt::format("{} {}\n", fingerprint(file.bytes), file.path);
  return manifest;
}

Result<Done> write_into(const fs::path& folder, const std::string& path, std::string_view bytes,
                        std::set<fs::path>& folders) {
  const fs::path target = folder / path;
  if (folders.insert(target.parent_path()).second) {
    std::error_code code;
    fs::create_directories(target.parent_path(), code);
    if (code) return failed("make the folder", target.parent_path(), code);
  }
  return write_file(target, bytes);
}

/// Takes along what others put into the old output. What the new site needs the place of is refused.
class Keeper {
 public:
  Keeper(const fs::path& output, const fs::path& stage)
      : output_(output), stage_(stage), manifest_(read_manifest(output)) {
    for (const auto& [path, hash] : manifest_)
      for (auto folder = fs::path(path).parent_path(); !folder.empty(); folder = folder.parent_path())
        if (!own_folders_.insert(folder.generic_string()).second) break;
  }

  Result<Done> keep_all() {
    std::error_code code;
    for (fs::recursive_directory_iterator entry(output_, code), end; !code && entry != end;
         entry.increment(code)) {
      std::error_code unknown;
      const std::string name = entry->path().lexically_relative(output_).generic_string();
      if (const auto kept = keep(name, entry->symlink_status(unknown)); !kept) return kept;
    }
    if (code) return failed("list", output_, code);
    return keep_modes();
  }

 private:
  Result<Done> keep(const std::string& name, fs::file_status status) {
    const bool is_folder = fs::is_directory(status);
    if (is_folder) modes_[name] = status.permissions();
    if (!is_folder && !fs::is_regular_file(status) && !fs::is_symlink(status))
      return Error{fmt::format(
          "`{}` in the output is neither a file nor a folder nor a link, and cannot be kept; move it away",
          name)};
    // Ours go when they are not written again: files as they were written, and folders around such files.
    if (is_folder ? own_folders_.contains(name) : is_ours(name, status)) return Done{};
    if (is_in_the_way(name, is_folder))
      return Error{fmt::format("`{}` in the output was {} by somebody else; move it away", name,
                               manifest_.contains(name) ? "changed" : "made")};
    std::error_code code;
    fs::create_directories(is_folder ? stage_ / name : (stage_ / name).parent_path(), code);
    if (!code && !is_folder) code = link_or_copy(name);
    if (code) return failed("keep", output_ / name, code);
    return Done{};
  }

  bool is_ours(const std::string& name, fs::file_status status) const {
    if (!fs::is_regular_file(status)) return false;
    const auto entry = manifest_.find(name);
    if (entry == manifest_.end()) return name == kManifestFile;
    const auto bytes = read_file(output_, name, kLargestAsset);
    return bytes && fingerprint(*bytes) == entry->second;
  }

  /// Whether the new site has something else at the path, or a file where the path needs a folder.
  bool is_in_the_way(const std::string& name, bool is_folder) const {
    const auto there = status_of(stage_ / name);
    if (fs::exists(there)) return !(is_folder && fs::is_directory(there));
    for (auto folder = fs::path(name).parent_path(); !folder.empty(); folder = folder.parent_path()) {
      const auto status = status_of(stage_ / folder);
      if (fs::exists(status)) return !fs::is_directory(status);
    }
    return false;
  }

  /// A link keeps all there is to know about a file: its mode, owner and times.
  std::error_code link_or_copy(const std::string& name) const {
    std::error_code code;
    if (::link((output_ / name).c_str(), (stage_ / name).c_str()) != 0)
      fs::copy(output_ / name, stage_ / name, fs::copy_options::copy_symlinks, code);
    return code;
  }

  /// Last of all, the deepest first: a folder may be read-only.
  Result<Done> keep_modes() const {
    for (auto entry = modes_.rbegin(); entry != modes_.rend(); ++entry) {
      std::error_code code;
      const fs::path folder = stage_ / entry->first;
      if (fs::is_directory(status_of(folder))) fs::permissions(folder, entry->second, code);
      if (code) return failed("keep the mode of", output_ / entry->first, code);
    }
    return Done{};
  }

  const fs::path& output_;
  const fs::path& stage_;
  std::map<std::string, std::string> manifest_;
  std::set<std::string> own_folders_;
  std::map<std::string, fs::perms> modes_;
};

}  // namespace

std::optional<std::string> refuse_output(const fs::path& root, const fs::path& output) {
  const auto status = status_of(output);
  if (fs::is_symlink(status) || (fs::exists(status) && !fs::is_directory(status)))
    return refuse_place(output);
  std::error_code code;
  const fs::path target = fs::weakly_canonical(output, code), site = fs::weakly_canonical(root, code);
  if (target == site || is_inside(site, target))
    return fmt::format("`{}` holds the site's own sources", output.string());
  for (const auto folder : {"content", "assets", "themes"})
    if (target == site / folder || is_inside(target, site / folder))
      return fmt::format("`{}` lies among the site's own sources", output.string());
  return refuse_place(output);
}

Result<Done> add_assets(const fs::path& root, const std::vector<std::string>& assets,
                        std::vector<OutputFile>& files) {
  for (const auto& asset : assets) {
    const std::string path = std::string(kAssetsFolder) + "/" + asset;
    if (const auto named = refuse_controls(path); !named) return named;
    auto bytes = read_file(root, path, kLargestAsset);
    if (!bytes) return bytes.error();
    files.push_back({asset_route(asset), *std::move(bytes)});
  }
  return Done{};
}

Result<Done> write_output(const std::vector<OutputFile>& files, const fs::path& output_path) {
  if (const auto refusal = refuse_place(output_path)) return Error{"cannot build there: " + *refusal};
  std::error_code code;
  const fs::path output = fs::weakly_canonical(output_path, code);
  if (!code) fs::create_directories(output.parent_path(), code);
  if (code) return failed("make the folder", output.parent_path(), code);
  clean_up_stages(output);

  Stage stage(output);
  if (const auto made = stage.create(); !made) return made;
  std::set<fs::path> folders;
  const auto add = [&](const std::string& path, std::string_view bytes) {
    const auto named = refuse_controls(path);
    return named ? write_into(stage.path(), path, bytes, folders) : named;
  };
  for (const auto& file : files)
    if (const auto written = add(file.path, file.bytes); !written) return written;
  if (const auto written = add(std::string(kManifestFile), manifest_of(files)); !written) return written;
  if (fs::exists(status_of(output)))
    if (const auto kept = Keeper(output, stage.path()).keep_all(); !kept) return kept;
  return stage.publish();
}

}  // namespace pmsite
