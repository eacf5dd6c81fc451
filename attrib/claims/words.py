"""The words of ``rules/lexicon/claims.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from attrib.attribution.sources import head, singular
from attrib.dates import MONTHS, WEEKDAYS
from attrib.keeping.kept import Keep, anew, made
from attrib.matching.patterns import pattern
from attrib.matching.wordlists import RightBefore, WordLists, either
from attrib.resources import Table, tables
from attrib.values import NamedTuple, frozen

BACKGROUND, OLDER, PAST, AUXILIARY = "background", "older", "past", "auxiliary"
ACT, INFERENCE, MIND, IMAGE = "act", "inference", "state of mind", "figure of speech"
ONGOING, PERMISSION, POSSIBILITY, PLAN = "going on", "permission", "possibility", "plan"
COUNTERFACTUAL, RECENT, QUANTITY, NUMBER = "counterfactual", "recent day", "quantity", "number"
HEDGE, COMMENT, ODDS, CORRECTION = "hedge", "comment", "odds", "correction"


class Evidence(NamedTuple):
    """The weights of what is seen around the words of a claim, as the table ``evidence`` of the file has them."""

    said_by_another: float
    said_by_nobody: float
    event: float
    planned: float
    figure: float
    present: float
    state: float
    points_back: float
    maxim: float
    terse: float
    opens: float
    no_news: float
    standing: Mapping[str, float]


class Older(NamedTuple):
    """What puts a verb into an older time, and what around such a time shows that it is another's, as the file says."""

    times: re.Pattern[str]
    subjects: re.Pattern[str]
    far: re.Pattern[str]
    during: re.Pattern[str]
    compared: re.Pattern[str]
    joints: re.Pattern[str]
    counted: re.Pattern[str]
    lasting: re.Pattern[str]
    of: tuple[str, ...]
    helping: frozenset[str]

    @classmethod
    def load(cls, table: Table) -> Older:
        return cls(
            times=pattern(rf"\b(?:{'|'.join(table['times'])})"),
            subjects=pattern(rf"\b(?:{'|'.join(table['subjects'])})"),
            far=pattern(table["far"]),
            during=either(table["while"]),
            compared=pattern(table["compared"]),
            joints=pattern(table["joints"]),
            counted=pattern(table["counted"]),
            lasting=pattern(table["lasting"]),
            of=tuple(table["of"]),
            helping=frozenset(table["helping"]),
        )


@frozen
class ClaimWords:
    """``lists`` finds all words of the file at once; ``weights`` are those of the cues, by name."""

    lists: WordLists
    weights: Mapping[str, float]
    opening: frozenset[str]
    """Names of the cues that count only where the claim begins with them."""
    threshold: float
    evidence: Evidence
    not_past: frozenset[str]
    """Words that end like a form of the past: "need"."""
    past_acts: frozenset[str]
    """Acts in a form of the past that no ending shows: "sent"."""
    perfect: frozenset[str]
    """Auxiliaries that make a perfect of a participle, in small letters."""
    participle: re.Pattern[str]
    """Right behind one, a participle that is no form of the past: "withdrawn"."""
    which: re.Pattern[str]
    """Ends right before a past verb that tells no news but only which one is meant: "who", "a cabinet he"."""
    reduced: re.Pattern[str]
    """Right behind a form of the past, what makes a participle of it: " at Dagomys have"."""
    before_which: tuple[str, ...]
    """The last words that ``which`` can match, each with a blank: a cheap test before the pattern is tried."""
    author: re.Pattern[str]
    """Who stands for nobody: "few" in "few believe", "few observers"."""
    alone: re.Pattern[str]
    """Who stands for the author himself where it is all that does: "one" in "one suspects"."""
    relatives: re.Pattern[str]
    """What stands for a source in a clause that only says which one is meant: "who"."""
    reflexives: re.Pattern[str]
    """At the head of what is said, what makes it no speech: "presents himself as"."""
    whoever: re.Pattern[str]
    """Whom such a clause marks out, a few words before it: "those in Moscow who"."""
    wishes: re.Pattern[str]
    """What is read in somebody's mind, and not said: "wants"."""
    foretold: re.Pattern[str]
    """At the head of a cue, what puts it in the future: "will blame"."""
    things: re.Pattern[str]
    """What says nothing itself: "it", "this"."""
    views: re.Pattern[str]
    """What people say they see, and of bodies the author says: "sees no"."""
    sayings: re.Pattern[str]
    """What only a speaker does, whatever it is called: "said"."""
    speaking: frozenset[str]
    """Nouns of people, bodies and papers, which speak."""
    pointing: re.Pattern[str]
    """At the head of a sentence, what points at what was just told: "It", "That"."""
    pointing_verbs: re.Pattern[str]
    """The same with any verb in the present: "It strikes"."""
    maxims: re.Pattern[str]
    """At the head of a sentence, what speaks of any and not of one: "A", "When"."""
    habit: RightBefore
    """What makes of a speech a habit, right before its verb."""
    named: RightBefore
    """What only names a speech, right before who speaks: "what" in "what both sides said"."""
    planned: re.Pattern[str]
    older: Older
    no_names: frozenset[str]
    """Capitalised words that are no name: months, weekdays, titles, words that open sentences."""
    plain: frozenset[str]
    """Small words that a sentence may open with."""
    places: frozenset[str] = frozenset()
    """Places of datelines that are not in capitals."""

    def is_thing(self, source: str) -> bool:
        """Whether a noun of small letters stands for who speaks that is none of those who do: "the quarrel"."""
        noun = head(source).rpartition(" ")[2]
        return noun.islower() and not {noun, singular(noun)} & self.speaking

    @classmethod
    def load(
        cls,
        table: Table,
        openers: Sequence[str],
        places: Sequence[str] = (),
        speaking: Iterable[str] = (),
        keep: Keep = anew,
    ) -> ClaimWords:
        cues = {cue["name"]: cue for cue in table["cue"]}
        others = {
            BACKGROUND: table["background"],
            OLDER: {"words": table["older"]["words"]},
            PAST: {"words": table["past"]["words"]},
            AUXILIARY: {"words": table["auxiliary"]["words"]},
        }
        return cls(
            lists=WordLists.load({**cues, **others}, keep=keep),
            weights={name: float(cue["weight"]) for name, cue in cues.items()},
            opening=frozenset(name for name, cue in cues.items() if cue.get("opens")),
            threshold=float(table["threshold"]),
            evidence=Evidence(**table["evidence"]),
            not_past=frozenset(table["past"]["not"]),
            past_acts=frozenset(table["past"]["words"]).intersection(cues[ACT]["words"]),
            perfect=frozenset(table["auxiliary"]["perfect"]),
            participle=pattern(table["auxiliary"]["participle"]),
            before_which=tuple([f"{word} " for word in table["past"]["before"]]),
            which=pattern(table["past"]["which"]),
            reduced=pattern(table["past"]["reduced"]),
            author=either(table["author"]["words"]),
            alone=either(table["author"]["alone"]),
            relatives=either(table["mind"]["relatives"]),
            reflexives=either(table["mind"]["reflexives"]),
            whoever=either(table["mind"]["whoever"]),
            wishes=either(table["mind"]["wishes"]),
            foretold=either(table["mind"]["foretold"]),
            things=either(table["mind"]["things"]),
            views=either(table["mind"]["views"]),
            sayings=either(table["mind"]["sayings"]),
            speaking=frozenset(speaking),
            pointing=either(table["pointing"]["words"]),
            pointing_verbs=pattern(table["pointing"]["verbs"]),
            maxims=either(table["maxims"]["words"]),
            habit=RightBefore.load(table["habit"]["words"]),
            named=RightBefore.load(table["named"]["words"]),
            planned=either(table["planned"]["words"]),
            older=Older.load(table["older"]),
            no_names=frozenset(openers) | frozenset(_CALENDAR),
            plain=frozenset(word.lower() for word in openers),
            places=frozenset(places),
        )


_CALENDAR = (*MONTHS, *WEEKDAYS)


_SPEAKING = ("roles", "groups", "media", "documents", "anonymous", "quantities", "group_pronouns", "person_pronouns")


@cache
def default_words() -> ClaimWords:
    lexicon = tables("lexicon")
    speaking = chain.from_iterable(lexicon["speakers"][kind] for kind in _SPEAKING)
    openers, places = lexicon["segment"]["openers"], lexicon["citations"]["places"]
    return ClaimWords.load(lexicon["claims"], openers, places, speaking, made)
