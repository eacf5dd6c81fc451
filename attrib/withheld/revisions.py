"""Drafts as they were at a revision of the git repository that holds them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrib.errors import AttribError
from attrib.values import NamedTuple

_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_MOST_SECONDS = 120
_SHALLOW = "this clone is shallow and may lack it (in a GitHub workflow: fetch-depth: 0)"


class Revision(NamedTuple):
    """A commit of a repository, and what became of its files since then: the old paths of those that were renamed, and
    the drafts that are gone. Paths are seen from ``root``, with slashes."""

    root: str
    commit: str
    renamed: Mapping[str, str]
    gone: tuple[str, ...]

    def data(self, path: str) -> bytes | None:
        """A draft of today as it was then; None where there was none. Raises as `inside` does."""
        inside = self.inside(path)
        return self.then(self.renamed.get(inside, inside))

    def then(self, inside: str) -> bytes | None:
        """A file as it was then, its line ends and encoding as git checks it out; None where there was none."""
        found = _git(self.root, "cat-file", "--filters", f"{self.commit}:{inside}")
        return found.stdout if found.returncode == 0 else None

    def inside(self, path: str) -> str:
        """A path of today from the root. Raises AttribError for one outside the repository."""
        inside = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        if inside.startswith("../"):
            raise AttribError(f"{path}: is not in the repository {self.root}, so nothing tells what changed in it")
        return inside


def since(revision: str, folder: str = ".") -> Revision:
    """The commit from which a revision and the drafts of today went apart, as a pull request is shown.

    That is the merge base with ``HEAD``: what others did on ``revision`` since then is no change of ours. Raises
    AttribError where there is no repository, no such revision, or no commit in common.
    """
    if not revision.strip():
        raise AttribError("--diff-base: the revision is empty; name a branch, a tag or a commit")
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        raise AttribError(f"--diff-base {revision}: {_no_repository(folder, top)}")
    root = os.path.realpath(_text(top.stdout))
    named = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if named.returncode:
        lacks = f"; {_SHALLOW}" if _is_shallow(root) else _nearest(root, revision)
        raise AttribError(f"--diff-base {revision}: git knows no such revision{lacks}")
    commit = _text(named.stdout)
    if _git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode == 0:
        base = _git(root, "merge-base", commit, "HEAD")
        if base.returncode:
            lacks = f"; {_SHALLOW}" if _is_shallow(root) else ""
            raise AttribError(f"--diff-base {revision}: has no commit in common with HEAD{lacks}")
        commit = _text(base.stdout).split()[0]
    return Revision(root, commit, *_moved(root, commit))


def not_checked_out(folder: str) -> frozenset[str]:
    """The files that git holds and a sparse checkout leaves out, whole and with links resolved; none without git."""
    try:
        top = _git(folder, "rev-parse", "--show-toplevel")
        root = os.path.realpath(_text(top.stdout))
        listed = _git(root, "ls-files", "-t", "-z") if top.returncode == 0 else top
    except AttribError:
        return frozenset()
    entries = os.fsdecode(listed.stdout).split("\0") if listed.returncode == 0 else []
    return frozenset(f"{root}/{entry[2:]}" for entry in entries if entry.startswith("S "))


def _moved(root: str, commit: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Of what git holds, work tree included: new paths with the old since the commit, and the drafts that are gone."""
    from attrib.inputs import text_format

    told = _git(root, "diff", "--name-status", "--find-renames", "--diff-filter=RD", "-z", commit, "--")
    words = iter(os.fsdecode(told.stdout).split("\0")[:-1])
    renamed, gone = {}, []
    for word in words:
        old = next(words)
        if word.startswith("R"):
            renamed[next(words)] = old
        elif text_format(old):
            gone.append(old)
    return renamed, tuple(gone)


def _no_repository(folder: str, told: subprocess.CompletedProcess[bytes]) -> str:
    """Why git finds no repository: there is none, or it says itself what keeps it from looking."""
    said = _text(told.stderr).partition("\n")[0].removeprefix("fatal: ")
    if "not a git repository" in said or not said:
        return f"{Path(folder).resolve()} is in no git repository"
    return f"git says: {said}" + ("; see safe.directory in `git help config`" if "ownership" in said else "")


def _is_shallow(root: str) -> bool:
    return _text(_git(root, "rev-parse", "--is-shallow-repository").stdout) == "true"


def _nearest(root: str, revision: str) -> str:
    from attrib.nearest import nearest

    listed = _git(root, "for-each-ref", "--format=%(refname:short)", "--count=1000")
    return nearest(revision, ["HEAD", *_text(listed.stdout).splitlines()])


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
