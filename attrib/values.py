"""`frozen`: what `attrs.frozen` is, with comparison, hash and representation made by no compiler.

attrs writes and compiles these methods anew for every class at every start, which for all types of attrib together
takes half as long as a short check. Here only ``__init__`` is compiled; the others read the fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a type checker knows the original, and what it does to a class
    from attrs import frozen as frozen
else:
    from operator import attrgetter

    import attrs

    def frozen(cls=None, **options):
        if cls is None:
            return lambda cls: frozen(cls, **options)
        made = attrs.frozen(cls, eq=False, repr=False, **options)
        if compared := [a.name for a in made.__attrs_attrs__ if a.eq]:
            made.__eq__, made.__hash__ = _comparison(attrgetter(*compared))
        if "__repr__" not in vars(cls):
            made.__repr__ = _repr
        return made

    def _comparison(fields):
        def equal(self, other):
            return fields(self) == fields(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self):
            return hash(fields(self))

        return equal, hashed

    def _repr(self):
        shown = ", ".join(f"{a.name}={getattr(self, a.name)!r}" for a in self.__attrs_attrs__ if a.repr)
        return f"{self.__class__.__qualname__.rpartition('>.')[2]}({shown})"
