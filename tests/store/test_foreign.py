"""Files that are no drafts are read whole, or refused in a sentence; nothing is passed over in silence."""

import io
from pathlib import Path

import docx
import pytest

from pressdesk.errors import DraftFileError
from pressdesk.model.release import BlockKind
from pressdesk.store.foreign import MAX_BYTES, read_paragraphs, read_passages, streamed


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


def test_a_stream_without_an_end_is_refused() -> None:
    with pytest.raises(DraftFileError, match="larger than 50 MB"):
        streamed(io.BytesIO(b" " * (MAX_BYTES + 2)), "standard input")


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(DraftFileError, match="no file"):
        read_paragraphs(tmp_path)


def test_elements_of_a_page_say_what_a_line_is_and_in_which_language(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<html lang="kk-KZ"><h1>Тақырып</h1><figcaption>Сурет: А.</figcaption><p>Мәтін</p><ul><li>Бір</li></ul>'
        '<blockquote lang="ru"><p>Слова</p></blockquote><h2>Бөлім</h2></html>',
        encoding="utf-8",
    )
    found = [(p.text, p.kind, p.language) for p in read_passages(path)]
    assert found == [
        ("Тақырып", BlockKind.HEADLINE, "kk"),
        ("Сурет: А.", BlockKind.CREDIT, "kk"),
        ("Мәтін", None, "kk"),
        ("Бір", BlockKind.LIST_ITEM, "kk"),
        ("Слова", BlockKind.QUOTE, "ru"),
        ("Бөлім", BlockKind.SUBHEADING, "kk"),
    ]


def test_a_no_break_space_stays_and_deleted_and_hidden_words_of_a_page_go(tmp_path: Path) -> None:
    content = "<p>70\u00a0%\n өсті <del>азайды</del></p><p hidden>Жасырын</p>"
    assert page(tmp_path, content.encode()) == ["70\u00a0% өсті"]


def test_a_page_nested_deeper_than_a_call_stack_is_read(tmp_path: Path) -> None:
    assert page(tmp_path, ("<div>" * 1_500 + "Сөз" + "</div>" * 1_500).encode()) == ["Сөз"]


def test_a_page_of_which_a_part_would_be_lost_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DraftFileError, match="nested too deep"):
        page(tmp_path, ("<p>Бір</p>" + "<div>" * 5_000 + "Екі" + "</div>" * 5_000).encode())


def test_a_page_that_names_an_encoding_which_never_decodes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DraftFileError, match="save it anew as UTF-8"):
        page(tmp_path, b'<meta charset="undefined"><p>\xff</p>')


def test_each_line_of_a_plain_text_has_its_offset_from_the_files_start(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffБір\r\n\r\nЕкі\n".encode())
    assert [(p.id, p.text, p.offset) for p in read_passages(path)] == [(None, "Бір", 0), (None, "Екі", 7)]


@pytest.mark.parametrize("content", ["Привет".encode("cp1251"), b"a\x00b", rb"{\rtf1 \u1055?\u1088?}"])
def test_what_is_no_text_in_utf8_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(DraftFileError, match=r"a\.txt"):
        read_passages(tmp_path / "a.txt")


def test_an_old_word_document_is_refused_in_words_that_word_has_and_a_new_one_under_its_name_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "note.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    with pytest.raises(DraftFileError, match=r"choose “Save As”, “Word Document \(\.docx\)”"):
        read_passages(path)

    document = docx.Document()
    document.add_paragraph("Елші келді.")
    document.save(str(path))
    assert [passage.text for passage in read_passages(path)] == ["Елші келді."]


def test_a_pages_header_and_menu_stand_beside_the_text_but_its_headline_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<header>Елшілік<h1>Тақырып</h1></header><nav>Мәзір</nav><p>Мәтін</p>", encoding="utf-8")
    found = [(p.text, p.beside) for p in read_passages(path)]
    assert found == [("Елшілік", True), ("Тақырып", False), ("Мәзір", True), ("Мәтін", False)]
