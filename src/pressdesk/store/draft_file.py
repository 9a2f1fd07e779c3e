"""Draft <-> NAME.pressdesk: a zip of `mimetype`, `draft.json` and `images/`.

The same draft gives the same bytes: members stand in a fixed order with fixed times. Opening trusts nothing: names,
sizes, counts and checksums are looked at before anything is unpacked.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pressdesk.errors import DraftFileError, DraftTooNewError, FactsError
from pressdesk.model.amendments import Amendment
from pressdesk.model.asides import Aside
from pressdesk.model.codec import decode, encode
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry, Facts
from pressdesk.model.release import BlockKind
from pressdesk.model.signoff import Issued, Tick
from pressdesk.store import atomic
from pressdesk.store.migrations import VERSION, migrate

MIMETYPE = "application/vnd.pressdesk.draft+zip"
SUFFIX = ".pressdesk"
MAX_MEMBERS = 200
MAX_BYTES = 200 * 1024 * 1024
_TIME = (1980, 1, 1, 0, 0, 0)


def save_draft(draft: Draft, path: Path) -> None:
    """Writes the draft whole or not at all. DraftFileError says what stood in the way."""
    atomic.write(path, to_bytes(draft))


def open_draft(path: Path) -> Draft:
    """Reads a draft. DraftFileError (DraftTooNewError) says in one sentence what is wrong with the file."""
    try:
        if path.exists() and not path.is_file():
            raise DraftFileError(f"{path}: this is a folder or a device and no file; choose a draft.")
        if path.stat().st_size > MAX_BYTES:
            raise DraftFileError(f"{path}: the file is larger than 200 MB; no draft of PressDesk is that large.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise DraftFileError(f"{path}: there is no such file.") from None
    except OSError as error:
        raise DraftFileError(f"{path}: the file cannot be read ({error.strerror}).") from None
    return from_bytes(content, str(path))


def to_bytes(draft: Draft) -> bytes:
    """The file's bytes."""
    payload = {
        "format": VERSION,
        "facts": encode(draft.facts),
        "register": [encode(draft.register[key]) for key in sorted(draft.register)],
        "words": {tag: list(words) for tag, words in sorted(draft.words.items())},
        "ignored": [encode(aside) for aside in draft.ignored],
        "amendments": [encode(amendment) for amendment in draft.amendments],
        "final": draft.final,
        "ticks": [encode(tick) for tick in draft.ticks],
        "record": [encode(issued) for issued in draft.record],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _add(archive, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        text = json.dumps(payload, ensure_ascii=False, indent=1) + "\n"
        _add(archive, "draft.json", text.encode(), zipfile.ZIP_DEFLATED)
        for name in sorted(draft.images):
            _add(archive, f"images/{name}", draft.images[name], zipfile.ZIP_STORED)
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, method: int) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.external_attr = 0o600 << 16
    archive.writestr(info, content, compress_type=method)


def from_bytes(content: bytes, name: str) -> Draft:
    """The draft of a file's bytes; `name` is what the sentences call it."""
    damaged = f"{name}: the file is damaged and cannot be opened; open a backup, or the copy that you sent to somebody."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = _members(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError):
        raise DraftFileError(damaged) from None
    if members.get("mimetype", b"").strip() != MIMETYPE.encode() or "draft.json" not in members:
        raise DraftFileError(f"{name}: this is not a draft of PressDesk; choose a file that ends in {SUFFIX}.")
    try:
        raw = json.loads(members["draft.json"])
    except (ValueError, RecursionError):
        raise DraftFileError(damaged) from None
    if not isinstance(raw, dict) or not isinstance(raw.get("format"), int):
        raise DraftFileError(damaged)
    images = {key.removeprefix("images/"): data for key, data in members.items() if key.startswith("images/")}
    return _draft(raw, images, name)


def _draft(raw: dict[str, Any], images: Mapping[str, bytes], name: str) -> Draft:
    version = raw["format"]
    if version > VERSION:
        raise DraftTooNewError(
            f"{name}: this draft was written by a newer PressDesk (format {version}, this one reads up to {VERSION}); "
            "install the newer PressDesk to open it. The file was not touched."
        )
    if version < 1:
        raise DraftFileError(f"{name}: the draft's format number {version} is wrong; the file is damaged.")
    raw = migrate(raw, version)
    try:
        entries = [decode(Entry, e, place=f"register[{i}]") for i, e in enumerate(raw.get("register", []))]
        words = raw.get("words", {})
        ignored = tuple(decode(Aside, a, place=f"ignored[{i}]") for i, a in enumerate(raw.get("ignored", [])))
        amendments = tuple(_amendment(a, f"amendments[{i}]") for i, a in enumerate(raw.get("amendments", [])))
        return Draft(
            facts=decode(Facts, raw.get("facts", {})),
            register={entry.id: entry for entry in entries},
            images=images,
            words={str(tag): tuple(map(str, items)) for tag, items in words.items()},
            ignored=ignored,
            amendments=amendments,
            final=raw.get("final") is True,
            ticks=tuple(_tick(t, f"ticks[{i}]") for i, t in enumerate(raw.get("ticks", []))),
            record=tuple(_issued(r, f"record[{i}]") for i, r in enumerate(raw.get("record", []))),
        )
    except (FactsError, AttributeError, TypeError) as error:
        first = error.problems[0] if isinstance(error, FactsError) else "its parts are not what they should be"
        raise DraftFileError(f"{name}: the draft inside the file is damaged ({first})") from None


def _amendment(raw: object, place: str) -> Amendment:
    """One amendment; FactsError where it cannot stand in a text."""
    made = decode(Amendment, raw, place=place)
    if made.kind not in {kind.value for kind in BlockKind} or not made.id or not made.text.strip():
        raise FactsError(f"{place}: an amendment has a name, a kind of block and words.")
    return made


def _tick(raw: object, place: str) -> Tick:
    """One tick; FactsError where it does not say who, when and what."""
    made = decode(Tick, raw, place=place)
    if not (made.item and made.about and made.digest and made.by and made.at):
        raise FactsError(f"{place}: a tick says which item, about what, by whom and when.")
    return made


def _issued(raw: object, place: str) -> Issued:
    """One final release; FactsError where it does not say who and when, or was forced without a reason."""
    made = decode(Issued, raw, place=place)
    if not (made.by and made.at) or (made.forced and not made.reason.strip()):
        raise FactsError(f"{place}: a final release says by whom and when, and why where something stood open.")
    return made


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_MEMBERS or total > MAX_BYTES:
        raise DraftFileError(f"{name}: the file would unpack to more than a draft may hold; it was not opened.")
    found: dict[str, bytes] = {}
    for info in infos:
        path = PurePosixPath(info.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in info.filename or info.filename in found:
            raise DraftFileError(
                f"{name}: the file names a member outside itself ({info.filename}); it was not opened."
            )
        if info.filename in ("mimetype", "draft.json") or (path.parts[:1] == ("images",) and len(path.parts) == 2):
            found[info.filename] = archive.read(info)
    return found
