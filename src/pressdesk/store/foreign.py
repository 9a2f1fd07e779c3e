"""Text from files that are no drafts: plain text, Word, HTML. Start at `read_passages`.

Whatever is not read is refused in a sentence; nothing is passed over in silence but what is no text (comments, scripts,
deleted words of a tracked change).
"""

from pathlib import Path
from typing import BinaryIO

from pressdesk.errors import DraftFileError
from pressdesk.model.passage import Passage, lines_of
from pressdesk.store.page_text import page_passages
from pressdesk.store.word_text import word_passages

MAX_BYTES = 50 * 1024 * 1024
WORD = (".docx", ".docm", ".dotx")
OLD_WORD = (".doc", ".dot")
PAGE = (".html", ".htm", ".xhtml")
PLAIN = (".txt", ".md")
RICH = b"{\\rtf"
"""Plain ASCII to look at, in which other letters are numbers: it would be checked and nothing found."""
ZIP = b"PK\x03\x04"
"""How a .docx begins, whatever it is called."""
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a document of Word 97 to 2003 begins."""


def read_passages(path: Path) -> list[Passage]:
    """The paragraphs of a file in reading order. DraftFileError says what is wrong with it."""
    content = _content(path)
    suffix = path.suffix.lower()
    if suffix in WORD or (suffix in OLD_WORD and content.startswith(ZIP)):
        return word_passages(content, path)
    if suffix in PAGE:
        return page_passages(content, path)
    return lines_of(plain_text(content, str(path)))


def read_paragraphs(path: Path) -> list[tuple[str | None, str]]:
    """(block id, text) in reading order; a plain text is one block without an id. Raises as `read_passages`."""
    if path.suffix.lower() in (*WORD, *OLD_WORD, *PAGE):
        return [(passage.id, passage.text) for passage in read_passages(path)]
    return [(None, plain_text(_content(path), str(path)))]


def plain_text(content: bytes, name: str) -> str:
    """The letters of a plain text: UTF-8, or UTF-16 with its mark. DraftFileError for anything else."""
    if content.startswith(RICH):
        raise DraftFileError(f"{name}: this is Rich Text, whose letters are hidden in its codes; save it as .docx.")
    if content.startswith(COMPOUND):
        raise DraftFileError(
            f"{name}: this is a Word 97–2003 document; open it in Word and choose “Save As”, “Word Document (.docx)”."
        )
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise DraftFileError(f"{name}: the text is not in UTF-8; save it anew as UTF-8.") from None
    if "\x00" in text:
        raise DraftFileError(f"{name}: this is no text; choose a .txt, .docx or .html file.")
    return text


def streamed(stream: BinaryIO, name: str) -> str:
    """The plain text of a stream, which may have no end. DraftFileError as for a file."""
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise DraftFileError(f"{name}: the text is larger than 50 MB; check a part of it.")
    return plain_text(content, name)


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise DraftFileError(f"{path}: this is a folder or a device and no file; choose a text.")
        if path.stat().st_size > MAX_BYTES:
            raise DraftFileError(f"{path}: the file is larger than 50 MB; check a part of it.")
        return path.read_bytes()
    except FileNotFoundError:
        raise DraftFileError(f"{path}: there is no such file.") from None
    except OSError as error:
        raise DraftFileError(f"{path}: the file cannot be read ({error.strerror}).") from None
