// Makes the replay of a post play, and ties its moments to the addresses of the timeline's entries. Without this script
// the replay is a group of radio buttons that style sheets alone bring to life.
(() => {
  "use strict";
  const replay = document.querySelector(".replay");
  if (!replay) return;
  const moments = [...replay.querySelectorAll("input[value^=at-]")];
  const secondsEach = 1.6;
  let timer;

  const button = document.createElement("button");
  button.type = "button";
  const say = () => (button.textContent = timer ? "Pause" : "Play");

  function stop() {
    clearInterval(timer);
    timer = undefined;
    say();
  }

  // The address names the moment that is shown, so that it can be passed on; history keeps one entry a visit.
  function choose(index) {
    moments[index].checked = true;
    history.replaceState(null, "", "#" + moments[index].value);
  }

  function step() {
    const next = moments.findIndex((moment) => moment.checked) + 1;
    choose(next);
    if (next >= moments.length - 1) stop();
  }

  button.addEventListener("click", () => {
    if (timer) return stop();
    timer = setInterval(step, secondsEach * 1000);
    say();
    choose(0);
    if (moments.length === 1) stop();
  });

  replay.addEventListener("change", (event) => {
    stop();
    const index = moments.indexOf(event.target);
    if (index >= 0) choose(index);
  });

  function follow() {
    const moment = moments.find((each) => "#" + each.value === location.hash);
    if (!moment) return;
    stop();
    moment.checked = true;
  }
  addEventListener("hashchange", follow);
  follow();

  // Whoever asked for less motion steps through the moments by hand.
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  say();
  replay.querySelector("legend").after(button);
})();
