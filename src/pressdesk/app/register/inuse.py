"""An entry at work: its forms beside a word, in a whole sentence, and the drafts that name it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pressdesk.app.register.forms import traits_for
from pressdesk.app.register.matching import same_name
from pressdesk.errors import FactsError, PressDeskError
from pressdesk.language.language import Language
from pressdesk.language.language import load as load_language
from pressdesk.model.draft import Draft, references
from pressdesk.model.facts import Entry
from pressdesk.model.register import Record, names_of
from pressdesk.store.draft_file import open_draft
from pressdesk.text.messages import catalogue

_SLOT = re.compile(r"\{([^{}]*)\}")
_ALIKE = {"measure": "topic", "point": "topic", "said": "topic"}  # which take the sentence of another kind


@dataclass(frozen=True, slots=True)
class Shown:
    """A form among other words: what stands before it, itself, what stands after it."""

    before: str
    form: str
    after: str


def sentence(record: Record, tag: str) -> Shown | None:
    """The entry in a sentence of a release in one language; None where it lacks words, or its kind has no sentence."""
    base = record.names.get(tag, "")
    pattern = _pattern(f"register.sentence.{_ALIKE.get(record.kind, record.kind)}", tag)
    if not base or not pattern:
        return None
    language, traits = load_language(tag), traits_for(record, tag)

    def form(case: str) -> str:
        if case == "NOM":
            return base
        try:
            return language.inflector.form(base, case, traits).text
        except FactsError:
            return base

    return _placed(pattern, form, language, traits)


def beside(record: Record, tag: str, case: str, form: str) -> Shown:
    """A case form beside a word that asks for it."""
    pattern = _pattern(f"register.beside.{record.kind}.{case}", tag) or "{}"
    found = _placed(pattern, lambda _: form, load_language(tag), traits_for(record, tag))
    return found or Shown("", form, "")


def _placed(pattern: str, form: Callable[[str], str], language: Language, traits: dict[str, str]) -> Shown | None:
    """A pattern with its one slot filled: `{INS}` is a form, `{с:INS}` a preposition and a form, `{с}` and `{}` the
    form at hand."""
    slot = _SLOT.search(pattern)
    if slot is None:
        return None
    preposition, _, case = slot[1].rpartition(":")
    if not preposition and case and not case.isascii():
        preposition, case = case, ""
    made = form(case)
    before = pattern[: slot.start()]
    if preposition:
        own = traits.get(f"preposition:{preposition}", preposition)
        before = f"{before}{language.preposition(own, made)} "
    return Shown(before, made, pattern[slot.end() :])


def _pattern(key: str, tag: str) -> str:
    found = catalogue().get(key, {}).get(tag, "")
    return found if isinstance(found, str) else ""


def names(draft: Draft, record: Record) -> bool:
    """Whether a draft names the record: by its id, or by its name."""
    if isinstance(record.what, Entry):
        return record.id in map(str, references(draft.facts))
    facts = draft.facts
    things = (*facts.people, *facts.organisations, *facts.countries)
    kind = type(record.what)
    places = (facts.event.place, facts.next.place, facts.cause.place)
    return any(same_name(names_of(thing), record.names) for thing in (*things, *places) if type(thing) is kind)


class Drafts:
    """The drafts used last, opened once as long as their files stay the same; and the one that is open now."""

    def __init__(self, files: Iterable[str], now: Draft | None = None, path: Path | None = None) -> None:
        self._now, self._path = now, path
        self._files = tuple(file for file in map(Path, files) if file != path)
        self._read: dict[Path, tuple[int, Draft | None]] = {}

    def naming(self, record: Record) -> Iterator[tuple[Path | None, Draft]]:
        """The drafts that name a record: the open one, without a path, then the one used last.

        A file that cannot be read is passed over.
        """
        if self._now is not None and names(self._now, record):
            yield None, self._now
        for path in self._files:
            draft = self._draft(path)
            if draft is not None and names(draft, record):
                yield path, draft

    def _draft(self, path: Path) -> Draft | None:
        try:
            changed = path.stat().st_mtime_ns
        except OSError:
            return None
        known = self._read.get(path)
        if known is None or known[0] != changed:
            try:
                known = (changed, open_draft(path))
            except PressDeskError:
                known = (changed, None)
            self._read[path] = known
        return known[1]
