"""Facts of a claim: what it asserts, what carries it, and how independent that is."""

from __future__ import annotations

import datetime as dt

from attrib import wording
from attrib.facts import bygone, carriers, charges, counted, crossed, happened, named, officially, quoted, slips, sound
from attrib.facts.days import weekday_of
from attrib.facts.view import View
from attrib.model import Basis, ClaimKind, Control, Span, SupportLevel


def count(view: View) -> int:
    return len(view.analysis.claims)


def span(view: View, claim: int) -> Span:
    """The words of the claim."""
    return view.analysis.claims[claim].span


def text(view: View, claim: int) -> str:
    """The words of the claim as they stand, blanks made single."""
    return " ".join(span(view, claim).of(view.prose).split())


def kind(view: View, claim: int) -> ClaimKind:
    """News that somebody must have reported, settled background, or the author's own analysis."""
    return view.analysis.claims[claim].kind


def support(view: View, claim: int) -> SupportLevel:
    """What carries the claim; every analysis claim is exempt."""
    return view.analysis.supports[claim].level


def paragraph_cited(view: View, claim: int) -> bool:
    """Whether its paragraph has a citation or a claim that something supports."""
    return view.sourced(view.analysis.claims[claim].paragraph)


# --- what carries it --------------------------------------------------------------------------------------------------


def origins(view: View, claim: int) -> int:
    """How many independent origins carry it: references of one owner, or relayed from one another, are one."""
    return view.analysis.supports[claim].origins


def sources(view: View, claim: int) -> int:
    """How many different sources carry it, by name."""
    return len(view.carriers[claim].names)


def source_names(view: View, claim: int) -> tuple[str, ...]:
    """The sources that carry it, by the registry's names."""
    return view.carriers[claim].names


def sound_origins(view: View, claim: int) -> int:
    """How many independent origins carry it without references of a day after the issue, or that no calendar has."""
    return sound.origins(view, claim)


def sound_names(view: View, claim: int) -> tuple[str, ...]:
    """The sources of these, by the registry's names."""
    return sound.carriers(view, claim).names


def sound_at(view: View, claim: int) -> tuple[Span, ...]:
    """The references of these."""
    return tuple([reference.span for reference in sound.carriers(view, claim).references])


def basis(view: View, claim: int) -> Basis | None:
    """The basis that all its links share; unknown where they have several or there is none."""
    bases = [link.basis for link in view.analysis.supports[claim].links]
    return bases[0] if bases and bases.count(bases[0]) == len(bases) else None


def references_at(view: View, claim: int) -> tuple[Span, ...]:
    """The references that carry it."""
    return tuple([reference.span for reference in view.linked[claim]])


def repeats(view: View, claim: int) -> bool:
    """Whether a claim of its kind before it in its paragraph rests on the same references: one finding is enough."""
    return claim in view.repeating


def dropped(view: View, claim: int) -> int:
    """How many references of its passage cannot carry it, by their days."""
    return len(view.analysis.supports[claim].dropped)


def note_missing(view: View, claim: int) -> bool:
    """Whether the citation that closes its passage is a note marker without its note."""
    closing = view.closing(claim)
    return closing is not None and any(problem.kind == "missing-note" for problem in closing.problems)


def source_asked(view: View, claim: int) -> bool:
    """Whether a mark of the desk in it, or right behind it, asks for its source: "(source?)"."""
    return view.source_asked(span(view, claim))


def collective_only(view: View, claim: int) -> bool | None:
    """Whether only collective sources ("Russian agencies") carry it; unknown where nothing does."""
    linked = view.linked[claim]
    return all(reference.collective for reference in linked) if linked else None


def control(view: View, claim: int) -> Control | None:
    """Who controls all the sources that carry it, on the days cited; unknown where they differ or one is not known."""
    return view.carriers[claim].control


def state_speaks(view: View, claim: int) -> bool:
    """Whether it is what the country of all that carries it says itself, or does where institutions alone tell it."""
    return officially.speaks(view, claim)


def owner(view: View, claim: int) -> str | None:
    """Who owns all the sources that carry it, on the days cited; unknown where they differ or one is not known."""
    return shared.name if (shared := carriers.owner(view, view.linked[claim])) else None


def country(view: View, claim: int) -> str | None:
    """The country of all the sources that carry it (two letters); unknown where they differ or one is not known."""
    return view.carriers[claim].country


def relayed(view: View, claim: int) -> bool | None:
    """Whether every reference that carries it is relayed by another source; unknown where nothing carries it."""
    linked = view.linked[claim]
    return all(reference.via for reference in linked) if linked else None


# --- its words --------------------------------------------------------------------------------------------------------


def casualties(view: View, claim: int) -> bool:
    """Whether it gives a number of dead, wounded or missing people."""
    return counted.casualties(view, claim)


def harm_at(view: View, claim: int) -> Span | None:
    """The first word of death, injury or loss in it."""
    return view.words_in("harm", span(view, claim))


def harm_told_by(view: View, claim: int) -> tuple[str, ...]:
    """What carries it, else the outlets that the text gives the death, injury or loss in it to."""
    return named.sources(view, claim, harm_at(view, claim))


def harm_origins(view: View, claim: int) -> int:
    """How many independent origins these are: one too where each of several carries another half of it."""
    return named.origins(view, claim, harm_at(view, claim))


def accusation(view: View, claim: int) -> bool:
    """Whether it charges somebody with a wrong: crime, corruption, atrocity."""
    return accusation_at(view, claim) is not None


def accusation_at(view: View, claim: int) -> Span | None:
    """The first word of an accusation in it; who blames the weather accuses nobody."""
    return charges.first(view, span(view, claim))


def accusation_told_by(view: View, claim: int) -> tuple[str, ...]:
    """What carries it, else the outlets that the text gives the accusation in it to."""
    return named.sources(view, claim, accusation_at(view, claim))


def accusation_origins(view: View, claim: int) -> int:
    """How many independent origins these are: one too where each of several carries another half of it."""
    return named.origins(view, claim, accusation_at(view, claim))


def figures(view: View, claim: int) -> int:
    """How many figures it gives, years and days left out."""
    return len(figures_at(view, claim))


def figures_at(view: View, claim: int) -> tuple[Span, ...]:
    """The figures it gives, years and days left out."""
    return counted.figures(view, claim)


def figure_at(view: View, claim: int) -> Span | None:
    """The first figure it gives."""
    return next(iter(figures_at(view, claim)), None)


def quotation(view: View, claim: int) -> bool:
    """Whether it quotes somebody word for word: at least four words in quotation marks, or a whole quoted sentence."""
    return quoted.first(view, claim) is not None


def quotation_at(view: View, claim: int) -> Span | None:
    """The first quotation of at least four words in it."""
    return quoted.first(view, claim)


def speakerless_at(view: View, claim: int) -> Span | None:
    """A quotation of at least four words in it that no attribution of the bulletin takes in, and no outlet heads."""
    return quoted.by_nobody(view, claim)


# --- who speaks -------------------------------------------------------------------------------------------------------


def attributed(view: View, claim: int) -> bool:
    """Whether its own sentence says who said it."""
    return bool(view.analysis.claims[claim].attributions)


def own_interview(view: View, claim: int) -> bool:
    """Whether it comes from the bulletin's own interview."""
    return named.own_interview(view, claim)


def outlet(view: View, claim: int) -> str | None:
    """The first outlet that its sentence names as having reported it; media in general are none."""
    return next((source.name for source, _ in named.at(view, [claim])), None)


def outlet_written(view: View, claim: int) -> str | None:
    """That outlet by the name that the sentence gives it."""
    return next(iter(outlets_written(view, claim)), None)


def outlets_written(view: View, claim: int) -> tuple[str, ...]:
    """All outlets that its sentence names as having reported it, by the names that it gives them."""
    return named.written(view, named.at(view, [claim]))


def outlet_dated(view: View, claim: int) -> bool:
    """Whether its sentence gives the day of what an outlet reported; where the style cites so, of what happened."""
    return named.dated(view, claim)


def outlets_before(view: View, claim: int) -> tuple[str, ...]:
    """The outlets that its paragraph names last before it, as told what stands there, with no bracket in between."""
    return named.written(view, named.before(view, claim))


def silence(view: View, claim: int) -> bool:
    """Whether it only tells that somebody would not say anything: whoever asked vouches for that."""
    return view.words_in("silence", span(view, claim)) is not None


def names_outlets(view: View, claim: int) -> bool:
    """Whether the bulletin names most of its outlets in the text alone: one finding for all of them is enough."""
    return bool(view.undated_names)


# --- days -------------------------------------------------------------------------------------------------------------


def events(view: View, claim: int) -> int:
    """How many days it gives to something that happened."""
    return len(happened.past(view, claim))


def event_at(view: View, claim: int) -> Span | None:
    """The words of the first day that it gives to something that happened."""
    return next((event.span for event in happened.past(view, claim)), None)


def lead(view: View, claim: int) -> int | None:
    """By how many days its newest reference precedes the event it tells of; unknown without days on both sides."""
    past = happened.past(view, claim)
    linked = view.linked[claim] if past else ()
    if not linked or not all(reference.dates for reference in linked):
        return None
    newest = view.carriers[claim].newest
    return (max([event.days.first for event in past]) - newest).days if newest else None


def days_ahead(view: View, claim: int) -> int | None:
    """By how many days an event lies after the issue date that no word of its claim speaks of as still to come."""
    ahead = happened.ahead(view, claim)
    return (ahead.days.first - view.issued).days if ahead and view.issued else None


def ahead_at(view: View, claim: int) -> Span | None:
    """The words of that day after the issue date."""
    ahead = happened.ahead(view, claim)
    return ahead.span if ahead else None


def weekday_wrong_at(view: View, claim: int) -> Span | None:
    """The words of a day that was another weekday than the one beside it; unknown where the year may be another."""
    wrong = happened.misfit(view, claim)
    return wrong.span if wrong else None


def weekday(view: View, claim: int) -> str | None:
    """The weekday that it was."""
    wrong = happened.misfit(view, claim)
    return weekday_of(wrong.days.first) if wrong else None


def weekday_day(view: View, claim: int) -> dt.date | None:
    """The day that was another weekday."""
    wrong = happened.misfit(view, claim)
    return wrong.days.first if wrong else None


def weekday_fits(view: View, claim: int) -> str | None:
    """Of the weekday beside it the nearest day that was one, and who that carries the claim is dated so."""
    fitting = happened.fitting(view, claim)
    if fitting is None:
        return None
    named, day = fitting
    dated = [own.written for own in view.linked[claim] if any(days.first <= day <= days.last for days in own.dates)]
    return f"{named} was {wording.day(day)}" + (f", the day of {dated[0]}" if dated else "")


def age(view: View, claim: int) -> int | None:
    """Days from the newest reference that carries it to the issue date; unknown without dates."""
    issued, newest = view.issued, view.carriers[claim].newest
    return (issued - newest).days if issued and newest else None


def year_slip(view: View, claim: int) -> bool:
    """Whether a reference that carries it bears last year's year, where this year's is probably meant."""
    return slips.in_claim(view, claim)


def lies_back(view: View, claim: int) -> bool:
    """Whether its words say that it lies back as far as its newest reference: by a day, a month, "had been"."""
    newest = view.carriers[claim].newest
    return bool(newest and view.issued and bygone.is_told(view, view.analysis.claims[claim], newest, view.issued))


def issue_date_given(view: View, claim: int) -> bool:
    """Whether the issue date was given (option, front matter, masthead, file name) and not inferred."""
    return view.date_given


# --- references to other issues ---------------------------------------------------------------------------------------


def cross_reference(view: View, claim: int) -> bool:
    """Whether its sentence ends in a cross-reference to another issue."""
    return view.analysis.claims[claim].sentence in view.referring


def crossed_lead(view: View, claim: int) -> int | None:
    """By how many days the newest issue that its sentence refers to precedes what it tells of, by day or month.

    Unknown where it refers to none, and without days on both sides.
    """
    told, referred = crossed.told(view, claim), crossed.newest(view, claim)
    return (told[1] - referred).days if told and referred else None


def crossed_at(view: View, claim: int) -> Span | None:
    """The words of the first day or month that it tells of, where its sentence refers to another issue."""
    told = crossed.told(view, claim)
    return told[0] if told else None
