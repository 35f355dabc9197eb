// SPDX-License-Identifier: MIT
#include "pipeline/output.hpp"

#include "engine/hash.hpp"
#include "support/golden.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

/// Why the output may not be written to, with the folder's own path as DIR; "" if it may.
std::string refusal(const TemporaryFolder& folder, const fs::path& output) {
  std::string reason = refuse_output(folder.path() / "site", output).value_or("");
  const std::string path = folder.path().string();
  for (auto at = reason.find(path); at != std::string::npos; at = reason.find(path))
    reason.replace(at, path.size(), "DIR");
  return reason;
}

void write(const fs::path& output, const std::vector<OutputFile>& files) {
  const auto written = write_output(files, output);
  REQUIRE_MESSAGE(written, written.error().message);
}

/// The files in a folder but for the manifest.
FileTree published(const fs::path& output) {
  FileTree tree = read_tree(output);
  tree.erase(std::string(kManifestFile));
  return tree;
}

/// The names in a folder, sorted.
std::string names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

/// Why writing the files is refused, and that nothing happened by it; "" if it is not refused.
std::string refused_write(const fs::path& output, const std::vector<OutputFile>& files) {
  const auto mode_before = fs::status(output).permissions();
  const FileTree before = read_tree(output);
  const auto written = write_output(files, output);
  CHECK(read_tree(output) == before);
  CHECK(fs::status(output).permissions() == mode_before);
  CHECK(names_in(output.parent_path()) == output.filename().string());
  return written ? "" : written.error().message;
}

fs::perms mode_of(const fs::path& path) { return fs::symlink_status(path).permissions(); }

}  // namespace

TEST_CASE("a folder that is new, empty or made by pmsite may be written to") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "");
  CHECK(refusal(folder, folder.path() / "site/public") == "");
  CHECK(refusal(folder, folder.path() / "site/deep/er/public") == "");
  fs::create_directory(folder.path() / "empty");
  CHECK(refusal(folder, folder.path() / "empty") == "");
  write(folder.path() / "made", {{"index.html", "x"}});
  CHECK(refusal(folder, folder.path() / "made") == "");
}

TEST_CASE("a folder with files of others is refused") {
  const TemporaryFolder folder;
  folder.write("photos/cat.jpg", "cat");
  CHECK(refusal(folder, folder.path() / "photos") ==
        "`DIR/photos` has files in it that pmsite did not make; empty it or choose another folder");
}

TEST_CASE("the site itself and the folders around it are refused") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "");
  CHECK(refusal(folder, folder.path() / "site") == "`DIR/site` holds the site's own sources");
  CHECK(refusal(folder, folder.path()) == "`DIR` holds the site's own sources");
  CHECK(refusal(folder, "/") == "`/` holds the site's own sources");
  CHECK(refusal(folder, folder.path() / "site/x/..") == "`DIR/site/x/..` holds the site's own sources");
}

TEST_CASE(
    "the folders with the site's sources, and all in them, are refused even where they do not exist yet") {
  const TemporaryFolder folder;
  folder.write("site/content/posts/a.md", "");
  CHECK(refusal(folder, folder.path() / "site/content") ==
        "`DIR/site/content` lies among the site's own sources");
  CHECK(refusal(folder, folder.path() / "site/content/posts/x") ==
        "`DIR/site/content/posts/x` lies among the site's own sources");
  CHECK(refusal(folder, folder.path() / "site/assets") ==
        "`DIR/site/assets` lies among the site's own sources");
  CHECK(refusal(folder, folder.path() / "site/themes/x") ==
        "`DIR/site/themes/x` lies among the site's own sources");
  CHECK(refusal(folder, folder.path() / "site/contents") == "");
}

TEST_CASE("a file and a link are refused") {
  const TemporaryFolder folder;
  folder.write("site/pmsite.yaml", "");
  folder.write("file", "x");
  CHECK(refusal(folder, folder.path() / "file") == "`DIR/file` is not a folder");
  fs::create_directory(folder.path() / "real");
  fs::create_directory_symlink(folder.path() / "real", folder.path() / "link");
  CHECK(refusal(folder, folder.path() / "link") == "`DIR/link` is a link; name the folder itself");
  fs::create_directory_symlink("nowhere", folder.path() / "broken");
  CHECK(refusal(folder, folder.path() / "broken") == "`DIR/broken` is a link; name the folder itself");
}

TEST_CASE("a way to the site's sources through a link is refused") {
  const TemporaryFolder folder;
  folder.write("site/content/posts/a.md", "");
  fs::create_directory_symlink(folder.path() / "site", folder.path() / "alias");
  CHECK(refusal(folder, folder.path() / "alias/content/x") ==
        "`DIR/alias/content/x` lies among the site's own sources");
}

TEST_CASE("the files are written with the folders they need, and listed in a manifest") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "a/b/public";
  write(output, {{"index.html", "home"}, {"posts/x/index.html", "x"}, {"empty", ""}});
  CHECK(published(output) == FileTree{{"empty", ""}, {"index.html", "home"}, {"posts/x/index.html", "x"}});
  CHECK(read_tree(output).at(std::string(kManifestFile)) == fingerprint("home") + " index.html\n" +
                                                                fingerprint("x") + " posts/x/index.html\n" +
                                                                fingerprint("") + " empty\n");
  CHECK(names_in(folder.path() / "a/b") == "public");
}

TEST_CASE("a second build replaces the first, and what it does not write again is gone") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "old"}, {"posts/old/index.html", "x"}, {"same.html", "s"}});
  write(output, {{"index.html", "new"}, {"same.html", "s"}});
  CHECK(published(output) == FileTree{{"index.html", "new"}, {"same.html", "s"}});
  CHECK_FALSE(fs::exists(output / "posts"));
  CHECK(names_in(folder.path()) == "public");
}

TEST_CASE("the same files make the same folder, whatever was there before") {
  const TemporaryFolder folder;
  const std::vector<OutputFile> files = {{"a/index.html", "a"}, {"index.html", "b"}};
  write(folder.path() / "fresh", files);
  write(folder.path() / "used", {{"a/index.html", "1"}, {"b/index.html", "2"}, {"c", "3"}});
  write(folder.path() / "used", files);
  CHECK(read_tree(folder.path() / "fresh") == read_tree(folder.path() / "used"));
}

TEST_CASE("files of others are carried over, with their folders and links, build after build") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "1"}});
  folder.write("public/CNAME", "shop.example");
  folder.write("public/.well-known/security.txt", "contact");
  fs::create_symlink("CNAME", output / "alias");
  fs::create_symlink("nowhere", output / "broken");
  for (const std::string round : {"2", "3"}) {
    write(output, {{"index.html", round}});
    CHECK(published(output) == FileTree{{".well-known/security.txt", "contact"},
                                        {"CNAME", "shop.example"},
                                        {"alias", "shop.example"},
                                        {"index.html", round}});
    CHECK(fs::read_symlink(output / "alias") == "CNAME");
    CHECK(fs::read_symlink(output / "broken") == "nowhere");
  }
}

TEST_CASE("folders of others are carried over with their modes, and so are empty ones and files") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "1"}, {"posts/a/index.html", "a"}, {"gone/index.html", "g"}});
  folder.write("public/.git/HEAD", "ref: refs/heads/main");
  fs::create_directories(output / ".git/refs/heads");
  folder.write("public/gone/mine/notes", "n");
  folder.write("public/locked/run.sh", "#!/bin/sh");
  fs::permissions(output / "locked/run.sh", static_cast<fs::perms>(0710));
  fs::permissions(output / "locked", static_cast<fs::perms>(0500));
  fs::permissions(output / ".git", static_cast<fs::perms>(0700));
  fs::permissions(output / "posts", static_cast<fs::perms>(0711));
  for (const std::string round : {"2", "3"}) {
    write(output, {{"index.html", round}, {"posts/b/index.html", "b"}});
    CHECK(fs::is_directory(output / ".git/refs/heads"));
    CHECK(mode_of(output / ".git") == static_cast<fs::perms>(0700));
    CHECK(mode_of(output / "locked") == static_cast<fs::perms>(0500));
    CHECK(mode_of(output / "locked/run.sh") == static_cast<fs::perms>(0710));
    CHECK(mode_of(output / "posts") == static_cast<fs::perms>(0711));
    CHECK_FALSE(fs::exists(output / "posts/a"));
    CHECK(published(output).at("gone/mine/notes") == "n");
    CHECK_FALSE(fs::exists(output / "gone/index.html"));
    CHECK(names_in(folder.path()) == "public");
  }
}

TEST_CASE("a pipe in the output can be neither kept nor dropped") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "1"}});
  REQUIRE(mkfifo((output / "pipe").c_str(), 0600) == 0);
  const auto written = write_output({{"index.html", "2"}}, output);
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "`pipe` in the output is neither a file nor a folder nor a link, and cannot be kept; move it away");
  CHECK(fs::is_fifo(output / "pipe"));
}

TEST_CASE("a file that somebody changed by hand is kept when it is not written again") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"a.html", "a"}, {"b.html", "b"}, {"c.html", "c"}});
  folder.write("public/a.html", "changed");
  write(output, {{"c.html", "new"}});
  CHECK(published(output) == FileTree{{"a.html", "changed"}, {"c.html", "new"}});
}

TEST_CASE("a file that somebody changed by hand is not overwritten") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "1"}});
  folder.write("public/index.html", "changed");
  CHECK(refused_write(output, {{"index.html", "2"}}) ==
        "`index.html` in the output was changed by somebody else; move it away");
  fs::remove(output / "index.html");
  fs::create_symlink("elsewhere", output / "index.html");
  const auto written = write_output({{"index.html", "2"}}, output);
  REQUIRE_FALSE(written);
  CHECK(fs::read_symlink(output / "index.html") == "elsewhere");
}

TEST_CASE("files and folders of others whose place the new site needs are not lost") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "1"}});
  folder.write("public/about", "notes");
  const std::string move = "` in the output was made by somebody else; move it away";
  CHECK(refused_write(output, {{"about", "page"}}) == "`about" + move);
  CHECK(refused_write(output, {{"about/index.html", "page"}}) == "`about" + move);
  CHECK(refused_write(output, {{"about/x/y/index.html", "page"}}) == "`about" + move);
  fs::remove(output / "about");
  folder.write("public/about/deep/notes", "notes");
  CHECK(refused_write(output, {{"about", "page"}}) == "`about" + move);
  write(output, {{"about/index.html", "page"}});
  CHECK(refused_write(output, {{"about", "page"}}) == "`about/deep" + move);
  fs::remove_all(output / "about/deep");
  write(output, {{"about", "page"}});
  CHECK(published(output) == FileTree{{"about", "page"}});
}

TEST_CASE("an output that became a link, a file or a folder of others is refused when it is written, too") {
  const TemporaryFolder folder;
  folder.write("real/x", "x");
  folder.write("file", "x");
  fs::create_directory_symlink("real", folder.path() / "link");
  for (const std::string name : {"real", "file", "link"}) {
    const auto written = write_output({{"index.html", "1"}}, folder.path() / name);
    REQUIRE_FALSE(written);
    CHECK(written.error().message.starts_with("cannot build there: `"));
  }
  CHECK(read_tree(folder.path() / "real") == FileTree{{"x", "x"}});
}

TEST_CASE("a link in the place of the manifest is not ours") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "1"}});
  fs::rename(output / kManifestFile, output / "kept");
  fs::create_symlink("kept", output / kManifestFile);
  CHECK_FALSE(write_output({{"index.html", "2"}}, output));
  CHECK(published(output).at("index.html") == "1");
}

TEST_CASE("a stage that was planted beforehand does not become the output") {
  const TemporaryFolder folder;
  folder.write("private/x", "x");
  fs::create_directory_symlink("private", folder.path() / (".public.stage-" + std::to_string(::getpid())));
  write(folder.path() / "public", {{"index.html", "whole"}});
  CHECK_FALSE(fs::is_symlink(folder.path() / "public"));
  CHECK(read_tree(folder.path() / "private") == FileTree{{"x", "x"}});
}

TEST_CASE("after an error the old site is as it was, and nothing lies beside it") {
  const TemporaryFolder folder;
  const fs::path output = folder.path() / "public";
  write(output, {{"index.html", "old"}});
  const FileTree before = read_tree(output);
  const auto written =
      write_output({{"index.html", "new"}, {"a", "a file"}, {"a/b", "inside of it"}}, output);
  REQUIRE_FALSE(written);
  CHECK(written.error().message.starts_with("cannot make the folder `"));
  CHECK(read_tree(output) == before);
  CHECK(names_in(folder.path()) == "public");
}

TEST_CASE("after an error in the first build there is no output") {
  const TemporaryFolder folder;
  CHECK_FALSE(write_output({{"a", "a file"}, {"a/b", "inside of it"}}, folder.path() / "public"));
  CHECK(names_in(folder.path()) == "");
}

TEST_CASE("an output below a file is an error") {
  const TemporaryFolder folder;
  folder.write("file", "x");
  CHECK_FALSE(write_output({{"index.html", "x"}}, folder.path() / "file/public"));
}

TEST_CASE("assets are added byte for byte, and a missing one is an error") {
  const TemporaryFolder folder;
  const std::string bytes("\x89PNG\0\xFF\r\n", 8);
  folder.write("assets/img/a b.png", bytes);
  std::vector<OutputFile> files = {{"index.html", "x"}};
  REQUIRE(add_assets(folder.path(), {"img/a b.png"}, files));
  REQUIRE(files.size() == 2);
  CHECK(files[1].path == "assets/img/a b.png");
  CHECK(files[1].bytes == bytes);
  const auto added = add_assets(folder.path(), {"missing.png"}, files);
  REQUIRE_FALSE(added);
  CHECK(added.error().message == "cannot read `assets/missing.png`: No such file or directory");
}

TEST_CASE("a name with control characters is refused, for the manifest has a file a line") {
  const TemporaryFolder folder;
  folder.write("assets/a\nb\x7F.png", "x");
  std::vector<OutputFile> files;
  const auto added = add_assets(folder.path(), {"a\nb\x7F.png"}, files);
  REQUIRE_FALSE(added);
  CHECK(added.error().message ==
        "cannot publish `assets/a\\x0ab\\x7f.png`: its name has control characters; rename it");
  CHECK_FALSE(write_output({{"theme/a\nb.css", "x"}}, folder.path() / "public"));
}

TEST_CASE("an asset that is a link is not followed") {
  const TemporaryFolder folder;
  folder.write("assets/a.png", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "assets/b.png");
  std::vector<OutputFile> files;
  const auto added = add_assets(folder.path(), {"b.png"}, files);
  REQUIRE_FALSE(added);
  CHECK(added.error().message == "cannot read `assets/b.png`: links are not followed");
}

}  // namespace pmsite
