// SPDX-License-Identifier: MIT
// One Chromium for all tests of a file, and pages in it that are watched.
import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { addressOf, localAddress } from "./site.mjs";

/// The browser. It ends with the tests.
export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", // has no use for a site of our own, and does not start as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
after(() => browser.close());

/// A page that shows `path` of the site, loaded, until the test ends. The test fails if the page complains or asks
/// another host for anything. `fragment` begins with #; `media` are colorScheme, reducedMotion and forcedColors. With
/// `clock` the page's time stands still, and goes on by page.clock alone.
export async function open(test, path, options = {}) {
  const { javaScript = true, bypassCSP = false, clock = false, fragment = "", ...look } = options;
  const { width = 1280, height = 800, ...media } = look;
  const { page, giveBack } = await takePage({ javaScriptEnabled: javaScript, bypassCSP }, clock || fragment);
  const complaints = listen(page);
  test.after(async () => {
    await (complaints.length === 0 ? giveBack() : page.close());
    assert.deepEqual(complaints, []);
  });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ ...plainMedia, ...media });
  if (clock) await page.clock.install({ time: "2000-01-01T00:00:00Z" });
  const response = await page.goto(addressOf(path) + fragment);
  assert.ok(response.ok(), `${path} answers ${response.status()}`);
  if (clock) await page.clock.pauseAt("2000-01-01T01:00:00Z");
  return page;
}

const plainMedia = { media: null, colorScheme: null, reducedMotion: null, forcedColors: null };
const shared = new Map();

// A new page takes longer than most tests, and a static site leaves nothing behind in it, so tests hand their pages on.
// But a clock cannot be taken out again, and an address that differs in its fragment alone is not loaded anew: pages
// with either are used once.
async function takePage(settings, once) {
  if (once) {
    const page = await browser.newPage(settings);
    return { page, giveBack: () => page.close() };
  }
  const key = JSON.stringify(settings);
  if (!shared.has(key)) shared.set(key, { context: browser.newContext(settings), idlePages: [] });
  const { context, idlePages } = shared.get(key);
  const page = idlePages.pop() ?? (await (await context).newPage());
  const giveBack = () => {
    page.removeAllListeners();
    idlePages.push(page);
  };
  return { page, giveBack };
}

/// What the page complains about from now on, and what it asks of others than `home`, an origin; the list grows.
export function listen(page, home = new URL(localAddress).origin) {
  const complaints = [];
  page.on("crash", () => complaints.push("crash"));
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && origin !== home) complaints.push(`asks for ${request.url()}`);
  });
  return complaints;
}
