// SPDX-License-Identifier: MIT
// A site made with --portable, opened from the disk. PMSITE_PORTABLE names its folder.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browser, listen } from "./browser.mjs";
import { choose, readPlan, readShown } from "./replay.mjs";
import { readFolder } from "./site.mjs";

const folder = process.env.PMSITE_PORTABLE;

describe("a portable site", { skip: !folder && "PMSITE_PORTABLE names none" }, () => {
  const pages = new Map();
  let files, page, complaints;

  before(async () => {
    files = new Set([...(await readFolder(folder)).keys()].map((path) => resolve(folder, path)));
    page = await browser.newPage();
    complaints = listen(page, "null"); // the origin of all files
    for (const file of files) {
      if (!file.endsWith(".html")) continue;
      await page.goto(pathToFileURL(file).href);
      pages.set(file, await page.evaluate(read));
    }
  });

  it("loads without a complaint", () => assert.deepEqual(complaints, []));

  it("has style on every page", () => {
    assert.deepEqual([...pages].filter(([, { isStyled }]) => !isStyled).map(([file]) => file), []);
  });

  it("leads to files and places in them that exist", () => {
    const dead = [...pages].map(([file, { addresses }]) => [file, addresses.filter(leadsNowhere)]);
    assert.deepEqual(dead.filter(([, addresses]) => addresses.length > 0), []);
  });

  it("replays failures", async () => {
    const paths = [...pages].filter(([, { replay }]) => replay).map(([file]) => file);
    assert.notEqual(paths.length, 0);
    for (const path of paths) {
      await page.goto(pathToFileURL(path).href);
      await page.getByRole("button", { name: "Play", exact: true }).waitFor(); // a script puts it there
      const { moments } = await readPlan(page);
      for (const moment of [moments[0], moments.at(-1)]) {
        await choose(page, moment);
        assert.deepEqual((await readShown(page)).told, [moment.number], path);
        assert.equal(new URL(page.url()).hash, `#${moment.value}`, path);
      }
    }
    assert.deepEqual(complaints, []);
  });

  function leadsNowhere(address) {
    const { protocol, hash } = new URL(address);
    if (protocol !== "file:") return false;
    const file = fileURLToPath(address);
    return !files.has(file) || (hash.length > 1 && !pages.get(file)?.ids.includes(decodeURIComponent(hash.slice(1))));
  }
});

function read() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const font = () => getComputedStyle(document.body).font;
  const styled = font();
  for (const sheet of all("link[rel=stylesheet]")) sheet.disabled = true;
  return {
    isStyled: styled !== font(),
    addresses: all("[href], [src]").map((one) => one.getAttribute("href") ?? one.getAttribute("src"))
      .map((address) => new URL(address, document.baseURI).href),
    ids: all("[id]").map(({ id }) => id),
    replay: document.querySelector("fieldset.replay") !== null,
  };
}
