// SPDX-License-Identifier: MIT
#include "render/code_tokens.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>

namespace pmsite {
namespace {

constexpr std::string_view kLanguages[] = {
    "bash", "conf", "console", "diff",   "dockerfile", "dotenv", "go",     "hcl", "http", "ini",  "js",
    "json", "log",  "mysql",   "promql", "properties", "psql",   "python", "sql", "toml", "yaml", "unknown"};

/// What languages begin and end things with, and what cuts them short.
constexpr std::string_view kPieces[] = {"'",          "\"",
                                        "`",          "\\",
                                        "\n",         "\n  ",
                                        " ",          "$",
                                        "${",         "}",
                                        "$(",         ")",
                                        "$$",         "$a$",
                                        "<<A",        "\nA",
                                        "<<-'A'",     "/*",
                                        "*/",         "//",
                                        "--",         "#",
                                        "- ",         ": ",
                                        "|\n",        "[x]",
                                        "{",          "a",
                                        "if",         "5",
                                        "1e-",        "0x",
                                        "=",          ",",
                                        "'''",        "\"\"\"",
                                        "é",          "\r\n",
                                        "$ ",         "# ",
                                        "a@b:~$ ",    "x=# ",
                                        "\n--- a",    "\n+++ b",
                                        "\n@@",       "\n+",
                                        "\n-",        "ERROR",
                                        "E0305 ",     "2024-03-05 14:02:11",
                                        "14:02:11,5", "level=warn",
                                        "HTTP/1.1 5", "\nGET / ",
                                        "E'",         "export ",
                                        "&a",         "*a",
                                        "!t",         "\x80",
                                        "\xFF",       std::string_view("\0", 1)};

/// A text of the pieces, by a rule that is the same on every machine.
std::string text_of(std::uint32_t seed) {
  std::string text;
  for (int i = 0; i < 24; ++i) {
    seed = seed * 1664525U + 1013904223U;
    text += kPieces[(seed >> 16U) % std::size(kPieces)];
  }
  return text;
}

}  // namespace

TEST_CASE("an unknown language is one plain piece") {
  CHECK(code_tokens("", "if x").size() == 1);
  CHECK(marked("brainfuck", "\"a\" # 5") == "\"a\" # 5");
  CHECK(marked("bas", "# a") == "# a");
  CHECK(code_tokens("bash", "").empty());
}

TEST_CASE("languages go by the names that authors write, in any case") {
  for (const auto name : {"sh", "bash", "zsh", "ksh", "shell", "BASH"})
    CHECK(marked(name, "# a") == "«c # a»");
  for (const auto name : {"console", "shell-session", "shellsession", "terminal"})
    CHECK(marked(name, "$ ls") == "«p $ »ls");
  for (const auto name : {"sql", "psql", "postgresql", "postgres", "mysql", "mariadb", "SQL"})
    CHECK(marked(name, "select") == "«k select»");
  for (const auto name : {"json", "json5", "jsonc"}) CHECK(marked(name, "null") == "«k null»");
  for (const auto name : {"yaml", "yml", "YAML"}) CHECK(marked(name, "a: b") == "«n a»: b");
  for (const auto name :
       {"ini", "conf", "cfg", "toml", "properties", "hcl", "tf", "terraform", "dotenv", "nginx"})
    CHECK(marked(name, "a = b") == "«n a» = b");
  for (const auto name : {"log", "logs", "syslog"}) CHECK(marked(name, "ERROR x") == "«e ERROR» x");
  for (const auto name : {"diff", "patch"}) CHECK(marked(name, "+a") == "«i +a»");
  for (const auto name : {"python", "py", "go", "golang", "js", "ts", "typescript"})
    CHECK(marked(name, "return") == "«k return»");
  CHECK(marked("dockerfile", "FROM a") == "«k FROM» a");
  CHECK(marked("http", "GET /") == "«k GET» /");
  CHECK(marked("promql", "sum") == "«k sum»");
}

TEST_CASE("a script with a prompt is a session") {
  CHECK(marked("bash", "$ echo if\nif\n") == "«p $ »echo if\nif\n");
  CHECK(marked("bash", "# restart\n\n$ ls # all\n# x\n") == "# restart\n\n«p $ »ls «c # all»\n# x\n");
  CHECK(marked("sql", "shop=# select 1;\n select\n") == "«p shop=# »«k select» «m 1»;\n select\n");
}

TEST_CASE("settings with sections are INI files, whose values may go on on the next line") {
  CHECK(marked("conf", "[a]\nb = c\n  d e\n") == "«h [a]»\n«n b» = c\n  d e\n");
  CHECK(marked("conf", "b = c\nd e\n") == "«n b» = c\n«n d» e\n");
}

TEST_CASE("each kind but plain has a class of its own") {
  std::set<std::string_view> classes;
  for (int kind = 0; kind <= static_cast<int>(TokenKind::prompt); ++kind)
    classes.insert(css_class(static_cast<TokenKind>(kind)));
  CHECK(classes.size() == static_cast<std::size_t>(TokenKind::prompt) + 1);
  CHECK(css_class(TokenKind::plain).empty());
  CHECK(css_class(TokenKind::string) == "s");
}

TEST_CASE("whatever the text, the tokens together are the code") {
  for (const auto language : kLanguages)
    for (std::uint32_t seed = 0; seed < 400; ++seed) check_whole(language, text_of(seed));
}

TEST_CASE("what is opened many times and never closed loses nothing") {
  for (const auto piece :
       {"\\\"", "$a$", "<<A ", "/*", "\"${", "'''", "{", "a: '", "|\n", "\"$(", "--- a\n"}) {
    std::string code;
    while (code.size() < 50'000) code += piece;
    for (const auto language : kLanguages) check_whole(language, code);
  }
}

}  // namespace pmsite
