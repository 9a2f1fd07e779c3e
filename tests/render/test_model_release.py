"""The release that PressDesk was asked to be able to make comes out of facts, word for word."""

import re
from pathlib import Path

from pressdesk.app.samples import sample
from pressdesk.app.trace import shares, trace
from pressdesk.model.release import BlockKind, Source
from pressdesk.render.render import render

MODEL = Path(__file__).parent / "data" / "release-kk-2025-12-22.txt"
# What house style corrects in the model, and nothing else may differ
CORRECTED = {"\u00a0": " ", "–": "-", "«": '"', "»": '"'}


def model() -> str:
    """The model's text without the date that was scraped with it."""
    return re.sub(r"^ date \S+ ", "", MODEL.read_text(encoding="utf-8")).rstrip("\n") + "\n"


def uncorrected(text: str) -> str:
    for new, old in CORRECTED.items():
        text = text.replace(new, old)
    return text


def test_the_sample_gives_the_model_word_for_word() -> None:
    text = render(sample("guimaraes"), "kk").plain()

    assert uncorrected(text) == model()


def test_what_house_style_corrects_in_it_is_known_to_the_sign() -> None:
    text = render(sample("guimaraes"), "kk").plain()

    differences = [(old, new) for old, new in zip(model(), text, strict=True) if old != new]

    assert differences.count(('"', "«")) == 2
    assert differences.count(('"', "»")) == 2
    assert differences.count(("-", "–")) == 3
    assert {pair for pair in differences if pair[0] != " "} == {('"', "«"), ('"', "»"), ("-", "–")}
    assert {new for old, new in differences if old == " "} == {"\u00a0"}


def test_it_is_headline_credit_lead_and_paragraphs_and_nothing_else() -> None:
    kinds = [block.kind for block in render(sample("guimaraes"), "kk").blocks]

    assert kinds == [BlockKind.HEADLINE, BlockKind.CREDIT, BlockKind.LEAD, *[BlockKind.PARAGRAPH] * 7]


def test_at_most_a_tenth_of_its_words_are_typed_as_free_sentences() -> None:
    words = trace(render(sample("guimaraes"), "kk"))
    share = shares(words)

    assert share[Source.FREE] <= 10
    assert share[Source.GAP] == 0
    assert abs(sum(share.values()) - 100) < 0.001


def test_every_word_knows_where_it_comes_from() -> None:
    for word in trace(render(sample("guimaraes"), "kk")):
        if word.source is Source.FORMULA:
            assert re.fullmatch(r"(working_visit/kk|shared/kk/[a-z_]+)\.j2:\d+", word.line), word
        else:
            assert word.field, word


def test_nothing_was_guessed_and_nothing_is_missing_in_any_of_its_languages() -> None:
    draft = sample("guimaraes")

    for language in ("kk", "ru", "en", "pt"):
        release = render(draft, language)
        assert release.gaps == ()
        assert [o for b in release.blocks for o in b.origins if o.guessed] == []


def test_an_inflected_name_remembers_its_nominative_and_its_case() -> None:
    release = render(sample("guimaraes"), "kk")
    block = next(b for b in release.blocks if "Араужумен" in b.text)

    origin = block.origin_at(block.text.index("Араужумен"))

    assert origin is not None
    assert (origin.base, origin.features, origin.source) == ("Рикарду Араужу", "INS", Source.INFLECTED)
    assert origin.field.startswith("people[1]")
