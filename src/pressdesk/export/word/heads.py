"""What repeats: the first page's letterhead, the running head of the others, the foot of all: `Heads.write`."""

from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import Section, _BaseHeaderFooter

from pressdesk.data import resources
from pressdesk.export.options import ExportOptions
from pressdesk.export.pieces import clean, pieces
from pressdesk.export.word.pictures import Placed, anchored
from pressdesk.export.word.runs import Typesetter
from pressdesk.export.word.watermark import watermark
from pressdesk.export.word.xml import Node
from pressdesk.export.words import Words, embargo_until, web_address
from pressdesk.model.release import Release

_DOT = "  ·  "
_EMBLEM, _FIRST_MARK, _MARK = 1001, 1002, 1003  # numbers of drawings, apart from those of the text


@dataclass(frozen=True, slots=True)
class Heads:
    """All that the heads are made of."""

    release: Release
    words: Words
    typesetter: Typesetter
    options: ExportOptions

    def write(self, section: Section) -> None:
        """Fills the four heads and feet of the section."""
        section.different_first_page_header_footer = True
        first, others = section.first_page_header, section.header
        _fill(first, self._letterhead(first))
        _fill(others, [self._running_head()])
        for foot in (section.first_page_footer, section.footer):
            _fill(foot, [self._foot()])

    def _letterhead(self, head: _BaseHeaderFooter) -> list[Node]:
        """Emblem and names. An issuer without a name has no letterhead, only the draft's large word."""
        issuer, set_ = self.release.issuer, self.typesetter
        mark = self._watermark(_FIRST_MARK)
        if not clean(issuer.name).strip():
            return [set_.paragraph("running_head", *mark)]
        address = [clean(text) for text in (issuer.address, issuer.site) if clean(text).strip()]
        runs = [self._emblem(head), *mark, *set_.runs(pieces(issuer.name))]
        lines = [set_.paragraph("issuer" if address else "issuer_only", *runs)]
        if clean(issuer.second).strip():
            second = set_.run(clean(issuer.second), language=issuer.second_language)
            lines.append(set_.paragraph("issuer_second", second))
        return [*lines, self._address(head, address)]

    def _address(self, head: _BaseHeaderFooter, address: list[str]) -> Node:
        """The line above the rule; with no address the rule alone, so that it stands where it always does."""
        set_ = self.typesetter
        if not address:
            return set_.paragraph("letterhead_rule")
        made: list[Node] = []
        for index, text in enumerate(address):
            if index:
                made.append(set_.run(_DOT))
            if text == clean(self.release.issuer.site):
                relation = head.part.relate_to(web_address(text), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                made.append(set_.link(relation, text, "LetterheadLink"))
            else:
                made += set_.runs(pieces(text))
        return set_.paragraph("letterhead_line", *made)

    def _emblem(self, head: _BaseHeaderFooter) -> Node:
        look = self.typesetter.look
        file = resources("documents", "emblem-ink.png" if look.sober else "emblem.png")
        relation, _ = head.part.get_or_add_image(str(file))
        side = look.emblem.side
        placed = Placed(relation, _EMBLEM, side, side, decorative=True)
        return self.typesetter.drawing(anchored(placed, 0, look.emblem.from_top))

    def _watermark(self, number: int) -> list[Node]:
        if not (self.release.draft and self.options.diagonal):
            return []
        word = watermark(self.typesetter.look, clean(self.words.texts["draft_word"]), number)
        return [self.typesetter.drawing(word)]

    def _running_head(self) -> Node:
        """Issuer and label at the left; at the right what matters most: draft, embargo, else the date."""
        set_, texts = self.typesetter, self.words.texts
        left = " · ".join(part for part in (clean(self.release.issuer.short).strip(), texts["label"]) if part)
        right, style = self._notice()
        runs = [*self._watermark(_MARK), *set_.runs(pieces(left)), set_.tab(), *set_.runs(pieces(right), style)]
        return set_.paragraph("running_head", *runs)

    def _notice(self) -> tuple[str, str]:
        until = embargo_until(self.release)
        if self.release.draft:
            return self.words.texts["draft"], "ReleaseAlert"
        if until:
            return self.words.embargo_short(until), "ReleaseAlert"
        return (self.words.long_date(self.release.date) if self.release.date else ""), ""

    def _foot(self) -> Node:
        set_, release = self.typesetter, self.release
        mark = " · ".join(part for part in (str(release.date or ""), release.slug, release.language) if part)
        before, between, after = self.words.page_parts()
        return set_.paragraph(
            "running_foot",
            set_.run(clean(mark), "ReleaseId", "en"),
            set_.tab(),
            *set_.runs(pieces(before)),
            set_.field("PAGE"),
            *set_.runs(pieces(between)),
            set_.field("NUMPAGES"),
            *set_.runs(pieces(after)),
        )


def _fill(head: _BaseHeaderFooter, paragraphs: list[Node]) -> None:
    head.is_linked_to_previous = False
    element = head._element  # python-docx has no public way to take a paragraph out
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)
