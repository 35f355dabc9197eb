// SPDX-License-Identifier: MIT
// What a page may weigh, as the design says: readers in a hurry, on a phone, in the middle of the next outage.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { files, pagePaths } from "./site.mjs";

const kilobyte = 1024;

test("the style sheet has at most 6 KB, compressed", () => {
  assert.ok(gzipSync(files.get("theme/css/site.css"), { level: 9 }).length <= 6 * kilobyte);
});

test("the script has at most 5 KB", () => {
  assert.ok(files.get("theme/js/replay.js").length <= 5 * kilobyte);
});

test("each picture has at most 25 KB", () => {
  for (const page of pagePaths)
    for (const [picture] of files.get(page).toString().matchAll(/<svg[^]*?<\/svg>/g))
      assert.ok(picture.length <= 25 * kilobyte, `${page} has a picture of ${picture.length} bytes`);
});
