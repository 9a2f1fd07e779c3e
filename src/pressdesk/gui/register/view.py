"""The register's view: kinds at the left, the list with its search, the entry. Start at `RegisterView`."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QListView, QListWidget, QListWidgetItem, QWidget

from pressdesk.app.places import Places
from pressdesk.app.register.inuse import Drafts
from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.gui.register.detail import Detail
from pressdesk.gui.register.keeper import GROUPS, Group, Keeper
from pressdesk.gui.register.rows import COUNT, CountDelegate, RecordDelegate, Records
from pressdesk.gui.shell.preferences import Preferences
from pressdesk.text.messages import Messages

KINDS, LIST = 228, 352
NARROW, SINGLE = 1180, 800  # pixels at 100 %: below these the kinds are icons, below the other one pane is shown
QUIET = 120
FilePath = Callable[[QWidget, bool], Path | None]


class RegisterView(QWidget):
    """Everything the register holds.

    Signals:
        back_wanted: back to where one was.
        draft_wanted(Path): a draft is to be opened; None is the one that is open already.
        failed(PressDeskError): something could not be done.
        told(str): something was done; a sentence.
    """

    back_wanted = Signal()
    draft_wanted = Signal(object)
    failed = Signal(object)
    told = Signal(str)

    def __init__(
        self, make: Make, ui: Messages, places: Places, preferences: Preferences, ask_file: FilePath | None = None,
        drafts: Drafts | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("register")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make, self._ui = make, ui
        self._ask_file = ask_file or self._file_dialog
        self._drafts = drafts or Drafts(preferences.settings.recent)
        self.keeper = Keeper(places, self)
        self.keeper.failed.connect(self.failed)
        self.keeper.changed.connect(self._refill)
        self.group: Group = GROUPS[0]
        self._single = self._reading = False
        self.kinds = self._make_kinds()
        self.search = QLineEdit()
        self.list = QListView()
        self.add = make.icon_button(
            "plus", ui.say("register.add"), self.add_entry, keys="Ctrl+N", size=34, color="accent"
        )
        self.records = Records(self.keeper, ui, self)
        self.detail = Detail(
            make, ui, self.keeper,
            lambda: preferences.settings.reviewer, lambda name: preferences.change(reviewer=name), self._drafts.naming,
        )  # fmt: skip
        self._rail, self._middle = self._make_rail(), self._make_middle()
        stops = (self.back, self.kinds, self._send, self._take, self.search, self.add, self.list)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)
        layout = row(self._rail, self._middle, self.detail, spacing=0)
        layout.setStretchFactor(self.detail, 1)
        self.setLayout(layout)
        self.detail.draft_wanted.connect(self.draft_wanted)
        self.detail.back_wanted.connect(self._to_list)
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(self._refill)
        self.show_group(GROUPS[0])

    # --- building ------------------------------------------------------------------------------------------------

    def _make_kinds(self) -> QListWidget:
        kinds = QListWidget()
        kinds.setObjectName("registerKinds")
        kinds.setFrameShape(QFrame.Shape.NoFrame)
        kinds.setAccessibleName(self._ui.say("register.title"))
        kinds.setIconSize(QSize(self._make.theme.px(16), self._make.theme.px(16)))
        kinds.setFont(self._make.theme.font("body"))
        kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._counts = CountDelegate(self._make.theme)
        kinds.setItemDelegate(self._counts)
        for group in GROUPS:
            item = QListWidgetItem(self._make.icons.icon(group.icon, "text2"), "")
            item.setSizeHint(QSize(40, self._make.theme.px(34)))
            kinds.addItem(item)
        kinds.currentRowChanged.connect(lambda number: self.show_group(GROUPS[number]))
        return kinds

    def _make_rail(self) -> QFrame:
        make, say = self._make, self._ui.say
        self.back = make.icon_button("chevron-left", say("register.back"), self.back_wanted.emit, keys="Esc", size=32)
        self._title = make.label(say("register.title"), "heading")
        self._send = make.button(say("register.send"), "quiet", "download", self.send)
        self._take = make.button(say("register.take"), "quiet", "folder-open", self.take_in)
        for button in (self._send, self._take):
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
        rail = make.frame(
            column(
                row(self.back, self._title, None, margins=(8, 8, 8, 4)), self.kinds,
                row(self._send, None, margins=(8, 0, 8, 0)), row(self._take, None, margins=(8, 0, 8, 8)), spacing=2,
            )
        )  # fmt: skip
        rail.setObjectName("registerRail")
        return rail

    def _make_middle(self) -> QFrame:
        make, say = self._make, self._ui.say
        self.search.setPlaceholderText(say("register.search"))
        self.search.setAccessibleName(say("register.search"))
        self.search.setClearButtonEnabled(True)
        self.search.setFont(make.theme.font("body"))
        self.search.textChanged.connect(lambda _: self._later.start())
        self.list.setObjectName("registerList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.records)
        self._delegate = RecordDelegate(make.theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("register.title"))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(lambda _: self._open_chosen())
        self.list.clicked.connect(lambda _: self._show_pane(detail=True))
        self._empty = make.label("", "small", "text2", wrap=True)
        self._empty.setContentsMargins(16, 12, 16, 12)
        middle = make.frame(
            column(row(self.search, self.add, margins=(12, 12, 12, 8)), self._empty, self.list, spacing=0)
        )
        middle.setObjectName("registerMiddle")
        return middle

    # --- choosing ------------------------------------------------------------------------------------------------

    def show_group(self, group: Group) -> None:
        """Shows the entries of a group."""
        self.detail.keep()
        self.group = group
        self.kinds.setCurrentRow(GROUPS.index(group))
        self._refill()
        if not self.records.records:
            self.detail.show_record(None)

    def show_entry(self, record_id: str) -> None:
        """Shows an entry, in the group that it belongs to."""
        group = next((g for g in GROUPS if any(r.id == record_id for r in self.keeper.records(g))), None)
        if group is not None:
            self.search.clear()
            self._later.stop()
            self.show_group(group)
            self._select(self.records.row_of(record_id))

    def _refill(self) -> None:
        """The list as the register is now; the chosen entry stays the chosen one."""
        now = self.detail.record
        query = self.search.text().strip()
        self.records.show(self.keeper.records(self.group, query, self._ui.language))
        self._count()
        found = self.records.records
        key = "register.not_found" if query else "register.nothing"
        self._empty.setText(self._ui.say(key, query=query))
        self._empty.setVisible(not found)
        at = self.records.row_of(now.id) if now is not None else -1
        self._select(at if at >= 0 else 0 if found else -1)
        if not found:
            self.detail.show_record(None)

    def _count(self) -> None:
        narrow = self._rail.width() < self._make.theme.px(120)
        counts = self.keeper.counts()
        for number, group in enumerate(GROUPS):
            name = self._ui.say(f"register.group.{group.id}")
            count = counts[group.id]
            item = self.kinds.item(number)
            item.setText("" if narrow else name)
            item.setData(COUNT, count)
            item.setToolTip(f"{name}: {count}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {count}")

    def _select(self, at: int) -> None:
        index = self.records.index(at, 0) if at >= 0 else QModelIndex()
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.list.scrollTo(index)
            self.detail.show_record(self.records.records[at])

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            record = self.records.records[current.row()]
            if self.detail.record is None or self.detail.record.id != record.id:
                self.detail.keep()
                self.detail.show_record(self.keeper.layers.record(record.id))

    def _open_chosen(self) -> None:
        self._show_pane(detail=True)
        self.detail.focus_first()

    def _to_list(self) -> None:
        self._show_pane(detail=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The focus goes to the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what one can do -----------------------------------------------------------------------------------------

    def add_entry(self) -> None:
        """A new entry of the group, its first word with the focus."""
        self.search.clear()
        self._later.stop()
        made = self.keeper.add(self.group)
        if made:
            self._refill()
            self._select(self.records.row_of(made))
            self._open_chosen()

    def send(self) -> None:
        """The user's own register into a file for a colleague."""
        self.detail.keep()
        path = self._ask_file(self, True)
        if path is not None:
            count = self.keeper.send(path)
            if count:
                self.told.emit(self._ui.say("register.exported", n=count, file=path))

    def take_in(self) -> None:
        """A colleague's file into the register."""
        self.detail.keep()
        path = self._ask_file(self, False)
        merged = self.keeper.take_in(path) if path is not None else None
        if merged is not None:
            counts = {"new": len(merged.added), "same": len(merged.same), "differs": len(merged.conflicts)}
            self.told.emit(self._ui.say("register.imported", **counts))

    def _file_dialog(self, host: QWidget, saving: bool) -> Path | None:
        kinds = f"{self._ui.say('register.files')} (*.json *.csv *.vcf)"
        if saving:
            name, _ = QFileDialog.getSaveFileName(host, self._ui.say("register.send"), "register.json", kinds)
        else:
            name, _ = QFileDialog.getOpenFileName(host, self._ui.say("register.take"), "", kinds)
        return Path(name) if name else None

    def close_view(self) -> None:
        """What was typed is kept; the view is about to go."""
        self._later.stop()
        self.detail.keep()

    def step_pane(self, by: int) -> None:
        """The focus goes to the next of kinds, list, entry (F6)."""
        panes: list[tuple[QWidget, Callable[[], object]]] = [
            (self._rail, lambda: self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)),
            (self._middle, lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason)),
            (self.detail, self.detail.focus_first),
        ]
        seen = [(widget, go) for widget, go in panes if widget.isVisible()]
        focus = self.window().focusWidget()
        at = next((i for i, (w, _) in enumerate(seen) if focus is not None and w.isAncestorOf(focus)), 0)
        seen[(at + by) % len(seen)][1]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            if self._single and self.detail.isVisible():
                self._to_list()
            else:
                self.back_wanted.emit()
        elif ctrl and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.detail.keep()
            self.detail.approve()
        elif ctrl and key == Qt.Key.Key_F:
            self._show_pane(detail=False)
            self.focus_first()
        else:
            super().keyPressEvent(event)

    # --- room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lays out for the room there is, measured at a text size of 100 %."""
        theme = self._make.theme
        width = round(self.width() / theme.scale)
        narrow = width < NARROW
        self._rail.setFixedWidth(theme.px(56 if narrow else KINDS))
        self._title.setVisible(not narrow)
        for button in (self._send, self._take):  # icons alone where there is no room for words
            button.setText("" if narrow else button.accessibleName())
        self._single = width < SINGLE
        self.detail.setProperty("single", self._single)
        if self._single:
            self._middle.setMinimumWidth(0)
            self._middle.setMaximumWidth(16777215)
        else:
            self._middle.setFixedWidth(theme.px(LIST if width >= 1000 else 300))
        focus = self.window().focusWidget()
        self._show_pane(detail=self._reading or (focus is not None and self.detail.isAncestorOf(focus)))
        self._count()

    def _show_pane(self, *, detail: bool) -> None:
        self._reading = detail
        self._middle.setVisible(not self._single or not detail)
        self.detail.setVisible(not self._single or detail)
