// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>

// Only cli/ talks to people, and only main.cpp asks the machine what time it is, where it stands and who its
// user is: that makes the output a function of the input.

namespace pmsite::tidy {
namespace {

constexpr std::array<std::string_view, 17> kPrinting = {
    "std::cout", "std::cerr", "std::clog", "fmt::print", "std::print",   "printf",
    "fprintf",   "vprintf",   "dprintf",   "puts",       "fputs",        "putchar",
    "putc",      "perror",    "stdout",    "stderr",     "STDOUT_FILENO"};
constexpr std::array<std::string_view, 17> kAsking = {
    "_clock::now", "std::time",   "time(nullptr)", "time(NULL)",    "clock_gettime", "gettimeofday",
    "localtime",   "localtime_r", "mktime",        "current_zone",  "getenv",        "secure_getenv",
    "environ",     "setlocale",   "std::locale",   "random_device", "gethostname"};

/// A place that may do it, and why.
struct Exception {
  std::string_view path, word, reason;
};
constexpr std::array kExceptions = {
    Exception{"engine/graphviz_read.cpp", "stderr",
              "Graphviz prints its messages; they are caught here and never shown"},
    Exception{"engine/worker_process.cpp", "STDOUT_FILENO",
              "a worker's own output is cut off, so that Graphviz cannot print"},
};

bool is_excepted(const std::string& path, std::string_view word) {
  return std::any_of(kExceptions.begin(), kExceptions.end(),
                     [&](const Exception& each) { return each.path == path && each.word == word; });
}

bool is_word_byte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// Whether `word` stands in the line as a word of its own: "printf" is not in "snprintf".
bool holds(const std::string& line, std::string_view word) {
  for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
    const bool free_before =
        at == 0 || !is_word_byte(line[at - 1]) || !is_word_byte(word.front()) || word.front() == '_';
    const auto end = at + word.size();
    const bool free_behind = end == line.size() || !is_word_byte(line[end]) || !is_word_byte(word.back());
    if (free_before && free_behind) return true;
  }
  return false;
}

template <std::size_t size>
Problems uses(const std::vector<SourceFile>& files, const std::array<std::string_view, size>& words,
              const std::string& advice) {
  Problems problems;
  for (const auto& file : files)
    for (std::size_t i = 0; i < file.code.size(); ++i)
      for (const auto word : words)
        if (holds(file.code[i], word) && !is_excepted(file.path, word))
          add(problems, file, i + 1, "uses `" + std::string(word) + "`; " + advice);
  return problems;
}

std::vector<SourceFile> without(std::vector<SourceFile> files, const std::vector<std::string>& floors) {
  std::erase_if(files, [&](const SourceFile& file) {
    return std::find(floors.begin(), floors.end(), floor_of(file.path)) != floors.end();
  });
  return files;
}

Problems printing(const std::vector<SourceFile>& files) {
  return uses(without(files, {"cli", "main"}), kPrinting, "return what is to be said, and let cli/ print it");
}

Problems asking(const std::vector<SourceFile>& files) {
  return uses(without(files, {"main"}), kAsking, "let main.cpp ask, and take the answer as a parameter");
}

}  // namespace

TEST_CASE("nothing below cli/ prints") { CHECK(list(printing(generator_sources())) == ""); }

TEST_CASE("nothing below main.cpp reads the clock, the locale or the environment") {
  CHECK(list(asking(generator_sources())) == "");
}

TEST_CASE("each exception gives its reason and is still needed") {
  for (const auto& each : kExceptions) {
    CAPTURE(std::string(each.path));
    CHECK(each.reason.size() > 20);
    const auto& files = generator_sources();
    CHECK(std::any_of(files.begin(), files.end(), [&](const SourceFile& file) {
      return file.path == each.path && std::any_of(file.code.begin(), file.code.end(),
                                                   [&](const auto& line) { return holds(line, each.word); });
    }));
  }
}

TEST_CASE("what prints or asks is named with its line") {
  CHECK(list(printing({source_file("read/a.cpp", "int a;\nstd::cout << a;\n")})) ==
        "generator/read/a.cpp:2: uses `std::cout`; return what is to be said, and let cli/ print it");
  CHECK(list(asking({source_file("cli/a.cpp", "auto now = std::chrono::system_clock::now();\n")})) ==
        "generator/cli/a.cpp:1: uses `_clock::now`; let main.cpp ask, and take the answer as a parameter");
  CHECK(list(asking({source_file("base/a.cpp", "::getenv(\"HOME\"); std::time(nullptr);\n")})) != "");
}

TEST_CASE("words inside of others, of comments and of texts are not meant") {
  CHECK(list(printing({source_file(
            "read/a.cpp", "snprintf(b, 1, \"puts\");  // std::cout\ninputs(1); sputs(2);\n")})) == "");
  CHECK(list(asking({source_file("read/a.cpp", "std::time_t a; start_time(nullptr_b); // getenv\n")})) == "");
}

TEST_CASE("cli/ may print, and main.cpp may do both") {
  CHECK(list(printing({source_file("cli/a.cpp", "std::cout\n"), source_file("main.cpp", "std::cerr\n")})) ==
        "");
  CHECK(list(asking({source_file("main.cpp", "std::getenv\n")})) == "");
}

}  // namespace pmsite::tidy
