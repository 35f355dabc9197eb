// Finds pages by words. The index is a script too, since a page from a disk can fetch nothing; see search_page.hpp.
(() => {
  "use strict";
  const [form, status, list] = ["form.search", "[role=status]", ".results"].map((each) => document.querySelector(each));
  const field = form.elements.q, { index, top, file } = form.dataset;
  let pages, units, words, loading, pause;

  const make = (name, textContent, more) => Object.assign(document.createElement(name), { textContent, ...more });
  const spell = (word) =>
    word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/(..)ies$/, "$1y").replace(/(..[^s])s$/, "$1");

  function onload() {
    ({ pages, units } = pmsiteSearch);
    words = Object.entries(pmsiteSearch.words).map(([word, places]) => [spell(word), places]);
    run();
  }

  // Whether at most `most` letters are missing, superfluous, wrong or swapped.
  function isLike(a, b, most) {
    if (!a) return b.length <= most;
    const skip = (i, j, left = most - 1) => isLike(a.slice(i), b.slice(j), left);
    if (a[0] === b[0]) return skip(1, 1, most);
    return most > 0 && (skip(1, 1) || skip(1, 0) || skip(0, 1) || (a[0] === b[1] && a[1] === b[0] && skip(2, 2)));
  }

  // Errors in typing are allowed for where nothing else is found.
  function meanings(typed, n, { length }) {
    let found = words.filter(([word]) => word === typed || (n === length - 1 && word.startsWith(typed)));
    for (let most = 1; !found.length && most < 3 && typed.length >= 4 * most; ++most)
      found = words.filter(([word]) => isLike(typed, word, most));
    return found.map(([word, places]) => [n, places, word === typed ? 1 : 0.5]);
  }

  const all = 1e6; // more than any gain
  const score = ({ best, most }) => best.reduce((sum, gain) => sum + all + gain, most / 4);

  function find(query) {
    // A word without a place is in every text.
    const wanted = (query.match(/[\p{L}\p{M}\p{N}]{2,}|\d/gu) ?? []).map(spell)
      .filter((typed) => words.find(([word]) => word === typed)?.[1] !== "");
    const found = [], gains = [];
    wanted.flatMap(meanings).forEach(([n, places, fit]) => {
      let gain = fit * Math.log(1 + (3 * units.length) / places.length), unit = -1;
      for (const [, better, step] of places.matchAll(/(!*)(-?\w+)/g)) {
        gain *= 2 ** better.length;
        const [page, section] = units[(unit += parseInt(step, 36))];
        const result = (found[page] ??= { page, best: [], most: 0 });
        result.best[n] = Math.max(result.best[n] ?? 0, gain);
        gains[unit] = (gains[unit] ?? 0) + gain;
        if (section && gains[unit] > result.most) Object.assign(result, { most: gains[unit], unit });
      }
    });
    // The best, and those that lack one word more.
    const some = Object.values(found).sort((a, b) => score(b) - score(a)), has = (one) => Math.trunc(score(one) / all);
    const near = some.filter((one) => has(one) >= has(some[0]) - 1);
    return [near, near.filter((one) => has(one) >= wanted.length).length];
  }

  function show({ page, unit }) {
    const [route, title, ...texts] = pages[page], [, section, anchor] = units[unit] ?? [];
    const item = make("li"), href = top + route + file;
    item.append(make("a", title, { href }));
    if (section) item.append(" in: ", make("a", section, { href: `${href}#${anchor}` }));
    item.append(...texts.map((text) => make("p", text)));
    return item;
  }

  // After a pause, or every letter would be announced.
  function say(...texts) {
    clearTimeout(pause);
    pause = setTimeout(() => status.replaceChildren(...texts), 500);
  }
  const offer = (text) => say(text, " The ", make("a", "archive", { href: form.action }), " lists every incident.");
  const onerror = () => offer("The index did not load.");

  function run() {
    const query = field.value.trim();
    if (query) loading ??= document.head.appendChild(make("script", "", { onload, onerror, src: index }));
    if (!pages) return;
    const [results, whole] = find(query), { length } = results, count = whole || length, rest = length - count;
    list.replaceChildren(...results.slice(0, 50).map(show));
    if (!query) say();
    else if (!length) offer("Nothing found.");
    else say(whole ? "" : "No page has all words. With some: ", `${count} result${count > 1 ? "s" : ""}`,
      rest ? `, and ${rest} that lack${rest > 1 ? "" : "s"} a word` : "", length > 50 ? ", here the best 50." : ".");
  }

  function change() {
    run();
    history.replaceState(null, "", "#q=" + encodeURIComponent(field.value)); // which Safari refuses to hasty typists
  }

  // A form elsewhere sends a query; what is typed here is in the fragment.
  function follow() {
    field.value = new URLSearchParams(location.hash.slice(1) || location.search).get("q") ?? field.value;
    run();
  }

  function press(event) {
    const item = event.target.closest("li"), down = item ? item.nextSibling : list.firstChild;
    const next = { ArrowDown: down, ArrowUp: item?.previousSibling ?? field, Escape: field }[event.key];
    if (!next || event.isComposing || event.shiftKey) return;
    event.preventDefault();
    (next.firstChild ?? next).focus();
    if (event.key === "Escape") change((field.value = ""));
  }

  field.oninput = change;
  form.onkeydown = list.onkeydown = press;
  form.onsubmit = (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  };
  onhashchange = follow;
  follow();
})();
