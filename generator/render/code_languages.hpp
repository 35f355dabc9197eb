// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_scanner.hpp"
#include "render/code_settings.hpp"

namespace pmsite {

// What is known of each language, as tables.

extern const CodeSyntax kGoCode;
extern const CodeSyntax kJavaScriptCode;
extern const CodeSyntax kJsonCode;
extern const CodeSyntax kMysqlCode;
extern const CodeSyntax kPostgresqlCode;
extern const CodeSyntax kPromqlCode;
extern const CodeSyntax kPythonCode;
extern const CodeSyntax kShellCode;
extern const CodeSyntax kSqlCode;  ///< of no known server

extern const SettingsSyntax kDockerfileSettings;
extern const SettingsSyntax kDotenvSettings;
extern const SettingsSyntax kHclSettings;
extern const SettingsSyntax kIniSettings;
extern const SettingsSyntax kPropertiesSettings;
extern const SettingsSyntax kServerSettings;  ///< a name and its value, as nginx and most daemons have it
extern const SettingsSyntax kTomlSettings;

}  // namespace pmsite
