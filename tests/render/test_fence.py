"""Templates of strangers: whatever could hang, escape or reach out is refused with file and line."""

from pathlib import Path

import pytest

from pressdesk.app.samples import sample
from pressdesk.errors import PackError
from pressdesk.language.language import load as load_language
from pressdesk.model.release import BlockKind
from pressdesk.render.blocks import blocks_of
from pressdesk.render.environment import from_source, load
from pressdesk.render.pack import load_type
from pressdesk.render.view import View

FIELD = """
title = { kk = "a" }
[[section]]
id = "e"
title = { kk = "e" }
[[section.field]]
path = "%s"
kind = "%s"
label = { kk = "d" }
"""
HOSTILE = [
    "{{ 9 ** 9 }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 1 + 1 }}",
    "{{ 'a' ~ 'b' }}",
    "{% set x = 'x' %}{{ x }}",
    "{% macro f() %}{{ f() }}{% endmacro %}",
    "{{ actor.__class__ }}",
    "{{ actor['__class__'] }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ 'x' | format('%1000000000s') }}",
    "{{ actor | attr('__init__') }}",
    "{{ 'x' | center(1000000000) }}",
    "{% for a in people %}{% for b in people %}{% for c in people %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% include actor.id %}",
    "{% for a in people %}{% include 'x.j2' %}{% endfor %}",
    "{{ self.__init__ }}",
    "{{ super() }}",
    "{{ cycler('a') }}",
    "{{ range(1000000000) }}",
    "{{ people.append }}{{ people.append(1) }}",
    "{% extends '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% for a in people recursive %}{{ loop(people) }}{% endfor %}",
    "{% filter upper %}x{% endfilter %}",
    "{% call f() %}x{% endcall %}",
    "{{ lipsum }}",
    "{{ namespace }}",
    "{{ config }}",
    "{% raw %}{% endraw %}{{ nobody }}",
    "{% for a in [1, 2] %}x{% endfor %}",
    "{{ people | map('x') }}",
    "{{ undefined_thing.more }}",
]


def refused(source: str) -> PackError:
    language = load_language("kk")
    with pytest.raises(PackError) as caught:
        from_source(f"Бірінші жол\n{source}", "pack/kk.j2", language).output(
            View(sample("guimaraes"), language).build()
        )
    return caught.value


@pytest.mark.parametrize("source", HOSTILE)
def test_a_hostile_template_is_refused_with_file_and_line(source: str) -> None:
    assert str(refused(source)).startswith("pack/kk.j2:2: ")


def test_a_slip_of_the_pen_names_its_line() -> None:
    assert "pack/kk.j2:2" in str(refused("{% if actor %}"))
    assert "there is no filter “frm”" in str(refused('{{ actor | frm("GEN") }}'))


def test_a_form_that_no_language_has_is_a_sentence_not_a_traceback() -> None:
    with pytest.raises(PackError, match=r"pack/kk.j2:1: .*NOSUCH"):
        from_source('{{ own | form("NOSUCH") }}', "pack/kk.j2", load_language("kk"))


def test_a_template_larger_than_64_kib_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kk.j2").write_text("x" * 70_000)

    with pytest.raises(PackError, match="64 KiB"):
        load(tmp_path, "kk")


def test_a_link_out_of_the_pack_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("құпия")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "kk.j2").symlink_to(secret)

    with pytest.raises(PackError, match="links out of it are refused"):
        load(pack, "kk")


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("title = 5", "must be a text by language"),
        ("titel = 1", "the key “titel” is not known"),
        ("[", "not valid TOML"),
        (FIELD % ("event.dat", "date"), "“dat”"),
        (FIELD % ("event.date", "dat"), "“dat”"),
    ],
)
def test_a_release_type_with_a_fault_is_refused_in_a_sentence(toml: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "type.toml").write_text(toml, encoding="utf-8")

    with pytest.raises(PackError) as caught:
        load_type(tmp_path)

    assert says in str(caught.value)


def test_private_use_characters_in_a_fact_cannot_forge_an_origin() -> None:
    from pressdesk.model.paths import put
    from pressdesk.render.render import render

    draft = sample("guimaraes")
    forged = "\ue000people[0]\ue001FIELD\ue001\ue001\ue001\ue001\ue002x\ue003Жалған"

    release = render(draft.with_facts(put(draft.facts, "event.place.name.kk", forged)), "kk")

    assert "Жалған" in release.lead
    assert not any(0xE000 <= ord(c) <= 0xE00F for c in release.plain())


@pytest.mark.parametrize(
    "source", ["{{ programme }}", "{{ people }}", "{{ event.date }}", "{{ facts }}", "{{ actor | date }}"]
)
def test_what_is_no_words_is_refused_and_never_printed_as_the_program_sees_it(source: str) -> None:
    assert "object at 0x" not in str(refused(source))


def test_a_byte_order_mark_in_front_of_a_template_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "kk.j2").write_bytes("\ufeff# {{ own }} \u0442\u0430\u049b\u044b\u0440\u044b\u0431\u044b\n".encode())
    language = load_language("kk")

    output = load(tmp_path, "kk").output(View(sample("guimaraes"), language).build())

    assert blocks_of(output, "kk")[0].kind is BlockKind.HEADLINE


def test_a_template_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kk.j2").write_bytes("тақырып".encode("utf-16"))

    with pytest.raises(PackError, match="UTF-8"):
        load(tmp_path, "kk")


def test_a_part_that_many_packs_share_is_taken_in_by_name_and_the_trace_names_its_file() -> None:
    template = from_source('Бірінші абзац\n\n{% include "photo" %}\n', "pack/kk.j2", load_language("kk"))

    output = template.output(View(sample("guimaraes"), load_language("kk")).build())
    blocks = blocks_of(output, "kk")

    assert [block.kind for block in blocks] == [BlockKind.LEAD, BlockKind.CREDIT]
    assert {origin.line for origin in blocks[1].origins if origin.line} == {"shared/kk/photo.j2:2"}


@pytest.mark.parametrize("name", ["../working_visit/kk", "/etc/passwd", "nosuch", "PHOTO", ""])
def test_an_include_of_anything_but_a_shared_part_is_refused_with_what_there_is(name: str) -> None:
    with pytest.raises(PackError, match="photo") as refused:
        from_source(f'Бірінші жол\n{{% include "{name}" %}}', "pack/kk.j2", load_language("kk"))

    assert refused.value.line == 2


def test_a_section_taken_over_may_be_cut_and_sharpened_but_not_misspelt(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    pack = folder / "type.toml"
    pack.write_text(
        'title = { kk = "a" }\n[[section]]\nuse = "photo"\nonly = ["photo.credit"]\nrequired = ["photo.credit"]\n',
        encoding="utf-8",
    )

    section = load_type(folder).sections[0]

    assert [(f.path, f.required) for f in section.fields] == [("photo.credit", True)]
    other = tmp_path / "other"
    other.mkdir()
    (other / "type.toml").write_text(
        'title = { kk = "a" }\n[[section]]\nuse = "photo"\nonly = ["photo.nosuch"]\n', encoding="utf-8"
    )
    with pytest.raises(PackError, match=r"photo\.nosuch"):
        load_type(other)
