"""Facts of a reference: one source with all its dates inside a citation."""

from __future__ import annotations

import datetime as dt

from attrib.facts import names, slips, twins
from attrib.facts.days import age as age_of
from attrib.facts.days import fault, last_day, misspelt, odd, rewritten, weekday_wrong
from attrib.facts.view import View
from attrib.model import CitationForm, Control, DateForm, SourceKind, Span
from attrib.wording import either


def count(view: View) -> int:
    return len(view.references)


def span(view: View, reference: int) -> Span:
    """The source's words with the dates that follow directly."""
    return view.references[reference].span


def text(view: View, reference: int) -> str:
    """The reference as it stands, blanks made single."""
    return " ".join(span(view, reference).of(view.prose).split())


def form(view: View, reference: int) -> CitationForm:
    """How its citation is written."""
    return view.analysis.citations[view.cited_in[reference]].form


def citation_at(view: View, reference: int) -> Span:
    """The citation it stands in."""
    return view.analysis.citations[view.cited_in[reference]].span


def claims(view: View, reference: int) -> int:
    """How many claims it carries."""
    return len(view.reference_claims[reference])


# --- its source -------------------------------------------------------------------------------------------------------


def written(view: View, reference: int) -> str:
    """The source's words as written."""
    return view.references[reference].written


def named(view: View, reference: int) -> bool:
    """Whether there are words for the source at all; a date may have lost them."""
    return bool(view.references[reference].written.strip())


def address(view: View, reference: int) -> bool:
    """Whether the address of its site is all that names it."""
    return view.references[reference].by_address


def name_at(view: View, reference: int) -> Span:
    """The source's words, without its dates."""
    return view.references[reference].name_span


def name(view: View, reference: int) -> str | None:
    """The registry's name of the source; unknown where it has none or cannot tell which."""
    return view.references[reference].name


def marked(view: View, reference: int) -> bool:
    """Whether a mark of the desk stands in its citation: a day that is still to come, "(AFP, xx July)"."""
    return any(mark.span.meets(citation_at(view, reference)) for mark in view.analysis.marks)


def listed(view: View, reference: int) -> bool:
    """Whether the registry has the source, or several of that name."""
    own = view.references[reference]
    return own.source is not None or bool(own.candidates)


def candidates(view: View, reference: int) -> tuple[str, ...]:
    """The sources between which nothing tells, with their countries; none where the source is clear."""
    return names.choices(view.references[reference])


def any_of(view: View, reference: int) -> str | None:
    """The sources between which nothing tells, in words: "Segodnya (Moscow) or Segodnya (Kyiv)"."""
    return either(candidates(view, reference)) or None


def ambiguous(view: View, reference: int) -> bool:
    """Whether nothing tells which of several sources is meant, or whether one whose name is a word elsewhere."""
    own = view.references[reference]
    return own.source is None and bool(own.candidates)


def suggestion(view: View, reference: int) -> str | None:
    """The nearest name of the registry, where the registry has no such source: one in use in the year cited."""
    return None if listed(view, reference) else names.suggested(view, view.references[reference])


def spelling_listed(view: View, reference: int) -> bool | None:
    """Whether it is spelled as the registry spells the name or an alias, diacritics aside.

    Unknown where the source is, and where the name stands in another script than in the registry.
    """
    return names.spelling_listed(view, view.references[reference])


def collective(view: View, reference: int) -> bool:
    """Whether it stands for several sources and names none."""
    return view.references[reference].collective


def kind(view: View, reference: int) -> SourceKind | None:
    """What the source is."""
    source = view.references[reference].source
    return source.kind if source else None


def control(view: View, reference: int) -> Control | None:
    """Who controls the source, on the day cited."""
    own = view.references[reference]
    return own.source.controlled(view.day(own)) if own.source else None


def country(view: View, reference: int) -> str | None:
    """The source's country (two letters)."""
    source = view.references[reference].source
    return source.country if source else None


def via(view: View, reference: int) -> str | None:
    """The source that relays it, as written."""
    return view.references[reference].via


def in_use(view: View, reference: int) -> bool | None:
    """Whether the source bore that name in the year cited; unknown without a date or where the source is unknown."""
    own = view.references[reference]
    if own.source is None or own.source.collective or not own.dates:
        return None
    return own.source.in_use(own.dates[-1].last.year)


def years_in_use(view: View, reference: int) -> str | None:
    """The years in which the source bore that name: "1992-2014", "since 2014", "until 1991"."""
    return names.years(view.references[reference])


def name_then(view: View, reference: int) -> str | None:
    """The name that the same outlet bore in the year cited, if the registry knows another."""
    own = view.references[reference]
    return view.name_in(own.source, own.dates[-1].last.year) if own.source and own.dates else None


# --- its place in the citation ----------------------------------------------------------------------------------------


def duplicate(view: View, reference: int) -> bool:
    """Whether its citation already has the same source with the same dates further left."""
    return twins.twin(view, reference, same_dates=True) is not None


def split(view: View, reference: int) -> bool:
    """Whether its citation already has the same source, with other dates, further left."""
    return not duplicate(view, reference) and twins.twin(view, reference, same_dates=False) is not None


def twin_at(view: View, reference: int) -> tuple[Span, ...]:
    """The reference of the same source further left in its citation."""
    twin = twins.twin(view, reference, same_dates=duplicate(view, reference))
    return () if twin is None else (twin.span,)


def removable_at(view: View, reference: int) -> Span | None:
    """What to take out so that a duplicate goes and other references keep their dates; unknown outside brackets."""
    return twins.removable(view, reference) if form(view, reference) == "parenthetical" else None


# --- its days ---------------------------------------------------------------------------------------------------------


def again(view: View, reference: int) -> bool:
    """Whether "ibid." or "ditto" stands for its name, so that it is the item cited before."""
    return view.references[reference].again


def dated(view: View, reference: int) -> bool:
    """Whether it has a date, its own or one it shares."""
    return bool(view.references[reference].written_dates)


def day(view: View, reference: int) -> dt.date | None:
    """The last day it gives."""
    return last_day(view.references[reference])


def age(view: View, reference: int) -> int | None:
    """Days from the last day it gives to the issue date: 0 is the issue date, less is after it.

    A paper's range of days that has begun by then is not after it: a weekly is dated ahead.
    """
    return age_of(view.references[reference], view.issued)


def year_meant(view: View, reference: int) -> int | None:
    """The year that was probably meant where the one before it is written, by what the reference is cited for."""
    day = slips.meant(view, reference)
    return day.year if day else None


def year_written(view: View, reference: int) -> int | None:
    """The year that is written in its one date; unknown where none is."""
    where = year_at(view, reference)
    return int(where.of(view.prose)) if where else None


def year_at(view: View, reference: int) -> Span | None:
    """The year in its one date."""
    return slips.year_at(view, reference)


def range_days(view: View, reference: int) -> int | None:
    """How many days its longest range of days lasts; unknown without dates."""
    dates = view.references[reference].dates
    return max([(days.last - days.first).days + 1 for days in dates]) if dates else None


def issue_date(view: View, reference: int) -> dt.date | None:
    """The issue date."""
    return view.issued


def issue_date_given(view: View, reference: int) -> bool:
    """Whether the issue date was given (option, front matter, masthead, file name) and not inferred."""
    return view.date_given


def date_fault(view: View, reference: int) -> str | None:
    """What no calendar allows of a day it gives."""
    wrong = fault(view.references[reference].written_dates, view.issued)
    return wrong[1] if wrong else None


def date_fault_at(view: View, reference: int) -> Span | None:
    """The words of the day that no calendar allows."""
    wrong = fault(view.references[reference].written_dates, view.issued)
    return wrong[0] if wrong else None


def misspelt_month(view: View, reference: int) -> str | None:
    """The words of a month that is misspelt: "Febuary"."""
    slip = misspelt(view.references[reference].written_dates)
    return slip and slip[0].of(view.prose)


def misspelt_month_at(view: View, reference: int) -> Span | None:
    """Where a month is misspelt."""
    slip = misspelt(view.references[reference].written_dates)
    return slip and slip[0]


def month_meant(view: View, reference: int) -> str | None:
    """The month that a misspelt one is nearest to."""
    slip = misspelt(view.references[reference].written_dates)
    return slip and slip[1]


def date_at(view: View, reference: int) -> Span | None:
    """The words of its first date."""
    dates = view.references[reference].written_dates
    return dates[0].span if dates else None


def weekday_wrong_at(view: View, reference: int) -> Span | None:
    """The words of a date whose weekday is another; unknown where all fit or none is written."""
    own = view.references[reference]
    wrong = weekday_wrong(own.written_dates, own.dates)
    return wrong[0] if wrong else None


def weekday(view: View, reference: int) -> str | None:
    """The right weekday of the date whose weekday is wrong."""
    own = view.references[reference]
    wrong = weekday_wrong(own.written_dates, own.dates)
    return wrong[1] if wrong else None


def shares_date(view: View, reference: int) -> bool:
    """Whether a reference further left in its citation has the same date words."""
    return twins.shares_date(view, reference)


def date_form(view: View, reference: int) -> DateForm | None:
    """The form of its first date."""
    dates = view.references[reference].written_dates
    return dates[0].form if dates else None


def main_date_form(view: View, reference: int) -> DateForm | None:
    """The form that most dates of the bulletin's citations have; of equals, the first."""
    return view.main_date_form


def date_form_usual(view: View, reference: int) -> bool | None:
    """Whether all its dates have the form that most dates of the bulletin have; unknown without a date."""
    dates = view.references[reference].written_dates
    return odd(dates, view.main_date_form) is None if dates else None


def odd_date_at(view: View, reference: int) -> Span | None:
    """Its first date in another form than most of the bulletin's."""
    found = odd(view.references[reference].written_dates, view.main_date_form)
    return found.span if found else None


def odd_date_rewritten(view: View, reference: int) -> str | None:
    """Its first date in another form than most, in their form; unknown where that would be a guess."""
    main = view.main_date_form
    found = odd(view.references[reference].written_dates, main)
    return rewritten(found, main) if found and main else None


# --- what it is besides -----------------------------------------------------------------------------------------------


def title(view: View, reference: int) -> str | None:
    """The title of the cited item."""
    return view.references[reference].title


def url(view: View, reference: int) -> str | None:
    """The address of the cited item."""
    return view.references[reference].url
