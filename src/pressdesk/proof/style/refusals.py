"""What is said of a style file that cannot be taken, in words of somebody who writes no programs."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_LIKE = 0.75  # how alike two names are, of 1, of which one is taken for the other with a slip
# the beginnings of what Python's `re` says, in plain words; the first that fits is taken
_PLAIN = (
    ("missing )", "a “(” in it is not closed"),
    ("unterminated character set", "a “[” in it is not closed"),
    ("unbalanced parenthesis", "a “)” in it has no “(” before it"),
    ("nothing to repeat", "“*”, “+” or “?” has nothing before it that could be repeated"),
    ("multiple repeat", "“*”, “+” or “?” stands right after another"),
    ("min repeat greater than max repeat", "in { } the larger number stands first"),
    ("bad escape (end of pattern)", "it ends with a “\\”"),
    ("bad escape", "a “\\” in it stands before a letter with which it means nothing"),
    ("bad character range", "in [ ] a range runs backwards"),
    ("unknown group name", "it names a group that is not there"),
    ("invalid group reference", "it names a group that is not there"),
    ("missing >", "the name of a group in it is not closed with “>”"),
    ("missing group name", "a group in it lacks its name"),
    ("bad character in group name", "the name of a group has letters or signs that it may not have"),
    ("redefinition of group name", "two groups in it have one name"),
    ("look-behind requires fixed-width", "what stands in (?<= ) or (?<! ) must always be of one length"),
    ("unknown extension", "after “(?” stands a sign that means nothing there"),
)


def expression(key: str, error: Exception, written: str = "") -> str:
    """The sentence about a regular expression, or what is put in its place, that cannot be read.

    Args:
        key: the parameter that it stands under.
        error: what the reader of expressions says; it ends the sentence, for whoever can use it.
        written: the expression, where the parameter has several.
    """
    said = "it names a group that is not there" if isinstance(error, IndexError) else "it is too long or too deep"
    if isinstance(error, re.error):
        said = next((plain for start, plain in _PLAIN if error.msg.startswith(start)), "some sign in it is misplaced")
    which = f"“{key}”: “{written}”" if written else f"“{key}” or what is put there"
    return f"{which} cannot be read: {said} ({error})."


def no_rule(name: str, known: Iterable[str]) -> str:
    """The sentence about a table that changes no rule and has not what a rule of one's own needs."""
    near = nearest(name, known)
    if near:
        return f"there is no rule “{name}” to change; is [{near}] meant?"
    return f"there is no rule “{name}” to change; a rule of your own needs its check, a text in quotation marks."


def nearest(name: str, known: Iterable[str]) -> str:
    """Which of these names is most like one that is not among them; "" where none is alike."""
    return next(iter(get_close_matches(name, list(known), 1, _LIKE)), "")
