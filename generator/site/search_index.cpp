// SPDX-License-Identifier: MIT
#include "site/search_index.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "site/routes.hpp"
#include "site/search_words.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace pmsite {
namespace {

/// The text with every run of white space as one blank.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = is_space(c) || c == '\r';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// What a block says, for finding it: beside plain text also code, and what pictures show.
void append_words(std::string& out, const Node& node) {
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::code:
      out += node.literal;
      break;
    case NodeKind::code_block:
      if (!is_diagram_fence(node)) out += node.literal;
      break;
    case NodeKind::soft_break:
    case NodeKind::line_break:
      out += ' ';
      break;
    default:
      for (const auto& child : node.children) append_words(out, child);
  }
  if (!is_inline(node.kind)) out += ' ';
}

/// A table of words that grows unit by unit.
class Vocabulary {
 public:
  /// Words of a text of the unit `unit`, which is the last one or a new one. What says most comes first.
  void add(std::uint32_t unit, WordPlace place, std::string_view text) {
    for (SearchWords words(text); words.next();) {
      const auto [found, is_new] =
          numbers_.try_emplace(words.word(), static_cast<std::uint32_t>(words_.size()));
      if (is_new) words_.push_back({kNone, is_common_search_word(words.word()), {}});
      auto& word = words_[found->second];
      if (word.is_common || word.last_unit == unit) continue;
      word.last_unit = unit;
      ++word.counts[static_cast<std::size_t>(place)];
      uses_.push_back({found->second, unit, place});
    }
  }

  /// The words by their bytes.
  std::vector<SearchWord> take() {
    std::vector<SearchWord> words(words_.size());
    for (const auto& [word, number] : numbers_) words[number].word = word;
    for (std::size_t i = 0; i < words.size(); ++i)
      for (std::size_t place = 0; place < kWordPlaces; ++place)
        words[i].units[place].reserve(words_[i].counts[place]);
    for (const auto& use : uses_)
      words[use.word].units[static_cast<std::size_t>(use.place)].push_back(use.unit);
    std::sort(words.begin(), words.end(),
              [](const SearchWord& a, const SearchWord& b) { return a.word < b.word; });
    return words;
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Word {
    std::uint32_t last_unit;
    bool is_common;
    std::array<std::uint32_t, kWordPlaces> counts;
  };
  struct Use {
    std::uint32_t word, unit;
    WordPlace place;
  };
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Word> words_;
  // One row of all uses: a list for each word, growing beside the others, would be scattered over the memory.
  std::vector<Use> uses_;
};

class IndexBuilder {
 public:
  void add_post(const Postmortem& post) {
    begin({post_route(post.slug), on_one_line(post.title.value), on_one_line(summary_text(post)), &post, {}});
    for (const Facet facet : kFacets)
      for (const auto& [key, name] : terms_of(post, facet)) add(WordPlace::heading_or_name, name);
    add(WordPlace::heading_or_name, label(post.kind));
    // A post without a summary of its own shows the words of its summary section, which come with that.
    add(WordPlace::summary, post.summary.value);
    add(WordPlace::text, post.impact.symptoms.value);
    add(WordPlace::text, post.trigger);
    add(WordPlace::text, post.root_cause.text.value);
    for (const auto& factor : post.contributing_factors) add(WordPlace::text, factor.value);
    for (const auto& source : post.sources) add(WordPlace::text, source.title);
    if (post.started_at) add(WordPlace::text, format_long_date(local_date(post.started_at->value)));
    add_blocks(post.preamble, WordPlace::text);
    for (const auto& section : post.sections) {
      begin_section(section.heading, section.anchor);
      add_blocks(section.blocks, section.has_role(Role::summary) ? WordPlace::summary : WordPlace::text);
    }
  }

  void add_page(const TextPage& page) {
    begin({page_route(page.slug), on_one_line(page.title), on_one_line(page.description), nullptr, {}});
    add(WordPlace::summary, page.description);
    add_blocks(page.blocks, WordPlace::text);
  }

  SearchIndex take() {
    index_.words = vocabulary_.take();
    return std::move(index_);
  }

 private:
  void begin(SearchDocument document) {
    index_.documents.push_back(std::move(document));
    ++units_;
    add(WordPlace::title, index_.documents.back().title);
  }

  void begin_section(const Nodes& heading, const std::string& anchor) {
    SearchSection section{on_one_line(plain_text(heading)), anchor};
    if (section.heading.empty()) return;  // nothing to call a link by
    ++units_;
    add(WordPlace::heading_or_name, section.heading);
    index_.documents.back().sections.push_back(std::move(section));
  }

  /// A heading among the blocks begins a section; below the third level it is part of one.
  void add_blocks(const Nodes& blocks, WordPlace place) {
    constexpr int kLowestSection = 3;
    std::string text;
    const auto flush = [&] {
      add(place, text);
      text.clear();
    };
    for (const auto& block : blocks) {
      if (block.kind == NodeKind::heading && block.level <= kLowestSection && !block.title.empty()) {
        flush();
        begin_section(block.children, block.title);
      } else {
        append_words(text, block);
      }
    }
    flush();
  }

  void add(WordPlace place, std::string_view text) {
    assert(units_ > 0);
    vocabulary_.add(units_ - 1, place, text);
  }

  SearchIndex index_;
  Vocabulary vocabulary_;
  std::uint32_t units_ = 0;
};

}  // namespace

SearchIndex search_index(const Site& site) {
  IndexBuilder builder;
  for (const auto* post : site.posts) builder.add_post(*post);
  for (const auto& page : site.content->pages) builder.add_page(page);
  return builder.take();
}

}  // namespace pmsite
