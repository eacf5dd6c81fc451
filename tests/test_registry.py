"""Sources: what a name means on a day, where names stand in running text, and which tables are sound."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import RuleError
from attrib.model import Source, Span
from attrib.registry import Registry, default, names
from attrib.registry.agreement import periods, unfounded
from attrib.registry.collectives import Collectives
from attrib.registry.ownership import Owners
from attrib.registry.soundness import problems
from attrib.resources import tables

REGISTRY = default()
THEN = dt.date(1999, 12, 2)
KINDS = "one of agency, newspaper, broadcaster, magazine, site, institution, person"


def ids(name: str) -> list[str]:
    return sorted(source.id for source in REGISTRY.lookup(name))


def mentioned(text: str, registry: Registry = REGISTRY) -> list[tuple[str, list[str]]]:
    found = registry.mentions(text, Span(0, len(text)))
    return [(mention.span.of(text), sorted(source.id for source in mention.sources)) for mention in found]


def entry(id: str, **facts: Any) -> dict[str, Any]:
    return {"id": id, "name": id.title(), **facts}


def registry(*entries: dict[str, Any]) -> Registry:
    return Registry.load({"house": {"source": list(entries)}}, tables("lexicon")["collectives"])


# --- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Itar-Tass", "itar-tass"),
        ("ITAR-TASS", "itar-tass"),
        ("itar tass", "itar-tass"),
        ("Izvestiya", "izvestia"),
        ("Moskovskiye novosti", "moskovskie-novosti"),
        ("Komsomolskaya Pravda", "komsomolskaya-pravda"),
        ("Belorussky rynok", "belorusskiy-rynok"),
        ("Belorusskij Rynok", "belorusskiy-rynok"),
        ("Kishinevskii obozrevatel", "kishinevsky-obozrevatel"),
        ("Moskovskaia Pravda", "moskovskaya-pravda"),
        ("Volgogradskaia pravda", "volgogradskaya-pravda"),
        ("Krymskoe vremya", "krymskoye-vremya"),
        ("Kommersant daily", "kommersant"),
        ("Kommersant-Daily", "kommersant"),
        ("Echo of Moscow", "ekho-moskvy"),
        ("Kiev Post", "kyiv-post"),
        ("Agence France Presse", "afp"),
        ("DPA", "dpa"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Suddeutsche Zeitung", "suddeutsche-zeitung"),
        ("TV6", "tv-6"),
        ("the Economist", "economist"),
        ("Moscow Times", "moscow-times"),
        ("Ma'ariv", "maariv"),
        ("Ma’ariv", "maariv"),
        ("Jyllands Posten", "jyllands-posten"),
        ("Oil and Gas Journal", "oil-and-gas-journal"),
        ("Reuter", "reuter"),
        ("Voice of Free Tajikistan", "voice-of-free-tajikistan"),
        ("M2 Communications", "m2-communications"),
    ],
)
def test_a_name_is_known_by_its_variants(written: str, id: str) -> None:
    assert ids(written) == [id]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Interfax news agency", ["interfax"]),
        ("the newspaper Segodnya", ["segodnya-kyiv", "segodnya-moscow"]),
        ("Rossiya", ["rossiya-newspaper", "rossiya-tv"]),
        ("the daily Rossiya", ["rossiya-newspaper"]),
        ("Rossiya television", ["rossiya-tv"]),
        ("Kommersant-online", ["kommersant"]),
        ("Xinhua newspaper", []),
        ("The Interfax-Ukraine agency", ["interfax-ukraine"]),
        ("Segodnya [Kyiv]", ["segodnya-kyiv"]),
        ("segodnya (Moscow)", ["segodnya-moscow"]),
        ("Segodnya (Paris)", []),
        ("AFP (Paris", ["afp"]),
        ("The Guardian", ["the-guardian-london"]),
    ],
)
def test_words_that_say_what_a_name_is_fold_away(written: str, found: list[str]) -> None:
    assert ids(written) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("president.gov.ua", ["president-of-ukraine"]),
        ("www.president.gov.ua", ["president-of-ukraine"]),
        ("https://www.KOMMERSANT.ru/doc/1?from=2", ["kommersant"]),
        ("http://news.bbc.co.uk:80/hi", ["bbc"]),
        ("en.example.rferl.org", ["rfe-rl"]),
        ("example.org", []),
        ("no address", []),
        ("localhost", []),
        ("not this.one", []),
    ],
)
def test_a_web_address_means_its_outlet(address: str, found: list[str]) -> None:
    assert [source.id for source in REGISTRY.site(address)] == found
    assert ids(address) == found


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Itar-Tass", True),
        ("itar-tass", False),
        ("Itar-Tas", False),
        ("Economist", True),
        ("the Economist", True),
        ("Interfax news agency", True),
        ("Nezavisimaya Gazeta", True),
        ("NEZAVISIMAYA gazeta", False),
        ("Russian agencies", True),
        ("www.kommersant.ru", True),
    ],
)
def test_spellings_that_the_registry_lists(written: str, known: bool) -> None:
    assert REGISTRY.knows_spelling(written) is known


def test_a_russian_name_is_spelled_in_more_ways_than_one() -> None:
    assert REGISTRY.knows_spelling("Belorussky rynok")
    assert mentioned("The weekly Belorusskij rynok was closed.") == [("Belorusskij rynok", ["belorusskiy-rynok"])]
    assert set(names.spellings("Russky Kuryer")) >= {"Russkii kuryer", "Russkiy Kuryer", "Russky kuryer"}
    assert list(names.spellings("Krymskaya, 13")) == ["Krymskaia, 13"]
    for other in ("Utrinski Vesnik", "Polskie-Radio", "Sky News", "Minsk Yard"):  # no Russian adjective
        assert set(names.spellings(other)) <= {other.replace("skie", "skiye")}


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Süddeutsche Zeitung", "Suddeutsche Zeitung"), ("Życie", "Zycie"), ("Łódź", "Lodz"), ("El País", "El Pais"), ("AFP", "AFP")],
)  # fmt: skip
def test_a_name_without_its_accents(name: str, plain: str) -> None:
    assert names.plain_letters(name) == plain
    assert names.written_so(plain, [name])
    assert names.written_so(name, [plain])
    assert not names.written_so(plain.lower(), [name])


def test_an_unknown_name_is_unknown() -> None:
    assert REGISTRY.lookup("The Quarterly Lamplighter") == ()
    assert REGISTRY.lookup("") == ()
    assert REGISTRY.get("quarterly-lamplighter") is None
    assert REGISTRY.get("interfax") is REGISTRY.lookup("Interfax")[0]


# --- days and countries -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "day", "countries", "id"),
    [
        ("Segodnya", THEN, {"RU": 3, "GB": 1}, "segodnya-moscow"),
        ("Segodnya", THEN, {"RU": 1, "UA": 2}, "segodnya-kyiv"),
        ("Segodnya", THEN, {"RU": 2, "UA": 2}, None),
        ("Segodnya", THEN, {"GB": 4}, None),
        ("Segodnya", THEN, None, None),
        ("Segodnya", dt.date(1994, 3, 1), None, "segodnya-moscow"),
        ("Segodnya", dt.date(2006, 3, 1), {"RU": 9}, "segodnya-kyiv"),
        ("Segodnya", None, {"UA": 1}, "segodnya-kyiv"),
        ("TASS", dt.date(1991, 8, 20), None, "tass-ussr"),
        ("TASS", dt.date(1995, 1, 9), None, "tass-ussr"),
        ("TASS", dt.date(2012, 1, 9), None, "tass"),
        ("TASS", dt.date(2020, 1, 9), None, "tass"),
        ("TASS", None, None, "tass"),
        ("Itar-Tass", dt.date(2020, 1, 9), None, "itar-tass"),
        ("Ukrinform", dt.date(1998, 1, 9), None, "ukrinform"),
        ("Ukrinform", dt.date(1993, 1, 9), None, "ukrinform-1990"),
        ("Pravda", THEN, {"SK": 1}, "pravda-bratislava"),
        ("Nobody's Paper", THEN, {"RU": 1}, None),
    ],
)
def test_one_name_of_several_is_told_by_day_and_neighbours(
    written: str,
    day: dt.date | None,
    countries: dict[str, int] | None,
    id: str | None,
) -> None:
    source = REGISTRY.resolve(REGISTRY.lookup(written), day, countries)
    assert (source.id if source else None) == id


def test_a_name_out_of_use_is_still_told() -> None:
    (itar,) = REGISTRY.lookup("Itar-Tass")
    assert itar.in_use(1999)
    assert not itar.in_use(2020)
    assert not any(source.in_use(1999) for source in REGISTRY.lookup("TASS"))


def test_names_of_one_outlet_are_one_lineage() -> None:
    lineages = {REGISTRY.lineage(source) for name in ("TASS", "Itar-Tass") for source in REGISTRY.lookup(name)}
    assert lineages == {"tass-ussr"}
    assert REGISTRY.lineage(REGISTRY.lookup("Interfax")[0]) == "interfax"
    assert REGISTRY.lineage(Source("elsewhere", "Elsewhere")) == "elsewhere"


@pytest.mark.parametrize(
    ("id", "day", "control", "owners"),
    [
        ("ntv", "1999-12-02", "private", ["Media-MOST", "Vladimir Gusinsky"]),
        ("ntv", "2001-04-13", "private", ["Media-MOST", "Vladimir Gusinsky"]),
        ("ntv", "2001-04-14", "state", ["Gazprom-Media", "Gazprom"]),
        ("ntv", None, None, []),
        ("kommersant", "1998-05-05", "private", ["Kommersant Publishing House"]),
        ("kommersant", "2000-05-05", "private", ["Kommersant Publishing House", "Boris Berezovsky"]),
        ("kommersant", "2007-05-05", "private", ["Kommersant Publishing House", "Alisher Usmanov"]),
        ("izvestia", "1989-05-05", "state", []),
        ("izvestia", "1991-08-23", None, []),  # the month of the change, and not its day, is in the file
        ("izvestia", "1999-05-05", "private", ["Prof-Media", "Interros", "Vladimir Potanin"]),
        ("izvestia", "2006-05-05", "state", ["Gazprom-Media", "Gazprom"]),
        ("izvestia", "2010-05-05", "private", ["National Media Group"]),
        ("sabah", "2007-03-31", "private", ["Turgay Ciner"]),
        ("sabah", "2007-09-01", "state", ["TMSF"]),
        ("sabah", "2012-09-01", "private", ["Çalık Holding"]),
        ("zaman", "2016-03-03", "private", ["Feza Gazetecilik"]),
        ("zaman", "2016-03-05", "state", ["Feza Gazetecilik"]),
        ("tvp", "1999-05-05", "public", []),
        ("tvp", "2020-05-05", "state", []),
        ("tvp", "2024-05-05", "public", []),
        ("b92", "1999-05-05", "state", []),
        ("pravda-moscow", "1994-05-05", None, []),
        ("fars", "1999-05-05", None, []),  # only the present day is vouched for
        ("fars", "2024-05-05", "state", []),
    ],
)
def test_control_and_owners_are_those_of_the_day(id: str, day: str | None, control: str, owners: list[str]) -> None:
    source = REGISTRY.get(id)
    assert source
    then = dt.date.fromisoformat(day) if day else None
    assert source.controlled(then) == control
    assert [owner.name for owner in REGISTRY.owners.of(source, then)] == owners


@pytest.mark.parametrize(
    ("one", "other", "day", "shared"),
    [
        ("ntv", "segodnya-moscow", "2000-05-05", "Media-MOST"),
        ("ntv", "newsru-com", "2000-05-05", "Vladimir Gusinsky"),
        ("ntv", "newsru-com", "2003-05-05", None),
        ("kommersant", "nezavisimaya-gazeta", "1998-05-05", None),
        ("kommersant", "nezavisimaya-gazeta", "2000-05-05", "Boris Berezovsky"),
        ("the-times-london", "wall-street-journal", "2007-05-05", None),
        ("the-times-london", "wall-street-journal", "2008-05-05", "News Corp"),
        ("the-times-london", "the-guardian-london", "2008-05-05", None),
    ],
)
def test_outlets_of_one_owner_on_the_day(one: str, other: str, day: str, shared: str | None) -> None:
    then = dt.date.fromisoformat(day)
    owner = REGISTRY.owners.shared((REGISTRY.get(id), then) for id in (one, other))
    assert (owner.name if owner else None) == shared


def test_nobody_owns_nothing() -> None:
    assert REGISTRY.owners.shared(()) is None
    assert REGISTRY.owners.shared([(None, THEN)]) is None
    assert REGISTRY.owners.get("quarterly-lamplighter") is None


def test_owners_that_turn_in_a_circle_end() -> None:
    owners = {id: {"id": id, "name": id.upper(), "parent": other} for id, other in (("a", "b"), ("b", "a"))}
    house = Registry((entry("lamp", owner="a"),), owners=Owners(owners))
    assert [owner.id for owner in house.owners.of(house.sources[0], THEN)] == ["a", "b"]


# --- suggestions and search -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("Itar-Tas", "Itar-Tass"),
        ("Kommersnt", "Kommersant"),
        ("Nezavisimya gazeta", "Nezavisimaya gazeta"),
        ("Intefax", "Interfax"),
        ("Interfaks-Ukrain", "Interfaks-Ukraina"),
    ],
)
def test_a_misspelling_suggests_the_name(written: str, first: str) -> None:
    assert REGISTRY.lookup(written) == ()
    assert REGISTRY.suggest(written)[0] == first


@pytest.mark.parametrize("written", ["Ivashov", "Foo", "The Quarterly Lamplighter", "general", ""])
def test_no_silly_suggestions(written: str) -> None:
    assert REGISTRY.suggest(written) == ()


def test_suggestions_name_each_source_once_and_are_few() -> None:
    house = registry(entry("lanterna", aliases=["Lanternaya"]), entry("lanternb"), entry("lanternc"), entry("lanternd"))
    assert house.suggest("Lanterne", limit=2) == ("Lanterna", "Lanternb")
    assert house.suggest("Lanternay") == ("Lanternaya",)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Moscow Times", "moscow-times"),
        ("NTV turkey", "ntv-turkey"),
        ("gazprom-media broadcaster", "ekho-moskvy"),
        ("Russian agencies", "russian-agencies"),
        ("lamplighter", None),
        ("", "n"),
    ],
)
def test_search(query: str, first: str | None) -> None:
    found = [source.id for source in REGISTRY.search(query)]
    if query:
        assert (found[0] if found else None) == first
    else:
        assert len(found) == len(REGISTRY.sources)
    assert len(found) == len(set(found))


# --- collective sources -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "id", "kind", "country"),
    [
        ("Russian agencies", "russian-agencies", "agency", "RU"),
        ("the Russian agencies", "russian-agencies", "agency", "RU"),
        ("Russian & Western agencies", "russian-and-western-agencies", "agency", "RU"),
        ("Russian and Western news agencies", "russian-and-western-news-agencies", "agency", "RU"),
        ("Russian, Ukrainian, and local media", "russian-ukrainian-and-local-media", None, None),
        ("Central Asian media", "central-asian-media", None, None),
        ("U.S. wire services", "u-s-wire-services", "agency", "US"),
        ("Kyiv newspapers", "kyiv-newspapers", "newspaper", "UA"),
        ("leading Moscow dailies", "leading-moscow-dailies", "newspaper", "RU"),
        ("Chechen rebel  websites", "chechen-rebel-websites", "site", "RU"),
        ("Georgian TV channels", "georgian-tv-channels", "broadcaster", "GE"),
        ("agencies", "agencies", "agency", None),
        ("Agencies", "agencies", "agency", None),
    ],
)
def test_collective_sources(written: str, id: str, kind: str | None, country: str | None) -> None:
    (source,) = REGISTRY.lookup(written)
    assert (source.id, source.kind, source.country, source.collective) == (id, kind, country, True)
    assert REGISTRY.knows_spelling(written)


@pytest.mark.parametrize(
    "written", ["relief agencies", "Russian", "Russian ships", "correspondents", "multimedia", "x media"]
)
def test_phrases_that_are_no_collective_source(written: str) -> None:
    assert REGISTRY.lookup(written) == ()


def test_without_a_lexicon_there_are_no_collectives() -> None:
    assert Collectives.load({}).lookup("Russian agencies") is None


# --- running text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chief told Interfax that he would stay.", [("Interfax", ["interfax"])]),
        ("Interfax-Ukraine quoted him.", [("Interfax-Ukraine", ["interfax-ukraine"])]),
        ("ITAR-TASS reported on 3 December.", [("ITAR-TASS", ["itar-tass"])]),
        ("KOMMERSANT reported on 3 December.", [("KOMMERSANT", ["kommersant"])]),
        ("as the Moscow Times wrote", [("the Moscow Times", ["moscow-times"])]),
        ("a Washington Post reporter", [("Washington Post", ["washington-post"])]),
        (
            "the Guardian asked",
            [("the Guardian", ["the-guardian-london"])],
        ),
        ("a guardian of the law", []),
        ("He read Reuters/AP copy.", [("Reuters", ["reuters"]), ("AP", ["ap"])]),
        ("Reuters.The minister left.", [("Reuters", ["reuters"])]),
        ("the Reuters-", [("Reuters", ["reuters"])]),
        ("the Times-Picayune and the Interfaxes", []),
        ("anti-Reuters sentiment, _Reuters, Reuters_ and me@Reuters or Reuters@home", []),
        ("HAPPEN WHAT MAY, they said", []),
        ("Segodnya said so.", [("Segodnya", ["segodnya-kyiv", "segodnya-moscow"])]),
        ("Agence  France-Presse said so", [("Agence  France-Presse", ["afp"])]),
        (
            "Komsomolskaya   pravda  , and   AFP",
            [("Komsomolskaya   pravda", ["komsomolskaya-pravda"]), ("AFP", ["afp"])],
        ),
        ("Itar\u2013Tass and Itar\u2011Tass", [("Itar\u2013Tass", ["itar-tass"]), ("Itar\u2011Tass", ["itar-tass"])]),
        ("see www.kommersant.ru, kremlin.ru.", [("www.kommersant.ru", ["kommersant"]), ("kremlin.ru", ["kremlin"])]),
        ("write to desk@kommersant.ru or see example.com", []),
        ("copy.dpa wrote; no dpa.", [("dpa", ["dpa"])]),
        ("Gazeta.ru wrote; Lenta.ru too", [("Gazeta.ru", ["gazeta-ru"]), ("Lenta.ru", ["lenta-ru"])]),
        ("", []),
    ],
)
def test_names_in_running_text(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert mentioned(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russian, Ukrainian and local media said so", ["Russian, Ukrainian and local media"]),
        ("the Russian and Western news agencies said", ["Russian and Western news agencies"]),
        ("News agencies reported it", ["News agencies"]),
        ("relief agencies reported it", []),
        ("Russian relief agencies reported it", []),
        ("the Russian press service, the local press", ["local press"]),
        ("on Russian television", ["Russian television"]),
        ("He left (Russian agencies, May 3)", ["Russian agencies"]),
        ("a very long preamble about nothing at all and then pro-government newspapers", ["pro-government newspapers"]),
    ],
)
def test_collective_sources_in_running_text(text: str, found: list[str]) -> None:
    assert [written for written, _ in mentioned(text)] == found


def test_names_that_are_words_are_marked_so() -> None:
    (time,) = REGISTRY.mentions("Time is short.", Span(0, 14))
    assert [source.common_word for source in time.sources] == [True]
    assert not REGISTRY.lookup("Interfax")[0].common_word


def test_mentions_keep_to_their_span() -> None:
    text = "AFP, Interfax, Reuters"
    assert [m.span.of(text) for m in REGISTRY.mentions(text, Span(5, 15))] == ["Interfax"]


def test_the_longest_name_that_is_a_whole_word_is_found() -> None:
    house = registry(entry("evening", name="Evening"), entry("star", name="Evening Star"))
    assert mentioned("Evening Stars and Evening Star.", house) == [("Evening", ["evening"]), ("Evening Star", ["star"])]


def test_capitals_of_two_names_that_differ_in_case_alone_mean_both() -> None:
    house = registry(entry("a", name="LaMp", country="RU"), entry("b", name="Lamp", country="UA"))
    assert mentioned("LaMp, Lamp, LAMP", house) == [("LaMp", ["a"]), ("Lamp", ["b"]), ("LAMP", ["a", "b"])]


WORDS = st.sampled_from(
    [
        "Interfax",
        "ITAR-TASS",
        "the",
        "The Times",
        "Russian",
        "media",
        "agencies",
        "and",
        "&",
        "  ",
        "kommersant.ru",
        "İ",
        "ß",
        "\u2011",
        "’",
    ]
)


@given(st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=12), st.integers(0, 30), st.booleans())
def test_mentions_lie_inside_in_order_and_match_the_text(parts: list[str], start: int, spaced: bool) -> None:
    text = (" " if spaced else "").join(parts)
    span = Span(min(start, len(text)), len(text))
    free = span.start
    for mention in REGISTRY.mentions(text, span):
        assert free <= mention.span.start < mention.span.end <= span.end
        free = mention.span.end
        written = re.sub(" +", " ", names.plain_marks(mention.span.of(text)))
        for source in mention.sources:
            listed = (source.name, *source.aliases, *source.domains)
            assert names.fold(written.removeprefix("www.")) in [names.fold(name) for name in listed]


@given(st.text(max_size=40))
def test_any_name_can_be_asked_for(name: str) -> None:
    REGISTRY.lookup(name)
    REGISTRY.knows_spelling(name)
    assert names.fold(names.fold(name)).isascii() or names.fold(name)


# --- soundness --------------------------------------------------------------------------------------------------------


def test_the_shipped_registry_is_sound_and_large() -> None:
    shipped = tables("registry")
    assert problems(shipped, tables("lexicon")["collectives"]) == []
    of = {word: [entry for table in shipped.values() for entry in table.get(word, ())] for word in ("source", "owner")}
    assert list(unfounded(of["source"], of["owner"])) == []
    named = {
        period["is"] for e in (*of["source"], *of["owner"]) for k in ("owner", "parent") for period in periods(e.get(k))
    }
    assert named == {owner["id"] for owner in of["owner"]}
    listed = sum(1 + len(source.aliases) for source in REGISTRY.sources)
    assert len(REGISTRY.sources) >= 1200
    assert listed >= 4000


def test_every_listed_name_finds_its_source() -> None:
    for source in REGISTRY.sources:
        for name in (source.name, *source.aliases, *source.domains):
            assert source in REGISTRY.lookup(name), name
            assert REGISTRY.knows_spelling(name), name


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"alias": ["X"]}, 'unknown key "alias"; did you mean "aliases"?'),
        ({"zzz": 1}, 'unknown key "zzz"'),
        (
            {"kind": "newspapr"},
            f'kind: expected {KINDS}, found "newspapr"; did you mean "newspaper"?',
        ),
        (
            {"control": "statte"},
            'control: expected one of state, party, private, public, found "statte"; did you mean "state"?',
        ),
        ({"control": [{"is": "state", "form": 1990}]}, 'control: unknown key "form"; did you mean "from"?'),
        ({"control": [{"from": 1990}]}, "control: a period lacks its value, { is = ... }"),
        ({"control": [{"is": "state", "from": 1999, "to": 1990}]}, "control: from 1999 lies after to 1990"),
        (
            {"control": [{"is": "state", "to": 2001}, {"is": "private", "from": 1999}]},
            'control: "private" must begin no sooner than "state" ends',
        ),
        (
            {"control": [{"is": "state"}, {"is": "private", "from": 1999}]},
            'control: "private" must begin no sooner than "state" ends',
        ),
        ({"control": ["state"]}, "control: expected a text or a list of { is, from, to, basis }, found ['state']"),
        (
            {"control": [{"is": "state", "to": "2001-04-14"}, {"is": "private", "from": dt.date(2001, 4, 14)}]},
            'control: "private" must begin no sooner than "state" ends',
        ),
        (
            {"control": [{"is": "state", "from": "2001-04-31"}]},
            "control: 2001-04-31 is no day or month of the calendar",
        ),
        (
            {"control": [{"is": "state", "from": "April"}]},
            'control: expected a year, a month ("2001-04") or a day (2001-04-14), found "April"',
        ),
        ({"control": [{"is": "state", "basis": ""}]}, 'control: expected a text, found ""'),
        (
            {"from": 1990, "to": 1999, "control": [{"is": "state", "to": "2001-04"}]},
            'control "state" changes in 2001-04, outside its own years 1990-1999',
        ),
        (
            {"from": 1990, "control": [{"is": "state", "to": 1985}]},
            'control "state" changes in 1985, outside its own years 1990-',
        ),
        ({"owner": 3}, "owner: expected small letters, digits and hyphens, found 3"),
        ({"owner": "nobody"}, 'owner: no [[owner]] has the id "nobody"'),
        ({"at_home": True}, "at_home: needs a country"),
        ({"country": "UK"}, 'country: expected an ISO 3166-1 code, found "UK"'),
        ({"languages": "ru"}, 'languages: expected a list of texts, found "ru"'),
        ({"languages": ["Russian"]}, 'languages: expected an ISO 639 code in small letters, found "Russian"'),
        ({"aliases": "X"}, 'aliases: expected a list of texts, found "X"'),
        ({"aliases": [1]}, "aliases: expected a text, found 1"),
        ({"aliases": ["X", "X"]}, 'aliases: "X" stands twice'),
        ({"aliases": ["Lamp"]}, 'aliases: "Lamp" is the name itself'),
        ({"domains": ["Lamp.ru"]}, 'domains: expected a domain in small letters, found "Lamp.ru"'),
        ({"from": 99}, "from: expected a year from 1600 to 2100, found 99"),
        ({"from": "1999"}, 'from: expected a year from 1600 to 2100, found "1999"'),
        ({"to": True}, "to: expected a year from 1600 to 2100, found True"),
        ({"from": 2001, "to": 1999}, "from 2001 lies after to 1999"),
        ({"common_word": "yes"}, 'common_word: expected true or false, found "yes"'),
        ({"name": " Lamp"}, 'name: expected a text, found " Lamp"'),
        ({"predecessor": "lamb"}, 'predecessor: no source has the id "lamb"; did you mean "lamp"?'),
        ({"successor": "qqq"}, 'successor: no source has the id "qqq"'),
        ({"predecessor": "lamp"}, "is its own predecessor: lamp < lamp"),
    ],
)
def test_a_bad_source_is_named_with_what_is_wrong(facts: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError) as error:
        registry({"id": "lamp", "name": "Lamp", **facts})
    assert str(error.value) == f'house.toml: source "lamp": {message}'


A, B = 'house.toml: source "a"', 'house.toml: source "b"'
TWINS = f'{B}: the name "Lamp" serves {A} too; country, place, kind or years must differ'


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}], f"{A}: the id is taken by {A}"),
        ([{"name": "A"}], 'house.toml: source "A": id is missing'),
        ([{"id": "a"}], 'house.toml: source "a": name is missing'),
        (
            [{"id": "A b", "name": "A"}],
            'house.toml: source "A b": id: expected small letters, digits and hyphens, found "A b"',
        ),
        (
            [{"id": "a", "name": "A", "successor": "b"}, {"id": "b", "name": "B"}],
            f"{A}: is followed by b, which does not name it as its predecessor",
        ),
        (
            [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "predecessor": "a"}],
            f"{B}: follows a, which does not name it as its successor",
        ),
        (
            [
                {"id": "a", "name": "A", "to": 1990, "successor": "b"},
                {"id": "b", "name": "B", "from": 1998, "predecessor": "a"},
            ],
            f"{B}: begins in 1998, long after its predecessor a ends in 1990",
        ),
        ([{}], "house.toml: source 1: id is missing\nhouse.toml: source 1: name is missing"),
        ("Lamp", "house.toml: sources are tables under [[source]]"),
        (
            [{"id": "a", "name": "Lamp"}, {"id": "b", "name": "The LAMP", "aliases": ["Lamp"]}],
            TWINS.replace("Lamp", "The LAMP"),
        ),
        ([{"id": "a", "name": "Lamp", "country": "RU"}, {"id": "b", "name": "Lamp", "country": "RU"}], TWINS),
        ([{"id": "a", "name": "Lamp", "from": 1990}, {"id": "b", "name": "Lamp", "from": 1995, "to": 1999}], TWINS),
        (
            [{"id": "a", "name": "A", "domains": ["x.ru"]}, {"id": "b", "name": "B", "domains": ["x.ru"]}],
            'house.toml: source "b": the domain x.ru is listed by house.toml: source "a" too',
        ),
        (
            [
                {"id": "a", "name": "A", "to": 2000, "successor": "b"},
                {"id": "b", "name": "B", "from": 1998, "predecessor": "a"},
            ],
            'house.toml: source "b": begins in 1998, its predecessor a ends in 2000',
        ),
        (
            [
                {"id": "a", "name": "A", "predecessor": "b", "successor": "b"},
                {"id": "b", "name": "B", "predecessor": "a", "successor": "a"},
            ],
            'house.toml: source "a": is its own predecessor: a < b < a\n'
            'house.toml: source "b": is its own predecessor: b < a < b',
        ),
    ],
)
def test_bad_tables_of_sources(sources: Any, message: str) -> None:
    with pytest.raises(RuleError) as error:
        Registry.load({"house.toml": {"source": sources}}, {})
    assert str(error.value) == message


@pytest.mark.parametrize(
    "other",
    [{"country": "UA"}, {"place": "Lviv"}, {"kind": "agency"}, {"from": 1996}],
)
def test_one_name_may_serve_two_sources_that_differ(other: dict[str, Any]) -> None:
    one = {"id": "a", "name": "Lamp", "country": "RU", "place": "Moscow", "kind": "newspaper", "from": 1990, "to": 1998}
    two = {**{key: one[key] for key in ("name", "country", "place", "kind")}, "id": "b", **other}
    assert len(registry(one, two).lookup("Lamp")) == 2


def test_a_lineage_that_turns_in_a_circle_ends() -> None:
    (source,) = Registry(({"id": "a", "name": "A", "predecessor": "a"},)).sources
    assert Registry(({"id": "a", "name": "A", "predecessor": "a"},)).lineage(source) == "a"


@pytest.mark.parametrize(
    ("owners", "message"),
    [
        ([{"id": "h", "name": "H"}, {"id": "h", "name": "I"}], 'owner "h": the id is taken by house.toml: owner "h"'),
        ([{"id": "h", "name": "H"}, {"id": "i", "name": "H"}], 'owner "i": the name is taken by house.toml: owner "h"'),
        (
            [{"id": "h", "name": "H", "kind": "privat"}],
            'owner "h": kind: expected one of state, party, church, private, '
            'foundation, public, found "privat"; did you mean "private"?',
        ),
        ([{"id": "h", "name": "H", "parent": "i"}], 'owner "h": parent: no [[owner]] has the id "i"'),
        ([{"id": "h", "name": "H", "parent": "h"}], 'owner "h": is its own parent: h < h'),
        ([{"id": "h", "name": "H", "owner": "x"}], 'owner "h": unknown key "owner"'),
    ],
)
def test_bad_tables_of_owners(owners: Any, message: str) -> None:
    with pytest.raises(RuleError) as error:
        Registry.load({"house": {"owner": owners}}, {})
    assert str(error.value) == f"house.toml: {message}"


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({"kind": "newspaper", "control": "private"}, []),
        ({"kind": "agency", "control": "state"}, []),
        ({"kind": "newspaper", "control": "state"}, ['lamp: control "state" has no basis']),
        ({"kind": "newspaper", "control": [{"is": "state", "basis": "the city's paper"}]}, []),
        ({"kind": "newspaper", "control": "state", "basis": "the city's paper"}, []),
        ({"kind": "newspaper", "control": "party", "owner": "reds"}, []),
        ({"kind": "newspaper", "owner": [{"is": "reds", "from": 1990}]}, ['lamp: owner "reds" has no basis']),
        ({"predecessor": "lantern"}, ["lamp: that it follows lantern has no basis"]),
    ],
)
def test_what_is_not_plain_needs_a_basis(facts: dict[str, Any], lines: list[str]) -> None:
    assert list(unfounded([entry("lamp", **facts)], [{"id": "reds", "name": "Reds", "kind": "party"}])) == lines


def test_many_mistakes_are_cut_short() -> None:
    with pytest.raises(RuleError, match=r"\.\.\. and 2 more$"):
        registry(*({"id": f"a{n}", "name": f"A{n}", "kind": "x"} for n in range(12)))


def test_a_table_that_holds_something_else_than_sources() -> None:
    with pytest.raises(RuleError, match=r'house\.toml: unknown key "sources"; did you mean "source"\?'):
        Registry.load({"house": {"sources": []}}, {})


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"noun": {}}, 'unknown key "noun"; did you mean "nouns"?'),
        ({"alone": "agencies"}, 'alone: expected a list of texts, found "agencies"'),
        ({"nouns": ["agencies"]}, "nouns: expected a table, found ['agencies']"),
        (
            {"nouns": {"agencies": ["agencies"]}},
            f'nouns: expected {KINDS}, any, found "agencies"; did you mean "agency"?',
        ),
        ({"nationalities": {"UK": ["British"]}}, 'nationalities: expected an ISO 3166-1 code, found "UK"'),
        ({"nationalities": {"GB": "British"}}, 'nationalities.GB: expected a list of texts, found "British"'),
        ({"kind-words": {"daily": "newspaper"}}, 'kind-words.daily: expected a list of texts, found "newspaper"'),
        (
            {"kind-words": {"daily": ["paper"]}},
            f'kind-words: expected {KINDS}, found "paper"; did you mean "newspaper"?',
        ),
    ],
)
def test_bad_lexicon_of_collectives(table: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError) as error:
        Registry.load({}, table)
    assert str(error.value) == f"collectives.toml: {message}"


# --- parts of an outlet -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("Radio Liberty's Kyrgyz Service", ["radio-azattyk"]),  # listed under the name of its owner
        ("Kyrgyz Service of RFE/RL", ["radio-azattyk"]),
        ("Radio Liberty’s Azeri-language service", ["radio-liberty"]),
        ("BBC Azeri", ["bbc"]),
        ("VOA Georgian Service", ["voa"]),
        ("the Georgian service of the Voice of America", ["voa"]),
        ("BBC Radio 4", ["bbc"]),
        ("CNN International", ["cnn"]),
        ("Vedomosti Russian", []),  # no station
        ("Severny Kyrgyz Service", []),
        ("Kyrgyz Press Service", []),
        ("Pravda 24", []),
    ],
)
def test_a_part_that_is_not_listed_is_its_outlet(part: str, found: list[str]) -> None:
    assert ids(part) == found
    assert not found or REGISTRY.knows_spelling(part)
