"""The file of a rule as JSON Schema, so that an editor completes its facts and marks its mistakes."""

from __future__ import annotations

from typing import Any, get_args

from attrib.config.schema import DIALECT
from attrib.facts import Fact, Kind, Subject, subject, subject_names
from attrib.inputs import format_names
from attrib.model import Safety, Severity
from attrib.rulebook.conditions import GROUPS
from attrib.rulebook.loading import REQUIRED

_TEXT = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "format": "date"}
_ABOUT = {
    "code": "a letter for the family and three figures, such as S901",
    "summary": "what is wrong, in a line",
    "message": "what the editor reads; {fact} is filled in",
    "why": "why it matters",
    "authority": "whose rule it is: a handbook, the desk",
}


def rule_file() -> dict[str, Any]:
    """The schema of a rule's file. What `when` may say depends on what the rule is `on`."""
    subjects = [subject(name) for name in subject_names()]
    return {
        "$schema": DIALECT,
        "title": "attrib: a rule",
        "type": "object",
        "additionalProperties": False,
        "required": list(REQUIRED),
        "properties": {
            **{key: {"description": about, **_TEXT} for key, about in _ABOUT.items()},
            "code": {"description": _ABOUT["code"], "type": "string", "pattern": r"^[A-Z]\d{3}$"},
            "on": {"description": "what the rule asks", "enum": [of.name for of in subjects]},
            "severity": {"enum": list(get_args(Severity))},
            "url": {
                "description": "a page that explains the rule",
                "type": "string",
                "pattern": "^https?://[!-;=?-~]+$",
            },
            "yields_to": {
                "description": "codes of rules that say it more exactly of the same words",
                "type": "array",
                "items": {"type": "string", "pattern": r"^[A-Z]\d{3}$"},
            },
            "at": {"description": "the span to underline", **_TEXT},
            "when": {"type": "object", "minProperties": 1},
            "fix": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "safety"],
                "properties": {"text": {"type": "string"}, "safety": {"enum": list(get_args(Safety))}, "at": _TEXT},
            },
            "related": {"type": "object", "additionalProperties": {"type": "string"}},
            "bad": {"type": "array", "items": _example(bad=True)},
            "good": {"type": "array", "items": _example(bad=False)},
        },
        "allOf": [_on(of) for of in subjects],
        "definitions": {of.name: _when(of) for of in subjects},
    }


def _example(*, bad: bool) -> dict[str, Any]:
    flag = {"flag": {"description": "the exact words to underline", "type": "array", "items": _TEXT}} if bad else {}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["text"],
        "properties": {
            "text": {"type": "string"}, "date": _DAY, "style": _TEXT, "format": {"enum": list(format_names())},
            "ignore": {"description": "entries of a sidecar", "type": "array", "items": {"type": "object"}}, **flag,
        },
    }  # fmt: skip


def _on(of: Subject) -> dict[str, Any]:
    spans = [fact for fact in of.facts.values() if fact.kind.base == "span"]
    single = {"enum": [fact.name for fact in spans if not fact.kind.many]}
    return {
        "if": {"properties": {"on": {"const": of.name}}},
        "then": {
            "properties": {
                "when": {"$ref": f"#/definitions/{of.name}"},
                "at": single,
                "fix": {"properties": {"at": single}},
                "related": {"propertyNames": {"enum": [fact.name for fact in spans]}},
            }
        },
    }


def _when(of: Subject) -> dict[str, Any]:
    again = {"type": "array", "items": {"$ref": f"#/definitions/{of.name}"}, "minItems": 1}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {**{fact.name: _line(fact) for fact in of.facts.values()}, **dict.fromkeys(GROUPS, again)},
    }


def _line(fact: Fact) -> dict[str, Any]:
    known = _table("known", {"type": "boolean"})
    about = {"description": fact.about}
    if fact.kind.base == "span":
        return {**about, **known}
    one = _value(fact.kind)
    several = {"type": "array", "items": one, "minItems": 1}
    return {**about, "anyOf": [one, several, _table("not", {"anyOf": [one, several]}), known]}


def _value(kind: Kind) -> dict[str, Any]:
    comparison = {"type": "string", "pattern": r"^\s*(>=|<=|==|!=|>|<)\s*\S+\s*$"}
    if kind.base == "truth":
        return {"type": "boolean"}
    if kind.base == "number":
        return {"anyOf": [{"type": "integer"}, comparison]}
    if kind.base == "day":
        return {"anyOf": [_DAY, comparison]}
    plain: dict[str, Any] = {"enum": list(kind.words)} if kind.words else {"type": "string"}
    return {"anyOf": [plain, _table("matches", _TEXT)]}


def _table(key: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": [key], "properties": {key: value}}
