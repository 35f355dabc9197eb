// SPDX-License-Identifier: MIT
// Reading and driving the replay on a post's page.

/// What the HTML promises: the moments, each with its number, its radio's id and value and whether it is the worst one;
/// the nodes, each with its state by moment, when it is suspected and its words; the moments of each suspect.
export function readPlan(page) {
  return page.evaluate(() => {
    const replay = document.querySelector("fieldset.replay");
    const all = (selector, within = replay) => [...within.querySelectorAll(selector)];
    const matches = (element, pattern) => [...element.classList].map((name) => pattern.exec(name)).filter(Boolean);
    const moments = all("input[name=moment]:not(.tb)").map((radio) => ({
      number: Number(matches(radio, /^t(\d+)$/)[0]?.[1]),
      id: radio.id,
      value: radio.value,
      worst: radio.defaultChecked,
    }));
    const suspectedAt = (element) => matches(element, /^t(\d+)-suspect$/).map(([, number]) => Number(number));
    const nodes = all(".diagram .node").map((node) => ({
      suspectedAt: suspectedAt(node),
      states: Object.fromEntries(
        matches(node, /^t(\d+)-(down|degraded|maintenance|unknown|ok)$/).map(([, number, state]) => [number, state])),
      words: all(".word", node).map((word) => ({
        kind: matches(word, /^word-(.+)$/)[0]?.[1],
        text: word.textContent.trim(),
      })),
    }));
    const suspects = all(".diagram [class*=-suspect]:not(.word)").map(suspectedAt);
    return { moments, nodes, suspects };
  });
}

/// What there is to see: the words in each node and the numbers of the told moments (visible ones only), whether each
/// suspect is ringed, and the colours and looks that make the rest of the difference.
export function readShown(page) {
  return page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    const replay = document.querySelector("fieldset.replay");
    const all = (selector, within = replay) => [...within.querySelectorAll(selector)];
    const ending = (element, pattern) => [...element.classList].map((name) => pattern.exec(name)?.[1]).find(Boolean);
    const isSeen = (element) => {
      const { width, height } = element.getBoundingClientRect();
      const exists = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return exists && width > 1 && height > 1; // what is for screen readers only is a pixel wide
    };
    const looks = ["fill", "stroke", "strokeWidth", "opacity", "visibility", "display", "transform", "width", "height"];
    const look = (element) => [element, ...all("*", element)].map((each) => {
      const style = getComputedStyle(each);
      return looks.map((property) => style[property]).join(" ");
    }).join("; ");
    const numbered = (selector, read) => all(selector, document).map((element) => {
      const number = ending(element, /^m(\d+)$/);
      return { number: number && Number(number), look: read(element) };
    });
    return {
      told: all(".moments > li").filter(isSeen).map((moment) => Number(ending(moment, /^m(\d+)$/))),
      words: all(".diagram .node").map((node) =>
        all(".word", node).filter(isSeen).map((word) => ending(word, /^word-(.+)$/))),
      rings: all(".diagram [class*=-suspect]:not(.word)").map((suspect) => all(".ring", suspect).some(isSeen)),
      strokes: all(".diagram .node").map((node) => getComputedStyle(node.querySelector(".shape") ?? node).stroke),
      entries: numbered(".timeline > li", (entry) => getComputedStyle(entry).backgroundColor),
      markers: numbered(".bar [class]", look).filter(({ number }) => number !== undefined),
      controls: all("input, button").filter(isSeen).length,
      details: all("details > :not(summary)", replay.closest("section") ?? replay.parentElement).map(isSeen),
    };
  });
}

/// Chooses a moment as a reader does.
export function choose(page, { id }) {
  return page.locator(`label[for="${id}"]`).click();
}

/// The id of the chosen radio.
export function chosen(page) {
  return page.evaluate(() => document.querySelector("fieldset.replay input:checked").id);
}

/// Waits until a moment is chosen.
export function untilChosen(page, { id }) {
  return page.waitForFunction((wanted) => document.getElementById(wanted).checked, id);
}
