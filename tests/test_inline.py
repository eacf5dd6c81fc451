"""Citations in running text, the habit of the newsline style: the outlet, its verb and the day."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Analysis

ISSUE = dt.date(1999, 12, 3)


def newsline(text: str) -> Analysis:
    return analyse(read_text(text), date=ISSUE, style="newsline")


def shown(text: str) -> list[tuple[str, list[str]]]:
    got = newsline(text)
    assert all(c.form == "inline" for c in got.citations)
    return [(c.span.of(text), [f"{r.written} {_days(r.dates)}" for r in c.references]) for c in got.citations]


def _days(dates: object) -> str:
    return " ".join(f"{d.first:%d.%m}" for d in dates)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The ferry sank on 1 December, ITAR-TASS reported on 2 December.",
            [("ITAR-TASS reported on 2 December", ["ITAR-TASS 02.12"])],
        ),
        (
            "Interfax on 2 December quoted the mayor as saying that the ferry sank.",
            [("Interfax on 2 December", ["Interfax 02.12"])],
        ),
        ("According to Interfax on 2 December, it sank.", [("According to Interfax on 2 December", ["Interfax 02.12"])]),
        (
            "The mayor told Interfax on 2 December that the ferry was old.",
            [("told Interfax on 2 December", ["Interfax 02.12"])],
        ),
        (
            "It sank on 1 December, ITAR-TASS reported the same day.",
            [("ITAR-TASS reported the same day", ["ITAR-TASS 01.12"])],
        ),
        (
            "It sank on 1 December, ITAR-TASS reported the next day.",
            [("ITAR-TASS reported the next day", ["ITAR-TASS 02.12"])],
        ),
        (
            "It was raised on 2 December. ITAR-TASS had reported the previous day that it sank.",
            [("ITAR-TASS had reported the previous day", ["ITAR-TASS 01.12"])],
        ),
        (
            "Interfax reported on 1 December and ITAR-TASS on 2 December that the ferry sank.",
            [("Interfax reported on 1 December and ITAR-TASS on 2 December", ["Interfax 01.12", "ITAR-TASS 02.12"])],
        ),
        (
            'The daily "Izvestiya" wrote on 2 December that the ferry was old.',
            [('"Izvestiya" wrote on 2 December', ["Izvestiya 02.12"])],
        ),
        (
            "Ekho Moskvy radio reported on 2 December that the ferry was old.",
            [("Ekho Moskvy radio reported on 2 December", ["Ekho Moskvy radio 02.12"])],
        ),
    ],
)  # fmt: skip
def test_outlets_with_their_day(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank, Interfax reported.",
        "The ferry sank on 1 December.",
        "Interfax has a new chief; he told guests on 2 December that he was glad.",
        "Interfax moved to a new house on 2 December.",
        "The session, Today said nothing, met on 2 December.",
        "Interfax, which had said nothing of the ferry for several weeks in spite of what all the other"
        " agencies of the country had to tell of it, moved on 2 December.",
        "It sank in December 1999, and ITAR-TASS reported the same day that it was old.",
        "ITAR-TASS reported the same day that it was old.",
    ],
)
def test_no_citation_without_verb_and_day(text: str) -> None:
    assert shown(text) == []


def test_the_day_before_the_first_is_not_counted() -> None:
    assert shown("It sank on 1 December. ITAR-TASS reported the previous day that it was old.") == []


def test_the_day_after_the_last_of_a_month_is_not_counted() -> None:
    assert shown("It sank on 28 November. ITAR-TASS reported the next day that it was old.") == []


def test_brackets_are_no_running_text() -> None:
    got = newsline("The ferry sank (Interfax, 2 December).")
    assert [c.form for c in got.citations] == ["parenthetical"]


def test_other_styles_have_none() -> None:
    text = "Crowds gathered (AP, December 1). The ferry sank, ITAR-TASS reported on 2 December."
    got = analyse(read_text(text), date=ISSUE, style="monitor")
    assert [c.form for c in got.citations] == ["parenthetical"]


def test_an_inline_citation_carries_its_own_sentence() -> None:
    got = newsline("The ferry sank on 1 December, ITAR-TASS reported on 2 December. It will be raised in spring.")
    assert got.supports[0].level == "single"
    assert not got.supports[1].links
