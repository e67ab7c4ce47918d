// Puts a button under each text of an entry once the entry is unfolded: it copies that text. Without it the text is there to be selected.
"use strict";
(() => {
  const { button, copy, say } = tamraParts;
  const list = document.querySelector("[data-copy]");
  const offer = (text) => text.after(button(list.dataset.copy, "", async (made) => {
    await copy(text.textContent, made);
    say(made, list.dataset.copied);
  }));
  // Unfolding is not told to the list as it goes up, only as it comes down.
  list?.addEventListener("toggle", ({ target }) => {
    if (target.open && !target.querySelector("button")) target.querySelectorAll("pre").forEach(offer);
  }, true);
})();
