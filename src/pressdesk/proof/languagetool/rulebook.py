"""What LanguageTool's own files say of a rule: its name, category, examples, and where it stands. Start at `look_up`.

The files are read as text and one rule is cut out of them: parsing megabytes of XML for one rule would take seconds.
Rules that LanguageTool has in Java, such as its spelling, stand in no file.
"""

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pressdesk.data import resources

SHOWN = 3  # examples of each kind
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_MARKER = re.compile(r"<marker>(.*?)</marker>", re.DOTALL)
_EXAMPLE = re.compile(r"<example\b([^>]*)>(.*?)</example>", re.DOTALL)
_CORRECTION = re.compile(r'\bcorrection="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as LanguageTool's file has it.

    Attributes:
        name: what the rule's author calls it, in the language that it is for.
        category: the name of its category.
        bad: (example, the same mended; "" where the file does not say).
        good: right examples.
        file: the XML file, or the jar with "!/" and the file inside.
        line: of the rule's first line, from 1.
        own: whether it is one of PressDesk's.
    """

    name: str
    category: str
    bad: tuple[tuple[str, str], ...]
    good: tuple[str, ...]
    file: str
    line: int
    own: bool


@lru_cache(maxsize=256)
def look_up(folder: Path, language: str, rule: str) -> Entry | None:
    """The rule of a language by its id; None where no file has it (it is written in Java, or nothing is installed).

    Args:
        folder: where the jars lie, as `lock.default_folder` says.
        language: "ru", "en", "pt", or another that LanguageTool knows.
    """
    head = re.compile(rf'<(rulegroup|rule)\b[^>]*\bid="{re.escape(rule)}"[^>]*>')
    for file, text, own in _files(folder, language):
        found = head.search(text) if rule in text else None
        if found is not None:
            return _entry(text, found, file, own)
    return None


def own_ids(language: str) -> tuple[str, ...]:
    """The ids of PressDesk's own rules for LanguageTool, in the order of their file."""
    ids = re.compile(r'<(?:rulegroup|rule)\b[^>]*\bid="([^"]+)"')
    texts = (_COMMENT.sub("", text) for _, text in _own(language))
    return tuple(dict.fromkeys(name for text in texts for name in ids.findall(text)))


def _own(language: str) -> Iterator[tuple[str, str]]:
    base = resources("languagetool", "rules", language)
    for path in sorted(base.rglob("*.xml")) if base.is_dir() else ():
        yield str(path), path.read_text(encoding="utf-8")


def _files(folder: Path, language: str) -> Iterator[tuple[str, str, bool]]:
    yield from ((name, text, True) for name, text in _own(language))
    for jar in sorted(folder.glob(f"language-{language}-*.jar")):
        try:
            with zipfile.ZipFile(jar) as archive:
                names = [n for n in archive.namelist() if re.search(r"/rules/.*/(grammar|style)[\w-]*\.xml$", n)]
                for name in sorted(names, key=lambda n: (n.count("/"), n)):  # the language's own before its variants
                    yield f"{jar}!/{name}", archive.read(name).decode("utf-8", errors="replace"), False
        except (OSError, zipfile.BadZipFile):
            continue  # a damaged jar is told of by the checker


def _entry(text: str, found: re.Match[str], file: str, own: bool) -> Entry:
    end = text.find(f"</{found[1]}>", found.start())
    body = _COMMENT.sub("", text[found.start() : end if end >= 0 else found.end()])
    before = text.rfind("<category", 0, found.start())
    category = re.search(r'\bname="([^"]*)"', text[before : text.find(">", before)]) if before >= 0 else None
    name = re.search(r'\bname="([^"]*)"', found[0])
    bad, good = _examples(body)
    return Entry(
        name=_plain(name[1]) if name else "",
        category=_plain(category[1]) if category else "",
        bad=bad[:SHOWN],
        good=good[:SHOWN],
        file=file,
        line=text.count("\n", 0, found.start()) + 1,
        own=own,
    )


def _examples(body: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    bad: list[tuple[str, str]] = []
    good: list[str] = []
    for attributes, words in _EXAMPLE.findall(body):
        correction = _CORRECTION.search(attributes)
        if correction is None and 'type="incorrect"' not in attributes:
            if 'type="triggers_error"' not in attributes:
                good.append(_plain(words))
            continue
        put = _plain(correction[1]).split("|")[0] if correction else ""
        mended = _plain(_MARKER.sub(lambda _, put=put: html.escape(put), words)) if put else ""  # type: ignore[misc]
        bad.append((_plain(words), mended))
    return tuple(bad), tuple(good)


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())
