"""The words of ``rules/lexicon/citations.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrib.citations.addresses import Addresses
from attrib.citations.reporting import Reporting, either
from attrib.dates.tongues import Tongues
from attrib.matching.patterns import pattern
from attrib.resources import Table, tables
from attrib.values import frozen


@frozen
class CitationWords:
    leads: re.Pattern[str]
    told: re.Pattern[str]
    """Between who spoke and the outlet that he spoke to."""
    source_lines: tuple[str, ...]
    """What opens a line that cites, in small letters, a colon behind it."""
    relayed_by: re.Pattern[str]
    relaying: re.Pattern[str]
    see: re.Pattern[str]
    details: re.Pattern[str]
    document: re.Pattern[str]
    """At the end: a page, or a kind of print that somebody issues; a name beside it is cited."""
    same: re.Pattern[str]
    """What stands for the source of the citation before."""
    media_nouns: frozenset[str]
    numbered: re.Pattern[str]
    """A part of something with its number, and no outlet: "Room 12"."""
    joiners: frozenset[str]
    places: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    """Nouns of parties and other bodies, in small letters: the capitals in brackets behind one are its initials."""
    glossed: frozenset[str]
    """Other nouns that initials may stand for, in small letters and the singular: "the sales tax (VAT)"."""
    turns: frozenset[str]
    """What begins the next clause behind a bracket."""
    publications: frozenset[str]
    """Names of the bulletins themselves, in small letters: "the Monitor, May 5" refers to one, and cites nobody."""
    sisters: frozenset[str]
    """Names of what the same houses publish beside them: "see Prism, May 5" refers to one."""
    issues: re.Pattern[str]
    """A name of ``publications`` or ``sisters`` as it stands in running text."""
    own_issue: re.Pattern[str]
    """What stands for an issue of the bulletin without its name: "our issue", "an earlier edition"."""
    issue_ends: tuple[str, ...]
    """The last words of these names: a text without any of them names none, and that is soon found."""
    interviews: re.Pattern[str]
    """At the head of a note or a bracket: what says that the author spoke to somebody."""
    introducing: re.Pattern[str]
    """Right before a bracket, a noun whose name stands in it: "the newspaper (Vesti)"."""
    introducing_within: re.Pattern[str]
    """The same where the sentence goes on behind the bracket: "another source (Alia) says"."""
    money: re.Pattern[str]
    """A sum: "$5", "3 million euros"."""
    looked_at: re.Pattern[str]
    """Before a day: its author looked at a page then."""
    looked_at_signs: tuple[str, ...]
    """Words, in small letters, of which each such phrase holds one."""
    cited_above: re.Pattern[str]
    """In a note, what says that the same source is cited in one above."""
    issue_told: re.Pattern[str]
    """Between the name of an issue and its day, a verb of telling or none."""
    link_label: re.Pattern[str]
    """What a link has for words where it only leads to the source."""
    link_lead: re.Pattern[str]
    """Behind a stop or an address, and before a link that closes what stands before it: such a label, or nothing."""
    beside_links: re.Pattern[str]
    """What may stand beside the links of a bracket that holds nothing else."""
    addresses: Addresses
    tongues: Tongues
    inline: Reporting

    @classmethod
    def load(cls, table: Table, publications: Sequence[str]) -> CitationWords:
        issues = (*publications, *table["sisters"])
        labels = rf"(?:{'|'.join(table['link_labels'])})\s*:?"
        beside = (*table["details"], *table["documents"])
        return cls(
            leads=pattern(rf"(?:{either(table['leads'])})\b:?\s+(?:(?-i:the)\s+)?|(?-i:the)\s+", re.IGNORECASE),
            told=pattern(rf"\s(?:{either(table['told'])})\s+(?:the\s+)?"),
            source_lines=tuple(table["source_lines"]),
            relayed_by=pattern(rf",?\s*(?:\bas\s+)?\b(?:{either(table['relayed_by'])})\s+(?:the\s+)?"),
            relaying=pattern(rf",?\s*\b(?:{either(table['relaying'])})\s+(?:the\s+)?"),
            see=pattern(
                r"(?:(?:and|also|but|please|for(?: \w+){1,4}|on(?: \w+){1,4}),?\s+){0,2}?"
                rf"\b(?:{either(table['see'])})"
                r"(?:,?\s+(?:also\b|for example\b|e\.g\.|inter alia\b|in particular\b|generally\b))?[\s,:]+",
                re.IGNORECASE,
            ),
            details=pattern(rf"(?:{'|'.join(beside)})\.?\Z", re.IGNORECASE),
            document=pattern(rf"\b(?:{'|'.join(table['documents'])})\Z", re.IGNORECASE),
            same=pattern(rf"(?:{'|'.join(table['same'])})(?=[\s,.:;]|\Z)[.,]*", re.IGNORECASE),
            media_nouns=frozenset(table["media_nouns"]),
            numbered=pattern(rf"(?:{either(table['numbered_parts'])})s? (?:No\.? ?)?\d+[a-z]?\Z", re.IGNORECASE),
            joiners=frozenset(table["joiners"]),
            places=frozenset(table["places"]),
            offices=frozenset(table["offices"]),
            bodies=frozenset(table["bodies"]),
            glossed=frozenset(table["glossed"]),
            turns=frozenset(table["turns"]),
            publications=frozenset(name.casefold() for name in publications),
            sisters=frozenset(name.casefold() for name in table["sisters"]),
            issues=pattern(rf"\b(?:{either(issues)})\b(?!['’])"),
            own_issue=pattern(rf"\b(?:{either(table['own_issues'])})\b", re.IGNORECASE),
            issue_ends=tuple({name.split()[-1] for name in (*issues, *table["own_issues"])}),
            interviews=pattern(rf"\W*(?:{either(table['interviews'])})\b", re.IGNORECASE),
            introducing=pattern(rf"\b(?:{either(table['introducing'])})s?,?\s*\Z", re.IGNORECASE),
            introducing_within=pattern(rf"\b(?:{either(table['introducing_within'])})\s*\Z", re.IGNORECASE),
            money=pattern(
                rf"[$€£¥₽₴]\s?\d|\b(?:{either(table['currency_codes'])})\b.?\s?\d"
                rf"|\d\s*(?:\w+\s+)?(?:{'|'.join(table['currencies'])})\b",
                re.IGNORECASE,
            ),
            looked_at=pattern(
                rf"\(?\b(?:last\s+)?(?:{either(table['looked_at'])})(?:\s+on)?:?\s+",
                re.IGNORECASE,
            ),
            looked_at_signs=tuple(dict.fromkeys(max(phrase.split(), key=len) for phrase in table["looked_at"])),
            cited_above=pattern(rf"\b(?:{'|'.join(table['cited_above'])})\b", re.IGNORECASE),
            issue_told=pattern(
                rf"[\"”,]{{0,2}}(?:\s+(?:{either(table['issue_told'])})(?:\s+it|\s+this)?)?"
                r"(?:\s+(?:on|of|dated|for|in\s+its\s+issue\s+of))?\s+"
            ),
            link_label=pattern(labels, re.IGNORECASE),
            link_lead=pattern(
                rf"(?:[.!?…)\]\"”’»]|://\S+)\s+(?P<words>(?:{labels}\s*)?)\Z",
                re.IGNORECASE,
            ),
            beside_links=pattern(rf"(?:[\W_]|\b(?:{either(table['beside_links'])})\b)*", re.IGNORECASE),
            addresses=Addresses.load(table["addresses"]),
            tongues=Tongues({month: tuple(names) for month, names in table["months"].items()}),
            inline=Reporting.load(table["inline"]),
        )


@cache
def default_words() -> CitationWords:
    from attrib import styles

    return words_for(styles.default().publications())


def words_for(publications: Sequence[str]) -> CitationWords:
    """The words that ship, for bulletins of these names."""
    return CitationWords.load(tables("lexicon")["citations"], publications)
