"""Search: whatever stands on a page is found there and nowhere else, from a server and from a disk."""

import random
import re
import unicodedata
import unittest

from browser import SITE, BrowserTest, Reading, pages

DIGITS = {0x0E50 + i: 0x30 + i for i in range(10)}
SEED = 20260101


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text)).lower().translate(DIGITS)


def find(page, words):
    """Paths found for each word. The search comes once its box is entered."""
    if not page.evaluate("'tamraSearch' in window"):
        page.locator("input[type=search]").focus()
        for _ in range(400):
            if page.evaluate("'tamraSearch' in window"):
                break
            page.wait_for_timeout(50)
    return page.evaluate(
        "async (words) => { const out = []; for (const word of words) { const paths = [];"
        "await tamraSearch.find(word, { found: (r) => paths.push(r.path) }); out.push(paths); } return out; }", words)


class SearchTest(BrowserTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.texts = {path: folded(Reading(SITE / path).text) for path in pages()}

    def expected(self, word):
        return {path for path, text in self.texts.items() if folded(word) in text}

    def fragments(self, count):
        """Runs of letters from anywhere in the site, mid-word and mid-phrase."""
        chance = random.Random(SEED)
        texts = [text for text in self.texts.values() if len(text) > 60]
        out = []
        while len(out) < count:
            text = chance.choice(texts)
            length = chance.choice([1, 2, 3, 4, 5, 6, 8, 10, 14, 30])
            start = chance.randrange(len(text) - length)
            out.append(text[start:start + length])
        return out

    def check_recall(self, base):
        words = self.fragments(300)
        page = self.page("index.html", base)
        for word, found in zip(words, find(page, words)):
            self.assertEqual(set(found), self.expected(word), f"{word!r}, seed {SEED}")
            self.assertEqual(len(found), len(set(found)), word)

    def test_finds_every_fragment_over_http(self):
        self.check_recall(self.http)

    def test_finds_every_fragment_from_disk(self):
        self.check_recall(self.file)

    def test_folds_digits_spellings_case_and_spaces(self):
        page = self.page("index.html")
        pairs = [("๒๕๔๖", "2546"), ("ความส\u0E4D\u0E32คัญ", "ความสำคัญ"), ("เเนวคิด", "แนวคิด"), ("SOCIAL  Network", "socialnetwork")]
        for typed, meant in pairs:
            one, other = find(page, [typed, meant])
            self.assertEqual(one, other, typed)
            self.assertEqual(set(one), self.expected(meant), typed)

    def test_says_so_where_nothing_is_found(self):
        page = self.page("index.html")
        page.locator("input[type=search]").fill("xqzwv")
        self.until(page, "document.querySelector('.search-status')?.textContent.includes('xqzwv')")
        self.assertEqual(page.locator(".search-results a").count(), 0)

    def test_shows_a_passage_and_opens_it_highlighted(self):
        chapter = pages("chapters")[0]
        text = self.texts[chapter]
        word = next(w for w in self.fragments(300) if len(w) >= 8 and w in text and re.search("[ก-ฮ]", w))
        page = self.page("index.html")
        page.locator("input[type=search]").fill(word)
        link = page.locator(f".search-results a.search-place[href*='{chapter}']").first
        link.wait_for()
        self.assertEqual(folded(link.locator("mark").inner_text()), word)
        link.click()
        page.wait_for_load_state()
        self.assertIn("?q=", page.url)
        self.assertGreaterEqual(page.evaluate("CSS.highlights.get('search')?.size ?? 0"), 1)
        self.until(
            page, "[...CSS.highlights.get('search')].some(r => { const b = r.getBoundingClientRect();"
            "return b.top >= 0 && b.bottom <= innerHeight; })")

    def test_goes_all_the_way_by_keyboard(self):
        page = self.page("index.html")
        page.keyboard.press("/")
        self.assertTrue(page.evaluate("document.activeElement.matches('input[type=search]')"))
        page.keyboard.type("เครือข่าย")
        page.locator(".search-results a").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        first = page.locator(".search-results a").first.get_attribute("href")
        self.assertEqual(page.evaluate("document.activeElement.href"), first)
        # Results that come in later leave the reader where she is.
        page.evaluate("document.querySelector('.search-results a').dataset.old = 'yes'")
        page.evaluate("document.querySelector('input[type=search]').dispatchEvent(new Event('input', { bubbles: true }))")
        self.until(page, "!document.querySelector('.search-results a')?.dataset.old")
        self.assertEqual(page.evaluate("document.activeElement.href"), first)
        page.keyboard.press("Escape")
        self.assertTrue(page.locator(".search-results").is_hidden())
        self.assertTrue(page.evaluate("document.activeElement.matches('input[type=search]')"))
        page.keyboard.press("End")
        page.keyboard.type("ท")
        page.locator(".search-results a").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**?q=*")

    def test_loads_nothing_before_it_is_asked(self):
        asked = []
        context = self.browser.new_context()
        self.addCleanup(context.close)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(self.http + "index.html")
        page.wait_for_load_state("networkidle")
        self.assertEqual([url for url in asked if "/search/" in url], [])


if __name__ == "__main__":
    unittest.main()
