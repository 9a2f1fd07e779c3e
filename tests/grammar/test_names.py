"""A draft's own names in all their forms, and the endings that they must not take."""

from functools import cache
from itertools import product
from pathlib import Path

import pytest

from pressdesk.grammar.decline import spell
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.sounds import HARMONIES, Tail
from pressdesk.proof.spelling import Speller, SpellingProofer

TABLE = Path(__file__).parent / "data" / "names.tsv"
LINES = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
NAMES = [(base, kind) for kind, bases in LINES for base in bases.split("|")]
FEATURES = (
    *("GEN", "DAT", "ACC", "LOC", "ABL", "INS", "PL", "LOC+ATTR", "OWN", "POSS3+LOC", "PL+GEN", "EQU"),
    *("PL+POSS3+DAT",),
)


def names(grammar: Grammar, base: str, **traits: str) -> NameForms:
    return NameForms.of(grammar, [(base, traits)])


@pytest.fixture(scope="module")
def speller(kazakh: Grammar) -> Speller:
    return Speller(kazakh)


@cache
def shapes(grammar: Grammar, features: str) -> frozenset[str]:
    """Every shape that the features have after some stem."""
    graph, found = grammar.reader.graph, set[str]()
    for cls, harmony in product(sorted(set(graph.sounds.classes.values())), HARMONIES):
        node = graph.node("N", harmony, Tail(cls, ""), 0)
        chains = graph.chains(node, tuple(features.split("+")))
        found |= {spell(node, chain) for chain in chains if all(arc.written for arc in chain)}
    return frozenset(found)


def test_every_form_of_many_names_is_read(kazakh: Grammar, speller: Speller) -> None:
    rejected = []
    for base, kind in NAMES:
        own = names(kazakh, base, kind=kind)
        forms = [kazakh.form(base, features, {"kind": kind}).text for features in FEATURES]
        rejected += [word for form in forms for word in form.split() if not speller.accepts(word, own)]

    assert len(NAMES) > 300
    assert rejected == []


def test_every_other_shape_of_an_ending_is_refused_where_usage_is_not_split(kazakh: Grammar, speller: Speller) -> None:
    accepted, tried = [], 0
    for base, kind in NAMES:
        last, own = base.split()[-1], names(kazakh, base, kind=kind)
        head = kazakh.decliner.head(last, ("GEN",), {"kind": kind})
        if head.doubt or "both" in head.traits or last.islower():
            continue
        right = {kazakh.form(base, features, {"kind": kind}).text.split()[-1] for features in FEATURES}
        for features in FEATURES:
            for shape in shapes(kazakh, features):
                word = f"{last}-{shape}" if head.spoken else last + shape
                tried += 1
                if word not in right and speller.accepts(word, own):
                    accepted.append(word)
    another = {word for word in accepted if kazakh.accepts(word)}

    assert tried > 10_000
    assert set(accepted) - another == set()
    assert len(another) <= 10, another  # «Самарқанды» is of Самарқанд, «Оралта» of a verb


@pytest.mark.parametrize(
    ("base", "wrong", "right"),
    [
        ("Рикарду Араужу", "Араужуның", "Араужудың"),
        ("Рикарду Араужу", "Араужуқа", "Араужуға"),
        ("Рикарду Араужу", "Араужудегі", "Араужудағы"),
        ("Рикарду Араужу", "Араужудын", "Араужудың"),
        ("Рикарду Араужу", "АРАУЖУНЫҢ", "АРАУЖУДЫҢ"),
        ("Рикарду Араужу", "Арвужудың", "Араужудың"),
        ("Рикарду Араужу", "Араужж", "Араужу"),
        ("Рикарду Араужу", "Рикадруға", "Рикардуға"),
        ("Вила-Сериа", "Вила-Сериадегі", "Вила-Сериадағы"),
        ("А. Қасымов", "Қасымов-тың", "Қасымовтың"),
        ("А.Қасымов", "Қассымов", "Қасымов"),
        ("Айдын Қасымов", "Касымовтың", "Қасымовтың"),
        ("Айдын Қасымов", "Қасимов", "Қасымов"),
        ("Айдын Қасымов", "Қасымовлар", "Қасымовтар"),
        ("Нұрлан Қайратұлы", "Қайратұлыға", "Қайратұлына"),
        ("Нұрлан Қайратұлы", "Қайратулына", "Қайратұлына"),
        ("«Самұрық-Қазына»", "«Самұрық-Қазына»-дың", "«Самұрық-Қазына»-ның"),
        ("«Самұрық-Қазына»", "Самұрық-Қазынаге", "Самұрық-Қазынаға"),
        ("БҰҰ", "БҰҰ-тың", "БҰҰ-ның"),
        ("БҰҰ", "БҰҰ-ге", "БҰҰ-ға"),
        ("Экспо-2017", "Экспо-2017-ға", "Экспо-2017-ге"),
    ],
)
def test_a_wrong_ending_or_a_slip_is_found_and_the_right_form_is_first(
    kazakh: Grammar, speller: Speller, base: str, wrong: str, right: str
) -> None:
    own = names(kazakh, base, kind="person", harmony="back")
    if not base.startswith(("Рикарду", "Вила")):
        own = names(kazakh, base, kind="person" if " " in base or "." in base else "org")

    assert not speller.accepts(wrong, own)
    assert speller.accepts(right, own)
    assert speller.suggest(wrong, own)[0].text == right


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Арман", "арман арманның Арманның Армансыз армандап Армандаған"),
        ("Бақыт", "бақыттың Бақытты бақытқа Бақыт"),
        ("Жеңіс", "жеңістің Жеңіске жеңіс"),
        ("Қала", "қалада Қалаға қаланың Қалалық"),
        ("Ли", "Лима лиганың Литва"),
        ("Ана", "аналар Анар Анарға"),
        ("Жан", "Жанна Жанның Жаннаның Жанат Жансыз"),
        ("Сара", "Сарапшы Сарай Сараң"),
        ("Қасымов", "Хасанов Қасымбеков Қасымова"),
        ("Оман", "Отандық отандық Отаншылдық"),
        ("Әсем", "Әлемдік Әлемде"),
        ("Нұрсұлтан", "Нұр-Сұлтан Нұр-Сұлтанға"),
        ("Серік", "Еріктілер Ерікке"),
    ],
)
def test_a_name_that_is_also_a_word_or_begins_another_spoils_neither(
    kazakh: Grammar, speller: Speller, name: str, words: str
) -> None:
    own = names(kazakh, name, kind="person")

    assert [word for word in words.split() if not speller.accepts(word, own)] == []


def test_a_particle_within_a_name_takes_no_endings(kazakh: Grammar) -> None:
    own = names(kazakh, "Маркелу Ребелу ди Соза")

    assert own.accepts("ди")
    assert not own.accepts("диге")


def test_a_name_stored_with_a_letter_that_many_print_otherwise_is_read_both_ways(kazakh: Grammar) -> None:
    own = names(kazakh, "Мирзиёев", harmony="front")

    assert own.accepts("Мирзиёевтің")
    assert own.accepts("Мирзиеевтің")
    assert own.refuses("Мирзиеевтың")


def test_a_typed_form_tells_the_harmony_of_the_others(kazakh: Grammar) -> None:
    own = NameForms.of(kazakh, [("Жан Ғалиев", {"form:GEN": "Жан Ғалиевтың"})])

    assert own.accepts("Ғалиевқа")
    assert own.refuses("Ғалиевке")


def test_a_name_written_small_is_found_and_given_its_capital(kazakh: Grammar, speller: Speller) -> None:
    own = names(kazakh, "Рикарду Араужу", harmony="back")

    assert not speller.accepts("араужудың", own)
    assert speller.suggest("араужудың", own)[0].text == "Араужудың"


def test_a_latin_name_that_lacks_its_hyphen_is_found(kazakh: Grammar, speller: Speller) -> None:
    own = names(kazakh, "Lamerinho", pronounced="ламериньо")

    assert not speller.accepts("Lamerinhoға", own)
    assert speller.suggest("Lamerinhoға", own)[0].text == "Lamerinho-ға"


@pytest.mark.parametrize("word", ["Рикарду", "Рикардуға", "Араужу", "Араужудың", "Араужудан", "Араужумен"])
def test_every_part_of_a_name_is_read_in_every_form(kazakh: Grammar, word: str) -> None:
    assert names(kazakh, "Рикарду Араужу", harmony="back").accepts(word)


def test_a_stored_harmony_refuses_the_other_one(kazakh: Grammar) -> None:
    own = names(kazakh, "Рикарду Араужу", harmony="back")

    assert own.refuses("Араужудің")
    assert not own.refuses("Араужудың")
    assert not own.refuses("Португалияның")


def test_a_name_that_only_a_guess_could_decide_is_read_both_ways(kazakh: Grammar) -> None:
    own = names(kazakh, "Рикарду Араужу")

    assert own.accepts("Араужудың")
    assert own.accepts("Араужудің")
    assert not own.refuses("Араужудің")


def test_a_name_needs_its_capital(kazakh: Grammar) -> None:
    assert not names(kazakh, "Рикарду Араужу", harmony="back").accepts("араужудың")


def test_a_possessed_name_takes_the_cases_with_н(kazakh: Grammar) -> None:
    own = names(kazakh, "Вила-Серена Палатасы", possessed="")

    assert own.accepts("Палатасына")
    assert not own.accepts("Палатасыға")


def test_a_latin_name_takes_its_endings_after_a_hyphen_as_it_is_pronounced(kazakh: Grammar) -> None:
    own = names(kazakh, "Lamerinho", pronounced="ламериньо")

    assert own.accepts("Lamerinho-ның")
    assert own.accepts("Lamerinho-ға")
    assert own.refuses("Lamerinho-ге")


def test_an_abbreviation_takes_the_endings_of_its_reading(kazakh: Grammar) -> None:
    own = names(kazakh, "ЖЗҚ", pronounced="зертхана")

    assert own.accepts("ЖЗҚ-ның")
    assert not own.accepts("ЖЗҚ-тің")


def test_a_typed_form_is_a_word_even_where_no_rule_makes_it(kazakh: Grammar) -> None:
    own = NameForms.of(kazakh, [("Жан Ғалиев", {"form:GEN": "Жан Ғалиевовтың"})])

    assert own.accepts("Ғалиевовтың")


def test_no_names_accept_nothing() -> None:
    assert not NameForms.none().accepts("Араужу")
    assert not NameForms.none().refuses("Араужу")


def test_only_a_grammar_with_tables_knows_forms() -> None:
    class Other:
        def form(self, base: str, features: str, traits: object = None) -> object:
            raise NotImplementedError

    with pytest.raises(TypeError, match="tables"):
        NameForms.of(Other(), [("Жан", {})])  # type: ignore[arg-type]


def test_the_finding_says_that_it_is_the_name_of_the_form(kazakh: Grammar) -> None:
    own = names(kazakh, "Рикарду Араужу", harmony="back")
    found = SpellingProofer.of(kazakh, "ru").text("Бүгін Араужуның, Аражудың айтуынша, ыңғфажай.", own)

    assert [finding.text for finding in found] == ["Араужуның", "Аражудың", "ыңғфажай"]
    assert ["имя в форме" in finding.message for finding in found] == [True, True, False]
    assert "«Араужудың»" in found[0].message
