// SPDX-License-Identifier: MIT
#include "read/content_reader.hpp"

#include "base/file.hpp"
#include "base/image_size.hpp"
#include "base/parallel.hpp"
#include "base/source.hpp"
#include "read/config_reader.hpp"
#include "read/post_reader.hpp"
#include "read/reading_rules.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

std::string in_folder(std::string_view folder, std::string_view name) {
  return std::string(folder) + "/" + std::string(name);
}

/// The bytes of a content file, or nothing and a diagnostic.
std::string read_or_report(const fs::path& root, const std::string& file, std::size_t limit,
                           Diagnostics& diagnostics) {
  auto bytes = read_file(root, file, limit);
  if (bytes) return *std::move(bytes);
  diagnostics.add(
      {&kSourceFile, file, span_on_line(1, 1, 0), bytes.error().message, "content must be regular files"});
  return {};
}

/// Reads files with `read_one(file, bytes, diagnostics)` on several threads; the result is in the order of
/// the files.
template <class T, class ReadOne>
std::vector<T> read_all(const fs::path& root, const std::vector<std::string>& files, std::size_t limit,
                        int jobs, Diagnostics& diagnostics, const ReadOne& read_one) {
  std::vector<T> items(files.size());
  std::vector<Diagnostics> found(files.size());
  parallel_for(files.size(), jobs, [&](std::size_t i) {
    const std::string bytes = read_or_report(root, files[i], limit, found[i]);
    if (!found[i].has_errors()) items[i] = read_one(files[i], bytes, found[i]);
  });
  std::vector<T> readable;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool refused = !items[i].file.size();
    diagnostics.append(std::move(found[i]));
    if (!refused) readable.push_back(std::move(items[i]));
  }
  return readable;
}

Architecture read_architecture_file(const std::string& file, std::string_view bytes,
                                    Diagnostics& diagnostics) {
  Architecture architecture;
  architecture.file = file;
  architecture.name = fs::path(file).stem().string();
  architecture.dot = clean_source(file, bytes, diagnostics).text;
  return architecture;
}

Result<std::vector<std::string>> list_content(const fs::path& root, std::string_view folder,
                                              std::string_view extension) {
  auto names = list_files(root, folder, extension);
  if (!names) return names.error();
  for (auto& name : *names) name = in_folder(folder, name);
  return names;
}

/// The sizes of those assets that are pictures. What cannot be read has none here; copying it tells why.
std::map<std::string, ImageSize, std::less<>> read_image_sizes(const fs::path& root,
                                                               const std::vector<std::string>& assets,
                                                               int jobs) {
  std::vector<std::string> pictures;
  std::copy_if(assets.begin(), assets.end(), std::back_inserter(pictures),
               [](const std::string& asset) { return image_head_bytes(asset) > 0; });
  std::vector<std::optional<ImageSize>> found(pictures.size());
  constexpr std::size_t kWorthAThread = 32;
  const auto threads =
      std::min(static_cast<std::size_t>(std::max(jobs, 1)), 1 + pictures.size() / kWorthAThread);
  parallel_for(pictures.size(), static_cast<int>(threads), [&](std::size_t i) {
    const auto head =
        read_file_head(root, in_folder(kAssetsFolder, pictures[i]), image_head_bytes(pictures[i]));
    if (head) found[i] = image_size(*head);
  });
  std::map<std::string, ImageSize, std::less<>> sizes;
  for (std::size_t i = 0; i < pictures.size(); ++i)
    if (found[i]) sizes.emplace(pictures[i], *found[i]);
  return sizes;
}

/// Adds the files named on the command line that the site does not hold anyway.
void add_further(const std::vector<std::string>& further, const std::vector<std::string>& pages,
                 const std::vector<std::string>& architectures, std::vector<std::string>& posts) {
  const auto holds = [](const std::vector<std::string>& list, const std::string& file) {
    return std::find(list.begin(), list.end(), file) != list.end();
  };
  for (const auto& file : further)
    if (!holds(posts, file) && !holds(pages, file) && !holds(architectures, file) && file != kConfigFile)
      posts.push_back(file);
}

/// Reports the files below `content/` that are in none of the lists of what is read.
void report_unread(const fs::path& root, std::vector<std::string> read, Diagnostics& diagnostics) {
  std::sort(read.begin(), read.end());
  std::error_code code;
  for (fs::recursive_directory_iterator entry(root / "content", code), end; !code && entry != end;
       entry.increment(code)) {
    const std::string file = entry->path().lexically_relative(root).generic_string();
    const bool hidden = entry->path().filename().string().starts_with('.');
    if (hidden) entry.disable_recursion_pending();
    std::error_code unknown;  // asked without following links: one may lead to itself
    if (hidden || fs::is_directory(entry->symlink_status(unknown)) ||
        std::binary_search(read.begin(), read.end(), file))
      continue;
    diagnostics.add({&kFileUnread, file, span_on_line(1, 1, 0), "this file is not read",
                     "posts are content/posts/YYYY-MM-DD-slug.md, pages content/pages/slug.md, architectures "
                     "content/architectures/name.dot"});
  }
}

}  // namespace

bool holds_site(const fs::path& root) {
  std::error_code ignored;
  return fs::exists(root / kConfigFile, ignored) || fs::is_directory(root / kPostsFolder, ignored);
}

Result<Content> read_content(const ReadOptions& options, Diagnostics& diagnostics) {
  Content content;
  const fs::path config = options.root / kConfigFile;
  std::error_code code;
  if (fs::exists(fs::symlink_status(config, code)))
    content.config = read_config(
        std::string(kConfigFile),
        read_or_report(options.root, std::string(kConfigFile), kLargestPost, diagnostics), diagnostics);

  auto posts = list_content(options.root, kPostsFolder, ".md");
  auto pages = list_content(options.root, kPagesFolder, ".md");
  auto architectures = list_content(options.root, kArchitecturesFolder, ".dot");
  auto assets = list_files_below(options.root, kAssetsFolder);
  for (const auto* list : {&posts, &pages, &architectures, &assets})
    if (!*list) return list->error();

  std::vector<std::string> read = *posts;
  read.insert(read.end(), pages->begin(), pages->end());
  read.insert(read.end(), architectures->begin(), architectures->end());
  report_unread(options.root, std::move(read), diagnostics);
  add_further(options.further_files, *pages, *architectures, *posts);
  content.assets = *std::move(assets);
  content.image_sizes = read_image_sizes(options.root, content.assets, options.jobs);
  content.posts =
      read_all<Postmortem>(options.root, *posts, kLargestPost, options.jobs, diagnostics, read_post);
  content.pages =
      read_all<TextPage>(options.root, *pages, kLargestPost, options.jobs, diagnostics, read_page);
  content.architectures = read_all<Architecture>(options.root, *architectures, kLargestArchitecture,
                                                 options.jobs, diagnostics, read_architecture_file);
  return content;
}

}  // namespace pmsite
