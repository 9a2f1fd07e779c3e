"""What two versions say otherwise, and how a finding tells it. Start at `Difference` and `finding`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from pressdesk.model.findings import Elsewhere, Finding, Kind, Severity, Suggestion
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

PROOFER = "agreement"
SHOWN = 60  # code points of another version's words that a message quotes


@dataclass(frozen=True)
class Difference:
    """Something that one version says otherwise than the others.

    Attributes:
        rule: "name", "post", ... : what stands behind "agreement." in the rule's id.
        says: the message's key behind "agreement."; "name-missing".
        version: the number of the version that it is told of.
        piece: its paragraph; None where the version is empty.
        span: code points of that paragraph.
        elsewhere: where other versions say otherwise, the one to quote first.
        fill: more for the message.
        put: what to write there, "" where that is not known.
        weight: how much it matters.
        key: differences of one key are one and the same.
    """

    rule: str
    says: str
    version: int
    piece: Piece | None
    span: Span
    elsewhere: tuple[Elsewhere, ...] = ()
    fill: Mapping[str, object] = field(default_factory=dict)
    put: str = ""
    weight: Severity = Severity.ERROR


def finding(difference: Difference, versions: Sequence[Version], messages: Messages) -> Finding:
    """The difference as a finding of its version, in the window's language."""
    version, piece = versions[difference.version], difference.piece
    offset = piece.offset if piece else 0
    first = difference.elsewhere[0] if difference.elsewhere else None
    fill = {
        "language": named(first, versions, messages),
        "other": short(first.text) if first else "",
        **difference.fill,
    }
    return Finding(
        block=piece.id if piece else None,
        span=Span(offset + difference.span.start, offset + difference.span.end),
        text=difference.span.of(piece.text) if piece else "",
        rule=f"{PROOFER}.{difference.rule}",
        kind=Kind.FACTS,
        severity=difference.weight,
        message=messages.say(f"{PROOFER}.{difference.says}", **fill),
        suggestions=(Suggestion(difference.put, PROOFER),) if difference.put else (),
        proofer=PROOFER,
        language=version.language,
        elsewhere=difference.elsewhere,
    )


def named(place: Elsewhere | None, versions: Sequence[Version], messages: Messages) -> str:
    """How the message calls a version: the Russian text; where several are in one language, the file by its name, with
    its folder where two files have one name."""
    if place is None:
        return ""
    files = [version.source for version in versions if version.language == place.language]
    if place.source and len(files) > 1:
        name = PurePath(place.source).name
        alone = sum(PurePath(source).name == name for source in {version.source for version in versions}) == 1
        return messages.say(f"{PROOFER}.text-in-file", file=name if alone else place.source)
    key = f"{PROOFER}.text-{place.language}"
    return messages.say(key) if messages.has(key) else (place.source or place.language)


def short(text: str) -> str:
    """Words of another version, cut where they are long."""
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
