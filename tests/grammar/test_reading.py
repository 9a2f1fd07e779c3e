"""The quick ways of reading say what the slow one says: trying every stem with every chain of suffixes."""

from functools import cache

import pytest

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Node
from pressdesk.grammar.table import read_table
from pressdesk.grammar.trail import Trail

EXAMPLES = resources("kk", "examples")
RIGHT = [row["form"].lower() for row in read_table(EXAMPLES / "forms.tsv", ("lemma", "features", "form", "source"))]
LETTERS = "аеыіқңс"


def mistyped(word: str) -> list[str]:
    """The word with a letter lost, doubled or replaced, at every place: mostly no words, some of them words."""
    found = [word]
    for place in range(len(word)):
        found += [word[:place] + word[place + 1 :], word[: place + 1] + word[place:]]
        found += [word[:place] + letter + word[place + 1 :] for letter in LETTERS]
    return found


@cache
def spells(node: Node, rest: str) -> bool:
    """Whether a chain from the node spells the rest: every arc tried, nothing clever."""
    if node.state.final and rest == node.tail.held:
        return True
    return any(rest.startswith(a.text) and spells(a.node, rest[len(a.text) :]) for a in node.arcs)


def by_trying(grammar: Grammar, word: str, capital: bool) -> bool:
    """Whether some stem of the lexicon or some irregular form spells the word with some chain."""
    reader = grammar.reader
    for end in range(1, len(word) + 1):
        for form in reader.lexicon.irregular.get(word[:end], ()):
            harmony = reader.graph.sounds.last_harmony(form.form.lower()) or "back"
            node = reader.graph.root(word[:end], form.state, harmony, frozenset())
            rest = node.tail.held + word[end:]
            if (capital or form.lemma.islower()) and spells(node, rest):
                return True
            if end == len(word) and node.state.final and form.form.islower():
                return True
        # a stem may lose letters before a suffix, so the lemma may be longer than what is left of it
        for lemma in _lemmas(grammar).get(word[: min(end, 2)], ()):
            for stem in reader.stems_of(lemma):
                fits = word[:end] == stem.sure and (capital or not stem.capital)
                if fits and spells(stem.node, word[end:]):
                    return True
    return False


@cache
def _lemmas(grammar: Grammar) -> dict[str, list[str]]:
    """The lemmas by up to two letters that they begin with."""
    found: dict[str, list[str]] = {}
    for lemma in grammar.reader.lexicon.lemmas():
        for start in {lemma[:1], lemma[:2]}:
            found.setdefault(start, []).append(lemma)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("capital", [False, True])
def test_places_accept_and_refuse_what_trying_every_chain_does(kazakh: Grammar, capital: bool) -> None:
    words = [word for right in RIGHT[::60] for word in mistyped(right)[::4]]  # by trying takes its time

    answers = {word: kazakh.reader.accepts(word, capital) for word in words}

    assert {True, False} == set(answers.values())
    assert [word for word, answer in answers.items() if answer != by_trying(kazakh, word, capital)] == []


@pytest.mark.parametrize("capital", [False, True])
def test_a_trail_answers_as_the_reader_does_in_whatever_order_words_come(kazakh: Grammar, capital: bool) -> None:
    words = [word for right in RIGHT[::4] for word in mistyped(right)]
    trail = Trail(kazakh.reader, capital)

    for word in (*words, *reversed(words)):
        assert trail.accepts(word) == kazakh.reader.accepts(word, capital), word


def test_a_trail_knows_what_a_word_may_begin_with(kazakh: Grammar) -> None:
    trail = Trail(kazakh.reader, True)

    for right in RIGHT[:50]:
        assert all(trail.begins(right[:end]) for end in range(1, len(right) + 1)), right
    assert not trail.begins("мектепйй")
    assert trail.begins("минскі")
    assert not Trail(kazakh.reader, False).begins("минскі")


def test_a_trail_knows_the_letters_that_may_follow(kazakh: Grammar) -> None:
    alphabet = {*kazakh.reader.graph.sounds.classes, "-", "ъ"}
    heads = [right[:end] for right in RIGHT[::12] for end in range(len(right) + 1)]

    for head in (*heads, "ъъ"):
        trail = Trail(kazakh.reader, True)
        follow = {letter for letter in trail.follow(head) if letter in alphabet}
        assert follow == {letter for letter in alphabet if trail.begins(head + letter)}, head


def test_a_stem_is_begun_by_its_first_letters(kazakh: Grammar) -> None:
    assert kazakh.reader.begins("мект")
    assert not kazakh.reader.begins("мектептер")  # an ending is no part of a stem
    assert not kazakh.reader.begins("щщ")


def test_the_places_of_the_shipped_tables_are_few(kazakh: Grammar) -> None:
    """So few that they need not be forgotten, whatever is read."""
    for right in RIGHT:
        for word in mistyped(right):
            kazakh.reader.accepts(word, True)

    assert len(kazakh.reader.graph.places) < 20_000


def test_a_row_taken_in_is_read_and_taken_out_is_not() -> None:
    grammar = Grammar.load(resources("kk"))
    row = ("қарбалақ", "N", "", "test", "1")
    assert not grammar.accepts("қарбалағында")

    grammar.reader.lexicon.add(row)
    grammar.reader.forget("қарбалақ")
    assert grammar.accepts("қарбалағында")
    assert grammar.analyse("қарбалақтар")[0].rows[0].row.startswith("build:")

    grammar.reader.lexicon.remove(row)
    grammar.reader.forget("қарбалақ")
    assert not grammar.accepts("қарбалағында")
    assert grammar.accepts("қалада")
