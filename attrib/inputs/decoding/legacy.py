"""Text of the time before Unicode: which single-byte encoding makes words of the bytes.

charset-normalizer guesses well from a page and badly from a line: it reads a German sentence of cp1252 as Mac Roman and
a headline in capitals of KOI8-R as cp1251. So its guess is checked against what every reader sees: broken words.
"""

from __future__ import annotations

import re

import regex
from charset_normalizer import from_bytes

CANDIDATES = ("cp1252", "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "mac_roman", "cp1250")
"""What drafts of English, Western, Russian, Ukrainian and Central European newsrooms come in; the commonest first."""
_TOO_EASY = "cp1250"
"""Gives a letter for nearly every byte, so the library takes French for it: only Polish words speak for it."""
_MOST_WORDS = 2000
_WORST = 0.6
"""Breaks a character above which no reading is one: a text of other scripts, or no text."""
_TOLERANCE = 0.005
"""Breaks a character by which the guess may be worse than the best reading: then the two differ in no word's shape."""
_WORD = re.compile(rb"[^\s\x80-\xff]*[\x80-\xff]\S*")
_FINE = "“”„‘’‚‹›«»–—…•·§©®°№€£™\u00a0"
_BREAKS = (
    (regex.compile(r"(?=.?[^\x00-\x7f])\p{Ll}\p{Lu}"), 2.0),  # a capital inside a word
    (regex.compile(r"\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}"), 3.0),
    (regex.compile(rf"[^\x00-\x7f\p{{Lu}}\p{{Ll}}ªº{_FINE}]"), 2.0),  # frames, fractions, control characters
    (regex.compile(r"\p{L}[“”„‚‹›«»…•·§©®°№€£™]\p{L}"), 2.0),
    (regex.compile(r"\p{L}[„‚‹«]|»\p{L}|[„‚‹](?!\p{L})|[“”„«»‚][“”„«»‚]"), 1.0),  # marks that open or close nothing
    (regex.compile(r"(?<!\d ?)[€£№§°](?! ?\d)"), 1.0),
    (regex.compile(r"\p{L}[–—](?= )"), 0.7),
    (regex.compile(r"\p{L}[–—]\p{L}"), 0.04),
    (regex.compile(r"(?![\x00-\x7f])\p{Latin}(?![\x00-\x7f])\p{Latin}"), 0.5),  # accents side by side
    (regex.compile(r"(?![\x00-\x7f])\p{Latin}"), 0.05),
)
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў"
"""By frequency in Russian, then the Ukrainian and Belarusian letters: tells capitals of KOI8-R from cp1251."""
_RARITY = {letter: 0.08 + rank / 80 for rank, letter in enumerate(_CYRILLIC)}


def detect(data: bytes) -> str | None:
    """The name of the encoding of bytes that are not UTF-8; ``None`` where no reading makes words."""
    words = _WORD.findall(data)[:_MOST_WORDS]
    readings = {name: _breaks(words, name) for name in CANDIDATES if _decodes(data, name)}
    best = min(readings, key=lambda name: readings[name])
    if readings[best] > _WORST:
        return None
    guess = from_bytes(data, cp_isolation=[name for name in CANDIDATES if name != _TOO_EASY]).best()
    if guess is None or readings[guess.encoding] - readings[best] > _TOLERANCE:
        return best
    text = data.decode(guess.encoding)
    return next(name for name in readings if data.decode(name) == text)  # the commonest of those that read alike


def _breaks(words: list[bytes], encoding: str) -> float:
    """How broken the words look in an encoding, as breaks a character beyond ASCII."""
    text = b" ".join(words).decode(encoding, "replace")
    lowered = text.lower()
    shape = sum(weight * len(pattern.findall(text, overlapped=True)) for pattern, weight in _BREAKS)
    letters = sum(_RARITY.get(letter, 1.0) * lowered.count(letter) for letter in set(lowered) if "Ѐ" <= letter <= "ӿ")
    return (shape + letters) / sum(not character.isascii() for character in text)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
