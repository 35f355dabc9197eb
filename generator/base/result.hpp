// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace pmsite {

/// The world failed: a disk, a process, a missing folder. `message` stands alone: it names the path or the
/// program and the reason.
struct Error {
  std::string message;
};

/// A value, or the reason why there is none. Reads like std::expected, which g++ 12 lacks in C++20.
/// Dereferencing an error is a bug of ours and ends in std::bad_variant_access.
template <class T> class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const& { return std::get<0>(state_); }
  T& operator*() & { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// For functions that only succeed or fail: `return Done{};`.
struct Done {};

}  // namespace pmsite
