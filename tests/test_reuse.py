"""A keystroke: what was read in the other paragraphs is kept, and nothing comes out otherwise for it."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

import attrib
from attrib import said
from attrib.facts import subject, subject_names
from attrib.keeping.reuse import Memo
from attrib.rulebook.book import Rule, Rulebook
from attrib.rulebook.loading import read_rule
from attrib.rulebook.plans import Plan

ROOT = Path(__file__).parent.parent
DRAFTS = sorted(
    [*(ROOT / "examples").glob("*.txt"), *(ROOT / "examples").glob("*.md"), *(ROOT / "tests/gold").glob("*.txt")]
)
TYPED = (
    "x",
    " ",
    ", said Petrov, ",
    " (Interfax, May 4) ",
    " (see The Monitor, 3 May) ",
    "\n\n",
    "\n\nSTRIKE IN THE PORT\n\n",
    "The paper added that nobody came. ",
    "(",
    "ibid.",
    "yesterday",
)


def changed(text: str, dice: random.Random) -> str:
    """The text after something was typed, deleted, copied or moved."""
    at = dice.randrange(len(text) + 1)
    what = dice.random()
    if what < 0.4:
        return text[:at] + dice.choice(TYPED) + text[at:]
    if what < 0.6:
        return text[:at] + text[at + dice.randrange(1, 40) :]
    if what < 0.8:  # a day, a citation, the end of a paragraph
        places = list(re.finditer(dice.choice((r"\d+", r"\([^()]*\)", r"\n\n+")), text))
        start, end = dice.choice(places).span() if places else (at, at)
        return text[:start] + dice.choice((str(dice.randrange(1, 40)), " ", "")) + text[end:]
    paragraphs = text.split("\n\n")
    if what < 0.9:
        paragraphs.insert(dice.randrange(len(paragraphs)), dice.choice(paragraphs))
    else:
        dice.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def every_fact(name: str) -> Rule:
    """A rule that is always met, and says every fact of its subject with every place."""
    facts = subject(name).facts
    table = {
        "code": f"S9{subject_names().index(name):02}",
        "summary": "All there is to know",
        "on": name,
        "severity": "note",
        "message": "".join(f"{fact}: {{{fact}}}\n" for fact in facts),
        "why": "Whatever a rule may look at.",
        "authority": "nobody",
        "when": {"any": [{"span": {"known": True}}, {"span": {"known": False}}]},
        "related": {fact: fact for fact, one in facts.items() if one.kind.base == "span"},
    }
    return read_rule(Path(f"all-of-a-{name}.toml"), table)


EVERY_FACT = Rulebook.of(map(every_fact, subject_names()))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_whatever_is_changed_all_is_read_and_found_as_if_anew(path: Path) -> None:
    dice, memo = random.Random(path.name), Memo()
    text = path.read_text(encoding="utf-8")
    format = "markdown" if path.suffix == ".md" else "plain"
    for _ in range(8):
        document = attrib.read_text(text, format=format)
        read, anew = attrib.analyse(document, memo=memo), attrib.analyse(document)
        assert read == anew
        for rules in (attrib.load_rulebook(), EVERY_FACT):
            assert attrib.check(read, rules, memo=memo) == attrib.check(anew, rules)
        text = changed(text, dice)


def test_a_paragraph_that_comes_to_begin_within_a_word_is_read_again() -> None:
    memo = Memo()
    for gap in ("\n\n", "", "\n\n"):
        text = f"Publication: Monitor Volume: 4 Issue: 101{gap}Coal miners met Oleg Sysuev in Kemerovo (NTV, May 26)."
        document = attrib.read_text(text)
        assert attrib.analyse(document, memo=memo) == attrib.analyse(document)


def test_only_what_is_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    of_paragraph = said._said
    monkeypatch.setattr(said, "_said", lambda *words: read.append(words[1].paragraph.number) or of_paragraph(*words))
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


def test_only_the_item_that_is_changed_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    met = Plan.met
    monkeypatch.setattr(
        Plan,
        "met",
        lambda plan, view, found: asked.extend((plan.subject.name, n) for n in found) or met(plan, view, found),
    )
    item = "STRIKE NUMBER {0}\n\nPolice closed road {0} on Monday (Interfax, May 4). Ivan Petrov said it was late."
    text = "\n\n".join(item.format(number) for number in range(9))
    memo, rules = Memo(), attrib.load_rulebook()

    def claims(text: str) -> list[int]:
        asked.clear()
        attrib.check(attrib.analyse(attrib.read_text(text), memo=memo), rules, memo=memo)
        return [number for name, number in asked if name == "claim"]

    assert claims(text) == list(range(18))
    assert claims(text) == []
    assert claims(text.replace("was late", "was very late", 1)) == [0, 1]
    assert claims(text.replace("May 4", "May 3", 2)) == [0, 1, 2, 3]
