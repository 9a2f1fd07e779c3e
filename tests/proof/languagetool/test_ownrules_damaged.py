"""A damaged rule file of the house: the language is checked without it, and the desk says which file it is."""

from pathlib import Path

import pytest

from pressdesk.proof.languagetool.ownrules import BELOW
from pressdesk.proof.languagetool.proofer import LanguageToolProofer

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]

RULE = """<?xml version="1.0" encoding="UTF-8"?>
<rules lang="en">
  <category id="GRAMMAR" name="Grammar" type="grammar">
    <rule id="PD_TRIAL" name="trial">
      <pattern><token{attribute}>{word}</token></pattern>
      <message>Trial.</message>
      <example correction=""><marker>blue</marker></example>
    </rule>
  </category>
</rules>
"""


def put(root: Path, text: str) -> Path:
    file = root.joinpath("en", *BELOW, "en", "grammar_custom.xml")
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_rules_of_another_folder_are_read_in_every_variant(jars: Path, tmp_path: Path) -> None:
    put(tmp_path, RULE.format(attribute="", word="blue"))

    with LanguageToolProofer(jars, own_rules=tmp_path) as proofer:
        for variant in ("en-GB", "en-US"):
            assert "lt.en.PD_TRIAL" in [f.rule for f in proofer.check(variant, "A blue door.")]
        assert proofer.complaints("en") == []


def test_a_file_that_is_no_xml_is_left_out_before_the_start(jars: Path, tmp_path: Path) -> None:
    file = put(tmp_path, RULE.format(attribute="", word="blue").replace("</pattern>", ""))

    with LanguageToolProofer(jars, own_rules=tmp_path) as proofer:
        found = proofer.check("en", "A blue door of an university.")

        assert [f.text for f in found] == ["an"]
        (complaint,) = proofer.complaints("en-GB")
        assert str(file) in str(complaint)
        assert "(line 8)" in str(complaint)
        assert proofer.complaints("pt") == []
        assert proofer.server.starts == 1


def test_a_rule_that_languagetool_refuses_costs_one_start_and_no_check(jars: Path, tmp_path: Path) -> None:
    put(tmp_path, RULE.format(attribute=' regexp="yes"', word="blue("))

    with LanguageToolProofer(jars, own_rules=tmp_path, ui="ru") as proofer:
        found = proofer.check("en", "A blue door of an university.")

        assert [f.text for f in found] == ["an"]
        assert "не принимает" in str(proofer.complaints("en")[0])
        assert [f.text for f in proofer.check("en", "It is an university.")] == ["an"]
        assert proofer.server.starts == 2, "the rules are set aside once, and that is no death"
