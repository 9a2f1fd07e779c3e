"""The unknown words of a release or a text as findings. Start at `SpellingProofer`; what a word is, `Speller` says."""

from dataclasses import dataclass

from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import mixed_script
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.forms import Inflector
from pressdesk.model.release import Release
from pressdesk.proof.speller import Speller
from pressdesk.proof.suggesting import OWN_NAME
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span
from pressdesk.text.words import (
    LOOKED_BACK,
    Word,
    in_a_row_of_capitals,
    may_be_name,
    one_letter_apart,
    plain,
    words,
)

TORN = "extra space"
STAND_IN = "keyboard stand-in"  # as slips.tsv calls it
GIVEN = "NG"  # the class of given names
OFTEN = (STAND_IN, "like sound", "lost letter", "doubled letter", "swapped letters", "shape of an ending")
LEAST_SLIPPED, LEAST_TOLD = 4, 6
"""Letters of a dictionary word that tells a slip of those kinds, or of another, from a name: any name has shorter ones
beside it."""
THOROUGH = 10  # unknown words of a text that are worth a long look: a text with more is in another language


@dataclass(slots=True, eq=False, repr=False)
class SpellingProofer:
    """The findings of a release or a text; messages are in the window's language."""

    speller: Speller
    messages: Messages
    language: str = "kk"

    @classmethod
    def of(cls, grammar: Inflector, ui_language: str = "en") -> "SpellingProofer":
        """A proofer with a grammar's words. A TypeError where the inflector has no tables."""
        if not isinstance(grammar, Grammar):
            raise TypeError("spelling is checked only by a grammar with tables")
        return cls(Speller(grammar), Messages(ui_language))

    def proof(self, release: Release, names: NameForms) -> list[Finding]:
        """Every unknown word of a release, block by block; what is marked as foreign is left alone."""
        found: list[Finding] = []
        for block in release.blocks:
            for finding in self.text(block.text, names, block.id, THOROUGH - len(found)):
                if not any(span.overlaps(finding.span) for span, _tag in block.foreign):
                    found.append(finding)
        return found

    def text(self, text: str, names: NameForms, block: str | None = None, thorough: int = THOROUGH) -> list[Finding]:
        """Every unknown word of a paragraph. Spans count code points from the start of `text`.

        For the first `thorough` of them suggestions are looked for as far as may be.
        """
        found: list[Finding] = []
        tokens, after = words(text), 0
        for place, word in enumerate(tokens):
            if word.span.start < after or self.speller.accepts(word.text, names):
                continue
            torn = self._torn(text, tokens, place, after)
            if torn is not None:
                span, suggestions = torn, [Suggestion(torn.of(text).replace(" ", ""), TORN)]
            else:
                span = word.span
                suggestions = self.speller.suggest(word.text, names, thorough=len(found) < thorough)
            after = span.end
            name = self._perhaps_name(text, span, suggestions)
            if name:  # what is further off is another name, and no mend of this one
                low = span.of(text).lower()
                suggestions = [s for s in suggestions if one_letter_apart(low, s.text.lower())]
            found.append(self._finding(block, span, span.of(text), suggestions, name))
        return found

    def _torn(self, text: str, tokens: list[Word], place: int, after: int) -> Span | None:
        """The span of an unknown word with a neighbour, where a space alone keeps both from being a word."""
        reader = self.speller.grammar.reader
        for first in (place, place - 1):
            if not 0 <= first < len(tokens) - 1 or tokens[first].span.start < after:
                continue
            one, two = tokens[first], tokens[first + 1]
            whole = one.text + two.text
            apart = text[one.span.end : two.span.start] == " " and two.text.islower() and whole.isalpha()
            if apart and reader.accepts(whole.lower(), one.text[0].isupper()):
                return Span(one.span.start, two.span.end)
        return None

    def _perhaps_name(self, text: str, span: Span, suggestions: list[Suggestion]) -> bool:
        """Whether a word is written as a name within a sentence and nothing in the dictionary is one letter away, in a
        row of capitals nothing that is no name itself: who can tell then."""
        before, word = text[: span.start], span.of(text)
        if any(s.found_by in (OWN_NAME, TORN) for s in suggestions) or mixed_script(plain(word)) >= 0:
            return False  # it is known what is meant
        if not may_be_name(before, word):
            return False
        near = [s for s in suggestions if one_letter_apart(word.lower(), s.text.lower()) and self._tells(word, s)]
        if in_a_row_of_capitals(before, text[span.end : span.end + LOOKED_BACK]):
            near = [s for s in near if self.speller.grammar.reader.accepts(s.text.lower(), False)]
        return not near

    def _tells(self, word: str, offer: Suggestion) -> bool:
        """Whether a word one letter away makes it likely that this is no name.

        A short name nearly always has one beside it, and another given name says nothing («Витор», «Виктор»); the first
        letter is nearly never the wrong one (Pollock and Zamora 1984). What a Russian keyboard types for a Kazakh
        letter is a slip whatever it stands in.
        """
        classes, readings = self.speller.grammar.reader.lexicon.classes, self.speller.grammar.analyse(offer.text)
        named = [reading.cls != "" and classes[reading.cls].is_name for reading in readings]
        if offer.found_by == STAND_IN and any(named):
            return True
        if " " in offer.text or (offer.text[:1].lower() != word[:1].lower() and offer.found_by != STAND_IN):
            return False
        least = LEAST_SLIPPED if offer.found_by in OFTEN and len(word) > LEAST_SLIPPED else LEAST_TOLD
        long = [reading for reading in readings if len(reading.lemma) >= least]
        return bool(long) and not all(reading.cls == GIVEN for reading in long)

    def _finding(
        self, block: str | None, span: Span, shown: str, suggestions: list[Suggestion], name: bool = False
    ) -> Finding:
        best = suggestions[0] if suggestions else Suggestion("")
        key = "spelling.mixed" if mixed_script(plain(shown)) >= 0 else "spelling.unknown"
        key = {OWN_NAME: "spelling.name", TORN: "spelling.torn"}.get(best.found_by, key)
        key = "spelling.perhaps_name" if name else key
        return Finding(
            block=block,
            span=span,
            text=shown,
            rule=f"{self.language}.spelling",
            kind=Kind.SPELLING,
            severity=Severity.HINT if name else Severity.ERROR,
            message=self.messages.say(key, word=shown, name=best.text),
            suggestions=tuple(suggestions),
            proofer="spelling",
            language=self.language,
        )


__all__ = ["Speller", "SpellingProofer"]
