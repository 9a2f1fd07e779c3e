"""What a text says in figures against what the facts say, and against the calendar. Start at `findings`.

Generated text has its figures from the facts; what is asked of it is the calendar alone. A block rewritten by hand and
a lead with free text in it may say anything, so its dates and figures are looked for among the facts and in the text
that the facts would make.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pressdesk.language.language import load as load_language
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.release import Block, BlockKind, Release, Source
from pressdesk.proof.agreement import calendar
from pressdesk.proof.agreement.figures import Day, Days, Label, Mention, Quantity, Weekdays
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.same import covered
from pressdesk.proof.agreement.versions import of_paragraphs, of_release
from pressdesk.text.messages import Messages

OTHER_DATE = "facts.other-date"
OTHER_FIGURE = "facts.other-figure"
SCALES = (1, 10**3, 10**6, 10**9, 10**12)
FEW = 10
"""A smaller number may count what the text itself names."""
LONGEST = 60
"""Days of an event; the days within a longer one are not all dates of the facts."""


def findings(draft: Draft, release: Release, ui_language: str, today: dt.date) -> list[Finding]:
    """Dates and figures that no fact has, where a person wrote them; dates that the calendar does not know, anywhere.

    A date without a year is of the year nearest to the release's date; `today` says it where there is none.
    """
    dated = release.date or draft.facts.event.date
    found = calendar.findings(of_release(release).pieces, release.language, ui_language, dated, today)
    written = [(block, mention) for block in release.blocks for mention in _by_hand(block, release.language)]
    if not written:
        return found
    messages, known = Messages(ui_language), _Known.of(draft, release)
    judged = (known.judged(block, mention, messages, release.language) for block, mention in written)
    return [*found, *(finding for finding in judged if finding is not None)]


def text_findings(
    language: str, blocks: list[tuple[str | None, str]], ui_language: str, today: dt.date
) -> list[Finding]:
    """Dates of a text from elsewhere that the calendar does not know; spans count from the start of each text."""
    return calendar.findings(of_paragraphs(language, "", blocks).pieces, language, ui_language, None, today)


def _by_hand(block: Block, language: str) -> Iterator[Mention]:
    """The figures that a person wrote into a block, and of free text in a lead the days."""
    free = [origin.span for origin in block.origins if origin.source is Source.FREE]
    if block.hand is None and not (block.kind is BlockKind.LEAD and free):
        return
    living = [origin.span for origin in block.origins if origin.field and origin.source is not Source.FREE]
    for mention in mentions(block.text, language):
        if not mention.claims or any(span.overlaps(mention.span) for span in living):
            continue
        days = isinstance(mention.value, Days) and mention.value.first.day is not None
        if block.hand is not None or (days and any(span.overlaps(mention.span) for span in free)):
            yield mention


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    """What the facts say in figures.

    Attributes:
        event: the first day of what happened.
        dates: every day that a fact names.
        numbers: every number, as given.
        said: the figures of the texts that the facts make, and of the facts' own texts in this language.
    """

    event: dt.date | None
    dates: frozenset[dt.date]
    numbers: frozenset[Decimal]
    said: tuple[Mention, ...]

    @classmethod
    def of(cls, draft: Draft, release: Release) -> "_Known":
        dates, numbers, texts = set[dt.date](), set[Decimal](), list[str]()
        _gather(draft.facts, release.language, dates, numbers, texts)
        _gather(tuple(draft.register.values()), release.language, dates, numbers, texts)
        first, last = draft.facts.event.date, draft.facts.event.end
        if first and last and (last - first).days <= LONGEST:
            dates |= {first + dt.timedelta(days=n) for n in range((last - first).days + 1)}
        for block in release.blocks:
            if block.hand is None:
                texts.append(block.text)
            else:
                texts.append(block.hand.generated.text if block.hand.generated else block.hand.was)
        said = tuple(mention for text in texts for mention in mentions(text, release.language))
        return cls(first, frozenset(dates), frozenset(numbers), said)

    def judged(self, block: Block, mention: Mention, messages: Messages, language: str) -> Finding | None:
        value, lead = mention.value, block.kind is BlockKind.LEAD
        if isinstance(value, Days):
            written = block.hand is not None
            if self._has(value) or (written and covered(mention, self.said, near=True)):
                return None
            weight = Severity.WARNING if lead and value.first.day is not None else Severity.HINT
            key = "finding.other_date_than" if self.event else "finding.other_date"
            event = load_language(language).date(self.event, "day") if self.event else ""
            return _finding(block, mention, OTHER_DATE, weight, messages.say(key, date=event))
        if isinstance(value, Label | Weekdays) or (isinstance(value, Quantity) and self._counts(value)):
            return None
        if covered(mention, self.said, near=True):
            return None
        return _finding(block, mention, OTHER_FIGURE, Severity.HINT, messages.say("finding.other_figure"))

    def _counts(self, value: Quantity) -> bool:
        """Whether a fact has the number, be it in thousands or millions; a small one is a matter of counting."""
        numbers = {number * scale for number in self.numbers for scale in SCALES}
        ends = (value.low,) if value.high is None else (value.low, value.high)
        return all(end in numbers or (end < FEW and not value.unit) for end in ends)

    def _has(self, days: Days) -> bool:
        return all(any(_is(day, date) for date in self.dates) for day in (days.first, days.last or days.first))


def _is(day: Day, date: dt.date) -> bool:
    """Whether a date says this day, month or year, as far as it says anything."""
    return day.year in (None, date.year) and day.month in (None, date.month) and day.day in (None, date.day)


def _gather(value: Any, language: str, dates: set[dt.date], numbers: set[Decimal], texts: list[str]) -> None:
    """Every date, number and text of this language within facts."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, dt.datetime):
        dates.add(value.date())
    elif isinstance(value, dt.date):
        dates.add(value)
    elif isinstance(value, dt.time):
        texts.append(f"{value:%H:%M}")
    elif isinstance(value, int | float | Decimal):
        numbers.add(Decimal(str(value)))
    elif isinstance(value, str):
        texts.append(value)
    elif isinstance(value, Mapping):
        texts.extend(str(words) for tag, words in value.items() if tag == language)
    elif isinstance(value, tuple | list):
        for item in value:
            _gather(item, language, dates, numbers, texts)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            _gather(getattr(value, field.name), language, dates, numbers, texts)


def _finding(block: Block, mention: Mention, rule: str, severity: Severity, message: str) -> Finding:
    return Finding(
        block=block.id,
        span=mention.span,
        text=mention.text,
        rule=rule,
        kind=Kind.FACTS,
        severity=severity,
        message=message,
        proofer="facts",
    )
