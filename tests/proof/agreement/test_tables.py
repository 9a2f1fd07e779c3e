"""The tables by which versions are compared: whole, and the same in four languages."""

import pytest

from pressdesk import data
from pressdesk.app.register.shipped import shipped
from pressdesk.errors import TableError
from pressdesk.proof.agreement.lexicon import TONGUES, Lexicon, table

TABLES = {
    "terms": (), "posts": ("near",), "bodies": ("near",), "roles": ("opposed",), "joins": (), "speech": (),
    "attribution": (), "not_names": (),
}  # fmt: skip
TELL = 0.93
"""The share of the register's phrases whose topics must be the same in all four languages; the rest are phrases such as
«өндіріс технологиялары», where one language says industry in one word more."""


@pytest.mark.parametrize("name", TABLES)
def test_a_row_has_words_in_every_language_or_is_not_compared_there(name: str) -> None:
    for row in table(name, *TABLES[name]).rows.values():
        spoken = [tag for tag in TONGUES if row[tag].strip()]

        assert len(spoken) >= (4 if name == "terms" else 3), row["id"]


def test_every_example_is_found_as_its_own_thing() -> None:
    for name in ("terms", "posts", "bodies", "roles"):
        known = table(name, *TABLES[name])
        for thing, row in known.rows.items():
            found = {m.thing for tag in TONGUES for m in known.lexicon.scan(row["example"], tag)}

            assert thing in found, (name, thing, row["example"])


def test_there_are_at_least_a_hundred_and_twenty_topics() -> None:
    assert len(table("terms").rows) >= 120


def test_a_phrase_of_the_register_has_the_same_topics_in_all_languages() -> None:
    lexicon = table("terms").lexicon
    same = 0
    for phrase in shipped().values():
        things = [{m.thing for m in lexicon.scan(phrase.text.get(tag, ""), tag)} for tag in TONGUES]
        same += all(own == things[0] for own in things)

    assert same >= TELL * len(shipped())


def test_what_is_opposed_or_near_is_a_row_of_its_table() -> None:
    roles = table("roles", "opposed").rows
    assert all(other in roles for row in roles.values() for other in row["opposed"].split())
    for name in ("posts", "bodies"):
        rows = table(name, "near").rows
        near = (cell.partition("/") for row in rows.values() for cell in row["near"].split())
        assert all(other in rows and (not language or language in TONGUES) for other, _, language in near)


def test_opposed_meanings_are_opposed_both_ways() -> None:
    rows = table("roles", "opposed").rows
    for thing, row in rows.items():
        for other in row["opposed"].split():
            assert thing in rows[other]["opposed"].split(), (thing, other)


def test_a_name_is_found_in_its_forms_and_not_in_other_words() -> None:
    places = Lexicon()
    places.add_name("es", "ru", "Испания")
    places.add_name("ne", "ru", "Нигер")
    places.add_name("ng", "ru", "Нигерия")
    places.add_name("cu", "ru", "Куба")
    places.add_name("kz", "kk", "Қазақстан")

    def things(text: str, language: str) -> list[str]:
        return [m.thing for m in places.scan(text, language)]

    assert things("с Испанией, из Испании", "ru") == ["es", "es"]
    assert things("Нигера и Нигерии", "ru") == ["ne", "ng"]
    assert things("на Кубе, кубок мира, Кубанские казаки", "ru") == ["cu"]
    assert things("Қазақстанның, Қазақстандағылармен", "kk") == ["kz", "kz"]


def test_the_most_words_win_and_no_word_is_taken_twice() -> None:
    posts = table("posts", "near").lexicon

    assert [m.thing for m in posts.scan("заместитель министра и министр", "ru")] == ["deputy-minister", "minister"]
    assert [m.text for m in posts.scan("Құрметті консулы мен консулы", "kk")] == ["Құрметті консулы", "консулы"]


def test_a_damaged_table_is_refused_with_its_line(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "agreement").mkdir()
    (tmp_path / "agreement" / "broken.tsv").write_text(
        "id\tkk\tru\ten\tpt\texample\tsource\none\ta\tb\tc\td\te\tf\none\ta\tb\tc\td\te\tf\n", encoding="utf-8"
    )
    monkeypatch.setattr(data, "resources", lambda *parts: tmp_path.joinpath(*parts))

    with pytest.raises(TableError, match="twice"):
        table("broken")
