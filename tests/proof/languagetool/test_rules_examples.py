"""The house's rules for LanguageTool: every example in their files, by the real LanguageTool."""

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from pressdesk.proof.languagetool.ownrules import own_rules_folder, rule_files
from pressdesk.proof.languagetool.proofer import LOCALES, VARIANTS, LanguageToolProofer

pytestmark = [pytest.mark.languagetool, pytest.mark.slow, pytest.mark.timeout(600)]

LANGUAGES = ("en", "pt")
PREFIX = "PD_"


def rules(file: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Each rule with its id, which a group of rules shares."""
    for element in ElementTree.parse(file).getroot().iter():
        if element.tag in ("rule", "rulegroup") and element.get("id"):
            for rule in [element] if element.tag == "rule" else element.findall("rule"):
                yield str(element.get("id")), rule


def variant(file: Path, language: str) -> str:
    """The variant whose file this is, else the one that the language is usually checked in."""
    return file.parent.name if file.parent.name in VARIANTS else LOCALES[language]


def asked(url: str, locale: str, text: str, rule: str) -> list[dict[str, Any]]:
    """What one rule says of a text; alone, for LanguageTool keeps one of two matches that overlap."""
    form = urllib.parse.urlencode({"language": locale, "text": text, "enabledRules": rule, "enabledOnly": "true"})
    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with straight.open(f"{url}v2/check", form.encode(), timeout=60) as answer:
        return list(json.load(answer)["matches"])


def complaint(url: str, locale: str, name: str, example: ElementTree.Element) -> str:
    """What is wrong with an example, "" for nothing. All letters in the files lie in the first Unicode plane."""
    text, marker, wanted = "".join(example.itertext()), example.find("marker"), example.get("correction")
    found = asked(url, locale, text, name)
    if marker is None:
        return f"{name} marks a good example: {text}" if found else ""
    here = [m for m in found if text[m["offset"] : m["offset"] + m["length"]] == marker.text]
    put = {replacement["value"] for match in here for replacement in match["replacements"]}
    if not here:
        return f"{name} misses “{marker.text}” in: {text}"
    return f"{name} suggests {sorted(put)}, not “{wanted}”, in: {text}" if wanted and wanted not in put else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_found_and_mended_or_stays_unmarked(proofer: LanguageToolProofer, language: str) -> None:
    proofer.check(language, "A.")
    with proofer.server.in_use() as run:
        told = [
            complaint(run.url, variant(file, language), name, example)
            for file in rule_files(own_rules_folder(), language)
            for name, rule in rules(file)
            for example in rule.findall("example")
        ]

    assert len(told) > 300
    wrong = [sentence for sentence in told if sentence]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_source_a_message_a_bad_and_a_good_example(language: str) -> None:
    for file in rule_files(own_rules_folder(), language):
        named = [name for name, _ in rules(file)]
        assert all(name.startswith(PREFIX) for name in named), "no id of LanguageTool's own is taken"
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
        for number, line in enumerate(lines):
            if line.startswith(("<rulegroup", "<rule id")):
                assert lines[number - 1].startswith("<!--"), f"{file.name}:{number + 1}: no source above"
        for name, rule in rules(file):
            examples = rule.findall("example")
            assert rule.findtext("message"), name
            assert any(example.find("marker") is not None for example in examples), name
        assert {
            name for name, rule in rules(file) if any(e.find("marker") is None for e in rule.findall("example"))
        } == {*named}
