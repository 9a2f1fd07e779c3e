"""The house file: each key with its choices, overridden key by key; a fault is one sentence with its line."""

from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import HouseError
from pressdesk.grammar.table import read_table
from pressdesk.language.house import choices, default, default_file, read, speak
from pressdesk.language.language import dialect, load
from pressdesk.language.titles import titles
from pressdesk.language.typography import tidy
from pressdesk.language.varieties import varieties
from pressdesk.language.wording import COLUMNS, read_wording
from pressdesk.model.house import House

TAGS = ("kk", "ru", "en", "pt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "house.toml"


def test_an_empty_file_is_the_shipped_house(file: Path) -> None:
    file.write_text("# nothing otherwise here\n", encoding="utf-8")

    assert read(file) == default() == read(default_file())


def test_a_key_of_a_ministry_takes_the_place_of_the_shipped_one_and_leaves_the_others(file: Path) -> None:
    file.write_text('[titles.capitals]\nkk = "lower"\n[end_mark]\nru = "###"\n', encoding="utf-8")
    house = read(file)

    assert house.capitals == {**default().capitals, "kk": "lower"}
    assert house.end_marks == {**default().end_marks, "ru": "###"}
    assert (house.position, house.varieties, house.initials) == (
        default().position,
        default().varieties,
        default().initials,
    )


def test_the_shipped_file_says_every_key_and_every_choice_of_it_in_its_comments() -> None:
    text = default_file().read_text(encoding="utf-8")

    for key in ("attribution.position", "titles.capitals.kk", "initials.kk", "kk.percent", "en.variety", "pt.variety"):
        assert len(choices(key)) >= 2
        for choice in choices(key):
            assert f"#   {choice} " in text, (key, choice)


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        ('[titles.capitals]\nkk = "loud"\n', 2, "“titles.capitals.kk” is as_written, upper or lower, not “loud”"),
        ('\n[attribution]\n# here\npositon = "none"\n', 4, "“attribution.positon” is no key of a house file"),
        ('[attribution]\nposition = "first"\n', 2, "after_lead, after_2 or none"),
        ('[kk]\npercent = "pro cent"\n', 2, "пайыз or процент"),
        ('kk.percent = "x"\n', 1, "пайыз or процент"),
        ('[en]\nvariety = "AU"\n', 2, "GB or US"),
        ("[pt]\nvariety = 1\n", 2, "must be a text in quotation marks"),
        ('[initials]\nen = "none"\n', 2, "“initials.en” is no key"),
        ('end_mark = "###"\n', 1, "“end_mark” is no key"),
        ('[end_mark]\nkk = """two\nlines"""\n', 2, "one line of at most 80"),
        (f'[end_mark]\nkk = "{"#" * 81}"\n', 2, "one line of at most 80"),
        ("[kk\n", 1, "not valid TOML"),
    ],
)
def test_a_fault_is_one_sentence_with_file_and_line(file: Path, text: str, line: int, named: str) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(HouseError) as caught:
        read(file)

    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_no_text_is_refused_by_name(file: Path) -> None:
    with pytest.raises(HouseError, match=r"house\.toml: the house file cannot be read"):
        read(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(HouseError, match="UTF-8"):
        read(file)


def test_a_file_of_a_windows_editor_with_a_mark_in_front_is_taken(file: Path) -> None:
    file.write_text('[kk]\r\npercent = "процент"\r\n', encoding="utf-8-sig")

    assert read(file).percents == {"kk": "процент"}


def test_the_shipped_house_speaks_the_languages_as_they_are() -> None:
    for tag in TAGS:
        assert speak(tag, default()) == load(tag)


@pytest.mark.parametrize(
    ("features", "form"),
    [("POSS3+ACC", "70%-ін"), ("DAT", "70%-ке"), ("ABL", "70%-тен"), ("INS", "70%-пен"), ("LOC", "70%-те")],
)
def test_endings_of_a_per_cent_sign_follow_the_reading_of_the_house(features: str, form: str) -> None:
    inflector = speak("kk", House(percents={"kk": "процент"})).inflector

    assert inflector.form("70%", features).text == form
    assert inflector.form("70%", features, {"pronounced": "пайыз"}).text != form
    assert inflector.form("сала", features).text == load("kk").inflector.form("сала", features).text


@pytest.mark.parametrize(
    ("lower", "upper", "tag"),
    [
        ("елші", "Елші", "kk"),
        ("төтенше және өкілетті елші", "Төтенше және Өкілетті Елші", "kk"),
        ("сыртқы істер министрінің орынбасары", "Сыртқы істер министрінің орынбасары", "kk"),
        ("посол", "Посол", "ru"),
        ("заместитель министра иностранных дел", "Заместитель министра иностранных дел", "ru"),
        ("minister of foreign affairs", "Minister of Foreign Affairs", "en"),
        ("vice-rector", "Vice-Rector", "en"),
        ("embaixadora extraordinária e plenipotenciária", "Embaixadora Extraordinária e Plenipotenciária", "pt"),
    ],
)
def test_a_title_takes_the_capitals_of_the_house(lower: str, upper: str, tag: str) -> None:
    for written in (lower, upper):
        assert titles(tag).shaped(written, "lower") == lower
        assert titles(tag).shaped(written, "upper") == upper
        assert titles(tag).shaped(written, "as_written") == written


@pytest.mark.parametrize(
    ("written", "lower", "tag"),
    [
        ("Chairman of the Ministry of Foreign Affairs", "chairman of the Ministry of Foreign Affairs", "en"),
        ("Head of Foreign Affairs Department", "head of Foreign Affairs Department", "en"),
        ("President of Kazakhstan", "president of Kazakhstan", "en"),
        ("Presidente da Câmara Municipal", "presidente da Câmara Municipal", "pt"),
        ("Ministro dos Negócios Estrangeiros", "ministro dos Negócios Estrangeiros", "pt"),
        ("Председатель Палаты депутатов", "председатель Палаты депутатов", "ru"),
        ("ҚР Сыртқы істер министрлігінің өкілі", "ҚР Сыртқы істер министрлігінің өкілі", "kk"),
        ("Zymurgist", "Zymurgist", "en"),
    ],
)
def test_a_name_within_a_title_keeps_its_capitals(written: str, lower: str, tag: str) -> None:
    assert titles(tag).shaped(written, "lower") == lower


@pytest.mark.parametrize("tag", TAGS)
def test_every_title_of_the_tables_of_roles_has_both_shapes(tag: str) -> None:
    from pressdesk.render.house import phrases

    for role in phrases(tag).roles.values():
        small = titles(tag).shaped(role, "lower")
        assert small == small.lower(), role
        assert titles(tag).shaped(small, "upper")[0].isupper(), role


@pytest.mark.parametrize("tag", TAGS)
def test_every_post_of_the_register_begins_small_where_the_house_wants_it(tag: str) -> None:
    table = resources("register", "phrases", "roles.tsv")
    kept = titles(tag).lower.values()  # «Мемлекет басшысы» is written large by everybody

    for row in read_table(table, ("id", *TAGS, "traits", "source")):
        small = titles(tag).shaped(row[tag], "lower")
        assert small[:1] == small[:1].lower() or small in kept, row.id


@pytest.mark.parametrize("path", ["en/american.tsv", "pt/brasil.tsv"])
def test_each_word_of_a_variety_stands_in_its_example(path: str) -> None:
    table = resources(*path.split("/"))
    wording = read_wording(table)

    for row in read_table(table, COLUMNS):
        assert wording.put(row["word"]) == row["instead"], row.id
        assert row["instead"].lower() in row["example"].lower(), row.id
        assert wording.put(row["example"]) == row["example"], f"{row.id}: the example is changed once more"


def test_a_word_of_a_variety_keeps_its_capital_and_stays_out_of_other_words() -> None:
    american = dialect("en", "US").wording

    assert american.put("Organised by the co-organisers") == "Organized by the co-organizers"
    assert american.put("programmer, epicentre") == "programmer, epicentre"
    assert dialect("en", "GB").wording.put("organised") == "organised"


def test_every_variety_has_settings_that_its_language_knows() -> None:
    for tag, country in (("en", "US"), ("pt", "BR")):
        assert country in varieties(resources(tag))
        assert dialect(tag, country).locale == f"{tag}-{country}"
        assert dialect(tag, country).inflector is load(tag).inflector


def test_the_american_month_keeps_its_day() -> None:
    assert tidy("on December 22, 2025", "en") == "on December\u00a022, 2025"
    assert tidy("in December 2025", "en") == "in December 2025"
