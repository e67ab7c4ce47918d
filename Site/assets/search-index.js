// Looks things up in the files under search/: any run of letters, wherever it stands.
//
// The page list and the shards are scripts that call tamraSearchData, because a page opened from a folder may not fetch.
// tamraSearch.find(text) resolves to pages that hold the text, each with the places where it stands; the text itself decides,
// the grams only spare the loading of pages that cannot hold it.
"use strict";
(() => {
  const root = new URL("../", document.currentScript.src);
  const waiting = new Map();
  const loaded = new Map();

  window.tamraSearchData = (key, value) => waiting.get(key)?.(value);

  const load = (key) => {
    if (!loaded.has(key)) {
      loaded.set(
        key,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          waiting.set(key, resolve);
          script.onerror = () => {
            loaded.delete(key);
            reject(new Error(key));
          };
          script.onload = () => script.remove();
          script.src = new URL(`search/${key}.js`, root);
          document.head.append(script);
        }),
      );
    }
    return loaded.get(key);
  };

  // The seven-bit symbols of LetterGrams: Thai 1–78, digits 80–89, a–z 90–115, 0 for what ends a run.
  const symbol = (code) => {
    if (code > 0xe00 && code <= 0xe4e) return code - 0xe00;
    if (code >= 0x30 && code <= 0x39) return 80 + code - 0x30;
    return code >= 0x61 && code <= 0x7a ? 90 + code - 0x61 : 0;
  };

  // Pairs of letters of the text with the letter after them: -1 where any will do.
  const gramsOf = (letters) => {
    const symbols = [...letters].map((c) => symbol(c.codePointAt(0)));
    const grams = [];
    for (let i = 0; i + 2 < symbols.length; i++) {
      const [a, b, c] = symbols.slice(i, i + 3);
      if (a && b && c) grams.push([a * 128 + b, c]);
    }
    if (!grams.length) {
      const at = symbols.findIndex((s, i) => s && symbols[i + 1]);
      if (at >= 0) grams.push([symbols[at] * 128 + symbols[at + 1], -1]);
    }
    return grams.slice(0, 8);
  };

  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const value = new Map([...digits].map((c, i) => [c, i]));

  const pagesOf = (encoded, third) => {
    const pages = new Set();
    let at = 0;
    const number = () => {
      let result = 0;
      for (let shift = 0; ; shift += 5) {
        const v = value.get(encoded[at++]);
        result |= (v & 31) << shift;
        if (v < 32) return result;
      }
    };
    while (at < encoded.length) {
      const c = number();
      const count = number();
      let page = -1;
      for (let i = 0; i < count; i++) {
        page += number() + 1;
        if (third < 0 || c === third) pages.add(page);
      }
    }
    return pages;
  };

  const candidates = async (index, letters) => {
    const grams = gramsOf(letters);
    if (!grams.length) return index.pages.map((_, i) => i);
    const lists = await Promise.all(
      grams.map(async ([pair, third]) => pagesOf((await load(`grams-${pair % index.grams}`))[pair] ?? "", third)),
    );
    lists.sort((a, b) => a.size - b.size);
    return [...lists[0]].filter((page) => lists.every((list) => list.has(page))).sort((a, b) => a - b);
  };

  const folded = new Map();
  const textOf = async (index, page) => {
    let shard = index.texts.length - 1;
    while (index.texts[shard] > page) shard--;
    const [text, anchors] = (await load(`text-${shard}`))[page - index.texts[shard]];
    if (!folded.has(page)) folded.set(page, tamraFold.spelledLetters(text));
    return { text, anchors, letters: folded.get(page) };
  };

  const isSpace = (code) => code <= 0x20 || code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));

  // Where in the text its n-th letter stands that is no white space.
  const placesIn = (text, offsets) => {
    const places = [];
    let seen = 0;
    for (let i = 0; i < text.length && places.length < offsets.length; i++) {
      if (isSpace(text.charCodeAt(i))) continue;
      while (offsets[places.length] === seen) places.push(i);
      seen++;
    }
    return places;
  };

  const anchorBefore = (anchors, place) => {
    let low = 0;
    let high = anchors.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors[middle * 2] <= place) low = middle + 1;
      else high = middle;
    }
    return low ? anchors[low * 2 - 1] : "";
  };

  const hits = ({ text, anchors, letters }, wanted, limit) => {
    const offsets = [];
    let count = 0;
    for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) {
      if (++count <= limit) offsets.push(at);
    }
    const starts = placesIn(text, offsets);
    const ends = placesIn(text, offsets.map((at) => at + wanted.length - 1));
    const places = starts.map((start, i) => {
      const end = ends[i] + 1;
      return {
        id: anchorBefore(anchors, start),
        // No mark without its letter, and from a phrase's start where one is near.
        before: text.slice(Math.max(0, start - 40), start).replace(/^[^ ]{0,15} (?=.{12})|^[\u0E30-\u0E3A\u0E45-\u0E4E]+/, ""),
        match: text.slice(start, end),
        after: text.slice(end, end + 60),
      };
    });
    return { count, places };
  };

  // Calls `found` with results as they are known and resolves when all are; `isCurrent` false ends it early.
  const find = async (query, { found, isCurrent = () => true, limit = Infinity }) => {
    const index = await load("pages");
    const wanted = tamraFold.letters(query);
    if (!wanted) return { total: 0, isComplete: true };
    const pages = await candidates(index, wanted);
    let total = 0;
    for (let i = 0; i < pages.length; i += 24) {
      if (!isCurrent()) return { total, isComplete: false };
      if (total >= limit) return { total, isComplete: false };
      const some = await Promise.all(pages.slice(i, i + 24).map(async (page) => [page, await textOf(index, page)]));
      for (const [page, text] of some) {
        const [path, title, group] = index.pages[page];
        const { count, places } = hits(text, wanted, group === "chapter" ? 4 : 1);
        if (!count) continue;
        const inTitle = tamraFold.letters(title).includes(wanted);
        // A concept that is not itself called so, but defined with these words.
        const isDefinition = group === "concept" && !inTitle && places[0]?.id.startsWith("def-");
        found({ path, title, group: isDefinition ? "definition" : group, count, places, inTitle, href: new URL(path, root).href });
        total++;
      }
    }
    return { total, isComplete: true };
  };

  window.tamraSearch = { find, words: async () => (await load("pages")).words };
})();
