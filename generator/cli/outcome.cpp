// SPDX-License-Identifier: MIT
#include "cli/outcome.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "read/content_reader.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace pmsite {

std::string count_diagnostics(const Diagnostics& diagnostics, std::size_t posts) {
  std::set<std::string> files;
  bool only_posts = true;
  for (const auto& diagnostic : diagnostics.sorted()) {
    files.insert(diagnostic.file);
    only_posts = only_posts && diagnostic.file.ends_with(".md") && !diagnostic.file.starts_with(kPagesFolder);
  }
  std::vector<std::string> counts;
  for (const auto level : {Level::error, Level::warning, Level::note})
    if (const auto count = static_cast<std::size_t>(diagnostics.count(level)); count > 0)
      counts.push_back(counted(count, level_name(level)));
  if (only_posts && posts >= files.size())
    return fmt::format("{} in {} of {}", join(counts, ", "), files.size(), counted(posts, "post"));
  return fmt::format("{} in {}", join(counts, ", "), counted(files.size(), "file"));
}

std::string explanation_hint(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.sorted())
    if (diagnostic.level() == Level::error)
      return fmt::format("`pmsite explain {}` says why and shows how\n", diagnostic.rule->id);
  return {};
}

std::string no_site_message(const Options& options) {
  return fmt::format(
      "error: there is no site in `{}`: neither pmsite.yaml nor content/posts\n"
      "  = help: go to the site's folder, or name it with -C\n",
      printable(options.root.string()));
}

int status_of(const Diagnostics& diagnostics, const Options& options) {
  const bool failed = diagnostics.has_errors() || (options.strict && diagnostics.count(Level::warning) > 0);
  if (!failed) return exit_status::kDone;
  for (const auto& diagnostic : diagnostics.sorted()) {
    const bool configuration = diagnostic.file == kConfigFile || diagnostic.file.starts_with("themes/");
    if (configuration && diagnostic.level() == Level::error) return exit_status::kUsage;
  }
  return exit_status::kContentErrors;
}

}  // namespace pmsite
