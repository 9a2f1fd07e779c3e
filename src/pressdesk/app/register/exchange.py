"""A register out to a file and in from one, by what the file's name ends in: .json, .csv, .vcf."""

import datetime as dt
from pathlib import Path

from pressdesk.app.register.learn import new_id
from pressdesk.errors import DraftFileError, RegisterFileError
from pressdesk.model.register import Book, Card, of
from pressdesk.store import atomic, register_csv, register_file, vcard

SUFFIXES = (".json", ".csv", ".vcf")


def export(book: Book, path: Path, *, excel: bool = False, version: int = 4) -> int:
    """Writes the register and returns how many entries the file holds. RegisterFileError says what stood in the way.

    A .vcf file holds the contacts alone, as vCards of that version; `excel` is for .csv: see `register_csv.to_csv`.
    """
    suffix = _suffix(path)
    contacts = [r.what for r in sorted(book, key=lambda r: r.id) if isinstance(r.what, Card)]
    if suffix == ".vcf":
        content, count = vcard.to_vcards(contacts, version), len(contacts)
    elif suffix == ".csv":
        content, count = register_csv.to_csv(book, excel=excel), len(book.records)
    else:
        content, count = register_file.to_bytes(book), len(book.records)
    if not count:
        what = "contact" if suffix == ".vcf" else "entry"
        raise RegisterFileError(f"{path}: there is no {what} of your own to export; nothing was written.")
    try:
        atomic.write(path, content)
    except DraftFileError as error:
        raise RegisterFileError(str(error)) from None
    return count


def take_in(path: Path, today: dt.date) -> Book:
    """The register of a file that somebody sent. RegisterFileError says in one sentence what is wrong with it."""
    suffix = _suffix(path)
    if not path.is_file():
        raise RegisterFileError(f"{path}: there is no such file.")
    if suffix == ".json":
        return register_file.read(path)
    try:
        if path.stat().st_size > register_file.LARGEST:
            raise RegisterFileError(f"{path}: the file is larger than 64 MB; no register of PressDesk is that large.")
        content = path.read_bytes()
    except OSError as error:
        raise RegisterFileError(f"{path}: the file cannot be read ({error.strerror}).") from None
    if suffix == ".csv":
        return register_csv.from_csv(content, str(path), new_id)
    book = Book()
    for card in vcard.from_vcards(content, str(path)):
        book = book.with_record(of(card, new_id(card, book), changed=today))
    return book


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise RegisterFileError(f"{path}: name a file that ends in {', '.join(SUFFIXES)}.")
    return suffix
