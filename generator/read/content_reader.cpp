// SPDX-License-Identifier: MIT
#include "read/content_reader.hpp"

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "base/source.hpp"
#include "read/config_reader.hpp"
#include "read/diagrams.hpp"
#include "read/post_reader.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

std::string in_folder(std::string_view folder, std::string_view name) {
  return std::string(folder) + "/" + std::string(name);
}

/// The bytes of a content file, or nothing and a diagnostic.
std::string read_or_report(const fs::path& path, const std::string& file, std::size_t limit,
                           Diagnostics& diagnostics) {
  auto bytes = read_file(path, file, limit);
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
    const std::string bytes = read_or_report(root / files[i], files[i], limit, found[i]);
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
  auto names = list_files(root / folder, extension);
  if (!names) return names.error();
  for (auto& name : *names) name = in_folder(folder, name);
  return names;
}

/// Files named on the command line as the site knows them, so that none is read twice.
void add_further(const fs::path& root, const std::vector<std::string>& further,
                 std::vector<std::string>& posts) {
  for (const auto& file : further) {
    const bool known = std::any_of(posts.begin(), posts.end(), [&](const std::string& post) {
      std::error_code code;
      return fs::equivalent(root / post, root / file, code);
    });
    if (!known) posts.push_back(file);
  }
}

}  // namespace

Result<Content> read_content(const ReadOptions& options, Diagnostics& diagnostics) {
  Content content;
  const fs::path config = options.root / kConfigFile;
  if (fs::exists(fs::symlink_status(config)))
    content.config =
        read_config(std::string(kConfigFile),
                    read_or_report(config, std::string(kConfigFile), kLargestPost, diagnostics), diagnostics);

  auto posts = list_content(options.root, kPostsFolder, ".md");
  auto pages = list_content(options.root, kPagesFolder, ".md");
  auto architectures = list_content(options.root, kArchitecturesFolder, ".dot");
  auto assets = list_files_below(options.root / kAssetsFolder);
  for (const auto* list : {&posts, &pages, &architectures, &assets})
    if (!*list) return list->error();

  add_further(options.root, options.further_files, *posts);
  content.assets = *std::move(assets);
  content.posts =
      read_all<Postmortem>(options.root, *posts, kLargestPost, options.jobs, diagnostics, read_post);
  content.pages =
      read_all<TextPage>(options.root, *pages, kLargestPost, options.jobs, diagnostics, read_page);
  content.architectures = read_all<Architecture>(options.root, *architectures, kLargestArchitecture,
                                                 options.jobs, diagnostics, read_architecture_file);
  read_graphs(content, options.jobs, diagnostics);
  return content;
}

}  // namespace pmsite
