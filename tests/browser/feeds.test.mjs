// SPDX-License-Identifier: MIT
// Feeds: each by its format's rules, and all formats saying the same.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAnatomies } from "./anatomy.mjs";
import { feedNames, feedPaths, readFeeds, relativeAddresses } from "./feeds.mjs";
import { assertGrammar } from "./grammar.mjs";
import { faultsOfJsonFeed } from "./json_feed.mjs";
import { fileAt, files, pagePaths, publicAddressOf, toLocal } from "./site.mjs";

const rss = await readFeeds("rss");
const atom = await readFeeds("atom");
const json = await readFeeds("json");
const all = [...rss, ...atom, ...json];

describe("feeds", () => {
  it("are there for the site and for every service, cause and tag, in all formats", () => {
    const terms = pagePaths.filter((path) => /^(services|causes|tags)\/[^/]+\/index\.html$/.test(path));
    const folders = new Set(["", ...[...terms, ...all.map(([path]) => path)].map(folderOf)]);
    const wanted = [...folders].flatMap((folder) => Object.values(feedNames).map((name) => folder + name));
    assert.deepEqual(wanted.filter((path) => !files.has(path)), []);
  });

  it("keep to the grammar of RSS 2.0", () => assertGrammar("rss", feedPaths("rss")));
  it("keep to the grammar of Atom", () => assertGrammar("atom", feedPaths("atom")));

  it("keep to JSON Feed 1.1", () => {
    const faults = feedPaths("json").map((path) => [path, faultsOfJsonFeed(JSON.parse(files.get(path)))]);
    assert.deepEqual(faults.filter(([, found]) => found.length > 0), []);
  });

  it("say the same in all formats", () => {
    for (const [path, { title, entries }] of atom) {
      const inJson = json.get(folderOf(path) + feedNames.json);
      const inRss = rss.get(folderOf(path) + feedNames.rss);
      const undated = entries.map(({ updated, ...rest }) => rest);
      assert.deepEqual({ title: inJson.title, entries: inJson.entries }, { title, entries }, path);
      assert.deepEqual({ title: inRss.title, entries: inRss.entries }, { title, entries: undated }, path);
    }
  });

  it("know their own address and the page that shows the same", () => {
    for (const [path, { home, self }] of all) {
      const wanted = { home: publicAddressOf(`${folderOf(path)}index.html`), self: publicAddressOf(path) };
      assert.deepEqual({ home, self }, wanted, path);
    }
  });

  it("hold posts of that page, each once, under an id of its own", async () => {
    const anatomies = await readAnatomies();
    const idsByUrl = new Map();
    for (const [path, { entries }] of all) {
      const shown = anatomies.get(`${folderOf(path)}index.html`).addresses
        .map((address) => new URL(address, publicAddressOf(path)).href);
      for (const { id, url } of entries) {
        assert.ok(fileAt(toLocal(url)), `${path} leads to ${url}, where nothing is`);
        assert.ok(shown.includes(url), `${path} has ${url}, and the page beside it has not`);
        assert.equal(id, idsByUrl.get(url) ?? id, `${url} has two ids`);
        idsByUrl.set(url, id);
      }
      assert.equal(new Set(entries.map(({ url }) => url)).size, entries.length, path);
    }
    assert.equal(new Set(idsByUrl.values()).size, idsByUrl.size);
  });

  it("never say that a post changed before it appeared", () => {
    for (const [path, { entries }] of [...atom, ...json])
      for (const { published, updated, url } of entries) assert.ok(updated >= published, `${path}: ${url}`);
  });

  it("name the right day of the week", () => {
    for (const path of feedPaths("rss"))
      for (const [, date] of files.get(path).toString().matchAll(/<(?:pubDate|lastBuildDate)>([^<]+)</g))
        assert.equal(date, new Date(date).toUTCString().replace("GMT", "+0000"), path);
  });

  it("hold whole posts whose links are absolute", async () => {
    const pieces = all.flatMap(([, { entries }]) => entries.map(({ html }) => html));
    assert.deepEqual(pieces.filter((html) => !html?.includes("<h2")), []);
    assert.deepEqual([...new Set(await relativeAddresses([...new Set(pieces)]))], []);
  });
});

function folderOf(path) {
  return path.replace(/[^/]*$/, "");
}
