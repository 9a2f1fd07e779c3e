"""Reading very many words that begin alike, each only from where it departs from the one before. Start at `Trail`."""

from bisect import bisect_left

from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.places import Place
from pressdesk.grammar.stand import BEGINNING, Stems, advanced


class Trail:
    """The letters of the last word that led somewhere. One belongs to one search: it is not for two threads.

    `capital`: the words have a capital, so proper names are read."""

    def __init__(self, reader: Reader, capital: bool) -> None:
        self._reader, self._capital = reader, capital
        self._letters = ""
        self._dead = " "  # the last beginning that led nowhere: the next words mostly share it
        self._stands = [BEGINNING]
        self._stems = Stems(reader.starts, self._start)

    def accepts(self, word: str) -> bool:
        """As `Reader.accepts`."""
        return self._go(word) and self._stands[-1].ends

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
            stand = advanced(self._stems, stands[-1], text[: at + 1])
            if stand is None:
                self._dead = text[: at + 1]
                break
            stands.append(stand)
        self._letters = text[: len(stands) - 1]
        return len(stands) > len(text)

    def _start(self, text: str) -> Place | None:
        start = self._reader.start(text)
        return start[self._capital] if start else None
