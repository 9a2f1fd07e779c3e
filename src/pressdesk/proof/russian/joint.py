"""Two verbs of one subject. Start at `joined_verbs`.

Розенталь, Справочник по правописанию и литературной правке, § 183.
"""

from collections.abc import Iterator, Sequence

from pressdesk.proof.russian.morph import Form, put
from pressdesk.proof.russian.phrases import Hit, governed
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables


def joined_verbs(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«поблагодарил коллег и выразили надежду»: two verbs of one subject agree with each other."""
    for piece in sentence.pieces():
        for place in range(2, len(piece)):
            second = piece[place]
            joint = next((i for i in range(place - 1, 0, -1) if piece[i].parts != {"ADVB"}), 0)
            if not second.verb or piece[joint].low not in tables.lists["both"]:
                continue
            first = next((t for t in reversed(piece[:joint]) if t.perhaps_verb or t.parts & {"INFN", "GRND"}), None)
            if first is None or not first.verb or any(f.gender == "n" for f in first.likely):
                continue
            if any(_same_person(a, b) for a in first.likely for b in second.likely):
                continue
            if not _own_subject(piece, place):
                marks = _person(first.likely[0], second.likely[0])
                made = put(second.likely[0], marks, second.text)
                yield Hit(second.span, (made,) if made else ())


def _same_person(one: Form, other: Form) -> bool:
    """Whether two verbs may have one subject in the third person; what is not in it is left alone."""
    if (one.marks | other.marks) & {"1per", "2per", "impr"} or one.plural is None or one.plural != other.plural:
        return one.plural is None or one.plural == other.plural
    return bool(one.plural) or not one.gender or not other.gender or one.gender == other.gender


def _person(first: Form, second: Form) -> tuple[str, ...]:
    """Number and gender of the first verb as the second has them; a present says nothing of gender."""
    if first.plural:
        return ("plur",)
    genders = {"m": "masc", "f": "femn", "n": "neut"}
    return ("sing", genders[first.gender]) if first.gender and second.past else ("sing",)


def _own_subject(piece: Sequence[Token], place: int) -> bool:
    """Whether a second verb may have a subject of its own behind it: «и прозвучали вопросы»."""
    taken = governed(piece[place + 1 :])
    acts = all(f.has("tran") for f in piece[place].likely)
    for number, token in enumerate(piece[place + 1 :]):
        if number in taken or token.function:
            continue
        if not token.forms and token.sort is not Sort.NUMBER:
            return True
        if "NOM" in token.cases() and not (acts and "ACC" in token.cases()):
            return True
    return False
