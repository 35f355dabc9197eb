// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/// Holds XML files of the site against a grammar of ours.
export async function assertGrammar(name, paths) {
  assert.notEqual(paths.length, 0, "there are none");
  const grammar = fileURLToPath(new URL(`grammars/${name}.rng`, import.meta.url));
  const call = promisify(execFile)("xmllint", ["--noout", "--nonet", "--relaxng", grammar, ...paths],
    { cwd: process.env.PMSITE_SITE, maxBuffer: 1 << 30 });
  const { code = 0, stderr } = await call.catch((failure) => failure);
  const complaints = stderr.split("\n").filter((line) => line && !line.endsWith(" validates"));
  assert.deepEqual({ code, complaints }, { code: 0, complaints: [] });
}
