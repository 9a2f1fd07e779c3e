"""vCards <-> contacts: versions 3 and 4 (RFC 2426, RFC 6350) are written, these and 2.1 are read.

Of a vCard only what a press office keeps is taken: name, organisation, post, e-mail, telephone, address, site, note,
each with its language where the card says so. Pictures, calendars and whatever else stands in it is passed over. A
reader of our own, for the known libraries lack version 4 or bring three others along.
"""

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressdesk.errors import RegisterFileError
from pressdesk.model.codec import LANGUAGE_TAGS
from pressdesk.model.register import Card

LARGEST = 10 * 1024 * 1024
_FOLD = 74  # octets before a line is continued; the standard says 75 with the line's end left out
_BREAK = re.compile(r"\r\n|\r|\n")
_PARAMETER = re.compile(r';([^=:;"]+)(?:=((?:"[^"]*"|[^;:"])*))?')
_LATIN, _CYRILLIC = "en", "ru"


@dataclass(frozen=True, slots=True)
class _Line:
    """One property: its name without a group, its parameters in small letters, its value as written."""

    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str


def from_vcards(content: bytes, name: str) -> list[Card]:
    """The contacts of a .vcf file, in its order. RegisterFileError where it is none."""
    if len(content) > LARGEST:
        raise RegisterFileError(f"{name}: the file is larger than 10 MB; export fewer contacts, without pictures.")
    cards: list[Card] = []
    inside: list[_Line] | None = None
    text, octets = _decoded(content, name)
    for line in _lines(text, octets):
        what = line.value.strip().upper()
        if line.name == "BEGIN" and what == "VCARD":
            inside = []
        elif line.name == "END" and what == "VCARD" and inside is not None:
            card = _card(inside)
            if card.name:
                cards.append(card)
            inside = None
        elif inside is not None:
            inside.append(line)
    if inside is not None:
        raise RegisterFileError(f"{name}: a card has no end (END:VCARD); the file is damaged, export it anew.")
    if not cards:
        raise RegisterFileError(f"{name}: there is no contact in the file; choose a .vcf file.")
    return cards


def to_vcards(cards: list[Card], version: int = 4) -> bytes:
    """The contacts as UTF-8. Version 4 holds every language; version 3 the Latin words, or those there are."""
    if version not in (3, 4):
        raise ValueError(f"vCard {version} is not written")
    lines = [line for card in cards for line in _written(card, version)]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


# --- reading ---------------------------------------------------------------------------------------------------------


def _decoded(content: bytes, name: str) -> tuple[str, bool]:
    """The file's text, and whether its letters are still single octets, to be read as each value says."""
    try:
        return content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    if b"CHARSET" not in content.upper():  # an old card says of each value in which letters it is written
        raise RegisterFileError(f"{name}: the contacts are not in UTF-8; export them anew as vCard 3 or 4.")
    return content.decode("latin-1"), True


def _lines(text: str, octets: bool) -> Iterator[_Line]:
    """The properties, continued lines joined: a space begins those of versions 3 and 4, = ends those of 2.1."""
    whole: list[str] = []
    soft = False
    for line in _BREAK.split(text):
        if soft:
            whole[-1] = whole[-1][:-1] + line
        elif whole and line[:1] in (" ", "\t"):
            whole[-1] += line[1:]
        else:
            whole.append(line)
        soft = whole[-1].endswith("=") and "QUOTED-PRINTABLE" in whole[-1].partition(":")[0].upper()
    yield from (made for line in whole if (made := _line(line, octets)) is not None)


def _line(line: str, octets: bool) -> _Line | None:
    head = re.match(r"[^:;]+", line)
    if head is None:
        return None
    at, parameters = head.end(), dict[str, tuple[str, ...]]()
    while at < len(line) and (found := _PARAMETER.match(line, at)) is not None:
        key = found[1].strip().lower() if found[2] is not None else "type"  # 2.1 writes TEL;WORK
        values = tuple(v.strip('"').lower() for v in (found[2] if found[2] is not None else found[1]).split(","))
        parameters[key] = parameters.get(key, ()) + values
        at = found.end()
    if at >= len(line) or line[at] != ":":
        return None
    value = line[at + 1 :]
    encoding = {*parameters.get("encoding", ()), *parameters.get("type", ())}
    if "quoted-printable" in encoding:
        raw = quopri.decodestring(value.encode("latin-1", "replace"))
        value = _letters(raw, parameters.get("charset", ("utf-8",))[0])
    elif octets:
        value = _letters(value.encode("latin-1"), parameters.get("charset", ("utf-8",))[0])
    return _Line(head[0].rpartition(".")[2].strip().upper(), parameters, value)


def _letters(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return raw.decode("utf-8", "replace")


def _card(lines: list[_Line]) -> Card:
    name: dict[str, str] = {}
    for line in lines:
        if line.name == "FN" and (words := _plain(line.value)):
            name.setdefault(_language(line, words), words)
    for line in lines:
        if line.name == "N" and not name:
            family, given, *_ = [*_parts(line.value, ";"), "", ""]
            words = " ".join(part for part in (given, family) if part)
            if words:
                name[_language(line, words)] = words
    address = next((line for line in lines if line.name == "ADR"), None)
    organisation = _texts(lines, "ORG", ";")
    return Card(
        name=name or organisation,  # an office
        organisation=organisation,
        post=_texts(lines, "TITLE") or _texts(lines, "ROLE"),
        emails=_values(lines, "EMAIL"),
        phones=tuple(phone.removeprefix("tel:") for phone in _values(lines, "TEL")),
        address=", ".join(part for part in _parts(address.value, ";") if part) if address else "",
        site=next(iter(_values(lines, "URL")), ""),
        note=next(iter(_values(lines, "NOTE")), ""),
    )


def _texts(lines: list[_Line], name: str, separator: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if line.name == name:
            words = ", ".join(filter(None, _parts(line.value, separator))) if separator else _plain(line.value)
            if words:
                found.setdefault(_language(line, words), words)
    return found


def _values(lines: list[_Line], name: str) -> tuple[str, ...]:
    found = (_plain(line.value) for line in lines if line.name == name)
    return tuple(dict.fromkeys(value for value in found if value))


def _language(line: _Line, words: str) -> str:
    """The language that the card names, else one that is written in such letters."""
    said = line.parameters.get("language", ("",))[0].partition("-")[0]
    if said in LANGUAGE_TAGS:
        return said
    return _CYRILLIC if re.search("[Ѐ-ӿ]", words) else _LATIN


def _parts(value: str, separator: str) -> list[str]:
    """The components of a value; a separator with a backslash before it parts nothing."""
    return [_plain(part) for part in re.split(rf"(?<!\\){separator}", value)]


def _plain(value: str) -> str:
    """A value without its escapes and with plain spaces."""
    text = re.sub(r"\\([nN])", " ", value)
    return " ".join(re.sub(r"\\(.)", r"\1", text).split())


# --- writing ---------------------------------------------------------------------------------------------------------


def _written(card: Card, version: int) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}.0"
    main = _main(card.name) or _main(card.organisation)
    yield from _by_language("FN", card.name or {"": main}, version)
    if version == 3:  # a name of which the parts are not known is one part
        yield f"N:{_escaped(main)};;;;"
    yield from _by_language("ORG", card.organisation, version)
    yield from _by_language("TITLE", card.post, version)
    yield from (f"EMAIL:{_escaped(mail)}" for mail in card.emails)
    yield from (f"TEL:{_escaped(phone)}" for phone in card.phones)
    if card.address:
        yield f"ADR:;;{_escaped(card.address)};;;;"
    if card.site:
        yield f"URL:{_escaped(card.site)}"
    if card.note:
        yield f"NOTE:{_escaped(card.note)}"
    yield "END:VCARD"


def _by_language(name: str, texts: Mapping[str, str], version: int) -> Iterator[str]:
    words = {tag: text for tag, text in texts.items() if text}
    if version == 3 or set(words) == {""}:
        if words:
            yield f"{name}:{_escaped(_main(words))}"
        return
    for tag, text in words.items():
        alike = ";ALTID=1" if len(words) > 1 else ""
        yield f"{name}{alike};LANGUAGE={tag}:{_escaped(text)}"


def _main(texts: Mapping[str, str]) -> str:
    return texts.get(_LATIN) or next(iter(texts.values()), "")


def _escaped(value: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", value).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, never within a letter."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
