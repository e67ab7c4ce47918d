"""`tamra serve` as a writer meets it: a save comes to the screen, the reader stays where he was, what is wrong is said on the page.

TAMRA names the binary (default .build/release/tamra). `SHOW_TIMES=1` prints how long a save takes to the screen.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

from browser import ROOT, TAMRA, ChromiumTest



class Serving:
    """A course being served, on its address."""

    def __init__(self, course, *more):
        self.process = subprocess.Popen(
            [TAMRA, "serve", "--course", course, "--language", "en", *more], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.said = []
        self.base = None
        for line in self.process.stderr:
            self.said.append(line)
            if found := re.search(r"open (http://127\.0\.0\.1:\d+/)", line):
                self.base = found[1]
                break
        # A pipe that nobody reads would stop the server.
        threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True).start()

    def close(self):
        self.process.terminate()
        self.process.wait()


class LiveTest(ChromiumTest):
    built = None

    @classmethod
    def setUpClass(cls):
        cls.need_program()
        super().setUpClass()
        cls.course = Path(tempfile.mkdtemp(prefix="tamra-live-"))
        cls.addClassCleanup(shutil.rmtree, cls.course, ignore_errors=True)
        shutil.copytree(ROOT / "Content", cls.course / "Content")
        (cls.course / "Site/assets").mkdir(parents=True)
        shutil.copy(ROOT / "Site/assets/site.css", cls.course / "Site/assets/site.css")
        cls.chapter = next(cls.course.glob("Content/*/chapter.md"))
        cls.text = cls.chapter.read_text(encoding="utf-8")
        cls.serving = Serving(cls.course)
        cls.addClassCleanup(cls.serving.close)

    def setUp(self):
        self.page = self.browser.new_page(viewport={"width": 1000, "height": 700})
        self.addCleanup(self.page.close)
        name = sorted((self.course / ".tamra/preview/public/chapters").glob("*.html"))[0].name
        type(self).built = self.built or (self.course / ".tamra/preview/public/chapters" / name).read_bytes()
        self.page.goto(self.serving.base + "chapters/" + name)
        self.addCleanup(self.restore, self.course / ".tamra/preview/public/chapters" / name)

    def restore(self, page):
        """What one test saved may not reload another's page."""
        self.put(self.text)
        end = time.monotonic() + 60
        while page.read_bytes() != self.built and time.monotonic() < end:
            time.sleep(0.02)

    def put(self, text):
        self.chapter.write_text(text, encoding="utf-8")

    def until(self, expression, seconds=60):
        end = time.monotonic() + seconds
        while True:
            try:
                if self.page.evaluate(expression):
                    return
            except Exception as error:  # between two pages
                if "navigat" not in str(error) and "destroyed" not in str(error):
                    raise
            self.assertLess(time.monotonic(), end, expression)
            time.sleep(0.005)

    def test_a_save_comes_to_the_screen_and_the_reader_stays(self):
        self.page.evaluate("scrollTo({ top: 2500, behavior: 'instant' })")
        self.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        popover = self.page.evaluate("""() => {
          const e = [...document.querySelectorAll("main [popover]")].find((e) => e.id);
          if (e) e.showPopover();
          return e ? e.id : null;
        }""")
        mark = "[...document.querySelectorAll('main [id]')].filter((e) => e.getBoundingClientRect().top <= 1).pop()"
        before = self.page.evaluate(f"[{mark}.id, {mark}.getBoundingClientRect().top]")
        self.put(self.text.replace("\n\n", "\n\nคำที่เพิ่มในต้นบทนี้ยาวพอให้ย่อหน้าอื่นเลื่อนลงไปจากที่เดิมของมัน\n\n", 3))
        self.until("document.body?.textContent.includes('คำที่เพิ่มในต้นบทนี้')")
        self.until(f"({mark}) && ({mark}).id === {before[0]!r}")
        self.assertAlmostEqual(self.page.evaluate(f"{mark}.getBoundingClientRect().top"), before[1], delta=3)
        self.assertTrue(self.page.evaluate("[...document.querySelectorAll('details')].every((d) => d.open)"))
        if popover:
            self.assertTrue(self.page.evaluate("(id) => document.getElementById(id).matches(':popover-open')", popover))

    def fresh(self, expression):
        """What a page that is loaded now says."""
        other = self.browser.new_page(viewport={"width": 1000, "height": 700})
        try:
            other.goto(self.page.url)
            return other.evaluate(expression)
        finally:
            other.close()

    def test_edits_of_the_text_are_put_in_place_without_a_reload(self):
        content = r"document.querySelector('main').innerHTML.replace(/\n+/g, '')"
        self.page.wait_for_timeout(500)
        self.page.evaluate("window.stays = true")
        # Paragraphs no record is made of: an exercise that changes has to be started anew.
        plain = [p for p in self.text.split("\n\n") if "ก" <= p[:1] <= "ฮ" and not re.search(r"[(*\[`<]|คือ|หมายถึง|ได้แก่|เรียกว่า|กล่าว", p)]
        self.assertGreater(len(plain), 2)
        edits = {
            "คำที่เติมในย่อหน้า": lambda word: self.text.replace(plain[1], plain[1] + " " + word),
            "ย่อหน้าที่เพิ่มใหม่": lambda word: self.text.replace(plain[1], f"{plain[1]}\n\n{word} <b>ตัวหนา</b> & เครื่องหมาย"),
            "ย่อหน้าสุดท้าย": lambda word: self.text.replace(plain[-2], f"{plain[-2]}\n\n{word}"),
            "รายการที่เพิ่ม": lambda word: self.text.replace(plain[1], f"{plain[1]}\n\n- {word}\n- ข้อสอง"),
        }
        for word, edit in edits.items():
            self.put(edit(word))
            self.until(f"document.body?.textContent.includes('{word}')")
            self.assertTrue(self.page.evaluate("window.stays === true"), word)
            self.assertEqual(self.page.evaluate(content), self.fresh(content), word)
        self.put(self.text)
        self.until("!document.body?.textContent.includes('รายการที่เพิ่ม')")
        self.assertTrue(self.page.evaluate("window.stays === true"))
        self.assertEqual(self.page.evaluate(content), self.fresh(content))

    def test_a_new_section_is_loaded_with_its_contents(self):
        self.page.wait_for_timeout(500)
        self.put(self.text + "\n\n## หัวข้อที่เพิ่งเพิ่ม\n\nเนื้อความ\n")
        self.until("document.body?.textContent.includes('หัวข้อที่เพิ่งเพิ่ม')")
        self.page.wait_for_timeout(300)
        frame = "[...document.querySelectorAll('.contents a')].map((a) => a.textContent).join('|')"
        self.assertIn("หัวข้อที่เพิ่งเพิ่ม", self.page.evaluate(frame))
        self.assertEqual(self.page.evaluate(frame), self.fresh(frame))

    def test_a_style_sheet_is_taken_without_a_reload(self):
        self.page.evaluate("window.stays = true")
        sheet = self.course / "Site/assets/site.css"
        style = sheet.read_text(encoding="utf-8")
        self.addCleanup(sheet.write_text, style, encoding="utf-8")
        self.page.wait_for_timeout(500)
        sheet.write_text(style + "\nbody { outline: 3px solid rgb(1, 2, 3); }\n", encoding="utf-8")
        self.until("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
        self.assertTrue(self.page.evaluate("window.stays"))
        self.until("document.querySelectorAll('link[rel=stylesheet]').length === new Set([...document.querySelectorAll('link[rel=stylesheet]')]"
                   ".map((e) => new URL(e.href).pathname)).size")

    def test_what_is_wrong_is_said_on_the_page_and_goes_when_mended(self):
        shown = "document.querySelector('tamra-findings')?.shadowRoot.textContent ?? ''"
        self.put(self.text + "\n\n[@nobody<b>] กล่าวว่า ดี\n\n| a | b\n\n![x](missing<img>.png)\n\n[ข](../../../x.pdf)\n")
        self.until(f"({shown}).includes('outside the course folder')")
        self.assertIn("chapter.md:", self.page.evaluate(shown))
        self.assertEqual(self.page.evaluate("document.querySelector('tamra-findings').shadowRoot.querySelectorAll('b, img').length"), 0)
        if os.environ.get("PICTURES"):
            self.page.screenshot(path=os.environ["PICTURES"] + "/findings.png")
        self.put(self.text)
        self.until(f"!({shown}).includes('outside the course folder')")

    def test_a_taken_port_gives_way_to_a_free_one(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            other = Serving(self.course, "--port", str(port))
            self.addCleanup(other.close)
            self.assertTrue(any("taken" in line for line in other.said), other.said)
            self.assertNotEqual(other.base, f"http://127.0.0.1:{port}/")

    @unittest.skipUnless(os.environ.get("SHOW_TIMES"), "SHOW_TIMES=1 measures")
    def test_how_long_a_save_takes(self):
        times = []
        for turn in range(12):
            word = f"คำใหม่{turn}ครั้ง"
            time.sleep(0.7)
            start = time.perf_counter()
            self.put(self.text + f"\n\n{word}\n")
            self.until(f"document.body?.textContent.includes('{word}')")
            times.append(time.perf_counter() - start)
        print(f"\nsave to screen: median {statistics.median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms")


if __name__ == "__main__":
    unittest.main()
