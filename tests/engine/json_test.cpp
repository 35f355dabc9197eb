// SPDX-License-Identifier: MIT
#include "engine/json.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace pmsite {

TEST_CASE("JSON keeps the order of members") {
  CHECK(to_json(Value::Object{{"z", 1}, {"a", Value::List{true, Value(), "x"}}}) ==
        R"({"z":1,"a":[true,null,"x"]})");
}

TEST_CASE("what is written as JSON is read back the same") {
  const Value value = Value::Object{{"text", "tab\t quote\" \x01 ü 🚀"},
                                    {"whole", std::numeric_limits<std::int64_t>::min()},
                                    {"number", 0.1},
                                    {"flag", false},
                                    {"empty list", Value::List{}},
                                    {"empty object", Value::Object{}},
                                    {"nothing", Value()}};
  const auto again = parse_json(to_json(value));
  REQUIRE(again);
  CHECK(to_json(*again) == to_json(value));
  CHECK(*again->find("number")->get_if<double>() == 0.1);
  CHECK(*again->find("text")->get_if<std::string>() == "tab\t quote\" \x01 ü 🚀");
}

TEST_CASE("pretty JSON is indented and ends with a line feed") {
  CHECK(to_pretty_json(Value::Object{{"a", 1}}) == "{\n  \"a\": 1\n}\n");
}

TEST_CASE("bytes that are not UTF-8 are replaced in JSON") {
  CHECK(to_json("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
}

TEST_CASE("numbers that JSON cannot say become null") {
  CHECK(to_json(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("whole numbers beyond 64 bits are read as numbers") {
  const auto value = parse_json("18446744073709551615");
  REQUIRE(value);
  CHECK(*value->get_if<double>() == 18446744073709551615.0);
}

TEST_CASE("text that is not JSON is an error that names the byte") {
  CHECK(parse_json("[1,").error().message == "not JSON at byte 4");
  CHECK(parse_json("").error().message == "not JSON at byte 1");
  CHECK_FALSE(parse_json("{} {}"));
  CHECK_FALSE(parse_json("\"\xFF\""));
}

TEST_CASE("JSON nested too deeply is refused, not followed") {
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
  CHECK_FALSE(parse_json(std::string(100'000, '[') + std::string(100'000, ']')));
  CHECK(parse_json(std::string(100, '[') + std::string(100, ']')));
}

}  // namespace pmsite
