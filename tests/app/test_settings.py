from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.app.settings import RECENT_LIMIT, Settings, load, save, settings_file


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.at(tmp_path)


def write(places: Places, text: str) -> None:
    settings_file(places).parent.mkdir(parents=True, exist_ok=True)
    settings_file(places).write_text(text, encoding="utf-8")


def test_without_a_file_the_defaults_stand_and_nothing_is_said(places: Places) -> None:
    loaded = load(places)

    assert loaded.settings == Settings()
    assert loaded.complaints == ()


def test_settings_come_back_as_they_were_saved(places: Places) -> None:
    settings = Settings(
        language="kk", theme="dark", text_size=130, letters=True, recent=('/a/«б» "q"\\n.pressdesk', "/tab\there")
    )
    save(settings, places)

    assert load(places).settings == settings


def test_keys_of_a_newer_version_stay_in_the_file(places: Places) -> None:
    write(
        places, 'theme = "dark"\nsparkle = 3\nwhen = 2026-01-02\n[review]\nname = "Айгүл"\n[review.deep]\nx = [1, 2]\n'
    )
    save(load(places).settings, places)

    again = load(places).settings
    assert again.theme == "dark"
    assert again.unknown["sparkle"] == 3
    assert again.unknown["review"] == {"name": "Айгүл", "deep": {"x": [1, 2]}}
    assert again.unknown["when"].isoformat() == "2026-01-02"


def test_a_broken_file_gives_one_sentence_and_the_defaults(places: Places) -> None:
    write(places, "theme = = dark")
    loaded = load(places)

    assert loaded.settings == Settings()
    assert len(loaded.complaints) == 1
    assert "settings.toml" in loaded.complaints[0]
    assert "the defaults are used" in loaded.complaints[0]


def test_a_file_that_is_no_text_gives_one_sentence_and_the_defaults(places: Places) -> None:
    settings_file(places).parent.mkdir(parents=True)
    settings_file(places).write_bytes(b"\xff\xfe\x00theme")

    assert load(places).settings == Settings()
    assert len(load(places).complaints) == 1


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('theme = "mauve"', "theme"),
        ("text_size = 400", "text_size"),
        ('text_size = "100"', "text_size"),
        ("text_size = true", "text_size"),
        ('language = "fr"', "language"),
        ("letters = 1", "letters"),
        ("recent = [1]", "recent"),
    ],
)
def test_one_wrong_value_is_named_and_the_others_are_kept(places: Places, line: str, named: str) -> None:
    write(places, f'{line}\nexport_folder = "/srv"\n')
    loaded = load(places)

    assert loaded.settings.export_folder == "/srv"
    assert getattr(loaded.settings, named) == getattr(Settings(), named)
    assert len(loaded.complaints) == 1
    assert f"“{named}”" in loaded.complaints[0]


def test_the_draft_used_last_is_first_and_is_listed_once(places: Places) -> None:
    settings = Settings()
    for number in range(RECENT_LIMIT + 3):
        settings = settings.with_recent(Path(f"/d{number}.pressdesk"))
    settings = settings.with_recent(Path("/d9.pressdesk"))

    assert settings.recent[0] == "/d9.pressdesk"
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT
