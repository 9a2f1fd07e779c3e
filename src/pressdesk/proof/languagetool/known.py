"""Which spelling findings are only names: the draft's, the register's, and the words the user added."""

import re
import unicodedata
from collections.abc import Iterable

_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_POSSESSIVE = re.compile(r"['’](s|S)?$")
_APART = re.compile(r"[\s\u00a0\u202f]+")
_HYPHENS = re.compile(r"[-\u2010\u2011–]")


class Known:
    """A set of words that are right whatever the dictionary says.

    Case counts, for «астана» is a mistake where «Астана» is a name; but a word may stand in capitals (headline) and
    begin with a capital (sentence).
    """

    def __init__(self, names: Iterable[str]) -> None:
        """`names`: whole names in all their forms, as they stand in a text; each word of a name is known by itself."""
        self._words: set[str] = set()
        for name in names:
            for word in _words(name):
                self._words.update((word, word.upper(), word[:1].upper() + word[1:]))

    def covers(self, text: str) -> bool:
        """Whether every word of the text is known. A text without words is not covered."""
        words = [word for word in _words(text, parts=False) if not word.isdigit()]
        return bool(words) and all(self._knows(word) for word in words)

    def _knows(self, word: str) -> bool:
        if word in self._words or _POSSESSIVE.sub("", word) in self._words:
            return True
        parts = _HYPHENS.split(word)
        return len(parts) > 1 and all(part in self._words for part in parts)


def _words(text: str, *, parts: bool = True) -> list[str]:
    found: list[str] = []
    for raw in _APART.split(unicodedata.normalize("NFC", text).replace("’", "'")):
        word = _EDGES.sub("", raw)
        if word:
            found.append(word)
            if parts and _HYPHENS.search(word):
                found.extend(part for part in _HYPHENS.split(word) if part)
    return found
