// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// A post of checkout failing by a change of configuration; `facts` replace or add lines of front matter, and
/// root_cause stands on line 5.
struct Story {
  std::string slug;
  std::string day;
  std::string facts = {};
  std::string action = "- [x] Rehearse the failover (prevent, @sre, done 2026-01-20)";
  std::string services = "checkout";
};

Content site(const std::vector<Story>& stories) {
  Content content;
  for (const auto& story : stories) {
    Diagnostics ignored;
    const std::string text =
        "---\ntitle: Checkout failed\nstarted_at: " + story.day +
        "T10:12:00+01:00\nresolved_at: " + story.day +
        "T11:05:00+01:00\nroot_cause: {category: config_change, text: A check was off.}\n" + "services: [" +
        story.services + "]\n" + story.facts + "\n---\n\n## Action items\n" + story.action + "\n";
    content.posts.push_back(
        read_post("content/posts/" + story.day + "-" + story.slug + ".md", text, ignored));
  }
  return content;
}

/// "b: 5:1 ..." for what is reported in the last post; nothing may be reported in the others.
std::string found_in_last(std::string_view rule, const std::vector<Story>& stories) {
  const Content content = site(stories);
  Diagnostics all, chosen;
  check_content(content, sample_now(), 1, all);
  for (auto& each : all.sorted()) {
    if (each.rule->id != rule) continue;
    CHECK(each.file == content.posts.back().file);
    chosen.add(each);
  }
  return faults_with_help(chosen);
}

std::string unlinked(const std::vector<Story>& stories) {
  return found_in_last("recurrence-unlinked", stories);
}
std::string open_action(const std::vector<Story>& stories) {
  return found_in_last("recurrence-open-action", stories);
}

const Story kFirst{"first", "2026-01-10"}, kSecond{"second", "2026-02-10"}, kThird{"third", "2026-03-10"};

Story with(Story story, const std::string& facts) {
  story.facts = facts;
  return story;
}

Story doing(Story story, const std::string& action) {
  story.action = action;
  return story;
}

}  // namespace

TEST_CASE("an incident like an earlier one names it") {
  CHECK(unlinked({kFirst}) == "");
  CHECK(unlinked({kFirst, kSecond}) ==
        "5:1 recurrence-unlinked: `checkout` failed by `config_change` before: see `first`, 10 January 2026 "
        "-> add "
        "`related: [{post: first, as: recurrence_of}]`, or `<!-- pmsite-allow recurrence-unlinked: why it is "
        "another "
        "story -->`");
  CHECK(unlinked({kFirst, with(kSecond, "related: [{post: first, as: recurrence_of}]")}) == "");
  CHECK(unlinked({kFirst, with(kSecond, "related: [{post: first, as: same_component}]")}) == "");
}

TEST_CASE("of several earlier ones the latest is named, and the others are counted") {
  const Story third = with(kThird, "related: [{post: other, as: caused_by}]");
  CHECK(unlinked({kFirst, with(kSecond, "related: [{post: first, as: same_cause}]"), third}) ==
        "5:1 recurrence-unlinked: `checkout` failed by `config_change` before: see `second`, 10 February "
        "2026, and 1 "
        "before it -> add `{post: second, as: recurrence_of}` to `related`, or `<!-- pmsite-allow "
        "recurrence-unlinked: "
        "why it is another story -->`");
}

TEST_CASE("an allowance with a reason settles it") {
  CHECK(unlinked({kFirst, doing(kSecond, "<!-- pmsite-allow recurrence-unlinked: another pool -->")}) == "");
}

TEST_CASE("a prevention that was promised and not kept is an error in the next post") {
  const Story named = with(kSecond, "related: [{post: first, as: recurrence_of}]");
  CHECK(open_action({kFirst, named}) == "");
  CHECK(open_action({doing(kFirst, "- [ ] Rehearse the failover (prevent, @sre, due 2026-06-30)"), named}) ==
        "7:18 recurrence-open-action: `first` was to prevent this with `Rehearse the failover` of @sre, due "
        "2026-06-30, "
        "which is open -> say what kept it from being done: `<!-- pmsite-allow recurrence-open-action: why "
        "-->`");
  CHECK(open_action({doing(kFirst, "- [x] Rehearse the failover (prevent, done 2026-03-01)"), named}) ==
        "7:18 recurrence-open-action: `first` was to prevent this with `Rehearse the failover`, done only on "
        "2026-03-01 "
        "-> say what kept it from being done: `<!-- pmsite-allow recurrence-open-action: why -->`");
}

TEST_CASE("a promise counts as well where the likeness was found, not named") {
  CHECK(open_action({doing(kFirst, "- [ ] Rehearse it (prevent)"), kSecond})
            .starts_with("5:1 recurrence-open-action"));
}

TEST_CASE("what was done in time, dropped, or meant for something else was no broken promise") {
  const Story named = with(kSecond, "related: [{post: first, as: same_cause}]");
  for (const auto* action :
       {"- [x] Rehearse it (prevent, done 2026-02-10)", "- [x] Rehearse it (prevent)",
        "- [ ] Rehearse it (prevent, dropped)", "- [ ] Rehearse it (detect, due 2026-02-01)",
        "- [ ] Rehearse it (mitigate)", "- [ ] Rehearse it"}) {
    CAPTURE(std::string(action));
    CHECK(open_action({doing(kFirst, action), named}) == "");
  }
  CHECK(open_action({doing(kFirst, "- [ ] Rehearse it (prevent)"),
                     with(kSecond, "related: [{post: first, as: caused_by}]")}) == "");
}

TEST_CASE("a promise is remembered through the posts between") {
  const Story first = doing(kFirst, "- [ ] Rehearse it (prevent)");
  const Story second = with(doing(kSecond, "<!-- pmsite-allow recurrence-open-action: planned for May -->"),
                            "related: [{post: first, as: recurrence_of}]");
  CHECK(open_action({first, second, with(kThird, "related: [{post: second, as: recurrence_of}]")})
            .starts_with("5:1 recurrence-open-action: `first` was to prevent"));
  CHECK(open_action({first, second, with(kThird, "related: [{post: second, as: same_component}]")}) == "");
}

TEST_CASE("a rule asks what its name says: a warning for the link, an error for the promise") {
  Diagnostics all;
  check_content(site({doing(kFirst, "- [ ] Rehearse it (prevent)"), kSecond}), sample_now(), 1, all);
  for (const auto& each : all.sorted()) {
    if (each.rule->id == "recurrence-unlinked") CHECK(each.level() == Level::warning);
    if (each.rule->id == "recurrence-open-action") CHECK(each.level() == Level::error);
  }
}

}  // namespace pmsite
