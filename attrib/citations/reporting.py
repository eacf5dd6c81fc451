"""What may stand between an outlet and its day in running text, as patterns of ``rules/lexicon/citations.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from attrib.matching.patterns import pattern
from attrib.model import SourceKind
from attrib.resources import Table
from attrib.values import frozen


@frozen(slots=False)
class Reporting:
    """The words of the ``[inline]`` table; their patterns are made when a text first asks for them.

    Each pattern is matched against the text before an outlet, between it and its day, or behind it.
    """

    verbs: tuple[str, ...]
    carrying: tuple[str, ...]
    writing: tuple[str, ...]
    before: tuple[str, ...]
    issues: tuple[str, ...]
    items: tuple[str, ...]
    kinds: tuple[str, ...]
    bureaus: tuple[str, ...]
    disclosing: tuple[str, ...]
    adverbs: tuple[str, ...]
    befalling: tuple[str, ...]
    informing: tuple[str, ...]
    dating: tuple[str, ...]
    agencies: tuple[str, ...]
    papers: tuple[str, ...]
    stations: tuple[str, ...]

    @classmethod
    def load(cls, table: Table) -> Reporting:
        return cls(**{name: tuple(words) for name, words in table.items()})

    # --- behind an outlet ---------------------------------------------------------------------------------------------

    @cached_property
    def kind(self) -> re.Pattern[str]:
        """ "Ekho Moskvy radio", "AFP's Moscow bureau": what is part of the name as written."""
        return pattern(rf"(?=[\"”»'’\s])[\"”»]?{self._kind}")

    @cached_property
    def kinds_of_outlets(self) -> re.Pattern[str]:
        """Before a name, what says that it is an outlet's: "the weekly"; behind "correspondent" stands a person."""
        return pattern(rf"\s(?:{either(self.kinds)})\b")

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """A verb of an outlet, anywhere."""
        return pattern(rf"\b(?:[Aa]ccording to|{either((*self.verbs, *self.carrying))})\b")

    @cached_property
    def verb_follows(self) -> re.Pattern[str]:
        """The verb right behind an outlet, or behind the day that follows it."""
        return pattern(
            rf"(?:{self._end}{self._apposition})?{self._auxiliary}{self._adverbs}"
            rf"\s+(?:{either((*self.verbs, *self.carrying))})\b"
        )

    @cached_property
    def writes(self) -> re.Pattern[str]:
        """Right behind a name, or the day behind it, a verb that takes a paper; parties announce and say."""
        return pattern(rf"[\"”»]?{self._auxiliary}{self._adverbs}\s+(?:{either(self.writing)})\b")

    @cached_property
    def reports(self) -> re.Pattern[str]:
        """ " reported from Omsk late on": between an outlet and its day, whole."""
        told = r"\b(?:that|whether|how|why|saying(?! (?:on|late|early|the (?:same|next|previous|following))\b))\b"
        carried = rf"(?:(?!{told})[^;:]){{0,80}}?"
        return pattern(
            rf"{self._end}{self._apposition}{self._auxiliary}{self._adverbs}"
            rf"(?:\s+(?:{either(self.verbs)})\b{self._place}|\s+(?:{either(self.carrying)})\b{carried})"
            rf"{self._adverbs}{_ON}"
        )

    @cached_property
    def next_to(self) -> re.Pattern[str]:
        """Between an outlet and its day, where nothing but "on" stands there."""
        return pattern(rf"{self._end}(?:['’]s)?{self._adverbs}(?:(?:\s+(?:on|of|dated|in\s+its))?\s+(?:the\s+)?|\s+on)")

    @cached_property
    def spoken_to(self) -> re.Pattern[str]:
        """Between an outlet that somebody spoke to and the day: "interview with X published on"."""
        carried = rf"(?:,?[\"”»]?,?\s+(?:{either(self.carrying)}|which\s+appeared)\b)?"
        return pattern(
            rf"[\"”»]?{self._called_so}{self._staff}{carried}{self._place}{self._adverbs}"
            r"(?:(?:\s+(?:on|of|in\s+its))?\s+(?:the\s+)?|\s+on)"
        )

    @cached_property
    def item_follows(self) -> re.Pattern[str]:
        """Behind "Interfax's 3 December", or behind the outlet of "a 3 December Interfax": the word for its report."""
        return pattern(rf"[\"”»]?\s+(?:{either(self.items)})\b")

    @cached_property
    def befell(self) -> re.Pattern[str]:
        """Behind the day of a paper in quotation marks, what makes it no report of the paper's: "was closed"."""
        return pattern(rf"\W*(?:{either(self.befalling)}|[,.;:]|\Z)")

    @cached_property
    def meant(self) -> re.Pattern[str]:
        """What stands for the outlets named before: "the agency", "the two papers"."""
        kinds = either((*self.agencies, *self.papers, *self.stations))
        return pattern(rf"\b[Tt]he\s+(?:(?:news|same|two|three|both)\s+)*(?P<kind>{kinds})\b(?!['’])")

    def kinds_meant(self, word: str) -> tuple[SourceKind, ...]:
        """The kinds of outlet for which the word of such a phrase may stand."""
        if word in self.agencies:
            return ("agency",)
        return ("newspaper", "magazine") if word in self.papers else ("broadcaster",)

    # --- before an outlet ---------------------------------------------------------------------------------------------

    @cached_property
    def led(self) -> re.Pattern[str]:
        """At the end of the text before an outlet: "told the daily", "according to"."""
        return pattern(rf"\b(?:{either(self.before)})\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,2}}?[\"“«]?\Z", re.IGNORECASE)

    @cached_property
    def informed(self) -> re.Pattern[str]:
        """Before a name, the verb of who spoke to it, with the blank: "told "."""
        return pattern(rf"\b(?:{either(self.informing)})\s+")

    @cached_property
    def disclosed(self) -> re.Pattern[str]:
        """At the end of the text before an outlet that brought something out: "leaked by the daily"."""
        return pattern(rf"\b(?:{either(self.disclosing)})\s+{self._named}[\"“«]?\Z")

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """Between two outlets of one list."""
        return pattern(rf"[\"”»]?,?[\"”»]?\s*(?:,\s*and\b|,|\band\b|&|\bas\s+well\s+as\b)\s*{self._named}[\"“«]?")

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """Between the day of one outlet and another that takes its verb: "... on 6 January and Beta"."""
        return pattern(rf"[\s,]*(?:(?:and|while|but|as\s+did)\s+)?{self._named}[\"“«]?")

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """At the end of the text before a name: where a clause begins, so that the name is its subject."""
        return pattern(r"(?:\A|[,;:—–(]|--|\b(?:and|but|while|that|as|however|when))\s*(?:the\s+)?[\"“«]?\Z")

    @cached_property
    def called(self) -> re.Pattern[str]:
        """At the end of the text before a name: what says that it is an outlet's, whoever knows it."""
        return pattern(rf"\b(?:{either(self.kinds)})\s+[\"“«]?\Z")

    @cached_property
    def opened(self) -> re.Pattern[str]:
        """Between a day at the head of a clause and the outlet that reported on it."""
        return pattern(
            rf"(?:\s+(?:{either(self.issues)}))?,?\s+{self._called}[\"“«]?",
        )

    @cached_property
    def issue_of(self) -> re.Pattern[str]:
        """Between a day and the outlet whose issue it is: " issue of the daily", "'s"."""
        return pattern(rf"(?:(?:['’]s)?\s+(?:{either(self.issues)})\s+of|['’]s)\s+{self._called}[\"“«]?")

    @cached_property
    def issue_lead(self) -> re.Pattern[str]:
        """At the end of the text before the day of an issue."""
        return pattern(rf"(?:\b(?:{either((*self.carrying, *self.items))})\s+)?\b[Ii]n\s+(?:(?:the|its|their)\s+)?\Z")

    @cached_property
    def carried_by(self) -> re.Pattern[str]:
        """Between a day and the outlet that carried it then: "published on 3 December in"."""
        return pattern(rf"\s+(?:in|by|on|to|with)\s+{self._called}[\"“«]?")

    @cached_property
    def report_by(self) -> re.Pattern[str]:
        """Between a day and the outlet of a report of that day: " report by", " broadcast on"."""
        return pattern(rf"\s+(?:{either(self.items)})\s+(?:by|on|in|of|from)\s+{self._called}[\"“«]?")

    @cached_property
    def carried_lead(self) -> re.Pattern[str]:
        """At the end of the text before such a day."""
        return pattern(rf"\b(?:{either(self.dating)})(?:\s+(?:late|early))?(?:\s+on)?\s+(?:the\s+)?\Z")

    # --- parts --------------------------------------------------------------------------------------------------------

    @cached_property
    def _end(self) -> str:
        return rf"[\"”»]?{self._called_so}{self._staff},?[\"”»]?"

    @cached_property
    def _called_so(self) -> str:
        return rf"(?:\s+(?:{either(self.kinds)})\b)?"

    @cached_property
    def _staff(self) -> str:
        """Who of an outlet speaks, and where: "AFP correspondent", "AFP's correspondent in Osh"; no part of a name."""
        name = r"[A-Z][\w.’'-]*"
        of_it = r"(?:['’]s?\s+(?:[A-Z][\w-]+\s+){0,2}|\s+)"
        who = rf"(?:{of_it}(?:{either(self.bureaus)})\b(?:\s+{name}\s+{name})?)?"
        return rf"{who}(?:\s+in\s+(?:the\s+)?{name}(?:\s+(?:and\s+)?{name}){{0,2}})?"

    @cached_property
    def _kind(self) -> str:
        bureau = rf"['’]s?\s+(?:[A-Z][\w-]+\s+){{0,2}}(?:{either(self.bureaus)})\b"
        return rf"(?:\s+(?:{either(self.kinds)})\b|{bureau})"

    @cached_property
    def _called(self) -> str:
        return rf"(?:the\s+)?(?:[\w’'-]+\s+)?(?:(?:{either(self.kinds)})\s+)?"

    @cached_property
    def _named(self) -> str:
        return rf"(?:the\s+)?(?:(?:{either(self.kinds)})\s+)?"

    @cached_property
    def _adverbs(self) -> str:
        return rf"(?:\s+(?:{either(self.adverbs)}))*"

    @property
    def _apposition(self) -> str:
        return r"(?:\s?,?\s[^,;:]{2,60},)?"

    @property
    def _auxiliary(self) -> str:
        return r"(?:\s+(?:has|had|have))?"

    @property
    def _place(self) -> str:
        return r"(?:\s+(?:from|in|at|during)\s+(?:(?!\b(?:that|which|who)\b)[^,;:]){1,50}?)?"


_ON = r"(?:,?\s+on\s*|\s+)"  # a blank is lost at times: "on3 December"


def either(words: Sequence[str]) -> str:
    """A pattern of any of the words, the longest first, with any blanks inside."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
