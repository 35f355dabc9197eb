// SPDX-License-Identifier: MIT
#include "engine/dot_attributes.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace pmsite {
namespace {

enum class Form { text, identifier, classes, url, colour, number, whole_number, numbers, choice, choices };

/// An attribute that authors may use. `least` and `most` bound each number; `choices` are separated by
/// spaces.
struct AttributeRule {
  std::string_view name;
  Form form = Form::text;
  double least = 0;
  double most = 0;
  std::string_view choices = {};
};

constexpr std::string_view kBooleans = "true false yes no 1 0";
constexpr std::string_view kArrows =
    "normal none vee dot odot inv invdot invodot tee crow curve icurve box obox diamond odiamond ediamond "
    "empty "
    "invempty open halfopen";
// Not epsf, which reads a file.
constexpr std::string_view kShapes =
    "box rect rectangle square ellipse oval circle doublecircle point egg triangle diamond trapezium "
    "parallelogram "
    "house pentagon hexagon septagon octagon doubleoctagon tripleoctagon invtriangle invtrapezium invhouse "
    "Mdiamond "
    "Msquare Mcircle polygon plaintext plain none star underline cylinder note tab folder box3d component "
    "record Mrecord";
constexpr std::string_view kStyles = "solid filled rounded dashed dotted bold invis";

// Graphviz asks no range of its own: minlen=2000000000 crashes it, peripheries=1000000 makes 90 MB. What can
// name a file or a font, or switches on code that loses edges (concentrate, splines=ortho), is left out.
constexpr AttributeRule kRules[] = {
    {"label"},
    {"xlabel"},
    {"headlabel"},
    {"taillabel"},
    {"tooltip"},
    {"group"},
    {"lhead"},
    {"ltail"},
    {"headport"},
    {"tailport"},
    // Facts about an architecture, not drawn.
    {"kind"},
    {"owner"},
    {"runbook"},
    {"monitored_by"},
    {"id", Form::identifier},
    {"class", Form::classes},
    {"URL", Form::url},
    {"href", Form::url},
    {"color", Form::colour},
    {"fillcolor", Form::colour},
    {"fontcolor", Form::colour},
    {"fontsize", Form::number, 6, 72},
    {"penwidth", Form::number, 0, 20},
    {"arrowsize", Form::number, 0, 10},
    {"nodesep", Form::number, 0.02, 10},
    {"ranksep", Form::number, 0.02, 10},
    {"width", Form::number, 0.01, 20},
    {"height", Form::number, 0.01, 20},
    {"margin", Form::numbers, 0, 5},
    {"minlen", Form::whole_number, 0, 20},
    {"weight", Form::whole_number, 0, 1000},
    {"shape", Form::choice, 0, 0, kShapes},
    {"style", Form::choices, 0, 0, kStyles},
    {"rankdir", Form::choice, 0, 0, "TB LR BT RL"},
    {"rank", Form::choice, 0, 0, "same min max source sink"},
    {"constraint", Form::choice, 0, 0, kBooleans},
    {"compound", Form::choice, 0, 0, kBooleans},
    {"dir", Form::choice, 0, 0, "forward back both none"},
    {"arrowhead", Form::choice, 0, 0, kArrows},
    {"arrowtail", Form::choice, 0, 0, kArrows},
    {"labelloc", Form::choice, 0, 0, "t c b"},
    {"labeljust", Form::choice, 0, 0, "l c r"},
    {"ordering", Form::choice, 0, 0, "in out"},
    {"splines", Form::choice, 0, 0, "true false spline line polyline curved"},
};

// The named colours of CSS Color 4. Graphviz knows more (gray50, brown3), which a browser would not draw.
constexpr std::string_view kColours =
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown "
    "burlywood "
    "cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan "
    "darkgoldenrod "
    "darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred "
    "darksalmon "
    "darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue "
    "dimgray "
    "dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray "
    "green "
    "greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen "
    "lemonchiffon "
    "lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink "
    "lightsalmon "
    "lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen "
    "linen magenta "
    "maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue "
    "mediumspringgreen "
    "mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace "
    "olive "
    "olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip "
    "peachpuff peru "
    "pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown "
    "seagreen seashell "
    "sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato "
    "transparent turquoise violet wheat white whitesmoke yellow yellowgreen";

bool is_among(std::string_view word, std::string_view choices) {
  const auto all = split(choices, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

/// Whether `text` is a plain decimal number within the bounds of the rule. Never asks the locale.
bool is_number(std::string_view text, const AttributeRule& rule) {
  const char* const end = text.data() + text.size();
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  return error == std::errc{} && stop == end && std::isfinite(value) && value >= rule.least &&
         value <= rule.most;
}

bool is_whole_number(std::string_view text, const AttributeRule& rule) {
  return std::all_of(text.begin(), text.end(), is_digit) && is_number(text, rule);
}

/// "0.2" or "0.2,0.1".
bool are_numbers(std::string_view text, const AttributeRule& rule) {
  const auto numbers = split(text, ',');
  return numbers.size() <= 2 && std::all_of(numbers.begin(), numbers.end(),
                                            [&](auto number) { return is_number(trim(number), rule); });
}

bool are_choices(std::string_view text, std::string_view choices) {
  const auto words = split(text, ',');
  return std::all_of(words.begin(), words.end(), [&](auto word) { return is_among(trim(word), choices); });
}

bool consists_of_name_bytes(std::string_view text, std::string_view more) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || more.find(c) != std::string_view::npos;
  });
}

/// Graphviz replaces \N in a URL by the name of the node, which would then not have been checked.
bool is_safe_url(std::string_view url) {
  return is_allowed_url(url) && url.find('\\') == std::string_view::npos;
}

bool has_form(std::string_view value, const AttributeRule& rule) {
  switch (rule.form) {
    case Form::text:
      return true;
    case Form::identifier:
      return is_letter(value.front()) && consists_of_name_bytes(value, "_-");
    case Form::classes:
      return consists_of_name_bytes(value, "_- ");
    case Form::url:
      return is_safe_url(value);
    case Form::colour:
      return is_colour(value);
    case Form::number:
      return is_number(value, rule);
    case Form::whole_number:
      return is_whole_number(value, rule);
    case Form::numbers:
      return are_numbers(value, rule);
    case Form::choice:
      return is_among(value, rule.choices);
    case Form::choices:
      return are_choices(value, rule.choices);
  }
  return false;
}

std::string describe_form(const AttributeRule& rule) {
  switch (rule.form) {
    case Form::text:
      return "text";
    case Form::identifier:
      return "a letter, then letters, digits, - and _";
    case Form::classes:
      return "class names of letters, digits, - and _";
    case Form::url:
      return "an http, https or mailto address or a path";
    case Form::colour:
      return "#rrggbb or the name of a CSS colour";
    case Form::number:
      return fmt::format("a number from {} to {}", rule.least, rule.most);
    case Form::whole_number:
      return fmt::format("a whole number from {} to {}", rule.least, rule.most);
    case Form::numbers:
      return fmt::format("one or two numbers from {} to {}", rule.least, rule.most);
    case Form::choice:
      return fmt::format("one of: {}", rule.choices);
    case Form::choices:
      return fmt::format("of: {}", rule.choices);
  }
  return {};
}

std::string describe_unknown(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& rule : kRules) names.push_back(rule.name);
  const auto suggestion = did_you_mean(name, names);
  return fmt::format("attribute `{}` is not allowed{}{}", quotation(name), suggestion.empty() ? "" : "; ",
                     suggestion);
}

}  // namespace

bool is_colour(std::string_view colour) {
  if (!colour.starts_with('#')) return is_among(to_lower(colour), kColours);
  const auto digits = colour.substr(1);
  return (digits.size() == 3 || digits.size() == 6) && std::all_of(digits.begin(), digits.end(), [](char c) {
           return is_digit(c) || (to_lower({&c, 1}) >= "a" && to_lower({&c, 1}) <= "f");
         });
}

std::optional<DotFault> check_attribute(const DotAssignment& assignment) {
  const auto& [name, value, line] = assignment;
  const auto* const rule =
      std::find_if(std::begin(kRules), std::end(kRules),
                   [&name = name](const AttributeRule& each) { return each.name == name; });
  if (rule == std::end(kRules)) return DotFault{DotFaultKind::attribute, line, describe_unknown(name)};
  if (value.size() > kLongestText)
    return DotFault{
        DotFaultKind::limit, line,
        fmt::format("`{}` has {} bytes; at most {} are allowed", name, value.size(), kLongestText)};
  if (value.empty() || has_form(value, *rule)) return std::nullopt;
  const auto suggestion =
      rule->choices.empty() ? std::string() : did_you_mean(value, split(rule->choices, ' '));
  return DotFault{DotFaultKind::attribute, line,
                  fmt::format("`{}` must be {}, not `{}`", name,
                              suggestion.empty() ? describe_form(*rule) : "another word", quotation(value)) +
                      (suggestion.empty() ? "" : "; " + suggestion)};
}

}  // namespace pmsite
