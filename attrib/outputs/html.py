"""The editor's report as one page, the same that `attrib report` writes."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.outputs import Options, Report

ASKS_RULES = True


def render(reports: Sequence[Report], options: Options) -> str:
    """The page; raises AttribError where Jinja2, which the extra ``report`` brings, is not installed."""
    from attrib.report.pages import page

    return page(reports, options)
