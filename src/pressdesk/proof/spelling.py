"""Which words of a text are no words, and what may have been meant. Start at `SpellingProofer` or `Speller`.

Any language with tables is checked so; which letters and endings there are, the grammar says. Words in another script
are not this checker's; a word that mixes look-alikes of two scripts is.
"""

import re
from dataclasses import dataclass, field

from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Node
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.numbers import is_abbreviation
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.grammar.suggest import Errors, Near, load_errors
from pressdesk.grammar.table import CYRILLIC, LATIN, mixed_script, read_table
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.forms import Inflector
from pressdesk.model.release import Release
from pressdesk.text.messages import Messages
from pressdesk.text.words import plain, words

HUNG = re.compile(r"(?P<stem>.*(?P<end>[\d%‰°$€₸»”\"A-Za-z\u00c0-\u024f]))-(?P<ending>[^-]+)$")
SHORT_ABBREVIATION = 4  # letters; longer words in capitals are words of a headline
LONGEST_WORD = 100  # letters
LEAST_PREFIXED = 4  # letters of a word behind a prefix
LEAST_NAME = 3  # letters before the ending of an unlisted surname
NEAR_NAME = 2.0  # the cost up to which an unlisted name counts as the misspelling of a listed one
COMMON, CHAIN, NAME = 0.3, 0.1, 6  # what a step of commonness, a common suffix, a name of the draft weigh
MEMORY = 200_000


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
    _errors: Errors | None = None
    _known: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Reads prefixes.tsv, patterns.tsv and variants.tsv."""
        tables, graph = self.grammar.folder / "grammar", self.grammar.reader.graph
        rows = read_table(tables / "prefixes.tsv", ("prefix", "example", "source"))
        self.prefixes = tuple(row["prefix"] for row in rows)
        patterns = []
        for row in read_table(tables / "patterns.tsv", ("ending", "state", "harmony", "example", "source")):
            chosen = HARMONIES if row["harmony"] == "both" else (row["harmony"],)
            patterns.append((row["ending"], tuple(graph.bare(row["ending"], row["state"], h) for h in chosen)))
        self.patterns = tuple(patterns)
        rows = read_table(tables / "variants.tsv", ("letter", "read as", "example", "source"))
        self.variants = {ord(row["letter"]): row["read as"] for row in rows}

    def accepts(self, word: str, names: NameForms) -> bool:
        """Whether the word may stand in a text that has these names; a name with another name's ending may not."""
        word = plain(word)
        if names.right and (names.accepts(word) or names.refuses(word)):
            return names.accepts(word)
        known = self._known.get(word)
        if known is None:
            if len(self._known) > MEMORY:
                self._known.clear()
            known = self._known[word] = self._accepts(word)
        if not known and names.right and "-" in word:
            return all(self.accepts(part, names) for part in word.split("-") if part)
        return known

    def _accepts(self, word: str) -> bool:
        if not CYRILLIC.search(word):
            return True
        if len(word) > LONGEST_WORD:  # no Kazakh word is; reading it would take its length squared
            return False
        if mixed_script(word.replace("'", "")) >= 0:
            return False
        bare = word.strip('«“"')
        hung = HUNG.fullmatch(bare)
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
        reader = self.grammar.reader
        near = self.errors.near(word, reader.prefixes().__contains__)
        return any(n.cost <= NEAR_NAME and " " not in n.text and reader.accepts_quickly(n.text, True) for n in near)

    def _hung(self, stem: str, end: str, ending: str) -> bool:
        """An ending or a word that hangs by a hyphen on a figure, a sign, a Latin or a quoted name."""
        if self._word(ending) and (end.isdigit() or LATIN.match(end)):
            return True
        readings = self.grammar.decliner.readings
        if end.isdigit():
            return self._fits((readings.figure(stem) or "",), ending, "FIG", False)
        if end in readings.symbols:
            return self._fits(readings.symbols[end], ending, "N", False)
        if end in '»”"':
            inner = re.split(r"[\s\-«“\"]", stem.rstrip('»”"'))[-1]
            return self._fits((inner,), ending, "N", not self.grammar.accepts(inner))
        stored = readings.stored.get(stem) or readings.stored.get(stem.rsplit("-")[-1])
        return self._fits((stored or readings.latin_guess(stem),), ending, "N", stored is None)

    def _abbreviated(self, letters: str, ending: str) -> bool:
        """An abbreviation with an ending, or with a word (Қазақстан-АҚШ, ІТ-мамандар)."""
        if all(is_abbreviation(part) or self._word(part) for part in ending.split("-")):
            return True
        readings = self.grammar.decliner.readings
        stored = readings.stored.get(letters)
        if stored is not None:
            return self._fits((stored,), ending, "N", False)
        return self._fits((readings.spelt(letters), letters.lower()), ending, "N", True)

    def _fits(self, spoken: tuple[str, ...], ending: str, state: str, both: bool) -> bool:
        grammar = self.grammar
        for reading in spoken:
            traits = frozenset().union(*(lexeme.traits for lexeme in grammar.reader.lexicon.get(reading)))
            own, _ = grammar.reader.lexicon.harmony(grammar.reader.graph.sounds, reading, traits, False)
            for harmony in HARMONIES if both else (own,):
                node = grammar.reader.graph.bare(reading, state, harmony)
                if grammar.reader.graph.accepts(node, ending):
                    return True
        return False

    def suggest(self, word: str, names: NameForms, limit: int = 5) -> list[Suggestion]:
        """What may have been meant, the likeliest first, in the capitals of the word."""
        if len(word) > LONGEST_WORD:
            return []
        typed = plain(word)
        if mixed_script(typed) >= 0:
            mended = typed.translate(self.errors.lookalikes)
            if mixed_script(mended) < 0:
                own = [Suggestion(mended, "Latin look-alike")]
                if self.accepts(mended, names):
                    return own
                return (self.suggest(mended, names, limit) or own)[:limit]
        if "-" in typed and not HUNG.fullmatch(typed):
            return self._suggest_parts(typed, names, limit)
        best: dict[str, tuple[float, str]] = {}
        for near in self._near(typed):
            text = _like(near.text, typed)
            if text == typed or (text in best and best[text][0] <= near.cost):
                continue
            if all(self._candidate(part, names, near.text) for part in text.split(" ")):
                best[text] = (near.cost, near.how)
        ranked = sorted(best, key=lambda text: (best[text][0] - self._worth(text, names), text))
        return [Suggestion(text, best[text][1]) for text in ranked[:limit]]

    @property
    def errors(self) -> Errors:
        """The error model, read when first asked for."""
        if self._errors is None:
            self._errors = load_errors(self.grammar.folder / "grammar", self.grammar.reader.graph)
        return self._errors

    def _near(self, typed: str) -> list[Near]:
        lower = typed.lower()
        found = list(self.errors.near(lower, self.grammar.reader.prefixes().__contains__))
        if typed[:1].islower():
            found.append(Near(typed.capitalize(), 1.0, "capital"))
        return found

    def _candidate(self, text: str, names: NameForms, lower: str) -> bool:
        if " " in lower and (len(text) < 2 or not self.grammar.reader.accepts(text.lower(), text[:1].isupper())):
            return False
        if names.right and names.accepts(text):
            return True
        if "-" in text:
            return text.lower() in self.grammar.reader.lexicon
        return self.grammar.reader.accepts_quickly(text.lower(), text[:1].isupper()) and not names.refuses(text)

    def _worth(self, text: str, names: NameForms) -> float:
        """How likely the word is in itself: common stems and short chains are."""
        if names.right and names.accepts(text):
            return COMMON * NAME
        worth = []
        for part in text.split(" "):
            values = [0.0]
            for reading in self.grammar.reader.readings(part.lower(), part[:1].isupper()):
                chain = sum(self.errors.rare.get(tag, CHAIN) for tag in reading.features.split("+") if tag)
                values.append(COMMON * reading.common - chain)
            worth.append(max(values))
        return min(worth)

    def _suggest_parts(self, typed: str, names: NameForms, limit: int) -> list[Suggestion]:
        """Suggestions for the one part of a hyphenated word that is wrong, and the word without its hyphen."""
        parts = typed.split("-")
        wrong = [place for place, part in enumerate(parts) if not part or not self.accepts(part, names)]
        found = []
        if len(wrong) == 1 and parts[wrong[0]]:
            for near in self.suggest(parts[wrong[0]], names, limit):
                mended = "-".join((*parts[: wrong[0]], near.text, *parts[wrong[0] + 1 :]))
                found.append(Suggestion(mended, near.found_by))
        joined = "".join(parts)
        if self.accepts(joined, names):
            found.insert(0, Suggestion(joined, "extra hyphen"))
        return found[:limit]


def _like(text: str, typed: str) -> str:
    """The text in the capitals of what was typed."""
    if len(typed) > 1 and typed.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if typed[:1].isupper() else text


@dataclass(slots=True, eq=False, repr=False)
class SpellingProofer:
    """The findings of a release or a text; messages are in the window's language."""

    speller: Speller
    messages: Messages
    language: str = "kk"

    @classmethod
    def of(cls, grammar: Inflector, ui_language: str = "en") -> "SpellingProofer":
        """A proofer with a grammar's words. A TypeError where the inflector has no tables."""
        if not isinstance(grammar, Grammar):
            raise TypeError("spelling is checked only by a grammar with tables")
        return cls(Speller(grammar), Messages(ui_language))

    def proof(self, release: Release, names: NameForms) -> list[Finding]:
        """Every unknown word of a release, block by block; what is marked as foreign is left alone."""
        found = []
        for block in release.blocks:
            for finding in self.text(block.text, names, block.id):
                if not any(span.overlaps(finding.span) for span, _tag in block.foreign):
                    found.append(finding)
        return found

    def text(self, text: str, names: NameForms, block: str | None = None) -> list[Finding]:
        """Every unknown word of a paragraph. Spans count code points from the start of `text`."""
        found = []
        for word in words(text):
            if self.speller.accepts(word.text, names):
                continue
            mixed = mixed_script(plain(word.text)) >= 0
            found.append(
                Finding(
                    block=block,
                    span=word.span,
                    text=word.text,
                    rule=f"{self.language}.spelling",
                    kind=Kind.SPELLING,
                    severity=Severity.ERROR,
                    message=self.messages.say("spelling.mixed" if mixed else "spelling.unknown", word=word.text),
                    suggestions=tuple(self.speller.suggest(word.text, names)),
                    proofer="spelling",
                    language=self.language,
                )
            )
        return found
