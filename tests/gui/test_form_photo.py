"""The photo: what is a picture becomes part of the draft, what only looks like one changes nothing."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker

from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.photo import PhotoField, is_picture
from pressdesk.gui.form.view import FormView


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (30, 90, 110)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def bridge(make_bridge: BridgeMaker) -> Bridge:
    return make_bridge(sample("vila-serena"))


@pytest.fixture
def field(bridge: Bridge, qtbot: QtBot) -> PhotoField:
    form = FormView(bridge)
    qtbot.addWidget(form)
    form.show()
    found = next(e for view in form.sections for e in view.editors if isinstance(e, PhotoField))
    if bridge.draft.facts.photo.file:
        found.remove()
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"])
def test_the_usual_kinds_of_picture_are_pictures(kind: str) -> None:
    assert is_picture(picture(kind))


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", picture()[: len(picture()) // 2], picture("JPEG")[:40], b"%PDF-1.7", b"<svg/>"],
    ids=["empty", "text", "half a PNG", "the head of a JPEG", "PDF", "SVG"],
)
def test_what_only_looks_like_a_picture_is_none(content: bytes) -> None:
    assert not is_picture(content)


def test_a_chosen_picture_is_stored_in_the_draft_and_shown(field: PhotoField, bridge: Bridge, tmp_path: Path) -> None:
    file = tmp_path / "кездесу.png"
    file.write_bytes(picture())

    assert field.take_file(file)

    assert bridge.draft.facts.photo.file == "кездесу.png"
    assert bridge.draft.images["кездесу.png"] == picture()
    assert not field.thumb.pixmap().isNull()
    assert "60 × 40" in field._size.text()


def test_a_file_that_is_no_picture_gets_one_sentence_and_changes_nothing(
    field: PhotoField, bridge: Bridge, tmp_path: Path
) -> None:
    file = tmp_path / "есеп.jpg"
    file.write_bytes(b"not a picture")
    before = bridge.draft

    assert not field.take_file(file)

    assert bridge.draft is before
    assert "есеп.jpg" in field.complaint()


def test_a_file_that_is_gone_gets_one_sentence_too(field: PhotoField, bridge: Bridge, tmp_path: Path) -> None:
    before = bridge.draft

    assert not field.take_file(tmp_path / "gone.png")

    assert bridge.draft is before
    assert "gone.png" in field.complaint()


def test_a_picture_after_a_refused_file_takes_the_sentence_away(field: PhotoField, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no")
    (tmp_path / "b.png").write_bytes(picture())
    field.take_file(tmp_path / "a.jpg")

    field.take_file(tmp_path / "b.png")

    assert field.complaint() == ""


def test_undo_brings_the_former_picture_back(field: PhotoField, bridge: Bridge, tmp_path: Path) -> None:
    for name, size in (("a.png", (60, 40)), ("b.png", (40, 60))):
        (tmp_path / name).write_bytes(picture(size=size))
        field.take_file(tmp_path / name)

    bridge.undo()

    assert bridge.draft.facts.photo.file == "a.png"
    assert set(bridge.draft.images) == {"a.png"}
    assert "60 × 40" in field._size.text()


def test_a_picture_is_dropped_on_the_field(field: PhotoField, bridge: Bridge, tmp_path: Path) -> None:
    file = tmp_path / "drop.png"
    file.write_bytes(picture())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    spot, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    enter = QDragEnterEvent(spot, copy, mime, left, none)
    QApplication.sendEvent(field, enter)
    QApplication.sendEvent(field, QDropEvent(spot.toPointF(), copy, mime, left, none))

    assert enter.isAccepted()
    assert bridge.draft.facts.photo.file == "drop.png"


def test_text_cannot_be_dropped_as_a_picture(field: PhotoField) -> None:
    mime = QMimeData()
    mime.setText("hello")
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()

    QApplication.sendEvent(field, enter)

    assert not enter.isAccepted()
