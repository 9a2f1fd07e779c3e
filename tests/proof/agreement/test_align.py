"""Which paragraphs answer each other."""

import dataclasses

from tests.proof.agreement.texts import version

from pressdesk.app.samples import sample
from pressdesk.proof.agreement.align import rows
from pressdesk.proof.agreement.versions import Version, of_release
from pressdesk.render.render import render


def releases() -> list[Version]:
    draft = sample("guimaraes")
    return [of_release(render(draft, tag)) for tag in draft.facts.languages]


def test_the_versions_of_a_draft_match_block_by_block() -> None:
    versions = releases()

    found = rows(versions)

    assert [[part[0].id for part in row.parts] for row in found] == [
        [piece.id for piece in pieces] for pieces in zip(*(v.pieces for v in versions), strict=True)
    ]


def test_a_paragraph_that_is_gone_leaves_a_gap_at_its_place() -> None:
    kk, ru, *_ = releases()
    for number in range(2, len(ru.pieces)):
        short = dataclasses.replace(ru, pieces=ru.pieces[:number] + ru.pieces[number + 1 :])

        gaps = [row.parts[0][0] for row in rows([kk, short]) if not row.parts[1]]

        assert gaps == [kk.pieces[number]]


def test_a_paragraph_that_was_parted_answers_with_both_halves() -> None:
    one = version(
        "en",
        "Talks held in Oslo",
        "The Ambassador of Kazakhstan met Lars Berg in Oslo on 5 May. They discussed trade worth 40 million dollars.",
        "Dana Iskakova will come back in the autumn of 2027 for the opening of the centre.",
    )
    two = version(
        "ru",
        "В Осло прошли переговоры",
        "Посол Казахстана встретился с Ларсом Бергом в Осло 5 мая.",
        "Стороны обсудили торговлю на 40 млн долларов.",
        "Дана Искакова вернётся осенью 2027 года на открытие центра.",
    )

    found = rows([one, two])

    assert [len(row.parts[1]) for row in found] == [1, 2, 1]
    assert all(row.whole for row in found)


def test_a_headline_never_answers_a_paragraph() -> None:
    kk, ru, *_ = releases()
    headless = dataclasses.replace(ru, pieces=ru.pieces[1:])

    first = rows([kk, headless])[0]

    assert (len(first.parts[0]), first.parts[1]) == (1, ())


def test_one_text_is_its_own_rows_and_an_empty_one_has_none() -> None:
    kk = releases()[0]

    assert len(rows([kk])) == len(kk.pieces)
    assert all(not row.parts[1] for row in rows([kk, Version("ru", "", ())]))
