// SPDX-License-Identifier: MIT
// The replay of an incident on the pages of posts: without JavaScript, with it, on paper, by keyboard and by ear.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAnatomies } from "./anatomy.mjs";
import { open } from "./browser.mjs";
import { overflow } from "./layout.mjs";
import { collisions } from "./picture.mjs";
import { choose, chosen, readPlan, readShown, untilChosen } from "./replay.mjs";

const paths = [...(await readAnatomies())].filter(([, { replay }]) => replay).map(([path]) => path);

it("some post has a replay", () => assert.notEqual(paths.length, 0));

for (const path of paths) {
  describe(`the replay on ${path}`, () => {
    it("is one group of moments with a picture", async (test) => {
      const page = await open(test, path, { javaScript: false });
      const { moments } = await readPlan(page);
      const children = await page.locator("fieldset.replay > *").evaluateAll((elements) =>
        elements.map(({ localName, id, htmlFor }) => [localName, id || htmlFor].filter(Boolean).join(" ")));
      const ids = [...moments.map(({ id }) => id), "moment-radius"];
      assert.deepEqual(children, ["legend", ...ids.flatMap((id) => [`input ${id}`, `label ${id}`]), "figure"]);
      assert.deepEqual(moments.map(({ number, id }) => [number, id]), moments.map((_, n) => [n, `moment-${n}`]));
      assert.equal(moments.filter(({ worst }) => worst).length, 1);
      assert.match(await page.locator("label[for=moment-radius]").innerText(), /Blast radius/);
      const entries = await page.locator(".timeline > li").evaluateAll((elements) => elements.map(({ id }) => id));
      assert.deepEqual(moments.filter(({ value }) => !entries.includes(value)), []);
    });

    it("has a word for every state", async (test) => {
      const { nodes } = await readPlan(await open(test, path));
      for (const { states, words } of nodes) {
        for (const state of new Set(Object.values(states))) {
          const texts = words.filter(({ kind }) => kind === state).map(({ text }) => text);
          if (state !== "ok" || texts.length > 0) assert.deepEqual(texts, [state]); // "ok" may go without saying
        }
      }
    });

    it("shows every moment without JavaScript", async (test) => {
      const page = await open(test, path, { javaScript: false });
      const plan = await readPlan(page);
      const shown = [];
      for (const moment of plan.moments) {
        await choose(page, moment);
        shown.push(await readShown(page));
        assert.deepEqual(told(shown.at(-1)), promised(plan, moment), moment.id);
      }
      for (const { number } of plan.moments) {
        assertLit(shown[number].entries, number);
        for (const other of plan.moments.filter((moment) => moment.number !== number)) {
          assertDifferentStrokes(plan, shown, number, other.number);
          assert.notDeepEqual(markersOf(shown[number], number), markersOf(shown[other.number], number));
        }
      }
    });

    it("moves with the arrow keys without JavaScript", async (test) => {
      const page = await open(test, path, { javaScript: false });
      const plan = await readPlan(page);
      await choose(page, plan.moments[0]);
      for (const moment of plan.moments.slice(1)) {
        await page.keyboard.press("ArrowRight");
        assert.deepEqual(told(await readShown(page)), promised(plan, moment), moment.id);
      }
      await page.keyboard.press("ArrowRight");
      assert.equal(await chosen(page), "moment-radius");
    });

    it("plays from the first moment to the last", async (test) => {
      const page = await open(test, path, { clock: true });
      const { moments } = await readPlan(page);
      await button(page, "Play").click();
      const played = [await chosen(page)];
      await runUntil(page, moments.length, async () => {
        const id = await chosen(page);
        if (id !== played.at(-1)) played.push(id);
        return button(page, "Play").isVisible();
      });
      assert.deepEqual(played, moments.map(({ id }) => id));
    });

    it("stops playing when asked to", async (test) => {
      const page = await open(test, path, { clock: true });
      const { moments } = await readPlan(page);
      await button(page, "Play").click();
      await runUntil(page, 1, async () => (await chosen(page)) === moments[1].id);
      await button(page, "Pause").click();
      await button(page, "Play").waitFor();
      await page.clock.runFor(longPerMoment * 2);
      assert.equal(await chosen(page), moments[1].id);
    });

    it("offers no play without JavaScript or to those who want less motion", async (test) => {
      for (const options of [{ javaScript: false }, { reducedMotion: "reduce" }]) {
        const page = await open(test, path, options);
        assert.equal(await page.locator("fieldset.replay button").count(), 0, JSON.stringify(options));
      }
    });

    it("opens at the moment that the address names", async (test) => {
      const { moments } = await readPlan(await open(test, path));
      for (const moment of [moments[0], moments.at(-1)]) {
        await untilChosen(await open(test, path, { fragment: `#${moment.value}` }), moment);
      }
    });

    it("keeps the chosen moment in the address, and adds nothing to the history", async (test) => {
      const page = await open(test, path);
      const { moments } = await readPlan(page);
      const entry = () => page.evaluate(() => navigation.currentEntry.key);
      const before = await entry();
      for (const moment of [moments[0], moments.at(-1)]) {
        await choose(page, moment);
        await page.waitForFunction((fragment) => location.hash === fragment, `#${moment.value}`);
      }
      assert.equal(await entry(), before);
    });

    it("follows the links of the timeline", async (test) => {
      const page = await open(test, path);
      const { moments } = await readPlan(page);
      for (const moment of [moments[0], moments.at(-1)]) {
        await page.locator(`.timeline a[href="#${moment.value}"]`).first().click();
        await untilChosen(page, moment);
      }
    });

    it("prints the worst moment and the text, and nothing to press", async (test) => {
      const page = await open(test, path);
      const plan = await readPlan(page);
      for (const moment of plan.moments) {
        await page.emulateMedia({ media: null });
        await choose(page, moment);
        await page.emulateMedia({ media: "print" });
        const shown = await readShown(page);
        const { words, rings } = promised(plan, plan.moments.find(({ worst }) => worst));
        assert.deepEqual({ words: shown.words, rings: shown.rings }, { words, rings }, moment.id);
        assert.equal(shown.controls, 0);
        assert.notEqual(shown.details.length, 0);
        assert.ok(shown.details.every(Boolean), "the text is closed");
      }
    });

    it("fits a phone and a finger, and shows where the focus is", async (test) => {
      const page = await open(test, path, { width: 360 });
      const { moments } = await readPlan(page);
      const labels = page.locator("fieldset.replay > label");
      const heights = await labels.evaluateAll((all) => all.map((label) => label.getBoundingClientRect().height));
      assert.deepEqual(heights.filter((height) => height < 24), []);
      await choose(page, moments[0]);
      await page.keyboard.press("ArrowRight");
      const outlines = await labels.evaluateAll((all) => all.map((label) => getComputedStyle(label).outlineStyle));
      assert.deepEqual(outlines.map((style) => style !== "none"), outlines.map((_, index) => index === 1));
      assert.deepEqual(await overflow(page), []);
    });

    it("has a name for the group, every moment and the picture", async (test) => {
      const page = await open(test, path);
      const { moments } = await readPlan(page);
      const tree = await page.locator("fieldset.replay").ariaSnapshot();
      assert.match(tree, /^- group "[^"]+"/);
      assert.match(tree, /- img "[^"]+"/);
      const names = [...tree.matchAll(/radio "((?:[^"\\]|\\.)*)"/g)].map(([, name]) => name);
      assert.equal(names.length, moments.length + 1);
      for (const { number, value } of moments) {
        const [time] = /\d\d:\d\d/.exec(value);
        assert.ok(names[number].includes(time), `${names[number]} lacks ${time}`);
        assert.match(names[number].replace(time, ""), /\p{Letter}{2}/u, "tells no more than the time");
      }
    });

    it("keeps labels inside the borders, and texts apart", async (test) => {
      assert.deepEqual(await collisions(await open(test, path)), []);
    });
  });
}

const longPerMoment = 60_000; // milliseconds of the page's own time

function button(page, name) {
  return page.locator("fieldset.replay").getByRole("button", { name, exact: true });
}

// Lets the page's time run in small steps until `isDone`, and gives up after a minute of it for each moment.
async function runUntil(page, moments, isDone) {
  const step = 250;
  for (let time = 0; !(await isDone()); time += step) {
    assert.ok(time < longPerMoment * moments, "it neither goes on nor ends");
    await page.clock.runFor(step);
  }
}

// The part of what is shown that the HTML promises for a moment.
function told({ told, words, rings }) {
  return { told, words, rings };
}

function promised({ nodes, suspects }, { number }) {
  return {
    told: [number],
    words: nodes.map(({ states, suspectedAt, words }) => {
      const applies = (kind) => kind === states[number] || (kind === "suspect" && suspectedAt.includes(number));
      return words.map(({ kind }) => kind).filter(applies);
    }),
    rings: suspects.map((numbers) => numbers.includes(number)),
  };
}

function markersOf({ markers }, number) {
  return markers.filter((marker) => marker.number === number);
}

function assertLit(entries, number) {
  const lit = entries.filter((entry) => entry.number === number).map(({ look }) => look);
  const dark = entries.filter((entry) => entry.number !== number).map(({ look }) => look);
  assert.notEqual(lit.length, 0, `the timeline has no entry for moment ${number}`);
  assert.deepEqual(lit.filter((look) => dark.includes(look)), [], `the entry for moment ${number} looks like others`);
}

function assertDifferentStrokes({ nodes }, shown, one, other) {
  for (const [index, { states }] of nodes.entries()) {
    const [before, after] = [states[one] ?? "ok", states[other] ?? "ok"];
    if (before === after) continue;
    assert.notEqual(shown[one].strokes[index], shown[other].strokes[index], `${before} looks like ${after}`);
  }
}
