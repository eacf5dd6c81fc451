"""Links every claim of a news bulletin to the citations that carry it, and says what is unsupported.

A few verbs, each a function from values to values:

>>> import datetime as dt
>>> import attrib
>>> document = attrib.read_text("Crews walked out on Monday (Interfax, May 4). A tanker ran aground yesterday.")
>>> analysis = attrib.analyse(document, date=dt.date(1999, 5, 5))
>>> [(claim.kind, support.level) for claim, support in zip(analysis.claims, analysis.supports)]
[('reported', 'single'), ('reported', 'none')]
>>> findings = attrib.check(analysis, attrib.load_rulebook())
>>> print(attrib.render([attrib.Report(analysis, findings)], "concise"), end="")
<text>:1:47: S101[error] no citation and no named outlet supports this statement (uncited-statement)

All offsets count code points of ``document.text``. What goes wrong is an `AttribError` with a message for people. A
name is imported when it is first asked for, so that ``import attrib`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib.analysis import Library, analyse
    from attrib.errors import AttribError, InputError, RuleError
    from attrib.findings import check
    from attrib.inputs import read, read_text
    from attrib.model import (
        Analysis,
        Attribution,
        Citation,
        Claim,
        Document,
        Finding,
        IssueDate,
        Link,
        Place,
        Reference,
        Sentence,
        Source,
        Span,
        Support,
    )
    from attrib.outputs import Options, Report, render
    from attrib.rulebook import Rule, Rulebook, load_rulebook
    from attrib.version import __version__

__all__ = [
    "Analysis",
    "AttribError",
    "Attribution",
    "Citation",
    "Claim",
    "Document",
    "Finding",
    "InputError",
    "IssueDate",
    "Library",
    "Link",
    "Options",
    "Place",
    "Reference",
    "Report",
    "Rule",
    "RuleError",
    "Rulebook",
    "Sentence",
    "Source",
    "Span",
    "Support",
    "__version__",
    "analyse",
    "check",
    "load_rulebook",
    "read",
    "read_text",
    "render",
]

if not TYPE_CHECKING:  # a type checker would else take every name for a right one
    _HOMES = {
        "analysis": ("Library", "analyse"),
        "errors": ("AttribError", "InputError", "RuleError"),
        "findings": ("check",),
        "inputs": ("read", "read_text"),
        "outputs": ("Options", "Report", "render"),
        "rulebook": ("Rule", "Rulebook", "load_rulebook"),
        "version": ("__version__",),
    }
    _HOME = {name: home for home, names in _HOMES.items() for name in names}

    def __getattr__(name):
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOME.get(name, 'model')}"), name)

    def __dir__():
        return sorted({*globals(), *__all__})
