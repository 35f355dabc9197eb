// SPDX-License-Identifier: MIT
#include "cli/verb_check.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "cli/diagnostic_output.hpp"
#include "cli/outcome.hpp"
#include "pipeline/build.hpp"
#include "read/content_reader.hpp"
#include "render/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace pmsite {
namespace {

/// Only what was found in the named files; everything where none is named.
Diagnostics only_in(const std::vector<std::string>& files, const Diagnostics& diagnostics) {
  Diagnostics chosen;
  for (const auto& diagnostic : diagnostics.sorted())
    if (files.empty() || std::find(files.begin(), files.end(), diagnostic.file) != files.end())
      chosen.add(diagnostic);
  return chosen;
}

/// How many notes there are, where the line that ends a check does not say so already.
std::string note_count(const Diagnostics& diagnostics, const Options& options) {
  const auto notes = static_cast<std::size_t>(diagnostics.count(Level::note));
  if (notes == 0) return {};
  return fmt::format(" ({}{})", counted(notes, "note"),
                     options.verbose ? ""
                     : notes == 1    ? "; -v shows it"
                                     : "; -v shows them");
}

std::string closing_line(const Diagnostics& diagnostics, std::size_t posts, const Options& options) {
  if (diagnostics.has_errors() || diagnostics.count(Level::warning) > 0)
    return count_diagnostics(shown_diagnostics(diagnostics, options), posts) +
           (options.verbose || options.quiet ? "" : note_count(diagnostics, options)) + "\n";
  if (options.quiet) return {};
  return fmt::format("Checked {}: no errors, no warnings{}\n", counted(posts, "post"),
                     note_count(diagnostics, options));
}

/// Files may be checked anywhere, and only a site keeps something.
CacheUse cache_use(const Options& options) {
  return options.with_cache && holds_site(options.root) ? CacheUse::read_and_write : CacheUse::none;
}

/// The systems that the site knows, a line each: "  shop  9 components, 11 dependencies, in 2 posts".
std::string architecture_lines(const Content& content) {
  std::size_t width = 0;
  for (const auto& each : content.architectures) width = std::max(width, each.name.size());
  std::string lines;
  for (const auto& each : content.architectures) {
    const auto uses =
        std::count_if(content.posts.begin(), content.posts.end(), [&each](const Postmortem& post) {
          return post.architecture && post.architecture->value == each.name;
        });
    const std::string dependencies = each.dependencies.size() == 1
                                         ? "1 dependency"
                                         : fmt::format("{} dependencies", each.dependencies.size());
    if (each.components.empty()) {
      lines += fmt::format("  {:<{}}  could not be read\n", printable(each.name), width);
      continue;
    }
    lines += fmt::format("  {:<{}}  {}, {}, in {}\n", printable(each.name), width,
                         counted(each.components.size(), "component"), dependencies,
                         counted(static_cast<std::size_t>(uses), "post"));
  }
  return lines.empty() ? lines : "Architectures:\n" + lines;
}

}  // namespace

int run_check(const Options& options, const Environment& environment, std::ostream& out,
              std::ostream& error) {
  if (options.files.empty() && !holds_site(options.root)) {
    error << no_site_message(options);
    return exit_status::kUsage;
  }
  Diagnostics all;
  const auto checked = check_site(
      {options.root, options.files, options.profile, options.now, options.jobs, cache_use(options)}, all);
  const auto theme =
      checked ? load_theme(options.root, checked->content.config.theme, all) : Result<Theme>(checked.error());
  Found found{only_in(options.files, all), options.files.size(), {}};
  if (checked && options.files.empty()) found.posts = checked->content.posts.size();
  if (!theme) found.failure = theme.error().message;
  tell(found, options, environment, out, error);
  if (!theme) {
    error << "error: " << printable(found.failure) << "\n";
    return checked ? exit_status::kUsage : exit_status::kSystem;
  }
  if (options.files.empty() && options.format == Format::human && !options.quiet)
    error << architecture_lines(checked->content);
  error << closing_line(found.diagnostics, found.posts, options);
  if (options.format == Format::human && !options.quiet) error << explanation_hint(found.diagnostics);
  return status_of(found.diagnostics, options);
}

}  // namespace pmsite
