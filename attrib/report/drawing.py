"""Where the marks of the charts stand, in units of their drawings; the templates write them as SVG."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from attrib.dates import MONTHS
from attrib.model import SupportLevel
from attrib.report.charts import Cited, Matrix, Share, Timeline
from attrib.values import NamedTuple, frozen

TIMELINE_WIDTH, STACK, SQUARE, GAP = 460.0, 132.0, 15.0, 1.5
"""The timeline's width, the height of its highest stack, the largest side of a square, and what parts two."""
TOP, FOOT, EARLIER = 26.0, 36.0, 62.0
ROW, LEFT, HEAD, OVERHANG = 20.0, 58.0, 118.0, 76.0
"""The matrix: a row's height, the room for the numbers, for the names above, and for those that lean out."""


class Stretch(NamedTuple):
    """A stretch of the strip of shares, in percent of its width."""

    level: SupportLevel
    x: float
    width: float


class Square(NamedTuple):
    x: float
    y: float
    cited: Cited


class Label(NamedTuple):
    x: float
    text: str
    strong: bool = False
    anchor: str = "middle"


@frozen
class TimelineDrawing:
    width: float
    height: float
    base: float
    side: float
    squares: tuple[Square, ...]
    days: tuple[Label, ...]
    months: tuple[Label, ...]
    issue: float | None
    after: tuple[float, float] | None
    """Where the days after the issue begin and end, if any are shown."""
    earlier: tuple[float, int] | None
    """Where older days are told of, and how many references are of them."""


class Dot(NamedTuple):
    x: float
    y: float
    carries: bool


class MatrixRow(NamedTuple):
    claim: int
    level: SupportLevel
    y: float
    begins: bool
    """The first claim of a paragraph."""
    dots: tuple[Dot, ...]


@frozen
class MatrixDrawing:
    width: float
    height: float
    head: float
    columns: tuple[Label, ...]
    rows: tuple[MatrixRow, ...]


def strip(shares: Sequence[Share]) -> tuple[Stretch, ...]:
    """The claims of every level side by side, over the whole width."""
    total = sum(len(share.claims) for share in shares)
    stretches, x = [], 0.0
    for share in shares:
        if share.claims:
            width = 100 * len(share.claims) / total
            stretches.append(Stretch(share.level, round(x, 3), round(width, 3)))
            x += width
    return tuple(stretches)


def timeline(line: Timeline) -> TimelineDrawing:
    """A column a day, a square a reference; where a day has more than its column holds, several stand side by side."""
    count = (line.last - line.first).days + 1
    left = EARLIER if line.older else 0.0
    step = (TIMELINE_WIDTH - left) / count
    highest = max((len(day.cited) for day in line.days), default=1)
    pitch, across = _grid(step, highest)
    side = round(pitch - min(GAP, pitch / 3), 2)
    base = TOP + pitch * math.ceil(highest / across) + 2

    def middle(day: dt.date) -> float:
        return round(left + ((day - line.first).days + 0.5) * step, 2)

    squares = [
        Square(
            round(middle(day.day) + (at % across - (min(across, len(day.cited)) - 1) / 2) * pitch - side / 2, 2),
            round(base - (at // across + 1) * pitch, 2),
            cited,
        )
        for day in line.days
        if day.day <= line.last
        for at, cited in enumerate(day.cited)
    ]
    every = next(days for days in (1, 2, 7, 14) if days * step >= 20 or days == 14)
    shown = [line.first + dt.timedelta(at) for at in range(count)]
    zero = line.issue or line.last
    ticks = [day for day in shown if (day - zero).days % every == 0]
    months = [day for day in shown if day == line.first or day.day == 1]
    if len(months) > 1 and min(middle(months[1]), TIMELINE_WIDTH - 90) - middle(months[0]) < 90:
        months = months[1:]
    after = None
    if line.issue and line.issue < line.last:
        after = (round(middle(line.issue) + step / 2, 2), TIMELINE_WIDTH)
    older = sum(len(day.cited) for day in line.older)
    return TimelineDrawing(
        TIMELINE_WIDTH,
        base + FOOT,
        base,
        side,
        tuple(squares),
        tuple(Label(middle(day), str(day.day), day == line.issue) for day in ticks),
        tuple(_month(day, round(middle(day) - step / 2, 2)) for day in months),
        middle(line.issue) if line.issue else None,
        after,
        (EARLIER / 2 - 4, older) if older else None,
    )


def _grid(step: float, highest: int) -> tuple[float, int]:
    """How far apart squares stand so that the highest stack fits its column, and how many side by side: the fewest
    with which they are largest."""
    grids = (
        (min(SQUARE + GAP, (step - GAP / 3) / across, STACK / math.ceil(highest / across)), across)
        for across in range(1, max(2, int(step)))
    )
    return max(grids, key=lambda grid: (grid[0], -grid[1]))


def _month(day: dt.date, x: float) -> Label:
    """The month that begins there; near the right edge it stands to the left."""
    words = f"{MONTHS[day.month - 1]} {day.year}"
    if x < TIMELINE_WIDTH - 90:
        return Label(x, words, anchor="start")
    return Label(TIMELINE_WIDTH, words, anchor="end")


def matrix(drawn: Matrix) -> MatrixDrawing:
    """A row a claim in the order of the text, a column a source, a dot where they meet."""
    step = _step(len(drawn.columns))
    names = tuple(
        Label(round(LEFT + (at + 0.5) * step, 2), _clipped(column.name)) for at, column in enumerate(drawn.columns)
    )
    return MatrixDrawing(
        LEFT + len(names) * step + OVERHANG, HEAD + ROW * len(drawn.rows) + 4, HEAD, names, tuple(_rows(drawn, names))
    )


def _rows(drawn: Matrix, names: Sequence[Label]) -> Iterator[MatrixRow]:
    paragraph = None
    for at, row in enumerate(drawn.rows):
        middle = HEAD + (at + 0.5) * ROW
        dots = tuple(Dot(names[cell.column].x, middle, cell.carries) for cell in row.cells)
        yield MatrixRow(row.claim, row.level, middle, row.paragraph != paragraph, dots)
        paragraph = row.paragraph


def _step(columns: int) -> float:
    """The room of a column: wide ones for few sources, and never so narrow that two dots touch."""
    return max(14.0, min(40.0, 330 / columns)) if columns else 0.0


def _clipped(name: str, most: int = 20) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
