"""The user's own words: right in every text that this user checks, in all their forms. Start at `OwnWords`.

A plain text file a language in the data folder, words/kk.txt, with a word or a name a line in its dictionary form. A
line that begins with # is for people. It may be edited by hand, also while PressDesk runs.
"""

import threading
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.app.problems import nominative
from pressdesk.data import languages
from pressdesk.errors import DraftFileError, FactsError, WordsFileError
from pressdesk.language.language import load as load_language
from pressdesk.store import atomic
from pressdesk.store.lock import held

WORDS = "words"  # under this name a list that cannot be read is told of
LONGEST = 100  # code points; what is longer is no word and no name
REMARK = "#"
CASES = {
    "ru": ("GEN", "DAT", "ACC", "INS", "LOC", "PL", "PL+GEN", "PL+DAT", "PL+ACC", "PL+INS", "PL+LOC"),
    "en": ("POSS", "PL", "PL+POSS"),
}
"""The forms beside the dictionary form that a word is known in. Kazakh has too many: its grammar reads them."""
NAMED = ("GEN", "DAT", "ACC", "INS", "LOC", "POSS")
"""Those of a word with a capital: a name has no plural that a text would need."""

_lock = threading.Lock()
_read: dict[Path, tuple[tuple[int, int], tuple[str, ...]]] = {}


class OwnWords:
    """The word lists in the user's data folder. Safe in any thread; two windows see each other's changes."""

    def __init__(self, places: Places) -> None:
        self.folder = places.data / "words"

    def path(self, language: str) -> Path:
        """The file of a language, whether it is there or not. FactsError where there is no such language."""
        if language not in languages():
            raise FactsError(f"--lang {language}: PressDesk has no such language; choose {', '.join(languages())}.")
        return self.folder / f"{language}.txt"

    def words(self, language: str) -> tuple[str, ...]:
        """The words as the file has them now, each once. WordsFileError where it cannot be read."""
        path = self.path(language)
        signature = atomic.stamp(path)
        with _lock:
            known = _read.get(path)
        if known is None or known[0] != signature:
            known = (signature, tuple(dict.fromkeys(filter(None, map(_word_of, _lines(path))))))
            with _lock:
                _read[path] = known
        return known[1]

    def readable(self, language: str) -> tuple[tuple[str, ...], WordsFileError | None]:
        """The words, none with the reason where the file cannot be read: a check goes on without them."""
        try:
            return self.words(language), None
        except WordsFileError as error:
            return (), error

    def complaint(self, language: str) -> WordsFileError | None:
        """Why the words of a language could not be read; None where they could, and of other languages."""
        return self.readable(language)[1] if language in languages() else None

    def forms(self, language: str) -> frozenset[str]:
        """Every form of every word that a text may hold, as plain strings; of Kazakh the dictionary forms alone."""
        return frozenset(form for word in self.readable(language)[0] for form in forms_of(word, language))

    def add(self, language: str, word: str) -> bool:
        """Adds a word at the end of the file; False where it stands there already.

        FactsError where it is no word, WordsFileError where the file cannot be written.
        """
        word = clean(word)
        path = self.path(language)

        def added(lines: list[str]) -> list[str]:
            return lines if word in map(_word_of, lines) else [*lines, word]

        return self._change(path, added)

    def remove(self, language: str, word: str) -> bool:
        """Takes a word out; False where it does not stand there. Remarks stay. Raises as `add`."""
        word = clean(word)
        return self._change(self.path(language), lambda lines: [line for line in lines if _word_of(line) != word])

    def _change(self, path: Path, change: Callable[[list[str]], list[str]]) -> bool:
        try:
            with held(path):
                before = _lines(path)
                after = change(before)
                if after != before:
                    atomic.write(path, "".join(f"{line}\n" for line in after).encode())
        except (OSError, DraftFileError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise WordsFileError(f"{path}: the word list was not saved ({why}).") from None
        return after != before


def clean(word: str) -> str:
    """The word as it is kept. FactsError where it is none: empty, too long, of several lines, without a letter."""
    made = unicodedata.normalize("NFC", " ".join(word.split()))
    if not any(map(str.isalpha, made)) or made.startswith(REMARK) or len(made) > LONGEST or len(word.splitlines()) > 1:
        raise FactsError(f"“{word[:LONGEST]}”: this is no word; a word has a letter and at most {LONGEST} signs.")
    return made


def dictionary_form(word: str, language: str) -> str:
    """The word as it is to be kept: of a Kazakh name in a case its nominative, where the ending leaves no doubt."""
    word = clean(word)
    if language != "kk" or not word[:1].isupper():
        return word
    return nominative(word, load_language(language).inflector) or word


@lru_cache(maxsize=4096)
def forms_of(word: str, language: str) -> tuple[str, ...]:
    """A word in its forms, the dictionary form first. Endings of a word that no table has are the inflector's guess."""
    inflector, named = load_language(language).inflector, word[:1].isupper()
    cases = [case for case in CASES.get(language, ()) if case in NAMED or not named]
    kinds: tuple[dict[str, str], ...] = ({}, {"kind": "person"}) if named else ({},)  # a family name, or a place
    return tuple(dict.fromkeys((word, *(inflector.form(word, case, kind).text for kind in kinds for case in cases))))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return []
    except UnicodeDecodeError:
        raise WordsFileError(f"{path}: this is no UTF-8 text; save the word list anew as UTF-8.") from None
    except OSError as error:
        raise WordsFileError(f"{path}: the word list cannot be read ({error.strerror}).") from None


def _word_of(line: str) -> str:
    """The word of a line, "" for a remark, an empty line and what is too long for a word."""
    word = unicodedata.normalize("NFC", " ".join(line.split()))
    return word if word and not word.startswith(REMARK) and len(word) <= LONGEST else ""
