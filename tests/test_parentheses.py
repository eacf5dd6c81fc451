"""Kinds of brackets: what cites, what refers, what only explains."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Bracket

ISSUE = dt.date(1999, 12, 2)


def bracket(text: str) -> Bracket:
    (found,) = analyse(read_text(text), date=ISSUE).brackets
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry sank (Interfax, November 30).", "citation"),
        ("The ferry sank (Interfax).", "citation"),
        ("The ferry sank (AP, Reuters).", "citation"),
        ("The ferry sank (Russian agencies).", "citation"),
        ("The ferry sank (Severnaya gazeta, November 30).", "citation"),
        ("The ferry sank ().", "citation"),
        ("The ferry sank (Vanguard, p. 3).", "citation"),
        ("The ferry sank (Interfax, yesterday).", "citation"),
        ("The ferry sank (World Bank report).", "citation"),
        ("The ferry sank (Ports Monitoring Group, July 1999 report).", "citation"),
        ("The ferry sank (Radio Severny, 17 April ; Vestnik Online April 17).", "citation"),
        ("The ferry sank (Interfax, Novmeber 30).", "citation"),
        ("The ferry sank (Kanal 9, November 30).", "citation"),
        ("The ferry sank (OSCE mission report, November 30).", "citation"),
        ("The ferry sank (Croatian government press release, November 30).", "citation"),
        ("The ferry sank (the government report, November 30).", "gloss"),
        ("The dockers stopped work. [Rezonansi]", "citation"),  # its name is a word elsewhere
        ("The dockers stopped work. [Rezonansi] Nobody knows why.", "gloss"),
        # initials that nobody lists close a statement as its source, and stand for a name or what may bear them
        ("Agents seized amber at the border (DBRK).", "citation"),
        ("The firm was put on the list in April (OFQC).", "citation"),
        ("The deputy was seized on Monday (FSB).", "citation"),
        ("They voted for the Greens (EELV).", "acronym"),
        ("They voted for the ruling party (YQP).", "acronym"),
        ("The new sales tax (VQT).", "acronym"),
        ("They lost the office of fisheries in Oslo (OFO).", "acronym"),
        ("They fear the rebels (DBRK).", "acronym"),
        ("They came (DBRK) by sea.", "acronym"),
        ("The deputies met (Room 12, November 30).", "gloss"),
        ("The clause was lost (line 4, November 30).", "gloss"),
        ("The ferry sank (Interfax, 30.11).", "citation"),
        ("The ferry sank (Interfax 30.11).", "citation"),
        ("The ferry sank (Interfax, the 30th).", "citation"),
        ("The ferry sank (Radio Liberty Nov30).", "citation"),
        ("The ferry sank (Interfax, Qember 30).", "citation"),
        ("The ferry sank (Reuters, which runs 25 offices there).", "gloss"),
        ("The agency (Interfax, 30.11) lost a man.", "gloss"),
        ("The ferry sank (Reuters wrote 30).", "gloss"),
        ("The ferry (Severny 30) sank.", "gloss"),
        ("The deputies (Duma report) met.", "gloss"),
        ("The envoy (the ministry’s annual report) left.", "gloss"),
        ("The envoy (ditto) left.", "gloss"),
        ("The governor (Petrov, yesterday) left.", "gloss"),
        ("The bank (see the Monitor, November 5) closed its doors.", "cross-reference"),
        ("The Organization for Safe Ferries (OSF) met.", "acronym"),
        ("The power monopoly (RAO UES) raised its rates.", "acronym"),
        ("The Liberal Party (LDPR's) vote fell.", "gloss"),
        ("The Associated Press (AP) lost a man.", "acronym"),
        ("Two men of Russian Public Television (ORT) were let go.", "acronym"),
        ("Deputies of the Justice and Development Party (AKP) are drafting it.", "acronym"),
        ("The Movement for Justice (PTI) won in Lahore.", "acronym"),
        ("Leaders of the Common Man Party (AAP), who met in Delhi, refused.", "acronym"),
        ("The Union (ANI) and the Greens met.", "acronym"),
        ("The Bulgarian party (BTA) lost.", "acronym"),
        ("The Social Democrats (DPA) lost.", "acronym"),
        ("Members of the Korean Christian Federation (KCNA) came.", "acronym"),
        ("They met leaders of the Communist Party (AFP).", "citation"),
        ("They met leaders of the Communist Party (AFP, November 30) and left.", "citation"),
        ("They met leaders of the Communist Party (AFP, Interfax) and left.", "citation"),
        ("Crowds met on Red Square (AFP) and left.", "citation"),
        ("Crowds met on Red Square (AFP), while police looked on.", "citation"),
        ("They left the Communist Party (AFP), but not the union.", "citation"),
        ("They met President Vladimir Putin (AFP) last night.", "citation"),
        ("The dam broke (al-Shatt, November 30).", "citation"),
        ("The dam broke (21st Century Herald, November 30).", "citation"),
        ("The dam broke (21st Army, since November 30).", "gloss"),
        # whatever the registry lists cites where it closes a statement, and explains behind a word that it names
        ("Nobody wants the oil, brokers said (Argus).", "citation"),
        ("Nobody wants the oil (Argus) of the north.", "gloss"),
        ("He was questioned by the service (FSB).", "acronym"),
        ("He was questioned for two days (FSB).", "citation"),
        # so does what somebody has issued, with its day
        ("The mayor was dismissed (OHR press release, 26 February).", "citation"),
        ("Nine trucks were stopped (Defense Ministry statement, February 26).", "citation"),
        ("The mayor was dismissed (OHR, February 26; Official Gazette 5/01).", "citation"),
        ("The mayor was dismissed (as a press release says, February 26).", "gloss"),
        ("The mosque burned (PTI) last night.", "citation"),
        ("The agency (Interfax) lost a man.", "gloss"),
        ("He edits the newspaper (Izvestia).", "gloss"),
        ("The assembly (the lower house) met.", "gloss"),
        ("He is for glasnost (openness) in the port.", "gloss"),
        ("The envoy of the Council of Europe (European Union) left.", "gloss"),
        ("The port paid 20 million rubles ($800,000) for it.", "currency"),
        ("The port paid 20 million rubles (about $800,000) for it.", "currency"),
        ("The port paid $800,000 (20 million rubles) for it.", "currency"),
        ("The port paid 9 million marks (US$5 million).", "currency"),
        ("The congress (November 30) was short.", "date"),
        ("The congress (on November 30) was short.", "date"),
        ("The congress (November 28-30) was short.", "date"),
        ("The first Duma (1993-1995) was short.", "date"),
        ("The war (1994) was short.", "date"),
        ("They want (1) a bridge now.", "enumerator"),
        ("They want (b) a bridge now.", "enumerator"),
        ("They want (iv) a bridge now.", "enumerator"),
        ("A lawyer (born 1950) leads it.", "gloss"),
        ("The session (Duma session, November 30) was short.", "gloss"),
        ("The governor (Omsk, since May 3) left.", "gloss"),
        ("The strike failed (Omsk Governor Leonid Polezhayev, November 30).", "gloss"),
        ("The ferry sank (a long tale of what the crew had seen that night, AP, May 3).", "gloss"),
        ("The ferry sank (!).", "other"),
        ("The list(), as they call it, is long.", "other"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert bracket(text).kind == kind


@pytest.mark.parametrize("again", ["ditto", "ibid.", "Ibid", "idem", "the same source"])
def test_the_source_of_the_citation_before(again: str) -> None:
    text = f"The ferry sank (Interfax, November 30).\n\nIts crew swam ashore ({again}). They are well (AP, December 1)."
    first, second, third = analyse(read_text(text), date=ISSUE).citations
    assert [(r.source and r.source.id, r.dates, r.name_span.of(text)) for r in second.references] == [
        ("interfax", (), again.rstrip("."))
    ]
    assert (first.span.of(text), third.references[0].written) == ("(Interfax, November 30)", "AP")


def test_the_source_of_another_item_is_not_cited_again() -> None:
    text = "FERRY SINKS\n\nIt sank (Interfax, November 30).\n\nMINERS STRIKE\n\nThey struck (ibid.)."
    first, second = analyse(read_text(text), date=ISSUE).citations
    assert ([p.kind for p in first.problems], [p.kind for p in second.problems]) == ([], ["nothing-before"])
    assert (len(first.references), second.references) == (1, ())


@pytest.mark.parametrize(
    ("inside", "publication", "days"),
    [
        ("see the Monitor, November 5", "Monitor", 1),
        ("See the Monitor, November 5", "Monitor", 1),
        ("see also the Monitor, November 5", "Monitor", 1),
        ("see, the Monitor, November 5, 12", "Monitor", 2),
        ("see Monitor, November 5 and 12, October 30", "Monitor", 3),
        ("for details see the Monitor, November 5", "Monitor", 1),
        ("for details, see the Monitor, November 5", "Monitor", 1),
        ("on the strike see the Monitor, November 5", "Monitor", 1),
        ("the Monitor, November 5", "Monitor", 1),
        ("see yesterday's Monitor", "Monitor", 0),
        ("see the Monitor of November 5", "Monitor", 1),
        ("see EDM, November 5", "EDM", 1),
        ("see Eurasia Daily Monitor, November 5", "Eurasia Daily Monitor", 1),
        ("for the history see Fortnight in Review, November 12", "Fortnight in Review", 1),
        ("see the Fortnight in Review, November 12", "Fortnight in Review", 1),
        ("see Prism, November 5", "Prism", 1),
        ("see Part 2", "Part 2", 0),
        ("see below", None, 0),
        ("see related story above", None, 0),
    ],
)
def test_cross_references(inside: str, publication: str | None, days: int) -> None:
    found = bracket(f"The bank closed its doors ({inside}).")
    assert found.kind == "cross-reference"
    (reference,) = found.cross_references
    assert (reference.publication, len(reference.dates)) == (publication, days)


@pytest.mark.parametrize(
    ("sentence", "publication", "days"),
    [
        ("As the Monitor reported on November 5, the bank closed.", "Monitor", ["1999-11-05"]),
        ("As yesterday's Monitor reported, the bank closed.", "Monitor", ["1999-12-01"]),
        ("Monday’s Monitor told how the bank closed.", "Monitor", ["1999-11-29"]),
        ("The bank closed -- see Newsline, 3 December 1998.", "Newsline", ["1998-12-03"]),
        ("The Monitor of November 8 told how the bank closed.", "Monitor", ["1999-11-08"]),
        ("For the bank's history see Prism.", "Prism", []),
        ("The Monitor was a ship of the Union.", None, []),
        ("The Christian Science Monitor reported on November 5 that the bank closed.", None, []),
        ("He works at the Monitor, and on November 5 he left.", None, []),
    ],
)
def test_cross_references_in_running_text(sentence: str, publication: str | None, days: list[str]) -> None:
    got = analyse(read_text(f"{sentence} It reopened (AFP, December 1)."), date=ISSUE, style="generic")
    found = [(c.publication, [str(d.first) for d in c.dates]) for c in got.cross_references]
    assert found == ([(publication, days)] if publication else [])


@pytest.mark.parametrize(
    "inside",
    [
        "see Prism, October 30, and Fortnight in Review, November 12",
        "see Prism, October 30; Fortnight in Review, November 12",
    ],
)
def test_publications_of_one_bracket_have_their_own_days(inside: str) -> None:
    found = bracket(f"The bank closed its doors ({inside}).").cross_references
    assert [(c.publication, str(c.dates[0].first)) for c in found] == [
        ("Prism", "1999-10-30"),
        ("Fortnight in Review", "1999-11-12"),
    ]


def test_a_publication_in_quotation_marks() -> None:
    (found,) = bracket('The bank closed its doors (see "RFE/RL Newsline," 8 October 1997).').cross_references
    assert (found.publication, str(found.dates[0].first)) == ("RFE/RL Newsline", "1997-10-08")


def test_two_publications_in_one_bracket() -> None:
    found = bracket("The bank closed its doors (see the Monitor, November 5; Prism, October 30).")
    assert [c.publication for c in found.cross_references] == ["Monitor", "Prism"]


@pytest.mark.parametrize(
    "glue", ["; see", ", see", ". See", "; and see", "; for details see", "; also see", " - see", "--see", "–see"]
)
def test_a_citation_with_a_cross_reference_cites(glue: str) -> None:
    found = bracket(f"The bank closed its doors (Interfax, November 30{glue} the Monitor, November 5).")
    assert found.kind == "citation"
    assert [c.publication for c in found.cross_references] == ["Monitor"]


def test_a_citation_inside_another_bracket() -> None:
    text = "The bank (which is owned by the port (Interfax, November 30) and by its men) closed its doors."
    found = analyse(read_text(text), date=ISSUE)
    assert [b.kind for b in found.brackets] == ["gloss", "citation"]
    assert [c.span.of(text) for c in found.citations] == ["(Interfax, November 30)"]


def test_square_brackets_of_an_editor_are_no_notes() -> None:
    assert bracket("“They [the miners] will not go home,” he said.").kind == "gloss"


@pytest.mark.parametrize(
    ("text", "spans", "days", "claims"),
    [
        (
            "The bank closed its doors. See the Monitor, April 28, May 3; Fortnight in Review, April 30.",
            ["See the Monitor, April 28, May 3; Fortnight in Review, April 30"],
            ["04-28", "05-03", "04-30"],
            1,
        ),
        (
            "The bank closed its doors. See the Monitor, May 3. The mayor left.",
            ["See the Monitor, May 3"],
            ["05-03"],
            2,
        ),
        ("See also the Monitor, May 3.", ["See also the Monitor, May 3"], ["05-03"], 0),
        ("The bank closed. “No comment.” See the Monitor, May 3", ["See the Monitor, May 3"], ["05-03"], 2),
        # whatever the bulletin is called, and whatever it is about
        (
            "The bank closed. See Baltic Ports Brief, April 21, on the law.",
            ["See Baltic Ports Brief, April 21, on the law"],
            ["04-21"],
            1,
        ),
        (
            "The bank closed. More on this in our issue of April 21.",
            ["More on this in our issue of April 21"],
            ["04-21"],
            1,
        ),
        # what says something of its own is a statement
        ("The bank closed. See the Monitor, May 3, which foresaw it.", [], ["05-03"], 2),
        ("The bank closed. As the Monitor reported on May 3, its doors were shut.", [], ["05-03"], 2),
        ("The bank closed. See Naples and die.", [], [], 2),
    ],
)
def test_a_sentence_that_only_sends_the_reader_elsewhere_states_nothing(
    text: str, spans: list[str], days: list[str], claims: int
) -> None:
    got = analyse(read_text(text), date=dt.date(1999, 5, 5))
    assert [bracket.span.of(text) for bracket in got.brackets] == spans
    pointed = [*(x for bracket in got.brackets for x in bracket.cross_references), *got.cross_references]
    assert [str(found.first)[5:] for x in pointed for found in x.dates] == days
    assert len(got.claims) == claims


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Crews walked out on Monday (AFP", ["AFP"]),
        ("Crews walked out on Monday (AFP, Interfax. The mayor left.", ["AFP", "Interfax"]),
        # of a word that goes on nobody knows where the bracket should close
        ("Crews walked out on Monday (Reuters photo by him. The mayor left.", []),
        ("Crews walked out on Monday (AFP (the mayor left.", []),
        ("He spoke to the agency (Interfax. The mayor left.", []),
        ("He works for Agence France-Presse (AFP, he says. It was cold.", []),
    ],
)
def test_outlets_alone_cite_although_their_bracket_is_not_closed(text: str, sources: list[str]) -> None:
    citations = analyse(read_text(text), date=ISSUE).citations
    assert [own.name for citation in citations for own in citation.references] == sources
    assert all(problem.kind == "unclosed" for citation in citations for problem in citation.problems)
    assert all(citation.problems for citation in citations)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It shut (Makfax, May 3; Dnevnik (Skopje), May 4. Crews left.", ["(Makfax, May 3; Dnevnik (Skopje), May 4"]),
        ("It shut (Dnevnik (Skopje), May 4. Crews left (AP, May 5).", ["(Dnevnik (Skopje), May 4", "(AP, May 5)"]),
        ("It shut (AP, May 3; Duma (in Bulgarian), May 4. Crews left.", ["(AP, May 3; Duma (in Bulgarian), May 4"]),
        ("It shut (AP, May 3; Kursiv (Pavlodar), May 4", ["(AP, May 3; Kursiv (Pavlodar), May 4"]),
        ("It shut (AP, May 3; Interfax (May 4). Crews left.", ["(AP, May 3; Interfax (May 4)"]),
        ("It shut [AP, May 3; Duma [Sofia], May 4. Crews left.", ["[AP, May 3; Duma [Sofia], May 4"]),
        ("It shut (AP, May 3; Duma (Sofia), May 4).", ["(AP, May 3; Duma (Sofia), May 4)"]),
        # a bracket of the text behind it is none of the citation's
        ("It shut (AP, May 3. Crews (Sofia) left on May 4.", ["(AP, May 3"]),
        ("It shut (AP, May 3 and the Greens (PNG), on May 4, met.", ["(AP, May 3"]),
        ("It shut (AP, May 3 and ten men (Petrov and others), on May 4, left.", ["(AP, May 3"]),
    ],
)
def test_a_bracket_within_one_that_is_not_closed(text: str, spans: list[str]) -> None:
    assert [citation.span.of(text) for citation in analyse(read_text(text), date=ISSUE).citations] == spans
