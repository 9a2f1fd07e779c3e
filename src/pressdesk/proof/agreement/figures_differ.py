"""Figures that one language version says otherwise than another, or not at all. Start at `differences`.

In each row of matching paragraphs the figures of all versions are put together by what they say. A figure that not
every version has is looked for in the rest of the text (it may have moved to the next paragraph), and then beside the
figures that the others have in its place: 22 in one version and 20 in another are one difference.

Who hears of it: with three versions and more those that stand alone, be it with another figure or with none; where no
side is larger, and so with two versions, every version, for nobody can know which is right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pressdesk.model.findings import Elsewhere, Severity
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.figures import SIZE, Label, Mention, Quantity, What
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.instead import instead
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.same import covered, likeness, rounded, same
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

FEW_IN_WORDS = 10
"""A smaller number in words that another version leaves out may be a turn of phrase: a warning, no error."""
LIKE = 3.0
"""From this likeness on a figure is quoted as what stands in another's place, though it is said elsewhere too."""
ALIKE = {"over": "over", "at_least": "over", "about": "about"}
"""What is asked of approximate figures; a limit («до 16 лет», "under 16") is said in too many ways to compare."""


@dataclass(frozen=True, slots=True)
class _Item:
    version: int
    piece: Piece
    mention: Mention


@dataclass(slots=True)
class _Saying:
    """One figure as the versions of a row say it."""

    items: dict[int, _Item]
    elsewhere: set[int] = field(default_factory=set)  # versions that say it in another paragraph or in parts

    @property
    def first(self) -> _Item:
        return next(iter(self.items.values()))

    @property
    def claims(self) -> bool:
        return any(item.mention.claims for item in self.items.values())

    @property
    def supports(self) -> set[int]:
        return self.items.keys() | self.elsewhere

    def like(self, other: "_Saying") -> float:
        return max(likeness(a.mention, b.mention) for a in self.items.values() for b in other.items.values())


def differences(versions: Sequence[Version], rows: Sequence[Row]) -> list[Difference]:
    """Every figure that the versions do not agree on, in the order of the rows; at least two versions.

    Args:
        versions: of one text; a language without words in the tables is read in digits alone.
        rows: their matching paragraphs, as `align.rows` gives them.
    """
    texts = [
        [mention for piece in version.pieces for mention in mentions(piece.text, version.language)]
        for version in versions
    ]
    found: list[Difference] = []
    for row in rows:
        found += _of_row(versions, row, texts)
    return _once(found)


def _of_row(versions: Sequence[Version], row: Row, texts: Sequence[Sequence[Mention]]) -> Iterator[Difference]:
    sayings = _sayings(versions, row)
    here = {number for number, pieces in enumerate(row.parts) if pieces}
    near = {
        version: [m for piece in row.parts[version] for m in mentions(piece.text, versions[version].language)]
        for version in here
    }
    for saying in sayings:
        yield from _approximations(versions, saying)
        for version in set(range(len(versions))) - saying.items.keys():
            mention = saying.first.mention
            if covered(mention, near.get(version, ()), near=True) or covered(mention, texts[version], near=False):
                saying.elsewhere.add(version)
    open_ones = [saying for saying in sayings if not here <= saying.supports]
    for group in _groups(open_ones):
        if len(group) == 1 and _is_size(group[0].first.mention):
            continue  # "tens of thousands" is contradicted by "hundreds of thousands", not by its absence
        yield from _told(versions, row, group, here, sayings)


def _sayings(versions: Sequence[Version], row: Row) -> list[_Saying]:
    """What the row says in figures, each with the versions that say it; a figure said twice counts once."""
    sayings: list[_Saying] = []
    for version, pieces in enumerate(row.parts):
        for piece in pieces:
            for mention in mentions(piece.text, versions[version].language):
                item = _Item(version, piece, mention)
                fitting = [saying for saying in sayings if same(saying.first.mention, mention)]
                free = [saying for saying in fitting if version not in saying.items]
                if free:
                    best = max(free, key=lambda saying: likeness(saying.first.mention, mention))
                    best.items[version] = item
                elif not fitting:
                    sayings.append(_Saying({version: item}))
    return sayings


def _groups(open_ones: Sequence[_Saying]) -> Iterator[list[_Saying]]:
    """Sayings that stand in one another's place, the likest first; one of each group at least must be answered."""
    pairs = sorted(
        (
            (score, -i, -j)
            for i, one in enumerate(open_ones)
            for j, other in enumerate(open_ones[i + 1 :], start=i + 1)
            if not one.supports & other.supports and (score := one.like(other)) > 0
        ),
        reverse=True,
    )
    group_of = list(range(len(open_ones)))
    for _, i, j in pairs:
        one, other = -i, -j
        members = [n for n in range(len(open_ones)) if group_of[n] in (group_of[one], group_of[other])]
        supports = [open_ones[n].supports for n in members]
        if group_of[one] != group_of[other] and sum(map(len, supports)) == len(set().union(*supports)):
            group_of = [group_of[one] if n in members else group for n, group in enumerate(group_of)]
    for group in dict.fromkeys(group_of):
        members_of = [open_ones[n] for n in range(len(open_ones)) if group_of[n] == group]
        if any(saying.claims for saying in members_of):
            yield members_of


def _told(
    versions: Sequence[Version], row: Row, group: list[_Saying], here: set[int], sayings: Sequence[_Saying]
) -> Iterator[Difference]:
    """The differences of a group, one a version that is to hear of it."""
    having = set().union(*(saying.supports for saying in group))
    lacking = sorted(here - having)
    sides = [len(saying.supports) for saying in group] + ([len(lacking)] if lacking else [])
    most = max(sides)
    majority = sides.count(most) == 1 and len(versions) > 2
    for saying in group:
        if majority and len(saying.supports) == most:
            continue
        others = [other for other in sorted(group, key=lambda s: -len(s.supports)) if other is not saying]
        for item in saying.items.values():
            yield _at_item(versions, row, item, others or _beside(item, lacking, sayings), lacking)
    if lacking and not (majority and len(lacking) == most):
        best = max(group, key=lambda saying: (saying.claims, len(saying.supports)))
        if best.claims and not _is_size(best.first.mention):
            for version in lacking:
                yield _where_lacking(versions, row, version, best)


def _at_item(
    versions: Sequence[Version], row: Row, item: _Item, others: Sequence[_Saying], lacking: Sequence[int]
) -> Difference:
    mention = item.mention
    places = tuple(_place(versions, other) for saying in others for other in saying.items.values())
    weight = Severity.ERROR
    says, put = "figure-other", ""
    if others:
        put = instead(mention, others[0].first.mention, versions[item.version].language)
        if all(rounded(mention.value, saying.first.mention.value) for saying in others):
            weight, says = Severity.WARNING, "figure-rounded"
    else:
        weight, says = _weight_alone(mention), "figure-extra"
        places = tuple(_lack(versions[version], row.parts[version]) for version in lacking if row.parts[version])
    return Difference(_rule(mention), says, item.version, item.piece, mention.span, places, put=put, weight=weight)


def _beside(item: _Item, lacking: Sequence[int], sayings: Sequence[_Saying]) -> list[_Saying]:
    """What a version that lacks a figure has in its place, though it is said elsewhere too."""
    alike = [
        (likeness(item.mention, saying.first.mention), saying) for saying in sayings if item.version not in saying.items
    ]
    fitting = [pair for pair in alike if pair[0] >= LIKE and any(n in pair[1].items for n in lacking)]
    if not fitting:
        return []
    best = max(fitting, key=lambda pair: pair[0])[1]
    return [_Saying({n: found for n, found in best.items.items() if n in lacking})]


def _where_lacking(versions: Sequence[Version], row: Row, version: int, saying: _Saying) -> Difference:
    """The difference of a version that has no such figure: at the sentence that answers the others'."""
    of = saying.first
    before = sum(sentence.end <= of.mention.span.start for sentence in of.piece.sentences)
    pieces = row.parts[version]
    places = [(piece, sentence) for piece in pieces for sentence in piece.sentences]
    share = (before + 0.5) / max(len(of.piece.sentences), 1)
    piece, span = places[min(int(share * len(places)), len(places) - 1)] if places else (pieces[0], Span(0, 0))
    shown = tuple(_place(versions, item) for item in saying.items.values())
    weight = _weight_alone(of.mention)
    return Difference(_rule(of.mention), "figure-missing", version, piece, span, shown, weight=weight)


def _weight_alone(mention: Mention) -> Severity:
    """How much it matters that others do not say it at all."""
    if mention.what is What.WEEKDAY:
        return Severity.HINT  # the date says it too
    value = mention.value
    in_words = not any(char.isdigit() for char in mention.text)
    if in_words and mention.what is What.NUMBER and isinstance(value, Quantity) and value.low < FEW_IN_WORDS:
        return Severity.WARNING
    return Severity.ERROR


def _is_size(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.unit == SIZE


def _rule(mention: Mention) -> str:
    return What.NUMBER.value if isinstance(mention.value, Label) else mention.what.value


def _place(versions: Sequence[Version], item: _Item) -> Elsewhere:
    return versions[item.version].place(item.piece, item.mention.span)


def _lack(version: Version, pieces: Sequence[Piece]) -> Elsewhere:
    return version.lacking(pieces[-1])


def _approximations(versions: Sequence[Version], saying: _Saying) -> Iterator[Difference]:
    """Where one version says "over" or "about" of a figure and another does not, or says the other."""
    if not isinstance(saying.first.mention.value, Quantity) or len(saying.items) < 2:
        return
    sides: dict[str, list[_Item]] = {}
    for item in saying.items.values():
        value = item.mention.value
        if not item.mention.claims:
            continue
        sides.setdefault(ALIKE.get(value.approx, "") if isinstance(value, Quantity) else "", []).append(item)
    if len(sides) < 2:
        return
    most = max(len(items) for items in sides.values())
    majority = len(versions) > 2 and sum(len(items) == most for items in sides.values()) == 1
    for items in sides.values():
        if majority and len(items) == most:
            continue
        places = tuple(
            _place(versions, other)
            for others in sorted(sides.values(), key=len, reverse=True)
            if others is not items
            for other in others
        )
        for item in items:
            yield Difference(
                _rule(item.mention), "figure-approximate", item.version, item.piece, item.mention.span, places,
                weight=Severity.HINT,
            )  # fmt: skip


def _once(found: Sequence[Difference]) -> list[Difference]:
    """Each place once: a figure of a paragraph that stands in two rows is told by the first."""
    seen: set[tuple[int, int, Span, str]] = set()
    kept = []
    for difference in found:
        key = (difference.version, id(difference.piece), difference.span, difference.rule)
        if key not in seen:
            seen.add(key)
            kept.append(difference)
    return kept
