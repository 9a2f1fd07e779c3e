"""`pressdesk language check`: whether a language's tables are whole and pass their own examples. Start at `check`.

A linguist edits tables without Python. Everything that reads them is asked to read them here, each by itself, so that
one fault does not hide another; then the example of every row is tried, as the tests of PressDesk do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pressdesk.app.packs import Fault
from pressdesk.errors import FactsError, PressDeskError, TableError
from pressdesk.grammar.explain import Explainer
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.sounds import LETTERS
from pressdesk.grammar.table import EVIDENCE, Row, read_table, table_text
from pressdesk.language.language import load
from pressdesk.proof.context.proofer import ContextProofer
from pressdesk.proof.context.rules import RULES
from pressdesk.proof.speller import Speller

FORMS = ("lemma", "features", "form", "source")
REFUSED = ("refused", "instead", "source")
SUFFIXES = ("state", "tag", "suffix", "next", "after", "step", "read", *EVIDENCE)
ENDS = ("final", "before", "becomes", "eats", "read", "kind", "trait", *EVIDENCE)
APART = "_"  # in a suffix: a word of its own, which no single word shows
# tables of which each example, parted by commas, is a word of the language
WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("grammar/numerals.tsv", ("unit", "word", *EVIDENCE)),
    ("grammar/symbols.tsv", ("symbol", "reading", *EVIDENCE)),
    ("grammar/prefixes.tsv", ("prefix", *EVIDENCE)),
    ("grammar/patterns.tsv", ("ending", "state", "harmony", *EVIDENCE)),
    ("lexicon/readings.tsv", ("written", "reading", *EVIDENCE)),
)
# tables of which each example ends, after a colon, in a word of the language
LAST_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("grammar/letters.tsv", LETTERS),
    ("grammar/classes.tsv", ("class", "states", "capital", "note", *EVIDENCE)),
)


def check(tag: str, folder: Path) -> list[Fault]:
    """Every fault of the language `tag`, whose tables lie in `folder`; hints are doubtful and no faults."""
    found = list(_reads(folder / "language.toml", lambda: load(tag)))
    if not found and (folder / "grammar").is_dir():
        found = list(tables(folder))
    return found


def tables(folder: Path) -> Iterator[Fault]:
    """The faults of a folder with grammar tables: what cannot be read, or else every example that fails."""
    loaded: list[Grammar] = []
    faults = list(_reads(folder / "grammar", lambda: loaded.append(Grammar.load(folder))))
    yield from faults
    if faults:
        return
    grammar = loaded[0]
    readers: list[Callable[[], object]] = [
        lambda: Explainer(grammar),
        lambda: Speller(grammar).suggest("?я", NameForms.none()),  # suggesting reads the tables of slips
        lambda: ContextProofer.of(Speller(grammar)),
        *(lambda name=name: list(_rows(folder, f"examples/{name}.tsv", FORMS)) for name in ("forms", "read")),
        lambda: list(_rows(folder, "examples/refused.tsv", REFUSED)),
    ]
    broken = [fault for reader in readers for fault in _reads(folder, reader)]
    yield from dict.fromkeys(broken)
    if not broken:
        yield from _examples(grammar)
        yield from _twice(folder)


def _reads(path: Path, reader: Callable[[], object]) -> Iterator[Fault]:
    try:
        reader()
    except TableError as error:
        sentence = str(error).removeprefix(f"{error.path}:{error.line}:")
        yield Fault(Path(error.path), error.line, sentence.partition(": ")[2])
    except PressDeskError as error:
        yield Fault(path, None, str(error))


def _rows(folder: Path, name: str, columns: Sequence[str]) -> Iterator[Row]:
    return read_table(folder / name, columns, columns[:-1])


def _examples(grammar: Grammar) -> Iterator[Fault]:
    folder, speller = grammar.folder, Speller(grammar)
    explainer, none = Explainer(grammar), NameForms.none()
    yield from _forms(grammar)
    yield from _made(explainer, folder)
    for name, columns in WORDS:
        for row in read_table(folder / name, columns):
            for word in filter(None, re.split("[,;] ", row["example"])):
                if not all(speller.accepts(part, none) for part in word.split()):
                    yield _fault(row, f"The example “{word}” is no word.")
    for name, columns in LAST_WORDS:
        for row in read_table(folder / name, columns):
            word = row["example"].split(": ")[-1]
            if not word.isdigit() and not explainer.tracer.readings(word):
                yield _fault(row, f"The example “{word}” is no word.")
    yield from _rules(ContextProofer.of(speller), folder)


def _forms(grammar: Grammar) -> Iterator[Fault]:
    """examples/*.tsv: what is written and read, only read, and neither."""
    folder = grammar.folder
    for name in ("forms", "read"):
        for row in _rows(folder, f"examples/{name}.tsv", FORMS):
            form, written = row["form"], ""
            with suppress(FactsError):  # a feature of which every suffix is only read
                written = grammar.form(row["lemma"], row["features"]).text
            if name == "forms" and written.lower() != form.lower():
                yield _fault(row, f"“{written}” is written for {row['lemma']} with {row['features']}, not “{form}”.")
            if name == "read" and written == form:
                yield _fault(row, f"“{form}” is written too: put the row into forms.tsv.")
            if not any((r.lemma, r.features) == (row["lemma"], row["features"]) for r in grammar.analyse(form)):
                yield _fault(row, f"“{form}” is not read as {row['lemma']} with {row['features']}.")
    for row in _rows(folder, "examples/refused.tsv", REFUSED):
        if grammar.accepts(row["refused"]):
            yield _fault(row, f"“{row['refused']}” is read, and should be refused.")
        if not grammar.accepts(row["instead"]):
            yield _fault(row, f"“{row['instead']}” is not read.")


def _made(explainer: Explainer, folder: Path) -> Iterator[Fault]:
    """The examples of suffixes, sounds and stems' ends: the row that they stand in must have a part in them."""
    ways: list[tuple[str, Sequence[str], Callable[[Row], list[str]]]] = [
        ("suffixes.tsv", SUFFIXES, _of_suffix),
        ("sounds.tsv", ("symbol", "after", "back", "front", *EVIDENCE), _of_sound),
        ("alternations.tsv", ENDS, _of_end),
    ]
    for name, columns, words_of in ways:
        for row in read_table(folder / "grammar" / name, columns):
            for word in words_of(row):
                pieces = [piece for reading in explainer.tracer.readings(word) for piece in reading.pieces]
                if row.id not in {used for piece in pieces for used in (piece.row, *piece.by)}:
                    why = "by other rows only" if pieces else "by no row"
                    yield _fault(row, f"The example “{word}” is read {why}.")


def _of_suffix(row: Row) -> list[str]:
    return [] if row["suffix"] == "0" or APART in row["suffix"] else row["example"].split(", ")


def _of_sound(row: Row) -> list[str]:
    return [word.replace("-", "") for word in row["example"].split(", ")]


def _of_end(row: Row) -> list[str]:
    return [re.split(": |also ", part)[-1] for part in row["example"].split("; ")]


def _rules(proofer: ContextProofer, folder: Path) -> Iterator[Fault]:
    """style/rules.tsv: a bad example is found by its rule alone and mended; good and mended ones pass."""
    none = NameForms.none()
    for row in read_table(folder / "style" / "rules.tsv", RULES):
        bad, mended, good = (row[name].split(" | ") for name in ("bad", "mended", "good"))
        for text, right in zip(bad, mended, strict=False):
            found = proofer.text(text.strip(), none)
            if [f.rule for f in found] != [row["rule"]]:
                rules = ", ".join(f.rule for f in found) or "no rule"
                yield _fault(row, f"The bad example “{text.strip()}” is found by {rules}.")
                continue
            span, put = found[0].span, found[0].suggestions[0].text if found[0].suggestions else ""
            made = text.strip()[: span.start] + put + text.strip()[span.end :]
            if made != right.strip():
                yield _fault(row, f"“{text.strip()}” is mended to “{made}”, not “{right.strip()}”.")
        for text in (*good, *mended):
            for finding in proofer.text(text.strip(), none):
                yield _fault(row, f"The good example “{text.strip()}” is marked by {finding.rule}.")


def _twice(folder: Path) -> Iterator[Fault]:
    """Rows of the lexicon that stand twice in one table: no harm is done, so these are hints."""
    for path in sorted((folder / "lexicon").glob("*.tsv")):
        seen: dict[str, int] = {}
        for number, line in enumerate(table_text(path).split("\n"), start=1):
            if line.strip() and not line.startswith("#") and seen.setdefault(line, number) != number:
                yield Fault(path, number, f"This row stands in line {seen[line]} already: take one out.", hint=True)


def _fault(row: Row, sentence: str) -> Fault:
    return Fault(row.path, row.line, sentence)
