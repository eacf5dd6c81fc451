"""Bylines and signatures: who wrote an item, in a line of its own or behind its last stop."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrib.matching.patterns import pattern
from attrib.model import Span
from attrib.resources import Table
from attrib.values import frozen

_PERSON = r"[A-Z][\w.'’-]*"
_FULL_NAME = rf"{_PERSON}(?:\s+{_PERSON}){{1,3}}"
# Who wrote an item, behind its last stop: "-- Juhan Saarma", "-- J.S.", "LB"; a single name may be a source's,
# and so may three letters ("AFP"). Behind "U.S." they are an acronym whose sentence lost its stop.
SIGNATURE = pattern(
    r"(?<=[.!?…\"”’)\]])(?:\s+(?:"
    rf"(?:[-–—]{{1,3}}\s*)(?:{_PERSON}(?:\s+{_PERSON}){{1,3}}|(?:[A-Z]\.\s?){{2,3}}|[A-Z]{{2,3}})|(?:[A-Z]\.){{2,3}}|[A-Z]{{2}})"
    r"|(?<=[^A-Z\s][.!?…]|[.!?…][\"”’)\]])\s+(?P<three>[A-Z]{3}))\Z"
)
_INITIALS = pattern(r"[A-Z]{2,3}\Z")
_SIGNATURE_LENGTH = 60
_BRACKET_LENGTH = 80
_STOPS = tuple('.!?…)”"’')


@frozen
class Bylines:
    """``line`` is a whole byline, ``bracket`` full names in brackets, ``join`` what may stand between two names."""

    line: re.Pattern[str]
    bracket: re.Pattern[str]
    join: re.Pattern[str]

    @classmethod
    def load(cls, table: Table) -> Bylines:
        words = "|".join(table["byline_joins"])
        join = rf"(?:\s*,)?\s+(?i:{words})\s+|\s*,\s*"
        return cls(
            pattern(
                rf"(?:[Bb]y|BY|[Ff]rom|FROM)\s+{_PERSON}(?:(?:{join}|\s+)(?:(?:&|de|van|von)\s+)?{_PERSON}){{0,7}}\Z"
                rf"|[-–—]{{1,3}}\s*{_PERSON}(?:\s+{_PERSON}){{1,4}}\Z"
            ),
            pattern(rf"\((?P<names>{_FULL_NAME}(?:(?:{join}){_FULL_NAME}){{0,4}})\)\Z"),
            pattern(join),
        )

    def stand(self, text: str, is_outlet: Callable[[str], object], *, last: bool) -> bool:
        """Whether a short line says who wrote: "By Anna Berzina", "(Anna Berzina)", the initials in the ``last``."""
        if text[0] == "(":
            return self._names(text, is_outlet) > 0
        return self.line.match(text) is not None or (last and _INITIALS.match(text) is not None and not is_outlet(text))

    def signature(self, prose: str, span: Span, is_outlet: Callable[[str], object]) -> Span | None:
        """Who signed a paragraph, behind its last stop; of brackets, those of several: one name may be a source's."""
        last = prose[span.end - 1]
        if last == ")":
            opening = prose.rfind("(", max(span.start + 1, span.end - _BRACKET_LENGTH), span.end)
            if opening < 0 or prose[span.start : opening].rstrip()[-1:] not in _STOPS:
                return None
            return Span(opening, span.end) if self._names(prose[opening : span.end], is_outlet) > 1 else None
        if not (last.isalpha() or prose[span.end - 2 : span.end - 1].isupper()):
            return None  # nearly all paragraphs end with a word and its stop
        signed = SIGNATURE.search(prose, max(span.start + 1, span.end - _SIGNATURE_LENGTH), span.end)
        return Span(*signed.span()) if signed and not (signed["three"] and is_outlet(signed["three"])) else None

    def _names(self, bracket: str, is_outlet: Callable[[str], object]) -> int:
        """How many people a bracket names and nobody else."""
        found = self.bracket.match(bracket)
        names = self.join.split(found["names"]) if found else []
        return 0 if any(map(is_outlet, names)) else len(names)
