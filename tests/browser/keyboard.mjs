// SPDX-License-Identifier: MIT
// A walk over a page by keyboard.

/// The stops that the focus makes when `key`, Tab or Shift+Tab, is pressed until it leaves the page: by element its
/// number in the page, its name in words, its box on the page, whether it is on the screen, its outline with the colour
/// of the page, and its look, labels included, while it has the focus and after. Whoever comes back to an element
/// before leaving is trapped.
export async function walk(page, key = "Tab") {
  await page.evaluate(() => (document.documentElement.style.scrollBehavior = "auto")); // or boxes would be on their way
  const stops = [];
  for (;;) {
    await page.keyboard.press(key);
    const { left, ...stop } = await page.evaluate(readStop, stops.at(-1)?.number ?? 0);
    if (stops.length > 0) stops.at(-1).lookAfter = left;
    const isRepeated = stops.some(({ number }) => number === stop.number);
    if (stop.isOutside || isRepeated) return { stops, isTrapped: !stop.isOutside };
    stops.push(stop);
  }
}

/// The elements that one can do something with, as numbers and names like those of stops.
export function interactive(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    // Of a group of radios the keyboard reaches the chosen one.
    const isReached = (element) => element.type !== "radio" || element.checked ||
      !document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
    const isLive = (element) => element.matches("a[href], button, input, select, textarea, summary, [tabindex]") &&
      element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
    return all.filter((element) => isLive(element) && isReached(element))
      .map((element) => ({ number: all.indexOf(element), name: `${element.localName} ${element.textContent.trim()}` }));
  });
}

function readStop(previous) {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  const all = [...document.querySelectorAll("*")];
  const look = (element) => [element, ...(element.labels ?? [])].map((each) => {
    const { outlineStyle, outline, boxShadow, backgroundColor, color, border, textDecoration } = getComputedStyle(each);
    return [outlineStyle !== "none" && outline, boxShadow, backgroundColor, color, border, textDecoration].join(" ");
  }).join("; ");
  const element = document.activeElement;
  const shown = element.labels?.[0] ?? element;
  const { left, top, right, bottom } = shown.getClientRects()[0];
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
  const { backgroundColor } = getComputedStyle(document.body);
  return {
    isOutside: element === document.body,
    number: all.indexOf(element),
    name: `${element.localName} ${shown.textContent.trim().slice(0, 60)}`,
    box: { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY },
    isOnScreen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    outline: { style: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor, ground: backgroundColor },
    look: look(element),
    left: look(all[previous]),
  };
}
