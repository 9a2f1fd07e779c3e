"""What is said of a word that the tables do not read: `Refusal`, made by `explain`, told by `Refusal.say`."""

from dataclasses import dataclass
from enum import StrEnum

from pressdesk.text.messages import Messages


class Why(StrEnum):
    """What is wrong; the value is the key of the sentence in resources/ui/refusals.toml."""

    HARMONY = "harmony"
    SOUND = "sound"
    SEAM = "seam"
    UNDUE = "undue"
    ROW = "row"
    LINK = "link"
    ORDER = "order"
    NOT_TAKEN = "not-taken"
    IRREGULAR = "irregular"
    CAPITAL = "capital"
    SHIFT = "shift"
    SCRIPT = "script"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Departure:
    """One difference from what the tables write.

    Attributes:
        tag: of the suffix concerned, "" where it is none.
        typed: letters as they stand; `right`: as the tables write them.
        rows: the rows that say so, the suffix's last.
        letter: the letter that decides, or the ending before which a stem changes.
        sort: a class of letters, a harmony, a state or a word class.
    """

    why: Why
    tag: str = ""
    typed: str = ""
    right: str = ""
    rows: tuple[str, ...] = ()
    letter: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a word is none. `right` is the form that the tables write for what was meant, "" where nothing is known.

    Attributes:
        lemma: the stem found; `spoken`: how it is read aloud, where its ending follows that; `aloud`: the row of that.
        features: what was tried, in the order typed.
        departures: in the order of the word, at least one.
    """

    word: str
    right: str
    lemma: str
    spoken: str
    features: str
    departures: tuple[Departure, ...]
    aloud: str = ""

    @property
    def why(self) -> Why:
        """The first thing that is wrong."""
        return self.departures[0].why

    @property
    def rows(self) -> tuple[str, ...]:
        """Every row concerned, once."""
        return tuple(dict.fromkeys(row for departure in self.departures for row in departure.rows))

    def say(self, messages: Messages, most: int = 2) -> str:
        """The reason in the language of the messages, without a full stop; `most` departures are told."""
        told = [self._sentence(departure, messages) for departure in self.departures[:most]]
        if self.spoken:
            aloud = messages.say("refused.aloud", word=self.lemma, reading=self.spoken, rows=self.aloud or "-")
            told.insert(0, aloud)
        return "; ".join(told)

    def _sentence(self, departure: Departure, messages: Messages) -> str:
        def word(kind: str, name: str) -> str:
            return messages.say(f"{kind}.{name}") if messages.has(f"{kind}.{name}") else name

        letter = departure.letter
        if departure.why is Why.HARMONY:
            how = "by-letter" if letter else "by-entry"
            letter = messages.say(f"refused.{how}", letter=letter, lemma=self.lemma)
        typed, right = departure.typed, departure.right
        if departure.why is Why.ORDER:
            typed, right = (", ".join(word("tag", tag) for tag in tags.split("+")) for tags in (typed, right))
        return messages.say(
            f"refused.{departure.why.value}",
            word=self.word,
            lemma=self.lemma,
            tag=word("tag", departure.tag),
            sort=word("sort", departure.sort),
            typed=typed,
            right=right,
            letter=letter,
            rows=", ".join(departure.rows),
        )
