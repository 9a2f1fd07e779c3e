import string
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.export.samples import LOCALES, release_of

from pressdesk.data import resources
from pressdesk.errors import ExportError
from pressdesk.export.tables import read_toml
from pressdesk.export.words import ASTANA, Words, embargo_until, locale_of, words_for, zone_name


def words(language: str) -> Words:
    return words_for(release_of(language=language))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("kk", "Понте-Клара, 2026\u00a0жылғы 14\u00a0қыркүйек"),
        ("ru", "Понте-Клара, 14\u00a0сентября 2026\u00a0года"),
        ("en", "Понте-Клара, 14\u00a0September 2026"),
        ("pt", "Понте-Клара, 14\u00a0de setembro de 2026"),
    ],
)
def test_the_date_line_is_written_as_the_language_writes_it(language: str, line: str) -> None:
    assert words(language).date_line("Понте-Клара", date(2026, 9, 14)) == line


def test_a_date_line_without_a_date_is_the_place() -> None:
    assert words("kk").date_line("Астана", None) == "Астана"


@pytest.mark.parametrize(
    ("language", "sentence", "short"),
    [
        (
            "kk",
            "Эмбарго: 2026\u00a0жылғы 22\u00a0сәуірде сағат 15:00-ге дейін жариялауға болмайды (Астана уақыты, UTC+5).",
            "Эмбарго: 22.04.2026, 15:00-ге дейін (UTC+5)",
        ),
        (
            "ru",
            "Эмбарго: не публиковать до 15:00 22\u00a0апреля 2026\u00a0года по времени Астаны (UTC+5).",
            "Эмбарго до 22.04.2026, 15:00 (UTC+5)",
        ),
        (
            "en",
            "Embargo: not for publication before 15:00 on 22\u00a0April 2026, Astana time (UTC+5).",
            "Embargo until 22\u00a0April 2026, 15:00 (UTC+5)",
        ),
        (
            "pt",
            "Embargo: não publicar antes das 15h00 de 22\u00a0de abril de 2026, hora de Astana (UTC+5).",
            "Embargo até 22\u00a0de abril de 2026, 15h00 (UTC+5)",
        ),
    ],
)
def test_the_embargo_is_a_sentence_in_the_text_and_short_in_the_head(language: str, sentence: str, short: str) -> None:
    until = datetime(2026, 4, 22, 15, tzinfo=ASTANA)

    assert words(language).embargo_sentence(until) == sentence
    assert words(language).embargo_short(until) == short


@pytest.mark.parametrize(
    ("minute", "ending"),
    [
        (0, "ге"),
        (10, "ға"),
        (15, "ке"),
        (20, "ға"),
        (30, "ға"),
        (36, "ға"),
        (40, "қа"),
        (45, "ке"),
        (50, "ге"),
        (57, "ге"),
    ],
)
def test_the_kazakh_ending_follows_the_last_numeral_spoken(minute: int, ending: str) -> None:
    until = datetime(2026, 4, 22, 10, minute, tzinfo=ASTANA)

    assert f"10:{minute:02}-{ending} дейін" in words("kk").embargo_sentence(until)


def test_an_embargo_of_another_zone_is_given_in_both() -> None:
    until = datetime(2026, 4, 22, 11, tzinfo=timezone(timedelta(hours=1)))

    assert words("kk").embargo_sentence(until).endswith("(Астана уақыты, UTC+5; UTC+1 бойынша 11:00).")
    assert words("pt").embargo_sentence(until).endswith("(UTC+5; 11h00 em UTC+1).")


def test_the_other_zone_names_its_day_where_it_is_another_one() -> None:
    until = datetime(2026, 4, 22, 23, tzinfo=UTC)

    sentence = words("ru").embargo_sentence(until)

    assert "до 04:00 23\u00a0апреля" in sentence
    assert sentence.endswith("; 22.04.2026, 23:00 по UTC).")


@pytest.mark.parametrize("embargo", ["завтра", "2026-04-22T15:00", "2026-04-22"])
def test_an_embargo_without_a_moment_is_refused_with_the_mend(embargo: str) -> None:
    with pytest.raises(ExportError, match=r"2026-04-22T15:00\+05:00"):
        embargo_until(release_of(embargo=embargo))


@pytest.mark.parametrize(
    ("minutes", "name"), [(0, "UTC"), (300, "UTC+5"), (-180, "UTC-3"), (330, "UTC+5:30"), (-210, "UTC-3:30")]
)
def test_a_zone_is_named_by_its_distance_from_utc(minutes: int, name: str) -> None:
    assert zone_name(timedelta(minutes=minutes)) == name


def test_the_release_may_bring_its_own_words() -> None:
    release = release_of(labels={"label": "Мәлімдеме", "no such key": "…"})

    assert words_for(release).texts["label"] == "Мәлімдеме"
    assert "no such key" not in words_for(release).texts


@pytest.mark.parametrize("language", ["xx", "../kk", ""])
def test_a_language_without_words_is_refused_by_name(language: str) -> None:
    release = replace(release_of(), language=language)

    with pytest.raises(ExportError, match=f"«{language}»"):
        words_for(release)


def test_a_pattern_with_an_unknown_brace_is_refused_with_the_known_ones() -> None:
    broken = Words({"credit": "Сурет: {who}"}, {}, {})

    with pytest.raises(ExportError, match=r"\{credit\}"):
        broken.credit("Akorda")


def fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize("language", LOCALES)
def test_every_language_says_the_same_things(language: str) -> None:
    def shape(path: Path) -> dict[str, object]:
        table = read_toml(path)
        return {key: set(held) - {"endings"} if isinstance(held, dict) else type(held) for key, held in table.items()}

    labels = resources("documents", "labels")

    assert shape(labels / f"{language}.toml") == shape(labels / "en.toml")
    assert fields(words(language).texts["page"]) == {"page", "pages"}
    assert fields(words(language).texts["credit"]) == {"credit"}


def test_a_short_tag_gets_its_country_and_a_full_one_stays() -> None:
    assert [locale_of(tag) for tag in ("kk", "pt", "de", "pt-BR", "xx")] == ["kk-KZ", "pt-PT", "de-DE", "pt-BR", "xx"]
