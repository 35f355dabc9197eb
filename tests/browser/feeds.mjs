// SPDX-License-Identifier: MIT
// Feeds of all formats, read into the same terms.
import { browser } from "./browser.mjs";
import { files } from "./site.mjs";

/// The file names of feeds, by format.
export const feedNames = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" };

/// The paths of all feeds of a format.
export function feedPaths(format) {
  return [...files.keys()].filter((path) => path.split("/").at(-1) === feedNames[format]).sort();
}

/// Feeds by path: title, home, self, and entries with id, url, title, summary, published, updated (milliseconds; RSS
/// has none) and html.
export async function readFeeds(format) {
  const page = await browser.newPage();
  const texts = feedPaths(format).map((path) => [path, files.get(path).toString()]);
  const feeds = format === "json" ? texts.map(([path, text]) => [path, fromJson(JSON.parse(text))])
    : await page.evaluate(format === "rss" ? fromRss : fromAtom, texts);
  await page.close();
  for (const [, { entries }] of feeds)
    for (const entry of entries)
      for (const name of ["published", "updated"]) if (name in entry) entry[name] = Date.parse(entry[name]);
  return new Map(feeds);
}

/// The addresses in pieces of HTML that are not absolute.
export async function relativeAddresses(pieces) {
  const page = await browser.newPage();
  const found = await page.evaluate((each) => each.flatMap((text) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const names = ["href", "src", "srcset", "poster", "cite", "data", "action"];
    return names.flatMap((name) => [...parsed.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)));
  }), pieces);
  await page.close();
  return found.filter((address) => !URL.canParse(address));
}

function fromJson({ title, home_page_url: home, feed_url: self, items }) {
  const entries = items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    published: item.date_published,
    updated: item.date_modified,
    html: item.content_html,
  }));
  return { title, home, self, entries };
}

function fromRss(texts) {
  return texts.map(([path, text]) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    const tell = (parent, name) => parent.getElementsByTagName(name)[0]?.textContent;
    const entries = [...parsed.getElementsByTagName("item")].map((item) => ({
      id: tell(item, "guid"),
      url: tell(item, "link"),
      title: tell(item, "title"),
      summary: tell(item, "description"),
      published: tell(item, "pubDate"),
      html: tell(item, "content:encoded"),
    }));
    const self = parsed.getElementsByTagName("atom:link")[0]?.getAttribute("href");
    return [path, { title: tell(parsed, "title"), home: tell(parsed, "link"), self, entries }];
  });
}

function fromAtom(texts) {
  return texts.map(([path, text]) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    const tell = (parent, name) => parent.getElementsByTagName(name)[0]?.textContent;
    const link = (parent, relation) =>
      [...parent.children].find((child) => child.matches(`link[rel=${relation}]`))?.getAttribute("href");
    const entries = [...parsed.getElementsByTagName("entry")].map((entry) => ({
      id: tell(entry, "id"),
      url: link(entry, "alternate"),
      title: tell(entry, "title"),
      summary: tell(entry, "summary"),
      published: tell(entry, "published"),
      updated: tell(entry, "updated"),
      html: tell(entry, "content"),
    }));
    const { documentElement: feed } = parsed;
    return [path, { title: tell(feed, "title"), home: link(feed, "alternate"), self: link(feed, "self"), entries }];
  });
}
