// SPDX-License-Identifier: MIT
#include "base/html.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("the five characters that HTML gives a meaning become entities") {
  CHECK(escape_html(R"(<a href="x" title='y'>&amp;</a>)") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
}

TEST_CASE("everything else is left as it is") {
  CHECK(escape_html("").empty());
  CHECK(escape_html("pl\xC3\xA4in `text` = / \n\t") == "pl\xC3\xA4in `text` = / \n\t");
  CHECK(escape_html(std::string_view("\x01\x02\0x", 4)) == std::string("\x01\x02\0x", 4));
}

TEST_CASE("escaped text is added to what is there") {
  std::string out = "<b>";
  append_escaped(out, "a<b");
  append_escaped(out, "&");
  CHECK(out == "<b>a&lt;b&amp;");
}

}  // namespace pmsite
