// SPDX-License-Identifier: MIT
#include "engine/templates.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace pmsite {
namespace {

using Sources = std::map<std::string, TemplateSource>;

/// Each template's file is its name with ".mustache".
Sources sources(const std::map<std::string, std::string>& texts) {
  Sources all;
  for (const auto& [name, text] : texts) all[name] = {name + ".mustache", text};
  return all;
}

/// What "page" makes of the data; nothing may be wrong with it.
void check(const std::map<std::string, std::string>& texts, const Value& data, const std::string& expected) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(sources(texts), diagnostics);
  REQUIRE(faults(diagnostics) == "");
  CHECK(set.render("page", data, diagnostics) == expected);
  CHECK(faults(diagnostics) == "");
}

void check(const std::string& page, const Value& data, const std::string& expected) {
  check(std::map<std::string, std::string>{{"page", page}}, data, expected);
}

/// "page.mustache:2 rule: message -> help", for what compile() reports.
std::string compile_faults(const std::map<std::string, std::string>& texts) {
  Diagnostics diagnostics;
  (void)TemplateSet::compile(sources(texts), diagnostics);
  std::string lines;
  for (const auto& each : diagnostics.sorted())
    lines += (lines.empty() ? "" : "\n") + each.file + ":" + std::to_string(each.at.begin.line) + " " +
             std::string(each.rule->id) + ": " + each.message + (each.help.empty() ? "" : " -> " + each.help);
  return lines;
}

/// The same for what render() reports.
std::string render_faults(const std::map<std::string, std::string>& texts, const Value& data) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(sources(texts), diagnostics);
  REQUIRE(faults(diagnostics) == "");
  (void)set.render("page", data, diagnostics);
  std::string lines;
  for (const auto& each : diagnostics.sorted())
    lines += (lines.empty() ? "" : "\n") + each.file + ":" + std::to_string(each.at.begin.line) + " " +
             std::string(each.rule->id) + ": " + each.message;
  return lines;
}

}  // namespace

TEST_CASE("a value is written escaped") {
  check("<p title=\"{{x}}\">{{ x }}</p>", Value::Object{{"x", "<a href='y'>\"&\"</a>"}},
        "<p title=\"&lt;a href=&#39;y&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\">"
        "&lt;a href=&#39;y&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;</p>");
}

TEST_CASE("a value that holds a tag of Mustache is text") {
  check("{{x}}{{{y_html}}}", Value::Object{{"x", "{{y_html}}"}, {"y_html", "{{x}}<b>"}},
        "{{y_html}}{{x}}<b>");
}

TEST_CASE("only a name that ends in _html may be written unescaped") {
  check("{{{body_html}}}{{&body_html}}", Value::Object{{"body_html", "<b>&</b>"}}, "<b>&</b><b>&</b>");
  CHECK(compile_faults({{"page", "a\n{{{body}}}"}}) ==
        "page.mustache:2 template-syntax: `body` may not be written unescaped -> use `{{body}}`; only names "
        "that end "
        "in `_html` hold HTML");
  CHECK(compile_faults({{"page", "a\n\n{{& body }}"}}) ==
        "page.mustache:3 template-syntax: `body` may not be written unescaped -> use `{{body}}`; only names "
        "that end "
        "in `_html` hold HTML");
}

TEST_CASE("numbers and texts are written as they are") {
  check("{{whole}} {{part}} {{flag}}", Value::Object{{"whole", -12}, {"part", 0.5}, {"flag", "x"}},
        "-12 0.5 x");
}

TEST_CASE("a section repeats for a list, and looks outwards for names") {
  check("{{#items}}{{name}}{{site}};{{/items}}",
        Value::Object{{"site", "!"},
                      {"items", Value::List{Value::Object{{"name", "a"}}, Value::Object{{"name", "b"}}}}},
        "a!;b!;");
  check("{{#items}}{{.}},{{/items}}", Value::Object{{"items", Value::List{"a", "<", 3}}}, "a,&lt;,3,");
}

TEST_CASE("a section is left out for false, nothing, an empty text and an empty list") {
  for (const Value& nothing : {Value(false), Value(), Value(""), Value(Value::List{})})
    check("{{#x}}yes{{/x}}{{^x}}no{{/x}}", Value::Object{{"x", nothing}}, "no");
  for (const Value& something :
       {Value(true), Value("a"), Value(0), Value(Value::List{"a"}), Value(Value::Object{})})
    check("{{#x}}yes{{/x}}{{^x}}no{{/x}}", Value::Object{{"x", something}}, "yes");
}

TEST_CASE("a value that is empty is written as nothing and is not missing") {
  check("[{{x}}]", Value::Object{{"x", ""}}, "[]");
}

TEST_CASE("a partial is put in its place") {
  check({{"page", "{{> head}}<p>{{x}}</p>\n{{> foot}}\n"}, {"head", "<h1>{{x}}</h1>"}, {"foot", "<hr>\n"}},
        Value::Object{{"x", "<"}}, "<h1>&lt;</h1><p>&lt;</p>\n<hr>\n");
}

TEST_CASE("a partial sees the names of the section it stands in") {
  check({{"page", "{{#items}}{{> item}}{{/items}}"}, {"item", "({{name}})"}},
        Value::Object{{"items", Value::List{Value::Object{{"name", "a"}}, Value::Object{{"name", "b"}}}}},
        "(a)(b)");
}

TEST_CASE("comments are left out") { check("a{{! not <b> }}b", Value::Object{}, "ab"); }

TEST_CASE("a name that the data does not have is reported at its file and line") {
  CHECK(render_faults({{"page", "{{a}}\n\n{{b}} {{tilte}}"}}, Value::Object{{"a", 1}, {"b", 2}}) ==
        "page.mustache:3 template-name: there is no value named `tilte`");
  CHECK(render_faults({{"page", "x\n{{> head}}"}, {"head", "y\n\n{{a}}"}}, Value::Object{}) ==
        "head.mustache:3 template-name: there is no value named `a`");
}

TEST_CASE("a section whose name the data does not have is reported") {
  CHECK(render_faults({{"page", "\n{{#items}}x{{/items}}"}}, Value::Object{}) ==
        "page.mustache:2 template-name: there is no value named `items`");
  CHECK(render_faults({{"page", "\n\n{{^items}}x{{/items}}"}}, Value::Object{}) ==
        "page.mustache:3 template-name: there is no value named `items`");
}

TEST_CASE("a missing name is reported once, where it is first used") {
  CHECK(render_faults({{"page", "{{#l}}\n{{x}} {{x}}{{/l}}\n{{x}}"}},
                      Value::Object{{"l", Value::List{1, 2}}}) ==
        "page.mustache:2 template-name: there is no value named `x`");
}

TEST_CASE("an unknown partial is reported with the name that was meant") {
  CHECK(compile_faults({{"page", "\n{{> haed}}"}, {"head", ""}}) ==
        "page.mustache:2 template-name: there is no template `haed` -> did you mean `head`?");
  CHECK(compile_faults({{"page", "{{> something-else}}"}}) ==
        "page.mustache:1 template-name: there is no template `something-else`");
}

TEST_CASE("a partial that includes itself is reported, at once or through others") {
  CHECK(compile_faults({{"page", "a\n{{> page}}"}}) ==
        "page.mustache:2 template-syntax: template `page` includes itself");
  const std::string round = compile_faults({{"page", "{{> a}}"}, {"a", "\n{{> b}}"}, {"b", "\n\n{{> a}}"}});
  CHECK(round.find("b.mustache:3 template-syntax: template `a` includes itself") != std::string::npos);
  CHECK(round.find("page.mustache") == std::string::npos);
}

TEST_CASE("the same partial twice, one after the other, is no recursion") {
  check({{"page", "{{> a}}{{> a}}"}, {"a", "x"}}, Value::Object{}, "xx");
}

TEST_CASE("a section that is not closed is reported at its line, in the file that holds it") {
  CHECK(compile_faults({{"page", "{{> part}}"}, {"part", "a\nb\n{{#x}}\nc\n"}})
            .find("part.mustache:3 template-syntax: ") == 0);
  CHECK(compile_faults({{"page", "a\n{{/x}}\n"}}).find("page.mustache:2 template-syntax: ") == 0);
  CHECK(compile_faults({{"page", "a\nb {{x\n"}}).find("page.mustache:2 template-syntax: ") == 0);
}

TEST_CASE("a section may not begin in one file and end in another") {
  const std::string found =
      compile_faults({{"page", "{{> open}}x{{> shut}}"}, {"open", "{{#a}}"}, {"shut", "{{/a}}"}});
  CHECK(found.find("open.mustache:1 template-syntax: ") != std::string::npos);
  CHECK(found.find("shut.mustache:1 template-syntax: ") != std::string::npos);
}

TEST_CASE("delimiters cannot be changed") {
  CHECK(compile_faults({{"page", "\n{{=<% %>=}}"}})
            .find("page.mustache:2 template-syntax: delimiters cannot be changed") != std::string::npos);
}

TEST_CASE("what is not a name is reported") {
  CHECK(compile_faults({{"page", "\n{{a b}}"}}) ==
        "page.mustache:2 template-syntax: `{{a b}}` is not a name");
  CHECK(compile_faults({{"page", "{{}}"}}).find("page.mustache:1 template-syntax: `{{}}` is not a name") !=
        std::string::npos);
}

TEST_CASE("one set renders in several threads at once") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(sources({{"page", "{{#l}}{{x}}{{.}}{{/l}}"}}), diagnostics);
  std::vector<std::string> pages(4);
  std::vector<Diagnostics> found(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < pages.size(); ++i)
      threads.emplace_back([&, i] {
        for (int round = 0; round < 50; ++round)
          pages[i] = set.render(
              "page", Value::Object{{"x", static_cast<int>(i)}, {"l", Value::List{"a", "b"}}}, found[i]);
      });
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CHECK(pages[i] == std::to_string(i) + "a" + std::to_string(i) + "b");
    CHECK(faults(found[i]) == "");
  }
}

}  // namespace pmsite
