"""How many words of clean Kazakh get a soft mark, and how many misspellings are caught with soft marks and without.

    python benchmarks/kazakh_soft_marks.py --errors ERRORS.tsv CLEAN.tsv [CLEAN.tsv ...] [--show 20]

A CLEAN file has lines `word<TAB>count`, an ERRORS file `misspelling<TAB>right[|right]<TAB>kind`. Every word is looked
at as a text of its own, so the rules that look at neighbours find nothing here; their examples are in the tests.
"""

import argparse
from collections import Counter
from pathlib import Path

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.proof.context.proofer import ContextProofer
from pressdesk.proof.spelling import Speller

NONE = NameForms.none()


def rows(path: Path) -> list[list[str]]:
    """The cells of a file's lines."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def clean(path: Path, proofer: ContextProofer, show: int) -> None:
    """Prints the share of accepted running words that a rule marks."""
    total, marked, worst = 0, Counter[str](), Counter[str]()
    for word, count, *_ in rows(path):
        total += int(count)
        if not proofer.speller.accepts(word, NONE):
            continue
        for finding in proofer.text(word, NONE):
            marked[finding.rule] += int(count)
            worst[f"{word} ({finding.suggestions[0].text})"] += int(count)
    shares = ", ".join(f"{rule} {100 * count / total:.3f} %" for rule, count in sorted(marked.items())) or "none"
    print(f"{path.name}: {total} running words; accepted, yet marked: {shares}")
    if show:
        print("    " + ", ".join(f"{word} {count}" for word, count in worst.most_common(show)))


def caught(path: Path, proofer: ContextProofer, show: int) -> None:
    """Prints the share of misspellings with a hard mark, and with any."""
    hard, soft, right, missed = 0, 0, 0, list[str]()
    errors = rows(path)
    for wrong, meant, *_ in errors:
        if not proofer.speller.accepts(wrong, NONE):
            hard += 1
            continue
        found = proofer.text(wrong, NONE)
        soft += bool(found)
        right += any(s.text in meant.split("|") for f in found for s in f.suggestions)
        missed += [] if found else [f"{wrong} ({meant})"]
    total = len(errors)
    print(
        f"{path.name}: {total} misspellings; hard {100 * hard / total:.2f} %, with soft "
        f"{100 * (hard + soft) / total:.2f} % ({soft} soft, {right} of them with the right word)"
    )
    if show:
        print("    missed: " + ", ".join(missed))


def main() -> None:
    """Scores the shipped rules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path, nargs="*")
    parser.add_argument("--errors", type=Path, nargs="*", default=[])
    parser.add_argument("--show", type=int, default=0, help="how many of the marked clean words to print")
    given = parser.parse_args()
    proofer = ContextProofer.of(Speller(Grammar.load(resources("kk"))))
    for path in given.clean:
        clean(path, proofer, given.show)
    for path in given.errors:
        caught(path, proofer, given.show)


if __name__ == "__main__":
    main()
