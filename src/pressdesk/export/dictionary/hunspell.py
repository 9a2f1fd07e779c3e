"""The two files of a Hunspell dictionary from a language's tables and lexicon. Start at `build`.

The same tables give the same bytes. What Hunspell cannot do is left out, not imitated: see docs/dictionary.md.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path

from pressdesk import __version__
from pressdesk.errors import ExportError
from pressdesk.export.dictionary import entries as dic
from pressdesk.export.dictionary.chains import Chains
from pressdesk.export.dictionary.parts import Lists, Parts, part
from pressdesk.export.dictionary.settings import Settings, load
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.suggest import STAND_IN, Errors, load_errors

LONGEST_ABBREVIATION = 4  # letters
COSTLIEST = 1.2  # a confusion that costs more is no REP


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary ready to be written: the text of the .aff, of the .dic and of the README, and its settings.

    Attributes:
        licence: the text of the licence of the whole.
        licences: file name to the text of a licence that has to go with what is under it.
    """

    aff: str
    dic: str
    readme: str
    licence: str
    licences: Mapping[str, str]
    settings: Settings


def build(grammar: Grammar) -> Dictionary:
    """The dictionary of a language. An ExportError where its folder has no dictionary.toml or no COPYING,
    a TableError where a table or dictionary.toml says what cannot be."""
    settings = load(grammar.folder, grammar.reader.graph.states)
    licence = _text(grammar.folder / "COPYING")
    licences = {path.name: _text(path) for path in sorted((grammar.folder / "licences").glob("*.txt"))}
    errors = load_errors(grammar.folder / "grammar", grammar.reader.graph)
    limits = (settings.inner, settings.outer, settings.again, settings.derived)
    chains = Chains(grammar.reader.graph, errors.rare, frozenset(settings.cuts), *limits, dic.FIRST_CLASS)
    words = dic.entries(grammar, chains, settings.hung)
    parts, lists = part(chains.classes, dic.FIRST_CLASS), Lists()
    affixes = list(_pieces(parts, lists))
    lines = [f"{word}/{lists.number(parts.flags(flags))}" if flags else word for word, flags in sorted(words.items())]
    text = "\n".join((str(len(lines)), *lines, ""))
    about = _about(grammar, settings)
    head = "".join(f"# {line}\n" if line else "#\n" for line in about.split("\n"))
    body = "\n".join((*_options(grammar), *lists.lines(), *_letters(grammar, errors, words), *affixes, ""))
    return Dictionary(head + body, text, about + "\n", licence, licences, settings)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{path} has to go with the dictionary and cannot be read: put it back.") from error


def _about(grammar: Grammar, settings: Settings) -> str:
    sources = _text(grammar.folder / "SOURCES.md")
    lines = iter(sources.split("\n"))
    table = list(takewhile(lambda line: line.startswith("|"), dropwhile(lambda line: not line.startswith("|"), lines)))
    return "\n".join(
        (
            f"{settings.name} {settings.tag}, version {__version__}.",
            "Made by PressDesk from its grammar tables and lexicon: do not edit, change the tables and export anew.",
            f"Licence of the whole: {settings.licence}, see LICENSE; licences of parts: see LICENSES.",
            "",
            "Where the words come from:",
            *table,
        )
    )


def _options(grammar: Grammar) -> Iterator[str]:
    yield "SET UTF-8"
    yield "FLAG num"
    yield "FULLSTRIP"
    yield f"NEEDAFFIX {dic.NEEDS_AFFIX}"
    yield f"ONLYINCOMPOUND {dic.IN_COMPOUND}"
    yield f"NOSUGGEST {dic.SILENT}"
    yield "WORDCHARS -0123456789"
    yield "MAXNGRAMSUGS 3"
    swaps = sorted((dic.variants(grammar) | {"\u2011": "-"}).items())
    yield f"ICONV {len(swaps)}"
    yield from (f"ICONV {a} {b}" for a, b in swaps)
    yield "COMPOUNDMIN 1"
    yield f"COMPOUNDRULE {2 * LONGEST_ABBREVIATION - 1}"
    yield f"COMPOUNDRULE ({dic.DIGIT})*({dic.LAST_DIGITS})"
    for letters in range(2, LONGEST_ABBREVIATION + 1):
        yield "COMPOUNDRULE " + f"({dic.LETTER})" * letters
        yield "COMPOUNDRULE " + f"({dic.LETTER})" * letters + f"({dic.HUNG})"


def _letters(grammar: Grammar, errors: Errors, words: dic.Entries) -> Iterator[str]:
    """What suggestions are made from: the commonest letters, the keyboard, what is typed for what."""
    count = Counter(letter for word in words for letter in word if letter.isalpha() and letter.islower())
    yield "TRY " + "".join(sorted(count, key=lambda letter: (-count[letter], letter)))
    # pairs and not rows, because keys above and below touch too
    keys = sorted({"".join(sorted((key, other))) for key, others in errors.touching.items() for other in others})
    yield "KEY " + "|".join(keys)
    groups = {typed: typed + meant for typed, meant in errors.stand_ins.items()}
    yield f"MAP {len(groups)}"
    yield from (f"MAP {group}" for group in sorted(groups.values()))
    pairs = list(_replacements(errors))
    yield f"REP {len(pairs)}"
    yield from (f"REP {typed} {meant}" for typed, meant in pairs)
    first = dic.prefixes(grammar)
    yield f"PFX {dic.PREFIXED} Y {len(first)}"
    yield from (f"PFX {dic.PREFIXED} 0 {prefix} ." for prefix in first)


def _replacements(errors: Errors) -> Iterator[tuple[str, str]]:
    """(typed, meant), in the order in which Hunspell shall try them: stand-ins, shapes of endings, like sounds."""
    stand_ins: list[tuple[float, str, str]] = []
    others: list[tuple[float, str, str]] = []
    for typed, found in errors.meant.items():
        for meant, cost, kind in found:
            if cost <= COSTLIEST:
                (stand_ins if kind == STAND_IN else others).append((cost, typed, meant))
    endings = [(-len(typed), typed, meant) for typed, shapes in errors.endings.items() for meant in shapes]
    for rows in (stand_ins, endings, others):
        yield from ((typed, meant) for _, typed, meant in sorted(rows))


def _pieces(parts: Parts, lists: Lists) -> Iterator[str]:
    for flag, affixes in parts.pieces.items():
        yield f"SFX {flag} Y {len(affixes)}"
        for affix in affixes:
            more = {dic.NEEDS_AFFIX} if affix.open else set()
            then = f"/{lists.number(parts.of[affix.then] | more)}" if affix.then else ""
            yield f"SFX {flag} {affix.strip or '0'} {affix.add or '0'}{then} ."
