"""The reader's own: colours, size, language, links to passages, how far a chapter has been read, what is stored, reading offline."""

import json
import tempfile
import unittest

from browser import BrowserTest, pages


class ReaderTest(BrowserTest):
    chapter = pages("chapters")[0] if pages("chapters") else "index.html"

    def panel(self, page):
        page.locator(".reader-button").click()
        page.locator(".reader-panel").wait_for()
        return page.locator(".reader-panel")

    def test_keeps_colours_and_size_over_pages(self):
        for base in (self.http, self.file):
            page = self.page(self.chapter, base, color_scheme="light")
            light = page.evaluate("getComputedStyle(document.body).backgroundColor")
            size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
            panel = self.panel(page)
            panel.locator("input[value=dark]").check(force=True)
            panel.locator("input[value=larger]").check(force=True)
            page.goto(base + "index.html")
            self.assertNotEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), light)
            self.assertGreater(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"), size * 1.2)

    def test_speaks_the_other_language_and_leaves_the_text(self):
        page = self.page(self.chapter)
        text = page.locator("main h1").inner_text()
        other = "en" if page.evaluate("document.documentElement.lang") == "th" else "th"
        with page.expect_navigation():
            self.panel(page).locator(f"input[value={other}]").evaluate("(input) => setTimeout(() => input.click())")
        wanted = "Glossary" if other == "en" else "อภิธานศัพท์"
        page.locator(".site-nav a", has_text=wanted).wait_for(state="attached")
        self.assertEqual(page.locator(".site-nav").get_attribute("aria-label"), "Site" if other == "en" else "เมนูหลัก")
        self.assertEqual(page.locator("main h1").inner_text(), text)

    def test_is_worked_by_keyboard(self):
        page = self.page(self.chapter)
        page.locator(".reader-button").focus()
        page.keyboard.press("Enter")
        page.locator(".reader-panel").wait_for()
        self.assertTrue(page.evaluate("document.activeElement.closest('.reader-panel') !== null"))
        page.keyboard.press("Escape")
        self.assertTrue(page.locator(".reader-panel").is_hidden())

    def test_copies_a_link_to_the_passage_on_top(self):
        page = self.page(self.chapter, permissions=["clipboard-read", "clipboard-write"])
        page.evaluate("scrollTo(0, 2500)")
        self.panel(page).locator(".button").click()
        self.until(page, "location.hash.length > 1")
        link = page.evaluate("navigator.clipboard.readText()")
        self.assertEqual(link, page.url)
        page.goto(link)
        self.assertTrue(page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight"))

    def test_offers_to_read_on(self):
        page = self.page(self.chapter)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
        self.until(page, "Object.keys(tamraStore.read('read', {})).length === 1")
        page.goto(self.http + self.chapter)
        back = page.locator(".read-on")
        back.wait_for()
        back.click()
        self.assertGreater(page.evaluate("scrollY"), 500)
        page.goto(self.http + "index.html")
        page.locator(".card .soft").first.wait_for()

    def test_says_what_is_stored_and_takes_it_out_and_in(self):
        page = self.page("stored.html")
        page.evaluate("tamraStore.write('writing', { q: { text: 'ทดสอบ', ticks: [] } })")
        page.reload()
        with page.expect_download() as saved:
            page.locator(".stored-actions button").nth(0).click()
        kept = json.loads(saved.value.path().read_text(encoding="utf-8"))
        self.assertEqual(kept["values"]["writing"]["q"]["text"], "ทดสอบ")
        other = self.page("stored.html")
        with other.expect_file_chooser() as chooser:
            other.locator(".stored-actions button").nth(1).click()
        chooser.value.set_files(saved.value.path())
        self.until(other, "tamraStore.read('writing', null) !== null")
        other.locator(".stored-actions button").nth(2).click()
        other.locator(".stored-actions button").nth(2).click()
        self.until(other, "tamraStore.names().length === 0")

    def test_refuses_a_file_of_another_course(self):
        page = self.page("stored.html")
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{"tamra": 1, "course": "another", "values": {"writing": {}}}')
            file.flush()
            with page.expect_file_chooser() as chooser:
                page.locator(".stored-actions button").nth(1).click()
            chooser.value.set_files(file.name)
            self.until(page, "document.querySelector('.stored-note').textContent.length > 0")
        self.assertEqual(page.evaluate("tamraStore.names()"), [])

    def test_reads_on_without_a_network(self):
        page = self.page("stored.html", service_workers="allow")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        self.until(page, "navigator.serviceWorker.controller !== null")
        page.locator(".stored-actions button").nth(3).click()
        self.until(page, "!document.querySelectorAll('.stored-actions button')[3].disabled")
        page.context.set_offline(True)
        for path in (self.chapter, "glossary.html", "map.html"):
            page.goto(self.http + path)
            self.assertGreater(len(page.locator("main").inner_text()), 100, path)
            self.assertIn("Sarabun", page.evaluate("getComputedStyle(document.body).fontFamily"))


class SingleFileTest(BrowserTest):
    @unittest.skipUnless(pages("files"), "the site hands out no single files")
    def test_asks_for_nothing_and_works(self):
        asked = []
        context = self.browser.new_context(viewport={"width": 360, "height": 740})
        self.addCleanup(context.close)
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(self.file + pages("files")[0])
        page.wait_for_load_state("load")
        self.assertEqual([url for url in asked if not url.startswith(("data:", self.file + pages("files")[0]))], [])
        self.assertEqual(faults, [])
        self.assertTrue(page.evaluate("document.fonts.check('16px Sarabun')"))
        self.assertTrue(page.locator(".practice-list .practice-item").first.is_visible())
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 360)


if __name__ == "__main__":
    unittest.main()
