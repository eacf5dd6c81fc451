"""Facts of a claim: what it asserts, what carries it, and how independent that is."""

from __future__ import annotations

from attrib.attribution.days import day_of
from attrib.facts import bygone, carriers, charges, crossed, quoted
from attrib.facts.days import weekday_misfits, weekday_of
from attrib.facts.view import View
from attrib.matching.patterns import pattern
from attrib.model import Basis, ClaimKind, Control, Event, Source, Span, SupportLevel

_YEAR = pattern(r"(?:1[89]|20)\d\d[.,]?")


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


def collective_only(view: View, claim: int) -> bool | None:
    """Whether only collective sources ("Russian agencies") carry it; unknown where nothing does."""
    linked = view.linked[claim]
    return all(reference.collective for reference in linked) if linked else None


def control(view: View, claim: int) -> Control | None:
    """Who controls all the sources that carry it, on the days cited; unknown where they differ or one is not known."""
    return view.carriers[claim].control


def owner(view: View, claim: int) -> str | None:
    """Who owns all the sources that carry it, on the days cited; unknown where they differ or one is not known."""
    shared = carriers.owner(view, view.linked[claim])
    return shared.name if shared else None


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
    where = span(view, claim)
    if view.words_in("harm", where) is None:
        return False
    return bool(figures_at(view, claim)) or view.words_in("counts", where) is not None


def harm_at(view: View, claim: int) -> Span | None:
    """The first word of death, injury or loss in it."""
    return view.words_in("harm", span(view, claim))


def accusation(view: View, claim: int) -> bool:
    """Whether it charges somebody with a wrong: crime, corruption, atrocity."""
    return accusation_at(view, claim) is not None


def accusation_at(view: View, claim: int) -> Span | None:
    """The first word of an accusation in it; who blames the weather accuses nobody."""
    return charges.first(view, span(view, claim))


def figures(view: View, claim: int) -> int:
    """How many figures it gives, years and days left out."""
    return len(figures_at(view, claim))


def figures_at(view: View, claim: int) -> tuple[Span, ...]:
    """The figures it gives, years and days left out."""
    found = view.analysis.claims[claim].figures
    return tuple(figure for figure in found if not _YEAR.fullmatch(figure.of(view.prose))) if found else ()


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
    return any(view.analysis.attributions[a].own_interview for a in view.analysis.claims[claim].attributions)


def outlet(view: View, claim: int) -> str | None:
    """The first outlet that its sentence names as having reported it; media in general are none."""
    named = _outlet(view, claim)
    return named.name if named else None


def outlet_written(view: View, claim: int) -> str | None:
    """That outlet by the name that the sentence gives it."""
    named = _outlet(view, claim)
    return view.written(named, view.analysis.claims[claim].sentence) if named else None


def _outlet(view: View, claim: int) -> Source | None:
    found = (view.analysis.attributions[a].outlet for a in view.analysis.claims[claim].attributions)
    return next((source for source in found if source and not source.collective), None)


def outlet_dated(view: View, claim: int) -> bool:
    """Whether its sentence names the day of what that outlet reported: "Vedomosti wrote on May 16".

    Where the style cites in running text, the day of what happened serves: "Miners on 2 October blocked the line,
    Interfax reported."
    """
    if view.cites_inline and _past(view, claim):
        return True
    said = (view.analysis.attributions[a] for a in view.analysis.claims[claim].attributions)
    return any(one.outlet and day_of(view.prose, one) for one in said)


# --- days -------------------------------------------------------------------------------------------------------------


def events(view: View, claim: int) -> int:
    """How many days it gives to something that happened."""
    return len(_past(view, claim))


def event_at(view: View, claim: int) -> Span | None:
    """The words of the first day that it gives to something that happened."""
    return next((event.span for event in _past(view, claim)), None)


def lead(view: View, claim: int) -> int | None:
    """By how many days its newest reference precedes the event it tells of; unknown without days on both sides."""
    past = _past(view, claim)
    linked = view.linked[claim] if past else ()
    if not linked or not all(reference.dates for reference in linked):
        return None
    newest = view.carriers[claim].newest
    return (max([event.days.first for event in past]) - newest).days if newest else None


def days_ahead(view: View, claim: int) -> int | None:
    """By how many days an event lies after the issue date that no word of its claim speaks of as still to come."""
    ahead = _ahead(view, claim)
    return (ahead.days.first - view.issued).days if ahead and view.issued else None


def ahead_at(view: View, claim: int) -> Span | None:
    """The words of that day after the issue date."""
    ahead = _ahead(view, claim)
    return ahead.span if ahead else None


def weekday_wrong_at(view: View, claim: int) -> Span | None:
    """The words of a day that was another weekday than the one beside it; unknown where the year may be another."""
    own = view.analysis.claims[claim]
    for event in own.events:
        day, last = event.days
        if day == last and weekday_misfits(event.span.of(view.prose), day, view.issued):
            citations = view.paragraph_citations.get(own.paragraph, ())
            if not any(event.span.meets(date.span) for c in citations for date in view.dates_of(c)):
                return event.span
    return None


def weekday(view: View, claim: int) -> str | None:
    """The weekday that it was."""
    wrong = weekday_wrong_at(view, claim)
    days = (event.days.first for event in view.analysis.claims[claim].events if event.span == wrong)
    return next((weekday_of(day) for day in days), None)


def age(view: View, claim: int) -> int | None:
    """Days from the newest reference that carries it to the issue date; unknown without dates."""
    issued, newest = view.issued, view.carriers[claim].newest
    return (issued - newest).days if issued and newest else None


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
    sentence = view.analysis.claims[claim].sentence
    return sentence in view.referring


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


def _past(view: View, claim: int) -> list[Event]:
    events = view.analysis.claims[claim].events
    return [event for event in events if not event.planned] if events else []


def _ahead(view: View, claim: int) -> Event | None:
    """A day by its date (a weekday may be last week's) after the issue date, in a claim without a word of plans."""
    own = view.analysis.claims[claim]
    for event in own.events:
        if view.issued and event.days.first > view.issued and any(map(str.isdigit, event.span.of(view.prose))):
            return None if view.words_in("plans", own.span) else event
    return None
