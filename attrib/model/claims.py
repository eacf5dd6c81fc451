"""Claims, and the links that carry them."""

from __future__ import annotations

from typing import Literal

from attrib.model.days import Days
from attrib.model.text import Span
from attrib.values import frozen

ClaimKind = Literal["reported", "background", "analysis"]
Basis = Literal["passage", "named", "dated", "later", "earlier", "note"]
SupportLevel = Literal["multiple", "single", "attributed", "none", "exempt"]


@frozen
class Event:
    """A day that the text gives to something that happened, or is planned to ("scheduled for tomorrow")."""

    span: Span
    days: Days
    planned: bool = False


@frozen
class Claim:
    """A stretch of one sentence that asserts something; ``sentence`` and ``attributions`` are indices."""

    span: Span
    sentence: int
    paragraph: int
    kind: ClaimKind
    kind_reasons: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    attributions: tuple[int, ...] = ()


@frozen
class Link:
    """Claim to reference: indices of the citation and of the reference in it, with the basis and reasons in words."""

    citation: int
    reference: int
    basis: Basis
    reasons: tuple[str, ...] = ()


@frozen
class Support:
    """What carries the claim of the same index. ``dropped`` are references of its passage that cannot carry it.

    ``origins`` counts those of its links; where each of them stands for another half of the claim ("one newspaper ...
    another daily"), its level is ``single`` all the same.
    """

    level: SupportLevel
    origins: int = 0
    links: tuple[Link, ...] = ()
    dropped: tuple[Link, ...] = ()
