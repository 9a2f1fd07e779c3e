"""What may be done about a finding, wherever it is shown. Start at `choices`; `choice_of` knows the keys."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from pressdesk.app import style_file
from pressdesk.model.findings import Finding, Kind

NAME_LONGEST = 4  # words


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do about a finding.

    Attributes:
        id: "here", "everywhere", "word", "register", "rule" or "why".
        words: the key of its sentence.
        keys: the key that does it in the list and the popover.
        icon: its picture.
    """

    id: str
    words: str
    keys: str = ""
    icon: str = ""


HERE = Choice("here", "popover.ignore", "Del", "eye")
EVERYWHERE = Choice("everywhere", "popover.everywhere", "Shift+Del")
WORD = Choice("word", "popover.add_word", "Ins", "plus")
REGISTER = Choice("register", "popover.register", "Shift+Ins", "book-open")
RULE = Choice("rule", "popover.rule_off")
WHY = Choice("why", "popover.why", "F1", "info")


def choices(finding: Finding) -> tuple[Choice, ...]:
    """What may be done about a finding, in the order in which it is offered."""
    found = [HERE, EVERYWHERE]
    if finding.kind is Kind.SPELLING:
        found.append(WORD)
    if is_name(finding):
        found.append(REGISTER)
    if style_file.is_offered(finding.rule):
        found.append(RULE)
    return (*found, WHY)


def is_name(finding: Finding) -> bool:
    """Whether the words may be a name that the register lacks: unknown, with a capital, and few."""
    looks_so = finding.text[:1].isupper() and not finding.text.isupper() and len(finding.text.split()) <= NAME_LONGEST
    return finding.kind is Kind.SPELLING and looks_so


def choice_of(event: QKeyEvent) -> str:
    """Which choice a key means in the list and in the popover, by its id; "" for none."""
    shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    keys = {Qt.Key.Key_Delete: (HERE, EVERYWHERE), Qt.Key.Key_Insert: (WORD, REGISTER), Qt.Key.Key_F1: (WHY, None)}
    both = keys.get(Qt.Key(event.key())) if plain or shift else None
    choice = both[shift] if both is not None else None
    return choice.id if choice is not None else ""
