// SPDX-License-Identifier: MIT
#include "cli/verb_check.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "cli/diagnostic_printer.hpp"
#include "pipeline/build.hpp"
#include "read/content_reader.hpp"
#include "render/theme.hpp"

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

}  // namespace

int run_check(const Options& options, const Environment& environment, std::ostream& error) {
  if (options.files.empty() && !holds_site(options.root)) {
    error << no_site_message(options);
    return exit_status::kUsage;
  }
  Diagnostics found;
  const auto checked = check_site({options.root, options.files, options.profile, options.jobs}, found);
  const auto theme = checked ? load_theme(options.root, checked->content.config.theme, found)
                             : Result<Theme>(checked.error());
  const Diagnostics diagnostics = only_in(options.files, found);
  print_diagnostics(diagnostics, options.root, coloring_of(options, environment), error);
  if (!theme) {
    error << "error: " << printable(theme.error().message) << "\n";
    return checked ? exit_status::kUsage : exit_status::kSystem;
  }
  const std::size_t posts = options.files.empty() ? checked->content.posts.size() : options.files.size();
  if (!diagnostics.sorted().empty()) {
    error << count_diagnostics(diagnostics, posts) << "\n";
  } else if (!options.quiet) {
    error << "Checked " << counted(posts, "post") << ": no errors, no warnings\n";
  }
  return status_of(diagnostics, options);
}

}  // namespace pmsite
