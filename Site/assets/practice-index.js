// The way into a chapter's practice: how far each section is, and the concepts answered wrong most, each with the way back to its items.
"use strict";
(() => {
  const results = tamraStore.read("practice", {}) ?? {};
  const { make } = tamraParts;
  const pages = new Set([...document.querySelectorAll(".practice-list")].map((list) => list.dataset.page));
  for (const entry of document.querySelectorAll(".practice-sections li")) {
    pages.add(new URL(entry.querySelector("a").href).pathname.split("/").slice(-2).join("/"));
    const ids = entry.dataset.items.split(" ");
    const done = ids.filter((id) => results[id]);
    if (!done.length) continue;
    const right = done.filter((id) => results[id].right === 1).length;
    const meter = make("progress");
    meter.max = ids.length;
    meter.value = right;
    meter.setAttribute("aria-label", entry.querySelector("a").textContent);
    entry.querySelector(".soft").textContent = `✓ ${right} / ${ids.length}`;
    entry.append(meter);
  }

  const box = document.querySelector(".weak");
  if (!box) return;
  const terms = new Map();
  for (const { right, page, concept, term } of Object.values(results)) {
    if (!concept || !pages.has(page)) continue;
    const about = terms.get(concept) ?? { term, right: 0, count: 0, page };
    about.right += right;
    about.count += 1;
    if (!right) about.page = page;
    terms.set(concept, about);
  }
  const weak = [...terms].filter(([, { right, count }]) => right < count).sort(([, a], [, b]) => a.right / a.count - b.right / b.count).slice(0, 8);
  if (!weak.length) return;
  const list = make("ul", "plain-list");
  for (const [concept, { term, right, count, page }] of weak) {
    const item = make("li");
    const about = make("a", "term", term);
    about.href = `${box.dataset.root}concepts/${concept}.html`;
    const again = make("a", "", box.dataset.again);
    again.href = `${box.dataset.root}${page}?again&concept=${encodeURIComponent(concept)}`;
    item.append(about, make("span", "soft", ` ${box.dataset.right} ${right} / ${count} `), again);
    list.append(item);
  }
  box.append(make("h2", "", box.dataset.title), list);
  box.hidden = false;
})();
