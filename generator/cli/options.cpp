// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include "base/source.hpp"
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "model/profile.hpp"
#include "read/config_reader.hpp"
#include "read/content_reader.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

constexpr int kMostJobs = 256;

/// The texts of a command line before they mean anything.
struct RawOptions {
  std::string root, color = "auto", profile;
  bool quiet = false, strict = false;
  std::string output, base_url, now;
  bool with_drafts = false, with_future = false, portable = false;
  int jobs = 0;
  std::vector<std::string> files;
};

constexpr std::string_view kFooter =
    "Exit status: 0 done; 1 the content has errors; 2 wrong usage or configuration;\n"
    "70 a bug in pmsite; 74 the disk or the system failed. On 1, 2 and 74 the output\n"
    "folder is as it was.\n";

void add_global_options(CLI::App& app, RawOptions& raw) {
  app.add_option("-C", raw.root, "Root of the site (default: the nearest parent with pmsite.yaml)")
      ->type_name("DIR");
  app.add_option("--profile", raw.profile,
                 "What a post must hold: alx, learning or sre (default: as configured)")
      ->type_name("NAME");
  app.add_flag("--strict", raw.strict, "Warnings fail");
  app.add_flag("-q,--quiet", raw.quiet, "Print diagnostics and errors only");
  app.add_option("--color", raw.color, "Colour: auto, always or never")
      ->check(CLI::Validator(CLI::IsMember({"auto", "always", "never"})).description(""))
      ->type_name("WHEN");
}

void add_build(CLI::App& app, RawOptions& raw) {
  CLI::App* build = app.add_subcommand("build", "Make the site");
  build->add_option("-o,--output", raw.output, "Folder to write to (default: public below the root)")
      ->type_name("DIR");
  build->add_option("-u,--base-url", raw.base_url, "Address of the finished site, for feeds and the sitemap")
      ->type_name("URL");
  build->add_flag("--drafts", raw.with_drafts, "Include drafts and posts in review");
  build->add_flag("--future", raw.with_future, "Include posts whose date of publication is yet to come");
  build->add_flag("--portable", raw.portable,
                  "Links name index.html, so that the folder reads from a disk or a zip");
  build->add_option("--now", raw.now, "Build as if it were this time (RFC 3339, or a date)")
      ->type_name("TIME");
  build->add_option("-j,--jobs", raw.jobs, "Threads and layout processes (default: one a processor)")
      ->check(CLI::Validator(CLI::Range(1, kMostJobs)).description(""))
      ->type_name("N");
}

void add_check(CLI::App& app, RawOptions& raw) {
  CLI::App* check = app.add_subcommand("check", "Read and validate; touch no output");
  check->add_option("files", raw.files, "Posts to report on (default: the whole site)")->type_name("FILE");
}

/// The nearest folder at or above `start` that holds pmsite.yaml; `start` itself if there is none.
fs::path find_root(const fs::path& start) {
  for (fs::path folder = start;; folder = folder.parent_path()) {
    std::error_code ignored;
    if (fs::exists(folder / kConfigFile, ignored)) return folder;
    if (folder == folder.parent_path()) return start;
  }
}

std::string usage_error(std::string_view message, std::string_view help) {
  std::string text = fmt::format("error: {}\n", printable(message));
  if (!help.empty()) text += fmt::format("  = help: {}\n", help);
  return text;
}

std::optional<UtcTime> parse_now(const std::string& text) {
  if (const auto date = parse_date(text)) return instant_at(*date, {}, std::chrono::minutes{0}).utc;
  if (const auto instant = parse_instant(text)) return instant->utc;
  return std::nullopt;
}

/// Gives the texts their meaning; an error is a sentence for the user.
class Interpreter {
 public:
  Interpreter(const RawOptions& raw, const Environment& environment) : raw_(raw), environment_(environment) {}

  Options options;
  std::string error;

  void interpret() {
    read_root();
    read_output();
    read_values();
    for (const auto& file : raw_.files) read_file_name(file);
  }

 private:
  void fail(std::string_view message, std::string_view help = {}) {
    if (error.empty()) error = usage_error(message, help);
  }

  fs::path absolute(const fs::path& path) const {
    return (environment_.working_folder / path).lexically_normal();
  }

  void read_root() {
    options.root = raw_.root.empty() ? find_root(environment_.working_folder) : absolute(raw_.root);
    if (!options.root.has_filename() && options.root.has_parent_path())
      options.root = options.root.parent_path();
    if (!fs::is_directory(options.root)) fail(fmt::format("`{}` is not a folder", raw_.root));
  }

  void read_output() {
    options.output = raw_.output.empty() ? options.root / "public" : absolute(raw_.output);
    if (!options.output.has_filename()) options.output = options.output.parent_path();
    options.output_name = raw_.output.empty() ? "public" : raw_.output;
  }

  void read_values() {
    options.quiet = raw_.quiet;
    options.strict = raw_.strict;
    options.color = raw_.color == "always"  ? ColorChoice::always
                    : raw_.color == "never" ? ColorChoice::never
                                            : ColorChoice::automatic;
    options.profile = raw_.profile;
    if (!raw_.profile.empty() && find_profile(raw_.profile) == nullptr)
      fail(fmt::format("`{}` is not a profile", raw_.profile), did_you_mean(raw_.profile, profile_names()));
    options.base_url = normalized_base_url(raw_.base_url);
    // A workflow may pass an empty address on; then the configuration's counts.
    if (!raw_.base_url.empty() && options.base_url.empty())
      fail(fmt::format("`{}` is not an http or https address", raw_.base_url),
           "write it as https://host/path/");
    options.with_drafts = raw_.with_drafts;
    options.with_future = raw_.with_future;
    options.portable = raw_.portable;
    options.jobs = raw_.jobs == 0 ? environment_.processors : raw_.jobs;
    const auto now = raw_.now.empty() ? environment_.now : parse_now(raw_.now);
    if (!now)
      fail(fmt::format("`{}` is neither a date nor a time", raw_.now),
           "write it as 2026-03-04 or 2026-03-04T10:12:00Z");
    options.now = now.value_or(environment_.now);
  }

  void read_file_name(const std::string& file) {
    const fs::path path = absolute(file);
    if (!fs::exists(fs::symlink_status(path))) fail(fmt::format("there is no file `{}`", file));
    // Both as the disk knows them, or a link on the way would make two names of one file.
    std::error_code ignored;
    const fs::path real = fs::weakly_canonical(path.parent_path(), ignored) / path.filename();
    const fs::path root = fs::weakly_canonical(options.root, ignored);
    options.files.push_back(real.lexically_relative(root).generic_string());
  }

  const RawOptions& raw_;
  const Environment& environment_;
};

/// Everything that may stand where `word` stands: verbs, or the options of all verbs.
std::vector<std::string> known_words(const CLI::App& app, std::string_view word) {
  std::vector<std::string> known;
  if (!word.starts_with('-')) {
    for (const CLI::App* verb : app.get_subcommands({})) known.push_back(verb->get_name());
    return known;
  }
  const auto add_options = [&known](const CLI::App& of) {
    for (const CLI::Option* option : of.get_options())
      for (const auto& name : option->get_lnames()) known.push_back("--" + name);
  };
  add_options(app);
  for (const CLI::App* verb : app.get_subcommands({})) add_options(*verb);
  return known;
}

/// The verb that has an option of this name; empty if none has.
std::string owner_of_option(const CLI::App& app, const std::string& word) {
  for (const CLI::App* verb : app.get_subcommands({}))
    for (const CLI::Option* option : verb->get_options())
      if (option->check_name(word)) return verb->get_name();
  return {};
}

/// What CLI11 found wrong, in our words: it does not say which verb or option was meant.
std::string explain(const CLI::ParseError& fault, const CLI::App& app) {
  constexpr std::string_view kHelp =
      "`pmsite --help` lists the verbs, `pmsite VERB --help` the options of one";
  const std::vector<std::string> extras = app.remaining(true);
  const auto option = std::find_if(extras.begin(), extras.end(),
                                   [](const std::string& word) { return word.starts_with('-'); });
  if (!extras.empty()) {
    const std::string& word = option != extras.end() ? *option : extras.front();
    if (!word.starts_with('-') && !app.get_subcommands().empty())
      return usage_error(fmt::format("`{}` was not expected", word), kHelp);
    if (const std::string owner = owner_of_option(app, word); !owner.empty())
      return usage_error(fmt::format("`{}` is an option of `{}`", word, owner), kHelp);
    const auto known = known_words(app, word);
    const std::string suggestion = did_you_mean(word, {known.begin(), known.end()});
    return usage_error(fmt::format("`{}` is not {}", word, word.starts_with('-') ? "an option" : "a verb"),
                       suggestion.empty() ? kHelp : suggestion);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr)
    return usage_error("a verb is needed", kHelp);
  std::string message = fault.what();
  if (!message.empty() && !message.starts_with('-')) message[0] = to_lower(message.substr(0, 1))[0];
  return usage_error(message, kHelp);
}

ParsedCommandLine parse_failure(const CLI::ParseError& fault, const CLI::App& app) {
  ParsedCommandLine parsed;
  if (fault.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    parsed.out = app.help();
    for (const CLI::App* verb : app.get_subcommands()) parsed.out = verb->help("pmsite");
    return parsed;
  }
  parsed.error = explain(fault, app);
  parsed.exit_status = exit_status::kUsage;
  return parsed;
}

}  // namespace

ParsedCommandLine parse_command_line(const std::vector<std::string>& arguments,
                                     const Environment& environment) {
  CLI::App app("Turns postmortems written in Markdown into a blog", "pmsite");
  app.footer(std::string(kFooter));
  app.require_subcommand(1);
  app.fallthrough();
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.get_formatter()->column_width(24);
  RawOptions raw;
  add_global_options(app, raw);
  add_build(app, raw);
  add_check(app, raw);
  app.add_subcommand("version", "Print the version");
  for (CLI::App* verb : app.get_subcommands({})) verb->group("Verbs");
  app.set_version_flag("--version", [] { return std::string(); });
  try {
    app.parse(
        std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the end
  } catch (const CLI::CallForVersion&) {
    ParsedCommandLine parsed;
    parsed.verb = Verb::version;
    return parsed;
  } catch (const CLI::ParseError& fault) {
    return parse_failure(fault, app);
  }
  ParsedCommandLine parsed;
  Interpreter interpreter(raw, environment);
  interpreter.interpret();
  parsed.options = std::move(interpreter.options);
  parsed.error = interpreter.error;
  if (!parsed.error.empty()) {
    parsed.exit_status = exit_status::kUsage;
    return parsed;
  }
  const std::map<std::string_view, Verb> verbs = {
      {"build", Verb::build}, {"check", Verb::check}, {"version", Verb::version}};
  parsed.verb = verbs.at(app.get_subcommands().front()->get_name());
  return parsed;
}

}  // namespace pmsite
