// On every page: marks the section being read in the contents, and fetches what only some readers need when they need it – the search when
// its box is entered, the highlighter where a search led here, the offline store on a server. Without it all is plain links.
"use strict";
(() => {
  const root = new URL(document.documentElement.dataset.root || "./", location.href);

  const loads = new Map();
  const script = (name) => {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const made = document.createElement("script");
        made.src = new URL(`assets/${name}`, root);
        made.onload = resolve;
        made.onerror = () => { loads.delete(name); reject(new Error(name)); };
        document.head.append(made);
      }));
    }
    return loads.get(name);
  };
  const inTurn = async (...names) => { for (const name of names) await script(name); };
  const style = (name) => new Promise((resolve) => {
    const made = document.createElement("link");
    made.rel = "stylesheet";
    made.href = new URL(`assets/${name}`, root);
    made.onload = made.onerror = resolve;
    document.head.append(made);
  });
  window.tamraLoad = { script, root };

  const form = document.querySelector("form[role=search]");
  const box = form?.querySelector("input[type=search]");
  if (box) {
    form.inert = false;
    let isAsked = false;
    const wake = () => {
      if (isAsked) return;
      isAsked = true;
      Promise.all([style("search.css"), inTurn("fold.js", "search-index.js", "search.js")]).catch(() => { isAsked = false; });
    };
    box.addEventListener("focus", wake);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
    });
  }
  if (new URLSearchParams(location.search).has("q")) inTurn("fold.js", "highlight.js").catch(() => {});

  // A page from a disk can be neither installed nor cached.
  if (location.protocol.startsWith("http")) {
    const manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = new URL("manifest.webmanifest", root);
    document.head.append(manifest);
    if ("serviceWorker" in navigator && isSecureContext) {
      addEventListener("load", () => navigator.serviceWorker.register(new URL("sw.js", root)).catch(() => {}));
    }
  }

  const links = new Map();
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const folded = document.querySelector("details.contents");
  if (folded) folded.addEventListener("click", (event) => {
    if (event.target.closest("a") && matchMedia("(max-width: 47.99rem)").matches) folded.open = false;
  });
  if (!links.size || !("IntersectionObserver" in window)) return;
  // Which headings are above the middle is told by the observer: asking each where it stands would lay out the whole chapter.
  const headings = [...links.keys()];
  const passed = new Set();
  let marked;
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? passed.add(target) : passed.delete(target);
    const link = links.get(headings.findLast((heading) => passed.has(heading)) ?? headings[0]);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    marked = link;
  }, { rootMargin: "10000000px 0px -70% 0px" });
  for (const heading of headings) observer.observe(heading);
})();
