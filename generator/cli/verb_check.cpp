// SPDX-License-Identifier: MIT
#include "cli/verb_check.hpp"

#include "base/text.hpp"
#include "cli/diagnostic_printer.hpp"
#include "pipeline/build.hpp"
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
  Diagnostics found;
  const auto checked = check_site({options.root, options.files, options.profile, options.jobs}, found);
  if (checked)
    if (const auto theme = load_theme(options.root, checked->content.config.theme, found); !theme) {
      error << "error: " << theme.error().message << "\n";
      return exit_status::kUsage;
    }
  const Diagnostics diagnostics = only_in(options.files, found);
  print_diagnostics(diagnostics, options.root, coloring_of(options, environment), error);
  if (!checked) {
    error << "error: " << checked.error().message << "\n";
    return exit_status::kSystem;
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
