// SPDX-License-Identifier: MIT
// What the HTML of the pages holds, before any script runs.
import { browser } from "./browser.mjs";
import { files, pagePaths } from "./site.mjs";

/// By path of a page: how many h1 it has, its ids and the addresses it names, as written and with repetitions, and
/// whether it has a replay.
export async function readAnatomies() {
  const page = await browser.newPage(); // the browser's own parser is the one that counts, and takes them all at once
  const texts = pagePaths.map((path) => [path, files.get(path).toString()]);
  const anatomies = await page.evaluate((each) => each.map(([path, text]) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const values = (name) => [...parsed.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name));
    const replay = parsed.querySelector("fieldset.replay") !== null;
    const headings = parsed.querySelectorAll("h1").length;
    return [path, { headings, ids: values("id"), addresses: [...values("href"), ...values("src")], replay }];
  }), texts);
  await page.close();
  return new Map(anatomies);
}
