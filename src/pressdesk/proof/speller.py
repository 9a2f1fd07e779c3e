"""Whether a word may stand in a text, and what may have been meant. Start at `Speller`.

Any language with tables is checked so; which letters and endings there are, the grammar says. Words in another script
are not this checker's; a word that mixes look-alikes of two scripts is. What only suggestions need is imported when the
first one is asked for: one word is checked in less time than that takes.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.grammar.endings import Endings
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Node
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.numbers import LEAST_PREFIXED, PARTS, is_abbreviation, odd_capitals
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.grammar.table import CYRILLIC, LATIN, LONGEST_WORD, Row, mixed_script, one_letter, one_of, read_table
from pressdesk.text.words import plain

if TYPE_CHECKING:
    from pressdesk.grammar.suggest import Errors
    from pressdesk.model.findings import Suggestion
    from pressdesk.proof.suggesting import Suggester

HUNG = re.compile(r"(?P<stem>.*(?P<end>[\d%‰°²³$€₸»”\"A-Za-z\u00c0-\u024f]))-(?P<ending>[^-]+)$")
SHORT_ABBREVIATION = 4  # letters; longer words in capitals are words of a headline
LEAST_NAME = 3  # letters before the ending of an unlisted surname
NEAR_NAME = 2.0  # the cost up to which an unlisted name counts as the misspelling of a listed one
MEMORY = 50_000  # answers kept, about 8 MB


@dataclass(slots=True, eq=False, repr=False)
class Speller:
    """Accepts and suggests words of a language with tables.

    Attributes:
        prefixes: first parts that are written together with a whole word.
        patterns: endings of unlisted names, each with the nodes where its chain goes on.
        variants: letters that are read as another one.
    """

    grammar: Grammar
    prefixes: tuple[str, ...] = ()
    patterns: tuple[tuple[str, tuple[Node, ...]], ...] = ()
    variants: dict[int, str] = field(default_factory=dict)
    _errors: "Errors | None" = None
    _suggester: "Suggester | None" = None
    _endings: Endings = field(init=False)
    _known: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Reads prefixes.tsv, patterns.tsv and variants.tsv."""
        tables, graph = self.grammar.folder / "grammar", self.grammar.reader.graph
        self._endings = Endings(graph)
        rows = read_table(tables / "prefixes.tsv", ("prefix", "example", "source"), ("prefix",))
        self.prefixes = tuple(_cyrillic(row, "prefix") for row in rows)
        patterns, columns = [], ("ending", "state", "harmony", "example", "source")
        for row in read_table(tables / "patterns.tsv", columns, columns[:3]):
            if row["state"] not in graph.states:
                raise row.error("state", f"The state “{row['state']}” is not in states.tsv.")
            harmony, ending = one_of(row, "harmony", "both", *HARMONIES), _cyrillic(row, "ending")
            chosen = HARMONIES if harmony == "both" else (harmony,)
            patterns.append((ending, tuple(graph.bare(ending, row["state"], h) for h in chosen)))
        self.patterns = tuple(patterns)
        rows = read_table(tables / "variants.tsv", ("letter", "read as", "example", "source"), ("letter", "read as"))
        self.variants = {ord(one_letter(row, "letter")): row["read as"] for row in rows}

    def accepts(self, word: str, names: NameForms) -> bool:
        """Whether the word may stand in a text that has these names; a name with another name's ending may not."""
        word = plain(word)
        if names and (names.accepts(word) or names.refuses(word)):
            return names.accepts(word)
        known = self._known.get(word)
        if known is None:
            if len(self._known) > MEMORY:
                self._known.clear()
            known = self._known[word] = self._accepts(word)
        if not known and names and "-" in word:
            return all(self.accepts(part, names) for part in word.split("-") if part)
        return known

    def _accepts(self, word: str) -> bool:
        if not CYRILLIC.search(word):
            return True
        if len(word) > LONGEST_WORD:  # no Kazakh word is; reading it would take its length squared
            return False
        if mixed_script(word.replace("'", "")) >= 0:
            return False
        rest = word[1:]
        if rest != rest.lower() and any(map(odd_capitals, PARTS.split(word))):
            return False
        hung = HUNG.fullmatch(word.strip('«“"')) if "-" in word else None
        if hung:
            return self._hung(hung["stem"], hung["end"], hung["ending"])
        if len(word) == 1 or word in self.grammar.decliner.readings.stored or self._word(word):
            return True
        first, _, rest = word.partition("-")
        if rest and (is_abbreviation(first) or first in self.grammar.decliner.readings.stored):
            return self._abbreviated(first, rest)
        if rest:
            return all(part and self._word(part) for part in word.split("-"))
        return is_abbreviation(word) and len(word) <= SHORT_ABBREVIATION

    def _word(self, word: str) -> bool:
        reader = self.grammar.reader
        lower, capital = word.lower(), word[:1].isupper()
        if reader.accepts(lower, capital) or (capital and self._unlisted_name(lower)):
            return True
        spelt = lower.translate(self.variants)
        if spelt != lower and reader.accepts(spelt, capital):
            return True
        for prefix in self.prefixes:
            if lower.startswith(prefix) and len(lower) - len(prefix) >= LEAST_PREFIXED:
                return reader.accepts(lower[len(prefix) :], False)
        return False

    def _unlisted_name(self, word: str) -> bool:
        """Whether a word with a capital is built as surnames are, and goes on as they do."""
        graph = self.grammar.reader.graph
        for ending, nodes in self.patterns:
            place = word.find(ending, LEAST_NAME)
            while place >= 0:
                rest = word[place + len(ending) :]
                if any(graph.accepts(node, rest) for node in nodes):
                    return not self._misspelt_name(word)
                place = word.find(ending, place + 1)
        return False

    def _misspelt_name(self, word: str) -> bool:
        """Whether a listed name is so near that an unlisted one is rather its misspelling: Токаев, Тоқкев."""
        from pressdesk.grammar.trail import Trail

        trail = Trail(self.grammar.reader, True)
        return any(trail.accepts(near.text) for near in self.errors.likely(word, trail, NEAR_NAME))

    def _hung(self, stem: str, end: str, ending: str) -> bool:
        """An ending or a word that hangs by a hyphen on a figure, a sign, a Latin or a quoted name."""
        if (end.isdecimal() or LATIN.match(end)) and self._joined(ending):
            return True
        readings = self.grammar.decliner.readings
        if end.isdecimal():
            return self._fits((readings.figure(stem) or "",), ending, "FIG", False)
        if end in readings.symbols:
            return self._fits(readings.symbols[end], ending, "N", False)
        if end in '»”"':
            inner = re.split(r"[\s\-«“\"]", stem.rstrip('»”"'))[-1]
            return self._fits((inner,), ending, "N", not self.grammar.accepts(inner))
        if readings.aloud(stem):
            return self._fits(readings.aloud(stem), ending, "N", False)
        if not end.isalpha():  # a raised figure that nobody stored
            return False
        spoken, doubt = self.grammar.decliner.spoken(stem, {})
        return self._fits((spoken,), ending, "N", bool(doubt))

    def _abbreviated(self, letters: str, ending: str) -> bool:
        """An abbreviation with an ending, or with a word (Қазақстан-АҚШ, ІТ-мамандар)."""
        if all(is_abbreviation(part) or self._joined(part) for part in ending.split("-")):
            return True
        readings = self.grammar.decliner.readings
        stored = readings.aloud(letters)
        if stored:
            return self._fits(stored, ending, "N", False)
        return self._fits((readings.spelt(letters), letters.lower()), ending, "N", True)

    def _joined(self, word: str) -> bool:
        """Whether a word may follow such a thing by a hyphen: no ending in a wrong shape that is spelt as a word is."""
        return self._word(word) and not self._endings.inflects(word.lower())

    def _fits(self, spoken: tuple[str, ...], ending: str, state: str, both: bool) -> bool:
        return any(self.grammar.takes(reading, ending, state, both) for reading in spoken)

    def suggest(self, word: str, names: NameForms, limit: int = 5, thorough: bool = True) -> "list[Suggestion]":
        """What may have been meant, the likeliest first, in the capitals of the word; see `Suggester.suggest`."""
        if self._suggester is None:
            from pressdesk.proof.suggesting import Suggester

            patterns = tuple(ending for ending, _ in self.patterns)
            self._suggester = Suggester(self.grammar, self.errors, self.accepts, self.prefixes, patterns)
        return self._suggester.suggest(word, names, limit, thorough)

    @property
    def errors(self) -> "Errors":
        """The error model, read when first asked for."""
        if self._errors is None:
            from pressdesk.grammar.suggest import load_errors

            self._errors = load_errors(self.grammar.folder / "grammar", self.grammar.reader.graph)
        return self._errors


def _cyrillic(row: Row, column: str) -> str:
    """The small Cyrillic letters of a cell; anything else in it would never be found in a word."""
    letters = row[column]
    if not letters.isalpha() or letters != letters.lower() or LATIN.search(letters):
        raise row.error(column, f"“{letters}” must be small Cyrillic letters: type it anew.")
    return letters
