// SPDX-License-Identifier: MIT
#include "render/theme.hpp"

#include "support/faults.hpp"
#include "support/golden.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace pmsite {
namespace {

/// A theme of a site on the disk, and what is wrong with it.
struct Loaded {
  Result<Theme> theme;
  Diagnostics diagnostics;
};

Loaded load(const TemporaryFolder& site, const std::string& name) {
  Diagnostics diagnostics;
  auto theme = load_theme(site.path(), name, diagnostics);
  return {std::move(theme), std::move(diagnostics)};
}

/// What the template `name` of the theme makes of no data but a heading and a body.
std::string text_page(const Theme& theme, std::string_view name) {
  Diagnostics diagnostics;
  return theme.templates.render(name, Value::Object{{"heading", "H"}, {"body_html", "<p>B</p>"}},
                                diagnostics);
}

}  // namespace

TEST_CASE("the default theme is in the program, byte for byte") {
  const FileTree folder = read_tree(source_folder() / "themes/default");
  CHECK(default_theme_files().size() == folder.size());
  for (const auto& [path, bytes] : default_theme_files()) {
    const bool is_same = folder.at(std::string(path)) == bytes;
    CHECK_MESSAGE(is_same, "the program was built from another version of ", std::string(path));
  }
}

TEST_CASE("files of the default theme are sorted, and none but templates are published") {
  for (const auto& file : default_theme().files) CHECK(file.path.starts_with("theme/"));
  CHECK(paths_of(default_theme().files).find("theme/css/site.css") != std::string::npos);
  CHECK(paths_of(default_theme().files).find("mustache") == std::string::npos);
}

TEST_CASE("a file of the site replaces the file of the same name, and only that") {
  const TemporaryFolder site;
  site.write("themes/default/templates/text.mustache", "<own>{{heading}}{{{body_html}}}</own>");
  site.write("themes/default/css/site.css", "own { }");
  const Loaded loaded = load(site, "default");
  REQUIRE(loaded.theme);
  CHECK(faults(loaded.diagnostics) == "");
  CHECK(text_page(*loaded.theme, "text") == "<own>H<p>B</p></own>");
  CHECK(file_at(loaded.theme->files, "theme/css/site.css").bytes == "own { }");
  CHECK(loaded.theme->files.size() == default_theme().files.size());
}

TEST_CASE("a theme of another name begins as the default theme, and may add files and templates") {
  const TemporaryFolder site;
  site.write("themes/bold/templates/text.mustache", "{{> extra}}");
  site.write("themes/bold/templates/extra.mustache", "<extra>{{heading}}</extra>");
  site.write("themes/bold/js/a.js", "a()");
  const Loaded loaded = load(site, "bold");
  REQUIRE(loaded.theme);
  CHECK(faults(loaded.diagnostics) == "");
  CHECK(text_page(*loaded.theme, "text") == "<extra>H</extra>");
  CHECK(file_at(loaded.theme->files, "theme/js/a.js").bytes == "a()");
  CHECK(file_at(loaded.theme->files, "theme/css/site.css").bytes ==
        file_at(default_theme().files, "theme/css/site.css").bytes);
}

TEST_CASE("a theme that does not exist is an error with its name and folder") {
  const TemporaryFolder site;
  const Loaded loaded = load(site, "bold");
  REQUIRE_FALSE(loaded.theme);
  CHECK(loaded.theme.error().message ==
        "there is no theme `bold`: the folder `themes/bold` is missing or empty");
}

TEST_CASE("a fault in a template is reported in the file that holds it") {
  const TemporaryFolder site;
  site.write("themes/default/templates/text.mustache", "one\n{{{heading}}}\n");
  const Loaded loaded = load(site, "default");
  REQUIRE(loaded.diagnostics.sorted().size() == 1);
  CHECK(loaded.diagnostics.sorted()[0].file == "themes/default/templates/text.mustache");
  CHECK(faults(loaded.diagnostics) == "2:1 template-syntax: `heading` may not be written unescaped");
}

TEST_CASE("a template that is not UTF-8 text is reported") {
  const TemporaryFolder site;
  site.write("themes/default/templates/text.mustache", "a\xFF");
  CHECK(faults(load(site, "default").diagnostics) == "1:2 source-encoding: byte 0xFF is not valid UTF-8");
}

TEST_CASE("other files of a theme may hold any bytes; hidden ones are left alone") {
  const TemporaryFolder site;
  const std::string_view bytes("\x89PNG\0\xFF", 6);
  site.write("themes/default/a.png", bytes);
  site.write("themes/default/.DS_Store", "junk");
  const Loaded loaded = load(site, "default");
  REQUIRE(loaded.theme);
  CHECK(file_at(loaded.theme->files, "theme/a.png").bytes == bytes);
  CHECK(paths_of(loaded.theme->files).find("DS_Store") == std::string::npos);
}

TEST_CASE("a theme with a link in it is refused") {
  const TemporaryFolder site;
  site.write("themes/default/css/a.css", "");
  std::filesystem::create_symlink("/etc/passwd", site.path() / "themes/default/css/b.css");
  const Loaded loaded = load(site, "default");
  REQUIRE_FALSE(loaded.theme);
  CHECK(loaded.theme.error().message.find("links are not followed") != std::string::npos);
}

}  // namespace pmsite
