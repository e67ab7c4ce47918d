// Print pages on the screen: the letters are on their way before the style asks for them, so that they are there for the first painting.
"use strict";
if (window.FontFace) {
  const fonts = new URL("fonts/", document.currentScript.src);
  for (const weight of [400, 600]) new FontFace("Sarabun", `url("${new URL(`sarabun-${weight}.woff2`, fonts)}")`).load().catch(() => {});
}
