"""The photo: chosen from a file or dropped, kept in the draft. What is no picture is refused in one sentence."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel

from pressdesk.export.photos import FORMATS
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor
from pressdesk.gui.kit.widgets import column, restyle, row
from pressdesk.model import edits, paths
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldSpec
from pressdesk.model.findings import Severity

LARGEST = 40 * 1024 * 1024  # bytes; a press photo has 1 to 15 MB
MOST_PIXELS = 120_000_000
_THUMB = QSize(176, 110)


def is_picture(content: bytes) -> bool:
    """Whether the bytes are a whole picture of a kind that documents can hold."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return False
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True


class PhotoField(Editor):
    """A place to drop a photo on, with a thumbnail once there is one."""

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        super().__init__(context, spec, base)
        self._wrong, self._shown = "", ("", -1)
        make, px, say = context.make, context.theme.px, context.say
        self.thumb = QLabel()
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.thumb.setFixedSize(px(_THUMB.width()), px(_THUMB.height()))
        self._name = make.label("", "label", "text", elide=True)
        self._size = make.label("", "small", "text2", elide=True)
        self._invite = make.label(say("drop_photo"), "small", "text2", wrap=True)
        self.choose_button = make.button(say("choose_photo"), "", "image-plus", self.ask)
        self.remove_button = make.button(say("remove_photo"), "quiet", "trash-2", self.remove)
        words = column(
            self._name, self._size, self._invite, 4, row(self.choose_button, None), row(self.remove_button, None), None
        )
        self._zone = QFrame()
        self._zone.setProperty("dropzone", True)
        line = row(self.thumb, words, spacing=16, margins=(px(12), px(12), px(12), px(12)))
        line.setStretchFactor(words, 1)
        self._zone.setLayout(line)
        self.setLayout(row(self._zone))
        self.setAcceptDrops(True)
        self.refresh(context.draft)

    def refresh(self, draft: Draft) -> None:
        name = str(paths.get(draft.facts, self.path) or "")
        content = draft.images.get(name, b"")
        has = bool(name)
        self._name.setText(name)
        self._size.setText(self._measure(content) if content else self.context.say("photo_away") if has else "")
        for widget in (self._name, self._size, self.remove_button):
            widget.setVisible(has)
        self._invite.setVisible(not has)
        say = self.context.say
        self.choose_button.setText(say("other_photo") if has else say("choose_photo"))
        if (name, len(content)) != self._shown:
            self._shown = (name, len(content))
            self._show_thumb(content)

    def _measure(self, content: bytes) -> str:
        image = QImage.fromData(content)
        return self.context.say(
            "photo_size", width=image.width(), height=image.height(), size=max(1, len(content) // 1024)
        )

    def _show_thumb(self, content: bytes) -> None:
        ratio = self.devicePixelRatioF()
        image = QImage.fromData(content) if content else QImage()
        if image.isNull():
            self.thumb.setPixmap(self.context.icons.pixmap("image", "text3", 24))
            self.thumb.setFixedSize(self.context.theme.px(48), self.context.theme.px(48))
            return
        px = self.context.theme.px
        self.thumb.setFixedSize(px(_THUMB.width()), px(_THUMB.height()))
        size = QSize(round(self.thumb.width() * ratio), round(self.thumb.height() * ratio))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(image.scaled(size, keep, smooth))
        pixmap.setDevicePixelRatio(ratio)
        self.thumb.setPixmap(pixmap)

    def ask(self) -> None:
        """Lets the user choose a file."""
        say = self.context.say
        pattern = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif"
        name, _ = QFileDialog.getOpenFileName(self, say("choose_photo"), "", f"{say('pictures')} ({pattern})")
        if name:
            self.take_file(Path(name))

    def take_file(self, file: Path) -> bool:
        """Puts a file into the draft; False where it is no picture, and one sentence says so."""
        try:
            too_large = file.stat().st_size > LARGEST
            content = b"" if too_large else file.read_bytes()
        except OSError:
            return self._refuse("wrong.photo_unread", file)
        if too_large:
            return self._refuse("wrong.photo_large", file)
        if not is_picture(content):
            return self._refuse("wrong.photo", file)
        self._wrong = ""
        self.complaints.emit()
        path = self.path
        self.context.change(lambda draft: edits.set_photo(draft, path, file.name, content), self.name)
        return True

    def _refuse(self, key: str, file: Path) -> bool:
        self._wrong = self.context.say(key, file=file.name)
        self.complaints.emit()
        return False

    def remove(self) -> None:
        """Takes the photo out of the draft."""
        path = self.path
        self.context.change(lambda draft: edits.remove_photo(draft, path), self.remove_button.text())
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def complaint(self) -> str:
        return self._wrong

    def mark(self, problems: Sequence[Problem]) -> None:
        bad = bool(self._wrong) or any(p.severity is Severity.ERROR for p in problems)
        self._state("error" if bad else "")

    def _state(self, state: str) -> None:
        if (self._zone.property("state") or "") != state:
            self._zone.setProperty("state", state)
            restyle(self._zone)

    def focus_on(self, path: str, language: str = "") -> bool:
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.bridge.focus_field(self.path)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() == Qt.Key.Key_Delete
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and self._shown[0]
        ):
            self.remove()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()
            self._state("drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._state("error" if self._wrong else "")

    def dropEvent(self, event: QDropEvent) -> None:
        self._state("")
        if self.take_file(Path(event.mimeData().urls()[0].toLocalFile())):
            event.acceptProposedAction()
