// Marks the section being read in the contents. Without it the contents are plain links.
(() => {
  "use strict";
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const folded = document.querySelector("details.contents");
  if (folded) folded.addEventListener("click", (event) => {
    if (event.target.closest("a") && matchMedia("(max-width: 47.99rem)").matches) folded.open = false;
  });
  if (!links.size || !("IntersectionObserver" in window)) return;
  const headings = [...links.keys()];
  let marked;
  const update = () => {
    let last = headings[0];
    for (const heading of headings) if (heading.getBoundingClientRect().top < innerHeight * 0.3) last = heading;
    const link = links.get(last);
    if (link === marked) return;
    if (marked) marked.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    marked = link;
  };
  const observer = new IntersectionObserver(update, { rootMargin: "0px 0px -60% 0px", threshold: [0, 1] });
  for (const heading of headings) observer.observe(heading);
  update();
})();
