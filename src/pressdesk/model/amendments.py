"""Amendments: paragraphs of the finished text that somebody rewrote by hand, and the facts that live on in them.

Start at `Amendment`. It keeps the generated text that it was made from and the new text, both as pieces; a piece that
is a fact names it by `reference`, which outlives a change of order, and the grammar writes it anew when it changes.
`stale` says when the facts have moved on from what was rewritten.
"""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pressdesk.model.facts import Facts

_NAMED = ("people", "organisations", "countries")  # lists whose items have an id
_PLACE = re.compile(r"^(\w+)\[(\d+)\]")
# house typography changes these signs and nothing else; two texts that differ in them alone are the same
_SAME = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "–": "-", "—": "-", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
     "‘": "'", "’": "'"}
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a text.

    Attributes:
        text: the words as they stood when they were written.
        fact: the reference of the fact that they are, "" for words of no fact.
        features: the form they stand in ("GEN", ...), "" for the nominative.
        base: the fact as it was stored then.
        style: how a date, a time, a figure or an initial was put into words ("day", "percent", ...), "" for words.
    """

    text: str = ""
    fact: str = ""
    features: str = ""
    base: str = ""
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """One block of one language, rewritten by hand.

    Attributes:
        id: its name within the draft, "a1".
        language: the short tag of the text.
        kind: the block's kind by its value, "paragraph".
        made_from: the generated text that was rewritten; () where the facts made it no more and somebody kept it: such
            a block stands by itself and is not stale.
        pieces: the text that stands instead. Its facts are living ones: they follow what the form says.
        lines: the lines of the templates that wrote the block, `working_visit/kk.j2:102`.
        before: the fingerprint of the generated block in front of it, "" for the first.
        others: the fingerprints of the other generated blocks: what looks like one of them is not this one.
    """

    id: str = ""
    language: str = ""
    kind: str = ""
    made_from: tuple[Piece, ...] = ()
    pieces: tuple[Piece, ...] = ()
    lines: tuple[str, ...] = ()
    before: str = ""
    others: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The new text, its facts as they were."""
        return plain(self.pieces)


def plain(pieces: Sequence[Piece]) -> str:
    """The pieces as text."""
    return "".join(piece.text for piece in pieces)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same text with each stretch of own words as one piece, and nothing empty."""
    made: list[Piece] = []
    for piece in pieces:
        if made and not made[-1].fact and not piece.fact:
            made[-1] = Piece(text=made[-1].text + piece.text)
        elif piece.text:
            made.append(piece)
    return tuple(made)


def folded(text: str) -> str:
    """The text as if typed on a typewriter: as long as before, one kind of space, dash and quotation mark."""
    return text.translate(_SAME)


def fingerprint(text: str) -> str:
    """A short name of a text, the same whatever its quotation marks, dashes and spaces look like."""
    return sha256(folded(text).encode()).hexdigest()[:12]


# --- facts by name ---------------------------------------------------------------------------------------------------


def reference(facts: Facts, path: str) -> str:
    """A path whose people, organisations and countries are told by id: `people[0].family` is `people[p1].family`.

    Whatever has no id keeps its number, after a #: `programme[#1].topics[#0]`.
    """
    match = _PLACE.match(path)
    if match and match[1] in _NAMED:
        items = getattr(facts, match[1])
        index = int(match[2])
        if index < len(items) and items[index].id:
            return f"{match[1]}[{items[index].id}]{_numbered(path[match.end() :])}"
    return _numbered(path)


def _numbered(path: str) -> str:
    return re.sub(r"\[(\d+)\]", r"[#\1]", path)


def path_of(facts: Facts, fact: str) -> str:
    """The path of a reference in the facts as they are; "" where nobody has the id any more."""
    for name in _NAMED:
        if not fact.startswith(f"{name}[") or fact.startswith(f"{name}[#"):
            continue
        for index, item in enumerate(getattr(facts, name)):
            start = f"{name}[{item.id}]"
            if item.id and fact.startswith(start):
                return f"{name}[{index}]{fact[len(start) :].replace('[#', '[')}"
        return ""
    return fact.replace("[#", "[")


def items(pieces: Sequence[Piece]) -> dict[str, str]:
    """The numbered list items that a text speaks of, by their list: {"programme": "programme[#1]"}.

    A list of which it names several items is left out: the text is not about one of them.
    """
    found: dict[str, set[str]] = {}
    for piece in pieces:
        match = re.match(r"^(\w+)\[#\d+\]", piece.fact)
        if match:
            found.setdefault(match[1], set()).add(match[0])
    return {name: next(iter(several)) for name, several in found.items() if len(several) == 1}


def moved(pieces: Sequence[Piece], now: Sequence[Piece]) -> dict[str, str]:
    """Which list items of `pieces` have another number in `now`, the same block as generated today."""
    there = items(now)
    return {old: there[name] for name, old in items(pieces).items() if name in there and there[name] != old}


def renamed(fact: str, changes: dict[str, str]) -> str:
    """The reference with its list item's new number."""
    for old, new in changes.items():
        if fact.startswith(old):
            return new + fact[len(old) :]
    return fact


# --- staleness -------------------------------------------------------------------------------------------------------


def stale(amendment: Amendment, now: Sequence[Piece]) -> bool:
    """Whether the generated text has moved on: it differs from what was rewritten by more than living facts.

    A difference in a fact that lives in the new text is none, for it follows there too. Words of the template count: a
    verb that agrees with another name has to be looked at.
    """
    changes = moved(amendment.made_from, now)
    followed = {renamed(piece.fact, changes) for piece in amendment.pieces if piece.fact}
    before = [dataclasses.replace(p, fact=renamed(p.fact, changes)) for p in amendment.made_from]
    return list(_skeleton(before, followed)) != list(_skeleton(now, followed))


def _skeleton(pieces: Sequence[Piece], followed: Collection[str]) -> Iterator[tuple[str, ...]]:
    """The text in which each followed fact is its name and form; all other words are themselves."""
    words = ""
    for piece in pieces:
        if piece.fact and any(_within(piece.fact, root) for root in followed):
            yield ("words", folded(words))
            yield ("fact", piece.fact, piece.features)
            words = ""
        else:
            words += piece.text
    yield ("words", folded(words))


def _within(fact: str, root: str) -> bool:
    return fact == root or (fact.startswith(root) and fact[len(root)] in ".[")
