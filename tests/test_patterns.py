"""Patterns are compiled when they are asked, and stand for what `re` makes of them, now and at the next start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from attrib.matching import patterns

TEXT = """Publication: Monitor Volume: 6 Issue: 52

Crews walked out on March 13, union leader Igor Belov told reporters (AFP, March 14; "Segodnya," as cited by Interfax,
March 13-14). "We will not go back," he said [1]. See the Monitor, March 3.

[1] Belov, "On strike," The Times, 14 March 2000, https://www.thetimes.co.uk/2000/03/14/strike.
"""


def test_a_pattern_is_what_re_makes_of_it() -> None:
    found = patterns.pattern(r"(?P<day>\d+) (May)", re.IGNORECASE)
    match = found.search("on 14 MAY")
    assert match
    assert (match["day"], match[2], match.lastindex) == ("14", "MAY", 2)
    assert found.findall("1 may, 2 May") == [("1", "may"), ("2", "May")]


ALL_KEPT = f"""
import re
from attrib.keeping import kept
from attrib.matching import patterns
from attrib.analysis import analyse
from attrib.inputs import read_text
analyse(read_text({TEXT!r}))
for (source, flags), translated in kept.table("patterns").items():
    assert translated is None or patterns._handed(source, translated) == re.compile(source, flags), source
print(len(kept.table("patterns")))
"""


def test_every_pattern_that_was_kept_equals_its_source_compiled(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", ALL_KEPT], env=environment, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 50


@pytest.mark.skipif(sys.implementation.name != "cpython" or sys.version_info >= (3, 15), reason="known of 3.11 to 3.14")
def test_this_python_takes_what_was_translated() -> None:
    assert patterns._translated(r"a+b", 0)


def test_a_mistake_is_told_at_the_first_use() -> None:
    wrong = patterns.pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


@pytest.mark.parametrize("there", [False, True])
def test_another_python_compiles_as_ever(there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object) -> None:
        raise TypeError("this engine takes other arguments")

    monkeypatch.setattr(patterns, "_engine", fails if there else None)
    patterns.compiled.cache_clear()
    assert patterns.compiled(f"an unusual (pattern) {there}").fullmatch(f"an unusual pattern {there}")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("(?:is|are|was) not", "is|are|was"),
        ("(?:takes?|took) (?:the|it) (?:badly|well)", "take the|take it|takes the|takes it|took the|took it"),
        ("[Ww]hat (?:is|was)", "What|what"),
        ("By [a-z]+ing", "By"),
        ("(?:would|will)(?: not)? be", "would|will"),
        ("(?:is|was) (?:the|a) [a-z]+ly [a-z]+", "is the|is a|was the|was a"),
        (r"(?:is|was) not(?=\.)", "is not|was not"),  # the mark tells that
        (r"(?:cooler|warmer)(?=[.,;])", "cooler|warmer"),
        (r"(?:cooler|warmer)(?=[.x])", ""),
        ("At (?:issue|root),? ", "At issue|At root"),  # what begins with another is found with it
        (f"so (?:{'|'.join(f'{a}{b}' for a in 'abcdefghijklmnop' for b in 'abcdefghijklmnop')}) ", "so"),
        (r"\w+ly so", ""),
        ("[a-z]+: so", ""),
        ("nobody", ""),  # no blank tells where the word ends
        ("(?:is|ha(?:s|d)|(?:can|may)(?:not)?) be", "is|has|had|can|cannot|may|maynot"),
    ],
)
def test_the_words_that_a_pattern_may_begin_with(source: str, words: str) -> None:
    assert patterns.heads(source) == frozenset(words.split("|") if words else ())
