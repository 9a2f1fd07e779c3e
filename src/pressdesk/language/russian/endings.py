"""Declension by the last letters alone, for names that no dictionary has. Pure rules; start at `noun`.

Case names: GEN DAT ACC INS LOC. "Rule" tables run in that order. Source of the rules: Зализняк, Грамматический словарь
русского языка; Калакуцкая, Склонение фамилий и личных имён в русском литературном языке.
"""

CASES = ("GEN", "DAT", "ACC", "INS", "LOC")
HUSHING = "жшчщ"
VELAR = "гкх"
VOWELS = "аеёиоуыэюя"


def noun(word: str, gender: str, case: str, *, animate: bool, stressed: bool = False) -> str:
    """The form of a singular noun: gender m, f or n. What cannot decline comes back as it is.

    `stressed`: the ending bears the stress, which shows in -ия (DAT Зульфие, but Марии).
    """
    low = word.lower()
    if len(low) < 2:
        return word
    last = low[-1]
    if last in "ая" and gender != "n":
        return _first(word, case, stressed)
    if gender == "n" and last in "оеё":
        return _neuter(word, case)
    if gender == "m" and (last in "йь" or last not in VOWELS + "ъ"):
        return _second(word, case, animate)
    if gender == "f" and last == "ь":
        return _third(word, case)
    return word


def _pick(stem: str, endings: tuple[str, ...], case: str) -> str:
    return stem + endings[CASES.index(case)]


def _first(word: str, case: str, stressed: bool) -> str:
    stem, last, before = word[:-1], word[-1].lower(), word[-2:-1].lower()
    if last == "я":
        dative = "и" if before == "и" and not stressed else "е"
        return _pick(stem, ("и", dative, "ю", "ей", dative), case)
    genitive = "и" if before in HUSHING + VELAR else "ы"
    return _pick(stem, (genitive, "е", "у", "ей" if before in HUSHING + "ц" else "ой", "е"), case)


def _second(word: str, case: str, animate: bool) -> str:
    last = word[-1].lower()
    if case == "ACC" and not animate:
        return word
    if last in "йь":
        stem = word[:-1]
        locative = "и" if word.lower().endswith("ий") else "е"
        return _pick(stem, ("я", "ю", "я", "ем", locative), case)
    return _pick(word, ("а", "у", "а", "ем" if last in HUSHING + "ц" else "ом", "е"), case)


def _third(word: str, case: str) -> str:
    return word if case == "ACC" else _pick(word[:-1], ("и", "и", "", "ью", "и"), case)


def _neuter(word: str, case: str) -> str:
    if case == "ACC":
        return word
    stem, last = word[:-1], word[-1].lower()
    if last == "о":
        return _pick(stem, ("а", "у", "", "ом", "е"), case)
    hard = word[-2:-1].lower() in tuple(HUSHING + "ц")
    locative = "и" if word.lower().endswith("ие") else "е"
    return _pick(stem, ("а" if hard else "я", "у" if hard else "ю", "", "ем", locative), case)


def adjective(word: str, gender: str, case: str) -> str:
    """The form of a surname that is an adjective: -ский, -ой, -ый, -ий, -ая, -яя."""
    stem, before, low = word[:-2], word[-3:-2].lower(), word.lower()
    if gender == "f":
        soft = low.endswith("яя")
        return _pick(stem, ("ей", "ей", "юю", "ей", "ей") if soft else ("ой", "ой", "ую", "ой", "ой"), case)
    if low.endswith("ий") and before not in VELAR + HUSHING:
        return _pick(stem, ("его", "ему", "его", "им", "ем"), case)
    if before in HUSHING and not low.endswith("ой"):
        return _pick(stem, ("его", "ему", "его", "им", "ем"), case)
    return _pick(stem, ("ого", "ому", "ого", "им" if before in VELAR + HUSHING else "ым", "ом"), case)


def surname_in_ov(word: str, gender: str, case: str) -> str:
    """The form of a surname in -ов, -ев, -ин, -ын (m) or -ова, -ева, -ина, -ына (f)."""
    if gender == "f":
        return _pick(word[:-1], ("ой", "ой", "у", "ой", "ой"), case)
    return _pick(word, ("а", "у", "а", "ым", "е"), case)
