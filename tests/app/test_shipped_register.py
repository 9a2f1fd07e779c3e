"""What is shipped in the register: whole in four languages, right in its forms, known to our own checker."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressdesk.app.register import tables
from pressdesk.app.register.shipped import cities, countries, organisations, shipped
from pressdesk.app.samples import sample
from pressdesk.data import resources
from pressdesk.errors import FactsError, TableError
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import mixed_script, read_table
from pressdesk.language.language import load
from pressdesk.model.facts import Country, Person, Title
from pressdesk.model.paths import put
from pressdesk.proof.speller import Speller
from pressdesk.render.traits import traits_of
from pressdesk.render.view import View
from pressdesk.text.words import words

LANGUAGES = ("kk", "ru", "en", "pt")
CASES = {"kk": ("GEN", "DAT", "ACC", "LOC", "ABL", "INS", "LOC+ATTR"), "ru": ("GEN", "DAT", "ACC", "INS", "LOC")}
SENTENCES = ("assessment", "advice", "place_fact")
NO_CAPITAL = {"il", "ps"}  # releases differ; their cities are there
LETTER_BY_LETTER = {"ҚСЗИ", "АХҚО"}  # abbreviations whose reading nobody has settled
FORMS = list(
    read_table(Path(__file__).parent / "data" / "country_forms.tsv", ("id", "field", "language", "features", "form"))
)


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(load("kk").inflector)  # type: ignore[arg-type]


def everything() -> Iterator[tuple[str, str, dict[str, str]]]:
    """(id, field, words) of every shipped text."""
    for found in (countries(), organisations(), cities()):
        for key, thing in found.items():
            for field in ("name", "official", "adjective", "capital", "region", "short", "abbreviation"):
                if getattr(thing, field, None):
                    yield key, field, dict(getattr(thing, field))
    for key, entry in shipped().items():
        yield key, entry.kind, dict(entry.text)


def unknown(speller: Speller, text: str) -> list[str]:
    return [word.text for word in words(text) if not speller.accepts(word.text, NameForms.none())]


def test_every_member_of_the_united_nations_the_vatican_and_palestine_are_there() -> None:
    assert len(countries()) == 193 + 2
    assert {"va", "ps", "kz", "pt", "ss", "me", "tl"} <= set(countries())
    assert all(re.fullmatch("[a-z]{2}", key) for key in countries())


def test_the_countries_are_what_their_tables_say() -> None:
    """Whoever edits the built table finds the change gone after the next build."""
    by_hand = resources().parent / "packaging" / "register"
    corrections = list(
        read_table(by_hand / "corrections.tsv", ("id", "field", *LANGUAGES, "source"), filled=("source",))
    )
    lines = (by_hand / "countries.tsv").read_text(encoding="utf-8").splitlines()

    assert {line.split("\t")[0] for line in lines if not line.startswith(("#", "id\tregion"))} == set(countries())
    for row in corrections:
        said = getattr(countries()[row["id"]], row["field"])
        assert {tag: said[tag] for tag in LANGUAGES if row[tag]} == {tag: row[tag] for tag in LANGUAGES if row[tag]}


def test_every_text_speaks_all_four_languages_but_for_abbreviations_that_a_language_lacks() -> None:
    lacking = {
        (key, field) for key, field, text in everything() if set(text) != set(LANGUAGES) and field != "abbreviation"
    }

    assert lacking == set()
    assert {key for key, country in countries().items() if set(country.capital) != set(LANGUAGES)} == NO_CAPITAL
    for country in countries().values():
        assert all(getattr(country, field) for field in ("name", "official", "adjective", "region")), country.id


def test_no_word_mixes_scripts_and_no_name_ends_in_a_full_stop() -> None:
    for key, field, text in everything():
        for language, said in text.items():
            assert all(mixed_script(word.text.replace("'", "")) < 0 for word in words(said)), (key, language, said)
            assert said == " ".join(said.split()), (key, language)
            assert said.endswith((".", "!", "?")) == (field in SENTENCES), (key, language, said)


def test_no_language_says_the_same_thing_twice_under_one_kind() -> None:
    said = Counter((entry.kind, entry.text["kk"]) for entry in shipped().values() if not entry.about)

    assert [pair for pair, times in said.items() if times > 1] == []
    for language in LANGUAGES:
        assert len({country.name[language] for country in countries().values()}) == len(countries())


def test_every_entry_of_the_register_says_where_it_comes_from() -> None:
    assert [entry.id for entry in shipped().values() if not entry.source] == []


def test_every_name_and_its_kazakh_forms_are_known_and_none_is_a_guess(speller: Speller) -> None:
    kazakh = load("kk").inflector
    strange, guessed = {}, {}
    for kind, found in (("country", countries()), ("org", organisations()), ("place", cities())):
        for key, thing in found.items():
            bases = [(thing.name["kk"], traits_of(thing, "kk", kind))]
            if isinstance(thing, Country):
                bases += [(thing.official["kk"], {"kind": "country"}), (thing.adjective["kk"], {"kind": "adjective"})]
            for base, traits in bases:
                forms = [kazakh.form(base, case, traits) for case in CASES["kk"]]
                notes = [form.note for form in forms if form.guessed]
                guessed |= {key: notes} if notes else {}
                bad = unknown(speller, " ".join([base, *(form.text for form in forms)]))
                strange |= {key: bad} if bad else {}

    assert strange == {}
    assert guessed == {}


def test_every_kazakh_abbreviation_is_known_and_its_reading_settled(speller: Speller) -> None:
    short = [body.abbreviation.get("kk", "") for body in organisations().values()]
    guessed = {word for word in short if word and load("kk").inflector.form(word, "GEN", {}).guessed}

    assert guessed <= LETTER_BY_LETTER
    assert [word for word in short if unknown(speller, word)] == []


def test_no_russian_name_is_a_guess_in_any_case() -> None:
    russian = load("ru").inflector
    for kind, found in (("country", countries()), ("org", organisations()), ("place", cities())):
        for key, thing in found.items():
            for case in CASES["ru"]:
                form = russian.form(thing.name["ru"], case, traits_of(thing, "ru", kind))
                assert not form.guessed, (key, form)


def test_every_portuguese_name_knows_its_article() -> None:
    portuguese = load("pt").inflector
    for kind, found in (("country", countries()), ("org", organisations()), ("place", cities())):
        for key, thing in found.items():
            assert not portuguese.form(thing.name["pt"], "EM", traits_of(thing, "pt", kind)).guessed, key


def test_every_phrase_is_known_kazakh_and_inflects_without_a_guess(speller: Speller) -> None:
    kazakh, russian, portuguese = (load(tag).inflector for tag in ("kk", "ru", "pt"))
    for key, entry in shipped().items():
        if entry.source == "invented":
            continue
        assert unknown(speller, entry.text["kk"]) == [], key
        if entry.kind in SENTENCES:
            continue
        kind = "role" if entry.kind == "role" else "phrase"
        for case in ("DAT", "ACC"):
            form = kazakh.form(entry.text["kk"], case, traits_of(entry, "kk", kind))
            assert not form.guessed, (key, form)
            assert unknown(speller, form.text) == [], key
        for case in CASES["ru"]:
            form = russian.form(entry.text["ru"], case, traits_of(entry, "ru", kind))
            assert not form.guessed, (key, form)
        if kind == "phrase":
            assert not portuguese.form(entry.text["pt"], "DE", traits_of(entry, "pt", kind)).guessed, key


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['id']}-{row['language']}-{row['features']}")
def test_a_country_stands_in_the_form_that_a_person_wrote(row: dict[str, str]) -> None:
    country, tag = countries()[row["id"]], row["language"]
    traits = traits_of(country, tag, "country") if row["field"] == "name" else {"kind": "country"}
    made = load(tag).inflector.form(getattr(country, row["field"])[tag], row["features"], traits).text
    if tag == "ru":
        made = f"{load('ru').preposition(traits.get('preposition:в', 'в'), made)} {made}"

    assert made == row["form"]


@pytest.mark.parametrize(("to", "says"), [("cu", "Казахстана на Кубе"), ("fr", "Казахстана во Франции")])
def test_an_envoy_s_title_takes_the_preposition_of_the_country(to: str, says: str) -> None:
    draft = sample("guimaraes")
    envoy = Person(id="x", family={"ru": "Омарова"}, title=Title(role="ambassador", of="kz", to=to))
    facts = put(put(draft.facts, "people", (envoy,)), "countries", (countries()["kz"], countries()[to]))

    assert View(draft.with_facts(facts), load("ru")).build()["people"][0]["title"].plain.endswith(says)


def test_a_post_has_its_feminine_in_portuguese() -> None:
    feminine = {
        key: load("pt").inflector.form(entry.text["pt"], "FEM", traits_of(entry, "pt", "title")).text
        for key, entry in shipped().items()
        if entry.kind == "role"
    }

    assert feminine["role.ambassador-full"] == "Embaixadora Extraordinária e Plenipotenciária"
    assert feminine["role.charge-daffaires-ai"] == "Encarregada de Negócios interina"
    assert feminine["role.deputy-prime-minister"] == "Vice-Primeira-Ministra"
    assert feminine["role.judge"] == "Juíza"
    assert feminine["role.spokesperson"] == "Porta-Voz"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("transit\tтранзит\tтранзит\ttransit\ttrânsito\t\thand", "begins with its kind"),
        ("topic.transit\tтранзит\tтранзит\ttransit\ttrânsito\t\t", "source"),
        ("topic.transit\tтранзит\tтранзит\ttransit\ttrânsito\tkk.posessed\thand", "posessed"),
        ("topic.transit\tтранзит\tтранзит\ttransit\ttrânsito\tkk.possessed; kk.possessed.x=1\thand", "goes on"),
    ],
)
def test_a_phrase_that_is_not_whole_is_refused_with_its_line(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "topics.tsv"
    path.write_text("\t".join(tables.PHRASES) + f"\n{line}\n", encoding="utf-8")

    with pytest.raises((TableError, FactsError), match=fault) as refused:
        list(tables.phrases(path))

    assert "topics.tsv:2" in str(refused.value)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("xx\tname\tА\tБ\tC\tD\t\thand\nyy\tname\tА\tБ\tC\tD\t\thand\nxx\tofficial\tА\tБ\tC\tD\t\thand", "together"),
        ("xx\tname\tА\tБ\tC\tD\t\thand\nxx\tname\tА\tБ\tC\tD\t\thand", "twice"),
        ("xx\tanthem\tА\tБ\tC\tD\t\thand", "anthem"),
    ],
)
def test_a_country_that_is_not_whole_is_refused_with_its_line(tmp_path: Path, lines: str, fault: str) -> None:
    path = tmp_path / "countries.tsv"
    path.write_text("\t".join(tables.THINGS) + f"\n{lines}\n", encoding="utf-8")

    with pytest.raises((TableError, FactsError), match=fault) as refused:
        list(tables.things(path, Country))

    assert "countries.tsv:" in str(refused.value)


def test_the_program_starts_without_reading_the_register() -> None:
    code = (
        "import sys, pressdesk.cli.main, pressdesk.app.desk\n"
        "shipped = sys.modules.get('pressdesk.app.register.shipped')\n"
        "readers = () if shipped is None else (shipped.shipped, shipped.countries, shipped.organisations)\n"
        "assert not any(reader.cache_info().currsize for reader in readers)\n"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
