// Practice items: checks answers, shows why, keeps what was right on this device. A list shows one item at a time; an item that stands alone
// in a chapter is checked where it is. Without this script every item and its answer can be read.
//
// ?concept=ID shows the items of one concept, ?section=ID those of one section, ?again those last answered wrong. Results stand under
// "practice" by item: { right: 0 or 1, page, concept, term }.
"use strict";
(() => {
  const { make, button } = tamraParts;
  const kept = tamraStore.read("practice", {});
  const results = kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};

  // As typed answers are compared: one spelling of Thai, no spaces, Arabic digits, lower case, no quotation marks around.
  const fold = (text) => tamraFold.letters(text).replace(/^["“”'«»]+|["“”'«».]+$/g, "");

  const fields = (item) => [...item.querySelectorAll("[data-accepted]")];
  const inputs = (item) => [...item.querySelectorAll(".options input")];
  const isAnswered = (item) => {
    if (item.dataset.kind === "essay") return true;
    return inputs(item).some((i) => i.checked) || (fields(item).length > 0 && fields(item).every((f) => f.value.trim()));
  };
  const isFieldRight = (field) => {
    if (field.tagName === "SELECT") return field.value === field.dataset.accepted;
    return field.dataset.accepted.split("\n").some((answer) => fold(answer) === fold(field.value));
  };
  const isRight = (item) => {
    const options = inputs(item);
    if (options.length) return options.every((i) => i.checked === i.closest("li").hasAttribute("data-right"));
    return fields(item).every(isFieldRight);
  };

  // One item made answerable; `after` is called once it has been marked.
  const answerable = (item, words, page, after) => {
    const row = make("p", "actions");
    const verdict = make("p", "verdict-line");
    verdict.hidden = true;
    verdict.setAttribute("role", "status");
    const check = button(words.check, "primary");
    row.append(check);
    item.querySelector(".answer").before(verdict);
    item.append(row);
    const update = () => { check.disabled = !isAnswered(item); };
    item.addEventListener("input", update);
    update();

    const part = { row, check, isChecked: false };
    part.mark = () => {
      if (part.isChecked || !isAnswered(item)) return;
      part.isChecked = true;
      const answer = item.querySelector(".answer");
      const right = item.dataset.kind === "essay" || isRight(item);
      if (item.dataset.kind === "essay") verdict.textContent = words.compare;
      else {
        verdict.textContent = (right ? "✓ " : "✗ ") + (right ? words.correct : words.wrong);
        verdict.classList.toggle("is-wrong", !right);
        for (const input of inputs(item)) {
          const label = input.closest("label");
          const isKey = input.closest("li").hasAttribute("data-right");
          if (isKey) label.append(make("span", "verdict", "✓"));
          if (input.checked && !isKey) {
            label.classList.add("is-wrong");
            label.append(make("span", "verdict", "✗"));
            const feedback = input.closest("li").querySelector(".feedback");
            if (feedback) feedback.hidden = false;
          }
          input.disabled = true;
        }
        for (const field of fields(item)) {
          field.after(make("span", "verdict", isFieldRight(field) ? " ✓" : " ✗"));
          field.disabled = true;
        }
      }
      results[item.dataset.item] = { right: right ? 1 : 0, page, concept: item.dataset.concept, term: item.dataset.term };
      tamraStore.write("practice", results);
      verdict.hidden = false;
      answer.open = true;
      check.hidden = true;
      after(answer);
    };
    check.addEventListener("click", part.mark);
    return part;
  };

  for (const aside of document.querySelectorAll(".try")) {
    for (const item of aside.querySelectorAll(".practice-item")) {
      answerable(item, aside.dataset, aside.dataset.page, (answer) => answer.querySelector("summary").focus({ preventScroll: true }));
    }
  }

  // MARK: A list

  const box = document.querySelector(".practice-list");
  if (!box) return;
  const words = box.dataset;
  const wanted = new URLSearchParams(location.search);
  const everything = [...box.querySelectorAll(".practice-item")];
  const isWanted = (item) =>
    (!wanted.has("concept") || item.dataset.concept === wanted.get("concept")) &&
    (!wanted.has("section") || item.dataset.section === wanted.get("section")) &&
    (!wanted.has("again") || results[item.dataset.item]?.right === 0);
  const chosen = everything.filter(isWanted);
  const items = chosen.length ? chosen : everything;
  for (const item of everything) if (!items.includes(item)) item.remove();
  if (!items.length) return;

  // Progress above, controls below each item.
  const bar = box.previousElementSibling;
  const [label, meter, restart] = bar.children;
  meter.max = items.length;
  if (items.length < everything.length) {
    const all = make("a", "button", words.all);
    all.href = location.pathname;
    bar.append(all);
  }
  box.after(make("p", "keys-help", words.keys));

  let current = 0;
  const show = (index, takesFocus) => {
    current = Math.max(0, Math.min(items.length - 1, index));
    items.forEach((item, i) => { item.hidden = i !== current; });
    if (!takesFocus) return;
    const first = items[current].querySelector("input, select, textarea");
    if (first) first.focus({ preventScroll: true });
    items[current].scrollIntoView({ block: "nearest" });
  };
  const tell = () => {
    const done = items.filter((item) => results[item.dataset.item]).length;
    const right = items.filter((item) => results[item.dataset.item]?.right === 1).length;
    meter.value = done;
    label.textContent = `${done === items.length ? words.finished + " · " : ""}${words.progress} ${done} / ${items.length} · ${words.correct} ${right}`;
  };

  const parts = items.map((item, i) => {
    const next = button(words.next, "primary");
    next.hidden = true;
    const part = answerable(item, words, words.page, (answer) => {
      next.hidden = i >= items.length - 1;
      (next.hidden ? answer.querySelector("summary") : next).focus({ preventScroll: true });
      tell();
    });
    next.addEventListener("click", () => show(i + 1, true));
    part.row.append(next);
    return part;
  });
  restart.addEventListener("click", () => {
    for (const item of items) delete results[item.dataset.item];
    tamraStore.write("practice", results);
    location.reload();
  });

  const thaiLetters = "กขคงจฉชซฌ";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    if (target.closest("form, .reader-panel, .writing")) return;
    const item = items[current];
    const part = parts[current];
    if (event.key === "Enter") {
      if (target.matches("textarea, a, summary, button")) return;
      event.preventDefault();
      if (part.isChecked) show(current + 1, true); else part.mark();
      return;
    }
    if (target.matches("textarea, input[type=text], select")) return;
    let choice = "123456789".indexOf(event.key);
    if (choice < 0) choice = thaiLetters.indexOf(event.key);
    // On a Thai keyboard the digit row types letters: the key's place counts then.
    if (choice < 0 && /^Digit[1-9]$/.test(event.code)) choice = Number(event.code.slice(5)) - 1;
    const input = event.key.length === 1 ? inputs(item)[choice] : undefined;
    if (!input || input.disabled) return;
    event.preventDefault();
    input.checked = input.type === "checkbox" ? !input.checked : true;
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // A place the address names, else the first that is still to be done.
  const named = items.findIndex((item) => `#${item.id}` === location.hash);
  const first = items.findIndex((item) => !results[item.dataset.item] || (wanted.has("again") && results[item.dataset.item].right === 0));
  tell();
  show(named >= 0 ? named : Math.max(0, first), false);
  box.classList.add("ready");
})();
