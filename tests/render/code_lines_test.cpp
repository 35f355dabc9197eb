// SPDX-License-Identifier: MIT
#include "render/code_lines.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a diff has headings, and lines that went and came") {
  CHECK(marked("diff",
               "diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@ f\n "
               "keep\n-old\n-er\n+new\n") ==
        "«h diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@ f\n» keep\n«d "
        "-old\n-er\n»«i "
        "+new\n»");
  CHECK(marked("diff", "-old\n\\ No newline at end of file\n") == "«d -old\n»\\ No newline at end of file\n");
}

TEST_CASE("a comment that went is no header of a file") {
  CHECK(marked("diff", "@@ -1 +1 @@\n--- old remark\n+++ new\n keep") ==
        "«h @@ -1 +1 @@\n»«d --- old remark\n»«i +++ new\n» keep");
  CHECK(marked("diff", "-a\n--- b\n+c\n") == "«d -a\n--- b\n»«i +c\n»");
}

TEST_CASE("a second file begins with its header, whatever the counts of the first say") {
  CHECK(marked("diff", "--- a\n+++ a\n@@ -1,9 +1,9 @@\n-x\n--- b\n+++ b\n@@ -1 +1 @@\n+y\n") ==
        "«h --- a\n+++ a\n@@ -1,9 +1,9 @@\n»«d -x\n»«h --- b\n+++ b\n@@ -1 +1 @@\n»«i +y\n»");
}

TEST_CASE("what a mail puts around a patch did not go") {
  CHECK(marked("diff", "---\n x | 2 +-\n-a\n-- \n2.30\n") == "---\n x | 2 +-\n«d -a\n»-- \n2.30\n");
}

TEST_CASE("a log shows its time stamps and the levels that tell of failures") {
  CHECK(marked("log", "2024-03-05T14:02:11Z ERROR [main] gone at 14:02:10\n") ==
        "«t 2024-03-05T14:02:11Z» «e ERROR» [main] gone at «t 14:02:10»\n");
  CHECK(marked("log", "Mar  5 14:02:11 web-1 app: WARN x") == "«t Mar  5 14:02:11» web-1 app: «w WARN» x");
  CHECK(marked("log", "[05/Mar/2024:14:02:11 +0100] \"GET /\" 503") ==
        "[«t 05/Mar/2024:14:02:11 +0100»] \"GET /\" 503");
  CHECK(marked("log", "E0305 14:02:11.5 x\nW0305 14:02:11 x\nI0305 14:02:11 ERROR\n") ==
        "«e E»«t 0305 14:02:11.5» x\n«w W»«t 0305 14:02:11» x\nI«t 0305 14:02:11» ERROR\n");
  CHECK(marked("log", "mac 00:11:22:33:44:55 v1-14:02:11") == "mac 00:11:22:33:44:55 v1-14:02:11");
}

TEST_CASE("the level of a line is the first one, and later ones are told of") {
  CHECK(marked("log", "INFO retry after ERROR\nERROR not a WARN\n") ==
        "INFO retry after ERROR\n«e ERROR» not a WARN\n");
}

TEST_CASE("a level in lower case stands where nothing else can") {
  CHECK(marked("log", "14:02:11 [error] 12#12: x") == "«t 14:02:11» [«e error»] 12#12: x");
  CHECK(marked("log", "level=warning msg=\"an error\"") == "level=«w warning» msg=\"an error\"");
  CHECK(marked("log", "{\"level\": \"error\", \"x\": 1}") == "{\"level\": \"«e error»\", \"x\": 1}");
  CHECK(marked("log", "14:02:11 fatal: no") == "«t 14:02:11» «e fatal»: no");
  CHECK(marked("log", "an error: no, error_level=error, sublevel=error") ==
        "an error: no, error_level=error, sublevel=error");
}

TEST_CASE("HTTP has a method, a status, names of headers, and a body that may be JSON") {
  CHECK(marked("http",
               "POST /pay HTTP/1.1\nHost: a.example\n\n{\"a\": 1}\n\nHTTP/1.1 503 Busy\nRetry-After: 5\n") ==
        "«k POST» /pay HTTP/1.1\n«n Host»: a.example\n\n{«n \"a\"»: «m 1»}\n\nHTTP/1.1 «e 503» Busy\n«n "
        "Retry-After»: 5\n");
  CHECK(marked("http", "HTTP/1.1 404\nHTTP/2 200 OK\n\nplain: x") ==
        "HTTP/1.1 «w 404»\nHTTP/2 «m 200» OK\n\nplain: x");
  CHECK(marked("http", "HTTP/1.1  404\nHTTP/1.1") == "HTTP/1.1  404\nHTTP/1.1");
}

TEST_CASE("shells have many prompts") {
  CHECK(shell_prompt_length("$ ls") == 2);
  CHECK(shell_prompt_length("$") == 1);
  CHECK(shell_prompt_length("ada@web-1:~/x$ ls") == 15);
  CHECK(shell_prompt_length("[root@web-1 ~]# df") == 16);
  CHECK(shell_prompt_length("bash-5.1$ ls") == 10);
  CHECK(shell_prompt_length("$HOME is") == 0);
  CHECK(shell_prompt_length("it costs $ 5") == 0);
  CHECK(shell_prompt_length("to ada@web-1 $ 5") == 0);
  CHECK(shell_prompt_length("") == 0);
}

TEST_CASE("clients of databases have prompts too") {
  CHECK(sql_prompt_length("mysql> select") == 7);
  CHECK(sql_prompt_length("MariaDB [shop]> select") == 16);
  CHECK(sql_prompt_length("shop=# select") == 7);
  CHECK(sql_prompt_length("shop-> from") == 7);
  CHECK(sql_prompt_length("    -> from") == 7);
  CHECK(sql_prompt_length("a > b") == 0);
  CHECK(sql_prompt_length("=# x") == 0);
  CHECK(sql_prompt_length("MariaDB [shop") == 0);
}

TEST_CASE("in a session, commands are told from what they put out") {
  CHECK(marked("console", "$ ls -l\nif 5 'x'\n$ pwd\n") == "«p $ »ls «n -l»\nif 5 'x'\n«p $ »pwd\n");
  CHECK(marked("console", "$ a \\\n>  -b \\\n  -c\n> GET /\n") ==
        "«p $ »a \\\n«p > » «n -b» \\\n  «n -c»\n> GET /\n");
}

TEST_CASE("a line with # is a prompt only where nobody but root has one") {
  CHECK(marked("console", "# ls\nx\n# df -h\n") == "«p # »ls\nx\n«p # »df «n -h»\n");
  CHECK(marked("console", "# HELP up\n$ ls\n# TYPE up\n") == "# HELP up\n«p $ »ls\n# TYPE up\n");
  CHECK(marked("console", "no prompt, 'no' $colour\n") == "no prompt, 'no' $colour\n");
}

}  // namespace pmsite
