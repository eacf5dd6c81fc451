"""A real Chromium for the tests of pages: what it loads, says and refuses is kept, and axe-core reads the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


class Opened(NamedTuple):
    """A page as it is open: ``heard`` are its messages, errors and dialogs, ``asked`` all that it wanted to load."""

    page: Any
    heard: list[str]
    asked: list[str]


@contextmanager
def started(program: str) -> Iterator[Any]:
    """Chromium, until the end of the block."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def opened(chromium: Any, file: Path, **context: Any) -> Opened:
    """A page opened from its file, still and of a desk's width unless told otherwise."""
    return opened_at(chromium, file.as_uri(), **context)


def opened_at(chromium: Any, address: str, **context: Any) -> Opened:
    """A page opened at its address, in the same way."""
    settings = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **context}
    page = chromium.new_context(**settings).new_page()
    seen = Opened(page, [], [])
    page.on("console", lambda message: seen.heard.append(message.text))
    page.on("pageerror", lambda error: seen.heard.append(str(error)))
    page.on("dialog", lambda dialog: (seen.heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: seen.asked.append(request.url))
    page.goto(address)
    return seen


def violations(page: Any) -> list[str]:
    """What axe-core has against a page, or against the page in a frame: the rule and the elements, a line each."""
    from importlib.resources import files

    # By the debugger's door: the page itself lets no other script run, which is right.
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in found for node in one["nodes"]]
