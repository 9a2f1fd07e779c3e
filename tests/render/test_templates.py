"""The working visit's templates serve any visit: no line is made for one sample, no name stands in them."""

import re
from pathlib import Path

import pytest

from pressdesk import data
from pressdesk.app.register import shipped
from pressdesk.app.samples import sample
from pressdesk.model.facts import Outcome
from pressdesk.model.paths import put
from pressdesk.model.release import Source
from pressdesk.render.render import render

LANGUAGES = ("kk", "ru", "en", "pt")
FIXTURE = Path(__file__).parent / "data" / "fx01-working_visit.json"


def lines_used(name: str, language: str) -> set[str]:
    release = render(sample(name), language)
    return {o.line for b in release.blocks for o in b.origins if o.source is Source.FORMULA and o.line}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_template_that_the_model_uses_is_used_by_another_visit(language: str) -> None:
    assert lines_used("guimaraes", language) - lines_used("vila-serena", language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_person_place_or_company_is_named_in_a_template(language: str) -> None:
    text = data.templates("working_visit", f"{language}.j2").read_text(encoding="utf-8")
    said = re.sub(r"\{[{%#].*?[}%#]\}", " ", text, flags=re.DOTALL)
    facts = [sample(name).facts for name in ("guimaraes", "vila-serena")]
    names = {
        words.get(language, "")
        for f in facts
        for part in (*f.people, *f.countries, *f.organisations, f.event.place)
        for key in ("given", "family", "name", "region")
        if isinstance(words := getattr(part, key, None), dict)
    }

    assert [name for name in names - {""} if name in said] == []


def test_a_register_text_is_a_phrase_or_one_sentence() -> None:
    for entry in shipped().values():
        for language, words in entry.text.items():
            sentences = [s for s in re.split(r"(?<=[.!?])\s", words.strip()) if s]
            assert len(sentences) == 1, (entry.id, language)
            assert "\n" not in words


@pytest.mark.parametrize("entry", list(shipped().values()), ids=lambda e: e.id)
def test_a_register_entry_speaks_all_four_languages(entry: object) -> None:
    assert set(getattr(entry, "text")) == set(LANGUAGES)  # noqa: B009


@pytest.mark.parametrize(
    ("approx", "says"),
    [
        ("about", "шамамен 70%-ын қамтамасыз"),
        ("over", "70%-дан астамын қамтамасыз"),
        ("", "өнімінің 70%-ын қамтамасыз"),
    ],
)
def test_a_share_reads_right_with_every_precision(approx: str, says: str) -> None:
    draft = sample("guimaraes")

    lead = render(draft.with_facts(put(draft.facts, "facts[0].approx", approx)), "kk").lead

    assert says in lead


@pytest.mark.parametrize(
    ("language", "what", "says"),
    [
        ("ru", "посетить Казахстан", "выразил готовность посетить Казахстан."),
        ("ru", "развитие совместных проектов", "выразил готовность к развитию совместных проектов."),
        ("en", "to visit Kazakhstan", "expressed readiness to visit Kazakhstan."),
        ("en", "the development of joint projects", "expressed readiness for the development of joint projects."),
        ("pt", "visitar o Cazaquistão", "disponibilidade para visitar o Cazaquistão."),
        ("kk", "бірлескен жобаларды дамыту", "бірлескен жобаларды дамытуға дайын екенін білдірді."),
    ],
)
def test_readiness_reads_right_for_a_deed_and_for_a_thing(language: str, what: str, says: str) -> None:
    draft = sample("guimaraes")
    facts = put(draft.facts, "outcomes", (Outcome(kind="readiness", by="araujo", what={language: what}),))

    assert says in render(draft.with_facts(facts), language).plain().replace("\u00a0", " ")
