"""Where a fact stands in the finished texts. Pure; no Qt here. Start at `stands`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pressdesk.model import paths
from pressdesk.model.facts import Facts
from pressdesk.model.findings import Finding, Kind
from pressdesk.model.release import Release, Source
from pressdesk.model.traits import Traits
from pressdesk.render.traits import traits_of
from pressdesk.text.spans import Span

GRAMMAR = "kk"  # the language whose forms the grammar makes, and may have to guess
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# what house style writes in the text, whatever was typed
_HOUSE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", "–": "-", "«": '"', "»": '"', "“": '"', "”": '"'})
_NAMES = ("name", "given", "family")
_KINDS = {"people": "person", "organisations": "org", "countries": "country", "event": "place", "issuer": "org"}


@dataclass(frozen=True)
class Standing:
    """How a fact stands in a text.

    Attributes:
        stem: what is as it was typed.
        ending: what the grammar added.
        guessed: why the form is a guess, "" where it is none.
    """

    stem: str
    ending: str
    guessed: str


def stands(release: Release | None, path: str) -> Standing | None:
    """How the fact at a path stands in a text, inflected rather than not; None where it does not stand there.

    Parts of a name (`people[1].given`) stand as the whole name, whose origin is the person.
    """
    if release is None:
        return None
    found = [
        (origin, block)
        for block in release.blocks
        for origin in block.origins
        if origin.field and origin.source is not Source.GAP and _same(origin.field, path)
    ]
    if not found:
        return None
    origin, block = max(found, key=lambda o: (bool(o[0].guessed), o[0].source is Source.INFLECTED))
    text = origin.span.of(block.text)
    shared = _common(text, origin.base)
    if shared * 2 < len(origin.base) or not shared:
        shared = len(text)  # written otherwise altogether, as dates and numbers are
    return Standing(text[:shared], text[shared:], origin.guessed)


def guesses(release: Release | None, owner: str) -> str:
    """Why a form of a name in the text was guessed, "" where none was."""
    if release is None:
        return ""
    fields = (owner, *(f"{owner}.{name}" for name in _NAMES))
    found = (o.guessed for b in release.blocks for o in b.origins if o.guessed and o.field in fields)
    return next(found, "")


def owner_of(facts: Facts, path: str) -> str:
    """The path of whoever bears the name at a path (`people[1]` of `people[1].given`), "" where it is no name."""
    owner, _, last = path.rpartition(".")
    return owner if last in _NAMES and isinstance(paths.get(facts, owner), Traits) else ""


def base_of(facts: Facts, owner: str, language: str) -> str:
    """The full name in the nominative, as the grammar is given it."""
    bearer = paths.get(facts, owner)
    if hasattr(bearer, "given"):
        parts = [bearer.given.get(language, ""), bearer.family.get(language, "")]
        if bearer.name_order == "family_first":
            parts.reverse()
        return " ".join(part for part in parts if part)
    return str(bearer.name.get(language, "")) if bearer is not None else ""


def grammar_traits(facts: Facts, owner: str) -> dict[str, str]:
    """What the grammar is told of a name."""
    bearer = paths.get(facts, owner)
    traits = traits_of(bearer, GRAMMAR, _KINDS.get(str(paths.parse(owner)[0]), ""))
    if hasattr(bearer, "given"):
        traits |= {"given": bearer.given.get(GRAMMAR, ""), "family": bearer.family.get(GRAMMAR, "")}
    return traits


def slips(findings: Iterable[Finding], path: str) -> list[Finding]:
    """The findings that are about the words of a fact. What a language lacks is no slip: rings say that."""
    return [f for f in findings if f.field and f.kind not in (Kind.FACTS, Kind.GUESS) and _same(f.field, path)]


def within(release: Release | None, finding: Finding) -> int:
    """How many code points into its fact's words in the text a finding begins; 0 where that is not known."""
    block = next((b for b in release.blocks if b.id == finding.block), None) if release is not None else None
    origin = block.origin_at(finding.span.start) if block is not None else None
    return finding.span.start - origin.span.start if origin is not None else 0


def spot(words: str, underlined: str, near: int = 0) -> Span | None:
    """Where underlined words of the text stand among the words of the fact, which know no endings; None for nowhere.

    Where they stand there more than once it is the place nearest to `near`, so that each space has its own.
    """
    plain, sought = _plain(words), _plain(underlined)
    places = [at for at in range(len(plain)) if plain.startswith(sought, at)] if sought else []
    if places:
        at = min(places, key=lambda place: abs(place - near))
        return Span(at, at + len(underlined))
    for found in _WORD.finditer(words):
        shared = _common(underlined, found[0])
        if shared >= 3 and shared >= len(found[0]) - 2:
            return Span(*found.span())
    return None


def _same(origin: str, path: str) -> bool:
    if origin == path or origin.startswith((path + ".", path + "[")):
        return True
    owner, _, last = path.rpartition(".")
    return last in _NAMES and origin == owner


def _plain(text: str) -> str:
    """The text in lower case and without what house style makes of spaces, hyphens and quotation marks: same length."""
    lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_HOUSE)


def _common(text: str, base: str) -> int:
    text, base = _plain(text), _plain(base)
    number = 0
    while number < min(len(text), len(base)) and text[number] == base[number]:
        number += 1
    return number
