"""Whether a claim tells of an older time: by when its verb says that it was, not by what only names a thing.

"The reactor was shut down in 1996" does; "the court annulled the law of 1996" and "a former mayor was arrested" do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrib.claims.tense import Verb
from attrib.claims.words import PAST, Older
from attrib.matching.patterns import pattern
from attrib.matching.wordlists import ListHit
from attrib.model import Span, meeting
from attrib.values import NamedTuple

_YEAR = pattern(r"\d{4}")
_WHILE_REACH = 50  # from "when" to its verb, in code points
_PARTICIPLE_REACH = 24  # from "was" to its participle, in code points


class MainClause(NamedTuple):
    """What a claim tells by its main verb, with the words of the lexicon in it, its relative clause left out."""

    prose: str
    span: Span
    hits: Sequence[ListHit]
    verb: Verb
    words: Older

    def is_of_older_time(self, others: Sequence[Span], issue: dt.date | None, *, spoken: bool) -> bool:
        """Whether a time before the issue's year, month or recent days is that of the main verb.

        None counts in the ``others``, stretches of clauses and speeches of their own. What somebody is said to have
        ``spoken`` is only history where it lies far back.
        """
        verb = self.verb.at
        for times, end in ((self.words.times, self.span.end), (self.words.subjects, (verb or self.span).start)):
            for found in times.finditer(self.prose, self.span.start, end):
                at = Span(*found.span())
                if meeting(others, at) or (spoken and not self.words.far.search(self.prose, *at)):
                    continue
                if issue and any(int(year) >= issue.year for year in _YEAR.findall(found[0])):
                    continue
                if self.goes_with(at):
                    return True
        return False

    def goes_with(self, at: Span) -> bool:
        """Whether a time or day is that of the main verb: not "the vote of May 3", "a law that was passed on May 3".

        In the subject it is that of what the claim is about: "The accord of May 3 left this open".
        """
        prose, verb, words = self.prose, self.verb, self.words
        if verb.at is None:
            return not (
                prose.endswith(words.of, self.span.start, at.start) or self._other_verb(self.span.start, at.start)
            )
        fronted = at.start <= verb.at.start
        start = self.span.start if fronted else verb.at.end
        for joint in words.joints.finditer(prose, start, at.start):
            start = joint.end()
        if fronted:
            return not self._other_verb(start, at.start - 1)
        if lasting := words.lasting.match(prose, at.start):
            if verb.tense == "perfect":
                return words.counted.search(prose, verb.at.end, at.start) is None
            if lasting[0] == "since" and verb.at.of(prose) != "had":
                return False  # one fires at a bus, but has fired, or had fired, since the war
        if prose.endswith(words.of, verb.at.end, at.start) or words.compared.search(prose, start, at.start):
            return False
        participle = _PARTICIPLE_REACH if verb.helps and start == verb.at.end else 0
        return not self._other_verb(start + participle, at.start)

    def _other_verb(self, start: int, end: int) -> bool:
        """Whether another verb stands there whose time it is: "a bill to return property confiscated under Stalin"."""
        for begin, _, name in self.hits:
            if name == PAST and start <= begin <= end:
                return self.words.during.search(self.prose, max(start, begin - _WHILE_REACH), begin) is None
        return False
