"""What a list of attested word forms says about a stem: is it a noun, a verb, which harmony, does its end change.

The list (`form<TAB>number of books`) helps to decide while the lexicon is built. It is no part of the project and
nothing of it is copied; what was decided with it is what stands in the lexicon.
"""

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pressdesk.grammar.decline import spell
from pressdesk.grammar.graph import Graph, Node

WORD = re.compile("[а-яәғқңөұүһіё]+")
LISTED = 10  # a form of a list without counts weighs as much as one in so many books
NOUN = ("PL", "GEN", "ABL", "INS", "LOC", "POSS3", "POSS3+ACC", "POSS3+DAT", "POSS3+GEN", "PL+POSS3")
VERB = ("PERF", "COND", "PRES+S3", "PRES+HAB", "NEG+PRES+S3", "NEG+PERF", "NEG+PAST", "IMP3", "NEG+COND")
SHARED = ("CNV", "PRES", "PERF", "PRES+S3", "PAST", "VN", "PRES+HAB")
HARMONY = ("PL", "GEN", "ABL", "LOC", "DAT", "POSS3", "POSS3+ACC", "PL+POSS3", "POSS3+DAT", "ACC")


@dataclass(slots=True)
class Evidence:
    """Counts of attested forms, in lower case."""

    graph: Graph
    counts: dict[str, int]
    _endings: dict[tuple[Node, str], tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, form: str) -> int:
        return self.counts.get(form, 0)

    def forms(
        self, stem: str, state: str, harmony: str, features: Iterable[str], traits: frozenset[str]
    ) -> dict[str, str]:
        """features to the written form."""
        node = self.graph.root(stem, state, harmony, traits)
        sure = stem[: len(stem) - len(node.tail.held)]
        found = {}
        for wanted in features:
            for ending in self._spelt(node, wanted)[:1]:
                found[wanted] = sure + ending
        return found

    def _spelt(self, node: Node, features: str) -> tuple[str, ...]:
        key = (node, features)
        if key not in self._endings:
            chains = self.graph.chains(node, tuple(features.split("+")))
            self._endings[key] = tuple(spell(node, c) for c in chains if all(arc.written for arc in c))
        return self._endings[key]

    def support(self, forms: Iterable[str], least: int = 2) -> int:
        """How many of the forms stand in at least so many books."""
        return sum(self[form] >= least for form in set(forms))

    def weight(self, forms: Iterable[str]) -> int:
        """In how many books the forms stand, added up."""
        return sum(self[form] for form in set(forms))


def load_counts(paths: Iterable[Path]) -> dict[str, int]:
    """Reads `form<TAB>count` lists, plain or gzipped; in a list without counts every form counts LISTED."""
    counts: dict[str, int] = {}
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#"):
                    form, _, count = line.rstrip("\n").partition("\t")
                    counts[form.lower()] = counts.get(form.lower(), 0) + int(count.split("\t")[0] or LISTED)
    return counts


def load_capitals(path: Path) -> dict[str, tuple[int, int]]:
    """Reads `form<TAB>capitalised<TAB>lower-case...`, counted in the middle of sentences."""
    found = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                form, capital, small, *_ = line.split("\t")
                found[form] = (int(capital), int(small))
    return found


def load_list(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """A word a line: (those it has in lower case, those it has with a capital only), all made lower-case."""
    words = {line.strip() for line in path.read_text(encoding="utf-8").split("\n")}
    small = frozenset(w for w in words if WORD.fullmatch(w))
    capital = frozenset(w.lower() for w in words if w[:1].isupper() and w[1:].islower() and WORD.fullmatch(w.lower()))
    return small, capital - small
