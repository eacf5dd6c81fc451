"""The facts that a rule may name: one module or folder a subject, one typed and documented function a fact.

A fact is a public function ``(view, index) -> value`` of its subject's module; its return annotation is its kind and
its docstring says what it means. ``None`` is "not known". A new fact is one function, a new subject one
module, which also offers ``count(view)``, how many subjects of it the bulletin has, and the fact ``span``. One with
many facts is a folder, whose module names its others as ``PARTS``. Facts look
around in the item of their subject; what they look at beyond it, ``facts/reach.py`` tells.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Literal, get_args

from attrib import wording
from attrib.facts.view import View
from attrib.model import Span
from attrib.values import NamedTuple

Base = Literal["truth", "number", "text", "word", "day", "span"]

_BASES: Mapping[str, Base] = {"bool": "truth", "int": "number", "str": "text", "dt.date": "day", "Span": "span"}
_NAMES: Mapping[Base, str] = {
    "truth": "true or false",
    "number": "a whole number",
    "text": "a text",
    "word": "one of",
    "day": "a date",
    "span": "a span",
}


class Kind(NamedTuple):
    """What values a fact has: ``words`` are those allowed of a ``word``; ``many`` where there may be several."""

    base: Base
    words: tuple[str, ...] = ()
    many: bool = False

    def __str__(self) -> str:
        name = _NAMES[self.base] + (" " + ", ".join(self.words) if self.words else "")
        return f"several, each {name}" if self.many else name


class Fact(NamedTuple):
    """A value the engine can compute of a subject; ``value`` gives ``None`` where it is not known."""

    name: str
    kind: Kind
    value: Callable[[View, int], Any]
    about: str


class Subject(NamedTuple):
    """What a rule can be ``on``."""

    name: str
    facts: Mapping[str, Fact]
    count: Callable[[View], int]
    span: Callable[[View, int], Any]


@cache
def subject_names() -> tuple[str, ...]:
    """The subjects there are, by the modules and folders of the folder ``of``."""
    files = os.listdir(os.path.join(os.path.dirname(__file__), "of"))
    modules = {file.partition(".")[0] for file in files if not file.startswith(("_", "."))}
    return tuple(sorted(name.replace("_", "-") for name in modules))


@cache
def subject(name: str) -> Subject:
    """The subject of that name with its facts. Raises KeyError where there is none."""
    try:
        module = import_module(f"attrib.facts.of.{name.replace('-', '_')}")
        count = module.count
    except (ModuleNotFoundError, AttributeError):
        raise KeyError(name) from None
    facts = {fact.name: fact for part in (module, *getattr(module, "PARTS", ())) for fact in _facts(part)}
    return Subject(name, facts, count, facts["span"].value)


def _facts(module: ModuleType) -> list[Fact]:
    return [
        Fact(name, _kind(value.__annotations__["return"], module), value, (value.__doc__ or "").strip())
        for name, value in vars(module).items()
        if not name.startswith("_")
        and getattr(value, "__module__", None) == module.__name__
        and name != "count"
        and callable(value)
    ]


def _kind(annotation: str, module: ModuleType) -> Kind:
    """The kind that a return annotation says: ``bool``, ``Span | None``, ``tuple[str, ...]``, a ``Literal`` by name."""
    word = annotation.removesuffix(" | None")
    many = word.startswith("tuple[")
    word = word.removeprefix("tuple[").removesuffix(", ...]")
    if word in _BASES:
        return Kind(_BASES[word], (), many)
    return Kind("word", get_args(getattr(module, word)), many)


def shown(value: object, view: View) -> str:
    """A fact's value as a message says it."""
    if isinstance(value, str):
        return value
    if value is None:
        return "unknown"
    if isinstance(value, Span):
        return " ".join(view.text[value.start : value.end].split())
    if isinstance(value, tuple):
        words = [part if isinstance(part, str) else shown(part, view) for part in value]
        return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
    if isinstance(value, dt.date):
        return wording.day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
