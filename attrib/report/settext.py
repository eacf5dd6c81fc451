"""The bulletin as set text: paragraphs cut where a claim, a citation, a reference or a finding begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from attrib.model import Analysis, Document, Finding, Paragraph, ParagraphKind, Span
from attrib.patterns import pattern
from attrib.terminal import visible
from attrib.values import frozen

_Key = TypeVar("_Key")
_BLANKS = pattern(r"\s+")


class Referred(NamedTuple):
    """A reference by the indices of its citation and of itself in it."""

    citation: int
    reference: int


@frozen
class Run:
    """Words that belong to the same references and findings, both by index."""

    text: str
    references: tuple[Referred, ...] = ()
    findings: tuple[int, ...] = ()


@frozen
class Piece:
    """Words of one claim, of one citation, of a citation inside a claim, or of neither.

    ``first`` and ``last`` tell of the pieces of a claim, or else of a citation; ``ending`` are the findings that end
    in it, which have their marks behind it.
    """

    runs: tuple[Run, ...]
    claim: int | None = None
    citation: int | None = None
    first: bool = True
    last: bool = True
    raised: bool = False
    """The marker of a note."""
    ending: tuple[int, ...] = ()


@frozen
class Block:
    """A headline, the masthead, a paragraph or a note, by the number of the paragraph where it has one."""

    kind: ParagraphKind
    number: int
    pieces: tuple[Piece, ...]


def set_text(analysis: Analysis, findings: Sequence[Finding]) -> tuple[Block, ...]:
    """The blocks of a bulletin in the order of its text; what is markup of its format is left out."""
    parted = _Parted(
        claims=[(claim.span, at) for at, claim in enumerate(analysis.claims)],
        citations=[(citation.span, at) for at, citation in enumerate(analysis.citations)],
        references=[
            (reference.span, Referred(at, number))
            for at, citation in enumerate(analysis.citations)
            for number, reference in enumerate(citation.references)
        ],
        findings=[(finding.span, at) for at, finding in enumerate(findings)],
    )
    blocks = [_block(analysis, paragraph, parted) for paragraph in analysis.paragraphs]
    return tuple(_with_ends([block for block in blocks if block.pieces]))


class _Parted(NamedTuple):
    """The spans that cut the text, each with what it is."""

    claims: list[tuple[Span, int]]
    citations: list[tuple[Span, int]]
    references: list[tuple[Span, Referred]]
    findings: list[tuple[Span, int]]


def _block(analysis: Analysis, paragraph: Paragraph, parted: _Parted) -> Block:
    own = paragraph.span
    here = _Parted(
        [one for one in parted.claims if one[0].meets(own)],
        [one for one in parted.citations if one[0].meets(own)],
        [one for one in parted.references if one[0].meets(own)],
        [one for one in parted.findings if one[0].meets(own)],
    )
    spans = [span for found in here for span, _ in found]
    cuts = sorted({*own, *(cut for span in spans for cut in span if own.start < cut < own.end)})
    claims, citations = _covering(cuts, here.claims), _covering(cuts, here.citations)
    references, findings = _covering(cuts, here.references), _covering(cuts, here.findings)
    ending = _ending(cuts, parted.findings)
    whole = not analysis.document.prose[own.start : own.end].strip()

    def belongs(at: int) -> tuple[int | None, int | None]:
        return next(iter(claims[at]), None), next(iter(citations[at]), None)

    pieces = []
    for (claim, citation), atoms in groupby(range(len(cuts) - 1), key=belongs):
        raised = citation is not None and analysis.citations[citation].form in ("note", "footnote")
        runs, ended = [], []
        for at in atoms:
            text = _words(analysis.document, cuts[at], cuts[at + 1], whole=whole)
            if text:
                runs.append(Run(text, tuple(references[at]), tuple(findings[at])))
            ended += ending[at]
        if raised and citation is not None and runs:
            label = analysis.citations[citation].label
            runs = [Run(visible(label), (), runs[0].findings)] if label else runs
        if runs or ended:
            pieces.append(Piece(tuple(runs), claim, citation, raised=raised, ending=tuple(ended)))
    return Block(paragraph.kind, paragraph.number, tuple(pieces))


def _covering(cuts: Sequence[int], spans: Iterable[tuple[Span, _Key]]) -> list[list[_Key]]:
    """What covers each stretch between two cuts."""
    covers: list[list[_Key]] = [[] for _ in cuts[1:]]
    for span, key in spans:
        for at in range(bisect_left(cuts, span.start), min(bisect_left(cuts, span.end), len(covers))):
            covers[at].append(key)
    return covers


def _ending(cuts: Sequence[int], findings: Iterable[tuple[Span, int]]) -> list[list[int]]:
    """Which findings have their last character in each stretch between two cuts."""
    ends: list[list[int]] = [[] for _ in cuts[1:]]
    for span, key in findings:
        last = max(span.end - 1, span.start)
        if cuts[0] <= last < cuts[-1]:
            ends[bisect_right(cuts, last) - 1].append(key)
    return ends


def _words(document: Document, start: int, end: int, *, whole: bool) -> str:
    """The words as set: without markup, on one line, with what would steer the reader's machine written out."""
    text, prose = document.text[start:end], document.prose[start:end]
    if not whole and text != prose:
        text = "".join(c for c, p in zip(text, prose, strict=True) if p == c or not p.isspace() or not c.isprintable())
    return _BLANKS.sub(" ", visible(text))


def _with_ends(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the first and last piece of every claim and citation marked as such."""
    from attrs import evolve

    first: dict[tuple[str, int], tuple[int, int]] = {}
    last: dict[tuple[str, int], tuple[int, int]] = {}
    for row, block in enumerate(blocks):
        for column, piece in enumerate(block.pieces):
            if key := _part_of(piece):
                first.setdefault(key, (row, column))
                last[key] = (row, column)
    for row, block in enumerate(blocks):
        pieces = []
        for column, piece in enumerate(block.pieces):
            key, here = _part_of(piece), (row, column)
            pieces.append(evolve(piece, first=first[key] == here, last=last[key] == here) if key else piece)
        yield evolve(block, pieces=tuple(pieces))


def _part_of(piece: Piece) -> tuple[str, int] | None:
    if piece.citation is not None:
        return "citation", piece.citation
    return None if piece.claim is None else ("claim", piece.claim)
