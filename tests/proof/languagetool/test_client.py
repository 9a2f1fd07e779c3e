"""The one file that knows UTF-16, and the command line of Java."""

import os
from pathlib import Path

import language_tool_python
import pytest

from pressdesk.proof.languagetool import client
from pressdesk.proof.languagetool.client import Client, NoAnswer
from pressdesk.proof.languagetool.java import command, environment, java
from pressdesk.text.spans import Span


def answer(text: str, offset: int, length: int) -> language_tool_python.Match:
    """What LanguageTool sends, offset and length in UTF-16 units, as the library takes it."""
    raw = {
        "rule": {"id": "R", "category": {"id": "C"}, "issueType": "misspelling"},
        "context": {"offset": 0, "text": text},
        "replacements": [{"value": str(number)} for number in range(60)],
        "offset": offset,
        "length": length,
        "message": "m",
        "sentence": text,
    }
    return language_tool_python.Match(raw, text)


@pytest.mark.parametrize(
    ("text", "offset", "length", "span"),
    [
        ("ab wrong", 3, 5, Span(3, 8)),
        ("😀 wrong", 3, 5, Span(2, 7)),
        ("😀😀 wr😀ng", 5, 6, Span(3, 8)),
        ("wr😀😀ng x", 0, 8, Span(0, 6)),
        ("𝐀 ѡ wrong 😀", 5, 5, Span(4, 9)),
    ],
)
def test_a_span_counts_in_code_points_from_start_to_end(text: str, offset: int, length: int, span: Span) -> None:
    match = client._match(text, answer(text, offset, length))

    assert match.span == span


def test_no_more_than_forty_replacements_are_weighed() -> None:
    assert len(client._match("wrong", answer("wrong", 0, 5)).replacements) == 40


def test_a_server_that_is_not_there_gives_no_answer_and_no_findings() -> None:
    with pytest.raises(NoAnswer):
        Client("http://127.0.0.1:9/").check("en-GB", "text", (), 1)


def test_nothing_of_the_surroundings_changes_java_or_shows_it_a_way_out() -> None:
    outer = {"PATH": "/bin", "CLASSPATH": "x", "JAVA_TOOL_OPTIONS": "x", "_JAVA_OPTIONS": "x", "JDK_JAVA_OPTIONS": "x"}
    proxies = {"HTTP_PROXY": "x", "https_proxy": "x", "ALL_PROXY": "x", "no_proxy": "x"}

    assert environment(outer | proxies) == {"PATH": "/bin"}


def test_java_is_told_to_keep_to_loopback_and_to_leave_no_trace(tmp_path: Path) -> None:
    program = java()
    assert program

    words = command(program, [tmp_path / "a.jar", tmp_path / "b.jar"], 4711)

    assert words[words.index("-cp") + 1] == f"{tmp_path / 'a.jar'}{os.pathsep}{tmp_path / 'b.jar'}"
    assert words[words.index("--port") + 1] == "4711"
    assert {"-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"} <= set(words)
    assert {"-XX:-CreateCoredumpOnCrash", f"-XX:ErrorFile={os.devnull}", "-XX:+DisableAttachMechanism"} <= set(words)
    assert "--public" not in words
