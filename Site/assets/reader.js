// The reader's own: letter size, colours and the language of the menus; the link to a passage; how far a chapter has been read.
//
// Nothing here is needed to read. What it says comes from words.js, in both languages, fetched when the panel is first opened.
"use strict";
(() => {
  const { make, copy, say } = tamraParts;
  const page = document.documentElement;
  const store = tamraStore;
  const choices = store.read("reader", {}) ?? {};

  const words = async () => {
    if (!window.tamraWords) await tamraLoad.script("words.js");
    return window.tamraWords;
  };
  const spoken = () => (["th", "en"].includes(choices.language) ? choices.language : page.lang);

  // MARK: The language of the menus. The text keeps its own.

  const frame =
    ".site-header, .site-footer, .skip, .contents summary, .contents .label, .eyebrow, .kind, .button, .actions, .paging, .byline, .label, " +
    ".objectives h2, .answer summary, .item-number, .progress, .verdict-line, [data-ui]";
  const translate = async () => {
    const { pairs, units } = await words();
    const forward = new Map(page.lang === "th" ? pairs : pairs.map(([th, en]) => [en, th]));
    const counted = new Map(units.map(([th, one, many]) => [th, [one, many]]));
    const said = (text) => {
      const bare = text.trim();
      if (!bare) return null;
      if (forward.has(bare)) return text.replace(bare, forward.get(bare));
      const [, number, unit] = bare.match(/^(\d+) (\S+)$/) ?? [];
      if (unit && counted.has(unit)) return `${number} ${counted.get(unit)[number === "1" ? 0 : 1]}`;
      const chapter = bare.match(/^(← )?บทที่\s(\S+)( →)?$/);
      return chapter ? `${chapter[1] ?? ""}Chapter\u00a0${chapter[2]}${chapter[3] ?? ""}` : null;
    };
    const visit = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      do {
        const node = walker.currentNode;
        if (node.nodeType === Node.TEXT_NODE) {
          const text = said(node.data);
          if (text !== null) node.data = text;
        } else {
          for (const name of ["aria-label", "placeholder"]) {
            const text = node.hasAttribute(name) ? said(node.getAttribute(name)) : null;
            if (text !== null) node.setAttribute(name, text);
          }
        }
      } while (walker.nextNode());
    };
    for (const part of document.querySelectorAll(frame)) {
      visit(part);
      part.lang = spoken();
    }
  };
  if (spoken() !== page.lang) translate().catch(() => {});

  // MARK: The panel

  const button = document.querySelector(".reader-button");
  let panel;
  const open = async () => {
    if (panel) return panel.togglePopover();
    const said = (await words()).reader[spoken()];
    panel = make("div", "reader-panel");
    panel.id = "reader-panel";
    panel.popover = "auto";
    panel.lang = spoken();
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", said.title);
    const group = (name, legend, options, value, change) => {
      const set = make("fieldset", "", make("legend", "", legend));
      for (const [key, label] of options) {
        const input = make("input", "");
        input.type = "radio";
        input.name = `reader-${name}`;
        input.value = key;
        input.checked = key === value;
        input.addEventListener("change", () => {
          choices[name] = key;
          store.write("reader", choices);
          change(key);
        });
        set.append(make("label", "", input, make("span", "", label)));
      }
      return set;
    };
    const mark = (name, none) => (key) => {
      if (key === none) delete page.dataset[name];
      else page.dataset[name] = key;
    };
    panel.append(
      group("size", said.size, Object.entries(said.sizes), choices.size ?? "normal", mark("size", "normal")),
      group("scheme", said.scheme, Object.entries(said.schemes), choices.scheme ?? "auto", mark("scheme", "auto")),
      group("language", said.language, [["th", "ไทย"], ["en", "English"]], spoken(), () => location.reload()),
    );
    if (document.body.classList.contains("chapter")) {
      panel.append(tamraParts.button(said.copyHere, "", (made) => copyLink(passageAtTop(), made, said.copied)));
    }
    button.after(panel);
    panel.addEventListener("toggle", (event) => button.setAttribute("aria-expanded", String(event.newState === "open")));
    button.setAttribute("aria-controls", panel.id);
    panel.showPopover();
    panel.querySelector("input:checked").focus({ preventScroll: true });
  };
  button?.addEventListener("click", () => open().catch(() => {}));

  // On the front page: how far each chapter has been read.
  const far = store.read("read", {}) ?? {};
  const begun = [...document.querySelectorAll(".front .card h2 a")].filter((link) => far[link.pathname.split("/").pop()]?.far > 0);
  if (begun.length) {
    words().then(({ reader }) => {
      for (const link of begun) {
        const { far: share } = far[link.pathname.split("/").pop()];
        link.closest("h2").after(make("p", "soft", `${reader[spoken()].readSoFar} ${share}%`));
      }
    }).catch(() => {});
  }

  if (!document.body.classList.contains("chapter")) return;

  // MARK: The link to a passage

  const text = document.querySelector("main");
  const passageOf = (node) => {
    for (let at = node; at && at !== text; at = at.parentElement) if (at.id && !at.matches(".note")) return at;
    return null;
  };
  const passageAtTop = () => {
    const { left, width } = text.getBoundingClientRect();
    for (let y = 80; y < innerHeight; y += 40) {
      const passage = passageOf(document.elementFromPoint(left + width / 3, y));
      if (passage) return passage;
    }
    return null;
  };
  const copyLink = async (passage, made, done) => {
    const url = new URL(location.href);
    url.search = "";
    url.hash = passage?.id ?? "";
    await copy(url.href, made);
    history.replaceState(history.state, "", url);
    say(made, done);
  };
  // One button that goes where the pointer is; the panel holds the same for the keyboard.
  const handle = make("button", "passage-link", "#");
  handle.type = "button";
  handle.tabIndex = -1;
  handle.ariaHidden = "true";
  let at;
  if (matchMedia("(hover: hover) and (min-width: 70rem)").matches) text.addEventListener("pointerover", (event) => {
    const passage = passageOf(event.target)?.closest("main > *, main > section > *, .noted, .defining") ?? null;
    if (!passage || passage === at || event.target === handle) return;
    at = passage;
    passage.append(handle);
  });
  handle.addEventListener("click", () => copyLink(passageOf(handle) ?? at.querySelector("[id]:not(.note)"), handle, "✓"));

  // MARK: How far it has been read

  const path = location.pathname.split("/").pop();
  const read = far;
  const before = read[path];
  const share = () => {
    const length = document.documentElement.scrollHeight - innerHeight;
    return length > 0 ? Math.min(1, scrollY / length) : 1;
  };
  let timer = 0;
  const note = () => {
    timer = 0;
    const passage = passageAtTop();
    if (!passage) return;
    const seen = Math.round(share() * 100);
    read[path] = { at: passage.id, far: Math.max(seen, read[path]?.far ?? 0) };
    store.write("read", read);
  };
  addEventListener("scroll", () => { timer ||= setTimeout(note, 400); }, { passive: true });
  if (before?.at && !location.hash && !location.search && before.far > 3 && document.getElementById(before.at)) {
    words().then(({ reader }) => {
      const back = make("a", "read-on", `${reader[spoken()].readOn} ${before.far}%`);
      back.href = `#${before.at}`;
      back.addEventListener("click", () => back.remove());
      document.body.append(back);
      addEventListener("scroll", () => setTimeout(() => back.remove(), 4000), { once: true, passive: true });
    }).catch(() => {});
  }
})();
