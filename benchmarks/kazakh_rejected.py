"""Writes docs/kazakh-rejected.md: the words of clean texts that the Kazakh spell check still rejects, commonest first.

    python -m benchmarks.kazakh_rejected [--sets DIR] [--most 200]

The words are asked anew each time; the verdicts lie in tests/data/kazakh-rejected.tsv, written by hand. A word without
a verdict is listed as not judged yet, a verdict on a word that is accepted by now is named at the end of the run.
"""

import argparse
from collections import Counter
from pathlib import Path

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.proof.spelling import Speller

ROOT = Path(__file__).parents[1]
SETS = ROOT / "tests" / "data" / "kazakh"
TEXTS = ("news", "ktb", "ministry", "speeches", "model-release")
VERDICTS = ROOT / "tests" / "data" / "kazakh-rejected.tsv"
PAGE = ROOT / "docs" / "kazakh-rejected.md"
HEAD = """# Words of clean texts that are still rejected

The {most} commonest of {types} words, {tokens} of {running} running words, over all texts of
[tests/data/kazakh](../tests/data/kazakh/README.md) ({texts}). Made by
`python -m benchmarks.kazakh_rejected`; the verdicts are written by hand in `tests/data/kazakh-rejected.tsv`.

| verdict | words | running words |
|---|---|---|
"""


def pairs(path: Path) -> dict[str, str]:
    """The first two columns of a table."""
    lines = path.read_text(encoding="utf-8").split("\n")
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in cells}


def rejected(sets: Path) -> tuple[Counter[str], int]:
    """(rejected words with how often they stand in the texts, all running words)."""
    speller, none = Speller(Grammar.load(resources("kk"))), NameForms.none()
    found, running = Counter[str](), 0
    for name in TEXTS:
        for word, count in pairs(sets / f"{name}.tsv").items():
            running += int(count)
            if not speller.accepts(word, none):
                found[word] += int(count)
    return found, running


def page(found: Counter[str], running: int, verdicts: dict[str, str], most: int) -> str:
    """The page's text."""
    order = sorted(found, key=lambda word: (-found[word], word))[:most]
    why = {word: verdicts.get(word, "not judged yet") for word in order}
    groups = {verdict: [w for w in order if why[w] == verdict] for verdict in dict.fromkeys(why.values())}
    groups = dict(sorted(groups.items(), key=lambda item: -sum(found[w] for w in item[1])))
    text = HEAD.format(
        most=most, types=len(found), tokens=found.total(), running=f"{running:,}", texts=", ".join(TEXTS)
    )
    text += "".join(f"| {v} | {len(ws)} | {sum(found[w] for w in ws)} |\n" for v, ws in groups.items())
    for verdict, words in groups.items():
        text += f"\n## {verdict[:1].upper()}{verdict[1:]}\n\n{', '.join(f'{w} {found[w]}' for w in words)}\n"
    return text


def main() -> None:
    """Writes the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, default=SETS)
    parser.add_argument("--most", type=int, default=200)
    arguments = parser.parse_args()
    verdicts = pairs(VERDICTS)
    verdicts.pop("word")
    found, running = rejected(arguments.sets)
    PAGE.write_text(page(found, running, verdicts, arguments.most), encoding="utf-8")
    print(f"{len(found)} words rejected; accepted by now: {', '.join(w for w in verdicts if w not in found) or 'none'}")


if __name__ == "__main__":
    main()
