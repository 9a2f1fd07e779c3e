"""What a house says on a page: the end mark as the last line, labels and dates of its variety, its language tags."""

import dataclasses
import re

import pytest
from tests.export.writing import written

from pressdesk.app.samples import sample
from pressdesk.export.options import ExportOptions
from pressdesk.language.house import default
from pressdesk.model.house import House
from pressdesk.model.release import Release
from pressdesk.render.render import render

TAGS = ("kk", "ru", "en", "pt")
ABROAD = dataclasses.replace(
    default(), varieties={"en": "US", "pt": "BR"}, end_marks={"kk": "– соңы –", "ru": "", "en": "", "pt": "(fim)"}
)


def release(tag: str, house: House = ABROAD) -> Release:
    return render(sample("salvania-consultations"), tag, house)


def words(content: bytes) -> str:
    return re.sub(r"<[^>]+>", "", content.decode("utf-8"))


@pytest.mark.parametrize("tag", TAGS)
def test_the_end_mark_is_the_last_line_of_a_text_and_there_is_none_where_none_is_wanted(tag: str) -> None:
    lines = written(release(tag), "txt").decode("utf-8").splitlines()

    assert lines[-1] == (ABROAD.end_marks[tag] or release(tag).blocks[-1].text)
    assert len(lines) == len(release(tag).blocks) + bool(ABROAD.end_marks[tag])


@pytest.mark.parametrize("tag", TAGS)
def test_the_end_mark_of_the_house_takes_the_place_of_the_page_s_own(tag: str) -> None:
    page = written(release(tag), "html").decode("utf-8")
    marks = re.findall(r'<p class="end_?-?mark"[^>]*>(.*?)</p>', page)

    assert marks == ([ABROAD.end_marks[tag]] if ABROAD.end_marks[tag] else [])


def test_a_page_carries_the_tags_of_the_varieties() -> None:
    page = written(release("en"), "html", ExportOptions(siblings=TAGS)).decode("utf-8")

    assert '<html lang="en-US"' in page
    assert 'lang="pt-BR" hreflang="pt-BR"' in page
    assert 'content="pt_BR"' in page
    assert "pt-PT" not in page


def test_the_date_line_and_the_labels_are_the_variety_s() -> None:
    assert "September 10, 2026" in words(written(release("en"), "html")).replace("\u00a0", " ")
    assert "10 September 2026" in words(written(release("en", default()), "html")).replace("\u00a0", " ")
    assert "Nota à imprensa" in words(written(release("pt"), "html"))
    assert "Comunicado de imprensa" in words(written(release("pt", default()), "html"))
