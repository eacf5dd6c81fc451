"""`--show-settings`: each value as TOML, with the place that says it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrib.config.keys import KEYS
from attrib.config.layers import DEFAULT, Said, Settings

_COLUMN = 44  # where the places begin, if the value is short enough


def shown(settings: Settings, path: str | None = None) -> str:
    """The settings for a draft, or for all where none is named; then overrides are listed with their globs."""
    here = settings.at(path) if path is not None else settings
    lines = [line for key in KEYS if key not in ("extend", "profile") for line in _lines(here, key)]
    for layer in here.layers if path is None else ():
        if layer.files:
            lines += ["", f"# for {', '.join(layer.files)}"]
            lines += [_line(key, value, layer.origin) for key, value in layer.values.items()]
    return "\n".join(lines) + "\n"


def _lines(settings: Settings, key: str) -> Iterator[str]:
    said = settings.said(key)
    tables = [
        Said((name, one), origin) for value, origin in said if isinstance(value, Mapping) for name, one in value.items()
    ]
    if tables:  # of what several layers say of one name, the highest counts
        for name, (one, origin) in {name: Said(one, origin) for (name, one), origin in tables}.items():
            yield _line(f"{key}.{name}", one, origin)
    else:
        for value, origin in said or [Said(KEYS[key].default, DEFAULT)]:
            yield _line(key, value, origin)


def _line(key: str, value: Any, origin: str) -> str:
    """``key = value  # origin``; what has no value is a comment, since TOML has no word for that."""
    said = f"# {key} is not set" if value is None else f"{key} = {json.dumps(value, ensure_ascii=False)}"
    return f"{said:{_COLUMN}}  # {origin}"
