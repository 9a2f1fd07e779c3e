"""«Неге?»: the page of a rule on a sheet: what it says, examples, where it comes from, and how it is switched off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pressdesk.app import style_file
from pressdesk.app.why import RulePage
from pressdesk.gui.kit.marks import TOKEN, Glyph
from pressdesk.gui.kit.widgets import Make, Spot, column, holder, row
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.text.messages import Messages

WIDTH = 640
BLANK = "…"  # in a page's sentence where a finding's message has its words


class RuleSheet(Sheet):
    """One rule.

    Signals:
        switch_wanted(str, bool): the rule is to be switched off (False) or on (True).
    """

    switch_wanted = Signal(str, bool)

    def __init__(
        self, host: QWidget, make: Make, ui: Messages, page: RulePage, message: str = "", *, is_off: bool = False
    ) -> None:
        """`message` is what the finding says that the rule is asked about."""
        own_title = page.kind is None or page.title != ui.say(f"findings.kind.{page.kind.value}")
        super().__init__(host, make, page.title if own_title else ui.say("popover.why"), WIDTH, ui.say("shell.close"))
        self._ui, self.page = ui, page
        spots: list[Spot] = [self._about(page)]
        if message:
            spots += [make.label(message, "strong", wrap=True)]
        if page.sentence != message and not (message and BLANK in page.sentence):
            spots += [make.label(page.sentence, "body", wrap=True)]
        if page.examples:
            spots += [8, self._heading("why_page.examples"), self._examples(page)]
        spots += [8, *self._facts(page)]
        self.fill(column(*spots, None, spacing=8))
        self.foot.addStretch(1)
        self.switch = self._switch(page, is_off)
        self.close_button = make.button(ui.say("shell.close"), clicked=self.accept)
        self.foot.addWidget(self.close_button)

    def _about(self, page: RulePage) -> QWidget:
        say, make = self._ui.say, self.make
        spots: list[Spot] = []
        if page.severity is not None:
            severity = make.label(say(f"findings.severity.{page.severity.value}"), "label", TOKEN[page.severity])
            spots += [Glyph(make.theme, page.severity), severity]
        if page.kind is not None:
            spots.append(make.label(f"· {say(f'findings.kind.{page.kind.value}')}" if spots else "", "small", "text3"))
        rule = self._selectable(make.label(page.rule, "caption", "text3"))
        return holder(row(*spots, None, rule, spacing=6))

    def _heading(self, key: str) -> QLabel:
        label = self.make.label(self._ui.say(key), "caption", "text2")
        label.setFont(self.make.theme.font("caption", 600))
        return label

    def _examples(self, page: RulePage) -> QWidget:
        """A line each: what it is by shape and word, the language, the text."""
        grid = QGridLayout()
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for example in page.examples:
            if example.bad:
                self._example(grid, "x", "error", "why_page.bad", example.language, example.bad)
            if example.good:
                self._example(grid, "check", "ok", "why_page.good", example.language, example.good)
        return self.make.frame(grid, sunken=True)

    def _example(self, grid: QGridLayout, icon: str, color: str, key: str, language: str, text: str) -> None:
        at, make = grid.rowCount(), self.make
        mark = make.icon_label(icon, color, 16)
        mark.setToolTip(self._ui.say(key))
        mark.setAccessibleName(self._ui.say(key))
        words = self._selectable(make.label(text, "small", "text2" if icon == "x" else "text", wrap=True))
        words.setAccessibleName(f"{self._ui.say(key)} ({language}): {text}")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(mark, at, 0, top)
        grid.addWidget(make.label(language, "caption", "text3"), at, 1, top)
        grid.addWidget(words, at, 2)

    def _facts(self, page: RulePage) -> list[Spot]:
        say, make = self._ui.say, self.make
        lines: list[Spot] = []
        for key, words in (("why_page.source", page.source), ("why_page.where", page.where)):
            if words:
                lines += [
                    self._heading(key),
                    self._selectable(make.label(breakable(words), "small", "text2", wrap=True)),
                ]
        if page.off:
            code = self._selectable(make.label(page.off, "small", "text"))
            frame = make.frame(column(code, margins=(12, 8, 12, 8)), sunken=True)
            lines += [self._heading("why_page.off"), frame]
        else:
            spelling = style_file.may_be_off(page.rule)  # it may be, but not by a click
            key = "why_page.spelling_on" if spelling else "why_page.never_off"
            lines += [make.label(say(key), "small", "text2", wrap=True)]
        return lines

    def _switch(self, page: RulePage, is_off: bool) -> QWidget | None:
        if not page.off and not is_off:
            return None
        key = "why_page.switch_on" if is_off else "why_page.switch_off"
        button = self.make.button(self._ui.say(key), "ghost", clicked=lambda: self._wanted(is_off))
        self.foot.insertWidget(0, button)
        if is_off:
            self.foot.insertWidget(1, self.make.label(self._ui.say("why_page.is_off"), "small", "text2"))
        return button

    def _wanted(self, on: bool) -> None:
        self.accept()
        self.switch_wanted.emit(self.page.rule, on)

    def _selectable(self, label: QLabel) -> QLabel:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label


def breakable(path: str) -> str:
    """A long path with places where a line may break."""
    return path.replace("/", "/\u200b")
