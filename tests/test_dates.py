"""Days as they are written: what stands there, what no calendar allows, and the year an issue date tells."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.dates.written import full_date, read
from attrib.dates.years import fault, resolve

ISSUE = dt.date(1999, 12, 2)


def days(text: str, *, citation: bool = True, near: dt.date | None = ISSUE) -> str:
    """The days in a text as ``1999-11-30`` and ``1999-06-29/1999-06-30``, blanks between them."""
    found = [day for date in read(text, 0, len(text), citation=citation) for day in resolve(date, near)]
    return " ".join(str(first) if first == last else f"{first}/{last}" for first, last in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # month first, as the digests of 1995-2000 have it
        ("November 30", "1999-11-30"),
        ("NOVEMBER 30", "1999-11-30"),
        ("Nov. 30", "1999-11-30"),
        ("Nov 30", "1999-11-30"),
        ("Sept 5", "1999-09-05"),
        ("Sept. 5", "1999-09-05"),
        ("December 1st", "1999-12-01"),
        ("November 30, 1998", "1998-11-30"),
        ("November 30 1998", "1998-11-30"),
        ("November 30, '98", "1998-11-30"),
        ("November 30, ’03", "2003-11-30"),
        # several days of one source
        ("June 29 and 30", "1999-06-29 1999-06-30"),
        ("June 29 & 30", "1999-06-29 1999-06-30"),
        ("June 29, 30", "1999-06-29 1999-06-30"),
        ("June 29/30", "1999-06-29 1999-06-30"),
        ("June 27, 29 and 30", "1999-06-27 1999-06-29 1999-06-30"),
        ("June 30, July 2", "1999-06-30 1999-07-02"),
        ("June 29, 30, 1998", "1998-06-29 1998-06-30"),
        ("June 5-7, 9-11", "1999-06-05/1999-06-07 1999-06-09/1999-06-11"),
        # ranges
        ("June 29-30", "1999-06-29/1999-06-30"),
        ("June 29–30", "1999-06-29/1999-06-30"),
        ("June 29 through 30", "1999-06-29/1999-06-30"),
        ("June 29-July 2", "1999-06-29/1999-07-02"),
        ("June 29 – July 2", "1999-06-29/1999-07-02"),
        ("June 29 to July 2", "1999-06-29/1999-07-02"),
        ("June 29-July 2, 1998", "1998-06-29/1998-07-02"),
        ("May 5-7, 1998, June 2, 1999", "1998-05-05/1998-05-07 1999-06-02"),
        # day first
        ("3 November", "1999-11-03"),
        ("3rd of November", "1999-11-03"),
        ("3 November 1998", "1998-11-03"),
        ("15 February, 1999", "1999-02-15"),
        ("3-5 November", "1999-11-03/1999-11-05"),
        ("3 to 5 November", "1999-11-03/1999-11-05"),
        ("29 and 30 June", "1999-06-29 1999-06-30"),
        ("27, 29 and 30 June 1998", "1998-06-27 1998-06-29 1998-06-30"),
        ("29 June-2 July", "1999-06-29/1999-07-02"),
        ("29 June – 2 July 1998", "1998-06-29/1998-07-02"),
        ("30 November and 1 December", "1999-11-30 1999-12-01"),
        # in figures
        ("1999-11-30", "1999-11-30"),
        ("30.11.1999", "1999-11-30"),
        ("30.11.99", "1999-11-30"),
        ("11/30/1999", "1999-11-30"),
        ("30/11/1999", "1999-11-30"),
        ("5/6/99", "1999-05-06"),
        # with the stop of an ordinal, as German and Czech editors write it
        ("16. April", "1999-04-16"),
        ("16. April 1998", "1998-04-16"),
        # whole months, as magazines are cited
        ("November 1999", "1999-11-01/1999-11-30"),
        ("May-June 1999", "1999-05-01/1999-06-30"),
        ("December-January 1999", "1998-12-01/1999-01-31"),
        # with their weekday
        ("Tuesday, November 30", "1999-11-30"),
        ("Tue., Nov. 30", "1999-11-30"),
        ("Thursday, 2 December 1999", "1999-12-02"),
    ],
)
def test_a_date_as_written(text: str, expected: str) -> None:
    assert days(text) == expected
    (first, *_) = read(text, 0, len(text), citation=True)
    assert first.span.start == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 5, 12 people were hurt.", "1999-05-05"),
        ("He wrote on June 29, 30 days late.", "1999-06-29"),
        ("It was put off from May 5 to 30 June.", "1999-05-05 1999-06-30"),
        ("In March 1998, 40 mines closed.", "1998-03-01/1998-03-31"),
        ("The bill of 12 March fell on the 14th.", "1999-03-12"),
        ("They met on Sunday.", ""),
        ("In May 1,500 men left.", ""),
        ("Prices rose in May 5.5 percent.", ""),
        ("At 12:30 in May 5:30 was meant.", ""),
        ("They may 5 times refuse.", ""),
        ("Markets and Decisions 5", ""),
        ("From 1995-1996 on", ""),
        ("Version 3.12", ""),
        ("He sat in room 16. April 3 was cold.", "1999-04-03"),
        ("Of the crew, 3/4, as on May 5, were ill.", "1999-05-05"),
    ],
)
def test_running_text_is_read_with_more_care(text: str, expected: str) -> None:
    assert days(text, citation=False) == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("No. 21, 26 May 1998", "26 May 1998"),
        ("no. 21, 26 May 1998", "26 May 1998"),
        ("Issue 21, 26 May 1998", "26 May 1998"),
        ("Vol. 3, 26 May 1998", "26 May 1998"),
        ("#21, 26 May 1998", "26 May 1998"),
        ("p. 4, 26 May 1998", "26 May 1998"),
        ("21, 26 May 1998", "21, 26 May 1998"),
    ],
)
def test_the_number_of_an_issue_or_a_page_is_no_day(text: str, written: str) -> None:
    (date,) = read(text, 0, len(text), citation=True)
    assert date.span.of(text) == written


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("February 30", "February has 29 days, not 30"),
        ("February 29, 1999", "February 1999 has 28 days, not 29"),
        ("June 31", "June has 30 days, not 31"),
        ("31 June 1999", "June has 30 days, not 31"),
        ("May 45", "May has 31 days, not 45"),
        ("1999-13-01", "there is no month 13"),
        ("13/13/1999", "there is no month 13"),
        ("November 16-15", "the range ends before it begins"),
        ("November 16, 1999-November 15, 1999", "the range ends before it begins"),
    ],
)
def test_what_no_calendar_allows_is_a_fault_and_no_day(text: str, fault: str) -> None:
    (date,) = read(text, 0, len(text), citation=True)
    assert date.fault == fault
    assert resolve(date, ISSUE) == ()


@pytest.mark.parametrize("text", ["November 30", "30 November", "June 29-July 2", "1999-11-30", "3 December 1999"])
def test_a_sound_date_has_no_fault(text: str) -> None:
    (date,) = read(text, 0, len(text))
    assert date.fault is None


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("December 31", "2000-01-04", "1999-12-31"),  # a citation looks back over New Year
        ("January 2", "1999-12-30", "2000-01-02"),  # a slip by days is none by a year
        ("May 3", "1999-05-02", "1999-05-03"),
        ("July 1", "1999-05-02", "1999-07-01"),
        ("October 1", "1999-05-02", "1998-10-01"),
        ("December 30-January 3", "2000-01-04", "1999-12-30/2000-01-03"),
        ("December 30-January 3, 2000", "1995-05-05", "1999-12-30/2000-01-03"),
        ("December 30, 1999-January 3", "2005-01-04", "1999-12-30/2000-01-03"),
        ("December 30, 31, January 3, 2000", "1995-05-05", "1999-12-30 1999-12-31 2000-01-03"),
        ("30 December - 3 January", "2000-01-04", "1999-12-30/2000-01-03"),
        ("February 29", "2000-03-01", "2000-02-29"),
        ("February 29", "1999-03-01", ""),  # a common year has none
    ],
)
def test_the_issue_date_tells_the_year(text: str, near: str, expected: str) -> None:
    assert days(text, near=dt.date.fromisoformat(near)) == expected


def test_without_an_issue_date_only_a_written_year_counts() -> None:
    assert days("May 3; May 4, 1998", near=None) == "1998-05-04"


@pytest.mark.parametrize(
    ("text", "form", "weekday"),
    [
        ("May 3", "month-day", None),
        ("3 May", "day-month", None),
        ("1999-05-03", "iso", None),
        ("3.5.1999", "numeric", None),
        ("May 1999", "month-day", None),
        ("Monday, May 3", "month-day", 0),
        ("Sat. May 8", "month-day", 5),
        ("Sunday 9 May", "day-month", 6),
    ],
)
def test_form_and_weekday_are_kept(text: str, form: str, weekday: int | None) -> None:
    (date,) = read(text, 0, len(text))
    assert (date.form, date.weekday) == (form, weekday)
    assert date.span.of(text) == text


def test_dates_have_their_places_in_the_text() -> None:
    text = "Talks began on Monday, May 3, 1999 and broke off (Interfax, 5 May; AFP, May 6-8)."
    found = [date.span.of(text) for date in read(text, 0, len(text))]
    assert found == ["Monday, May 3, 1999", "5 May", "May 6-8"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thursday, 2 December 1999", "1999-12-02"),
        ("Issue of December 2, 1999", "1999-12-02"),
        ("1999-12-02", "1999-12-02"),
        ("May 3; December 2, 1999", "1999-12-02"),
        ("December 2-3, 1999", None),
        ("December 1999", None),
        ("December 2", None),
        ("February 30, 1999", None),
        ("", None),
    ],
)
def test_a_full_date(text: str, day: str | None) -> None:
    assert full_date(text) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "issued", "wrong"),
    [
        ("February 29", "1999-03-02", "February 1999 has 28 days, not 29"),
        ("February 30", "1999-03-02", "February 1999 has 28 days, not 30"),
        ("29 February", "2000-03-02", None),
        ("29 February", "2000-12-15", None),  # that of 2000, and not the next
        ("February 27-29", "1999-03-02", "February 1999 has 28 days, not 29"),
        ("February 27-29, 2000", "1999-03-02", None),
        ("April 31", "1999-05-02", "April has 30 days, not 31"),
    ],
)
def test_a_late_day_of_february_is_of_its_year(text: str, issued: str, wrong: str | None) -> None:
    (date,) = read(text, 0, len(text), citation=True)
    assert fault(date, dt.date.fromisoformat(issued)) == wrong


LIKE_DATES = st.lists(
    st.sampled_from(
        [
            *"May June Sept. Nov Monday Tue. 3 12 29 30 31 45 1999 '99 2000 - – , and & / to of . No. 16. 1999-05-03 3.5.99 12/3/1999 3/4 (".split(),
            " ",
            " ",
            " ",
        ]
    ),
    max_size=14,
).map("".join)


@given(st.text(max_size=80) | LIKE_DATES, st.booleans(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_any_text_gives_dates_in_order_and_apart(text: str, citation: bool, near: dt.date) -> None:
    end = 0
    for date in read(text, 0, len(text), citation=citation):
        assert end <= date.span.start < date.span.end <= len(text)
        end = date.span.end
        for first, last in resolve(date, near):
            assert first <= last
