"""The right word nearest to a wrong one, for error messages: by letters changed, left out, added or swapped."""

from __future__ import annotations

from collections.abc import Iterable

_LIKE = 0.6  # of the letters; codes of four signs with one wrong have .75


def nearest_word(word: object, words: Iterable[str], least: float = _LIKE) -> str | None:
    """The nearest of some words in any case, the first of equals; ``None`` where none has ``least`` of its letters."""
    wrong = str(word).casefold()
    near = [right for right in words if _may_be(wrong, right.casefold(), least)]
    if not near:
        return None  # before anything slow is imported
    from rapidfuzz.distance import OSA

    best, likeness = None, least
    for right in near:
        like = OSA.normalized_similarity(wrong, right.casefold())
        if like > likeness or (best is None and like == likeness):
            best, likeness = right, like
    return best


def _may_be(wrong: str, right: str, least: float) -> bool:
    """Whether two words have letters enough in common, in whatever order, to be as like as that."""
    common = sum(min(wrong.count(letter), right.count(letter)) for letter in set(wrong))
    return common >= least * max(len(wrong), len(right))


def nearest(word: object, words: Iterable[str]) -> str:
    """``; did you mean “x”?`` where a word is near, else what there is to choose from."""
    choice = list(words)
    near = nearest_word(word, choice)
    return f"; did you mean “{near}”?" if near else f"; expected one of: {', '.join(sorted(choice))}"


def by_nearness(word: object, words: Iterable[str]) -> list[str]:
    """The words, the nearest first; of equals in the order of the alphabet."""
    from rapidfuzz.distance import OSA

    wrong = str(word).casefold()
    return sorted(words, key=lambda right: (-OSA.normalized_similarity(wrong, right.casefold()), right))
