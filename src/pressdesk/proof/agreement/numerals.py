"""Reads a number at a place of a text, in digits or in words. Start at `number`."""

from dataclasses import dataclass
from decimal import Decimal

from pressdesk.proof.agreement.tokens import DASHES, SPACES, Token, tokens
from pressdesk.proof.agreement.vocabulary import Meaning, Vocabulary

LONGEST = 24  # code points; what is longer is an account or a serial number and counts nothing
HUNDREDS = 3  # digits that may follow a thousand in words
THIRD = Decimal("0.001")  # to how many places a fraction in words is compared


@dataclass(frozen=True, slots=True)
class Page:
    """A text that is being read; `meanings` are those of the words that begin with each token."""

    text: str
    tokens: tuple[Token, ...]
    words: Vocabulary
    meanings: tuple[tuple[Meaning, ...], ...]

    @classmethod
    def of(cls, text: str, words: Vocabulary) -> "Page":
        """The page of a text."""
        read = tokens(text)
        return cls(text, read, words, tuple(words.at(read, index) for index in range(len(read))))

    def one(self, index: int, *kinds: str) -> Meaning | None:
        """What the words from a token on mean, if it is of one of these kinds."""
        if not 0 <= index < len(self.meanings):
            return None
        for meaning in self.meanings[index]:
            if meaning.kind in kinds:
                return meaning
        return None

    def behind(self, index: int, *kinds: str, within: int = 4) -> Meaning | None:
        """The words of one of these kinds that end right before a token."""
        for start in range(max(index - within, 0), index):  # the most words first
            meaning = self.one(start, *kinds)
            if meaning is not None and meaning.end == index:
                return meaning
        return None

    def token(self, index: int) -> Token | None:
        """The token, None outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def sign(self, index: int, signs: str | frozenset[str]) -> bool:
        """Whether one of these signs stands there."""
        token = self.token(index)
        return token is not None and token.kind == "sign" and token.text in signs


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read; `end` is the token behind it.

    Attributes:
        words: whether it stands in words.
        weak: whether it often is no figure (one, two, first, second in words).
        plain: whether it stands in digits without any sign between them, as a day or a year does.
        ended: whether an ending closes it, so that nothing more belongs to it.
        noun: the token of a noun that is joined by a hyphen («34-отырысы»), -1 where there is none.
        counted: what is counted, where the word itself says it ("two-day").
    """

    value: Decimal
    end: int
    words: bool = False
    ordinal: bool = False
    weak: bool = False
    plain: bool = False
    ended: bool = False
    noun: int = -1
    counted: str = ""


def number(page: Page, index: int) -> Number | None:
    """The number that begins with a token, None where none does."""
    token = page.token(index)
    if token is None:
        return None
    if token.kind == "number":
        return _in_digits(page, index, token) if len(token.text) <= LONGEST else None
    return _in_words(page, index) if token.kind == "word" else None


def exact(text: str, decimal: str) -> Decimal:
    """The value of a number in digits; `decimal` is the language's decimal mark.

    The other mark parts thousands where three digits follow each, and is a slip for the decimal mark elsewhere.
    """
    plain = "".join(char for char in text if char not in SPACES)
    marks = [char for char in plain if char in ".,"]
    if not marks:
        return Decimal(plain)
    last = marks[-1]
    whole, _, rest = plain.rpartition(last)
    groups = plain.replace(",", ".").split(".")
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    one_kind = len(set(marks)) == 1
    if one_kind and thousands and (last != decimal or len(marks) > 1):
        return Decimal("".join(groups))
    if one_kind and len(marks) > 1:
        return Decimal(whole.replace(last, "") + "." + rest)
    return Decimal(whole.replace(",", "").replace(".", "") + "." + rest)


def _in_digits(page: Page, index: int, token: Token) -> Number:
    value = exact(token.text, page.words.setting("decimal_mark") or ".")
    found = Number(value, index + 1, plain=token.text.isdecimal())
    found = _with_ending(page, found)
    return found if found.ordinal or found.ended else _scaled(page, found)


def _with_ending(page: Page, found: Number) -> Number:
    """With what is glued to the digits: 12-е, 12th, 12.ª, 350-ден, 34-отырысы."""
    at, end = found.end, found.end
    token = page.token(at)
    if token is None or not token.glued:
        return found
    dashed = token.kind == "sign" and (token.text in DASHES - {"–"} or token.text == ".")
    word = page.token(at + 1) if dashed else token
    if word is None or word.kind != "word" or not word.glued:
        return found
    end = at + 2 if dashed else at + 1
    ending = page.one(end - 1, "ordinal_ending")
    if ending is not None and ending.end == end:
        return Number(found.value, end, ordinal=True, plain=found.plain)
    if token.text == "." or not dashed:
        return found
    if page.words.is_ending(word.low):
        return Number(found.value, end, plain=found.plain, ended=True)
    return Number(found.value, at + 1, ordinal=True, plain=found.plain, ended=True, noun=at + 1)


def _scaled(page: Page, found: Number) -> Number:
    """With the thousands, millions that follow: «1,5 млрд», "$85m", "1 million 200 thousand"."""
    total, value, end, ended = Decimal(0), found.value, found.end, False
    lowest = Decimal("Infinity")
    while True:
        token = page.token(end)
        kinds = ("scale", "scale1") if token is None or not token.glued else ("glued", "scale", "scale1")
        scale = page.one(end, *kinds)
        if scale is None or Decimal(scale.value) >= lowest:
            break
        lowest = Decimal(scale.value)
        total, end, ended = total + value * lowest, scale.end, _closed(page, scale)
        value = Decimal(0)
        after = page.token(end)
        dotted = page.sign(end, ".") and after is not None and after.glued and page.one(end + 1, "currency") is not None
        end += dotted
        following = page.token(end)
        if following is None or following.kind != "number":
            break
        if page.one(end + 1, "scale", "scale1") is None:
            if not (following.text.isdecimal() and len(following.text) == HUNDREDS and found.plain and lowest >= 1000):
                break
            return Number(total + int(following.text), end + 1)  # «2 тысячи 500»
        value, end = exact(following.text, page.words.setting("decimal_mark") or "."), end + 1
    if end == found.end:
        half = page.one(end, "plus")
        return found if half is None else Number(value + Decimal(half.value), half.end)
    half = page.one(end, "plus")
    if half is not None:
        total, end = total + Decimal(half.value) * lowest, half.end
    return Number(total + value, end, ended=ended)


@dataclass(slots=True)
class _Sum:
    """A number in words as it grows."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    scale: Decimal = Decimal(0)
    weak: bool = True
    ordinal: bool = False

    def add(self, meaning: Meaning, scale_alone: bool) -> bool:
        """Takes the next word; False where it does not belong to the number."""
        value = Decimal(meaning.value)
        if meaning.kind == "plus":
            return self._half(value)
        if meaning.kind in ("scale", "scale1"):
            if self.current is None and (self.total or not scale_alone):
                return False
            if self.total and self.total % (value * 1000):
                return False
            if value == 100 and self.current is not None:
                if self.current >= 100:
                    return False
                self.current *= 100
            else:
                self.total, self.current, self.scale = self.total + (self.current or Decimal(1)) * value, None, value
        elif meaning.kind == "hundred" and self.current is not None:
            if not 2 <= self.current <= 9:
                return False
            self.current *= value
        elif self.current is None:
            self.current = value
        elif value and value < _room(self.current):
            self.current += value
        else:
            return False
        self.weak = self.weak and meaning.kind in ("weak", "weak_ordinal")
        self.ordinal = self.ordinal or meaning.kind in ("ordinal", "weak_ordinal")
        return True

    def _half(self, value: Decimal) -> bool:
        if self.current is None and not self.scale:
            return False
        self.weak = False
        if self.current is None:
            self.total += value * self.scale  # "dois milhões e meio"
        else:
            self.current += value
        return True

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or Decimal(0))


def _room(value: Decimal) -> Decimal:
    """Below what a word must be to be added: 20 leaves room for 1 to 9, 100 for 1 to 99, 5 for none."""
    room = Decimal(1)
    while value and value % (room * 10) == 0:
        room *= 10
    return room


NUMBER_WORDS = ("cardinal", "weak", "article", "hundred", "scale", "scale1", "ordinal", "weak_ordinal", "plus")


def _in_words(page: Page, index: int) -> Number | None:
    token = page.tokens[index]
    if "-" in token.low:
        return _hyphened(page, index, token)
    fraction, whole = page.one(index, "fraction", "weak_fraction"), page.one(index, "cardinal")
    if fraction is not None and (whole is None or whole.end <= fraction.end):  # "half a million" is a number
        over, _, under = fraction.value.partition("/")
        value = (Decimal(over) / Decimal(under)).quantize(THIRD)
        return Number(value, fraction.end, words=True, weak=fraction.kind == "weak_fraction", ended=True)
    compound = page.one(index, "compound")
    grown, end, ended = _Sum(), index, False
    # «более тысячи»: thousands are a figure by themselves where they are counted, "thousands of people" are none
    alone = page.one(index, "scale1") is not None or page.behind(index, "before", "before_count") is not None
    while not ended:
        meaning = page.one(end, *NUMBER_WORDS)
        joined = end
        if meaning is None and end > index and page.one(end, "number_and"):
            joined = end + 1
            meaning = page.one(joined, "cardinal", "weak")
        article = meaning is not None and meaning.kind == "article"
        if article and (end > index or not page.one(end + 1, "scale", "scale1")):
            break
        if meaning is None or not grown.add(meaning, scale_alone=alone and end == index):
            break
        end, ended = meaning.end, _closed(page, meaning)
        if grown.ordinal and not page.one(end, "ordinal", "weak_ordinal"):
            break
    if end == index:
        if compound is None:
            return None
        return Number(Decimal(compound.value), compound.end, words=True, weak=True, ended=True)
    return Number(grown.value, end, words=True, ordinal=grown.ordinal, weak=grown.weak, ended=ended)


def _hyphened(page: Page, index: int, token: Token) -> Number | None:
    """Words joined by hyphens, "twenty-five", "five-day", "two-and-a-half", as far as they are numbers."""
    whole = page.one(index, "fraction", "weak_fraction", "ordinal", "weak_ordinal", "cardinal")
    if whole is not None and whole.kind in ("fraction", "weak_fraction"):
        over, _, under = whole.value.partition("/")
        return Number((Decimal(over) / Decimal(under)).quantize(THIRD), whole.end, words=True, ended=True)
    parts = Page.of(token.text.replace("-", " "), page.words)
    read = number(parts, 0)
    if read is None:
        return None
    if _is_compound(parts):
        return Number(read.value, index + 1, words=True, weak=True, ended=True)
    if read.end < len(parts.tokens):
        noun = parts.one(read.end, "noun", "people", "duration")
        counted = noun.value if noun else ""
        ranged = number(parts, read.end) is not None  # «бес-алты»: about so many
        return Number(read.value, index + 1, words=True, weak=read.weak or ranged, ended=True, counted=counted)
    scaled = _scaled(page, Number(read.value, index + 1))
    return Number(scaled.value, scaled.end, words=True, ordinal=read.ordinal, weak=read.weak, ended=read.ended)


def _closed(page: Page, meaning: Meaning) -> bool:
    """Whether the word's ending says that the number ends here; where numbers inflect in every word it does not."""
    return not meaning.bare and bool(page.words.setting("closed_by_ending"))


def _is_compound(parts: Page) -> bool:
    return parts.one(0, "compound") is not None and parts.one(0, "cardinal", "weak") is None
