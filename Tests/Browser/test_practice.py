"""Practice: items are answered by keyboard and hand, explained, kept, and filtered; a discussion question keeps what is written."""

import unittest

from browser import SITE, BrowserTest, pages

INDEX = next((p for p in pages("practice") if 'class="practice-index"' in (SITE / p).read_text(encoding="utf-8")), None)
LISTS = [p for p in pages("practice") if 'class="practice-list"' in (SITE / p).read_text(encoding="utf-8")]
QUESTIONS = [p for p in pages("practice") if "data-writing" in (SITE / p).read_text(encoding="utf-8")]


@unittest.skipUnless(LISTS and INDEX, "the site has no practice")
class PracticeTest(BrowserTest):
    def results(self, page):
        return page.evaluate("tamraStore.read('practice', {})")

    def choice(self, base=None, **context):
        """A page with an item that is answered by choosing one, shown."""
        for path in LISTS:
            page = self.page(path, base, **context)
            at = page.evaluate(
                "() => [...document.querySelectorAll('.practice-item')].findIndex((i) => i.dataset.kind === 'choice')")
            if at >= 0:
                page.goto((base or self.http) + path + f"#item-{at + 1}")
                page.reload()
                return page, page.locator(f"#item-{at + 1}")
        self.skipTest("no item with choices")

    def test_answers_by_keyboard_and_explains(self):
        for base in (self.http, self.file):
            page, item = self.choice(base)
            right = item.locator("li").evaluate_all("(rows) => rows.findIndex((r) => r.hasAttribute('data-right'))")
            page.keyboard.press(str(right + 1))
            page.keyboard.press("Enter")
            self.assertTrue(item.locator(".verdict-line").inner_text().startswith("✓"))
            self.assertTrue(item.locator("details.answer").evaluate("(d) => d.open"))
            kept = self.results(page)
            self.assertEqual([r["right"] for r in kept.values()], [1])

    def test_takes_thai_letters_for_options(self):
        page, item = self.choice()
        page.locator("body").dispatch_event("keydown", {"key": "ข"})
        self.assertTrue(item.locator("input").nth(1).is_checked())

    def test_leads_to_the_passage(self):
        page, item = self.choice()
        item.locator("summary").click()
        link = item.locator("details.answer a").last
        link.click()
        page.wait_for_load_state()
        self.assertIn("/chapters/", page.url)
        self.assertTrue(page.evaluate("Boolean(document.querySelector(':target'))"))

    def test_says_what_to_look_at_again(self):
        page, item = self.choice()
        wrong = item.locator("li").evaluate_all("(rows) => rows.findIndex((r) => !r.hasAttribute('data-right'))")
        item.locator("input").nth(wrong).check(force=True)
        page.keyboard.press("Enter")
        self.assertTrue(item.locator(".verdict-line").inner_text().startswith("✗"))
        kept = self.results(page)
        result = next(iter(kept.values()))
        self.assertEqual(result["right"], 0)
        page.goto(self.http + INDEX)
        if result.get("concept") and page.locator(".weak").is_visible():
            page.locator(".weak a").nth(1).click()
            page.wait_for_load_state()
            shown = page.evaluate("[...document.querySelectorAll('.practice-item')].map((i) => i.dataset.item)")
            self.assertEqual(shown, list(kept))

    def test_shows_the_items_of_one_concept(self):
        page = self.page(LISTS[0])
        concept = page.evaluate("document.querySelector('.practice-item[data-concept]')?.dataset.concept")
        if not concept:
            self.skipTest("no item of a concept")
        page.goto(self.http + LISTS[0] + f"?concept={concept}")
        self.assertEqual(
            page.evaluate("[...new Set([...document.querySelectorAll('.practice-item')].map((i) => i.dataset.concept))]"), [concept])

    def test_shows_the_items_of_one_section(self):
        for path in LISTS:
            page = self.page(path)
            sections = page.evaluate("[...new Set([...document.querySelectorAll('[data-section]')].map((i) => i.dataset.section))]")
            if len(sections) > 1:
                break
        else:
            self.skipTest("no page with items of several sections")
        page.locator(f".practice-sections a[href$='section={sections[1]}']").click()
        page.wait_for_load_state()
        self.assertEqual(
            page.evaluate("[...new Set([...document.querySelectorAll('.practice-item')].map((i) => i.dataset.section))]"), [sections[1]])

    def test_can_be_read_without_a_script(self):
        page = self.page(LISTS[0], java_script_enabled=False)
        items = page.locator(".practice-item")
        self.assertTrue(all(items.nth(i).is_visible() for i in range(items.count())))
        self.assertTrue(page.locator("details.answer summary").first.is_visible())

    @unittest.skipUnless(QUESTIONS, "the site has no discussion questions")
    def test_keeps_what_is_written_and_prints_it(self):
        page = self.page(QUESTIONS[0])
        page.locator("textarea[data-writing]").fill("เครือข่ายคือความสัมพันธ์")
        self.until(page, "JSON.stringify(tamraStore.read('writing', {})).includes('เครือข่าย')")
        page.reload()
        self.assertEqual(page.locator("textarea[data-writing]").input_value(), "เครือข่ายคือความสัมพันธ์")
        page.emulate_media(media="print")
        self.assertTrue(page.locator(".written").is_visible())
        self.assertEqual(page.locator(".written").inner_text(), "เครือข่ายคือความสัมพันธ์")

    def test_compares_a_typed_answer_as_thai_is_written(self):
        for path in LISTS:
            if 'data-kind="typed"' in (SITE / path).read_text(encoding="utf-8"):
                break
        else:
            self.skipTest("no item with a typed answer")
        page = self.page(path)
        at = page.evaluate("() => [...document.querySelectorAll('.practice-item')].findIndex((i) => i.dataset.kind === 'typed')")
        page.goto(self.http + path + f"#item-{at + 1}")
        page.reload()
        item = page.locator(f"#item-{at + 1}")
        field = item.locator("input[type=text]").first
        answer = field.get_attribute("data-accepted").split("\n")[0]
        # Spaces, letter case and a ำ in two parts do not matter.
        field.fill(" " + answer.replace("\u0e33", "\u0e4d\u0e32").upper() + " ")
        page.keyboard.press("Enter")
        self.assertTrue(item.locator(".verdict-line").inner_text().startswith("✓"))

    def test_goes_on_by_keyboard_to_the_next_item(self):
        page, item = self.choice()
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        number = int(item.get_attribute("id").rpartition("-")[2])
        following = page.locator(f"#item-{number + 1}")
        if not following.count():
            self.skipTest("the item is the last")
        page.keyboard.press("Enter")
        self.assertTrue(following.is_visible())
        self.assertTrue(item.is_hidden())

    def test_shows_every_item_where_its_script_does_not_come(self):
        context = self.browser.new_context()
        self.addCleanup(context.close)
        page = context.new_page()
        page.route("**/practice.js", lambda route: route.abort())
        page.goto(self.http + LISTS[0])
        items = page.locator(".practice-item")
        self.assertTrue(all(items.nth(i).is_visible() for i in range(items.count())))

    def test_lets_a_reader_try_an_item_in_the_chapter(self):
        page = self.page(pages("chapters")[0])
        item = page.locator(".try .practice-item").first
        if not item.count():
            self.skipTest("no item to try")
        item.locator("input").first.check(force=True)
        item.locator("button.primary").click()
        self.assertTrue(item.locator(".verdict-line").is_visible())
        self.assertEqual(len(self.results(page)), 1)


if __name__ == "__main__":
    unittest.main()
