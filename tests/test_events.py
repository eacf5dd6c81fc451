"""The days that running text gives to events, and which of them are planned."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Event

THURSDAY = dt.date(1999, 12, 2)


def events(text: str, date: dt.date | None = THURSDAY) -> list[Event]:
    return [event for claim in analyse(read_text(text), date=date).claims for event in claim.events]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The deputies met yesterday.", "12-01"),
        ("Yesterday the deputies met.", "12-01"),
        ("“Yesterday we met,” he said.", "12-01"),
        ("The deputies met last night.", "12-01"),
        ("The deputies voted today.", "12-02"),
        ("They met this morning.", "12-02"),
        ("The deputies met the day before yesterday.", "11-30"),
        ("The day before yesterday the deputies met.", "11-30"),
        ("The deputies met on Monday.", "11-29"),
        ("On Monday the deputies met.", "11-29"),
        ("The deputies met Tuesday.", "11-30"),
        ("The deputies met on Thursday.", "12-02"),
        ("The deputies met last Thursday.", "11-25"),
        ("They left early Monday.", "11-29"),
        ("They left on Sunday, November 28.", "11-28"),
        ("They left on November 16.", "11-16"),
        ("They left on 16 November.", "11-16"),
        # when it was said, whatever stands before
        ("He told this author by telephone on November 16 that they left.", "11-16"),
        ("Petrov, due in Riga, told reporters at a summit on November 16 that they left.", "11-16"),
    ],
)
def test_a_day_of_the_past(text: str, day: str) -> None:
    (event,) = events(text)
    assert str(event.days.first) == str(event.days.last) == f"1999-{day}"
    assert not event.planned


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks are scheduled for tomorrow.", "1999-12-03"),
        ("Tomorrow the deputies meet.", "1999-12-03"),
        ("They meet the day after tomorrow.", "1999-12-04"),
        ("The deputies will meet next Monday.", "1999-12-06"),
        ("The deputies will meet next Thursday.", "1999-12-09"),
        ("The deputies will meet on Monday.", "1999-12-06"),
        ("The deputies meet on December 9.", "1999-12-09"),
        ("The deputies will meet on May 9, 2000.", "2000-05-09"),
        ("Talks were scheduled for November 30.", "1999-11-30"),
        ("He said that they had to leave by November 30.", "1999-11-30"),
        ("The mayor planned to say by November 30 that they would leave.", "1999-11-30"),
    ],
)
def test_a_planned_day(text: str, day: str) -> None:
    (event,) = events(text)
    assert str(event.days.first) == day
    assert event.planned


@pytest.mark.parametrize(
    "text",
    [
        "Today's deputies are young.",
        "Monday's vote failed.",
        "The Monday Club met.",
        "The minister told USA Today that he was ill.",
        "The Tomorrow Party won.",
        "A bill was passed in November 1999.",
        "The deputies met.",
    ],
)
def test_no_day(text: str) -> None:
    assert events(text) == []


def test_several_days_and_ranges_are_given_in_order() -> None:
    found = events("They met on November 28 and 29, from November 5 to 8, and yesterday.")
    assert [(str(e.days.first)[5:], str(e.days.last)[5:]) for e in found] == [
        ("11-28", "11-28"),
        ("11-29", "11-29"),
        ("11-05", "11-08"),
        ("12-01", "12-01"),
    ]


def test_a_word_of_planning_reaches_to_the_end_of_its_clause_only() -> None:
    met, fair = events("They will say why, since they met on November 30; a fair will open on December 8.")
    assert (met.planned, fair.planned) == (False, True)


def test_without_an_issue_date_only_a_day_with_its_year_is_known() -> None:
    (event,) = events("They met yesterday, on Monday, on May 3 and on May 4, 1998.", None)
    assert event.days.first == dt.date(1998, 5, 4)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on November 28. He left the same day.", ["11-28", "11-28"]),
        ("They met on November 28. The next day he left.", ["11-28", "11-29"]),
        ("They met on November 28 and left the following day.", ["11-28", "11-29"]),
        ("They met on November 28. He wept. The next day he left.", ["11-28", "11-29"]),
        ("They met yesterday. He left the next day.", ["12-01", "12-02"]),
        # none named before it in the paragraph, or a day that has not come
        ("He left the next day.", []),
        ("They met on November 28.\n\nHe left the next day.", ["11-28"]),
        ("They met today. The next day he was to leave.", ["12-02"]),
    ],
)
def test_a_day_that_counts_from_the_one_before(text: str, days: list[str]) -> None:
    assert [f"{event.days.first:%m-%d}" for event in events(text)] == days
