"""Soft marks: what is plausible by its stem and its chain, and which rare forms were probably meant for others."""

import shutil
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import read_table
from pressdesk.proof.context.checks import CHECKS
from pressdesk.proof.context.plausible import CHAINS, FORMS, UNHEARD, load_plausible
from pressdesk.proof.context.proofer import ContextProofer
from pressdesk.proof.context.rules import load_rules
from pressdesk.proof.context.soft import OWN, SoftMarks, load_soft
from pressdesk.proof.spelling import Speller

STYLE = resources("kk") / "style"
NONE = NameForms.none()


@pytest.fixture(scope="module")
def soft() -> SoftMarks:
    return load_soft(STYLE, Speller(Grammar.load(resources("kk"))))


@pytest.mark.parametrize(
    ("commoner", "rarer"),
    [
        ("елдер", "елер"),
        ("қалада", "қалаша"),
        ("министрлігіне", "министрлігінше"),
        ("барды", "барғай"),
        ("жұмысқа", "жұмыссызға"),
    ],
)
def test_a_common_stem_with_a_common_chain_is_the_more_plausible(soft: SoftMarks, commoner: str, rarer: str) -> None:
    of = soft.plausible.of
    likely, unlikely = of(commoner), of(rarer)

    assert likely is not None
    assert unlikely is not None
    assert likely > unlikely + 1


def test_a_form_of_two_readings_is_as_plausible_as_both_together(soft: SoftMarks) -> None:
    reader = soft.plausible.reader
    one = [word for word in ("алма", "бала", "жасы") if len(set(reader.readings(word, False))) > 1]

    assert one
    assert all((soft.plausible.of(word) or 0) > 0 for word in one)


def test_what_another_owner_alone_tells_apart_is_marked_on_words_of_the_press_only(soft: SoftMarks) -> None:
    assert [w for w in ("достарыммен", "үйлеріммен", "балаларыммен", "әкелеріммен") if soft.instead(w, NONE)] == []
    assert soft.instead("министрлеріммен", NONE) == "министрлерімен"
    assert soft.instead("ауылар", NONE) == "ауылдар"


def test_what_cannot_be_read_without_a_capital_is_not_judged(soft: SoftMarks) -> None:
    assert soft.plausible.of("қажетсізқ") is None
    assert soft.plausible.of("португалиядағы") is None


def test_a_suffix_that_was_never_counted_is_not_judged(soft: SoftMarks, tmp_path: Path) -> None:
    folder = tmp_path / "style"
    shutil.copytree(STYLE, folder)
    chains = folder / "chains.tsv"
    lines = chains.read_text(encoding="utf-8").splitlines()
    chains.write_text("\n".join(line for line in lines if "\tDAT\t" not in line) + "\n", encoding="utf-8")

    assert soft.plausible.of("қалаға") is not None
    assert load_plausible(folder, soft.plausible.reader).of("қалаға") is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("онын", "оның"),
        ("ауылар", "ауылдар"),
        ("қудайы", "құдайы"),
        ("Ауылар", "Ауылдар"),
        ("көніл", "көңіл"),
        ("отымын", "отырмын"),
    ],
)
def test_a_rare_form_is_traced_to_what_was_meant_in_its_capitals(soft: SoftMarks, word: str, meant: str) -> None:
    assert soft.instead(word, NONE) == meant


@pytest.mark.parametrize(
    "word",
    [
        "ауылдар",  # common
        "біздің",
        "маңдайы",  # looks like a rare form of another word and is none
        "уақытша",
        "ынтымактастык",  # refused by the spelling check: a hard mark
        "АУЫЛАР",  # a headline
        "Асан",  # a name
        "аа",  # too short
        "70%-ын",
        "",
    ],
)
def test_what_is_common_refused_or_a_name_gets_no_soft_mark(soft: SoftMarks, word: str) -> None:
    assert soft.instead(word, NONE) == ""


def test_a_name_of_the_draft_gets_no_soft_mark(soft: SoftMarks) -> None:
    names = NameForms.of(soft.speller.grammar, [("Ауылар", {})])

    assert soft.instead("Ауылар", names) == ""


def test_every_pair_of_suffixes_has_a_cost_and_an_example_that_is_a_word(soft: SoftMarks) -> None:
    rows = list(read_table(STYLE / "chains.tsv", CHAINS))
    accepts = soft.speller.grammar.accepts

    assert all(0 <= float(row["cost"]) < UNHEARD for row in rows)
    assert [row["example"] for row in rows if not (accepts(row["example"]) or accepts(row["example"].title()))] == []


def test_the_forms_entered_by_hand_are_words_each_with_its_reason(soft: SoftMarks) -> None:
    forms = [(row["form"], row["note"]) for row in read_table(STYLE / "forms.tsv", FORMS)]
    own = [(row["form"], row["meant"], row["note"]) for row in read_table(STYLE / "confusable_own.tsv", OWN)]
    accepts = soft.speller.grammar.accepts

    assert len(forms) + len(own) <= 400
    assert len({form for form, _ in forms}) == len(forms)
    assert all(note for *_, note in (*forms, *own))
    assert sum(not accepts(form) for form, _ in forms) < len(forms) / 20  # one that is refused does no harm
    assert [form for form, meant, _ in own if not (accepts(form) and accepts(meant))] == []
    assert {meant for _, meant, _ in own} & {form for form, _, _ in own} == set()


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("chains.tsv", "N\t.\t", "N\t.\tx", "number of threefold steps"),
        ("stems_own.tsv", "\t8\t", "\teight\t", "number of threefold steps"),
        ("forms.tsv", "\tnote", "\tremark", "must name the columns"),
    ],
)
def test_a_faulty_row_is_refused_with_its_place(
    soft: SoftMarks, tmp_path: Path, table: str, old: str, new: str, said: str
) -> None:
    folder = tmp_path / "style"
    shutil.copytree(STYLE, folder)
    path = folder / table
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    with pytest.raises(TableError, match=table.replace(".", r"\.")) as caught:
        load_soft(folder, soft.speller)

    assert said in str(caught.value)


@pytest.fixture(scope="module")
def proofer(soft: SoftMarks) -> ContextProofer:
    return ContextProofer.of(soft.speller)


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Тараптар бұл жобаны шығым.", "шығым", "шығып"),  # an object before it, and it ends the sentence
    ],
)
def test_what_suits_the_words_beside_it_is_likelier(proofer: ContextProofer, text: str, word: str, meant: str) -> None:
    assert proofer.soft.instead(word, NONE) == ""
    assert [(f.text, f.suggestions[0].text) for f in proofer.text(text, NONE)] == [(word, meant)]


def test_what_a_postposition_refuses_is_not_proposed_before_it(proofer: ContextProofer) -> None:
    assert proofer.soft.instead("жолдадың", NONE) == "жолдардың"
    assert proofer.text("Елдің жолдадың туралы айтылды.", NONE) == []


def test_a_faulty_place_or_number_of_fits_is_refused(soft: SoftMarks, tmp_path: Path) -> None:
    for old, new, said in (("after\tGEN", "behind\tGEN", "Say after"), ("\t0.8\t", "\tmuch\t", "number of threefold")):
        folder = tmp_path / said[:3]
        shutil.copytree(STYLE, folder)
        table = folder / "fits.tsv"
        table.write_text(table.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

        with pytest.raises(TableError, match=r"fits\.tsv:\d+") as caught:
            load_rules(folder, CHECKS)
        assert said in str(caught.value)
