"""The shipped Kazakh grammar, loaded once."""

import pytest

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar


@pytest.fixture(scope="session")
def kazakh() -> Grammar:
    return Grammar.load(resources("kk"))
