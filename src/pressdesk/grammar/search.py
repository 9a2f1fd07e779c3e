"""Words that a mistyped one may have been: a walk along its letters that may slip. Start at `Search.near`.

The walk goes through the stems, then from place to place through their suffixes, and gives up where no word begins so.
Nothing is tried that cannot become a word, which is why two slips in one word can be looked for at all.
"""

from typing import NamedTuple

from pressdesk.grammar.slips import Slip, Slips
from pressdesk.grammar.stand import BEGINNING, Stand, Stems, advanced
from pressdesk.grammar.suggest import Near

AGAIN = 4  # how often a slip that comes in groups may come again
LONGEST = 12_000  # beginnings of words that one search looks at; a search that wanders farther finds nothing likely


class Step(NamedTuple):
    """Where the walk is in the word typed, what it has put in its place, and which slips it has made."""

    place: int
    text: str
    cost: float
    kind: str
    left: int
    again: int


class Search:
    """One search for one word in lower case; it is not for two threads."""

    def __init__(self, stems: Stems, slips: Slips, word: str) -> None:
        self._stems, self._word, self._another = stems, word, slips.another
        self._stands: dict[str, Stand | None] = {"": BEGINNING}
        self._slips: list[list[Slip]] = [slips.at(word, place) for place in range(len(word) + 1)]
        self._again: list[list[Slip]] = [[s for s in found if s.again is not None] for found in self._slips]
        self._found: dict[str, Near] = {}
        self._been: dict[tuple[int, str, int], float] = {}
        self._few: list[list[Slip]] = []
        self._budget, self._once = 0.0, frozenset[str]()

    def near(self, slips: int, budget: float, once: frozenset[str] = frozenset()) -> dict[str, Near]:
        """Every word that so many slips make of the one typed, each with its cheapest way.

        Slips that come in groups count once, of the kinds `once` only one is tried in a word (those that may put any
        letter are what makes a search long), and all together cost no more than `budget`."""
        self._budget, self._once = budget, once
        self._few = [[slip for slip in found if slip.kind not in once] for found in self._slips] if once else []
        self._been.clear()
        self._go(Step(0, "", 0.0, "", slips, 0))
        self._found.pop(self._word, None)
        return self._found

    def ends(self) -> list[int]:
        """The places in the word typed before which a word may end."""
        found = []
        for place in range(1, len(self._word)):
            stand = self._stand(self._word[:place])
            if stand is None:
                break
            if stand.ends:
                found.append(place)
        return found

    def _go(self, step: Step) -> None:
        """Goes on as typed and slips on the way, at the end of the word first: that leads to the fewest words."""
        word, text, cost, kind = self._word, step.text, step.cost, step.kind
        slips = (self._few if kind in self._once else self._slips) if step.left else self._again if step.again else None
        way: list[str] = []
        for place in range(step.place, len(word) + 1):
            stand = self._stand(text)
            if stand is None:
                break
            way.append(text)
            if place < len(word):
                text += word[place]
            elif stand.ends and (text not in self._found or cost < self._found[text].cost):
                self._found[text] = Near(text, cost, kind)
        if slips is not None:
            for passed in range(len(way) - 1, -1, -1):
                place = step.place + passed
                self._slip(slips[place], Step(place, way[passed], cost, kind, step.left, step.again))

    def _end(self, place: int, text: str, cost: float, kind: str) -> None:
        """Goes on to the end of the word as typed."""
        stands = self._stands
        for letter in self._word[place:]:
            text += letter
            if (stands[text] if text in stands else self._stand(text)) is None:
                return
        stand = stands[text]
        if stand is not None and stand.ends and (text not in self._found or cost < self._found[text].cost):
            self._found[text] = Near(text, cost, kind)

    def _slip(self, slips: list[Slip], step: Step) -> None:
        stands = self._stands
        for slip in slips:
            more, left, again = slip.cost, step.left - 1, AGAIN if slip.again is not None else 0
            if slip.again is not None and slip.kind == step.kind and step.again:
                more, left, again = slip.again, step.left, step.again - 1
            elif left < 0:
                continue
            elif step.kind:
                more += self._another
            if step.cost + more > self._budget:
                continue
            text = step.text
            for letter in slip.put:
                text += letter
                if (stands[text] if text in stands else self._stand(text)) is None:
                    break
            else:
                place, cost = step.place + slip.eaten, step.cost + more
                key = (place, text, left)
                if self._been.get(key, cost + 1) > cost:
                    self._been[key] = cost
                    if left or again:
                        self._go(Step(place, text, cost, slip.kind, left, again))
                    else:
                        self._end(place, text, cost, slip.kind)

    def _stand(self, text: str) -> Stand | None:
        """Where the walk stands after these letters; None where no word begins so."""
        stands = self._stands
        if text not in stands:
            if len(stands) > LONGEST:
                return None
            before = stands[text[:-1]] if text[:-1] in stands else self._stand(text[:-1])
            stands[text] = advanced(self._stems, before, text) if before is not None else None
        return stands[text]
