// SPDX-License-Identifier: MIT
#include "check/component_states.hpp"

#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// The sample with these entries, the first on line 22.
std::string with_timeline(std::string_view entries) {
  const auto begin = kSamplePost.find("- 10:08"), end = kSamplePost.find("\n## Root cause");
  return std::string(kSamplePost.substr(0, begin)) + std::string(entries) +
         std::string(kSamplePost.substr(end));
}

/// What a rule says of the sample with these entries, on an architecture of these dependencies.
std::string found_in(std::string_view rule, std::string_view entries,
                     std::vector<Architecture::Dependency> dependencies) {
  Content content = sample_site(with_timeline(entries));
  auto& shop = content.architectures[0];
  shop.components.push_back({"disk", "Disk", {}, {}, {}, {}});
  shop.dependencies = std::move(dependencies);
  return found(rule, content);
}

}  // namespace

TEST_CASE("what failed is well again in the end") {
  CHECK(found("component-not-recovered", kSamplePost) == "");
  CHECK(found("component-not-recovered", sample_with(" `cache: ok`", "")) ==
        "23:52 component-not-recovered: `cache` is down and never recovers, though the incident is resolved "
        "-> add "
        "`cache: ok` where it was well again, or `cache: unknown` if nobody knows");
  CHECK(found("component-not-recovered", sample_with("`cache: ok`", "`cache: degraded`"))
            .starts_with("29:56 component-not-recovered: `cache` is degraded"));
}

TEST_CASE("maintenance, and a state that nobody knows, are an end, too") {
  CHECK(found("component-not-recovered", sample_with("`cache: ok`", "`cache: maintenance`")) == "");
  CHECK(found("component-not-recovered", sample_with("`cache: ok`", "`cache: unknown`")) == "");
}

TEST_CASE("an incident that goes on, or is not told in full, need not have recovered") {
  const std::string down = sample_with(" `cache: ok`", "");
  CHECK(found("component-not-recovered",
              changed(down, "resolved_at: 2026-03-04T11:05:00+01:00\n", "status: draft\n")) == "");
  CHECK(found("component-not-recovered", changed(down, "- 10:51 CET", "- soon")) == "");
  CHECK(found("component-not-recovered", changed(down, "architecture: shop\n", "")) == "");
}

TEST_CASE("a component that is not drawn is reported as such, and not once more") {
  CHECK(found("component-not-recovered", sample_with("`cache: down`", "`cahce: down`")) == "");
  CHECK(found("component-state-repeated",
              sample_with("`cache: down`", "`lb: down`, `lb: down`, `cache: down`")) == "");
}

TEST_CASE("a state changes something, else it is a warning") {
  CHECK(found("component-state-repeated", kSamplePost) == "");
  const std::string twice = sample_with("above 5 %.", "above 5 %. `checkout: degraded`");
  CHECK(found("component-state-repeated", twice) ==
        "24:67 component-state-repeated: `checkout` is degraded already, since line 23 -> leave it out, or "
        "correct one "
        "of the two states");
  CHECK(level_found("component-state-repeated", twice) == "warning");
  CHECK(found("component-state-repeated", sample_with("above 5 %.", "above 5 %. `checkout: down`")) == "");
}

TEST_CASE("what was never told to fail is well already") {
  CHECK(found("component-state-repeated", sample_with("`cache: down`, ", "")) ==
        "29:56 component-state-repeated: `cache` is ok already: no entry says that it was not -> tell where "
        "it failed, "
        "or leave this out");
  CHECK(found("component-state-repeated", sample_with("was patched.", "was patched. `cache: ok`")) == "");
  CHECK(found("component-state-repeated", sample_with("was patched.", "was patched. `cache: maintenance`")) ==
        "");
}

TEST_CASE("a service that is a component changes its state") {
  CHECK(found("impact-without-state", kSamplePost) == "");
  const std::string silent = changed(sample_with(", `checkout: degraded`", ""), " `checkout: ok`", "");
  CHECK(
      found("impact-without-state", silent) ==
      "6:12 impact-without-state: `checkout` was affected, and no entry changes its state -> add `checkout: "
      "degraded` or `checkout: down` to the entry in which it failed");
  CHECK(found("impact-without-state", changed(silent, "services: [checkout]", "services: [Checkout]")) != "");
  CHECK(found("impact-without-state", changed(silent, "services: [checkout]", "services: [web shop]")) == "");
}

TEST_CASE("without any state no service is asked for one") {
  CHECK(found("impact-without-state", with_timeline("- 10:12 CET - **Started**\n")) == "");
}

TEST_CASE("a dependant does not fail before what it depends on") {
  constexpr std::string_view kEffectFirst =
      "- 10:12 CET - a `checkout: degraded`\n- 10:15 CET - b `cache: down`\n";
  CHECK(found("effect-before-cause", kSamplePost) == "");
  CHECK(found("effect-before-cause", with_timeline(kEffectFirst)) ==
        "22:18 effect-before-cause: `checkout` is degraded on line 22, before `cache`, which it depends on, "
        "is down on "
        "line 23 -> correct the order, or draw what else it depends on");
  CHECK(level_found("effect-before-cause", with_timeline(kEffectFirst)) == "warning");
  CHECK(found_in("effect-before-cause", kEffectFirst, {{"checkout", "cache", true}}) == "");
  CHECK(found_in("effect-before-cause", kEffectFirst, {{"cache", "checkout", false}}) == "");
  CHECK(found_in("effect-before-cause", kEffectFirst, {}) == "");
}

TEST_CASE("a dependant may fail in the same minute, or alone") {
  CHECK(found("effect-before-cause",
              with_timeline("- 10:12 CET - a `checkout: down`\n- 10:12 CET - b `cache: down`\n")) == "");
  CHECK(found("effect-before-cause", with_timeline("- 10:12 CET - a `checkout: down`\n")) == "");
  CHECK(found("effect-before-cause",
              with_timeline("- 10:12 CET - a `checkout: down`\n- 10:15 CET - b `cache: maintenance`\n")) ==
        "");
}

TEST_CASE("another cause, near or far, explains a dependant that fails early") {
  constexpr std::string_view kDisk =
      "- 10:12 CET - a `disk: down`\n- 10:13 CET - b `checkout: down`\n- 10:15 CET - c `cache: down`\n";
  CHECK(found_in("effect-before-cause", kDisk, {{"checkout", "cache", false}, {"checkout", "disk", true}}) ==
        "");
  CHECK(found_in("effect-before-cause", kDisk, {{"checkout", "cache", false}, {"cache", "disk", false}}) ==
        "");
  CHECK(found_in("effect-before-cause", kDisk, {{"checkout", "cache", false}}) != "");
}

TEST_CASE("of two late causes the first is told") {
  CHECK(found_in(
            "effect-before-cause",
            "- 10:12 CET - a `checkout: down`\n- 10:13 CET - b `disk: down`\n- 10:15 CET - c `cache: down`\n",
            {{"checkout", "cache", false}, {"checkout", "disk", false}})
            .find("before `disk`") != std::string::npos);
}

TEST_CASE("in a circle of dependencies anything may be the cause of anything") {
  CHECK(found_in(
            "effect-before-cause",
            "- 10:12 CET - a `checkout: down`\n- 10:13 CET - b `disk: down`\n- 10:15 CET - c `cache: down`\n",
            {{"checkout", "cache", false}, {"checkout", "disk", false}, {"disk", "checkout", false}}) == "");
}

TEST_CASE("a failure that comes later and that nothing explains is reported where it is told") {
  constexpr std::string_view kEntries =
      "- 10:12 CET - **Started**: a. `cache: down`, `checkout: degraded`\n"
      "- 10:15 CET - **Detected**: b. `disk: down`\n"
      "- 11:05 CET - **Resolved**: c. `cache: ok`, `checkout: ok`, `disk: ok`\n";
  CHECK(found_in("failure-unexplained", kEntries, {{"checkout", "cache"}}) ==
        "23:33 failure-unexplained: `disk` is down, and nothing that it depends on has failed -> draw in  "
        "what it "
        "failed through; if it failed on its own, allow this and say so");
  CHECK(found_in("failure-unexplained", kEntries, {{"checkout", "cache"}, {"disk", "checkout"}}) == "");
  CHECK(found("failure-unexplained", kSamplePost) == "");
}

TEST_CASE("code that nearly names a component or its state is reported where it is lost") {
  CHECK(found("component-misspelled", kSamplePost) == "");
  CHECK(found("component-misspelled", sample_with("drained a healthy balancer", "drained the `cahce`")) ==
        "26:81 component-misspelled: `cahce` is no component, and nothing is ringed for it -> did you mean "
        "`cache`?");
  CHECK(found("component-misspelled", sample_with("every pool held sockets",
                                                  "`cache Down` was heard, since every pool "
                                                  "held sockets")) ==
        "28:32 component-misspelled: `cache Down` changes no state -> write `cache: down`");
  // Code of other kinds, and names outside of a path that misled, may be anything.
  CHECK(found("component-misspelled", sample_with("every pool held sockets",
                                                  "`cahce` and `kill -9 down` and pools "
                                                  "held sockets")) == "");
  CHECK(found("component-misspelled", sample_with("drained a healthy balancer", "drained `lb-2`")) == "");
}

}  // namespace pmsite
