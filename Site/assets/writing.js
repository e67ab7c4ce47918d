// A place to write an answer: kept on this device while one types, grows with the text, printed with the page. Ticks of the rubric are kept
// with it.
"use strict";
(() => {
  const kept = tamraStore.read("writing", {});
  const all = kept && typeof kept === "object" ? kept : {};
  for (const field of document.querySelectorAll("textarea[data-writing]")) {
    const id = field.dataset.writing;
    const mine = all[id] ?? { text: "", ticks: [] };
    const boxes = [...document.querySelectorAll(".rubric input")];
    field.value = mine.text;
    boxes.forEach((box, i) => { box.checked = mine.ticks.includes(i); });

    const row = document.createElement("p");
    row.className = "actions";
    const count = document.createElement("span");
    count.className = "soft";
    const print = document.createElement("button");
    print.type = "button";
    print.className = "button";
    print.textContent = field.dataset.print;
    print.addEventListener("click", () => window.print());
    row.append(print, count);
    field.after(row);
    // A text field prints only what is in sight of it.
    const paper = document.createElement("div");
    paper.className = "written";
    field.after(paper);

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
