"""What one does about a finding outside the text itself, each with its undo: for the desk and the window of any text.

Start at `keep_word`. A Deed is carried out by whoever has the undo: the draft's history, or a banner.
"""

from collections.abc import Callable

from pressdesk.app import style_file
from pressdesk.app.desk import Deed
from pressdesk.app.own_words import OwnWords
from pressdesk.app.places import Places
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.own import OwnRegister
from pressdesk.model.register import Book, Record


def keep_word(places: Places, word: str, language: str) -> Deed:
    """A word among the user's own; it is given in its dictionary form."""
    words = OwnWords(places)
    return Deed(lambda: words.add(language, word), lambda: words.remove(language, word))


def switch_rule(places: Places, rule: str, *, on: bool = False) -> Deed:
    """A rule switched off for all texts, or on again."""
    return Deed(
        lambda: style_file.switch_off(places, rule, on=on), lambda: style_file.switch_off(places, rule, on=not on)
    )


def enter(places: Places, grow: Callable[[Layers], tuple[Book, Record]]) -> tuple[Deed, Callable[[], str]]:
    """A record entered in the user's register, and its id, which is known once the deed is done.

    `grow` makes the grown register of the one that the file has at that moment.
    """
    own = OwnRegister(places)
    steps: list[tuple[Book, Book, str]] = []

    def do() -> None:
        def grown(book: Book) -> Book:
            after, record = grow(Layers(book))
            steps[:] = [(book, after, record.id)]
            return after

        own.change(grown)

    def undo() -> None:
        before, after, _ = steps[0]
        own.change(lambda now: now.taken_back(before, after))

    return Deed(do, undo), lambda: steps[0][2]
