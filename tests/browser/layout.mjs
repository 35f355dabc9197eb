// SPDX-License-Identifier: MIT
// What a reader gets to see of a page.

/// What sticks out of the page to the right, in words, at the page's present width; nothing if one need not scroll.
export function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const widest = [...document.querySelectorAll("body *")].filter(
      (element) => Math.abs(element.getBoundingClientRect().right - scrollWidth) <= 1);
    const names = widest.map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
    return [`at ${clientWidth} px the page is ${scrollWidth} px wide: ${names.join(", ")}`];
  });
}

/// The visible texts of a page in their order, without those in elements that `except` selects: by default buttons,
/// which are of no use without a script.
export function visibleTexts(page, except = "button") {
  return page.evaluate((except) => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      const counts = !parentElement.closest(except) && parentElement.checkVisibility({ visibilityProperty: true });
      if (counts && data.trim()) texts.push(data.trim().replaceAll(/\s+/g, " "));
    }
    return texts;
  }, except);
}
