// SPDX-License-Identifier: MIT
#include "render/code_yaml.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("keys of YAML are names, quoted or not, behind marks of a list or not") {
  CHECK(marked("yaml", "a: b\n- c: d\n- - e\n\"f g\": h\nwith space: i\n<<: *j\n") ==
        "«n a»: b\n- «n c»: d\n- - e\n«n \"f g\"»: h\n«n with space»: i\n«n <<»: «n *j»\n");
  CHECK(marked("yaml", "---\na:\n  b:\n...\n") == "---\n«n a»:\n  «n b»:\n...\n");
}

TEST_CASE("a colon inside of a word ends no key, and // begins no comment") {
  CHECK(marked("yaml", "url: http://x//y#z # why\n- http://x\n") ==
        "«n url»: http://x//y#z «c # why»\n- http://x\n");
}

TEST_CASE("a value is a number or a constant only as a whole") {
  CHECK(marked("yaml", "a: 500m\nb: 1.2.3\nc: 10.0.0.1:80\nd: 5 of 6\ne: -0.5 # f\n") ==
        "«n a»: «m 500m»\n«n b»: 1.2.3\n«n c»: 10.0.0.1:80\n«n d»: 5 of 6\n«n e»: «m -0.5» «c # f»\n");
  CHECK(marked("yaml", "a: true\nb: true story\nc: ~\n- off\n") ==
        "«n a»: «k true»\n«n b»: true story\n«n c»: «k ~»\n- «k off»\n");
  CHECK(marked("yaml", "at: 2024-03-05T14:02:11Z") == "«n at»: «t 2024-03-05T14:02:11Z»");
}

TEST_CASE("quotes are of a string only where a value begins") {
  CHECK(marked("yaml", "a: 'it''s # b' # c\nd: don't \"x\"\ne: \"f \\\" g\"\n") ==
        "«n a»: «s 'it''s # b'» «c # c»\n«n d»: don't \"x\"\n«n e»: «s \"f \\\" g\"»\n");
}

TEST_CASE("a string goes on on deeper lines, and ends with the last of them") {
  CHECK(marked("yaml", "a: \"b\n  c: # d\"\ne: f\n") == "«n a»: «s \"b\n  c: # d\"»\n«n e»: f\n");
  CHECK(marked("yaml", "a: 'b\nc: 'd'\n") == "«n a»: 'b\n«n c»: «s 'd'»\n");
}

TEST_CASE("a block scalar takes the lines that are deeper than its key") {
  CHECK(marked("yaml", "a: |\n  # b\n\n  c: d\ne: f\n") == "«n a»: |\n«s   # b\n\n  c: d\n»«n e»: f\n");
  CHECK(marked("yaml", "- a: >-  # why\n    b\n  c: d\n") ==
        "- «n a»: >-  «c # why»\n«s     b\n»  «n c»: d\n");
  CHECK(marked("yaml", "- |2\n  b\n- c\n") == "- |2\n«s   b\n»- c\n");
  CHECK(marked("yaml", "a: | b\n  c: d\n") == "«n a»: | b\n  «n c»: d\n");
}

TEST_CASE("anchors, aliases and types stand before the value") {
  CHECK(marked("yaml", "a: &b c\nd: *b\ne: !!str 5\nf: a & b * c ! d\n") ==
        "«n a»: «n &b» c\n«n d»: «n *b»\n«n e»: «k !!str» «m 5»\n«n f»: a & b * c ! d\n");
}

TEST_CASE("brackets hold members, over many lines") {
  CHECK(marked("yaml", "a: {b: 1, \"c\": 'd', e: [x, 2,\n  true]} # f\ng: h\n") ==
        "«n a»: {«n b»: «m 1», «n \"c\"»: «s 'd'», «n e»: [x, «m 2»,\n  «k true»]} «c # f»\n«n g»: h\n");
  CHECK(marked("yaml", "a: {{ .Values.b }}\nc: d}]\ne: f\n") ==
        "«n a»: {{ .Values.b }}\n«n c»: d}]\n«n e»: f\n");
}

}  // namespace pmsite
