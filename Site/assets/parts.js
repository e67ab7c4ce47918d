// Runs first of the scripts that wait for the page: what several of them build parts of a page with, and the one way to the clipboard.
//
// tamraParts.make(name, className, ...children), .button(text, className, action), .copy(text, near), .say(button, text).
"use strict";
window.tamraParts = (() => {
  // Children are nodes or text; those that are missing are left out.
  const make = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== undefined && child !== null && child !== ""));
    return made;
  };

  const button = (text, className, action) => {
    const made = make("button", `button ${className}`.trim(), text);
    made.type = "button";
    if (action) made.addEventListener("click", () => action(made));
    return made;
  };

  // From a disk or without leave there is no clipboard: then the text is selected in a field beside `near`, and the browser copies it.
  const copy = async (text, near) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = make("textarea", "visually-hidden");
      field.value = text;
      (near.closest("[popover]") ?? document.body).append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      near.focus({ preventScroll: true });
    }
  };

  // A button says what it has done, and then again what it does.
  const timers = new WeakMap();
  const say = (made, text) => {
    const { before } = timers.get(made) ?? { before: made.textContent };
    clearTimeout(timers.get(made)?.timer);
    made.textContent = text;
    const timer = setTimeout(() => {
      made.textContent = before;
      timers.delete(made);
    }, 1600);
    timers.set(made, { before, timer });
  };
  return { make, button, copy, say };
})();
