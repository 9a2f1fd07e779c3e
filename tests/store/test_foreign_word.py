"""A Word file from elsewhere is read as its reader sees it: wherever text stands, and as its changes leave it."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pressdesk.errors import DraftFileError
from pressdesk.model.passage import Passage
from pressdesk.model.release import BlockKind
from pressdesk.store import word_text
from pressdesk.store.foreign import read_passages

BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
    'Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Қорап</w:t></w:r></w:p></w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Қорап</w:t></w:r></w:p></w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent>"
)


def paragraph(inner: str) -> docx.oxml.xmlchemy.BaseOxmlElement:
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


def read(tmp_path: Path, document: docx.document.Document) -> list[Passage]:
    document.save(str(tmp_path / "a.docx"))
    return read_passages(tmp_path / "a.docx")


def with_body(*inner: str) -> docx.document.Document:
    document = docx.Document()
    for one in inner:
        document.element.body.insert(-1, paragraph(one))
    return document


def test_styles_of_word_say_what_a_paragraph_is(tmp_path: Path) -> None:
    document = docx.Document()
    styles = ("Heading 1", "Normal", "Heading 2", "List Bullet", "Quote", "Caption")
    for style in styles:
        document.add_paragraph("Мәтін", style=style)
    kinds = [passage.kind for passage in read(tmp_path, document)]
    subheading, item = BlockKind.SUBHEADING, BlockKind.LIST_ITEM
    assert kinds == [BlockKind.HEADLINE, None, subheading, item, BlockKind.QUOTE, BlockKind.CREDIT]


def test_a_numbered_paragraph_is_a_list_item_whatever_its_style(tmp_path: Path) -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Бірінші</w:t></w:r>'
    assert read(tmp_path, with_body(numbered))[0].kind is BlockKind.LIST_ITEM


def test_inserted_words_are_text_and_deleted_moved_and_hidden_ones_are_none(tmp_path: Path) -> None:
    change = 'w:id="1" w:author="a" w:date="2026-11-24T00:00:00Z"'
    inner = (
        f"<w:r><w:t xml:space='preserve'>Елші </w:t></w:r><w:ins {change}><w:r><w:t>барды</w:t></w:r></w:ins>"
        f"<w:del {change}><w:r><w:delText>келді</w:delText></w:r></w:del>"
        f"<w:moveFrom {change}><w:r><w:t>көшті</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>жасырын</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    assert [passage.text for passage in read(tmp_path, with_body(inner))] == ["Елші барды"]


def test_a_text_box_is_read_once_and_apart_from_the_paragraph_it_hangs_on(tmp_path: Path) -> None:
    found = read(tmp_path, with_body(f"<w:r><w:t>Мәтін</w:t></w:r><w:r>{BOX}</w:r>"))
    assert [passage.text for passage in found] == ["Мәтін", "Қорап"]


def test_tables_links_headers_and_footers_are_read_and_comments_are_not(tmp_path: Path) -> None:
    document = with_body('<w:hyperlink w:anchor="a"><w:r><w:t>Сілтеме</w:t></w:r></w:hyperlink>')
    document.add_table(1, 2).rows[0].cells[1].text = "Ұяшық"
    run = document.add_paragraph().add_run("Соңғы")
    document.add_comment(run, text="Пікір", author="a", initials="a")
    document.sections[0].header.paragraphs[0].text = "Жоғарғы"
    document.sections[0].footer.paragraphs[0].text = "Төменгі"
    found = read(tmp_path, document)
    assert [passage.text for passage in found] == ["Сілтеме", "Ұяшық", "Соңғы", "Жоғарғы", "Төменгі"]
    assert [(passage.id, passage.beside) for passage in found][-3:] == [
        ("p4", False),
        ("header1.p1", True),
        ("footer1.p1", True),
    ]


def test_footnotes_are_read_after_the_body(tmp_path: Path) -> None:
    with_body("<w:r><w:t>Мәтін</w:t></w:r>").save(str(tmp_path / "plain.docx"))
    notes = f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'>{NOTE}</w:footnote></w:footnotes>"
    with zipfile.ZipFile(tmp_path / "plain.docx") as old, zipfile.ZipFile(tmp_path / "b.docx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"</Types>", CONTENT_TYPE + b"</Types>")
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", RELATIONSHIP + b"</Relationships>")
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", notes)
    found = [(passage.id, passage.text) for passage in read_passages(tmp_path / "b.docx")]
    assert found == [("p1", "Мәтін"), ("footnotes.p1", "Ескертпе")]


NOTE = "<w:p><w:r><w:t>Ескертпе</w:t></w:r></w:p>"
CONTENT_TYPE = (
    b'<Override PartName="/word/footnotes.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
)
RELATIONSHIP = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
    b'Target="footnotes.xml"/>'
)


def test_the_language_of_the_runs_is_a_hint(tmp_path: Path) -> None:
    inner = '<w:r><w:rPr><w:lang w:val="pt-PT"/></w:rPr><w:t>Laila Nurbek</w:t></w:r>'
    assert [passage.language for passage in read(tmp_path, with_body(inner, "<w:r><w:t>A</w:t></w:r>"))] == ["pt", ""]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "Мәтін".encode()])
def test_what_only_calls_itself_word_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(DraftFileError, match="not a Word file"):
        read_passages(tmp_path / "a.docx")


def test_a_zip_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("a.txt", "a")
    (tmp_path / "a.docx").write_bytes(held.getvalue())
    with pytest.raises(DraftFileError, match="not a Word file"):
        read_passages(tmp_path / "a.docx")


def packed(tmp_path: Path, change: dict[str, bytes]) -> Path:
    """A Word file in which some parts are others."""
    held, path = io.BytesIO(), tmp_path / "a.docx"
    with_body("<w:r><w:t>Мәтін</w:t></w:r>").save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return path


@pytest.mark.parametrize("body", [b"", b"<a/>", b"<a><b>", f"<w:document {nsdecls('w')}/>".encode()])
def test_a_word_file_without_a_body_is_refused(tmp_path: Path, body: bytes) -> None:
    with pytest.raises(DraftFileError, match="not a Word file"):
        read_passages(packed(tmp_path, {"word/document.xml": body}))


@pytest.mark.parametrize(("central", "local", "value"), [(8, 6, 1), (10, 8, 99)])
def test_a_word_file_under_a_password_or_packed_in_an_unknown_way_is_refused(
    tmp_path: Path, central: int, local: int, value: int
) -> None:
    path = packed(tmp_path, {})
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x01\x02", central), (b"PK\x03\x04", local)):
        start = content.find(mark)
        while start >= 0:
            content[start + at] = value
            start = content.find(mark, start + 1)
    path.write_bytes(content)
    with pytest.raises(DraftFileError, match="not a Word file"):
        read_passages(path)


def test_a_word_file_that_would_unpack_to_more_than_any_book_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_text, "MAX_UNPACKED", 1_000_000)  # 200 MB of spaces take seconds to pack
    path = packed(tmp_path, {"word/settings.xml": b" " * 1_000_001})
    with pytest.raises(DraftFileError, match="unpacked"):
        read_passages(path)
