// SPDX-License-Identifier: MIT
#include "support/site_fixture.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "read/architecture.hpp"
#include "read/post_reader.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace pmsite {
namespace {

constexpr std::string_view kSampleFacts = R"(title: Checkout was down
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout]
impact: {users_percent: 37, symptoms: The pay button spun for a minute.}
detection: monitoring_alert
root_cause: {category: config_change, text: The pool kept dead sockets.}
trigger: The cache failed over.
contributing_factors: [Nobody rehearses a failover.]
misleading_paths: {none: the first guess was right}
authors: [Ada Okoro]
reviewers: [{name: Bo Lund, decision: approved, at: 2026-03-06}]
profile: learning)";

std::string_view key_of(std::string_view line) { return line.substr(0, line.find(':')); }

void replace(std::vector<std::string>& lines, std::string_view line) {
  const bool removes = line.starts_with('-');
  const auto key = removes ? line.substr(1) : key_of(line);
  const auto found =
      std::find_if(lines.begin(), lines.end(), [key](const auto& each) { return key_of(each) == key; });
  if (removes) {
    REQUIRE(found != lines.end());
    lines.erase(found);
  } else if (found != lines.end()) {
    *found = line;
  } else {
    lines.emplace_back(line);
  }
}

}  // namespace

std::string sample_post(std::string_view facts, std::string_view body) {
  std::vector<std::string> lines;
  for (const auto line : split(kSampleFacts, '\n')) lines.emplace_back(line);
  for (const auto line : split(facts, '\n'))
    if (!line.empty()) replace(lines, line);
  return "---\n" + join(lines, "\n") + "\n---\n\n" + std::string(body);
}

Postmortem read_sample(std::string_view facts, std::string_view body, const std::string& file) {
  Diagnostics diagnostics;
  Postmortem post = read_post(file, sample_post(facts, body), diagnostics);
  CHECK_MESSAGE(!diagnostics.has_errors(), faults(diagnostics));
  return post;
}

UtcTime sample_time() { return instant_at(*parse_date("2030-01-01"), {}, std::chrono::minutes{0}).utc; }

SampleSite& SampleSite::post(const std::string& file, std::string_view facts, std::string_view body) {
  content.posts.push_back(read_sample(facts, body, "content/posts/" + file + ".md"));
  return *this;
}

SampleSite& SampleSite::page(const std::string& slug, std::string_view title, std::string_view body) {
  const std::string text = "---\ntitle: '" + std::string(title) + "'\n---\n" + std::string(body);
  content.pages.push_back(read_page("content/pages/" + slug + ".md", text, diagnostics));
  return *this;
}

SampleSite& SampleSite::architecture(const std::string& name, const Graph& graph) {
  Architecture architecture;
  architecture.name = name;
  architecture.file = "content/architectures/" + name + ".dot";
  architecture.dot = "digraph " + name;
  fill_architecture(architecture, graph);
  content.architectures.push_back(std::move(architecture));
  return *this;
}

const Theme& default_theme() {
  static const Theme theme = [] {
    Diagnostics diagnostics;
    auto loaded = load_theme("/nowhere", "default", diagnostics);
    REQUIRE(loaded);
    REQUIRE_MESSAGE(diagnostics.sorted().empty(), faults(diagnostics));
    return *std::move(loaded);
  }();
  return theme;
}

Theme theme_of(const std::string& name, const std::string& text) {
  Diagnostics diagnostics;
  Theme theme;
  theme.templates = TemplateSet::compile({{name, {name + ".mustache", text}}}, diagnostics);
  REQUIRE_MESSAGE(diagnostics.sorted().empty(), faults(diagnostics));
  return theme;
}

void write_post(const TemporaryFolder& folder, const std::string& file, std::string_view facts,
                std::string_view body) {
  folder.write("content/posts/" + file + ".md", sample_post(facts, body));
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto found = text.find(part); found != std::string_view::npos; found = text.find(part, found + 1))
    ++count;
  return count;
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const auto begin = text.find(before);
  if (begin == std::string_view::npos) return "there is no " + std::string(before);
  const auto inside = text.substr(begin + before.size());
  return std::string(inside.substr(0, inside.find(after)));
}

std::string line_with(std::string_view text, std::string_view part) {
  for (const auto line : split(text, '\n'))
    if (line.find(part) != std::string_view::npos) return std::string(line);
  return "no line has " + std::string(part);
}

const OutputFile& file_at(const std::vector<OutputFile>& files, std::string_view path) {
  const auto found =
      std::find_if(files.begin(), files.end(), [path](const auto& file) { return file.path == path; });
  REQUIRE_MESSAGE(found != files.end(), "there is no file ", path);
  return *found;
}

std::string paths_of(const std::vector<OutputFile>& files) {
  std::vector<std::string> paths;
  for (const auto& file : files) paths.push_back(file.path);
  return join(paths, "\n");
}

const Value& at(const Value& value, std::string_view path) {
  const Value* found = &value;
  for (const auto name : split(path, '.')) {
    found = found->find(name);
    REQUIRE_MESSAGE(found != nullptr, "there is no ", path);
  }
  return *found;
}

std::string text_at(const Value& value, std::string_view path) {
  const auto* text = at(value, path).get_if<std::string>();
  REQUIRE_MESSAGE(text != nullptr, path, " is not a text");
  return *text;
}

std::string column(const Value& list, std::string_view member) {
  const auto* items = list.get_if<Value::List>();
  REQUIRE(items != nullptr);
  std::vector<std::string> texts;
  for (const auto& item : *items) {
    const auto* flag = at(item, member).get_if<bool>();
    texts.push_back(flag != nullptr ? (*flag ? "yes" : "no") : text_at(item, member));
  }
  return join(texts, "|");
}

}  // namespace pmsite
