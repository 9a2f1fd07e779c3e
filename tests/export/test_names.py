import pytest
from tests.export.samples import full, release_of

from pressdesk.export.exporter import EXPORTERS, file_name


def test_a_file_is_named_by_date_place_and_language() -> None:
    assert file_name(full("kk", embargo=""), ".docx") == "2026-09-14-visit-ponte-clara-kk.docx"


def test_the_state_shows_in_the_name() -> None:
    assert file_name(full("ru"), "html") == "2026-09-14-visit-ponte-clara-ru-embargo.html"
    assert file_name(full("ru", draft=True), "html") == "2026-09-14-visit-ponte-clara-ru-draft.html"


def test_another_language_differs_in_its_tag_alone() -> None:
    assert file_name(full("kk", embargo=""), ".html", "pt") == "2026-09-14-visit-ponte-clara-pt.html"


def test_a_release_without_a_date_has_none_in_its_name() -> None:
    assert file_name(release_of(slug="note"), ".txt") == "note-kk.txt"


@pytest.mark.parametrize("slug", ["../../etc/passwd", "Ponte Clara: сапар", "", "---", "x" * 300, "a/b\\c"])
def test_no_slug_leads_out_of_the_folder_or_past_eighty_characters(slug: str) -> None:
    name = file_name(full("kk", slug=slug, draft=True), ".docx")

    assert name.isascii()
    assert name == name.lower()
    assert not set(name) & set(" /\\:")
    assert ".." not in name
    assert len(name) <= 80
    assert name.endswith("-kk-draft.docx")


def test_the_formats_are_known_by_name() -> None:
    assert {name: exporter.suffix for name, exporter in EXPORTERS.items()} == {
        "txt": ".txt",
        "html": ".html",
        "docx": ".docx",
    }
