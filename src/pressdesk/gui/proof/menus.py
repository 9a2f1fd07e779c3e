"""The menus of the text: what one may do about a finding, and what language a paragraph is in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from pressdesk.gui.findings.choice_menu import ChoiceMenu
from pressdesk.gui.findings.choices import EVERYWHERE, HERE, REGISTER, WHY, WORD, Choice, choices
from pressdesk.gui.proof.editor import Editor, name_of
from pressdesk.gui.proof.rows import Row
from pressdesk.model.findings import Finding
from pressdesk.text.messages import Messages

MOST = 6  # suggestions
ALL_KEYS = (HERE, EVERYWHERE, WORD, REGISTER, WHY)
LONGEST = 90  # code points of a message in a menu


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the menu of a finding does.

    Attributes:
        apply: with the paragraph's number, the finding and the words to put.
        decide: with the id of one of the Choices, the paragraph's number and the finding.
    """

    apply: Callable[[int, Finding, str], object]
    decide: Callable[[str, int, Finding], object]


def row_menu(parent: QWidget, ui: Messages, here: Row, deeds: Deeds) -> QMenu:
    """What may be done about a row of the list, with the keys that do it there and in the menu."""
    menu = ChoiceMenu(parent)
    _about(menu, ui, here, deeds, ALL_KEYS)
    return menu


def text_menu(editor: Editor, ui: Messages, here: Row | None, deeds: Deeds) -> QMenu:
    """The same at the cursor. In the text Del deletes a letter, so it is not named; below are cut, copy and paste."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if here is not None:
        _about(menu, ui, here, deeds, (WHY,))
        menu.addSeparator()
    cut = _add(menu, ui.say("proof.cut"), editor.cut)
    copy = _add(menu, ui.say("proof.copy"), editor.copy)
    for action in (cut, copy):
        action.setEnabled(editor.textCursor().hasSelection())
    _add(menu, ui.say("proof.paste"), editor.paste).setEnabled(editor.canPaste())
    return menu


def _about(menu: QMenu, ui: Messages, here: Row, deeds: Deeds, named: Sequence[Choice]) -> None:
    """`named`: the choices whose keys work where the menu was asked for."""
    number, finding = here
    message = finding.message if len(finding.message) <= LONGEST else finding.message[: LONGEST - 1] + "…"
    _add(menu, f"{ui.say(f'findings.severity.{finding.severity.value}')}: {message}", None).setEnabled(False)
    bold = menu.font()
    bold.setBold(True)
    for suggestion in finding.suggestions[:MOST]:
        words = suggestion.text
        action = _add(menu, words or ui.say("popover.remove"), partial(deeds.apply, number, finding, words))
        action.setFont(bold)
    if finding.suggestions:
        menu.addSeparator()
    for choice in choices(finding):
        words = ui.say("proof.everywhere" if choice is EVERYWHERE else choice.words)
        keys = f"\t{choice.keys}" if choice.keys and choice in named else ""
        action = _add(menu, words + keys, partial(deeds.decide, choice.id, number, finding))
        action.setData(choice.id)


def language_menu(
    parent: QWidget, ui: Messages, choices: Sequence[str], chosen: str, named: str, choose: Callable[[str], object]
) -> QMenu:
    """The languages to choose from, and that it be told by itself. `named`: what the paragraph's is called now."""
    menu = QMenu(ui.say("proof.language_of", language=named), parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = QActionGroup(menu)
    for tag in ("", *choices):
        words = name_of(tag, ui) if tag else ui.say("proof.by_itself")
        action = _add(menu, words, partial(choose, tag))
        action.setCheckable(True)
        action.setChecked(tag == chosen)
        group.addAction(action)
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], object] | None) -> QAction:
    action = QAction(words.replace("&", "&&"), menu)
    if act is not None:
        action.triggered.connect(lambda _=False: act())
    menu.addAction(action)
    return action
