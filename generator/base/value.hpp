// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pmsite {

/// Data for a reader outside the program: what a template shows and what JSON says. A tree of plain values.
class Value {
 public:
  using List = std::vector<Value>;
  using Object = std::vector<std::pair<std::string, Value>>;  ///< in the order it was written

  Value() = default;
  Value(bool flag) : data_(flag) {}
  Value(std::int64_t number) : data_(number) {}
  Value(int number) : data_(std::int64_t{number}) {}
  Value(double number) : data_(number) {}
  Value(std::string text) : data_(std::move(text)) {}
  Value(std::string_view text) : data_(std::string(text)) {}
  Value(const char* text) : data_(std::string(text)) {}
  Value(List items) : data_(std::move(items)) {}
  Value(Object members) : data_(std::move(members)) {}

  /// One of: null, bool, whole number, number, text, list, object.
  const auto& data() const { return data_; }

  template <class T> const T* get_if() const { return std::get_if<T>(&data_); }

  /// The member `key` of an object; null where there is none.
  const Value* find(std::string_view key) const {
    const auto* members = get_if<Object>();
    if (members == nullptr) return nullptr;
    for (const auto& [name, value] : *members)
      if (name == key) return &value;
    return nullptr;
  }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object> data_;
};

}  // namespace pmsite
