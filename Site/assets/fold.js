// One spelling for what is typed and what is printed: the same folds as the build makes.
//
// tamraFold.spell(text)    Thai in its one spelling: ํ + า → ำ, เเ → แ, marks in typing order, invisible characters gone.
// tamraFold.letters(text)  spelled, lower case, Arabic digits, no white space: for search.
// tamraFold.answer(text)   spelled, lower case, Arabic digits, runs of white space one space: for typed answers.
"use strict";
(() => {
  const rank = (c) =>
    c === "\u0E3A" ? 1 : c >= "\u0E48" && c <= "\u0E4B" ? 3 : c === "\u0E4C" || c === "\u0E4E" ? 4 : 2;
  const inTypingOrder = (marks) => [...marks].sort((a, b) => rank(a) - rank(b)).join("");

  const spell = (text) =>
    text
      .normalize("NFC")
      .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
      .replace(/\u0E33([\u0E48-\u0E4B])/g, "$1\u0E33")
      .replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]{2,}/g, inTypingOrder)
      .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, "$1\u0E33")
      .replace(/\u0E40\u0E40/g, "\u0E41");

  // U+0130 alone grows when it is lowered, and would move every place behind it.
  const plain = (text) =>
    text
      .replace(/\u0130/g, "i")
      .toLowerCase()
      .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe50 + 0x30));

  window.tamraFold = {
    spell,
    letters: (text) => plain(spell(text)).replace(/\s+/g, ""),
    // For text the build has spelled already.
    spelledLetters: (text) => plain(text).replace(/\s+/g, ""),
    answer: (text) => plain(spell(text)).replace(/\s+/g, " ").trim(),
  };
})();
