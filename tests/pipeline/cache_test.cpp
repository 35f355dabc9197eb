// SPDX-License-Identifier: MIT
#include "pipeline/cache.hpp"

#include "support/child.hpp"
#include "support/golden.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

const std::string kIdentity = "this program";

Cache opened(const TemporaryFolder& site, const std::string& identity = kIdentity) {
  return Cache(site.path(), "things", identity);
}

fs::path file_of(const TemporaryFolder& site) { return site.path() / ".pmsite-cache/things"; }

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string found(Cache& cache, const std::string& key) {
  const auto bytes = cache.find(key);
  return bytes ? std::string(*bytes) : "none";
}

/// What a later build finds.
std::string kept(const TemporaryFolder& site, const std::string& key) {
  Cache cache = opened(site);
  return found(cache, key);
}

void keep(const TemporaryFolder& site, const std::string& key, const std::string& bytes) {
  Cache cache = opened(site);
  cache.put(key, bytes);
  REQUIRE(cache.save());
}

/// Whether `passes` returns true for a user who may do no more than the permissions of files say.
bool passes_for_nobody(const std::function<bool()>& passes) {
  constexpr uid_t kNobody = 65'534;
  return passes_in_child([&passes] { return (geteuid() != 0 || setuid(kNobody) == 0) && passes(); });
}

}  // namespace

TEST_CASE("what was put is found, now and by a later build") {
  const TemporaryFolder site;
  const std::string bytes("a\0\xFF\n", 4);
  Cache first = opened(site);
  CHECK_FALSE(first.find("key"));
  first.put("key", bytes);
  first.put("other", "");
  CHECK(found(first, "key") == bytes);
  REQUIRE(first.save());
  Cache second = opened(site);
  CHECK(found(second, "key") == bytes);
  CHECK(found(second, "other").empty());
  CHECK_FALSE(second.find("none"));
}

TEST_CASE("what is put again replaces what was there") {
  const TemporaryFolder site;
  keep(site, "key", "old");
  Cache cache = opened(site);
  CHECK(found(cache, "key") == "old");
  cache.put("key", "new");
  CHECK(found(cache, "key") == "new");
  REQUIRE(cache.save());
  CHECK(kept(site, "key") == "new");
}

TEST_CASE("what a build does not ask for stays") {
  const TemporaryFolder site;
  keep(site, "a", "1");
  keep(site, "b", "2");
  CHECK(kept(site, "a") == "1");
  CHECK(kept(site, "b") == "2");
}

TEST_CASE("keys are compared whole") {
  const TemporaryFolder site;
  const std::string common(5000, 'x');
  Cache cache = opened(site);
  cache.put(common + "a", "1");
  cache.put(common + "b", "2");
  cache.put(common, "3");
  cache.put(common + std::string("a\0", 2), "4");
  cache.put("", "5");
  REQUIRE(cache.save());
  CHECK(kept(site, common + "a") == "1");
  CHECK(kept(site, common + "b") == "2");
  CHECK(kept(site, common) == "3");
  CHECK(kept(site, common + std::string("a\0", 2)) == "4");
  CHECK(kept(site, "") == "5");
  CHECK(kept(site, common + "c") == "none");
  CHECK(kept(site, common.substr(1)) == "none");
}

TEST_CASE("another program finds nothing, and its results take the place") {
  const TemporaryFolder site;
  keep(site, "key", "ours");
  Cache other = opened(site, "another program");
  CHECK_FALSE(other.find("key"));
  CHECK(kept(site, "key") == "ours");
  other.put("key", "theirs");
  REQUIRE(other.save());
  CHECK(kept(site, "key") == "none");
  Cache again = opened(site, "another program");
  CHECK(found(again, "key") == "theirs");
}

TEST_CASE("a program without identity reads and writes nothing") {
  const TemporaryFolder site;
  keep(site, "key", "bytes");
  const FileTree before = read_tree(site.path());
  Cache cache = opened(site, "");
  CHECK_FALSE(cache.find("key"));
  cache.put("key", "other");
  CHECK_FALSE(cache.find("key"));
  CHECK(cache.save());
  CHECK(read_tree(site.path()) == before);
  const TemporaryFolder empty;
  Cache nowhere = opened(empty, "");
  nowhere.put("key", "bytes");
  CHECK(nowhere.save());
  CHECK(read_tree(empty.path()).empty());
}

TEST_CASE("nothing is written where nothing was put") {
  const TemporaryFolder site;
  Cache cache = opened(site);
  CHECK_FALSE(cache.find("key"));
  CHECK(cache.save());
  CHECK_FALSE(fs::exists(site.path() / kCacheFolder));
}

TEST_CASE("a file that is damaged anywhere counts as empty") {
  const TemporaryFolder site;
  Cache cache = opened(site);
  cache.put("key", "bytes");
  cache.put("other", "more bytes");
  REQUIRE(cache.save());
  const std::string whole = bytes_of(file_of(site));
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF, whole[i] ^ 0x01}) {
      std::string changed = whole;
      changed[i] = static_cast<char>(value);
      site.write(".pmsite-cache/things", changed);
      CAPTURE(i);
      CHECK(kept(site, "key") == (changed == whole ? "bytes" : "none"));
    }
}

TEST_CASE("a file that is cut off anywhere, or followed by anything, counts as empty") {
  const TemporaryFolder site;
  keep(site, "key", "bytes");
  const std::string whole = bytes_of(file_of(site));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    site.write(".pmsite-cache/things", whole.substr(0, size));
    CHECK(kept(site, "key") == "none");
  }
  site.write(".pmsite-cache/things", whole + '\0');
  CHECK(kept(site, "key") == "none");
}

TEST_CASE("a damaged file is replaced by a good one") {
  const TemporaryFolder site;
  site.write(".pmsite-cache/things", "nonsense");
  keep(site, "key", "bytes");
  CHECK(kept(site, "key") == "bytes");
}

TEST_CASE("a link in the place of the folder is not followed") {
  const TemporaryFolder site, elsewhere;
  keep(elsewhere, "key", "poisoned");
  fs::create_symlink(elsewhere.path() / ".pmsite-cache", site.path() / ".pmsite-cache");
  const FileTree before = read_tree(elsewhere.path());
  Cache cache = opened(site);
  CHECK_FALSE(cache.find("key"));
  cache.put("key", "bytes");
  const auto saved = cache.save();
  REQUIRE_FALSE(saved);
  CHECK(saved.error().message.starts_with("cannot write `.pmsite-cache/things`: "));
  CHECK(read_tree(elsewhere.path()) == before);
}

TEST_CASE("a link in the place of the file is not followed, and replaced") {
  const TemporaryFolder site, elsewhere;
  keep(elsewhere, "key", "poisoned");
  const std::string before = bytes_of(file_of(elsewhere));
  fs::create_directory(site.path() / ".pmsite-cache");
  fs::create_symlink(file_of(elsewhere), file_of(site));
  CHECK(kept(site, "key") == "none");
  keep(site, "key", "bytes");
  CHECK(kept(site, "key") == "bytes");
  CHECK_FALSE(fs::is_symlink(file_of(site)));
  CHECK(bytes_of(file_of(elsewhere)) == before);
}

TEST_CASE("a pipe or a folder in the place of the file counts as empty") {
  const TemporaryFolder pipe, folder;
  fs::create_directory(pipe.path() / ".pmsite-cache");
  REQUIRE(mkfifo(file_of(pipe).c_str(), 0600) == 0);
  CHECK(kept(pipe, "key") == "none");
  fs::create_directories(file_of(folder) / "x");
  Cache cache = opened(folder);
  CHECK_FALSE(cache.find("key"));
  cache.put("key", "bytes");
  CHECK_FALSE(cache.save());
  CHECK(fs::is_directory(file_of(folder) / "x"));
}

TEST_CASE("a folder that nobody may write to is an error, and the old file stays") {
  const TemporaryFolder site;
  keep(site, "key", "old");
  const FileTree before = read_tree(site.path());
  REQUIRE(chmod(site.path().c_str(), 0555) == 0);
  REQUIRE(chmod((site.path() / ".pmsite-cache").c_str(), 0555) == 0);
  CHECK(passes_for_nobody([&site] {
    Cache cache = opened(site);
    if (found(cache, "key") != "old") return false;
    cache.put("key", "new");
    const auto saved = cache.save();
    return !saved && saved.error().message == "cannot write `.pmsite-cache/things`: Permission denied";
  }));
  chmod((site.path() / ".pmsite-cache").c_str(), 0755);
  chmod(site.path().c_str(), 0755);
  CHECK(read_tree(site.path()) == before);
}

TEST_CASE("a site that nobody may write to is an error, and gets no folder") {
  const TemporaryFolder site;
  REQUIRE(chmod(site.path().c_str(), 0555) == 0);
  CHECK(passes_for_nobody([&site] {
    Cache cache = opened(site);
    cache.put("key", "bytes");
    const auto saved = cache.save();
    return !saved && saved.error().message == "cannot write `.pmsite-cache/things`: Permission denied";
  }));
  chmod(site.path().c_str(), 0755);
  CHECK(fs::is_empty(site.path()));
}

TEST_CASE("of two builds that save one after the other the last one counts, and leaves nothing beside") {
  const TemporaryFolder site;
  keep(site, "common", "0");
  Cache first = opened(site), second = opened(site);
  first.put("a", "1");
  second.put("b", "2");
  REQUIRE(first.save());
  CHECK(kept(site, "a") == "1");
  REQUIRE(second.save());
  CHECK(kept(site, "common") == "0");
  CHECK(kept(site, "a") == "none");
  CHECK(kept(site, "b") == "2");
  // What the first has read and put it still has.
  CHECK(found(first, "common") == "0");
  CHECK(found(first, "a") == "1");
  CHECK(read_tree(site.path()).size() == 1);
}

TEST_CASE("beyond its size the cache drops what was not used for longest") {
  const TemporaryFolder site;
  const std::string third(kLargestCache / 3, 'x');
  Cache first = opened(site);
  first.put("a", third + "a");
  first.put("b", third.substr(10) + "b");
  REQUIRE(first.save());
  Cache second = opened(site);
  CHECK(second.find("a"));
  second.put("c", third.substr(10) + "c");
  second.put("d", "small");
  REQUIRE(second.save());
  Cache third_build = opened(site);
  CHECK(third_build.find("a"));
  CHECK(third_build.find("c"));
  CHECK(third_build.find("d"));
  CHECK_FALSE(third_build.find("b"));
  CHECK(fs::file_size(file_of(site)) < kLargestCache + 1000);
}

TEST_CASE("use counts by build: what only an older build used goes first") {
  const TemporaryFolder site;
  const std::string third(kLargestCache / 3 - 100, 'x');
  for (const std::string key : {"a", "b", "c"}) keep(site, key, third + key);
  CHECK(kept(site, "a") == third + "a");
  Cache fourth = opened(site);
  CHECK(fourth.find("a"));
  fourth.put("d", third);
  REQUIRE(fourth.save());
  CHECK(kept(site, "a") != "none");
  CHECK(kept(site, "d") != "none");
  CHECK(kept(site, "c") != "none");
  CHECK(kept(site, "b") == "none");
}

}  // namespace pmsite
