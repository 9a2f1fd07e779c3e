"""How good Kazakh spell checkers are: PressDesk, hunspell with PressDesk's exported dictionary, and with Debian's.

    python -m benchmarks.kazakh_quality [--sets DIR] [--suggestions 500] [--write]

Asks the real commands about word-frequency lists of clean text (tests/data/kazakh, see the README there) and about
misspellings, all in one run, and prints the tables of docs/kazakh-quality.md and docs/dictionary.md; `--write` puts
them there. Figures, in per cent:

    false alarms   running words of clean text that are rejected
    caught         misspellings that are rejected; soft: accepted, but another word is said to be rather meant
    first, five    the right word is the first suggestion, or among the first five, of the rejected ones in a sample

DIR holds `NAME.tsv` (word, count) and `errors*.tsv` (misspelling, right word or several parted by |, kind).
"""

import argparse
import json
import random
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.kazakh_checkers import PRESSDESK, Hunspell, MissingError, PressDesk, ask, debian, exported, lines

ROOT = Path(__file__).parents[1]
SETS = ROOT / "tests" / "data" / "kazakh"
FORMS = ROOT / "tests" / "grammar" / "data" / "forms.tsv"
ERRORS, REAL = "errors", "errors-real"  # names of the lists of misspellings; REAL ones are real words too
SEED = 7
KINDS = {
    "kklet": "a Russian keyboard's stand-in",
    "kbd": "a neighbouring key",
    "sfx": "a wrong ending",
    "del": "a letter lost",
    "ins": "a letter added",
    "tra": "two letters swapped",
}
OWN, EXPORTED = 0, 1  # which of two goals


@dataclass(frozen=True)
class Group:
    """What is said of some sets, their files, and the goals for PressDesk and for the exported dictionary."""

    title: str
    files: tuple[str, ...]
    goals: tuple[str, str] = ("-", "-")


GROUPS = (
    Group("false alarms, model release", ("model-release",), ("1.0", "-")),
    Group("false alarms, releases and speeches", ("speeches", "ministry"), ("0.5", "1.0")),
    Group("of these the presidency's speeches", ("speeches",), ("0.3", "-")),
    Group("of these ministry pages", ("ministry",)),
    Group("false alarms, news", ("news",), ("1.5", "-")),
    Group("false alarms, ktb", ("ktb",), ("0.5", "-")),
)
CAUGHT_GOALS, OFFERED_GOALS = ("98.8", "97.5"), ("92 / 98", "-")
Checker = PressDesk | Hunspell


@dataclass(frozen=True)
class Error:
    """A misspelling, the words that may have been meant, and its kind."""

    typed: str
    meant: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Sets:
    """What is measured on: file name without suffix to (word, count), and the misspellings."""

    clean: Mapping[str, Sequence[tuple[str, int]]]
    errors: Sequence[Error]
    real: Sequence[Error]

    def words(self) -> list[str]:
        """Every distinct word, in order."""
        clean = {word for rows in self.clean.values() for word, _ in rows}
        return sorted(clean | {error.typed for error in (*self.errors, *self.real)})

    def groups(self) -> list[Group]:
        """The groups whose files are all there, then every other file as a group of its own."""
        known = [group for group in GROUPS if set(group.files) <= set(self.clean)]
        named = {name for group in known for name in group.files}
        return known + [Group(f"false alarms, {name}", (name,)) for name in self.clean if name not in named]

    def running(self, names: Iterable[str]) -> int:
        """How many running words the files have together."""
        return sum(count for name in names for _, count in self.clean[name])

    def share(self, names: Collection[str], words: Collection[str]) -> float:
        """How much of the running text of these files the words are, in per cent."""
        found = sum(count for name in names for word, count in self.clean[name] if word in words)
        return 100 * found / self.running(names)


@dataclass
class Score:
    """What a checker did: words it rejects, words it marks softly and what for, its suggestions."""

    name: str
    rejected: set[str]
    soft: dict[str, str] = field(default_factory=dict)
    offers: dict[Error, list[str]] = field(default_factory=dict)

    def caught(self, errors: Collection[Error], kind: str = "", soft: bool = False) -> float:
        """Misspellings (of a kind) with a hard mark, or with any, in per cent."""
        own = [e for e in errors if kind in ("", e.kind)]
        hit = sum(e.typed in self.rejected or (soft and bool(self.soft.get(e.typed))) for e in own)
        return 100 * hit / max(1, len(own))

    def offered(self, first: int, kind: str = "") -> float:
        """Sampled misspellings (of a kind) for which a right word is among the first suggestions, in per cent."""
        own = [(e, offers) for e, offers in self.offers.items() if kind in ("", e.kind)]
        return 100 * sum(bool(set(e.meant) & set(offers[:first])) for e, offers in own) / max(1, len(own))


def load_sets(folder: Path) -> Sets:
    """Reads every table of a folder."""
    clean: dict[str, list[tuple[str, int]]] = {}
    errors: dict[bool, list[Error]] = {True: [], False: []}
    for path in sorted(folder.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        if path.stem.startswith(ERRORS):
            real = path.stem.replace(".", "-").startswith(REAL)
            errors[real] += [Error(typed, tuple(meant.split("|")), kind) for typed, meant, kind in rows]
        else:
            clean[path.stem] = [(row[0], int(row[1])) for row in rows]
    if not clean or not errors[False]:
        raise SystemExit(f"{folder}: there must be NAME.tsv with clean words and errors.tsv with misspellings")
    return Sets(clean, errors[False], errors[True])


def score(checker: Checker, sets: Sets, sample: int, soft_in: Collection[str] | None = None) -> Score:
    """Asks a checker about everything; suggestions for the rejected ones of `sample` misspellings.

    Soft marks are looked for on misspellings and in these files, or in all.
    """
    words = sets.words()
    found = Score(checker.name, checker.rejected(words))
    if isinstance(checker, PressDesk) and checker.has_soft_marks():
        looked = {word for name in (sets.clean if soft_in is None else soft_in) for word, _ in sets.clean[name]}
        looked |= {error.typed for error in (*sets.errors, *sets.real)}
        rest = sorted(looked - found.rejected)
        found.soft = {word: meant for word, meant in zip(rest, checker.meant(rest), strict=True) if meant}
    chosen = random.Random(SEED).sample(sets.errors, min(sample, len(sets.errors)))
    asked = [error for error in chosen if error.typed in found.rejected]
    if asked:
        found.offers = dict(zip(asked, checker.suggestions([error.typed for error in asked]), strict=True))
    return found


def forms_right(path: Path = FORMS) -> tuple[int, int]:
    """How many forms of a table `pressdesk inflect` writes right, and of how many."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line.strip()]
    given = lines([f"{row[0]}\t{row[1]}" for row in rows])
    written = ask((*PRESSDESK, "inflect", "--lang", "kk"), given).split("\n")[:-1]
    pairs = zip(rows, written, strict=True)
    return sum(answer.split("\t")[0] in row[2].split("|") for row, answer in pairs), len(rows)


def alarms_of_a_draft(name: str = "guimaraes") -> int:
    """Spelling marks on a sample draft, whose own names are known."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "sample.pressdesk"
        ask((*PRESSDESK, "sample", name, "-o", str(draft)), "")
        findings = json.loads(ask((*PRESSDESK, "check", str(draft), "--lang", "kk", "--format", "json"), ""))
    return sum(finding["rule"].startswith("kk.spelling") for finding in findings["findings"])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    body = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in body)


def by_checker(scores: Sequence[Score | None], cell: Callable[[Score], str]) -> list[str]:
    """A cell for each checker, "?" for one that is not installed."""
    return ["?" if one is None else cell(one) for one in scores]


def main_rows(sets: Sets, scores: Sequence[Score | None], which: int) -> list[list[str]]:
    """False alarms, caught, suggestions, with the goals for PressDesk (OWN) or the dictionary (EXPORTED)."""
    rows = []
    for group in sets.groups():
        shares = [None if one is None else sets.share(group.files, one.rejected) for one in scores]
        cells = ["?" if share is None else f"{share:.2f} %" for share in shares]
        rows.append([f"{group.title}, {sets.running(group.files):,} words", *cells, group.goals[which]])
    caught = by_checker(scores, lambda s: f"{s.caught(sets.errors):.2f} %")
    rows.append([f"misspellings caught, of {len(sets.errors):,}", *caught, CAUGHT_GOALS[which]])
    offered = by_checker(scores, lambda s: f"{s.offered(1):.1f} / {s.offered(5):.1f} %")
    asked = max((len(s.offers) for s in scores if s), default=0)
    rows.append([f"right word first / in the first five, of {asked}", *offered, OFFERED_GOALS[which]])
    return rows


def soft_rows(sets: Sets, own: Score) -> list[list[str]]:
    """What soft marks add; empty where this PressDesk tells none."""
    if not own.soft:
        return []
    share = sets.share(list(sets.clean), own.soft)
    real = sum(e.typed in own.rejected or e.typed in own.soft for e in sets.real)
    rows = [
        ["misspellings caught with soft marks too", f"{own.caught(sets.errors, soft=True):.2f} %", "-", "-", "99.3"],
        ["soft marks on clean text", f"{share:.2f} %", "-", "-", "0.3"],
    ]
    if sets.real:
        title = f"real slips that are real words, of {len(sets.real)}: any mark"
        others = ["-", "-"]
        rows.append([title, str(real), *others, "-"])
    return rows


def kind_rows(sets: Sets, scores: Sequence[Score | None]) -> list[list[str]]:
    """Caught, first and five by kind of misspelling."""
    counts = Counter(error.kind for error in sets.errors)
    rows = []
    for kind, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):

        def cell(one: Score, kind: str = kind) -> str:
            return f"{one.caught(sets.errors, kind):.1f}; {one.offered(1, kind):.0f} / {one.offered(5, kind):.0f}"

        rows.append([f"{KINDS.get(kind, kind)} ({count})", *by_checker(scores, cell)])
    return rows


def versions() -> str:
    """When and with what was measured."""
    hunspell = ask(("hunspell", "--version"), "").split("\n")[0].rpartition("Hunspell ")[2].rstrip(")") or "?"
    done = subprocess.run(
        ("dpkg-query", "-W", "-f", "${Version}", "hunspell-kk"), capture_output=True, encoding="utf-8", check=False
    )
    today = date.today()
    return f"Measured on {today.day} {today:%B %Y}, hunspell {hunspell}, Debian's hunspell-kk {done.stdout or '?'}."


def replace(path: Path, name: str, text: str) -> None:
    """Puts text between the markers of a document."""
    start, end = f"<!-- benchmarks/kazakh_quality.py --write: {name} -->", f"<!-- end of {name} -->"
    whole = path.read_text(encoding="utf-8")
    if start not in whole or end not in whole:
        raise SystemExit(f"{path} lacks the markers “{start}” and “{end}”: put them where the table shall stand.")
    head, rest = whole.split(start, 1)
    path.write_text(f"{head}{start}\n{text}\n{end}{rest.split(end, 1)[1]}", encoding="utf-8")


def measure(sets: Sets, sample: int, folder: Path) -> tuple[list[Score | None], list[Hunspell | None], list[str]]:
    """(scores of PressDesk, the exported dictionary and Debian's; both dictionaries; what is missing)."""
    scores: list[Score | None] = [score(PressDesk(), sets, sample)]
    both: list[Hunspell | None] = []
    missing = []
    for debians in (False, True):
        try:
            checker = debian() if debians else exported(folder)
        except MissingError as error:
            missing.append(str(error))
            both.append(None)
            scores.append(None)
        else:
            both.append(checker)
            scores.append(score(checker, sets, sample))
    return scores, both, sorted(set(missing))


def file_rows(both: Sequence[Hunspell | None]) -> list[list[str]]:
    """How long a dictionary loads and how big it is."""
    starts = [None if one is None else one.start() for one in both]
    sizes = [None if one is None else one.bytes() for one in both]
    times = ["?" if one is None else f"{one[0]:.2f} / {one[1]:.2f} s" for one in starts]
    bytes_ = ["?" if one is None else f"{one[0] / 1e6:.1f} / {one[1] / 1e6:.1f} MB" for one in sizes]
    return [
        ["`hunspell -l` of nothing, median of 20 / processor time", *times, "0.5"],
        ["size of the .aff / of the .dic", *bytes_, "-"],
    ]


def main() -> None:
    """Scores the three and prints, or writes, the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, default=SETS, help="a folder with other lists")
    parser.add_argument("--suggestions", type=int, default=500, help="how many misspellings ask for suggestions")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/")
    given = parser.parse_args()
    sets = load_sets(given.sets)
    with tempfile.TemporaryDirectory() as folder:
        scores, both, missing = measure(sets, given.suggestions, Path(folder))
        files = file_rows(both)
    for sentence in missing:
        print(f"{sentence}; its column has “?”")
    own = scores[0]
    assert own is not None
    names = ["PressDesk", "hunspell, exported dictionary", "hunspell-kk"]
    rows = main_rows(sets, scores, OWN) + soft_rows(sets, own)
    right, of = forms_right()
    named = str(alarms_of_a_draft())
    rows.insert(1, ["spelling marks on the model release as a draft, its names known", named, "-", "-", "0"])
    rows.append([f"forms of tests/grammar/data/forms.tsv written right, of {of}", str(right), "-", "-", "99.5 %"])
    kinds = table(["caught; first / five, by kind", *names], kind_rows(sets, scores))
    quality = "\n\n".join((table(["figure", *names, "goal"], rows), kinds))
    dictionary = table(
        ["figure", "this dictionary", "hunspell-kk of 2009", "goal"],
        main_rows(sets, scores[1:], EXPORTED) + files,
    )
    if not given.write:
        print(f"\n{quality}\n\n{dictionary}")
    elif missing or given.sets != SETS:
        raise SystemExit("Nothing was written: the documents hold figures of all three on the lists of the project.")
    else:
        replace(ROOT / "docs" / "kazakh-quality.md", "quality", f"{versions()}\n\n{quality}")
        replace(ROOT / "docs" / "dictionary.md", "dictionary", f"{versions()}\n\n{dictionary}")


if __name__ == "__main__":
    main()
