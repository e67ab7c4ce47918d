"""Text that means harm in every field of a course: nothing of it runs or is fetched, no page has another structure for it.

Builds with TAMRA (default .build/release/tamra) copied away from its tools, so that no sheet waits for Typst; TAMRA_HOSTILE names a folder
that keeps the built courses for the next run. The pages' own policy is switched off: it is the second wall, and the first is tested.
"""

import collections
import csv
import functools
import http.server
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import zipfile
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import hostile
from browser import TAMRA, ChromiumTest, Quiet
from playwright.sync_api import Error


# What no page of ours has, and the addresses that may stand in one.
LOOK = """() => {
  const bad = [];
  const ours = ["http:", "https:", "mailto:", "tel:", "file:"];
  for (const e of document.querySelectorAll("*")) {
    const name = e.tagName.toLowerCase();
    if (["iframe", "object", "embed", "base", "applet", "audio", "video", "frame", "math", "foreignobject", "animate", "set", "use",
      "marquee", "xss", "plaintext", "xmp", "parsererror"].includes(name)) bad.push("<" + name + ">");
    if (name === "script" && e.type !== "application/ld+json" && !e.src && !SINGLE) bad.push("script " + e.textContent.slice(0, 80));
    if (name === "style" && !SINGLE) bad.push("style");
    if (name === "meta" && e.httpEquiv && e.httpEquiv !== "Content-Security-Policy") bad.push("meta " + e.httpEquiv);
    for (const a of e.attributes) {
      const key = a.name.toLowerCase();
      if (key.startsWith("on") || ["srcdoc", "formaction", "ping", "background"].includes(key)) bad.push(name + " " + a.name);
      if (["href", "src", "action", "xlink:href", "data", "poster"].includes(key)) {
        let url; try { url = new URL(a.value, document.baseURI); } catch { continue; }
        if (!ours.includes(url.protocol) && !(SINGLE && url.protocol === "data:" && name === "img")) bad.push(name + " " + key + "=" + a.value);
        if (["script", "link", "img", "source"].includes(name) && key !== "data" && e.rel !== "canonical" && url.host !== location.host)
          bad.push(name + " from " + url.host);
      }
    }
  }
  for (const s of document.querySelectorAll("script[type='application/ld+json']")) JSON.parse(s.textContent);
  return bad;
}"""
# Spans keep words together and break lines by the letters they hold: how many there are is no structure.
CENSUS = """(pages) => pages.map((page) => {
  const elements = Array.from(new DOMParser().parseFromString(page, "text/html").querySelectorAll("*"))
    .filter((e) => e.tagName !== "SPAN" && e.tagName !== "WBR");
  return [elements.map((e) => e.tagName), elements.map((e) => (e.parentElement?.tagName ?? "") + ">" + e.tagName)];
})"""
# All that can be answered and opened, some times over.
PRESS = """async () => {
  const asked = "main button, main input[type=radio], main input[type=checkbox], main summary";
  for (let round = 0; round < 3; round++)
    for (const e of Array.from(document.querySelectorAll(asked)).slice(0, 150)) {
      if (e.isConnected && !e.closest("a, form")) e.click();
      await new Promise((done) => setTimeout(done, 2));
    }
}"""


class HostileTest(ChromiumTest):
    @classmethod
    def setUpClass(cls):
        cls.need_program()
        super().setUpClass()
        kept = os.environ.get("TAMRA_HOSTILE")
        cls.folder = Path(kept or tempfile.mkdtemp(prefix="tamra-hostile-"))
        if not kept:
            cls.addClassCleanup(shutil.rmtree, cls.folder)
        for style in ("raw", "text", "tame"):
            if (cls.folder / style / "Site/public/index.html").exists():
                continue
            hostile.make(cls.folder / style, style)
            shutil.copy(TAMRA, cls.folder / "tamra")
            run = subprocess.run([cls.folder / "tamra", "build", "--course", cls.folder / style], capture_output=True, text=True)
            assert run.returncode in (0, 1), run.stderr

    def setUp(self):
        self.asked, self.ran = [], []
        self.context = self.browser.new_context(bypass_csp=True, service_workers="block")
        self.addCleanup(self.context.close)
        self.context.expose_function("XSS", lambda *_: self.ran.append("XSS"))
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: (self.ran.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def site(self, style):
        folder = self.folder / style / "Site/public"
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return folder, f"http://127.0.0.1:{server.server_address[1]}/"

    def pages(self, folder):
        """All but the one that counts its links from the address the site will have."""
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if path.name != "404.html")

    def look(self, path):
        """What is foreign on the page that is open."""
        script = LOOK.replace("SINGLE", "true" if path.startswith(("files/", "sheets/")) else "false")
        for _ in range(3):
            try:
                return self.page.evaluate(script)
            except Error as error:  # it begins again
                self.assertIn("navigation", str(error))
                self.page.wait_for_timeout(500)
        return ["never comes to rest"]

    def nothing_happened(self, base, what):
        self.page.wait_for_timeout(50)
        ran, asked = self.ran[:], self.asked[:]
        self.ran.clear()
        self.asked.clear()
        self.assertEqual(ran, [], what)
        self.assertEqual([url for url in asked if not url.startswith((base, "data:", "blob:"))], [], what)

    def test_runs_nothing_and_asks_nobody(self):
        for style in ("raw", "text"):
            folder, base = self.site(style)
            pages = self.pages(folder)
            self.assertGreater(len(pages), 200)
            for path in pages:
                with self.subTest(path, style=style):
                    self.page.goto(base + quote(path))
                    self.page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                    self.assertEqual(self.look(path), [])
                    self.nothing_happened(base, path)

    def test_has_the_structure_of_harmless_text(self):
        """What is asked in practice depends on the words of the text, and so do the pages that show it; nowhere may an element
        stand where harmless text has none, and where nothing is chosen, not one more or less."""
        self.page.goto("about:blank")

        def census(folder):
            counts, places = collections.defaultdict(collections.Counter), collections.defaultdict(set)
            pages = self.pages(folder)
            for start in range(0, len(pages), 40):
                part = pages[start:start + 40]
                found = self.page.evaluate(CENSUS, [(folder / path).read_text(encoding="utf-8") for path in part])
                for path, (tags, pairs) in zip(part, found):
                    kind = path.rpartition("/")[0]
                    # How many lines the words of a box or a list take depends on the words, here on < being narrower than ‹.
                    lines = ("TEXT", "SPAN") if kind == "maps" else ()
                    tags = [tag for tag in tags if tag.upper() not in lines]
                    counts[kind][tuple(sorted(collections.Counter(tags).items()))] += 1
                    places[kind] |= set(pairs)
            return counts, places

        (counts, places), (tame_counts, tame_places) = (census(self.folder / style / "Site/public") for style in ("text", "tame"))
        self.assertEqual(set(places), set(tame_places))
        for kind in sorted(places):
            with self.subTest(kind):
                self.assertEqual(places[kind] ^ tame_places[kind], set())
                if kind in ("cards", "maps", "people"):
                    more, less = counts[kind] - tame_counts[kind], tame_counts[kind] - counts[kind]
                    self.assertEqual(sum(more.values()), 0, (more, less))

    def test_shows_finds_and_asks_it_as_text(self):
        folder, base = self.site("text")
        chapter = next(path for path in self.pages(folder) if path.startswith("chapters/"))
        for words in ("<script>", "onerror", "javascript", "</title>", "{{title}}"):
            self.page.goto(base + quote(chapter) + "?q=" + quote(words) + "#" + quote(words))
            self.page.locator(".site-search input").fill(words)
            self.page.wait_for_timeout(800)
            self.assertEqual(self.look(chapter), [], words)
            self.nothing_happened(base, words)
        for path in [p for p in self.pages(folder) if re.search(r"cards|practice|questions", p)][:12]:
            self.page.goto(base + quote(path))
            try:
                self.page.evaluate(PRESS)
            except Error as error:  # what is pressed may begin the page again
                self.assertIn("navigation", str(error))
                self.page.wait_for_load_state()
            self.assertEqual(self.look(path), [], path)
            self.nothing_happened(base, path)

    def test_books_are_well_formed_and_run_nothing(self):
        for style in ("raw", "text"):
            books = sorted((self.folder / style / "Site/public/sheets").glob("*.epub"))
            self.assertTrue(books)
            with zipfile.ZipFile(books[0]) as book:
                for name in book.namelist():
                    self.assertFalse(name.startswith(("/", "..")) or "/../" in name, name)
                    if name.endswith((".xhtml", ".opf", ".xml", ".ncx")):
                        root = ElementTree.fromstring(book.read(name))
                        for element in root.iter():
                            self.assertFalse(any(key.rpartition("}")[2].startswith("on") for key in element.attrib), name)
                            self.assertNotIn(element.tag.rpartition("}")[2], ("script", "iframe", "object", "embed", "base", "form"), name)
                            for key in ("href", "src"):
                                self.assertNotRegex(element.get(key, "").strip().lower(), r"^(javascript|data|vbscript|file|feed|blob):", name)

    def test_banks_hold_no_markup_of_the_texts(self):
        """All that an importer takes for HTML is put on a page."""
        self.page.goto("about:blank")
        for style in ("raw", "text"):
            site = self.folder / style / "Site"
            files = sorted(p for pool in ("public", "instructor") for p in (site / pool / "quiz").glob("*"))
            self.assertGreater(len(files), 20)
            for path in files:
                pieces = [piece for piece in self.markup(path) if "<" in piece]
                with self.subTest(path.name, style=style):
                    bad = self.page.evaluate("""(pieces) => {
                      const bad = [];
                      for (const piece of pieces) {
                        const inside = new DOMParser().parseFromString("<body>" + piece, "text/html");
                        for (const e of inside.querySelectorAll("body *")) {
                          if (!["P", "B", "STRONG", "EM", "I", "A", "BR", "UL", "OL", "LI", "DIV", "SPAN", "BLOCKQUOTE", "TABLE", "TBODY", "THEAD", "TR",
                            "TD", "TH", "CITE", "Q", "SMALL", "HR", "SUB", "SUP", "H3", "H4", "FOOTER", "DETAILS", "SUMMARY"].includes(e.tagName))
                            bad.push(e.outerHTML.slice(0, 120));
                          for (const a of e.attributes) {
                            if (!["class", "href", "lang", "style", "id"].includes(a.name)) bad.push(e.outerHTML.slice(0, 120));
                            if (a.name === "href" && !/^https?:/.test(a.value)) bad.push(a.value);
                          }
                        }
                      }
                      return bad;
                    }""", pieces)
                    self.assertEqual(bad[:5], [])

    def markup(self, path):
        """Texts of a bank that its importer reads as HTML."""
        kind = path.name.rpartition("-")[0]
        if kind in ("json", "csv", "kahoot", "aiken"):
            return []
        if kind == "gift":
            return [
                re.sub(r"\\(.)", r"\1", line.split("[html]", 1)[-1]) for line in path.read_text(encoding="utf-8").split("\n")
                if "[html]" in line or line.startswith(("\t~", "\t####")) or re.match("\t=(?!%100%)(?!.* -> )", line)]
        if kind == "anki":
            return self.anki(path)
        if path.suffix == ".xml":
            elements = ElementTree.fromstring(path.read_bytes()).iter()
            return [element.findtext("text") or "" for element in elements if element.get("format") == "html"]
        found = []
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                self.assertFalse(name.startswith(("/", "..")) or "/../" in name, name)
                data = package.read(name)
                if name.endswith(".xml"):
                    root = ElementTree.fromstring(data)
                    for element in root.iter():
                        self.assertFalse(any(key.lower().startswith("on") for key in element.attrib), name)
                        self.assertNotIn(element.tag.rpartition("}")[2].lower(), ("script", "img", "iframe", "object", "svg", "style"), name)
                        # QTI 2 and 3 hold their markup as elements, QTI 1 as text.
                        if kind in ("canvas", "cc11") and element.get("texttype") == "text/html":
                            found.append(element.text or "")
                elif name.endswith(".json") and name != "h5p.json":  # what a package is called is plain text, as all metadata
                    found += self.strings(json.loads(data))
        return found

    def strings(self, value):
        """Of JSON, all but H5P's metadata, which is plain text."""
        if isinstance(value, str):
            return [value]
        inner = [v for k, v in value.items() if k != "metadata"] if isinstance(value, dict) else value if isinstance(value, list) else []
        return [text for v in inner for text in self.strings(v)]

    def anki(self, path):
        with zipfile.ZipFile(path) as package, tempfile.TemporaryDirectory() as scratch:
            name = next(n for n in package.namelist() if n.startswith("collection"))
            package.extract(name, scratch)
            try:
                rows = sqlite3.connect(Path(scratch) / name).execute("select flds from notes").fetchall()
            except sqlite3.DatabaseError:
                return []
        return [field for (fields,) in rows for field in fields.split("\x1f")]

    def test_cells_never_become_formulas(self):
        for style in ("raw", "text"):
            for path in sorted((self.folder / style / "Site").glob("*/quiz/*.csv")):
                with path.open(encoding="utf-8-sig", newline="") as file:
                    for row in csv.reader(file):
                        for cell in row:
                            self.assertNotRegex(cell, r"^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]", path.name)

    def test_leaves_no_trace_outside(self):
        self.assertFalse(Path("/tmp/tamra-was-here").exists())
        for style in ("raw", "text"):
            for path in (self.folder / style / "Site").rglob("*"):
                if path.is_file() and path.suffix in (".html", ".json", ".js", ".xml", ".txt"):
                    self.assertNotIn(b"root:x:0:0", path.read_bytes(), path)
