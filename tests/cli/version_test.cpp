// SPDX-License-Identifier: MIT
#include "cli/version.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace pmsite {

TEST_CASE("the program's version is that of the project") {
  std::ifstream file(source_folder() / "CMakeLists.txt");
  const std::string project(std::istreambuf_iterator<char>(file), {});
  CHECK(project.find("project(pmsite VERSION " + std::string(program_version()) + " ") != std::string::npos);
}

}  // namespace pmsite
