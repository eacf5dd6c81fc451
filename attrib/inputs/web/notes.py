"""The notes of a page: links within it from a raised number to an entry, and from the entry back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrib.inputs.extract import Part, Piece
from attrib.values import NamedTuple

_LABEL = re.compile(r"\W{0,2}(\d{1,3}|[ivxl]{1,6}|[a-z]|[*†‡])\W{0,2}", re.IGNORECASE)
_LONGEST = 12
"""So many paragraphs a note may have: what is longer is a part of the page, such as what readers wrote."""
_BACK = re.compile(r"[\W\d_]*|back|return|jump up", re.IGNORECASE)


class Gathered(NamedTuple):
    """A part as it came, None where it is left out, and the numbers of the article and main part it stands in."""

    part: Part | None
    article: int = 0
    main: int = 0


class Marker(NamedTuple):
    """A link within the page: over the pieces from ``first`` up to ``end`` of a part, to the element ``target``."""

    part: int
    first: int
    end: int
    target: str


def told(gathered: Sequence[Gathered], markers: Sequence[Marker], extents: Mapping[str, tuple[int, int]]) -> list[Part]:
    """The parts with their notes as notes, and with markers of the form ``[^1]``.

    ``extents`` are the first and last part of each element that has a name.
    """
    forward = {at: found for at, marker in enumerate(markers) if (found := _entry(gathered, marker, extents))}
    entries = dict(forward.values())
    inside = {number: extent for extent in entries for number in range(extent[0], extent[1] + 1)}
    back = [
        marker
        for at, marker in enumerate(markers)
        if at not in forward and marker.part in inside and _is_back(gathered, marker, entries[inside[marker.part]])
    ]
    replaced: dict[int, dict[tuple[int, int], str]] = {}
    for at, (_, label) in forward.items():
        replaced.setdefault(markers[at].part, {})[markers[at].first, markers[at].end] = f"[^{label}]"
    for marker in back:
        replaced.setdefault(marker.part, {})[marker.first, marker.end] = ""
    told: list[Part] = []
    joined: dict[tuple[int, int], int] = {}
    for number, one in enumerate(gathered):
        if one.part is None:
            continue
        part = _marked(one.part, replaced[number]) if number in replaced else one.part
        extent = inside.get(number)
        if extent is None:
            told.append(part)
        elif extent in joined:
            above = told[joined[extent]]
            told[joined[extent]] = above._replace(pieces=(*above.pieces, Piece("\n"), *part.pieces))
        else:
            joined[extent] = len(told)
            told.append(_entry_part(part, entries[extent]))
    return told


def _entry(
    gathered: Sequence[Gathered], marker: Marker, extents: Mapping[str, tuple[int, int]]
) -> tuple[tuple[int, int], str] | None:
    """The parts of the note that a marker leads to and its label; None for a link that is no marker of a note."""
    extent = extents.get(marker.target)
    part = gathered[marker.part].part if marker.part < len(gathered) else None
    if (
        extent is None
        or part is None
        or extent[0] <= marker.part
        or not extent[1] < min(len(gathered), extent[0] + _LONGEST)
    ):
        return None
    label = _LABEL.fullmatch(_words(part, marker).strip())
    if label is None or any(
        one.part is None or one.part.kind == "heading" for one in gathered[extent[0] : extent[1] + 1]
    ):
        return None
    return extent, label[1]


def _is_back(gathered: Sequence[Gathered], marker: Marker, label: str) -> bool:
    part = gathered[marker.part].part
    words = "" if part is None else _words(part, marker).strip()
    return bool(_BACK.fullmatch(words)) or words.strip("[]().") == label


def _words(part: Part, marker: Marker) -> str:
    return "".join(piece.text for piece in part.pieces[marker.first : marker.end])


def _marked(part: Part, replaced: Mapping[tuple[int, int], str]) -> Part:
    """The part with the pieces of each link replaced by its label; brackets around a marker are those of it."""
    pieces: list[Piece] = list(part.pieces)
    for (first, end), marker in replaced.items():
        before, after = pieces[first - 1] if first else None, pieces[end] if end < len(pieces) else None
        if before and after and before.text.endswith(("[", "(")) and after.text.startswith(("]", ")")):
            pieces[first - 1] = before._replace(text=before.text[:-1])
            place = None if after.place is None else after.place + 1
            pieces[end] = after._replace(text=after.text[1:], place=place)
        pieces[first:end] = [Piece(marker, pieces[first].place), *[Piece("")] * (end - first - 1)]
    return part._replace(pieces=tuple(pieces))


def _entry_part(part: Part, label: str) -> Part:
    """The first part of a note without the label that it begins with."""
    text = part.text
    found = re.match(rf"\s*(?:\d{{1,3}}\.\s)?\W{{0,2}}(?:{re.escape(label)}(?!\w)[\W]{{0,3}})?", text)
    return part._replace(kind="note", label=label, pieces=_without(part.pieces, found.end() if found else 0))


def _without(pieces: Sequence[Piece], count: int) -> tuple[Piece, ...]:
    """The pieces without their first characters; as many pieces as before, so that links keep their places."""
    kept: list[Piece] = []
    for piece in pieces:
        cut = min(count, len(piece.text))
        count -= cut
        kept.append(piece._replace(text=piece.text[cut:], place=None if piece.place is None else piece.place + cut))
    return tuple(kept)
