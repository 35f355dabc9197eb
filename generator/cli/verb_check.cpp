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

}  // namespace

int run_check(const Options& options, const Environment& environment, std::ostream& out,
              std::ostream& error) {
  if (options.files.empty() && !holds_site(options.root)) {
    error << no_site_message(options);
    return exit_status::kUsage;
  }
  Diagnostics all;
  const auto checked =
      check_site({options.root, options.files, options.profile, options.now, options.jobs}, all);
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
  error << closing_line(found.diagnostics, found.posts, options);
  if (options.format == Format::human && !options.quiet) error << explanation_hint(found.diagnostics);
  return status_of(found.diagnostics, options);
}

}  // namespace pmsite
