"""Names inside a citation: joined by commas and "and", relayed by others, with words before and details beside them."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.citations.words import CitationWords
from attrib.dates import MONTHS
from attrib.matching.patterns import pattern
from attrib.model import Source, Span, WrittenDate
from attrib.registry import Registry
from attrib.registry.names import ARABIC_ARTICLE
from attrib.values import evolve, frozen

_COMMA = pattern(r"[,\s](?:(?<=,)|[-–—]+\s)")
_AND = pattern(r"(?=[\s,&/ap+])\s*(?:,\s*)?(?:\band\b|&|\bplus\b|\s\+\s|/)\s*")
_EDGE = " \t\r\n,.:;()[]<>–—-*_/"
_STOPPED = (".ru", "p.m.", "a.m.", "U.S.", "U.K.")
_QUOTES = "\"“”‘’'«»"
_HAS_LETTER = pattern(r"[^\W\d_]")
_PERSON = pattern(r"(?:[A-Z]\.[\s-]?){1,3}[A-Z][\w’'-]+")
_ARABIC_ARTICLE = pattern(rf"(?<![\w-]){ARABIC_ARTICLE}-(?=[A-Z])")
_ORDINAL = pattern(r"\d+(?:st|nd|rd|th)")  # "21st Century Herald"
_FIGURE_FIRST = pattern(r"\d+(?!st\b|nd\b|rd\b|th\b)[^\W\d]{2}")  # "14ymedio"
_TAIL = pattern(r"(?:['’]s| of| (?:#|No\.? ?)\d+| (?:from|in|at)(?: [A-Z][\w.-]+){1,2})\Z")
_GLUED_DAY = pattern(rf"(?:{'|'.join(f'{m}|{m[:3]}' for m in MONTHS)})\.?\d{{1,2}}")  # "May5"
_ELIDED = pattern(r"[dl]['’]\w")  # "Agence d'information du Burkina"
_HANDLE = pattern(r"@\w{3,30}")  # who posts: "@harbor_news"
_DETAIL_WORDS = 3
_PAGE = pattern(r"[A-F]\d{1,2}")
_PLACE = pattern(r"\s[(\[]([^()\[\]]+)[)\]]?\Z")
_NAME_WORDS = 8  # a longer stretch without a verb of its own is a phrase, not the name of an outlet
_NAMES_WITH_COMMA = 3  # parts of one listed name: "Tribune, Courier and Post"


@frozen
class Name:
    """One name as written, with who relayed it and its days. ``candidates`` are empty where nobody knows it."""

    span: Span
    written: str
    candidates: tuple[Source, ...] = ()
    via: str | None = None
    via_candidates: tuple[Source, ...] = ()
    dates: tuple[WrittenDate, ...] = ()

    def on(self, days: tuple[WrittenDate, ...]) -> Name:
        """The name with these days, if it has none of its own."""
        if self.dates:
            return self
        return Name(self.span, self.written, self.candidates, self.via, self.via_candidates, days)


def names(
    text: str, gap: Span, before: tuple[Name, ...], registry: Registry, words: CitationWords
) -> tuple[tuple[Name, ...], list[Span]]:
    """``before`` and the names of a stretch without dates, in order; and the stretches that are none.

    A relay at the start of the stretch is of the last name before it: "Vremya, May 3, as cited by Interfax".
    """
    found = list(before)
    unread: list[Span] = []
    pieces = _pieces(text, gap)
    at = 0
    while at < len(pieces):
        if found and found[-1].dates and _PAGE.fullmatch(text, *pieces[at]):  # "May 3, A1"
            at += 1
            continue
        joined = _longest(text, pieces[at:], registry) if at + 1 < len(pieces) else 1
        piece = Span(pieces[at].start, pieces[at + joined - 1].end) if joined > 1 else pieces[at]
        at += joined
        if found and (relayed := words.relayed_by.match(text, piece.start, piece.end)):
            via = known(text, Span(relayed.end(), piece.end), registry, words)
            found[-1] = evolve(found[-1], via=via.written, via_candidates=via.candidates)
        elif found and (relaying := words.relaying.match(text, piece.start, piece.end)):
            told = list(_split(text, Span(relaying.end(), piece.end), registry, words))
            if any(_is_relayed(name, registry, words) for name in told):  # "citing officials" names no other source
                relay = found.pop()
                found.extend(
                    evolve(n, via=relay.written, via_candidates=relay.candidates, dates=relay.dates) for n in told
                )
        else:
            piece = _lead_off(text, piece, registry, words)
            for name in _split(text, piece, registry, words):
                if found and (placed := _placed(found[-1], name, registry)):
                    found[-1] = evolve(found[-1], candidates=placed)
                elif name.candidates or _is_name(name.written, registry, words):
                    found.append(name)
                elif issuer := _issuer(name, registry, words):
                    found.append(issuer)
                elif not words.details.match(name.written) and not _is_place(name.written, registry, words):
                    unread.append(name.span)
    return _without_platforms(found, words), unread


def _without_platforms(found: list[Name], words: CitationWords) -> tuple[Name, ...]:
    """The names without those of platforms that stand beside who posts there: "Petrov, Telegram, May 3"."""
    platforms = words.addresses.platform_names
    if len(found) > 1 and any(name.written in platforms for name in found):
        found = [name for name in found if name.written not in platforms] or found
    return tuple(evolve(n, via=None, via_candidates=()) if n.via in platforms else n for n in found)


def _placed(name: Name, place: Name, registry: Registry) -> tuple[Source, ...]:
    """The sources of a name that the place behind it tells: "Duma, Sofia"."""
    return () if place.candidates or not name.candidates else registry.at(name.written, place.written)


def without_authors(found: tuple[Name, ...], title: Span | None) -> tuple[Name, ...]:
    """The names without those of authors: whom nobody knows, before a title and its outlet, or with initials."""
    if len(found) < 2:
        return found
    outlets = [n for n in found if n.candidates or (title and n.span.start > title.start)]
    if not outlets:
        return found
    return tuple(
        n for n in found
        if n in outlets or not (_PERSON.fullmatch(n.written) or (title and n.span.end <= title.start))
    )  # fmt: skip


def known(text: str, span: Span, registry: Registry, words: CitationWords) -> Name:
    """The name at ``span`` with the sources it may mean; of "NTV's" NTV, of "Duma [Sofia]" that Duma."""
    if placed := _PLACE.search(text, span.start, span.end):
        bare = stripped(text, Span(span.start, placed.start()))
        return Name(bare, bare.of(text), registry.at(bare.of(text), placed[1]))
    name = " ".join(text[span.start : span.end].split())
    candidates = registry.lookup(name.strip(_QUOTES))
    for tail in () if candidates else _tails(name, words):
        short = name.removesuffix(tail)
        if candidates := registry.lookup(short):
            return Name(Span(span.start, span.end - len(tail)), short, candidates)
    return Name(span, name, candidates)


def _tails(name: str, words: CitationWords) -> Iterator[str]:
    """What may follow a name without a comma: "NTV's", "Kommersant #46", "MENA in English", "UPI from Lima"."""
    if tail := _TAIL.search(name):
        yield tail[0]
    for blank in [at for at, c in enumerate(name) if c == " "][-_DETAIL_WORDS:]:
        if words.details.match(name, blank + 1) and not name[blank + 1 :].isdecimal():
            yield name[blank:]


def stripped(text: str, span: Span) -> Span:
    """The stretch without blanks and marks at its edges."""
    return _stripped(text, *span)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not text.endswith(_STOPPED, start, end):
        end -= 1
    return Span(start, end)


def _pieces(text: str, gap: Span) -> list[Span]:
    """What stands between the commas of a stretch, where anything does."""
    start, end = gap
    found: list[Span] = []
    for comma in _COMMA.finditer(text, start, end):
        found.append(_stripped(text, start, comma.start()))
        start = comma.end()
    found.append(_stripped(text, start, end))
    return [piece for piece in found if piece.start < piece.end]


def _lead_off(text: str, piece: Span, registry: Registry, words: CitationWords) -> Span:
    """The piece without words that lead to its name: "source:", or who spoke to it ("President Kucan to Delo")."""
    lead = words.relayed_by.match(text, piece.start, piece.end) or words.leads.match(text, piece.start, piece.end)
    told = words.told.search(text, piece.start, piece.end)
    if told and any(source.publishes for source in registry.lookup(text[told.end() : piece.end])):
        return Span(told.end(), piece.end)
    if lead is None or words.details.match(piece.of(text)):  # "in Korean"
        return piece
    return Span(lead.end(), piece.end)


def _longest(text: str, pieces: list[Span], registry: Registry) -> int:
    """How many pieces make one listed name with a comma in it."""
    if registry.with_comma:
        for count in range(min(_NAMES_WITH_COMMA, len(pieces)), 1, -1):
            if " ".join(text[pieces[0].start : pieces[count - 1].end].split()) in registry.with_comma:
                return count
    return 1


def _split(text: str, piece: Span, registry: Registry, words: CitationWords) -> Iterator[Name]:
    """One piece into its names: at a relay, and at each "and" where a side, and not the whole, is a name."""
    while True:
        whole = known(text, piece, registry, words)
        if whole.candidates:
            yield whole
            return
        if relayed := _relayed(text, piece, registry, words):
            yield relayed
            return
        for cut in _AND.finditer(text, piece.start, piece.end):
            left, right = stripped(text, Span(piece.start, cut.start())), stripped(text, Span(cut.end(), piece.end))
            if right.start == right.end:
                continue
            if left.start == left.end:
                break
            side, other = known(text, left, registry, words), known(text, right, registry, words)
            sure = side.candidates and other.candidates  # "RFE/RL Newsline" is no two
            if sure or (cut[0] != "/" and (side.candidates or other.candidates)):
                yield side
                break
        else:
            yield whole
            return
        piece = right


def _relayed(text: str, piece: Span, registry: Registry, words: CitationWords) -> Name | None:
    """ "Vremya as cited by Interfax", "AFP citing Interfax" without a comma."""
    for verbs, left_is_source in ((words.relayed_by, True), (words.relaying, False)):
        cut = verbs.search(text, piece.start, piece.end)
        if cut and cut.start() > piece.start:
            left = known(text, stripped(text, Span(piece.start, cut.start())), registry, words)
            right = known(text, stripped(text, Span(cut.end(), piece.end)), registry, words)
            if left_is_source:
                return evolve(left, via=right.written, via_candidates=right.candidates)
            if not _is_relayed(right, registry, words):  # "AFP citing officials"
                return left
            return evolve(right, via=left.written, via_candidates=left.candidates)
    return None


def _is_relayed(name: Name, registry: Registry, words: CitationWords) -> bool:
    """Whether it is a source that somebody cites: a listed one, or nearly so ("citing Intrefax")."""
    return bool(name.candidates or (_is_name(name.written, registry, words) and registry.suggest(name.written, 1)))


def _issuer(name: Name, registry: Registry, words: CitationWords) -> Name | None:
    """Who issued what is cited: "OHR press release", "Defense Ministry statement", "OSCE mission report"."""
    document = words.document.search(name.written)
    issuer = name.written[: document.start()].rstrip() if document else ""
    head, _, noun = issuer.rpartition(" ")
    named = head if noun in words.bodies else issuer
    if not named or not _is_name(named, registry, words):
        return None
    of = registry.lookup(named) if named != issuer else ()  # a mission is the body's
    return Name(Span(name.span.start, name.span.start + len(issuer)), issuer, of)


def _is_place(name: str, registry: Registry, words: CitationWords) -> bool:
    return name in words.places or name in registry.places


def _is_name(name: str, registry: Registry, words: CitationWords) -> bool:
    """Whether words that nobody knows look like an outlet's name: "Severnaya gazeta", "Radio of Free Islands"."""
    tokens = _ARABIC_ARTICLE.sub("", name.strip(_QUOTES)).split()  # "al-Mada" as "Mada"
    if not tokens or len(tokens) > _NAME_WORDS:
        return False
    if _HANDLE.fullmatch(name):
        return True
    figure = _FIGURE_FIRST.match(tokens[0]) or (len(tokens) > 1 and _ORDINAL.fullmatch(tokens[0]))
    if not (tokens[0][0].isupper() or figure):
        return False
    if _is_place(name, registry, words) or words.details.match(name) or words.numbered.match(name):
        return False
    if _GLUED_DAY.fullmatch(name):
        return False
    if not words.offices.isdisjoint(tokens[:-1]):  # "Omsk Governor Leonid Polezhayev"
        return False
    named = all(
        t[:1].isupper()
        or (t is tokens[0] and t[:1].isdecimal())
        or t in words.joiners
        or _ELIDED.match(t)
        or t.casefold().strip(".") in words.media_nouns
        or not _HAS_LETTER.search(t)
        for t in tokens
    )
    # "Belaruskaya delovaya gazeta": a slip in a listed name with small words
    return named or (tokens[-1].casefold() in words.media_nouns and bool(registry.suggest(name, 1)))
