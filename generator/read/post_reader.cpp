// SPDX-License-Identifier: MIT
#include "read/post_reader.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "engine/markdown.hpp"
#include "engine/yaml.hpp"
#include "read/action_items.hpp"
#include "read/allowances.hpp"
#include "read/body.hpp"
#include "read/diagrams.hpp"
#include "read/fields.hpp"
#include "read/front_matter.hpp"
#include "read/passages.hpp"
#include "read/reading_rules.hpp"
#include "read/sections.hpp"
#include "read/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pmsite {
namespace {

std::string_view stem_of(std::string_view file) {
  const auto slash = file.rfind('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  if (file.ends_with(".md")) file.remove_suffix(3);
  return file;
}

/// "2026-03-04-checkout-failover" is a date and a slug.
void read_file_name(Postmortem& post, const FileReporter& reporter) {
  const auto stem = stem_of(post.file);
  const auto date = parse_date(stem.substr(0, std::min<std::size_t>(10, stem.size())));
  post.file_date =
      date.value_or(Date{std::chrono::year{kFirstYear}, std::chrono::January, std::chrono::day{1}});
  if (date && stem.size() > 11 && stem[10] == '-' && is_slug(stem.substr(11))) {
    post.slug = stem.substr(11);
    return;
  }
  const auto wanted = slugify(date ? stem.substr(10) : stem);
  reporter.report(kPostFileName, span_on_line(1, 1, 0), "the file name is not of the form YYYY-MM-DD-slug.md",
                  fmt::format("name it {}-{}.md", date ? format_date(*date) : "YYYY-MM-DD",
                              wanted.empty() ? "what-broke" : wanted));
}

void read_body(std::string_view body, int first_line, const SourceText& source, Postmortem& post,
               const FileReporter& reporter) {
  Nodes blocks = parse_markdown(body, first_line, reporter);
  report_unsafe(blocks, reporter);
  post.words = count_prose_words(blocks);
  post.allowances = read_allowances(blocks);
  post.diagrams = read_diagrams(blocks, reporter);
  assign_anchors(blocks);
  SplitBody split = split_sections(std::move(blocks));
  post.preamble = std::move(split.preamble);
  post.sections = std::move(split.sections);
  if (const Section* timeline = find_section(post, Role::timeline))
    post.timeline = read_timeline(*timeline, post.started_at, source, reporter);
  if (const Section* measures = find_section(post, Role::measures))
    post.actions = read_action_items(*measures, source, reporter);
}

}  // namespace

Postmortem read_post(const std::string& file, std::string_view bytes, Diagnostics& diagnostics) {
  const FileReporter reporter(file, diagnostics);
  const SourceText source = clean_source(file, bytes, diagnostics);
  Postmortem post;
  post.file = file;
  post.front_matter = span_on_line(1, 1, 3);
  read_file_name(post, reporter);
  const SplitFile split = split_file(source, reporter);
  if (split.has_front_matter) {
    if (const auto map = yaml::parse(split.front_matter, 2, reporter)) {
      post.has_facts = true;
      read_front_matter(*map, post, reporter);
    }
  }
  read_body(split.body, split.body_line, source, post, reporter);
  post.source = source;
  post.passages = passages_of(post);
  return post;
}

std::vector<std::string_view> page_keys() { return {"title", "description"}; }

TextPage read_page(const std::string& file, std::string_view bytes, Diagnostics& diagnostics) {
  const FileReporter reporter(file, diagnostics);
  const SourceText source = clean_source(file, bytes, diagnostics);
  TextPage page;
  page.file = file;
  page.slug = stem_of(file);
  if (!is_slug(page.slug))
    reporter.report(kPostFileName, span_on_line(1, 1, 0), "the file name is not of the form slug.md",
                    fmt::format("name it {}.md", slugify(page.slug).empty() ? "about" : slugify(page.slug)));
  const SplitFile split = split_file(source, reporter);
  const auto map = split.has_front_matter ? yaml::parse(split.front_matter, 2, reporter) : std::nullopt;
  if (map) {
    const FieldReader fields(reporter);
    fields.refuse_unknown(*map, page_keys());
    if (const auto* title = map->find("title")) {
      page.title = fields.text(*title).value;
    } else {
      fields.report_missing(span_on_line(1, 1, 3), "title", "title: what the page is called");
    }
    if (const auto* description = map->find("description"))
      page.description = fields.text(*description).value;
  }
  page.blocks = parse_markdown(split.body, split.body_line, reporter);
  report_unsafe(page.blocks, reporter);
  assign_anchors(page.blocks);
  return page;
}

}  // namespace pmsite
