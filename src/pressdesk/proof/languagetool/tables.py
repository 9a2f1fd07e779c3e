"""The tables in resources/languagetool that a press officer may edit: rules switched off, severities, messages.

Always true: a row with a wrong number of columns or an unknown word is an error that names the line.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from pressdesk.data import resources
from pressdesk.errors import ProoferUnavailable, TableError
from pressdesk.model.findings import Kind, Severity

ANY = "*"


def _rows(file: Path, columns: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The rows below the heading, each with its line number; empty lines and lines that begin with # are none."""
    rows: list[tuple[int, list[str]]] = []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(file, 1, 1, f"the table cannot be read ({error}).") from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(columns):
            wanted = ", ".join(columns)
            raise TableError(file, number, 1, f"{len(cells)} columns where {len(columns)} belong: {wanted}.")
        rows.append((number, cells))
    if not rows or rows[0][1] != list(columns):
        raise TableError(file, 1, 1, f"the first line must name the columns {', '.join(columns)}.")
    return rows[1:]


def read_rules_off(file: Path | None = None) -> dict[str, frozenset[str]]:
    """LanguageTool's rules that house style switches off, by language ("en", "ru", "pt")."""
    file = file or resources("languagetool", "rules-off.tsv")
    found: dict[str, set[str]] = {}
    for number, (language, rule, _example, reason, _source) in _rows(
        file, ("language", "rule", "example", "reason", "source")
    ):
        if not rule or not reason:
            raise TableError(file, number, 2 if not rule else 4, "a rule is switched off by its name, with a reason.")
        found.setdefault(language, set()).add(rule)
    return {language: frozenset(rules) for language, rules in found.items()}


def read_words(file: Path | None = None) -> dict[str, frozenset[str]]:
    """Words that every release of the house may use and LanguageTool does not know, in all their forms, by language."""
    found: dict[str, set[str]] = {}
    for _, (language, words, _source) in _rows(
        file or resources("languagetool", "words.tsv"), ("language", "words", "source")
    ):
        found.setdefault(language, set()).update(words.split())
    return {language: frozenset(words) for language, words in found.items()}


class NeverOffered:
    """Words that are never put forward in place of a misspelt one, by language (never-offered.tsv): Руем → …"""

    def __init__(self, file: Path | None = None) -> None:
        self._rude: dict[str, re.Pattern[str]] = {}
        for _, (language, words, _example, _source) in _rows(
            file or resources("languagetool", "never-offered.tsv"), ("language", "words", "example", "source")
        ):
            found = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.lower().split())
            self._rude[language] = re.compile(rf"(?<!\w)(?:{found})(?!\w)")

    def without(self, language: str, offers: Iterable[str]) -> tuple[str, ...]:
        """The offers in their order, without those that hold such a word."""
        rude = self._rude.get(language)
        return tuple(offer for offer in offers if rude is None or not rude.search(offer.lower()))


def read_compounds(file: Path | None = None) -> dict[str, frozenset[str]]:
    """First parts that make a right compound with any right word («торгово-»), by language; lower case, no hyphen."""
    found: dict[str, set[str]] = {}
    for _, (language, first, _example, _source) in _rows(
        file or resources("languagetool", "compounds.tsv"), ("language", "first", "example", "source")
    ):
        found.setdefault(language, set()).add(first)
    return {language: frozenset(firsts) for language, firsts in found.items()}


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence with one planted mistake: who finds it can check the language."""

    language: str
    sentence: str
    mistake: str


def read_trials(file: Path | None = None) -> dict[str, Trial]:
    """The trial sentence of each language."""
    rows = _rows(file or resources("languagetool", "trials.tsv"), ("language", "sentence", "mistake"))
    return {cells[0]: Trial(*cells) for _, cells in rows}


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of severities.tsv: what such a match is about, and how much it matters. * stands for anything."""

    rule: str
    category: str
    issue_type: str
    kind: Kind
    severity: Severity

    def fits(self, rule: str, category: str, issue_type: str) -> bool:
        """Whether the row speaks of such a match."""
        return (
            fnmatchcase(rule, self.rule) and self.category in (ANY, category) and self.issue_type in (ANY, issue_type)
        )


class Severities:
    """The rows of severities.tsv; the first that fits decides."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or resources("languagetool", "severities.tsv")
        self._weights: list[Weight] = []
        for number, (rule, category, issue_type, kind, severity, _reason) in _rows(
            file, ("rule", "category", "issue_type", "kind", "severity", "reason")
        ):
            try:
                weight = Weight(rule, category, issue_type, Kind(kind), Severity(severity))
            except ValueError as error:
                raise TableError(file, number, 4, f"{error}; see the other rows for what may stand here.") from error
            self._weights.append(weight)
        if not self._weights or not self._weights[-1].fits("", "", ""):
            raise TableError(file, 1, 1, "the last row must be “* * *”: every match needs a severity.")

    def of(self, rule: str, category: str, issue_type: str) -> Weight:
        """The row for LanguageTool's rule id, category id ("TYPOS") and issue type ("misspelling")."""
        return next(weight for weight in self._weights if weight.fits(rule, category, issue_type))


class Said:
    """The rows of said.tsv: which sentence of the window says what a rule of LanguageTool is about."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or resources("languagetool", "said.tsv")
        columns = ("rule", "category", "says", "example", "source")
        self._rows = [(rule, category, says) for _, (rule, category, says, *_) in _rows(file, columns)]
        if not self._rows or self._rows[-1][:2] != (ANY, ANY):
            raise TableError(file, 1, 1, "the last row must be “* *”: every rule needs a sentence.")

    def of(self, rule: str, category: str) -> str:
        """The key below `lt.said.` in resources/ui for a rule id and a category id; the first row that fits decides."""
        return next(
            says for named, within, says in self._rows if fnmatchcase(rule, named) and within in (ANY, category)
        )


class Messages:
    """What the user reads when LanguageTool cannot work, in the window's language (messages.tsv)."""

    PROOFER = "LanguageTool"

    def __init__(self, ui: str = "en", file: Path | None = None) -> None:
        """`ui`: the window's language, "en", "ru" or "kk"; another one gives English."""
        columns = ("key", "en", "ru", "kk")
        column = columns.index(ui) if ui in columns[1:] else 1
        rows = _rows(file or resources("languagetool", "messages.tsv"), columns)
        self._texts: Mapping[str, str] = {cells[0]: cells[column] for _, cells in rows}

    def unavailable(self, state: str, **details: object) -> ProoferUnavailable:
        """The error for a state: no_java, no_jars, bad_jar, no_dictionary, language, not_started, died, ..."""
        why, mend = self._texts[f"{state}.why"], self._texts[f"{state}.mend"]
        return ProoferUnavailable(self.PROOFER, why.format(**details), mend.format(**details))
