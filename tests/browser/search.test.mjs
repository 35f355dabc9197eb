// SPDX-License-Identifier: MIT
// The search: what it finds and in which order, by keyboard, by ear, and without JavaScript.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { browser, listen, open } from "./browser.mjs";
import { addressOf, files } from "./site.mjs";

const path = "search/index.html", indexPath = "search/index.js", scriptPath = "theme/js/search.js";
const { pages, units, words } = readIndex();
const posts = pages.filter(([route]) => route.startsWith("posts/"));

describe("the index", () => {
  // The kilobyte is for the words of a first post, which no second one shares yet.
  it("has at most 1 KB and 150 bytes for each page and section, and the page's scripts 5 KB, compressed", () => {
    const size = gzipSync(files.get(indexPath), { level: 9 }).length;
    assert.ok(size <= 1024 + 150 * units.length, `${size} bytes for ${units.length} pages and sections`);
    const scripts = Buffer.concat([files.get(scriptPath), files.get("theme/js/site.js")]);
    assert.ok(gzipSync(scripts, { level: 9 }).length <= 5 * 1024);
  });

  it("leads to pages and sections that exist", () => {
    const dead = units.filter(([page, , anchor]) => {
      const html = files.get(`${pages[page][0]}index.html`)?.toString();
      return !html || (anchor !== undefined && !html.includes(`id="${anchor}"`));
    });
    assert.deepEqual(dead, []);
  });

  it("is not loaded before the first letter", async (test) => {
    const page = await openSearch(test);
    const isLoaded = () => page.evaluate(
      (end) => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(end)), indexPath);
    await page.locator("[type=search]").focus();
    assert.equal(await isLoaded(), false);
    await page.keyboard.type("c");
    await page.waitForFunction(() => "pmsiteSearch" in window);
    assert.equal(await isLoaded(), true);
  });
});

describe("the search finds", () => {
  const [word, places] =
    Object.entries(words).find(([each, where]) => /^[a-z]{5,}$/.test(each) && /^!!!\w+$/.test(where)) ?? [];
  const [, title] = places ? pages[units[parseInt(places.slice(3), 36) - 1][0]] : [];

  it("a page by a word of its title", async (test) => {
    assert.ok(word, "no title has a long word of its own");
    assert.deepEqual(await titlesFor(await openSearch(test), word), [title]);
  });

  it("a page by the beginning of a word", async (test) => {
    assert.ok((await titlesFor(await openSearch(test), word.slice(0, -2))).includes(title));
  });

  it("a page in spite of an error in typing", async (test) => {
    const typed = word.slice(0, 3) + word[4] + word[3] + word.slice(5);
    assert.ok(!(typed in words));
    assert.ok((await titlesFor(await openSearch(test), typed)).includes(title));
  });

  it("every post by its title", async (test) => {
    const page = await openSearch(test);
    for (const [, each] of posts) assert.equal((await titlesFor(page, each))[0], each);
  });

  it("the section that has the word, and leads there", async (test) => {
    const unitOf = (where) => units[parseInt(where, 36) - 1];
    const [rare, where] = Object.entries(words).find(
      ([each, list]) => each.length > 5 && /^\w+$/.test(list) && unitOf(list).length > 1);
    const [, heading, anchor] = unitOf(where);
    const page = await openSearch(test);
    await titlesFor(page, rare);
    await page.locator(".results li").getByRole("link", { name: heading, exact: true }).first().click();
    await page.waitForURL((url) => url.hash === `#${anchor}`);
    assert.equal(await page.locator(`[id="${anchor}"]`).count(), 1);
  });
});

const hostile = "<img src=x onerror=alert(1)>";

// An index of four pages, of which the first has a section.
const small = {
  pages: [["a/", "First", "1 March 2026"], ["b/", "Second"], ["c/", "Third"], ["d/", hostile, "<b>bold</b>"]],
  units: [[0], [1], [2], [3], [0, "<i>Heading</i>", "s-heading"]],
  words: {
    cache: "1!1!1!1", query: "1", querier: "2", rare: "3", the: "", Ünïté: "2", form: "1", from: "2", database: "3",
    replication: "1,1", markup: "5!!-1", sev1: "2",
  },
};

describe("of a small index the search", () => {
  const cases = [
    ["ranks title, name, summary and text in this order", "cache", [hostile, "Third", "Second", "First"]],
    ["shows pages that have all words, then those that lack one", "cache form", ["First", hostile, "Third", "Second"]],
    ["shows pages with some of the words where none has all", "query rare", ["First", "Third"]],
    ["lets a rare word count more than one that many have", "replication rare", ["Third", "First", "Second"]],
    ["takes a plural for its singular", "queries", ["First"]],
    ["takes the last word for a beginning", "quer", ["First", "Second"]],
    ["takes no other word for one", "rar form", ["First"]],
    ["prefers a word to one like it", "form", ["First"]],
    ["allows a letter too few", "datbase", ["Third"]],
    ["allows a letter too many", "databbase", ["Third"]],
    ["allows a wrong letter", "rave", ["Third"]],
    ["allows two letters that changed places", "raer", ["Third"]],
    ["allows two errors in a long word", "replicatoinn", ["First", "Second"]],
    ["allows no error in a short word", "thx", []],
    ["passes over words that every text has", "the rare", ["Third"]],
    ["folds accents and capitals", "ÜNÏTÉ", ["Second"]],
    ["folds accents of the index", "unite", ["Second"]],
    ["finds words with a digit", "SEV1", ["Second"]],
    ["finds nothing by nothing", " - ", []],
  ];
  for (const [name, query, titles] of cases) {
    it(name, async (test) => {
      const page = await openSearch(test, small);
      assert.deepEqual(await titlesFor(page, query), titles);
    });
  }

  it("shows markup as text", async (test) => {
    const page = await openSearch(test, small);
    assert.deepEqual(await titlesFor(page, "markup"), [hostile, "First"]);
    assert.deepEqual(await page.locator(".results p").allInnerTexts(), ["<b>bold</b>", "1 March 2026"]);
    assert.equal(await page.locator("main :is(img, b, i)").count(), 0);
    const section = page.getByRole("link", { name: "<i>Heading</i>", exact: true });
    assert.equal(await section.getAttribute("href"), "../a/#s-heading");
    await titlesFor(page, hostile);
    assert.equal(await page.locator("main img").count(), 0);
  });

  it("shows the best fifty of more", async (test) => {
    const many = Array.from({ length: 60 }, (_, n) => [`p${n}/`, `Page ${n}`]);
    const words = { word: many.map(() => 1).join() };
    const page = await openSearch(test, { pages: many, units: many.map((_, n) => [n]), words });
    assert.equal((await titlesFor(page, "word")).length, 50);
    assert.match(await announced(page), /60 results.* 50/);
  });
});

describe("by keyboard the search", () => {
  it("leads from the words into the results and back", async (test) => {
    const page = await openSearch(test, small);
    await titlesFor(page, "cache");
    const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.localName);
    const walked = [];
    for (const way of ["Up", ...Array(5).fill("Down"), ...Array(4).fill("Up")]) {
      await page.keyboard.press(`Arrow${way}`);
      walked.push(await focused());
    }
    const down = [hostile, "Third", "Second", "First"];
    assert.deepEqual(walked, ["input", ...down, "First", "Second", "Third", hostile, "input"]);
  });

  it("moves to the first result by Enter, and opens it by another", async (test) => {
    const page = await openSearch(test);
    const [title] = await titlesFor(page, posts[0][1]);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), title);
    await page.keyboard.press("Enter");
    await page.waitForURL(addressOf(`${posts[0][0]}index.html`));
  });

  it("is cleared by Escape, also from a result", async (test) => {
    const page = await openSearch(test, small);
    for (const keys of [[], ["ArrowDown", "ArrowDown"]]) {
      await titlesFor(page, "cache");
      for (const key of keys) await page.keyboard.press(key);
      await page.keyboard.press("Escape");
      const left = await page.evaluate(() => [document.activeElement.type, document.activeElement.value]);
      assert.deepEqual([...left, new URL(page.url()).hash], ["search", "", "#q="]);
      assert.equal(await page.locator(".results li").count(), 0);
    }
  });
});

describe("by ear the search", () => {
  it("tells the number of results once the reader pauses", async (test) => {
    const page = await openSearch(test, small, { clock: true });
    await page.evaluate(() => {
      window.heard = [];
      const status = document.querySelector("[role=status]");
      new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true });
    });
    await type(page, "c");
    for (const letter of "ache") {
      await page.clock.runFor(100);
      await page.keyboard.type(letter);
    }
    await page.clock.runFor(60_000);
    assert.deepEqual(await page.evaluate(() => window.heard), ["4 results."]);
  });

  const messages = [
    ["rare", /^1 result\.$/],
    ["query rare", /all words.* 2 results\.$/],
    ["cache form", /^1 result, and 3 that lack a word\.$/],
    ["zyzzyva", /^Nothing found\. .*archive/],
  ];
  for (const [query, message] of messages) {
    it(`says something fit about “${query}”`, async (test) => {
      const page = await openSearch(test, small);
      await type(page, query);
      assert.match(await announced(page), message);
      const link = page.locator("[role=status] a");
      if (query !== "zyzzyva") return assert.equal(await link.count(), 0);
      await link.click();
      await page.waitForURL(addressOf("archive/index.html"));
    });
  }

  it("says nothing where nothing is asked", async (test) => {
    const page = await openSearch(test, small);
    await titlesFor(page, "cache");
    await announced(page);
    await type(page, "");
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "");
  });

  it("says that the index did not load", async (test) => {
    const page = await browser.newPage();
    test.after(() => page.close());
    await page.route(addressOf(indexPath), (route) => route.abort());
    await page.goto(addressOf(path));
    await type(page, "cache");
    assert.match(await announced(page), /did not load.*archive/);
  });
});

describe("the address of the search", () => {
  it("holds the words, and adds nothing to the history", async (test) => {
    const page = await openSearch(test, small);
    const entry = () => page.evaluate(() => navigation.currentEntry.key);
    const before = await entry();
    await titlesFor(page, "query & form");
    assert.equal(new URL(page.url()).hash, "#q=query%20%26%20form");
    assert.equal(await entry(), before);
  });

  for (const end of ["#q=query%20form", "?q=query+form", "?q=rare#q=query+form"]) {
    it(`is read from ${end}`, async (test) => {
      const page = await openSearch(test, small, { end });
      assert.deepEqual(await shownTitles(page), ["First"]);
      assert.equal(await page.locator("[type=search]").inputValue(), "query form");
    });
  }

  it("is followed when it changes", async (test) => {
    const page = await openSearch(test, small, { end: "#q=rare" });
    assert.deepEqual(await shownTitles(page), ["Third"]);
    await page.evaluate(() => (location.hash = "#q=query"));
    await page.waitForFunction(() => document.querySelector(".results a")?.textContent === "First");
  });
});

describe("the search without JavaScript", () => {
  it("leads to the archive and says so", async (test) => {
    const page = await open(test, path, { javaScript: false });
    assert.match(await page.locator("main").innerText(), /script.*archive/);
    await page.getByRole("searchbox").fill("cache");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href.startsWith(addressOf("archive/index.html")));
    assert.equal(new URL(page.url()).search, "?q=cache");
  });
});

const portable = process.env.PMSITE_PORTABLE;

describe("the search of a portable site", { skip: !portable && "PMSITE_PORTABLE names none" }, () => {
  it("finds posts and opens them", async (test) => {
    const page = await browser.newPage();
    test.after(() => page.close());
    const complaints = listen(page, "null"); // the origin of all files
    await page.goto(pathToFileURL(resolve(portable, path)).href);
    assert.equal((await titlesFor(page, posts[0][1]))[0], posts[0][1]);
    await page.locator(".results a").first().click();
    await page.waitForURL(pathToFileURL(resolve(portable, `${posts[0][0]}index.html`)).href);
    assert.deepEqual(complaints, []);
  });
});

function readIndex() {
  const context = {};
  runInNewContext(files.get(indexPath).toString(), context);
  return JSON.parse(JSON.stringify(context.pmsiteSearch));
}

// A page of the search that no test before has used, with an index of its own if one is given.
async function openSearch(test, index, { clock = false, end = "#" } = {}) {
  const page = await open(test, "archive/index.html", { clock, fragment: "#" });
  if (index) await page.route(addressOf(indexPath), (route) =>
    route.fulfill({ contentType: "text/javascript", body: `pmsiteSearch = ${JSON.stringify(index)};` }));
  await page.goto(addressOf(path) + end);
  return page;
}

async function type(page, query) {
  await page.locator("[type=search]").fill(query);
  if (!query) return;
  await page.waitForFunction(() => "pmsiteSearch" in window || document.querySelector("[role=status]").textContent);
}

// The titles of the results, which are there as soon as the index is.
async function titlesFor(page, query) {
  await type(page, query);
  return shownTitles(page);
}

async function shownTitles(page) {
  await page.waitForFunction(() => "pmsiteSearch" in window);
  return page.locator(".results li > a:first-child").allInnerTexts();
}

async function announced(page) {
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent !== "");
  return page.locator("[role=status]").innerText();
}
