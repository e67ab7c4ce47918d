// Practice pages: one item at a time, by keyboard or hand, with progress kept on this machine. Without this script every item and its
// answer can be read.
(() => {
  "use strict";
  const box = document.querySelector(".practice-list");
  if (!box) return;
  const words = box.dataset;
  const items = [...box.querySelectorAll(".practice-item")];
  if (!items.length) return;

  // Storage may be forbidden (a page from disk, a private window): then progress lasts as long as the page.
  const key = "tamra:" + location.pathname;
  let results = {};
  try { results = JSON.parse(localStorage.getItem(key)) || {}; } catch { results = {}; }
  if (typeof results !== "object" || Array.isArray(results)) results = {};
  const keep = () => { try { localStorage.setItem(key, JSON.stringify(results)); } catch { /* not kept */ } };

  // As typed answers are compared: one spelling of Thai, no spaces, Arabic digits, lower case, no quotation marks around.
  const fold = (text) => tamraFold.letters(text).replace(/^["“”'«»]+|["“”'«».]+$/g, "");

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const button = (text, className) => {
    const made = element("button", "button " + className, text);
    made.type = "button";
    return made;
  };

  // Progress above, controls below each item.
  const bar = element("div", "progress");
  const label = element("span");
  label.setAttribute("aria-live", "polite");
  const meter = element("progress");
  meter.max = items.length;
  meter.setAttribute("aria-label", words.progress);
  const restart = button(words.restart, "");
  bar.append(label, meter, restart);
  box.before(bar);
  box.after(element("p", "keys-help", words.keys));

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

  const controls = new Map();
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
    const done = items.filter((item) => item.dataset.item in results).length;
    const right = items.filter((item) => results[item.dataset.item] === 1).length;
    meter.value = done;
    label.textContent = `${done === items.length ? words.finished + " · " : ""}${words.progress} ${done} / ${items.length} · ${words.correct} ${right}`;
  };

  const mark = (item) => {
    const part = controls.get(item);
    if (part.checked || !isAnswered(item)) return;
    part.checked = true;
    const answer = item.querySelector(".answer");
    if (item.dataset.kind === "essay") {
      part.verdict.textContent = words.compare;
      results[item.dataset.item] = 1;
    } else {
      const right = isRight(item);
      part.verdict.textContent = (right ? "✓ " : "✗ ") + (right ? words.correct : words.wrong);
      part.verdict.classList.toggle("is-wrong", !right);
      results[item.dataset.item] = right ? 1 : 0;
      for (const input of inputs(item)) {
        const row = input.closest("li");
        const isKey = row.hasAttribute("data-right");
        if (isKey) row.querySelector("label").append(element("span", "verdict", "✓"));
        if (input.checked && !isKey) {
          row.querySelector("label").classList.add("is-wrong");
          row.querySelector("label").append(element("span", "verdict", "✗"));
        }
        const feedback = row.querySelector(".feedback");
        if (feedback && input.checked && !isKey) feedback.hidden = false;
        input.disabled = true;
      }
      for (const field of fields(item)) {
        field.after(element("span", "verdict", isFieldRight(field) ? " ✓" : " ✗"));
        field.disabled = true;
      }
    }
    part.verdict.hidden = false;
    answer.open = true;
    part.check.hidden = true;
    part.next.hidden = current >= items.length - 1;
    (part.next.hidden ? answer.querySelector("summary") : part.next).focus({ preventScroll: true });
    keep();
    tell();
  };

  for (const item of items) {
    const row = element("p", "actions");
    const verdict = element("p", "verdict-line");
    verdict.hidden = true;
    verdict.setAttribute("role", "status");
    const check = button(words.check, "primary");
    const next = button(words.next, "primary");
    next.hidden = true;
    check.addEventListener("click", () => mark(item));
    next.addEventListener("click", () => show(current + 1, true));
    row.append(check, next);
    item.querySelector(".answer").before(verdict);
    item.append(row);
    const update = () => { check.disabled = !isAnswered(item); };
    item.addEventListener("input", update);
    update();
    controls.set(item, { check, next, verdict, checked: false });
  }
  restart.addEventListener("click", () => {
    results = {};
    keep();
    location.reload();
  });

  const thaiLetters = "กขคงจฉชซฌ";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const item = items[current];
    const part = controls.get(item);
    const target = event.target;
    const isTyping = target.matches("textarea, input[type=text], select");
    if (event.key === "Enter") {
      if (target.matches("textarea, a, summary, button")) return;
      event.preventDefault();
      if (part.checked) show(current + 1, true); else mark(item);
      return;
    }
    if (isTyping) return;
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

  const first = items.findIndex((item) => !(item.dataset.item in results));
  tell();
  show(first < 0 ? 0 : first, false);
})();
