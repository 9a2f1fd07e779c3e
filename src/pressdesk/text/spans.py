"""Spans in code points, and the one place where they meet UTF-16."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Part of a text: code points `start` up to, not including, `end`. Span(0, 5) covers 0 1 2 3 4."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def to_utf16(text: str, code_points: int) -> int:
    """The UTF-16 offset (Qt, Java) of a code point offset."""
    return code_points + sum(1 for c in text[:code_points] if ord(c) > 0xFFFF)


def from_utf16(text: str, units: int) -> int:
    """The code point offset of a UTF-16 offset. An offset inside a pair is the start of its character."""
    seen = 0
    for index, char in enumerate(text):
        if seen >= units:
            return index
        seen += 2 if ord(char) > 0xFFFF else 1
        if seen > units:
            return index
    return len(text)
