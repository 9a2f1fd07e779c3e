"""language_tool_python pointed at our own server. The one file here that knows UTF-16.

Always true: what leaves this file counts in code points; no proxy is asked, whatever the surroundings say; a request
is sent once and waits no longer than it is told; no text reaches a log, for error bodies are thrown away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import language_tool_python
import requests
from language_tool_python.exceptions import LanguageToolError

from pressdesk.text.spans import Span, from_utf16, to_utf16

NO_PROXIES: Any = {"http": None, "https": None, "all": None}
"""None, and not "nothing": requests then takes no proxy from the surroundings either."""

MOST_SUGGESTIONS = 40
"""Taken over of LanguageTool's replacements: for «поддежке» the right word is its ninth."""


class NoAnswer(Exception):  # noqa: N818  (what happened, not whose mistake it is)
    """The connection was refused or broke: the server is not there any more."""


class TooLate(NoAnswer):
    """The server took the request and gave no answer in time."""


class Refused(NoAnswer):
    """The server answered with an error."""


class UnknownLanguage(NoAnswer):
    """The server has no such language."""


@dataclass(frozen=True, slots=True)
class Match:
    """One answer of LanguageTool.

    Attributes:
        span: code points within the text sent.
        rule: LanguageTool's rule id ("MORFOLOGIK_RULE_EN_GB").
        category: its category id ("TYPOS").
        issue_type: its issue type ("misspelling").
        message: a sentence in the text's language.
        replacements: best first.
    """

    span: Span
    rule: str
    category: str
    issue_type: str
    message: str
    replacements: tuple[str, ...]


ALL = "all"
"""LanguageTool's mode in which every rule is asked."""


class _Tool(language_tool_python.LanguageTool):
    """The library's client with one try instead of two, our time-out instead of 300 seconds, and a mode."""

    mode = ALL

    def __init__(self, locale: str, url: str, timeout: float) -> None:
        self._TIMEOUT = timeout  # type: ignore[assignment]
        super().__init__(locale, remote_server=url, proxies=NO_PROXIES)

    def _query_server(self, url, params=None, num_tries=1, method="get"):  # type: ignore[no-untyped-def]
        return super()._query_server(url, params, num_tries=1, method=method)

    def _create_params(self, text: str) -> dict[str, str]:
        return {**super()._create_params(text), "mode": self.mode}


class Client:
    """Asks one server; to be made anew after each start. Not for two threads at once."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._tools: dict[str, _Tool] = {}

    def check(self, locale: str, text: str, rules_off: Iterable[str], timeout: float, mode: str = ALL) -> list[Match]:
        """What LanguageTool says of a text in `locale` ("ru-RU"). Raises NoAnswer or one of its children.

        `timeout`: seconds without an answer. `mode`: one of LanguageTool's, "all" unless told.
        """
        try:
            tool = self._tool(locale, timeout)
            tool.disabled_rules, tool.mode = set(rules_off), mode
            found = tool.check(text)
        except LanguageToolError as error:
            if isinstance(error.__cause__, requests.Timeout):
                raise TooLate from None
            if isinstance(error.__cause__, requests.RequestException) and not _is_json(error.__cause__):
                raise NoAnswer from None
            raise Refused from None  # the error's words may hold the text
        except (ValueError, KeyError, TypeError):  # half a surrogate pair in the text, an answer without matches
            raise Refused from None
        return [_match(text, answer) for answer in found]

    def _tool(self, locale: str, timeout: float) -> _Tool:
        if locale not in self._tools:
            try:
                self._tools[locale] = _Tool(locale, self._url, timeout)
            except ValueError:
                raise UnknownLanguage(locale) from None
        tool = self._tools[locale]
        tool._TIMEOUT = timeout  # type: ignore[assignment]
        return tool


def _is_json(error: Exception) -> bool:
    # requests' JSONDecodeError is a RequestException too: then there was an answer, only no good one
    return isinstance(error, ValueError)


def _match(text: str, answer: language_tool_python.Match) -> Match:
    # the library turns the offset into code points but leaves the length in UTF-16 units (3.4.0)
    end = from_utf16(text, to_utf16(text, answer.offset) + answer.error_length)
    return Match(
        span=Span(answer.offset, end),
        rule=answer.rule_id,
        category=answer.category,
        issue_type=answer.rule_issue_type,
        message=answer.message,
        replacements=tuple(answer.replacements[:MOST_SUGGESTIONS]),
    )
