// SPDX-License-Identifier: MIT
#include "cli/interpreter.hpp"

#include "base/source.hpp"
#include "base/spelling.hpp"
#include "base/time.hpp"
#include "model/profile.hpp"
#include "read/config_reader.hpp"
#include "read/content_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

/// In the order of `Format`.
constexpr std::array<std::string_view, 4> kFormats = {"human", "json", "github", "sarif"};
/// Verbs whose answer is a text of their own, and no diagnostics.
constexpr std::array<std::string_view, 3> kTellingVerbs = {"review", "rules", "explain"};

/// The nearest folder at or above `start` that holds pmsite.yaml; `start` itself if there is none.
fs::path find_root(const fs::path& start) {
  for (fs::path folder = start;; folder = folder.parent_path()) {
    std::error_code ignored;
    if (fs::exists(folder / kConfigFile, ignored)) return folder;
    if (folder == folder.parent_path()) return start;
  }
}

std::optional<UtcTime> parse_now(const std::string& text) {
  if (const auto date = parse_date(text)) return instant_at(*date, {}, std::chrono::minutes{0}).utc;
  if (const auto instant = parse_instant(text)) return instant->utc;
  return std::nullopt;
}

/// Keeps the first mistake as a sentence for the user.
class Interpreter {
 public:
  Interpreter(const RawOptions& raw, const Environment& environment) : raw_(raw), environment_(environment) {}

  Interpretation run() {
    read_root();
    read_output();
    read_format();
    read_profile();
    read_base_url();
    read_now();
    for (const auto& file : raw_.files) read_file_name(file);
    copy_flags();
    return std::move(result_);
  }

 private:
  void fail(std::string_view message, std::string_view help = {}) {
    if (result_.error.empty()) result_.error = usage_error(message, help);
  }

  fs::path absolute(const fs::path& path) const {
    return (environment_.working_folder / path).lexically_normal();
  }

  void copy_flags() {
    options_.quiet = raw_.quiet;
    options_.verbose = raw_.verbose;
    options_.strict = raw_.strict;
    options_.color = raw_.color == "always"  ? ColorChoice::always
                     : raw_.color == "never" ? ColorChoice::never
                                             : ColorChoice::automatic;
    options_.with_drafts = raw_.with_drafts;
    options_.with_future = raw_.with_future;
    options_.portable = raw_.portable;
    options_.with_cache = !raw_.without_cache;
    options_.jobs = raw_.jobs == 0 ? environment_.processors : raw_.jobs;
    options_.rule = raw_.rule;
  }

  void read_root() {
    fs::path& root = options_.root;
    root = raw_.root.empty() ? find_root(environment_.working_folder) : absolute(raw_.root);
    if (!root.has_filename() && root.has_parent_path()) root = root.parent_path();
    if (!fs::is_directory(root)) fail(fmt::format("`{}` is not a folder", raw_.root));
  }

  void read_output() {
    options_.output = raw_.output.empty() ? options_.root / "public" : absolute(raw_.output);
    if (!options_.output.has_filename()) options_.output = options_.output.parent_path();
    options_.output_name = raw_.output.empty() ? "public" : raw_.output;
  }

  void read_format() {
    const bool tells =
        std::find(kTellingVerbs.begin(), kTellingVerbs.end(), raw_.verb) != kTellingVerbs.end();
    const std::vector<std::string_view> known(kFormats.begin(),
                                              kFormats.begin() + (tells ? 2 : kFormats.size()));
    const auto found = std::find(known.begin(), known.end(), raw_.format);
    if (found != known.end()) {
      options_.format = static_cast<Format>(found - known.begin());
    } else if (std::find(kFormats.begin(), kFormats.end(), raw_.format) != kFormats.end()) {
      fail(fmt::format("`{}` has no format `{}`", raw_.verb, raw_.format), "use one of: human, json");
    } else {
      fail(fmt::format("`{}` is not a format", raw_.format), suggest(raw_.format, known));
    }
  }

  void read_profile() {
    options_.profile = raw_.profile;
    if (!raw_.profile.empty() && find_profile(raw_.profile) == nullptr)
      fail(fmt::format("`{}` is not a profile", raw_.profile), did_you_mean(raw_.profile, profile_names()));
  }

  void read_base_url() {
    options_.base_url = normalized_base_url(raw_.base_url);
    // A workflow may pass an empty address on; then the configuration's counts.
    if (!raw_.base_url.empty() && options_.base_url.empty())
      fail(fmt::format("`{}` is not an http or https address", raw_.base_url),
           "write it as https://host/path/");
  }

  void read_now() {
    const auto now = raw_.now.empty() ? environment_.now : parse_now(raw_.now);
    if (!now)
      fail(fmt::format("`{}` is neither a date nor a time", raw_.now),
           "write it as 2026-03-04 or 2026-03-04T10:12:00Z");
    options_.now = now.value_or(environment_.now);
  }

  void read_file_name(const std::string& file) {
    const fs::path path = absolute(file);
    if (!fs::exists(fs::symlink_status(path))) fail(fmt::format("there is no file `{}`", file));
    // Both as the disk knows them, or a link on the way would make two names of one file.
    std::error_code ignored;
    const fs::path real = fs::weakly_canonical(path.parent_path(), ignored) / path.filename();
    const fs::path root = fs::weakly_canonical(options_.root, ignored);
    options_.files.push_back(real.lexically_relative(root).generic_string());
    options_.file_names.push_back(file);
  }

  const RawOptions& raw_;
  const Environment& environment_;
  Interpretation result_;
  Options& options_ = result_.options;
};

}  // namespace

Interpretation interpret(const RawOptions& raw, const Environment& environment) {
  return Interpreter(raw, environment).run();
}

std::string usage_error(std::string_view message, std::string_view help) {
  std::string text = fmt::format("error: {}\n", printable(message));
  if (!help.empty()) text += fmt::format("  = help: {}\n", help);
  return text;
}

}  // namespace pmsite
