"""Links of Markdown whose address is written nowhere: "[Reuters, 5 May][reu]" without its "[reu]: https://..."."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrib.matching.patterns import pattern
from attrib.model import Citation, Document, Paragraph, Problem, Span
from attrib.values import evolve

_LINK = pattern(r"\[(?=[^\[\]]*[^\W\d_])[^\[\]]{2,}\](?P<mark>\[(?P<label>[^\s\[\]^][^\[\]]{0,39})\])")


def told(
    document: Document, paragraph: Paragraph, citations: Sequence[Citation], labels: Collection[str]
) -> tuple[Citation, ...]:
    """The citations of a paragraph, with a problem at each label that no line defines; ``labels`` are of notes.

    A parser leaves such a link as it stands. One outside of all citations is one that cites nothing.
    """
    if document.format != "markdown" or document.prose.find("][", *paragraph.span) < 0:
        return tuple(citations)
    found = list(citations)
    for link in _LINK.finditer(document.prose, *paragraph.span):
        if link["label"] in labels:
            continue  # "[sic][1]"
        at = Span(*link.span("mark"))
        missing = Problem("missing-link", at, f"the address of {link['mark']} is written nowhere")
        around = next((i for i, c in enumerate(found) if c.span.meets(Span(*link.span()))), None)
        if around is None:
            found.append(Citation(at, "note", paragraph.number, problems=(missing,), label=link["label"]))
        else:
            found[around] = evolve(found[around], problems=(*found[around].problems, missing))
    return tuple(found)
