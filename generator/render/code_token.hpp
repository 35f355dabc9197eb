// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace pmsite {

/// What a piece of code is to its reader.
enum class TokenKind {
  plain,
  comment,
  string,
  number,
  keyword,
  name,     ///< a key, a variable, an option of a command
  time,     ///< a time stamp
  error,    ///< the level of a log line that tells of a failure
  warning,  ///< the level of a log line that warns
  inserted,
  removed,
  heading,  ///< of a file or hunk in a diff, of a section in settings
  prompt,   ///< what a shell wrote before a command
};

struct CodeToken {
  TokenKind kind;
  std::string_view text;
};

/// Cuts code from front to back. Whatever is taken and left, the tokens together are the code.
class CodePieces {
 public:
  explicit CodePieces(std::string_view code) : rest_(code) {}

  /// What has not been taken yet.
  std::string_view rest() const { return rest_; }

  /// Takes `length` bytes, or as many as there are. They join the token before where that is of one kind with
  /// them.
  void take(TokenKind kind, std::size_t length) {
    const auto text = rest_.substr(0, length);
    if (text.empty()) return;
    rest_.remove_prefix(text.size());
    if (tokens_.empty() || tokens_.back().kind != kind) {
      tokens_.push_back({kind, text});
    } else {
      auto& last = tokens_.back().text;
      last = std::string_view(last.data(), last.size() + text.size());
    }
  }

  /// All tokens; what has not been taken is plain.
  std::vector<CodeToken> finish() && {
    take(TokenKind::plain, rest_.size());
    return std::move(tokens_);
  }

 private:
  std::string_view rest_;
  std::vector<CodeToken> tokens_;
};

}  // namespace pmsite
