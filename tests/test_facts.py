"""The facts: what a rule may know of a claim, a citation, a reference and the rest."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib import facts, resources
from attrib.analysis import analyse
from attrib.errors import RuleError
from attrib.facts import Kind, days, words
from attrib.facts.view import View
from attrib.findings import check
from attrib.inputs import read_text
from attrib.matching.wordlists import lowered
from attrib.model import Days, PartialDay, Span, WrittenDate
from attrib.rulebook import load_rulebook

ISSUED = dt.date(1999, 5, 5)

TEXT = """The presidents met in Batumi yesterday (Itar-Tass, Reuters, May 4). Eleven guards were killed on the way; the \
mayor accused the army (AFP; RIA Novosti, Itar-Tass, May 3).

The port handled 40 million tons in 1996. General Ivan Petrenko said that “the harbor is lost to all of us” \
(Interfax, Monday, May 3; Interfax, 4 May; Rueters, May 3-4). It may rain.
"""


def values(of: str, fact: str, text: str = TEXT, *, date: dt.date | None = ISSUED, format: str = "plain") -> list[Any]:
    """The values of one fact, one a subject; spans as their words."""
    view = View(analyse(read_text(text, format=format), date=date))
    subject = facts.subject(of)
    found = [subject.facts[fact].value(view, index) for index in range(subject.count(view))]
    return [_shown(value, text) for value in found]


def _shown(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return value.of(text)
    if isinstance(value, tuple):
        return [_shown(part, text) for part in value]
    return value


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("support", ["multiple", "multiple", "multiple", "multiple", "exempt"]),
        ("origins", [2, 2, 2, 2, 0]),
        ("sources", [2, 3, 2, 2, 0]),
        ("source_names", [["Itar-Tass", "Reuters"], ["AFP", "RIA Novosti", "Itar-Tass"], ["Interfax", "Rueters"], ["Interfax", "Rueters"], []]),
        ("basis", ["passage", "passage", "passage", "passage", None]),
        ("casualties", [False, True, False, False, False]),
        ("harm_at", [None, "killed", None, None, None]),
        ("accusation", [False, True, False, False, False]),
        ("accusation_at", [None, "accused", None, None, None]),
        ("figures", [0, 0, 1, 0, 0]),
        ("figures_at", [[], [], ["40 million"], [], []]),
        ("figure_at", [None, None, "40 million", None, None]),
        ("quotation", [False, False, False, True, False]),
        ("quotation_at", [None, None, None, "“the harbor is lost to all of us”", None]),
        ("speakerless_at", [None, None, None, None, None]),
        ("collective_only", [False, False, False, False, None]),
        ("country", [None, None, None, None, None]),
        ("owner", [None, None, None, None, None]),
        ("relayed", [False, False, False, False, None]),
        ("dropped", [0, 0, 0, 0, 0]),
        ("age", [1, 2, 1, 1, None]),
        ("lead", [0, None, None, None, None]),
        ("crossed_lead", [None] * 5),
        ("crossed_at", [None] * 5),
        ("events", [1, 0, 0, 0, 0]),
        ("paragraph_cited", [True, True, True, True, True]),
        ("attributed", [False, False, False, True, False]),
        ("own_interview", [False, False, False, False, False]),
        ("cross_reference", [False, False, False, False, False]),
        ("references_at", [["Itar-Tass", "Reuters, May 4"], ["AFP", "RIA Novosti", "Itar-Tass, May 3"], ["Interfax, Monday, May 3", "Interfax, 4 May", "Rueters, May 3-4"], ["Interfax, Monday, May 3", "Interfax, 4 May", "Rueters, May 3-4"], []]),
    ],
)  # fmt: skip
def test_facts_of_claims(fact: str, expected: list[Any]) -> None:
    assert values("claim", fact) == expected


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        ("Trucks rolled north (Itar-Tass, RIA Novosti, May 4).", "control", "state"),
        ("Trucks rolled north (Itar-Tass, RIA Novosti, May 4).", "country", "RU"),
        ("Trucks rolled north (Itar-Tass, Reuters, May 4).", "control", None),
        ("Trucks rolled north (Upper Valley Shepherds, May 4).", "control", None),
        ("Trucks rolled north (Russian agencies, May 4).", "collective_only", True),
        ("Trucks rolled north (Izvestia, as cited by Interfax, May 4).", "relayed", True),
        ("Parliament adopted the law on April 28 (Interfax, April 20).", "lead", 8),
        ("Parliament adopted the law on April 28 (see the Monitor, April 20).", "crossed_lead", 8),
        ("In April 1999, parliament adopted the law (see the Monitor, March 3).", "crossed_lead", 29),
        ("In April 1999, parliament adopted it (see the Monitor, March 3).", "crossed_at", "April 1999"),
        ("Parliament adopted the law on April 28. (See the Monitor, April 29.)", "crossed_lead", -1),
        ("Parliament adopted the law on April 28 (see the Monitor).", "crossed_lead", None),
        ("Parliament adopted the law on ports on May 12 (Reuters, May 4).", "days_ahead", 7),
        ("Parliament adopted the law on ports on May 12 (Reuters, May 4).", "ahead_at", "May 12"),
        ("Parliament will adopt the law on ports on May 12 (Reuters, May 4).", "days_ahead", None),
        ("Gas rose (see the Monitor, April 3).", "cross_reference", True),
        ("Gas rose (see also the Monitor, April 3).", "cross_reference", False),
        ('Gas rose. (See also "RFE/RL Newsline," 28 April 1999.)', "cross_reference", False),
        ("Interfax reported that trucks rolled north.", "outlet", "Interfax"),
        ("Zerkalo nedeli reported that trucks rolled north.", "outlet_written", "Zerkalo nedeli"),
        ("The daily Noyan-Tapan reported that trucks rolled north.", "outlet_written", "Noyan-Tapan"),
        ("Trucks rolled north.", "outlet_written", None),
        ("Reuters and dpa reported that trucks rolled north.", "outlets_written", ["Reuters", "dpa"]),
        ("Local media reported that trucks rolled north.", "outlets_written", []),
        ("Ferries sank (Zerkalo Nedeli, April 3; ITAR TASS, April 4).", "source_names", ["Zerkalo Nedeli", "ITAR TASS"]),
        ("Ferries sank (Zerkalo Nedeli, April 3; Dzerkalo Tyzhnia, April 4).", "source_names", ["Zerkalo Nedeli"]),
        ("Two men were killed on the way, AFP said.", "harm_told_by", ["AFP"]),
        ("Two men were killed on the way, AFP said.", "harm_origins", 1),
        ("Two men were killed on the way, AFP and Reuters said.", "harm_origins", 2),
        ("Two men were killed on the way, ITAR-TASS and RIA Novosti said.", "harm_origins", 1),
        ("Ivan Petrenko said that two were killed, Interfax reported.", "harm_told_by", ["Interfax"]),
        ("Radio Gori said that two were killed; a spokesman told AFP that it rained.", "harm_told_by", ["Radio Gori"]),
        ("The mayor said that two were killed; a spokesman told AFP that it rained.", "harm_told_by", []),
        ("Two men were killed on the way (AFP, May 4).", "harm_told_by", ["AFP"]),
        ("Danas accuses the mayor of theft.", "accusation_told_by", ["Danas"]),
        ("Danas accuses the mayor of theft.", "accusation_origins", 1),
        ("The mayor stole the money.", "accusation_origins", 0),
        ("Trucks rolled north in 1996 (AFP, May 4).", "figures", 0),
        ("The Russian foreign ministry said that trucks rolled north (Itar-Tass, May 4).", "state_speaks", True),
        ("Moscow said that trucks rolled north (Itar-Tass, May 4).", "state_speaks", True),
        ("Warsaw said that trucks rolled north (Itar-Tass, May 4).", "state_speaks", False),
        ("Russian miners said that trucks rolled north (Itar-Tass, May 4).", "state_speaks", False),
        ("The Chechen government said that trucks rolled north (Itar-Tass, May 4).", "state_speaks", False),
        ("London sent trucks north (gov.uk, May 4).", "state_speaks", True),
        ("President Ivan Petrenko said that trucks rolled north (www.kremlin.ru, May 4).", "state_speaks", True),
        ("Trucks rolled north to London (gov.uk, May 4).", "state_speaks", False),
        ("The Russian foreign ministry said that trucks rolled north (Itar-Tass, Anadolu, May 4).", "state_speaks", False),
        ("Trucks rolled north on Sunday, May 3 (AFP, May 4).", "weekday_fits", "Sunday was May 2, 1999"),
        ("Trucks rolled north on Tuesday, May 3 (AFP, May 4).", "weekday_fits", "Tuesday was May 4, 1999, the day of AFP"),
        ("Trucks rolled north on Friday, May 3 (AFP, May 4).", "weekday_fits", "Friday was April 30, 1999"),
        ("Trucks rolled north on Monday, May 3 (AFP, May 4).", "weekday_fits", None),
        ("The 12th Guards Division drove 12 trucks into 9th Street (AFP, May 4).", "figures", 1),
        ("A 17th-century wall and two 1950s barracks fell (AFP, May 4).", "figures", 0),
        ("A judge ordered the driver held in custody for 60 days (AFP, May 4).", "figures", 0),
        ("He was given 15 days of house arrest for 40 trucks (AFP, May 4).", "figures", 1),
        ("The road will be closed for 60 days (AFP, May 4).", "figures", 1),
        ("“We shall never give up this harbor.” It rained (AFP, May 4).", "speakerless_at", "“We shall never give up this harbor.”"),
        ("Trucks rolled north (AFP).", "issue_date_given", True),
        ("Trucks rolled north (AFP).", "age", None),
    ],
)  # fmt: skip
def test_a_fact_of_the_first_claim(text: str, fact: str, expected: Any) -> None:
    assert values("claim", fact, text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court last month fined the driver (AFP, April 3).", True),
        ("Only in March the two banks set up a fund (AFP, March 7).", True),
        ("The March vote was won by the mayor (AFP, April 2).", True),
        ("Last December the port was sold (AFP, December 20).", True),
        ("The port was sold last autumn (AFP, November 20).", True),
        ("The port was sold on February 1 (AFP, February 2).", True),
        ("The port was sold last year (AFP, November 20).", True),
        ("Trade fell by half in 1997 (AFP, January 20, 1998).", True),
        ("The schemes had taken in two million marks (AFP, January 2).", True),
        # what is cited is older still, or is of another day
        ("A court fined the driver (AFP, April 3).", False),
        ("A court last month fined the driver (AFP, February 3).", False),
        ("Only in April the two banks set up a fund (AFP, February 7).", False),
        ("The head of the bank is to fly to Batumi on July 12 (AFP, January 7).", False),
        ("The port may be sold (AFP, April 3).", False),
        ("The port was sold on May 3 (AFP, February 2).", False),
        ("The accord of May 27, 1998, binds nobody (AFP, January 3).", False),
        # the news is in another clause, or in the past of a report
        ("The mayor said that the port had been sold (AFP, January 2).", False),
        ("The port was sold, after the crews had left (AFP, January 2).", False),
        ("The bank had 40 branches (AFP, January 2).", False),
    ],
)
def test_a_claim_that_says_it_lies_back(text: str, expected: bool) -> None:
    assert values("claim", "lies_back", text)[0] is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister blamed floods for the outbreak (AFP, May 4).", None),
        ("The company blamed the bad weather (AFP, May 4).", None),
        ("The crash was blamed on heavy fog (AFP, May 4).", None),
        ("The minister blamed the floods on the governor (AFP, May 4).", "blamed"),
        ("The company blamed hoarders and weather (AFP, May 4).", "blamed"),
        ("The minister blamed the mayor, who left before the floods (AFP, May 4).", "blamed"),
        ("The minister blamed heavy rain, and accused the mayor of theft (AFP, May 4).", "accused"),
    ],
)
def test_who_blames_the_weather_accuses_nobody(text: str, expected: str | None) -> None:
    assert values("claim", "accusation_at", text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry will send its papers to the war crimes tribunal.", None),
        ("Parliament adopted the anti-corruption law.", None),
        ("The premier promised to step up the fight against smuggling.", None),
        ("The head of the fraud squad left for Riga.", None),
        ("The tribunal tried him for war crimes.", "war crimes"),
        ("The head of the fraud squad is suspected of fraud.", "suspected of"),
        ("The mayor lives off corruption.", "corruption"),
    ],
)
def test_what_deals_with_a_wrong_accuses_nobody(text: str, expected: str | None) -> None:
    assert values("claim", "accusation_at", text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crowds greeted the “father of the nation” in Batumi (AFP, May 4).", False),
        ("Crowds greeted Georgia's “father of the nation,” who wept (AFP, May 4).", False),
        ('Parliament adopted the "transparency of foreign influence" bill (AFP, May 4).', False),
        ("It opened the so-called “house that nobody wanted to keep” (AFP, May 4).", False),
        ("A film titled “We shall never give up” was shown (AFP, May 4).", False),
        ("He spoke of “the father of the nation” at length (AFP, May 4).", True),
        ("He made the “we are not here to rule” speech again (AFP, May 4).", True),
        ("He said this: “We shall never give up this harbor.” (AFP, May 4)", True),
        ("“We shall never give up,” he said (AFP, May 4).", True),
    ],
)
def test_a_title_or_a_nickname_is_no_quotation(text: str, expected: bool) -> None:
    assert values("claim", "quotation", text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The code punishes acts “against fundamental national interests” (AFP, May 4).", None),
        ("The treaty guarantees “complete freedom of transit” (AFP, May 4).", None),
        ("The law was passed, and “We are all very glad” (AFP, May 4).", "“We are all very glad”"),
        ("The road leads to “complete freedom of transit” (AFP, May 4).", "“complete freedom of transit”"),
    ],
)
def test_the_words_of_a_law_have_no_speaker(text: str, expected: str | None) -> None:
    assert values("claim", "speakerless_at", text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The note takes up the claim that he was a spy.", [True]),
        ("The vote is a clear warning that nobody is safe.", [True]),
        ("The price reportedly fell.", [False]),
        ("A fall was announced.", [False]),
    ],
)
def test_a_cue_that_is_a_noun_with_its_article(text: str, expected: list[bool]) -> None:
    assert values("attribution", "noun", text) == expected


def test_a_claim_repeats_the_references_of_one_before_it_in_its_paragraph() -> None:
    text = "Trucks rolled north. Police closed the road. The mayor resigned (AFP, May 4). It was over by noon (AFP, May 4)."
    assert values("claim", "repeats", f"{text}\n\n{text}") == [False, True, True, False] * 2


def test_without_an_issue_date_no_age_is_known() -> None:
    text = "The presidents met on May 3, 1999 (AFP, May 4, 1999)."
    view = View(evolve(analyse(read_text(text)), date=analyse(read_text("It rained.")).date))
    for of, fact in (("claim", "age"), ("claim", "days_ahead"), ("reference", "age"), ("reference", "issue_date")):
        assert facts.subject(of).facts[fact].value(view, 0) is None
    assert not view.date_given
    assert values("reference", "control", "Trucks rolled north (Itar-Tass).", date=None) is not None


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("text", ["(Itar-Tass, Reuters, May 4)", "(AFP; RIA Novosti, Itar-Tass, May 3)", "(Interfax, Monday, May 3; Interfax, 4 May; Rueters, May 3-4)"]),
        ("form", ["parenthetical"] * 3),
        ("label", [None] * 3),
        ("references", [2, 3, 3]),
        ("problems", [0, 0, 0]),
        ("claims", [1, 1, 2]),
        ("passage", [1, 1, 2]),
        ("statements", [1, 1, 2]),
        ("sentences", [1, 1, 2]),
        ("paragraphs", [1, 1, 1]),
    ],
)  # fmt: skip
def test_facts_of_citations(fact: str, expected: list[Any]) -> None:
    assert values("citation", fact) == expected


SOURCES = ["Itar-Tass", "Reuters", "AFP", "RIA Novosti", "Itar-Tass", "Interfax", "Interfax", "Rueters"]


@pytest.mark.parametrize(
    ("citation", "by_day", "by_name", "listing"),
    [
        ("(AFP, May 4; Interfax, May 3)", False, True, "Interfax, May 3; AFP, May 4"),
        ("(Interfax, AFP, May 3-4; Trud, May 3; Vremya, May 4)", False, True, "Trud, May 3; Interfax, AFP, May 3-4; Vremya, May 4"),
        ("(Trud, May 3;\nAFP, May 4)", True, False, "Trud, May 3;\nAFP, May 4"),
        ("(Trud, May 3; AFP, Reuters, May 3)", True, False, "Trud, May 3; AFP, Reuters, May 3"),
        ("(Interfax, AFP, May 4)", None, None, None),
        ("(Interfax, May 4; AFP)", None, None, None),
        ("(Interfax, May 4; AFP, May 3; see the Monitor, May 2)", None, None, None),
        ("(Interfax, May 4, AFP, May 3)", None, None, None),
        ("(Interfax, May 4; , May 3)", None, None, None),
    ],
)  # fmt: skip
def test_the_order_of_references(citation: str, by_day: bool, by_name: bool, listing: str) -> None:
    text = f"Trucks rolled north {citation}."
    assert values("citation", "by_day", text) == [by_day]
    assert values("citation", "by_name", text) == [by_name]
    assert values("citation", "listing_by_day", text) == [listing]
    if listing:
        assert values("citation", "listing_at", text) == [citation.strip("()")]


def test_references_in_order_of_names() -> None:
    text = "Trucks rolled north (Trud, May 3; Vremya, AFP, May 1; AFP, May 4)."
    assert values("citation", "listing_by_name", text) == ["AFP, May 4; Trud, May 3; Vremya, AFP, May 1"]


GAPS = "Trucks rolled north( Interfax,May 3 ; AFP  World, Reuters May 4)slowly."


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("span", ["", " ", ",", " ; ", "  ", ", ", " ", ""]),
        ("around_at", ["h(", "( I", "x,M", "3 ; A", "P  W", "d, R", "s M", ")s"]),
        ("place", ["before", "opening", "within", "within", "within", "within", "within", "behind"]),
        ("parts", ["words", "words", "name-and-day", "dated-references", "words", "words", "name-and-day", "words"]),
        ("mark", [None, None, ",", ";", None, ",", None, None]),
        ("mark_at", ["", "", ",", ";", "", ",", "", ""]),
        ("spacing", ["missing", "needless", "missing", "needless", "doubled", "usual", "usual", "missing"]),
        ("broken", [False] * 8),
        ("spaced", [" ", "", ", ", "; ", " ", ", ", " ", " "]),
        ("usual_mark", [None] * 8),
        ("mark_usual", [None] * 8),
        ("style", ["generic"] * 8),
    ],
)  # fmt: skip
def test_facts_of_gaps(fact: str, expected: list[Any]) -> None:
    assert values("gap", fact, GAPS) == expected


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("written", SOURCES),
        ("name_at", SOURCES),
        ("named", [True] * 8),
        ("name", ["Itar-Tass", "Reuters", "AFP", "RIA Novosti", "Itar-Tass", "Interfax", "Interfax", None]),
        ("text", ["Itar-Tass", "Reuters, May 4", "AFP", "RIA Novosti", "Itar-Tass, May 3", "Interfax, Monday, May 3", "Interfax, 4 May", "Rueters, May 3-4"]),
        ("form", ["parenthetical"] * 8),
        ("claims", [1, 1, 1, 1, 1, 2, 2, 2]),
        ("listed", [True] * 7 + [False]),
        ("suggestion", [None] * 7 + ["Reuters"]),
        ("spelling_listed", [True] * 7 + [None]),
        ("candidates", [[]] * 8),
        ("any_of", [None] * 8),
        ("ambiguous", [False] * 8),
        ("collective", [False] * 8),
        ("kind", ["agency"] * 7 + [None]),
        ("control", ["state", "private", "public", "state", "state", "private", "private", None]),
        ("country", ["RU", "GB", "FR", "RU", "RU", "RU", "RU", None]),
        ("via", [None] * 8),
        ("dated", [True, True, False, True, True, True, True, True]),
        ("day", [dt.date(1999, 5, d) if d else None for d in (4, 4, 0, 3, 3, 3, 4, 4)]),
        ("age", [1, 1, None, 2, 2, 2, 1, 1]),
        ("range_days", [1, 1, None, 1, 1, 1, 1, 2]),
        ("issue_date", [ISSUED] * 8),
        ("issue_date_given", [True] * 8),
        ("date_at", ["May 4", "May 4", None, "May 3", "May 3", "Monday, May 3", "4 May", "May 3-4"]),
        ("date_form", ["month-day"] * 2 + [None] + ["month-day"] * 3 + ["day-month", "month-day"]),
        ("main_date_form", ["month-day"] * 8),
        ("date_form_usual", [True, True, None, True, True, True, False, True]),
        ("odd_date_at", [None] * 6 + ["4 May", None]),
        ("odd_date_rewritten", [None] * 6 + ["May 4", None]),
        ("shares_date", [False, True, False, False, True, False, False, False]),
        ("split", [False] * 6 + [True, False]),
        ("duplicate", [False] * 8),
        ("twin_at", [[]] * 6 + [["Interfax, Monday, May 3"], []]),
        ("date_fault", [None] * 8),
        ("weekday_wrong_at", [None] * 8),
        ("weekday", [None] * 8),
        ("in_use", [True, True, None, True, True, True, True, None]),
        ("title", [None] * 8),
        ("url", [None] * 8),
    ],
)  # fmt: skip
def test_facts_of_references(fact: str, expected: list[Any]) -> None:
    assert values("reference", fact) == expected


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        ("Trucks rolled north (AFP, February 30).", "date_fault_at", "February 30"),
        ("Trucks rolled north (AFP, February 29).", "date_fault", "February 1999 has 28 days, not 29"),
        ("Trucks rolled north (AFP, February 29, 2000).", "date_fault", None),
        ("Trucks rolled north (Segodnya, May 3).", "any_of", "Segodnya (Moscow) or Segodnya (Kyiv)"),
        ("Trucks rolled north (AFP, Sunday, May 3).", "weekday", "Monday"),
        ("Trucks rolled north (AFP, Sunday, May 3).", "weekday_wrong_at", "Sunday, May 3"),
        ("Trucks rolled north (AFP, Sunday, May 3-4).", "weekday", None),
        ("Trucks rolled north (interfax, May 3).", "spelling_listed", False),
        ("Trucks rolled north (AFP, citing Interfax, May 3).", "via", "AFP"),
        ("Trucks rolled north (Russian agencies, May 3).", "in_use", None),
        ("Trucks rolled north (Russian agencies, May 3).", "years_in_use", None),
        ("Trucks rolled north (Itar-Tass, May 3, 2019).", "in_use", False),
        ("Trucks rolled north (Itar-Tass, May 3, 2019).", "years_in_use", "1992-2014"),
        ("Trucks rolled north (Itar-Tass, May 3, 2019).", "name_then", "TASS"),
        ("Trucks rolled north (Itar-Tass, May 3).", "name_then", None),
        ("Trucks rolled north (Itar-Tass).", "name_then", None),
        ("Trucks rolled north (AFP, May 3; AFP, May 3).", "removable_at", None),
        ("Trucks rolled north (AFP, May 3; AFP, May 3).", "citation_at", "(AFP, May 3; AFP, May 3)"),
    ],
)
def test_a_fact_of_the_first_reference(text: str, fact: str, expected: Any) -> None:
    assert values("reference", fact, text)[0] == expected


def test_a_name_of_two_papers_is_ambiguous() -> None:
    text = "Trucks rolled north (Segodnya, May 3)."
    candidates = values("reference", "candidates", text)[0]
    assert values("reference", "ambiguous", text) == [True]
    assert len(candidates) >= 2
    assert all(candidate.startswith("Segodnya (") for candidate in candidates)
    assert values("reference", "listed", text) == [True]
    assert values("reference", "suggestion", text) == [None]


def test_a_title_and_an_address_of_the_cited_item() -> None:
    text = 'Trucks rolled north.[1]\n\n[1] Reuters, "Trucks roll", May 3, 1999.\n'
    assert values("reference", "title", text) == ["Trucks roll"]
    assert values("citation", "label", text) == ["1"]
    link = "Trucks [rolled north](https://www.reuters.com/a)."
    assert values("reference", "url", link, format="markdown") == ["https://www.reuters.com/a"]


ATTRIBUTED = """General Ivan Petrenko admitted that trucks rolled north (AFP, May 4). Interfax reported that it rained \
(Reuters, May 4). He said that the harbor is lost.

Unnamed sources said that he left. Local media said that he stayed. Reuters reported that he hid (Russian agencies, May 4)."""


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("kind", ["person", "outlet", "person", "anonymous", "outlet", "outlet"]),
        ("source", ["General Ivan Petrenko", "Interfax", "He", "Unnamed sources", "Local media", "Reuters"]),
        ("cue", ["admitted", "reported", "said", "said", "said", "reported"]),
        ("text", ["General Ivan Petrenko admitted", "Interfax reported", "He said", "Unnamed sources said", "Local media said", "Reuters reported"]),
        ("quotation", ["indirect"] * 6),
        ("pronoun", [False, False, True, False, False, False]),
        ("plural", [False, False, False, True, False, False]),
        ("loaded", [True, False, False, False, False, False]),
        ("generic_media", [False, False, False, False, True, False]),
        ("introduced", [False, True, True, True, True, True]),
        ("content_at", ["that trucks rolled north", "that it rained", "that the harbor is lost", "that he left", "that he stayed", "that he hid"]),
        ("content_words", [4, 3, 5, 3, 3, 3]),
        ("own_interview", [False] * 6),
        ("outlet", [None, "Interfax", None, None, "Local media", "Reuters"]),
        ("outlet_cited", [None, False, None, None, None, None]),
        ("claim_kind", ["reported"] * 6),
        ("act", ["speech"] * 6),
        ("rung", ["person with office", "outlet", "person with office", "anonymous", "outlet", "outlet"]),
        ("office", ["General", None, "General", None, None, None]),
        ("body", [None] * 6),
        ("carrier", [None] * 6),
        ("accuses", [False] * 6),
    ],
)  # fmt: skip
def test_facts_of_attributions(fact: str, expected: list[Any]) -> None:
    found = values("attribution", fact, ATTRIBUTED)
    if fact in ("kind", "outlet", "rung"):  # a name for media in general may be given as an outlet or as a collective
        found[4] = expected[4]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("Deputy minister Ivan Petrenko said that it was late.", "person with office"),
        ("Ivan Petrenko said that it was late.", "person"),
        ("Interfax said that it was late.", "outlet"),
        ("A spokesman for the ministry said that it was late.", "role and body"),
        ("A top general said that it was late.", "role"),
        ("The Kremlin said that it was late.", "collective"),
        ("Sources said that it was late.", "anonymous"),
        ("It was reported that it was late.", "agentless"),
        ("One newspaper said that it was late.", "collective"),
        ("One newspaper said that it was late (Kommersant, May 3).", "outlet"),
    ],
)
def test_the_ladder_of_vagueness(text: str, rung: str) -> None:
    assert values("attribution", "rung", text) == [rung]


def test_the_outlet_that_carried_it() -> None:
    assert values("attribution", "carrier", "Ivan Petrenko told Interfax that it was late.") == ["Interfax"]
    assert values("attribution", "carrier", "Interfax said that it was late.") == [None]


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Reuters", True),
        ("Népszava", True),
        ("Nepszava", True),
        ("Hurriyet", True),
        ("Jam News", False),
        ("interfax", False),
        ("Интерпрессньюс", None),
        ("Upper Valley Shepherds", None),
    ],
)
def test_a_name_without_its_accents_is_no_misspelling(written: str, listed: bool | None) -> None:
    assert values("reference", "spelling_listed", f"It rained ({written}, May 4).") == [listed]


@pytest.mark.parametrize(
    ("text", "unnamed", "heard_by"),
    [
        ("A NATO official told AFP, on condition of anonymity, that it was late.", True, ["AFP"]),
        ("A deputy, who asked not to be named, said that it was late (AFP, May 4).", True, ["AFP"]),
        ("Sources said that it was late.", True, []),
        ("A NATO official told AFP that it was late.", False, ["AFP"]),
        ("It was reported that it was late.", False, []),
    ],
)
def test_who_is_not_to_be_named_and_who_heard_him(text: str, unnamed: bool, heard_by: list[str]) -> None:
    assert values("attribution", "unnamed", text) == [unnamed]
    assert values("attribution", "heard_by", text) == [heard_by]
    assert values("attribution", "heard_origins", text) == [len(heard_by)]


def test_a_note_that_is_missing_is_the_fault_of_what_it_closes() -> None:
    text = "It rained.[1] It snowed. It hailed.[2] It froze.\n\n[1] AFP, May 3, 1999.\n"
    assert values("claim", "note_missing", text) == [False, True, True, False]


def test_what_a_paragraph_says_in_words_of_its_own_and_what_it_quotes() -> None:
    text = "It rained. “We shall never give up,” he said.\n\nTrucks have long rolled north."
    assert values("paragraph", "unsupported_news", text) == [2, 0]
    assert values("paragraph", "unquoted_news", text) == [1, 0]
    assert values("paragraph", "unquoted_background", text) == [0, 1]


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        # in the text throughout: the first, and how many
        ("It rained, AFP said. It hailed, Reuters said. It froze, Interfax said.\n\nIt thawed (dpa, May 4).", ("It rained, AFP said.", 3)),
        # two are none, nor where as many stand in brackets, nor where days are given
        ("It rained, AFP said. It hailed, Reuters said.", (None, 0)),
        ("It rained, AFP said. It hailed, Reuters said. It froze, Interfax said.\n\nIt thawed (dpa, May 4). It blew (dpa, May 3).", (None, 0)),
        ("It rained, AFP said on May 4. It hailed, Reuters said. It froze, Interfax said.", (None, 0)),
    ],
)  # fmt: skip
def test_outlets_that_are_named_in_the_text_as_a_habit(text: str, undated: tuple[str | None, int]) -> None:
    assert values("bulletin", "undated_outlet_at", text) == [undated[0]]
    assert values("bulletin", "undated_outlets", text) == [undated[1]]
    assert values("claim", "names_outlets", text)[0] == bool(undated[1])


@pytest.mark.parametrize(
    ("text", "day", "ahead"),
    [
        ("According to AFP on May 7, the talks failed.", "May 7", 2),
        ("Vedomosti wrote on May 4 that the talks failed.", "May 4", -1),
        ("Vedomosti wrote that the talks will be held on May 7.", None, None),
        ("The mayor said on May 7 that the talks failed.", None, None),
    ],
)
def test_the_day_that_the_text_gives_to_a_report(text: str, day: str | None, ahead: int | None) -> None:
    view = f"It rained (Trud, May 4).\n\n{text}"
    assert values("attribution", "reported_at", view) == [day]
    assert values("attribution", "reported_ahead", view) == [ahead]
    assert values("claim", "days_ahead", view)[1] is None or day is None


def test_an_outlet_goes_by_the_name_that_the_text_gives_it() -> None:
    text = "ITAR-TASS said that it was late. The agency said that it was cold."
    assert values("attribution", "outlet_written", text) == ["ITAR-TASS", "Itar-Tass"]
    assert values("attribution", "outlet_written", "Ivan Petrenko said that it was late.") == [None]


def test_what_accuses() -> None:
    assert values("attribution", "accuses", "Ivan Petrenko accused the mayor of lying.") == [True]
    assert values("attribution", "accuses", "Ivan Petrenko said that the mayor took bribes.") == [True]
    assert values("attribution", "accuses", "Ivan Petrenko said that it was late.") == [False]


def test_what_carries_an_attribution() -> None:
    assert values("attribution", "cited_sources", ATTRIBUTED)[:2] == [["AFP"], ["Reuters"]]
    assert values("attribution", "references_at", ATTRIBUTED)[:2] == [["AFP, May 4"], ["Reuters, May 4"]]
    assert values("attribution", "support", ATTRIBUTED)[:3] == ["single", "single", "none"]


def test_an_attribution_without_source_or_cue_is_where_its_words_are() -> None:
    analysis = analyse(read_text(ATTRIBUTED), date=ISSUED)
    first = analysis.attributions[0]
    bare = evolve(
        analysis, attributions=(evolve(first, source=None, cue=None), evolve(first, source=None, cue=None, content=()))
    )
    span = facts.subject("attribution").facts["span"].value
    view = View(bare)
    assert span(view, 0) == first.content[0]
    assert span(view, 1) == analysis.sentences[first.sentence].span
    assert facts.subject("attribution").facts["source"].value(view, 0) is None
    assert facts.subject("attribution").facts["cue"].value(view, 0) is None
    assert facts.subject("attribution").facts["plural"].value(view, 0) is False
    assert facts.subject("attribution").facts["source_at"].value(view, 0) is None
    assert facts.subject("attribution").facts["speaker"].value(view, 0) == first.speaker


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("number", [1, 2, 3]),
        ("cited", [True, False, False]),
        ("citations", [1, 0, 0]),
        ("claims", [2, 1, 1]),
        ("unsupported", [1, 1, 1]),
        ("unsupported_news", [1, 1, 0]),
        ("unsupported_background", [0, 0, 1]),
        ("analysis", [0, 0, 0]),
    ],
)
def test_facts_of_paragraphs(fact: str, expected: list[Any]) -> None:
    text = "Trucks rolled north (AFP, May 4). Police closed the road on Monday.\n\nThe governor resigned yesterday.\n\nIn 1996 the miners struck."
    assert values("paragraph", fact, text) == expected


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        (TEXT, "claims", 4),
        (TEXT, "sentences", 5),
        (TEXT, "citations", 3),
        (TEXT, "supported_share", 100),
        (TEXT, "linked_claims", 4),
        (TEXT, "sources", 6),
        (TEXT, "only_source", None),
        (TEXT, "empty", False),
        (TEXT, "issue_date", ISSUED),
        (TEXT, "issue_date_basis", "option"),
        (TEXT, "style", "generic"),
        (TEXT, "publication", None),
        ("", "empty", True),
        ("", "supported_share", None),
        ("", "span", ""),
        ("Trucks rolled north (AFP, May 4). Trains rolled south (AFP, May 3).", "only_source", "AFP"),
        ("Publication: Monitor Volume: 5 Issue: 88\n\nIt rained (AFP, May 4).", "publication", "Monitor"),
        ("Publication: Monitor Volume: 5 Issue: 88\n\nIt rained (AFP, May 4).", "span", "Publication: Monitor Volume: 5 Issue: 88"),
    ],
)  # fmt: skip
def test_facts_of_a_bulletin(text: str, fact: str, expected: Any) -> None:
    assert values("bulletin", fact, text) == [expected]


CROSSED = """Gas rose (see the Monitor, May 6). Coal fell (see the Monitor). Steel rose (AFP, May 3; see the Monitor, \
Sunday, May 3). Tin fell (see the Monitor, February 30). Oil rose (see the Monitor, May 6)."""


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("publication", ["Monitor"] * 5),
        ("dated", [True, False, True, True, True]),
        ("days_ahead", [1, None, -2, None, 1]),
        ("date_fault_at", [None, None, None, "February 30", None]),
        ("weekday_fits", [True, True, False, True, True]),
        ("repeated", [False, False, False, False, True]),
        ("issue_date_given", [True] * 5),
    ],
)
def test_facts_of_cross_references(fact: str, expected: list[Any]) -> None:
    assert values("cross-reference", fact, CROSSED) == expected


def test_the_words_of_a_cross_reference_and_of_a_bracket() -> None:
    assert values("cross-reference", "text", CROSSED)[1].endswith("the Monitor")
    text = "It rained (May 3). Trains rolled south (AFP, May 3). It was wet (1996)."
    assert values("bracket", "text", text) == ["May 3", "AFP, May 3", "1996"]
    assert values("bracket", "kind", text)[:2] == ["date", "citation"]
    assert values("bracket", "dated", text) == [True, False, False]
    assert values("bracket", "closing", text) == [True, True, True]
    assert values("bracket", "closing", "Trucks rolled north (May 3) on us (AFP, May 4)") == [False, True]


def test_facts_of_problems() -> None:
    text = "Trucks rolled north ( ). It snowed [AFP, May 3."
    assert values("problem", "kind", text) == ["empty", "unclosed"]
    assert values("problem", "closing", text) == [")", "]"]
    assert values("problem", "form", text) == ["parenthetical"] * 2
    assert values("problem", "detail", text)[1] == "the closing bracket is missing"
    assert values("problem", "end_at", text) == ["", ""]
    assert values("problem", "citation_at", text)[0] == "( )"


def test_facts_of_problems_of_marks() -> None:
    text = "Trucks rolled north AFP, May 3]. It snowed [Interfax, May 4)."
    assert values("problem", "kind", text) == ["unopened", "mixed-brackets"]
    assert values("problem", "opening", text) == ["[", "("]
    assert values("problem", "start_at", text) == ["", ""]
    assert values("problem", "mark_at", text) == ["]", ")"]
    assert values("problem", "outlet_before", text) == [False, True]
    assert values("problem", "outlet_before", "Interfax said on May 3 that it rained. It stopped (ibid.).") == [True]
    assert values("problem", "outlet_before", "It stopped (ibid.). Interfax said on May 3 that it rained.") == [False]


# --- days and words ---------------------------------------------------------------------------------------------------


def written(first: PartialDay, last: PartialDay | None = None, **more: Any) -> WrittenDate:
    return WrittenDate(Span(0, 1), ((first, last or first),), **more)


MAY_3, MAY_5, JUNE_2 = PartialDay(None, 5, 3), PartialDay(None, 5, 5), PartialDay(None, 6, 2)


@pytest.mark.parametrize(
    ("date", "form", "expected"),
    [
        (written(MAY_3), "month-day", "May 3"),
        (written(MAY_3), "day-month", "3 May"),
        (written(PartialDay(1999, 5, 3)), "month-day", "May 3, 1999"),
        (written(PartialDay(1999, 5, 3)), "day-month", "3 May 1999"),
        (written(MAY_3, MAY_5), "month-day", "May 3-5"),
        (written(MAY_3, MAY_5), "day-month", "3-5 May"),
        (written(MAY_3, JUNE_2), "month-day", "May 3-June 2"),
        (written(MAY_3, JUNE_2), "day-month", "3 May-2 June"),
        (written(MAY_3), "iso", None),
        (written(MAY_3, form="iso"), "month-day", None),
        (written(MAY_3, weekday=0), "month-day", None),
        (written(PartialDay(1999, 5, None)), "month-day", None),
        (written(PartialDay(1999, 12, 30), PartialDay(2000, 1, 2)), "month-day", None),
        (WrittenDate(Span(0, 1), ((MAY_3, MAY_3), (MAY_5, MAY_5))), "month-day", None),
    ],
)
def test_a_date_in_the_other_order(date: WrittenDate, form: Any, expected: str | None) -> None:
    assert days.rewritten(date, form) == expected


def test_weekdays_are_judged_only_where_days_and_words_pair_off() -> None:
    monday = Days(dt.date(1999, 5, 3), dt.date(1999, 5, 3))
    sunday = written(MAY_3, weekday=6)
    assert days.weekday_wrong([sunday], [monday]) == (Span(0, 1), "Monday")
    assert days.weekday_wrong([sunday], []) is None
    assert days.weekday_wrong([written(MAY_3, fault="x"), sunday], [monday]) == (Span(0, 1), "Monday")
    assert days.weekday_wrong([written(MAY_3, weekday=0)], [monday]) is None
    two = WrittenDate(Span(0, 1), ((MAY_3, MAY_3), (MAY_5, MAY_5)), weekday=6)
    assert days.weekday_wrong([two], [monday, monday]) is None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Eleven were KILLED and Killing went on", "harm", ["KILLED", "Killing"]),
        ("the casualties of unkilled men", "harm", ["casualties"]),
        ("a deadline is not dead", "harm", ["dead"]),
        ("İİ accused; alleged", "accusations", ["accused", "alleged"]),
        ("he was charged with theft of oil", "accusations", ["charged with", "theft of"]),
    ],
)
def test_words_are_found_whole_and_in_any_case(text: str, name: str, expected: list[str]) -> None:
    assert [hit.of(text) for hit in words.places(name, text)[name]] == expected


def test_no_word_is_of_two_lists() -> None:
    tables = resources.tables("lexicon")["facts"]
    every = [word for name in ("common", "seldom", "whole") for listed in tables[name].values() for word in listed]
    assert sorted(every) == sorted(set(every))


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_missing_word_lists_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "tables", lambda folder: {})
    words.lists.cache_clear()
    with pytest.raises(RuleError, match="the word lists of the facts are missing"):
        words.lists()
    monkeypatch.undo()
    assert words.places("harm", "killed")["harm"]


# --- all facts --------------------------------------------------------------------------------------------------------

TYPES: dict[str, type | tuple[type, ...]] = {
    "truth": bool,
    "number": int,
    "text": str,
    "word": str,
    "day": dt.date,
    "span": Span,
}


def fits(value: object, kind: Kind) -> bool:
    if kind.many:
        return isinstance(value, tuple) and all(fits(part, kind._replace(many=False)) for part in value)
    return value is None or (isinstance(value, TYPES[kind.base]) and (not kind.words or value in kind.words))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [TEXT, ATTRIBUTED, CROSSED, "(AFP", "()", "“We shall never leave”", "\n\n", "[1]", "Sources said.", "x"]
        ),
        max_size=4,
    ),
    st.sampled_from([ISSUED, None]),
)
def test_every_fact_has_a_value_of_its_kind_on_any_text(parts: list[str], date: dt.date | None) -> None:
    view = View(analyse(read_text(" ".join(parts)), date=date))
    for name in facts.subject_names():
        subject = facts.subject(name)
        for fact in subject.facts.values():
            for index in range(subject.count(view)):
                assert fits(fact.value(view, index), fact.kind), (name, fact.name)


@pytest.mark.parametrize("name", ["clam", "__init__", "", ".claim", "os.path", "../claim"])
def test_there_is_no_subject_of_another_name(name: str) -> None:
    with pytest.raises(KeyError):
        facts.subject(name)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind("truth"), "true or false"),
        (Kind("word", ("single", "none")), "one of single, none"),
        (Kind("text", (), many=True), "several, each a text"),
    ],
)
def test_a_kind_in_words(kind: Kind, said: str) -> None:
    assert str(kind) == said


def test_a_view_takes_the_registry_it_is_given() -> None:
    from attrib.registry import Registry

    empty = Registry(())
    view = View(analyse(read_text(TEXT), date=ISSUED), empty)
    assert view.registry is empty


def test_a_day_from_the_address_of_a_link_is_in_no_form():
    text = "Talks failed ([Reuters](https://www.reuters.com/world/2025/10/01/talks/)). Rain fell (AFP, October 2)."
    found = check(analyse(read_text(text, format="markdown"), date=dt.date(2025, 10, 3)), load_rulebook())
    assert "C114" not in {finding.code for finding in found}
