// SPDX-License-Identifier: MIT
#include "engine/markdown_alerts.hpp"

#include "engine/markdown.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

struct Reading {
  Nodes blocks;
  std::string faults;
};

Reading read(std::string_view text, int first_line = 1) {
  Diagnostics diagnostics;
  Nodes blocks = parse_markdown(text, first_line, FileReporter("x.md", diagnostics));
  return {std::move(blocks), faults_with_help(diagnostics)};
}

/// "note: Text." of each alert, joined by "|"; in brackets the line of its first block. Nothing may be wrong.
std::string alerts(std::string_view text) {
  const Reading reading = read(text, 10);
  CHECK(reading.faults == "");
  std::string list;
  walk(reading.blocks, [&list](const Node& node) {
    if (node.kind != NodeKind::alert) return;
    list += (list.empty() ? "" : "|") + node.title + ": " + plain_text(node) + " [" +
            std::to_string(node.children.front().at.begin.line) + "]";
  });
  return list;
}

/// What is wrong with a text that holds no alert.
std::string fault_of(std::string_view text) {
  const Reading reading = read(text);
  walk(reading.blocks, [](const Node& node) { CHECK(node.kind != NodeKind::alert); });
  return reading.faults;
}

}  // namespace

TEST_CASE("each of GitHub's five words makes an alert, in any case") {
  CHECK(alerts("> [!NOTE]\n> Text.\n") == "note: Text. [11]");
  CHECK(alerts("> [!tip]\n> Text.\n") == "tip: Text. [11]");
  CHECK(alerts("> [!Important]\n> Text.\n") == "important: Text. [11]");
  CHECK(alerts("> [!WARNING]\n> Text.\n") == "warning: Text. [11]");
  CHECK(alerts("> [!cAUTION]\n> Text.\n") == "caution: Text. [11]");
}

TEST_CASE("the mark is no part of the text, whatever stands below it") {
  CHECK(alerts("> [!NOTE]\n> One\n> two.\n>\n> - three\n") == "note: One two. three [11]");
  CHECK(alerts("> [!NOTE]\n>\n> Text.\n") == "note: Text. [12]");
  CHECK(alerts("> [!NOTE]\n> - item\n") == "note: item [11]");
  CHECK(alerts("> [!NOTE]\nLazy.\n") == "note: Lazy. [11]");
  CHECK(alerts("> [!NOTE]\n> [!TIP]\n") == "note: [!TIP] [11]");
}

TEST_CASE("blanks around the mark do not matter") {
  CHECK(alerts(">[!NOTE]\n>Text.\n") == "note: Text. [11]");
  CHECK(alerts("   >   [!NOTE]   \n> Text.\n") == "note: Text. [11]");
  CHECK(alerts(">\t[!NOTE]\t\n> Text.\n") == "note: Text. [11]");
}

TEST_CASE("alerts stand among other blocks and in lists, each at its own lines") {
  CHECK(alerts("Text.\n\n> [!NOTE]\n> One.\n\nText.\n\n> [!TIP]\n> Two.\n") ==
        "note: One. [13]|tip: Two. [18]");
  CHECK(alerts("- a\n\n  > [!NOTE]\n  > One.\n- b\n  1. c\n     > [!TIP]\n     > Two.\n") ==
        "note: One. [13]|tip: Two. [17]");
}

TEST_CASE("a quotation is none, nor is what others quote") {
  CHECK(alerts("> Text.\n") == "");
  CHECK(alerts("> > [!NOTE]\n> > Text.\n") == "");
  CHECK(alerts("> Text.\n> [!NOTE]\n") == "");
  CHECK(alerts("[!NOTE]\nText.\n") == "");
  CHECK(alerts("> # [!NOTE]\n> Text.\n") == "");
  CHECK(alerts(">\n") == "");
}

TEST_CASE("a mark that means something else makes no alert") {
  CHECK(alerts("> \\[!NOTE]\n> Text.\n") == "");
  CHECK(alerts("> &#91;!NOTE]\n> Text.\n") == "");
  CHECK(alerts("> `[!NOTE]`\n> Text.\n") == "");
  CHECK(alerts("> [!NOTE]\n> Text.\n\n[!NOTE]: https://example.org\n") == "");
  CHECK(alerts("> [!]\n> Text.\n") == "");
  CHECK(alerts("> [! NOTE]\n> Text.\n") == "");
  CHECK(alerts("> [!NOTE\n> Text.\n") == "");
}

TEST_CASE("an unknown word is reported where it stands, with the word that is meant") {
  CHECK(fault_of("Text.\n\n> [!NOTICE]\n> Text.\n") ==
        "3:3 alert-unknown: `[!NOTICE]` is no alert -> did you mean `[!NOTE]`?");
  CHECK(fault_of("> [!waring]\n> Text.\n") ==
        "1:3 alert-unknown: `[!waring]` is no alert -> did you mean `[!WARNING]`?");
  CHECK(fault_of("> [!see-also]\n> Text.\n") ==
        "1:3 alert-unknown: `[!see-also]` is no alert -> use one of: NOTE, TIP, IMPORTANT, WARNING, CAUTION");
}

TEST_CASE("a mark with text on its line, or with none at all, is reported") {
  CHECK(
      fault_of("> [!NOTE] Text.\n> More.\n") ==
      "1:3 alert-unknown: `[!NOTE]` is followed by text on its line, so it makes no alert -> put the text on "
      "the next line of the quotation");
  CHECK(fault_of("> [!note]\\\n> Text.\n").find("is followed by text") != std::string::npos);
  CHECK(fault_of("> [!NOTE]\n") ==
        "1:3 alert-unknown: the alert `[!NOTE]` has no text -> write it on the next line, behind `>`");
}

TEST_CASE("a line quoted from a log is no mistake") { CHECK(fault_of("> [!ERROR] disk full\n") == ""); }

TEST_CASE("a mark at the end of a text without a line break is read") {
  CHECK(fault_of("> [!NOTE]") != "");
  CHECK(alerts("> [!NOTE]\n> Text.") == "note: Text. [11]");
}

TEST_CASE("many alerts are all found") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "> [!NOTE]\n> x\n\n";
  const Reading reading = read(text);
  CHECK(reading.blocks.size() == 5000);
  CHECK(reading.blocks.back().kind == NodeKind::alert);
  CHECK(reading.blocks.back().children.front().at.begin.line == 14'999);
}

}  // namespace pmsite
