"""Citation habits, as `rules/styles/` describes them."""

from __future__ import annotations

import datetime as dt

from attrib.values import frozen


@frozen
class Style:
    """One habit of citing.

    ``year_base`` plus the volume is the year of an issue; ``counts_working_days`` says that issue numbers do, from 1 in
    January; ``inline`` that running text holds the citations. ``mastheads`` are patterns whose groups ``publication``,
    ``volume`` and ``issue`` read the header line.
    """

    name: str
    summary: str = ""
    publications: tuple[str, ...] = ()
    mastheads: tuple[str, ...] = ()
    year_base: int | None = None
    counts_working_days: bool = False
    first_issue: dt.date | None = None
    """When issue 1 of volume 1 came out, where that was not in January."""
    inline: bool = False
    reference_mark: str | None = None
    """What parts two references that each have days of their own; ``day_mark`` parts a name and its day."""
    day_mark: str | None = None
    countries: tuple[str, ...] = ()
    """Whose outlets a name means where the bulletin does not tell, the likeliest first: "NTV" is not Istanbul's."""
