"""Plain citations are read without the grammar, and as the grammar reads them."""

from __future__ import annotations

import itertools

import pytest

from attrib import registry
from attrib.citations import grammar, plain
from attrib.citations.words import default_words
from attrib.model import Reference, Span

NAMES = (
    "Interfax", "Itar-Tass", "RFE/RL", "Washington Post", "The Sun", "All India Radio", "Russian agencies", "Monitor",
    "The Monitor", "Severnaya gazeta", "Duma", "the daily Trud", "Tverskaya", "ibid", "Monday", "see Interfax", "Radio 4",
)  # fmt: skip
DAYS = (
    "May 5", "Sept. 5-7", "May 30-June 2", "June 29 and 30", "May 5, 12", "May 5, 1999", "May 45", "Monday, May 5", "May",
    "May 1999", "5 May", "5/6", "1999-05-05", "yesterday", "May 5, p. 2", "May 5 edition", "May 5, AFP",
)  # fmt: skip
JOINTS = (", ", ",", " ", ", by ")
CONTENTS = (
    *["".join(content) for content in itertools.product(NAMES, JOINTS, DAYS)],
    *[f"{first}{joint}{second}, May 5" for first, second in itertools.product(NAMES, NAMES) for joint in (", ", "; ")],
    "Tverskaya, 13, May 5",
)


def read(content: str, *, note: bool) -> tuple[Reference, ...]:
    text = f"Crews walked out ({content})."
    span = Span(text.index("(") + 1, len(text) - 2)
    return grammar.read(text, span, registry.default(), default_words(), note=note).references


@pytest.mark.parametrize("note", [False, True])
def test_plain_citations_are_read_as_the_grammar_reads_them(note: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [read(content, note=note) for content in CONTENTS]
    monkeypatch.setattr(plain, "read", lambda *_: ())
    differ = [content for content, was in zip(CONTENTS, found, strict=True) if read(content, note=note) != was]
    assert differ == []
    assert sum(map(bool, found)) > len(CONTENTS) / 2


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Itar-Tass, November 30", ["Itar-Tass"]),
        ("AFP, Reuters, May 3-5, 1999", ["AFP", "Reuters"]),
        ("Interfax, June 29 and 30", ["Interfax"]),
        ("Severnaya gazeta, May 3", []),
        ("Interfax, 3 May", []),
        ("AFP, citing Interfax, May 3", []),
        ("the Monitor, May 3", []),
        ("Interfax, Monday, May 3", []),
        ("Interfax, May 3, p. 2", []),
        ("OSCE", []),
    ],
)
def test_which_groups_are_plain(content: str, names: list[str]) -> None:
    found = plain.read(content, Span(0, len(content)), registry.default(), default_words())
    assert [reference.written for reference in found] == names
