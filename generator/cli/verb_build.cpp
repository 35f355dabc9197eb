// SPDX-License-Identifier: MIT
#include "cli/verb_build.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "cli/diagnostic_output.hpp"
#include "cli/outcome.hpp"
#include "pipeline/build.hpp"
#include "pipeline/output.hpp"
#include "read/content_reader.hpp"
#include "render/page.hpp"

#include <fmt/format.h>

#include <ostream>

namespace pmsite {
namespace {

std::string size_text(std::size_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  return bytes < 1'000'000 ? fmt::format("{:.0f} KB", size / 1e3) : fmt::format("{:.1f} MB", size / 1e6);
}

/// "9 diagrams (7 from cache)".
std::string diagrams_text(const BuildReport& report) {
  const std::string cached = report.diagrams_from_cache == 0
                                 ? std::string()
                                 : fmt::format(" ({} from cache)", report.diagrams_from_cache);
  return counted(report.diagrams, "diagram") + cached;
}

/// What an author who waits for diagrams wants to know.
std::string drawing_line(const BuildReport& report) {
  return fmt::format("Diagrams: {} laid out, {} from cache, {} retried\n", report.diagrams_laid_out,
                     report.diagrams_from_cache, report.diagrams_retried);
}

std::string closing_line(const BuildReport& report, const Options& options, double seconds) {
  const std::string drafts =
      report.drafts_skipped == 0 ? "" : fmt::format(" ({} skipped)", counted(report.drafts_skipped, "draft"));
  return fmt::format("Built {}{} into {}: {}, {}, {}, {} in {:.2f} s\n", counted(report.posts, "post"),
                     drafts, options.output_name, counted(report.pages, "page"), diagrams_text(report),
                     counted(report.feeds, "feed"), size_text(report.bytes), seconds);
}

BuildOptions build_options(const Options& options) {
  return {.root = options.root,
          .output = options.output,
          .profile = options.profile,
          .base_url = options.base_url,
          .with_drafts = options.with_drafts,
          .with_future = options.with_future,
          .portable = options.portable,
          .strict = options.strict,
          .now = options.now,
          .jobs = options.jobs,
          .cache = options.with_cache ? CacheUse::read_and_write : CacheUse::none};
}

/// What to say of a build that wrote nothing because of its content.
std::string stopped_lines(const Found& found, const Options& options) {
  std::string lines =
      fmt::format("{}; nothing was written{}\n",
                  count_diagnostics(shown_diagnostics(found.diagnostics, options), found.posts),
                  found.diagnostics.has_errors() ? "" : ", since warnings count with --strict");
  if (options.format == Format::human && !options.quiet) lines += explanation_hint(found.diagnostics);
  return lines;
}

}  // namespace

int run_build(const Options& options, const Environment& environment, std::ostream& out,
              std::ostream& error) {
  if (const auto refusal = refuse_output(options.root, options.output)) {
    error << "error: cannot build there: " << printable(*refusal) << "\n";
    return exit_status::kUsage;
  }
  if (!holds_site(options.root)) {
    error << no_site_message(options);
    return exit_status::kUsage;
  }
  Found found;
  const auto report = build_site(build_options(options), found.diagnostics);
  if (report) found.posts = report->posts_read;
  if (!report) found.failure = report.error().message;
  tell(found, options, environment, out, error);
  if (!report) {
    error << "error: " << printable(found.failure) << "\n";
    return exit_status::kSystem;
  }
  if (!report->published) {
    error << stopped_lines(found, options);
    return status_of(found.diagnostics, options);
  }
  if (options.quiet) return exit_status::kDone;
  for (const auto& skipped : report->skipped) error << "Skipped " << printable(skipped) << "\n";
  if (!report->has_base_url)
    error << "Note: without base_url in pmsite.yaml, or --base-url, the feed and the sitemap point to "
          << kLocalBaseUrl << "\n";
  if (!report->cache_failure.empty())
    error << "Note: the next build draws its diagrams again: " << printable(report->cache_failure) << "\n";
  if (options.verbose) error << drawing_line(*report);
  error << closing_line(*report, options, environment.seconds_since_start());
  return exit_status::kDone;
}

}  // namespace pmsite
