// SPDX-License-Identifier: MIT
#include "check/recurrences.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <utility>

namespace pmsite {
namespace {

/// A post that began on this day of January 2026, noon in UTC.
Postmortem post(const std::string& slug, unsigned day) {
  Postmortem made;
  made.slug = slug;
  const Date date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{day}};
  made.started_at = Located<Instant>{instant_at(date, {12, 0, 0}, {}), {}};
  made.root_cause.category = CauseCategory::capacity;
  made.services = {{"checkout", {}}};
  return made;
}

/// `change` of a post.
template <class Change> Postmortem but(Postmortem made, const Change& change) {
  change(made);
  return made;
}

Postmortem naming(Postmortem made, const std::string& slug, Relation relation = Relation::recurrence_of) {
  made.related.push_back({{slug, {}}, relation, {}});
  return made;
}

/// "b 2, unkept a": what is found for the last post.
template <class... Posts> std::string last(Posts... posts) {
  Content content;
  (content.posts.push_back(std::move(posts)), ...);
  const Recurrences recurrences(content);
  const auto& found = recurrences.of(content.posts.back());
  std::string text = found.unnamed ? fmt::format("{} {}", found.unnamed->slug, found.unnamed_count) : "none";
  if (found.unkept) text += ", unkept " + found.unkept->slug;
  return text;
}

void fail(Postmortem& made, const std::string& component, ComponentState state) {
  TimelineEntry entry;
  entry.states.push_back({component, state, {}});
  made.timeline.push_back(entry);
}

ActionItem prevention(ActionState state, std::optional<Date> done = {}) {
  ActionItem action;
  action.type = ActionType::prevent;
  action.state = state;
  action.done = done;
  return action;
}

}  // namespace

TEST_CASE("the same cause of the same service is alike, whoever comes first in the list") {
  CHECK(last(post("a", 1), post("b", 2)) == "a 1");
  CHECK(last(post("b", 2), post("a", 1)) == "none");
  CHECK(last(post("a", 1), post("c", 3), post("b", 2)) == "a 1");
  CHECK(last(post("a", 1), post("b", 2), post("c", 3)) == "b 2");
  CHECK(last(post("a", 1), post("b", 1)) == "none");
}

TEST_CASE("another cause, another organization or another service is not alike") {
  const auto first = [] { return post("a", 1); };
  const auto second = [] { return post("b", 2); };
  CHECK(last(first(), but(second(), [](auto& p) { p.root_cause.category = CauseCategory::data; })) == "none");
  CHECK(last(first(), but(second(), [](auto& p) { p.organization = "Shop"; })) == "none");
  CHECK(last(first(), but(second(), [](auto& p) { p.services = {{"search", {}}}; })) == "none");
  CHECK(last(first(), but(second(), [](auto& p) { p.services = {}; })) == "none");
  const auto in_shop = [](auto& p) { p.organization = p.slug == "a" ? "Shop" : "shop"; };
  CHECK(last(but(first(), in_shop), but(second(), in_shop)) == "a 1");
}

TEST_CASE("a cause that nobody knows is like no other") {
  const auto unknown = [](auto& p) { p.root_cause.category = CauseCategory::unknown; };
  CHECK(last(but(post("a", 1), unknown), but(post("b", 2), unknown)) == "none");
  const auto none = [](auto& p) { p.root_cause.category.reset(); };
  CHECK(last(but(post("a", 1), none), but(post("b", 2), none)) == "none");
}

TEST_CASE("one service of several is enough, and names that share a page are one") {
  const auto several = [](auto& p) { p.services = {{"search", {}}, {"Check out", {}}, {"check-out", {}}}; };
  const auto other = [](auto& p) { p.services = {{"check out", {}}, {"mail", {}}}; };
  CHECK(last(but(post("a", 1), several), but(post("b", 2), other)) == "a 1");
  CHECK(last(but(post("a", 1), other), but(post("b", 2), several)) == "a 1");
  CHECK(shared_place(but(post("a", 1), several), but(post("b", 2), other)) == "Check out");
}

TEST_CASE("a component that failed in both of one architecture is the same place") {
  const auto failed = [](const char* drawing, const char* component, ComponentState state) {
    return [=](Postmortem& p) {
      p.services = {{p.slug, {}}};
      p.architecture = Located<std::string>{drawing, {}};
      fail(p, component, state);
    };
  };
  const auto first = [&] { return but(post("a", 1), failed("shop", "cache", ComponentState::down)); };
  CHECK(last(first(), but(post("b", 2), failed("shop", "cache", ComponentState::degraded))) == "a 1");
  CHECK(last(first(), but(post("b", 2), failed("shop", "cache", ComponentState::maintenance))) == "none");
  CHECK(last(first(), but(post("b", 2), failed("shop", "disk", ComponentState::down))) == "none");
  CHECK(last(first(), but(post("b", 2), failed("bank", "cache", ComponentState::down))) == "none");
  CHECK(shared_place(first(), but(post("b", 2), failed("shop", "cache", ComponentState::down))) == "cache");
  CHECK(shared_place(first(), but(post("b", 2), failed("bank", "cache", ComponentState::down))) == "");
}

TEST_CASE("a component is not taken for a service of the same name") {
  const auto fails = [](auto& p) {
    p.services = {{"web", {}}};
    p.architecture = Located<std::string>{"shop", {}};
    fail(p, "checkout", ComponentState::down);
  };
  CHECK(last(but(post("a", 1), fails), post("b", 2)) == "none");
}

TEST_CASE("drafts, drills and posts without a start are not compared, and stories only with stories") {
  const auto draft = [](auto& p) { p.status = PostStatus::draft; };
  const auto in_review = [](auto& p) { p.status = PostStatus::in_review; };
  const auto drill = [](auto& p) { p.kind = IncidentKind::drill; };
  const auto fictional = [](auto& p) { p.kind = IncidentKind::fictional; };
  const auto near_miss = [](auto& p) { p.kind = IncidentKind::near_miss; };
  const auto timeless = [](auto& p) { p.started_at.reset(); };
  const auto first = [] { return post("a", 1); };
  const auto second = [] { return post("b", 2); };
  CHECK(last(but(first(), draft), second()) == "none");
  CHECK(last(first(), but(second(), draft)) == "none");
  CHECK(last(first(), but(second(), in_review)) == "a 1");
  CHECK(last(but(first(), drill), but(second(), drill)) == "none");
  CHECK(last(first(), but(second(), fictional)) == "none");
  CHECK(last(but(first(), fictional), second()) == "none");
  CHECK(last(but(first(), fictional), but(second(), fictional)) == "a 1");
  CHECK(last(but(first(), near_miss), second()) == "a 1");
  CHECK(last(but(first(), timeless), second()) == "none");
  CHECK(last(first(), but(second(), timeless)) == "none");
}

TEST_CASE("posts that are named, by itself or by those it names, are not told again") {
  const auto first = [] { return post("a", 1); };
  const auto second = [] { return post("b", 2); };
  CHECK(last(first(), naming(second(), "a", Relation::same_component)) == "none");
  CHECK(last(first(), naming(second(), "a"), naming(post("c", 3), "b")) == "none");
  CHECK(last(first(), second(), naming(post("c", 3), "b")) == "a 1");
  CHECK(last(first(), second(), naming(post("c", 3), "nobody")) == "b 2");
  // An earlier post that looks ahead does not spare the later one from looking back.
  CHECK(last(naming(first(), "b"), second()) == "a 1");
}

TEST_CASE("posts that name each other in a circle, and themselves, are followed once") {
  CHECK(last(naming(post("a", 1), "c"), naming(post("b", 2), "a"), naming(naming(post("c", 3), "b"), "c")) ==
        "none");
}

TEST_CASE("a prevention is unkept while it is open, and until the day on which it was done") {
  const auto with = [](ActionItem action) {
    return but(post("a", 1), [&](auto& p) { p.actions = {action}; });
  };
  const auto january = [](unsigned day) {
    return Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{day}};
  };
  const auto later = [&] { return naming(post("b", 10), "a"); };
  CHECK(last(with(prevention(ActionState::open)), later()) == "none, unkept a");
  CHECK(last(with(prevention(ActionState::done, january(11))), later()) == "none, unkept a");
  CHECK(last(with(prevention(ActionState::done, january(10))), later()) == "none");
  CHECK(last(with(prevention(ActionState::done)), later()) == "none");
  CHECK(last(with(prevention(ActionState::dropped)), later()) == "none");
  CHECK(last(with(prevention(ActionState::open)), post("b", 10)) == "a 1, unkept a");
  CHECK(last(with(prevention(ActionState::open)), naming(post("b", 10), "a", Relation::caused_by)) == "none");
}

TEST_CASE("of an unkept prevention the post that was named must be the earlier one") {
  const auto promising = [](auto& p) { p.actions = {prevention(ActionState::open)}; };
  CHECK(last(but(post("a", 20), promising), naming(post("b", 10), "a")) == "none");
}

TEST_CASE("the latest unkept prevention is the one to tell, and its first action") {
  const auto open = [](auto& p) {
    p.actions = {prevention(ActionState::done), prevention(ActionState::open)};
  };
  const auto first = [&] { return but(post("a", 1), open); };
  const auto second = [&] { return but(post("b", 2), open); };
  CHECK(last(first(), second(), naming(naming(post("c", 3), "a"), "b")) == "none, unkept b");
  CHECK(last(first(), second(), naming(post("c", 3), "a")) == "b 1, unkept b");
  const Postmortem promising = first();
  CHECK(unkept_action(promising, second()) == &promising.actions[1]);
  CHECK(unkept_action(post("a", 1), second()) == nullptr);
}

TEST_CASE("ten thousand posts that are all alike are compared") {
  Content content;
  for (int i = 0; i < 10'000; ++i) {
    Postmortem made = post("p" + std::to_string(i), 1);
    made.started_at->value.utc += std::chrono::hours{i};
    if (i > 0 && i != 5'000) made = naming(std::move(made), "p" + std::to_string(i - 1));
    content.posts.push_back(std::move(made));
  }
  const Recurrences recurrences(content);
  CHECK(recurrences.of(content.posts[4'999]).unnamed == nullptr);
  CHECK(recurrences.of(content.posts[5'000]).unnamed_count == 5'000);
  CHECK(recurrences.of(content.posts[9'999]).unnamed->slug == "p4999");
}

}  // namespace pmsite
