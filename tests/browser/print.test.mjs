// SPDX-License-Identifier: MIT
// Posts on paper.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { open } from "./browser.mjs";
import { contrast } from "./contrast.mjs";
import { overflow, visibleTexts } from "./layout.mjs";
import { postPaths } from "./site.mjs";

const paperWidth = Math.floor((170 / 25.4) * 96); // A4 with margins of 2 cm, in CSS pixels
const paper = "rgb(255, 255, 255)";
const ofNoUseOnPaper = "button, label, legend, nav, footer, .skip, .pager, .anchor";

describe("a post on paper", { concurrency: 3 }, () => {
  for (const path of postPaths) {
    it(`${path} says all that it says on the screen, opened or not`, async (test) => {
      const page = await open(test, path, { javaScript: false, width: paperWidth });
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      const texts = await visibleTexts(page, ofNoUseOnPaper);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = false)));
      await page.emulateMedia({ media: "print" });
      const printed = new Set(await visibleTexts(page));
      assert.deepEqual(texts.filter((text) => !printed.has(text)), []);
    });

    it(`${path} fits the paper, dark on light even where the screen is not`, async (test) => {
      const page = await open(test, path, { width: paperWidth, media: "print", colorScheme: "dark" });
      assert.deepEqual([...(await overflow(page)), ...(await flaws(page))], []);
    });
  }
});

// What is cut off because paper does not scroll, what costs a lot of ink, and what is too pale to read.
async function flaws(page) {
  const elements = await page.evaluate(() => {
    const isShown = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    };
    const hasText = ({ childNodes }) => [...childNodes].some((node) => node.nodeName === "#text" && node.data.trim());
    // A picture has grounds of its own for its texts.
    return [...document.querySelectorAll("html, body, body :not(svg, svg *)")].filter(isShown).map((element) => ({
      name: `${element.localName}.${element.className}`,
      isCutOff: getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1,
      ground: getComputedStyle(element).backgroundColor,
      ink: hasText(element) ? getComputedStyle(element).color : "rgb(0, 0, 0)",
    }));
  });
  const isDark = (ground) => !ground.endsWith(", 0)") && contrast(ground, paper) > 3;
  return elements.flatMap(({ name, isCutOff, ground, ink }) => [
    ...(isCutOff ? [`${name} is cut off`] : []),
    ...(isDark(ground) ? [`${name} lies on ${ground}`] : []),
    ...(contrast(ink, paper) < 4.5 ? [`${name} is written in ${ink}`] : []),
  ]);
}
