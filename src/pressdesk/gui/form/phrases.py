"""Phrases as chips: an entry of the register, or words typed per language. A chip opens all its languages."""

import dataclasses
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pressdesk.gui.form.chips import ChipItem, ChipsField
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.offers import Offer
from pressdesk.gui.form.popover import Popover
from pressdesk.gui.form.registered import KeepButton
from pressdesk.gui.form.traces import slips
from pressdesk.gui.kit.widgets import Chip, column, row
from pressdesk.model import edits, paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry, Ref
from pressdesk.model.fields import FieldKind, FieldSpec


class PhrasesField(ChipsField):
    """Several phrases."""

    eager = False

    def items(self, draft: Draft) -> list[ChipItem]:
        describer = self.context.describer(draft)
        chips: list[ChipItem] = []
        for number, phrase in enumerate(paths.get(draft.facts, self.path) or ()):
            words = describer.words(phrase)
            lacks = describer.lacks(phrase)
            shown = tuple(tag for tag in self.context.languages if tag in lacks)
            tone = "" if words else "warn"
            chips.append(ChipItem(words or self.context.say("wordless"), f"{self.path}[{number}]", tone, shown))
        return chips

    def takes_words(self) -> bool:
        return True

    def invitation(self) -> str:
        return self.context.say("type_phrase")

    def offered(self, query: str) -> Sequence[Offer]:
        if not self.spec.register:
            return []
        chosen = {str(p) for p in paths.get(self.context.draft.facts, self.path) or () if isinstance(p, Ref)}
        entries = [e for e in self.context.register(self.spec.register, query) if e.id not in chosen]
        describer = self.context.describer()
        return [Offer(describer.words(e.text), partial(self._choose, e), icon="book-open") for e in entries]

    def take_words(self, words: str) -> None:
        same = next((e for e in self.context.register(self.spec.register, words) if _says(e, words)), None)
        if same is not None and self.spec.register:
            self._choose(same)
            return
        self.context.bridge.insert(f"{self.path}[{len(self.chips)}]", {self.context.primary: words})
        self.added()

    def _choose(self, entry: Entry) -> None:
        place = f"{self.path}[{len(self.chips)}]"
        self.context.change(
            lambda draft: edits.add_choice(draft, place, entry),
            f"{self.name}: {self.context.describer().words(entry.text)}",
        )
        self.added()

    def take_out(self, number: int) -> None:
        self.context.bridge.remove(f"{self.path}[{number}]")

    def shift(self, number: int, to: int) -> None:
        self.context.bridge.move(f"{self.path}[{number}]", to)

    def open_item(self, number: int, chip: Chip) -> None:
        self._open(number, chip, "")

    def _open(self, number: int, chip: Chip, language: str) -> None:
        """The words of a chip; the cursor goes to the language asked for, else to the first that lacks words."""
        spec = dataclasses.replace(
            self.spec, path=f"{self.path}[{number}]", kind=FieldKind.PHRASE, register="", required=False, hint={}
        )
        WordsPopover(self.context, spec, chip, language, self.spec.register).open()

    def focus_on(self, path: str, language: str = "") -> bool:
        done = super().focus_on(path, language)
        number = next((n for n, item in enumerate(self._items) if item.path == path or path.startswith(item.path)), -1)
        if language and number >= 0 and path != self.path and not self._slip(self._items[number].path, language):
            self._open(number, self.chips[number], language)
        return done

    def _slip(self, path: str, language: str) -> bool:
        """Whether the words were underlined in this language: the card beside them mends that, one box is enough."""
        return bool(slips(self.context.findings.get(language, ()), path))


class WordsPopover(Popover):
    """The words of one phrase or name in all languages."""

    def __init__(
        self, context: FormContext, spec: FieldSpec, anchor: QWidget, language: str = "", kind: str = ""
    ) -> None:
        super().__init__(context, anchor, 420)
        self._path, self._language = spec.path, language
        self._among = self._neighbours(context.draft)
        title = context.make.label(context.ui.pick(spec.label), "strong", elide=True)
        close = context.make.icon_button("x", context.say("close"), self.leave, keys="Esc", size=26, icon_size=14)
        self.grid = TextGrid(context, [spec], look="cell", fold=False)
        self._note = context.make.label(context.say("from_register"), "small", "text2", wrap=True)
        head = row(title, None, close)
        keep = [row(KeepButton(context, lambda: self._path, kind), None)] if kind else []
        self.setLayout(column(head, self.grid, self._note, *keep, spacing=8, margins=(16, 12, 12, 16)))
        self.setAccessibleName(context.ui.pick(spec.label))
        self.show_draft(context.draft)
        context.bridge.draft_changed.connect(self.show_draft)

    def show_draft(self, draft: Draft) -> None:
        """Shows the words as they stand; where phrases came or went the path may be another's: the popover closes."""
        value = paths.get(draft.facts, self._path)
        if value is None or self._neighbours(draft) != self._among:
            self.grid.retire()
            self.leave()
            return
        self._note.setVisible(isinstance(value, Ref))
        self.grid.refresh(draft)

    def _neighbours(self, draft: Draft) -> int:
        if not self._path.endswith("]"):
            return 0
        return len(paths.get(draft.facts, self._path.rpartition("[")[0]) or ())

    def first_focus(self) -> None:
        text = self.context.draft.text_of(paths.get(self.context.draft.facts, self._path) or {})
        missing = next((tag for tag in self.grid.languages if not text.get(tag)), self.grid.languages[0])
        wanted = self._language if self._language in self.grid.languages else missing
        self.grid.cell(wanted).setFocus(Qt.FocusReason.PopupFocusReason)


class NamesPopover(WordsPopover):
    """The name of somebody or something that the form has no list for (a country)."""

    def __init__(self, context: FormContext, owner: str, anchor: QWidget) -> None:
        tags = ("kk", "ru", "en")
        label = {tag: type(context.ui)(tag).say("form.name") for tag in tags}
        super().__init__(context, FieldSpec(path=f"{owner}.name", kind=FieldKind.TEXT, label=label), anchor)


def _says(entry: Entry, words: str) -> bool:
    return any(text.casefold() == words.casefold() for text in entry.text.values())
