// SPDX-License-Identifier: MIT
import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/// How a page breaks WCAG 2.2 AA as far as axe can tell: by fault, the colour schemes and widths in which it shows. The
/// page must be open with bypassCSP.
export async function violations(page) {
  const found = {};
  await page.evaluate(axe.source);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const violation of await run(page)) (found[violation] ??= []).push(`${colorScheme} at ${width} px`);
    }
  }
  return found;
}

function run(page) {
  return page.evaluate(async (runOnly) => {
    const { violations } = await axe.run({ runOnly, resultTypes: ["violations"], preload: false });
    const inWords = ({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`;
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${inWords(node)}`));
  }, tags);
}
