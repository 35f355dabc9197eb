// SPDX-License-Identifier: MIT
#include "pipeline/stage.hpp"

#include "support/forbidden_call.hpp"
#include "support/golden.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// Publishes a site of one file; whether that worked.
bool publish(const fs::path& output, std::string_view text) {
  Stage stage(output);
  return stage.create() && write_file(stage.path() / "index.html", text) && stage.publish();
}

}  // namespace

TEST_CASE("a stage stands beside its output under a name of its own, closed to others, and goes") {
  const TemporaryFolder folder;
  {
    Stage a(folder.path() / "public"), b(folder.path() / "public");
    REQUIRE(a.create());
    REQUIRE(b.create());
    CHECK(a.path() != b.path());
    CHECK(a.path().parent_path() == folder.path());
    CHECK(a.path().filename().string().starts_with(".public.stage-"));
    CHECK(mode_of(a.path()) == 0700);
  }
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a stage in a folder that is not there is an error") {
  Stage stage("/nonexistent/public");
  const auto made = stage.create();
  REQUIRE_FALSE(made);
  CHECK(made.error().message ==
        "cannot make a folder beside `/nonexistent/public`: No such file or directory");
}

TEST_CASE("a new output has the mode of new folders, a later one that of the output before") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  const mode_t mask = ::umask(027);
  CHECK(publish(output, "1"));
  ::umask(mask);
  CHECK(mode_of(output) == 0750);
  fs::permissions(output, static_cast<fs::perms>(0711));
  CHECK(publish(output, "2"));
  CHECK(mode_of(output) == 0711);
  CHECK(read_tree(folder.path()) == FileTree{{"public/index.html", "2"}});
}

TEST_CASE("a file system that cannot exchange folders gets the new site, too") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  REQUIRE(publish(output, "1"));
  CHECK(passes_without(SYS_renameat2, EINVAL, [&] { return publish(output, "2"); }));
  CHECK(read_tree(folder.path()) == FileTree{{"public/index.html", "2"}});
}

TEST_CASE("dead stages are removed; living ones, links and what has another name are left alone") {
  const TemporaryFolder folder;
  folder.write(".public.stage-aaaaaa/below/index.html", "half");
  fs::permissions(folder.path() / ".public.stage-aaaaaa/below", fs::perms::none);
  folder.write("private/x", "x");
  fs::create_directory_symlink("private", folder.path() / ".public.stage-bbbbbb");
  folder.write(".public.stage-x/x", "x");
  folder.write(".public.stage-12345-7/x", "x");
  folder.write(".other.stage-cccccc/x", "of another output");
  Stage alive(folder.path() / "public");
  REQUIRE(alive.create());
  clean_up_stages(folder.path() / "public");
  CHECK_FALSE(fs::exists(folder.path() / ".public.stage-aaaaaa"));
  CHECK(fs::is_symlink(folder.path() / ".public.stage-bbbbbb"));
  for (const std::string kept :
       {"private/x", ".public.stage-x", ".public.stage-12345-7", ".other.stage-cccccc"})
    CHECK(fs::exists(folder.path() / kept));
  CHECK(fs::exists(alive.path()));
}

TEST_CASE("an old site that a killed build set aside comes back where there is no output") {
  const TemporaryFolder folder;
  folder.write(".public.stage-aaaaaa/index.html", "half");
  folder.write(".public.stage-aaaaaa.old/index.html", "old");
  clean_up_stages(folder.path() / "public");
  CHECK(read_tree(folder.path()) == FileTree{{"public/index.html", "old"}});
}

TEST_CASE("an old site set aside goes where there is an output, and stays while its build lives") {
  const TemporaryFolder folder;
  folder.write("public/index.html", "new");
  folder.write(".public.stage-aaaaaa.old/index.html", "old");
  clean_up_stages(folder.path() / "public");
  CHECK(read_tree(folder.path()) == FileTree{{"public/index.html", "new"}});

  folder.write(".other.stage-aaaaaa/index.html", "half");
  folder.write(".other.stage-aaaaaa.old/index.html", "old");
  const Descriptor lock(::open((folder.path() / ".other.stage-aaaaaa").c_str(), O_RDONLY | O_CLOEXEC));
  REQUIRE(::flock(lock.number(), LOCK_EX | LOCK_NB) == 0);
  clean_up_stages(folder.path() / "other");
  CHECK_FALSE(fs::exists(folder.path() / "other"));
  CHECK(fs::exists(folder.path() / ".other.stage-aaaaaa.old"));
}

}  // namespace pmsite
