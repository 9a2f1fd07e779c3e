"""Builds resources/kk/style/chains.tsv and stems.tsv: how common chains of suffixes and stems are.

    python packaging/lexicon/build_plausible_kk.py --evidence FORMS.tsv.gz [--half 0|1] [--to FOLDER]

The evidence is a table of forms and the number of books that hold them; it decides and is not copied. A form that can
be read in several ways is shared among its readings by how likely these are, and how likely a stem or a pair of
suffixes is follows from what it gets; a few rounds of this and the shares stand still (expectation maximisation). Costs
are in threefold steps, the unit of the lexicon's column `common`. Stems get a row where the count disagrees with that
column. To be run anew when suffixes or many words were added: what was never counted gets no soft mark.

`--half` uses every other form only, so that the tables can be tried on the forms of the other half.
"""

import argparse
import hashlib
import math
import statistics
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from pathlib import Path

from evidence import load_counts

from pressdesk.data import resources
from pressdesk.grammar.decline import spell
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Arc, Node
from pressdesk.proof.context.plausible import CHAINS, END, IRREGULAR, STEMS, UNHEARD, pairs, stem

LEAST_BOOKS, ROUNDS = 3, 8
GROWTH = 1.2  # a form in twice as many books stands more than twice as often in running text
FLOOR = -2  # steps of a stem to which nothing is left
DIFFERENT = 1.0  # steps by which the count and the column must disagree for a row of stems.tsv
SHORT = 3  # letters of a stem that is no good example
NEGLIGIBLE, SPARE = 1e-4, 0.3
SOURCE = "shares of readings"
HEAD = "Built by packaging/lexicon/build_plausible_kk.py."
Stem = tuple[str, str]
Pair = tuple[str, str]
Read = tuple[float, list[tuple[Stem, tuple[Pair, ...], int]]]


def readings(grammar: Grammar, counts: Mapping[str, int], half: int | None) -> list[Read]:
    """For every form: its weight, and of each reading the stem, the pairs of suffixes and the lexicon's column."""
    found = []
    for form, books in counts.items():
        if books < LEAST_BOOKS or (half is not None and half_of(form) != half):
            continue
        read = dict.fromkeys(grammar.reader.readings(form, False))
        if read:
            found.append((books**GROWTH, [(stem(r), tuple(pairs(r)), r.common) for r in read]))
    return found


def half_of(form: str) -> int:
    """0 or 1, the same in every run."""
    return hashlib.md5(form.encode(), usedforsecurity=False).digest()[0] & 1


def share(forms: list[Read]) -> tuple[dict[Stem, float], dict[Pair, float], dict[Stem, Counter[str]]]:
    """The weight of each stem, the probability of each pair, and for each stem the lemmas that took its forms."""
    stems: dict[Stem, float] = {s: 3.0**common for _, read in forms for s, _, common in read}
    chains: dict[Pair, float] = {}
    for last in range(ROUNDS, 0, -1):
        weights, follow = Counter[Stem](), defaultdict[str, Counter[str]](Counter)
        lost = defaultdict[Stem, Counter[str]](Counter)
        for weight, read in forms:
            likely = [
                stems.get(s, SPARE) * math.prod(chains.get(p, 1e-5 if chains else 0.3) for p in c) for s, c, _ in read
            ]
            total = sum(likely)
            best = read[likely.index(max(likely))][0]
            for (s, chain, _), value in zip(read, likely, strict=True):
                part = value / total
                if last == 1 and s != best:
                    lost[s][best[0]] += weight
                if part > NEGLIGIBLE:
                    weights[s] += weight * part
                    for before, tag in chain:
                        follow[before][tag] += weight * part
        chains = {
            (before, tag): (n + 0.1) / (tags.total() + 5) for before, tags in follow.items() for tag, n in tags.items()
        }
        stems = {s: n + SPARE for s, n in weights.items()}
    return stems, chains, lost


def chain_rows(grammar: Grammar, chains: Mapping[Pair, float]) -> Iterator[tuple[str, ...]]:
    """The rows of chains.tsv: pairs that are not unheard of, the cheapest first."""
    shown = examples(grammar)
    costs = {pair: round(-math.log(p, 3), 1) for pair, p in chains.items()}
    order: dict[str, int] = {}
    for before, _ in costs:
        order.setdefault(before, len(order))
    for pair in sorted(costs, key=lambda p: (order[p[0]], costs[p], p[1])):
        if costs[pair] < UNHEARD and pair in shown:
            yield *pair, str(costs[pair]), shown[pair], SOURCE


def examples(grammar: Grammar) -> dict[Pair, str]:
    """For every pair of suffixes a word that has it, made by the grammar of a common stem, as short as can be."""
    reader, found = grammar.reader, dict[Pair, str]()
    todo: deque[tuple[str, Node, str, tuple[Arc, ...], Node]] = deque()
    common: dict[str, tuple[bool, int, str]] = {}
    for lemma in reader.lexicon.lemmas():
        for lexeme in reader.lexicon.get(lemma):
            rank = (not lexeme.traits and len(lemma) > SHORT, lexeme.common, lemma)
            common[lexeme.cls.name] = max(common.get(lexeme.cls.name, (False, 0, "")), rank)
    for name, (_, _, lemma) in common.items():
        for made in reader.stems_of(lemma):
            if made.lexeme.cls.name == name:
                todo.append((name, made.node, made.sure, (), made.node))
    for form in [row for rows in reader.lexicon.irregular.values() for row in rows]:
        harmony = reader.graph.sounds.last_harmony(form.form.lower()) or "back"
        node = reader.graph.root(form.form.lower(), form.state, harmony, frozenset())
        todo.append((IRREGULAR, node, form.form[: len(form.form) - len(node.tail.held)], (), node))
    seen: set[tuple[Node, str]] = set()
    while todo:
        first, root, sure, chain, node = todo.popleft()
        tags = [first, *(arc.suffix.tag for arc in chain if arc.suffix.tag)]
        if node.state.final:
            for pair in zip(tags, [*tags[1:], END], strict=True):
                found.setdefault(pair, sure + spell(root, chain))
        for arc in node.arcs:
            key = (arc.node, tags[-1] + " " + arc.suffix.tag)
            if key not in seen:
                seen.add(key)
                todo.append((first, root, sure, (*chain, arc), arc.node))
    return found


def stem_rows(
    grammar: Grammar, forms: list[Read], stems: Mapping[Stem, float], lost: Mapping[Stem, Counter[str]]
) -> Iterator[tuple[str, ...]]:
    """The rows of stems.tsv."""
    column: dict[Stem, int] = {}
    for _, read in forms:
        for s, _, common in read:
            column[s] = max(common, column.get(s, 0))
    counted = {s: math.log(stems.get(s, SPARE), 3) for s in column}
    scale = statistics.median(counted[s] - column[s] for s in column)  # most stems are as the column says
    for s in sorted(column):
        steps = max(counted[s] - scale, FLOOR)
        if abs(steps - column[s]) >= DIFFERENT:
            instead = lost[s].most_common(1)[0][0] if steps < column[s] and lost[s] else ""
            yield *s, str(round(steps)), instead, SOURCE


def write(path: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Writes a table."""
    path.write_text(
        "\n".join(["\t".join(columns), "# " + HEAD, *("\t".join(r) for r in rows)]) + "\n", encoding="utf-8"
    )
    print(f"{path}: {len(rows)} rows")


def main() -> None:
    """Writes both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evidence", type=Path, required=True, nargs="+")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--to", type=Path, default=resources("kk") / "style")
    given = parser.parse_args()
    grammar = Grammar.load(resources("kk"))
    forms = readings(grammar, load_counts(given.evidence), given.half)
    stems, chains, lost = share(forms)
    write(given.to / "chains.tsv", CHAINS, list(chain_rows(grammar, chains)))
    write(given.to / "stems.tsv", STEMS, list(stem_rows(grammar, forms, stems, lost)))


if __name__ == "__main__":
    main()
