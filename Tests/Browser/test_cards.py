"""Flashcards: the schedule is FSRS's, progress stays on the device, and the deck works by keyboard."""

import random
import tempfile
import unittest
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

from browser import BrowserTest, pages

SEED = 7


def histories(count):
    """Random histories: ratings at due times, hours late and weeks late, with the card after each as the reference has it."""
    chance = random.Random(SEED)
    scheduler = Scheduler(enable_fuzzing=False)
    for _ in range(count):
        now = datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=chance.randrange(10**6))
        card = Card(due=now)
        history = []
        for _ in range(chance.randint(1, 25)):
            rating = chance.choice([1, 2, 3, 3, 3, 4])
            card, _ = scheduler.review_card(card, Rating(rating), now)
            history.append((rating, now.timestamp() * 1000, card))
            late = timedelta(seconds=chance.randrange(1, 86400 * chance.choice([1, 3, 60])))
            now = card.due if chance.random() < 0.4 else now + late
        yield history


@unittest.skipUnless(pages("cards"), "the site has no flashcards")
class CardTest(BrowserTest):
    def deck(self, **context):
        return self.page(pages("cards")[0], **context)

    def progress(self, page):
        return page.evaluate("tamraStore.read('cards', {})")

    def test_equals_the_reference_on_a_thousand_histories(self):
        wanted = list(histories(1000))
        reviews = [[(rating, time) for rating, time, _ in history] for history in wanted]
        got = self.deck().evaluate(
            "(histories) => histories.map((history) => { let card = tamraFSRS.fresh(history[0][1]);"
            "return history.map(([rating, time]) => (card = tamraFSRS.review(card, rating, time))); })", reviews)
        for history, cards in zip(wanted, got):
            for (_, _, card), ours in zip(history, cards):
                self.assertEqual((card.state.name.lower(), card.step), (ours["state"], ours["step"]))
                self.assertAlmostEqual(card.stability, ours["stability"], delta=1e-9 * max(1, card.stability))
                self.assertAlmostEqual(card.difficulty, ours["difficulty"], places=9)
                self.assertAlmostEqual(card.due.timestamp() * 1000, ours["due"], delta=1)

    def test_goes_through_a_card_by_keyboard(self):
        page = self.deck()
        first = page.locator(".deck-stage .card-item").get_attribute("data-card")
        page.keyboard.press("Space")
        self.assertTrue(page.locator(".deck-stage details").evaluate("(d) => d.open"))
        page.locator(".deck-ratings button").first.wait_for()
        page.keyboard.press("3")
        self.until(page, f"document.querySelector('.deck-stage .card-item').dataset.card !== {first!r}")
        kept = self.progress(page)["cards"]
        self.assertEqual(list(kept), [first])
        self.assertEqual(kept[first]["state"], "learning")

    def test_keeps_progress_over_a_reload(self):
        page = self.deck()
        page.keyboard.press("Space")
        page.locator(".deck-ratings button").first.wait_for()
        page.keyboard.press("4")
        before = self.progress(page)
        page.reload()
        self.assertEqual(self.progress(page), before)
        rated = next(iter(before["cards"]))
        self.assertNotEqual(page.locator(".deck-stage .card-item").get_attribute("data-card"), rated)

    def test_never_waits_past_the_exam(self):
        page = self.deck()
        longest = page.evaluate(
            "() => { let card = tamraFSRS.fresh(0); for (let t = 0; t < 40; t++)"
            "card = tamraFSRS.review(card, 4, card.due, { longest: 12 }); return card.due - card.last; }")
        self.assertEqual(longest, 12 * 86_400_000)
        soon = datetime.now() + timedelta(days=3)
        for place, value in enumerate((f"{soon:%d}", f"{soon:%m}", f"{soon:%Y}")):
            page.locator(".deck-exam select").nth(place).select_option(value)
        page.locator(".deck-stage summary").click()
        page.locator(".deck-ratings button").nth(3).click()
        card = next(iter(self.progress(page)["cards"].values()))
        self.assertLessEqual(card["due"] - card["last"], 3 * 86_400_000)

    def test_takes_progress_out_and_in_as_a_file(self):
        page = self.deck()
        page.locator(".deck-stage summary").click()
        page.locator(".deck-ratings button").nth(2).click()
        kept = self.progress(page)
        with page.expect_download() as saved:
            page.get_by_role("button", name="บันทึกความคืบหน้า").click()
        other = self.deck()
        self.assertEqual(self.progress(other), {})
        with other.expect_file_chooser() as chooser:
            other.get_by_role("button", name="นำเข้าความคืบหน้า").click()
        chooser.value.set_files(saved.value.path())
        self.until(other, "tamraStore.read('cards', null) !== null")
        self.assertEqual(self.progress(other), kept)

    def test_refuses_a_file_of_something_else(self):
        page = self.deck()
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{"cards": {"x": {"state": "odd"}}}')
            file.flush()
            with page.expect_file_chooser() as chooser:
                page.get_by_role("button", name="นำเข้าความคืบหน้า").click()
            chooser.value.set_files(file.name)
            self.until(page, "document.querySelector('.deck-note').textContent.length > 0")
        self.assertEqual(self.progress(page), {})

    def test_says_what_is_weakest(self):
        page = self.deck()
        concept = page.locator(".deck-stage .card-item").get_attribute("data-concept")
        page.locator(".deck-stage summary").click()
        page.locator(".deck-ratings button").first.click()
        weak = page.locator(".deck-weak a")
        weak.first.wait_for()
        self.assertEqual(weak.first.inner_text(), concept)
        weak.first.click()
        page.wait_for_load_state()
        self.assertIn("/concepts/", page.url)

    def test_shows_every_card_where_its_script_does_not_come(self):
        for broken in (lambda route: route.abort(), lambda route: route.fulfill(body="throw new Error('broken')", content_type="text/javascript")):
            context = self.browser.new_context()
            self.addCleanup(context.close)
            page = context.new_page()
            page.route("**/cards.js", broken)
            page.goto(self.http + pages("cards")[0])
            items = page.locator(".card-item")
            self.assertTrue(items.first.is_visible())
            self.assertTrue(items.last.is_visible())

    def test_names_months_in_the_pages_language(self):
        page = self.deck()
        names = page.locator(".deck-exam select").nth(1).locator("option").all_inner_texts()
        self.assertEqual(len(names), 13)
        wanted = "ม.ค." if page.evaluate("document.documentElement.lang") == "th" else "Jan"
        self.assertEqual(names[1], wanted)

    def test_can_be_read_without_a_script(self):
        page = self.deck(java_script_enabled=False)
        self.assertGreater(page.locator(".card-item").count(), 1)
        self.assertTrue(page.locator(".card-back summary").first.is_visible())


if __name__ == "__main__":
    unittest.main()
