// SPDX-License-Identifier: MIT
#include "model/content.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("an architecture is found by its name") {
  Content content;
  content.architectures.resize(2);
  content.architectures[0].name = "bank";
  content.architectures[1].name = "shop";
  CHECK(content.find_architecture("shop") == &content.architectures[1]);
  CHECK(content.find_architecture("sho") == nullptr);
}

TEST_CASE("a post is found by its slug, the first of several") {
  Content content;
  content.posts.resize(3);
  content.posts[0].slug = "a";
  content.posts[1].slug = content.posts[2].slug = "b";
  CHECK(content.find_post("b") == &content.posts[1]);
  CHECK(content.find_post("c") == nullptr);
}

TEST_CASE("a site without a configuration has the defaults of the manual") {
  const SiteConfig config;
  CHECK(config.profile == "alx");
  CHECK(config.theme == "default");
  CHECK(config.base_url.empty());
  CHECK(config.severities == std::vector<std::string>{"SEV1", "SEV2", "SEV3", "SEV4", "SEV5"});
}

}  // namespace pmsite
