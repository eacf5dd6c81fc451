"""A speech that goes on through several sentences or paragraphs, each in marks of its own, is one attribution."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.model import Attribution
from attrib.values import evolve


def joined(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of a bulletin, where a quotation without a cue is content of the one whose speaker goes on."""
    out: list[Attribution] = []
    for one in attributions:
        last = out[-1] if out else None
        if last and one.cue is None and one.source is None and one.speaker and one.speaker == last.speaker:
            out[-1] = evolve(last, content=(*last.content, *one.content))
        else:
            out.append(one)
    return tuple(out)
