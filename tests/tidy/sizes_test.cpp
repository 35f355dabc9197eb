// SPDX-License-Identifier: MIT
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

// What outgrows a screen asks for a better idea.

namespace pmsite::tidy {
namespace {

constexpr std::size_t kMostLines = 350;
constexpr std::size_t kMostFunctionLines = 40;

std::size_t indentation(const std::string& line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool begins_with_word(const std::string& text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

/// Finds functions in code that clang-format has laid out: a block ends with a `}` at the indentation of its
/// beginning.
class FunctionFinder {
 public:
  explicit FunctionFinder(const SourceFile& file) : file_(file) {}

  /// Calls `visit(first, last)` for every function, with line numbers from 1.
  template <class Visit> void run(const Visit& visit) {
    for (line_ = 0; line_ < file_.code.size(); ++line_) {
      if (is_no_declaration(file_.code[line_])) continue;
      const auto first = line_;
      const std::string head = read_head();
      if (!opens_block(head) || is_scope(head)) continue;
      skip_block(first);
      if (!is_table(head)) visit(first + 1, line_ + 1);
    }
  }

 private:
  static bool is_no_declaration(const std::string& line) {
    const auto at = indentation(line);
    return at == line.size() || line[at] == '#' || line[at] == '}' || line.ends_with(':');
  }

  /// The declaration from line_ on, up to the `{`, `;` or `}` that ends its head; leaves line_ on its last
  /// line.
  std::string read_head() {
    std::string head;
    int parentheses = 0;
    for (; line_ < file_.code.size(); ++line_) {
      const std::string line = file_.code[line_].substr(0, file_.code[line_].find_last_not_of(' ') + 1);
      parentheses += static_cast<int>(std::count(line.begin(), line.end(), '(') -
                                      std::count(line.begin(), line.end(), ')'));
      head += (head.empty() ? "" : " ") + line.substr(indentation(line));
      const bool ends = line.ends_with('{') || line.ends_with(';') || line.ends_with('}');
      if (ends && parentheses <= 0) return head;
    }
    return head;
  }

  static bool opens_block(const std::string& head) {
    return head.ends_with('{') &&
           std::count(head.begin(), head.end(), '{') > std::count(head.begin(), head.end(), '}');
  }

  /// Whether the block holds declarations again.
  static bool is_scope(std::string head) {
    if (head.starts_with("template <")) head = head.substr(head.find('>') + 2);
    const auto words = {"namespace", "class", "struct", "union", "extern"};
    return head.find('(') == std::string::npos &&
           std::any_of(words.begin(), words.end(),
                       [&](const auto* word) { return begins_with_word(head, word); });
  }

  /// Whether the block lists values: an initialiser or the names of an enum. Tables may be long.
  static bool is_table(const std::string& head) {
    const auto before_parenthesis = head.substr(0, head.find('('));
    return begins_with_word(head, "enum") || before_parenthesis.find(" = ") != std::string::npos ||
           head.find('(') == std::string::npos;
  }

  void skip_block(std::size_t first) {
    const auto wanted = indentation(file_.code[first]);
    for (++line_; line_ + 1 < file_.code.size(); ++line_) {
      const std::string& line = file_.code[line_];
      if (indentation(line) == wanted && line.substr(wanted).starts_with('}')) return;
    }
  }

  const SourceFile& file_;
  std::size_t line_ = 0;
};

Problems oversized(const std::vector<SourceFile>& files) {
  Problems problems;
  for (const auto& file : files) {
    if (file.lines.size() > kMostLines)
      add(problems, file, kMostLines + 1,
          "the file has " + std::to_string(file.lines.size()) + " lines; " + std::to_string(kMostLines) +
              " is the most: split it by idea");
    FunctionFinder(file).run([&](std::size_t first, std::size_t last) {
      const auto length = last - first + 1;
      if (length > kMostFunctionLines)
        add(problems, file, first,
            "the function has " + std::to_string(length) + " lines; " + std::to_string(kMostFunctionLines) +
                " is the most: name its parts");
    });
  }
  return problems;
}

/// "3-5 9-12": the functions of a text.
std::string functions(const std::string& text) {
  const SourceFile file = source_file("base/a.cpp", text);
  std::string spans;
  FunctionFinder(file).run([&spans](std::size_t first, std::size_t last) {
    spans += (spans.empty() ? "" : " ") + std::to_string(first) + "-" + std::to_string(last);
  });
  return spans;
}

std::string function_of(std::size_t lines) {
  std::string text = "int f(int a,\n      int b) {\n";
  for (std::size_t i = 3; i < lines; ++i) text += "  g(\"}\");\n";
  return text + "}\n";
}

}  // namespace

TEST_CASE("files and functions are of a size that can be taken in") {
  CHECK(list(oversized(generator_sources())) == "");
}

TEST_CASE("the scanner sees the functions of the house") {
  std::size_t count = 0, longest = 0;
  for (const auto& file : generator_sources())
    FunctionFinder(file).run([&](std::size_t first, std::size_t last) {
      ++count;
      longest = std::max(longest, last - first + 1);
    });
  CHECK(count > 200);
  CHECK(longest > 20);
}

TEST_CASE("a function beyond the limit is named with its line and length") {
  CHECK(list(oversized({source_file("base/a.cpp", "\n" + function_of(40))})) == "");
  CHECK(list(oversized({source_file("base/a.cpp", "\n" + function_of(41))})) ==
        "generator/base/a.cpp:2: the function has 41 lines; 40 is the most: name its parts");
}

TEST_CASE("a file beyond the limit is named") {
  CHECK(list(oversized({source_file("base/a.cpp", std::string(350, '\n'))})) == "");
  CHECK(list(oversized({source_file("base/a.cpp", std::string(351, '\n'))})) ==
        "generator/base/a.cpp:351: the file has 351 lines; 350 is the most: split it by idea");
}

TEST_CASE("functions are found in namespaces and classes, with wrapped heads and initialiser lists") {
  CHECK(functions("namespace a {\nnamespace {\n\nint f() {\n  return 1;\n}\n\n}  // namespace\n}\n") ==
        "4-6");
  CHECK(
      functions("class A : public B {\n public:\n  A(int a)\n      : a_(a), b_{a} {\n    f();\n  }\n  int "
                "b() const { return 1; }\n"
                "\n private:\n  struct C {\n    int d = 0;\n    void e() {\n      f();\n    }\n  };\n};\n") ==
      "3-6 12-14");
  CHECK(functions("template <class T>\nvoid f(const T& t) {\n  for (;;) {\n    g();\n  }\n}\n") == "1-6");
}

TEST_CASE("types, tables, declarations and one-line functions are no functions of many lines") {
  CHECK(functions("enum class A {\n  a,\n  b,\n};\nstruct B {\n  int c = 0;\n};\nconstexpr std::array kD = "
                  "{\n    E{\"f(\"},\n};\n"
                  "int g(int h = 0);\nint i() { return 1; }\n") == "");
  CHECK(functions("const auto kA = [] {\n  f();\n};\n") == "");
}

TEST_CASE("braces in comments, texts and raw texts are not counted") {
  CHECK(functions("int f() {\n  // {\n  g('{', \"{\\\"{\");\n  h(R\"x(\n}\n)x\");\n}\nint i() {\n  return "
                  "1'000;\n}\n") == "1-7 8-10");
}

}  // namespace pmsite::tidy
