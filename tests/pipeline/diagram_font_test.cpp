// SPDX-License-Identifier: MIT
#include "pipeline/diagram_font.hpp"

#include "engine/hash.hpp"
#include "support/faults.hpp"
#include "support/font_builder.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

const std::string kAdvice = " -> name a TTF or OTF file by its path below assets/";

/// A configuration whose third line names this font.
SiteConfig naming(const std::string& font) {
  SiteConfig config;
  config.diagram_font = Located<std::string>{font, span_on_line(3, 15, font.size())};
  return config;
}

/// What is reported of the font that the site's configuration names; nothing of it is used then.
std::string refusal_of(const TemporaryFolder& site, const std::string& font) {
  Diagnostics diagnostics;
  const DiagramFont read = read_diagram_font(site.path(), naming(font), diagnostics);
  CHECK_FALSE(read.widths);
  CHECK(read.fingerprint.empty());
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].file == "pmsite.yaml");
  CHECK(diagnostics.sorted()[0].at == span_on_line(3, 15, font.size()));
  return faults_with_help(diagnostics);
}

}  // namespace

TEST_CASE("a site that names no font has none, and no fault") {
  const TemporaryFolder site;
  Diagnostics diagnostics;
  const DiagramFont font = read_diagram_font(site.path(), SiteConfig(), diagnostics);
  CHECK_FALSE(font.widths);
  CHECK(font.fingerprint.empty());
  CHECK(faults(diagnostics) == "");
}

TEST_CASE("the font is read below assets/, with the fingerprint of its bytes") {
  const TemporaryFolder site;
  const std::string bytes = font_builder::font(font_builder::letters());
  site.write("assets/fonts/own.ttf", bytes);
  Diagnostics diagnostics;
  const DiagramFont font = read_diagram_font(site.path(), naming("fonts/own.ttf"), diagnostics);
  CHECK(faults(diagnostics) == "");
  REQUIRE(font.widths);
  CHECK(font.widths->advance(U'B') == 0.6);
  CHECK(font.fingerprint == fingerprint(bytes));
}

TEST_CASE("a font that is not there is reported where the configuration names it") {
  const TemporaryFolder site;
  CHECK(refusal_of(site, "own.ttf") ==
        "3:15 field-value: cannot read `assets/own.ttf`: No such file or directory" + kAdvice);
}

TEST_CASE("a file that is no TrueType or OpenType font is reported with what it is") {
  const TemporaryFolder site;
  site.write("assets/own.woff", "wOFF" + std::string(100, '\0'));
  site.write("assets/notes.txt", "not a font");
  CHECK(refusal_of(site, "own.woff") ==
        "3:15 field-value: `own.woff` cannot be measured: a WOFF font; use the TTF or OTF file it was made "
        "from -> "
        "diagrams are laid out by the widths of a TTF or OTF file");
  CHECK(refusal_of(site, "notes.txt").starts_with("3:15 field-value: `notes.txt` cannot be measured: "));
}

TEST_CASE("a damaged font is reported with the table that is wrong") {
  const TemporaryFolder site;
  font_builder::Tables tables = font_builder::letters();
  tables["cmap"].clear();
  site.write("assets/own.ttf", font_builder::font(tables));
  CHECK(refusal_of(site, "own.ttf").find("its table `cmap` ") != std::string::npos);
}

TEST_CASE("a link in the place of a font, or on the way to it, is refused") {
  const TemporaryFolder site, elsewhere;
  const auto font = elsewhere.write("own.ttf", font_builder::font(font_builder::letters()));
  fs::create_directories(site.path() / "assets");
  fs::create_symlink(font, site.path() / "assets/own.ttf");
  fs::create_symlink(elsewhere.path(), site.path() / "assets/fonts");
  CHECK(refusal_of(site, "own.ttf") ==
        "3:15 field-value: cannot read `assets/own.ttf`: links are not followed" + kAdvice);
  CHECK(refusal_of(site, "fonts/own.ttf") ==
        "3:15 field-value: cannot read `assets/fonts/own.ttf`: links are not followed" + kAdvice);
}

TEST_CASE("a font elsewhere on the machine is refused") {
  const TemporaryFolder site;
  site.write("own.ttf", font_builder::font(font_builder::letters()));
  fs::create_directories(site.path() / "assets");
  CHECK(refusal_of(site, "../own.ttf") ==
        "3:15 field-value: cannot read `assets/../own.ttf`: it lies outside of the site" + kAdvice);
  const std::string absolute = (site.path() / "own.ttf").string();
  CHECK(refusal_of(site, absolute).find(": it lies outside of the site") != std::string::npos);
}

TEST_CASE("a folder and a file beyond the limit are refused") {
  const TemporaryFolder site;
  fs::create_directories(site.path() / "assets/fonts");
  CHECK(refusal_of(site, "fonts") ==
        "3:15 field-value: cannot read `assets/fonts`: not a regular file" + kAdvice);
  fs::resize_file(site.write("assets/large.ttf", ""), (16U << 20) + 1);
  CHECK(refusal_of(site, "large.ttf") ==
        "3:15 field-value: cannot read `assets/large.ttf`: larger than 16777216 bytes" + kAdvice);
}

}  // namespace pmsite
