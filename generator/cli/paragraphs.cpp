// SPDX-License-Identifier: MIT
#include "cli/paragraphs.hpp"

#include "base/source.hpp"
#include "base/text.hpp"

namespace pmsite {
namespace {

void wrap_line(std::string_view text, int columns, std::vector<std::string>& lines) {
  std::string line;
  int length = 0;
  for (const auto word : split(text, ' ')) {
    if (word.empty()) continue;
    const int characters = count_characters(word);
    if (!line.empty() && length + 1 + characters > columns) {
      lines.push_back(line);
      line.clear();
      length = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++length;
    }
    line += word;
    length += characters;
  }
  lines.push_back(line);
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> lines;
  for (const auto line : split(text, '\n')) wrap_line(line, columns, lines);
  return lines;
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string result;
  for (const auto line : split(text, '\n')) {
    if (!line.empty()) result.append(indent).append(line);
    result += '\n';
  }
  return result;
}

}  // namespace pmsite
