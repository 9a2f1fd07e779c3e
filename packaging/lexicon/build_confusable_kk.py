"""Builds resources/kk/style/confusable.tsv: legal but rare forms one slip away from a far commoner form.

    python packaging/lexicon/build_confusable_kk.py --evidence FORMS.tsv.gz

The evidence is a table of forms and the number of books that hold them; it decides and is not copied. A row is made
where the grammar reads both forms, the commoner stands in at least BOOKS books, and the rarer in at most one for every
RATIO of these. What counts as a slip is the error model of the spelling check (confusions.tsv, keyboard.tsv, the shapes
of one suffix, a letter lost, doubled or swapped), walked backwards.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evidence import load_counts

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.suggest import Errors, load_errors

BOOKS, RATIO = 100, 100
LEAST, LEAST_RARE = 4, 3  # letters
COLUMNS = ("form", "meant", "slip", "the form is", "meant is")
HEAD = "Built by packaging/lexicon/build_confusable_kk.py."


def slips(word: str, errors: Errors, typed: Mapping[str, Iterable[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """What may be typed for a word by one slip: (text, what happened)."""
    for place in range(len(word)):
        head, tail = word[:place], word[place:]
        for letter in (tail[:1], tail[:2]):
            yield from ((head + text + tail[len(letter) :], kind) for text, kind in typed.get(letter, ()))
        for length in range(1, min(errors.longest, len(tail)) + 1 if place > 1 else 1):
            for other in errors.endings.get(tail[:length], ()):
                yield head + other + tail[length:], "shape of an ending"
        yield head + tail[1:], "lost letter"
        yield head + tail[0] + tail, "doubled letter"
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:], "swapped letters"
        yield from ((head + key + tail[1:], "neighbouring key") for key in errors.touching.get(tail[0], ()))


def pairs(grammar: Grammar, counts: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """(rare form, the commonest form that may have been meant, slip), in the order of the alphabet."""
    errors = load_errors(grammar.folder / "grammar", grammar.reader.graph)
    typed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for text, rows in errors.meant.items():
        for meant, _cost, kind in rows:
            typed[meant].append((text, kind))
    best: dict[str, tuple[int, str, str]] = {}
    for meant, books in counts.items():
        if books < BOOKS or len(meant) < LEAST or not grammar.reader.accepts(meant, False):
            continue
        for form, slip in slips(meant, errors, typed):
            if form in best and best[form][0] >= books:
                continue
            rare = len(form) >= LEAST_RARE and form != meant and counts.get(form, 0) * RATIO <= books
            if rare and grammar.reader.accepts(form, False):
                best[form] = (books, meant, slip)
    return ((form, meant, slip) for form, (_books, meant, slip) in sorted(best.items()))


def evidence(grammar: Grammar, form: str) -> str:
    """How the grammar reads a form: the commonest stem, the shortest chain."""
    readings = sorted(grammar.analyse(form), key=lambda r: (-r.common, len(r.rows)))
    return "+".join(filter(None, (readings[0].lemma, readings[0].features)))


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evidence", type=Path, required=True, nargs="+")
    given = parser.parse_args()
    grammar = Grammar.load(resources("kk"))
    lines = ["# " + HEAD, "\t".join(COLUMNS)]
    for form, meant, slip in pairs(grammar, load_counts(given.evidence)):
        lines.append("\t".join((form, meant, slip, evidence(grammar, form), evidence(grammar, meant))))
    target = resources("kk") / "style" / "confusable.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target}: {len(lines) - 2} rows")


if __name__ == "__main__":
    main()
