// Puts a button under each text of an entry once the entry is unfolded: it copies that text. Without it the text is there to be selected.
"use strict";
(() => {
  const list = document.querySelector("[data-copy]");
  const offer = (text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = list.dataset.copy;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
      } catch {
        getSelection().selectAllChildren(text);
        document.execCommand("copy");
      }
      button.textContent = list.dataset.copied;
      setTimeout(() => { button.textContent = list.dataset.copy; }, 1600);
    });
    text.after(button);
  };
  // Unfolding is not told to the list as it goes up, only as it comes down.
  list?.addEventListener("toggle", ({ target }) => {
    if (target.open && !target.querySelector("button")) target.querySelectorAll("pre").forEach(offer);
  }, true);
})();
