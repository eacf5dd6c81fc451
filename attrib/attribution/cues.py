"""The lexicon of cues: every form of every verb, noun and phrase that says who said it, by its frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from attrib import resources
from attrib.attribution import own
from attrib.attribution.outlets import Carriers
from attrib.attribution.speakers import Speakers
from attrib.attribution.words import Grammar, Letters
from attrib.keeping.kept import Keep, anew, made
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Table = Mapping[str, Any]

# The letter of each list of rules/lexicon/grammar.toml; attrib/attribution/words.py says what they mean.
LETTERS = {
    "determiner": "D",
    "subject": "P",
    "object": "p",
    "relative": "W",
    "relative_other": "w",
    "that": "T",
    "to": "t",
    "of": "o",
    "preposition": "I",
    "subordinator": "S",
    "question": "h",
    "coordinator": "C",
    "have": "H",
    "be": "B",
    "modal": "M",
    "not": "!",
    "adverb": "R",
    "day": "Z",
    "finite": "F",
    "noun": "n",
}
# A modal with a capital is a name ("Will", "May"); at the head of a sentence the small form counts.
_CAPITALS = {"D", "P", "I", "S", "h", "C", "T", "R", "W", "t", "H", "B", "w", "o"}
_VOWELS = "aeiou"


class Verb(NamedTuple):
    """A verb of the lexicon: its frames, each with the act it then is, and the words that must follow it."""

    base: str
    frames: Mapping[str, str]
    particles: tuple[str, ...] = ()
    speech: str | None = None
    """The act of a verb that takes a whole clause or direct speech."""

    @classmethod
    def of(cls, base: str, frames: Mapping[str, str], particles: tuple[str, ...] = ()) -> Verb:
        speech = next((frames[frame] for frame in ("quote", "clause", "that", "hearer") if frame in frames), None)
        return cls(base, frames, particles, speech)


class Cues(NamedTuple):
    """The lexicon, ready to match. ``letters`` gives the letter of a word, ``verbs`` the verbs of a form."""

    letters: Letters
    verbs: Mapping[str, tuple[Verb, ...]]
    alone: Mapping[str, Verb]
    """Of those the forms of one verb of one word, whatever follows: nearly all that a text holds."""
    nouns: Mapping[str, frozenset[str]]
    """Nouns of saying with the words that may follow them: "claim" with "that", "criticism" with "of"."""
    states: Mapping[str, frozenset[str]]
    """Adjectives behind "is" that tell what somebody thinks, with what follows: "confident" with "that"."""
    passives: Mapping[str, frozenset[str]]
    """Participles behind "is" with what follows: "expected" with "to"."""
    silence: frozenset[str]
    """Base forms of verbs by which nothing was said, where an infinitive of saying follows: "declined to comment"."""
    light: Mapping[str, Verb]
    """Forms of verbs that say only with a noun of saying ("made a statement"), and the frames of both together."""
    saying: frozenset[str]
    """Nouns of saying behind such a verb: "statement"."""
    grammar: Grammar
    owned: frozenset[str]
    """What is somebody's in "in his words", "in the ministry's view"."""
    reckoned: frozenset[str]
    """What is somebody's in "by his own account", "by the ministry's count"."""
    asked: frozenset[str]
    """Forms of verbs by which something is asked: "asked"."""
    adverbs: frozenset[str]
    """Adverbs that make a clause somebody's word: "reportedly"."""
    hearsay: tuple[str, ...]
    """Phrases that make a clause everybody's word and nobody's: "open secret"."""
    marks: frozenset[str]
    """Words one of which every fixed phrase, owned noun and adverb holds, small and capital."""
    phrases: AhoCorasick
    """Finds phrases before who speaks: "according to"."""
    speakers: Speakers
    carriers: Carriers
    heard: re.Pattern[str]
    """The words right before the bulletin's own name that make it who heard: "told" in "told this newsletter"."""


@cache
def default_cues() -> Cues:
    """The lexicon that ships; raises RuleError where it cannot be read."""
    tables = resources.tables("lexicon")
    return load(tables["cues"], tables["grammar"], tables["speakers"], made)


def load(cues: Table, grammar: Table, speakers: Table, keep: Keep = anew) -> Cues:
    """The lexicon from the tables of ``cues.toml``, ``grammar.toml`` and ``speakers.toml``.

    ``keep`` may have the forms of its words from an earlier start.
    """
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    forms = keep("forms of cues", lambda: _forms(cues, grammar))
    verbs = [Verb.of(*verb) for verb in forms["verbs"]]
    of_form = {form: tuple([verbs[number] for number in numbers]) for form, numbers in forms["of_form"].items()}
    light = {form: verbs[number] for form, number in forms["light"].items()}
    phrases = tuple(cues["phrases"]["before"])
    owned, reckoned = cues["phrases"]["owned"], cues["phrases"]["reckoned"]
    adverbs = _either(cues["phrases"]["adverbs"])
    hearsay = tuple(cues["phrases"]["hearsay"])
    return Cues(
        letters=Letters(forms["letters"]),
        verbs=of_form,
        alone={
            form: found[0]
            for form, found in of_form.items()
            if len(found) == 1 and not found[0].particles and form not in light
        },
        nouns=forms["nouns"],
        states=forms["states"],
        passives=forms["passives"],
        silence=frozenset(cues["silence"]["verbs"]),
        light=light,
        saying=frozenset(form for noun in cues["light"]["nouns"] for form in (noun, _third(noun))),
        grammar=Grammar.load(grammar),
        owned=frozenset(owned),
        reckoned=frozenset(reckoned),
        asked=_either(cues["phrases"]["asked"]),
        adverbs=adverbs,
        hearsay=hearsay,
        marks=adverbs
        | _either(
            [*owned, *reckoned, *cues["phrases"]["asked"], *(max(p.split(), key=len) for p in (*phrases, *hearsay))]
        ),
        phrases=AhoCorasick(
            [*phrases, *(p[0].upper() + p[1:] for p in phrases)],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        ),
        speakers=Speakers.load(speakers),
        carriers=Carriers.load(cues["carriers"], grammar),
        heard=own.hearing(cues["hearing"]),
    )


def _forms(cues: Table, grammar: Table) -> dict[str, Any]:
    """Every form of every word, as plain values: letters, frames of nouns, states and passives, and of the verbs what
    `Verb.of` makes one of, with the numbers of those that a form belongs to."""
    letters: dict[str, str] = {}
    verbs: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
    of_form: dict[str, list[int]] = {}
    frames: dict[str, dict[str, str]] = {}
    for group in cues["verbs"]:
        for base in group["words"]:
            own = frames.setdefault(base, {})
            for frame in group["frames"]:
                own.setdefault(frame, group["act"])
    nouns_too = frozenset(cues["nouns"]["verbs_too"])
    irregular = cues["irregular"]
    forms_of: dict[str, tuple[str, ...]] = {}
    for phrase, own in frames.items():
        base, *particles = phrase.split()
        if base not in forms_of:
            forms_of[base] = (base, *(irregular.get(base) or _regular(base)))
            _letter(letters, forms_of[base], base in nouns_too)
        for form in dict.fromkeys(forms_of[base]):
            of_form.setdefault(form, []).append(len(verbs))
        verbs.append((base, own, tuple(particles)))
    nouns: dict[str, set[str]] = {}
    for frame, words in cues["nouns"].items():
        for word in words if frame != "verbs_too" else ():
            for form in (word, _third(word)):
                nouns.setdefault(form, set()).add(frame)
                letters.setdefault(form, "K")
    states: dict[str, set[str]] = {}
    for frame, words in cues["states"].items():
        for word in words:
            states.setdefault(word, set()).add(frame)
    passives: dict[str, set[str]] = {}
    for frame, words in cues["passives"].items():
        for word in words:
            base = word.split()[0]
            for form in forms_of[base][2:4] if base in forms_of else _regular(base)[1:3]:
                passives.setdefault(form, set()).add(frame)
                letters.setdefault(form, "V")
    light: dict[str, int] = {}
    saying = cues["light"]
    for base in saying["verbs"]:
        forms = forms_of.get(base) or (base, *(irregular.get(base) or _regular(base)))
        light |= dict.fromkeys(forms, len(verbs))
        verbs.append((base, dict.fromkeys(saying["frames"], "speech"), ()))
        if base not in forms_of:
            _letter(letters, forms, base in nouns_too)
    for name, letter in LETTERS.items():
        for word in grammar[name]:
            for form in (word, word.replace("'", "’")):
                letters[form] = letter
                if letter in _CAPITALS:
                    letters[form.capitalize()] = letter
    letters["her"] = letters["Her"] = "D"
    letters["I"] = "P"
    letters["First"] = "N"  # "First Deputy Prime Minister"; at the head of a sentence the small form counts
    return {
        "letters": letters,
        "verbs": verbs,
        "of_form": {form: sorted(found, key=lambda n: -len(verbs[n][2])) for form, found in of_form.items()},
        "nouns": {word: frozenset(found) for word, found in nouns.items()},
        "states": {word: frozenset(found) for word, found in states.items()},
        "passives": {word: frozenset(found) for word, found in passives.items()},
        "light": light,
    }


def _either(words: Iterable[str]) -> frozenset[str]:
    """The words as they stand in a sentence and at its head."""
    return frozenset(form for word in words for form in (word, word.capitalize()))


def _letter(letters: dict[str, str], forms: Sequence[str], noun_too: bool) -> None:
    base, third, past, participle, present = forms
    letters[participle] = "U"
    letters[past] = "V"
    letters[present] = "G"
    letters[third] = "Y" if noun_too else "z"
    letters[base] = ("y" if noun_too else "v") if base != past else "V"


def _regular(base: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a regular verb."""
    consonant_y = base.endswith("y") and base[-2] not in _VOWELS
    past = base + "d" if base.endswith("e") else base[:-1] + "ied" if consonant_y else base + "ed"
    dumb_e = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    present = base[:-2] + "ying" if base.endswith("ie") else (base[:-1] if dumb_e else base) + "ing"
    return _third(base), past, past, present


def _third(base: str) -> str:
    """The -s form of a verb or noun."""
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"
