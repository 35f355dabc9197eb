// SPDX-License-Identifier: MIT
#include "render/code_languages.hpp"

#include <algorithm>
#include <iterator>

namespace pmsite {
namespace {

using Escape = CodeSpan::Escape;

constexpr std::string_view kShellWords[] = {
    "alias",    "break", "case",  "continue", "declare", "do",     "done",  "elif",
    "else",     "esac",  "eval",  "exec",     "exit",    "export", "fi",    "for",
    "function", "if",    "local", "readonly", "return",  "select", "set",   "shift",
    "source",   "then",  "time",  "trap",     "typeset", "unset",  "until", "while"};
static_assert(std::is_sorted(std::begin(kShellWords), std::end(kShellWords)));

constexpr std::string_view kSqlWords[] = {
    "add",         "all",        "alter",      "analyze",   "and",      "any",         "as",
    "asc",         "begin",      "between",    "bigint",    "boolean",  "by",          "cascade",
    "case",        "check",      "checkpoint", "cluster",   "column",   "commit",      "concurrently",
    "conflict",    "constraint", "create",     "cross",     "database", "default",     "delete",
    "desc",        "distinct",   "do",         "drop",      "else",     "end",         "except",
    "exists",      "explain",    "false",      "for",       "foreign",  "from",        "full",
    "grant",       "group",      "having",     "if",        "ilike",    "in",          "index",
    "inner",       "insert",     "intersect",  "into",      "is",       "join",        "jsonb",
    "kill",        "lateral",    "left",       "like",      "limit",    "lock",        "materialized",
    "natural",     "not",        "nothing",    "null",      "offset",   "on",          "or",
    "order",       "outer",      "over",       "partition", "primary",  "references",  "reindex",
    "rename",      "returning",  "revoke",     "right",     "rollback", "select",      "serial",
    "set",         "show",       "table",      "temporary", "then",     "timestamptz", "to",
    "transaction", "trigger",    "true",       "truncate",  "union",    "unique",      "update",
    "using",       "vacuum",     "values",     "varchar",   "view",     "when",        "where",
    "window",      "with"};
static_assert(std::is_sorted(std::begin(kSqlWords), std::end(kSqlWords)));

constexpr std::string_view kJsonWords[] = {"false", "null", "true"};
static_assert(std::is_sorted(std::begin(kJsonWords), std::end(kJsonWords)));

constexpr std::string_view kPythonWords[] = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
static_assert(std::is_sorted(std::begin(kPythonWords), std::end(kPythonWords)));

constexpr std::string_view kGoWords[] = {"break",  "case",    "chan",        "const",  "continue",  "default",
                                         "defer",  "else",    "fallthrough", "false",  "for",       "func",
                                         "go",     "goto",    "if",          "import", "interface", "map",
                                         "nil",    "package", "range",       "return", "select",    "struct",
                                         "switch", "true",    "type",        "var"};
static_assert(std::is_sorted(std::begin(kGoWords), std::end(kGoWords)));

constexpr std::string_view kJavaScriptWords[] = {
    "async",   "await",    "break",  "case",      "catch",  "class",      "const",     "continue",
    "default", "delete",   "do",     "else",      "export", "extends",    "false",     "finally",
    "for",     "function", "if",     "import",    "in",     "instanceof", "interface", "let",
    "new",     "null",     "return", "static",    "super",  "switch",     "this",      "throw",
    "true",    "try",      "typeof", "undefined", "var",    "void",       "while",     "yield"};
static_assert(std::is_sorted(std::begin(kJavaScriptWords), std::end(kJavaScriptWords)));

constexpr std::string_view kPromqlWords[] = {
    "and",   "atan2",      "avg",         "bool",     "bottomk", "by",   "count",  "count_values",
    "group", "group_left", "group_right", "ignoring", "max",     "min",  "offset", "on",
    "or",    "quantile",   "stddev",      "stdvar",   "sum",     "topk", "unless", "without"};
static_assert(std::is_sorted(std::begin(kPromqlWords), std::end(kPromqlWords)));

constexpr std::string_view kDockerWords[] = {
    "add",   "arg",        "cmd",     "copy", "entrypoint", "env",        "expose", "from",   "healthcheck",
    "label", "maintainer", "onbuild", "run",  "shell",      "stopsignal", "user",   "volume", "workdir"};
static_assert(std::is_sorted(std::begin(kDockerWords), std::end(kDockerWords)));

constexpr CodeSpan kShellSpans[] = {
    {.kind = TokenKind::comment, .open = "#", .close = "", .stands_apart = true},
    {.open = "$'", .close = "'", .escape = Escape::backslash, .may_span_lines = true},
    {.open = "'", .close = "'", .may_span_lines = true},
    {.open = "\"",
     .close = "\"",
     .escape = Escape::backslash,
     .may_span_lines = true,
     .has_variables = true}};

constexpr CodeSpan kBlockComment = {
    .kind = TokenKind::comment, .open = "/*", .close = "*/", .may_span_lines = true};
constexpr CodeSpan kSlashComment = {
    .kind = TokenKind::comment, .open = "//", .close = "", .stands_apart = true};
constexpr CodeSpan kHashComment = {.kind = TokenKind::comment, .open = "#", .close = ""};
constexpr CodeSpan kHyphenComment = {.kind = TokenKind::comment, .open = "--", .close = ""};
constexpr CodeSpan kDoubleQuoted = {.open = "\"", .close = "\"", .escape = Escape::backslash};
constexpr CodeSpan kSingleQuoted = {.open = "'", .close = "'", .escape = Escape::backslash};
constexpr CodeSpan kBetweenBackticks = {.open = "`", .close = "`", .may_span_lines = true};

// A name in quotes is not a value: SQL reads "x" as a column, and MySQL `x`. Only MySQL reads "x" as a
// string.
constexpr CodeSpan kQuotedName = {
    .kind = TokenKind::name, .open = "\"", .close = "\"", .escape = Escape::doubled};
constexpr CodeSpan kNameBetweenBackticks = {
    .kind = TokenKind::name, .open = "`", .close = "`", .escape = Escape::doubled};
constexpr CodeSpan kEscapeString = {
    .open = "E'", .close = "'", .escape = Escape::backslash_or_doubled, .may_span_lines = true};
constexpr CodeSpan kLowerEscapeString = {
    .open = "e'", .close = "'", .escape = Escape::backslash_or_doubled, .may_span_lines = true};

constexpr CodeSpan kSqlSpans[] = {
    kHyphenComment,
    kBlockComment,
    kEscapeString,
    kLowerEscapeString,
    kQuotedName,
    kNameBetweenBackticks,
    {.open = "'", .close = "'", .escape = Escape::backslash_in_word, .may_span_lines = true}};
constexpr CodeSpan kPostgresqlSpans[] = {
    kHyphenComment, kBlockComment,
    kEscapeString,  kLowerEscapeString,
    kQuotedName,    {.open = "'", .close = "'", .escape = Escape::doubled, .may_span_lines = true}};
constexpr CodeSpan kMysqlSpans[] = {
    kHyphenComment,
    kHashComment,
    kBlockComment,
    kNameBetweenBackticks,
    {.open = "'", .close = "'", .escape = Escape::backslash_or_doubled, .may_span_lines = true},
    {.open = "\"", .close = "\"", .escape = Escape::backslash_or_doubled, .may_span_lines = true}};

constexpr CodeSpan kJsonSpans[] = {kDoubleQuoted, kSingleQuoted, kSlashComment, kBlockComment};

constexpr CodeSpan kPythonSpans[] = {
    kHashComment,
    {.open = "\"\"\"", .close = "\"\"\"", .escape = Escape::backslash, .may_span_lines = true},
    {.open = "'''", .close = "'''", .escape = Escape::backslash, .may_span_lines = true},
    kDoubleQuoted,
    kSingleQuoted};

constexpr CodeSpan kGoSpans[] = {{.kind = TokenKind::comment, .open = "//", .close = ""},
                                 kBlockComment,
                                 kDoubleQuoted,
                                 kSingleQuoted,
                                 kBetweenBackticks};

// A regular expression is passed over, since its quotes and slashes begin nothing.
constexpr CodeSpan kJavaScriptSpans[] = {
    kSlashComment,
    kBlockComment,
    kDoubleQuoted,
    kSingleQuoted,
    {.open = "`", .close = "`", .escape = Escape::backslash, .may_span_lines = true},
    {.kind = TokenKind::plain, .open = "/", .close = "/", .escape = Escape::backslash, .stands_apart = true}};

constexpr CodeSpan kPromqlSpans[] = {kHashComment, kDoubleQuoted, kSingleQuoted, kBetweenBackticks};

constexpr std::string_view kExport[] = {"export"};
constexpr std::string_view kKeyMarks[] = {":"};
// A label is compared with a string; a metric is compared with a number.
constexpr std::string_view kLabelMarks[] = {"=\"", "!=\"", "=~\"", "!~\"", "='", "!='", "=~'", "!~'"};

}  // namespace

constinit const CodeSyntax kShellCode = {
    .spans = kShellSpans, .keywords = kShellWords, .habits = CodeSyntax::Habits::shell};
constinit const CodeSyntax kSqlCode = {
    .spans = kSqlSpans, .keywords = kSqlWords, .habits = CodeSyntax::Habits::sql, .ignores_case = true};
constinit const CodeSyntax kPostgresqlCode = {.spans = kPostgresqlSpans,
                                              .keywords = kSqlWords,
                                              .habits = CodeSyntax::Habits::sql,
                                              .ignores_case = true};
constinit const CodeSyntax kMysqlCode = {
    .spans = kMysqlSpans, .keywords = kSqlWords, .habits = CodeSyntax::Habits::sql, .ignores_case = true};
constinit const CodeSyntax kJsonCode = {
    .spans = kJsonSpans, .keywords = kJsonWords, .name_marks = kKeyMarks, .has_signed_numbers = true};
constinit const CodeSyntax kPythonCode = {.spans = kPythonSpans, .keywords = kPythonWords};
constinit const CodeSyntax kGoCode = {.spans = kGoSpans, .keywords = kGoWords};
constinit const CodeSyntax kJavaScriptCode = {
    .spans = kJavaScriptSpans, .keywords = kJavaScriptWords, .word_bytes = "$"};
constinit const CodeSyntax kPromqlCode = {.spans = kPromqlSpans,
                                          .keywords = kPromqlWords,
                                          .name_marks = kLabelMarks,
                                          .word_bytes = ":",
                                          .has_units = true};

constinit const SettingsSyntax kDockerfileSettings = {
    .comments = "#", .quotes = "\"'", .instructions = kDockerWords, .has_variables = true};
constinit const SettingsSyntax kDotenvSettings = {.comments = "#",
                                                  .later_comments = "#",
                                                  .key_ends = "=",
                                                  .quotes = "\"",
                                                  .raw_quotes = "'",
                                                  .instructions = kExport,
                                                  .has_variables = true};
constinit const SettingsSyntax kHclSettings = {.comments = "#",
                                               .later_comments = "#",
                                               .key_ends = "={\"",
                                               .quotes = "\"",
                                               .has_slash_comments = true,
                                               .has_heredocs = true,
                                               .has_inner_keys = true,
                                               .has_variables = true};
// Whether # and ; begin a comment after a value is the program's choice, so they do not here.
constinit const SettingsSyntax kIniSettings = {
    .comments = "#;", .key_ends = "=:", .quotes = "\"", .raw_quotes = "'", .has_sections = true};
constinit const SettingsSyntax kPropertiesSettings = {.comments = "#!", .key_ends = "=:"};
constinit const SettingsSyntax kServerSettings = {.comments = "#;",
                                                  .later_comments = "#",
                                                  .key_ends = "=:{",
                                                  .quotes = "\"'",
                                                  .begins_with_key = true,
                                                  .has_variables = true};
constinit const SettingsSyntax kTomlSettings = {.comments = "#",
                                                .later_comments = "#",
                                                .key_ends = "=",
                                                .quotes = "\"",
                                                .raw_quotes = "'",
                                                .has_inner_keys = true,
                                                .has_sections = true,
                                                .has_triple_quotes = true};

}  // namespace pmsite
