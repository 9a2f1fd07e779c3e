"""Reading very many words that begin alike, each only from where it departs from the one before. Start at `Trail`."""

from bisect import bisect_left
from typing import NamedTuple

from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.places import Place


class Stand(NamedTuple):
    """What is open after some letters: `places` of chains, and where stems that begin so stand in `Reader.starts`.

    `stem` is -1 where no stem begins so."""

    places: tuple[Place, ...]
    stem: int


class Trail:
    """The letters of the last word that led somewhere. One belongs to one search: it is not for two threads.

    `capital`: the words have a capital, so proper names are read."""

    def __init__(self, reader: Reader, capital: bool) -> None:
        self._reader, self._capital = reader, capital
        self._letters = ""
        self._dead = " "  # the last beginning that led nowhere: the next words mostly share it
        self._stands = [Stand((), 0)]

    def accepts(self, word: str) -> bool:
        """As `Reader.accepts`."""
        return self._go(word) and any(place.ends for place in self._stands[-1].places)

    def begins(self, text: str) -> bool:
        """Whether a word of the language, in some form, begins so; a name's stem counts without its capital too."""
        return self._go(text)

    def follow(self, text: str) -> set[str]:
        """The letters with which a word that begins so may go on."""
        if not self._go(text):
            return set()
        stand, starts, at = self._stands[-1], self._reader.starts, len(text)
        letters = set[str]().union(*(place.letters for place in stand.places))
        stem = stand.stem
        while 0 <= stem < len(starts) and starts[stem].startswith(text):
            if len(starts[stem]) == at:
                stem += 1
                continue
            letter = starts[stem][at]
            letters.add(letter)
            stem = bisect_left(starts, text + chr(ord(letter) + 1), stem)  # past all that go on with this letter
        return letters

    def _go(self, text: str) -> bool:
        """Goes along the text until nothing begins so; whether it came to the end."""
        if text.startswith(self._dead):
            return False
        same = 0
        for old, new in zip(self._letters, text, strict=False):
            if old != new:
                break
            same += 1
        stands = self._stands
        del stands[same + 1 :]
        for at in range(same, len(text)):
            stand = self._next(stands[-1], text[: at + 1])
            if stand is None:
                self._dead = text[: at + 1]
                break
            stands.append(stand)
        self._letters = text[: len(stands) - 1]
        return len(stands) > len(text)

    def _next(self, stand: Stand, text: str) -> Stand | None:
        letter, stem = text[-1], stand.stem
        places = [next for place in stand.places if (next := place[letter]).alive]
        if stem >= 0:
            starts = self._reader.starts
            stem = bisect_left(starts, text, stem)
            if stem == len(starts) or not starts[stem].startswith(text):
                stem = -1
            elif starts[stem] == text:
                start = self._reader.start(text)
                if start and start[self._capital].alive:
                    places.append(start[self._capital])
        return Stand(tuple(places), stem) if places or stem >= 0 else None
