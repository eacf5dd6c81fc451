"""Names for a part of an outlet that is not listed itself: "Radio Liberty's Kyrgyz Service", "BBC Radio 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrib.matching.patterns import pattern
from attrib.resources import Table
from attrib.values import field, frozen


@frozen(slots=False)
class Parts:
    """What parts are called: ``services`` of ``tongues``, which are listed by country or "", and ``channels``."""

    services: Sequence[str] = ()
    channels: Sequence[str] = ()
    tongues: Mapping[str, Sequence[str]] = field(factory=dict)

    @classmethod
    def load(cls, table: Table) -> Parts:
        """The words of ``[parts]``, and the nationalities, by which services are called too."""
        words = table.get("parts", {})
        tongues = {**table.get("nationalities", {}), "": words.get("tongues", ())}
        return cls(words.get("services", ()), words.get("channels", ()), tongues)

    def read(self, name: str) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
        """The outlets of which a name may be a part, each with the tongue of the part and the kinds it must be of.

        Without the noun only stations call a service so: "BBC Azeri", while "Vedomosti Russian" is nothing.
        """
        name = name.removeprefix("the ")
        if not self.services or name.isalpha():
            return
        service, of, channel = self._shapes
        for shape in (service, of):
            if found := shape.fullmatch(name):
                yield found["outlet"], found["tongue"], () if found["noun"] else ("broadcaster",)
        if found := channel.fullmatch(name):
            yield found["outlet"], None, ("broadcaster",)

    @cached_property
    def _shapes(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """The outlet before its tongue, behind it, and before its own part."""
        told = {name for names in self.tongues.values() for name in names}
        # in one order at every start, by which the pattern is kept from start to start
        tongue = "|".join(map(re.escape, sorted(told, key=lambda name: (-len(name), name))))
        service, channel = ("|".join(map(re.escape, words)) for words in (self.services, self.channels))
        return (
            pattern(rf"(?P<outlet>.+?)(?:['’]s?)? (?P<tongue>{tongue})(?:[ -]?[Ll]anguage)?(?P<noun> (?i:{service}))?"),
            pattern(
                rf"(?P<tongue>{tongue})(?:[ -]?[Ll]anguage)?(?P<noun> (?i:{service})) (?:of|at) (?:the )?(?P<outlet>.+)"
            ),
            # a bare figure apart from the name is more like a day without its month: "NTV 3"
            pattern(rf"(?P<outlet>.+?)(?: (?i:{channel})(?:[ -]\d{{1,2}})?|-?[1-9]|[ -]24)"),
        )
