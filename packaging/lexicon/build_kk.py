"""Builds resources/kk/lexicon/common.tsv and verbs.tsv from open word lists; see resources/kk/SOURCES.md.

    python packaging/lexicon/build_kk.py --hunspell /usr/share/hunspell/kk_KZ.dic --evidence FORMS.tsv.gz [...]

Every stem keeps the source it came from; `--without SOURCE` builds as if a source had never been. Words entered by
hand lie in the other tables of the lexicon and are not touched. What is not taken in: inflected forms of a shorter
stem, spellings of a Russian keyboard, mixed scripts, and stems of which no running text has a form.
"""

import argparse
import math
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence import HARMONY, NOUN, VERB, Evidence, load_capitals, load_counts, load_list

from pressdesk.data import resources
from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.graph import load_graph
from pressdesk.grammar.lexicon import COLUMNS, Lexeme, Lexicon, load_lexicon, load_traits
from pressdesk.grammar.sounds import HARMONIES, load_sounds
from pressdesk.grammar.table import read_table

WORD = re.compile("[а-яәғқңөұүһіё]+(-[а-яәғқңөұүһіё]+)*")
GENERATED = ("common.tsv", "verbs.tsv", "names.tsv")
STAND_INS = {
    "к": "қ",
    "г": "ғ",
    "н": "ң",
    "у": "үұ",
    "о": "ө",
    "а": "ә",
    "и": "і",
    "ы": "і",
    "х": "һ",
    "э": "ә",
    "ү": "ұ",
    "ұ": "ү",
    "е": "ө",
}
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
PERFECT = ("ған", "ген", "қан", "кен")
SPLIT, SPLIT_VERB = 0.15, 0.3  # the share from which the rarer harmony is read too
SHADOW, VERB_SHADOW = 0.4, 0.12  # own forms of a word that others explain, as a share of the word itself
VOICED = "бгғ"  # no verb ends in these: бағады comes from бақ
Row = tuple[str, str, str, str, str]
HEAD = "Built by packaging/lexicon/build_kk.py: edit the other tables, not this one."
PLAIN: frozenset[str] = frozenset()


@dataclass(slots=True)
class Builder:
    """The tables as they are, the words entered by hand, and the evidence."""

    reader: Reader
    lexicon: Lexicon
    evidence: Evidence
    capitals: dict[str, tuple[int, int]]
    small: frozenset[str]
    refused: frozenset[tuple[str, str]]

    def rule(self, lemma: str, traits: Iterable[str] = ()) -> str:
        """The harmony that traits or letters give."""
        return self.lexicon.harmony(self.reader.graph.sounds, lemma, frozenset(traits), False)[0]

    def harmony(self, lemma: str, state: str, features: Iterable[str]) -> list[str]:
        """The harmony traits that the evidence asks for, beyond what the letters say."""
        forms = {h: set(self.evidence.forms(lemma, state, h, features, PLAIN).values()) for h in HARMONIES}
        alike = forms["back"] & forms["front"]
        weights = {harmony: self.evidence.weight(found - alike) for harmony, found in forms.items()}
        rule = self.rule(lemma)
        total = sum(weights.values())
        if total < 3:
            return []
        best = max(weights, key=lambda h: (weights[h], h == rule))
        traits = [] if best == rule else [best]
        least = total - weights[best]
        if least >= 5 and least >= (SPLIT_VERB if state == "V" else SPLIT) * total:
            traits.append("both")
        return traits

    def noun_traits(self, lemma: str) -> list[str]:
        """Every trait of a noun that the evidence asks for."""
        found = self.harmony(lemma, "N", HARMONY)
        harmony = self.rule(lemma, found)
        possessed = ("POSS3", "POSS3+ACC", "POSS3+DAT", "POSS3+LOC", "POSS3+GEN")
        plain, hard = (
            self.evidence.weight(self.evidence.forms(lemma, "N", harmony, possessed, traits).values())
            for traits in (PLAIN, frozenset({"hard"}))
        )
        if self._has_tail(lemma, PLAIN, "hard") and hard > plain and hard >= 3:
            found.append("hard")
            if lemma.endswith("п") and plain >= 0.15 * hard:
                found.append("also-voiced")
        return found

    def _has_tail(self, lemma: str, traits: frozenset[str], trait: str) -> bool:
        sounds = self.reader.graph.sounds
        return sounds.tail(lemma, "noun", traits).options != sounds.tail(lemma, "noun", traits | {trait}).options

    def own(self, lemma: str, state: str, traits: Iterable[str], features: Iterable[str], least: int = 3) -> int:
        """How many attested forms of the word nothing taken in so far explains."""
        kept = frozenset(traits) - set(HARMONIES)
        forms = self.evidence.forms(lemma, state, self.rule(lemma, traits), features, kept)
        return sum(self.evidence[f] >= least and not self.reader.accepts(f, False) for f in set(forms.values()))

    def typing_error(self, stem: str, state: str, features: tuple[str, ...]) -> bool:
        """Whether a Russian keyboard's stand-ins hide a commoner word in it: карап is қарап, аландар алаңдар."""
        count = self._weight(stem, state, features)
        for other in restored(stem):
            ratio = self._weight(other, state, features) / (count + 1)
            form = state == "N" and other not in self.lexicon and stem[-1:] != "и"
            if ratio > 6 or (ratio > 1 and form and self.inflected(other)):
                return True
        return False

    def inflected(self, word: str) -> bool:
        """Whether the word is a form of other words."""
        return any(reading.features for reading in self.reader.readings(word, False))

    def _weight(self, stem: str, state: str, features: tuple[str, ...]) -> int:
        if self.evidence[stem] == 0 and state == "N":
            return 0
        forms = {f for h in HARMONIES for f in self.evidence.forms(stem, state, h, features, PLAIN).values()}
        return self.evidence[stem] + self.evidence.weight(forms)

    def stands(self, lemma: str, state: str, traits: Iterable[str], need: int, least: int, name: bool = False) -> bool:
        """Whether the word has forms that no other word explains: enough of them, and not a mere shadow of it."""
        features = VERB if state == "V" else NOUN
        kept = frozenset(traits) - set(HARMONIES)
        forms = self.evidence.forms(lemma, state, self.rule(lemma, traits), features, kept)
        own = [f for f in set(forms.values()) if self.evidence[f] >= least and not self.reader.accepts(f, name)]
        if len(own) < need:
            return False
        readings = self.reader.readings(lemma, name)
        others = [r.cls for r in readings if r.lemma.lower() != lemma or r.cls == "V"] if state != "V" else []
        share = SHADOW if any(cls != "V" for cls in others) else VERB_SHADOW if others else 0
        return self.evidence.weight(own) >= share * self.evidence[lemma]

    def is_name(self, lemma: str) -> bool:
        """Whether running text writes the word with a capital in the middle of sentences, and no list without."""
        capital, small = self.capitals.get(lemma, (0, 0))
        return capital >= 5 and capital >= 4 * small and lemma not in self.small

    def mostly_name(self, lemma: str) -> bool:
        """Whether a word that is a name too is rarely anything else."""
        capital, small = self.capitals.get(lemma, (0, 0))
        return capital > 5 * small

    def near(self, word: str) -> bool:
        """Whether a far commoner word is one letter away: a name must not make its misspelling right."""
        count = self.evidence[word]
        return any(self.evidence[w] > 30 * (count + 1) and self.reader.accepts(w, False) for w in neighbours(word))

    def remove(self, row: Row) -> None:
        """Takes a row out again."""
        raw, key = self.lexicon._raw, row[0].lower()
        kept = [e for e in ((raw[key],) if isinstance(raw[key], str) else raw[key]) if not e.startswith("\t".join(row))]
        if kept:
            raw[key] = tuple(kept)
        else:
            del raw[key]
        self.lexicon._made.pop(key, None)
        self.reader.forget(key)

    def add(self, lemma: str, cls: str, traits: Iterable[str], source: str) -> Row:
        """Takes a word in, so that longer words are seen in its light."""
        raw = self.lexicon._raw  # the builder is the one writer besides the loader
        key = lemma.lower()
        row = (lemma, cls, ",".join(traits), source, self.common(key, cls))
        entry = "\t".join((*row, "build:0"))
        old = raw.get(key)
        raw[key] = entry if old is None else ((old, entry) if isinstance(old, str) else (*old, entry))
        self.lexicon._made.pop(key, None)
        self.reader.forget(key)
        return row

    def common(self, key: str, cls: str) -> str:
        """From 0 to 9 how common a word is with its forms, each step threefold."""
        features, state = (VERB, "V") if cls == "V" else (NOUN, "N")
        return str(min(9, int(math.log(1 + self._weight(key, state, features), 3))))


def restored(word: str) -> Iterator[str]:
    """The word with one or two stand-ins of a Russian keyboard put right."""
    places = [(i, letter) for i, c in enumerate(word) for letter in STAND_INS.get(c, "")]
    for i, letter in places:
        once = word[:i] + letter + word[i + 1 :]
        yield once
        for j, other in places:
            if j > i:
                yield once[:j] + other + once[j + 1 :]


def neighbours(word: str) -> Iterator[str]:
    """Every word one letter away."""
    for i in range(len(word) + 1):
        yield word[:i] + word[i + 1 :]
        for c in LETTERS:
            yield word[:i] + c + word[i:]
            yield word[:i] + c + word[i + 1 :]


def hunspell_stems(path: Path) -> list[str]:
    """The lower-case entries of a Hunspell dictionary."""
    lines = path.read_text(encoding="utf-8-sig").split("\n")[1:]
    words = (line.strip().partition("/")[0] for line in lines)
    return sorted({word for word in words if WORD.fullmatch(word)}, key=lambda s: (len(s), s))


def verb_stems(word: str) -> list[str]:
    """What may be the stem of a verbal noun: оқу is оқ- or оқы-, қою is қой-, шығу is шық-."""
    body, end = word[:-1], word[-1]
    if end == "ю":
        return [body + "й"] if body[-1:] != "и" else [body, body + "й"]
    if end != "у" or len(body) < 2:
        return []
    unvoiced = body[:-1] + {"б": "п", "г": "к", "ғ": "қ"}.get(body[-1], body[-1])
    return [unvoiced, body + "ы", body + "і"]


def participle(word: str) -> list[str]:
    """The stem of a word that looks like a perfect participle."""
    return [word[:-3]] if word.endswith(PERFECT) else []


def verbs(builder: Builder, stems: Iterable[str], source: str, need: int) -> list[Row]:
    """The rows of verbs.tsv: stems of which finite forms are attested that nothing shorter explains."""
    candidates = {stem for word in stems for stem in (word, *verb_stems(word), *participle(word)) if "-" not in stem}
    rows = []
    for stem in sorted(candidates, key=lambda s: (len(s), s[-1:] in VOICED, s)):
        if (
            len(stem) < 3
            or (stem, "V") in builder.refused
            or (any(x.cls.name == "V" for x in builder.lexicon.get(stem)))
        ):
            continue
        traits = builder.harmony(stem, "V", VERB)
        if builder.stands(stem, "V", traits, need, 3) and not builder.typing_error(stem, "V", VERB):
            rows.append(builder.add(stem, "V", traits, source))
    return rows


def nouns(builder: Builder, stems: Iterable[str], source: str, need: int, least: int) -> list[Row]:
    """The rows of common.tsv and names.tsv from a list of stems, the commonest first."""
    rows = []
    for lemma in sorted(stems, key=lambda s: (-builder.evidence[s], len(s), s)):
        known = builder.lexicon.get(lemma)
        bare = len(lemma) < 3 or (lemma, "N") in builder.refused or builder.evidence[lemma] < least
        if bare or any(not _may_stand_beside(x) for x in known):
            continue
        if known and builder.mostly_name(lemma) and any(x.cls.is_name for x in known):
            continue
        traits = builder.noun_traits(lemma)
        if not builder.stands(lemma, "N", traits, need, least) or builder.typing_error(lemma, "N", NOUN):
            continue
        if source == "hunspell-kk" or not builder.near(lemma):
            rows.append(builder.add(*_classed(builder, lemma), traits, source))
    return rows


def alone(builder: Builder, words: Iterable[str], source: str, least: int) -> list[Row]:
    """The rows of words that take no endings and that nothing else explains."""
    rows = []
    for word in sorted(words, key=lambda s: (len(s), s)):
        known = builder.evidence[word] >= least and not builder.reader.accepts(word, True)
        if known and not builder.is_name(word) and not builder.typing_error(word, "N", NOUN):
            rows.append(builder.add(word, "X", (), source))
    return rows


def names(builder: Builder, words: Iterable[str], source: str) -> list[Row]:
    """The rows of names.tsv from words that a list writes with a capital only, the commonest first."""
    rows = []
    for lemma in sorted(words, key=lambda s: (-builder.evidence[s], len(s), s)):
        capital, small = builder.capitals.get(lemma, (1, 0))
        if builder.lexicon.get(lemma) or capital <= small or len(lemma) < 3 or "-" in lemma:
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
    if builder.own(lemma, "ADV", (), ("ATTR",), 20):
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
    """The grammar as it stands, without the generated tables."""
    tables = folder / "grammar"
    traits = load_traits(tables)
    graph = load_graph(tables, load_sounds(tables, frozenset(traits)))
    with tempfile.TemporaryDirectory() as name:
        for path in (folder / "lexicon").glob("*.tsv"):
            if path.name not in GENERATED:
                Path(name, path.name).write_bytes(path.read_bytes())
        lexicon = load_lexicon(tables, Path(name), traits, graph.states)
    counts = load_capitals(capitals) if capitals else {}
    table = read_table(Path(__file__).with_name("refused_kk.tsv"), ("stem", "class", "because"))
    refused = frozenset((row["stem"], row["class"]) for row in table)
    return Builder(Reader(graph, lexicon), lexicon, Evidence(graph, load_counts(evidence)), counts, small, refused)


def write(path: Path, rows: Iterable[Row]) -> None:
    """A lexicon table, in alphabetical order."""
    lines = ["\t".join(COLUMNS), f"# {HEAD}", *sorted("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 2} rows", file=sys.stderr)


def main() -> None:
    """Builds the generated tables in place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hunspell", type=Path, required=True)
    parser.add_argument("--tesseract", type=Path, required=True, help="the unpacked word list, a word a line")
    parser.add_argument("--evidence", type=Path, nargs="+", required=True)
    parser.add_argument("--capitals", type=Path, help="form, times with a capital in mid-sentence, times without")
    parser.add_argument("--without", action="append", default=[], metavar="SOURCE")
    arguments = parser.parse_args()
    folder = resources("kk")
    small, capital = load_list(arguments.tesseract)
    builder = load_builder(folder, arguments.evidence, arguments.capitals, small)
    sources = {"hunspell-kk": hunspell_stems(arguments.hunspell), "tesseract-ocr-kaz": sorted(small)}
    found: list[Row] = []
    for source, stems in sources.items():
        if source in arguments.without:
            continue
        strict = source != "hunspell-kk"
        need, least = (3, 8) if strict else (2, 3)
        for _ in range(2):
            new = verbs(builder, stems, source, need + 1)
            new += nouns(builder, stems, source, need, least)
            found += prune(builder, new, need, least)
            print(f"{source}: {len(found)} rows", file=sys.stderr)
    if "hunspell-kk" not in arguments.without:
        found += alone(builder, sources["hunspell-kk"], "hunspell-kk", 60)
    if "tesseract-ocr-kaz" not in arguments.without:
        new = names(builder, capital, "tesseract-ocr-kaz")
        found += prune(builder, new, 2, 3)
    write(folder / "lexicon" / "verbs.tsv", [row for row in found if row[1] == "V"])
    write(folder / "lexicon" / "names.tsv", [row for row in found if row[1] == "NP"])
    write(folder / "lexicon" / "common.tsv", [row for row in found if row[1] not in ("V", "NP")])


if __name__ == "__main__":
    main()
