"""What verbs and participles agree with: the gender of a noun, or that it is plural."""

import dataclasses
from collections.abc import Mapping

from pressdesk.language.counting import KnowsGender
from pressdesk.language.language import Language
from pressdesk.render.words import Words


def gender_of(noun: str, language: Language) -> str:
    """m, f or n of the noun a phrase is about; "" where the language has no genders or does not know it."""
    return language.inflector.gender_of(noun) if isinstance(language.inflector, KnowsGender) else ""


def agreeing(words: Words, language: Language, traits: Mapping[str, str]) -> Words:
    """The words of a body or a country with what agrees with them: «Посольство выразило», «Нидерланды поддержали».

    A stored gender comes first; "pl" is a name that is plural.
    """
    inflector = language.inflector
    if not words or not isinstance(inflector, KnowsGender):
        return words
    plural = inflector.plural(words.plain)
    gender = "pl" if plural else traits.get("gender") or inflector.gender_of(words.plain)
    return dataclasses.replace(words, gender=gender)
