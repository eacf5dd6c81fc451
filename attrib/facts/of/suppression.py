"""Facts of a suppression: one code of a comment that asks for findings to be left out."""

from __future__ import annotations

from attrib.facts.view import View
from attrib.model import Span


def count(view: View) -> int:
    return len(view.ignored)


def span(view: View, suppression: int) -> Span:
    """The code, or the whole comment where it names none."""
    return view.ignored[suppression].span


def code(view: View, suppression: int) -> str | None:
    """The code or rule name as written."""
    return view.ignored[suppression].code


def fault(view: View, suppression: int) -> str | None:
    """Why the comment cannot be read."""
    return view.ignored[suppression].fault


def reason(view: View, suppression: int) -> str | None:
    """The reason it gives."""
    return view.ignored[suppression].reason


def comment_at(view: View, suppression: int) -> Span:
    """The whole comment."""
    return view.ignored[suppression].comment


def listed(view: View, suppression: int) -> bool | None:
    """Whether there is a rule of that code or name; unknown where the comment names none."""
    own = view.ignored[suppression]
    return None if own.code is None else own.rule is not None


def nearest(view: View, suppression: int) -> str | None:
    """The nearest code or name of a rule, where there is none of that code."""
    return view.ignored[suppression].nearest


def sidecar(view: View, suppression: int) -> str | None:
    """The file beside the draft and the entry in it, where the suppression stands there."""
    return view.ignored[suppression].sidecar


def words(view: View, suppression: int) -> str | None:
    """The words that an entry of such a file is for."""
    known = view.ignored[suppression].known_by
    return known[1] if known else None


def used(view: View, suppression: int) -> bool | None:
    """Whether it kept a finding back; unknown where its rule did not run or the comment has no effect."""
    return view.ignored[suppression].used
