"""What a text says in figures: numbers, percentages, sums, dates, times, days of the week. Start at `mentions`.

Reading from the left, the longest thing that begins at a word is taken: a date before a number, a number in all its
words before its first one. What looks like a figure and counts nothing (B2B, a telephone) is told apart, not left out:
another version must have it too.
"""

from decimal import Decimal
from functools import lru_cache

from pressdesk.proof.agreement.dates import date
from pressdesk.proof.agreement.figures import SIZE, Label, Mention, Quantity, Value, What
from pressdesk.proof.agreement.numerals import LONGEST, NUMBER_WORDS, Number, Page, number
from pressdesk.proof.agreement.times import time, weekday
from pressdesk.proof.agreement.tokens import DASHES, Token
from pressdesk.proof.agreement.vocabulary import Meaning, digits, vocabulary
from pressdesk.text.spans import Span

ROMAN = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}  # with the Cyrillic letters that are typed for them
BESIDE = 4  # code points between a date and a day of the week: ", ", " (", " и "
PHONE_PARTS = 14  # groups of digits and the signs between them
LEAST_PHONE = 7  # digits; a shorter number is no telephone's
NOUNS = ("noun", "people", "duration")


@lru_cache(maxsize=8_000)
def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The figures of a text in reading order; spans count code points. TableError for a damaged table."""
    return tuple(_Reader(Page.of(text, vocabulary(language))).read())


class _Reader:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._found: list[Mention] = []

    def read(self) -> list[Mention]:
        index = self._past_list_number()
        while index < len(self._page.tokens):
            index = self._from(index)
        return self._found

    def _past_list_number(self) -> int:
        """Behind the number of an item at the start of a line: «1. », "2) "."""
        page = self._page
        first, after = page.token(0), page.token(2)
        numbered = first is not None and first.kind == "number" and first.text.isdecimal() and page.sign(1, ".)")
        return 2 if numbered and after is not None and not after.glued else 0

    def _from(self, index: int) -> int:
        """Reads what begins with a token; the token to go on with."""
        page, token = self._page, self._page.tokens[index]
        if token.kind in ("mail", "web", "phone"):
            label = "+" + digits(token.text) if token.kind == "phone" else token.low.rstrip(".")
            return self._add(What.NUMBER, index, index + 1, Label(label))
        if token.kind == "number" and len(token.text) > LONGEST:
            return self._add(What.NUMBER, index, index + 1, Label(digits(token.text)))
        if token.kind == "code":
            return self._code(index)
        if token.kind == "word" and not page.meanings[index] and "-" not in token.low:
            return self._roman(index)
        skipped = page.one(index, "not", "indefinite") if token.kind == "word" else None
        if skipped is not None and page.behind(index, "before", "before_count") is None:
            return self._size(index, skipped)
        if token.kind in ("number", "clock"):
            clock = time(page, index)
            if clock is not None:
                self._add(What.TIME, index, clock[1], clock[0])
                return clock[2]
        dated = date(page, index)
        if dated is not None:
            for days in dated[0]:
                self._add(What.DATE, index, dated[1], days)
            return dated[1]
        day = weekday(page, index, self._beside(token)) if token.kind == "word" else None
        if day is not None:
            return self._add(What.WEEKDAY, index, day[1], day[0])
        return self._quantity(index)

    def _add(self, what: What, index: int, end: int, value: Value, claims: bool = True, noun: str = "") -> int:
        page = self._page
        span = Span(page.tokens[index].start, page.tokens[end - 1].end)
        self._found.append(Mention(what, span, span.of(page.text), value, claims, noun))
        return end

    def _beside(self, token: Token) -> bool:
        """Whether a date or a day of the week stands before a token, with signs or a short word between."""
        last = self._found[-1] if self._found else None
        if last is None or last.what not in (What.DATE, What.WEEKDAY):
            return False
        between = self._page.text[last.span.end : token.start]
        return len(between) <= BESIDE and not any(sign in between for sign in ".;:!?")

    def _code(self, index: int) -> int:
        """B2B, G20, «Экспо-2017»: a name, whose figure answers one of another version and is not missed itself."""
        token = self._page.tokens[index]
        named = digits(token.text)
        return self._add(What.NUMBER, index, index + 1, Quantity(Decimal(named)), claims=False)

    def _size(self, index: int, first: Meaning) -> int:
        """Behind what is a size and no number, «ондаған мың», "tens of thousands", or no figure at all, "one of".

        A size by itself («жүздеген», "hundreds of") is a turn of phrase; with thousands and more it must agree.
        """
        page, end = self._page, first.end
        value, sizes = Decimal(first.value or 0) if first.kind == "indefinite" else Decimal(0), 1
        while True:
            filler = page.one(end, "filler")
            scale = page.one(filler.end if filler else end, "scale", "scale1", "indefinite")
            if scale is None:
                break
            value, sizes, end = value * Decimal(scale.value), sizes + 1, scale.end
        if value:
            self._add(What.NUMBER, index, end, Quantity(value, None, SIZE), claims=sizes > 1)
        return end

    def _quantity(self, index: int) -> int:
        page = self._page
        sign = page.one(index, "sign", "code")
        at = sign.end if sign else index
        low = number(page, at)
        if low is None and sign is None:
            return self._roman(index)
        if low is None:
            return index + 1
        if page.tokens[index].kind == "number":
            phone = self._phone(index)
            if phone:
                return phone
        high, end, unit = self._range(low, at, sign.value if sign else "")
        unit, end, noun = self._counted(end, unit or (sign.value if sign else ""), high or low)
        approx, start, end = self._approx(index, end, noun)
        if high is not None and approx == "up_to":
            approx = ""  # it closed the range
        last = high or low
        if high is not None and low.value < 1000 <= high.value and self._scale_of(high) > 1:
            low = Number(low.value * self._scale_of(high), low.end)  # 5–7 million
        value = Quantity(low.value, high.value if high else None, unit, approx)
        what = What.PERCENT if unit == "%" else What.SUM if len(unit) == 3 and unit.isupper() else What.NUMBER
        claims = not last.weak or what is not What.NUMBER
        if not claims and low.value < 2 and not noun:
            return end
        end = self._add(what, start, end, value, claims, noun)
        quarter = low.ordinal and noun and page.one(end, *NOUNS) and page.one(end, "cardinal")
        return end + 1 if quarter else end  # «үшінші тоқсан»: the third quarter, no ninety

    @staticmethod
    def _scale_of(read: Number) -> Decimal:
        for power in (12, 9, 6, 3):
            if read.value >= 10**power and not read.plain:
                return Decimal(10) ** power
        return Decimal(1)

    def _phone(self, index: int) -> int:
        """Behind a telephone number in groups, 8 (7172) 72-05-40; 0 where there is none."""
        page, end, count = self._page, index, 0
        parted = False
        while end < min(len(page.tokens), index + PHONE_PARTS):
            token = page.tokens[end]
            if token.kind == "number" and token.text.isdecimal():
                count += len(token.text)
            elif not (token.kind == "sign" and token.text in "()-–‑" and end > index):
                break
            else:
                parted = True
            end += 1
        if not parted or count < LEAST_PHONE or end - index < 4:
            return 0
        while page.tokens[end - 1].kind != "number":
            end -= 1
        shown = page.text[page.tokens[index].start : page.tokens[end - 1].end]
        return self._add(What.NUMBER, index, end, Label(digits(shown)))

    def _range(self, low: Number, index: int, unit: str) -> tuple[Number | None, int, str]:
        """The upper end of a range, the token behind, and the unit that stood between its ends («5 %–7 %»)."""
        page, end = self._page, low.end
        percent = page.one(end, "percent")
        after = self._past_ending(percent.end) if percent else end
        at = after
        if page.sign(after, DASHES):
            spaced = not page.tokens[after].glued
            if spaced and page.tokens[after].text == "-":
                return None, end, unit
            at = after + 1
        else:
            cued = percent is not None or page.behind(index, "from") is not None
            joiner = page.one(after, "to", "to_alone") if cued else page.one(after, "to_alone")
            if joiner is not None:
                at = joiner.end
        sign = page.one(at, "sign")
        high = number(page, sign.end if sign else at)
        if high is None or high.value <= low.value or low.words != high.words or high.ordinal or low.ordinal:
            return None, end, unit
        closing = page.one(high.end, "percent")
        if at == after and not page.one(self._past_ending(closing.end) if closing else high.end, "up_to"):
            return None, end, unit
        return high, high.end, "%" if percent else unit

    def _counted(self, end: int, unit: str, read: Number) -> tuple[str, int, str]:
        """The unit, the token behind it, and what is counted."""
        page = self._page
        if read.counted:
            return unit, end, read.counted
        if read.noun >= 0:
            noun = page.one(read.noun, *NOUNS)
            return unit, read.noun + 1, noun.value if noun else ""
        filler = page.one(end, "filler")
        for at in (end, filler.end if filler else end):
            meaning = page.one(at, "percent", "currency", "code", "sign", "measure", *NOUNS)
            if meaning is None or (meaning.kind in ("sign", "code", "currency") and unit):
                continue
            if meaning.kind == "percent":
                return "%", self._past_ending(meaning.end), ""
            if meaning.kind in NOUNS:
                return unit, end, meaning.value
            return meaning.value, self._past_ending(meaning.end), ""
        return unit, end, self._noun_further(end)

    def _noun_further(self, end: int) -> str:
        """What is counted where an adjective or two stand before it: «40 жаңа құжат», "three new agreements"."""
        page = self._page
        for at in (end + 1, end + 2):
            token = page.token(at - 1)
            if token is None or token.kind != "word":
                break
            noun = page.one(at, *NOUNS)
            if noun is not None:
                return noun.value
        return ""

    def _past_ending(self, index: int) -> int:
        page = self._page
        dash, word = page.token(index), page.token(index + 1)
        if dash is None or word is None or not (dash.glued and dash.text in DASHES and word.glued):
            return index
        return index + 2 if word.kind == "word" and page.words.is_ending(word.low) else index

    def _approx(self, index: int, end: int, noun: str) -> tuple[str, int, int]:
        """Whether the figure is about, over, up to …; its first token with these words, and the one behind."""
        page = self._page
        duration = page.one(end, "duration") is not None
        before = page.behind(index, "before") if duration else page.behind(index, "before", "before_count")
        if before is not None:
            return before.value, before.start, end
        for at in (end, end + 1, end + 2)[: 3 if noun else 2]:
            after = page.one(at, "after")
            if after is not None:
                return after.value, index, after.end if at == end else end
            token = page.token(at)
            if token is None or token.kind != "word" or page.one(at, *NUMBER_WORDS):
                break
        return "", index, end

    def _roman(self, index: int) -> int:
        """XXI ғасыр, IV заседание: a number that answers one in other figures; two letters at the least."""
        token = self._page.tokens[index]
        if len(token.text) < 2 or any(char not in ROMAN for char in token.text):
            return index + 1
        values = [ROMAN[char] for char in token.text]
        total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
        noun = self._page.one(index + 1, *NOUNS)
        value, counted = Quantity(Decimal(total)), noun.value if noun else ""
        return self._add(What.NUMBER, index, index + 1, value, claims=noun is not None, noun=counted)
