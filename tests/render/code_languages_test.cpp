// SPDX-License-Identifier: MIT
#include "render/code_languages.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a shell has comments, strings, variables, options and assignments") {
  CHECK(marked("sh", "#!/bin/sh\nexport A=1 B=\"$C\" D=2 # e\n") ==
        "«c #!/bin/sh»\n«k export» «n A»=1 «n B»=«s \"»«n $C»«s \"» «n D»=2 «c # e»\n");
  CHECK(marked("sh", "curl -sS --max-time=5 http://a/b#c \\\n  -H \"x # ${Y:-z}\" -- -\n") ==
        "curl «n -sS» «n --max-time»=5 http://a/b#c \\\n  «n -H» «s \"x # »«n ${Y:-z}»«s \"» -- -\n");
  CHECK(marked("sh", "sleep 30; kill -9 $$ 2>&1") == "sleep «m 30»; kill «n -9» «n $$» 2>&1");
  CHECK(marked("sh", "echo 'a\nb # c' \\' \\\" $'d\\'e'") == "echo «s 'a\nb # c'» \\' \\\" «s $'d\\'e'»");
  CHECK(marked("sh", "echo \"$(date \"+%F\") a\" it's") == "echo «s \"$(date \"+%F\") a\"» it's");
}

TEST_CASE("a keyword of a shell stands where a command begins") {
  CHECK(marked("sh", "for i in a; do grep for in done | if x; done") ==
        "«k for» i «k in» a; «k do» grep for in done | «k if» x; «k done»");
  CHECK(marked("sh", "if ! x; then { exit 1; }; fi\ncase $a in\n b) c;;\nesac\n") ==
        "«k if» ! x; «k then» { «k exit» «m 1»; }; «k fi»\n«k case» «n $a» «k in»\n b) c;;\n«k esac»\n");
  CHECK(marked("sh", "a $(if b) done -if done=1 x-if") == "a $(«k if» b) done «n -if» done=1 x-if");
}

TEST_CASE("the text of a heredoc is a string") {
  CHECK(marked("sh", "cat <<'A' <<-B >c\nit's # 1\nA\n\tif\n\tB\nif x\n") ==
        "cat <<'A' <<-B >c\n«s it's # 1\nA»\n«s \tif\n\tB»\n«k if» x\n");
  CHECK(marked("sh", "cat <<A\nif x\n") == "cat <<A\n«k if» x\n");
  CHECK(marked("sh", "cat <<<A\nif x\nA\n") == "cat <<<A\n«k if» x\nA\n");
}

TEST_CASE("SQL has keywords in any case, strings, and names in quotes") {
  CHECK(marked("sql", "SELECT t.select, \"Name\", `x` from u -- it's\nwhere a = 'it''s' and b > 1.5;") ==
        "«k SELECT» t.select, «n \"Name\"», «n `x`» «k from» u «c -- it's»\n«k where» a = «s 'it''s'» «k "
        "and» b > «m "
        "1.5»;");
  CHECK(marked("sql", "'it\\'s' '\\' /* a\n */ E'b\\'c' $1") ==
        "«s 'it\\'s'» «s '\\'» «c /* a\n */» «s E'b\\'c'» «n $1»");
}

TEST_CASE("dollars quote in PostgreSQL") {
  CHECK(marked("psql", "DO $$ it's $$; AS $f$ $$ $f$ a$b $c$ d") ==
        "«k DO» «s $$ it's $$»; «k AS» «s $f$ $$ $f$» a$b $c$ d");
}

TEST_CASE("MySQL has its own strings and comments") {
  CHECK(marked("mysql", "select \"a\\\"b\", 'c\\'d', `e` # f") ==
        "«k select» «s \"a\\\"b\"», «s 'c\\'d'», «n `e`» «c # f»");
}

TEST_CASE("the rule below the head of a table is no comment") {
  CHECK(marked("sql", " a | b\n---+---\n----\n-- c\n---- d\n") ==
        " a | b\n---+---\n----\n«c -- c»\n«c ---- d»\n");
}

TEST_CASE("JSON has keys, strings, numbers and constants, and its relatives comments") {
  CHECK(marked("json", "{\"a\": \"b: // c\", \"d\" : [-1.5e+3, true, null], e: 'f'} // g\n/* h */") ==
        "{«n \"a\"»: «s \"b: // c\"», «n \"d\"» : [«m -1.5e+3», «k true», «k null»], «n e»: «s 'f'»} «c // "
        "g»\n«c /* h "
        "*/»");
  CHECK(marked("json", "{\"a\": \"cut\n\"b\": \"\\\"\"}") == "{«n \"a\"»: \"cut\n«n \"b\"»: «s \"\\\"\"»}");
}

TEST_CASE("programs have comments, strings over lines and keywords") {
  CHECK(marked("python", "def f():\n  '''it's'''\n  return x.is, r\"\\d\" # a\n") ==
        "«k def» f():\n  «s '''it's'''»\n  «k return» x.is, r«s \"\\d\"» «c # a»\n");
  CHECK(marked("go", "if s == `a\n'b` && c == '\\'' { // d\n}") ==
        "«k if» s == «s `a\n'b`» && c == «s '\\''» { «c // d»\n}");
  CHECK(marked("js", "const a = /[\"'](b)/.test(c) ? \"//\" : `d\n`; // e") ==
        "«k const» a = /[\"'](b)/.test(c) ? «s \"//\"» : «s `d\n`»; «c // e»");
}

TEST_CASE("PromQL has labels, ranges and functions") {
  CHECK(marked("promql", "sum by (job) (rate(a:b{job=\"x\", c!~\"y\"}[5m])) != 0.5 # d") ==
        "«k sum» «k by» (job) (rate(a:b{«n job»=«s \"x\"», «n c»!~«s \"y\"»}[«m 5m»])) != «m 0.5» «c # d»");
}

TEST_CASE("daemons have a name and its value on each line, and blocks") {
  CHECK(
      marked("nginx",
             "http {\n  log_format a '$b \"c\"'\n    '$d'; # e\n  location ~ \\.php$ { return 503; }\n}\n") ==
      "«n http» {\n  «n log_format» a «s '»«n $b»«s  \"c\"'»\n    «s '»«n $d»«s '»; «c # e»\n  «n location» "
      "~ "
      "\\.php$ { «n return» «m 503»; }\n}\n");
  CHECK(marked("conf", "shared_buffers = 4GB # a\nPermitRootLogin no\n") ==
        "«n shared_buffers» = «m 4GB» «c # a»\n«n PermitRootLogin» «k no»\n");
}

TEST_CASE("INI, properties and TOML differ in comments and strings") {
  CHECK(marked("ini", "; a\n[b]\nc = it's # d\n") == "«c ; a»\n«h [b]»\n«n c» = it's # d\n");
  CHECK(marked("properties", "! a\nb.c=\"d\" # e\n") == "«c ! a»\n«n b.c»=\"d\" # e\n");
  CHECK(marked("toml", "[[a]]\nb = 'C:\\' # c\nd = { e = true }\n") ==
        "«h [[a]]»\n«n b» = «s 'C:\\'» «c # c»\n«n d» = { «n e» = «k true» }\n");
}

TEST_CASE("Terraform has blocks, heredocs and strings that compute") {
  CHECK(marked(
            "tf",
            "a \"b\" \"c\" {\n  d = \"${e(\"f\")}\" // g\n  h = x == 1 ? 2 : 3\n  i = <<-J\n  k\n  J\n}\n") ==
        "«n a» «s \"b\"» «s \"c\"» {\n  «n d» = «s \"»«n ${e(\"f\")}»«s \"» «c // g»\n  «n h» = x == «m 1» ? "
        "«m 2» : «m "
        "3»\n  «n i» = <<-J\n«s   k\n  J»\n}\n");
}

TEST_CASE("an environment and a Dockerfile know variables") {
  CHECK(marked("dotenv", "export A=\"b${C}\" # d\nE=f#g\n") ==
        "«k export» «n A»=«s \"b»«n ${C}»«s \"» «c # d»\n«n E»=f#g\n");
  CHECK(marked("dockerfile", "FROM a:1 AS b\nENV C=$D\nRUN e && \\\n  copy f\n") ==
        "«k FROM» a:1 AS b\n«k ENV» C=«n $D»\n«k RUN» e && \\\n  copy f\n");
}

}  // namespace pmsite
