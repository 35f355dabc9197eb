// SPDX-License-Identifier: MIT
#include "cli/verb_build.hpp"

#include "support/golden.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

constexpr const char* kConfig = "base_url: https://shop.example/\n";
const std::string kNote =
    "Note: without base_url in pmsite.yaml, or --base-url, the feed and the sitemap point to "
    "http://localhost:8000/\n";

/// The closing line without the size, which every change of the theme moves.
std::string without_size(std::string line) {
  const auto size = line.rfind(", ");
  return size == std::string::npos ? line : line.substr(0, size) + line.substr(line.find(" in ", size));
}

}  // namespace

TEST_CASE("a build ends with a line that says what it did") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-x");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 0);
  CHECK(run.out == "");
  CHECK(without_size(run.error) == "Built 1 post into public: 11 pages, 1 diagram, 3 feeds in 0.25 s\n");
  CHECK(run.error.find(" KB in 0.25 s\n") != std::string::npos);
}

TEST_CASE("a folder that holds no site is wrong usage, and nothing is written into it") {
  const TemporaryFolder folder;
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 2);
  CHECK(run.error == "error: there is no site in `" + folder.path().string() +
                         "`: neither pmsite.yaml nor content/posts\n"
                         "  = help: go to the site's folder, or name it with -C\n");
  CHECK(read_tree(folder.path()).empty());
}

TEST_CASE("the line names the output as the user called it") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  CHECK(without_size(run_inside(folder.path(), {"build", "-o", "./out/"}).error) ==
        "Built 0 posts into ./out/: 4 pages, 0 diagrams, 1 feed in 0.25 s\n");
  CHECK(fs::exists(folder.path() / "out/index.html"));
}

TEST_CASE("large sites are told in megabytes") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  folder.write("assets/a.bin", std::string(1'950'000, 'x'));
  CHECK(run_inside(folder.path(), {"build"}).error.find(", 2.0 MB in 0.25 s\n") != std::string::npos);
}

TEST_CASE("each post that is left out has a line with its reason, and drafts are counted") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-a", "status: draft");
  write_post(folder, "2026-03-06-b", "status: in_review");
  write_post(folder, "2031-03-06-c");
  write_post(folder, "2026-03-06-d");
  CHECK(without_size(run_inside(folder.path(), {"build"}).error) ==
        "Skipped content/posts/2026-03-06-a.md: a draft\n"
        "Skipped content/posts/2026-03-06-b.md: in review\n"
        "Skipped content/posts/2031-03-06-c.md: published later, on 2031-03-06\n"
        "Built 1 post (2 drafts skipped) into public: 11 pages, 1 diagram, 3 feeds in 0.25 s\n");
}

TEST_CASE("the errors of a draft are counted, and stop nothing") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-a", "status: draft\nseverity: SEV9");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 0);
  CHECK(run.error.starts_with(
      "Skipped content/posts/2026-03-06-a.md: a draft (1 error so far)\nBuilt 0 posts "));
  CHECK(run_inside(folder.path(), {"build", "--drafts"}).status == 1);
  CHECK(run_inside(folder.path(), {"check"}).status == 1);
}

TEST_CASE("the time to build for decides what is of the future") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-x");
  const Run before = run_inside(folder.path(), {"build", "--now", "2026-03-05"});
  CHECK(before.error.starts_with("Skipped content/posts/2026-03-06-x.md: published later, on 2026-03-06\n"));
  CHECK(run_inside(folder.path(), {"build", "--now", "2026-03-06"}).error.starts_with("Built 1 post into"));
  CHECK(run_inside(folder.path(), {"build", "--now", "2026-03-05", "--future"})
            .error.starts_with("Built 1 post into"));
}

TEST_CASE("without a base URL a note says what feeds and sitemap point to") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "title: Shop\n");
  CHECK(run_inside(folder.path(), {"build"}).error.starts_with(kNote + "Built 0 posts "));
  CHECK(run_inside(folder.path(), {"build", "--base-url", "https://shop.example"})
            .error.starts_with("Built 0 posts "));
}

TEST_CASE("a quiet build says nothing unless something is wrong") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-a", "status: draft");
  CHECK(run_inside(folder.path(), {"build", "-q"}).error == "");
  write_post(folder, "2026-03-06-b", "severity: SEV9");
  const Run run = run_inside(folder.path(), {"build", "-q"});
  CHECK(run.status == 1);
  CHECK(run.error.find("error[severity-unknown]") != std::string::npos);
}

TEST_CASE("a build with errors prints them all, writes nothing and is status 1") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-a", "severity: SEV9");
  write_post(folder, "2026-03-06-b", "detection: dog");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 1);
  CHECK(run.out == "");
  CHECK(run.error.starts_with("error[severity-unknown]: "));
  CHECK(run.error.find("\nerror[field-value]: ") != std::string::npos);
  CHECK(
      run.error.ends_with("\n2 errors in 2 of 2 posts; nothing was written\n"
                          "`pmsite explain severity-unknown` says why and shows how\n"));
  CHECK(run_inside(folder.path(), {"build", "-q"}).error.ends_with("; nothing was written\n"));
  CHECK_FALSE(fs::exists(folder.path() / "public"));
}

TEST_CASE("warnings are printed above the closing line, and stop a strict build") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-a", "", std::string(kSampleBody) + "\nA <b> tag.\n");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 0);
  CHECK(run.error.starts_with("warning[raw-html]: "));
  CHECK(run.error.find("\n\nBuilt 1 post ") != std::string::npos);
  const Run strict = run_inside(folder.path(), {"build", "--strict", "-o", "strict"});
  CHECK(strict.status == 1);
  CHECK(strict.error.ends_with(
      "\n1 warning in 1 of 1 post; nothing was written, since warnings count with --strict\n"));
  CHECK_FALSE(fs::exists(folder.path() / "strict"));
}

TEST_CASE("programs read what was found on standard output, people the closing line on standard error") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-a");
  const Run good = run_inside(folder.path(), {"build", "--format", "json"});
  CHECK(good.out.find("\"diagnostics\": []") != std::string::npos);
  CHECK(good.error.starts_with("Built 1 post "));
  write_post(folder, "2026-03-06-b", "severity: SEV9");
  for (const std::string format : {"json", "github", "sarif"}) {
    const Run run = run_inside(folder.path(), {"build", "--format", format});
    CHECK(run.status == 1);
    CHECK(count_of(run.out, "severity-unknown") >= 1);
    CHECK(run.error == "1 error in 1 of 2 posts; nothing was written\n");
  }
}

TEST_CASE("a build that the system stopped still reports, and its log says that it did not succeed") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  folder.write("assets/a.png", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "assets/b.png");
  const Run run = run_inside(folder.path(), {"build", "--format", "sarif"});
  CHECK(run.status == 74);
  CHECK(run.out.find("\"executionSuccessful\": false") != std::string::npos);
  CHECK(run.out.find("links are not followed") != std::string::npos);
}

TEST_CASE("faults in the configuration are status 2, and the output stays as it was") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "title: Shop\n");
  CHECK(run_inside(folder.path(), {"build"}).status == 0);
  const FileTree before = read_tree(folder.path() / "public");
  folder.write("pmsite.yaml", "titel: Shop\n");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 2);
  CHECK(run.error.find("did you mean `title`?") != std::string::npos);
  CHECK(read_tree(folder.path() / "public") == before);
}

TEST_CASE("a theme that does not exist is a fault of the configuration") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "theme: bold\n");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.error.find("there is no theme `bold`") != std::string::npos);
  CHECK(run.status == 2);
}

TEST_CASE("an output that would destroy something is refused before anything is read") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "titel: wrong\n");
  folder.write("photos/cat.jpg", "cat");
  const Run run = run_inside(folder.path(), {"build", "-o", "photos"});
  CHECK(run.status == 2);
  CHECK(run.error == "error: cannot build there: `" + (folder.path() / "photos").string() +
                         "` has files in it that pmsite did not make; empty it or choose another folder\n");
  CHECK(run_inside(folder.path(), {"build", "-o", "."}).status == 2);
  CHECK(run_inside(folder.path(), {"build", "-o", "content/posts"}).status == 2);
}

TEST_CASE("a failure of the system is status 74 with a sentence") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  folder.write("assets/a.png", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "assets/b.png");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 74);
  CHECK(run.error.starts_with("error: cannot copy `"));
  CHECK(run.error.ends_with("assets/b.png`: links are not followed\n"));
}

TEST_CASE("names of files are harmless in every message") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  folder.write("assets/a.png", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "assets/\x1b[31m.png");
  const Run run = run_inside(folder.path(), {"build"});
  CHECK(run.status == 74);
  CHECK(run.error.find('\x1b') == std::string::npos);
  folder.write("\x1b[31m/x", "x");
  CHECK(run_inside(folder.path(), {"build", "-o", "\x1b[31m"}).error.find('\x1b') == std::string::npos);
}

TEST_CASE("colour is used where it is asked for") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-a", "severity: SEV9");
  CHECK(run_inside(folder.path(), {"build", "--color", "always"}).error.starts_with("\x1b[1;31merror["));
  CHECK(run_inside(folder.path(), {"build", "--color", "never"}).error.starts_with("error["));
  CHECK(run_inside(folder.path(), {"build"}).error.starts_with("error["));
}

TEST_CASE("a portable site links to files") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  CHECK(run_inside(folder.path(), {"build", "--portable"}).status == 0);
  CHECK(read_tree(folder.path() / "public").at("index.html").find("href=\"posts/x/index.html\"") !=
        std::string::npos);
}

TEST_CASE("the site is found from one of its folders, and written below its root") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  write_post(folder, "2026-03-06-x");
  CHECK(run_inside(folder.path() / "content/posts", {"build"}).status == 0);
  CHECK(fs::exists(folder.path() / "public/posts/x/index.html"));
}

TEST_CASE("with -v a build says what was done about diagrams, and a second one draws none") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", kConfig);
  folder.write("content/architectures/shop.dot", "digraph { checkout -> cache }\n");
  write_post(folder, "2026-03-06-x", "trigger: The cache primary was patched.");
  const auto build = [&folder](const std::string& option) {
    return run_inside(folder.path(), {"build", "-v", option}).error;
  };
  CHECK(build("--drafts").find("Diagrams: 2 laid out, 0 from cache, 0 retried\n") != std::string::npos);
  const std::string second = build("--drafts");
  CHECK(second.find("Diagrams: 0 laid out, 2 from cache, 0 retried\n") != std::string::npos);
  CHECK(second.find(", 2 diagrams (2 from cache), ") != std::string::npos);
  CHECK(build("--no-cache").find("Diagrams: 2 laid out, 0 from cache, 0 retried\n") != std::string::npos);
}

}  // namespace pmsite
