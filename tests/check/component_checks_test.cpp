// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

std::string without_states(std::string text) {
  text = changed(changed(text, " `cache: down`, `checkout: degraded`", ""), " `cache: ok`", "");
  return changed(text, " `checkout: ok`", "");
}

}  // namespace

TEST_CASE("an architecture must be drawn") {
  CHECK(found("architecture-unknown", kSamplePost) == "");
  CHECK(found("architecture-unknown", sample_with("architecture: shop", "architecture: shpo")) ==
        "10:15 architecture-unknown: there is no architecture `shpo` -> did you mean `shop`?");
  CHECK(found("architecture-unknown", sample_with("architecture: shop", "architecture: warehouse")) ==
        "10:15 architecture-unknown: there is no architecture `warehouse` -> draw it in "
        "content/architectures/warehouse.dot");
}

TEST_CASE("a state changes a component of the architecture") {
  CHECK(found("component-unknown", kSamplePost) == "");
  CHECK(found("component-unknown", sample_with("`cache: down`", "`cahce: down`, `lb: ok`")) ==
        "23:52 component-unknown: `cahce` is not a component of `shop` -> did you mean `cache`?\n"
        "23:67 component-unknown: `lb` is not a component of `shop` -> ");
}

TEST_CASE("components are not looked for in an architecture that does not exist or could not be read") {
  CHECK(found("component-unknown", sample_with("architecture: shop", "architecture: other")) == "");
  Content content = sample_site(sample_with("`cache: down`", "`lb: down`"));
  content.architectures[0].components.clear();
  CHECK(found("component-unknown", content) == "");
}

TEST_CASE("states without an architecture are reported once, at the first of them") {
  CHECK(found("architecture-missing", kSamplePost) == "");
  CHECK(found("architecture-missing", sample_with("architecture: shop\n", "")) ==
        "22:52 architecture-missing: component states need an architecture, and the post names none -> add "
        "`architecture: "
        "NAME` to the front matter");
}

TEST_CASE("a post without states needs no architecture") {
  const std::string without = without_states(sample_with("architecture: shop\n", ""));
  CHECK(found("architecture-missing", without) == "");
}

}  // namespace pmsite
