"""What the browser tests share: Chromium, the built site on loopback and from disk, and the program.

TAMRA_SITE names the built site (default Site/public), TAMRA the program (default .build/release/tamra), CHROMIUM the browser (default the
one on PATH).
"""

import functools
import http.server
import os
import shutil
import threading
import time
import unittest
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("TAMRA_SITE", ROOT / "Site/public")).resolve()
TAMRA = Path(os.environ.get("TAMRA", ROOT / ".build/release/tamra"))
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A browser that goes on before a file has come is no fault."""


class ChromiumTest(unittest.TestCase):
    """One browser a class, there after `setUpClass`."""

    @classmethod
    def setUpClass(cls):
        if not CHROMIUM:
            raise unittest.SkipTest("no Chromium: apt-get install chromium")
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)

    @classmethod
    def need_program(cls):
        if not TAMRA.exists():
            raise unittest.SkipTest(f"no {TAMRA}: make site first")


class BrowserTest(ChromiumTest):
    """A server of the site beside the browser; every page is new, and one that logs an error fails its test."""

    @classmethod
    def setUpClass(cls):
        if not (SITE / "index.html").exists():
            raise unittest.SkipTest(f"no site in {SITE}: make site first")
        super().setUpClass()
        cls.server = Server(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE)))
        cls.addClassCleanup(cls.server.server_close)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.server.shutdown)
        cls.http = f"http://127.0.0.1:{cls.server.server_address[1]}/"
        cls.file = SITE.as_uri() + "/"

    def until(self, page, expression, seconds=20):
        """Waits until an expression holds; the browser's own waiting needs eval, which the pages' policy forbids."""
        end = time.monotonic() + seconds
        while not page.evaluate(expression):
            self.assertLess(time.monotonic(), end, expression)
            page.wait_for_timeout(50)

    def page(self, path, base=None, **context):
        """A page in a context of its own: nothing kept from another test."""
        opened = self.browser.new_context(**context)
        self.addCleanup(opened.close)
        page = opened.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        self.addCleanup(lambda: self.assertEqual(faults, [], path))
        page.goto((base or self.http) + path)
        return page


def pages(under=""):
    """Paths of the site's pages, in order; the single files, which stand outside its policy and search, only when asked for."""
    found = (p.relative_to(SITE).as_posix() for p in (SITE / under).rglob("*.html") if p.name != "404.html")
    return sorted(path for path in found if under == "files" or not path.startswith("files/"))


def kinds():
    """One of each kind of page: those at the top, and the largest and the smallest of each folder."""
    folders = {}
    for path in pages():
        folders.setdefault(path.rpartition("/")[0], []).append(path)
    picked = list(folders.pop("", []))
    for members in folders.values():
        members.sort(key=lambda path: (SITE / path).stat().st_size)
        picked += {members[0], members[-1]}
    return sorted(picked)


class Reading(HTMLParser):
    """The text a reader finds in the main part of a page, read apart from the program that made the index."""

    SILENT = {"script", "style", "template", "head", "noscript", "nav", "title"}
    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.open, self.main, self.body = [], [], []
        self.feed(path.read_text(encoding="utf-8"))
        self.text = "".join(self.main) or "".join(self.body)

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if not self.SILENT.intersection(self.open):
            if "main" in self.open:
                self.main.append(data)
            if "body" in self.open:
                self.body.append(data)
