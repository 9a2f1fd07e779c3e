"""The rendered release, free of any format: blocks of text, each piece of which remembers where it came from."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from pressdesk.text.spans import Span

AMENDED = "amended"  # what stands for the template's line where no template wrote the words


class BlockKind(Enum):
    """What a block is. The exporters give each its style; plain text shows all in reading order."""

    HEADLINE = "headline"
    CREDIT = "credit"  # the photo's credit line; the photo itself is Release.photo and stands right above it
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    SPEAKER = "speaker"


class Source(Enum):
    """Where a piece of the text comes from; `render --trace` counts words by it."""

    FORMULA = "formula"  # the template's own words
    FIELD = "field"  # a fact as entered
    INFLECTED = "inflected field"  # a fact in another form than entered
    REGISTER = "register"  # a phrase or sentence of the register
    FREE = "free text"  # prose typed for this draft alone
    GAP = "gap"  # a visible hole: the fact is missing in this language


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words of a span come from.

    Attributes:
        span: code points within the block's text.
        field: the path of the fact, such as `people[1].family` (no language), "" for formula text.
        source: see Source.
        base: the text as stored, before any inflection.
        features: the form asked for ("GEN", ...), "" where none.
        guessed: why the form is a guess; "" where it is none.
        line: for formula text the template's file and line, `working_visit/kk.j2:12`; AMENDED in a block that was
            rewritten by hand.
    """

    span: Span
    field: str
    source: Source
    base: str = ""
    features: str = ""
    guessed: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One sign that house typography changed: its code point, what was written, what stands, by which rule."""

    at: int
    old: str
    new: str
    rule: str


@dataclass(frozen=True, slots=True)
class Hand:
    """That a block was rewritten by hand.

    Attributes:
        amendment: the name of the draft's amendment that stands here.
        was: the generated text that was rewritten.
        stale: whether its facts have moved on since, other than its living facts do by themselves.
        generated: the block as the facts would have it now, None where they make no such block any more.
    """

    amendment: str
    was: str
    stale: bool = False
    generated: "Block | None" = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, headline or line.

    Attributes:
        foreign: spans in another language, each with its BCP 47 tag.
        corrected: the signs that house typography changed.
        hand: set where the text was rewritten by hand.
    """

    id: str
    kind: BlockKind
    text: str
    origins: tuple[Origin, ...] = ()
    foreign: tuple[tuple[Span, str], ...] = ()
    corrected: tuple[Corrected, ...] = ()
    hand: Hand | None = None

    def origin_at(self, position: int) -> Origin | None:
        """The innermost fact at a code point position; formula text does not count."""
        found = [o for o in self.origins if o.field and o.span.start <= position < o.span.end]
        return min(found, key=lambda o: o.span.end - o.span.start) if found else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that the language lacks: where, and what stands in its place (the Latin spelling, or a ⟦...⟧)."""

    field: str
    language: str
    shown: str
    fallback: bool  # True: a proper name's Latin spelling stands there; False: a visible hole


@dataclass(frozen=True, slots=True)
class Photo:
    """The release's picture: bytes as stored in the draft, alternative text and credit in the release's language."""

    name: str
    content: bytes
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues the release, in its language; `second` is the name in the second letterhead language."""

    name: str = ""
    short: str = ""
    second: str = ""
    second_language: str = ""
    address: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A finished release in one language. Text is plain: escaping belongs to the exporters.

    Attributes:
        language: "kk", "ru", "en", "pt": the short tag used throughout.
        locale: the full BCP 47 tag for documents ("kk-KZ", "en-GB", ...).
        kind: the release type's folder name ("working_visit").
        blocks: in reading order.
        gaps: facts missing in this language.
        date: the release's date (dateline's, else the event's).
        place: the dateline's city in the release's language, "" where none is wanted.
        slug: ASCII, lower case, hyphens; part of file names and footers.
        draft: True until somebody makes it final; exporters show the draft mark.
        embargo: ISO 8601 with zone, "" where none.
        disclaimer: shown at the end where the facts are invented.
        labels: words of the page that differ from its language's own: `end_mark` is the last line.
        languages: all languages of the same draft.
        locales: the full tags of those languages, as the house writes them.
        percent_read: how the house reads the percent sign, "" as the language does.
        attribution: where the text says who reports, "none" where it shall not.
    """

    language: str
    locale: str
    kind: str
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...] = ()
    date: datetime.date | None = None  # a field named date would hide the type in its own annotation
    place: str = ""
    slug: str = "release"
    draft: bool = True
    embargo: str = ""
    disclaimer: str = ""
    issuer: Issuer = field(default_factory=Issuer)
    photo: Photo | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    locales: Mapping[str, str] = field(default_factory=dict)
    percent_read: str = ""
    attribution: str = ""

    @property
    def headline(self) -> str:
        """The headline's text, "" where there is none."""
        return next((b.text for b in self.blocks if b.kind is BlockKind.HEADLINE), "")

    @property
    def lead(self) -> str:
        """The lead's text, "" where there is none."""
        return next((b.text for b in self.blocks if b.kind is BlockKind.LEAD), "")

    def plain(self) -> str:
        """The release as text: one block a line."""
        return "".join(block.text + "\n" for block in self.blocks)
