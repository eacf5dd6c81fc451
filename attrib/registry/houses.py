"""Names for a part of an outlet that is not listed itself: "Radio Liberty's Kyrgyz Service", "BBC Radio 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.matching.patterns import pattern
from attrib.resources import Table
from attrib.values import frozen

_NONE = pattern(r"(?!)")


@frozen
class Parts:
    """The outlet stands before its tongue in ``service``, behind it in ``of``, before its own part in ``channel``."""

    service: re.Pattern[str] = _NONE
    of: re.Pattern[str] = _NONE
    channel: re.Pattern[str] = _NONE

    @classmethod
    def load(cls, table: Table) -> Parts:
        """The words of ``[parts]``, and the nationalities, by which services are called too."""
        words = table.get("parts", {})
        if not words:
            return cls()
        told = (name for names in table.get("nationalities", {}).values() for name in names)
        tongue = "|".join(sorted(map(re.escape, {*told, *words.get("tongues", ())}), key=len, reverse=True))
        service = "|".join(map(re.escape, words.get("services", ())))
        channel = "|".join(map(re.escape, words.get("channels", ())))
        return cls(
            pattern(rf"(?P<outlet>.+?)(?:['’]s?)? (?P<tongue>{tongue})(?:[ -]?[Ll]anguage)?(?P<noun> (?i:{service}))?"),
            pattern(
                rf"(?P<tongue>{tongue})(?:[ -]?[Ll]anguage)?(?P<noun> (?i:{service})) (?:of|at) (?:the )?(?P<outlet>.+)"
            ),
            # a bare figure apart from the name is more like a day without its month: "NTV 3"
            pattern(rf"(?P<outlet>.+?)(?: (?i:{channel})(?:[ -]\d{{1,2}})?|-?[1-9]|[ -]24)"),
        )

    def read(self, name: str) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
        """The outlets of which a name may be a part, each with the tongue of the part and the kinds it must be of.

        Without the noun only stations call a service so: "BBC Azeri", while "Vedomosti Russian" is nothing.
        """
        name = name.removeprefix("the ")
        for shape in (self.service, self.of):
            if found := shape.fullmatch(name):
                yield found["outlet"], found["tongue"], () if found["noun"] else ("broadcaster",)
        if found := self.channel.fullmatch(name):
            yield found["outlet"], None, ("broadcaster",)
