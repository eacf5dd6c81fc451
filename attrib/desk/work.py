"""What is made of a draft, in a process of its own: it may take too long or die, and the desk goes on."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from attrib.cli.drafts import internal
from attrib.cli.house import House, Lasting
from attrib.errors import AttribError, InputError
from attrib.inputs import read_data, text_format
from attrib.outputs import Options, Report, Run
from attrib.summary import summary
from attrib.values import NamedTuple

MOST_TEXT = 1_000_000
"""Code points: a bulletin of 10,000 words has 60,000, and the page of a million is too much for a browser."""


class Asked(NamedTuple):
    """A draft as the page sends it: bytes, a name whose ending tells the format, the issue date if it was given."""

    data: bytes
    name: str
    date: dt.date | None = None


def work(kind: str, asked: Asked, options: argparse.Namespace) -> bytes:
    """The answer of one kind (a key of `ANSWERS`). Raises AttribError alone, with words for the editor."""
    try:
        return ANSWERS[kind](asked, options)
    except AttribError as error:
        raise AttribError(str(error)) from None  # some of its kinds do not pass from one process to another
    except Exception as error:  # noqa: BLE001  # a mistake of ours: say so, and take the next draft
        raise AttribError(internal(error)) from None


def _text(asked: Asked, options: argparse.Namespace) -> bytes:
    """The text of a file, and whether it is all that the file holds, so that it can be edited in its place."""
    document = read_data(asked.data, asked.name)
    whole = text_format(asked.name) is not None or document.format == "plain"
    return _json({"text": document.file_text if whole else document.text, "whole": whole})


def _report(asked: Asked, options: argparse.Namespace) -> bytes:
    """The page of `attrib report`, and its sum in one line."""
    from attrib.report.pages import bulletin_page

    here, report = _checked(asked, options)
    shown = Options(run=Run(here.book.rules, registry=here.registry))
    made = bulletin_page(report, shown, script=resource("framed.js"))
    return _json({"page": made, "said": str(summary([report]))})


def _reviewed(asked: Asked, options: argparse.Namespace) -> bytes:
    """The Word file with its comments; of any other draft, one that is set as a Word file."""
    _, report = _checked(asked, options)
    if report.analysis.document.format == "docx":
        from attrib.report.word import reviewed

        return reviewed(asked.data, report.analysis, report.findings)
    from attrib.report.typed import typed

    return typed(report.analysis, report.findings)


ANSWERS: Mapping[str, Callable[[Asked, argparse.Namespace], bytes]] = {
    "text": _text,
    "report": _report,
    "reviewed": _reviewed,
}


def _checked(asked: Asked, options: argparse.Namespace) -> tuple[House, Report]:
    document = read_data(asked.data, asked.name)
    if len(document.text) > MOST_TEXT:
        raise InputError(
            f"{asked.name}: has {len(document.text):,} characters, and a page shows {MOST_TEXT:,} at most; "
            "split it into issues, or use `attrib check`"
        )
    here = _lasting(options).now()
    analysis = here.analyse(document, date=asked.date)
    return here, Report(analysis, here.check(analysis))


_kept: dict[str, Lasting] = {}


def _lasting(options: argparse.Namespace) -> Lasting:
    """The settings of this process, which serves one desk."""
    return _kept.setdefault(repr(options), Lasting(options))


def _json(answer: Mapping[str, object]) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")


@cache
def resource(name: str) -> str:
    """A file of `page/`."""
    return files("attrib.desk").joinpath("page", name).read_text(encoding="utf-8")
