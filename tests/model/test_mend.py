"""A suggestion goes into the fact that the words come from, or says why it cannot."""

import pytest

from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry, Facts, Organisation, Person, Ref, Step, Title
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.mend import Outcome, mend, outcome
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.text.spans import Span


def release_of(text: str, *origins: tuple[str, str], source: Source = Source.INFLECTED) -> Release:
    """A release of one block; each origin is (words, path of the fact)."""
    made = tuple(
        Origin(Span(text.index(words), text.index(words) + len(words)), field, source) for words, field in origins
    )
    return Release("kk", "kk-KZ", "working_visit", (Block("b", BlockKind.PARAGRAPH, text, made),))


def finding_on(release: Release, words: str) -> Finding:
    at = release.blocks[0].text.index(words)
    return Finding(
        "b", Span(at, at + len(words)), words, "kk.spelling", Kind.SPELLING, Severity.ERROR, "", language="kk"
    )


def topics(*words: str) -> Draft:
    return Draft(facts=Facts(programme=(Step(kind="meeting", topics=tuple({"kk": w, "ru": "наука"} for w in words)),)))


def kazakh_topic(draft: Draft | None) -> str:
    assert draft is not None
    topic = draft.facts.programme[0].topics[0]
    assert not isinstance(topic, Ref)
    return topic["kk"]


def test_a_word_that_stands_as_it_was_typed_is_mended_in_its_language_alone() -> None:
    draft = topics("гылыми-техникалық")
    release = release_of("Кездесуде гылыми-техникалық салалар", ("гылыми-техникалық", "programme[0].topics[0]"))

    mended = mend(draft, release, finding_on(release, "гылыми-техникалық"), "ғылыми-техникалық")

    assert kazakh_topic(mended) == "ғылыми-техникалық"
    assert mended is not None
    assert mended.facts.programme[0].topics[0]["ru"] == "наука"  # type: ignore[index]
    assert kazakh_topic(draft) == "гылыми-техникалық"


@pytest.mark.parametrize(
    ("stored", "shown", "suggestion", "becomes"),
    [
        ("гылым", "гылымды", "ғылымды", "ғылым"),  # a letter of the stem
        ("саппар", "саппарға", "сапарға", "сапар"),  # a letter too many
        ("кездсу", "кездсуде", "кездесуде", "кездесу"),  # a letter too few
        ("кытап", "кытабы", "кітабы", "кітап"),  # п gave way to б in the text, not in the fact
        ("Елшы", "Елшының", "Елшінің", "Елші"),  # the mended vowel drags the ending along
        ("гылым", "Гылымды", "Ғылымды", "ғылым"),  # the sentence's capital is not the fact's
        ("бейбі т", "бейбі т", "бейбіт", "бейбіт"),  # a blank too many
    ],
)
def test_an_inflected_word_is_mended_in_its_nominative(stored: str, shown: str, suggestion: str, becomes: str) -> None:
    release = release_of(f"Қазір {shown} осында", (shown, "programme[0].topics[0]"))

    mended = mend(topics(stored), release, finding_on(release, shown), suggestion)

    assert kazakh_topic(mended) == becomes


def test_only_the_word_that_is_meant_is_mended_in_a_longer_phrase() -> None:
    stored = "сапаны басқару жэне сапаны бақылау"
    shown = "сапаны басқару жэне сапаны бақылауды"
    release = release_of(f"Олар {shown} талқылады", (shown, "programme[0].topics[0]"))

    mended = mend(topics(stored), release, finding_on(release, "жэне"), "және")

    assert kazakh_topic(mended) == "сапаны басқару және сапаны бақылау"


def test_house_quotes_in_the_text_do_not_hide_the_word_in_the_fact() -> None:
    release = release_of("Сөз «Жасыл астанна» туралы", ("«Жасыл астанна»", "programme[0].topics[0]"))

    mended = mend(topics('"Жасыл астанна"'), release, finding_on(release, "астанна"), "астана")

    assert kazakh_topic(mended) == '"Жасыл астана"'


def test_a_word_of_the_register_is_mended_in_the_draft_s_own_register() -> None:
    entry = Entry(id="topic.science", kind="topic", text={"kk": "гылым", "ru": "наука"})
    draft = Draft(facts=Facts(topics=(Ref("topic.science"),)), register={entry.id: entry})
    release = release_of("Олар гылымды қарады", ("гылымды", "topics[0]"), source=Source.REGISTER)

    mended = mend(draft, release, finding_on(release, "гылымды"), "ғылымды")

    assert mended is not None
    assert mended.register["topic.science"].text == {"kk": "ғылым", "ru": "наука"}
    assert mended.facts.topics == (Ref("topic.science"),)


def test_a_full_name_is_mended_in_the_part_that_is_wrong() -> None:
    draft = Draft(facts=Facts(people=(Person(id="a", given={"kk": "Рикарду"}, family={"kk": "Арауджу"}),)))
    release = release_of("Рикарду Арауджумен кездесті", ("Рикарду Арауджумен", "people[0]"))

    mended = mend(draft, release, finding_on(release, "Арауджумен"), "Араужумен")

    assert mended is not None
    assert mended.facts.people[0].family == {"kk": "Араужу"}
    assert mended.facts.people[0].given == {"kk": "Рикарду"}


def test_words_of_the_template_are_left_alone() -> None:
    release = release_of("Олар барды гылым", ("гылым", "programme[0].topics[0]"))
    finding = finding_on(release, "барды")

    assert mend(topics("гылым"), release, finding, "келді") is None
    assert outcome(topics("гылым"), release, finding, "келді") is Outcome.FORMULA


def test_a_word_that_the_program_itself_supplies_is_the_template_s() -> None:
    draft = Draft(facts=Facts(people=(Person(id="a", title=Title(role="president")),)))
    release = release_of("Президенті келді", ("Президенті", "people[0].title.role"))

    assert outcome(draft, release, finding_on(release, "Президенті"), "Төрағасы") is Outcome.FORMULA


def test_an_ending_that_the_grammar_wrote_is_not_put_into_the_fact() -> None:
    release = release_of("Олар ғылымның келді", ("ғылымның", "programme[0].topics[0]"))
    finding = finding_on(release, "ғылымның")

    assert mend(topics("ғылым"), release, finding, "ғылымға") is None
    assert outcome(topics("ғылым"), release, finding, "ғылымға") is Outcome.ENDING


def test_letters_between_stem_and_ending_belong_to_neither() -> None:
    release = release_of("Олар ғылымда келді", ("ғылымда", "programme[0].topics[0]"))

    assert outcome(topics("ғылым"), release, finding_on(release, "ғылымда"), "ғылымында") is Outcome.ENDING


def test_letters_at_the_end_of_an_uninflected_word_go_into_the_fact() -> None:
    release = release_of("Олар ғылы, келді", ("ғылы", "programme[0].topics[0]"), source=Source.FIELD)

    assert kazakh_topic(mend(topics("ғылы"), release, finding_on(release, "ғылы"), "ғылым")) == "ғылым"


def test_a_finding_of_an_older_text_mends_nothing() -> None:
    old = release_of("Кеше гылым", ("гылым", "programme[0].topics[0]"))
    new = release_of("Бүгін таңда гылым", ("гылым", "programme[0].topics[0]"))

    assert outcome(topics("гылым"), new, finding_on(old, "гылым"), "ғылым") is Outcome.STALE
    assert mend(topics("гылым"), new, finding_on(old, "гылым"), "ғылым") is None


def test_a_change_across_a_fact_and_the_words_around_it_is_the_template_s() -> None:
    release = release_of("бұл гылым болды", ("гылым", "programme[0].topics[0]"))

    assert outcome(topics("гылым"), release, finding_on(release, "гылым болды"), "ғылымдар болыпты") is Outcome.FORMULA


def test_a_hole_has_nothing_to_mend() -> None:
    draft = topics("гылым")
    release = release_of("Елшісі ⟦кім⟧ барды", ("⟦кім⟧", "people[0]"), source=Source.GAP)

    assert mend(draft, release, finding_on(release, "⟦кім⟧"), "Жан") is None


def test_the_other_facts_keep_their_very_objects() -> None:
    draft = topics("гылым")
    body = Organisation(id="o", name={"kk": "ЮНЕСКО"})
    draft = draft.with_facts(Facts(programme=draft.facts.programme, organisations=(body,)))
    release = release_of("бұл гылым", ("гылым", "programme[0].topics[0]"))

    mended = mend(draft, release, finding_on(release, "гылым"), "ғылым")

    assert mended is not None
    assert mended.facts.organisations[0] is body
