"""`pattern`: a regular expression that is compiled when it is first asked, and not when its module is imported.

Compiling all patterns of attrib takes as long as reading ten bulletins; a short one asks a part of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later; so a mistake in ``source`` raises re.error at its first use."""
    return _Pattern(source, flags)  # type: ignore[return-value]  # it has all that a compiled pattern has


class _Pattern:
    """Stands for a compiled pattern; each method is fetched once and then found in the instance as any other."""

    def __init__(self, source: str, flags: int) -> None:
        self.source, self.options = source, flags

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            value = getattr(re.compile(self.source, self.options), name)
            setattr(self, name, value)
            return value
