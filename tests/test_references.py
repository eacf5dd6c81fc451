"""The reference grammar: what a bracket cites, in all the shapes that bulletins and drafts have."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from attrib.analysis import Library, analyse, library
from attrib.citations import grammar
from attrib.citations.words import default_words
from attrib.findings import check
from attrib.inputs import read_text
from attrib.model import Citation, Span
from attrib.registry import Registry, default
from attrib.resources import tables
from attrib.rulebook import load_rulebook

ISSUE = dt.date(1999, 12, 2)


def cited(bracket: str, issue: dt.date = ISSUE) -> tuple[str, Citation]:
    text = f"The ferry ran aground off the northern cape {bracket}."
    (citation,) = analyse(read_text(text), date=issue).citations
    return text, citation


def days(reference: object) -> str:
    """The days of a reference, in short: "1130", "1115-1116", "0629 0630"; with the year where it is not 1999."""
    return " ".join(_days(first, last) for first, last in reference.dates)  # type: ignore[attr-defined]


def _days(first: dt.date, last: dt.date) -> str:
    return _day(first) if first == last else f"{_day(first)}-{_day(last)}"


def _day(day: dt.date) -> str:
    return f"{day:%m%d}" if day.year == 1999 else f"{day:%Y%m%d}"


def sources(bracket: str, issue: dt.date = ISSUE) -> list[tuple[str, str]]:
    _, citation = cited(bracket, issue)
    return [(r.source.id if r.source else f"? {r.written}", days(r)) for r in citation.references]


def test_who_relayed_it_may_stand_behind_a_semicolon() -> None:
    _, citation = cited("(La Nacion, November 30; quoted by AFP)")
    assert [(r.written, r.via) for r in citation.references] == [("La Nacion", "AFP")]


def test_neighbours_in_its_paragraph_tell_which_outlet_of_one_name_it_is() -> None:
    text = (
        "Moscow said no (Interfax, Izvestia, November 29). It meant it (Segodnya, Kommersant, November 30).\n\n"
        "Kyiv said yes (Segodnya, Den, UNIAN, November 30). It meant it (Segodnya, December 1).\n\n"
        "Sofia said nothing (Duma, BTA, November 30). The Duma met (BTA, December 1)."
    )
    references = [r for c in analyse(read_text(text), date=ISSUE).citations for r in c.references]
    found = [r.source.id for r in references if r.source and r.written in ("Segodnya", "Duma")]
    assert found == ["segodnya-moscow", "segodnya-kyiv", "segodnya-kyiv", "duma-sofia"]


def test_its_paragraph_tells_which_outlet_of_one_name_speaks() -> None:
    text = (
        "Segodnya said no (Interfax, Izvestia, November 29).\n\n"
        "Segodnya said yes (Segodnya, UNIAN, November 30).\n\nKYIV. Segodnya said no (UNIAN, November 30)."
    )
    analysis = analyse(read_text(text), date=ISSUE)
    assert [a.outlet.id for a in analysis.attributions if a.outlet] == ["segodnya-moscow", *["segodnya-kyiv"] * 2]


TASS, INTERFAX, AP = "itar-tass", "interfax", "ap"


@pytest.mark.parametrize(
    ("bracket", "found"),
    [
        # one source, one day
        ("(Itar-Tass, November 30)", [(TASS, "1130")]),
        ("(Itar-Tass November 30)", [(TASS, "1130")]),
        ("(Itar-Tass,, November 30)", [(TASS, "1130")]),
        ("[Itar-Tass, November 30]", [(TASS, "1130")]),
        ("(the newspaper Izvestia, November 30)", [("izvestia", "1130")]),
        ("(source: Interfax, November 30)", [(INTERFAX, "1130")]),
        ("(according to Interfax, November 30)", [(INTERFAX, "1130")]),
        ("(see Interfax, November 30)", [(INTERFAX, "1130")]),
        ("(as cited by Interfax, November 30)", [(INTERFAX, "1130")]),
        ("(all Interfax, November 30)", [(INTERFAX, "1130")]),
        ("(Harbor Master Petrov to Interfax, November 30)", [(INTERFAX, "1130")]),
        ("(the captain in an interview with the AP, November 30)", [(AP, "1130")]),
        # several sources on one day
        ("(Itar-Tass, AP, November 30)", [(TASS, "1130"), (AP, "1130")]),
        ("(Itar-Tass and AP, November 30)", [(TASS, "1130"), (AP, "1130")]),
        ("(Itar-Tass & AP, November 30)", [(TASS, "1130"), (AP, "1130")]),
        ("(Itar-Tass, AP, and Interfax, November 30)", [(TASS, "1130"), (AP, "1130"), (INTERFAX, "1130")]),
        ("(Itar-Tass and AP and Interfax, November 30)", [(TASS, "1130"), (AP, "1130"), (INTERFAX, "1130")]),
        ("(Itar-Tass, Severny Vestnik, November 30)", [(TASS, "1130"), ("? Severny Vestnik", "1130")]),
        ("(Severny Vestnik and AP, November 30)", [("? Severny Vestnik", "1130"), (AP, "1130")]),
        ("(AP and Severny Vestnik, November 30)", [(AP, "1130"), ("? Severny Vestnik", "1130")]),
        # groups
        ("(Itar-Tass, November 30; AP, December 1)", [(TASS, "1130"), (AP, "1201")]),
        ("(Itar-Tass, November 30; AP, Interfax, December 1)", [(TASS, "1130"), (AP, "1201"), (INTERFAX, "1201")]),
        ("[Itar-Tass, November 30 ; AP , December 1]", [(TASS, "1130"), (AP, "1201")]),
        ("(Itar-Tass, November 30, AP, December 1)", [(TASS, "1130"), (AP, "1201")]),
        ("(Itar-Tass, November 30;)", [(TASS, "1130")]),
        # a month in any case, cut short or misspelt; a day with its ending
        ("(Itar-Tass, november 30)", [(TASS, "1130")]),
        ("(Itar-Tass, 30 november)", [(TASS, "1130")]),
        ('("Itar-Tass", 30 november)', [(TASS, "1130")]),
        ("(Itar-Tass, Novem. 30)", [(TASS, "1130")]),
        ("(Itar-Tass, Novmeber 30)", [(TASS, "1130")]),
        ("(Itar-Tass Novmeber 30)", [(TASS, "1130")]),
        ("(Novmeber 30, Itar-Tass)", [(TASS, "1130")]),
        ("(Itar-Tass, Novmeber 30th)", [(TASS, "1130")]),
        ("(Itar-Tass, 29th and 30th of novembre, 1999)", [(TASS, "1129 1130")]),
        ("(Itar-Tass, Novmeber 29-30; AP, Decembre 1, 1999)", [(TASS, "1129-1130"), (AP, "1201")]),
        ("(Itar-Tass, November 30-Decemebr 1)", [(TASS, "1130-1201")]),
        ("(Itar-Tass, AP, 1st Decmber)", [(TASS, "1201"), (AP, "1201")]),
        ("(Paris Match 24, November 30)", [("? Paris Match 24", "1130")]),
        # collectives
        ("(Russian agencies, November 30)", [("russian-agencies", "1130")]),
        ("(Russian & Western agencies, November 30)", [("russian-and-western-agencies", "1130")]),
        ("(Russian and Western agencies, November 30)", [("russian-and-western-agencies", "1130")]),
        ("(AFP, Russian agencies, November 30)", [("afp", "1130"), ("russian-agencies", "1130")]),
        # several days
        ("(Interfax, November 15-16)", [(INTERFAX, "1115-1116")]),
        ("(Interfax, November 15–16)", [(INTERFAX, "1115-1116")]),
        ("(Interfax, June 29 and 30)", [(INTERFAX, "0629 0630")]),
        ("(Interfax, November 12, 15, 20)", [(INTERFAX, "1112 1115 1120")]),
        ("(Interfax, November 12, 15 and 20)", [(INTERFAX, "1112 1115 1120")]),
        ("(Interfax, October 30, November 2)", [(INTERFAX, "1030 1102")]),
        ("(Interfax, October 30 and November 2)", [(INTERFAX, "1030 1102")]),
        ("(Interfax, November 20; December 1)", [(INTERFAX, "1120 1201")]),
        ("(Interfax; December 1)", [(INTERFAX, "1201")]),
        ("(Interfax, AP; December 1)", [(INTERFAX, "1201"), (AP, "1201")]),
        ("(Itar-Tass, November 30; Interfax, AP; December 1)", [(TASS, "1130"), (INTERFAX, "1201"), (AP, "1201")]),
        ("(Interfax, October 30-November 2)", [(INTERFAX, "1030-1102")]),
        ("(AP, Interfax, Nov. 30 - Dec. 1)", [(AP, "1130-1201"), (INTERFAX, "1130-1201")]),
        ("(Interfax, 30 October, 2 November)", [(INTERFAX, "1030 1102")]),
        # forms of the day
        ("(Interfax, Sept 3)", [(INTERFAX, "0903")]),
        ("(Interfax, Sept. 3; AP, Nov. 4)", [(INTERFAX, "0903"), (AP, "1104")]),
        ("(Interfax, 30 November)", [(INTERFAX, "1130")]),
        ("(Interfax, 30 November 1999)", [(INTERFAX, "1130")]),
        ("(Interfax, 28-30 November)", [(INTERFAX, "1128-1130")]),
        ("(Interfax, Tuesday, November 30)", [(INTERFAX, "1130")]),
        ("(Interfax, 1999-11-30)", [(INTERFAX, "1130")]),
        ("(Interfax, 30.11.1999)", [(INTERFAX, "1130")]),
        ("(Interfax, November 1999)", [(INTERFAX, "1101-1130")]),
        ("(Interfax, 16. November)", [(INTERFAX, "1116")]),
        ("(FT, 21/7)", [("financial-times", "0721")]),
        ("(Izvestia, No. 21, 26 November)", [("izvestia", "1126")]),
        # days that the issue date tells
        ("(Interfax, yesterday)", [(INTERFAX, "1201")]),
        ("(Interfax, today; AP, Monday)", [(INTERFAX, "1202"), (AP, "1129")]),
        ("(Interfax, AP, last Friday)", [(INTERFAX, "1126"), (AP, "1126")]),
        ("(AP, Sunday; Interfax, December 1)", [(AP, "1128"), (INTERFAX, "1201")]),
        ("(Interfax, November 31)", [(INTERFAX, "")]),
        ("(Interfax, AP)", [(INTERFAX, ""), (AP, "")]),
        ("(Interfax, November 30; AP)", [(INTERFAX, "1130"), (AP, "")]),
        ("(Interfax, November 30, AP)", [(INTERFAX, "1130"), (AP, "")]),
        # the day first
        ("(November 30, Interfax)", [(INTERFAX, "1130")]),
        ("(November 30: Interfax, AP)", [(INTERFAX, "1130"), (AP, "1130")]),
        ("(November 30, Interfax, AP)", [(INTERFAX, "1130"), (AP, "1130")]),
        ("(November 30, Interfax; December 1, AP)", [(INTERFAX, "1130"), (AP, "1201")]),
        ("(November 30, Interfax, December 1, AP)", [(INTERFAX, "1130"), (AP, "1201")]),
        # whole months
        ("(Ekspert, Itogi, November)", [("expert", "1101-1130"), ("itogi", "1101-1130")]),
        ("(Interfax, late November; AP, December 1)", [(INTERFAX, "1101-1130"), (AP, "1201")]),
        ("(Interfax, November 29 or 30)", [(INTERFAX, "1129 1130")]),
        ("(Interfax, 28-30.11.1999)", [(INTERFAX, "1128-1130")]),
        ("(Andina, 14/11/1999 y 15/11/1999)", [("andina", "1114 1115")]),
        ("(NHK, November 30, 7 p.m.)", [("nhk", "1130")]),
        ("(NHK, November 30, 7pm news)", [("nhk", "1130")]),
        ("(Chosun Ilbo, November 30, A1)", [("chosun-ilbo", "1130")]),
        ("(Interfax, November 30; AP, same day)", [(INTERFAX, "1130"), (AP, "1130")]),
        ("(Interfax, no date; AP, n.d.)", [(INTERFAX, ""), (AP, "")]),
        ("(Interfax, November 30; author’s conversation with a broker, December 1)", [(INTERFAX, "1130")]),
        ("(Segodnya [Kiev], November 30)", [("segodnya-kyiv", "1130")]),
        # one source cited again
        ("(Interfax, November 29; ibid., November 30)", [(INTERFAX, "1129"), (INTERFAX, "1130")]),
        ("(Interfax, November 29; ibid.)", [(INTERFAX, "1129"), (INTERFAX, "")]),
        # a stroke or a plus between two that are known
        ("(Interfax/AP, November 30)", [(INTERFAX, "1130"), (AP, "1130")]),
        ("(Interfax + AP, November 30)", [(INTERFAX, "1130"), (AP, "1130")]),
        ("(Página/12, November 30)", [("pagina-12", "1130")]),
        ("(Interfax/November 30)", [(INTERFAX, "1130")]),
        # what stands beside a name without a comma
        ("(Vedomosti editorial, November 30)", [("vedomosti", "1130")]),
        ("(MENA in English, November 30)", [("mena", "1130")]),
        ("(Asahi, evening ed., November 30)", [("asahi-shimbun", "1130")]),
        ("(Severny Vestnik, morning edition, November 30)", [("? Severny Vestnik", "1130")]),
        ("(AP, p. A4, November 30)", [(AP, "1130")]),
        ("(Yonhap, November 30; in Korean)", [("yonhap", "1130")]),
        ("(UPI from Lima, November 30)", [("upi", "1130")]),
        ("(Lima, UPI, November 30)", [("upi", "1130")]),
        # the place that tells which of one name, within brackets or without
        ("(Duma [Sofia], November 30)", [("duma-sofia", "1130")]),
        ("(Duma (Sofia), November 30)", [("duma-sofia", "1130")]),
        ("(Duma, Sofia, November 30)", [("duma-sofia", "1130")]),
        ("(The Guardian [Lagos], November 30)", [("the-guardian-nigeria", "1130")]),
        ("([Severny Vestnik], November 30)", [("? Severny Vestnik", "1130")]),
        # names with stops, marks and signs
        ("(U.S. News & World Report, November 29)", [("u-s-news-and-world-report", "1129")]),
        ("(The New York Times, November 29)", [("new-york-times", "1129")]),
        ("(24.kg, November 30)", [("24-kg", "1130")]),
        ("(Interfax-Ukraine, November 30)", [("interfax-ukraine", "1130")]),
        ('("Izvestia," November 30)', [("izvestia", "1130")]),
        ("(“Izvestia” and “Trud,” November 30)", [("izvestia", "1130"), ("trud-moscow", "1130")]),
        ('("Severny Vestnik," November 30)', [("? Severny Vestnik", "1130")]),
        ("(Severnaya gazeta, November 30)", [("? Severnaya gazeta", "1130")]),
        ("(Kommersant, Nov. 30, pp. 1, 3)", [("kommersant", "1130")]),
        ("(Argumenty i fakty #48, November 1999)", [("argumenty-i-fakty", "1101-1130")]),
        ("(AP, Interfax, both November 30)", [(AP, "1130"), (INTERFAX, "1130")]),
        ('(Interfax, "," November 30)', [(INTERFAX, "1130")]),
        # details that name nobody
        ("(Interfax, Moscow, November 30)", [(INTERFAX, "1130")]),
        ("(Interfax [Moscow], November 30)", [(INTERFAX, "1130")]),
        ("(Interfax (in Russian), November 30)", [(INTERFAX, "1130")]),
        ("(Radio Rossii, 1900 GMT, November 30)", [("radio-rossii", "1130")]),
        ("(Radio Rossii, 7 p.m., November 30)", [("radio-rossii", "1130")]),
        ("(Kommersant, November 30, p. 3)", [("kommersant", "1130")]),
        ("(Kommersant, p. 3, November 30; AP, pp. 4-5, November 30)", [("kommersant", "1130"), (AP, "1130")]),
        ("(Kommersant, No. 46, November 30)", [("kommersant", "1130")]),
    ],
)  # fmt: skip
def test_sources_and_days(bracket: str, found: list[tuple[str, str]]) -> None:
    assert sources(bracket) == found
    _, citation = cited(bracket)
    assert not citation.problems


@pytest.mark.parametrize(
    ("bracket", "issue", "found"),
    [
        ("(Interfax, January 5, 2007)", "2007-01-08", "20070105"),
        ("(Interfax, December 30, 1998-January 2, 1999)", "1999-01-04", "19981230-0102"),
        ("(Interfax, December 30-January 2)", "2000-01-04", "1230-20000102"),
        ("(Interfax, December 31)", "2000-01-03", "1231"),
        ("(Interfax, December 31, January 2)", "2000-01-03", "1231 20000102"),
        ("(Interfax, January 4 and 5, 2007)", "2007-01-08", "20070104 20070105"),
    ],
)
def test_years(bracket: str, issue: str, found: str) -> None:
    ((_, dates),) = sources(bracket, dt.date.fromisoformat(issue))
    assert dates == found


@pytest.mark.parametrize(
    "bracket",
    [
        "(AFP citing Kommersnat, November 30)",
        "(AFP, citing Kommersnat, November 30)",
        "(AFP, November 30, citing Kommersnat)",
        "(Kommersnat, as cited by AFP, November 30)",
    ],
)
def test_a_misspelt_source_is_relayed_too(bracket: str) -> None:
    _, citation = cited(bracket)
    assert [(r.written, r.source, r.via, days(r)) for r in citation.references] == [("Kommersnat", None, "AFP", "1130")]
    assert not citation.problems


@pytest.mark.parametrize(
    ("bracket", "source", "via", "found"),
    [
        ("(Vremya MN, as cited by Interfax, November 30)", "vremya-mn", "Interfax", "1130"),
        ("(Vremya MN, cited by Interfax, November 30)", "vremya-mn", "Interfax", "1130"),
        ("(Vremya MN as quoted by Interfax, November 30)", "vremya-mn", "Interfax", "1130"),
        ("(Vremya MN, quoted by Interfax, November 30)", "vremya-mn", "Interfax", "1130"),
        ("(Vremya MN via Interfax, November 30)", "vremya-mn", "Interfax", "1130"),
        ("(Vremya MN, via Interfax, November 30)", "vremya-mn", "Interfax", "1130"),
        ("(Vremya MN, November 29, as cited by Interfax, November 30)", "vremya-mn", "Interfax", "1129"),
        ("(Vremya MN, November 29, quoted by Interfax)", "vremya-mn", "Interfax", "1129"),
        ("(Vremya MN, as reported by the BBC, November 30)", "vremya-mn", "BBC", "1130"),
        ("(Izvestia, according to Interfax, November 30)", "izvestia", "Interfax", "1130"),
        ("(AFP, citing Interfax, November 30)", "interfax", "AFP", "1130"),
        ("(AFP citing Interfax, November 30)", "interfax", "AFP", "1130"),
        ("(AFP, quoting the Washington Post, November 30)", "washington-post", "AFP", "1130"),
        ("(AFP, November 30, citing Interfax)", "interfax", "AFP", "1130"),
        ("(AFP, November 30, citing ministry officials)", "afp", None, "1130"),
        ("(AFP citing U.S. officials, November 30)", "afp", None, "1130"),
    ],
)
def test_relays(bracket: str, source: str, via: str | None, found: str) -> None:
    _, citation = cited(bracket)
    (reference,) = citation.references
    assert reference.source is not None
    assert (reference.source.id, reference.via, days(reference)) == (source, via, found)
    assert (reference.via_source is not None) == (via is not None)
    assert not citation.problems


def test_two_sources_of_one_relay() -> None:
    _, citation = cited("(AFP, citing Interfax and Itar-Tass, November 30)")
    assert [(r.written, r.via) for r in citation.references] == [("Interfax", "AFP"), ("Itar-Tass", "AFP")]


@pytest.mark.parametrize(
    ("bracket", "spans"),
    [
        ("(Itar-Tass, November 30)", ["Itar-Tass, November 30"]),
        ("(AFP, Russian agencies, December 1)", ["AFP", "Russian agencies, December 1"]),
        ("(Interfax, June 29 and 30; AP, July 1)", ["Interfax, June 29 and 30", "AP, July 1"]),
        ("(Vremya MN, as cited by Interfax, November 30)", ["Vremya MN"]),
        ("(AFP, citing Interfax, November 30)", ["Interfax, November 30"]),
        ("(November 30, Interfax)", ["Interfax"]),
        ('(Interfax, "Ferry Aground," November 30)', ['Interfax, "Ferry Aground," November 30']),
        ("(, November 29; Interfax, November 30)", ["November 29", "Interfax, November 30"]),
    ],
)
def test_a_reference_spans_its_words_and_the_days_that_follow(bracket: str, spans: list[str]) -> None:
    text, citation = cited(bracket)
    assert [r.span.of(text) for r in citation.references] == spans
    assert all(r.name_span.of(text) == r.written for r in citation.references)


@pytest.mark.parametrize(
    ("bracket", "source", "title"),
    [
        ('(Interfax, "The Price of Coal," November 30)', "interfax", "The Price of Coal"),
        ('("The Price of Coal," Interfax, November 30)', "interfax", "The Price of Coal"),
        ('("The Price, and Cost, of Coal; May 3", Interfax, November 30)', "interfax", "The Price, and Cost, of Coal; May 3"),
        ("(Interfax, «Цена угля», November 30)", "interfax", "Цена угля"),
        ('(Lev Orlov, "The Price of Coal," Kommersant, November 30)', "kommersant", "The Price of Coal"),
        ('(L. Orlov, "The Price of Coal," Moscow News, No. 46, Nov. 18-24)', "moscow-news", "The Price of Coal"),
        ('(L. Orlov, "The Price of Coal," Severny Vestnik, November 30)', "? Severny Vestnik", "The Price of Coal"),
        ("(L. Orlov, Kommersant, November 30)", "kommersant", None),
        ('(NTV\'s "Itogi," November 28)', "ntv", "Itogi"),
        ('(NTV "Itogi," November 28)', "ntv", "Itogi"),
    ],
)  # fmt: skip
def test_titles_and_authors(bracket: str, source: str, title: str | None) -> None:
    _, citation = cited(bracket)
    (reference,) = citation.references
    ids = [s.id for s in reference.candidates] or [f"? {reference.written}"]
    assert source in ids
    assert reference.title == title


@pytest.mark.parametrize(
    ("bracket", "source", "url"),
    [
        ("(https://www.interfax.ru/russia/5512, November 30)", "interfax", "https://www.interfax.ru/russia/5512"),
        ("(https://www.interfax.ru/russia/5512)", "interfax", "https://www.interfax.ru/russia/5512"),
        ("(Interfax, https://www.interfax.ru/russia/5512, November 30)", "interfax", "https://www.interfax.ru/russia/5512"),
        ("(www.gazeta.ru, November 30)", "gazeta-ru", "www.gazeta.ru"),
        ("(gazeta.ru, November 30)", "gazeta-ru", None),
    ],
)  # fmt: skip
def test_addresses(bracket: str, source: str, url: str | None) -> None:
    _, citation = cited(bracket)
    (reference,) = citation.references
    assert reference.source is not None
    assert (reference.source.id, reference.url) == (source, url)


@pytest.mark.parametrize(
    ("bracket", "kinds", "names"),
    [
        ("(, November 29; Interfax, November 30)", ["dropped-source"], ["", "Interfax"]),
        ("(Interfax, www.charter97.org, November 30)", [], ["Interfax", "www.charter97.org"]),
        ("(Reuters, November 32)", [], ["Reuters"]),  # an impossible day is a day
        ("(Interfax, November 30))", ["doubled-bracket"], ["Interfax"]),
        ("((Interfax, November 30)", ["doubled-bracket"], ["Interfax"]),
        ("((Interfax, November 30))", ["doubled-bracket"], ["Interfax"]),
        ("(Interfax, November 30, from our own man)", ["unread"], ["Interfax"]),
        ("(Interfax, November 30, Severny Vestnik)", ["unread"], ["Interfax"]),
        ("(Interfax, Mayak 30)", ["unread"], ["Interfax"]),
        ("(Interfax, Qember 30; AP, November 30)", ["unread"], ["Interfax", "AP"]),
        ("(Interfax, 30/1l)", ["unread"], ["Interfax"]),
        ("(Radio Liberty Nov30)", ["unread"], ["Radio Liberty"]),
        ("(Interfax, the 30th)", ["unread"], ["Interfax"]),
        ("(Interfax, November 30]", ["mixed-brackets"], ["Interfax"]),
        ("[AFP, Interfax, November 30)", ["mixed-brackets"], ["AFP", "Interfax"]),
        ("(ibid.)", ["nothing-before"], []),
        ("(Ibid., November 30)", ["nothing-before"], []),
        ("[same source]", ["nothing-before"], []),
        ("()", ["empty"], []),
        ("( )", ["empty"], []),
    ],
)
def test_faults_keep_what_was_read(bracket: str, kinds: list[str], names: list[str]) -> None:
    text, citation = cited(bracket)
    assert citation.span.of(text) == bracket
    assert [p.kind for p in citation.problems] == kinds
    assert [r.written for r in citation.references] == names


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The ferry ran aground (AP, November 30. The crew was saved.", "(AP, November 30"),
        ("The ferry ran aground (AP, November 30", "(AP, November 30"),
        ("The ferry ran aground (The St. Petersburg Times, November 30. It sank.", "(The St. Petersburg Times, November 30"),
        ("It sank (Vremya MN, as cited by Interfax, November 30. No one died.", "(Vremya MN, as cited by Interfax, November 30"),
        ("The ferry ran aground (AP, November 30 and sank at once.", "(AP, November 30"),
    ],
)  # fmt: skip
def test_a_missing_closing_mark_ends_the_citation_at_its_last_word(text: str, span: str) -> None:
    (citation,) = analyse(read_text(text), date=ISSUE).citations
    assert citation.span.of(text) == span
    assert [p.kind for p in citation.problems] == ["unclosed"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The ferry ran aground AP, November 30). It sank.", ["AP, November 30)"]),
        (
            "The ferry ran aground, AP, 30 November]. It sank (AFP, December 1).",
            ["AP, 30 November]", "(AFP, December 1)"],
        ),
        (
            "It sank. Itar-Tass, Interfax, November 29 and 30) No one died.",
            ["Itar-Tass, Interfax, November 29 and 30)"],
        ),
        ("It sank (AP, November 30), and was raised AFP, December 1).", ["(AP, November 30)", "AFP, December 1)"]),
        ("Its captain told AP that it sank Interfax, November 30).", ["Interfax, November 30)"]),
        # what is no citation for sure stays words
        ("It sank Severny Vestnik, November 30).", []),
        ("It sank, AP reported on November 30).", []),
        ("It sank AP).", []),
        ("They want c) a loan of the IMF, November 30).", []),
        ("They want a) a bridge, b) bread :).", []),
    ],
)
def test_a_missing_opening_mark(text: str, spans: list[str]) -> None:
    citations = [c for c in analyse(read_text(text), date=ISSUE).citations if c.form == "parenthetical"]
    assert [c.span.of(text) for c in citations] == spans
    assert [p.kind for c in citations for p in c.problems] == ["unopened" for span in spans if span[0] not in "(["]


def test_an_open_bracket_does_not_hide_the_next() -> None:
    text = "The ferry ran aground (AP, November 30. The crew was saved (Interfax, December 1)."
    found = analyse(read_text(text), date=ISSUE).citations
    assert [c.span.of(text) for c in found] == ["(AP, November 30", "(Interfax, December 1)"]


@pytest.mark.parametrize("text", ["The ferry (which was old ran aground.", "The ferry (Severny Vestnik, November 30"])
def test_an_open_bracket_is_a_citation_only_where_it_is_sure(text: str) -> None:
    assert not analyse(read_text(text), date=ISSUE).citations


def test_a_citation_may_hold_a_cross_reference() -> None:
    text = "The ferry ran aground (Interfax, November 30; see the Monitor, November 12)."
    found = analyse(read_text(text), date=ISSUE)
    assert [r.written for r in found.citations[0].references] == ["Interfax"]
    (bracket,) = found.brackets
    assert bracket.kind == "citation"
    assert bracket.cross_references[0].publication == "Monitor"


def test_the_same_day_is_that_of_the_bracket_before() -> None:
    text = "The dam broke (Interfax, November 30). Nobody was hurt (AP, the same day). The mayor fled (AFP, same day)."
    found = analyse(read_text(text), date=ISSUE)
    assert {d.first for c in found.citations for r in c.references for d in r.dates} == {dt.date(1999, 11, 30)}
    assert "C108" not in {finding.code for finding in check(found, load_rulebook())}


def test_no_year_without_an_issue_date() -> None:
    text = "The ferry ran aground (Interfax, November 30)."
    (reference,) = analyse(read_text(text)).citations[0].references
    assert reference.dates == ()
    assert reference.written_dates[0].span.of(text) == "November 30"


@pytest.fixture
def house() -> Library:
    names = ["Harbor, Coast and Sea", "Lighthouse"]
    entries = [{"id": name.split()[0].strip(",").lower(), "name": name, "kind": "newspaper"} for name in names]
    registry = Registry.load({"house": {"source": entries}}, tables("lexicon")["collectives"])
    return evolve(library(), registry=registry)


def test_a_listed_name_with_a_comma_is_one(house: Library) -> None:
    text = "The ferry ran aground (Lighthouse, Harbor, Coast and Sea, November 30)."
    (citation,) = analyse(read_text(text), date=ISSUE, library=house).citations
    assert [r.written for r in citation.references] == ["Lighthouse", "Harbor, Coast and Sea"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ('Interfax, "Ferry aground," November 30, 1999, p. 2', ["Interfax"]),
        ("Ministry of Ports, Annual Survey; Interfax, November 30", ["Interfax"]),
        ('L. Orlov, "Ferry Aground," Severny Vestnik, November 30', ["Severny Vestnik"]),
        ("Severny Vestnik, November 30", ["Severny Vestnik"]),
        ("Lev Orlov, Severny Vestnik, November 30", []),
        ("A long remark of the author on what ferries are for", []),
    ],
)
def test_entries_of_notes(entry: str, found: list[str]) -> None:
    reading = grammar.read(entry, Span(0, len(entry)), default(), default_words(), note=True)
    assert [r.written for r in reading.references] == found
    assert reading.unread == ()


@pytest.mark.parametrize(
    "hostile",
    [
        "(a" * 3000 + ")" * 3000,
        "(" * 9000,
        "(" + "AP and " * 1500 + "AP, May 3)",
        "(see " + "for on " * 200 + ", May 3)",
        '("x"; ' * 50 + "AP, May 3)",
        "(" + "word " * 3000 + "AP, May 3)",
    ],
)
def test_hostile_brackets_end(hostile: str) -> None:
    analyse(read_text(f"The ferry sank {hostile}."), date=ISSUE)


@pytest.mark.parametrize(
    ("before", "written", "source"),
    [
        ("The Caucasus Press Agency (CPA) was closed.", "CPA", "kavkasia-press"),
        ("The ferry sank, the Caucasus Press Agency said.", "CPA", "kavkasia-press"),
        ("The ferry sank, the Far Valley Press Agency (FVPA) said.", "FVPA", None),
        ("The City Port Authority (CPA) was closed.", "CPA", None),
        ("Nobody knows.", "CPA", None),
    ],
)
def test_initials_mean_the_outlet_that_the_text_spells_out(before: str, written: str, source: str | None) -> None:
    got = analyse(read_text(f"{before}\n\nTwo were hurt ({written}, November 30)."), date=ISSUE)
    (reference,) = got.citations[-1].references
    assert (reference.written, reference.source and reference.source.id) == (written, source)
    assert "C111" not in {finding.code for finding in check(got, load_rulebook())}


@pytest.mark.parametrize(
    ("bracket", "found"),
    [
        ("(Radio One (Tbilisi), November 30)", ["Radio One 1130"]),
        ("(t.me/astrapress, 30 November)", ["t.me 1130"]),
        ("(Ivan Petrov, Telegram, November 30)", ["Ivan Petrov 1130"]),  # where he posted is no second source
        ("(Ukrgrid via Telegram, November 30)", ["Ukrgrid 1130"]),
        ("(Izvestia, November 21 -- 24)", ["Izvestia 1121-1124"]),
        ("(Hürriyet, 30 Kasım; Anadolu, 1 Aralık)", ["Hürriyet 1130", "Anadolu 1201"]),
        ("(Severny Navy on Facebook, 30 November)", ["Severny Navy on Facebook 1130"]),
        ("(Izvestia, November 21--24)", ["Izvestia 1121-1124"]),
        ("(Belaruskaya delovaya gazeta, November 30)", ["Belaruskaya delovaya gazeta 1130"]),
        ("(RBC-Ukraine,Nov30)", ["RBC-Ukraine "]),
        ("[@harbor_news, November 30]", ["@harbor_news 1130"]),
        ("(Agence d’information du Nord, November 30)", ["Agence d’information du Nord 1130"]),
    ],
)
def test_modern_and_careless_forms(bracket: str, found: list[str]) -> None:
    _, citation = cited(bracket)
    assert [f"{r.written} {days(r)}" for r in citation.references] == found
    assert not any(r.via for r in citation.references)
