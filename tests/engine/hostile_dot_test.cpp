// SPDX-License-Identifier: MIT
#include "engine/hostile_dot.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "engine/layout_worker.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>

namespace pmsite {
namespace {

constexpr std::string_view kNumber = "-.0123456789";
constexpr std::string_view kNumbers = "-.,0123456789 ";
constexpr std::string_view kName = "-_ 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// An attribute that the renderer writes, the elements it writes it on, and the bytes its values consist of;
/// no bytes stand for any.
struct SvgAttribute {
  std::string_view name, elements, bytes;
};
constexpr SvgAttribute kAttributes[] = {
    {"xmlns", "svg", "htp:/w.3org20svg"},
    {"viewBox", "svg", kNumbers},
    {"role", "svg", "img"},
    {"aria-labelledby", "svg", kName},
    {"class", "svg g ellipse polygon polyline path", kName},
    {"id", "g", kName},
    {"href", "a", ""},
    {"x", "text", kNumber},
    {"y", "text", kNumber},
    {"text-anchor", "text", kName},
    {"font-size", "text", kNumber},
    {"cx", "ellipse", kNumber},
    {"cy", "ellipse", kNumber},
    {"rx", "ellipse", kNumber},
    {"ry", "ellipse", kNumber},
    {"points", "polygon polyline", kNumbers},
    {"d", "path", "MC-.,0123456789 "},
    {"fill", "text ellipse polygon polyline path", "#0123456789abcdefghijklmnopqrstuvwxyz"},
    {"stroke", "ellipse polygon polyline path", "#0123456789abcdefghijklmnopqrstuvwxyz"},
    {"stroke-width", "ellipse polygon polyline path", kNumber},
    {"stroke-dasharray", "ellipse polygon polyline path", "125 "},
};

bool holds_word(std::string_view words, std::string_view word) {
  const auto all = split(words, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

/// The picture as it gets onto a page: ids have a prefix, and nothing stands where marks leave room.
std::string filled(std::string_view svg) {
  std::string page;
  while (!svg.empty()) {
    const auto mark = std::min(svg.find_first_of("\x01\x02\x04"), svg.size());
    page += svg.substr(0, mark);
    svg.remove_prefix(mark);
    if (svg.empty()) break;
    const bool is_prefix = svg.front() == kIdPrefixMark;
    if (is_prefix) page += "d1-";
    const auto last = is_prefix ? 0 : std::min(svg.find(svg.front(), 1), svg.size() - 1);
    svg.remove_prefix(last + 1);
  }
  return page;
}

/// Reads a picture, and stops at the first thing that the renderer would not write.
class SvgReader {
 public:
  explicit SvgReader(std::string_view svg) : rest_(svg) {}

  /// What is wrong; empty if all is well.
  std::string run() {
    do {
      if (rest_.starts_with("</")) {
        read_end();
      } else if (rest_.starts_with('<')) {
        read_start();
      } else {
        read_text();
      }
    } while (problem_.empty() && !open_.empty());
    if (problem_.empty() && !rest_.empty()) fail("more than one element");
    return problem_;
  }

 private:
  void fail(std::string_view what) {
    if (problem_.empty()) problem_ = fmt::format("{} at: {}", what, rest_.substr(0, 80));
  }

  std::string_view take_until(std::string_view ends) {
    const auto taken = rest_.substr(0, rest_.find_first_of(ends));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  void skip(std::string_view expected) {
    if (!rest_.starts_with(expected)) return fail(fmt::format("no {}", expected));
    rest_.remove_prefix(expected.size());
  }

  void read_end() {
    skip(fmt::format("</{}>", open_.empty() ? "" : open_.back()));
    if (problem_.empty()) open_.pop_back();
  }

  void read_start() {
    skip("<");
    const auto element = take_until(" />");
    if (!holds_word("svg g a title text ellipse polygon polyline path", element)) return fail("an element");
    if (open_.empty() != (element == "svg")) return fail("a root or a part in the wrong place");
    std::set<std::string_view> names;
    while (problem_.empty() && rest_.starts_with(' '))
      if (!names.insert(read_attribute(element)).second) fail("an attribute twice");
    if (rest_.starts_with('>')) open_.push_back(element);
    skip(rest_.starts_with('/') ? "/>" : ">");
  }

  std::string_view read_attribute(std::string_view element) {
    skip(" ");
    const auto name = take_until("=> ");
    skip("=\"");
    const auto value = take_until("\"");
    skip("\"");
    const auto* const rule = std::find_if(std::begin(kAttributes), std::end(kAttributes),
                                          [name](const SvgAttribute& each) { return each.name == name; });
    if (rule == std::end(kAttributes) || !holds_word(rule->elements, element)) {
      fail(fmt::format("attribute {} before", name));
    } else if (!rule->bytes.empty() && value.find_first_not_of(rule->bytes) != std::string_view::npos) {
      fail(fmt::format("{}=\"{}\" before", name, value));
    }
    if (name == "href" && !is_allowed_url(value)) fail("a link before");
    if (name == "id" && !ids_.emplace(value).second) fail("an id again before");
    check_text(value);
    return name;
  }

  void read_text() {
    const auto text = take_until("<");
    check_text(text);
    if (open_.empty() || !holds_word("text title", open_.back())) fail("text outside of its element before");
  }

  void check_text(std::string_view text) {
    while (!text.empty()) {
      const auto length = static_cast<std::size_t>(utf8_length(text));
      const auto first = static_cast<unsigned char>(text.front());
      const auto entities = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
      const bool is_entity = std::any_of(entities.begin(), entities.end(),
                                         [text](const auto* entity) { return text.starts_with(entity); });
      if (length == 0 || (first < 0x20 && first != '\n') || first == 0x7F) return fail("a byte before");
      if (first == '<' || first == '>' || (first == '&' && !is_entity)) return fail("no entity before");
      text.remove_prefix(length);
    }
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
  std::set<std::string_view> ids_;
  std::string problem_;
};

std::string problem_of(const std::string& svg) { return SvgReader(svg).run(); }

/// What no picture holds, each of another kind.
constexpr const char* kForeign[] = {
    "<script>",
    "<g><script/></g>",
    "<g onload=\"x\"/>",
    "<path onclick=\"x\"/>",
    "<path d=\"M1,2\" d=\"M1,2\"/>",
    "<path d=\"M1,2\"x=\"1\"/>",
    "<path d='M1,2'/>",
    "<path d=\"url(#x)\"/>",
    "<g style=\"x\"/>",
    "<g><a></g></a>",
    "<g>",
    "</g>",
    "</svg><svg>",
    "text",
    "<g>text</g>",
    "<text>a & b</text>",
    "<text>&nbsp;</text>",
    "<text>a > b</text>",
    "<text>\x01</text>",
    "<text>\xE4</text>",
    "<!-- x -->",
    "<![CDATA[x]]>",
    "<?x?>",
    "<g id=\"a\"/><g id=\"a\"/>",
    "<g class=\"&quot;\"/>",
    "<a href=\"javascript:x\"/>",
    "<a href=\"/\">",
    "<g/",
    "<g id=\"a",
    "<svg/>",
    "<image/>",
    "<text fill=\"url(#x)\">x</text>",
    "<text x=\"nan\">x</text>",
};

/// What became of a text, as the table says it: "edges: 3", "1: MESSAGE", "failed" or what is wrong with the
/// picture.
std::string outcome(const Result<Drawing>& drawing) {
  if (!drawing) return "failed";
  std::string text;
  for (const auto& fault : drawing->faults) {
    if (fault.kind == DotFaultKind::layout) return "failed";
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", fault.line, fault.message);
  }
  if (!text.empty()) return text;
  const std::string page = filled(drawing->svg);
  if (auto problem = problem_of(page); !problem.empty()) return problem;
  for (const auto* part : {"<script", "\"javascript:", "\"vbscript:", "\"data:"})
    if (to_lower(page).find(part) != std::string::npos) return part;
  int edges = 0;
  for (auto at = page.find("<g class=\"edge"); at != std::string::npos;
       at = page.find("<g class=\"edge", at + 1))
    ++edges;
  return fmt::format("edges: {}", edges);
}

bool is_as_expected(const std::string& outcome, const HostileDot& dot) {
  if (dot.verdict == Verdict::contained && outcome == "failed") return true;
  if (!dot.expected.ends_with("...")) return outcome == dot.expected;
  return outcome.starts_with(std::string_view(dot.expected).substr(0, dot.expected.size() - 3));
}

std::vector<LayoutJob> jobs_of(const std::vector<HostileDot>& dots) {
  std::vector<LayoutJob> jobs;
  for (const auto& dot : dots) jobs.push_back({dot.dot, dot.engine});
  return jobs;
}

}  // namespace

TEST_CASE("pictures are read strictly, or the table would prove nothing") {
  const auto read = [](const std::string& inside) {
    return problem_of("<svg class=\"diagram\" role=\"img\">" + inside + "</svg>");
  };
  CHECK(read("<g class=\"node\" id=\"d1-a\"><a href=\"/x?a=1&amp;b\"><title>a &lt; b</title>"
             "<path d=\"M1,2.5C-3,4\" stroke=\"#f00\"/><text x=\"1\">\u00E4</text></a></g>") == "");
  for (const auto* inside : kForeign) CHECK_MESSAGE(read(inside) != "", std::string(inside));
  CHECK(filled("\x02<script>\x02<g id=\"\x01n\">\x02\x02") == "<g id=\"d1-n\">");
  CHECK(problem_of("<svg>" + filled("<g class=\"\x02open\"/>") + "</svg>") != "");
}

TEST_CASE("hostile texts meet the fate that the table says, with one worker or two, in any order") {
  const auto& dots = hostile_dots();
  auto jobs = jobs_of(dots);
  const auto drawings = draw_all(jobs, 1);
  std::reverse(jobs.begin(), jobs.end());
  auto again = draw_all(jobs, 2);
  std::reverse(again.begin(), again.end());
  REQUIRE(drawings.size() == dots.size());
  REQUIRE(again.size() == dots.size());
  for (std::size_t i = 0; i < dots.size(); ++i) {
    CAPTURE(std::string(dots[i].name));
    const auto first = outcome(drawings[i]);
    CHECK_MESSAGE(is_as_expected(first, dots[i]), first);
    const auto second = outcome(again[i]);
    CHECK_MESSAGE(is_as_expected(second, dots[i]), second);
    if (dots[i].verdict == Verdict::drawn && drawings[i] && again[i])
      CHECK(drawings[i]->svg == again[i]->svg);
  }
}

}  // namespace pmsite
