"""A bar for work that takes long, on standard error where that is a terminal, and nowhere else."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from tqdm import tqdm

Item = TypeVar("Item")
PATIENCE = 1.0
"""Seconds. Who waits no longer needs no bar, and no library for it either."""


class Progress:
    """Counts what is done; after a second a bar shows it, until all is done or something else is to be told."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._wanted = wanted and _watched()
        self._bar: tqdm[NoReturn] | None = None

    def over(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items, each counted as done when the next is asked for."""
        start = time.monotonic()
        try:
            for done, item in enumerate(items):
                if self._bar is not None:
                    self._bar.update(done - self._bar.n)
                elif self._wanted and time.monotonic() - start > PATIENCE:
                    self._wanted = self._begin(done, len(items))
                yield item
        finally:
            self.clear()
            self._bar = None

    def clear(self) -> None:
        """Make room for a message; the next step draws the bar again."""
        if self._bar is not None:
            self._bar.clear()

    def _begin(self, done: int, all_of_them: int) -> bool:
        """Whether there is a bar now: it comes with an extra, and without it work is done without one."""
        try:
            from tqdm import tqdm
        except ImportError:
            return False
        self._bar = tqdm(total=all_of_them, initial=done, desc="attrib", unit=" drafts", leave=False, file=sys.stderr)
        return True


def _watched() -> bool:
    """Whether somebody looks at standard error: a CI may have a terminal, and keeps what is written to it as a log."""
    there = sys.stderr is not None and sys.stderr.isatty()
    return there and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
