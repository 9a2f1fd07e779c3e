"""Builds common.tsv, verbs.tsv and names.tsv of resources/kk/lexicon from open word lists.

    python packaging/lexicon/build_kk.py --hunspell /usr/share/hunspell/kk_KZ.dic --tesseract kaz.words \
        --evidence FORMS kaz.words --capitals CASES [--into FOLDER] [--without SOURCE]

resources/kk/SOURCES.md says where the lists come from. Every stem keeps the source it came from; `--without` builds as
if a source had never been. Words entered by hand lie in the other tables of the lexicon and are not touched. What is
not taken in: inflected forms of a shorter stem, spellings of a Russian keyboard, mixed scripts, stems of which no
running text has enough forms, and what refused_kk.tsv names with its reason. `kept_kk.tsv` names the words that look
like a misspelling of a commoner one and are none.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from builder import Builder, Row
from candidates import VOICED, hunspell_stems, participle, shared_verbs, verb_stems
from evidence import NOUN, SHARED, VERB, Evidence, load_capitals, load_counts, load_list

from pressdesk.data import resources
from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.graph import load_graph
from pressdesk.grammar.lexicon import COLUMNS, Lexeme, load_lexicon, load_traits
from pressdesk.grammar.sounds import load_sounds, pattern
from pressdesk.grammar.table import read_table

HUNSPELL, TESSERACT = "hunspell-kk", "tesseract-ocr-kaz"
GENERATED = ("common.tsv", "verbs.tsv", "names.tsv", "geography.tsv")
HEAD = "Built by packaging/lexicon: edit the tables that are entered by hand, not this one."
LEAST_STEM, LEAST_ALONE = 3, 4  # letters; shorter words are entered by hand
BOOKS_ALONE = 60  # that hold a word without endings
FORMS_SHARED, BOOKS_SHARED = 4, 5  # forms, and the books that hold each, of a verb that is no entry of any list


def verbs(
    builder: Builder, stems: Iterable[str], source: str, need: int, least: int = 3, features: tuple[str, ...] = VERB
) -> list[Row]:
    """The rows of verbs.tsv: stems of which finite forms are attested that nothing shorter explains."""
    candidates = {stem for word in stems for stem in (word, *verb_stems(word), *participle(word)) if "-" not in stem}
    rows = []
    for stem in sorted(candidates, key=lambda s: (len(s), s[-1:] in VOICED, s)):
        known = any(x.cls.name == "V" for x in builder.lexicon.get(stem))
        if len(stem) < LEAST_STEM or (stem, "V") in builder.refused or known:
            continue
        traits = builder.harmony(stem, "V", VERB)
        stands = builder.stands(stem, "V", traits, need, least, features=features)
        if stands and not builder.typing_error(stem, "V", VERB):
            rows.append(builder.add(stem, "V", traits, source))
    return rows


def nouns(builder: Builder, stems: Iterable[str], source: str, need: int, least: int) -> list[Row]:
    """The rows of common.tsv and names.tsv from a list of stems, the commonest first."""
    rows = []
    for lemma in sorted(stems, key=lambda s: (-builder.evidence[s], len(s), s)):
        known = builder.lexicon.get(lemma)
        bare = len(lemma) < LEAST_STEM or (lemma, "N") in builder.refused or builder.evidence[lemma] < least
        if bare or any(not _may_stand_beside(x) for x in known):
            continue
        if known and builder.mostly_name(lemma) and any(x.cls.is_name for x in known):
            continue
        traits = builder.noun_traits(lemma)
        if not builder.stands(lemma, "N", traits, need, least) or builder.typing_error(lemma, "N", NOUN):
            continue
        if source == HUNSPELL or not builder.near(lemma):
            rows.append(builder.add(*_classed(builder, lemma), traits, source))
    return rows


def alone(builder: Builder, words: Iterable[str], source: str) -> list[Row]:
    """The rows of words that take no endings and that nothing else explains; adjectives among them may take some."""
    table = read_table(Path(__file__).with_name("adjectives_kk.tsv"), ("ending", "example"))
    adjective = [pattern(row, "ending", ".*(?:", ")$") for row in table]
    rows = []
    for word in sorted(words, key=lambda s: (len(s), s)):
        known = builder.evidence[word] >= BOOKS_ALONE and not builder.reader.accepts(word, True)
        refused = (word, "X") in builder.refused or (word, "N") in builder.refused
        if len(word) < LEAST_ALONE or not known or refused or builder.is_name(word):
            continue
        if not builder.typing_error(word, "N", NOUN):
            rows.append(builder.add(word, "A" if any(a.match(word) for a in adjective) else "X", (), source))
    return rows


def names(builder: Builder, words: Iterable[str], source: str) -> list[Row]:
    """The rows of names.tsv from words that a list writes with a capital only, the commonest first."""
    rows = []
    for lemma in sorted(words, key=lambda s: (-builder.evidence[s], len(s), s)):
        capital, small = builder.capitals.get(lemma, (1, 0))
        refused = (lemma, "NP") in builder.refused or capital <= small or len(lemma) < LEAST_STEM or "-" in lemma
        if refused or builder.lexicon.get(lemma):
            continue
        traits = builder.noun_traits(lemma)
        if not builder.stands(lemma, "N", traits, 2, 3, True) or builder.typing_error(lemma, "N", NOUN):
            continue
        if not builder.near(lemma):
            rows.append(builder.add(lemma.capitalize(), "NP", traits, source))
    return rows


def _may_stand_beside(lexeme: Lexeme) -> bool:
    """Whether a noun may be taken in beside this lexeme: a name or a verb may be a noun too."""
    return lexeme.cls.is_name or lexeme.cls.name == "V"


def _classed(builder: Builder, lemma: str) -> tuple[str, str]:
    if builder.is_name(lemma):
        return lemma.capitalize(), "NP"
    if (lemma, "NT") not in builder.refused and builder.own(lemma, "ADV", (), ("ATTR",), 20):
        return lemma, "NT"
    if builder.own(lemma, "ADJ", (), ("CMP",), 3):
        return lemma, "A"
    return lemma, "N"


def prune(builder: Builder, rows: list[Row], need: int, least: int) -> list[Row]:
    """The rows whose words still have forms of their own once all others are known, the longest asked first."""
    kept = []
    for row in sorted(rows, key=lambda r: -len(r[0])):
        lemma, cls, traits, source, _common = row
        state = "V" if cls == "V" else "N"
        if cls != "X":
            builder.remove(row)
            marks = [t for t in traits.split(",") if t]
            if not builder.stands(lemma.lower(), state, marks, need, least, cls == "NP"):
                continue
            builder.add(lemma, cls, filter(None, traits.split(",")), source)
        kept.append(row)
    return kept


def load_builder(folder: Path, evidence: list[Path], capitals: Path | None, small: frozenset[str]) -> Builder:
    """The grammar as it stands, without the generated tables and the suffixes of set_aside_kk.tsv."""
    here = Path(__file__).parent
    with tempfile.TemporaryDirectory() as name:
        tables, words = Path(name, "grammar"), Path(name, "lexicon")
        shutil.copytree(folder, name, ignore=shutil.ignore_patterns(*GENERATED), dirs_exist_ok=True)
        _set_aside(tables / "suffixes.tsv", here / "set_aside_kk.tsv")
        traits = load_traits(tables)
        graph = load_graph(tables, load_sounds(tables, frozenset(traits)))
        lexicon = load_lexicon(tables, words, traits, graph.states)
    counts = load_capitals(capitals) if capitals else {}
    table = read_table(here / "refused_kk.tsv", ("stem", "class", "because"))
    refused = frozenset((row["stem"], row["class"]) for row in table)
    kept = frozenset(row["stem"] for row in read_table(here / "kept_kk.tsv", ("stem", "meaning")))
    books = Evidence(graph, load_counts(evidence))
    return Builder(Reader(graph, lexicon), lexicon, books, counts, small, refused, kept)


def _set_aside(path: Path, table: Path) -> None:
    """Takes out of suffixes.tsv the rows that the table names; one that it lacks is an error.

    A row without a state stands for every row with its tag and suffix.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = lines[next(i for i, line in enumerate(lines) if not line.startswith("#"))].split("\t")
    for row in read_table(table, ("state", "tag", "suffix", "because")):
        wanted = {columns.index(name): row[name] for name in ("state", "tag", "suffix") if row[name] or name == "tag"}
        cells = [(line, line.split("\t")) for line in lines if line.count("\t") > max(wanted)]
        found = [line for line, own in cells if all(own[place] == cell for place, cell in wanted.items())]
        if not found:
            raise row.error("tag", "suffixes.tsv has no such row.")
        lines = [line for line in lines if line not in found]
    path.write_text("\n".join(lines), encoding="utf-8")


def collect(builder: Builder, sources: dict[str, list[str]], capital: Iterable[str]) -> list[Row]:
    """Every row, source by source: the words that a dictionary calls stems first, then those of a list of forms."""
    found: list[Row] = []
    for source, stems in sources.items():
        need, least = (2, 3) if source == HUNSPELL else (3, 8)
        builder.trusted = frozenset(stems) if source == HUNSPELL else frozenset()
        for _ in range(2):
            new = verbs(builder, stems, source, need + 1)
            new += nouns(builder, stems, source, need, least)
            found += prune(builder, new, need, least)
            print(f"{source}: {len(found)} rows", file=sys.stderr)
        if source != HUNSPELL:
            found += verbs(builder, shared_verbs(builder, stems), source, FORMS_SHARED, BOOKS_SHARED, SHARED)
            print(f"{source}, verbs of several forms: {len(found)} rows", file=sys.stderr)
    if HUNSPELL in sources:
        found += alone(builder, sources[HUNSPELL], HUNSPELL)
    if TESSERACT in sources:
        found += prune(builder, names(builder, capital, TESSERACT), 2, 3)
    return found


def write(path: Path, rows: Iterable[Row]) -> None:
    """A lexicon table, in alphabetical order."""
    lines = ["\t".join(COLUMNS), f"# {HEAD}", *sorted("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 2} rows", file=sys.stderr)


def main() -> None:
    """Builds the generated tables, in place or into another folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hunspell", type=Path, required=True)
    parser.add_argument("--tesseract", type=Path, required=True, help="the unpacked word list, a word a line")
    parser.add_argument("--evidence", type=Path, nargs="+", required=True)
    parser.add_argument("--capitals", type=Path, help="form, times with a capital in mid-sentence, times without")
    parser.add_argument("--without", action="append", default=[], metavar="SOURCE")
    parser.add_argument("--language", type=Path, default=resources("kk"), help="the folder of grammar/ and lexicon/")
    parser.add_argument("--into", type=Path, help="where to write; the folder's lexicon, if not given")
    arguments = parser.parse_args()
    small, capital = load_list(arguments.tesseract)
    builder = load_builder(arguments.language, arguments.evidence, arguments.capitals, small)
    sources = {HUNSPELL: hunspell_stems(arguments.hunspell), TESSERACT: sorted(small)}
    found = collect(builder, {name: s for name, s in sources.items() if name not in arguments.without}, capital)
    into = arguments.into or arguments.language / "lexicon"
    write(into / "verbs.tsv", [row for row in found if row[1] == "V"])
    write(into / "names.tsv", [row for row in found if row[1] == "NP"])
    write(into / "common.tsv", [row for row in found if row[1] not in ("V", "NP")])


if __name__ == "__main__":
    main()
