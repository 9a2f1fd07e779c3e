"""One entry, whole: its words side by side, the question that fixes its forms, the tables, what stands beside them."""

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget

from pressdesk.app.register.forms import tables
from pressdesk.app.register.inuse import sentence
from pressdesk.errors import PressDeskError
from pressdesk.gui.kit.widgets import Make, column, holder, row
from pressdesk.gui.register.cases import CaseTable, HarmonyBox, asks_harmony
from pressdesk.gui.register.keeper import Keeper
from pressdesk.gui.register.rows import name_of
from pressdesk.gui.register.side import PostsCard, RivalBox, card, exceptions_card, used_card
from pressdesk.gui.register.words import TAGS, WordsCard
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Person
from pressdesk.model.register import Record
from pressdesk.text.messages import Messages

QUIET = 200  # milliseconds after a keystroke until the tables are made anew
WIDE = 720  # pixels at 100 %: from here two columns stand side by side
_HEADS = {"kk": "cases", "ru": "russian"}


class Detail(QScrollArea):
    """Shows and edits the chosen record.

    Signals:
        draft_wanted(Path): a draft that names the entry is to be opened; None is the one that is open already.
        back_wanted: back to the list, where there is room for one pane.
    """

    draft_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(
        self, make: Make, ui: Messages, keeper: Keeper, reviewer: Callable[[], str],
        review: Callable[[str], object], drafts: Callable[[Record], Iterable[tuple[Path | None, Draft]]],
    ) -> None:  # fmt: skip
        super().__init__()
        self._make, self._ui, self._keeper = make, ui, keeper
        self._reviewer, self._review, self._drafts = reviewer, review, drafts
        self.record: Record | None = None
        self.words: WordsCard | None = None
        self._columns = 0
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._body.setObjectName("registerDetail")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(28, 18, 28, 24)
        self._column.setSpacing(14)
        self._head, self._rest = QWidget(), QWidget()
        self.setWidget(self._body)
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(self._rebuild_rest)
        self.show_record(None)

    # --- showing -------------------------------------------------------------------------------------------------

    def show_record(self, record: Record | None) -> None:
        """Shows another record, or the same as it is now; a field in which somebody types stays as it is."""
        same = record is not None and self.record is not None and record.id == self.record.id
        if same and record == self.record and self.words is not None:
            self._rebuild_rest()
            return
        typing = self.words is not None and self.words.isAncestorOf(QApplication.focusWidget() or self)
        self.record = record
        if same and typing and self.words is not None and record is not None:
            self.words.refresh(record)
            self._rebuild_rest()
            return
        self._clear(self._column)
        self.words = None
        self._later.stop()
        if record is None:
            empty = self._make.label(self._ui.say("register.choose"), "body", "text2")
            self._column.addWidget(empty)
            self._column.addStretch(1)
            return
        self._head, self._rest = QWidget(), QWidget()
        self.words = WordsCard(self._make, self._ui, record)
        self.words.edited.connect(self._typed)
        self.words.finished.connect(self.keep)
        self._column.addWidget(self._head)
        self._column.addWidget(self.words)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        self.words.show()
        self._rebuild_rest()
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """The focus goes to the first word."""
        if self.words is not None:
            next(iter(self.words.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keeps what was typed."""
        if self.record is not None:
            self._keeper.put(self.record)

    def _typed(self, record: Record) -> None:
        self.record = record
        self._later.start()

    def _changed(self, record: Record) -> None:
        self.record = record
        if self.words is not None:
            self.words.record = record
        QTimer.singleShot(0, self, self.keep)  # what sent this is about to be made anew

    # --- building ------------------------------------------------------------------------------------------------

    def _rebuild_rest(self) -> None:
        record = self.record
        if record is None or self.words is None:
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and (self._rest.isAncestorOf(focus) or self._head.isAncestorOf(focus))
        named = focus.accessibleName() if inside and focus is not None else ""
        try:
            head, rest = holder(self._make_head(record)), holder(self._make_rest(record))
        except PressDeskError as error:
            self._keeper.failed.emit(error)
            return
        for old, new in ((self._head, head), (self._rest, rest)):
            self._column.replaceWidget(old, new)
            new.show()  # at once, so that it can take the focus
            old.hide()
            old.deleteLater()
        self._head, self._rest = head, rest
        if inside:
            self._focus_again(named)

    def _focus_again(self, name: str) -> None:
        """What had the focus was made anew: the new one of its name has it now, else the first word."""
        for widget in (*self._head.findChildren(QWidget), *self._rest.findChildren(QWidget)):
            if widget.accessibleName() == name and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.focus_first()

    def _make_head(self, record: Record) -> QLayout:
        make, say = self._make, self._ui.say
        title = make.label(name_of(record, self._ui), "title", wrap=True)
        below = make.label(self._standing(record), "small", "text2", wrap=True)
        back = make.icon_button("chevron-left", say("register.back"), self.back_wanted.emit, keys="Esc", size=32)
        back.setVisible(bool(self.property("single")))
        if record.checked.by and self._keeper.layers.is_own(record.id):
            approve = make.button(say("register.approved"), "", "shield-check")
            approve.setEnabled(False)
            approve.setToolTip(self._standing(record))
        else:
            approve = make.button(say("register.approve"), "", "shield-check", self._approve)
            approve.setToolTip(f"{say('register.approve')}  Ctrl+Enter")
        more = make.icon_button("ellipsis", say("register.more"), size=32, icon_size=18)
        more.clicked.connect(lambda: self.menu().popup(more.mapToGlobal(more.rect().bottomLeft())))
        words = column(title, below, spacing=2)
        line = row(back, words, approve, more, spacing=8)
        line.setStretchFactor(words, 1)
        line.setAlignment(approve, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(more, Qt.AlignmentFlag.AlignTop)
        return line

    def _standing(self, record: Record) -> str:
        say, checked = self._ui.say, record.checked
        if not self._keeper.layers.is_own(record.id):
            return say("register.shipped")
        parts = [say("register.changed", day=record.changed.isoformat())] if record.changed else []
        if not checked.by:
            parts.append(say("register.unchecked"))
        elif checked.on is None:
            parts.append(say("register.checked", by=checked.by))
        else:
            parts.append(say("register.checked_on", by=checked.by, day=checked.on.isoformat()))
        return " · ".join(parts)

    def menu(self) -> QMenu:
        """What else can be done with the entry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        record = self.record
        undo = menu.addAction(self._ui.say("register.undo"), self._keeper.undo)
        undo.setEnabled(self._keeper.can_undo)
        remove = menu.addAction(self._ui.say("register.remove"), self.remove)
        remove.setEnabled(record is not None and self._keeper.layers.is_own(record.id))
        return menu

    def remove(self) -> None:
        """Takes the entry out of the user's own register; undo brings it back."""
        record, self.record = self.record, None
        if record is not None:
            self._keeper.remove(record.id)

    def _make_rest(self, record: Record) -> QLayout:
        rows = tables(record)
        spots: list[QWidget | QLayout] = []
        rival = self._keeper.layers.own.rivals.get(record.id)
        if rival is not None:
            box = RivalBox(self._make, self._ui, record, rival)
            box.chosen.connect(lambda take: QTimer.singleShot(0, self, lambda: self._keeper.choose(record.id, take)))
            spots.append(box)
        if asks_harmony(record, rows.get("kk", ())):
            question = HarmonyBox(self._make, self._ui, record)
            question.changed.connect(self._changed)
            spots.append(question)
        left: list[QWidget] = []
        for tag, lines in rows.items():
            left.append(self._make.label(self._ui.say(f"register.{_HEADS[tag]}"), "heading"))
            made = CaseTable(self._make, self._ui, record, tag, lines)
            made.changed.connect(self._changed)
            left.append(made)
        spots.append(self._beside(left, self._make_side(record)))
        shown = self._make_sentences(record)
        if shown is not None:
            spots += [self._make.label(self._ui.say("register.in_text"), "heading"), shown]
        return column(*spots, spacing=12)

    def _beside(self, left: list[QWidget], right: list[QWidget]) -> QLayout:
        if self._columns < 2 or not left:
            return column(*left, *right, spacing=8)
        line = row(column(*left, None, spacing=8), column(*right, None, spacing=8), spacing=20)
        line.setStretch(0, 8)
        line.setStretch(1, 5)
        return line

    def _make_side(self, record: Record) -> list[QWidget]:
        made: list[QWidget] = []
        if isinstance(record.what, Person):
            posts = PostsCard(self._make, self._ui, record, self._keeper)
            posts.changed.connect(self._changed)
            made.append(posts)
        exceptions = exceptions_card(self._make, self._ui, record, self._changed)
        if exceptions is not None:
            made.append(exceptions)
        made.append(used_card(self._make, self._ui, self._drafts(record), self.draft_wanted.emit))
        return made

    def _make_sentences(self, record: Record) -> QFrame | None:
        theme, lines = self._make.theme, []
        for tag in TAGS:
            shown = sentence(record, tag)
            if shown is None:
                continue
            label = self._make.label("", "doc", wrap=True)
            label.setTextFormat(Qt.TextFormat.RichText)
            mark = f'<span style="background-color:{theme.hex("mark")}">{escape(shown.form)}</span>'
            label.setText(f"{escape(shown.before)}{mark}{escape(shown.after)}")
            label.setAccessibleName(f"{tag}: {shown.before}{shown.form}{shown.after}")
            code = self._make.label(tag, "caption", "text3")
            code.setFixedWidth(theme.px(24))
            line = row(code, label, spacing=8)
            line.setStretchFactor(label, 1)
            lines.append(line)
        if not lines:
            return None
        return self._make.frame(column(*lines, spacing=6, margins=(14, 12, 14, 12)), card=True)

    # --- approving -----------------------------------------------------------------------------------------------

    def _approve(self) -> None:
        """Marks the record as checked; whose name that is is asked once."""
        self.keep()
        name = self._reviewer()
        if name and self.record is not None:
            self._keeper.approve(self.record, name)
            return
        edit = QLineEdit()
        edit.setPlaceholderText(self._ui.say("register.who"))
        edit.setAccessibleName(self._ui.say("register.who"))
        edit.returnPressed.connect(lambda: self._named(edit.text()))
        done = self._make.button(self._ui.say("register.approve"), "primary", "check", lambda: self._named(edit.text()))
        box = card(self._make, self._ui.say("register.who"), row(edit, done))
        self._column.insertWidget(1, box)
        self._asking = box
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    approve = _approve

    def _named(self, name: str) -> None:
        plain = " ".join(name.split())
        if not plain or self.record is None:
            return
        self._column.removeWidget(self._asking)
        self._asking.hide()
        self._asking.deleteLater()
        self._review(plain)
        self._keeper.approve(self.record, plain)

    # --- room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= self._make.theme.px(WIDE) else 1
        if columns != self._columns:
            self._columns = columns
            self._later.start(0)

    def _clear(self, layout: QLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
