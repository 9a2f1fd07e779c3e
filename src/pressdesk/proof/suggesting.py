"""What may have been meant by a word that is none, the likeliest first. Start at `Suggester.suggest`.

Candidates come from the error model, `pressdesk.grammar.suggest`; here they are read, ranked by what the slip costs and
by how common the word is, and written in the capitals of what was typed.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.suggest import Errors, Near
from pressdesk.grammar.table import mixed_script
from pressdesk.grammar.trail import Trail
from pressdesk.model.findings import Suggestion
from pressdesk.proof.speller import HUNG, LONGEST_WORD
from pressdesk.text.words import plain

OWN_NAME = "name of the draft"
COMMON, CHAIN, NAME = 0.3, 0.1, 6  # what a step of commonness, a common suffix, a name of the draft weigh


@dataclass(slots=True, eq=False, repr=False)
class Suggester:
    """Proposes words of a language with tables.

    Attributes:
        accepts: whether a word may stand in a text that has these names.
    """

    grammar: Grammar
    errors: Errors
    accepts: Callable[[str, NameForms], bool]

    def suggest(self, word: str, names: NameForms, limit: int = 5) -> list[Suggestion]:
        """What may have been meant, the likeliest first, in the capitals of the word."""
        if len(word) > LONGEST_WORD:
            return []
        typed = plain(word)
        own = [Suggestion(text, OWN_NAME) for text in names.meant(typed)]
        found = [near for near in self._found(typed, names, limit) if near.text not in {name.text for name in own}]
        return (own + found)[:limit]

    def _found(self, typed: str, names: NameForms, limit: int) -> list[Suggestion]:
        if mixed_script(typed) >= 0:
            mended = typed.translate(self.errors.lookalikes)
            if mixed_script(mended) < 0:
                own = [Suggestion(mended, "Latin look-alike")]
                if self.accepts(mended, names):
                    return own
                return (self.suggest(mended, names, limit) or own)[:limit]
        if "-" in typed and not HUNG.fullmatch(typed):
            return self._suggest_parts(typed, names, limit)
        best: dict[str, tuple[float, str]] = {}
        trails = Trail(self.grammar.reader, False), Trail(self.grammar.reader, True)
        for near in self._near(typed):
            text = _like(near.text, typed)
            if text == typed or (text in best and best[text][0] <= near.cost):
                continue
            if all(self._candidate(part, names, near.text, trails) for part in text.split(" ")):
                best[text] = (near.cost, near.how)
        ranked = sorted(best, key=lambda text: (best[text][0] - self._worth(text, names), text))
        return [Suggestion(text, best[text][1]) for text in ranked[:limit]]

    def _near(self, typed: str) -> list[Near]:
        lower = typed.lower()
        found = list(self.errors.near(lower, self.grammar.reader.begins))
        if typed[:1].islower():
            found.append(Near(typed.capitalize(), 1.0, "capital"))
        return found

    def _candidate(self, text: str, names: NameForms, lower: str, trails: tuple[Trail, Trail]) -> bool:
        if " " in lower and (len(text) < 2 or not self.grammar.reader.accepts(text.lower(), text[:1].isupper())):
            return False
        if names and names.accepts(text):
            return True
        if "-" in text:
            return text.lower() in self.grammar.reader.lexicon
        return trails[text[:1].isupper()].accepts(text.lower()) and not names.refuses(text)

    def _worth(self, text: str, names: NameForms) -> float:
        """How likely the word is in itself: common stems and short chains are."""
        if names and names.accepts(text):
            return COMMON * NAME
        worth = []
        for part in text.split(" "):
            values = [0.0]
            for reading in self.grammar.reader.readings(part.lower(), part[:1].isupper()):
                chain = sum(self.errors.rare.get(tag, CHAIN) for tag in reading.features.split("+") if tag)
                values.append(COMMON * reading.common - chain)
            worth.append(max(values))
        return min(worth)

    def _suggest_parts(self, typed: str, names: NameForms, limit: int) -> list[Suggestion]:
        """Suggestions for the one part of a hyphenated word that is wrong, and the word without its hyphen."""
        parts = typed.split("-")
        wrong = [place for place, part in enumerate(parts) if not part or not self.accepts(part, names)]
        found = []
        if len(wrong) == 1 and parts[wrong[0]]:
            for near in self.suggest(parts[wrong[0]], names, limit):
                mended = "-".join((*parts[: wrong[0]], near.text, *parts[wrong[0] + 1 :]))
                found.append(Suggestion(mended, near.found_by))
        joined = "".join(parts)
        if self.accepts(joined, names):
            found.insert(0, Suggestion(joined, "extra hyphen"))
        return found[:limit]


def _like(text: str, typed: str) -> str:
    """The text in the capitals of what was typed."""
    if len(typed) > 1 and typed.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if typed[:1].isupper() else text
