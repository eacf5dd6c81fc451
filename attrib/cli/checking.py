"""Many drafts checked: by several processes at once, and without what an earlier run found already."""

from __future__ import annotations

import argparse
import os
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from attrib.cli.arguments import Group
from attrib.cli.house import House, house
from attrib.errors import InputError
from attrib.inputs import STDIN, read
from attrib.model import Analysis, Document, Finding
from attrib.values import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

Found = tuple[Analysis, tuple[Finding, ...]]
FEWEST = 32
"""With fewer drafts further processes take longer to start than they save."""
BATCH = 8


def arguments(group: Group) -> None:
    group.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="number of processes (default: one a core where there are many drafts)",
    )
    group.add_argument("--no-cache", dest="cache", action="store_const", const=False, help="check every draft anew")
    group.add_argument("--cache-dir", metavar="DIR", help="where results are kept for the next run")


def _jobs(written: str) -> int:
    if not written.isdecimal() or not 0 < int(written) <= 1024:
        raise argparse.ArgumentTypeError(f"“{written}” is no number of processes; expected 1 or more")
    return int(written)


class Checker:
    """Checks the drafts of one run in their order."""

    def __init__(self, here: House, options: argparse.Namespace) -> None:
        self._here, self._options = here, options
        self._ahead: Generator[Checked, None, None] | None = None

    def start(self, paths: Sequence[str]) -> None:
        """Be told of all drafts; other processes begin with them where that pays."""
        files = [path for path in paths if path != STDIN]
        jobs = self._options.jobs or (_cores() if len(files) >= FEWEST else 1)
        if jobs > 1 and len(files) > 1:
            self._ahead = _by_others(files, min(jobs, len(files)), self._options)

    def checked(self, document: Document, path: str) -> Found:
        """What is found in a draft. Raises InputError where the process that checked it died."""
        for done in self._ahead if self._ahead and path != STDIN else ():
            if done.path == path:
                if done.died:
                    raise InputError(f"{path}: the process that checked it died; the draft is damaged, or too large")
                if done.data is not None and done.text == _sum(document):
                    from attrib.keeping.packing import unpacked

                    return unpacked(done.data, document, self._here.registry)
                break
        return _recalled(self._here, document)

    def end(self) -> None:
        """Let the other processes go, and keep the folder of results small."""
        if self._ahead:
            self._ahead.close()
        if self._here.results:
            self._here.results.prune()


class Checked(NamedTuple):
    """What another process found in a draft: packed, and the sum of the text that it read."""

    path: str
    text: int = 0
    data: bytes | None = None
    died: bool = False


def _by_others(paths: Sequence[str], jobs: int, options: argparse.Namespace) -> Generator[Checked, None, None]:
    """The drafts checked by so many processes, in order.

    Where a process dies, those after it are begun again one by one, so that the draft at fault costs itself alone.
    """
    from concurrent.futures.process import BrokenProcessPool

    at = 0
    size, workers = min(BATCH, -(-len(paths) // jobs)), jobs
    while at < len(paths):
        batches = [paths[start : start + size] for start in range(at, len(paths), size)]
        with _pool(workers, options) as pool:
            done = [pool.submit(_check, batch) for batch in batches]
            try:
                for batch, future in zip(batches, done, strict=True):
                    yield from future.result()
                    at += len(batch)
            except BrokenProcessPool:
                if workers == 1 and size == 1:
                    yield Checked(paths[at], died=True)
                    at += 1
                size = workers = 1
            except GeneratorExit:  # nobody asks for more; Python itself must not find the pool half closed at its end
                pool.shutdown(cancel_futures=True)
                raise
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _pool(workers: int, options: argparse.Namespace) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, initializer=_begin, initargs=(options,))


_here: House | None = None
"""In a process that works for another: what holds for the run."""


def _begin(options: argparse.Namespace) -> None:
    global _here
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is asked to stop is the process that waits
    _here = house(options)


def _end_with(parent: BaseProcess | None) -> None:
    """A process that is killed ends no other; those that work for it would wait for more work for good."""
    if parent is not None:
        parent.join()
        os._exit(1)


def _check(paths: Sequence[str]) -> list[Checked]:
    assert _here is not None
    return [_checked(_here, path) for path in paths]


def _checked(here: House, path: str) -> Checked:
    from attrib.keeping.packing import packed

    try:
        document = read(path)
        return Checked(path, _sum(document), packed(*_recalled(here, document), here.registry))
    except Exception:  # noqa: BLE001  # the process that waits sees it again, and says so
        return Checked(path)


def _sum(document: Document) -> int:
    return crc32(document.text.encode("utf-8", "surrogatepass"))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# --- from run to run --------------------------------------------------------------------------------------------------


def _recalled(here: House, document: Document) -> Found:
    """What is found in a draft, from the last run where nothing has changed."""
    results = here.results
    if results is None:
        return here.checked(document)
    context = here.context(document.path)
    found = results.get(document, context)
    if found is None:
        found = here.checked(document)
        results.put(found, context)
    return found
