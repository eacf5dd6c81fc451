"""Lists of notes: the numbered entries that markers in the text above refer to, one list an article or one in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Document, Paragraph, Span
from attrib.values import evolve

_LONGEST_HEADING = 28
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LABELS = (
    r"[ \t]*(?:\[(?P<square>\d{1,3}|[ivxl]{1,6}|[a-z*†‡])\]|\((?P<round>\d{1,3})\)"
    rf"|(?P<bare>\d{{1,3}})[.)](?=\s)|(?P<raised>[{_RAISED}]{{1,3}})"
)
LABEL = pattern(rf"{_LABELS})[ \t]*")
_LOOSE_LABEL = pattern(rf"^{_LABELS}|(?P<alone>\d{{1,3}})[ \t](?=[ \t]*[\"“«„A-ZÀ-ÞА-ЯЁ]))[ \t]*", re.MULTILINE)
_STRICT_LABEL = pattern(rf"^{_LABELS})[ \t]*", re.MULTILINE)
_NEXT_LABEL = pattern(r"(?<=[.;][ \t])\[(?P<square>\d{1,3})\][ \t]+(?=[\"“«A-Z])")
_DIGITS = str.maketrans(_RAISED, "0123456789")
MARKER = pattern(
    rf"(?=[\[(\d{_RAISED}])(?:"  # nothing else begins one, and all else is passed at once
    r"\[(?P<foot>\^)?(?P<square>[^\[\]\s]{1,40}|\d{1,3}(?:[,;–-]\s?\d{1,3})+)\]|\((?P<round>\d{1,3}(?:[,;–-]\s?\d{1,3})*)\)"
    rf"|(?<!\bm)(?<!\b[ckm]m)(?:(?<=[^\s\d])|(?<=[{_RAISED}]\s))(?P<raised>[{_RAISED}]{{1,3}})"
    r"|(?:(?<=[a-z\"”’)][.,;:!?])|(?<=[.,!?][\"”’]))(?P<glued>\d{1,3})(?=[\s,;)]|\Z))"
)
"""What refers to a note: "[1]", "[^a]", "[1, 3]", "(1)", "(2, 3)", "¹", and the "1" of "... sank.1 It"."""


def labels(mark: re.Match[str]) -> tuple[str, ...]:
    """The labels that a marker refers to: of "[1, 3-5]" four."""
    several = mark["square"] or mark["round"]
    written = several or mark["glued"] or (mark["raised"] or "").translate(_DIGITS)
    if not several or written.isalnum() or not re.fullmatch(r"[\d,;–\s-]+", written):
        return (written,)
    found: list[str] = []
    for part in re.split(r"[,;]\s?", written):
        first, _, last = part.replace("–", "-").partition("-")
        if last and int(first) <= int(last) <= int(first) + 20:
            found.extend(map(str, range(int(first), int(last) + 1)))
        else:
            found.append(part)
    return tuple(found)


def with_notes(document: Document, parts: Iterable[Paragraph], heading: re.Pattern[str]) -> list[Paragraph]:
    """Turn the lists whose labels the text above refers to into notes; a list in running text stays prose.

    A list has a ``heading`` ("Notes"), or it ends its article, or its labels are marked as no list of a text is.
    """
    paragraphs = [piece for p in parts for piece in _heading_apart(document, p, heading)]
    found: list[Paragraph] = []
    marked: set[str] = set()
    counted, last = 0, None
    at = 0
    while at < len(paragraphs):
        end = at
        while end < len(paragraphs) and _label(document, paragraphs[end]):
            end += 1
        if end == at:
            found.append(paragraphs[at])
            at += 1
            continue
        run = paragraphs[at:end]
        entries = [entry for p in run for entry in _entries(document, p)]
        start = run[0].span.start
        marked |= {label for m in MARKER.finditer(document.prose, counted, start) for label in labels(m)}
        counted = start
        headed = bool(found) and _is_heading(document, found[-1], heading)
        goes_on = last is not None and entries[0].label == str(last + 1)
        below = paragraphs[end] if end < len(paragraphs) else None
        ends = below is None or below.kind not in ("prose", "row") or _is_heading(document, below, heading)
        known = sum(entry.label in marked for entry in entries)
        sure = headed or goes_on
        if known and (sure or ((ends or _apart(document, run[0])) and start and known >= len(entries) / 2)):
            if headed:
                found[-1] = evolve(found[-1], kind="headline")
            found += entries
            last = int(label) if (label := entries[-1].label or "").isdecimal() else None
        else:
            found += run
        at = end
    return found


def _heading_apart(document: Document, paragraph: Paragraph, heading: re.Pattern[str]) -> Iterator[Paragraph]:
    """ "Notes" and the list in the lines right below it, or in its own line, are two paragraphs."""
    text, (start, end) = document.text, paragraph.span
    limit = min(start + _LONGEST_HEADING, end)
    line = text.find(" [1]", start, limit)
    if line < 0:
        line = text.find("\n", start, limit)
    headed = line >= 0 and paragraph.kind == "prose" and heading.match(text, start, line)
    if headed and LABEL.match(text, line + 1, end):
        yield evolve(paragraph, span=trimmed(document.prose, Span(start, line)))
        yield evolve(paragraph, span=trimmed(document.prose, Span(line, end)))
    else:
        yield paragraph


def _is_heading(document: Document, paragraph: Paragraph, heading: re.Pattern[str]) -> bool:
    return (
        paragraph.kind != "note"
        and paragraph.span.end - paragraph.span.start < _LONGEST_HEADING
        and heading.match(paragraph.span.of(document.prose)) is not None
    )


def _label(document: Document, paragraph: Paragraph) -> re.Match[str] | None:
    if paragraph.kind != "prose":
        return None
    return LABEL.match(document.prose, *paragraph.span) or _bare_label(document, paragraph)


def _bare_label(document: Document, paragraph: Paragraph) -> re.Match[str] | None:
    """A number alone, as in "1 Danas, May 3": a label where the text marks its notes by raised or glued numbers."""
    if not document.prose[paragraph.span.start].isdecimal():
        return None
    found = _LOOSE_LABEL.match(document.prose, *paragraph.span)
    marks = MARKER.finditer(document.prose, 0, paragraph.span.start) if found else ()
    return found if any(mark["glued"] or mark["raised"] for mark in marks) else None


def _apart(document: Document, paragraph: Paragraph) -> bool:
    """Whether its label is one that only notes have: "[1]" or "¹"."""
    label = _label(document, paragraph)
    return label is not None and (label["square"] or label["raised"]) is not None


def _entries(document: Document, paragraph: Paragraph) -> Iterator[Paragraph]:
    """The entries of a paragraph that begins with a label: one a labelled line, with the lines that go on."""
    # In markup a label may be one only once the markup is away: "`0)` Danas".
    text = next(t for t in (paragraph.span.of(document.text), paragraph.span.of(document.prose)) if _line_labels(t))
    found: Sequence[re.Match[str]] = sorted([*_line_labels(text), *_in_line(text)], key=lambda label: label.start())
    for label, following in zip(found, [*found[1:], None], strict=True):
        start, end = label.end(), following.start() if following else len(text)
        number = next(written for written in label.groups() if written).translate(_DIGITS)
        at = Span(paragraph.span.start + start, paragraph.span.start + end)
        yield Paragraph(trimmed(document.prose, at), "note", label=number)


def _line_labels(text: str) -> list[re.Match[str]]:
    return [*(_LOOSE_LABEL if LABEL.match(text) is None else _STRICT_LABEL).finditer(text)]


def _in_line(text: str) -> Iterator[re.Match[str]]:
    """The labels of entries that go on in the line of the one before: "[5] Danas, 3 May. [6] Politika, 4 May"."""
    if not text.startswith("["):
        return
    number = int(first["square"]) if (first := LABEL.match(text)) and (first["square"] or "").isdecimal() else None
    for label in _NEXT_LABEL.finditer(text):
        if number is not None and int(label["square"]) > number:
            number = int(label["square"])
            yield label


def trimmed(prose: str, span: Span) -> Span:
    """The span without the blanks at its edges."""
    text = span.of(prose)
    if text and not (text[0].isspace() or text[-1].isspace()):
        return span
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
