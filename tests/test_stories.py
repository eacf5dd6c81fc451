"""Whole paragraphs in the manner of many desks: what carries each statement, and what the author only thinks."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text

MONITOR = "Publication: Monitor Volume: 4 Issue: 88\n\n"

# Text, style, day, and for each claim in order what supports it: the outlets, or the level where nothing is linked.
STORIES = {
    "talks that the next paragraph goes on with": (
        MONITOR + "Negotiators for Moldova and Transdniester met in Tiraspol on May 6 for the first time since February."
        " The head of the Moldovan team, Anatol Taranu, called the session useful."
        " He complained, however, that the other side had brought no written proposals.\n\n"
        "Taranu also disclosed that the next round is set for Chisinau in June. His counterpart, Valery Litskai, said that"
        " nothing could be signed before the customs dispute is settled (Basapress, May 6-7; Infotag, May 7)."
        " Litskai is not known for haste. The mediators sat through the meeting without a word.",
        None,
        "1998-05-08",
        ["Basapress Infotag"] * 5 + ["exempt", "none"],
    ),
    "a comment between two citations": (
        MONITOR + "In parliament the mood was hardly better. The chairman of the budget committee announced that the draft"
        " would not be taken up before November 11 (UNIAN, October 27). Should that happen, the government will enter the"
        " election year without a budget. Miners of the Donbas blocked two rail lines (Intelnews, October 28).",
        None,
        "1998-10-29",
        ["exempt", "UNIAN", "exempt", "Intelnews"],
    ),
    "a paper that is cited behind all it counted": (
        MONITOR + "Miners of the Donbas blocked two rail lines to press for back pay (Intelnews, October 28). The union claims"
        " that 40,000 men took part. A local newspaper counted 6,000. It added that most of them went home at noon"
        " (Donbas, October 28).",
        None,
        "1998-10-29",
        ["Intelnews", "Donbas", "Donbas", "Donbas"],
    ),
    "an interview of the bulletin's own before a citation": (
        "Publication: Eurasia Daily Monitor Volume: 3 Issue: 41\n\n"
        'Deputy Serikbolsyn Abdildin, who opposed the bill, told EDM that it had been drafted "for one pair of brothers."'
        " He declined to name them. The newspaper Respublika printed the names of eleven officials (Respublika, February 24).",
        None,
        "2006-03-01",
        ["attributed", "attributed", "Respublika"],
    ),
    "verdicts behind a citation": (
        "Publication: Eurasia Daily Monitor Volume: 3 Issue: 41\n\n"
        "Analysts in Almaty doubt that the law will be enforced. One of them noted that a similar decree was forgotten within"
        " weeks (Navigator, February 28). Such laws tend to be applied to those who have fallen out of favor."
        " The brothers, at any rate, have not sold.",
        None,
        "2006-03-01",
        ["Navigator", "Navigator", "exempt", "exempt"],
    ),
    "a newsline item whose second half is nobody's": (
        'The cabinet of Bashkortostan on 27 March raised the price of a loaf by a fifth, according to "Kommersant-Daily" of'
        " 28 March. The newspaper said that the subsidies had cost the republic 600 million rubles."
        " Bakers welcomed the decision.",
        "newsline",
        "1998-03-30",
        ["Kommersant-Daily", "Kommersant-Daily", "none"],
    ),
    "a wire of 1979": (
        "NCNA reported on 12 March that troops of the Kunming military region have begun to withdraw from Lao Cai."
        " The agency said that the operation would be completed within the week. It gave no figures for losses."
        " Correspondents in Bangkok note that neither side has allowed journalists near the border."
        " What is certain is that the railway will not run this year.",
        "newsline",
        "1979-03-14",
        ["NCNA", "NCNA", "NCNA", "none", "exempt"],
    ),
    "a market town on the Niger": (
        "The militia that holds Gao has closed the bridge over the Niger to trucks, residents reached by telephone said."
        " Fuel in the town has doubled in price since Sunday (RFI, 31 July). The new mayor promised that the bridge would open"
        ' "when the river permits" (AFP, 1 August; Jeune Afrique, 1 August). He may not be the last.',
        None,
        "2012-08-03",
        ["RFI", "RFI", "AFP Jeune Afrique", "exempt"],
    ),
    "a trader whom the brief asked": (
        "A trader from Gao told this brief that she now pays three tolls between Douentza and Sevare. She keeps the receipts,"
        " she said, in a tin. The governor denied that there are tolls (AFP, 1 August).",
        None,
        "2012-08-03",
        ["attributed", "attributed", "AFP"],
    ),
    "a paragraph on a judgment, and its echo": (
        "Publication: Eurasia Daily Monitor Volume: 2 Issue: 96\n\n"
        "A court in Minsk on May 16 sentenced the journalist Pavel Mazheika to two years. He heard the sentence standing,"
        " because the guards had removed the chair (Charter97.org, May 16; Belapan, May 17). His lawyer said he will appeal.",
        None,
        "2005-05-18",
        ["Charter97.org Belapan", "Charter97.org Belapan", "none"],
    ),
    "an ambush, told with links": (
        "Attackers killed 37 miners near Fada on Wednesday, [Reuters reported](https://www.reuters.com/a/1). They opened fire"
        " from both sides of the road. The company said that its own sites were safe. Whoever holds the roads holds the"
        " mines. The government has seldom held either.\n",
        "generic",
        "2019-11-08",
        ["reuters.com", "reuters.com", "none", "exempt", "exempt"],
    ),
    "notes for some sentences and not for others": (
        "Rice in Dhaka costs a third more than in March.[1] The ministry blames hoarders. It has opened 400 shops of its"
        " own.[2] The shops are a step in the right direction, but a small one.\n\nNotes\n\n"
        "[1] The Daily Star, May 3, 2008\n[2] AFP, May 4, 2008",
        None,
        "2008-05-06",
        ["The Daily Star", "none", "AFP", "exempt"],
    ),
    "an outlet that goes on behind its bracket": (
        MONITOR + "The governor sold the dam for a tenth of its price (Interfax, May 5). He told Interfax that the buyer is"
        " a friend. That is hardly a defense. The price of power goes up in June (Itar-Tass, May 6).",
        None,
        "1998-05-07",
        ["Interfax", "Interfax", "exempt", "Itar-Tass"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_what_carries_each_statement_of(story: str) -> None:
    text, style, day, expected = STORIES[story]
    kind = "markdown" if "](" in text else "plain"
    got = analyse(read_text(text, format=kind), date=dt.date.fromisoformat(day), style=style)
    found = []
    for support in got.supports:
        links = [got.citations[link.citation].references[link.reference] for link in support.links]
        found.append(" ".join(r.written for r in links) if links and support.level != "exempt" else support.level)
    assert found == expected
