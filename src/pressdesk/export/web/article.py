"""The release's text as HTML: start at `article`."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from pressdesk.export.look import Look
from pressdesk.export.order import Line
from pressdesk.export.photos import prepare
from pressdesk.export.web.markup import attribute, element, inline
from pressdesk.export.words import Words
from pressdesk.model.release import Photo, Release

_PARAGRAPHS = ("label", "draft", "embargo", "lead", "end_mark", "disclaimer")
_QUOTES = ("quote", "quote_alone")
_ITEMS = ("list_item", "list_end")


@dataclass(frozen=True, slots=True)
class Article:
    """Writes lines as HTML."""

    release: Release
    words: Words
    look: Look

    def markup(self, lines: Sequence[Line]) -> str:
        """Every line, in order; list items, quotes and the photo with what belongs to them in one element."""
        made: list[str] = []
        at = 0
        while at < len(lines):
            taken = self._group(lines[at:])
            made.append(self._element(lines[at : at + taken]))
            at += taken
        return "\n".join(made)

    def _group(self, lines: Sequence[Line]) -> int:
        """How many of the lines, from the first, make one element."""
        role = lines[0].role
        if role in _ITEMS:
            return next((index for index, line in enumerate(lines, 1) if line.role == "list_end"), len(lines))
        if role in _QUOTES:
            quotes = next((index for index, line in enumerate(lines) if line.role not in _QUOTES), len(lines))
            return quotes + (quotes < len(lines) and lines[quotes].role == "speaker")
        if role == "figure":
            return 2 if len(lines) > 1 and lines[1].role == "caption" else 1
        return 1

    def _element(self, lines: Sequence[Line]) -> str:
        role = lines[0].role
        if role in _ITEMS:
            items = "".join(element("li", self._text(line)) for line in lines)
            return element("ul", items, class_="list")
        if role in _QUOTES:
            return self._quote(lines)
        if role == "figure":
            return self._figure(lines)
        if role == "headline" or (role == "label" and not self.release.headline.strip()):
            return element("h1", self._text(lines[0]), class_=role)
        if role == "subheading":
            return element("h2", self._text(lines[0]))
        if role == "date":
            return self._date(lines[0])
        name = role.replace("_", "-") if role in (*_PARAGRAPHS, "caption", "speaker") else ""
        return element("p", self._text(lines[0]), class_=name)

    def _text(self, line: Line) -> str:
        return inline(line.pieces, self.release.locale)

    def _date(self, line: Line) -> str:
        """The date line; the date in it, where there is one, as a time element."""
        day = self.release.date
        text = self._text(line)
        if day:
            shown = attribute(self.words.long_date(day))
            text = text.replace(shown, element("time", shown, datetime=day.isoformat()))
        return element("p", text, class_="date")

    def _quote(self, lines: Sequence[Line]) -> str:
        quotes = "".join(element("p", self._text(line)) for line in lines if line.role in _QUOTES)
        speaker = "".join(element("figcaption", self._text(line)) for line in lines if line.role == "speaker")
        return element("figure", element("blockquote", quotes) + speaker, class_="quote")

    def _figure(self, lines: Sequence[Line]) -> str:
        photo = lines[0].photo
        caption = "".join(element("figcaption", self._text(line)) for line in lines[1:])
        return element("figure", (self._image(photo) if photo else "") + caption)

    def _image(self, photo: Photo) -> str:
        picture = prepare(photo, self.look.photo.web_pixels, self.look.photo.quality)
        source = f"data:{picture.media_type};base64,{b64encode(picture.content).decode('ascii')}"
        return f'<img src="{source}" width="{picture.width}" height="{picture.height}" alt="{attribute(photo.alt)}">'
