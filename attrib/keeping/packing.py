"""What was found in a draft as bytes, for another process or another run; the draft itself is not among them.

It is Python's pickle, restricted: nothing but values of attrib's model can be made from it, so that a file in the cache
runs no code. Sources are written as their identifiers and read as the registry's own.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from attrib import model
from attrib.model import Analysis, Document, Finding, Source
from attrib.registry import Registry
from attrib.values import names

_PLAIN = {("datetime", "date"), ("builtins", "frozenset"), ("builtins", "set")}

Reduce = Callable[[Any], tuple[Any, ...]]


def packed(analysis: Analysis, findings: tuple[Finding, ...], registry: Registry) -> bytes:
    """An analysis without its document, and its findings."""

    def source(value: Source) -> tuple[Any, ...]:
        if registry.get(value.id) == value:
            return the_source, (value.id,)
        return _by_fields()[Source](value)  # a stage has changed a field of it (`common_word`)

    buffer = io.BytesIO()
    packer = pickle.Pickler(buffer, protocol=5)
    packer.dispatch_table = {**_by_fields(), Document: lambda _: (the_draft, ()), Source: source}
    packer.dump((analysis, findings))
    return buffer.getvalue()


@cache
def _by_fields() -> dict[type, Reduce]:
    """How each type of the model is packed: as a call of it with its fields, in a quarter of the time and room."""
    return {made: _call(made) for made in vars(model).values() if isinstance(made, type) and names(made)}


def _call(made: type) -> Reduce:
    first, *others = names(made)
    values = attrgetter(first, *others) if others else lambda value: (getattr(value, first),)
    return lambda value: (made, values(value))


def unpacked(data: bytes, document: Document, registry: Registry) -> tuple[Analysis, tuple[Finding, ...]]:
    """They again, of that document. Raises ValueError for bytes that are nothing of the kind."""
    try:
        analysis, findings = _Unpacker(io.BytesIO(data), document, registry).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, LookupError, TypeError, ImportError) as error:
        raise ValueError(f"not what was found in a draft: {error}") from None
    if not isinstance(analysis, Analysis):
        raise ValueError("not what was found in a draft")
    return analysis, findings


def the_draft() -> Document:
    """Stands for the document in what is packed."""
    raise NotImplementedError


def the_source(name: str) -> Source:
    """Stands for a source of the registry in what is packed."""
    raise NotImplementedError


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, document: Document, registry: Registry) -> None:
        super().__init__(file)
        self._document, self._registry = document, registry

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(f"{model.__name__}.") and name in model.__all__:
            return getattr(model, name)
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module == __name__ and name == the_draft.__name__:
            return lambda: self._document
        if module == __name__ and name == the_source.__name__:
            return self._source
        raise pickle.UnpicklingError(f"{module}.{name} is no value of attrib")

    def _source(self, name: str) -> Source:
        source = self._registry.get(name)
        if source is None:
            raise LookupError(f"no source {name}")
        return source
