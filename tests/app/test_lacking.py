"""What a language lacks is offered: the register's words, the sister language's spelling; and fills the very gap."""

from pathlib import Path

from pressdesk.app.gaps import findings as facts_findings
from pressdesk.app.places import Places
from pressdesk.app.register.lacking import offers
from pressdesk.app.register.layers import Layers
from pressdesk.app.samples import sample
from pressdesk.model.draft import Draft
from pressdesk.model.mend import Outcome, mend, outcome
from pressdesk.model.paths import put
from pressdesk.render.render import render


def lacking(path: str, text: dict[str, str]) -> Draft:
    draft = sample("salvania-minister")
    return draft.with_facts(put(draft.facts, path, text))


def test_the_register_s_words_fill_the_gap_that_asks_for_them(tmp_path: Path) -> None:
    layers = Layers.at(Places.at(tmp_path))
    draft = lacking("countries[0].name", {"kk": "Қазақстан", "ru": "Казахстан", "en": "Kazakhstan"})

    assert offers(draft, "countries[0].name", "pt", layers)[0] == "Cazaquistão"


def test_an_offer_is_applied_like_any_suggestion_and_nothing_is_missing_then(tmp_path: Path) -> None:
    draft = lacking("topics[1]", {"kk": "туризм", "ru": "туризм", "en": "tourism"})
    release = render(draft, "pt")
    gap = next(f for f in facts_findings(draft, release, "en", Layers.at(Places.at(tmp_path))) if f.rule == "facts.gap")

    assert "turismo" in [s.text for s in gap.suggestions]
    assert outcome(draft, release, gap, "turismo") is Outcome.FIELD
    mended = mend(draft, release, gap, "turismo")
    assert mended is not None
    assert render(mended, "pt").gaps == ()


def test_a_name_offers_its_other_latin_spelling_and_other_words_do_not(tmp_path: Path) -> None:
    layers = Layers.at(Places.at(tmp_path))
    person = lacking("people[1].family", {"kk": "Тейшейра", "en": "Teixeira"})
    title = lacking("people[1].title.text", {"kk": "жұлдыздар министрі", "en": "Minister of Stars"})

    assert offers(person, "people[1].family", "pt", layers) == ("Teixeira",)
    assert offers(title, "people[1].title.text", "pt", layers) == ()


def test_nothing_is_offered_for_what_stands_in_no_language_or_is_no_text(tmp_path: Path) -> None:
    layers = Layers.at(Places.at(tmp_path))
    draft = lacking("topics[1]", {})

    assert offers(draft, "topics[1]", "pt", layers) == ()
    assert offers(draft, "event.date", "pt", layers) == ()


def test_a_latin_stand_in_gives_way_to_the_register_s_words(tmp_path: Path) -> None:
    draft = lacking("event.place.name", {"kk": "Лиссабон", "ru": "Лиссабон", "en": "Lisbon"})
    release = render(draft, "pt")
    layers = Layers.at(Places.at(tmp_path))
    found = next(f for f in facts_findings(draft, release, "en", layers) if f.rule == "facts.fallback")

    mended = mend(draft, release, found, "Lisboa")

    assert "Lisboa" in [s.text for s in found.suggestions]
    assert mended is not None
    assert mended.facts.event.place.name["pt"] == "Lisboa"
