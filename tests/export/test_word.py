"""The Word file's text, styles and languages; test_word_file.py has its parts and properties."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from tests.export.samples import LOCALES, full, modest, photo, release_of
from tests.export.writing import W, paragraphs, part, parts, word, written

from pressdesk.errors import ExportError
from pressdesk.export.exporter import EXPORTERS, ExportOptions
from pressdesk.export.pieces import clean
from pressdesk.model.release import Block, BlockKind, Photo

STYLES = {
    "headline": "Heading 1",
    "credit": "Caption",
    "lead": "Release Lead",
    "paragraph": "Body Text",
    "subheading": "Heading 2",
    "list_item": "Release List End",
    "quote": "Release Quote Alone",
    "speaker": "Release Speaker",
}


@pytest.mark.parametrize("language", LOCALES)
def test_no_text_is_lost_and_none_is_doubled(language: str) -> None:
    release = full(language)
    texts = [text for _, text in paragraphs(release)]
    start = texts.index(release.headline)
    body = [text for text in texts[start:] if text]  # without the photo's paragraph

    count = len(release.blocks)
    assert body[:count] == [block.text for block in release.blocks]
    assert body[count:] == (["###"] if language == "en" else []) + [release.disclaimer]


@pytest.mark.parametrize(("kind", "style"), STYLES.items())
def test_every_kind_of_block_has_its_style(kind: str, style: str) -> None:
    assert paragraphs(release_of((kind, "Мәтін")))[1] == (style, "Мәтін")


def test_items_and_quotes_know_their_neighbours() -> None:
    release = release_of(
        ("list_item", "бір"), ("list_item", "екі"), ("quote", "«үш»"), ("speaker", "Төрт"), ("quote", "«бес»")
    )

    assert [style for style, _ in paragraphs(release)[1:]] == [
        "List Bullet",
        "Release List End",
        "Quote",
        "Release Speaker",
        "Release Quote Alone",
    ]


def test_the_opening_lines_come_in_their_order() -> None:
    styles = [style for style, _ in paragraphs(full("kk", draft=True))]

    assert styles[:8] == [
        "Release Label",
        "Release Draft Mark",
        "Release Embargo",
        "Date",
        "Heading 1",
        "Release Figure",
        "Caption",
        "Release Lead",
    ]


def test_what_a_release_does_not_have_leaves_no_trace() -> None:
    release = release_of(("headline", "Тақырып"), ("paragraph", "  "), ("lead", ""), ("paragraph", "\x00"))

    assert paragraphs(release) == [("Release Label", "Баспасөз хабарламасы"), ("Heading 1", "Тақырып")]


def test_a_credit_without_a_photo_stands_alone() -> None:
    release = release_of(("headline", "Тақырып"), ("credit", "Сурет: Akorda"), ("lead", "Кіріспе"))

    assert [style for style, _ in paragraphs(release)] == ["Release Label", "Heading 1", "Caption", "Release Lead"]


def test_a_photo_without_a_credit_block_takes_its_own_credit() -> None:
    picture = Photo("p.jpg", photo(), "", "Akorda")
    release = release_of(("headline", "Тақырып"), ("lead", "Кіріспе"), photo=picture)

    assert paragraphs(release)[1:] == [
        ("Heading 1", "Тақырып"),
        ("Release Figure", ""),
        ("Caption", "Сурет: Akorda"),
        ("Release Lead", "Кіріспе"),
    ]


def test_a_condolence_shows_no_photo() -> None:
    assert "Release Figure" not in [style for style, _ in paragraphs(full("kk", kind="condolence"))]


def languages(content: bytes) -> list[tuple[str, str]]:
    """(text, language) of every run of the document, heads and feet included."""
    found = []
    for root in parts(content, "word/"):
        for run in root.iter(f"{W}r"):
            language = run.find(f"{W}rPr/{W}lang")
            text = "".join(t.text or "" for t in run.iter(f"{W}t"))
            found.append((text, language.get(f"{W}val") if language is not None else ""))
    return found


@pytest.mark.parametrize("language", LOCALES)
def test_every_run_names_its_language(language: str) -> None:
    runs = languages(written(full(language, draft=True), "docx"))

    assert len(runs) > 20
    assert [text for text, tag in runs if not tag] == []


def test_a_foreign_name_is_a_run_in_its_own_language() -> None:
    runs = dict(languages(written(full("kk"), "docx")))

    assert runs["Universidade de Ponte Clara"] == "pt-PT"
    assert runs["Rivermark"] == "en-GB"
    assert runs["Министерство иностранных дел Республики Казахстан"] == "ru-RU"
    assert runs["2026-09-14 · visit-ponte-clara · kk"] == "en-GB"
    assert runs["Сурет: ҚР СІМ"] == "kk-KZ"


@pytest.mark.parametrize("language", LOCALES)
def test_defaults_and_every_paragraph_style_name_the_language(language: str) -> None:
    styles = part(written(full(language), "docx"), "word/styles.xml")
    tags = [lang.get(f"{W}val") for lang in styles.findall(f"{W}docDefaults//{W}lang")]
    for style in styles.findall(f"{W}style[@{W}type='paragraph']")[1:]:
        tags += [lang.get(f"{W}val") for lang in style.findall(f"{W}rPr/{W}lang")]

    assert len(tags) == len(styles.findall(f"{W}style[@{W}type='paragraph']"))
    assert set(tags) == {LOCALES[language]}


def test_an_ending_hangs_on_a_no_break_hyphen() -> None:
    body = part(written(full("kk"), "docx"), "word/document.xml")
    bound = []
    for hyphen in body.iter(f"{W}noBreakHyphen"):
        before, after = hyphen.getprevious(), hyphen.getnext()
        assert before is not None
        assert after is not None
        bound.append(f"{(before.text or '').split()[-1]}-{(after.text or '').split()[0]}")

    assert bound == ["15:00-ге", "ҚР-ның", "7,5%-ға", "70%-ын", "ЮНЕСКО-ға"]


def test_paragraphs_are_formatted_by_their_styles_alone() -> None:
    body = part(written(full("kk", draft=True), "docx"), "word/document.xml")

    assert {child.tag for ppr in body.iter(f"{W}pPr") for child in ppr} == {f"{W}pStyle"}
    assert {child.tag for rpr in body.iter(f"{W}rPr") for child in rpr} == {f"{W}rStyle", f"{W}lang", f"{W}noProof"}


def test_every_style_that_is_used_exists() -> None:
    content = written(full("kk", draft=True), "docx")
    styles = part(content, "word/styles.xml")
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {
        style.get(f"{W}val")
        for root in parts(content, "word/")
        for name in ("pStyle", "rStyle", "basedOn", "next")
        for style in root.iter(f"{W}{name}")
    }

    assert used - known == set()


def head_texts(release_word: Document) -> dict[str, list[str]]:
    section = release_word.sections[0]
    heads = {"first": section.first_page_header, "other": section.header, "foot": section.footer}
    return {name: [paragraph.text for paragraph in head.paragraphs] for name, head in heads.items()}


def test_the_letterhead_names_the_issuer_in_two_languages() -> None:
    assert head_texts(word(full("kk")))["first"] == [
        "Қазақстан Республикасы Сыртқы істер министрлігі",
        "Министерство иностранных дел Республики Казахстан",
        "010000, Астана, Үлгі көшесі, 1  ·  www.example.org",
    ]


def test_a_letterhead_without_an_address_keeps_its_rule() -> None:
    header = word(modest("kk")).sections[0].first_page_header

    assert [p.style.name for p in header.paragraphs if p.style] == [
        "Letterhead Issuer Alone",
        "Letterhead Second",
        "Letterhead Rule",
    ]


def test_without_an_issuer_there_is_no_letterhead() -> None:
    header = word(release_of(("headline", "Тақырып"))).sections[0].first_page_header

    assert [p.text for p in header.paragraphs] == [""]
    assert not list(header._element.iter(qn("w:drawing")))


@pytest.mark.parametrize(
    ("state", "right"),
    [
        ({"draft": True}, "Жоба – жариялауға арналмаған"),
        ({"draft": False}, "Эмбарго: 14.09.2026, 15:00-ге дейін (UTC+5)"),
        ({"embargo": ""}, "2026\u00a0жылғы 14\u00a0қыркүйек"),
        ({"embargo": "", "date": None}, ""),
    ],
)
def test_the_running_head_says_what_matters_most(state: dict[str, object], right: str) -> None:
    assert head_texts(word(full("kk", **state)))["other"] == [f"ҚР СІМ · Баспасөз хабарламасы\t{right}"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("kk", "1-бет, барлығы 1"), ("ru", "Страница 1 из 1"), ("en", "Page 1 of 1"), ("pt", "Página 1 de 1")],
)
def test_the_foot_counts_the_pages_by_fields(language: str, text: str) -> None:
    footer = word(full(language)).sections[0].footer._element

    fields = [field.get(qn("w:instr")).strip() for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "".join(t.text for t in footer.iter(qn("w:t"))).endswith(text)


@pytest.mark.parametrize(("draft", "diagonal", "count"), [(True, True, 2), (True, False, 0), (False, True, 0)])
def test_the_large_word_is_on_drafts_alone_and_may_be_switched_off(draft: bool, diagonal: bool, count: int) -> None:
    content = written(full("kk", draft=draft), "docx", ExportOptions(embed_fonts=False, diagonal=diagonal))
    words = [
        path for root in parts(content, "word/header") for path in root.iter("{urn:schemas-microsoft-com:vml}shape")
    ]

    assert len(words) == count


def test_the_photo_has_its_alternative_text_and_its_shape() -> None:
    release = full("kk", photo=Photo("p.jpg", photo(1200, 1600), "Биік мұнара", "Akorda"))
    shape = word(release).inline_shapes[0]
    drawn = shape._inline

    assert drawn.docPr.get("descr") == "Биік мұнара"
    assert drawn.graphic.graphicData.pic.nvPicPr.cNvPr.get("descr") == "Биік мұнара"
    assert shape.height.mm == pytest.approx(85, abs=0.1)
    assert shape.width.mm == pytest.approx(85 * 1200 / 1600, abs=0.1)


def test_a_wide_photo_fills_the_column() -> None:
    shape = word(full("kk")).inline_shapes[0]

    assert shape.width.mm == pytest.approx(150, abs=0.1)


ODD = [
    "<b>қою</b> & \"тырнақша\" 'апостроф' ]]> <!-- -->",
    "🇰🇿 👩‍🔬 emoji",
    "سامح شكري мен Қазақстан",
    "a\x00b\x08c\x0b\x1f\ufffe",
    "half \ud83d pair",
    "екі\nжол\tжәне табуляция",
    "ұзын" * 500,
    "  шетінде бос орын  ",
    "⟦field⟧ {{ jinja }} {% raw %} %s %(x)s {0}",
    "\u00a0\u2011\u200b\u00ad\u202f",
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("kind", list(BlockKind))
def test_odd_text_arrives_whole(kind: BlockKind, text: str) -> None:
    release = replace(release_of(), blocks=(Block("b", kind, text),))

    # python-docx reads every no-break hyphen, U+2011 included, as it stands in the text
    assert [text for _, text in paragraphs(release)][1] == clean(text)


def test_right_to_left_text_is_marked_for_word() -> None:
    body = part(written(release_of(("paragraph", "Министр سامح شكري келді")), "docx"), "word/document.xml")
    marked = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rtl") is not None
    ]

    assert marked == ["سامح شكري"]


def test_hostile_names_and_words_do_not_break_the_file() -> None:
    release = full("kk", slug="a&<b>", disclaimer="</w:p>\x00", labels={"label": "<&>"}, place="Қ & \x01")
    issuer = replace(release.issuer, name='"<&>\x02', site="javascript:alert(1)", address="\x03&")
    opened = word(replace(release, issuer=issuer))

    assert opened.core_properties.author == '"<&>'
    assert opened.paragraphs[0].text == "<&>"


def test_the_same_release_gives_the_same_bytes() -> None:
    options = ExportOptions()

    assert written(full("kk", draft=True), "docx", options) == written(full("kk", draft=True), "docx", options)


def test_an_empty_release_is_a_whole_document() -> None:
    assert paragraphs(release_of()) == [("Release Label", "Баспасөз хабарламасы")]


def test_a_photo_that_cannot_be_read_writes_nothing() -> None:
    to = BytesIO()
    with pytest.raises(ExportError):
        EXPORTERS["docx"].write(full("kk", photo=Photo("p.jpg", b"no", "", "")), to, ExportOptions())

    assert to.getvalue() == b""


def test_no_element_is_left_in_a_namespace_without_a_name() -> None:
    for root in parts(written(full("kk", draft=True), "docx"), "word/"):
        assert "ns0" not in etree.tostring(root).decode()
