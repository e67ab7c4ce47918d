// Runs before the page is painted: the reader's colours and letter size, so that nothing flashes or moves; and what is kept on this device.
//
// tamraStore.read(name, otherwise), .write(name, value), .names(), .isKept: progress and choices of this course, in this browser alone.
"use strict";
(() => {
  const page = document.documentElement;
  const prefix = `tamra:${page.dataset.course}:`;
  // Storage may be forbidden (a private window, some pages from disk): then things last as long as the page.
  const held = new Map();
  const store = {
    isKept: true,
    read(name, otherwise) {
      try {
        const text = localStorage.getItem(prefix + name);
        return text === null ? otherwise : JSON.parse(text);
      } catch {
        return held.has(name) ? held.get(name) : otherwise;
      }
    },
    write(name, value) {
      held.set(name, value);
      try {
        if (value === undefined) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, JSON.stringify(value));
      } catch {
        store.isKept = false;
      }
    },
    names() {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort();
      } catch {
        return [];
      }
    },
  };
  window.tamraStore = store;

  // The letters are on their way before the style asks for them: those that come too late for the first painting wait for the next page.
  if (window.FontFace && document.currentScript.src) {
    const fonts = new URL("fonts/", document.currentScript.src);
    for (const weight of [400, 600]) new FontFace("Sarabun", `url("${new URL(`sarabun-${weight}.woff2`, fonts)}")`).load().catch(() => {});
  }
  page.classList.add("js");
  // A script that does not come, or breaks, must not keep hidden what it was to show better: all is then as it is without scripts.
  const give = () => page.classList.add("failed");
  addEventListener("error", (event) => {
    if (!event.target || event.target === window || event.target.tagName === "SCRIPT") give();
  }, true);
  setTimeout(() => { if (document.readyState === "loading") give(); }, 8000);
  const { scheme, size } = store.read("reader", {}) ?? {};
  if (scheme === "light" || scheme === "dark") page.dataset.scheme = scheme;
  if (["small", "large", "larger"].includes(size)) page.dataset.size = size;
})();
