"""How well a form suits the words beside it, in threefold steps: fits.tsv. Start at `fit_of`.

A row names a place and a tag: after a word with such a tag, or last in its sentence, a form with this tag is so many
steps likelier. Before a postposition a case that it refuses is unlikely (government.tsv). All this is little: it raises
or lowers the mark of a form that is rare by itself.
"""

from collections.abc import Callable

from pressdesk.grammar.analyse import Reading
from pressdesk.proof.context.knowledge import Knowledge
from pressdesk.proof.context.paragraph import Paragraph
from pressdesk.proof.context.rules import AFTER, BARE, CASES

LEAST = 3  # words of a sentence that has an order


def fit_of(paragraph: Paragraph, place: int, know: Knowledge) -> Callable[[str], float]:
    """Says of a form in lower case by how many steps it suits the place of the word with this number."""
    tokens, grammar = paragraph.tokens, know.speller.grammar
    before = know.readings(tokens[place - 1]) if place and tokens[place].beside else []
    after = tokens[place + 1] if place + 1 < len(tokens) and tokens[place + 1].beside else None
    governor = know.style.governors.get(after.lower) if after else None
    sentence = paragraph.sentence(place)
    last = len(sentence) >= LEAST and sentence[-1] is tokens[place]
    rows = [
        row
        for row in know.style.fits
        if (row.where == AFTER and before and all(ends(reading) == row.beside for reading in before))
        or (row.where != AFTER and last)
    ]

    def fit(form: str) -> float:
        if not rows and governor is None:
            return 0.0
        readings = list(grammar.reader.readings(form, False))
        steps = max((row.steps for row in rows if any(row.tag == ends(r) for r in readings)), default=0.0)
        if governor and readings and all(case_of(reading) in governor.refused for reading in readings):
            steps -= know.style.refused_steps
        return steps

    return fit


def ends(reading: Reading) -> str:
    """The last tag of a reading."""
    return reading.features.rpartition("+")[2]


def case_of(reading: Reading) -> str:
    """The case at the end of a reading, `BARE` where it has none."""
    return ends(reading) if ends(reading) in CASES else BARE
