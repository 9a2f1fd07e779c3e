"""What a checker finds, whatever checker it was."""

from dataclasses import dataclass
from enum import Enum

from pressdesk.text.spans import Span


class Severity(Enum):
    """How much a finding matters. ERROR blocks a final export; NUANCE is a matter of taste or a guess to confirm."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    NUANCE = "nuance"


class Kind(Enum):
    """What a finding is about."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    STYLE = "style"
    TYPOGRAPHY = "typography"
    FACTS = "facts"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may stand in the place of the underlined text, and how it was found."""

    text: str
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that a finding speaks of: where another version says something else.

    Attributes:
        language: the tag of that version.
        source: the file it stands in, "" for a version of the same draft.
        block: the block's id, None for a plain text file.
        span: code points from the start of that block's text, or of the file's text.
        text: what stands there; "" where something is missing, and the span is then empty.
    """

    language: str
    source: str
    block: str | None
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, whatever checker found it.

    Attributes:
        block: the block's id, None for a plain text file.
        span: code points from the start of the block's text (of the file's text for a text file), end excluded.
        text: the very text underlined; shows a wrong span at once.
        rule: "kk.spelling", "lt.ru.COMMA", "house.pt.titles", "facts.gap".
        message: a sentence in the window's language.
        field: the path of the fact it comes from, "" for formula text.
        elsewhere: the other places it speaks of, where versions are compared.
    """

    block: str | None
    span: Span
    text: str
    rule: str
    kind: Kind
    severity: Severity
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    proofer: str = ""
    field: str = ""
    language: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()

    def fingerprint(self) -> str:
        """Says whether two findings are the same whatever moved around them: the rule and the text, no position."""
        return f"{self.language}|{self.rule}|{self.text}"
