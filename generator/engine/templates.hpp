// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/value.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace pmsite {

inline constexpr Rule kTemplateSyntax{
    .id = "template-syntax",
    .level = Level::error,
    .why = "A theme that does not parse would publish half a page.",
    .wrong = "{{#posts}}<li>{{title}}</li>",
    .right = "{{#posts}}<li>{{title}}</li>{{/posts}}",
    .basis = "Mustache's specification: what is opened is closed.",
};
inline constexpr Rule kTemplateName{
    .id = "template-name",
    .level = Level::error,
    .why = "A name that does not exist prints nothing; the gap would be found by a reader.",
    .wrong = "{{titel}}",
    .right = "{{title}}",
    .basis = "Mustache prints nothing for an unknown name, which hides the typing error.",
};

/// A Mustache text and the file it came from, for messages.
struct TemplateSource {
  std::string file;
  std::string text;
};

/// All templates of a theme, compiled once and shared by all pages and threads. Stricter than Mustache: an
/// unknown name, an unknown or recursive partial, and an unescaped value ({{{x}}}) whose name does not end in
/// `_html` are errors with file and line.
class TemplateSet {
 public:
  /// Compiles every template, each once with its partials resolved ({{> name}} is the template of that name,
  /// without
  /// ".mustache"). Faults go to `diagnostics`; the set is then of no use.
  static TemplateSet compile(const std::map<std::string, TemplateSource>& sources, Diagnostics& diagnostics);

  TemplateSet();
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;

  /// The page that template `name` makes of `data`. Names that `data` lacks are reported at their line of the
  /// theme. Rendering a template that the set does not hold is a bug (assert). Safe to call from several
  /// threads at once.
  std::string render(std::string_view name, const Value& data, Diagnostics& diagnostics) const;

 private:
  struct Compiled;
  std::map<std::string, std::unique_ptr<Compiled>, std::less<>> templates_;
};

}  // namespace pmsite
