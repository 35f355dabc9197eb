// SPDX-License-Identifier: MIT
#include "engine/templates.hpp"

#include "base/html.hpp"
#include "base/spelling.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view kUnescapedSuffix = "_html";

struct Place {
  std::string file;
  int line = 1;
};

/// One `{{tag}}` of a template's text, found by the rules of kainjow's own parser.
struct Tag {
  std::size_t begin, end;  ///< offsets of the whole tag
  char sigil;              ///< '#', '^', '/', '>', '!', '=', '&', '{', or 0 for a plain name
  std::string name;
  int line;
};

std::vector<Tag> find_tags(const std::string& text) {
  std::vector<Tag> tags;
  int line = 1;
  std::size_t counted = 0;
  for (std::size_t begin = text.find("{{"); begin != std::string::npos; begin = text.find("{{", begin)) {
    line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                        text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    counted = begin;
    const bool triple = text.compare(begin, 3, "{{{") == 0;
    const std::size_t inside = begin + (triple ? 3 : 2);
    const std::size_t close = text.find(triple ? "}}}" : "}}", inside);
    if (close == std::string::npos) break;  // the parser reports it
    std::string_view content = trim(std::string_view(text).substr(inside, close - inside));
    char sigil = triple ? '{' : '\0';
    if (!triple && !content.empty() &&
        std::string_view("#^/>!=&").find(content[0]) != std::string_view::npos) {
      sigil = content[0];
      content = trim(content.substr(1));
    }
    tags.push_back({begin, close + (triple ? 3U : 2U), sigil, std::string(content), line});
    begin = tags.back().end;
  }
  return tags;
}

/// The line that kainjow means by the offset at the end of "Unclosed section "x" at 17".
int line_of_message(const std::string& message, const std::string& text) {
  std::size_t offset = 0;
  const auto digits = message.find_last_of(' ') + 1;
  std::from_chars(message.data() + digits, message.data() + message.size(), offset);
  offset = std::min(offset, text.size());
  return 1 +
         static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string without_offset(const std::string& message) {
  std::string words = message.substr(0, message.rfind(" at "));
  if (!words.empty()) words[0] = to_lower(words.substr(0, 1))[0];
  return words;
}

void report(Diagnostics& diagnostics, const Rule& rule, const Place& place, std::string message,
            std::string help = {}) {
  diagnostics.add({&rule, place.file, span_on_line(place.line, 1, 0), std::move(message), std::move(help)});
}

/// Checks templates one by one and writes partials into their places.
class Linker {
 public:
  Linker(const std::map<std::string, TemplateSource>& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  /// Each template alone, so that a fault is blamed on the file that holds it.
  void check() {
    for (const auto& [name, source] : sources_) {
      const mustache::mustache parsed(source.text);
      if (!parsed.is_valid())
        report(diagnostics_, kTemplateSyntax,
               {source.file, line_of_message(parsed.error_message(), source.text)},
               without_offset(parsed.error_message()));
      for (const auto& tag : find_tags(source.text)) check_tag(tag, source);
    }
  }

  /// The text of `name` with all partials in place. Where names are used goes into `places`.
  std::string link(const std::string& name, std::map<std::string, Place>& places) {
    open_.push_back(name);
    const TemplateSource& source = sources_.at(name);
    std::string linked;
    std::size_t copied = 0;
    for (const auto& tag : find_tags(source.text)) {
      places.try_emplace(tag.name, Place{source.file, tag.line});
      if (tag.sigil != '>') continue;
      linked.append(source.text, copied, tag.begin - copied);
      copied = tag.end;
      linked += link_partial(tag, source, places);
      // A partial on a line of its own brings its own line end.
      if (copied < source.text.size() && source.text[copied] == '\n' && linked.ends_with('\n')) ++copied;
    }
    linked.append(source.text, copied);
    open_.pop_back();
    return linked;
  }

 private:
  void check_tag(const Tag& tag, const TemplateSource& source) {
    const Place place{source.file, tag.line};
    if (tag.sigil == '=') report(diagnostics_, kTemplateSyntax, place, "delimiters cannot be changed");
    const bool odd = tag.name.empty() || tag.name.find_first_of(" \t\n{}") != std::string::npos;
    if (odd && tag.sigil != '!' && tag.sigil != '=')
      report(diagnostics_, kTemplateSyntax, place, "`{{" + tag.name + "}}` is not a name");
    if ((tag.sigil == '{' || tag.sigil == '&') && !tag.name.ends_with(kUnescapedSuffix))
      report(
          diagnostics_, kTemplateSyntax, place, fmt::format("`{}` may not be written unescaped", tag.name),
          fmt::format("use `{{{{{}}}}}`; only names that end in `{}` hold HTML", tag.name, kUnescapedSuffix));
  }

  std::string link_partial(const Tag& tag, const TemplateSource& source,
                           std::map<std::string, Place>& places) {
    const Place place{source.file, tag.line};
    if (!sources_.contains(tag.name)) {
      std::vector<std::string_view> names;
      for (const auto& [name, each] : sources_) names.push_back(name);
      report(diagnostics_, kTemplateName, place, "there is no template `" + tag.name + "`",
             did_you_mean(tag.name, names));
      return {};
    }
    if (std::find(open_.begin(), open_.end(), tag.name) != open_.end()) {
      report(diagnostics_, kTemplateSyntax, place, "template `" + tag.name + "` includes itself");
      return {};
    }
    return link(tag.name, places);
  }

  const std::map<std::string, TemplateSource>& sources_;
  Diagnostics& diagnostics_;
  std::vector<std::string> open_;
};

/// Nothing, an empty text and an empty list are false to a section; Mustache takes an empty text for true.
mustache::data to_mustache(const Value& value) {
  if (const bool* flag = value.get_if<bool>()) return {*flag};
  if (const auto* number = value.get_if<std::int64_t>()) return {std::to_string(*number)};
  if (const double* number = value.get_if<double>()) return {fmt::format("{}", *number)};
  if (const auto* text = value.get_if<std::string>()) {
    if (text->empty()) return {false};
    return {*text};
  }
  if (const auto* items = value.get_if<Value::List>()) {
    mustache::data list{mustache::data::type::list};
    for (const auto& item : *items) list.push_back(to_mustache(item));
    return list;
  }
  if (const auto* members = value.get_if<Value::Object>()) {
    mustache::data object{mustache::data::type::object};
    for (const auto& [key, member] : *members) object[key] = to_mustache(member);
    return object;
  }
  return {false};
}

/// Remembers the names that the data does not have.
class RecordingContext : public mustache::context<std::string> {
 public:
  explicit RecordingContext(const mustache::data* data) : context(data) {}

  const mustache::data* get(const std::string& name) const override {
    const auto* found = context::get(name);
    if (found == nullptr) missing.insert(name);
    return found;
  }

  mutable std::set<std::string> missing;
};

}  // namespace

struct TemplateSet::Compiled {
  mustache::mustache page;
  std::map<std::string, Place> places;
};

TemplateSet::TemplateSet() = default;
TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;

TemplateSet TemplateSet::compile(const std::map<std::string, TemplateSource>& sources,
                                 Diagnostics& diagnostics) {
  TemplateSet set;
  Linker linker(sources, diagnostics);
  linker.check();
  for (const auto& [name, source] : sources) {
    std::map<std::string, Place> places;
    auto compiled = std::make_unique<Compiled>(Compiled{mustache::mustache(linker.link(name, places)), {}});
    compiled->places = std::move(places);
    compiled->page.set_custom_escape([](const std::string& text) { return escape_html(text); });
    set.templates_.emplace(name, std::move(compiled));
  }
  return set;
}

std::string TemplateSet::render(std::string_view name, const Value& data, Diagnostics& diagnostics) const {
  const auto found = templates_.find(name);
  assert(found != templates_.end() && "render() needs a template of the set");
  const mustache::data converted = to_mustache(data);
  RecordingContext context(&converted);
  std::string page = found->second->page.render(context);
  for (const auto& missing : context.missing)
    report(diagnostics, kTemplateName, found->second->places.at(missing),
           "there is no value named `" + missing + "`");
  return page;
}

}  // namespace pmsite
