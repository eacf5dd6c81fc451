"""What a web page says: the words of its article, and where each stands in the source."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import attrib
from attrib.errors import InputError
from attrib.inputs import read_text
from attrib.model import Document


def read(source: str) -> Document:
    return read_text(source, "page.html", format="html")


def said(source: str) -> list[tuple[str, str]]:
    document = read(source)
    return [(block.label or block.kind, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<h1>Talks fail</h1><p>Nobody <b>came</b>.</p>", [("heading", "Talks fail"), ("paragraph", "Nobody came.")]),
        ("<p>One<p>Two", [("paragraph", "One"), ("paragraph", "Two")]),
        ("One<br>line.<br><br>Two.", [("paragraph", "One\nline."), ("paragraph", "Two.")]),
        ("<p>a\n   b&amp;c&nbsp;&#8211; d &lt; e</p>", [("paragraph", "a b&c\xa0– d < e")]),
        ("<p>R&D and AT&T; 5 < 6 & 7 > 2</p>", [("paragraph", "R&D and AT&T; 5 < 6 & 7 > 2")]),
        ("<script>var a = '<p>no</p>';</script><style>p{}</style><p>Yes</p>", [("paragraph", "Yes")]),
        ("<nav><p>Home</p></nav><p>Yes</p><footer>Us</footer>", [("paragraph", "Yes")]),
        ("<p>Yes <span hidden>no</span><i style='display: none'>no</i></p>", [("paragraph", "Yes")]),
        ("<p>He <del>did not</del> <ins>did</ins> go.</p>", [("paragraph", "He did go.")]),
        ("<div>Site</div><main><p>Yes</p></main><div>More</div>", [("paragraph", "Yes")]),
        ("<p>Site</p><article><p>Yes</p></article>", [("paragraph", "Yes")]),
        ("<article><p>A</p></article><article><p>B</p></article>", [("paragraph", "A"), ("paragraph", "B")]),
        ("<ul><li>One<li>Two</ul>", [("paragraph", "One"), ("paragraph", "Two")]),
        ("<ol start=3><li>One</li><li><p>Two</p></li></ol>", [("paragraph", "3. One"), ("paragraph", "4. Two")]),
        ("<table><tr><td>Dead<td>12<tr><td>Hurt<td>3</table>", [("paragraph", "Dead\t12"), ("paragraph", "Hurt\t3")]),
        ("<table><thead><tr><th>Port<th>Dead<tbody><tr><td>Oslo<td>3</table><p>Text.", [("paragraph", "Oslo\t3"), ("paragraph", "Text.")]),
        ("<table><thead><tr><th>Port</th></tr></thead><tr><td>Oslo</table><p>Text.", [("paragraph", "Oslo"), ("paragraph", "Text.")]),
        ("<table><thead><tr><th>Port</table><p>Text.", [("paragraph", "Text.")]),
        ("<p><strong>In bold</strong></p><p>Text.</p>", [("heading", "In bold"), ("paragraph", "Text.")]),
        ("<p>Never closed <b>here", [("paragraph", "Never closed here")]),
        ("<p>Kept</p><!-- never closed <p>gone</p>", [("paragraph", "Kept")]),
        ("", []),
    ],
)  # fmt: skip
def test_the_words_of_a_page(source: str, blocks: list[tuple[str, str]]) -> None:
    assert said(source) == blocks


NOTES = """<p>Twelve drowned<sup><a id="r1" href="#n1">1</a></sup> on Monday. The guard left [<a href="#n2">2</a>].</p>
<section><h2>Notes</h2><ol><li id="n1">Reuters, December 1, 1999. <a href="#r1">↩</a></li>
<li id="n2"><p>AFP, December 2, 1999.</p><p>Also on film.</p></li></ol></section>"""


def test_links_within_the_page_are_notes() -> None:
    assert said(NOTES) == [
        ("paragraph", "Twelve drowned[^1] on Monday. The guard left [^2]."),
        ("heading", "Notes"),
        ("1", "Reuters, December 1, 1999."),
        ("2", "AFP, December 2, 1999.\nAlso on film."),
    ]
    analysis = attrib.analyse(read(NOTES))
    assert [(c.form, c.references[0].name) for c in analysis.citations] == [
        ("footnote", "Reuters"),
        ("footnote", "AFP"),
    ]


def test_a_contents_list_is_no_list_of_notes() -> None:
    source = '<p><a href="#a">1</a> <a href="#b">Talks</a></p><h2 id="a">Talks</h2><p id="b">Nobody came.</p>'
    assert said(source) == [("paragraph", "1 Talks"), ("heading", "Talks"), ("paragraph", "Nobody came.")]


def test_links_are_citations() -> None:
    page = read('<p>The strike is over, <a href="https://www.interfax.ru/1">it said</a>, <a href="/x">see</a>.</p>')
    assert [(link.text.of(page.text), link.url) for link in page.hyperlinks] == [
        ("it said", "https://www.interfax.ru/1")
    ]
    assert [citation.references[0].name for citation in attrib.analyse(page).citations] == ["Interfax"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="1999-12-02T08:00:00Z">', "1999-12-02"),
        ('<meta name="DC.date" content="1999-12-02">', "1999-12-02"),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "1999-12-02"}</script>',
            "1999-12-02",
        ),
        ('<time itemprop="datePublished" datetime="1999-12-02">Thursday</time>', "1999-12-02"),
        (
            '<meta name="date" content="1999-12-01"><meta property="article:published_time" content="1999-12-02">',
            "1999-12-02",
        ),
        ("<script>{'datePublished': '1999-12-02'}</script>", None),
    ],
)
def test_a_page_states_its_day(head: str, day: str | None) -> None:
    assert read(f"<html><head>{head}</head><body><p>Text.</p></body></html>").meta.get("date") == day


def test_every_word_maps_back_to_the_source() -> None:
    source = (
        "<h1>R&eacute;sum&eacute;</h1>\r\n<p>Talks  &amp;\n\tbread <b>failed</b> on<!-- x --> Monday&#46;</p>\n" + NOTES
    )
    document = read(source)
    assert document.extract
    for block in document.blocks:
        for offset in range(*block.span):
            place = document.extract.place(offset)
            if document.text[offset].isalpha():
                assert source[place] in (document.text[offset], "&")
                assert document.offset(*document.origin(offset)) == offset
    monday = document.text.index("Monday")
    assert document.origin(monday) == (3, source.splitlines()[2].index("Monday") + 1)


def test_findings_stand_where_the_words_stand_in_the_source(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Crowds\n came (AFP, May 4). <i>The dam &amp; mill</i> broke.</p>")
    analysis = attrib.analyse(attrib.read(tmp_path / "page.html"))
    (found,) = [f for f in attrib.check(analysis, attrib.load_rulebook()) if f.code == "S101"]
    assert analysis.document.origin(found.span.start) == (2, 24)


def test_a_comment_suppresses_in_its_paragraph() -> None:
    page = "<p>Crowds came (AFP, May 4). The dam broke.{}</p>{}<p>Crowds came (AFP, May 4). The mill broke.</p>"
    mark = "<!-- attrib: ignore[S101] the desk was there -->"
    for inside, between, left in [("", "", "dam mill"), (mark, "", "mill"), ("", mark, "dam")]:
        analysis = attrib.analyse(read(page.format(inside, between)))
        found = [
            f.span.of(analysis.document.text)
            for f in attrib.check(analysis, attrib.load_rulebook())
            if f.code == "S101"
        ]
        assert found == [f"The {word} broke." for word in left.split()]


# --- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "encoding", "read_as"),
    [
        ('<meta charset="windows-1251">', "cp1251", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8_r", "koi8-r"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", "cp1251"),
        ('<meta charset="windows-1251">', "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
        ("", "utf-16", "utf-16-le"),
        ('<meta charset="rot13">', "utf-8", "utf-8"),
    ],
)
def test_a_page_declares_its_encoding(tmp_path: Path, head: str, encoding: str, read_as: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(f"{head}<p>Переговоры сорваны.</p>".encode(encoding))
    document = attrib.read(path)
    assert (document.text, document.encoding) == ("Переговоры сорваны.", read_as)


def test_a_page_that_is_not_what_it_declares(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b'<meta charset="euc-jp">\n<p>caf\xe9.</p>')
    with pytest.raises(InputError, match=r"page\.html: line 2 holds a byte that is not euc_jp"):
        attrib.read(tmp_path / "page.html")


# --- pages that are traps ---------------------------------------------------------------------------------------------

TRAPS = {
    "comments that never end": "<!--" * 100_000,
    "angles": "<" * 300_000,
    "tags that never end": '<a x="' * 60_000,
    "a tag that ends late": '<a x="' * 60_000 + ">",
    "declarations": "<!x" * 100_000 + ">",
    "instructions": "<?x" * 100_000 + ">",
    "references": "&#" * 200_000,
    "elements in elements": "<div>" * 60_000 + "x" + "</div>" * 60_000,
    "ends without a start": "<b>" * 60_000 + "</i>" * 60_000,
    "attributes": "<a " + "b=c " * 60_000 + ">",
    "scripts": "<script>" * 60_000,
    "notes that lead to notes": "".join(f'<p id=n{n}><a href="#n{n + 1}">1</a>' for n in range(5_000)),
}


@pytest.mark.parametrize("source", TRAPS.values(), ids=TRAPS)
def test_a_trap_takes_no_more_time_than_a_page(source: str) -> None:
    start = time.process_time()
    read(source)
    assert time.process_time() - start < 5
