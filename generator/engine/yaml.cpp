// SPDX-License-Identifier: MIT
#include "engine/yaml.hpp"

#include "base/source.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

namespace pmsite::yaml {
namespace {

// yaml-cpp 0.7 accepts an unterminated quote and swallows the rest of the text. A last key of our own must
// survive.
constexpr std::string_view kSentinel = "__pmsite_end__";

/// Ends the parse after a fault from which there is no going on.
struct Abandoned {};

/// Builds the tree from yaml-cpp's events, which know the position of every key and have expanded nothing
/// yet.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(int first_line, const FileReporter& reporter) : first_line_(first_line), reporter_(reporter) {}

  Value root;
  bool saw_sentinel = false;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add({Kind::null, span(mark, 0), {}, false, {}, {}});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "an alias"); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_anchor(mark, anchor);
    // yaml-cpp calls a plain scalar "?" and a quoted one "!".
    if (!tag.empty() && tag != "?" && tag != "!") refuse_tag(mark, tag);
    const bool quoted = tag == "!";
    if (!quoted && (text.empty() || text == "~" || text == "null")) {
      add({Kind::null, span(mark, text.size()), {}, false, {}, {}});
    } else {
      add({Kind::scalar, span(mark, text.size() + (quoted ? 2 : 0)), without_controls(text), quoted, {}, {}});
    }
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Value value;
    std::optional<Located<std::string>> key;  ///< of a map: read, its value not yet
    bool drop_value = false;                  ///< the key was reported; its value has no place
  };

  Span span(const YAML::Mark& mark, std::size_t length) const {
    // A multi-line scalar is underlined to its first line's end at most; the printer cuts at the line.
    return span_on_line(first_line_ + mark.line, mark.column + 1, std::max<std::size_t>(length, 1));
  }

  /// YAML's own tags as authors write them: "!!int".
  [[noreturn]] void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    constexpr std::string_view kOwn = "tag:yaml.org,2002:";
    const bool own = tag.starts_with(kOwn);
    refuse(mark, "the tag `" + (own ? "!!" + tag.substr(kOwn.size()) : tag) + "`");
  }

  [[noreturn]] void refuse(const YAML::Mark& mark, const std::string& what) {
    reporter_.report(kYamlUnsupported, span(mark, 1), what + " is not supported here", "write the value out");
    throw Abandoned{};
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(mark, "an anchor");
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    if (!tag.empty() && tag != "?") refuse_tag(mark, tag);
    if (expects_key()) refuse(mark, "a list or map as a key");
    if (static_cast<int>(frames_.size()) >= kDeepestNesting) {
      reporter_.report(kYamlSyntax, span(mark, 1),
                       fmt::format("values are nested more than {} deep", kDeepestNesting));
      throw Abandoned{};
    }
    frames_.push_back({{kind, span(mark, 1), {}, false, {}, {}}, std::nullopt, false});
  }

  void close() {
    Value value = std::move(frames_.back().value);
    frames_.pop_back();
    add(std::move(value));
  }

  bool expects_key() const {
    return !frames_.empty() && frames_.back().value.kind == Kind::map && !frames_.back().key;
  }

  void add(Value value) {
    if (++nodes_ > kMostNodes) {
      reporter_.report(kYamlSyntax, value.at, fmt::format("more than {} values", kMostNodes));
      throw Abandoned{};
    }
    if (frames_.empty()) {
      root = std::move(value);
    } else if (frames_.back().value.kind == Kind::list) {
      frames_.back().value.items.push_back(std::move(value));
    } else if (expects_key()) {
      add_key(value);
    } else {
      add_value(std::move(value));
    }
  }

  void add_key(const Value& value) {
    Frame& frame = frames_.back();
    frame.key = Located<std::string>{value.text, value.at};
    if (value.text == "<<" && !value.quoted) {
      reporter_.report(kYamlUnsupported, value.at, "a merge key is not supported here", "write the keys out");
      frame.drop_value = true;
    }
    if (const Entry* first = frame.value.find(value.text)) {
      reporter_.report(kDuplicateKey, value.at,
                       fmt::format("`{}` is already set on line {}", value.text, first->key.at.begin.line),
                       "keep one of the two");
      frame.drop_value = true;
    }
  }

  void add_value(Value value) {
    Frame& frame = frames_.back();
    const bool top = frames_.size() == 1;
    if (top && frame.key->value == kSentinel) {
      saw_sentinel = true;
    } else if (!frame.drop_value) {
      // An empty value has no place of its own: yaml-cpp gives it that of whatever comes next.
      if (value.kind == Kind::null && value.text.empty()) value.at = frame.key->at;
      frame.value.entries.push_back({*std::move(frame.key), std::move(value)});
    }
    frame.key.reset();
    frame.drop_value = false;
  }

  int first_line_;
  const FileReporter& reporter_;
  std::vector<Frame> frames_;
  int nodes_ = 0;
};

constexpr std::string_view kTabMessage = "a tab indents this line; YAML wants spaces";

/// The first line up to `last` that a tab indents, from 0; -1 if there is none. yaml-cpp then complains of
/// other things.
int find_tab_indentation(std::string_view text, int last) {
  int number = 0;
  for (const auto line : split(text, '\n')) {
    const auto content = line.find_first_not_of(" \t");
    if (content != std::string_view::npos && line.substr(0, content).find('\t') != std::string_view::npos)
      return number;
    if (++number > last) break;
  }
  return -1;
}

/// yaml-cpp's own words speak of its scanner; these speak of the file.
std::string in_our_words(const std::string& message) {
  const std::pair<std::string_view, std::string_view> phrases[] = {
      {YAML::ErrorMsg::END_OF_MAP, "the map ends in the middle; check indentation and colons"},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, "a `{` is never closed"},
      {YAML::ErrorMsg::END_OF_SEQ, "the list ends in the middle; check indentation"},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a `[` is never closed"},
      {YAML::ErrorMsg::UNKNOWN_TOKEN, "a value may not begin with this character; put it in quotes"},
      {YAML::ErrorMsg::BLOCK_ENTRY, "a list may not begin here; check indentation"},
      {YAML::ErrorMsg::MAP_KEY,
       "a key may not stand here; check indentation and quote values that hold `: `"},
      {YAML::ErrorMsg::MAP_VALUE, "a value may not stand here; quote values that hold `: `"},
  };
  for (const auto& [theirs, ours] : phrases)
    if (message == theirs) return std::string(ours);
  return "this is not valid YAML (" + message + ")";
}

/// Reports what yaml-cpp stumbled over, at a line of the text: behind its end stands only our own key.
void report_fault(const YAML::Exception& fault, std::string_view text, int first_line,
                  const FileReporter& reporter) {
  const auto lines = split(text.substr(0, text.find_last_not_of('\n') + 1), '\n');
  const auto last = static_cast<int>(lines.size()) - 1;
  const int line = std::clamp(fault.mark.line, 0, last);
  const int column =
      fault.mark.line > last ? static_cast<int>(lines.back().size()) : std::max(0, fault.mark.column);
  const Span at = span_on_line(first_line + line, column + 1, 1);
  if (const int tab_line = find_tab_indentation(text, line); tab_line >= 0) {
    reporter.report(kYamlSyntax, span_on_line(first_line + tab_line, 1, 1), std::string(kTabMessage),
                    "indent with two spaces");
  } else if (fault.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR)) {
    reporter.report(kYamlUnsupported, at, "an alias is not supported here",
                    "write the value out, or put it in quotes");
  } else {
    reporter.report(kYamlSyntax, at, in_our_words(fault.msg));
  }
}

/// The lines of an open quote look like text. Reports where the value that swallowed the end begins.
void report_unfinished(const Value& root, int first_line, const FileReporter& reporter) {
  const Value* last = &root;
  while (last->kind == Kind::map || last->kind == Kind::list) {
    const Value* next = last->kind == Kind::map
                            ? (last->entries.empty() ? nullptr : &last->entries.back().value)
                            : (last->items.empty() ? nullptr : &last->items.back());
    if (next == nullptr) break;
    last = next;
  }
  const Span at = last->at.begin.line > 0 ? last->at : span_on_line(first_line, 1, 1);
  reporter.report(kYamlSyntax, at,
                  last->quoted ? "this quote is never closed" : "the YAML ends before the front matter does",
                  last->quoted ? "close the quote on the line it belongs to"
                               : "remove `...`, a second `---`, or an open bracket");
}

}  // namespace

const Entry* Value::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const Entry& entry) { return entry.key.value == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::optional<Value> parse(std::string_view text, int first_line, const FileReporter& reporter) {
  const Span top = span_on_line(first_line, 1, 1);
  if (text.size() > kLargestText) {
    reporter.report(kYamlSyntax, top, fmt::format("more than {} bytes of YAML", kLargestText));
    return std::nullopt;
  }
  std::istringstream input(fmt::format("{}\n{}: 1\n", text, kSentinel));
  TreeBuilder builder(first_line, reporter);
  try {
    YAML::Parser parser(input);
    parser.HandleNextDocument(builder);
  } catch (const Abandoned&) {
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    report_fault(fault, text, first_line, reporter);
    return std::nullopt;
  }
  if (!builder.saw_sentinel) {
    report_unfinished(builder.root, first_line, reporter);
    return std::nullopt;
  }
  builder.root.at = top;
  return std::move(builder.root);
}

}  // namespace pmsite::yaml
