"""Citations by marker: numbered notes with a list, and the footnotes of Markdown."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.findings import check
from attrib.inputs import read_text
from attrib.model import Analysis, Citation
from attrib.rulebook import load_rulebook

ISSUE = dt.date(2018, 9, 21)


def plain(body: str, *entries: str) -> Analysis:
    text = f"{body}\n\nNotes\n\n" + "\n".join(entries) if entries else body
    return analyse(read_text(text), date=ISSUE)


def markdown(text: str) -> Analysis:
    return analyse(read_text(text, format="markdown"), date=ISSUE)


def shown(got: Analysis) -> list[tuple[str, str, list[str]]]:
    """Each citation: its form, its words in the text, its sources."""
    return [
        (c.form, c.span.of(got.document.text), [_source(c, i) for i in range(len(c.references))]) for c in got.citations
    ]


def _source(citation: Citation, number: int) -> str:
    reference = citation.references[number]
    return reference.source.id if reference.source else f"? {reference.written}"


# --- numbered notes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "entries", "found"),
    [
        ("The ferry sank.[1]", ["[1] Interfax, September 10, 2018"], [("note", "[1]", ["interfax"])]),
        ("The ferry sank [1].", ["[1] Interfax, September 10, 2018"], [("note", "[1]", ["interfax"])]),
        ("The ferry sank.[1]", ["1. Interfax, September 10, 2018"], [("note", "[1]", ["interfax"])]),
        ("The ferry sank.(1)", ["(1) Interfax, September 10, 2018"], [("note", "(1)", ["interfax"])]),
        (
            "The ferry sank (1). It was old (2, 3). It was late (2-3).",
            ["(1) Interfax, September 10, 2018", "(2) TASS, 9.9.2018.", "(3) Kommersant, 9.9.2018."],
            [("note", "(1)", ["interfax"]), ("note", "(2, 3)", ["tass", "kommersant"]), ("note", "(2-3)", ["tass", "kommersant"])],
        ),
        (  # numbers that stand alone before titles in any letters
            "The ferry sank.1 It was old.2",
            ["1 Паром утонул, Kommersant, 10.09.2018.", "2 Паром, TASS, 9.09.2018, access 12.09.2018."],
            [("note", "1", ["kommersant"]), ("note", "2", ["tass"])],
        ),
        (
            "The ferry sank.[1]",
            ['[1] See L. Orlov, "The ferry, once more," Kommersant, September 10, 2018'],
            [("note", "[1]", ["kommersant"])],
        ),
        (
            "The ferry sank.[1]",
            ["[1] Interfax, September 10, 2018, and TASS of September 9"],
            [("note", "[1]", ["interfax", "tass"])],
        ),
        (
            "The ferry sank.[1]",
            ["[1] La Boya. 10 September 2018. Available at: https://laboya.example.org/1"],
            [("note", "[1]", ["? La Boya"])],
        ),
        (
            "The ferry sank.[1][2] It was old.[1]",
            ["[1] Interfax, September 10, 2018", "[2] TASS, September 9, 2018"],
            [("note", "[1]", ["interfax"]), ("note", "[2]", ["tass"]), ("note", "[1]", ["interfax"])],
        ),
        (
            "The ferry sank.[1]",
            ['[1] Lev Orlov, "The ferry, once more," Kommersant, September 10, 2018, p. 3, https://www.kommersant.ru/doc/1'],
            [("note", "[1]", ["kommersant"])],
        ),
        (
            "The ferry sank.[1]",
            ["[1] Interfax, September 10, 2018; TASS, September 9, 2018"],
            [("note", "[1]", ["interfax", "tass"])],
        ),
        ("The ferry sank.[1]", ["[1] https://www.interfax.ru/russia/5512"], [("note", "[1]", ["interfax"])]),
        ("The ferry sank.[1]", ["[1] Severny Vestnik, September 10, 2018"], [("note", "[1]", ["? Severny Vestnik"])]),
    ],
)  # fmt: skip
def test_numbered_notes(body: str, entries: list[str], found: list[tuple[str, str, list[str]]]) -> None:
    assert shown(plain(body, *entries)) == found


@pytest.mark.parametrize(
    "entry",
    [
        "[2] ITAR-TASS, 10 September 2018.",
        "[2] ITAR-TASS, 10 September 2018; Rossiya 24, 11 September 2018.",
        "[2] ITAR-TASS, RIA Novosti, 10 September 2018.",
        "[2] ITAR-TASS.",
        "2. ITAR-TASS, 10 September 2018.",
        "2. ITAR-TASS, RIA Novosti, 10 September 2018.",
    ],
)
def test_an_outlet_in_capitals_that_begins_an_entry_is_no_headline(entry: str) -> None:
    first = entry.split()[0].replace("2", "1")
    got = plain("The ferry sank.[1] Nobody was hurt.[2]", f"{first} Interfax, 10.9.2018.", entry)
    assert [p.kind for p in got.paragraphs] == ["prose", "headline", "note", "note"]
    assert "itar-tass" in shown(got)[1][2]


def test_the_references_of_a_note_stand_in_its_entry() -> None:
    got = plain("The ferry sank.[1]", '[1] Interfax, "The Ferry," September 10, 2018')
    (reference,) = got.citations[0].references
    assert reference.span.of(got.document.text) == 'Interfax, "The Ferry," September 10, 2018'
    assert reference.title == "The Ferry"
    assert reference.dates[0].first == dt.date(2018, 9, 10)


def test_notes_are_brackets_of_their_own_kind_and_entries_no_sentences() -> None:
    got = plain("The ferry sank.[1] It was old.", "[1] Interfax, September 10, 2018")
    assert [b.kind for b in got.brackets] == ["note"]
    assert [s.span.of(got.document.text) for s in got.sentences] == ["The ferry sank.", "It was old."]


def test_a_numbered_list_in_running_text_is_no_note() -> None:
    got = plain(
        "They want two things: (1) a bridge and (2) a ferry.[1][2]",
        "[1] AP, September 1, 2018",
        "[2] AFP, September 2, 2018",
    )
    assert [b.kind for b in got.brackets] == ["enumerator", "enumerator", "note", "note"]
    assert [c.span.of(got.document.text) for c in got.citations] == ["[1]", "[2]"]


def test_a_list_without_notes_is_no_note() -> None:
    assert shown(plain("They want (1) a bridge and (2) a ferry.")) == []


def test_of_two_entries_with_one_number_the_first_counts() -> None:
    got = plain("The ferry sank.[1]", "[1] Interfax, September 10, 2018", "[1] TASS, September 9, 2018")
    assert shown(got) == [("note", "[1]", ["interfax"])]


@pytest.mark.parametrize(
    ("body", "entry", "problem"),
    [
        ("The ferry sank.[1] It was old.[7]", "[1] Interfax, September 10, 2018", "missing-note"),
        ("The ferry sank.[1]", "[1] A remark on what ferries are for and who may use them", "unread"),
    ],
)
def test_faults_of_notes(body: str, entry: str, problem: str) -> None:
    got = plain(body, entry)
    assert [p.kind for c in got.citations for p in c.problems] == [problem]


def test_a_note_that_refers_to_the_bulletin_cites_nobody() -> None:
    assert plain("The ferry sank.[1]", "[1] See the Monitor, September 10, 2018").citations == ()


TWO = [
    "[1] Interfax, September 10, 2018; see also TASS, September 9, 2018.",
    '[2] Lev Orlov, "Ferry," Reuters, September 11, 2018.',
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank.[1] It was old.[ibid.]", ["interfax 0910 tass 0909", "interfax tass"]),
        ("The ferry sank.[1] It was old.[2] Its crew is safe [ibid.].", ["interfax 0910 tass 0909", "reuters 0911", "reuters"]),
        ("It was old.[2]\n\nIts crew is safe.[ibid., September 12, 2018] It was raised.", ["reuters 0911", "reuters 0912"]),
    ],
)  # fmt: skip
def test_ibid_for_a_marker(text: str, found: list[str]) -> None:
    got = plain(text, *TWO)
    assert not any(c.problems for c in got.citations)
    shown = [
        [(_source(c, i), *(f"{d.first:%m%d}" for d in r.dates)) for i, r in enumerate(c.references)]
        for c in got.citations
    ]
    assert [" ".join(" ".join(words) for words in one) for one in shown] == found


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("Ibid.", ["reuters 0911"]),
        ("Ibid., September 12, 2018.", ["reuters 0912"]),
        ("Lev Orlov, ibid.", ["reuters 0911"]),
        ("Id.", ["reuters 0911"]),
        ("See note 1.", ["interfax 0910", "tass 0909"]),
        ("Supra note 1.", ["interfax 0910", "tass 0909"]),
        ("See note 9.", []),
        ("See, for example, AP, September 12, 2018, and AFP, September 13, 2018.", ["ap 0912", "afp 0913"]),
        ("Interfax (September 12, 2018).", ["interfax 0912"]),
        ("Harbor Echo: Ferry sinks, https://www.harborecho.example/2018/09/12/x", ["? Harbor Echo 0912"]),
        ("Lev Orlov, ‘The ferry’, Vedomosti, 12 September 2018.", ["vedomosti 0912"]),
        ("Orlov, Lev. “The Ferry.” Kommersant, September 12, 2018. https://www.kommersant.ru/doc/3.", ["kommersant 0912"]),
        ("Meduza. “Ferry.” Accessed September 19, 2018. https://meduza.io/news/2018/09/11/ferry.", ["meduza 0911"]),
        ("“Ferry,” BBC News, 10 September 2018. Available at: https://www.bbc.co.uk/1 (accessed 12 September 2018).", ["bbc 0910"]),
    ],
)  # fmt: skip
def test_forms_of_entries(entry: str, found: list[str]) -> None:
    got = plain("The ferry sank off the cape.[1] It was old.[2] It was raised.[3]", *TWO, f"[3] {entry}")
    assert [" ".join((_source(got.citations[2], i), *(f"{d.first:%m%d}" for d in r.dates)))
            for i, r in enumerate(got.citations[2].references)] == found  # fmt: skip


def test_notes_that_point_at_one_another_end() -> None:
    got = plain("The ferry sank.[1] It was old.[2]", "[1] See note 2.", "[2] See note 1.")
    assert [p.kind for c in got.citations for p in c.problems] == ["unread", "unread"]


@pytest.mark.parametrize(
    ("body", "entries", "markers"),
    [
        ("The ferry sank off the cape.¹ It was old.² That is all.", ["¹ Interfax, September 10, 2018", "² TASS, September 9, 2018"], ["¹", "²"]),
        ("The ferry sank off the cape.1 It was old,2 he said.", ["1. Interfax, September 10, 2018", "2. TASS, September 9, 2018"], ["1", "2"]),
        ("The ferry sank off the cape.[i] It was old.[ii]", ["[i] Interfax, September 10, 2018", "[ii] TASS, September 9, 2018"], ["[i]", "[ii]"]),
        ("The ferry sank off the cape.[1, 2] It was old.", ["[1] Interfax, September 10, 2018", "[2] TASS, September 9, 2018"], ["[1, 2]"]),
        ("The ferry sank off the cape.[1-2] It was old.", ["[1] Interfax, September 10, 2018", "[2] TASS, September 9, 2018"], ["[1-2]"]),
        ("The ferry sank off the cape.¹ ² It was old.", ["¹ Interfax, September 10, 2018", "² TASS, September 9, 2018"], ["¹", "²"]),
        ("A lake of 12 km² grew by 3.1 percent.¹ It was old.", ["1. Interfax, September 10, 2018"], ["¹"]),
    ],
)  # fmt: skip
def test_forms_of_markers(body: str, entries: list[str], markers: list[str]) -> None:
    got = plain(body, *entries)
    assert [c.span.of(got.document.text) for c in got.citations] == markers
    wanted = ["interfax", "tass"][: len(entries)]
    assert [_source(c, i) for c in got.citations for i in range(len(c.references))] == wanted


def test_entries_with_a_bare_number_and_markers_that_touch_the_stop() -> None:
    text = (
        'BALKAN BRIEF\n\nWHEAT\n\nWheat is dear.1 The mill closed.2 "It is over."3\n\n'
        "1 Danas, 3 May 2016\n2 Politika, 4 May 2016\n3 Beta, 5 May 2016\n\n"
        "COAL\n\nThe mine closed.1\n\n1 Blic, 6 May 2016"
    )
    got = plain(text)
    sources = [_source(c, 0) for c in got.citations]
    assert sources == ["danas-belgrade", "politika-belgrade", "beta-agency", "blic"]
    sentences = [s.span.of(text) for s in got.sentences]
    assert sentences == ["Wheat is dear.", "The mill closed.", '"It is over."', "The mine closed."]


def test_a_number_at_the_head_of_a_paragraph_is_no_entry() -> None:
    text = "The ferry sank.[1]\n\n3 Ministers left, and nobody knows why.\n\nNotes\n\n[1] Interfax, September 10, 2018."
    assert len(plain(text).sentences) == 2


def test_entries_of_one_line() -> None:
    got = plain(
        "Wheat is dear.[1] The mill closed.[2-3] It is over.[4]",
        "[1] Danas, 3 May 2016. [2] Politika, 4 May 2016; [3] Beta, 5 May 2016 [in Serbian].",
        "[4] Blic, 6 May 2016.",
    )
    found = [[_source(c, i) for i in range(len(c.references))] for c in got.citations]
    assert found == [["danas-belgrade"], ["politika-belgrade", "beta-agency"], ["blic"]]


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        ("Danas, op. cit.", ["2016-05-03"]),
        ("Danas, supra", ["2016-05-03"]),
        ("Danas, op. cit., 4 May 2016", ["2016-05-04"]),
        ("Politika, op. cit.", []),
    ],
)
def test_what_was_cited_above(entry: str, days: list[str]) -> None:
    got = plain("Wheat is dear.[1] The mill closed.[2]", "[1] Danas, 3 May 2016.", f"[2] {entry}")
    assert [str(day.first) for day in got.citations[1].references[0].dates] == days


@pytest.mark.parametrize(
    ("entry", "reference"),
    [
        ("Le Cap-Haïtien Libre, 28 avril 2016", "2016-04-28"),
        ("El País, 3 de mayo de 2016", "2016-05-03"),
        ("Folha de S. Paulo, 3 de março de 2016", "2016-03-03"),
        ("Die Zeit, 5. Januar 2016", "2016-01-05"),
        ("La Repubblica, 1º maggio 2016", "2016-05-01"),
        ("Коммерсантъ, 9 мая 2016", "2016-05-09"),
        ("Le Monde, 1er juin 2016", "2016-06-01"),
    ],
)
def test_months_in_other_tongues(entry: str, reference: str) -> None:
    got = plain("The ferry sank.[1]", f"[1] {entry}.")
    assert [str(day.first) for day in got.citations[0].references[0].dates] == [reference]


# --- the author's own interviews --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry",
    [
        "Author's interview, Belgrade, 3 May 2016.",
        "Authors’ interview with a miller, Novi Sad, May 2016.",
        "Interview with a miller, Novi Sad, May 2016.",
        "Personal communication, 3 May 2016.",
    ],
)
def test_an_interview_of_the_author_in_a_note(entry: str) -> None:
    got = plain("Wheat is dear.[1] The mill closed.[2]", "[1] Danas, 3 May 2016.", f"[2] {entry}")
    assert [c.span.of(got.document.text) for c in got.citations] == ["[1]"]
    assert [(a.sentence, a.own_interview) for a in got.attributions] == [(1, True)]
    assert [s.level for s in got.supports] == ["single", "attributed"]


@pytest.mark.parametrize(
    "entry", ["Personal communication, May 2016.", "See the Monitor, May 4, 2016.", "The mill has 30 workers."]
)
def test_a_note_that_cites_nobody_is_referred_to_as_any_other(entry: str) -> None:
    found = check(
        plain("Wheat is dear.[1] The mill closed.[2]", "[1] Danas, 3 May 2016.", f"[2] {entry}"), load_rulebook()
    )
    assert "C121" not in [f.code for f in found]


def test_an_interview_of_the_author_in_a_bracket() -> None:
    got = plain("Wheat is dear (Danas, 3 May 2016). The mill closed (author interview, May 4).")
    assert [b.kind for b in got.brackets] == ["citation", "gloss"]
    assert [s.level for s in got.supports] == ["single", "attributed"]


@pytest.mark.parametrize("heading", ["", "Notes\n"])
def test_each_article_has_its_own_list(heading: str) -> None:
    first = f"FERRY SINKS\n\nThe ferry sank on Sunday.[1]\n\n{heading}[1] Interfax, September 10, 2018."
    second = f"BRIDGE FALLS\n\nThe bridge fell on Monday.[1]\n\n{heading}[1] Reuters, September 11, 2018."
    assert [found[2] for found in shown(plain(f"{first}\n\n{second}"))] == [["interfax"], ["reuters"]]


def test_a_list_in_the_middle_of_an_article_is_prose() -> None:
    text = "They want two things.[1]\n\n1. A bridge is needed.\n\n2. A ferry is old.\n\nThey will not get them soon."
    got = plain(f"{text}\n\nNotes\n\n[1] Interfax, September 10, 2018.")
    assert shown(got) == [("note", "[1]", ["interfax"])]
    assert len([p for p in got.paragraphs if p.kind == "note"]) == 1


# --- footnotes of Markdown --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank.[^1]\n\n[^1]: Interfax, September 10, 2018.\n", [("footnote", "[^1]", ["interfax"])]),
        ("The ferry sank.[^a]\n\n[^a]: Lev Orlov, [The ferry](https://tass.ru/x), September 9.\n", [("footnote", "[^a]", ["tass"])]),
        ("The ferry sank.[^a]\n\n[^a]: Yle, September 9, 2018, <https://yle.fi/a/1>.\n", [("footnote", "[^a]", ["yle"])]),
    ],
)  # fmt: skip
def test_footnotes(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    assert shown(markdown(text)) == found


@pytest.mark.parametrize(
    ("note", "references"),
    [
        ("[The ferry](https://tass.ru/1); [Its crew](https://apnews.com/2), September 7.", ["TASS 0907", "AP 0907"]),
        ("[The ferry](https://tass.ru/1), May 3; [Its crew](https://apnews.com/2), May 4.", ["TASS 0503", "AP 0504"]),
        ("[The ferry](https://tass.ru/1), May 3; [once more](https://tass.ru/2).", ["TASS 0503"]),
        ("Interfax, May 3; the figure is from [SANA](https://sana.sy/2).", ["Interfax 0503", "SANA "]),
        ("Interfax, May 3, citing [the port](https://harbor.example/2).", ["Interfax 0503"]),
    ],
)
def test_a_footnote_may_lead_to_several_outlets(note: str, references: list[str]) -> None:
    (citation,) = markdown(f"The ferry sank.[^1]\n\n[^1]: {note}\n").citations
    assert [f"{r.name} {r.dates[0].first:%m%d}" if r.dates else f"{r.name} " for r in citation.references] == references


def test_raised_numbers_of_markdown_refer_to_the_list_behind_them() -> None:
    got = markdown(
        "It sank.<sup>1</sup> It was old<sup>2,3</sup>, and 12 m<sup>2</sup> burned.\n\n## Notes\n\n"
        "1. Interfax, September 9, 2018\n2. TASS, September 9, 2018\n3. Yle, September 10, 2018\n"
    )
    assert [[r.name for r in c.references] for c in got.citations] == [["Interfax"], ["TASS", "YLE"]]
    assert "C121" not in {finding.code for finding in check(got, load_rulebook())}


def test_a_footnote_without_its_text() -> None:
    got = markdown("The ferry sank.[^1] It was old.[^2]\n\n[^1]: Interfax, September 10, 2018.\n")
    assert [[p.kind for p in c.problems] for c in got.citations] == [[], ["missing-note"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ferry sank ([Reuters, 9 May][reu]).", ["[reu]"]),
        ("The ferry sank [on Monday][2].", ["[2]"]),
        ("The ferry sank ([Reuters, 9 May][reu]).\n\n[reu]: https://www.reuters.com/a", []),
        ("The ferry sank [sic][1].\n\n## Notes\n\n[1] Interfax, 9 May 2018.", []),
        ("The ferry sank [1][2].\n\n## Notes\n\n1. Interfax, 9 May 2018.\n2. AFP, 9 May 2018.", []),
        ("The ferry sank [sic] [Reuters, 9 May].", []),
    ],
)
def test_a_link_whose_address_is_written_nowhere(text: str, told: list[str]) -> None:
    got = markdown(text)
    missing = [p for c in got.citations for p in c.problems if p.kind == "missing-link"]
    assert [p.span.of(text) for p in missing] == told


def test_no_footnote_has_its_text() -> None:
    assert [p.kind for c in markdown("The ferry sank.[^1]\n").citations for p in c.problems] == ["missing-note"]


@pytest.mark.parametrize("text", ["Notes\n\n1.\n", "1.", "Crews walked out.[1]\n\nNotes\n\n1.\n\n2.", "¹"])
def test_a_number_with_nothing_behind_it_is_no_entry(text: str) -> None:
    assert analyse(read_text(text)).citations == ()


@pytest.mark.parametrize(
    "looked",
    [
        "accessed 12.09.2018.",
        "access 12.09.2018",
        "date of access: 12 September 2018",
        "last checked on September 12, 2018",
    ],
)
def test_the_day_on_which_a_page_was_looked_at_is_not_its_own(looked: str) -> None:
    got = plain("The ferry sank.[1]", f"[1] Kommersant, 9.09.2018, www.kommersant.ru/doc/1, {looked}")
    assert [d.first for c in got.citations for r in c.references for d in r.dates] == [dt.date(2018, 9, 9)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("**Armenia.** The ferry sank. It was old.", ["The ferry sank.", "It was old."]),
        ("**The ferry sank on Monday night.** It was old.", ["The ferry sank on Monday night.", "It was old."]),
        ("**Armenia** sank. It was old.", ["Armenia** sank.", "It was old."]),
    ],
)
def test_a_few_words_in_strong_type_head_a_paragraph(text: str, sentences: list[str]) -> None:
    got = markdown(text)
    found = [s.span.of(got.document.text).strip("* ") for s in got.sentences]
    assert found == sentences


@pytest.mark.parametrize("entry", ["1)` Danas, May 3` of the day", "1)` | two `days` |"])
def test_a_label_that_markup_touches(entry: str) -> None:
    analysis = analyse(read_text(f"Crews walked out on Monday (1).\n\n{entry}\n", format="markdown"))
    assert [paragraph.label for paragraph in analysis.paragraphs if paragraph.kind == "note"] == ["1"]


def test_a_heading_in_the_line_of_the_first_entry() -> None:
    got = analyse(
        read_text(
            "The ferry sank.[1] It was old.[2]\n\nNotes [1] Interfax, September 10, 2018\n[2] AFP, September 11, 2018"
        )
    )
    assert shown(got) == [("note", "[1]", ["interfax"]), ("note", "[2]", ["afp"])]
