// SPDX-License-Identifier: MIT
// What the site tells search engines, social networks and programs.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAnatomies } from "./anatomy.mjs";
import { assertGrammar } from "./grammar.mjs";
import { fileAt, files, pagePaths, postPaths, publicAddress, publicAddressOf, toLocal } from "./site.mjs";

const anatomies = await readAnatomies();
const findable = pagePaths.filter((path) => path !== "404.html");

describe("what machines are told", () => {
  it("the sitemap keeps to its grammar", () => assertGrammar("sitemap", ["sitemap.xml"]));

  it("the sitemap has every page but the one for missing addresses, each once", () => {
    const listed = [...files.get("sitemap.xml").toString().matchAll(/<loc>([^<]+)</g)].map(([, address]) => address);
    assert.deepEqual(listed.sort(), findable.map(publicAddressOf).sort());
  });

  it("robots.txt names the sitemap and keeps nobody out", () => {
    const lines = files.get("robots.txt").toString().trim().split("\n");
    assert.ok(lines.includes(`Sitemap: ${publicAddressOf("sitemap.xml")}`), lines.join("\n"));
    assert.deepEqual(lines.filter((line) => /^disallow:\s*\S/i.test(line)), []);
  });

  it("the canonical address of a page is its own", () => {
    const wrong = pagePaths.filter((path) => {
      const hasOne = publicAddress && path !== "404.html";
      return anatomies.get(path).canonical !== (hasOne ? publicAddressOf(path) : undefined);
    });
    assert.deepEqual(wrong, []);
  });

  it("social pictures exist and have the size that networks ask for, and every post has one", () => {
    for (const [path, { picture }] of anatomies) {
      assert.ok(picture || !publicAddress || !postPaths.includes(path), `${path} has no picture`);
      if (picture) assert.deepEqual(sizeOfPng(files.get(fileAt(toLocal(picture)))), { width: 1200, height: 630 }, path);
    }
  });

  it("every post is described in JSON-LD", () => {
    for (const path of postPaths) {
      const { data, headings } = anatomies.get(path);
      const articles = data.map((text) => JSON.parse(text)).filter((each) => each["@type"] === "TechArticle");
      assert.equal(articles.length, 1, path);
      const [article] = articles;
      assert.equal(article["@context"], "https://schema.org");
      assert.ok(headings[0].startsWith(article.headline.replace(/…$/, "")), article.headline); // long ones are cut
      for (const time of [article.datePublished, article.dateModified])
        assert.match(time, /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/);
      assert.ok(Date.parse(article.dateModified) >= Date.parse(article.datePublished), path);
      for (const things of [article.author, article.about].map((value) => [value].flat())) {
        assert.notEqual(things.length, 0, path);
        assert.deepEqual(things.filter((thing) => !thing?.["@type"] || !thing.name), [], path);
      }
    }
  });

  it("the facts of all posts are those of each", () => {
    const { incidents } = JSON.parse(files.get("incidents.json"));
    const each = postPaths.map((path) => JSON.parse(files.get(path.replace("index.html", "incident.json"))));
    const bySlug = (list) => [...list].sort((one, other) => (one.slug < other.slug ? -1 : 1));
    assert.deepEqual(bySlug(incidents), bySlug(each));
    assert.deepEqual(each.map(({ slug }) => `posts/${slug}/index.html`).sort(), postPaths);
    if (publicAddress) assert.deepEqual(bySlug(each).map(({ url }) => url), postPaths.map(publicAddressOf));
  });
});

// Source: PNG, third edition, chapters 5.2 and 11.2.1.
function sizeOfPng(bytes) {
  assert.equal(bytes?.toString("latin1", 0, 16), "\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
