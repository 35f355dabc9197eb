// SPDX-License-Identifier: MIT
// What holds for every page of the site, in a real browser.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { violations } from "./accessibility.mjs";
import { readAnatomies } from "./anatomy.mjs";
import { open } from "./browser.mjs";
import { overflow, visibleTexts } from "./layout.mjs";
import { addressOf, fileAt, files, localAddress, pagePaths, postPaths, toLocal } from "./site.mjs";

const anatomies = await readAnatomies();
const inParallel = { concurrency: 3 }; // on two cores one page waits for the network or this process while two are busy

describe("every page is sound", () => {
  for (const [path, { headings, ids, addresses }] of anatomies) {
    it(path, () => {
      const repeatedIds = ids.filter((id, index) => ids.indexOf(id) !== index);
      const deadLinks = [...new Set(addresses)].filter((address) => leadsNowhere(path, address));
      const found = { headings: headings.length, repeatedIds, deadLinks };
      assert.deepEqual(found, { headings: 1, repeatedIds: [], deadLinks: [] });
    });
  }
});

describe("every page fits narrow screens, and says the same without JavaScript", inParallel, () => {
  for (const path of pagePaths) {
    it(path, async (test) => {
      const page = await open(test, path, { width: 360 });
      const texts = await visibleTexts(page);
      const overflows = await overflow(page);
      await page.setViewportSize({ width: 320, height: 800 });
      overflows.push(...(await overflow(page)));

      const plain = new Set(await visibleTexts(await open(test, path, { javaScript: false, width: 360 })));
      const missing = texts.filter((text) => !plain.has(text));
      assert.deepEqual({ overflows, missing }, { overflows: [], missing: [] });
    });
  }
});

// This takes longest by far, and what axe sees follows from the structure: of pages that share it, the largest stands
// for all, posts apart.
describe("every kind of page is accessible, light and dark, wide and narrow", inParallel, () => {
  const largest = {};
  for (const path of pagePaths) {
    const { structure } = anatomies.get(path);
    if (!(files.get(path).length <= files.get(largest[structure])?.length)) largest[structure] = path;
  }
  for (const path of new Set([...postPaths, ...Object.values(largest)])) {
    it(path, async (test) => {
      assert.deepEqual(await violations(await open(test, path, { bypassCSP: true })), {});
    });
  }
});

it("an address that leads nowhere answers with the page that says so", async () => {
  const response = await fetch(new URL("no/such/page/", localAddress));
  assert.equal(response.status, 404);
  assert.match(await response.text(), /<h1>/);
});

// Links with the address at which the site will live are its own as well. The page for a missing address is shown at
// other addresses than its own, so only absolute links will do there.
function leadsNowhere(path, address) {
  const from = path === "404.html" ? `${localAddress}no/such/page/` : addressOf(path);
  const { href, hash } = new URL(address, from);
  const local = toLocal(href);
  if (new URL(local).origin !== new URL(localAddress).origin) return false;
  const target = address.startsWith("#") ? path : fileAt(local);
  if (!target) return true;
  return hash.length > 1 && !anatomies.get(target)?.ids.includes(decodeURIComponent(hash.slice(1)));
}
