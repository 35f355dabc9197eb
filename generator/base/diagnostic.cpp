// SPDX-License-Identifier: MIT
#include "base/diagnostic.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>
#include <utility>

namespace pmsite {

std::string_view level_name(Level level) {
  constexpr std::string_view kNames[] = {"error", "warning", "note"};
  return kNames[static_cast<std::size_t>(level)];
}

Span span_on_line(int line, int column, std::size_t length) {
  return {{line, column}, {line, column + static_cast<int>(length)}};
}

void Diagnostics::add(Diagnostic diagnostic) {
  assert(diagnostic.rule != nullptr && "a diagnostic needs its rule");
  assert(diagnostic.at.begin.line > 0 && "a diagnostic needs its line");
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics other) {
  std::move(other.items_.begin(), other.items_.end(), std::back_inserter(items_));
}

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.level() == Level::error; });
}

int Diagnostics::count(Level level) const {
  const auto distinct = sorted();
  return static_cast<int>(
      std::count_if(distinct.begin(), distinct.end(),
                    [level](const Diagnostic& diagnostic) { return diagnostic.level() == level; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const auto key = [](const Diagnostic& d) { return std::tie(d.file, d.at, d.rule->id, d.message); };
  std::vector<Diagnostic> result = items_;
  std::stable_sort(result.begin(), result.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  result.erase(std::unique(result.begin(), result.end(),
                           [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
               result.end());
  return result;
}

FileReporter::FileReporter(std::string file, Diagnostics& diagnostics)
    : file_(std::move(file)), diagnostics_(diagnostics) {}

void FileReporter::report(const Rule& rule, Span at, std::string message, std::string help) const {
  diagnostics_.add({&rule, file_, at, std::move(message), std::move(help)});
}

void FileReporter::advise(const Rule& rule, Span at, std::string message, std::string help) const {
  diagnostics_.add({&rule, file_, at, std::move(message), std::move(help), true});
}

}  // namespace pmsite
