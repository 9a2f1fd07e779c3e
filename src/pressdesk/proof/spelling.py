"""The unknown words of a release or a text as findings. Start at `SpellingProofer`; what a word is, `Speller` says."""

from dataclasses import dataclass

from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import mixed_script
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.forms import Inflector
from pressdesk.model.release import Release
from pressdesk.proof.speller import Speller
from pressdesk.text.messages import Messages
from pressdesk.text.words import plain, words


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
        found = []
        for block in release.blocks:
            for finding in self.text(block.text, names, block.id):
                if not any(span.overlaps(finding.span) for span, _tag in block.foreign):
                    found.append(finding)
        return found

    def text(self, text: str, names: NameForms, block: str | None = None) -> list[Finding]:
        """Every unknown word of a paragraph. Spans count code points from the start of `text`."""
        found = []
        for word in words(text):
            if self.speller.accepts(word.text, names):
                continue
            mixed = mixed_script(plain(word.text)) >= 0
            found.append(
                Finding(
                    block=block,
                    span=word.span,
                    text=word.text,
                    rule=f"{self.language}.spelling",
                    kind=Kind.SPELLING,
                    severity=Severity.ERROR,
                    message=self.messages.say("spelling.mixed" if mixed else "spelling.unknown", word=word.text),
                    suggestions=tuple(self.speller.suggest(word.text, names)),
                    proofer="spelling",
                    language=self.language,
                )
            )
        return found


__all__ = ["Speller", "SpellingProofer"]
