// The colours that the reader chose, before anything is painted. Without this script the system's choice holds.
(() => {
  "use strict";
  const root = document.documentElement, key = "pmsite-scheme"; // other sites may share the origin
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const system = () => (dark.matches ? "dark" : "light");
  const shown = () => root.dataset.scheme ?? system();
  const other = () => (shown() === "dark" ? "light" : "dark");

  // Pages from a disk, and readers who forbid it, have no storage; then a choice holds for this page.
  try {
    const kept = localStorage.getItem(key);
    if (kept === "light" || kept === "dark") root.dataset.scheme = kept;
  } catch {}

  // Whoever goes back to the system's choice follows it from then on.
  function choose(scheme) {
    if (scheme === system()) delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    try {
      if (root.dataset.scheme) localStorage.setItem(key, scheme);
      else localStorage.removeItem(key);
    } catch {}
  }

  addEventListener("DOMContentLoaded", () => {
    const button = document.createElement("button");
    button.type = "button";
    function say() {
      button.textContent = other() === "dark" ? "Dark" : "Light";
      button.title = `Show in ${other()} colours`;
    }
    button.addEventListener("click", () => {
      choose(other());
      say();
    });
    dark.addEventListener("change", say);
    say();
    const item = document.createElement("li");
    item.append(button);
    document.querySelector("header.site ul").append(item);
  });
})();
