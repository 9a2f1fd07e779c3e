"""A field is called by its label wherever it is spoken of."""

import pytest

from pressdesk.render.pack import load_type, pack_folder


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("event.place.name", "Орны"),
        ("people[3].family", "Тегі"),
        ("people[3].family.kk", "Тегі"),
        ("people[0]", "Адамдар"),
        ("programme[2].points[1]", "Тезистер"),
        ("programme[4].sites[0].org", "Ұйым"),
        ("outcomes[0].what", "Не"),
        ("purposes[1]", "Мақсаты"),
    ],
)
def test_a_path_has_the_label_of_its_field_or_of_the_nearest_above(path: str, label: str) -> None:
    assert load_type(pack_folder("working_visit")).label_at(path)["kk"] == label


def test_a_path_outside_the_form_has_none() -> None:
    assert load_type(pack_folder("working_visit")).label_at("notice.reason") == {}
