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

TEST_CASE("the size of a picture is found by its path, with or without its folder") {
  Content content;
  content.image_sizes = {{"a.png", {640, 480}}, {"charts/b c.svg", {3, 2}}};
  CHECK(content.find_image_size("a.png") == ImageSize{640, 480});
  CHECK(content.find_image_size("assets/charts/b c.svg") == ImageSize{3, 2});
  CHECK(content.find_image_size("b.png") == std::nullopt);
}

TEST_CASE("the size of a picture is that of the file to which its address leads") {
  Content content;
  content.image_sizes = {{"a.png", {640, 480}}, {"charts/b c.svg", {3, 2}}};
  const auto size = [&content](std::string_view url) {
    return size_of_picture(content, "content/posts/x.md", url);
  };
  CHECK(size("/assets/a.png") == ImageSize{640, 480});
  CHECK(size("../../assets/charts/b%20c.svg#part") == ImageSize{3, 2});
  for (const auto* url : {"a.png", "/a.png", "/assets/none.png", "https://e.example/assets/a.png",
                          "//e.example/assets/a.png", "../../../assets/a.png", "javascript:a", ""}) {
    CAPTURE(url);
    CHECK(size(url) == std::nullopt);
  }
}

TEST_CASE("a site without a configuration has the defaults of the manual") {
  const SiteConfig config;
  CHECK(config.profile == "alx");
  CHECK(config.theme == "default");
  CHECK(config.base_url.empty());
  CHECK(config.severities == std::vector<std::string>{"SEV1", "SEV2", "SEV3", "SEV4", "SEV5"});
}

}  // namespace pmsite
