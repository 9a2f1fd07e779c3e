"""The words of a text with their places, in code points. Start at `words`.

A word keeps its inner hyphens and apostrophes, the ending that hangs on a figure, a sign or a quotation mark
(`70%-ын`, `2026-жылы`, `«Самұрық»-тың`), soft hyphens and combining marks. Addresses (web, e-mail) and bare figures
are no words.
"""

import re
import unicodedata
from dataclasses import dataclass

from pressdesk.text.spans import Span

HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'’ʼ"
LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f\u00ad\u200b])"
SIGN = f"(?:{LETTER}|\\d)"
CORE = f"{SIGN}+(?:[{HYPHENS}{APOSTROPHES}]{SIGN}+)*"
# no part of an address is longer (RFC 1035, 5321): without bounds a long line without spaces takes the square of it
MAIL = r"[^\s@]{1,64}@[^\s@]{1,255}\.\w+"
SITE = r"\b[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){0,8}\.[a-zA-Z]{2,63}\b(?:/\S*)?"
ADDRESS = rf"https?://\S+|www\.\S+|{MAIL}|{SITE}"
FIGURE = f"\\d+(?:[.,:]\\d+)*\\s?[%‰°$€₸](?:[{HYPHENS}]{LETTER}+)?|\\d+(?:[.,:]\\d+)+(?:[{HYPHENS}]{LETTER}+)?"
QUOTED = f'[«“"]?{CORE}[»”"][{HYPHENS}]{LETTER}+'
TOKEN = re.compile(f"(?P<skip>{ADDRESS})|(?P<figure>{FIGURE})|(?P<word>{QUOTED}|{CORE})")
LOOKED_BACK = 60  # code points; between two words stands less
_GOES_ON = re.compile(r"(?:[^\W_]|[,;)»”’-]|(?<![^\W_])[^\W\d_]\.)$")
_LAST = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
_FIRST = re.compile(r"[ \u00a0]([^\W\d_][\w’'-]*)")
LOOKED_BACK = 60  # code points: no word is longer, and a paragraph may be a book
SAME = str.maketrans({"\u2010": "-", "\u2011": "-", "’": "'", "ʼ": "'", "\u00ad": None, "\u200b": None, "\ufeff": None})


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands. `text` is exactly what the span covers."""

    span: Span
    text: str


def words(text: str) -> list[Word]:
    """The words in order; figures are among them only with an ending."""
    found = []
    for match in TOKEN.finditer(text):
        piece = match[0]
        if match["skip"] is None and any(c.isalpha() for c in piece):
            found.append(Word(Span(*match.span()), piece))
    return found


def plain(word: str) -> str:
    """The word as a dictionary writes it: composed letters, one kind of hyphen and apostrophe, nothing invisible."""
    return unicodedata.normalize("NFC", word).translate(SAME)


def may_be_name(before: str, word: str) -> bool:
    """Whether a word is written as a name, with a capital where none is called for: within a sentence, after a word, a
    comma or an initial. `before` is the text before it. Where a sentence or a quotation begins, nobody can tell.
    """
    if not word[:1].isupper() or not any(c.islower() for c in word[1:]):
        return False
    left = before[-LOOKED_BACK:].rstrip()  # a paragraph may be a book, and this is asked of every word
    return bool(_GOES_ON.search(left))


def in_a_row_of_capitals(before: str, after: str) -> bool:
    """Whether a word with a capital has a neighbour that is written as a name too: «Рауль Фангейру», "Jonatan Vseviov".

    Args:
        before, after: the text on both sides of the word.
    """
    last, first = _LAST.search(before[-LOOKED_BACK:]), _FIRST.match(after)
    if last and may_be_name(before[: len(before) - len(last[0])], last[1]):
        return True
    return bool(first and first[1][:1].isupper() and any(c.islower() for c in first[1]))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter more, less, changed, or changed in place with its neighbour, makes one word of the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    turned = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:] or turned
