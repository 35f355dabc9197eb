// SPDX-License-Identifier: MIT
#include "base/file.hpp"

#include "support/child.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

std::string error_of_reading(const fs::path& root, const fs::path& path, std::size_t limit = 100) {
  const auto bytes = read_file(root, path, limit);
  return bytes ? "read " + *bytes : bytes.error().message;
}

std::string bytes_of(const fs::path& root, const fs::path& path) {
  const auto bytes = read_file(root, path, 100);
  REQUIRE(bytes);
  return *bytes;
}

std::string error_of_replacing(const fs::path& root, std::string_view bytes = "new") {
  const auto done = replace_file(root, "cache", "x", bytes);
  return done ? "done" : done.error().message;
}

/// What stands in a folder, hidden or not.
Names names_in(const fs::path& folder) {
  Names names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("a file is read byte for byte, in the root or deeper") {
  const TemporaryFolder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  folder.write("x", bytes);
  folder.write("a/b/y", bytes);
  CHECK(bytes_of(folder.path(), "x") == bytes);
  CHECK(bytes_of(folder.path(), "a/b/y") == bytes);
}

TEST_CASE("an empty file is read as nothing") {
  const TemporaryFolder folder;
  folder.write("x", "");
  CHECK(error_of_reading(folder.path(), "x", 0) == "read ");
}

TEST_CASE("a file at the limit is read and one byte more is refused") {
  const TemporaryFolder folder;
  folder.write("x.md", "12345");
  CHECK(error_of_reading(folder.path(), "x.md", 5) == "read 12345");
  CHECK(error_of_reading(folder.path(), "x.md", 4) == "cannot read `x.md`: larger than 4 bytes");
}

TEST_CASE("of a file no more is read than the first bytes that are asked for") {
  const TemporaryFolder folder;
  folder.write("x", "12345");
  for (const auto& [most, expected] :
       {std::pair{std::size_t{0}, ""}, {1, "1"}, {4, "1234"}, {5, "12345"}, {6, "12345"}, {100, "12345"}}) {
    const auto head = read_file_head(folder.path(), "x", most);
    REQUIRE(head);
    CHECK(*head == expected);
  }
  const auto unknown_size = read_file_head("/proc", "version", 5);
  REQUIRE(unknown_size);
  CHECK(*unknown_size == "Linux");
}

TEST_CASE("the beginning of a file is guarded as the whole is") {
  const TemporaryFolder folder;
  folder.write("secret", "text");
  fs::create_symlink("secret", folder.path() / "link");
  REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  const auto error = [&](const fs::path& path) {
    const auto head = read_file_head(folder.path(), path, 2);
    return head ? "read " + *head : head.error().message;
  };
  CHECK(error("none") == "cannot read `none`: No such file or directory");
  CHECK(error("link") == "cannot read `link`: links are not followed");
  CHECK(error("pipe") == "cannot read `pipe`: not a regular file");
  CHECK(error("/etc/hostname") == "cannot read `/etc/hostname`: it lies outside of the site");
}

TEST_CASE("a file that is not there is called by its name, not by its place on the machine") {
  const TemporaryFolder folder;
  CHECK(error_of_reading(folder.path(), "none") == "cannot read `none`: No such file or directory");
  CHECK(error_of_reading(folder.path(), "a/none") == "cannot read `a/none`: No such file or directory");
}

TEST_CASE("links are not followed, wherever they lead") {
  const TemporaryFolder folder;
  folder.write("secret", "text");
  fs::create_symlink("secret", folder.path() / "link");
  fs::create_symlink("/etc/hostname", folder.path() / "outside");
  fs::create_symlink("nowhere", folder.path() / "dangling");
  fs::create_symlink("itself", folder.path() / "itself");
  for (const std::string name : {"link", "outside", "dangling", "itself"})
    CHECK(error_of_reading(folder.path(), name) == "cannot read `" + name + "`: links are not followed");
}

TEST_CASE("a link on the way to a file is not followed") {
  const TemporaryFolder folder;
  folder.write("real/x", "text");
  fs::create_symlink("real", folder.path() / "link");
  fs::create_symlink("/etc", folder.path() / "etc");
  CHECK(error_of_reading(folder.path(), "link/x") == "cannot read `link/x`: links are not followed");
  CHECK(error_of_reading(folder.path(), "etc/hostname") ==
        "cannot read `etc/hostname`: links are not followed");
}

TEST_CASE("the root itself may be reached through a link") {
  const TemporaryFolder folder;
  folder.write("real/x", "text");
  fs::create_symlink("real", folder.path() / "link");
  CHECK(bytes_of(folder.path() / "link", "x") == "text");
}

TEST_CASE("a path may not leave the root on its way, nor begin at the machine's own") {
  const TemporaryFolder folder;
  folder.write("x", "text");
  folder.write("site/y", "text");
  CHECK(error_of_reading(folder.path() / "site", "a/../../x") ==
        "cannot read `a/../../x`: it lies outside of the site");
  CHECK(error_of_reading(folder.path(), "/etc/hostname") ==
        "cannot read `/etc/hostname`: it lies outside of the site");
}

TEST_CASE("a file beside the root is read where the user names it, but no link in its place") {
  const TemporaryFolder folder;
  folder.write("x", "text");
  folder.write("site/y", "text");
  fs::create_symlink("x", folder.path() / "link");
  CHECK(bytes_of(folder.path() / "site", "../x") == "text");
  CHECK(error_of_reading(folder.path() / "site", "../link") ==
        "cannot read `../link`: links are not followed");
}

TEST_CASE("a pipe without a writer and a folder are refused without waiting") {
  const TemporaryFolder folder;
  REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  fs::create_directory(folder.path() / "folder");
  CHECK(error_of_reading(folder.path(), "pipe") == "cannot read `pipe`: not a regular file");
  CHECK(error_of_reading(folder.path(), "folder") == "cannot read `folder`: not a regular file");
}

TEST_CASE("a file that says it has no size is read to its end") {
  const auto bytes = read_file("/proc", "version", 100'000);
  REQUIRE(bytes);
  CHECK(bytes->starts_with("Linux version"));
  CHECK(bytes->ends_with("\n"));
}

TEST_CASE("a device that never ends is refused") {
  CHECK(error_of_reading("/dev", "zero") == "cannot read `zero`: not a regular file");
}

TEST_CASE("what is written can be read") {
  const TemporaryFolder folder;
  const std::string bytes("\0ü\n", 4);
  REQUIRE(write_file(folder.path() / "x", bytes));
  CHECK(*read_file(folder.path(), "x", 100) == bytes);
}

TEST_CASE("a file that exists is not overwritten") {
  const TemporaryFolder folder;
  const auto path = folder.write("x", "old");
  const auto done = write_file(path, "new");
  REQUIRE_FALSE(done);
  CHECK(done.error().message == "cannot write `" + path.string() + "`: File exists");
  CHECK(*read_file(folder.path(), "x", 100) == "old");
}

TEST_CASE("writing through a link is refused") {
  const TemporaryFolder folder;
  fs::create_symlink(folder.path() / "target", folder.path() / "link");
  CHECK_FALSE(write_file(folder.path() / "link", "x"));
  CHECK_FALSE(fs::exists(folder.path() / "target"));
}

TEST_CASE("writing into a folder that does not exist is an error") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "none" / "x";
  const auto done = write_file(path, "x");
  REQUIRE_FALSE(done);
  CHECK(done.error().message == "cannot write `" + path.string() + "`: No such file or directory");
}

TEST_CASE("a file is put into a folder, which is made if it is missing") {
  const TemporaryFolder root;
  const std::string bytes("\0ü\n", 4);
  CHECK(error_of_replacing(root.path(), bytes) == "done");
  CHECK(bytes_of(root.path(), "cache/x") == bytes);
  CHECK(names_in(root.path() / "cache") == Names{"x"});
}

TEST_CASE("a file in the place is replaced, and its neighbours stay") {
  const TemporaryFolder root;
  root.write("cache/x", "old and longer");
  root.write("cache/y", "neighbour");
  CHECK(error_of_replacing(root.path()) == "done");
  CHECK(bytes_of(root.path(), "cache/x") == "new");
  CHECK(bytes_of(root.path(), "cache/y") == "neighbour");
  CHECK(names_in(root.path() / "cache") == Names{"x", "y"});
}

TEST_CASE("who has the old file open reads the old bytes to their end") {
  const TemporaryFolder root;
  const Descriptor reader(open(root.write("cache/x", "old").c_str(), O_RDONLY | O_CLOEXEC));
  CHECK(error_of_replacing(root.path()) == "done");
  char bytes[4] = {};
  CHECK(read(reader.number(), bytes, 4) == 3);
  CHECK(std::string(bytes) == "old");
}

TEST_CASE("a link in the place of the folder is refused, wherever it leads") {
  const TemporaryFolder root, elsewhere;
  elsewhere.write("x", "theirs");
  for (const fs::path& target : {elsewhere.path(), fs::path("/nowhere"), fs::path("cache")}) {
    fs::create_symlink(target, root.path() / "cache");
    CHECK(error_of_replacing(root.path()).starts_with("cannot write `cache/x`: "));
    fs::remove(root.path() / "cache");
  }
  CHECK(names_in(elsewhere.path()) == Names{"x"});
  CHECK(bytes_of(elsewhere.path(), "x") == "theirs");
}

TEST_CASE("a link in the place of the file is replaced, and its target untouched") {
  const TemporaryFolder root, elsewhere;
  const auto target = elsewhere.write("target", "theirs");
  fs::create_directory(root.path() / "cache");
  for (const fs::path& each : {target, fs::path("/nowhere"), fs::path("x")}) {
    fs::create_symlink(each, root.path() / "cache/x");
    CHECK(error_of_replacing(root.path()) == "done");
    CHECK_FALSE(fs::is_symlink(root.path() / "cache/x"));
    CHECK(bytes_of(root.path(), "cache/x") == "new");
    fs::remove(root.path() / "cache/x");
  }
  CHECK(bytes_of(elsewhere.path(), "target") == "theirs");
}

TEST_CASE("a file in the place of the folder and a folder in the place of the file are errors") {
  const TemporaryFolder file, folder;
  file.write("cache", "theirs");
  CHECK(error_of_replacing(file.path()) == "cannot write `cache/x`: Not a directory");
  CHECK(bytes_of(file.path(), "cache") == "theirs");
  folder.write("cache/x/y", "theirs");
  CHECK(error_of_replacing(folder.path()) == "cannot write `cache/x`: Is a directory");
  CHECK(bytes_of(folder.path(), "cache/x/y") == "theirs");
  CHECK(names_in(folder.path() / "cache") == Names{"x"});
}

TEST_CASE("a root that does not exist is an error, and is not made") {
  const TemporaryFolder root;
  CHECK(error_of_replacing(root.path() / "none") == "cannot write `cache/x`: No such file or directory");
  CHECK(names_in(root.path()).empty());
}

TEST_CASE("where the bytes do not fit the old file stays, and nothing is left beside it") {
  const TemporaryFolder root;
  root.write("cache/x", "old");
  CHECK(passes_in_child([&root] {
    const rlimit limit{1000, 1000};
    std::signal(SIGXFSZ, SIG_IGN);
    return setrlimit(RLIMIT_FSIZE, &limit) == 0 && error_of_replacing(root.path(), std::string(5000, 'x')) ==
                                                       "cannot write `cache/x`: File too large";
  }));
  CHECK(bytes_of(root.path(), "cache/x") == "old");
  CHECK(names_in(root.path() / "cache") == Names{"x"});
}

TEST_CASE("the files of a folder are listed by their bytes, without hidden ones and folders") {
  const TemporaryFolder folder;
  for (const std::string name : {"b.md", "B.md", "a.md", "\xC3\xA4.md", ".hidden.md", "c.txt", "below/d.md"})
    folder.write("posts/" + name, "");
  fs::create_directory(folder.path() / "posts/folder.md");
  CHECK(*list_files(folder.path(), "posts", ".md") == Names{"B.md", "a.md", "b.md", "\xC3\xA4.md"});
  CHECK(*list_files(folder.path(), "posts", "") == Names{"B.md", "a.md", "b.md", "c.txt", "\xC3\xA4.md"});
}

TEST_CASE("a folder that does not exist is empty") {
  const TemporaryFolder folder;
  CHECK(list_files(folder.path(), "none", "")->empty());
  CHECK(list_files(folder.path(), "none/deeper", "")->empty());
  CHECK(list_files_below(folder.path(), "none")->empty());
}

TEST_CASE("a file in the place of a folder is an error") {
  const TemporaryFolder folder;
  folder.write("x", "");
  const auto names = list_files(folder.path(), "x", "");
  REQUIRE_FALSE(names);
  CHECK(names.error().message == "cannot list `x`: Not a directory");
  CHECK_FALSE(list_files_below(folder.path(), "x"));
}

TEST_CASE("a link in the place of a folder is an error") {
  const TemporaryFolder folder;
  fs::create_symlink("/etc", folder.path() / "posts");
  const auto names = list_files(folder.path(), "posts", "");
  REQUIRE_FALSE(names);
  CHECK(names.error().message == "cannot list `posts`: links are not followed");
  CHECK_FALSE(list_files_below(folder.path(), "posts"));
}

TEST_CASE("a link is listed, so that reading it is refused by name, even where it leads to itself") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "posts");
  fs::create_symlink("x.md", folder.path() / "posts/x.md");
  fs::create_symlink("/nowhere", folder.path() / "posts/y.md");
  Names names;
  CHECK_NOTHROW(names = *list_files(folder.path(), "posts", ".md"));
  CHECK(names == Names{"x.md", "y.md"});
}

TEST_CASE("the files below a folder are listed by their bytes, without hidden ones") {
  const TemporaryFolder folder;
  for (const std::string name : {"b/x", "b/a/y", "b.txt", "a", ".git/config", "b/.DS_Store"})
    folder.write("assets/" + name, "");
  CHECK(*list_files_below(folder.path(), "assets") == Names{"a", "b.txt", "b/a/y", "b/x"});
}

TEST_CASE("a link below a folder is an error") {
  const TemporaryFolder folder;
  folder.write("assets/a/x", "");
  fs::create_symlink("/etc", folder.path() / "assets/a/link");
  const auto paths = list_files_below(folder.path(), "assets");
  REQUIRE_FALSE(paths);
  CHECK(paths.error().message == "cannot copy `assets/a/link`: links are not followed");
}

TEST_CASE("a descriptor closes what it holds, once, and hands it on when it is moved") {
  const auto is_open = [](int number) { return fcntl(number, F_GETFD) != -1; };
  int number = -1;
  {
    Descriptor first(open("/dev/null", O_RDONLY | O_CLOEXEC));
    number = first.number();
    REQUIRE(is_open(number));
    Descriptor second(std::move(first));
    CHECK(second.number() == number);
    CHECK(is_open(number));
  }
  CHECK_FALSE(is_open(number));
  Descriptor third(open("/dev/null", O_RDONLY | O_CLOEXEC));
  CHECK(third.close() == 0);
  CHECK(third.number() < 0);
  CHECK(third.close() == 0);
  Descriptor fourth(open("/dev/null", O_RDONLY | O_CLOEXEC));
  const int kept = fourth.release();
  CHECK(fourth.number() < 0);
  CHECK(is_open(kept));
  CHECK(close(kept) == 0);
}

}  // namespace pmsite
