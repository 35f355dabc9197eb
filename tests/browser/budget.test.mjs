// SPDX-License-Identifier: MIT
// What a page may weigh, as the design says: readers in a hurry, on a phone, in the middle of the next outage.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readAnatomies } from "./anatomy.mjs";
import { addressOf, fileAt, files, pagePaths, postPaths } from "./site.mjs";

const kilobyte = 1024;
const replayOrDiagram = /<fieldset class="replay[^]*?<\/fieldset>|<svg [^>]*class="[^"]*\bdiagram\b[^]*?<\/svg>/g;
const anatomies = await readAnatomies();

test("a page is there after three requests", () => {
  for (const [path, { headRequests, headSheets }] of anatomies) {
    assert.ok(1 + headRequests.length <= 3, `${path} asks for ${headRequests.join(", ")}`);
    for (const sheet of linked(path, headSheets)) assert.doesNotMatch(sheet.toString(), /@import|url\((?!["']?data:)/);
  }
});

// Diagrams have a budget of their own, and their style sheet comes with the first of them, in the body. What remains is
// held to the budget of a page without any, so that no post escapes.
test("a post has at most 12 KB without its diagrams, 6 KB of it style sheets, compressed", () => {
  for (const path of postPaths) {
    const styles = compressed(linked(path, anatomies.get(path).headSheets));
    const text = files.get(path).toString().replaceAll(replayOrDiagram, "");
    const whole = styles + compressed([text]);
    assert.ok(styles <= 6 * kilobyte, `${path} has style sheets of ${styles} bytes`);
    assert.ok(whole <= 12 * kilobyte, `${path} has ${whole} bytes`);
  }
});

test("a post has at most 5 KB of scripts", () => {
  for (const path of postPaths) {
    const size = linked(path, anatomies.get(path).scripts).reduce((sum, { length }) => sum + length, 0);
    assert.ok(size <= 5 * kilobyte, `${path} has scripts of ${size} bytes`);
  }
});

test("each picture has at most 25 KB", () => {
  for (const page of pagePaths)
    for (const [picture] of files.get(page).toString().matchAll(/<svg[^]*?<\/svg>/g))
      assert.ok(picture.length <= 25 * kilobyte, `${page} has a picture of ${picture.length} bytes`);
});

function linked(path, addresses) {
  return addresses.map((address) => files.get(fileAt(new URL(address, addressOf(path)))));
}

function compressed(contents) {
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
}
