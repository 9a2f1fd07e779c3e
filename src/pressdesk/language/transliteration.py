"""Words in plain ASCII letters, for slugs and file names. The letters are `[latin]` of each language.toml."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pressdesk.data import resources
from pressdesk.language.language import languages
from pressdesk.language.settings import read

_SLUG_LIMIT = 80  # code points; file names of a release are this long at most


@cache
def _letters(tag: str) -> Mapping[str, str]:
    """The language's own letters, and for names from elsewhere those of the other languages."""
    letters: dict[str, str] = {}
    for other in (*(t for t in languages() if t != tag), tag):
        letters.update(read(resources(other, "language.toml")).latin)
    return MappingProxyType(letters)


def latin(text: str, tag: str) -> str:
    """The text in ASCII. A character that no language writes in letters (an emoji, a Chinese one) is left out."""
    letters = _letters(tag)
    written = []
    for char in unicodedata.normalize("NFC", text):
        if char.lower() in letters:
            plain = letters[char.lower()]
            written.append(plain.capitalize() if char.isupper() else plain)
        else:
            written.append(_stripped(char))
    return "".join(written)


def slug(text: str, tag: str, limit: int = _SLUG_LIMIT) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a hyphen to at most `limit` characters; may be empty."""
    words = re.findall("[a-z0-9]+", re.sub("['’]", "", latin(text, tag).lower()))
    while len("-".join(words)) > limit and len(words) > 1:
        words.pop()
    return "-".join(words)[:limit]


def _stripped(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char) == "Pd":
        return "-"
    return unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
