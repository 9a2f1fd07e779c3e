"""Classes of affixes taken to pieces that they share, and lists of flags by number. Start at `part`.

Hunspell compares every affix with all that end alike when it loads, so one that stands in a hundred classes costs a
hundred lines and their product in time. Here an affix stands once: affixes that belong to the same classes are a piece,
and a class is the list of its pieces. Always true: the affixes of a class's pieces are those of the class.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pressdesk.export.dictionary.chains import Affix, Class


@dataclass(frozen=True, slots=True)
class Parts:
    """Pieces, and what each class consists of.

    Attributes:
        pieces: flag to its affixes; `then` is still the number of a class.
        of: the number of a class to the flags of its pieces.
    """

    pieces: Mapping[int, Class]
    of: Mapping[int, frozenset[int]]

    def flags(self, mixed: Iterable[int]) -> frozenset[int]:
        """Numbers of classes as flags of pieces; any other flag stays."""
        return frozenset().union(*(self.of.get(number, frozenset((number,))) for number in mixed))


def part(classes: Mapping[Class, int], first: int) -> Parts:
    """Takes classes to pieces; the pieces' flags count from `first`. The same classes give the same flags."""
    belongs: dict[Affix, list[int]] = {}
    for affixes, number in sorted(classes.items(), key=lambda pair: pair[1]):
        for affix in affixes:
            belongs.setdefault(affix, []).append(number)
    together: dict[tuple[int, ...], list[Affix]] = {}
    for affix in sorted(belongs):
        together.setdefault(tuple(belongs[affix]), []).append(affix)
    pieces: dict[int, Class] = {}
    of: dict[int, set[int]] = {}
    for flag, (numbers, same) in enumerate(sorted(together.items()), start=first):
        pieces[flag] = tuple(same)
        for number in numbers:
            of.setdefault(number, set()).add(flag)
    return Parts(pieces, {number: frozenset(flags) for number, flags in of.items()})


@dataclass(slots=True)
class Lists:
    """Lists of flags, each written once in the .aff (AF) and named by its number, counted from 1."""

    numbers: dict[tuple[int, ...], int] = field(default_factory=dict)

    def number(self, flags: Iterable[int]) -> int:
        """The number of a list, whatever its order."""
        return self.numbers.setdefault(tuple(sorted(flags)), len(self.numbers) + 1)

    def lines(self) -> list[str]:
        """The lines of the .aff: how many, then each."""
        return [f"AF {len(self.numbers)}", *("AF " + ",".join(map(str, flags)) for flags in self.numbers)]
