// SPDX-License-Identifier: MIT
// The geometry of a replay's picture, measured with the reader's fonts.

/// What is hard to read in the picture at any moment: labels that cross their node's border, and texts of a node that
/// lie on each other, either by more than a pixel. Changes which moment is chosen.
export function collisions(page) {
  return page.evaluate(() => {
    const tolerance = 1;
    const diagram = document.querySelector("fieldset.replay .diagram");
    const fromScreen = diagram.getScreenCTM().inverse();
    const boxOf = (element) => {
      const { x, y, width, height } = element.getBBox();
      const place = fromScreen.multiply(element.getScreenCTM());
      const start = new DOMPoint(x, y).matrixTransform(place);
      const end = new DOMPoint(x + width, y + height).matrixTransform(place);
      return { left: start.x, top: start.y, right: end.x, bottom: end.y };
    };
    const isInside = (inner, outer) =>
      inner.left >= outer.left - tolerance && inner.right <= outer.right + tolerance &&
      inner.top >= outer.top - tolerance && inner.bottom <= outer.bottom + tolerance;
    const isOn = (one, other) =>
      one.right > other.left + tolerance && one.left < other.right - tolerance &&
      one.bottom > other.top + tolerance && one.top < other.bottom - tolerance;

    // Children of a hidden <g> have boxes and pass for visible, so the group itself is asked.
    const isShown = (text) => getComputedStyle(text.closest(".word") ?? text).display !== "none";

    const found = new Set();
    const look = (node) => {
      const shapes = [...node.querySelectorAll(".shape")].map(boxOf);
      const texts = [...node.querySelectorAll("text")].filter(isShown).map((text) => ({
        box: boxOf(text),
        words: text.textContent,
        isLabel: text.closest(".word") === null, // the word for a state is a badge on the border
      }));
      for (const [index, { box, words, isLabel }] of texts.entries()) {
        if (isLabel && !shapes.some((shape) => isInside(box, shape))) found.add(`${words} crosses its border`);
        for (const other of texts.slice(index + 1)) {
          if (isOn(box, other.box)) found.add(`${other.words} lies on ${words}`);
        }
      }
    };
    for (const radio of document.querySelectorAll("fieldset.replay input[name=moment]")) {
      radio.checked = true;
      for (const node of diagram.querySelectorAll(".node:has(.shape)")) look(node);
    }
    return [...found];
  });
}
