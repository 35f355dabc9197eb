// SPDX-License-Identifier: MIT
#include "pipeline/output.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "engine/hash.hpp"
#include "read/content_reader.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <map>
#include <set>
#include <signal.h>
#include <stdio.h>
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

std::error_code last_error() { return {errno, std::generic_category()}; }

bool is_inside(const fs::path& inner, const fs::path& outer) {
  const auto relative = inner.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

std::string stage_prefix(const fs::path& output) { return "." + output.filename().string() + ".stage-"; }

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
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
      fs::permissions(entry->path(), kOwner, fs::perm_options::add, ignored);
  }
  fs::remove_all(folder, code);
}

/// Removes its folder when its scope ends, whether the build went well (the old site) or not (the new one).
class Stage {
 public:
  explicit Stage(fs::path path) : path_(std::move(path)) {}
  ~Stage() { remove_folder(path_); }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Stages of builds that were killed.
void remove_dead_stages(const fs::path& output) {
  const std::string prefix = stage_prefix(output);
  std::error_code code;
  for (fs::directory_iterator entry(output.parent_path(), code), end; !code && entry != end;
       entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    const int process = parse_digits(name.substr(prefix.size()));
    if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) remove_folder(entry->path());
  }
}

/// Path → fingerprint of what an earlier build wrote; empty where there is no manifest.
std::map<std::string, std::string> read_manifest(const fs::path& output) {
  std::map<std::string, std::string> entries;
  const auto bytes = read_file(output / kManifestFile, kManifestFile, kLargestManifest);
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

/// Whether an old file is one that this program wrote and nobody changed: it goes when it is not written
/// again.
bool is_ours(const fs::path& path, const std::string& name,
             const std::map<std::string, std::string>& manifest) {
  const auto entry = manifest.find(name);
  if (entry == manifest.end()) return name == kManifestFile;
  const auto bytes = read_file(path, name, kLargestAsset);
  return bytes && fingerprint(*bytes) == entry->second;
}

/// Takes along what others put into the old output.
Result<Done> carry_over(const fs::path& output, const fs::path& stage) {
  const auto manifest = read_manifest(output);
  std::error_code code;
  for (fs::recursive_directory_iterator entry(output, code), end; !code && entry != end;
       entry.increment(code)) {
    const fs::path target = stage / entry->path().lexically_relative(output);
    const std::string name = entry->path().lexically_relative(output).generic_string();
    std::error_code copied;
    if (entry->is_symlink() || entry->is_regular_file()) {
      if (fs::exists(fs::symlink_status(target)) || is_ours(entry->path(), name, manifest)) continue;
      fs::create_directories(target.parent_path(), copied);
      if (!copied) fs::copy(entry->path(), target, fs::copy_options::copy_symlinks, copied);
    }
    if (copied) return failed("keep", entry->path(), copied);
  }
  if (code) return failed("list", output, code);
  return Done{};
}

/// Puts the stage in the output's place; afterwards the stage holds the old site, if there was one.
Result<Done> exchange(const fs::path& stage, const fs::path& output) {
  if (!fs::exists(fs::symlink_status(output))) {
    if (::rename(stage.c_str(), output.c_str()) != 0) return failed("publish", output, last_error());
    return Done{};
  }
  if (::renameat2(AT_FDCWD, stage.c_str(), AT_FDCWD, output.c_str(), RENAME_EXCHANGE) == 0) return Done{};
  if (errno != EINVAL && errno != ENOSYS) return failed("publish", output, last_error());
  // A file system without exchange: the old site steps aside for a moment.
  const fs::path aside = stage.string() + ".old";
  if (::rename(output.c_str(), aside.c_str()) != 0) return failed("publish", output, last_error());
  if (::rename(stage.c_str(), output.c_str()) != 0) {
    const auto code = last_error();
    (void)::rename(aside.c_str(), output.c_str());
    return failed("publish", output, code);
  }
  (void)::rename(aside.c_str(), stage.c_str());
  return Done{};
}

}  // namespace

std::optional<std::string> refuse_output(const fs::path& root, const fs::path& output) {
  const auto refuse = [&output](std::string_view reason) {
    return fmt::format("`{}` {}", output.string(), reason);
  };
  const auto status = fs::symlink_status(output);
  if (fs::is_symlink(status)) return refuse("is a link; name the folder itself");
  if (fs::exists(status) && !fs::is_directory(status)) return refuse("is not a folder");
  std::error_code code;
  const fs::path target = fs::weakly_canonical(output, code), site = fs::weakly_canonical(root, code);
  if (target == site || is_inside(site, target)) return refuse("holds the site's own sources");
  for (const auto folder : {"content", "assets", "themes"})
    if (target == site / folder || is_inside(target, site / folder))
      return refuse("lies among the site's own sources");
  if (!fs::exists(status) || fs::is_empty(output, code)) return std::nullopt;
  if (fs::exists(output / kManifestFile)) return std::nullopt;
  return refuse("has files in it that pmsite did not make; empty it or choose another folder");
}

Result<Done> add_assets(const fs::path& root, const std::vector<std::string>& assets,
                        std::vector<OutputFile>& files) {
  for (const auto& asset : assets) {
    auto bytes =
        read_file(root / kAssetsFolder / asset, std::string(kAssetsFolder) + "/" + asset, kLargestAsset);
    if (!bytes) return bytes.error();
    files.push_back({asset_route(asset), *std::move(bytes)});
  }
  return Done{};
}

Result<Done> write_output(const std::vector<OutputFile>& files, const fs::path& output_path) {
  std::error_code code;
  const fs::path output = fs::weakly_canonical(output_path, code);
  if (!code) fs::create_directories(output.parent_path(), code);
  if (code) return failed("make the folder", output.parent_path(), code);
  remove_dead_stages(output);

  const Stage stage(output.parent_path() / (stage_prefix(output) + std::to_string(::getpid())));
  std::set<fs::path> folders;
  for (const auto& file : files)
    if (const auto written = write_into(stage.path(), file.path, file.bytes, folders); !written)
      return written.error();
  const std::string manifest = manifest_of(files);
  if (const auto written = write_into(stage.path(), std::string(kManifestFile), manifest, folders); !written)
    return written.error();
  if (fs::exists(output))
    if (const auto kept = carry_over(output, stage.path()); !kept) return kept.error();
  return exchange(stage.path(), output);
}

}  // namespace pmsite
