"""A bulletin whose analysis and findings are set by hand, so that the outputs are tested alone; and golden files."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from attrib.inputs import read_text
from attrib.model import (
    Analysis,
    Attribution,
    Bracket,
    Citation,
    Claim,
    Days,
    Edit,
    Event,
    Finding,
    Fix,
    IssueDate,
    Link,
    Masthead,
    Paragraph,
    Problem,
    Reference,
    Related,
    Sentence,
    Source,
    Span,
    Style,
    Support,
)
from attrib.outputs import Report

TEXT = """Publication: Harbor Letter Volume: 3 Issue: 9

The port of Vardo closed on Monday, the harbor master said (Northwire, May 3; Coast Radio via Northwire, May 4). \
The mayor blamed the ministry for a delay that has cost the town three million crowns since the spring, when the first \
of two dredgers ran aground on the bar outside the inner basin and could be neither towed nor scrapped, because its \
owner had gone bankrupt in the winter and nobody in the capital would say who answers for the wreck.

The closure may be a pretext. Fishermen (“we were not asked”) will meet on May 9 (Nortwire, May 5).
"""

NORTHWIRE = Source("northwire", "Northwire", kind="agency", country="NO")
RADIO = Source("coast-radio", "Coast Radio", kind="broadcaster", country="NO")


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def day(month: int, number: int) -> Days:
    return Days(dt.date(2001, month, number), dt.date(2001, month, number))


def analysis() -> Analysis:
    first, second, third, fourth = (
        at("The port of Vardo closed on Monday, the harbor master said"),
        Span(TEXT.index("The mayor"), TEXT.index("the wreck.") + len("the wreck.")),
        at("The closure may be a pretext."),
        at("Fishermen (“we were not asked”) will meet on May 9"),
    )
    return Analysis(
        document=read_text(TEXT, "drafts/harbor.txt"),
        masthead=Masthead(Span(0, 45), "Harbor Letter", 3, 9),
        date=IssueDate(dt.date(2001, 5, 7), "inferred", ("the last wire cited is of 2001-05-06",)),
        habit=Style("monitor"),
        paragraphs=(
            Paragraph(Span(0, 45), "masthead"),
            Paragraph(Span(first.start, second.end), "prose", 1),
            Paragraph(Span(third.start, len(TEXT) - 1), "prose", 2),
        ),
        sentences=(
            Sentence(Span(first.start, second.start - 1), 1),
            Sentence(second, 1),
            Sentence(third, 2),
            Sentence(Span(fourth.start, len(TEXT) - 1), 2),
        ),
        brackets=(
            Bracket(at("(Northwire, May 3; Coast Radio via Northwire, May 4)"), "citation", 1),
            Bracket(at("(“we were not asked”)"), "gloss", 2),
            Bracket(at("(Nortwire, May 5)"), "citation", 2),
        ),
        citations=(
            Citation(
                at("(Northwire, May 3; Coast Radio via Northwire, May 4)"),
                "parenthetical",
                1,
                (
                    Reference(at("Northwire, May 3"), at("Northwire"), "Northwire", NORTHWIRE, dates=(day(5, 3),)),
                    Reference(
                        at("Coast Radio via Northwire, May 4"),
                        at("Coast Radio"),
                        "Coast Radio",
                        RADIO,
                        dates=(day(5, 4),),
                        via="Northwire",
                        via_source=NORTHWIRE,
                    ),
                ),
            ),
            Citation(
                at("(Nortwire, May 5)"),
                "parenthetical",
                2,
                (Reference(at("Nortwire, May 5"), at("Nortwire"), "Nortwire", dates=(day(5, 5),)),),
                (Problem("unknown", at("Nortwire"), "the registry has no source “Nortwire”"),),
            ),
        ),
        attributions=(
            Attribution(
                at("the harbor master"),
                Span(at("master said").end - 4, at("master said").end),
                (at("The port of Vardo closed on Monday"),),
                "role",
                0,
                outlet=NORTHWIRE,
                speaker="Ola Berg",
                own_interview=True,
            ),
            Attribution(None, None, (at("“we were not asked”"),), "anonymous", 3, quotation="direct"),
        ),
        claims=(
            Claim(
                first,
                0,
                1,
                "reported",
                ("somebody is named who said it",),
                events=(Event(at("Monday"), day(4, 30)),),
                names=("Vardo",),
                attributions=(0,),
            ),
            Claim(second, 1, 1, "reported", figures=(at("three million crowns"),)),
            Claim(third, 2, 2, "analysis", ("a hedge: “may”",)),
            Claim(fourth, 3, 2, "reported", events=(Event(at("May 9"), day(5, 9), planned=True),), attributions=(1,)),
        ),
        supports=(
            Support("multiple", 2, (Link(0, 0, "passage", ("it closes the passage",)), Link(0, 1, "passage"))),
            Support("none"),
            Support("exempt"),
            Support("single", 1, (Link(1, 0, "named"),), (Link(0, 0, "dated", ("it is older than the event",)),)),
        ),
    )


def findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "S101",
            "uncited-statement",
            "error",
            "drafts/harbor.txt",
            Span(TEXT.index("The mayor"), TEXT.index("the wreck.") + len("the wreck.")),
            "no citation and no named outlet supports this statement",
            "A reader cannot check it, and an editor cannot defend it.",
            "The mayor, about the wreck.",
            related=(Related(at("(Northwire, May 3; Coast Radio via Northwire, May 4)"), "the nearest citation"),),
        ),
        Finding(
            "A101",
            "anonymous-plural",
            "warning",
            "drafts/harbor.txt",
            at("“we were not asked”"),
            "a quotation without a speaker",
            "Who speaks decides what the words are worth.",
            "“we were not asked”",
        ),
        Finding(
            "C110",
            "misspelt-source",
            "note",
            "drafts/harbor.txt",
            at("Nortwire"),
            "the registry has no source “Nortwire”; the nearest is Northwire",
            "A misspelt source cannot be looked up.",
            "Nortwire",
            fix=Fix("safe", (Edit(at("Nortwire"), "Northwire"),)),
        ),
    )


def report() -> Report:
    return Report(analysis(), findings())


def golden(name: str, text: str) -> None:
    """Compare with `tests/golden/NAME`; `ATTRIB_GOLDEN=write pytest` writes what there is now, to be read in the diff."""
    file = Path(__file__).parent / "golden" / name
    if os.environ.get("ATTRIB_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")
