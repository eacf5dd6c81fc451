"""Links as citations: the outlet by its domain, the day by its path, and what of the text they carry."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.excerpt import plain as plain_words
from attrib.inputs import read_text
from attrib.model import Analysis
from attrib.registry import default

ISSUE = dt.date(2024, 5, 14)


def markdown(text: str) -> Analysis:
    return analyse(read_text(text, format="markdown"), date=ISSUE)


def plain(text: str) -> Analysis:
    return analyse(read_text(text), date=ISSUE)


def found(got: Analysis) -> list[str]:
    """Each reference in short: its source or its words, and its days."""
    return [
        " ".join([r.source.id if r.source else f"? {r.written}", *(d.first.isoformat() for d in r.dates)])
        for c in got.citations
        for r in c.references
    ]


@pytest.mark.parametrize(
    ("address", "reference"),
    [
        # whose site
        ("https://www.interfax.ru/russia/1", "interfax"),
        ("http://interfax.ru", "interfax"),
        ("https://m.lenta.ru/x", "lenta-ru"),
        ("https://amp.theguardian.com/x", "the-guardian-london"),
        ("https://www.amp.theguardian.com/x", "the-guardian-london"),
        ("https://english.alarabiya.net/x", "al-arabiya"),
        ("https://edition.cnn.com/x", "cnn"),
        ("https://www.bbc.co.uk/news/x", "bbc"),
        ("https://desk@www.interfax.ru:443/x", "interfax"),
        ("https://www.severny-vestnik.example/x", "? severny-vestnik.example"),
        ("https://notinterfax.ru/x", "? notinterfax.ru"),
        # a copy in an archive
        ("https://web.archive.org/web/20240513102030/https://www.interfax.ru/x", "interfax"),
        ("https://web.archive.org/web/20240513102030id_/http://interfax.ru/x", "interfax"),
        ("https://web.archive.org/web/2022*/interfax.ru/x", "interfax"),
        ("https://archive.ph/2024.05.13-102030/https://tass.com/x", "tass"),
        ("https://www.google.com/amp/s/www.interfax.ru/x", "interfax"),
        # the day
        ("https://www.interfax.ru/2024/05/12/x", "interfax 2024-05-12"),
        ("https://www.interfax.ru/2024/5/7/x", "interfax 2024-05-07"),
        ("https://www.interfax.ru/2024/may/12/x", "interfax 2024-05-12"),
        ("https://www.interfax.ru/2024/May/12", "interfax 2024-05-12"),
        ("https://www.interfax.ru/x/2024-05-12/", "interfax 2024-05-12"),
        ("https://www.interfax.ru/ferry-sinks-2024-05-12", "interfax 2024-05-12"),
        ("https://www.interfax.ru/20240512/x", "interfax 2024-05-12"),
        ("https://www.interfax.ru/x-20240512.html", "interfax 2024-05-12"),
        ("https://www.interfax.ru/view/AB20240512004500315", "interfax 2024-05-12"),  # with its time of day
        ("https://www.interfax.ru/13.05.2024/x", "interfax 2024-05-13"),
        ("https://www.interfax.ru/2024/05/12/x-2024-05-12", "interfax 2024-05-12"),
        ("https://web.archive.org/web/20240513102030/https://www.interfax.ru/2024/05/12/x", "interfax 2024-05-12"),
        # no day
        ("https://www.interfax.ru/2024/05/x", "interfax"),
        ("https://www.interfax.ru/2024/02/31/x", "interfax"),
        ("https://www.interfax.ru/2024/xyz/12/x", "interfax"),
        ("https://www.interfax.ru/05-12-2024/x", "interfax"),
        ("https://www.interfax.ru/320240512", "interfax"),
        ("https://www.interfax.ru/20240510-20240512", "interfax"),
        ("https://www.interfax.ru/x?from=2024-05-12", "interfax"),
        ("https://www.interfax.ru/x#2024-05-12", "interfax"),
    ],
)
def test_addresses(address: str, reference: str) -> None:
    assert found(markdown(f"The ferry [sank]({address}) off the cape.\n")) == [reference]
    assert found(plain(f"The ferry sank off the cape, see {address}, on Sunday.")) == [reference]


@pytest.mark.parametrize(
    ("link", "reference"),
    [
        ("[reported on May 11](https://www.interfax.ru/2024/05/12/x)", "interfax 2024-05-11"),
        ("[Interfax](https://example.org/1)", "interfax"),
        ("[a report of Interfax on it](https://example.org/1)", "interfax"),
        ("[Interfax and TASS](https://example.org/1)", "? example.org"),
        ("[its register](https://example.org/1)", "? example.org"),
        # an outlet that nobody knows, on a site that bears its name
        ("[La Boya del Norte](https://www.laboyadelnorte.example/1)", "? La Boya del Norte"),
        ("[according to La Boya](https://laboya.example.org/1)", "? La Boya"),
        ("[*La Boya* reported](https://laboya.example.org/1)", "? La Boya"),
        ("[The Harbor Times](https://harbortimesonline.example/2024/05/12/x)", "? The Harbor Times 2024-05-12"),
        ("[La Boya del Norte](https://www.lbdn.example/1)", "? La Boya del Norte"),
        ("[Harbor Union Watch](https://huw.example/1)", "? Harbor Union Watch"),
        ("[Ivan Orlov resigned](https://laboya.example.org/1)", "? laboya.example.org"),
        # on a platform the name is of who posts there
        ("[Harbor Watch](https://t.me/harborwatch/5)", "? Harbor Watch"),
        ("[said so](https://x.com/harborwatch/5)", "? x.com/harborwatch"),
        ("[Telegram](https://t.me/harborwatch/5)", "? t.me/harborwatch"),
        # words that are a bracket
        ("[(TASS)](https://tass.com/2024/05/12/x)", "tass 2024-05-12"),
        ("[(La Boya, May 11)](https://laboya.example.org/2024/05/12/x)", "? La Boya 2024-05-11"),
        ("[(their words)](https://tass.com/1)", "tass"),
        ("<https://www.interfax.ru/2024/05/12/x>", "interfax 2024-05-12"),
        ("[https://www.interfax.ru/20240512](https://www.interfax.ru/20240512)", "interfax 2024-05-12"),
    ],
)
def test_linked_words(link: str, reference: str) -> None:
    got = markdown(f"The ferry sank, {link}, off the cape.\n")
    (citation,) = got.citations
    assert (citation.form, citation.span.of(got.document.text)) == ("link", link)
    assert found(got) == [reference]
    assert citation.references[0].url is not None


@pytest.mark.parametrize(
    ("sentence", "reference"),
    [
        ("The ferry sank, [Interfax reported](https://example.org/1) on May 11.", "interfax 2024-05-11"),
        ("The ferry sank, [Interfax reported](https://example.org/1) on Sunday.", "interfax 2024-05-12"),
        ("The ferry sank, [Interfax said](https://interfax.ru/2024/05/10/) on Sunday.", "interfax 2024-05-10"),
        ("The ferry [sank](https://interfax.ru/1) on Sunday.", "interfax"),
        ("The ferry sank, [Interfax said](https://interfax.ru/1); it rose on Sunday.", "interfax"),
    ],
)
def test_a_day_behind_a_link_that_says_who_reported(sentence: str, reference: str) -> None:
    assert found(markdown(sentence + "\n")) == [reference]


@pytest.mark.parametrize(
    ("bracket", "kind"),
    [
        ("([La Boya](https://laboya.example.org/1))", "citation"),
        ("([La Boya](https://laboya.example.org/1) and [La Sonda](https://lasonda.example.org/1))", "citation"),
        ("(via [their site](https://laboya.example.org/1))", "citation"),
        ("[(La Boya, May 11)](https://laboya.example.org/1)", "citation"),
        ("(of which [one](https://laboya.example.org/1) was old)", "gloss"),
    ],
)
def test_a_bracket_round_links_alone_cites(bracket: str, kind: str) -> None:
    got = markdown(f"The ferry sank {bracket}.\n")
    assert [b.kind for b in got.brackets] == [kind]
    assert {c.form for c in got.citations} == {"link"}
    assert len(got.sentences) == 1


def test_a_bare_address_ends_before_the_marks_behind_it() -> None:
    text = "The ferry sank, says https://www.interfax.ru/2024/05/12/x. It was old."
    got = plain(text)
    assert [c.span.of(text) for c in got.citations] == ["https://www.interfax.ru/2024/05/12/x"]
    assert [s.span.of(text) for s in got.sentences][1] == "It was old."


@pytest.mark.parametrize(
    "text",
    [
        "Write to [the editor](mailto:desk@example.org) or go [up](#top).\n",
        "The bank closed ([see the Monitor, September 3](https://example.org/3)).\n",
        "The bank closed. See [the Monitor](https://jamestown.example/monitor/3).\n",
        "The code `[Interfax](https://www.interfax.ru/1)` is no link.\n",
        "The bank closed ([archive](https://archive.org/details/1)).\n",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert markdown(text).citations == ()


@pytest.mark.parametrize(
    ("bracket", "references"),
    [
        ("([Interfax, May 12](https://www.interfax.ru/1); TASS, May 11)", ["interfax 2024-05-12", "tass 2024-05-11"]),
        ("([Interfax](https://www.interfax.ru/2024/05/12/x))", ["interfax 2024-05-12"]),
        ("([Severny Vestnik](https://www.interfax.ru/x), May 12)", ["interfax 2024-05-12"]),
        ("(Interfax, https://www.interfax.ru/2024/05/12/x)", ["interfax 2024-05-12"]),
        ("(https://www.interfax.ru/2024/05/12/x)", ["interfax 2024-05-12"]),
        ("(see https://www.interfax.ru/2024/05/12/x)", ["interfax 2024-05-12"]),
        ("(see Interfax)", ["interfax"]),
        ("(https://severny-vestnik.example/x, May 12)", ["? severny-vestnik.example 2024-05-12"]),
    ],
)
def test_links_in_brackets(bracket: str, references: list[str]) -> None:
    got = markdown(f"The ferry sank {bracket}.\n")
    assert [c.form for c in got.citations] == ["parenthetical"]
    assert found(got) == references


def test_a_link_inside_a_bracket_gives_its_reference_the_address() -> None:
    got = markdown("The ferry sank ([Interfax, May 12](https://www.interfax.ru/1); TASS, May 11).\n")
    assert [r.url for r in got.citations[0].references] == ["https://www.interfax.ru/1", None]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("The ferry [sank](https://tass.com/1) on Sunday. No one died on Monday.", [["tass"], []]),
        # a figure that is linked is the marker of a note
        ("It sank. It rose.[1](https://tass.com/1) It left.", [[], ["tass"], []]),
        ("It sank. It rose. [1] It left.\n\n[1]: https://tass.com/1", [[], ["tass"], []]),
        ("The ferry sank on Sunday. No one died. [Source](https://tass.com/1)", [["tass"], ["tass"]]),
        ("The ferry sank on Sunday. [TASS](https://tass.com/1). It was raised on Monday.", [["tass"], []]),
        ("The ferry sank on Sunday. Source: https://tass.com/1", [["tass"]]),
        ("The ferry sank on Sunday. <https://tass.com/1>", [["tass"]]),
        ("It sank on Sunday. https://tass.com/1 It rose on Monday. https://tass.com/2 https://apnews.com/3", [["tass"], ["tass", "ap"]]),
        ("It sank. [TASS](https://tass.com/1) and [AP](https://apnews.com/3) both said so.", [[], ["tass", "ap"]]),
        ("It sank. [TASS](https://tass.com/1), [AP](https://apnews.com/3)", [["tass", "ap"]]),
        ("The ferry sank on Sunday. [Mayor](https://tass.com/1) Ivan Orlov resigned on Monday.", [[], ["tass"]]),
    ],
)  # fmt: skip
def test_what_a_link_carries(text: str, carried: list[list[str]]) -> None:
    got = markdown(text + "\n")
    sources = [
        [source.id for link in s.links if (source := got.citations[link.citation].references[0].source)]
        for s in got.supports
    ]
    assert sources == carried


def test_a_figure_that_is_linked_names_nobody() -> None:
    assert found(markdown("It rose.[1]\n\n[1]: https://x.com/tugwatch/status/1\n")) == ["? x.com/tugwatch"]


@pytest.mark.parametrize(
    ("host", "near"),
    [("reuterss.com", "reuters.com"), ("komersant.ru", "kommersant.ru"), ("harbor-pilots.example", None)],
)
def test_the_nearest_site_that_is_known(host: str, near: str | None) -> None:
    assert next(iter(default().suggest(host)), None) == near


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks failed ([APA](https://en.apa.az/x)).", ["apa-azerbaijan"]),
        ("Talks failed ([APA](https://apa.at/x)).", ["apa-austria"]),
        (
            "Talks failed ([APA, May 13](https://apa.at/x); Trend, May 13).",
            ["apa-austria 2024-05-13", "trend 2024-05-13"],
        ),
        ("Talks failed ([Interfax](https://www.rferl.org/x)).", ["interfax"]),  # whose words another's site has
    ],
)
def test_an_address_tells_which_outlet_of_a_name_is_meant(text: str, expected: list[str]) -> None:
    assert found(markdown(text)) == expected


def test_see_here_leads_to_what_is_linked_and_to_no_issue() -> None:
    got = markdown("The port was closed (see [here](https://t.me/harborwatch/5)).\n")
    assert [reference.written for citation in got.citations for reference in citation.references] == [
        "t.me/harborwatch"
    ]
    assert [bracket.cross_references for bracket in got.brackets] == [()]


def test_a_link_to_an_issue_of_its_own_cites_nobody() -> None:
    assert markdown("The port was closed. [Our last issue](https://brief.example/9) told of it.\n").citations == ()


def test_of_a_name_at_its_own_address_a_listed_one_is_only_a_part() -> None:
    assert found(markdown("[Folha do Mangue](https://folhadomangue.example/1) wrote of it.\n")) == ["? Folha do Mangue"]


def test_markup_is_no_part_of_the_words_that_are_shown() -> None:
    got = markdown("[DeepState](https://t.me/DeepStateUA/2) put the advance at *400* meters.\n")
    span = got.claims[0].span
    assert plain_words(got.document, span) == "DeepState put the advance at 400 meters."
