// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <sys/types.h>

namespace pmsite {

/// A folder `.NAME.stage-XXXXXX` beside the output NAME, in which the new site grows until it takes the
/// output's place. It is locked as long as its build runs, so that a later build knows which stages are dead.
class Stage {
 public:
  explicit Stage(std::filesystem::path output) : output_(std::move(output)) {}
  /// Removes what the stage holds: the new site after an error, the old one after publish().
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Makes the folder, under a name that nobody knows beforehand; what stands there already is never used.
  Result<Done> create();

  const std::filesystem::path& path() const { return path_; }

  /// Puts the stage in the output's place, with the mode of the old output. After an error the output is as
  /// it was.
  Result<Done> publish();

 private:
  std::filesystem::path output_, path_;
  mode_t mode_ = 0;
  Descriptor lock_;
};

/// Removes the stages of builds that were killed, and gives back the old site where one was killed between
/// setting that aside and putting its own in place.
void clean_up_stages(const std::filesystem::path& output);

}  // namespace pmsite
