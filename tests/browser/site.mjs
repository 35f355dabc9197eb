// SPDX-License-Identifier: MIT
// The finished site: the files of the folder that PMSITE_SITE names, and a web server for nothing but those.
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".xml": "application/xml",
};

/// The bytes of every file by its path in the folder, read once, so that a build during the tests does no harm.
export const files = await readFolder(process.env.PMSITE_SITE);

/// The paths of all HTML pages.
export const pagePaths = [...files.keys()].filter((path) => path.endsWith(".html")).sort();

/// The paths of the pages of posts.
export const postPaths = pagePaths.filter((path) => /^posts\/[^/]+\/index\.html$/.test(path));

// The page for a missing address is shown at any depth, so its links begin with the path at which the site will live.
// The server puts the site there too.
const canonical = /<link rel="canonical" href="([^"]+)"/.exec(files.get("index.html"));

/// Where the site will live, with a slash at the end; undefined if it was built for no address.
export const publicAddress = canonical?.[1];

// What a site that was built for no address says of itself where a standard wants one.
const absoluteHome = publicAddress ?? "http://localhost:8000/";

const homePath = publicAddress ? new URL(publicAddress).pathname : "/";
const server = createServer(answer);
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
server.unref();

/// Where the site lives during the tests, with a slash at the end.
export const localAddress = `http://127.0.0.1:${server.address().port}${homePath}`;

/// The address at which a reader sees a file during the tests.
export function addressOf(path) {
  return new URL(path.replace(/(^|\/)index\.html$/, "$1"), localAddress).href;
}

/// The address at which the world will see a file.
export function publicAddressOf(path) {
  return addressOf(path).replace(localAddress, absoluteHome);
}

/// The address during the tests of what the world will see at `address`; others stay as they are.
export function toLocal(address) {
  return address.startsWith(absoluteHome) ? address.replace(absoluteHome, localAddress) : address;
}

/// The path of the file that a local address leads to, or undefined.
export function fileAt(address) {
  const { pathname } = new URL(address, localAddress);
  if (!pathname.startsWith(homePath)) return undefined;
  const path = decodeURIComponent(pathname.slice(homePath.length)).replace(/(^|\/)$/, "$1index.html");
  return files.has(path) ? path : undefined;
}

/// The bytes of every file in a folder, by its path there.
export async function readFolder(folder) {
  if (!folder) throw new Error("set PMSITE_SITE to the folder of a finished site, for example public");
  const found = new Map();
  for (const path of await readdir(folder, { recursive: true })) {
    const place = join(folder, path);
    if ((await stat(place)).isFile()) found.set(path, await readFile(place));
  }
  return found;
}

function answer(request, response) {
  const path = fileAt(request.url);
  const shown = path ?? "404.html";
  response.writeHead(path ? 200 : 404, { "content-type": contentTypes[extname(shown)] ?? "application/octet-stream" });
  response.end(files.get(shown));
}
