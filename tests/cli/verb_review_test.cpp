// SPDX-License-Identifier: MIT
#include "cli/verb_review.hpp"

#include "support/run.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a file to review must be named, and must be there") {
  const TemporaryFolder folder;
  const Run none = run_inside(folder.path(), {"review"});
  CHECK(none.status == 2);
  CHECK(none.error == "error: `review` needs a FILE\n  = help: `pmsite review --help` tells more\n");
  CHECK(run_inside(folder.path(), {"review", "x.md"}).error == "error: there is no file `x.md`\n");
}

}  // namespace pmsite
