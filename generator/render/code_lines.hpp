// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_scanner.hpp"

namespace pmsite {

// What is read line by line. Each takes all that is left of the pieces, in time that grows with the length
// alone.

/// A unified diff, also one whose headers or counts an author has cut.
void scan_diff(CodePieces& pieces);

/// Lines of a log: their time stamps, and the levels that tell of failures and warnings.
void scan_log(CodePieces& pieces);

/// Requests and responses of HTTP/1.1. A body that is JSON is read as JSON, with `json` as its syntax.
void scan_http(CodePieces& pieces, const CodeSyntax& json);

/// Length of the prompt at the beginning of a line, with the space behind it; 0 where there is none.
using PromptLength = std::size_t (*)(std::string_view line);

/// "$ ", "# ", "% ", "ada@web-1:~$ ", "[root@web-1 ~]# ", "bash-5.1$ ".
std::size_t shell_prompt_length(std::string_view line);

/// "mysql> ", "MariaDB [shop]> ", "shop=# ", "shop-> ", "    -> ".
std::size_t sql_prompt_length(std::string_view line);

/// Commands behind prompts, of the syntax, and what they put out. A line with # is root's
/// only where nobody else has a prompt.
void scan_session(CodePieces& pieces, const CodeSyntax& syntax, PromptLength prompt_length);

}  // namespace pmsite
