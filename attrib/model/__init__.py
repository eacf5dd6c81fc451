"""Every value that passes from stage to stage: a module an idea, in the order of the flow.

- `text`: spans and places, the draft as it was read, its masthead, paragraphs and sentences
- `days`: as written, as known, and the issue date
- `sources`: what the registry knows of them
- `citations`: brackets, citations, references
- `attributions`: who said what
- `styles`: how a publication cites
- `told`: all of that in the prose of one bulletin
- `claims`: claims, links, and what carries a claim
- `analysis`: a bulletin and all that was read in it
- `findings`: what the rules made of it

All are frozen and hold tuples; nothing is changed after it was made, and nothing points to a later stage.
Offsets count code points of ``Document.text``; a span's end is exclusive.
"""

from attrib.model.analysis import Analysis
from attrib.model.attributions import Act, Attribution, QuotationKind, SourceClass
from attrib.model.citations import Bracket, BracketKind, Citation, CitationForm, CrossReference, Problem, Reference
from attrib.model.claims import Basis, Claim, ClaimKind, Event, Link, Support, SupportLevel
from attrib.model.days import DateBasis, DateForm, Days, IssueDate, PartialDay, WrittenDate
from attrib.model.findings import Edit, Finding, Fix, Related, Safety, Severity
from attrib.model.sources import Control, Mention, Owner, OwnerKind, Period, Source, SourceKind, value_on
from attrib.model.styles import Style
from attrib.model.text import (
    BULLETS,
    Block,
    BlockKind,
    Comment,
    DeskMark,
    Document,
    Extract,
    Hyperlink,
    Masthead,
    Paragraph,
    ParagraphKind,
    Place,
    Sentence,
    Span,
    begun_in,
    meeting,
)
from attrib.model.told import Told

__all__ = [
    "BULLETS",
    "Act",
    "Analysis",
    "Attribution",
    "Basis",
    "Block",
    "BlockKind",
    "Bracket",
    "BracketKind",
    "Citation",
    "CitationForm",
    "Claim",
    "ClaimKind",
    "Comment",
    "Control",
    "CrossReference",
    "DateBasis",
    "DateForm",
    "Days",
    "DeskMark",
    "Document",
    "Edit",
    "Event",
    "Extract",
    "Finding",
    "Fix",
    "Hyperlink",
    "IssueDate",
    "Link",
    "Masthead",
    "Mention",
    "Owner",
    "OwnerKind",
    "Paragraph",
    "ParagraphKind",
    "PartialDay",
    "Period",
    "Place",
    "Problem",
    "QuotationKind",
    "Reference",
    "Related",
    "Safety",
    "Sentence",
    "Severity",
    "Source",
    "SourceClass",
    "SourceKind",
    "Span",
    "Style",
    "Support",
    "SupportLevel",
    "Told",
    "WrittenDate",
    "begun_in",
    "meeting",
    "value_on",
]
