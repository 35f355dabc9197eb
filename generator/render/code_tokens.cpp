// SPDX-License-Identifier: MIT
#include "render/code_tokens.hpp"

#include "base/text.hpp"
#include "render/code_languages.hpp"
#include "render/code_lines.hpp"
#include "render/code_yaml.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

/// The first line that is neither empty nor a comment.
std::string_view first_command(std::string_view code) {
  while (!code.empty()) {
    const auto line = code.substr(0, line_length(code));
    if (next_byte(line) != '\n' && next_byte(line) != '#' && next_byte(line) != '\r') return line;
    code.remove_prefix(std::min(line.size() + 1, code.size()));
  }
  return {};
}

/// Many a fence says `bash` and shows a session. A lone # is a comment there, not the prompt of root.
void scan_shell(CodePieces& pieces) {
  if (shell_prompt_length(first_command(pieces.rest())) > 0)
    scan_session(pieces, kShellCode, shell_prompt_length);
  else
    scan_code(kShellCode, pieces, pieces.rest().size());
}

void scan_sql(CodePieces& pieces, const CodeSyntax& syntax) {
  if (sql_prompt_length(first_command(pieces.rest())) > 0)
    scan_session(pieces, syntax, sql_prompt_length);
  else
    scan_code(syntax, pieces, pieces.rest().size());
}

/// Sections are of INI files, where a value may go on on the next line and is no name there.
void scan_configuration(CodePieces& pieces) {
  const auto code = pieces.rest();
  const bool has_sections = code.starts_with('[') || code.find("\n[") != std::string_view::npos;
  scan_settings(has_sections ? kIniSettings : kServerSettings, pieces);
}

template <const CodeSyntax& syntax> void scan_all(CodePieces& pieces) {
  scan_code(syntax, pieces, pieces.rest().size());
}

template <const CodeSyntax& syntax> void scan_queries(CodePieces& pieces) { scan_sql(pieces, syntax); }

template <const SettingsSyntax& syntax> void scan_lines(CodePieces& pieces) { scan_settings(syntax, pieces); }

struct Language {
  std::string_view name;
  void (*scan)(CodePieces& pieces);
};

void scan_console(CodePieces& pieces) { scan_session(pieces, kShellCode, shell_prompt_length); }

void scan_exchange(CodePieces& pieces) { scan_http(pieces, kJsonCode); }

/// In the order of their names.
constexpr Language kLanguages[] = {{"bash", scan_shell},
                                   {"cfg", scan_configuration},
                                   {"conf", scan_configuration},
                                   {"config", scan_configuration},
                                   {"console", scan_console},
                                   {"diff", scan_diff},
                                   {"docker", scan_lines<kDockerfileSettings>},
                                   {"dockerfile", scan_lines<kDockerfileSettings>},
                                   {"dotenv", scan_lines<kDotenvSettings>},
                                   {"env", scan_lines<kDotenvSettings>},
                                   {"go", scan_all<kGoCode>},
                                   {"golang", scan_all<kGoCode>},
                                   {"haproxy", scan_lines<kServerSettings>},
                                   {"hcl", scan_lines<kHclSettings>},
                                   {"http", scan_exchange},
                                   {"ini", scan_lines<kIniSettings>},
                                   {"javascript", scan_all<kJavaScriptCode>},
                                   {"js", scan_all<kJavaScriptCode>},
                                   {"json", scan_all<kJsonCode>},
                                   {"json5", scan_all<kJsonCode>},
                                   {"jsonc", scan_all<kJsonCode>},
                                   {"ksh", scan_shell},
                                   {"log", scan_log},
                                   {"logs", scan_log},
                                   {"mariadb", scan_queries<kMysqlCode>},
                                   {"mysql", scan_queries<kMysqlCode>},
                                   {"nginx", scan_lines<kServerSettings>},
                                   {"patch", scan_diff},
                                   {"pgsql", scan_queries<kPostgresqlCode>},
                                   {"plpgsql", scan_queries<kPostgresqlCode>},
                                   {"postgres", scan_queries<kPostgresqlCode>},
                                   {"postgresql", scan_queries<kPostgresqlCode>},
                                   {"promql", scan_all<kPromqlCode>},
                                   {"properties", scan_lines<kPropertiesSettings>},
                                   {"psql", scan_queries<kPostgresqlCode>},
                                   {"py", scan_all<kPythonCode>},
                                   {"python", scan_all<kPythonCode>},
                                   {"python3", scan_all<kPythonCode>},
                                   {"sh", scan_shell},
                                   {"sh-session", scan_console},
                                   {"shell", scan_shell},
                                   {"shell-session", scan_console},
                                   {"shellsession", scan_console},
                                   {"sql", scan_queries<kSqlCode>},
                                   {"syslog", scan_log},
                                   {"systemd", scan_lines<kIniSettings>},
                                   {"terminal", scan_console},
                                   {"terraform", scan_lines<kHclSettings>},
                                   {"tf", scan_lines<kHclSettings>},
                                   {"toml", scan_lines<kTomlSettings>},
                                   {"ts", scan_all<kJavaScriptCode>},
                                   {"typescript", scan_all<kJavaScriptCode>},
                                   {"yaml", scan_yaml},
                                   {"yml", scan_yaml},
                                   {"zsh", scan_shell}};
static_assert(std::is_sorted(std::begin(kLanguages), std::end(kLanguages),
                             [](const Language& a, const Language& b) { return a.name < b.name; }));

const Language* find_language(std::string_view name) {
  const std::string lower = to_lower(name);
  const auto found =
      std::lower_bound(std::begin(kLanguages), std::end(kLanguages), lower,
                       [](const Language& each, std::string_view wanted) { return each.name < wanted; });
  return found != std::end(kLanguages) && found->name == lower ? found : nullptr;
}

}  // namespace

std::vector<CodeToken> code_tokens(std::string_view language, std::string_view code) {
  CodePieces pieces(code);
  if (const Language* known = find_language(language)) known->scan(pieces);
  return std::move(pieces).finish();
}

std::string_view css_class(TokenKind kind) {
  // In the order of TokenKind.
  constexpr std::array<std::string_view, 13> kClasses = {"",  "c", "s", "m", "k", "n", "t",
                                                         "e", "w", "i", "d", "h", "p"};
  static_assert(kClasses.size() == static_cast<std::size_t>(TokenKind::prompt) + 1);
  return kClasses[static_cast<std::size_t>(kind)];
}

}  // namespace pmsite
