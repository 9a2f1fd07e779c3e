"""Files that are no drafts are read whole, or refused in a sentence; nothing is passed over in silence."""

from pathlib import Path

import pytest

from pressdesk.errors import DraftFileError
from pressdesk.store.foreign import read_paragraphs


def page(tmp_path: Path, content: bytes) -> list[str]:
    path = tmp_path / "a.html"
    path.write_bytes(content)
    return [text for _, text in read_paragraphs(path)]


def test_every_text_of_a_page_is_read_whatever_its_block_is_called(tmp_path: Path) -> None:
    content = (
        "<title>жоқ</title><body>Бос <b>сөз</b><div>Бөлім</div><pre>Код</pre>Бір<br>екі<p>Абзац <i>мәтіні</i>.</p>"
    )

    assert page(tmp_path, content.encode()) == ["Бос сөз", "Бөлім", "Код", "Бір", "екі", "Абзац мәтіні."]


def test_scripts_and_styles_are_no_text(tmp_path: Path) -> None:
    assert page(tmp_path, "<p>Сөз</p><script>var а;</script><style>p{}</style>".encode()) == ["Сөз"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Сәлем</p>".encode("utf-16"),
        "<p>Сәлем</p>".encode("utf-8-sig"),
        '<meta charset="utf-8"><p>Сәлем</p>'.encode(),
    ],
)
def test_a_page_is_read_in_the_encoding_it_has(tmp_path: Path, content: bytes) -> None:
    assert page(tmp_path, content) == ["Сәлем"]


def test_a_page_in_an_old_encoding_is_read_where_it_says_which_and_refused_where_not(tmp_path: Path) -> None:
    assert page(tmp_path, '<meta charset="windows-1251"><p>Привет</p>'.encode("cp1251")) == ["Привет"]
    with pytest.raises(DraftFileError, match="save it anew as UTF-8"):
        page(tmp_path, "<p>Привет</p>".encode("cp1251"))


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(DraftFileError, match="no file"):
        read_paragraphs(tmp_path)
