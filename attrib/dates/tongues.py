"""Days with the month in another tongue, as a cited paper writes them: "3 de mayo de 2016", "28 avril", "5. Januar"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrib.matching.patterns import pattern
from attrib.model import PartialDay, Span, WrittenDate
from attrib.values import frozen


@frozen(slots=False)
class Tongues:
    """``months``: the names of each month, in small letters, by its English name."""

    months: Mapping[str, tuple[str, ...]]

    def read(self, text: str, span: Span) -> Iterator[WrittenDate]:
        """The days of ``text[span]`` in order."""
        for found in self._pattern.finditer(text, *span):
            year = int(found["year"]) if found["year"] else None
            day = PartialDay(year, self._numbers[_folded(found["month"])], int(found["day"]))
            yield WrittenDate(Span(*found.span()), ((day, day),), "day-month")

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {_folded(name): number for number, names in enumerate(self.months.values(), 1) for name in names}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return pattern(
            rf"(?=\d)(?<![\w.-])(?P<day>3[01]|[12]\d|0?[1-9])(?:er|º|\.)?\s+(?:de\s+|d[’'])?(?P<month>{'|'.join(self._numbers)})\b\.?"
            r"(?:,?\s+(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b)?",
            re.IGNORECASE,
        )


def _folded(name: str) -> str:
    """In small letters, with the one i that stands for all where case is ignored: "Mayıs", "MAYIS"."""
    return name.casefold().replace("ı", "i").replace("i\u0307", "i")
