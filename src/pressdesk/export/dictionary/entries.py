"""The .dic: every word of the lexicon with the classes of its stems. Start at `entries`.

A word is written as it must be typed: a name with its capital, and what is made of it in small letters (қазақстандық)
under the small word that may not stand alone. Figures and abbreviations take their endings by a hyphen.
"""

from collections.abc import Iterator
from itertools import product

from pressdesk.export.dictionary.chains import Affix, Chains
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Node
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.grammar.table import CYRILLIC, read_table

NEEDS_AFFIX, IN_COMPOUND, PREFIXED, DIGIT, LAST_DIGITS, LETTER, HUNG, SILENT = 1, 2, 3, 4, 5, 6, 7, 8
FIRST_CLASS = 10
LEAST_PREFIXED = 4  # letters of a word behind a prefix
Entries = dict[str, set[int]]


def variants(grammar: Grammar) -> dict[str, str]:
    """Letters that are read as another one, capitals too."""
    rows = read_table(grammar.folder / "grammar" / "variants.tsv", ("letter", "read as", "example", "source"))
    small = {row["letter"]: row["read as"] for row in rows}
    return small | {a.upper(): b.upper() for a, b in small.items()}


def prefixes(grammar: Grammar) -> list[str]:
    """First parts that are written together with a whole word."""
    rows = read_table(grammar.folder / "grammar" / "prefixes.tsv", ("prefix", "example", "source"))
    return [row["prefix"] for row in rows]


def entries(grammar: Grammar, chains: Chains, hung: float) -> Entries:
    """Word to flags: of its classes, and NEEDS_AFFIX where the word itself is none."""
    found: Entries = {}
    whole: set[str] = set()
    table = str.maketrans(variants(grammar))
    for lemma in sorted(grammar.reader.lexicon.lemmas()):
        for stem in grammar.reader.stems_of(lemma):
            word = (stem.lexeme.lemma if stem.capital else lemma).translate(table)
            if not CYRILLIC.search(word) or " " in word:
                continue
            flags = found.setdefault(word, set())
            flags |= {chains.outer(stem.node), chains.inner(stem.node)}
            if stem.node.state.final:
                whole.add(word)
            if not stem.capital and len(word) >= LEAST_PREFIXED:
                flags.add(PREFIXED)
    for word, node in _irregular(grammar):
        found.setdefault(word, set()).update((chains.outer(node), chains.inner(node)))
        if node.state.final:
            whole.add(word)
    for word, flags in found.items():
        flags.discard(0)
        if word not in whole:
            flags.add(NEEDS_AFFIX)
    _hang(found, grammar, chains, hung)
    # what may not stand alone and takes no suffix that was taken in would only be dead weight
    return {word: flags for word, flags in found.items() if flags - {PREFIXED} != {NEEDS_AFFIX}}


def _irregular(grammar: Grammar) -> Iterator[tuple[str, Node]]:
    graph = grammar.reader.graph
    for forms in grammar.reader.lexicon.irregular.values():
        for form in forms:
            harmony = graph.sounds.last_harmony(form.form.lower()) or "back"
            yield form.form, graph.root(form.form.lower(), form.state, harmony, frozenset())


def _hang(found: Entries, grammar: Grammar, chains: Chains, most: float) -> None:
    """Adds single letters, abbreviations and figures with their endings."""
    readings = grammar.decliner.readings
    for letter in readings.letters:
        found.setdefault(letter, set()).discard(NEEDS_AFFIX)
        found.setdefault(letter.upper(), set()).add(LETTER)
    for written in readings.stored:
        if CYRILLIC.search(written) and " " not in written:
            flags = found.setdefault(written, set())
            flags.discard(NEEDS_AFFIX)
            aloud = readings.aloud(written)
            endings = {Affix("", f"-{e}") for reading in aloud for e in _endings(grammar, chains, reading, "N", most)}
            flags.add(chains.number(endings))
    graph = grammar.reader.graph
    every = [graph.bare(name, "N", h) for name, h in product(sorted(readings.letters.values()), HARMONIES)]
    for node in dict.fromkeys(every):
        for text, end in chains.ends(node, most):
            if text:
                found.setdefault(f"-{text}{end.tail.held}", {HUNG, IN_COMPOUND})
    for digit in "0123456789":
        found[digit] = {DIGIT}
    found["-"] = {SILENT}  # the command hunspell takes a dash between spaces for a word
    for figure in _figures():
        for ending in _endings(grammar, chains, readings.figure(figure) or "", "FIG", most):
            found[f"{figure}-{ending}"] = {LAST_DIGITS}


def _figures() -> list[str]:
    """The ends of figures that decide how they are read."""
    ones = [str(n) for n in range(1, 10)]
    return [*(one + "0" * power for power in range(3) for one in ones), "000"]


def _endings(grammar: Grammar, chains: Chains, reading: str, state: str, most: float) -> list[str]:
    """What may follow something that is read so."""
    lexicon, graph = grammar.reader.lexicon, grammar.reader.graph
    traits = frozenset[str]().union(*(lexeme.traits for lexeme in lexicon.get(reading)))
    harmony, _ = lexicon.harmony(graph.sounds, reading, traits, False)
    node = graph.bare(reading, state, harmony)
    return sorted({text + end.tail.held for text, end in chains.ends(node, most)} - {""})


__all__ = ["Entries", "entries", "prefixes", "variants"]
