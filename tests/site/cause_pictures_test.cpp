// SPDX-License-Identifier: MIT
#include "site/cause_pictures.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "engine/layout_worker.hpp"
#include "engine/text_width.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

Postmortem post_with(std::string trigger, const std::vector<std::string>& factors) {
  Postmortem post;
  post.title.value = "Checkout was down";
  post.trigger = std::move(trigger);
  for (const auto& factor : factors) post.contributing_factors.push_back({factor, {}});
  post.root_cause.text.value = "Dead sockets";
  post.impact.symptoms.value = "No payment";
  return post;
}

/// What Graphviz makes of a picture, in which it must find no fault.
Drawing drawn(const std::optional<CausePicture>& picture) {
  REQUIRE(picture);
  CAPTURE(picture->dot);
  auto results = draw_all({{picture->dot, "dot"}}, 1);
  REQUIRE(results[0]);
  const std::string fault = results[0]->faults.empty() ? "" : results[0]->faults[0].message;
  CHECK(fault == "");
  CHECK(results[0]->attempts == 1);
  return *std::move(results[0]);
}

/// "trigger>cause factor0~cause": the edges, soft ones with a tilde.
std::string edges(const Drawing& drawing) {
  std::vector<std::string> texts;
  for (const auto& [tail, head, attributes] : drawing.graph.edges)
    texts.push_back(tail + (attribute(attributes, "kind") == "soft" ? "~" : ">") + head);
  return join(texts, " ");
}

/// "trigger factor factor cause": the classes of the nodes.
std::string classes(const Drawing& drawing) {
  std::vector<std::string> texts;
  for (const auto& node : drawing.graph.nodes) texts.emplace_back(attribute(node.attributes, "class"));
  return join(texts, " ");
}

/// The lines of text that the picture shows.
std::vector<std::string> lines(const Drawing& drawing) {
  std::vector<std::string> texts;
  std::string_view rest = drawing.svg;
  for (auto begin = rest.find("<text"); begin != std::string_view::npos; begin = rest.find("<text")) {
    rest.remove_prefix(rest.find('>', begin) + 1);
    texts.emplace_back(rest.substr(0, rest.find('<')));
  }
  return texts;
}

std::string words(const Drawing& drawing) { return join(lines(drawing), " "); }

/// How the picture shows this text of a trigger.
std::string shown(const std::string& trigger) {
  return between(words(drawn(cause_chain(post_with(trigger, {})))), "Trigger ", " Root cause");
}

/// A post whose cause section goes on with this.
Postmortem explained(const std::string& text) {
  return read_sample("", "## Root cause\nIt broke.\n\n" + text);
}

bool has_whys(const std::string& heading, const std::string& list = "1. a\n2. b\n") {
  return five_whys_list(explained(heading + "\n" + list)) != nullptr;
}

std::string whys(const std::string& list) {
  return words(drawn(five_whys_chain(explained("### Five whys\n" + list))));
}

std::string numbered(int count) {
  std::string list;
  for (int i = 1; i <= count; ++i) list += std::to_string(i) + ". reason" + std::to_string(i) + ".\n";
  return list;
}

}  // namespace

TEST_CASE("the trigger and the factors lead to the cause, and that to the impact") {
  const Postmortem post = post_with("A failover", {"No rehearsal", "No check"});
  const auto picture = cause_chain(post);
  const Drawing drawing = drawn(picture);
  CHECK(edges(drawing) == "trigger>cause factor0~cause factor1~cause cause>impact");
  CHECK(classes(drawing) == "trigger factor factor cause impact");
  CHECK(words(drawing) ==
        "Trigger A failover Contributing factor No rehearsal Contributing factor No check Root cause Dead "
        "sockets Impact No payment");
  CHECK(picture->caption ==
        "From cause to impact: the trigger and 2 contributing factors, the root cause, and what users saw.");
}

TEST_CASE("a trigger or factors alone are a chain too") {
  const auto trigger_only = cause_chain(post_with("A failover", {}));
  CHECK(edges(drawn(trigger_only)) == "trigger>cause cause>impact");
  CHECK(trigger_only->caption == "From cause to impact: the trigger, the root cause, and what users saw.");
  const auto factor_only = cause_chain(post_with("", {"No check"}));
  CHECK(edges(drawn(factor_only)) == "factor0~cause cause>impact");
  CHECK(factor_only->caption ==
        "From cause to impact: 1 contributing factor, the root cause, and what users saw.");
}

TEST_CASE("without trigger and factors, or without both ends, there is no chain") {
  CHECK_FALSE(cause_chain(post_with("", {})));
  Postmortem causeless = post_with("A failover", {"No check"});
  causeless.root_cause.text.value.clear();
  CHECK_FALSE(cause_chain(causeless));
  Postmortem harmless = post_with("A failover", {"No check"});
  harmless.impact.symptoms.value.clear();
  CHECK_FALSE(cause_chain(harmless));
}

TEST_CASE("the chain is placed where the root cause is stated") {
  const Postmortem post = read_sample();
  REQUIRE(post.root_cause.at.begin.line > 1);
  CHECK(cause_chain(post)->at.begin.line == post.root_cause.at.begin.line);
}

TEST_CASE("of more than eight factors the others are counted") {
  const std::vector<std::string> eight(8, "x"), nine(9, "x"), twelve(12, "x");
  CHECK(words(drawn(cause_chain(post_with("", eight)))).find("more") == std::string::npos);
  const Drawing drawing = drawn(cause_chain(post_with("", nine)));
  CHECK(words(drawing).find("and 1 more") != std::string::npos);
  CHECK(count_of(edges(drawing), "factor") == 8);
  CHECK(edges(drawing).ends_with("factor7~cause more~cause cause>impact"));
  CHECK(classes(drawing) == "factor factor factor factor factor factor factor factor factor cause impact");
  const auto picture = cause_chain(post_with("", twelve));
  CHECK(words(drawn(picture)).find("and 4 more") != std::string::npos);
  CHECK(picture->caption.find(" 12 contributing factors,") != std::string::npos);
}

TEST_CASE("texts are wrapped to a width that can be read") {
  std::string sentence;
  for (int i = 0; i < 12; ++i) sentence += (i == 0 ? "" : " ") + std::string("considerably");
  const Drawing drawing = drawn(cause_chain(post_with(sentence, {sentence, sentence})));
  for (const auto& line : lines(drawing)) CHECK_MESSAGE(text_width(line, 14) <= 200, line);
  CHECK(count_of(words(drawing), sentence) == 3);
  CHECK(count_of(drawing.svg, "text-anchor") == 0);  // each line begins at the left
}

TEST_CASE("a text of up to 200 characters is shown whole") {
  for (const std::string letter : {"a", "ü", "→"}) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += (i == 0 ? "" : " ") + letter;
    text += letter;
    CHECK(count_characters(text) == 200);
    CHECK(shown(text) == text);
  }
}

TEST_CASE("of a longer text the first whole words are shown, with an ellipsis") {
  std::string text;
  while (text.size() < 300) text += "größer ";
  const std::string line = shown(text);
  REQUIRE(line.ends_with("größer …"));
  CHECK(count_characters(line) <= 202);
  CHECK(count_characters(line) > 190);
  CHECK(text.starts_with(line.substr(0, line.size() - std::string_view("…").size())));
}

TEST_CASE("a word that is too long for all of it is cut, and broken where a line ends") {
  const std::string cut = shown(std::string(250, 'x'));
  CHECK(std::count(cut.begin(), cut.end(), 'x') == 200);
  CHECK(cut.ends_with(" …"));
  CHECK(cut.find(std::string(29, 'x')) == std::string::npos);  // 200 points hold 28
}

TEST_CASE("what means something to Graphviz or to HTML reaches the picture as itself") {
  CHECK(shown(R"(say "no" to C:\new\left, \N and \\)") == R"(say &quot;no&quot; to C:\new\left, \N and \\)");
  CHECK(shown("a & b &amp; &#65; &lt;") == "a &amp; b &amp;amp; &amp;#65; &amp;lt;");
  CHECK(shown("<b>bold</b>") == "&lt;b&gt;bold&lt;/b&gt;");
  CHECK(shown("<") == "&lt;");
  CHECK(shown("{a|b} [c] -> d; e // f /* g # h") == "{a|b} [c] -&gt; d; e // f /* g # h");
  CHECK(shown(R"(ends with \)") == R"(ends with \)");
  CHECK(shown(R"(ends with ")") == "ends with &quot;");
  CHECK(shown("%s %d \xF0\x9F\x94\xA5") == "%s %d \xF0\x9F\x94\xA5");
}

TEST_CASE("line ends and control characters are blanks") {
  CHECK(shown("one\ntwo\r\n\nthree\tfour") == "one two three four");
  CHECK(shown("a\x01"
              "b\x02"
              "c\x04"
              "d\x1F"
              "e\x7F"
              "f") == "a b c d e f");
}

TEST_CASE("escaping makes no text too long for Graphviz") {
  for (const std::string letter : {"&", "\"", "\\", "\xF0\x9F\x94\xA5"}) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += letter;
    const std::vector<std::string> factors(9, text);
    Postmortem post = post_with(text, factors);
    post.root_cause.text.value = post.impact.symptoms.value = text;
    CHECK_FALSE(drawn(cause_chain(post)).svg.empty());
  }
}

TEST_CASE("headings of five whys are known") {
  for (const std::string heading :
       {"### Five whys", "### 5 Whys", "### The five whys", "### Root cause: 5 Whys", "### FIVE WHYS",
        "### Whys", "### The *five* whys (facilitated)", "#### 5-Whys", "### Five Why",
        "### Five whys analysis", "## Five whys", "## 5 Whys", "### 5 Whys analysis"})
    CHECK_MESSAGE(has_whys(heading), heading);
}

TEST_CASE("other headings are not") {
  for (const std::string heading :
       {"### Whys and wherefores", "### Why it failed", "### Details", "### Five ways",
        "### Why we missed it", "## Detection", "### Twenty-five whys", "### The 15 whys",
        "### 5. Why nobody saw it", "### 2015: why it broke"})
    CHECK_FALSE_MESSAGE(has_whys(heading), heading);
}

TEST_CASE("the whys are the first numbered list below their heading, of two items at least") {
  CHECK(has_whys("### Five whys\nWe asked:\n\n- not this\n\nBut:\n", "1. a\n2. b\n"));
  CHECK(has_whys("### Five whys", "3) a\n4) b\n"));
  CHECK_FALSE(has_whys("### Five whys", "- a\n- b\n"));
  CHECK_FALSE(has_whys("### Five whys", "1. a\n"));
  CHECK_FALSE(has_whys("### Five whys", "1. a\n\nThen:\n\n- x\n\n1. a\n2. b\n"));
  CHECK_FALSE(has_whys("### Five whys\n#### Details", "1. a\n2. b\n"));
  CHECK_FALSE(has_whys("### Five whys", ""));
}

TEST_CASE("without whys there is no chain of them") {
  CHECK_FALSE(five_whys_chain(explained("1. a\n2. b\n")));
  CHECK_FALSE(five_whys_chain(explained("### Five whys\n1. a\n")));
  CHECK_FALSE(five_whys_chain(Postmortem()));
}

TEST_CASE("the list is that of the post, and the chain is placed where it stands") {
  const Postmortem post = explained("### Five whys\n1. a\n2. b\n");
  const Node* list = five_whys_list(post);
  CHECK(list == &post.sections.at(0).blocks.at(2));
  CHECK(five_whys_chain(post)->at.begin.line == list->at.begin.line);
}

TEST_CASE("each answer follows from the one before, down to the cause") {
  const auto picture = five_whys_chain(explained("### Five whys\n1. a\n2. b\n3. c\n"));
  const Drawing drawing = drawn(picture);
  CHECK(edges(drawing) == "why0>why1 why1>why2 why2>why3");
  CHECK(classes(drawing) == "impact factor factor cause");
  CHECK(picture->caption == "3 whys, from what happened down to the cause.");
}

TEST_CASE("a question stands on the arrow and its answer in the box") {
  const auto picture = five_whys_chain(
      explained("### Five whys\n1. **Why did it stop?** The *disk* was full.\n2. Why was it full?\n   Logs "
                "grew.\n3. why did they grow?\n\n   Debug was on.\n\n   For a month.\n"));
  const Graph graph = drawn(picture).graph;
  const auto label = [](const Attributes& attributes) { return std::string(attribute(attributes, "label")); };
  REQUIRE(graph.edges.size() == 3);
  CHECK(label(graph.edges[0].attributes) == "Why did it stop?");
  CHECK(label(graph.edges[1].attributes) == "Why was it full?");
  CHECK(label(graph.edges[2].attributes) == "why did they grow?");
  REQUIRE(graph.nodes.size() == 4);
  CHECK(label(graph.nodes[0].attributes) == "Checkout was down\\l");
  CHECK(label(graph.nodes[1].attributes) == "The disk was full.\\l");
  CHECK(label(graph.nodes[2].attributes) == "Logs grew.\\l");
  CHECK(label(graph.nodes[3].attributes) == "Debug was on. For a month.\\l");
}

TEST_CASE("an item without a question is an answer, and one without an answer its own") {
  CHECK(whys("1. The disk was full.\n2. Was it the logs? Yes.\n") ==
        "why? why? Checkout was down The disk was full. Was it the logs? Yes.");
  CHECK(whys("1. Why did it stop?\n2. Why?\n") == "why? why? Checkout was down Why did it stop? Why?");
}

TEST_CASE("the texts of whys are wrapped, shortened and escaped like those of causes") {
  const std::string drawing =
      whys("1. Why \"so\" \\\\N & so? `a\\b` &amp; <c>\n2. " + std::string(210, 'x') + "\n");
  CHECK(drawing.find("Why &quot;so&quot; \\N &amp; so?") != std::string::npos);
  CHECK(drawing.find("a\\b &amp; ") != std::string::npos);
  CHECK(drawing.find("xxx …") != std::string::npos);
}

TEST_CASE("more than ten whys are not drawn, and counted") {
  CHECK(classes(drawn(five_whys_chain(explained("### Five whys\n" + numbered(10)))))
            .ends_with(" factor cause"));
  const Drawing drawing = drawn(five_whys_chain(explained("### Five whys\n" + numbered(12))));
  CHECK(drawing.graph.nodes.size() == 12);
  CHECK(words(drawing).find("and 2 more") != std::string::npos);
  CHECK(words(drawing).find("reason10.") != std::string::npos);
  CHECK(words(drawing).find("reason11.") == std::string::npos);
  CHECK(classes(drawing).find("cause") == std::string::npos);
}

}  // namespace pmsite
