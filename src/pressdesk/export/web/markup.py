"""HTML text: the only place where text becomes markup, so that nothing hostile gets past."""

import json
import re
from collections.abc import Iterable
from html import escape

from pressdesk.export.pieces import Piece, clean, pieces, split_by
from pressdesk.export.words import is_right_to_left, locale_of

# Понте-Клара, Қасым-Жомарт: on the web a name stays whole at no price. In Word the no-break hyphen would come out of
# a PDF as another character, so there endings alone are bound
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ]"
_DOUBLE_NAME = re.compile(rf"(?<![\w-]){_CAPITAL}[^\W\d_]{{1,12}}-{_CAPITAL}[^\W\d_]{{1,12}}(?![\w-])")


def attribute(text: str) -> str:
    """The text for between double quotes."""
    return escape(clean(text), quote=True)


def element(name: str, content: str, **attributes: str) -> str:
    """An element around ready markup. An attribute that is "" is left out; `class_` is class."""
    written = "".join(f' {key.rstrip("_")}="{attribute(text)}"' for key, text in attributes.items() if text)
    return f"<{name}{written}>{content}</{name}>"


def inline(found: Iterable[Piece], locale: str) -> str:
    """The pieces as markup: strong names, foreign words with their language, endings bound to their figures.

    Neighbours in one language share one element.
    """
    made = ""
    run: list[Piece] = []
    for piece in [*found, None]:
        if run and (piece is None or _manner(piece) != _manner(run[0])):
            made += _wrapped(run, locale)
            run = []
        if piece:
            run.append(piece)
    return made


def line(text: str, locale: str) -> str:
    """A line of the page's own words as markup."""
    return inline(pieces(text), locale)


def json_data(value: object) -> str:
    """JSON for inside a script element, its texts cleaned; `<`, `>`, `&` are escapes there, so no text can close it."""
    text = json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(held) for key, held in value.items()}
    return [_cleaned(held) for held in value] if isinstance(value, list) else value


def _manner(piece: Piece) -> tuple[str, bool, bool]:
    return piece.language, piece.strong, piece.right_to_left


def _bound(text: str) -> str:
    return element("span", escape(text, quote=False), class_="bound")


def _with_bound_names(text: str) -> str:
    parts = split_by(_DOUBLE_NAME, text)
    return "".join(_bound(part) if name else escape(part, quote=False) for part, name in parts)


def _wrapped(run: list[Piece], locale: str) -> str:
    first = run[0]
    text = "".join(_bound(piece.text) if piece.bound else _with_bound_names(piece.text) for piece in run)
    tag = locale_of(first.language) if first.language else locale
    if first.right_to_left and not is_right_to_left(tag):
        text = element("bdi", text)
    if tag != locale:
        text = element("span", text, lang=tag, dir="rtl" if is_right_to_left(tag) else "")
    return element("strong", text) if first.strong else text
