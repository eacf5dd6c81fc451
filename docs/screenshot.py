"""Takes the picture of the editor's report: ``python docs/screenshot.py`` writes docs/report.png.

It needs Chromium and the packages of the extra ``dev``. The typefaces are those of the machine.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.png"
DRAFT = ROOT / "examples" / "monitor-5-223-twin.txt"
CHOSEN = "#claim-10"
"""The claim that `attrib explain` explains in the README."""
WIDTH, HEIGHT, COLORS = 1280, 1340, 256
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()


def take(picture: Path) -> None:
    """The report with one claim chosen, as PNG of few colours."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    from attrib.cli import main

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        if main(["report", "--isolated", str(DRAFT), "-o", str(report)]):
            raise SystemExit("the report was not written")
        program = next(filter(None, map(shutil.which, BROWSERS)), None)
        if program is None:
            raise SystemExit("Chromium is not installed; on Debian: apt install chromium")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        page.goto(report.as_uri())
        page.click(CHOSEN)
        page.mouse.move(WIDTH - 1, 1)
        page.evaluate("scrollTo(0, 0)")
        shot = page.screenshot()
        browser.close()
    few = (
        Image.open(io.BytesIO(shot))
        .convert("RGB")
        .quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    )
    few.save(picture, optimize=True)


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE)
