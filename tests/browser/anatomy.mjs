// SPDX-License-Identifier: MIT
// What the HTML of the pages holds, before any script runs.
import { browser } from "./browser.mjs";
import { files, pagePaths } from "./site.mjs";

/// By path of a page: the texts of its h1, its ids and the addresses it names, as written and with repetitions, whether
/// it has a replay; its canonical address and social picture, and its blocks of JSON-LD; what it asks for, in its head
/// and as a whole; and its structure, which pages have in common that differ in their texts alone.
export async function readAnatomies() {
  const page = await browser.newPage(); // the browser's own parser is the one that counts, and takes them all at once
  const anatomies = await page.evaluate(read, pagePaths.map((path) => [path, files.get(path).toString()]));
  await page.close();
  return new Map(anatomies);
}

function read(pages) {
  return pages.map(([path, text]) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const all = (selector) => [...parsed.querySelectorAll(selector)];
    const values = (name) => all(`[${name}]`).map((element) => element.getAttribute(name));
    const texts = (selector) => all(selector).map(({ textContent }) => textContent.trim());
    const needs = (selector) => all(selector)
      .map((element) => element.getAttribute(element.localName === "link" ? "href" : "src"))
      .filter((address) => !address.startsWith("data:"));
    const shape = ({ parentElement, localName, classList, attributes }) =>
      [parentElement.localName, localName, ...classList, ...[...attributes].map(({ name }) => name)].join(" ");
    return [path, {
      headings: texts("h1"),
      ids: values("id"),
      addresses: [...values("href"), ...values("src")],
      replay: parsed.querySelector("fieldset.replay") !== null,
      canonical: parsed.querySelector("link[rel=canonical]")?.getAttribute("href"),
      picture: parsed.querySelector("meta[property='og:image']")?.content,
      data: texts("script[type='application/ld+json']"),
      headSheets: needs("head link[rel=stylesheet]"),
      headRequests: needs("head :is(script[src], [rel=stylesheet], [rel~=icon], [rel*=preload], [rel=manifest])"),
      scripts: needs("script[src]"),
      structure: [...new Set(all("body *:not(svg *)").map(shape))].sort().join("; "),
    }];
  });
}
