"""What a page states of itself in its head: the day it was published, and by whom."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES = {
    "date": "article:published_time datepublished date dc.date dcterms.date dc.date.issued pubdate publish-date "
    "publishdate parsely-pub-date",
    "publication": "publication og:site_name citation_journal_title application-name",
    "volume": "volume citation_volume",
    "issue": "issue citation_issue",
    "style": "style",
}
_BY_NAME = {name: key for key, names in _NAMES.items() for name in names.split()}
_STATED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|\s|\Z)")
_LONGEST = 200


class About:
    """Gathers the statements of one page; of several on one matter the first that the list above names counts."""

    def __init__(self) -> None:
        self._stated: dict[str, str] = {}
        self._in_data = False

    def element(self, tag: str, values: Mapping[str, str]) -> None:
        """See a start tag."""
        self._in_data = tag == "script" and values.get("type", "").casefold() == "application/ld+json"
        if tag == "meta":
            name = (values.get("property") or values.get("name") or values.get("itemprop", "")).casefold()
            self._state(name, values.get("content", ""))
        elif tag == "time" and ("pubdate" in values or values.get("itemprop", "").casefold() == "datepublished"):
            self._state("datepublished", values.get("datetime", ""))

    def text(self, data: str) -> None:
        """See the text of an element; that of linked data states the day."""
        if self._in_data and (found := _STATED.search(data)):
            self._state("datepublished", found[1])

    def meta(self) -> dict[str, str]:
        """The statements, under the keys of front matter."""
        return {
            _BY_NAME[name]: self._stated[name] for name in reversed(_BY_NAME) if name in self._stated
        }  # the first listed is put in last

    def _state(self, name: str, value: str) -> None:
        words = " ".join(value.split())
        if name in _BY_NAME and words and len(words) <= _LONGEST:
            day = _DAY.match(words) if _BY_NAME[name] == "date" else None
            self._stated.setdefault(name, day[0] if day else words)
