"""What the checking finds and what it wrongly marks: one table, each line beside its goal.

    .venv/bin/python -m benchmarks.proofing [--quick]

Seeded mistakes and clean paragraphs by the real LanguageTool alone and by all that `pressdesk check` says (`seeded`),
the slips of the real release of 22 December 2025, differences planted between language versions (`agreement`). Times
are measured by `checking_speed`, `desk_latency` and `text_latency`, which want a quiet machine; `--quick` leaves out
the languages that need LanguageTool. Exit code 1 where a goal is missed.
"""

import argparse
import itertools
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import agreement, seeded

from pressdesk.app.agreeing import Agreeing
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.model.findings import Finding, Severity
from pressdesk.proof.agreement.versions import of_paragraphs

MODEL = Path(__file__).parents[1] / "tests" / "proof" / "data" / "release-kk-2025-12-22.txt"
SETTING = "[attribution-case]\noff = false\n\n[working-visit]\noff = false\n"  # a house that wants both
SLIPS = {
    "style.quotes": 2,
    "style.dash": 3,
    "style.headline-length": 1,
    "style.sentence-length": 1,
    "style.attribution-case": 1,
    "style.working-visit": 1,
}
LEAST = {"ru": 18, "en": 19, "pt": 18}  # of twenty
RUSSIAN = "Переговоры продолжились в ходе двух круглых столов, прошедших при содействии муниципалитета."


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its goal."""

    what: str
    figure: str
    goal: str
    good: bool


def of_twenty(check: seeded.Check, rows: list[seeded.Seed]) -> float:
    """How many of twenty seeded mistakes are found."""
    return 20 * sum(seeded.finding_of(row, check) is not None for row in rows) / len(rows)


def grave(check: seeded.Check, paragraphs: list[seeded.Clean]) -> float:
    """Errors and warnings on three clean paragraphs whose names are known."""
    marked = [f for p in paragraphs for f in seeded.alarms(p, check) if f.severity in seeded.GRAVE]
    return 3 * len(marked) / len(paragraphs)


def language_rows(language: str) -> Iterator[Row]:
    """Seeded mistakes and clean paragraphs of a language."""
    rows, paragraphs = seeded.seeds(language), seeded.clean(language)
    with tempfile.TemporaryDirectory() as nothing, seeded.languagetool(language, Path(nothing)) as alone:
        before, alarms = of_twenty(alone, rows), grave(alone, paragraphs)
    with seeded.everything(language) as check:
        after, still = of_twenty(check, rows), grave(check, paragraphs)
    goal = LEAST[language]
    yield Row(f"{language}: seeded, of 20", f"{after:.1f} (alone {before:.1f})", f">= {goal}", after >= goal)
    yield Row(f"{language}: false on 3 paragraphs", f"{still:.2f} (alone {alarms:.2f})", "<= 1", still <= 1)


def found_in_the_model(home: Path) -> list[Finding]:
    """What a house that wants both settings hears of the real release."""
    style = home / "style.toml"
    style.write_text(SETTING, encoding="utf-8")
    text = MODEL.read_text(encoding="utf-8").strip().removeprefix("date 2025-12-22").strip()
    proofing = Proofing(Places.at(home), style=str(style))
    try:
        return list(proofing.text("kk", [(None, text)]).findings)
    finally:
        proofing.close()


def model_rows() -> Iterator[Row]:
    """The slips of the real release, what else is called an error, and the role that the Russian gives otherwise."""
    with tempfile.TemporaryDirectory() as home:
        found = found_in_the_model(Path(home))
    told = Counter(f.rule for f in found)
    hit = sum(min(told[rule], count) for rule, count in SLIPS.items())
    all_ = sum(SLIPS.values())
    yield Row("the real release: its slips", f"{hit} of {all_}", "all", hit == all_)
    other = [f for f in found if f.severity is Severity.ERROR and f.rule not in SLIPS]
    yield Row("the real release: other errors", str(len(other)), "0", not other)
    sentence = next(s for s in MODEL.read_text(encoding="utf-8").split(". ") if "ұйымдастыруымен" in s)
    pair = [of_paragraphs("kk", "kk.txt", [(None, sentence + ".")]), of_paragraphs("ru", "ru.txt", [(None, RUSSIAN)])]
    roles = [f for f in Agreeing().findings(pair, "en") if f.rule == "agreement.role"]
    yield Row("organised / assisted, by the Russian", "found" if roles else "missed", "found", bool(roles))


def agreement_rows() -> Iterator[Row]:
    """Planted differences found, and findings on versions that agree."""
    rows = agreement.plants()
    drafts, pairs = Agreeing(), Agreeing()
    hits = [agreement.in_draft(drafts, plant) for plant in rows]
    both = list(itertools.chain.from_iterable(agreement.in_pairs(pairs, plant) for plant in rows))
    for name, some in (("in drafts", hits), ("in pairs of files", both)):
        share = sum(some) / len(some)
        yield Row(f"planted differences, {name}", f"{sum(some)} of {len(some)}", ">= 95 %", share >= agreement.GOAL)
    most = max(len(found) for _, found in agreement.clean(pairs))
    yield Row("false on versions that agree, the most", str(most), "<= 1", most <= 1)


def main() -> int:
    """Prints the table; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="without what needs LanguageTool")
    quick = parser.parse_args().quick
    rows = [*model_rows(), *agreement_rows()]
    for language in () if quick else tuple(LEAST):
        rows += language_rows(language)
    for row in rows:
        print(f"{row.what:<44}{row.figure:<28}goal {row.goal:<10}{'' if row.good else 'MISSED'}".rstrip())
    return int(not all(row.good for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
