"""Russian as `pressdesk check` sees it: LanguageTool, house style and our rules, on mistakes and on clean text."""

import pytest
from benchmarks.seeded import alarms, clean, everything, finding_of, seeds

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]


def test_nine_mistakes_of_ten_are_found_and_clean_paragraphs_are_left_alone() -> None:
    held = [seed for seed in seeds("ru") if seed.half == "held"]

    with everything("ru") as check:
        missed = [seed.wrong for seed in held if finding_of(seed, check) is None]
        marked = [(f.rule, f.text) for paragraph in clean("ru") for f in alarms(paragraph, check)]

    assert len(missed) <= len(held) / 10, missed
    assert marked == []
