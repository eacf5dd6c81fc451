"""Whether a claim tells of an older time: by when its verb says that it was, not by what only names a thing.

"The reactor was shut down in 1996" does; "the court annulled the law of 1996" and "a former mayor was arrested" do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrib.claims.tense import Verb
from attrib.claims.words import PAST, ClaimWords
from attrib.matching.patterns import pattern
from attrib.matching.wordlists import ListHit
from attrib.model import Span, meeting

_YEAR = pattern(r"\d{4}")
_WHILE_REACH = 50  # from "when" to its verb, in code points
_PARTICIPLE_REACH = 24  # from "was" to its participle, in code points


def tells_of_older_time(
    prose: str, span: Span, hits: Sequence[ListHit], verb: Verb, others: Sequence[Span], issue: dt.date | None,
    words: ClaimWords, *, spoken: bool = False,
) -> bool:  # fmt: skip
    """Whether a time before the issue's year, month or recent days goes with the main verb of the claim.

    None counts in the ``others``, stretches of clauses and speeches of their own. What somebody is said to have
    ``spoken`` is only history where it lies far back.
    """
    older = words.older
    subject = span.start if verb.at is None else verb.at.start
    for times, end in ((older.times, span.end), (older.subjects, subject)):
        for found in times.finditer(prose, span.start, end):
            at = Span(*found.span())
            if meeting(others, at) or (spoken and not older.far.search(prose, *at)):
                continue
            if issue and any(int(year) >= issue.year for year in _YEAR.findall(found[0])):
                continue
            if goes_with(prose, span, hits, verb, at, words):
                return True
    return False


def goes_with(prose: str, span: Span, hits: Sequence[ListHit], verb: Verb, at: Span, words: ClaimWords) -> bool:
    """Whether a time or day is that of the main verb: not "the vote of May 3", "a law that was passed on May 3".

    In the subject it is that of what the claim is about: "The accord of May 3 left this open".
    """
    older = words.older
    if verb.at is None:
        return not (
            prose.endswith(older.of, span.start, at.start) or _of_another(prose, hits, span.start, at.start, words)
        )
    fronted = at.start <= verb.at.start
    start = span.start if fronted else verb.at.end
    for joint in older.joints.finditer(prose, start, at.start):
        start = joint.end()
    if fronted:
        return not _of_another(prose, hits, start, at.start - 1, words)
    if lasting := older.lasting.match(prose, at.start):
        if verb.tense == "perfect":
            return older.counted.search(prose, verb.at.end, at.start) is None
        if lasting[0] == "since" and verb.at.of(prose) != "had":
            return False  # one fires at a bus, but has fired, or had fired, since the war
    if prose.endswith(older.of, verb.at.end, at.start) or older.compared.search(prose, start, at.start):
        return False
    participle = _PARTICIPLE_REACH if verb.helps and start == verb.at.end else 0
    return not _of_another(prose, hits, start + participle, at.start, words)


def _of_another(prose: str, hits: Sequence[ListHit], start: int, end: int, words: ClaimWords) -> bool:
    """Whether another verb stands there whose time it is: "a bill to return property confiscated under Stalin"."""
    for begin, _, name in hits:
        if name == PAST and start <= begin <= end:
            return words.older.during.search(prose, max(start, begin - _WHILE_REACH), begin) is None
    return False
