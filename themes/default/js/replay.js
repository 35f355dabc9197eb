// Makes the replay of a post play, and ties its moments to the addresses of the timeline's entries. Without this script
// the replay is a group of radio buttons that style sheets alone bring to life.
(() => {
  "use strict";
  const replay = document.querySelector(".replay");
  if (!replay) return;
  const choices = [...replay.querySelectorAll("input")];
  const moments = choices.filter((choice) => choice.id !== "moment-radius");
  const frame = replay.querySelector(".scroll");
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

  // Where the picture is wider than the screen, what changes at a moment comes into view.
  function show(choice) {
    choice.checked = true;
    const index = moments.indexOf(choice);
    const stateAt = (node, at) => node.getAttribute("class").match(new RegExp(`\\bt${at}-\\S+`))?.[0].split("-")[1];
    const changed = [...frame.querySelectorAll(".node.told")].find((node) =>
      index < 0 ? node.matches(".b-origin") : stateAt(node, index) !== stateAt(node, index - 1));
    if (!changed || frame.scrollWidth <= frame.clientWidth) return;
    const box = changed.getBoundingClientRect(), around = frame.getBoundingClientRect();
    frame.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
  }

  // The address names the moment that is shown, so that it can be passed on; history keeps one entry a visit.
  function choose(choice) {
    show(choice);
    history.replaceState(null, "", "#" + choice.value);
  }

  function step() {
    const next = moments.findIndex((moment) => moment.checked) + 1;
    choose(moments[next]);
    if (next >= moments.length - 1) stop();
  }

  button.addEventListener("click", () => {
    if (timer) return stop();
    timer = setInterval(step, secondsEach * 1000);
    say();
    choose(moments[0]);
    if (moments.length === 1) stop();
  });

  replay.addEventListener("change", (event) => {
    stop();
    choose(event.target);
  });

  // Whoever follows a link to a moment wants to see the system; the entry's words stand below the picture too.
  function follow() {
    const choice = choices.find((each) => "#" + each.value === location.hash.replace("%3A", ":"));
    if (!choice) return;
    stop();
    show(choice);
    replay.closest("section").scrollIntoView();
  }
  addEventListener("hashchange", follow);
  show(choices.find((choice) => choice.checked) ?? moments[0]);
  follow();
  // The browser scrolls to the entry of that name when all is loaded, and has to be led back.
  addEventListener("load", () => requestAnimationFrame(follow));

  // Whoever asked for less motion steps through the moments by hand.
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  say();
  replay.querySelector("legend").after(button);
})();
