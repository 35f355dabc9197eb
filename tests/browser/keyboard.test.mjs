// SPDX-License-Identifier: MIT
// Pages by keyboard alone. How large targets are, axe measures on every page.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { open } from "./browser.mjs";
import { contrast } from "./contrast.mjs";
import { interactive, walk } from "./keyboard.mjs";
import { files, postPaths } from "./site.mjs";

const paths = ["index.html", postPaths[0], "search/index.html"].filter((path) => files.has(path));

describe("by keyboard", { concurrency: 3 }, () => {
  for (const path of paths) {
    it(`${path} lets one skip to the content first`, async (test) => {
      const page = await open(test, path);
      await page.keyboard.press("Tab");
      const { left, top } = await page.evaluate(() => document.activeElement.getBoundingClientRect());
      assert.ok(left >= 0 && top >= 0, "the link is not on the screen");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("main")), "the focus leaves the content");
    });

    for (const width of [1280, 360]) {
      it(`${path} leads to everything in its order and out again, and shows where, at ${width} px`, async (test) => {
        const page = await open(test, path, { width });
        const { stops, isTrapped } = await walk(page);
        assert.ok(!isTrapped, `there is no way on from ${stops.at(-1).name}`);
        const reached = new Set(stops.map(({ number }) => number));
        assert.deepEqual((await interactive(page)).filter(({ number }) => !reached.has(number)), []);

        const leaps = stops.slice(1).filter((stop, index) => isBefore(stop.box, stops[index].box));
        const unseen = stops.filter((stop) =>
          !stop.isOnScreen || stop.look === stop.lookAfter || isFaint(stop.outline));
        const names = (list) => list.map(({ name }) => name);
        assert.deepEqual({ leaps: names(leaps), unseen: names(unseen) }, { leaps: [], unseen: [] });

        const back = await walk(page, "Shift+Tab");
        assert.deepEqual(back.stops.map(({ number }) => number), [...reached].reverse());
      });
    }
  }
});

// Whether one would read `box` before `other`. What is higher up may follow if it is in a column further to the right.
function isBefore(box, other) {
  const isHigher = box.bottom <= other.top && box.left < other.right;
  const isOnLine = box.top < other.bottom && box.bottom > other.top;
  return isHigher || (isOnLine && box.right <= other.left);
}

// Without an outline another change must do.
function isFaint({ style, width, colour, ground }) {
  return style !== "none" && (width < 2 || contrast(colour, ground) < 3);
}
