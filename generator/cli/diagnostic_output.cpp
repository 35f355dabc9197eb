// SPDX-License-Identifier: MIT
#include "cli/diagnostic_output.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "cli/diagnostic_github.hpp"
#include "cli/diagnostic_json.hpp"
#include "cli/diagnostic_place.hpp"
#include "cli/diagnostic_printer.hpp"
#include "cli/diagnostic_sarif.hpp"
#include "cli/findings.hpp"
#include "cli/outcome.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

/// GitHub names files from the root of the repository, and a site may be one of its folders.
void name_from_workspace(std::vector<PlacedDiagnostic>& diagnostics, const Options& options,
                         const Environment& environment) {
  if (environment.workspace.empty()) return;
  std::error_code ignored;
  const fs::path folder = fs::weakly_canonical(options.root, ignored)
                              .lexically_relative(fs::weakly_canonical(environment.workspace, ignored));
  if (folder.empty() || *folder.begin() == "..") return;
  for (auto& placed : diagnostics)
    placed.diagnostic.file = (folder / placed.diagnostic.file).lexically_normal().generic_string();
}

std::string summary_heading(const Found& found) {
  return found.diagnostics.sorted().empty()
             ? fmt::format("pmsite: no errors, no warnings in {}", counted(found.posts, "post"))
             : "pmsite: " + count_diagnostics(found.diagnostics, found.posts);
}

void append_summary(const fs::path& file, const std::string& summary, std::ostream& error) {
  std::ofstream stream(file, std::ios::binary | std::ios::app);
  stream << summary;
  stream.close();
  if (!stream)
    error << "warning: cannot write the summary of the step to `" << printable(file.string()) << "`\n";
}

}  // namespace

Diagnostics shown_diagnostics(const Diagnostics& diagnostics, const Options& options) {
  if (options.verbose) return diagnostics;
  Diagnostics shown;
  for (auto& diagnostic : diagnostics.sorted())
    if (diagnostic.level() != Level::note) shown.add(std::move(diagnostic));
  return shown;
}

void tell(const Found& found, const Options& options, const Environment& environment, std::ostream& out,
          std::ostream& error) {
  const Found shown{shown_diagnostics(found.diagnostics, options), found.posts, found.failure};
  PlacedDiagnostics placed = place_diagnostics(shown.diagnostics.sorted(), options.root);
  const Findings findings{placed.items, shown.posts, shown.failure};
  switch (options.format) {
    case Format::human:
      for (const auto& each : placed.items)
        error << format_diagnostic(each, coloring_of(options, environment, Stream::error)) << "\n";
      return;
    case Format::json:
      out << findings_as_json(findings);
      return;
    case Format::github:
      name_from_workspace(placed.items, options, environment);
      out << findings_as_annotations(findings);
      if (!environment.step_summary.empty())
        append_summary(environment.step_summary, findings_as_summary(findings, summary_heading(shown)),
                       error);
      return;
    case Format::sarif:
      name_from_workspace(placed.items, options, environment);
      out << findings_as_sarif(findings);
      return;
  }
}

}  // namespace pmsite
