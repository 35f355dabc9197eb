// SPDX-License-Identifier: MIT
#include "cli/coloring.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("colour is as asked for, else on a terminal where nobody forbids it") {
  const auto colored = [](ColorChoice choice, bool terminal, bool no_color) {
    Options options;
    options.color = choice;
    Environment environment;
    environment.error_is_terminal = terminal;
    environment.no_color = no_color;
    return coloring_of(options, environment, Stream::error) == Coloring::colored;
  };
  CHECK(colored(ColorChoice::automatic, true, false));
  CHECK_FALSE(colored(ColorChoice::automatic, true, true));
  CHECK_FALSE(colored(ColorChoice::automatic, false, false));
  CHECK(colored(ColorChoice::always, false, true));
  CHECK_FALSE(colored(ColorChoice::never, true, false));
}

TEST_CASE("each stream is asked for itself") {
  Environment environment;
  environment.out_is_terminal = true;
  CHECK(coloring_of({}, environment, Stream::out) == Coloring::colored);
  CHECK(coloring_of({}, environment, Stream::error) == Coloring::plain);
}

TEST_CASE("without colour there are no escapes, and each level has a colour of its own") {
  const Colors none = colors_of(Coloring::plain), all = colors_of(Coloring::colored);
  for (const auto level : {Level::error, Level::warning, Level::note}) CHECK(color_of(none, level) == "");
  CHECK(none.reset == "");
  CHECK(color_of(all, Level::error) == all.error);
  CHECK(color_of(all, Level::warning) == all.warning);
  CHECK(color_of(all, Level::note) == all.note);
  CHECK(all.error != all.warning);
  CHECK(all.warning != all.note);
}

}  // namespace pmsite
