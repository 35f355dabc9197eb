// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "cli/interpreter.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

constexpr int kMostJobs = 256;

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
  app.add_flag("-v,--verbose", raw.verbose, "Print notes too; with build, what was done about diagrams");
  app.add_option("--format", raw.format, "How diagnostics are told: human, json, github or sarif")
      ->type_name("FORMAT");
  app.add_option("--color", raw.color, "Colour: auto, always or never")
      ->check(CLI::Validator(CLI::IsMember({"auto", "always", "never"})).description(""))
      ->type_name("WHEN");
}

void add_no_cache(CLI::App& verb, RawOptions& raw) {
  verb.add_flag("--no-cache", raw.without_cache, "Draw every diagram anew; keep nothing in .pmsite-cache");
}

void add_build(CLI::App& build, RawOptions& raw) {
  build.add_option("-o,--output", raw.output, "Folder to write to (default: public below the root)")
      ->type_name("DIR");
  build.add_option("-u,--base-url", raw.base_url, "Address of the finished site, for feeds and the sitemap")
      ->type_name("URL");
  build.add_flag("--drafts", raw.with_drafts, "Include drafts and posts in review");
  build.add_flag("--future", raw.with_future, "Include posts whose date of publication is yet to come");
  build.add_flag("--portable", raw.portable,
                 "Links name index.html, so that the folder reads from a disk or a zip");
  build.add_option("--now", raw.now, "Build as if it were this time (RFC 3339, or a date)")
      ->type_name("TIME");
  build.add_option("-j,--jobs", raw.jobs, "Threads and layout processes (default: one a processor)")
      ->check(CLI::Validator(CLI::Range(1, kMostJobs)).description(""))
      ->type_name("N");
  add_no_cache(build, raw);
}

void add_check(CLI::App& check, RawOptions& raw) {
  check.add_option("files", raw.files, "Posts to report on (default: the whole site)")->type_name("FILE");
  add_no_cache(check, raw);
}

void add_review(CLI::App& review, RawOptions& raw) {
  review.add_option("files", raw.files, "Postmortems in Markdown, with front matter or without")
      ->type_name("FILE")
      ->required();
}

void add_explain(CLI::App& explain, RawOptions& raw) {
  explain.add_option("rule", raw.rule, "A rule, as diagnostics name it")->type_name("RULE")->required();
}

/// A verb as the help shows it, and its own options.
struct VerbRow {
  Verb verb;
  const char* name;
  const char* description;
  void (*add_options)(CLI::App&, RawOptions&);
};

constexpr VerbRow kVerbs[] = {
    {Verb::build, "build", "Make the site", add_build},
    {Verb::check, "check", "Read and validate; touch no output", add_check},
    {Verb::review, "review", "Say what a postmortem still lacks", add_review},
    {Verb::rules, "rules", "List the rules that diagnostics name", nullptr},
    {Verb::explain, "explain", "Say why a rule exists, with a wrong and a right example", add_explain},
    {Verb::schema, "schema", "Print the JSON Schema of the front matter, for editors", nullptr},
    {Verb::version, "version", "Print the version", nullptr},
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

/// What is missing: a verb, or what the verb works on.
std::string explain_missing(const CLI::App& app, std::string_view help) {
  if (app.get_subcommands().empty()) return usage_error("a verb is needed", help);
  const CLI::App* verb = app.get_subcommands().front();
  for (const CLI::Option* option : verb->get_options())
    if (option->get_required())
      return usage_error(fmt::format("`{}` needs a {}", verb->get_name(), option->get_type_name()),
                         fmt::format("`pmsite {} --help` tells more", verb->get_name()));
  return usage_error("something is missing", help);
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
  if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr) return explain_missing(app, kHelp);
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

void set_up(CLI::App& app, RawOptions& raw) {
  app.footer(std::string(kFooter));
  app.require_subcommand(1);
  app.fallthrough();
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.get_formatter()->column_width(24);
  add_global_options(app, raw);
  for (const auto& row : kVerbs) {
    CLI::App* verb = app.add_subcommand(row.name, row.description)->group("Verbs");
    if (row.add_options != nullptr) row.add_options(*verb, raw);
  }
  app.set_version_flag("--version", [] { return std::string(); });
}

}  // namespace

ParsedCommandLine parse_command_line(const std::vector<std::string>& arguments,
                                     const Environment& environment) {
  CLI::App app("Turns postmortems written in Markdown into a blog", "pmsite");
  RawOptions raw;
  set_up(app, raw);
  ParsedCommandLine parsed;
  try {
    app.parse(
        std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the end
  } catch (const CLI::CallForVersion&) {
    parsed.verb = Verb::version;
    return parsed;
  } catch (const CLI::ParseError& fault) {
    return parse_failure(fault, app);
  }
  raw.verb = app.get_subcommands().front()->get_name();
  auto [options, error] = interpret(raw, environment);
  parsed.options = std::move(options);
  parsed.error = std::move(error);
  if (!parsed.error.empty()) {
    parsed.exit_status = exit_status::kUsage;
    return parsed;
  }
  for (const auto& row : kVerbs)
    if (raw.verb == row.name) parsed.verb = row.verb;
  return parsed;
}

}  // namespace pmsite
