"""A house changes in a release what its keys say, and nothing else; any combination of them gives whole texts."""

import dataclasses
import itertools
import random
import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache

import pytest
from tests.render.test_whole_texts import drawn, faults, samples

from pressdesk.app.samples import sample
from pressdesk.language.house import choices, default
from pressdesk.language.titles import titles
from pressdesk.model.draft import Draft
from pressdesk.model.house import House
from pressdesk.model.paths import put
from pressdesk.model.release import Release, Source
from pressdesk.render.render import render

TAGS = ("kk", "ru", "en", "pt")
SAMPLES = ("guimaraes", "salvania-consultations", "salvania-memorandum")
NBSP = "\u00a0"
SENTENCE = re.compile(r"(?<=[^\W\d]{3}[.!?])\s(?=[a-zà-ÿа-яёәғқңөұүһі])")


@cache
def plainly(name: str, tag: str) -> Release:
    return render(sample(name), tag)


def differences(name: str, tag: str, house: House) -> list[tuple[str, str]]:
    """The words that the house changes in a sample, each with what stands there now."""
    before, after = (re.split(r"[ \n]", r.plain()) for r in (plainly(name, tag), render(sample(name), tag, house)))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(" ".join(before[a:b]), " ".join(after[c:d])) for code, a, b, c, d in codes if code != "equal"]


def only(name: str, house: House, *tags: str) -> dict[str, list[tuple[str, str]]]:
    """What a house changes in the languages it speaks of; in the others the whole release must stay."""
    for tag in set(TAGS) - set(tags):
        assert render(sample(name), tag, house) == plainly(name, tag), (name, tag)
    return {tag: differences(name, tag, house) for tag in tags}


def but(**changes: object) -> House:
    return dataclasses.replace(default(), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_shipped_house_changes_nothing(name: str) -> None:
    for tag in TAGS:
        assert render(sample(name), tag, default()) == plainly(name, tag)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("how", ["upper", "lower"])
def test_capitals_of_titles_change_the_first_letters_of_titles_in_one_language(name: str, tag: str, how: str) -> None:
    house = but(capitals={**default().capitals, tag: how})

    found = only(name, house, tag)[tag]

    for was, now in found:
        assert was.lower() == now.lower()
    if how == "lower":
        assert found
        release = render(sample(name), tag, house)
        assert not [b.text for b in release.blocks if SENTENCE.search(b.text)]
        assert all(b.text[0].isupper() for b in release.blocks if b.text[0].isalpha() and b.kind.value != "list_item")


@pytest.mark.parametrize("name", SAMPLES)
def test_bodies_keep_their_capitals_where_titles_lose_them(name: str) -> None:
    house = but(capitals=dict.fromkeys(TAGS, "lower"))
    facts = sample(name).facts

    for tag, body in itertools.product(TAGS, facts.organisations):
        word = body.name.get(tag, "").split(" ")[0]
        assert plainly(name, tag).plain().count(word) == render(sample(name), tag, house).plain().count(word)


@pytest.mark.parametrize("name", ["salvania-consultations", "salvania-memorandum"])
def test_without_an_attribution_the_lead_ends_where_it_stood(name: str) -> None:
    for tag, found in only(name, but(position="none"), *TAGS).items():
        short, long = render(sample(name), tag, but(position="none")).lead, plainly(name, tag).lead
        assert len(found) == 1
        assert short.endswith(".")
        assert long.startswith(short.removesuffix("."))
        assert len(long) > len(short) + 20


def test_the_facts_own_place_of_the_attribution_beats_the_house() -> None:
    only("guimaraes", but(position="none"))
    only("guimaraes", but(position="after_lead"))


def test_a_visit_without_a_place_of_its_own_takes_the_house_s() -> None:
    draft = sample("guimaraes")
    unsaid = draft.with_facts(put(draft.facts, "attribution.position", ""))

    for tag in TAGS:
        assert render(unsaid, tag, but(position="after_2")).plain() == plainly("guimaraes", tag).plain()
        first, second = (render(unsaid, tag, but(position=p)).lead for p in ("after_lead", "after_2"))
        assert first != second
        assert sorted(re.findall(r"\w+", first)) == sorted(re.findall(r"\w+", second))
        assert len(render(unsaid, tag, but(position="none")).lead) < len(first)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_per_cent_sign_read_otherwise_changes_its_endings_in_kazakh(name: str) -> None:
    found = only(name, but(percents={"kk": "процент"}), "kk")["kk"]

    assert all(re.search(r"\d%-\w+", was) and re.search(r"\d%-\w+", now) for was, now in found)
    assert {"guimaraes": ("70%-ын", "70%-ін"), "salvania-consultations": ("12%-ға", "12%-ке")}.get(name) in [
        *found,
        None,
    ]


@pytest.mark.parametrize("name", ["salvania-consultations", "salvania-memorandum"])
@pytest.mark.parametrize(("tag", "space"), [("kk", "nbsp"), ("ru", "none")])
def test_initials_stand_apart_or_together(name: str, tag: str, space: str) -> None:
    found = only(name, but(initials={**default().initials, tag: space}), tag)[tag]

    assert found
    apart, together = r"\w\.\u00a0\w+", r"\w\.\w+"
    for was, now in found:
        assert re.fullmatch(together if space == "nbsp" else apart, was.replace(" ", ""))
        assert re.fullmatch(apart if space == "nbsp" else together, now.replace(" ", ""))


@pytest.mark.parametrize("name", SAMPLES)
def test_american_english_changes_dates_and_our_own_words(name: str) -> None:
    house = but(varieties={"en": "US", "pt": "PT"})
    for tag in ("kk", "ru", "pt"):
        assert render(sample(name), tag, house).blocks == plainly(name, tag).blocks
    text = render(sample(name), "en", house).plain().replace(NBSP, " ")

    assert render(sample(name), "en", house).locale == "en-US"
    assert differences(name, "en", house)
    assert not re.search(r"\b\d{1,2} (?:January|May|June|September)\b", text)
    assert not re.search(r"\b(?:organised|centred|centres)\b", text)


def test_american_english_leaves_what_was_typed_alone() -> None:
    draft = sample("guimaraes")
    typed = draft.with_facts(put(draft.facts, "programme[1].topic.en", "the programme of the town’s centre"))
    house = but(varieties={"en": "US"})

    text = render(typed, "en", house).plain()

    assert "the programme of the town’s centre" in text
    assert "organized by" in text


def test_a_whole_american_date_is_closed_by_a_comma_within_the_sentence_and_not_before_a_full_stop() -> None:
    from pressdesk.language.house import speak
    from pressdesk.render.blocks import blocks_of
    from pressdesk.render.environment import from_source
    from pressdesk.render.view import View

    american = speak("en", but(varieties={"en": "US"}))
    template = from_source(
        "On {{ event.date | date }} the talks began.\n\nThey ended on {{ event.date | date }}.", "x", american
    )
    output = template.output(View(sample("salvania-memorandum"), american).build())

    assert [b.text.replace(NBSP, " ") for b in blocks_of(output, "en")] == [
        "On June 17, 2026, the talks began.",
        "They ended on June 17, 2026.",
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_brazilian_portuguese_changes_our_own_words_figures_and_dates(name: str) -> None:
    house = but(varieties={"en": "GB", "pt": "BR"})
    for tag in ("kk", "ru", "en"):
        assert render(sample(name), tag, house).blocks == plainly(name, tag).blocks
    release = render(sample(name), "pt", house)
    text = release.plain().replace(NBSP, " ")

    assert release.locale == "pt-BR"
    assert "Fotografia:" not in text
    assert "Foto:" in text
    assert not re.search(r"\ba \d{1,2} de \w+|\d %|Registou|\bronda\b|cerimónia|telefónic", text)


def test_each_language_has_the_end_mark_of_the_house_and_no_other() -> None:
    house = but(end_marks={"kk": "– соңы –", "ru": "", "en": "", "pt": "###"})

    for tag in TAGS:
        release = render(sample("guimaraes"), tag, house)
        assert release.labels["end_mark"] == house.end_marks[tag]
        assert release.blocks == plainly("guimaraes", tag).blocks


def of(chance: Callable[[tuple[str, ...]], str]) -> House:
    """A house with a choice under every key."""
    return House(
        position=chance(choices("attribution.position")),
        capitals={tag: chance(choices("titles.capitals.kk")) for tag in TAGS},
        percents={"kk": chance(choices("kk.percent"))},
        initials={tag: chance(choices("initials.kk")) for tag in ("kk", "ru")},
        varieties={tag: chance(choices(f"{tag}.variety")) for tag in ("en", "pt")},
        end_marks={tag: chance(("", "###")) for tag in TAGS},
    )


def typed(release: Release) -> list[tuple[str, str]]:
    """What the release says in the user's own words: not titles, dates, figures and the nouns of kinds."""
    ours = re.compile(r"title|\.kind$|date|\.end$|value|ordinal|count|resume|deadline|in_force|register")
    own = (Source.FIELD, Source.FREE)
    found = (
        (o.field, o.base) for b in release.blocks for o in b.origins if o.source in own and not ours.search(o.field)
    )
    return sorted(set(found))


def whole(draft: Draft, tag: str, house: House) -> None:
    release = render(draft, tag, house)
    own = {base for _, base in typed(release)}
    assert faults(release) == [], house
    assert release.gaps == (), house
    assert not [b.text for b in release.blocks if SENTENCE.search(b.text)], house
    assert own <= {base for _, base in typed(render(draft, tag))}, house


@pytest.mark.parametrize("path", samples())
def test_any_house_gives_whole_texts_that_keep_what_was_typed(path: object) -> None:
    chance = random.Random(f"{path}")

    for tag in TAGS:
        whole(drawn(path), tag, of(lambda options: chance.choice(options)))
        whole(drawn(path), tag, of(lambda options: options[-1]))


@pytest.mark.slow
@pytest.mark.parametrize("path", samples())
def test_very_many_houses_give_whole_texts(path: object) -> None:
    chance = random.Random(f"{path}")

    for tag, _ in itertools.product(TAGS, range(30)):
        whole(drawn(path), tag, of(lambda options: chance.choice(options)))


def test_titles_of_the_register_are_known_to_the_tables() -> None:
    """A title that no row knows would stay large where the house wants it small."""
    for name, tag in itertools.product(SAMPLES, TAGS):
        for person in sample(name).facts.people:
            shown = person.title.text.get(tag, "")
            small = titles(tag).shaped(shown, "lower")
            assert small[:1] == small[:1].lower(), shown
