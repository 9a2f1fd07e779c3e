"""Words by language: a row a language, one or more fields side by side. Start at `TextGrid`.

A grid of one field is folded at first: the window's language shows, the others open as soon as it has the focus and
stay open, so that nothing above the pointer ever moves.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pressdesk.app.register.fill import kinds_at
from pressdesk.gui.form.cells import Cell, GrowingEdit
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor, Message, below, worst
from pressdesk.gui.form.intext import InText
from pressdesk.gui.form.offers import Offer, Offers
from pressdesk.gui.form.order import chain
from pressdesk.gui.form.presence import Presence
from pressdesk.gui.form.registered import offers_at
from pressdesk.gui.form.traces import slips, spot, within
from pressdesk.gui.kit.widgets import IconButton
from pressdesk.model import edits, paths
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry, Text
from pressdesk.model.fields import FieldKind, FieldSpec
from pressdesk.model.findings import Severity
from pressdesk.text.spans import to_utf16


class TextGrid(Editor):
    """Words in the languages of the draft, for one TEXT or PHRASE or for several TEXTs side by side.

    Attributes:
        columns: the fields, left to right.
        folded: whether only the window's language is in sight.
    """

    def __init__(
        self,
        context: FormContext,
        columns: Sequence[FieldSpec],
        base: str = "",
        *,
        look: str = "field",
        fold: bool = True,
    ) -> None:
        super().__init__(context, columns[0], base)
        self.columns = tuple(columns)
        self._look = look
        single = len(columns) == 1
        self._foldable = fold and single and len(context.languages) > 1
        self.folded = self._foldable
        first = context.primary if single else ""
        self.languages = tuple(sorted(context.languages, key=lambda tag: tag != first))
        self._cells: dict[tuple[str, int], Cell] = {}
        self._messages: dict[str, Message] = {}
        self._presence = Presence(context)
        self._chevron = self._make_chevron()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1 if look == "cell" or not single else 4)
        self._build(single)
        self.in_text: InText | None = None
        self._show_rows()
        self.refresh(context.draft)

    # --- building ----------------------------------------------------------------------------------------------------

    def _make_chevron(self) -> IconButton:
        say = self.context.say
        chevron = self.context.make.icon_button(
            "chevron-down", say("other_languages"), self.unfold, size=24, icon_size=14
        )
        chevron.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return chevron

    def _build(self, single: bool) -> None:
        make = self.context.make
        if not single:
            for number, spec in enumerate(self.columns, 1):
                title = self.context.ui.pick(spec.label) + (" *" if spec.required else "")
                label = make.label(title, "caption", "text3")
                label.setContentsMargins(9, 0, 0, 0)
                self._grid.addWidget(label, 0, number)
                self._grid.setColumnStretch(number, 3 if spec.required else 4)
        for tag in self.languages[:1] if self.folded else self.languages:
            self._build_row(tag, single)

    def _build_rest(self) -> None:
        """What a folded grid does not need: the other languages and the line below."""
        for tag in self.languages:
            if (tag, 0) not in self._cells:
                self._build_row(tag, len(self.columns) == 1)
        if self.in_text is None:
            self.in_text = InText(self.context, self.path)
            self._grid.addWidget(self.in_text, 1 + 2 * len(self.languages), 0, 1, -1)
            cells = [self._cells[tag, n].edit for tag in self.languages for n in range(len(self.columns))]
            chain([*cells, self.in_text.all_cases])

    def _message(self, tag: str) -> Message:
        """The place for sentences about a language, below its row."""
        if tag not in self._messages:
            single = len(self.columns) == 1
            self._messages[tag] = Message(self.context)
            at = 2 + 2 * self.languages.index(tag)
            self._grid.addWidget(self._messages[tag], at, 0 if single else 1, 1, -1)
        return self._messages[tag]

    def _build_row(self, tag: str, single: bool) -> None:
        at = 1 + 2 * self.languages.index(tag)
        if not single:
            self._grid.addWidget(self.context.make.label(tag, "caption", "text3"), at, 0)
        for number, spec in enumerate(self.columns):
            cell = self._make_cell(tag, number, spec, single)
            self._cells[tag, number] = cell
            self._grid.addWidget(cell, at, number + (0 if single else 1))

    def _make_cell(self, tag: str, number: int, spec: FieldSpec, single: bool) -> Cell:
        first = tag == self.languages[0]
        trailing: list[QWidget] = [self._presence, self._chevron] if single and first else []
        name = f"{self.context.ui.pick(spec.label)}, {tag}"
        cell = Cell(self.context, name, self._look if single else "cell", tag if single else "", trailing)
        edit = cell.edit
        if first:
            edit.show_hint(self.context.ui.pick(spec.hint))
        edit.edited.connect(partial(self._edited, tag, number))
        edit.entered.connect(partial(self._entered, number))
        edit.left.connect(partial(self._left, tag, number))
        edit.stepped.connect(partial(self._stepped, tag, number))
        if spec.kind is FieldKind.PHRASE and spec.register:
            Offers(self.context, edit, self._offers)
        elif kinds_at(self.column_path(number)):
            Offers(
                self.context, edit, lambda query: offers_at(self.context, self.column_path(number), query, self.name)
            )
        return cell

    def _offers(self, query: str) -> list[Offer]:
        entries = self.context.register(self.spec.register, query)
        return [self._offer(entry) for entry in entries]

    def _offer(self, entry: Entry) -> Offer:
        text = self.context.describer().words(entry.text)
        return Offer(text, partial(self._choose, entry), icon="book-open")

    def _choose(self, entry: Entry) -> None:
        path = self.path
        self.context.change(lambda draft: edits.choose(draft, path, entry), self.name)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def column_path(self, number: int) -> str:
        """Where the field of a column stands."""
        path = self.columns[number].path
        return f"{self.base}.{path}" if self.base else path

    def rebase(self, base: str) -> None:
        super().rebase(base)
        if self.in_text is not None:
            self.in_text.follow(self.path)

    def covers(self, path: str) -> bool:
        return any(below(path, self.column_path(n)) for n in range(len(self.columns)))

    def unfold(self) -> None:
        """Shows all languages, and folds them again when they are shown."""
        self.folded = not self.folded
        self._show_rows()

    def _show_rows(self) -> None:
        if not self.folded:
            self._build_rest()
        for (tag, _), cell in self._cells.items():
            cell.setVisible(not self.folded or tag == self.languages[0])
        self._chevron.setVisible(self._foldable)
        self._chevron.set_icon("chevron-down" if self.folded else "chevron-up")
        self._restate_presence(self.context.draft)
        if self.in_text is not None:
            self.in_text.set_wanted(not self.folded)
        self._show_texts(self.context.draft)

    def refresh(self, draft: Draft) -> None:
        self._show_texts(draft)
        self._restate_presence(draft)
        self._underline()
        if self.in_text is not None:
            self.in_text.refresh(draft)

    def _show_texts(self, draft: Draft) -> None:
        for (tag, number), cell in self._cells.items():
            cell.edit.show_text(self._text(draft, number).get(tag, ""))

    def _text(self, draft: Draft, number: int) -> Text:
        return draft.text_of(paths.get(draft.facts, self.column_path(number)) or {})

    def _restate_presence(self, draft: Draft) -> None:
        text = self._text(draft, 0)
        lacks = [tag for tag in self.context.languages if not text.get(tag)] if any(text.values()) else []
        self._presence.show_missing(lacks if self.folded else [])

    def _underline(self) -> None:
        for (tag, number), cell in self._cells.items():
            path, text = self.column_path(number), cell.edit.text
            marks: list[tuple[int, int, Severity]] = []
            for finding in slips(self.context.findings.get(tag, ()), path):
                where = spot(text, finding.text, within(self.context.releases.get(tag), finding))
                if where is not None:
                    marks.append((to_utf16(text, where.start), to_utf16(text, where.end), finding.severity))
            cell.edit.underline(marks)

    def mark(self, problems: Sequence[Problem]) -> None:
        for tag in self.languages:
            found = [p for p in problems if self._language(p) == tag]
            if found and self.folded and tag != self.languages[0]:
                self.unfold()
            self._mark_row(tag, found)

    def _mark_row(self, tag: str, problems: Sequence[Problem]) -> None:
        first = worst(problems)
        if first is not None:
            self._message(tag).show_text(self.context.sentence(first), first.severity)
        elif tag in self._messages:
            self._messages[tag].show_text("")
        said = self._messages[tag].text if tag in self._messages else ""
        for number in range(len(self.columns)):
            if (tag, number) in self._cells:
                self._cells[tag, number].edit.setAccessibleDescription(said or self._cells[tag, number].edit.hint)
                own = worst([p for p in problems if below(p.path, self.column_path(number))])
                self._cells[tag, number].set_error(own is not None and own.severity is Severity.ERROR)

    def restate(self) -> None:
        self._underline()
        if self.in_text is not None:
            self.in_text.refresh(self.context.draft)

    def own_messages(self) -> bool:
        return True

    def _language(self, problem: Problem) -> str:
        last = problem.path.rsplit(".", 1)[-1]
        tag = problem.language or last
        return tag if tag in self.languages else self.languages[0]

    def focus_on(self, path: str, language: str = "") -> bool:
        last = path.rsplit(".", 1)[-1]
        tag = next((tag for tag in (language, last) if tag in self.languages), self.languages[0])
        number = next((n for n in range(len(self.columns)) if below(path, self.column_path(n))), 0)
        if self.folded:
            self.unfold()
        self._cells[tag, number].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def cell(self, language: str, column: int = 0) -> GrowingEdit:
        """The edit of a language; unfolds the grid where need be."""
        if (language, column) not in self._cells:
            self.unfold()
        return self._cells[language, column].edit

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()

    # --- what is typed -----------------------------------------------------------------------------------------------

    def _edited(self, tag: str, number: int, words: str) -> None:
        path, spec = self.column_path(number), self.columns[number]
        if spec.kind is FieldKind.PHRASE:
            step = self.context.ui.pick(spec.label)
            self.context.change(lambda d: edits.set_words(d, path, tag, words), step, merge=f"{path}.{tag}")
        else:
            self.context.put(f"{path}.{tag}", words)

    def _entered(self, number: int) -> None:
        if self.folded:
            self.unfold()
        self.context.bridge.focus_field(self.column_path(number))
        if self.in_text is not None:
            self.in_text.follow(self.column_path(number))

    def _left(self, tag: str, number: int) -> None:
        if self.retired:
            return
        words = self._cells[tag, number].edit.text
        plain = " ".join(words.split())
        if plain != words:
            self._edited(tag, number, plain)
        self.context.bridge.seal()

    def _stepped(self, tag: str, number: int, by: int) -> None:
        at = self.languages.index(tag) + by
        if 0 <= at < len(self.languages):
            self._cells[self.languages[at], number].edit.setFocus(Qt.FocusReason.TabFocusReason)
