"""The bulletin as set text: paragraphs cut where a claim, a citation, a reference or a finding begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby, islice, starmap
from typing import TypeVar

from attrib.matching.patterns import pattern
from attrib.model import Analysis, Document, Finding, Paragraph, ParagraphKind, Span
from attrib.terminal import visible
from attrib.values import NamedTuple, frozen

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

    Where a claim is all citation (a sentence that is a link), the piece is ``both``. ``raised`` is the marker of a
    note; ``ending`` are the findings that end in the piece, which have their marks behind it.
    """

    runs: tuple[Run, ...]
    claim: int | None = None
    citation: int | None = None
    both: bool = False
    raised: bool = False
    claim_begins: bool = False
    claim_ends: bool = False
    citation_begins: bool = False
    ending: tuple[int, ...] = ()


@frozen
class Block:
    """A headline, the masthead, a paragraph with its number, or a note with its label."""

    kind: ParagraphKind
    number: int
    label: str
    pieces: tuple[Piece, ...]


def set_text(analysis: Analysis, findings: Sequence[Finding]) -> tuple[Block, ...]:
    """The blocks of a bulletin in the order of its text; what is markup of its format is left out."""
    spans = [paragraph.span for paragraph in analysis.paragraphs]
    parted = zip(
        _by_paragraph(spans, ((claim.span, at) for at, claim in enumerate(analysis.claims))),
        _by_paragraph(spans, ((citation.span, at) for at, citation in enumerate(analysis.citations))),
        _by_paragraph(
            spans,
            (
                (reference.span, Referred(at, number))
                for at, citation in enumerate(analysis.citations)
                for number, reference in enumerate(citation.references)
            ),
        ),
        _by_paragraph(spans, ((finding.span, at) for at, finding in enumerate(findings))),
        strict=True,
    )
    blocks = [_block(analysis, *both) for both in zip(analysis.paragraphs, starmap(_Parted, parted), strict=True)]
    return _with_ends([block for block in blocks if block.pieces])


class _Parted(NamedTuple):
    """The spans that cut a paragraph, each with what it is."""

    claims: list[tuple[Span, int]]
    citations: list[tuple[Span, int]]
    references: list[tuple[Span, Referred]]
    findings: list[tuple[Span, int]]


def _by_paragraph(paragraphs: Sequence[Span], spans: Iterable[tuple[Span, _Key]]) -> list[list[tuple[Span, _Key]]]:
    """The spans that each paragraph meets; one of no width is where its first character would be."""
    met: list[list[tuple[Span, _Key]]] = [[] for _ in paragraphs]
    for span, key in spans:
        wide = Span(span.start, max(span.end, span.start + 1))
        first = bisect_right(paragraphs, wide.start, key=lambda paragraph: paragraph.end)
        for at in range(first, bisect_left(paragraphs, wide.end, key=lambda paragraph: paragraph.start)):
            met[at].append((span, key))
    return met


def _block(analysis: Analysis, paragraph: Paragraph, here: _Parted) -> Block:
    own = paragraph.span
    spans = [span for found in here for span, _ in found]
    cuts = sorted({*own, *(cut for span in spans for cut in span if own.start < cut < own.end)})
    claims, citations = _covering(cuts, here.claims), _covering(cuts, here.citations)
    references, findings = _covering(cuts, here.references), _covering(cuts, here.findings)
    ending = _ending(cuts, here.findings)
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
            runs = [Run(f"[{label}]", (), runs[0].findings)] if label else runs
        if runs or ended:
            pieces.append(Piece(tuple(runs), claim, citation, raised=raised, ending=tuple(ended)))
    return Block(paragraph.kind, paragraph.number, paragraph.label or "", tuple(pieces))


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


def _has_words(piece: Piece) -> bool:
    """Whether it is more than a stop."""
    return any(character.isalnum() for run in piece.runs for character in run.text)


def _with_ends(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the pieces known that begin or end a claim, that begin a citation, or are both."""
    from attrib.values import evolve

    pieces = [piece for block in blocks for piece in block.pieces]
    plain = {piece.claim for piece in pieces if piece.citation is None and _has_words(piece)}
    both = [piece.citation is not None and piece.claim is not None and piece.claim not in plain for piece in pieces]
    of_claim = [(piece.claim, at) for at, piece in enumerate(pieces) if piece.citation is None or both[at]]
    first = dict(reversed(of_claim))
    last = dict(of_claim)
    cited = dict(reversed([(piece.citation, at) for at, piece in enumerate(pieces)]))
    ended = iter(
        evolve(
            piece,
            both=both[at],
            claim_begins=piece.claim is not None and first.get(piece.claim) == at,
            claim_ends=piece.claim is not None and last.get(piece.claim) == at,
            citation_begins=piece.citation is not None and cited[piece.citation] == at,
        )
        for at, piece in enumerate(pieces)
    )
    return tuple(evolve(block, pieces=tuple(islice(ended, len(block.pieces)))) for block in blocks)
