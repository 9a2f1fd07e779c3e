"""The pieces of the start page: a card of a release type, a row of a draft, a line of what works here."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pressdesk.gui.kit.marks import Completeness, Mark
from pressdesk.gui.kit.widgets import Button, Make, column, row
from pressdesk.model.release import Block, Release, Source


def sentence_html(release: Release | None, slot: str) -> str:
    """The first sentence of an empty release, its holes on a ground of colour `slot`; "" where there is none."""
    block = next(iter(release.blocks), None) if release else None
    if block is None:
        return ""
    out, at = "", 0
    for origin in sorted(_holes(block), key=lambda o: o[0]):
        start, end = origin
        question = escape(block.text[start:end].strip("⟦⟧"))
        out += f"{escape(block.text[at:start])}<span style='background:{slot}'>&nbsp;{question}&nbsp;</span>"
        at = end
    return out + escape(block.text[at:]) + "."


def _holes(block: Block) -> list[tuple[int, int]]:
    return [(o.span.start, o.span.end) for o in block.origins if o.source is Source.GAP]


def _quiet(widget: QWidget) -> QWidget:
    """A part of a button: clicks go through to the button."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget


class KindCard(Button):
    """A release type: its name and the beginning of its first sentence with holes, two lines of it."""

    def __init__(self, make: Make, title: str, icon: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._make = make
        self.sentence = QLabel("")
        self.sentence.setFont(make.theme.font("small"))
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        # whole lines: what does not fit is cut between two of them, not through one
        self._lines = 2 * self.sentence.fontMetrics().lineSpacing()
        self.sentence.setFixedHeight(self._lines)
        name = make.label(title, "strong", elide=True)
        head = row(make.icon_label(icon, "accent", 18), name, spacing=8)
        head.setStretchFactor(name, 1)
        layout = column(head, self.sentence, None, spacing=6, margins=(14, 10, 12, 10))
        self.setLayout(layout)
        for part in self.findChildren(QLabel):
            _quiet(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sentence(self, html: str) -> None:
        """The first sentence, as rich text."""
        self.sentence.setText(html)

    def sizeHint(self) -> QSize:
        return QSize(self._make.theme.px(240), self._make.theme.px(52) + self._lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._make.theme.px(120), self.sizeHint().height())


class DraftRow(Button):
    """A draft: its title, where or when, and at the right how far its languages are."""

    def __init__(self, make: Make, icon: str, title: str, below: str, color: str = "text2") -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self._title = make.label(title, "strong", elide=True)
        self._below = make.label(below, "small", "text2", elide=True)
        self._side = make.label("", "small", "text2")
        self.words = column(self._title, self._below, spacing=0)
        self._layout = row(
            make.icon_label(icon, color, 18), 4, self.words, self._side, spacing=12, margins=(16, 6, 16, 6)
        )
        self._layout.setStretchFactor(self.words, 1)
        self.setLayout(self._layout)
        for part in self.findChildren(QLabel):
            _quiet(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._height = make.theme.px(52)
        self._name()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height)

    def tell(self, title: str, below: str, side: str) -> None:
        """What is known once the file was read."""
        self._title.setText(title)
        self._below.setText(below)
        self._side.setText(side)
        self._name()

    def add(self, widget: QWidget) -> None:
        """A button of its own at the right."""
        self._layout.addWidget(widget)

    def _name(self) -> None:
        self.setAccessibleName(", ".join(t for t in (self._title.text(), self._below.text(), self._side.text()) if t))


class ReadyLine(QWidget):
    """One thing that works here, or does not yet."""

    def __init__(self, make: Make, works: bool, what: str, more: str) -> None:
        super().__init__()
        mark = Mark(make.theme, Completeness.FULL if works else Completeness.PART, 18)
        words = column(make.label(what, "label", wrap=True), make.label(more, "small", "text2", wrap=True), spacing=0)
        layout = row(mark, words, spacing=8)
        layout.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        layout.setStretchFactor(words, 1)
        self.setLayout(layout)
