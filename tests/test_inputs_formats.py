"""What a draft says, by encoding and format: the text of bytes, the blocks of text, the values of front matter."""

from __future__ import annotations

import codecs
import textwrap

import pytest

from attrib.inputs import decoding, frontmatter, read_text
from attrib.inputs.prose import prose
from attrib.model import Document, Span

# --- encodings --------------------------------------------------------------------------------------------------------

TEXT = "Talks failed – “again” (Itar-Tass, May 3).\r\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (TEXT.encode(), TEXT, "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), TEXT, "utf-8"),
        (TEXT.encode("utf-16"), TEXT, "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, "utf-16-be"),
        (TEXT.encode("utf-32"), TEXT, "utf-32-le"),
        (TEXT.encode("utf-16-le"), TEXT, "utf-16-le"),
        (TEXT.encode("utf-16-be"), TEXT, "utf-16-be"),
        ("Два слова.".encode("utf-16-le"), "Два слова.", "utf-16-le"),
        (b"\x01\x02Talks failed, officials said on Monday" + b"." * 200 + b"\x03", None, "utf-8"),
    ],
)
def test_unicode_with_and_without_its_mark(data: bytes, text: str | None, encoding: str) -> None:
    assert decoding.decode(data, "draft.txt") == (text if text is not None else data.decode(), encoding)


WESTERN = [
    "The minister’s envoy said “no” on Monday – twice.",
    "The café closed.",
    "A fee of £5 or € 20, Mr. Müller said; São Paulo, Malmö.",
    "Der Außenminister sagte, die Gespräche müssten fortgeführt werden.",
    "Il a parlé à Genève, où la fête a été annulée; c’est très grave.",
    "El señor Núñez llegó mañana.",
    "På møtet i Malmö sa statsråd Bjørn nei.",
    "He went vis à vis.",
    "He said—twice—no.",
]
RUSSIAN = [
    "Министр иностранных дел заявил, что переговоры отложены.",
    "Publication: Monitor\n\nГенерал заявил журналистам (Интерфакс, 3 мая).",
    "Talks ended (Известия, May 3). Next talks in June were set by the envoys of both sides.",
    "МОСКВА. ПЕРЕГОВОРЫ ОТЛОЖЕНЫ",
    "ТАСС",
    "МЧС: двое погибших.",
    "Да.",
]


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_before_unicode(text: str) -> None:
    assert decoding.decode(text.encode("cp1252"), "draft.txt") == (text, "cp1252")


@pytest.mark.parametrize("text", [text for text in WESTERN if "€" not in text and "vis à vis" not in text])
def test_western_text_of_a_macintosh(text: str) -> None:
    assert decoding.decode(text.encode("mac_roman"), "draft.txt")[0] == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "iso8859_5", "cp866"])
@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_text_before_unicode(text: str, encoding: str) -> None:
    assert decoding.decode(text.encode(encoding), "draft.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("«Коммерсантъ» пишет — переговоры сорваны…", "cp1251"),
        ("Міністр заявив, що їхні переговори відкладено.", "koi8_u"),
        ("Міністр заявив, що їхні переговори відкладено.", "cp1251"),
        ("Prezydent powiedział, że rozmowy się odbędą.", "cp1250"),
        (RUSSIAN[0], "mac_cyrillic"),
    ],
)
def test_other_single_bytes(text: str, encoding: str) -> None:
    assert decoding.decode(text.encode(encoding), "draft.txt") == (text, encoding)


# --- plain text -------------------------------------------------------------------------------------------------------


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.label or block.kind, " ".join(block.span.of(document.prose).split())) for block in document.blocks]


def wrapped(text: str, width: int) -> str:
    """The text in lines of that width at most."""
    return "\n".join(textwrap.wrap(text, width))


LONG = (
    "The envoys of both sides met in the morning and again at night, and neither meeting brought an agreement on the ferry. "
    * 2
)

ASIDE = wrapped(
    "Fishermen of both harbors stayed at home for the third day, since nobody had told them how long the strike would go on.",
    78,
)

PLAIN = [
    ("", []),
    (" \n\t\n", []),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\r\n \t\r\nTwo.\r\n", ["One.", "Two."]),
    ("One.\r\rTwo.", ["One.", "Two."]),
    ("One\nand on.", ["One and on."]),
    ("One\u2028and on.\u2029Two.", ["One and on.", "Two."]),
    ("One\vand on.\n\fTwo.", ["One and on.", "Two."]),
    ("One.\n* * *\nTwo.\n-----\nThree.", ["One.", "Two.", "Three."]),
    # one line a paragraph
    (f"A short line.\n{LONG}\n{LONG}", ["A short line.", LONG.strip(), LONG.strip()]),
    (f"Envoys part in anger\n{LONG}", ["Envoys part in anger", LONG.strip()]),
    # but text may be wrapped wide
    (wrapped(LONG * 3, 130), [(LONG * 3).strip()]),
    (wrapped(LONG * 3, 190), [(LONG * 3).strip()]),
    (f"{LONG.strip().rstrip('.')} and\nwhat it carries.", None),
    (f"{LONG.strip()}\n{LONG.strip()}\n{LONG.strip()}", [LONG.strip()] * 3),
    # an address that cannot be broken is no sign of it
    (
        f"See\nthe page https://example.org/{'a' * 120}\nfor more.",
        [f"See the page https://example.org/{'a' * 120} for more."],
    ),
    # headlines over wrapped text
    (
        "Envoys part in anger\nThe envoys of both sides met in the morning, and again at\nnight, and neither meeting brought peace.",
        [
            "Envoys part in anger",
            "The envoys of both sides met in the morning, and again at night, and neither meeting brought peace.",
        ],
    ),
    ("ENVOYS PART IN ANGER.\nNobody spoke.", ["ENVOYS PART IN ANGER.", "Nobody spoke."]),
    ("ENVOYS PART\nIN ANGER\nNobody spoke.", ["ENVOYS PART IN ANGER Nobody spoke."]),
    (
        "The envoys of both sides met in the morning, and also at\nNightfall in the old town of the island, to no effect at all.",
        None,
    ),
    ("Envoys part in anger.\nThe envoys of both sides met in the morning, and again at\nnight.", None),
    ("Envoys part in anger\nand the talks of both sides, in the morning and later at\nnight, failed.", None),
    # a line as wide as the page is wrapped goes on in the next, however wide somebody made that one later
    (
        f"{ASIDE}\n\nThe ferry between the two harbors ran again on Monday, harbor master Aino\n"
        "Lepik said in the evening (BNS, May 4). The owner had warned for days that it might not (Delfi, May 3).",
        [
            " ".join(ASIDE.split()),
            "The ferry between the two harbors ran again on Monday, harbor master Aino Lepik said in the evening (BNS, May 4). "
            "The owner had warned for days that it might not (Delfi, May 3).",
        ],
    ),
    (
        f"{ASIDE}\n\nFerry runs again, harbor master Aino Lepik says\nLepik said on Monday that the ferry ran (BNS, May 4).",
        [
            " ".join(ASIDE.split()),
            "Ferry runs again, harbor master Aino Lepik says",
            "Lepik said on Monday that the ferry ran (BNS, May 4).",
        ],
    ),
    # so may a line of that width where nothing tells how wide the page is
    (
        "The ferry between the two harbors ran again on Monday, harbor master Aino\n"
        "Lepik said in the evening (BNS, May 4). The owner had warned for days that it might not (Delfi, May 3).",
        None,
    ),
    (
        "Ferry runs again between the two harbors\nLepik said in the evening that it had run on Monday (BNS, May 4).",
        [
            "Ferry runs again between the two harbors",
            "Lepik said in the evening that it had run on Monday (BNS, May 4).",
        ],
    ),
    # lists
    ("They want:\n- fish\n- bread and\n  butter", ["They want:", "- fish", "- bread and butter"]),
    ("They want\n\n  o Fish\n  o Bread and\n    butter", ["They want", "• Fish", "• Bread and butter"]),
    ("▪ Fish\n▪ Bread", ["▪ Fish", "▪ Bread"]),
    ("o mar é de todos\no rio também", ["o mar é de todos o rio também"]),
    ("1. Fish\n2. Bread", ["1. Fish", "2. Bread"]),
    ("[1] AFP, May 3\n[2] Reuters, May 4", ["[1] AFP, May 3", "[2] Reuters, May 4"]),
    ("He left in May\n5. June was worse", None),
    # paragraphs by indent
    ("Nobody spoke.\n    Then all spoke.\nAt once.", ["Nobody spoke.", "Then all spoke. At once."]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_paragraphs_of_plain_text(text: str, expected: list[str] | None) -> None:
    whole = [" ".join(text.split())]
    assert [words for _, words in blocks(read_text(text))] == (whole if expected is None else expected)


def test_prose_is_running_text_at_the_same_offsets() -> None:
    text = "One\r\n\tand\u00a0two.\n\n***\n\nThree \x02four \ud800."
    assert read_text(text).prose == "One   and two.\n\n   \n\nThree  four \ufffd."


def test_prose_outside_of_all_blocks_is_blank() -> None:
    assert prose("ab\ncd", [Span(3, 5)]) == "  \ncd"


# --- Markdown ---------------------------------------------------------------------------------------------------------

MARKDOWN = [
    ("# Talks *fail* #\n\nNobody came.", [("heading", "Talks fail"), ("paragraph", "Nobody came.")]),
    ("Talks fail {#top}\n===\n", [("heading", "Talks fail")]),
    ("One\nline <b>and</b> `code` on.", [("paragraph", "One line and on.")]),
    ("It sank<sup>1</sup> at night.<SUP>2, 3</SUP>", [("paragraph", "It sank [1] at night. [2, 3]")]),
    (
        "Of 40 km<sup>2</sup> or 10<sup>6</sup> m it is the 3<sup>rd</sup>.",
        [("paragraph", "Of 40 km 2 or 10 6 m it is the 3 rd .")],
    ),
    ("A\\*b &amp; c&mdash;d &nope; ~~e~~", [("paragraph", "A *b & c— d &nope; e")]),
    (
        "- fish\n- bread\n  and butter\n\n  Salt.",
        [("paragraph", "fish"), ("paragraph", "bread and butter"), ("paragraph", "Salt.")],
    ),
    ("1. fish\n2) bread", [("paragraph", "1. fish"), ("paragraph", "2) bread")]),
    ("1. fish\n\n2. bread", [("paragraph", "1. fish"), ("paragraph", "2. bread")]),
    ("1. # Head\n2.\n3. - x", [("heading", "1. Head"), ("paragraph", "x")]),
    ("1999. That was the year.", [("paragraph", "1999. That was the year.")]),
    ("- [x] done", [("paragraph", "done")]),
    ("> Said\n> so (AFP, May 3).\n\nThen.", [("paragraph", "Said so (AFP, May 3)."), ("paragraph", "Then.")]),
    ("> [!NOTE]\n> Mind this.", [("paragraph", "Mind this.")]),
    (
        "| What | Who |\n|---|---|\n| Two died | (AFP, May 3) |\n| x | |",
        [("paragraph", "Two died (AFP, May 3)"), ("paragraph", "x")],
    ),
    ("One.\n\n```\ncode\n```\n\n    more\n\n***\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
    ("![A ship](ship.png) sailed.\n\n![x](y)", [("paragraph", "sailed.")]),
    ("<div>\nraw\n</div>\n\nText.", [("paragraph", "Text.")]),
    (
        "It fell[^1], then rose[^b].\n\n[^1]: AFP, May 3\n[^b]: Reuters,\n    May 4.\n\n    Second part.\n\nEnd.",
        [
            ("paragraph", "It fell[^1], then rose[^b]."),
            ("1", "AFP, May 3"),
            ("b", "Reuters, May 4. Second part."),
            ("paragraph", "End."),
        ],
    ),
    ("[^1]:\n\n    - AFP, May 3\n    - Reuters[^2]\n\n[^2]: BBC", [("1", "AFP, May 3 Reuters[^2]"), ("2", "BBC")]),
    ("No such note[^9].", [("paragraph", "No such note[^9].")]),
    (
        "Ünïcødé “ƒ” 😀 *Kommersant*\r\n(May 3).\r\n\r\nNext.",
        [("paragraph", "Ünïcødé “ƒ” 😀 Kommersant (May 3)."), ("paragraph", "Next.")],
    ),
    ("---\n\nA rule above.\n\n---\n", [("paragraph", "A rule above.")]),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_blocks_of_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read_text(text, format="markdown")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('An [é *x*](http://a.example "t") b', [('[é *x*](http://a.example "t")', "é *x*", "http://a.example")]),
        ("é <http://a.example/ü>", [("<http://a.example/ü>", "http://a.example/ü", "http://a.example/ü")]),
        (
            "[AFP][a], [BBC][], [c]\n\n[a]: /a\n[bbc]: /b\n[c]: <> 'C'",
            [("[AFP][a]", "AFP", "/a"), ("[BBC][]", "BBC", "/b"), ("[c]", "c", "")],
        ),
        ("[](/e) and [![i](/i)](/o)", [("[](/e)", "", "/e"), ("[![i](/i)](/o)", "![i](/i)", "/o")]),
        ("`[a](/a)` [no link] http://bare.example", []),
    ],
)
def test_links_of_markdown(text: str, expected: list[tuple[str, str, str]]) -> None:
    document = read_text(text, format="markdown")
    assert [(x.span.of(text), x.text.of(text), x.url) for x in document.hyperlinks] == expected


def test_the_address_of_a_link_is_no_prose() -> None:
    text = "See [AFP](http://a.example) (and <http://b.example>)."
    assert read_text(text, format="markdown").prose == "See  AFP                    (and  http://b.example )."


@pytest.mark.parametrize(
    ("text", "comments", "words"),
    [
        ("It fell. <!-- attrib: ignore[S101] known -->", ["attrib: ignore[S101] known"], ["It fell."]),
        ("<!-- one\ntwo -->\nIt fell.", ["one\ntwo"], ["It fell."]),
        ("<!-- one --> It *fell*.\nAnd rose. <!-- two -->", ["one", "two"], ["It fell . And rose."]),
        ("<!-- é --><!----> É *fell* (AFP).\n\nNext.", ["é", ""], ["É fell (AFP).", "Next."]),
        ("- <!-- one --> fish\n> <!-- two --> bread", ["one", "two"], ["fish", "bread"]),
        ("<div><!-- one --></div>\n\nIt fell.", ["one"], ["It fell."]),
        ("`<!-- code -->`\n\n```\n<!-- code -->\n```", [], []),
        ("<!-- never closed\n\nIt fell.", [], []),
    ],
)
def test_comments_of_markdown(text: str, comments: list[str], words: list[str]) -> None:
    document = read_text(text, format="markdown")
    assert [comment.text for comment in document.comments] == comments
    assert all(
        comment.span.of(text)[:4] == "<!--" and comment.span.of(text)[-3:] == "-->" for comment in document.comments
    )
    assert [words for _, words in blocks(document)] == words


# --- front matter -----------------------------------------------------------------------------------------------------

FRONT_MATTER = [
    ("---\nDate: 1999-12-02\nPublication: Monitor\n---\nText.", {"date": "1999-12-02", "publication": "Monitor"}),
    ("---\r\ndate: 1999-12-02\r\n---\r\nText.", {"date": "1999-12-02"}),
    (
        "---\na: NO\nb: 5:23\nc: 1.10\nd: on\ne: ~\nf:\n---\n",
        {"a": "NO", "b": "5:23", "c": "1.10", "d": "on", "e": "~", "f": ""},
    ),
    (
        "---\na: \"x: \\\"y\\\"\\n\\u00e9\" # said\nb: 'it''s'\nc: x#y # z\n'd e': 1\n---\n",
        {"a": 'x: "y"\né', "b": "it's", "c": "x#y", "d e": "1"},
    ),
    (
        '---\na:\n  - one\n  - "two"\n-\nb: [one, \'two, three\', "four"]\n---\n',
        {"a": "one, two", "b": "one, two, three, four"},
    ),
    (
        "---\nissue:\n  date: May 3\n  by:\n    name: A\n  no: 4\nend: 5\n---\n",
        {"issue": "", "issue.date": "May 3", "issue.by": "", "issue.by.name": "A", "issue.no": "4", "end": "5"},
    ),
    (
        "---\na: |\n  one: 1\n\n  two\nb: >-\n  three\n  four\n# remark\nc: five\n   six\n---\n",
        {"a": "one: 1\ntwo", "b": "three four", "c": "five six"},
    ),
    ("---\n# remark\n  loose\na: 1\na: 2\n...\n", {"a": "2"}),
    (
        '+++\ndate = 1999-12-02\ntitle="A"\nlist = [\n  1.10,\n  "b",\n]\n[issue]\nNo = 3\n+++\n',
        {"date": "1999-12-02", "title": "A", "list": "1.10, b", "issue.no": "3"},
    ),
    ("---\n\na: 1\n---\n", {}),
    ("---\nTalks failed again.\n---\n", {}),
    ("---\na: 1\n", {}),
    ("a: 1\n---\n", {}),
    ("----\na: 1\n----\n", {}),
    ("---\n---\n", {}),
]


@pytest.mark.parametrize(("text", "values"), FRONT_MATTER)
def test_front_matter_means_what_it_writes(text: str, values: dict[str, str]) -> None:
    found, start = frontmatter.split(text)
    assert found == values
    assert text[start:].strip() in ("Text.", "") or start == 0


def test_front_matter_is_no_prose_and_moves_nothing() -> None:
    text = "---\ntitle: Né\n---\n# Été\n\nTalks [fail](/x)."
    document = read_text(text, format="markdown")
    assert document.meta == {"title": "Né"}
    assert blocks(document) == [("heading", "Été"), ("paragraph", "Talks fail .")]
    assert [block.span.of(text) for block in document.blocks] == ["Été", "Talks [fail](/x)."]
    assert document.hyperlinks[0].span.of(text) == "[fail](/x)"
    assert read_text(text).meta == {}
