"""The line that shows all languages at a glance: how much each has, and what is left out. Start at `Languages`."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QWidget

from pressdesk.app.rule_name import rule_name
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.groups import counted
from pressdesk.gui.findings.standing import Standing
from pressdesk.gui.kit.marks import TOKEN, Completeness, paint_glyph, paint_mark
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import FlowLayout, column
from pressdesk.gui.page.tabs import own_name
from pressdesk.model.findings import Severity
from pressdesk.text.messages import Messages

HEIGHT, GLYPH = 32, 9
Counts = Mapping[Severity, int]


class State(Enum):
    """What is known of a language beside its findings."""

    CHECKED = "checked"
    WAITS = "waits"  # not checked yet
    AWAY = "away"  # its checker cannot work, so that nothing found means nothing


class LanguageCount(QAbstractButton):
    """«kk ◆1 ▲2 ○3»: one language. A click shows its text."""

    def __init__(self, theme: Theme, ui: Messages, tag: str, name: str) -> None:
        """`name`: what the language is called."""
        super().__init__()
        self._theme, self._ui, self.tag, self._name = theme, ui, tag, name
        self._counts: Counts = {}
        self._state = State.WAITS
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # at the desk the tabs above the page are the stop of Tab for this
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_counts({}, State.WAITS)

    @property
    def counts(self) -> Counts:
        """How many of each severity."""
        return self._counts

    def show_counts(self, counts: Counts, state: State) -> None:
        """The numbers; what there is none of takes no room."""
        self._counts, self._state = counts, state
        said = [self._ui.say(f"findings.count.{s.value}", n=n) for s, n in counts.items() if n]
        if state is not State.CHECKED:
            said.append(self._ui.say(f"findings.language_{state.value}"))
        elif not said:
            said = [self._ui.say("findings.language_clean")]
        words = self._ui.say("findings.language_row", language=self._name, counts=", ".join(said))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def _parts(self) -> list[tuple[Severity, str]]:
        return [(severity, str(n)) for severity, n in self._counts.items() if n]

    def sizeHint(self) -> QSize:
        px, small = self._theme.px, QFontMetricsF(self._theme.font("small"))
        width = px(16) + QFontMetricsF(self._theme.font("caption", 600)).horizontalAdvance(self.tag)
        for _, number in self._parts():
            width += px(8 + GLYPH + 3) + small.horizontalAdvance(number)
        if not self._parts() or self._state is not State.CHECKED:
            width += px(8 + 12)
        return QSize(round(width), self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, theme = QPainter(self), self._theme.px, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), box.height() / 2 - 1, box.height() / 2 - 1)
        middle, left = box.center().y(), box.left() + px(8)
        name = theme.font("caption", 600)
        self._words(painter, left, self.tag, name, "text" if self.isChecked() else "text2")
        left += QFontMetricsF(name).horizontalAdvance(self.tag)
        small = theme.font("small")
        for severity, number in self._parts():
            left += px(8)
            paint_glyph(painter, severity, QRectF(left, middle - px(GLYPH) / 2, px(GLYPH), px(GLYPH)), theme)
            left += px(GLYPH + 3)
            self._words(painter, left, number, small, "text")
            left += QFontMetricsF(small).horizontalAdvance(number)
        self._end(painter, QRectF(left + px(8), middle - px(6), px(12), px(12)))
        painter.end()

    def _end(self, painter: QPainter, spot: QRectF) -> None:
        """A tick where nothing was found, three dots where nothing is known yet, a stroke where nobody can look."""
        if self._state is State.CHECKED:
            if not self._parts():
                paint_mark(painter, Completeness.FULL, spot.adjusted(-1, -1, 1, 1), self._theme)
            return
        painter.setPen(QPen(self._theme.color("text3" if self._state is State.WAITS else TOKEN[Severity.WARNING]), 1.6))
        middle = spot.center().y()
        if self._state is State.WAITS:
            for step in range(3):
                painter.drawPoint(QPointF(spot.left() + 2 + 4 * step, middle))
        else:
            painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
            painter.drawLine(spot.topRight() + QPointF(-2, 2), spot.bottomLeft() + QPointF(2, -2))

    def _words(self, painter: QPainter, left: float, words: str, font: object, token: str) -> None:
        painter.setFont(font)  # type: ignore[arg-type]  # a QFont
        painter.setPen(self._theme.color(token))
        base = self.rect().center().y() + 0.5 + QFontMetricsF(font).capHeight() / 2  # type: ignore[call-overload]
        painter.drawText(QPointF(left, base), words)


class LanguageLine(QWidget):
    """A line of languages, and behind them the findings set aside and the rules switched off.

    Attributes:
        buttons: each language's count, by its tag.
        named: what a rule is called, by its id.
    Signals:
        language_wanted(str): a language was pressed.
        aside_wanted(bool): the findings set aside are to be listed, or the list of the others again.
        rule_wanted(str): a rule is to be switched on again.
    """

    language_wanted = Signal(str)
    aside_wanted = Signal(bool)
    rule_wanted = Signal(str)

    def __init__(self, theme: Theme, ui: Messages, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        """`wraps`: languages that have no room go into the next line; Tab and arrows go from one to the next."""
        super().__init__(parent)
        self._stops = wraps
        self._theme, self._ui, self._rules = theme, ui, tuple[str, ...]()
        self.setAccessibleName(ui.say("findings.languages"))
        px = theme.px
        self.buttons: dict[str, LanguageCount] = {}
        self.named: Callable[[str], str] = lambda rule: rule_name(rule, ui.language)
        self.aside = self._tool(lambda listed=False: self.aside_wanted.emit(listed))
        self.aside.setCheckable(True)
        self.rules = self._tool(lambda _=False: self._choose_rule())
        line = FlowLayout(px(2)) if wraps else QHBoxLayout()
        self.setLayout(column(line, spacing=0, margins=(px(14), 0, px(12), px(4))))
        if isinstance(line, QHBoxLayout):
            line.setSpacing(px(2))
            line.addStretch(1)
            self.setFixedHeight(px(HEIGHT))
        line.addWidget(self.aside)
        line.addWidget(self.rules)
        self._line = line
        self.show_aside(0, listed=False)
        self.show_rules(())

    def button(self, tag: str, name: str) -> LanguageCount:
        """The count of a language, made where there is none yet."""
        if tag not in self.buttons:
            made = self.buttons[tag] = LanguageCount(self._theme, self._ui, tag, name)
            made.clicked.connect(lambda _=False: self._pressed(tag))
            if self._stops:
                made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            put = self._line.insert_widget if isinstance(self._line, FlowLayout) else self._line.insertWidget
            put(len(self.buttons) - 1, made)
        return self.buttons[tag]

    def _tool(self, clicked: object) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "count")
        button.setFont(self._theme.font("small"))
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        return button

    def show_chosen(self, tag: str) -> None:
        """Which language is chosen; "" for none."""
        for own, button in self.buttons.items():
            button.setChecked(own == tag)

    def show_aside(self, count: int, *, listed: bool) -> None:
        """«Елемегендер (3)», pressed while they are listed."""
        self.aside.setText(self._ui.say("findings.ignored", n=count))
        self.aside.setToolTip(self._ui.say("findings.ignored_tip"))
        self.aside.setChecked(listed)
        self.aside.setVisible(count > 0 or listed)

    def show_rules(self, rules: Sequence[str]) -> None:
        """«Өшірілген ережелер (2)»."""
        self._rules = tuple(rules)
        self.rules.setText(self._ui.say("findings.rules_off", n=len(rules)))
        self.rules.setToolTip(self._ui.say("findings.rules_off_tip"))
        self.rules.setVisible(bool(rules))

    def _pressed(self, tag: str) -> None:
        self.buttons[tag].setChecked(not self.buttons[tag].isChecked())  # whoever hears of it says what is chosen
        self.language_wanted.emit(tag)

    def _choose_rule(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for rule in self._rules:
            words = self._ui.say("findings.step.rule_on", rule=self.named(rule))
            action = menu.addAction((words[:1].upper() + words[1:]).replace("&", "&&"))
            action.setToolTip(rule)
            action.triggered.connect(lambda _=False, r=rule: self.rule_wanted.emit(r))
        menu.popup(self.rules.mapToGlobal(QPoint(0, self.rules.height())))


class Languages(LanguageLine):
    """All languages of the draft; a press wants another language's text."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, bridge.ui, parent)
        self._bridge = bridge
        self.named = lambda rule: rule_name(rule, bridge.ui.language, bridge.desk.places)
        for tag in bridge.languages:
            self.button(tag, own_name(tag))

    def count_all(self, standing: Standing) -> None:
        """Every language's numbers, and which rules are off."""
        for tag in self.buttons:
            self.count(tag, standing)
        self.show_rules(self._bridge.judge.rules_off())

    def count(self, tag: str, standing: Standing) -> None:
        """A language's numbers."""
        if tag not in self.buttons:
            return
        state = State.CHECKED if tag in self._bridge.findings else State.WAITS
        self.buttons[tag].show_counts(counted(standing.of(tag)), State.AWAY if self._bridge.away.get(tag) else state)

    def show_current(self) -> None:
        """Which languages the draft has, and which text is shown."""
        wanted = self._bridge.draft.facts.languages
        for tag, button in self.buttons.items():
            button.setVisible(not wanted or tag in wanted)
        self.show_chosen(self._bridge.language)
