"""Whether the versions of a text say the same: those of a draft, or files. Start at `Agreeing`.

The comparing is `proof/agreement`; here it learns who and what the names are, from the draft, the user's register and
what is shipped.
"""

import threading
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Protocol, runtime_checkable

from pressdesk import data
from pressdesk.app.register.layers import Layers, shipped_records
from pressdesk.grammar.table import read_table
from pressdesk.language.language import load as load_language
from pressdesk.language.russian import words as russian
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Facts, Organisation, Person, Place
from pressdesk.model.findings import Finding
from pressdesk.model.parties import Issuer, Text
from pressdesk.model.register import Book, person_name
from pressdesk.proof.agreement.compare import differences
from pressdesk.proof.agreement.found import finding
from pressdesk.proof.agreement.lexicon import TONGUES, Lexicon, table, tokens
from pressdesk.proof.agreement.sounds import is_latin
from pressdesk.proof.agreement.spotting import Known
from pressdesk.proof.agreement.versions import Version
from pressdesk.text.messages import Messages

LEAST_ADJECTIVE = 7  # letters; of a shorter one no ending is taken off, for what is left may be another word
LOOSE = "*"
Subject = Person | Organisation | Country | Place | Issuer | Entry | object


@runtime_checkable
class _Reads(Protocol):
    """An inflector that knows all words of its language."""

    def accepts(self, word: str) -> bool: ...


class Agreeing:
    """Compares versions. Safe in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[tuple[Facts | None, Book], Known] | None = None

    def findings(
        self, versions: Sequence[Version], ui_language: str, draft: Draft | None = None, layers: Layers | None = None
    ) -> list[Finding]:
        """Every difference, version by version in the order given; see `by_version`."""
        return [f for found in self.by_version(versions, ui_language, draft, layers) for f in found]

    def by_version(
        self, versions: Sequence[Version], ui_language: str, draft: Draft | None = None, layers: Layers | None = None
    ) -> list[list[Finding]]:
        """The differences that each version is told of, in reading order, none twice; empty where fewer than two have
        a text.

        Args:
            versions: of one text, each in its language; languages that no table knows are compared in figures alone.
            draft: whose facts say what each name is called, where the versions are a draft's.
            layers: the user's register over the shipped one.
        """
        full = [number for number, version in enumerate(versions) if version.pieces]
        found: list[list[Finding]] = [[] for _ in versions]
        if len(full) < 2:
            return found
        messages, compared = Messages(ui_language), [versions[number] for number in full]
        for difference in differences(compared, self._known(draft, layers or Layers()), common):
            found[full[difference.version]].append(finding(difference, compared, messages))
        return found

    def _known(self, draft: Draft | None, layers: Layers) -> Known:
        """What the draft and the register know; made anew only when one of them changed."""
        facts = draft.facts if draft else None
        with self._lock:
            if self._made is not None:
                (old, book), made = self._made
                if old == facts and (book is layers.own or not (book.records or layers.own.records)):
                    return made
            made = known(draft, layers)
            self._made = ((facts, layers.own), made)
            return made


def known(draft: Draft | None, layers: Layers) -> Known:
    """The names of the draft, the user's register, and what is shipped."""
    gathered = _Gathered()
    own: list[tuple[str, Subject]] = []
    if draft is not None:
        facts = draft.facts
        own += [(f"person {n}", person) for n, person in enumerate(facts.people)]
        own += [(f"body {n}", body) for n, body in enumerate(facts.organisations)]
        own += [(f"land {country.id or n}", country) for n, country in enumerate(facts.countries)]
        own += [(f"spot {n}", place) for n, place in enumerate((facts.event.place, facts.cause.place))]
        own += [("spot line", Place(name=facts.dateline.city)), ("body issuer", facts.issuer)]
    own += [(f"own {record.id}", record.what) for record in layers.own]
    for thing, what in own:
        gathered.add(thing, what, own=True)
    for key, record in shipped_records().items():
        if isinstance(record.what, Country | Organisation | Place):
            gathered.add(f"land {key}" if isinstance(record.what, Country) else f"shipped {key}", record.what)
    return gathered.known()


class _Gathered:
    """Names as they come, one thing for what is called the same in a language."""

    def __init__(self) -> None:
        self._people, self._places, self._bodies = Lexicon(), Lexicon(), Lexicon()
        self._shown: dict[str, Mapping[str, str]] = {}
        self._own: set[str] = set()
        self._lands: set[str] = set()
        self._called: dict[tuple[str, str, str], str] = {}
        for row in table("not_names").rows.values():
            for tag in TONGUES:
                for words in row[tag].split(";"):
                    self._places.silence(tag, words.strip())

    def known(self) -> Known:
        return Known(
            self._people, self._places, self._bodies, self._shown, frozenset(self._own), frozenset(self._lands)
        )

    def add(self, thing: str, what: Subject, *, own: bool = False) -> None:
        if isinstance(what, Person):
            self._person(thing, what)
            if own:
                self._own.add(thing)
        elif isinstance(what, Organisation | Issuer):
            texts = [what.name, what.short, *_also(thing)]
            texts += [what.abbreviation] if isinstance(what, Organisation) else []
            self._names(self._bodies, "body", thing, texts)
        elif isinstance(what, Country):
            thing = self._names(self._places, "place", thing, [what.name, what.official, *_also(thing)])
            self._lands.add(thing)
            self._adjective(thing, what.adjective)
            self._derived(thing, [what.name, *_also(thing)])
        elif isinstance(what, Place):
            self._names(self._places, "place", thing, [what.name])

    def _names(self, lexicon: Lexicon, sort: str, thing: str, texts: Sequence[Text]) -> str:
        """Takes the names in; the thing that they are of, another one where that is called the same in a language."""
        same = (self._called.get((sort, tag, name)) for text in texts for tag, name in text.items() if name)
        thing = next((other for other in same if other), thing)
        self._shown.setdefault(thing, dict(texts[0]))
        for text in texts:
            for tag, name in text.items():
                if name.strip() and (sort, tag, name) not in self._called:
                    self._called[sort, tag, name] = thing
                    lexicon.add_name(thing, tag, name, cased=len(tokens(name)) == 1 and name[:1].isupper())
        return thing

    def _person(self, thing: str, person: Person) -> None:
        """A person by the family name, and by both names; by the given name where there is no other."""
        self._shown[thing] = {tag: person_name(person, tag) for tag in {*person.given, *person.family}}
        for tag, whole in self._shown[thing].items():
            family = person.family.get(tag, "") or person.given.get(tag, "")
            for name in {family, whole} - {""}:
                self._people.add_name(thing, tag, name)

    def _adjective(self, thing: str, adjective: Text) -> None:
        for tag, word in adjective.items():
            if not word:
                continue
            if len(word) >= LEAST_ADJECTIVE and word[:1].islower():
                self._places.add(thing, tag, word[:-2] + LOOSE)
            else:
                self._places.add_name(thing, tag, word)

    def _derived(self, thing: str, texts: Sequence[Text]) -> None:
        """The adjectives that a language makes of any country's name by an ending (derived.tsv), in all their forms."""
        for row in _derivations():
            for name in {text.get(row["language"], "") for text in texts} - {""}:
                self._places.add(thing, row["language"], name.lower() + row["ending"] + LOOSE)


def _also(thing: str) -> list[dict[str, str]]:
    """What a thing of the register is called too, as texts by language (also.tsv)."""
    row = table("also").rows.get(thing.partition(" ")[2])
    cells = {tag: [name.strip() for name in row[tag].split(";")] for tag in TONGUES} if row else {}
    most = max((len(names) for names in cells.values()), default=0)
    return [{tag: names[n] for tag, names in cells.items() if n < len(names) and names[n]} for n in range(most)]


@cache
def _derivations() -> tuple[Mapping[str, str], ...]:
    columns = ("language", "ending", "example", "source")
    return tuple(row.cells for row in read_table(data.resources("agreement", "derived.tsv"), columns, columns))


@lru_cache(maxsize=20_000)
def common(word: str, language: str) -> bool:
    """Whether a word, in small letters, is a common word of its language: its dictionary has it and not as a name.

    English and Portuguese have no dictionary here: the words of the shipped phrases and organisations stand for one.
    """
    if language not in TONGUES or word in _words_of(language):
        return language in TONGUES
    spoken = load_language(language)
    if isinstance(spoken.inflector, _Reads):
        return not is_latin(word) and spoken.inflector.accepts(word)
    if spoken.settings.inflection == "russian":
        return not is_latin(word) and russian.known(word) and not any(r.proper for r in russian.readings(word))
    return False


@cache
def _words_of(language: str) -> frozenset[str]:
    """Every word of the shipped phrases, organisations and titles, in small letters."""
    texts: list[str] = []
    for record in shipped_records().values():
        what = record.what
        if isinstance(what, Entry):
            texts.append(what.text.get(language, ""))
        elif isinstance(what, Organisation):
            texts += [what.name.get(language, ""), what.short.get(language, "")]
    columns = ("language", "word", "example", "source")
    path = data.resources("agreement", "capitals.tsv")
    listed = {row["word"] for row in read_table(path, columns, columns) if row["language"] == language}
    return frozenset(listed | {token.low for text in texts for token in tokens(text)})
