"""A release as a Word file, by python-docx: start at `WordExporter.write`."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

import docx
from docx.document import Document
from docx.shared import Mm

from pressdesk.errors import ExportError
from pressdesk.export.look import Look, house_look
from pressdesk.export.options import ExportOptions
from pressdesk.export.order import lines
from pressdesk.export.pieces import clean
from pressdesk.export.word import parts
from pressdesk.export.word.body import Body
from pressdesk.export.word.heads import Heads
from pressdesk.export.word.runs import Typesetter
from pressdesk.export.word.styles import numbering, styles
from pressdesk.export.word.xml import replace_content
from pressdesk.export.words import Words, embargo_until, locale_of, words_for
from pressdesk.model.release import Release

_LANGUAGES = ("kk", "ru", "en", "pt")
_LONGEST_PROPERTY = 255  # characters; python-docx and Word allow no more


class WordExporter:
    """DOCX in the house's own styles, every run with its language; the same release gives the same bytes."""

    name = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def write(self, release: Release, to: BinaryIO, options: ExportOptions) -> None:
        """Writes the file. A photo or an embargo that cannot be read is an ExportError; then nothing is written."""
        words = words_for(release)
        look = house_look().for_kind(release.kind)
        document = _house_document(release, look, options)
        typesetter = Typesetter(look, release.locale)
        body = Body(document.part, typesetter)
        section = document.element.body[-1]
        for paragraph in body.paragraphs(lines(release, words, look)):
            section.addprevious(paragraph)
        Heads(release, words, typesetter, options).write(document.sections[0])
        _describe(document, release, words)
        made = BytesIO()
        document.save(made)
        to.write(_repacked(made))


def _house_document(release: Release, look: Look, options: ExportOptions) -> Document:
    """An empty document in the house look."""
    document = docx.Document()
    parts.drop_leftovers(document)
    foreign = {locale_of(tag) for block in release.blocks for _, tag in block.foreign}
    tags = {*map(locale_of, _LANGUAGES), *foreign, release.locale}
    replace_content(document.styles.element, styles(look, release.locale, tags))
    replace_content(document.settings.element, parts.settings(release.locale, options.embed_fonts))
    replace_content(document.part.numbering_part.element, numbering(look))
    parts.write_theme(document, look)
    parts.write_fonts(document, look, options.embed_fonts)
    section, page = document.sections[0], look.page
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(page.header), Mm(page.footer)
    return document


def _describe(document: Document, release: Release, words: Words) -> None:
    """The properties. Times are the release's date, never the clock's; a release without a date has none."""
    core, label = document.core_properties, words.texts["label"]
    issuer = clean(release.issuer.name)
    texts = {
        "title": release.headline,
        "subject": label,
        "author": issuer,
        "keywords": release.place,
        "comments": release.lead,
        "category": label,
        "language": release.locale,
        "identifier": "-".join(part for part in (str(release.date or ""), release.slug) if part),
        "content_status": "Draft" if release.draft else "Final",
        "last_modified_by": "PressDesk",
        "version": "1",
    }
    for name, text in texts.items():
        setattr(core, name, clean(text)[:_LONGEST_PROPERTY])
    core.revision = 1
    if release.date:
        core.created = core.modified = datetime(release.date.year, release.date.month, release.date.day, tzinfo=UTC)
    else:
        for child in [held for held in core._element if held.tag.endswith(("}created", "}modified"))]:
            core._element.remove(child)
    parts.write_application(document, issuer)
    until = embargo_until(release)
    parts.write_custom(document, {"EmbargoUntil": until.isoformat()} if until else {})


def _repacked(made: BytesIO) -> bytes:
    """The same package with the content list first, sorted, and without the clock's times: same bytes every time."""
    packed = BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        if len(names) != len(set(names)):
            raise ExportError("The Word file has two parts of one name: please report this.")
        for name in sorted(names, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            target.writestr(info, source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
