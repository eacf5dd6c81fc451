"""A page read element by element: blocks, links, notes, and what the page says of itself."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from attrib.inputs.extract import Link, Part, Piece, worded
from attrib.inputs.web import about, notes
from attrib.inputs.web.notes import Gathered, Marker
from attrib.values import NamedTuple

_SKIPPED = frozenset(
    "script style template noscript svg math nav aside form button select textarea iframe object audio video canvas "
    "dialog figcaption head title thead del s strike".split()
)
_SKIPPED_ROLES = frozenset("navigation complementary banner search contentinfo dialog".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr "
    "ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BOLD = frozenset("b strong".split())
_ARTICLES = frozenset("article main".split())
_ENDS = {
    "p": ("p",),
    "li": ("li",),
    "tbody": ("thead", "tbody"),
    "tfoot": ("thead", "tbody"),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
}
"""What a start tag ends, where its end tag was left out; not beyond the list or table it stands in."""
_HOLDERS = frozenset("ul ol table dl body".split())
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORDS = re.compile(r"[^ \t\n\r\f]+(?:[ \t\n\r\f][^ \t\n\r\f]+)*")
_BLANKS = str.maketrans("\t\n\r\f", "    ")


class Page(NamedTuple):
    """What a page says: its parts, and what it states of itself (``date``, ``publication``)."""

    parts: tuple[Part, ...]
    meta: dict[str, str]


def read(text: str) -> Page:
    """The words of a page; places count code points of its source. Never raises: a browser shows every page."""
    reader = _Reader(text)
    reader.read()
    return Page(worded(notes.told(_article(reader.gathered), reader.markers, reader.extents)), reader.about.meta())


def _article(gathered: list[Gathered]) -> list[Gathered]:
    """The parts of the page's article where it marks one; a list of several articles is a page of its own."""
    mains = {one.main for one in gathered if one.main}
    articles = {one.article for one in gathered if one.article}
    if mains:
        return [one._replace(part=None) if not one.main else one for one in gathered]
    if len(articles) == 1:
        return [one._replace(part=None) if not one.article else one for one in gathered]
    return gathered


class _Open(NamedTuple):
    """An open element."""

    tag: str
    skipped: bool
    bold: bool
    href: str
    id: str
    part: int
    piece: int


class _Reader(HTMLParser):
    """Gathers the parts of one page. The standard library's parser is tolerant and tells where everything stands."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._lines = [0, *(found.end() for found in re.finditer("\n", source))]
        self._open: list[_Open] = []
        self._tags: Counter[str] = Counter()
        self._skipped = self._bold = self._articles = self._main = self._article_number = self._main_number = 0
        self._items: list[int] = []
        self._pieces: list[Piece] = []
        self._links: list[Link] = []
        self._remarks: list[str] = []
        self.gathered: list[Gathered] = []
        self.markers: list[Marker] = []
        self.extents: dict[str, tuple[int, int]] = {}
        self.about = about.About()

    def read(self) -> None:
        """Read the whole page. What opens and never closes is cut off: looked for from every "<", it takes forever."""
        last = self._source.rfind(">") + 1
        comment = self._source.find("<!--", self._source.rfind("-->") + 1)
        end = min(last, comment) if comment >= 0 else last
        self.feed(self._source[:end])
        self.close()
        if comment < 0:
            self._text(self._source[end:], end)
        self._flush()

    # --- what the parser calls ----------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.about.element(tag, values)
        if tag == "br":
            self._break()
            return
        if tag in _BLOCKS:
            self._flush()
        if tag in _VOID:
            return
        self._close_unended(tag)
        if tag in ("td", "th") and self._pieces:
            self._pieces.append(Piece("\t"))
        skipped = self._is_skipped(tag, values)
        self._open.append(
            _Open(
                tag,
                skipped,
                tag in _BOLD,
                values.get("href", "") if tag == "a" else "",
                values.get("id") or (values.get("name", "") if tag == "a" else ""),
                len(self.gathered),
                len(self._pieces),
            )
        )
        self._tags[tag] += 1
        self._skipped += skipped
        self._bold += tag in _BOLD
        self._enter(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in _BLOCKS:  # "<a id=x/>"; of a block a browser ignores the slash
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._break()
        if tag in _BLOCKS:
            self._flush()
        if self._tags[tag]:
            while self._pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.about.text(data)
        if not self._skipped:
            self._text(data, self._at())

    def handle_entityref(self, name: str) -> None:
        self._character(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._character(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        if "attrib" in data.casefold():
            self._remarks.append(data.strip())

    # --- elements -----------------------------------------------------------------------------------------------------

    def _is_skipped(self, tag: str, values: dict[str, str]) -> bool:
        role = values.get("role", "")
        if role.startswith("doc-"):  # the notes of a book or a paper
            return False
        return (
            tag in _SKIPPED
            or role in _SKIPPED_ROLES
            or (tag == "footer" and not self._articles)
            or "hidden" in values
            or values.get("aria-hidden") == "true"
            or bool(_UNSEEN.search(values.get("style", "")))
        )

    def _enter(self, tag: str, values: dict[str, str]) -> None:
        if tag in _ARTICLES or values.get("role") in _ARTICLES:
            if not self._articles:
                self._article_number += 1
            self._articles += 1
            if tag == "main":
                self._main += 1
                self._main_number += 1
        elif tag == "ol":
            self._items.append(int(values["start"]) if values.get("start", "").isdecimal() else 1)
        elif tag == "ul":
            self._items.append(-1)
        elif tag == "li" and self._items and self._items[-1] >= 0 and not self._skipped:
            self._pieces = [Piece(f"{self._items[-1]}. ")]
            self._items[-1] += 1

    def _close_unended(self, tag: str) -> None:
        ended = _ENDS.get(tag, ("p",) if tag in _BLOCKS else ())
        for number in range(len(self._open) - 1, max(-1, len(self._open) - 16), -1):
            if self._open[number].tag in ended:
                while len(self._open) > number:
                    self._pop()
                return
            if self._open[number].tag in _HOLDERS:
                return

    def _pop(self) -> _Open:
        closed = self._open.pop()
        self._tags[closed.tag] -= 1
        self._skipped -= closed.skipped
        self._bold -= closed.bold
        if closed.tag in _ARTICLES:
            self._articles = max(0, self._articles - 1)
            self._main = max(0, self._main - (closed.tag == "main"))
        elif closed.tag in ("ol", "ul") and self._items:
            self._items.pop()
        if closed.id:
            last = len(self.gathered) - (0 if self._pieces else 1)
            self.extents.setdefault(closed.id, (closed.part, max(closed.part, last)))
        if closed.href and closed.part == len(self.gathered) and closed.piece < len(self._pieces):
            if closed.href.startswith("#"):
                self.markers.append(Marker(closed.part, closed.piece, len(self._pieces), closed.href[1:]))
            elif closed.href.startswith(("http://", "https://")):
                self._links.append(Link(closed.piece, len(self._pieces), closed.href))
        return closed

    # --- words --------------------------------------------------------------------------------------------------------

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _text(self, data: str, at: int) -> None:
        end = 0
        for words in _WORDS.finditer(data):
            if words.start() > end:
                self._blank(at + end)
            self._pieces.append(Piece(words[0].translate(_BLANKS), at + words.start(), bool(self._bold)))
            end = words.end()
        if end < len(data):
            self._blank(at + end)

    def _blank(self, at: int) -> None:
        if self._pieces and self._pieces[-1].text[-1:] not in (" ", "\n", "\t"):
            self._pieces.append(Piece(" ", at, bool(self._bold)))

    def _character(self, written: str) -> None:
        if not self._skipped:
            at = self._at()
            ended = ";" if self._source.startswith(";", at + len(written)) else ""
            self._pieces.append(Piece(unescape(written + ended), at, bool(self._bold)))

    def _break(self) -> None:
        if self._skipped:
            return
        said = [piece for piece in self._pieces[-2:] if piece.text != " "]
        if said and said[-1].text == "\n":
            self._flush()
        elif self._pieces:
            self._pieces.append(Piece("\n", self._at()))

    def _flush(self) -> None:
        """End the part that is open; a number alone waits for the words of its item."""
        if not any(piece.place is not None for piece in self._pieces):
            return
        pieces = list(self._pieces)
        while pieces and not pieces[-1].text.strip() and not self._links:
            pieces.pop()
        heading = any(one.tag in _HEADINGS for one in self._open[-8:])
        part = Part(
            "heading" if heading else "paragraph",
            tuple(pieces),
            links=tuple(self._links),
            remarks=tuple(self._remarks),
        )
        self.gathered.append(
            Gathered(
                part,
                self._article_number if self._articles else 0,
                self._main_number if self._main else 0,
            )
        )
        self._pieces, self._links, self._remarks = [], [], []
