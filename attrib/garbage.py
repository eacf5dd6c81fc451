"""Python's search for cycles of dead values, held off where only values without cycles are made."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def uncollected(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """The same work, during which no cycles are looked for: what attrib makes has none, and looking takes a tenth."""

    @wraps(work)
    def done(*given: Given.args, **named: Given.kwargs) -> Made:
        if not gc.isenabled():
            return work(*given, **named)
        gc.disable()
        try:
            return work(*given, **named)
        finally:
            gc.enable()

    return done
