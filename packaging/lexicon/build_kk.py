"""Builds resources/kk/lexicon/common.tsv and verbs.tsv from open word lists; see resources/kk/SOURCES.md.

    python packaging/lexicon/build_kk.py --hunspell /usr/share/hunspell/kk_KZ.dic --evidence FORMS.tsv.gz [...]

Every stem keeps the source it came from; `--without SOURCE` builds as if a source had never been. Words entered by
hand lie in the other tables of the lexicon and are not touched. What is not taken in: inflected forms of a shorter
stem, spellings of a Russian keyboard, mixed scripts, and stems of which no running text has a form.
"""

import argparse
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evidence import HARMONY, NOUN, Evidence, load_counts

from pressdesk.data import resources
from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.graph import load_graph
from pressdesk.grammar.lexicon import Lexicon, load_lexicon, load_traits
from pressdesk.grammar.sounds import HARMONIES, load_sounds

WORD = re.compile("[а-яәғқңөұүһіё]+(-[а-яәғқңөұүһіё]+)*")
GENERATED = ("common.tsv", "verbs.tsv")
HEAD = "Built by packaging/lexicon/build_kk.py: edit the other tables, not this one."
PLAIN: frozenset[str] = frozenset()


@dataclass(slots=True)
class Builder:
    """The tables as they are, the words entered by hand, and the evidence."""

    reader: Reader
    lexicon: Lexicon
    evidence: Evidence

    def harmony(self, lemma: str, state: str = "N", features: Iterable[str] = HARMONY) -> list[str]:
        """The harmony traits that the evidence asks for, beyond what the letters say."""
        weights = {}
        for harmony in HARMONIES:
            forms = self.evidence.forms(lemma, state, harmony, features, PLAIN)
            weights[harmony] = self.evidence.weight(forms.values())
        rule, _ = self.lexicon.harmony(self.reader.graph.sounds, lemma, PLAIN, False)
        total = sum(weights.values())
        if total < 3:
            return []
        best = max(weights, key=lambda h: (weights[h], h == rule))
        traits = [] if best == rule else [best]
        least = total - weights[best]
        if least >= 5 and least >= 0.15 * total:
            traits.append("both")
        return traits

    def traits(self, lemma: str) -> list[str]:
        """Every trait of a noun that the evidence asks for."""
        found = self.harmony(lemma)
        harmony = next((t for t in found if t in HARMONIES), "")
        harmony = harmony or self.lexicon.harmony(self.reader.graph.sounds, lemma, PLAIN, False)[0]
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

    def is_noun(self, lemma: str, traits: Iterable[str], need: int = 2) -> bool:
        """Whether running text has forms of the word that only a noun has."""
        harmonies = [t for t in traits if t in HARMONIES]
        harmony = harmonies[0] if harmonies else self.lexicon.harmony(self.reader.graph.sounds, lemma, PLAIN, False)[0]
        forms = self.evidence.forms(lemma, "N", harmony, NOUN, frozenset(traits) - set(HARMONIES))
        return self.evidence.support(forms.values()) >= need

    def inflected(self, lemma: str) -> bool:
        """Whether the word is an inflected form (not a derivation) of the words taken in so far."""
        return any(
            reading.features and not any(step.row in self.derivations for step in reading.rows)
            for reading in self.reader.readings(lemma, False)
            if reading.lemma != lemma
        )

    @property
    def derivations(self) -> set[str]:
        """The rows of suffixes.tsv that derive."""
        return {s.id for found in self.reader.graph.suffixes.values() for s in found if s.step}

    def own_forms(self, lemma: str, traits: Iterable[str]) -> int:
        """How many attested noun forms of the word nothing else explains."""
        harmony = self.lexicon.harmony(self.reader.graph.sounds, lemma, frozenset(traits), False)[0]
        forms = self.evidence.forms(lemma, "N", harmony, NOUN, frozenset(traits) - set(HARMONIES))
        return sum(self.evidence[f] >= 3 and not self.reader.accepts(f, False) for f in set(forms.values()))

    def add(self, lemma: str, cls: str, traits: Iterable[str], source: str) -> None:
        """Takes a word in, so that longer words are seen in its light."""
        raw = self.lexicon._raw  # the builder is the one writer besides the loader
        entry = f"{lemma}\t{cls}\t{','.join(traits)}\t{source}\tbuild:0"
        old = raw.get(lemma)
        raw[lemma] = entry if old is None else ((old, entry) if isinstance(old, str) else (*old, entry))
        self.lexicon._made.pop(lemma, None)
        self.reader.forget(lemma)


def hunspell_stems(path: Path) -> dict[str, str]:
    """The lower-case entries of a Hunspell dictionary with their flags."""
    stems = {}
    for line in path.read_text(encoding="utf-8-sig").split("\n")[1:]:
        word, _, flags = line.strip().partition("/")
        if WORD.fullmatch(word):
            stems[word] = flags
    return stems


def nouns(builder: Builder, stems: Iterable[str], source: str) -> list[tuple[str, str, str, str]]:
    """The rows of common.tsv from a list of stems, shortest first."""
    rows = []
    known = set(builder.lexicon.lemmas())
    for lemma in sorted(stems, key=lambda s: (len(s), s)):
        if lemma in known or (builder.evidence[lemma] < 2 and "-" not in lemma):
            continue
        traits = builder.traits(lemma)
        if not builder.is_noun(lemma, traits):
            continue
        if builder.inflected(lemma) and builder.own_forms(lemma, traits) < 3:
            continue
        builder.add(lemma, "N", traits, source)
        rows.append((lemma, "N", ",".join(traits), source))
    return rows


def load_builder(folder: Path, evidence: list[Path]) -> Builder:
    """The grammar as it stands, without the generated tables."""
    tables = folder / "grammar"
    traits = load_traits(tables)
    graph = load_graph(tables, load_sounds(tables, frozenset(traits)))
    with tempfile.TemporaryDirectory() as name:
        for path in (folder / "lexicon").glob("*.tsv"):
            if path.name not in GENERATED:
                Path(name, path.name).write_bytes(path.read_bytes())
        lexicon = load_lexicon(tables, Path(name), traits, graph.states)
    return Builder(Reader(graph, lexicon), lexicon, Evidence(graph, load_counts(evidence)))


def write(path: Path, rows: Iterable[tuple[str, ...]], head: str) -> None:
    """A lexicon table, in alphabetical order."""
    lines = ["lemma\tclass\ttraits\tsource", f"# {head}", *sorted("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Builds the generated tables in place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hunspell", type=Path, required=True)
    parser.add_argument("--evidence", type=Path, nargs="+", required=True)
    parser.add_argument("--without", action="append", default=[], metavar="SOURCE")
    arguments = parser.parse_args()
    folder = resources("kk")
    builder = load_builder(folder, arguments.evidence)
    rows: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    if "hunspell-kk" not in arguments.without:
        rows["common.tsv"] += nouns(builder, hunspell_stems(arguments.hunspell), "hunspell-kk")
    for name, found in rows.items():
        write(folder / "lexicon" / name, found, HEAD)
        print(f"{name}: {len(found)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
