// SPDX-License-Identifier: MIT
// Pages and style sheets as the Nu HTML checker of the W3C sees them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import vnu from "vnu-jar";
import { addressOf, files } from "./site.mjs";

// Where the checker is behind the standards. Whatever else it says, errors and warnings alike, is a fault of ours.
const outdated = [
  /^CSS: “(cx|cy|r|rx|ry|x|y)”: Property “\1” doesn't exist\.$/, // geometry properties, SVG 2, chapter 7.4
  // JSON-LD is a data block, which HTML returns from before it asks the policy ("prepare the script element", step 13).
  /^Inline script violates Content Security Policy .* blocked by “script-src” directive/,
];

test("pages and style sheets are valid", async () => {
  const paths = [...files.keys()].filter((path) => /\.(html|css)$/.test(path));
  const faults = {};
  for (const { message, url, lastLine } of await check(paths)) {
    if (!outdated.some((pattern) => pattern.test(message))) (faults[message] ??= []).push(`${url}:${lastLine}`);
  }
  assert.deepEqual(faults, {});
});

// One process for all files, since it takes longest to start. It fetches them from our server and not from the disk,
// where it would take every file for one of another origin, which a Content-Security-Policy keeps out.
async function check(paths) {
  const { stdout } = await promisify(execFile)("java", [
    "-Dnu.validator.servlet.allow-forbidden-hosts=true", // of which this machine is one
    "-Dnu.validator.servlet.allowed-address-type=all",
    ...["-jar", String(vnu), "--format", "json", "--stdout", "--exit-zero-always", "--also-check-css"],
    ...paths.map(addressOf),
  ], { maxBuffer: 1 << 30 });
  return JSON.parse(stdout).messages;
}
