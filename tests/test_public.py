"""The public face: what `import attrib` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import attrib


@pytest.mark.parametrize("name", attrib.__all__)
def test_every_name_is_there(name: str) -> None:
    found = getattr(attrib, name)
    assert name in dir(attrib)
    assert getattr(found, "__name__", name) == name
    assert name == "__version__" or found.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'attrib' has no attribute 'analyze'"):
        attrib.analyze  # type: ignore[attr-defined]  # noqa: B018


def test_a_name_that_is_not_offered_is_no_name_of_the_model() -> None:
    with pytest.raises(ImportError):
        from attrib import Bracket  # type: ignore[attr-defined]  # noqa: F401


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    show = "import attrib, sys; print(sorted(name for name in sys.modules if name.startswith('attrib')))"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    assert done.stdout == "['attrib']\n"


def test_the_version_is_one() -> None:
    from attrib.version import __version__

    assert attrib.__version__ == __version__
