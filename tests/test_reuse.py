"""A keystroke: what was read in the other paragraphs is kept, and nothing comes out otherwise for it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import attrib
from attrib import analysis as stages
from attrib.reuse import Memo

ROOT = Path(__file__).parent.parent
DRAFTS = sorted(
    [*(ROOT / "examples").glob("*.txt"), *(ROOT / "examples").glob("*.md"), *(ROOT / "tests/gold").glob("*.txt")]
)
TYPED = (
    "x",
    " ",
    ", said Petrov, ",
    " (Interfax, May 4) ",
    "\n\n",
    "The paper added that nobody came. ",
    "(",
    "ibid.",
    "yesterday",
)


def changed(text: str, dice: random.Random) -> str:
    """The text after something was typed, deleted, copied or moved."""
    at = dice.randrange(len(text))
    what = dice.random()
    if what < 0.5:
        return text[:at] + dice.choice(TYPED) + text[at:]
    if what < 0.8:
        return text[:at] + text[at + dice.randrange(1, 40) :]
    paragraphs = text.split("\n\n")
    if what < 0.9:
        paragraphs.insert(dice.randrange(len(paragraphs)), dice.choice(paragraphs))
    else:
        dice.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_whatever_is_changed_all_is_read_as_if_anew(path: Path) -> None:
    dice, memo = random.Random(path.name), Memo()
    text = path.read_text(encoding="utf-8")
    format = "markdown" if path.suffix == ".md" else "plain"
    for _ in range(8):
        document = attrib.read_text(text, format=format)
        assert attrib.analyse(document, memo=memo) == attrib.analyse(document)
        text = changed(text, dice)


def test_only_what_is_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    of_paragraph = stages._said
    monkeypatch.setattr(stages, "_said", lambda *words: read.append(words[1].paragraph.number) or of_paragraph(*words))
    paragraph = "Police closed road number {0} on Monday (Interfax, May 4). Minister Petrov said that it was late."
    text = "\n\n".join(paragraph.format(number) for number in range(50))
    memo = Memo()
    attrib.analyse(attrib.read_text(text), memo=memo)
    assert len(read) == 50
    read.clear()
    before = attrib.analyse(attrib.read_text(text), memo=memo)
    assert read == []
    text = text.replace("number 20 on", "number 20 at night on")
    after = attrib.analyse(attrib.read_text(text), memo=memo)
    assert read == [21]
    assert after.claims[0] is before.claims[0]
    read.clear()
    attrib.analyse(attrib.read_text(f"{text}\n\nThe dam broke."), memo=memo)
    assert read == [51]
