// SPDX-License-Identifier: MIT
#include "render/post_actions.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

const BodyOptions kOptions{.resolve = [](std::string_view url) { return std::string(url); }, .figure = {}};

Postmortem post_with(const std::string& measures) { return read_sample("", "## Action items\n" + measures); }

/// The data of the first list among the measures.
Value actions(const std::string& measures) {
  const Postmortem post = post_with(measures);
  return post_actions(post, post.sections.at(0).blocks.at(0), kOptions);
}

Value first_item(const std::string& measures) {
  return at(actions(measures), "items").get_if<Value::List>()->at(0);
}

}  // namespace

TEST_CASE("an action has all that its author wrote about it") {
  const Value item = first_item(
      "- [ ] Add a *check* <b> (detect, @sre, due 2026-03-18, https://tracker.example/browse/OPS-311)\n");
  CHECK(text_at(item, "text_html") == "Add a <em>check</em> <code class=\"raw-html\">&lt;b&gt;</code>");
  CHECK(text_at(item, "type") == "detect");
  CHECK(text_at(item, "owner") == "sre");
  CHECK(text_at(item, "due_iso") == "2026-03-18");
  CHECK(text_at(item, "due_text") == "18 March 2026");
  CHECK(text_at(item, "done_iso") == "");
  CHECK(text_at(item, "url") == "https://tracker.example/browse/OPS-311");
  CHECK(text_at(item, "url_text") == "OPS-311");
  CHECK(text_at(item, "ticket") == "");
}

TEST_CASE("an action without details has its text and is open or done") {
  const Value items = at(actions("- [ ] Sleep\n- [x] Eat\n"), "items");
  CHECK(column(items, "text_html") == "Sleep|Eat");
  CHECK(column(items, "is_open") == "yes|no");
  CHECK(column(items, "is_done") == "no|yes");
  CHECK(column(items, "state_label") == "open|done");
  CHECK(column(items, "type") == "|");
  CHECK(column(items, "owner") == "|");
}

TEST_CASE("an action that was dropped is neither open nor done") {
  const Value data =
      actions("- [ ] Rewrite it all (dropped)\n- [ ] Test it (prevent)\n- [x] Fix it (done 2026-03-05)\n");
  CHECK(column(at(data, "items"), "is_dropped") == "yes|no|no");
  CHECK(column(at(data, "items"), "is_open") == "no|yes|no");
  CHECK(column(at(data, "items"), "done_text") == "||5 March 2026");
  CHECK(text_at(data, "open_text") == "1 of 3 open");
}

TEST_CASE("the link to the tracker is named after the ticket, else after the last part of its address") {
  CHECK(text_at(first_item("- [ ] A (OPS-1, https://tracker.example/x)\n"), "url_text") == "OPS-1");
  CHECK(text_at(first_item("- [ ] A (OPS-1, https://tracker.example/x)\n"), "ticket") == "");
  CHECK(text_at(first_item("- [ ] A (https://tracker.example/issues/7)\n"), "url_text") == "7");
  CHECK(text_at(first_item("- [ ] A (https://tracker.example/)\n"), "url_text") ==
        "https://tracker.example/");
  CHECK(text_at(first_item("- [ ] A (OPS-311)\n"), "ticket") == "OPS-311");
  CHECK(text_at(first_item("- [ ] A (OPS-311)\n"), "url") == "");
}

TEST_CASE("only the items of the given list are shown") {
  const Postmortem post = post_with("- [ ] A\n- [x] B\n\nMore:\n\n- [ ] C\n");
  const auto& blocks = post.sections.at(0).blocks;
  CHECK(column(at(post_actions(post, blocks.at(0), kOptions), "items"), "text_html") == "A|B");
  CHECK(column(at(post_actions(post, blocks.at(2), kOptions), "items"), "text_html") == "C");
  CHECK(text_at(post_actions(post, blocks.at(2), kOptions), "open_text") == "1 of 1 open");
}

TEST_CASE("a list holds tasks if one of its items has a box") {
  const auto holds = [](const std::string& text) {
    return holds_tasks(post_with(text).sections.at(0).blocks.at(0));
  };
  CHECK(holds("- a\n- [ ] b\n"));
  CHECK_FALSE(holds("- a\n- b\n"));
  CHECK_FALSE(holds("Prose [ ] with a box.\n"));
}

TEST_CASE("a list without its tasks keeps its other items in order") {
  const Node list = post_with("- a\n- [ ] b\n- c\n- [x] d\n").sections.at(0).blocks.at(0);
  const Node plain = without_tasks(list);
  REQUIRE(plain.children.size() == 2);
  CHECK(plain_text(plain.children[0]) == "a");
  CHECK(plain_text(plain.children[1]) == "c");
}

}  // namespace pmsite
