// SPDX-License-Identifier: MIT
#include "cli/verb_check.hpp"

#include "engine/json.hpp"
#include "support/golden.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

/// A site with a sound post and two with one error each.
void write_site(const TemporaryFolder& folder) {
  folder.write("pmsite.yaml", "title: Shop\n");
  write_post(folder, "2026-03-06-good");
  write_post(folder, "2026-03-07-grave", "severity: SEV9");
  write_post(folder, "2026-03-08-dog", "detection: dog");
}

/// A post whose profile only advises the review that it lacks.
void write_noted_post(const TemporaryFolder& folder) {
  write_post(folder, "2026-03-06-noted", "reviewers: []");
}

}  // namespace

TEST_CASE("a sound site is told so, and nothing is written") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  const FileTree before = read_tree(folder.path());
  const Run run = run_inside(folder.path(), {"check", "--no-cache"});
  CHECK(run.status == 0);
  CHECK(run.out == "");
  CHECK(run.error == "Checked 1 post: no errors, no warnings\n");
  CHECK(read_tree(folder.path()) == before);
  CHECK(run_inside(folder.path(), {"check", "--quiet"}).error == "");
}

TEST_CASE("a folder that holds no site is wrong usage, unless files are named") {
  const TemporaryFolder folder;
  const Run run = run_inside(folder.path(), {"check"});
  CHECK(run.status == 2);
  CHECK(run.error.starts_with("error: there is no site in `"));
  folder.write("2026-03-06-x.md", sample_post());
  const Run named = run_inside(folder.path(), {"check", "2026-03-06-x.md"});
  CHECK(named.status == 0);
  CHECK(named.error == "Checked 1 post: no errors, no warnings\n");
}

TEST_CASE("all faults of a site are printed, with their number") {
  const TemporaryFolder folder;
  write_site(folder);
  const Run run = run_inside(folder.path(), {"check"});
  CHECK(run.status == 1);
  CHECK(run.error.starts_with("error[severity-unknown]: "));
  CHECK(run.error.find("\nerror[field-value]: ") != std::string::npos);
  CHECK(run.error.ends_with(
      "\n2 errors in 2 of 3 posts\n`pmsite explain severity-unknown` says why and shows how\n"));
}

TEST_CASE("with files only their faults are reported, and only they decide the status") {
  const TemporaryFolder folder;
  write_site(folder);
  const Run good = run_inside(folder.path(), {"check", "content/posts/2026-03-06-good.md"});
  CHECK(good.status == 0);
  CHECK(good.error == "Checked 1 post: no errors, no warnings\n");
  const Run dog =
      run_inside(folder.path() / "content/posts", {"check", "2026-03-08-dog.md", "2026-03-06-good.md"});
  CHECK(dog.status == 1);
  CHECK(dog.error.starts_with("error[field-value]: `dog` is not a value of `detection`\n"));
  CHECK(dog.error.ends_with(
      "\n1 error in 1 of 2 posts\n`pmsite explain field-value` says why and shows how\n"));
}

TEST_CASE("a file outside of the site is checked too") {
  const TemporaryFolder folder;
  write_site(folder);
  folder.write("outside/2026-03-09-x.md", sample_post("severity: SEV9"));
  const Run run = run_inside(folder.path() / "outside", {"-C", "..", "check", "2026-03-09-x.md"});
  CHECK(run.status == 1);
  CHECK(run.error.find("--> outside/2026-03-09-x.md:") != std::string::npos);
}

TEST_CASE("a file that is named by way of a link is the same file") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "title: Shop\n");
  folder.write("site/content/posts/2026-03-07-grave.md", sample_post("severity: SEV9"));
  fs::create_directory_symlink("site", folder.path() / "alias");
  const Run run = run_inside(folder.path() / "site", {"-C", (folder.path() / "alias").string(), "check",
                                                      "content/posts/2026-03-07-grave.md"});
  CHECK(run.status == 1);
  CHECK(run.error.starts_with("error[severity-unknown]: "));
}

TEST_CASE("a warning is status 0, with --strict 1") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "", std::string(kSampleBody) + "\nA <b> tag.\n");
  const Run run = run_inside(folder.path(), {"check"});
  CHECK(run.status == 0);
  CHECK(run.error.ends_with("\n1 warning in 1 of 1 post\n"));
  CHECK(run_inside(folder.path(), {"check", "--strict"}).status == 1);
}

TEST_CASE("a quiet check still prints what is wrong, and no advice") {
  const TemporaryFolder folder;
  write_site(folder);
  const std::string quiet = run_inside(folder.path(), {"check", "-q"}).error;
  CHECK(quiet.ends_with("\n2 errors in 2 of 3 posts\n"));
  CHECK(run_inside(folder.path(), {"check"}).error.starts_with(quiet));
}

TEST_CASE("notes are counted, and printed where somebody asks for them; they never fail") {
  const TemporaryFolder folder;
  write_noted_post(folder);
  const Run few = run_inside(folder.path(), {"check", "--strict"});
  CHECK(few.status == 0);
  CHECK(few.error == "Checked 1 post: no errors, no warnings (1 note; -v shows it)\n");
  const Run all = run_inside(folder.path(), {"check", "--strict", "-v"});
  CHECK(all.status == 0);
  CHECK(all.error.starts_with("note[review-missing]: "));
  CHECK(all.error.ends_with("\n\nChecked 1 post: no errors, no warnings (1 note)\n"));
  CHECK(run_inside(folder.path(), {"check", "-q"}).error == "");
}

TEST_CASE("beside errors notes are counted in the same line") {
  const TemporaryFolder folder;
  write_noted_post(folder);
  write_post(folder, "2026-03-07-grave", "severity: SEV9");
  CHECK(
      run_inside(folder.path(), {"check"}).error.find("\n1 error in 1 of 2 posts (1 note; -v shows it)\n") !=
      std::string::npos);
  CHECK(run_inside(folder.path(), {"check", "-v"}).error.find("\n1 error, 1 note in 2 of 2 posts\n") !=
        std::string::npos);
}

TEST_CASE("programs read what was found on standard output, people the closing line on standard error") {
  const TemporaryFolder folder;
  write_site(folder);
  for (const std::string format : {"json", "github", "sarif"}) {
    const Run run = run_inside(folder.path(), {"check", "--format", format});
    CHECK(run.status == 1);
    CHECK(count_of(run.out, "severity-unknown") >= 1);
    CHECK(run.error == "2 errors in 2 of 3 posts\n");
  }
}

TEST_CASE("the report as JSON is whole also where all is well, or nothing can be read") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  const auto report = [&folder](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"check", "--format", "json"});
    const auto json = parse_json(run_inside(folder.path(), arguments).out);
    REQUIRE(json);
    return *json;
  };
  CHECK(to_json(at(report({}), "summary")) == R"({"posts":1,"errors":0,"warnings":0})");
  CHECK(to_json(at(report({}), "diagnostics")) == "[]");
  folder.write("content/posts/2026-03-07-y.md", "no front matter");
  CHECK(column(at(report({}), "diagnostics"), "rule") == "front-matter-missing");
  CHECK(to_json(at(report({"content/posts/2026-03-06-x.md"}), "summary")) ==
        R"({"posts":1,"errors":0,"warnings":0})");
  folder.write("pmsite.yaml", "theme: bold\n");
  CHECK(column(at(report({}), "diagnostics"), "rule") == "front-matter-missing|field-value");
}

TEST_CASE("faults of the configuration and of the theme are status 2") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "titel: Shop\n");
  CHECK(run_inside(folder.path(), {"check"}).status == 2);
  folder.write("pmsite.yaml", "theme: bold\n");
  const Run unknown = run_inside(folder.path(), {"check"});
  CHECK(unknown.status == 2);
  CHECK(unknown.error.find("there is no theme `bold`") != std::string::npos);
  folder.write("pmsite.yaml", "title: Shop\n");
  folder.write("themes/default/templates/text.mustache", "{{#open}}");
  const Run broken = run_inside(folder.path(), {"check"});
  CHECK(broken.status == 2);
  CHECK(broken.error.find("--> themes/default/templates/text.mustache:1:1\n") != std::string::npos);
}

TEST_CASE("faults of the content are told even where the theme does not exist") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "theme: bold\n");
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  CHECK(run_inside(folder.path(), {"check"}).error.find("severity-unknown") != std::string::npos);
  CHECK(run_inside(folder.path(), {"build"}).error.find("severity-unknown") != std::string::npos);
}

TEST_CASE("another profile asks for other things") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "-profile");
  CHECK(run_inside(folder.path(), {"check", "--profile", "learning"}).status == 0);
  CHECK(run_inside(folder.path(), {"check", "--profile", "sre"}).status == 1);
}

TEST_CASE("a failure of the system is status 74") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "title: Shop\n");
  folder.write("assets/a", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "assets/\x1b[31m");
  const Run run = run_inside(folder.path(), {"check"});
  CHECK(run.status == 74);
  CHECK(run.error.find("links are not followed") != std::string::npos);
  CHECK(run.error.find('\x1b') == std::string::npos);
}

TEST_CASE("the architectures of a site are listed with their size and use, unless files are named") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "title: Shop\n");
  folder.write("content/architectures/shop.dot",
               "digraph { checkout -> cache; checkout -> mail [kind=soft] }\n");
  folder.write("content/architectures/till.dot", "digraph { till -> cache }\n");
  write_post(folder, "2026-03-06-x", "architecture: shop");
  const Run run = run_inside(folder.path(), {"check"});
  CHECK_MESSAGE(run.error ==
                    "Architectures:\n"
                    "  shop  3 components, 2 dependencies, in 1 post\n"
                    "  till  2 components, 1 dependency, in 0 posts\n"
                    "Checked 1 post: no errors, no warnings\n",
                run.error);
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"check", "-q"},
                                                    {"check", "content/posts/2026-03-06-x.md"},
                                                    {"check", "--format", "json"}})
    CHECK(run_inside(folder.path(), arguments).error.find("till") == std::string::npos);
}

TEST_CASE("a check keeps drawings for the site, and nothing beside a file that belongs to none") {
  const TemporaryFolder site;
  site.write("pmsite.yaml", "title: Shop\n");
  site.write("content/architectures/shop.dot", "digraph { checkout -> cache }\n");
  run_inside(site.path(), {"check", "--no-cache"});
  CHECK_FALSE(fs::exists(site.path() / ".pmsite-cache"));
  run_inside(site.path(), {"check"});
  CHECK(fs::exists(site.path() / ".pmsite-cache/diagrams"));
  const TemporaryFolder elsewhere;
  elsewhere.write("2026-03-06-x.md", sample_post("trigger: A patch."));
  run_inside(elsewhere.path(), {"check", "2026-03-06-x.md"});
  CHECK_FALSE(fs::exists(elsewhere.path() / ".pmsite-cache"));
}

}  // namespace pmsite
