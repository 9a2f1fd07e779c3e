"""One language's grammar: the tables loaded once, then walked both ways. Start at `Grammar.load`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pressdesk.grammar.analyse import Reader, Reading
from pressdesk.grammar.decline import Decliner
from pressdesk.grammar.graph import load_graph
from pressdesk.grammar.lexicon import load_lexicon, load_traits
from pressdesk.grammar.numbers import load_readings
from pressdesk.grammar.sounds import HARMONIES, load_sounds
from pressdesk.grammar.table import EVIDENCE, once, read_table
from pressdesk.model.forms import Form


@dataclass(slots=True, eq=False, repr=False)
class Grammar:
    """Writes forms (`form`) and reads them (`analyse`, `accepts`).

    Attributes:
        reader: words to readings.
        decliner: phrases to forms.
        folder: where the language's tables lie.
    """

    reader: Reader
    decliner: Decliner
    folder: Path

    @classmethod
    def load(cls, folder: Path) -> "Grammar":
        """Reads the tables of a language: `folder` holds grammar/ and lexicon/. TableError names the row at fault."""
        tables, words = folder / "grammar", folder / "lexicon"
        traits = load_traits(tables)
        sounds = load_sounds(tables, frozenset(traits))
        graph = load_graph(tables, sounds)
        lexicon = load_lexicon(tables, words, traits, graph.states)
        reader = Reader(graph, lexicon)
        fixed: dict[str, str] = {}
        columns = ("feature", "text", *EVIDENCE)
        for row in read_table(tables / "fixed.tsv", columns, columns):
            if row["text"].count("{") != 1 or row["text"].count("}") != 1 or "{base}" not in row["text"]:
                raise row.error("text", f"“{row['text']}” must hold {{base}} once, and no other braces.")
            fixed[once(row, "feature", fixed)] = row["text"]
        return cls(reader, Decliner(reader, load_readings(tables, words, sounds.names), fixed), folder)

    def form(self, base: str, features: str, traits: Mapping[str, str] | None = None) -> Form:
        """`base` (a nominative: a word, phrase, name, figure) with `features` ("GEN", "PL+POSS3+DAT", "LOC+ATTR").

        `traits` holds what is known of the base: possessed, harmony=back|front, pronounced=TEXT, any trait of
        traits.tsv, and form:FEATURES=TEXT, a typed form that beats every rule. An ending that leaves a choice gives a
        GUESSED form with the reason; unknown features raise FactsError.
        """
        return self.decliner.form(base, features, traits)

    def takes(self, spoken: str, ending: str, state: str, both: bool) -> bool:
        """Whether the ending may hang by a hyphen on what is read aloud so, in its own harmony or in `both`."""
        graph = self.reader.graph
        chosen = HARMONIES if both else (self.harmony_of(spoken, state),)
        return any(graph.accepts(graph.bare(spoken, state, harmony), ending) for harmony in chosen)

    def harmony_of(self, spoken: str, state: str) -> str:
        """The harmony of endings after what is read aloud; a verb that is spelt so has no say in that of a noun."""
        lexicon, states = self.reader.lexicon, self.reader.graph.states
        own = (x for x in lexicon.get(spoken) if states[state].kind in {states[name].kind for name in x.cls.states})
        traits = frozenset[str]().union(*(lexeme.traits for lexeme in own))
        return lexicon.harmony(self.reader.graph.sounds, spoken, traits, False)[0]

    def accepts(self, word: str) -> bool:
        """Whether the word is a word of the language: in lower case, with a capital, or all in capitals."""
        return self.reader.accepts(word.lower(), word[:1].isupper())

    def analyse(self, word: str) -> list[Reading]:
        """Every reading of a word, without repetition, the shortest chain first."""
        found = dict.fromkeys(self.reader.readings(word.lower(), word[:1].isupper()))
        return sorted(found, key=lambda reading: len(reading.rows))


__all__ = ["Grammar", "Reading"]
