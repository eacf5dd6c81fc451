"""GitLab's Code Quality report, which a merge request shows beside the lines.

Its fields and the five words of severity are those of GitLab's manual, "Code Quality", section "Implement a custom
tool"; findings of one fingerprint are shown as one, and a report with a byte order mark is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from attrib.excerpt import quoted
from attrib.outputs import Options, Report, Unread, as_json
from attrib.places import from_root, region
from attrib.ranking import Found, found
from attrib.summary import Shortfall, shortfalls
from attrib.terminal import inert

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
"""`critical` and `blocker` are left to what breaks a build; a draft that cannot be read is one."""


def render(reports: Sequence[Report], options: Options) -> str:
    """A list with all findings; positions in code points."""
    entries = [
        *(_file(draft, "unread-draft", "blocker") for draft in options.run.unread),
        *(_file(draft, "min-supported", "major") for draft in shortfalls(reports)),
        *map(_finding, found(reports)),
    ]
    return as_json(entries, indent=2) + "\n"


def _finding(one: Found) -> dict[str, Any]:
    finding, document = one
    path, place = from_root(document.path), region(document, finding.span)
    # The manual allows `lines` or `positions`; only `lines` was read by the first versions, only `begin` is ever shown.
    return {
        "description": f"{inert(finding.message)}: {quoted(document, finding.span)}",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": _fingerprint(path, finding.fingerprint),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _file(draft: Unread | Shortfall, check: str, severity: str) -> dict[str, Any]:
    """What is wrong with a whole draft."""
    path = from_root(draft.path)
    return {
        "description": inert(draft.message),
        "check_name": check,
        "fingerprint": _fingerprint(path, check),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _fingerprint(path: str, own: str) -> str:
    """Ours is unique in a bulletin, and the same in two that share a sentence."""
    return hashlib.sha256(f"{path}\0{own}".encode()).hexdigest()[:32]
