"""No cycles of dead values are looked for while a bulletin is read; afterwards all is as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from attrib import AttribError, analyse, check, load_rulebook, read_text
from attrib.garbage import uncollected

DRAFT = "Crews walked out on Monday (AFP, May 4). The port of Lesk closed; nobody knows for how long.\n\n" * 40


@pytest.fixture(params=[True, False], ids=["collecting", "not collecting"])
def collecting(request: pytest.FixtureRequest) -> Iterator[bool]:
    if not request.param:
        gc.disable()
    yield request.param
    gc.enable()


def test_nothing_is_looked_for_meanwhile(collecting: bool) -> None:
    assert uncollected(gc.isenabled)() is False
    assert gc.isenabled() is collecting


def test_a_mistake_leaves_it_as_it_was(collecting: bool) -> None:
    with pytest.raises(AttribError):
        analyse(read_text(DRAFT), style="none of ours")
    assert gc.isenabled() is collecting


def test_what_is_made_of_a_bulletin_holds_no_cycles() -> None:
    rulebook = load_rulebook()
    check(analyse(read_text(DRAFT)), rulebook)  # what is kept for the next one
    gc.collect()
    findings = check(analyse(read_text(DRAFT)), rulebook)
    assert findings
    del findings
    assert gc.collect() == 0
