"""Lists of words and patterns in running text: a list, a text, and what of the text is of the list."""

from __future__ import annotations

from collections import Counter

import pytest

from attrib.attribution import cues
from attrib.matching.wordlists import RightBefore, WordLists, either, expand
from attrib.model import Span
from attrib.resources import tables

LISTS = {
    "hedge": {"words": ["{suggest{s,ed},hint} that", "might"], "exact": ["may"]},
    "past": {"words": ["*ed", "sank"]},
    "inference": {"words": ["prov*"]},
    "comparison": {"patterns": ["(?:is|are) (?:\\w+ly )?more [a-z]+", "By [a-z]+ing", ", (?:but )?not (?:with|for)"]},
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Envoys suggested that it might rain.", ["suggested that hedge", "suggested past", "might hedge"]),
        ("Might it rain? It may, in May.", ["Might hedge", "may hedge"]),
        ("The ferry sank; sankara did not.", ["sank past"]),
        ("It proved nothing, and disproves all.", ["proved past", "proved inference"]),
        ("Prices are visibly more stable.", ["are visibly more stable comparison"]),
        ("By selling it, they lose.", ["By selling comparison"]),
        ("Nearby selling was slow.", []),
        ("They came, but not for him.", [", but not for comparison"]),
        ("", []),
    ],
)
def test_what_a_text_holds_of_the_lists(text: str, found: list[str]) -> None:
    lists = WordLists.load(LISTS)
    for ahead in ("", "x" * 13_000 + " "):  # a long text asks the automaton of all phrases
        whole = ahead + text
        hits = lists.find(whole, Span(len(ahead), len(whole)))
        assert sorted(f"{hit.of(whole)} {hit.name}" for hit in hits) == sorted(found)
        lists.find(ahead, Span(0, len(ahead)))


def test_in_any_case_small_letters_fit_all() -> None:
    lists = WordLists.load({"harm": {"words": ["killed", "straße"]}}, any_case=True)
    text = "KILLED in the Straße, İzmir; killed."
    assert [hit.of(text) for hit in lists.find(text, Span(0, len(text)))] == ["KILLED", "Straße", "killed"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("say{s,ing,}", ["says", "saying", "say"]),
        ("{a,b} {c,d}", ["a c", "a d", "b c", "b d"]),
        ("the  {,very }end", ["the end", "the very end"]),
        ("plain", ["plain"]),
    ],
)
def test_braces_stand_for_each(phrase: str, expected: list[str]) -> None:
    assert list(expand(phrase)) == expected


def test_one_pattern_for_a_short_list() -> None:
    shape = either(["will{ not,} meet", "will"])
    assert [found[0] for found in shape.finditer("They will not meet, but will; goodwill is gone.")] == [
        "will not meet",
        "will",
    ]
    assert not either([]).search("They meet.")
    what = RightBefore.load(["what both"])
    assert what.stand("This is What Both ", 0, 18)
    assert not what.stand("This is somewhat both ", 0, 22)
    assert not what.stand("what both sides ", 0, 16)
    assert not what.stand("what both ", 3, 10)


def test_the_forms_of_cues_are_the_same_made_anew_and_kept() -> None:
    lexicon = tables("lexicon")
    anew = cues.load(lexicon["cues"], lexicon["grammar"], lexicon["speakers"])
    kept = cues.default_cues()
    for part in ("verbs", "alone", "nouns", "states", "passives", "light"):
        assert getattr(anew, part) == getattr(kept, part), part
    assert [verb.base for verb in anew.verbs["told"]] == ["tell"]
    assert {anew.letters.listed[word] for word in ("said", "says", "saying")} == {"V", "z", "G"}


def test_no_phrase_tells_two_things_of_a_claim() -> None:
    table = tables("lexicon")["claims"]
    lists = {cue["name"]: cue for cue in table["cue"]} | {"background": table["background"]}
    listed = [
        phrase
        for of in lists.values()
        for word in (*of.get("words", ()), *of.get("exact", ()))
        for phrase in expand(word)
    ]
    assert [phrase for phrase, times in Counter(listed).items() if times > 1] == []
