"""The start page: a new release of a kind, the drafts used last, what a crash left behind, the samples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from pressdesk.app.places import Places
from pressdesk.app.recovery import Leftover
from pressdesk.app.samples import names as sample_names
from pressdesk.errors import PressDeskError
from pressdesk.gui.jobs import Lane
from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.gui.shell.start_cards import DraftRow, KindCard, ReadyLine, sentence_html
from pressdesk.gui.shell.titles import draft_title, language_name, moment
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts
from pressdesk.model.fields import ReleaseType
from pressdesk.model.release import Release
from pressdesk.proof.languagetool.lock import default_folder, installed_languages, read_lock
from pressdesk.render.pack import load_type, pack_folder, packs
from pressdesk.store.draft_file import open_draft
from pressdesk.text.messages import Messages

ORDER = ("kk", "ru", "en", "pt")
RECENT = 5  # drafts shown; the others are a click on «open» away


@dataclass(frozen=True)
class _Read:
    """What a worker found out about a draft of the list."""

    path: str
    title: str
    below: str
    side: str


@dataclass(frozen=True)
class _Sample:
    name: str
    title: str


@dataclass(frozen=True)
class _Sentence:
    kind: str
    release: Release


class StartPage(QWidget):
    """The start page.

    Signals:
        new_wanted(kind id), sample_wanted(name), path_wanted(path): a draft to work on.
        open_wanted, facts_wanted, settings_wanted, setup_wanted, register_wanted, text_wanted: a button was pressed.
        recover_wanted(Leftover), discard_wanted(Leftover): what to do with what a crash left.
        forget_wanted(path): take this draft off the list.
    """

    new_wanted = Signal(str)
    sample_wanted = Signal(str)
    path_wanted = Signal(str)
    open_wanted = Signal()
    facts_wanted = Signal()
    settings_wanted = Signal()
    register_wanted = Signal()
    setup_wanted = Signal()
    text_wanted = Signal()
    recover_wanted = Signal(object)
    discard_wanted = Signal(object)
    forget_wanted = Signal(str)

    def __init__(
        self, make: Make, ui: Messages, places: Places, recent: Sequence[str], leftovers: Sequence[Leftover]
    ) -> None:
        super().__init__()
        self._make, self._ui = make, ui
        self._recent, self._leftovers = list(recent)[:RECENT], list(leftovers)
        self._rows: dict[str, DraftRow] = {}
        self._cards: dict[str, KindCard] = {}
        self._lane = Lane(0, self)
        self._lane.result.connect(self._take)
        inside = QWidget()
        inside.setObjectName("startMain")
        self._body = QVBoxLayout(inside)
        self._body.setSpacing(8)
        self._body.setContentsMargins(48, 32, 48, 32)
        self._fill()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side = self._readiness(places)
        layout = row(scroll, self._side, spacing=0)
        layout.setStretchFactor(scroll, 1)
        self.setLayout(layout)
        QTimer.singleShot(0, self, self._look_closer)

    def close_lane(self) -> None:
        """Ends the reading of drafts in the background."""
        self._lane.drop()

    def focus_first(self) -> None:
        """The focus goes to what a crash left behind, else to the draft used last, else to the first kind."""
        first = next(iter(self._rows.values()), None) or next(iter(self._cards.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the parts ---------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        make, say = self._make, self._ui.say
        self._body.addLayout(
            row(
                make.label(say("shell.app"), "title"), None,
                make.button(say("shell.start.open"), icon="folder-open", clicked=self.open_wanted.emit),
                make.button(say("register.title"), icon="book-user", clicked=self.register_wanted.emit),
                make.icon_button("settings", say("shell.settings"), self.settings_wanted.emit, keys="Ctrl+,", size=32),
            )
        )  # fmt: skip
        for leftover in self._leftovers:
            self._body.addWidget(self._leftover_row(leftover))
        if self._recent:  # whoever has drafts goes on with one more often than not
            self._add_recent()
        self._body.addSpacing(8)
        hint = make.label(say("shell.start.first_sentence"), "small", "text3")
        self._body.addLayout(row(make.label(say("shell.start.new"), "heading"), None, hint))
        self._kinds = QGridLayout()
        self._kinds.setSpacing(10)
        for kind in packs():
            card = KindCard(make, self._ui.pick(kind.label), kind.icon)
            card.clicked.connect(lambda _=False, k=kind.id: self.new_wanted.emit(k))
            self._cards[kind.id] = card
        self._body.addLayout(self._kinds)
        facts = make.button(say("shell.start.from_facts"), "ghost", "file-text", self.facts_wanted.emit)
        text = make.button(say("proof.open"), "ghost", "circle-check", self.text_wanted.emit)
        text.setToolTip(f"{say('proof.open_about')}  Ctrl+Shift+T")
        self._body.addLayout(row(facts, text, None))
        if not self._recent:
            self._add_recent()
        self._body.addSpacing(8)
        self._body.addWidget(make.label(say("shell.start.samples"), "heading"))
        self._samples = QGridLayout()
        self._samples.setSpacing(10)
        self._sample_cards = {name: self._sample_card(name) for name in sample_names()}
        self._body.addLayout(self._samples)
        self._body.addStretch(1)
        self._lay_cards(3)

    def _add_recent(self) -> None:
        self._body.addSpacing(8)
        self._body.addWidget(self._make.label(self._ui.say("shell.start.recent"), "heading"))
        self._body.addWidget(self._recent_box())

    def _recent_box(self) -> QFrame:
        box = column(spacing=0, margins=(1, 1, 1, 1))
        for path in self._recent:
            entry = DraftRow(self._make, "file-text", Path(path).stem, str(Path(path).parent))
            entry.clicked.connect(lambda _=False, p=path: self.path_wanted.emit(p))
            self._rows[path] = entry
            box.addWidget(entry)
        if not self._recent:
            none = self._make.label(self._ui.say("shell.start.no_recent"), "body", "text2", wrap=True)
            none.setContentsMargins(16, 12, 16, 12)
            box.addWidget(none)
        return self._make.frame(box, card=True)

    def _leftover_row(self, leftover: Leftover) -> QFrame:
        make, say, note = self._make, self._ui.say, leftover.note
        words = say("shell.recovered", n=note.words)
        below = say("shell.start.unsaved", when=moment(note.written, datetime.now(), self._ui), words=words)
        title = make.label(note.title or say("shell.untitled"), "strong", elide=True)
        text = column(title, make.label(below, "small", "text2", elide=True), spacing=0)
        look = make.button(say("shell.look"), "primary", "eye", lambda: self.recover_wanted.emit(leftover))
        away = make.button(say("shell.throw_away"), "quiet", clicked=lambda: self.discard_wanted.emit(leftover))
        layout = row(make.icon_label("history", "warn", 18), 4, text, away, look, spacing=12, margins=(16, 8, 16, 8))
        layout.setStretchFactor(text, 1)
        frame = make.frame(layout, card=True)
        frame.setAccessibleName(f"{title.text()}, {below}")
        return frame

    def _sample_card(self, name: str) -> DraftRow:
        title = name.replace("_", " ").replace("-", " ").capitalize()
        card = DraftRow(self._make, "book-open", title, self._sample_line(name))
        card.setProperty("kind", "card")
        card.clicked.connect(lambda _=False, n=name: self.sample_wanted.emit(n))
        return card

    def _sample_line(self, name: str) -> str:
        return self._ui.say("shell.start.published" if name == "guimaraes" else "shell.start.invented")

    def _readiness(self, places: Places) -> QFrame:
        make, say = self._make, self._ui.say
        there = sorted(installed_languages(default_folder(places.data), read_lock()), key=ORDER.index)
        names = ", ".join(language_name(tag, self._ui) for tag in there)
        more = say("shell.start.checkers_on", languages=names) if there else say("shell.start.checkers_off")
        set_up = make.button(say("shell.setup.go"), icon="download", clicked=self.setup_wanted.emit)
        lines = column(
            make.label(say("shell.start.readiness"), "heading"),
            ReadyLine(make, True, say("shell.start.kazakh"), say("shell.start.kazakh_more")),
            ReadyLine(make, True, say("shell.start.russian"), say("shell.start.russian_more")),
            ReadyLine(make, bool(there), say("shell.start.checkers"), more),
            *([] if there else [row(26, set_up, None)]),
            None,
            row(make.icon_label("lock", "text3", 16), make.label(say("shell.start.offline"), "small", "text2"), None),
            spacing=16,
            margins=(28, 36, 28, 24),
        )
        side = make.frame(lines)
        side.setObjectName("startSide")
        side.setFixedWidth(make.theme.px(340))
        return side

    # --- room and keys -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = round(self.width() / self._make.theme.scale)
        self._side.setVisible(width >= 960)
        columns = 3 if width >= 1240 or 900 <= width < 960 else 2 if width >= 640 else 1
        self._lay_cards(columns)

    def _lay_cards(self, columns: int) -> None:
        """Both grids; a sample's title is longer, so at most two stand side by side."""
        grids: tuple[tuple[QGridLayout, list[QWidget], int], ...] = (
            (self._kinds, list(self._cards.values()), columns),
            (self._samples, list(self._sample_cards.values()), min(2, columns)),
        )
        for grid, cards, columns in grids:
            for index, card in enumerate(cards):
                grid.addWidget(card, index // columns, index % columns)
            for number in range(3):
                grid.setColumnStretch(number, 1 if number < columns else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    # --- what takes a while ------------------------------------------------------------------------------------

    def _look_closer(self) -> None:
        recent, ui, now = list(self._recent), self._ui, datetime.now()
        kinds, samples = packs(), list(self._sample_cards)

        def work() -> Iterator[object]:
            from pressdesk.app.samples import sample
            from pressdesk.render.render import render  # with Jinja, which the first window does not wait for

            for kind in kinds:
                tag = ui.language if ui.language in kind.languages else kind.languages[0]
                yield _Sentence(kind.id, render(Draft(facts=Facts(type=kind.id)), tag))
            for name in samples:
                draft = sample(name)
                yield _Sample(name, draft_title(draft, load_type(pack_folder(draft.facts.type)), ui))
            for path in recent:
                yield _read(path, ui, now)

        self._lane.ask(work)

    def _take(self, thing: object) -> None:
        if isinstance(thing, _Sentence):
            slot = self._make.theme.hex("sunken")
            self._cards[thing.kind].show_sentence(sentence_html(thing.release, slot))
        elif isinstance(thing, _Sample):
            card = self._sample_cards[thing.name]
            card.tell(thing.title, self._sample_line(thing.name), "")
        elif isinstance(thing, _Read):
            self._rows[thing.path].tell(thing.title, thing.below, thing.side)
            if not Path(thing.path).exists():
                self._offer_to_forget(thing.path)

    def _offer_to_forget(self, path: str) -> None:
        forget = self._make.icon_button(
            "x", self._ui.say("shell.start.forget"), lambda: self.forget_wanted.emit(path), size=28, icon_size=14
        )
        self._rows[path].add(forget)


def _read(path: str, ui: Messages, now: datetime) -> _Read:
    """Title, kind and time, and the languages: «kk ru ✓ · en 2»."""
    file = Path(path)
    try:
        draft = open_draft(file)
        kind = load_type(pack_folder(draft.facts.type))
        side = _languages(draft, kind)
    except PressDeskError:
        return _Read(path, file.stem, ui.say("shell.start.damaged" if file.exists() else "shell.start.gone"), "")
    when = moment(datetime.fromtimestamp(file.stat().st_mtime), now, ui)
    return _Read(path, draft_title(draft, kind, ui), f"{file.name} · {when}", side)


def _languages(draft: Draft, kind: ReleaseType) -> str:
    from pressdesk.render.render import render

    gaps = {tag: len({gap.field for gap in render(draft, tag).gaps}) for tag in kind.languages}
    order = [tag for tag in ORDER if tag in gaps]
    whole = [tag for tag in order if not gaps[tag]]
    parts = [f"{' '.join(whole)} ✓"] if whole else []
    return "   ".join(parts + [f"{tag} {gaps[tag]}" for tag in order if gaps[tag]])
