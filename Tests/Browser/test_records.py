"""What a reader finds around the text: notes beside and under it, contents that follow, maps, references to copy, folded lists."""

import unittest

from browser import SITE, BrowserTest, pages

CHAPTER = pages("chapters")[0] if pages("chapters") else None


def holds(path, text):
    return (SITE / path).exists() and text in (SITE / path).read_text(encoding="utf-8")


@unittest.skipUnless(CHAPTER, "the site has no chapter")
class ChapterTest(BrowserTest):
    def test_opens_a_note_by_keyboard_where_there_is_no_margin(self):
        page = self.page(CHAPTER, viewport={"width": 360, "height": 740})
        button = page.locator(".note-button").first
        if not button.count():
            self.skipTest("no notes")
        note = page.locator("#" + button.get_attribute("popovertarget"))
        self.assertTrue(note.is_hidden())
        button.focus()
        page.keyboard.press("Enter")
        self.assertTrue(note.is_visible())
        box = note.bounding_box()
        self.assertGreaterEqual(box["x"], 0)
        self.assertLessEqual(box["x"] + box["width"], 360)
        self.assertTrue(note.locator("a").first.is_visible())
        page.keyboard.press("Escape")
        self.assertTrue(note.is_hidden())

    def test_shows_notes_beside_the_text_where_there_is_room(self):
        page = self.page(CHAPTER, viewport={"width": 1280, "height": 900})
        note = page.locator(".note").first
        if not note.count():
            self.skipTest("no notes")
        self.assertTrue(note.is_visible())
        text = page.locator(".noted > p").first.bounding_box()
        self.assertGreater(note.bounding_box()["x"], text["x"] + text["width"])

    def test_leads_from_a_term_to_its_page_without_a_script(self):
        page = self.page(CHAPTER, java_script_enabled=False)
        page.locator("main a.term").first.click()
        page.wait_for_load_state()
        self.assertIn("/concepts/", page.url)

    def test_has_contents_that_follow_the_reader(self):
        page = self.page(CHAPTER, viewport={"width": 1280, "height": 900})
        links = page.locator(".contents a[href^='#']")
        if links.count() < 3:
            self.skipTest("too short a chapter")
        for at, place in ((links.count() - 1, "document.documentElement.scrollHeight"), (0, "0")):
            page.evaluate(f"scrollTo(0, {place})")
            self.until(page, f"[...document.querySelectorAll(\".contents a[href^='#']\")][{at}].hasAttribute('aria-current')")
        self.assertEqual(page.locator(".contents [aria-current]").count(), 1)


@unittest.skipUnless((SITE / "map.html").exists(), "the site has no map")
class MapTest(BrowserTest):
    def test_shows_one_drawing_at_any_width_and_never_scrolls(self):
        for width in (320, 700, 1000, 1280):
            page = self.page("map.html", viewport={"width": width, "height": 900})
            drawings = page.locator(".map .drawing")
            if not drawings.count():
                self.skipTest("the map is a list")
            shown = [drawings.nth(i) for i in range(drawings.count()) if drawings.nth(i).is_visible()]
            self.assertEqual(len(shown), 1, width)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
            # Letters that can be read: the drawing is not made much smaller than it is.
            size = shown[0].locator("svg").evaluate("(s) => s.getBoundingClientRect().width / s.viewBox.baseVal.width")
            self.assertGreater(size * 14, 11.5, width)

    def test_lists_what_it_draws(self):
        page = self.page("map.html", viewport={"width": 1280, "height": 900})
        boxes = page.locator(".drawing.wide a").evaluate_all("(links) => links.map((l) => l.getAttribute('href'))")
        if not boxes:
            self.skipTest("the map is a list")
        listed = page.locator(".map-list a").evaluate_all("(links) => links.map((l) => l.getAttribute('href'))")
        self.assertEqual(sorted(boxes), sorted(listed))

    def test_leads_on_by_keyboard(self):
        page = self.page("map.html", viewport={"width": 1280, "height": 900})
        link = page.locator(".drawing.wide a").first
        if not link.count():
            self.skipTest("the map is a list")
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/concepts/**")


@unittest.skipUnless(holds("references.html", 'class="formats"'), "the site has no references to copy")
class ReferencesTest(BrowserTest):
    def test_copies_an_entry(self):
        page = self.page("references.html", permissions=["clipboard-read", "clipboard-write"])
        entry = page.locator("details.formats").first
        entry.locator("summary").click()
        button = entry.locator("button").first
        button.wait_for()
        before = button.inner_text()
        button.click()
        self.until(page, f"document.querySelector('details.formats button').textContent !== {before!r}")
        self.assertEqual(page.evaluate("navigator.clipboard.readText()"), entry.locator("pre").first.inner_text())
        self.until(page, f"document.querySelector('details.formats button').textContent === {before!r}")

    def test_copies_where_there_is_no_clipboard(self):
        page = self.page("references.html", self.file)
        page.evaluate("() => { document.execCommand = () => { window.copied = getSelection().toString() || document.activeElement.value; }; }")
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        entry = page.locator("details.formats").first
        entry.locator("summary").click()
        entry.locator("button").first.click()
        self.until(page, "window.copied !== undefined")
        self.assertEqual(page.evaluate("window.copied").strip(), entry.locator("pre").first.inner_text().strip())


if __name__ == "__main__":
    unittest.main()
