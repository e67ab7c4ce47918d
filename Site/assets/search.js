// The search box: results under it as one types, in groups, chosen with the mouse or the arrow keys.
//
// site.js fetches it when the box in the page's frame is first entered, so that a page that is only read loads nothing of it.
"use strict";
(() => {
  const form = document.querySelector("form[role=search]");
  const box = form?.querySelector("input[type=search]");
  if (!box) return;
  const order = ["concept", "definition", "person", "chapter", "question", "practice", "other"];
  const firstPages = 150;

  const { make } = tamraParts;
  const panel = make("div", "search-results");
  panel.id = "search-results";
  panel.hidden = true;
  const status = make("p", "search-status");
  status.setAttribute("role", "status");
  const list = make("div");
  panel.append(status, list);
  form.append(panel);
  box.setAttribute("aria-controls", panel.id);
  box.setAttribute("autocomplete", "off");

  let turn = 0;
  let timer = 0;
  let limit = firstPages;

  const address = (result, place, query) => {
    const url = new URL(result.href);
    url.searchParams.set("q", query);
    if (place?.id) url.hash = place.id;
    return url.href;
  };

  const passage = (place) =>
    make(
      "span",
      "search-passage",
      place.before.length > 20 ? "…" : "",
      place.before,
      make("mark", "", place.match),
      place.after,
      place.after.length === 60 ? "…" : "",
    );

  const entry = (result, query, words) => {
    const item = make("li", "");
    const link = make("a", "search-title", result.title);
    link.href = address(result, result.inTitle ? null : result.places[0], query);
    item.append(link);
    if (result.count > 1) item.append(make("span", "search-count", ` ${result.count} ${words.places}`));
    for (const place of result.places) {
      const where = make("a", "search-place", passage(place));
      where.href = address(result, place, query);
      item.append(where);
    }
    return item;
  };

  const links = () => [...list.querySelectorAll("a, button")];

  const show = (results, query, words, isComplete) => {
    const held = document.activeElement;
    const at = links().indexOf(held);
    list.replaceChildren();
    for (const group of order) {
      const members = results.filter((result) => result.group === group);
      if (!members.length) continue;
      members.sort((a, b) => b.inTitle - a.inTitle);
      const items = make("ul", "", ...members.map((result) => entry(result, query, words)));
      list.append(make("section", "search-group", make("h2", "", `${words.groups[group]} (${members.length})`), items));
    }
    status.textContent = results.length ? `${words.found} ${results.length} · ${words.help}` : `${words.none} “${query}”`;
    if (!isComplete) {
      const more = make("button", "search-more", words.more);
      more.type = "button";
      more.addEventListener("click", () => {
        limit *= 4;
        search();
      });
      list.append(more);
    }
    panel.hidden = false;
    // Whoever is in the list already stays at the same result while more come in.
    if (at >= 0) {
      const now = links();
      (now.find((link) => link.href && link.href === held.href) ?? now[Math.min(at, now.length - 1)] ?? box).focus({ preventScroll: true });
    }
  };

  const search = async () => {
    const mine = ++turn;
    const query = box.value.trim();
    if (!query) {
      panel.hidden = true;
      return;
    }
    const results = [];
    const isCurrent = () => mine === turn;
    const words = await tamraSearch.words();
    // A long search shows what it has; a short one shows itself once, whole.
    let shownAt = performance.now() + 250;
    const { isComplete } = await tamraSearch.find(query, {
      isCurrent,
      limit,
      found: (result) => {
        results.push(result);
        if (isCurrent() && performance.now() > shownAt) {
          shownAt = performance.now() + 250;
          show(results, query, words, true);
        }
      },
    });
    if (isCurrent()) show(results, query, words, isComplete);
  };

  const close = () => {
    turn++;
    panel.hidden = true;
  };

  box.addEventListener("input", () => {
    limit = firstPages;
    clearTimeout(timer);
    timer = setTimeout(search, 40);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (!panel.hidden && first) location.href = first.href;
    else search();
  });
  form.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && all.length && !panel.hidden) all[Math.min(at + 1, all.length - 1)].focus();
    else if (event.key === "ArrowUp" && at === 0) box.focus();
    else if (event.key === "ArrowUp" && at > 0) all[at - 1].focus();
    else if (event.key === "Escape" && !panel.hidden) {
      close();
      box.focus();
    } else return;
    event.preventDefault();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });
  // What was typed while this was on its way.
  if (box.value) timer = setTimeout(search, 40);
  tamraSearch.words();
})();
