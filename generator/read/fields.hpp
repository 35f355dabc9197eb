// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "engine/yaml.hpp"
#include "model/vocabulary.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// Reads the values of a closed schema out of YAML. Whatever does not fit is reported at its own line and
/// column, and reading goes on with an empty value.
class FieldReader {
 public:
  explicit FieldReader(const FileReporter& reporter) : reporter_(reporter) {}

  /// Text that is not empty, of at most `longest` characters.
  Located<std::string> text(const yaml::Entry& entry, int longest = kLongestText) const;
  /// A list of texts; a single text is not a list.
  std::vector<Located<std::string>> texts(const yaml::Entry& entry) const;
  /// A number between `low` and `high`.
  std::optional<double> number(const yaml::Value& value, std::string_view key, double low, double high) const;
  /// RFC 3339 with `Z` or an offset.
  std::optional<Located<Instant>> instant(const yaml::Entry& entry) const;
  /// YYYY-MM-DD.
  std::optional<Date> date(const yaml::Entry& entry) const;
  /// Either; a date is its midnight in UTC.
  std::optional<Instant> date_or_instant(const yaml::Entry& entry) const;
  /// `http:` or `https:`.
  Located<std::string> url(const yaml::Entry& entry) const;
  /// Whether the value is a map; reported if not.
  bool is_map(const yaml::Entry& entry) const;
  /// The maps of a list of maps.
  std::vector<const yaml::Value*> maps(const yaml::Entry& entry) const;

  /// A word of a closed list.
  template <class Enum> std::optional<Enum> word(const yaml::Entry& entry) const {
    const auto written = text(entry);
    if (written.value.empty()) return std::nullopt;
    const auto value = parse_word<Enum>(written.value);
    if (!value) report_word(entry, written, candidates<Enum>());
    return value;
  }

  /// Reports every key of `map` that is not in `known`. Keys that begin with `x-` are left alone.
  void refuse_unknown(const yaml::Value& map, const std::vector<std::string_view>& known) const;
  /// Reports a key that must be there; `example` is a whole line that would do.
  void report_missing(Span at, std::string_view key, std::string_view example) const;
  void report(const Rule& rule, Span at, std::string message, std::string help = {}) const {
    reporter_.report(rule, at, std::move(message), std::move(help));
  }

  static constexpr int kLongestText = 10'000;  ///< characters

 private:
  void report_instant(const Located<std::string>& written) const;
  void report_type(std::string_view key, const yaml::Value& value, std::string_view wanted) const;
  void report_word(const yaml::Entry& entry, const Located<std::string>& written,
                   const std::vector<std::string_view>& known) const;

  const FileReporter& reporter_;
};

}  // namespace pmsite
