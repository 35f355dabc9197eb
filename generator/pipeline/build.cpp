// SPDX-License-Identifier: MIT
#include "pipeline/build.hpp"

#include "base/text.hpp"
#include "check/checker.hpp"
#include "pipeline/output.hpp"
#include "read/content_reader.hpp"
#include "read/reading_rules.hpp"
#include "render/render.hpp"
#include "render/theme.hpp"
#include "site/addresses.hpp"
#include "site/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

namespace pmsite {
namespace {

bool stops(const Diagnostics& diagnostics, const BuildOptions& options) {
  return diagnostics.has_errors() || (options.strict && diagnostics.count(Level::warning) > 0);
}

/// File → number of errors, of posts that are not published yet.
using DraftErrors = std::map<std::string, std::size_t>;

/// Takes the diagnostics of drafts out: an unfinished draft does not stop the finished posts.
DraftErrors set_drafts_aside(const Content& content, Diagnostics& diagnostics) {
  DraftErrors errors;
  for (const auto& post : content.posts)
    if (post.status != PostStatus::published) errors[post.file] = 0;
  Diagnostics others;
  for (auto& diagnostic : diagnostics.sorted()) {
    const auto draft = errors.find(diagnostic.file);
    if (draft == errors.end()) {
      others.add(std::move(diagnostic));
    } else if (diagnostic.level() == Level::error) {
      ++draft->second;
    }
  }
  diagnostics = std::move(others);
  return errors;
}

std::string skipped_line(const SkippedPost& skipped, const DraftErrors& errors) {
  const auto draft = errors.find(skipped.post->file);
  const std::string count = draft == errors.end() || draft->second == 0
                                ? std::string()
                                : fmt::format(" ({} so far)", counted(draft->second, "error"));
  return fmt::format("{}: {}{}", skipped.post->file, skipped.reason, count);
}

BuildReport report_of(const Site& site, const DrawnContent& drawn, const std::vector<OutputFile>& files,
                      const DraftErrors& draft_errors) {
  BuildReport report;
  report.published = true;
  report.posts_read = site.content->posts.size();
  report.posts = site.posts.size();
  report.diagrams = drawn.pictures.size();
  report.diagrams_laid_out = drawn.laid_out;
  report.diagrams_from_cache = drawn.from_cache;
  report.diagrams_retried = drawn.retried;
  report.cache_failure = drawn.cache_failure;
  report.has_base_url = !site.base_url.empty();
  for (const auto& skipped : site.skipped) {
    report.skipped.push_back(skipped_line(skipped, draft_errors));
    report.drafts_skipped += skipped.post->status == PostStatus::published ? 0U : 1U;
  }
  for (const auto& file : files) {
    report.bytes += file.bytes.size();
    report.pages += file.path.ends_with(".html") ? 1U : 0U;
    report.feeds += file.path.ends_with("feed.xml") ? 1U : 0U;
  }
  return report;
}

/// A theme is a folder of the site; only the default one is part of the program.
void check_theme(const std::filesystem::path& root, const SiteConfig& config, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (config.theme == "default" || std::filesystem::is_directory(root / "themes" / config.theme, ignored))
    return;
  diagnostics.add({&kFieldValue, std::string(kConfigFile), config.theme_at,
                   fmt::format("there is no theme `{}`", config.theme),
                   fmt::format("make the folder themes/{}, or use the default theme", config.theme)});
}

}  // namespace

Result<CheckedContent> check_site(const CheckOptions& options, Diagnostics& diagnostics) {
  auto content =
      read_content({options.root, options.further_files, options.jobs}, diagnostics);  // files → facts
  if (!content) return content.error();
  if (!options.profile.empty()) content->config.profile = options.profile;

  auto drawn =
      draw_content(*content, {options.root, options.jobs, options.cache}, diagnostics);  // DOT → pictures
  check_content(*content, options.now, options.jobs, diagnostics);  // facts → diagnostics
  check_addresses(*content, diagnostics);
  check_theme(options.root, content->config, diagnostics);
  return CheckedContent{*std::move(content), std::move(drawn)};
}

Result<BuildReport> build_site(const BuildOptions& options, Diagnostics& diagnostics) {
  const auto checked =
      check_site({options.root, {}, options.profile, options.now, options.jobs, options.cache}, diagnostics);
  if (!checked) return checked.error();
  const auto& [content, drawn] = *checked;
  const auto draft_errors = options.with_drafts ? DraftErrors() : set_drafts_aside(content, diagnostics);

  const auto theme = load_theme(options.root, content.config.theme, diagnostics);
  BuildReport stopped;
  stopped.posts_read = content.posts.size();
  if (stops(diagnostics, options)) return stopped;  // never publish a site that is known to be wrong
  if (!theme) return theme.error();

  const Site site = assemble_site(content, {options.base_url, options.with_drafts, options.with_future,
                                            options.portable, options.now});          // facts → order
  auto files = render_site(site, *theme, drawn.pictures, options.jobs, diagnostics);  // order → bytes
  if (stops(diagnostics, options)) return stopped;
  if (const auto added = add_assets(options.root, content.assets, files); !added) return added.error();
  if (const auto written = write_output(files, options.output); !written) return written.error();
  return report_of(site, drawn, files, draft_errors);
}

}  // namespace pmsite
