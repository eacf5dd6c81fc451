"""How fast attrib is: ``python benchmarks/speed.py [--runs 15] [--megabytes 1.0] [--only PART]``, the parts being

cold     `attrib check` on one short bulletin, never checked before and checked before, against a process of the same
         Python that only imports regex, attrs, argparse and tomllib: medians of several runs, in turn
analyse  megabytes of bulletin text a second, one process, with the library already loaded
stages   the share of each stage in that, as the profiler's clock sees the functions that `analyse` calls
check    the same with all rules over the analyses, that is from text to findings
report   the editor's page of one bulletin of a hundred kilobytes, from its findings on, and how large it is

The text is made by bulletins.py from a fixed seed. Figures are the best of three passes. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import bulletins

TWIN = Path(__file__).resolve().parent.parent / "examples" / "monitor-5-223-twin.txt"
# An installed attrib has its byte code beside it, whatever this shell forbids.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
IMPORTS = "import regex, attrs, argparse, tomllib"
STAGES = (
    "read_text",
    "layout",
    "reading.read",
    "infer",
    "dated",
    "dated_brackets",
    "_told",
    "claims",
    "link",
    "check",
)
INSIDE = ("sentences", "mentions", "find", "quotations")  # of _told


def seconds(command: Sequence[str]) -> float:
    """Wall time of one process; raises if it fails otherwise than with findings."""
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return time.perf_counter() - begin


def cold(runs: int) -> None:
    """Cold starts of the command beside the bare imports, in turn so that all meet the same machine."""
    check = [sys.executable, "-m", "attrib", "check", "--exit-zero", str(TWIN)]
    commands = {
        "new draft": [*check, "--no-cache"],
        "known draft": check,
        "imports only": [sys.executable, "-c", IMPORTS],
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            spent = seconds(command)
            if turn:  # the first turn warms the disk
                took[name].append(spent)
    medians = {name: 1000 * statistics.median(times) for name, times in took.items()}
    for name, median in medians.items():
        ratio = median / medians["imports only"]
        print(f"cold     {name:16} {median:7.1f} ms   {ratio:5.2f} x   (best {1000 * min(took[name]):.1f}, of {runs})")


def best(job: Callable[[], object], passes: int = 3) -> float:
    """The shortest of some passes, in seconds of this process, so that other work on the machine counts little."""
    times = []
    for _ in range(passes):
        begin = time.process_time()
        job()
        times.append(time.process_time() - begin)
    return min(times)


def texts(megabytes: float) -> list[tuple[str, str]]:
    """Made-up bulletins of all styles, together that many million bytes."""
    made: list[tuple[str, str]] = []
    size = 0
    for name, text in bulletins.written(10**6, seed=7):
        made.append((name, text))
        size += len(text.encode())
        if size >= megabytes * 1e6:
            break
    return made


def warm(only: str | None, megabytes: float) -> None:
    """Throughput of reading and analysing, of checking, and where the time goes."""
    from attrib.analysis import analyse
    from attrib.findings import check
    from attrib.inputs import read_text
    from attrib.rulebook import load_rulebook

    made = texts(megabytes)
    size = sum(len(text.encode()) for _, text in made) / 1e6
    rules = load_rulebook()

    def form(name: str) -> str:
        return "markdown" if name.endswith(".md") else "plain"

    def analysed() -> list[object]:
        return [analyse(read_text(text, name, form(name))) for name, text in made]

    def checked() -> list[object]:
        return [check(analyse(read_text(text, name, form(name))), rules) for name, text in made]

    print(f"text     {len(made)} bulletins, {size:.2f} MB")
    analysed()
    if only in (None, "analyse"):
        print(f"analyse  {size / best(analysed):6.2f} MB/s")
        for style in bulletins.STYLES:
            some = [(n, t) for n, t in made if n[5:].rpartition(".")[0] == style]
            part = sum(len(t.encode()) for _, t in some) / 1e6
            spent = best(lambda some=some: [analyse(read_text(t, n, form(n))) for n, t in some])  # type: ignore[misc]
            print(f"         {style:14} {part / spent:6.2f} MB/s")
    if only in (None, "check"):
        spent = best(checked)
        found = sum(len(check(analyse(read_text(t, n, form(n))), rules)) for n, t in made[:50])
        print(f"check    {size / spent:6.2f} MB/s   ({found} findings in the first 50 bulletins)")
    if only in (None, "stages"):
        stages(checked)


def report() -> None:
    """The page of one long bulletin."""
    import datetime as dt

    from attrib.analysis import analyse
    from attrib.findings import check
    from attrib.inputs import read_text
    from attrib.outputs import Options, Report
    from attrib.report.pages import page
    from attrib.rulebook import load_rulebook

    body = TWIN.read_text("utf-8").partition("\n\n")[2]
    analysis = analyse(read_text((body * (100_000 // len(body) + 1))[:100_000]), date=dt.date(1999, 12, 2))
    whole = Report(analysis, check(analysis, load_rulebook()))
    spent = best(lambda: page([whole], Options()))
    size = len(page([whole], Options()).encode()) / 1e6
    print(f"report   {spent:6.2f} s   ({len(analysis.claims)} claims, a page of {size:.1f} MB)")


def stages(job: Callable[[], object]) -> None:
    """Cumulative time of each stage's function under the profiler, as a share of the whole."""
    profiler = cProfile.Profile()
    profiler.runcall(job)
    rows: dict[str, float] = {}
    whole = 0.0
    for (file, _, function), (_, _, _, spent, callers) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        place = Path(file)
        if "attrib" not in place.parts:
            continue
        above = {c[2] for c in callers}
        if {function, f"{place.stem}.{function}"} & {*STAGES} and above & {"analyse", "checked", "<listcomp>"}:
            rows[f"{place.parent.name}/{place.stem}.{function}"] = spent
        elif function in INSIDE and above & {"_said", "_mentions"}:
            rows[f"  _told: {place.parent.name}/{place.stem}.{function}"] = spent
        if function in ("analyse", "check", "read_text"):
            whole += spent
    print("stages   (profiled, so the small functions weigh too much)")
    for name, spent in sorted(rows.items(), key=lambda row: -row[1]):
        print(f"         {name:52} {100 * spent / whole:5.1f} %")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=15)
    arguments.add_argument("--megabytes", type=float, default=1.0)
    arguments.add_argument("--only", choices=("cold", "analyse", "stages", "check", "report"))
    options = arguments.parse_args()
    if options.only in (None, "cold"):
        cold(options.runs)
    if options.only not in ("cold", "report"):
        warm(options.only, options.megabytes)
    if options.only in (None, "report"):
        report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
