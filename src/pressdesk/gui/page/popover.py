"""What is said about one finding: what to write instead, why, where the words come from, and what else one may do.

It opens under the words, above them where it would leave the pane, and takes the keyboard only when a key asked for it:
whoever types on in a field keeps typing. Its buttons can be clicked without taking the field's focus.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pressdesk.app.amending import STALE
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.choice_menu import ChoiceMenu
from pressdesk.gui.findings.choices import HERE, REGISTER, WORD, choice_of, choices
from pressdesk.gui.findings.menu import add_choice, reachable, there
from pressdesk.gui.kit.marks import TOKEN, Glyph
from pressdesk.gui.kit.widgets import column, holder, row
from pressdesk.gui.naming import full_name
from pressdesk.gui.page.stale import both_texts
from pressdesk.gui.page.stale import choices as stale_choices
from pressdesk.gui.page.tabs import own_name
from pressdesk.model import paths
from pressdesk.model.facts import Ref
from pressdesk.model.findings import Elsewhere, Finding, Kind, Suggestion
from pressdesk.model.mend import Outcome, outcome
from pressdesk.model.release import Block, Release

WIDTH, GAP, INSET = 460, 8, 16  # px wide, px to the words, px inside
# suggestions shown, and whether the reason is: as much as leaves the words themselves in sight
SIZES = ((5, True), (3, True), (3, False), (1, False))


class Popover(QFrame):
    """One finding, with everything one may do about it.

    Attributes:
        finding: what it speaks of, None while it is closed.
    Signals:
        field_wanted(path, language): the field of the words is wanted.
        place_wanted(Finding, Elsewhere): another place that the finding speaks of is wanted.
        take_wanted, keep_wanted, edit_wanted(Finding): what to do with a stale block that was rewritten by hand.
        closed(bool): it has closed; True where it had the keyboard and nobody else is to have it back.
    """

    field_wanted = Signal(str, str)
    place_wanted = Signal(object, object)
    closed = Signal(bool)
    take_wanted = Signal(object)
    keep_wanted = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.finding: Finding | None = None
        self._buttons: list[QPushButton] = []
        self._close: QWidget | None = None
        self._back: QWidget | None = None
        self._more_button: QWidget | None = None
        self._lines = QVBoxLayout(self)
        self._body: QWidget | None = None
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.setObjectName("popover")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(bridge.theme.color("shadow"))
        self.setGraphicsEffect(shadow)
        self.hide()

    # --- opening and closing -------------------------------------------------------------------------------------

    def open(self, finding: Finding, words: QRect, pane: QRect, *, take_focus: bool) -> None:
        """Speaks of a finding. `words` is where it stands and `pane` what it may cover, both in the window."""
        parent = self.parentWidget()
        if parent is not None and parent is not parent.window():
            self.setParent(parent.window())
        self.finding = finding
        for most, why in SIZES:
            self._fill(finding, most, why=why)
            if self.place(words, pane):
                break
        self.show()
        self.raise_()
        if take_focus and self._buttons:
            self._back = QApplication.focusWidget()
            ready = [b for b in self._buttons if b.isEnabled()] or self._buttons
            best = next((b for b in ready if b.property("first")), ready[0])
            best.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self, words: QRect, pane: QRect) -> bool:
        """Moves it below its words, above where it does not fit below; False where it fits on neither side.

        It never leaves the window, nor the pane's sides.
        """
        px = self._bridge.theme.px
        width = min(px(WIDTH), pane.width() - 2 * px(GAP))
        self.setFixedWidth(width)
        self._lines.activate()
        height = self._lines.totalHeightForWidth(width) if self._lines.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, height)
        left = max(pane.left() + px(GAP), min(words.left(), pane.right() - width - px(GAP)))
        first, last = px(GAP), self.window().rect().bottom() - px(GAP) - height
        below, above = words.bottom() + px(GAP), words.top() - px(GAP) - height
        top = below if below <= last else above if above >= first else max(first, min(below, last))
        self.move(QPoint(left, top))
        return top in (below, above)

    def close_quietly(self) -> None:
        """Closes it; the keyboard goes back to where it was, if it was here."""
        if self.finding is None:
            return
        holder_of_focus = QApplication.focusWidget()
        had_focus = holder_of_focus is not None and self.isAncestorOf(holder_of_focus)
        self.finding = None
        self.hide()
        back, self._back = self._back, None
        if had_focus and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
            had_focus = False
        self.closed.emit(had_focus)

    # --- what it says --------------------------------------------------------------------------------------------

    def _fill(self, finding: Finding, most: int, *, why: bool) -> None:
        if self._body is not None:
            self._lines.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        px = self._bridge.theme.px
        self._buttons, self._more_button = [], None
        spots = [self._title(finding), self._bridge.make.label(finding.message, "body", wrap=True)]
        stale = self._stale(finding)
        if stale is not None:
            spots += [*both_texts(self._bridge, stale, most), self._choices(finding)]
        else:
            spots += [self._there(finding, place) for place in finding.elsewhere]
            suggestions = self._suggestions(finding, most)
            spots += [suggestions] if suggestions is not None else []
            spots += [self._why(finding)] if why else []
            spots.append(self._actions(finding))
        inset = px(INSET)
        self._body = holder(column(*spots, spacing=px(8), margins=(inset, px(12), inset, px(8))))
        self._lines.addWidget(self._body)
        for widget in self._body.findChildren(QWidget):
            widget.ensurePolished()
        self.setAccessibleName(f"{self._severity(finding)}: {finding.message}")

    def _stale(self, finding: Finding) -> Block | None:
        """The rewritten block that a finding is about, where its facts have moved on."""
        release = self._release(finding) if finding.rule == STALE else None
        found = (b for b in release.blocks if b.id == finding.block and b.hand) if release is not None else iter(())
        return next(found, None)

    def _choices(self, finding: Finding) -> QWidget:
        def act(signal: SignalInstance) -> Callable[[Finding], None]:
            def wanted(about: Finding) -> None:
                self.close_quietly()
                signal.emit(about)

            return wanted

        widget, self._buttons = stale_choices(
            self._bridge, finding, act(self.take_wanted), act(self.keep_wanted), act(self.edit_wanted)
        )
        return widget

    def _severity(self, finding: Finding) -> str:
        return self._bridge.ui.say(f"findings.severity.{finding.severity.value}")

    def _title(self, finding: Finding) -> QWidget:
        make, say = self._bridge.make, self._bridge.ui.say
        kind = make.label(f"· {say(f'findings.kind.{finding.kind.value}')}", "small", "text3")
        severity = make.label(self._severity(finding), "label", TOKEN[finding.severity])
        severity.setFont(self._bridge.theme.font("label", 600))
        close = make.icon_button("x", say("popover.close"), self.close_quietly, keys="Esc", size=24, icon_size=14)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close = close
        glyph = Glyph(self._bridge.theme, finding.severity)
        return holder(row(glyph, severity, kind, None, close, spacing=self._bridge.theme.px(6)))

    def _there(self, finding: Finding, place: Elsewhere) -> QWidget:
        """Another place that it speaks of, as a link where the window can go there."""
        words = there(self._bridge, place)
        if not reachable(self._bridge, place):
            return self._bridge.make.label(words, "small", "text2", wrap=True)
        button = self._bridge.make.button(words, "link", "arrow-right", lambda: self._go(place))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        return holder(row(button, None))

    def _go(self, place: Elsewhere) -> None:
        finding = self.finding
        if finding is not None:
            self._back = None
            self.close_quietly()
            self.place_wanted.emit(finding, place)

    def _suggestions(self, finding: Finding, most: int) -> QWidget | None:
        shown = finding.suggestions[:most]
        if not shown:
            return None
        rows: list[QWidget] = []
        for number, suggestion in enumerate(shown, 1):
            button = self._suggestion(finding, suggestion, number)
            self._buttons.append(button)
            rows.append(button)
        first = next((b for b in rows if b.isEnabled()), None)
        if first is not None:
            first.setProperty("first", True)
            first.setAccessibleDescription(f"{self._severity(finding)}: {finding.message}")
        return holder(column(*rows, spacing=2))

    def _suggestion(self, finding: Finding, suggestion: Suggestion, number: int) -> QPushButton:
        make, say, px = self._bridge.make, self._bridge.ui.say, self._bridge.theme.px
        possible = self._outcome(finding, suggestion) is Outcome.FIELD
        button = make.button("", "suggestion", clicked=lambda: self._apply(suggestion))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(possible)
        button.setAccessibleName(say("popover.apply", text=suggestion.text))
        text = make.label(suggestion.text or say("popover.remove"), "body", "text" if possible else "text3", elide=True)
        if number == 1 and possible:
            text.setFont(self._bridge.theme.font("body", 500))
        figure = make.keys(str(number))
        figure.setFixedWidth(px(22))
        figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spots: list[QWidget] = [figure, text]
        inner = row(*spots, spacing=px(8), margins=(px(10), 0, px(10), 0))
        inner.setStretch(1, 1)
        if number == 1 and possible:
            inner.addWidget(make.keys("Enter"))
        button.setLayout(inner)
        for label in button.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        return button

    def _release(self, finding: Finding) -> Release | None:
        return self._bridge.releases.get(finding.language or self._bridge.language)

    def _outcome(self, finding: Finding, suggestion: Suggestion) -> Outcome:
        release = self._release(finding)
        return outcome(self._bridge.draft, release, finding, suggestion.text) if release else Outcome.STALE

    def _why(self, finding: Finding) -> QWidget:
        make, say, px = self._bridge.make, self._bridge.ui.say, self._bridge.theme.px
        title = make.button(say("popover.why"), "link", clicked=lambda: self._do("why"))
        title.setFont(self._bridge.theme.font("caption"))
        title.setToolTip(f"{say('popover.why')}  F1")
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(title)
        rule = make.label(finding.rule, "caption", "text3", elide=True)
        rule.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = row(title, rule, spacing=px(8))
        head.setStretch(1, 1)
        words = make.label(self._reason(finding), "small", "text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = column(head, words, spacing=px(4), margins=(px(12), px(8), px(12), px(8)))
        return make.frame(inner, sunken=True)

    def _reason(self, finding: Finding) -> str:
        say = self._bridge.ui.say
        outcomes = [self._outcome(finding, s) for s in finding.suggestions[: SIZES[0][0]]]
        sentences = [say("popover.guess")] if finding.kind is Kind.GUESS else []
        if outcomes and Outcome.FIELD not in outcomes and Outcome.ENDING in outcomes:
            sentences.append(say("popover.ending"))
        if not finding.field:
            sentences.append(say("popover.from_formula"))
        else:
            tag = finding.language or self._bridge.language
            language = say(f"page.spoken.tag_{tag}") if self._bridge.ui.has(f"page.spoken.tag_{tag}") else own_name(tag)
            stored = paths.get(self._bridge.draft.facts, finding.field)
            if isinstance(stored, Ref):
                sentences.append(say("popover.from_register", language=language))
            else:
                name = full_name(self._bridge.kind, finding.field, self._bridge.ui)
                sentences.append(say("popover.from_field", field=name, language=language))
        return " ".join(sentences)

    def _actions(self, finding: Finding) -> QWidget:
        say = self._bridge.ui.say
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(self._bridge.theme.px(4))
        if finding.field:
            button = self._action(say("popover.to_field"), "ghost", self._to_field, "Ctrl+J", "corner-down-left")
            actions.addWidget(button)
        actions.addStretch(1)
        offered = choices(finding)
        first = REGISTER if REGISTER in offered else WORD  # the others stand behind the «…»
        for choice in (first, HERE):
            if choice in offered:
                act = partial(self._do, choice.id)
                actions.addWidget(self._action(say(choice.words), "quiet", act, choice.keys))
        more = self._bridge.make.icon_button("ellipsis", say("popover.more"), self._more, size=28)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more_button = more
        actions.addWidget(more)
        return holder(actions)

    def _action(self, text: str, kind: str, clicked: Callable[[], object], keys: str, icon: str = "") -> QPushButton:
        button = self._bridge.make.button(text, kind, icon, clicked)
        button.setToolTip(f"{text}  {keys}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        return button

    # --- what one may do -----------------------------------------------------------------------------------------

    def _apply(self, suggestion: Suggestion) -> None:
        finding = self.finding
        if finding is not None:
            self.close_quietly()
            self._bridge.apply(finding, suggestion.text)

    def _to_field(self) -> None:
        finding = self.finding
        if finding is not None and finding.field:
            self._back = None
            self.close_quietly()
            self.field_wanted.emit(finding.field, finding.language)

    def _do(self, choice: str) -> None:
        """One of the choices by its id, where it is offered for this finding."""
        finding = self.finding
        if finding is not None and choice in [c.id for c in choices(finding)]:
            self.close_quietly()
            self._bridge.judge.do(choice, finding)

    def _more(self) -> None:
        """What there was no room for, as a menu."""
        finding, button = self.finding, self._more_button
        if finding is None or button is None:
            return
        menu = ChoiceMenu(self)
        for choice in choices(finding):
            add_choice(menu, self._bridge, finding, choice, lambda _: self.close_quietly())
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def event(self, event: QEvent) -> bool:
        # keys that mean something else to the window mean this finding while the keyboard is here
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if own or event.key() == Qt.Key.Key_Escape or choice_of(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            self.close_quietly()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        elif key == Qt.Key.Key_J and control:
            self._to_field()
        elif choice_of(event):
            self._do(choice_of(event))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays within the popover: Esc is the way out, back to where one was
        self._step(1 if forward else -1)
        return True

    def _step(self, by: int) -> None:
        stops: list[QWidget] = [b for b in self._buttons if b.isEnabled()]
        stops += [spot for spot in (self._more_button, self._close) if spot is not None]
        here = next((i for i, b in enumerate(stops) if b.hasFocus()), -1)
        if stops:
            stops[(here + by) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self) -> None:
        button = next((b for b in self._buttons if b.hasFocus() and b.isEnabled()), None)
        if button is not None:
            button.click()
        elif self._more_button is not None and self._more_button.hasFocus():
            self._more()
        elif self._close is not None and self._close.hasFocus():
            self.close_quietly()
