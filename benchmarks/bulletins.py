"""Varied bulletin text for measuring: ``python benchmarks/bulletins.py --count 20 --seed 1 [-o FOLDER]``.

The same seed gives the same text. Sentences are put together from many frames, names, offices, matters, places,
figures and sources, in all the citation styles, so that no cache sees one sentence over and over.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST = (
    "Igor Sergei Viktor Oleg Andrei Marat Rustam Giorgi Levan Ilham Nursultan Askar Emomali Pavlo Mykola Aleh "
    "Jonas Valdis Toomas Vladimir Mircea Ion Boris Yevgeny Gennady Anatoly Tatyana Irina Nino Gulnara Oksana "
    "Helena"
).split()
LAST = (
    "Sarychev Tolmachev Velikanov Zubarev Kolchina Starostin Temirbekov Dosanov Gabunia Mchedlidze Akhundov "
    "Safarov Petrosian Manukyan Karimbekov Rahmatov Bondarchuk Havrylenko Lisouski Kazlauskas Ozolins Tamm "
    "Ciobanu Munteanu Dobrev Kostov Horvat Jovanov Lindqvist Weber Laurent Hastings"
).split()
OFFICES = (
    "Foreign Minister|Deputy Prime Minister|Finance Minister|Defense Minister|presidential aide|"
    "parliamentary speaker|central bank chairman|Col. Gen.|Lt. Gen.|Prosecutor General|Governor|Mayor|"
    "committee chairman|opposition leader|border guard commander|Energy Minister|customs chief|ambassador"
).split("|")
ROLES = (
    "a senior Russian general|a government spokesman|a Western diplomat|two deputies from the region|"
    "the ministry's press service|an official close to the talks|a source in the Kremlin|analysts in the capital|"
    "the union's leaders|local police"
).split("|")
PLACES = (
    "Moscow Kyiv Minsk Chisinau Tbilisi Yerevan Baku Almaty Astana Bishkek Dushanbe Tashkent Ashgabat Vilnius "
    "Riga Tallinn Grozny Makhachkala Vladikavkaz Sukhumi Tskhinvali Stepanakert Tiraspol Sevastopol Kaliningrad "
    "Murmansk Vladivostok Brussels Washington Tehran Ankara Belgrade"
).split()
BODIES = (
    "the Foreign Ministry|the State Duma|the Federation Council|the cabinet|the Security Council|"
    "the European Union|the World Bank|NATO|the Council of Europe|Gazprom|the railroad ministry|"
    "the Supreme Court|the Commonwealth of Independent States (CIS)|the International Monetary Fund (IMF)|"
    "the Organization for Security and Cooperation in Europe (OSCE)|the border service|the tax police|"
    "the electoral commission"
).split("|")
MATTERS = (
    "the gas debt|the draft budget|the withdrawal of the garrison|the new customs code|"
    "the pipeline across the Caspian|the fishing quotas|the status of the naval base|the disputed railroad|"
    "the miners' wages|the arms shipment|the privatization of the smelter|the election law|"
    "the water-sharing accord|the rotation of peacekeepers|the visa regime|the wheat embargo|"
    "the restructuring of the debt"
).split("|")
ACTS = (
    "put off a decision on|reached a settlement over|broke off talks about|signed a protocol on|"
    "rejected the terms offered for|opened an inquiry into|asked for new guarantees on|lifted its objections to|"
    "approved by 211 votes to 97 a resolution on|sent a note about"
).split("|")
SAID = (
    "announced|declared|stated|warned|complained|conceded|maintained|claimed|insisted|predicted|charged|"
    "acknowledged|said"
).split("|")
QUOTES = (
    "We shall not pay twice|There is nothing to discuss. Nothing at all|This is a matter for the courts|"
    "Nobody asked us|The door stays open|They know our terms. We know theirs|It will be done by the summer|"
    "Let them count again"
).split("|")
WIRES = (
    "Itar-Tass Interfax Reuters AFP AP DPA UNIAN BNS LETA ELTA Belapan Basapress Turan Snark Noyan-Tapan "
    "Prime-News Kazinform Xinhua Anatolia Kyodo MTI PAP CTK BTA Tanjug"
).split()
PAPERS = (
    "Kommersant|Izvestia|Nezavisimaya gazeta|Segodnya|Krasnaya zvezda|Vremya MN|Trud|Moskovsky komsomolets|"
    "The Washington Post|The New York Times|Financial Times|Le Monde|Die Welt|Den|Zerkalo nedeli|Diena|Postimees|"
    "Ekspress-K|Slovo Kyrgyzstana|Delovoi mir"
).split("|")
AIR = "NTV|ORT|RTR|Ekho Moskvy|Radio Rossii|Ukrainian Television|BBC|Khabar TV|Radio Liberty".split("|")
COLLECTIVES = "Russian agencies|Western agencies|Russian media|Ukrainian agencies|local media|Georgian agencies".split(
    "|"
)
HEDGES = (
    "The move apparently means that {matter} will drag on into the winter.|"
    "{Body} may also have had {matter} in mind.|It seems unlikely that {place} will give way so soon.|"
    "That suggests a rift inside {body}.|Whether {matter} can be settled before the vote is doubtful.|"
    "The timing is hardly accidental.|All this points to a hard bargain over {matter}.|"
    "Observers will be forgiven for thinking of {place}."
).split("|")
BACKGROUND = (
    "{Matter} has divided {place} and {place} since {year}.|In {year}, {body} had already tried to mediate.|"
    "Some {figure} people still live within sight of the border there.|"
    "The accord of {month} {day}, {year}, says nothing about it.|{Office} {name} has held the post since {year}.|"
    "Before {year} the plant employed {figure} men (half of them conscripts)."
).split("|")
NEWS = (
    "{Body} yesterday {act} {matter}.|"
    "{Office} {name} {said} in {place} on {day_} that {body} would not yield over {matter}.|"
    "{Role} {said} yesterday that {figure} tons of fuel were missing from the depot near {place}.|"
    '"{quote}," {office} {name} told reporters in {place} yesterday.|'
    "According to {office} {name}, {matter} will cost the state {figure} million rubles (about US${small} million).|"
    "On {day_} some {figure} demonstrators gathered in {place} to protest against {matter}; "
    "{small} of them were arrested.|"
    "Talks on {matter} are scheduled for tomorrow in {place}, and {office} {name} is expected to attend.|"
    "He added that {matter} had been raised twice with {body} last month.|"
    "{Body}, which {act} {matter} last week (see the Monitor, {past}), did not comment.|"
    "{outlet} reported that {office} {name} and {office} {name} had met in secret in {place}.|"
    "{small} soldiers were killed and at least {small} wounded when a mine exploded outside {place} on {day_}.|"
    "{Office} {name} was dismissed by decree on {day_}, {role} {said}.|"
    "The commission found that (1) {matter} had been mishandled, (2) {figure} documents "
    "were lost and (3) nobody in {body} had noticed.|"
    'In an interview with {outlet}, {name} {said} that "{quote}."|'
    "{Body} reportedly offered {place} a loan of ${small} million.|"
    "Maj. Gen. {initials} {last}, the garrison's former chief, "
    'was quoted as saying that {matter} was "no longer his concern."|'
    "U.S. and Russian officials met in {place} on {day_} to discuss {matter}, as they had in {year}."
).split("|")
OPENINGS = (
    "In a separate development, |Meanwhile, |Despite earlier assurances, |Late in the evening, |"
    "For the second time this month, |Against the advice of {body}, |After a stormy session, |"
    "On the eve of a visit to {place}, |With the vote only weeks away, |Just as {matter} seemed settled, |"
    "Contrary to what {role} had predicted, |As in {year}, |In {place}, meanwhile, "
).split("|")
TAILS = (
    ", despite protests from {place}|, while {role} took the opposite view|"
    ", a step that {body} had urged for months|, and left open what would become of {matter}|"
    ", after {figure} signatures had been collected|, though not before {month}|"
    ", in the presence of {office} {name}|, which {body} denies|, at a cost of ${small} million|"
    ", as {outlet} had foretold"
).split("|")
MONTHS = ("January February March April May June July August September October November December").split()
STYLES = ("monitor", "monitor-early", "edm", "newsline", "notes", "markdown")


class Writer:
    """Writes bulletins; all choices come from one seeded generator, so the order of the calls matters."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.today = dt.date(1999, 12, 2)
        self.bags: dict[int, list[str]] = {}

    def next(self, choices: list[str]) -> str:
        """One of the choices, none a second time before all have had their turn."""
        bag = self.bags.setdefault(id(choices), [])
        if not bag:
            bag += self.random.sample(choices, len(choices))
        return bag.pop()

    def pick(self, choices: list[str] | tuple[str, ...]) -> str:
        return self.random.choice(choices)

    def day(self, back: int) -> dt.date:
        return self.today - dt.timedelta(days=self.random.randint(1, back))

    def name(self) -> str:
        return f"{self.pick(FIRST)} {self.pick(LAST)}"

    def written(self, day: dt.date, style: str) -> str:
        if style == "newsline":
            return f"{day.day} {MONTHS[day.month - 1]}"
        plain = f"{MONTHS[day.month - 1]} {day.day}"
        return f"{plain}, {day.year}" if style in ("edm", "notes", "markdown") else plain

    def filled(self, frame: str) -> str:
        """A frame with every field filled anew; a capital in the field's name makes a capital in the text."""
        words = []
        for piece in frame.split("{"):
            key, brace, rest = piece.partition("}")
            words.append(self.field(key) + rest if brace else piece)
        text = "".join(words)
        return text[0].upper() + text[1:]

    def field(self, key: str) -> str:
        r = self.random
        lists = {"body": BODIES, "matter": MATTERS, "act": ACTS, "office": OFFICES, "role": ROLES, "said": SAID,
                 "quote": QUOTES, "place": PLACES, "last": LAST, "month": MONTHS}  # fmt: skip
        if (choices := lists.get(key.lower())) is not None:
            word = self.pick(choices)
            return word[0].upper() + word[1:] if key[0].isupper() else word
        if key == "outlet":
            return self.pick(r.choice((WIRES, PAPERS, AIR)))
        if key == "figure":
            return f"{r.randint(1, 90)},{r.randint(0, 999):03}" if r.random() < 0.6 else str(r.randint(20, 990))
        if key in ("day_", "past"):
            return self.written(self.day(5 if key == "day_" else 40), "monitor")
        made = {
            "name": self.name(),
            "initials": f"{self.pick(FIRST)[0]}. {self.pick(FIRST)[0]}.",
            "small": str(r.randint(2, 48)),
            "year": str(r.randint(1986, self.today.year - 1)),
            "day": str(r.randint(1, 28)),
        }
        return made[key]

    def dates(self, style: str) -> str:
        first = self.day(4)
        plain = self.written(first, style)
        if style in ("monitor", "monitor-early") and 1 < first.day < 28 and self.random.random() < 0.2:
            return f"{plain}-{first.day + 1}" if self.random.random() < 0.6 else f"{plain} and {first.day + 1}"
        return plain

    def sources(self, style: str) -> str:
        """What stands between the brackets: one to three groups of sources with their dates."""
        groups = []
        for _ in range(self.random.choice((1, 1, 1, 2, 2, 3))):
            r = self.random.random()
            if r < 0.15:
                names = [self.pick(COLLECTIVES)]
            elif r < 0.5:
                names = [self.pick(WIRES)]
            elif r < 0.75:
                names = [self.pick(PAPERS if self.random.random() < 0.7 else AIR)]
            elif r < 0.95:
                names = self.random.sample(WIRES, 2)
            else:
                names = [f"{self.pick(WIRES)}, citing {self.pick(PAPERS)}"]
            groups.append(f"{', '.join(names)}, {self.dates(style)}")
        return "; ".join(groups)

    def sentences(self, count: int) -> list[str]:
        made = []
        for _ in range(count):
            r = self.random.random()
            frame = self.next(NEWS if r < 0.72 else BACKGROUND if r < 0.88 else HEDGES)
            if self.random.random() < 0.25 and frame[0] == "{" and frame[1].isupper():
                frame = self.next(OPENINGS) + "{" + frame[1].lower() + frame[2:]
            if self.random.random() < 0.25 and frame.endswith("."):
                frame = frame[:-1] + self.next(TAILS) + "."
            made.append(self.filled(frame))
        return made

    def paragraph(self, style: str, notes: list[str]) -> str:
        made = self.sentences(self.random.randint(2, 6))
        if style == "newsline":
            made[0] = f"{made[0][:-1]}, {self.pick(WIRES)} reported on {self.dates(style)}."
        elif style in ("notes", "markdown"):
            for i in sorted(self.random.sample(range(len(made)), min(2, len(made)))):
                notes.append(self.sources(style).split(";")[0])
                made[i] += f"[{len(notes)}]" if style == "notes" else f"[^{len(notes)}]"
        elif self.random.random() < 0.85:
            for i in sorted({len(made) - 1, self.random.randrange(len(made))}):
                bracket = f"({self.sources(style)})"
                if style == "monitor-early":
                    made[i] += f" {bracket}"
                else:
                    body, quoted = (made[i][:-2], '"') if made[i].endswith('."') else (made[i][:-1], "")
                    made[i] = f"{body}{quoted} {bracket}."
        return " ".join(made)

    def bulletin(self, style: str, paragraphs: int = 8) -> str:
        """One bulletin of a style; the issue date moves on from bulletin to bulletin."""
        spans = {"monitor": (1998, 2000), "monitor-early": (1996, 1997), "edm": (2004, 2012), "newsline": (1997, 2003)}
        first, last = spans.get(style, (2005, 2024))
        self.today = dt.date(self.random.randint(first, last), 1, 8) + dt.timedelta(days=7 * self.random.randint(0, 48))
        issue = max(1, self.today.timetuple().tm_yday * 5 // 7)
        heads = {
            "edm": f"Publication: Eurasia Daily Monitor Volume: {self.today.year - 2003} Issue: {issue}",
            "newsline": f"RFE/RL NEWSLINE Vol. {self.today.year - 1996}, No. {issue}, Part I, {self.today.day} "
            f"{MONTHS[self.today.month - 1]} {self.today.year}",
            "notes": f"Border Letter, No. {issue}\n{self.written(self.today, 'notes')}",
            "markdown": f"---\npublication: Border Letter\ndate: {self.today}\n---\n\n# {self.pick(MATTERS).title()}",
        }
        parts = [heads.get(style, f"Publication: Monitor Volume: {self.today.year - 1994} Issue: {issue}")]
        notes: list[str] = []
        for number in range(paragraphs):
            if style == "newsline" or (style == "markdown" and number % 4 == 3):
                head = f"{self.pick(PLACES)} {self.pick(ACTS)} {self.pick(MATTERS)}"
                parts.append(f"{head.upper()}." if style == "newsline" else f"## {head}")
            parts.append(self.paragraph(style, notes))
        if style == "notes":
            parts += ["Notes", "\n".join(f"[{n}] {note}." for n, note in enumerate(notes, 1))]
        elif style == "markdown":
            parts.append("\n".join(f"[^{n}]: {note}." for n, note in enumerate(notes, 1)))
        return "\n\n".join(parts) + "\n"


def written(count: int, seed: int = 1, paragraphs: int = 8) -> Iterator[tuple[str, str]]:
    """``count`` bulletins as (file name, text), the styles in turn."""
    writer = Writer(seed)
    for number in range(count):
        style = STYLES[number % len(STYLES)]
        ending = "md" if style == "markdown" else "txt"
        yield f"{number:04}-{style}.{ending}", writer.bulletin(style, paragraphs)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=6)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--paragraphs", type=int, default=8)
    arguments.add_argument("-o", "--output", type=Path, help="write files into this folder instead of printing")
    options = arguments.parse_args()
    for name, text in written(options.count, options.seed, options.paragraphs):
        if options.output is None:
            print(f"=== {name}\n{text}")
        else:
            options.output.mkdir(parents=True, exist_ok=True)
            (options.output / name).write_text(text, "utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
