"""The page, written: templates, style and script of `page/` into one HTML file that needs nothing else.

A browser is told by a content security policy to run this very script, to use this very style, and to fetch nothing.
Every value goes through `_written`: escaped, with what would steer a reader's machine or command a CI written out.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrib.errors import AttribError
from attrib.extras import lacking
from attrib.outputs import Options, Report
from attrib.report import drawing
from attrib.report.bulletin import bulletin
from attrib.report.cards import LEVELS
from attrib.report.trends import trends
from attrib.terminal import commands, visible
from attrib.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

    from attrib.registry import Registry
    from attrib.rulebook import Rule


def page(reports: Sequence[Report], options: Options) -> str:
    """One page: a bulletin; or several, one after another, behind an index with their trends.

    Raises AttribError where Jinja2 is not installed.
    """
    if len(reports) == 1:
        return bulletin_page(reports[0], options)
    rules, registry = _rules(options), _registry(options)
    keys = [f"b{at + 1}-" for at in range(len(reports))]
    return _rendered(
        options,
        title="Sourcing report",
        index=trends(reports, [f"#{key}bulletin" for key in keys]) if reports else None,
        bulletins=[bulletin(report, rules, registry, key) for report, key in zip(reports, keys, strict=True)],
    )


def bulletin_page(report: Report, options: Options, home: str = "", script: str = "") -> str:
    """The page of one bulletin.

    ``home`` leads back to the index where there is one; ``script`` is of the program that shows the page in a frame.
    """
    made = bulletin(report, _rules(options), _registry(options))
    return _rendered(options, script, title=f"{made.title}: sourcing report", bulletins=[made], home=home)


def index_page(reports: Sequence[Report], hrefs: Sequence[str], options: Options) -> str:
    """The index alone, whose bulletins have pages of their own at ``hrefs``."""
    return _rendered(options, title="Sourcing report", index=trends(reports, hrefs), bulletins=[])


def _rules(options: Options) -> Mapping[str, Rule]:
    from attrib.rulebook import load_rulebook

    return {rule.code: rule for rule in options.run.rules or load_rulebook().rules}


def _registry(options: Options) -> Registry:
    from attrib.registry import default

    return options.run.registry or default()


def _rendered(options: Options, script: str = "", **values: Any) -> str:
    template = _environment().get_template("page.html")
    return template.render(
        style=_verbatim(style()),
        scripts=[_verbatim(one) for one in _scripts(script)],
        policy=f"default-src 'none'; {admitted(script)}; base-uri 'none'; form-action 'none'",
        version=__version__,
        unread=options.run.unread,
        **values,
    )


def admitted(script: str = "", place: str = "") -> str:
    """What a policy says of style and scripts: those of the page with ``script``, and those of ``place``."""
    styles, scripts = _hash(style()), " ".join(map(_hash, _scripts(script)))
    return f"style-src {place}{styles}; script-src {place}{scripts}"


def _scripts(script: str) -> tuple[str, ...]:
    return tuple(filter(None, (_resource("report.js"), script)))


@cache
def _environment() -> Environment:
    try:
        import jinja2
    except ImportError as error:
        raise AttribError(lacking("the report", error, "report")) from None

    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_resource),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        finalize=_written,
    )
    made.globals.update(levels=LEVELS, strip=drawing.strip, draw_timeline=drawing.timeline, draw_matrix=drawing.matrix)
    made.filters.update(percent=_percent, sentence=_sentence)
    return made


def _written(value: Any) -> Any:
    """A value as HTML: text is made inert, and a CI that prints the page finds no command in it."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    from markupsafe import Markup, escape

    text = visible(value)
    escaped, at = [], 0
    for command in commands(text):
        escaped += [escape(text[at:command]), f"&#{ord(text[command])};"]
        at = command + 1
    return Markup("".join((*escaped, escape(text[at:])))) if escaped else escape(text)


def _percent(share: float | None) -> str:
    """
    >>> _percent(66.7), _percent(99.9), _percent(None)
    ('67 %', '99 %', '')
    """
    if share is None:
        return ""
    return f"{round(share) if share in (0, 100) else min(max(round(share), 1), 99)} %"


def _sentence(text: str) -> str:
    """A message as a sentence: a capital at its head, a stop at its end.

    >>> _sentence("no citation supports this")
    'No citation supports this.'
    """
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…" else ".")


def _verbatim(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


def style() -> str:
    """The style sheet of the page, also for one that shall look like it."""
    return _resource("report.css")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _resource(name: str) -> str:
    """A file of `page/`."""
    return files("attrib.report").joinpath("page", name).read_text(encoding="utf-8")
