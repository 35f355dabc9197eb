// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

// What content/pages/themes.md promises to the authors of themes: every template has a section there, and
// every name that a template uses a row in it. A name is held against its place: `label` in {{#lead}} in
// {{#facts}} is `facts.lead.label`, or a name of what encloses it, as Mustache looks it up.

namespace pmsite::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPage = "content/pages/themes.md";
constexpr std::string_view kCommonHeading = "## Names on every page";
constexpr std::string_view kCommon;  ///< the section of the names that every page has

using Texts = std::map<std::string, std::string>;  ///< by name

fs::path root() { return PMSITE_SOURCE_FOLDER; }

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

Texts default_templates() {
  Texts templates;
  for (const auto& entry : fs::directory_iterator(root() / "themes/default/templates"))
    templates[entry.path().stem().string()] = text_of(entry.path());
  return templates;
}

/// What stands in backquotes.
std::vector<std::string> in_backquotes(std::string_view text) {
  std::vector<std::string> words;
  for (auto begin = text.find('`'); begin != std::string_view::npos; begin = text.find('`', begin)) {
    const auto end = text.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    words.emplace_back(text.substr(begin + 1, end - begin - 1));
    begin = end + 1;
  }
  return words;
}

/// The tables of the page, by template.
class Reference {
 public:
  /// A section begins with "### `name`", and several templates may share one. Its tables have names in their
  /// first column; "with the names of [`card`]" in the second says that the item has those of that section.
  explicit Reference(const std::string& page) {
    std::istringstream stream(page);
    std::vector<std::string> open;
    bool in_code = false;
    for (std::string line; std::getline(stream, line);) {
      if (line.starts_with("```")) in_code = !in_code;
      if (in_code) continue;
      if (line.starts_with("## ") || line.starts_with("### ")) {
        open.clear();
        if (line == kCommonHeading) open.emplace_back(kCommon);
        if (line.starts_with("### `")) open = in_backquotes(line);
        for (const auto& name : open) sections_[name];
      }
      if (line.starts_with("| `"))
        for (const auto& name : open) add_row(sections_[name], line);
    }
  }

  /// Whether the section of a template, or that of the common names, has a row for the name.
  bool has(const std::string& of_template, const std::string& name) const {
    return is_in(of_template, name) || is_in(std::string(kCommon), name);
  }

  std::set<std::string> templates() const {
    std::set<std::string> names;
    for (const auto& [name, rows] : sections_)
      if (name != kCommon) names.insert(name);
    return names;
  }

  /// The words that names consist of: `facts.lead` is two.
  std::set<std::string> words() const {
    std::set<std::string> words;
    for (const auto& [section, rows] : sections_)
      for (const auto& [name, other] : rows) {
        std::istringstream parts(name);
        for (std::string part; std::getline(parts, part, '.');) words.insert(part);
      }
    return words;
  }

 private:
  using Rows = std::map<std::string, std::string>;  ///< name → the section whose names its items have

  static void add_row(Rows& rows, const std::string& line) {
    constexpr std::string_view kOther = "with the names of [`";
    const auto other = line.find(kOther);
    const auto begin = other + kOther.size();
    for (const auto& name : in_backquotes(line.substr(0, line.find(" | "))))
      rows[name] = other == std::string::npos ? "" : line.substr(begin, line.find('`', begin) - begin);
  }

  bool is_in(const std::string& section, const std::string& name) const {
    const auto found = sections_.find(section);
    if (found == sections_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const auto& row) {
      const auto& [known, other] = row;
      return known == name ||
             (!other.empty() && name.starts_with(known + ".") && is_in(other, name.substr(known.size() + 1)));
    });
  }

  std::map<std::string, Rows> sections_;
};

struct Tag {
  char sigil = 0;  ///< one of #^/>!{&, or 0
  std::string name;
  std::size_t line = 1;
};

std::vector<Tag> tags_of(const std::string& text) {
  std::vector<Tag> tags;
  std::size_t line = 1, at = 0;
  for (auto begin = text.find("{{"); begin != std::string::npos; begin = text.find("{{", at)) {
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    at = begin + 2;
    const auto end = std::min(text.find("}}", begin), text.size());
    std::string name = text.substr(begin + 2, end - begin - 2);
    const char sigil = std::string_view("#^/>!{&").find(name[0]) == std::string_view::npos ? '\0' : name[0];
    std::erase_if(name, [sigil](char c) { return c == ' ' || c == sigil; });
    tags.push_back({sigil, name, line});
  }
  return tags;
}

/// Follows a template through its sections.
class NameFinder {
 public:
  NameFinder(const Reference& reference, std::string of_template)
      : reference_(reference), template_(std::move(of_template)) {}

  Problems find(const std::string& text) {
    Problems problems;
    for (const auto& tag : tags_of(text)) {
      if (tag.sigil == '!' || tag.sigil == '>') continue;
      if (tag.sigil == '/') {
        if (!open_.empty()) open_.pop_back();
        continue;
      }
      const std::string name = place_of(tag.name);
      if (name.empty())
        problems.push_back("themes/default/templates/" + template_ + ".mustache:" + std::to_string(tag.line) +
                           ": `" + tag.name + "`" + around() + " has no row in the section of " +
                           std::string(kPage) + "; add one");
      if (tag.sigil == '#') open_.push_back(name.empty() ? tag.name : name);
      // What is not there has no names of its own.
      if (tag.sigil == '^') open_.push_back(open_.empty() ? "" : open_.back());
    }
    return problems;
  }

 private:
  /// The name with the way to it, from the innermost section outwards; empty where no row has it.
  std::string place_of(const std::string& name) const {
    for (auto section = open_.rbegin(); section != open_.rend(); ++section)
      if (reference_.has(template_, below(*section, name))) return below(*section, name);
    return reference_.has(template_, name) ? name : std::string();
  }

  std::string around() const { return open_.empty() ? "" : ", inside of `" + open_.back() + "`,"; }

  static std::string below(const std::string& section, const std::string& name) {
    return section.empty() ? name : section + "." + name;
  }

  const Reference& reference_;
  std::string template_;
  std::vector<std::string> open_;
};

Problems unexplained(const Texts& templates, const Reference& reference) {
  Problems problems;
  const auto documented = reference.templates();
  for (const auto& [name, text] : templates) {
    if (!documented.contains(name)) {
      problems.push_back(std::string(kPage) + ": there is no section \"### `" + name + "`\"; write it");
      continue;
    }
    for (const auto& problem : NameFinder(reference, name).find(text)) problems.push_back(problem);
  }
  for (const auto& name : documented)
    if (!templates.contains(name))
      problems.push_back(std::string(kPage) + ": there is no template `" + name + "`; remove its section");
  return problems;
}

/// Where names for templates are given and nothing else has names: these write JSON as well.
bool gives_names(const SourceFile& file) {
  constexpr std::string_view kJson[] = {"render/feed.cpp", "render/incident_json.cpp",
                                        "render/structured_data.cpp"};
  return floor_of(file.path) == "render" &&
         std::find(std::begin(kJson), std::end(kJson), file.path) == std::end(kJson) &&
         std::any_of(file.code.begin(), file.code.end(),
                     [](const auto& line) { return line.find("Value::Object") != std::string::npos; });
}

/// "title" of `{"title", ...}`, in every place.
std::vector<std::string> names_given(const std::string& line) {
  std::vector<std::string> names;
  for (auto at = line.find("{\""); at != std::string::npos; at = line.find("{\"", at + 1)) {
    const auto end = line.find('"', at + 2);
    const auto name = line.substr(at + 2, end - at - 2);
    const bool is_name = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
    if (end != std::string::npos && is_name && !name.empty() && line.compare(end, 2, "\",") == 0)
      names.push_back(name);
  }
  return names;
}

Problems untold(const std::vector<SourceFile>& files, const Reference& reference) {
  Problems problems;
  const auto words = reference.words();
  for (const auto& file : files) {
    if (!gives_names(file)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      for (const auto& name : names_given(file.lines[i]))
        if (!words.contains(name))
          add(problems, file, i + 1,
              "gives templates `" + name + "`, which " + std::string(kPage) + " does not have; add a row");
  }
  return problems;
}

/// Words of the page that no file of render/ spells.
Problems outdated(const std::vector<SourceFile>& files, const Reference& reference) {
  const auto is_given = [&files](const std::string& word) {
    return std::any_of(files.begin(), files.end(), [&](const SourceFile& file) {
      return floor_of(file.path) == "render" &&
             std::any_of(file.lines.begin(), file.lines.end(), [&](const auto& line) {
               return line.find("\"" + word + "\"") != std::string::npos;
             });
    });
  };
  Problems problems;
  for (const auto& word : reference.words()) {
    constexpr std::string_view kHas = "has_";  // put before the name of a list
    if (!is_given(word) && !(word.starts_with(kHas) && is_given(word.substr(kHas.size()))))
      problems.push_back(std::string(kPage) + ": nothing gives templates `" + word + "`; remove the row");
  }
  return problems;
}

const Reference& reference() {
  static const Reference kReference(text_of(root() / kPage));
  return kReference;
}

const Reference kExample(
    "## Names on every page\n| `site.title` | |\n| `feeds` | a list |\n| `feeds.url` | |\n"
    "### `page`\n| `title`, `url` | |\n| `rows` | a list, with the names of [`card`](#card) |\n"
    "```\n| `code` | |\n```\n## More\n| `other` | |\n"
    "### `card` and `tile`\n| `label` | |\n| `deep.list` | |\n| `deep.list.name` | |\n");

/// What is wrong with a template "page", by the example.
std::string faults(const std::string& text) {
  return list(unexplained({{"page", text}, {"card", ""}, {"tile", ""}}, kExample));
}

}  // namespace

TEST_CASE("every template has a section in the page of themes, and every name that it uses a row there") {
  CHECK(default_templates().size() > 10);
  CHECK(list(unexplained(default_templates(), reference())) == "");
}

TEST_CASE("every name that pages are given is told to authors of themes") {
  CHECK(list(untold(generator_sources(), reference())) == "");
}

TEST_CASE("the page of themes tells of no name that nothing gives") {
  CHECK(reference().words().size() > 100);
  CHECK(list(outdated(generator_sources(), reference())) == "");
}

TEST_CASE("names are found in their section, in what encloses it, and among those of every page") {
  CHECK(faults("{{title}}{{#rows}}{{label}}{{url}}{{#deep.list}}{{name}}{{label}}{{/deep.list}}{{/rows}}") ==
        "");
  CHECK(faults("{{site.title}}{{#feeds}}{{url}}{{/feeds}}{{^rows}}{{title}}{{/rows}}{{! note }}{{> card}}") ==
        "");
}

TEST_CASE("a name that a template uses and its section does not have is named with its place") {
  CHECK(
      faults("{{title}}\n{{#rows}}\n{{{new_html}}}\n{{/rows}}") ==
      "themes/default/templates/page.mustache:3: `new_html`, inside of `rows`, has no row in the section of "
      "content/pages/themes.md; add one");
  CHECK(faults("{{label}}") != "");                    // only a card has it
  CHECK(faults("{{^rows}}{{label}}{{/rows}}") != "");  // there is no card
  CHECK(faults("{{#new}}{{title}}{{/new}}") != "");
  CHECK(faults("{{^new}}{{/new}}") != "");
  CHECK(faults("{{rows.title}}") != "");
  CHECK(faults("{{code}}") != "");
  CHECK(faults("{{other}}") != "");
}

TEST_CASE("a template without a section, and a section without a template, are named") {
  CHECK(list(unexplained({{"page", ""}, {"card", ""}, {"new", ""}}, kExample)) ==
        "content/pages/themes.md: there is no section \"### `new`\"; write it\n"
        "content/pages/themes.md: there is no template `tile`; remove its section");
}

TEST_CASE("a name that the generator gives, or no longer gives, is held against the page") {
  const auto given =
      source_file("render/a.cpp", "Value::Object{{\"title\", a}, {\"new\", b}};\nf({\"Text\", 1}, \"x\");\n");
  CHECK(list(untold({given}, kExample)) ==
        "generator/render/a.cpp:1: gives templates `new`, which content/pages/themes.md does not have; add a "
        "row");
  CHECK(list(untold({source_file("render/feed.cpp", "Value::Object{{\"new\", b}};\n"),
                     source_file("cli/a.cpp", "Value::Object{{\"new\", b}};\n")},
                    kExample)) == "");
  CHECK(list(outdated({given}, Reference("### `page`\n| `title`, `has_title`, `old` | |\n"))) ==
        "content/pages/themes.md: nothing gives templates `old`; remove the row");
}

}  // namespace pmsite::tidy
