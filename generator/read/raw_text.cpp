// SPDX-License-Identifier: MIT
#include "read/raw_text.hpp"

#include "base/text.hpp"
#include "read/raw_characters.hpp"
#include "read/raw_fences.hpp"
#include "read/raw_inline.hpp"
#include "read/raw_marks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

struct FileLine {
  int number = 0;
  std::string_view text;
};

std::vector<FileLine> lines_of(std::string_view text) {
  std::vector<FileLine> lines;
  for (const auto line : split(text, '\n')) {
    const auto without_return = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    lines.push_back({static_cast<int>(lines.size()) + 1, without_return});
  }
  return lines;
}

/// Leaves out the marks of a merge that was never finished; both versions stay.
void drop_conflict_marks(std::vector<FileLine>& lines) {
  bool in_conflict = false;
  std::erase_if(lines, [&](const FileLine& line) {
    const bool begins = line.text.starts_with("<<<<<<< ");
    const bool ends = line.text.starts_with(">>>>>>> ");
    const bool divides = in_conflict && (line.text == "=======" || line.text.starts_with("||||||| "));
    in_conflict = (in_conflict || begins) && !ends;
    return begins || ends || divides;
  });
}

bool looks_like_front_matter(std::string_view line) {
  const auto key = line.find_first_of(":=");
  return key != std::string_view::npos && key > 0 && key < 40 && (is_letter(line[0]) || line[0] == '"');
}

/// Cuts `---` ... `---` or `+++` ... `+++` off the top.
std::string take_front_matter(std::vector<FileLine>& lines) {
  const auto is_blank = [](const FileLine& line) { return trim(line.text).empty(); };
  const auto open = std::find_if_not(lines.begin(), lines.end(), is_blank);
  if (open == lines.end() || (trim(open->text) != "---" && trim(open->text) != "+++")) return {};
  const auto first = std::find_if_not(open + 1, lines.end(), is_blank);
  if (first == lines.end() || !looks_like_front_matter(first->text)) return {};
  const auto close = std::find_if(open + 1, lines.end(),
                                  [&](const FileLine& line) { return trim(line.text) == trim(open->text); });
  if (close == lines.end()) return {};
  std::string front_matter;
  for (auto line = open + 1; line != close; ++line) front_matter += std::string(line->text) + "\n";
  lines.erase(lines.begin(), close + 1);
  return front_matter;
}

/// A piece of a line between the tags that begin a new one.
struct Piece {
  std::string_view text;
  int heading = 0;
  bool bullet = false;
  bool summary = false;
};

/// Cuts a line at the tags of HTML that stand for line breaks, headings and list items.
class TagSplitter {
 public:
  std::vector<Piece> split(std::string_view line) {
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (auto at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
      const auto tag = line.substr(at + 1);
      if (!breaks(tag)) continue;
      const auto end = line.find('>', at);
      if (end == std::string_view::npos) break;
      add(pieces, line.substr(begin, at - begin));
      enter(tag);
      begin = end + 1;
      at = end;
    }
    add(pieces, line.substr(begin));
    if (pieces.size() > 1 && trim(pieces[0].text).empty()) pieces.erase(pieces.begin());
    return pieces;
  }

  /// A heading ends with its paragraph even where its closing tag was forgotten.
  void blank_line() { next_ = {}; }

 private:
  static std::string name_of(std::string_view tag) {
    std::size_t length = tag.starts_with('/') ? 1 : 0;
    while (length < tag.size() && length < 12 && (is_letter(tag[length]) || is_digit(tag[length]))) ++length;
    return to_lower(tag.substr(0, length));
  }

  static bool breaks(std::string_view tag) {
    constexpr std::string_view kBreaking =
        " br p div ul ol li tr table thead tbody hr h1 h2 h3 h4 h5 h6 center dd dt dl summary details ";
    std::string name = name_of(tag);
    if (name.starts_with('/')) name.erase(0, 1);
    return !name.empty() && kBreaking.find(" " + name + " ") != std::string_view::npos;
  }

  void enter(std::string_view tag) {
    const std::string name = name_of(tag);
    const bool heading = name.size() >= 2 && name[name.size() - 2] == 'h' && is_digit(name.back());
    if (heading) next_.heading = name[0] == '/' ? 0 : name.back() - '0';
    if (name == "li" || name == "/li") next_.bullet = name[0] != '/';
    if (name == "summary" || name == "/summary") next_.summary = name[0] != '/';
  }

  void add(std::vector<Piece>& pieces, std::string_view text) {
    if (trim(text).empty() && !pieces.empty()) return;
    next_.text = text;
    pieces.push_back(next_);
    if (!trim(text).empty()) next_.bullet = false;
  }

  Piece next_;
};

bool begins_item(std::string_view text) {
  return !text.empty() && (is_digit(text[0]) || (text[0] >= 'A' && text[0] <= 'Z') || text[0] == '*');
}

/// Where a second bullet begins on the line of a first: "- a. - B: c", "• a • b"; npos if none does.
std::size_t second_bullet(std::string_view line) {
  for (auto at = line.find(' ', 1); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    const auto rest = line.substr(at + 1);
    if (rest.starts_with("• ")) return at + 1;
    const bool after_sentence = std::string_view(".!?)").find(line[at - 1]) != std::string_view::npos;
    const bool is_item = rest.starts_with("- ") && begins_item(rest.substr(2));
    if (after_sentence && is_item && rest.substr(0, 60).find(':') != std::string_view::npos) return at + 1;
  }
  return std::string_view::npos;
}

RawLine make_line(int number, RawLineKind kind) {
  RawLine line;
  line.number = number;
  line.kind = kind;
  return line;
}

class RawTextReader {
 public:
  RawTextReader(RawText& text, int last_comment_end) : text_(text), last_comment_end_(last_comment_end) {}

  void read(const FileLine& line, FencedAs fenced) {
    if (fenced == FencedAs::mark) return;
    if (fenced == FencedAs::code) {
      text_.lines.push_back(make_line(line.number, RawLineKind::code));
      text_.lines.back().text = std::string(line.text);
      return;
    }
    const std::string uncommented = without_comments(line.number, line.text);
    std::string_view rest = uncommented;
    if (!leave_open_tag(rest)) return;
    if (trim(rest).empty()) {
      tags_.blank_line();
      if (trim(line.text).empty()) text_.lines.push_back(make_line(line.number, RawLineKind::blank));
      return;
    }
    if (trim(rest).starts_with('#') || rest.find('<') == std::string_view::npos) {
      auto pieces = tags_.split("");
      pieces[0].text = rest;
      add_items(line.number, pieces[0]);
      return;
    }
    for (const auto& piece : tags_.split(rest)) add_items(line.number, piece);
  }

 private:
  std::string without_comments(int number, std::string_view line) {
    std::string kept;
    while (!line.empty()) {
      if (!in_comment_ && number > last_comment_end_) return kept + std::string(line);
      const std::string_view mark = in_comment_ ? "-->" : "<!--";
      const auto at = line.find(mark);
      if (!in_comment_) kept += line.substr(0, at);
      if (at == std::string_view::npos) break;
      line.remove_prefix(at + mark.size());
      in_comment_ = !in_comment_;
    }
    return kept;
  }

  /// Goes past the end of a tag that an earlier line began; false while it goes on.
  bool leave_open_tag(std::string_view& line) {
    constexpr int kLongestTag = 12;  // lines
    if (open_tag_lines_ == 0) return true;
    const auto end = line.find('>');
    if (end != std::string_view::npos) line.remove_prefix(end + 1);
    const bool over = end != std::string_view::npos || trim(line).empty() || ++open_tag_lines_ > kLongestTag;
    if (over) open_tag_lines_ = 0;
    return over;
  }

  void add_items(int number, const Piece& piece) {
    std::string_view rest = piece.text;
    const bool is_list =
        take_block_marks(rest).bullet || piece.bullet || piece.text.find(" • ") != std::string_view::npos;
    if (!is_list) return add(number, piece);
    Piece item = piece;
    for (auto at = second_bullet(item.text); at != std::string_view::npos; at = second_bullet(item.text)) {
      Piece first = item;
      first.text = item.text.substr(0, at);
      add(number, first);
      item.text.remove_prefix(at);
    }
    add(number, item);
  }

  void add(int number, const Piece& piece) {
    auto line = make_line(number, RawLineKind::text);
    std::string_view rest = piece.text;
    if (const char rule = rule_character(rest); rule != '\0' || is_table_ruler(rest)) {
      if (rule == '\0') make_row(text_.lines);
      line.kind = RawLineKind::rule;
      const bool underlines = (rule == '-' || rule == '=') && underline(number, rule == '=' ? 1 : 2);
      after_ruler_ = rule == '\0' || (after_ruler_ && !underlines);
      text_.lines.push_back(line);
      return;
    }
    const auto marks = take_block_marks(rest);
    const auto plain = plain_inline(rest);
    if (plain.tag_is_open) open_tag_lines_ = 1;
    line.text = plain.text;
    line.indent = marks.indent;
    line.bold = plain.bold || piece.summary;
    line.ordered = marks.ordered;
    line.bold_label = plain.bold_label;
    line.leads_inside = plain.leads_inside;
    line.level = piece.heading > 0 ? piece.heading : marks.level;
    line.kind = kind_of(piece, marks, plain);
    if (line.kind == RawLineKind::table_row) trim_row(line.text);
    text_.words += marks.words + count_visible_words(line.text);
    if (is_reference(rest)) line = make_line(number, RawLineKind::rule);
    text_.lines.push_back(std::move(line));
  }

  RawLineKind kind_of(const Piece& piece, const BlockMarks& marks, const PlainText& plain) const {
    if (plain.text.empty()) return plain.has_picture ? RawLineKind::picture : RawLineKind::rule;
    if (piece.heading > 0 || marks.level > 0) return RawLineKind::heading;
    const bool table_goes_on =
        !text_.lines.empty() && after_table() && plain.text.find('|') != std::string::npos;
    const bool has_cells = piece.text.find("</td") != std::string_view::npos ||
                           piece.text.find("</th") != std::string_view::npos;
    if (plain.text.starts_with('|') || table_goes_on || has_cells) return RawLineKind::table_row;
    if (piece.bullet || marks.bullet) return RawLineKind::bullet;
    return marks.quoted ? RawLineKind::quote : RawLineKind::text;
  }

  bool after_table() const {
    const auto kind = text_.lines.back().kind;
    return kind == RawLineKind::table_row || (kind == RawLineKind::rule && after_ruler_);
  }

  static void trim_row(std::string& row) {
    std::string_view cells = trim(row);
    while (cells.starts_with('|')) cells = trim(cells.substr(1));
    while (cells.ends_with('|')) cells = trim(cells.substr(0, cells.size() - 1));
    row = std::string(cells);
  }

  /// The head of a table that has no bars at its ends.
  static void make_row(std::vector<RawLine>& lines) {
    if (!lines.empty() && lines.back().kind == RawLineKind::text &&
        lines.back().text.find('|') != std::string::npos)
      lines.back().kind = RawLineKind::table_row;
  }

  /// Makes a heading of the line that stands directly above, if it is a paragraph of its own and no sentence.
  bool underline(int number, int level) {
    constexpr std::size_t kLongestHeading = 100;
    auto& lines = text_.lines;
    if (lines.empty() || lines.back().kind != RawLineKind::text || lines.back().number != number - 1)
      return false;
    if (lines.size() > 1 && lines[lines.size() - 2].kind == RawLineKind::text) return false;
    if (lines.back().text.size() > kLongestHeading || lines.back().text.ends_with('.')) return false;
    lines.back().kind = RawLineKind::heading;
    lines.back().level = level;
    return true;
  }

  /// "[name]: https://..." says where links lead, and is not shown.
  static bool is_reference(std::string_view line) {
    const auto end = line.starts_with('[') ? line.find("]: ") : std::string_view::npos;
    return end != std::string_view::npos && trim(line.substr(end + 3)).starts_with("http");
  }

  RawText& text_;
  int last_comment_end_;  // its line: what opens a comment later is text
  TagSplitter tags_;
  int open_tag_lines_ = 0;
  bool in_comment_ = false;
  bool after_ruler_ = false;
};

/// An indent that all lines share is no code block but a habit of the author's.
void drop_common_indent(std::vector<RawLine>& lines) {
  int common = 1000;
  for (const auto& line : lines)
    if (!line.text.empty() && line.kind != RawLineKind::code) common = std::min(common, line.indent);
  for (auto& line : lines) line.indent = std::max(line.indent - common, 0);
}

}  // namespace

RawText read_raw_text(const SourceText& source) {
  RawText text;
  auto lines = lines_of(source.text);
  drop_conflict_marks(lines);
  text.front_matter = take_front_matter(lines);
  std::vector<std::string_view> views;
  int last_comment_end = 0;
  for (const auto& line : lines) {
    views.push_back(line.text);
    if (line.text.find("-->") != std::string_view::npos) last_comment_end = line.number;
  }
  const auto fences = find_fences(views);
  RawTextReader reader(text, last_comment_end);
  for (std::size_t i = 0; i < lines.size(); ++i) reader.read(lines[i], fences[i]);
  drop_common_indent(text.lines);
  return text;
}

}  // namespace pmsite
