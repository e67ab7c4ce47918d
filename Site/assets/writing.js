// A place to write an answer: kept on this device while one types, grows with the text, printed with the page. Ticks of the rubric are kept
// with it.
"use strict";
(() => {
  const { make, button } = tamraParts;
  const kept = tamraStore.read("writing", {});
  const all = kept && typeof kept === "object" ? kept : {};
  for (const field of document.querySelectorAll("textarea[data-writing]")) {
    const id = field.dataset.writing;
    const mine = all[id] ?? { text: "", ticks: [] };
    const boxes = [...document.querySelectorAll(".rubric input")];
    field.value = mine.text;
    boxes.forEach((box, i) => { box.checked = mine.ticks.includes(i); });

    const count = make("span", "soft");
    // A text field prints only what is in sight of it.
    const paper = make("div", "written");
    field.after(paper, make("p", "actions", button(field.dataset.print, "", () => window.print()), count));

    const show = (isKept) => {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 4}px`;
      paper.textContent = field.value;
      count.textContent = field.value ? `${field.value.length} ${field.dataset.letters}${isKept ? ` · ${field.dataset.saved}` : ""}` : "";
    };
    let timer = 0;
    const keep = () => {
      timer = 0;
      all[id] = { text: field.value, ticks: boxes.flatMap((box, i) => (box.checked ? [i] : [])) };
      tamraStore.write("writing", all);
      show(tamraStore.isKept);
    };
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, 400); show(false); });
    for (const box of boxes) box.addEventListener("change", keep);
    addEventListener("pagehide", () => { if (timer) keep(); });
    show(Boolean(field.value));
  }
})();
