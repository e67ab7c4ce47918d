// Turns the list of a chapter's cards into a deck: one card at a time, the next when it is due.
//
// Progress stands under "cards" in the course's store on this device, by the cards' identifiers, and goes out and in as a file.
// With an exam date no card waits past it, and new cards are spread over the days that are left.
"use strict";
(() => {
  const deck = document.querySelector(".deck");
  const items = deck ? [...deck.querySelectorAll(".card-item")] : [];
  if (!items.length) return;
  const { make, button } = tamraParts;
  const words = deck.dataset;
  const day = 86_400_000;
  const newADay = 20;

  // Progress: { exam: "2026-12-01" or "", cards: { id: FSRS card and the day it was first met } }.
  const isProgress = (value) =>
    value && typeof value === "object" && value.cards && typeof value.cards === "object" &&
    Object.values(value.cards).every((card) => ["learning", "review", "relearning"].includes(card?.state) && Number.isFinite(card.due));
  const stored = tamraStore.read("cards", null);
  let progress = isProgress(stored) ? stored : { exam: "", cards: {} };
  const keep = () => tamraStore.write("cards", progress);


  const startOfDay = (time) => new Date(time).setHours(0, 0, 0, 0);
  const daysToExam = (now) => {
    const exam = progress.exam ? new Date(`${progress.exam}T00:00`).getTime() : NaN;
    return Number.isFinite(exam) && exam > now ? Math.max(1, Math.round((exam - startOfDay(now)) / day)) : Infinity;
  };
  const stateOf = (item, now) => progress.cards[item.dataset.card] ?? tamraFSRS.fresh(now);
  const options = (now) => ({ longest: Math.min(36500, daysToExam(now)) });
  const isNew = (item) => !(item.dataset.card in progress.cards);

  const newToday = (now) => {
    const unseen = items.filter(isNew).length;
    const met = Object.values(progress.cards).filter((card) => card.met === startOfDay(now)).length;
    const left = daysToExam(now);
    // The last day before the exam is for what has been met.
    const wanted = left === Infinity ? newADay : Math.ceil((unseen + met) / Math.max(1, left - 1));
    return Math.min(unseen, Math.max(0, wanted - met));
  };

  const due = (now) =>
    items.filter((item) => !isNew(item) && stateOf(item, now).due <= now)
      .sort((a, b) => stateOf(a, now).due - stateOf(b, now).due);
  const next = (now, isAhead) =>
    due(now)[0] ??
    (newToday(now) > 0 || isAhead ? items.find(isNew) : undefined) ??
    (isAhead ? [...items].sort((a, b) => stateOf(a, now).due - stateOf(b, now).due)[0] : undefined);

  const wait = (ms) => {
    if (ms < 60 * 60_000) return `${Math.max(1, Math.round(ms / 60_000))} ${words.minutes}`;
    return ms < day ? `${Math.round(ms / 3_600_000)} ${words.hours}` : `${Math.round(ms / day)} ${words.days}`;
  };

  // Frame: counts and exam date above, the card, ratings below, what is weak, the file.
  const counts = make("p", "deck-counts");
  counts.setAttribute("role", "status");
  // Day, month and year of the exam as three lists: a Thai reader finds the year in the Buddhist era.
  const list = (label, options) => {
    const made = make("select", "", make("option", "", "–"), ...options.map(([value, text]) => {
      const option = make("option", "", text);
      option.value = value;
      return option;
    }));
    made.options[0].value = "";
    made.setAttribute("aria-label", label);
    return made;
  };
  // The months come with the page: a browser takes longer to look them up than to build the whole deck.
  const months = words.months.split(" ");
  const two = (number) => String(number).padStart(2, "0");
  const thisYear = new Date().getFullYear();
  const dayList = list(words.day, Array.from({ length: 31 }, (_, i) => [two(i + 1), i + 1]));
  const monthList = list(words.month, months.map((name, i) => [two(i + 1), name]));
  const yearList = list(words.year, [0, 1, 2].map((i) => [String(thisYear + i), String(thisYear + i + Number(words.era))]));
  const exam = make("fieldset", "deck-exam", make("legend", "", words.exam), dayList, monthList, yearList);
  const showExam = () => {
    const [year, month, day] = progress.exam.split("-");
    yearList.value = year ?? "";
    monthList.value = month ?? "";
    dayList.value = day ?? "";
  };
  showExam();
  const bar = make("div", "deck-bar", counts, exam);
  const stage = make("div", "deck-stage");
  const ratings = make("div", "deck-ratings");
  const idle = make("div", "deck-idle");
  const weak = make("section", "deck-weak");
  const file = make("input", "");
  file.type = "file";
  file.accept = "application/json,.json";
  const note = make("p", "deck-note");
  note.setAttribute("role", "status");
  const tools = make("p", "actions",
    button(words.export, "", () => save()), button(words.import, "", () => file.click()));
  deck.before(bar, stage, ratings, idle);
  deck.after(make("p", "keys-help", words.keys), weak, tools, note);

  let current;
  let isAhead = false;
  const home = new Map(items.map((item) => [item, make("span", "")]));
  for (const [item, mark] of home) item.before(mark);

  const show = (takesFocus) => {
    const now = Date.now();
    if (current) {
      current.querySelector("details").open = false;
      home.get(current).after(current);
    }
    current = next(now, isAhead);
    counts.textContent =
      `${words.due} ${due(now).length} · ${words.new} ${newToday(now)} · ${words.all} ${items.length}`;
    note.textContent = tamraStore.isKept ? "" : words.notKept;
    ratings.replaceChildren();
    idle.hidden = Boolean(current);
    showWeak(now);
    if (current) {
      stage.replaceChildren(current);
      if (takesFocus) current.querySelector("summary").focus({ preventScroll: true });
      return;
    }
    stage.replaceChildren();
    const soonest = Math.min(...items.map((item) => stateOf(item, now).due).filter((time) => time > now));
    const when = Number.isFinite(soonest) ? wait(soonest - now) : wait(startOfDay(now) + day - now);
    idle.replaceChildren(
      make("p", "", `${words.done} ${when}`),
      button(words.ahead, "", () => {
        isAhead = true;
        show(true);
      }),
    );
  };

  const rate = (rating) => {
    const now = Date.now();
    const before = stateOf(current, now);
    const after = tamraFSRS.review(before, rating, now, options(now));
    after.met = before.met ?? startOfDay(now);
    progress.cards[current.dataset.card] = after;
    keep();
    isAhead = false;
    show(true);
  };

  const offerRatings = () => {
    const now = Date.now();
    const labels = [words.again, words.hard, words.good, words.easy];
    ratings.replaceChildren(
      ...labels.map((label, i) => {
        const after = tamraFSRS.review(stateOf(current, now), i + 1, now, options(now));
        const made = button("", i === 2 ? "primary" : "", () => rate(i + 1));
        made.append(make("span", "", `${i + 1} ${label}`), make("span", "soft", wait(after.due - now)));
        return made;
      }),
    );
  };

  // Concepts met and least likely to be remembered now.
  const showWeak = (now) => {
    const concepts = new Map();
    for (const item of items) {
      if (isNew(item) || !item.dataset.concept) continue;
      const name = item.dataset.concept;
      if (!concepts.has(name)) concepts.set(name, { about: item.dataset.about, recalls: [] });
      const card = stateOf(item, now);
      concepts.get(name).recalls.push(card.state === "review" ? tamraFSRS.retrievability(card, now) : 0.5);
    }
    const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
    const weakest = [...concepts]
      .map(([name, { about, recalls }]) => ({ name, about, recall: mean(recalls) }))
      .filter(({ recall }) => recall < 0.9)
      .sort((a, b) => a.recall - b.recall)
      .slice(0, 5);
    weak.hidden = !weakest.length;
    const list = make("ul", "plain-list", ...weakest.map(({ name, about, recall }) => {
      const link = make("a", "term", name);
      link.href = about;
      return make("li", "", link, make("span", "soft", ` ${words.recall} ${Math.round(recall * 100)}%`));
    }));
    weak.replaceChildren(make("h2", "", words.weak), list);
  };

  const save = () => {
    const link = make("a", "");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(progress, null, 1)], { type: "application/json" }));
    link.download = "tamra-cards.json";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  file.addEventListener("change", async () => {
    let loaded;
    try {
      loaded = JSON.parse(await file.files[0].text());
    } catch {
      loaded = null;
    }
    file.value = "";
    if (!isProgress(loaded)) {
      note.textContent = words.badFile;
      return;
    }
    progress = { exam: typeof loaded.exam === "string" ? loaded.exam : "", cards: loaded.cards };
    showExam();
    keep();
    show(false);
  });

  exam.addEventListener("change", () => {
    const parts = [yearList.value, monthList.value, dayList.value];
    progress.exam = parts.every(Boolean) ? parts.join("-") : "";
    keep();
    show(false);
  });
  const isAtDeck = () => stage.contains(document.activeElement) || ratings.contains(document.activeElement);
  for (const item of items) {
    item.querySelector("details").addEventListener("toggle", (event) => {
      if (item !== current) return;
      if (!event.target.open) return ratings.replaceChildren();
      offerRatings();
      // Only where the reader is at the card already: a browser's own search opens folded answers too.
      if (!isAtDeck()) return;
      ratings.children[2].focus({ preventScroll: true });
      ratings.scrollIntoView({ block: "nearest" });
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!current || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, form, .reader-panel")) return;
    const rating = "1234".indexOf(event.key) + 1 || (/^Digit[1-4]$/.test(event.code) ? Number(event.code.slice(5)) : 0);
    const details = current.querySelector("details");
    if (rating && details.open) rate(rating);
    else if (event.key === " " && !details.open && !event.target.closest("button, summary, a")) {
      details.querySelector("summary").focus({ preventScroll: true });
      details.open = true;
    }
    else return;
    event.preventDefault();
  });

  show(false);
  deck.hidden = true;
  deck.classList.add("ready");
})();
