"""How many seeded mistakes a language are found, and how often clean paragraphs are marked.

    .venv/bin/python -m benchmarks.seeded --lang en [--half held] [--show]

Three columns by the real LanguageTool: alone, with our rules on its class path, and everything that `pressdesk check`
says. A mistake counts as found when a finding of any severity touches the words that differ from the right text and
is not there on the right text too; "mended" when a suggestion of it gives the right text. `--show` names what is
missed and what is marked on clean text; the half "held", which no rule was made for, is named only with `--half held`.
"""

import argparse
import csv
import difflib
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.proof.languagetool.known import Known
from pressdesk.proof.languagetool.lock import default_folder, read_lock
from pressdesk.proof.languagetool.proofer import LanguageToolProofer
from pressdesk.proof.languagetool.server import Server
from pressdesk.proof.languagetool.tables import Messages
from pressdesk.text.spans import Span

DATA = Path(__file__).parents[1] / "tests" / "proof" / "data"
HALVES = ("dev", "held")
GRAVE = (Severity.ERROR, Severity.WARNING)
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")

Check = Callable[[str], list[Finding]]


@dataclass(frozen=True, slots=True)
class Seed:
    """One row of seeded_<lang>.tsv: a text with one mistake, and the text as it should be."""

    half: str
    kind: str
    wrong: str
    right: str
    source: str

    def places(self) -> list[Span]:
        """The words of the wrong text that differ from the right one, each with its neighbours."""
        wrong, right = _TOKEN.findall(self.wrong), _TOKEN.findall(self.right)
        starts = [0]
        for token in wrong:
            starts.append(starts[-1] + len(token))
        changed = difflib.SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes()
        found = []
        for what, begin, end, _, _ in changed:
            if what != "equal":
                found.append(Span(starts[max(0, begin - 2)], starts[min(len(wrong), end + 2)]))
        return found


@dataclass(frozen=True, slots=True)
class Clean:
    """One row of clean_<lang>.tsv: names that the register would hold, separated by semicolons, and a paragraph."""

    names: tuple[str, ...]
    text: str


def seeds(language: str) -> list[Seed]:
    """The rows of tests/proof/data/seeded_<lang>.tsv: half, class, wrong, right, source."""
    return [Seed(r["half"], r["class"], r["wrong"], r["right"], r["source"]) for r in _rows(f"seeded_{language}.tsv")]


def clean(language: str) -> list[Clean]:
    """The rows of tests/proof/data/clean_<lang>.tsv: names, text."""
    rows = _rows(f"clean_{language}.tsv")
    return [Clean(tuple(name.strip() for name in row["names"].split(";") if name.strip()), row["text"]) for row in rows]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def finding_of(seed: Seed, check: Check) -> Finding | None:
    """The finding that tells the mistake, the one that mends it first; None when it is missed."""
    clean_too = Counter((f.rule, f.text) for f in check(seed.right))
    told: list[Finding] = []
    for finding in check(seed.wrong):
        if clean_too[finding.rule, finding.text]:
            clean_too[finding.rule, finding.text] -= 1
        elif any(finding.span.overlaps(place) for place in seed.places()):
            told.append(finding)
    return next((f for f in told if mends(f, seed)), told[0] if told else None)


def mends(finding: Finding, seed: Seed) -> bool:
    """Whether a suggestion of the finding gives the right text."""
    before, after = seed.wrong[: finding.span.start], seed.wrong[finding.span.end :]
    return any(before + suggestion.text + after == seed.right for suggestion in finding.suggestions)


def alarms(paragraph: Clean, check: Check) -> list[Finding]:
    """What is marked on a clean paragraph whose names are known."""
    known = Known(paragraph.names)
    found = check(paragraph.text)
    return [f for f in found if not (f.kind is Kind.SPELLING and known.covers(f.text))]


@contextmanager
def languagetool(language: str, own_rules: Path | None) -> Iterator[Check]:
    """LanguageTool with the rules of a folder: None for the shipped ones."""
    folder = default_folder(Places.at().data)
    with LanguageToolProofer(folder) as proofer:
        proofer.server = Server(folder, read_lock(), Messages(), own_rules=own_rules)
        yield lambda text: proofer.check(language, text)


@contextmanager
def everything(language: str) -> Iterator[Check]:
    """All checkers as `pressdesk check` joins them, with an empty register."""
    with tempfile.TemporaryDirectory() as home:
        places = Places.at(home)
        places.languagetool.parent.mkdir(parents=True)
        places.languagetool.symlink_to(Places.at().languagetool)
        proofing = Proofing(places)
        try:
            yield lambda text: list(proofing.text(language, [(None, text)]).findings)
        finally:
            proofing.close()


def report(name: str, check: Check, wanted: list[Seed], paragraphs: Iterable[Clean], show: tuple[str, ...]) -> None:
    """Prints the figures of one checker; `show`: the halves whose missed mistakes are named, none for figures alone."""
    missed: list[tuple[Seed, str]] = []
    for half in HALVES:
        some = [seed for seed in wanted if seed.half == half]
        if not some:
            continue
        told = {seed: finding_of(seed, check) for seed in some}
        found = {seed: f for seed, f in told.items() if f}
        grave = sum(f.severity in GRAVE for f in found.values())
        mended = sum(mends(f, seed) for seed, f in found.items())
        share = 20 * len(found) / len(some)
        print(
            f"{name:<24} {half:<5} {len(found):>3} of {len(some)} found ({share:.1f} of 20), {grave} as error or "
            f"warning, {mended} mended"
        )
        missed += [(seed, half) for seed in some if seed not in found and half in show]
    marked = [(finding, paragraph) for paragraph in paragraphs for finding in alarms(paragraph, check)]
    grave = sum(finding.severity in GRAVE for finding, _ in marked)
    print(f"{name:<24} clean {grave} errors and warnings, {len(marked) - grave} hints on clean paragraphs")
    if show:
        for seed, half in missed:
            print(f"    missed {half} [{seed.kind}] {seed.wrong}")
        for finding, paragraph in marked:
            start = max(0, finding.span.start - 40)
            around = paragraph.text[start : finding.span.end + 30]
            print(f"    alarm {finding.severity.value} {finding.rule} “{finding.text}” in …{around}…")


def main() -> None:
    """Runs the three checkers one after another; two at once would need a gigabyte."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=("ru", "en", "pt"), required=True)
    parser.add_argument("--half", choices=HALVES, help="only this half of the seeded mistakes")
    parser.add_argument("--only", choices=("alone", "rules", "all"), help="only this column")
    parser.add_argument("--show", action="store_true", help="name what is missed and what is marked on clean text")
    arguments = parser.parse_args()
    wanted = [seed for seed in seeds(arguments.lang) if arguments.half in (None, seed.half)]
    paragraphs = clean(arguments.lang)
    print(f"{arguments.lang}: {len(wanted)} seeded mistakes, {len(paragraphs)} clean paragraphs")
    with tempfile.TemporaryDirectory() as nothing:
        columns = {
            "alone": ("LanguageTool alone", languagetool(arguments.lang, Path(nothing))),
            "rules": ("with our rules", languagetool(arguments.lang, None)),
            "all": ("all of pressdesk check", everything(arguments.lang)),
        }
        for key, (name, opened) in columns.items():
            if arguments.only in (None, key):
                with opened as check:
                    report(name, check, wanted, paragraphs, (arguments.half or "dev",) if arguments.show else ())


if __name__ == "__main__":
    main()
