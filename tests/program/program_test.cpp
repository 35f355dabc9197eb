// SPDX-License-Identifier: MIT
#include "support/golden.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// What only the real program can show: its environment, its exit statuses, its streams and its death.

namespace pmsite {
namespace {

namespace fs = std::filesystem;

const std::string kNow = "SOURCE_DATE_EPOCH=1893456000";  // 2030-01-01

fs::path shop() { return source_folder() / "tests/sites/shop"; }

/// A copy of the shop, without what it is expected to become.
void copy_shop(const fs::path& target) {
  fs::create_directories(target);
  for (const auto& entry : fs::directory_iterator(shop()))
    if (entry.path().filename() != "expected")
      fs::copy(entry.path(), target / entry.path().filename(), fs::copy_options::recursive);
}

/// What a build of the shop writes with these arguments and variables, all of it anew.
FileTree build_shop(std::vector<std::string> arguments, std::vector<std::string> variables = {},
                    const fs::path& working_folder = "/", const fs::path& site = shop()) {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  arguments.insert(arguments.begin(), {"-C", site.string(), "build", "--no-cache", "-o", output.string()});
  variables.push_back(kNow);
  const Run run = run_outside(working_folder, arguments, variables);
  CHECK_MESSAGE(run.status == 0, run.error);
  CHECK(run.out == "");
  return read_tree(output);
}

const FileTree& usual_build() {
  static const FileTree tree = build_shop({});
  return tree;
}

/// Compares without printing whole pages.
void check_same(const FileTree& made, const FileTree& expected) {
  CHECK(made.size() == expected.size());
  for (const auto& [path, bytes] : expected) {
    const auto found = made.find(path);
    const bool is_same = found != made.end() && found->second == bytes;
    CHECK_MESSAGE(is_same, path);
  }
}

/// Has a shell run the program, with `arguments` and redirections behind its name; for a minute at most.
int run_in_shell(const fs::path& working_folder, const std::string& arguments) {
  const std::string command = fmt::format("cd '{}' && exec timeout -s KILL 60 env -i {} '{}' {}",
                                          working_folder.string(), kNow, PMSITE_PROGRAM, arguments);
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Starts a build and kills it after a while.
void kill_build(const fs::path& site, std::chrono::milliseconds delay) {
  const pid_t child = fork();
  if (child == 0) {
    const std::string root = site.string();
    execle(PMSITE_PROGRAM, PMSITE_PROGRAM, "-C", root.c_str(), "build", "-q", nullptr,
           std::array<char*, 1>{nullptr}.data());
    _exit(127);
  }
  usleep(static_cast<useconds_t>(delay.count()) * 1000);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("the time zone, the locale and the home folder of the builder make no difference") {
  check_same(build_shop({}, {"TZ=Asia/Tokyo"}), usual_build());
  check_same(build_shop({}, {"LC_ALL=de_DE.UTF-8", "LANG=tr_TR.UTF-8"}), usual_build());
  check_same(build_shop({}, {"LC_ALL=C", "HOME=/nonexistent", "USER=nobody", "TMPDIR=/nonexistent"}),
             usual_build());
}

TEST_CASE("the fonts of the machine and the settings of Graphviz make no difference") {
  const TemporaryFolder folder;
  const auto fonts = folder.write("fonts.conf", "<fontconfig><dir>" + folder.path().string() +
                                                    "</dir><cachedir>/nonexistent</cachedir></fontconfig>");
  check_same(build_shop({}, {"FONTCONFIG_FILE=" + fonts.string()}), usual_build());
  check_same(
      build_shop({}, {"FONTCONFIG_FILE=/nonexistent", "FONTCONFIG_PATH=/nonexistent", "LC_ALL=C.UTF-8"}),
      usual_build());
  check_same(build_shop({}, {"LC_NUMERIC=de_DE.UTF-8", "LANG=ja_JP.UTF-8", "LOCPATH=/nonexistent"}),
             usual_build());
  check_same(build_shop({}, {"DOTFONTPATH=/nonexistent", "GDFONTPATH=/nonexistent", "GVBINDIR=/nonexistent",
                             "GV_FILE_PATH=/", "SERVER_NAME=example.org"}),
             usual_build());
}

TEST_CASE("what comes from the cache is what a build without one draws") {
  const TemporaryFolder folder;
  copy_shop(folder.path());
  const auto build = [&folder](const std::vector<std::string>& variables) {
    std::vector<std::string> all = variables;
    all.push_back(kNow);
    const Run run = run_outside(folder.path(), {"build", "-v"}, all);
    CHECK(run.status == 0);
    check_same(read_tree(folder.path() / "public"), usual_build());
    return line_with(run.error, "Diagrams: ");
  };
  const std::string first = build({"LC_ALL=C"}), second = build({"LANG=de_DE.UTF-8", "TZ=Asia/Tokyo"});
  CHECK(first.find(" laid out, 0 from cache, ") != std::string::npos);
  CHECK(second.starts_with("Diagrams: 0 laid out, "));
  CHECK(second.find(", 0 from cache") == std::string::npos);
}

TEST_CASE("the number of jobs makes no difference") {
  for (const std::string jobs : {"1", "2", "7"}) check_same(build_shop({"--jobs", jobs}), usual_build());
}

TEST_CASE("the working folder makes no difference") {
  check_same(build_shop({}, {}, shop() / "content/posts"), usual_build());
}

TEST_CASE("another umask changes who may read the files, and not the files") {
  const mode_t before = umask(0077);
  const FileTree made = build_shop({});
  umask(before);
  check_same(made, usual_build());
}

TEST_CASE("a copy of the site in another folder, with other times of change, makes the same files") {
  const TemporaryFolder folder;
  const fs::path copy = folder.path() / "a copy with an ü";
  copy_shop(copy);
  int hours = 0;
  for (const auto& entry : fs::recursive_directory_iterator(copy))
    fs::last_write_time(entry, fs::file_time_type::clock::now() - std::chrono::hours{(++hours * 37) % 101});
  check_same(build_shop({}, {}, "/", copy), usual_build());
}

TEST_CASE("two sites with the same posts make the same files, whatever was built there before") {
  const TemporaryFolder folder;
  copy_shop(folder.path());
  folder.write("content/posts/2026-01-01-other.md", sample_post());
  const auto build = [&folder] { return run_outside(folder.path(), {"build"}, {kNow}).status; };
  CHECK(build() == 0);
  fs::remove(folder.path() / "content/posts/2026-01-01-other.md");
  CHECK(build() == 0);
  check_same(read_tree(folder.path() / "public"), usual_build());
}

TEST_CASE("SOURCE_DATE_EPOCH decides what is of the future") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  const auto build = [&folder](const std::string& epoch) {
    return run_outside(folder.path(), {"build"}, {"SOURCE_DATE_EPOCH=" + epoch}).error;
  };
  CHECK(build("1772755199")
            .starts_with("Skipped content/posts/2026-03-06-x.md: published later, on 2026-03-06\n"));
  CHECK(build("1772755200").find("Skipped") == std::string::npos);
  CHECK(run_outside(folder.path(), {"build", "--now", "2026-03-01"}, {"SOURCE_DATE_EPOCH=1772755200"})
            .error.starts_with("Skipped "));
}

TEST_CASE("without SOURCE_DATE_EPOCH, or with nonsense in it, the clock decides") {
  const TemporaryFolder folder;
  write_post(folder, "2020-03-06-past");
  write_post(folder, "2199-03-06-future");
  for (const std::vector<std::string>& variables : {std::vector<std::string>{},
                                                    {"SOURCE_DATE_EPOCH="},
                                                    {"SOURCE_DATE_EPOCH=soon"},
                                                    {"SOURCE_DATE_EPOCH=12x"}}) {
    const Run run = run_outside(folder.path(), {"build"}, variables);
    CHECK(run.error.find("Skipped content/posts/2199-03-06-future.md: published later, on 2199-03-06\n") !=
          std::string::npos);
    CHECK(run.error.find("Skipped content/posts/2020-03-06-past") == std::string::npos);
  }
}

TEST_CASE("the exit status says what went wrong, and nothing is written then") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  CHECK(run_outside(folder.path(), {"build"}).status == 1);
  CHECK(run_outside(folder.path(), {"build", "--bogus"}).status == 2);
  folder.write("pmsite.yaml", "titel: x\n");
  CHECK(run_outside(folder.path(), {"build"}).status == 2);
  folder.write("pmsite.yaml", "title: x\n");
  write_post(folder, "2026-03-06-x");
  folder.write("assets/a", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "assets/b");
  CHECK(run_outside(folder.path(), {"build"}).status == 74);
  CHECK_FALSE(fs::exists(folder.path() / "public"));
  fs::remove(folder.path() / "assets/b");
  const Run run = run_outside(folder.path(), {"build"});
  CHECK(run.status == 0);
  CHECK(run.out == "");
  CHECK(fs::exists(folder.path() / "public/index.html"));
}

TEST_CASE("version and help go to standard output") {
  const Run version = run_outside("/", {"--version"});
  CHECK(version.status == 0);
  CHECK(version.out.starts_with("pmsite "));
  CHECK(version.error == "");
  CHECK(run_outside("/", {"--help"}).out.find("Usage: pmsite") != std::string::npos);
}

TEST_CASE("no colour where standard error is a file, unless it is asked for") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  CHECK(run_outside(folder.path(), {"check"}, {"TERM=xterm"}).error.find('\x1b') == std::string::npos);
  CHECK(run_outside(folder.path(), {"check", "--color", "always"}, {"NO_COLOR=1"}).error.find('\x1b') !=
        std::string::npos);
}

TEST_CASE("full or closed streams do not crash a build, nor change what it writes") {
  for (const std::string streams :
       {">/dev/full 2>/dev/full", ">&- 2>/dev/null", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
    CAPTURE(streams);
    const TemporaryFolder folder;
    copy_shop(folder.path());
    const int status = run_in_shell(folder.path(), "build " + streams);
    CHECK((status == 0 || status == 74));
    check_same(read_tree(folder.path() / "public"), usual_build());
  }
}

TEST_CASE("full or closed streams do not crash a check, and its status stays right") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  for (const std::string streams : {"2>/dev/full", "2>&-", "<&- >&- 2>&-"})
    CHECK_MESSAGE(run_in_shell(folder.path(), "check " + streams) == 1, streams);
}

TEST_CASE("full or closed streams do not crash help and version") {
  for (const std::string arguments : {"--help >/dev/full", "version >&-", "--help | true", "bogus 2>&-"}) {
    const int status = run_in_shell("/", arguments);
    CHECK_MESSAGE((status == 0 || status == 2 || status == 74), arguments, ": ", status);
  }
}

TEST_CASE("a build that is killed leaves the old site or the new one, and the next build is good") {
  const TemporaryFolder folder;
  copy_shop(folder.path());
  REQUIRE(run_outside(folder.path(), {"build", "-q"}, {kNow}).status == 0);
  const FileTree old_site = read_tree(folder.path() / "public");
  folder.write("content/posts/2026-01-01-other.md", sample_post());
  const TemporaryFolder fresh;
  REQUIRE(run_outside("/",
                      {"-C", folder.path().string(), "build", "-q", "-o", (fresh.path() / "public").string()},
                      {kNow})
              .status == 0);
  const FileTree new_site = read_tree(fresh.path() / "public");
  for (int delay = 0; delay <= 60; delay += 5) {
    kill_build(folder.path(), std::chrono::milliseconds{delay});
    const FileTree now = read_tree(folder.path() / "public");
    const bool is_whole = now == old_site || now == new_site;
    CHECK_MESSAGE(is_whole, "killed after ", delay, " ms");
  }
  CHECK(run_outside(folder.path(), {"build", "-q"}, {kNow}).status == 0);
  check_same(read_tree(folder.path() / "public"), new_site);
  for (const auto& entry : fs::directory_iterator(folder.path()))
    CHECK_MESSAGE(!entry.path().filename().string().starts_with(".public"), entry.path().string());
}

}  // namespace pmsite
