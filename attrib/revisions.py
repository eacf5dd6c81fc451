"""Drafts as they were at a revision of the git repository that holds them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from attrib.errors import AttribError

_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_MOST_SECONDS = 120


class Revision(NamedTuple):
    """A commit of a repository, its root, and the old paths of what was renamed since then, seen from there."""

    root: str
    commit: str
    renamed: Mapping[str, str]

    def data(self, path: str) -> bytes | None:
        """A draft as it was then, its line ends and encoding as git checks it out; None where there was none.

        Raises AttribError for a path outside the repository.
        """
        inside = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        if inside.startswith("../"):
            raise AttribError(f"{path}: is not in the repository {self.root}, so nothing tells what changed in it")
        then = f"{self.commit}:{self.renamed.get(inside, inside)}"
        found = _git(self.root, "cat-file", "--filters", then)
        return found.stdout if found.returncode == 0 else None


def since(revision: str, folder: str = ".") -> Revision:
    """The commit from which a revision and the drafts of today went apart, as a pull request is shown.

    That is the merge base with ``HEAD``: what others did on ``revision`` since then is no change of ours. Raises
    AttribError where there is no repository, no such revision, or no commit in common.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        raise AttribError(f"--diff-base {revision}: {Path(folder).resolve()} is in no git repository")
    root = os.path.realpath(_text(top.stdout))
    named = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if named.returncode or not revision.strip():
        raise AttribError(f"--diff-base {revision}: git knows no such revision{_nearest(root, revision)}")
    commit = _text(named.stdout)
    if _git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode == 0:
        base = _git(root, "merge-base", commit, "HEAD")
        if base.returncode:
            raise AttribError(
                f"--diff-base {revision}: has no commit in common with HEAD; "
                "a shallow clone may lack it (in a GitHub workflow: fetch-depth: 0)"
            )
        commit = _text(base.stdout).split()[0]
    return Revision(root, commit, _renamed(root, commit))


def _renamed(root: str, commit: str) -> dict[str, str]:
    """New paths and the old, of what git holds for the same file since the commit, work tree included."""
    told = _git(root, "diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", commit, "--")
    words = os.fsdecode(told.stdout).split("\0")
    return {words[at + 2]: words[at + 1] for at in range(0, len(words) - 2, 3)}


def _nearest(root: str, revision: str) -> str:
    from attrib.nearest import nearest

    listed = _git(root, "for-each-ref", "--format=%(refname:short)", "--count=1000")
    return nearest(revision, _text(listed.stdout).split("\n"))


def _git(folder: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    command: Sequence[str] = ("git", "-C", folder, *words)
    try:
        return subprocess.run(
            command, capture_output=True, check=False, timeout=_MOST_SECONDS, env={**os.environ, **_ENVIRONMENT}
        )
    except FileNotFoundError:
        raise AttribError("--diff-base needs git, which is not installed") from None
    except subprocess.TimeoutExpired:
        raise AttribError(f"--diff-base: git {words[0]} took more than {_MOST_SECONDS} s") from None


def _text(out: bytes) -> str:
    return os.fsdecode(out).strip()
