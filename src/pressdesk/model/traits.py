"""What inflection must be told of a name beyond its letters, a language each."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class KazakhTraits:
    """What the Kazakh grammar must be told of a name.

    Attributes:
        possessed: the name already ends in a possessive (министрлігі, қаласы): -нің, -не, -н follow.
        harmony: "back" or "front" where the letters do not decide.
        pronounced: how a Latin name or an abbreviation is read, in Kazakh letters.
        classifier: the noun that carries the endings after a Latin name, possessed («компаниясы»).
        forms: stored forms by feature ("GEN"); they beat every rule.
    """

    possessed: bool = False
    harmony: str = ""
    latin: bool = False
    pronounced: str = ""
    classifier: str = ""
    elides: bool = False
    hard: bool = False
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RussianTraits:
    """What Russian inflection must be told of a name; `forms` are stored forms by feature and beat every rule.

    `classifier` is the noun that carries the endings before a Latin name («компания»). `prepositions` says which
    stand with this name for the usual ones: {"в": "на", "из": "с"} for an island, «на Кубе».
    """

    gender: str = ""
    classifier: str = ""
    indeclinable: bool = False
    family_indeclinable: bool = False
    given_indeclinable: bool = False
    prepositions: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PlainTraits:
    """What English and Portuguese must be told: the article («o», «a», «os», "none"; "the") and stored forms."""

    article: str = ""
    gender: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Traits:
    """The traits of a name, a language each. Mixed into everything that has a name."""

    kk: KazakhTraits = field(default_factory=KazakhTraits)
    ru: RussianTraits = field(default_factory=RussianTraits)
    en: PlainTraits = field(default_factory=PlainTraits)
    pt: PlainTraits = field(default_factory=PlainTraits)
