"""The configuration as JSON Schema, so that an editor completes its keys and marks its mistakes."""

from __future__ import annotations

from typing import Any

from attrib.config.keys import FILES, Key, allowed

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The draft that the TOML extensions of editors read."""


def configuration() -> dict[str, Any]:
    """The schema of ``attrib.toml``; of a pyproject.toml it is that of ``[tool.attrib]``."""
    override = {name: _property(key) for name, key in {"files": FILES, **allowed("override")}.items()}
    return {
        "$schema": DIALECT,
        "title": "attrib: the configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{name: _property(key) for name, key in allowed("file").items()},
            "overrides": {
                "description": "what holds for some drafts; of several that match one, the last counts",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["files"],
                    "properties": override,
                },
            },
        },
    }


def _property(key: Key) -> dict[str, Any]:
    default = {"default": key.default} if key.default is not None else {}
    return {"description": key.about, **key.kind.schema, **default}
