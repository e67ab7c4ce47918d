// Marks the words a search led to: ?q= in the address, painted with the browser's own highlights so that the text stays as it is.
"use strict";
(() => {
  const query = new URLSearchParams(location.search).get("q");
  const wanted = query && tamraFold.letters(query);
  const text = document.querySelector("main");
  if (!wanted || !text || !window.Highlight) return;

  // The letters of the page without white space, and where each stands.
  const nodes = [];
  const places = [];
  let letters = "";
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("script, style, template, noscript, nav")) continue;
    nodes.push(node);
    for (let i = 0; i < node.data.length; i++) {
      const letter = tamraFold.spelledLetters(node.data[i]);
      if (!letter) continue;
      letters += letter;
      places.push([nodes.length - 1, i]);
    }
  }

  const ranges = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    const [startNode, start] = places[at];
    const [endNode, end] = places[at + wanted.length - 1];
    range.setStart(nodes[startNode], start);
    range.setEnd(nodes[endNode], end + 1);
    ranges.push(range);
  }
  if (!ranges.length) return;
  CSS.highlights.set("search", new Highlight(...ranges));

  // The first one in the passage the address names; a closed answer that holds it is opened.
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const isAfter = (range) =>
    !named || named.contains(range.startContainer) ||
    named.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING;
  const target = ranges.find(isAfter) ?? ranges[0];
  const holder = target.startContainer.parentElement;
  for (let box = holder.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  // Again when all is loaded: the browser goes to the address's own place late, and fonts move lines.
  const show = () => scrollTo({ top: scrollY + target.getBoundingClientRect().top - innerHeight / 3, behavior: "instant" });
  show();
  addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(show)));
})();
