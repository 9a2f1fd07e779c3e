"""What the facts themselves say of a text: gaps, Latin stand-ins, guessed forms. Start at `findings`."""

import dataclasses

from pressdesk.app.register import lacking
from pressdesk.app.register.layers import Layers
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.release import Block, Origin, Release, Source
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.text.messages import Messages


def findings(draft: Draft, release: Release, ui_language: str, layers: Layers | None = None) -> list[Finding]:
    """Gaps, Latin stand-ins and guessed forms, where they stand in the text; with the register's offers for a gap."""
    messages = Messages(ui_language)
    say, kind = messages.say, load_type(pack_folder(draft.facts.type))
    stand_ins = {(gap.field, gap.shown) for gap in release.gaps if gap.fallback}
    found = []
    for block in release.blocks:
        for origin in block.origins:
            shown = origin.span.of(block.text)
            if origin.source is Source.GAP:
                message = say("finding.gap", field=messages.pick(kind.label_at(origin.field)) or origin.field)
                gap = _finding(block, origin, "facts.gap", Kind.FACTS, Severity.ERROR, message)
                found.append(_offering(gap, draft, origin.field, layers, release.language))
            elif (origin.field, origin.base) in stand_ins or (origin.field, shown) in stand_ins:
                message = say("finding.fallback", shown=shown)
                stand_in = _finding(block, origin, "facts.fallback", Kind.FACTS, Severity.ERROR, message)
                found.append(_offering(stand_in, draft, origin.field, layers, release.language))
            elif origin.guessed:
                message = say("finding.guess", text=shown, why=messages.reason(origin.guessed))
                found.append(_finding(block, origin, "facts.guess", Kind.GUESS, Severity.NUANCE, message))
    return found


def _offering(finding: Finding, draft: Draft, field: str, layers: Layers | None, language: str) -> Finding:
    words = lacking.offers(draft, field, language, layers) if layers is not None else ()
    return dataclasses.replace(finding, suggestions=tuple(Suggestion(text, "register") for text in words))


def _finding(block: Block, origin: Origin, rule: str, kind: Kind, severity: Severity, message: str) -> Finding:
    return Finding(
        block=block.id,
        span=origin.span,
        text=origin.span.of(block.text),
        rule=rule,
        kind=kind,
        severity=severity,
        message=message,
        proofer="facts",
        field=origin.field,
    )
