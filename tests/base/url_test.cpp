// SPDX-License-Identifier: MIT
#include "base/url.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("web addresses, mail addresses, paths and anchors may be linked") {
  for (const std::string url :
       {"https://example.org/a?b=c#d", "HTTP://example.org", "mailto:ops@example.org", "../x/", "/a/b",
        "#top", "?q=a:b", "", "a.png", "path/with:colon", "#a:b", "./javascript:x"}) {
    CAPTURE(url);
    CHECK(is_allowed_url(url));
  }
}

TEST_CASE("every other scheme is refused") {
  for (const std::string url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
                                "vbscript:x", "blob:x", "file:///etc/passwd", "ftp://example.org",
                                "http:example.org", "https:", "https:/x", "view-source:x", "x:", ":x"}) {
    CAPTURE(url);
    CHECK_FALSE(is_allowed_url(url));
  }
}

TEST_CASE("control characters and blanks do not hide a scheme") {
  for (const std::string url :
       {" javascript:x", "\tjavascript:x", "java\tscript:x", "java\nscript:x", "java\r\nscript:x",
        "\x01javascript:x", "javascript\t:x", "java\x7Fscript:x", " \x1F data:x"}) {
    CAPTURE(url);
    CHECK_FALSE(is_allowed_url(url));
  }
  CHECK_FALSE(is_allowed_url(std::string_view("\0javascript:x", 13)));
}

TEST_CASE("addresses that leave the site without naming a scheme are refused") {
  for (const std::string url : {"//example.org", "\\\\example.org", "/\\example.org", "\\/example.org",
                                "/\t/example.org", " //example.org", "\n/\\example.org"}) {
    CAPTURE(url);
    CHECK_FALSE(is_allowed_url(url));
  }
}

TEST_CASE("an absolute address names a host of the web") {
  CHECK(is_absolute_url("http://a"));
  CHECK(is_absolute_url("HTTPS://a"));
  for (const std::string url :
       {"", "http", "https:/a", "//a", "mailto:a@b", "ftp://a", " http://a", "/http://a"}) {
    CAPTURE(url);
    CHECK_FALSE(is_absolute_url(url));
  }
}

TEST_CASE("what an address cannot carry is percent-encoded") {
  CHECK(percent_encode("https://e.org/a b\"<>\\^`{|}") == "https://e.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D");
  CHECK(percent_encode("/\xC3\xBC\n\x7F") == "/%C3%BC%0A%7F");
}

TEST_CASE("what is encoded already, and what has a meaning, stays") {
  CHECK(percent_encode("/a%20b?c=d&e='f'#g[h]~!$()*+,;:@") == "/a%20b?c=d&e='f'#g[h]~!$()*+,;:@");
  CHECK(percent_encode("").empty());
}

TEST_CASE("a path is encoded whole, with what has a meaning in an address") {
  CHECK(encode_path("assets/50% of #1?.png") == "assets/50%25%20of%20%231%3F.png");
  CHECK(encode_path("\xC3\xBC/a-b_c.d~") == "%C3%BC/a-b_c.d~");
  CHECK(percent_decode(encode_path("a b/%41#\xC3\xBC?")) == "a b/%41#\xC3\xBC?");
}

TEST_CASE("a path is decoded once, and what is no code stays") {
  CHECK(percent_decode("a%20b%2Fc%c3%bc") == "a b/c\xC3\xBC");
  CHECK(percent_decode("%2541") == "%41");
  for (const std::string plain : {"", "100%", "%", "%4", "%zz", "%+1", "%-1", "% 1", "%0x"}) {
    CAPTURE(plain);
    CHECK(percent_decode(plain) == plain);
  }
}

TEST_CASE("a page links to others by the shortest way") {
  CHECK(relative_url("posts/x/", "tags/y/") == "../../tags/y/");
  CHECK(relative_url("", "posts/x/") == "posts/x/");
  CHECK(relative_url("posts/x/", "") == "../../");
  CHECK(relative_url("posts/x/", "posts/y/") == "../y/");
  CHECK(relative_url("posts/x/", "posts/") == "../");
  CHECK(relative_url("posts/", "posts/x/a.svg") == "x/a.svg");
}

TEST_CASE("folders that only begin alike are not the same folder") {
  CHECK(relative_url("posts/x/", "posts/xy/") == "../xy/");
  CHECK(relative_url("posts/xy/", "posts/x/") == "../x/");
}

TEST_CASE("a page's folder counts, whether or not its file is named") {
  CHECK(relative_url("posts/x/index.html", "posts/x/a.svg") == "a.svg");
  CHECK(relative_url("index.html", "site.css") == "site.css");
  CHECK(relative_url("404.html", "") == "./");
}

TEST_CASE("a page links to itself") {
  CHECK(relative_url("posts/x/", "posts/x/") == "./");
  CHECK(relative_url("", "") == "./");
}

TEST_CASE("a link with a host or a mail address leaves the site") {
  for (const auto* url : {"https://example.org/a", "mailto:a@example.org", "tel:1"}) CHECK(leaves_site(url));
  for (const auto* url : {"/posts/a/", "a.md", "#at-10:12", "?a:b", "a/b:c"}) CHECK_FALSE(leaves_site(url));
}

}  // namespace pmsite
