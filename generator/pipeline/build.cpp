// SPDX-License-Identifier: MIT
#include "pipeline/build.hpp"

#include "check/checker.hpp"
#include "pipeline/drawing.hpp"
#include "pipeline/output.hpp"
#include "read/content_reader.hpp"
#include "render/render.hpp"
#include "render/theme.hpp"
#include "site/addresses.hpp"
#include "site/site.hpp"

#include <algorithm>
#include <utility>

namespace pmsite {
namespace {

bool stops(const Diagnostics& diagnostics, const BuildOptions& options) {
  return diagnostics.has_errors() || (options.strict && diagnostics.count(Level::warning) > 0);
}

BuildReport report_of(const Site& site, const Pictures& pictures, const std::vector<OutputFile>& files) {
  BuildReport report;
  report.published = true;
  report.posts = site.posts.size();
  report.diagrams = pictures.size();
  report.feeds = 1;
  report.has_base_url = !site.base_url.empty();
  for (const auto& [post, reason] : site.skipped) {
    report.skipped.push_back(post->file + ": " + reason);
    report.drafts_skipped += post->status == PostStatus::published ? 0U : 1U;
  }
  for (const auto& file : files) {
    report.bytes += file.bytes.size();
    report.pages += file.path.ends_with(".html") ? 1U : 0U;
  }
  return report;
}

}  // namespace

Result<CheckedContent> check_site(const CheckOptions& options, Diagnostics& diagnostics) {
  auto content =
      read_content({options.root, options.further_files, options.jobs}, diagnostics);  // files → facts
  if (!content) return content.error();
  if (!options.profile.empty()) content->config.profile = options.profile;

  check_content(*content, options.jobs, diagnostics);  // facts → diagnostics
  check_addresses(*content, diagnostics);
  Pictures pictures = draw_pictures(*content, options.jobs, diagnostics);  // DOT → SVG templates
  return CheckedContent{*std::move(content), std::move(pictures)};
}

Result<BuildReport> build_site(const BuildOptions& options, Diagnostics& diagnostics) {
  const auto checked = check_site({options.root, {}, options.profile, options.jobs}, diagnostics);
  if (!checked) return checked.error();
  const auto& [content, pictures] = *checked;

  const auto theme = load_theme(options.root, content.config.theme, diagnostics);
  if (!theme) return theme.error();
  BuildReport stopped;
  stopped.posts_read = content.posts.size();
  if (stops(diagnostics, options)) return stopped;  // never publish a site that is known to be wrong

  const Site site = assemble_site(content, {options.base_url, options.with_drafts, options.with_future,
                                            options.portable, options.now});    // facts → order
  auto files = render_site(site, *theme, pictures, options.jobs, diagnostics);  // order → bytes
  if (stops(diagnostics, options)) return stopped;
  if (const auto added = add_assets(options.root, content.assets, files); !added) return added.error();

  BuildReport report = report_of(site, pictures, files);
  report.posts_read = content.posts.size();
  if (const auto written = write_output(files, options.output); !written) return written.error();
  return report;
}

}  // namespace pmsite
