"""Which case stands after a preposition, a verb or a noun, and which preposition after which word.

Tables prepositions.tsv, links.tsv, cases.tsv. Розенталь, Справочник по правописанию и литературной правке, §§ 199–207.
"""

from collections.abc import Iterator, Sequence

from pressdesk.proof.russian.morph import Form, agreeing
from pressdesk.proof.russian.phrases import Hit, Phrase, in_case, joined, like, phrase, runs
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Link, Tables

DECLINED = frozenset(("NOUN", "ADJF", "PRTF", "NPRO", "NUMR"))
LONGEST = 4
"""Words of the longest preposition in the table."""


def prepositions(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """What stands right after a preposition is in one of its cases."""
    for run in runs(sentence.tokens):
        place = 0
        while place < len(run):
            size, cases = _preposition(run, place, tables)
            if not size:
                place += 1
                continue
            after = place + size
            asked = place > 0 and run[place - 1].low in tables.lists["what"]  # «что за человек»
            if after < len(run) and not asked and not _adverb(run[place : place + size], run[after], tables):
                yield from _wrong_case(run, place, after, _allowed(run, place, after, cases, tables), tables)
            place = after


def _preposition(run: Sequence[Token], place: int, tables: Tables) -> tuple[int, frozenset[str]]:
    """How many words a preposition has that begins here, and its cases."""
    for size in range(min(LONGEST, len(run) - place), 0, -1):
        words = tuple(token.low.replace("ё", "е") for token in run[place : place + size])
        if words in tables.prepositions:
            return size, tables.prepositions[words]
    return 0, frozenset()


def _adverb(words: Sequence[Token], following: Token, tables: Tables) -> bool:
    """«После делегация …»: the preposition may be an adverb, and a subject follows."""
    counted = "NUMR" in following.parts  # «около двести» is a preposition
    adverb = len(words) == 1 and words[0].low in tables.lists["adverbs_too"] and not counted
    return adverb and bool(following.cases() & {"NOM", "ACC"})


def _allowed(run: Sequence[Token], place: int, after: int, cases: frozenset[str], tables: Tables) -> frozenset[str]:
    """The preposition's cases; «по» takes two more before some nouns, as in «по окончании», «по сентябрь»."""
    if run[place].low not in tables.lists["po"]:
        return cases
    found = phrase(run, after)
    head = found.head.lemmas() if found else run[after].lemmas()
    if tables.among("po_loc", head) or "NPRO" in run[after].parts:
        cases = cases | {"LOC"}
    return cases | {"ACC"} if tables.among("po_acc", head) or "NUMR" in run[after].parts else cases


def _wrong_case(run: Sequence[Token], place: int, after: int, cases: frozenset[str], tables: Tables) -> Iterator[Hit]:
    first = run[after]
    if not first.parts or not first.parts <= DECLINED or any(f.has("Fixd") for f in first.forms):
        return
    if "NUMR" in first.parts and after + 1 < len(run) and any(f.has("Anum") for f in run[after + 1].forms):
        return  # «до двадцать пятого декабря»
    if tables.among("relative", first.lemmas()) or tables.among("uncertain", frozenset((first.low,))):
        return
    if any(f.animate and f.plural and f.case == "NOM" for f in first.forms) and "ACC" in cases:
        return  # «избран в депутаты»
    found = phrase(run, after)
    if found and tables.among("uncertain", frozenset((found.head.low,))):
        return
    late = run[place].low in tables.lists["po"] and tables.among(
        "po_loc", found.head.lemmas() if found else frozenset()
    )
    if not first.usual() & cases:
        if found is None and first.adjective:
            yield _with_its_noun(run, place, after, cases)
        else:
            last = found.head if found else first
            yield Hit(joined(run[place], last), _mended(run, place, after, found, cases, late))
    elif found and len(found.tokens) > 1 and found.cases and not found.cases & cases:
        yield Hit(joined(run[place], found.head), _mended(run, place, after, found, cases, late))


def _with_its_noun(run: Sequence[Token], place: int, after: int, cases: frozenset[str]) -> Hit:
    """«согласно подписанного меморандума»: both words change, and where no noun follows nothing is put."""
    first, noun = run[after], run[after + 1] if after + 2 <= len(run) else None
    if noun is None or not noun.noun or not agreeing(first.low, noun.low):
        return Hit(joined(run[place], first), ())
    head = " ".join(token.text for token in run[place:after])
    made = [text for text in (in_case((first, noun), case) for case in sorted(cases)) if text]
    return Hit(joined(run[place], noun), tuple(f"{head} {text}" for text in made))


def _mended(
    run: Sequence[Token], place: int, after: int, found: Phrase | None, cases: frozenset[str], late: bool
) -> tuple[str, ...]:
    tokens = found.tokens if found else (run[after],)
    head = " ".join(token.text for token in run[place:after])
    typed = " ".join(token.low for token in tokens)
    wanted = ["LOC"] if late else sorted(cases)  # «по окончании»: after it, and not along it
    made = [text for text in (in_case(tokens, case) for case in wanted) if text]
    made.sort(key=lambda text: -_shared(text.lower(), typed))  # the slip of fewest letters first
    return tuple(dict.fromkeys(f"{head} {text}" for text in made))


def _shared(one: str, other: str) -> int:
    """How many letters two texts have in common from the beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def links(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A verb or noun has its own preposition, and that its case: «заинтересован в», «встретиться с кем»."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-2]):
            for link in (link for lemma in token.lemmas() for link in tables.links.get(lemma, ())):
                if run[place + 1].low != link.preposition or _preposition(run, place + 1, tables)[0] > 1:
                    continue
                if tables.among("marked", token.lemmas()) and any(f.has("pssv") for f in token.likely):
                    continue  # «по номеру, указанному на сайте»
                if link.proper and not _place_name(run[place + 2], tables):
                    continue
                if not link.cases:
                    yield _relinked(run, place, link, tables)
                    break
                first, found = run[place + 2], phrase(run, place + 2)
                sure = first.parts and first.parts <= DECLINED and not any(f.has("Fixd") for f in first.forms)
                cases = found.cases if found and found.cases else first.usual()
                sure = sure and not tables.among("uncertain", frozenset((first.low,)))
                if (
                    sure
                    and not cases & link.cases
                    and not tables.among("times", found.head.lemmas() if found else frozenset())
                ):
                    yield Hit(joined(token, found.head if found else first), _linked(run, place, found, link.cases))
                    break


def _relinked(run: Sequence[Token], place: int, link: Link, tables: Tables) -> Hit:
    """The right preposition; the noun too where it may need another case and no list follows."""
    token, found = run[place], phrase(run, place + 2)
    wrong = joined(token, run[place + 1])
    after = place + 2 + len(found.tokens) if found else place + 2
    listed = any(t.low in tables.lists["and"] for t in run[after : after + MOST_LISTED])
    if link.put:
        mine = [k for k in tables.links.get(next(iter(token.lemmas())), ()) if k.preposition == link.put and k.cases]
        cases = mine[0].cases if mine else tables.prepositions.get((link.put,), frozenset())
        if found and found.cases and len(cases) == 1 and not listed:
            made = found.in_case(next(iter(cases)))
            if made:
                return Hit(joined(token, found.head), (f"{token.text} {link.put} {made}",))
        return Hit(wrong, (f"{token.text} {link.put}",))
    if run[place + 2].low in tables.lists["to_after"] and place + 3 == len(run):  # «отметил о том, что»
        return Hit(joined(token, run[place + 2]), (token.text,))
    if found is None or listed:
        return Hit(wrong)
    own = next((tables.cases[lemma] for lemma in token.lemmas() if lemma in tables.cases), frozenset())
    if not own and token.parts <= {"VERB", "INFN", "GRND"} and all(f.has("tran") for f in token.likely):
        own = frozenset({"ACC"})
    made = found.in_case(next(iter(own))) if len(own) == 1 else None
    return Hit(joined(token, found.head) if made else wrong, (f"{token.text} {made}",) if made else ())


def _reparted(run: Sequence[Token], place: int, at: int, link: Link, tables: Tables) -> Hit:
    """The right preposition with its noun in the case that it takes after this verb."""
    found = phrase(run, at + 1)
    own = (k for lemma in run[place].lemmas() for k in tables.links.get(lemma, ()) if k.preposition == link.put)
    cases = next((k.cases for k in own if k.cases), tables.prepositions.get((link.put,), frozenset()))
    made = found.in_case(next(iter(cases))) if found is not None and len(cases) == 1 else None
    if found is not None and made:
        return Hit(joined(run[at], found.head), (f"{link.put} {made}",))
    return Hit(run[at].span, (link.put,) if link.put else ())


MOST_LISTED = 5
"""Words within which «и» may join a second noun to the one that gets another case."""


def parted_links(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«поздравил граждан о празднике»: some verbs have somebody before the preposition."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-3]):
            if not token.parts <= {"VERB", "INFN", "GRND"} or not tables.among("whom", token.lemmas()):
                continue
            found = phrase(run, place + 1)
            if found is None or "ACC" not in found.cases:
                continue
            at = place + 1 + len(found.tokens)
            while at < len(run) and run[at].noun and "GEN" in run[at].cases():
                at += 1
            if at >= len(run) - 1:
                continue
            for link in (link for lemma in token.lemmas() for link in tables.links.get(lemma, ())):
                if link.preposition == run[at].low and not link.cases and not _preposition(run, at, tables)[0] > 1:
                    yield _reparted(run, place, at, link, tables)
                    break


def _place_name(token: Token, tables: Tables) -> bool:
    return (token.capital and any(f.has("Geox") for f in token.forms)) or tables.among("places", token.lemmas())


def lost_prepositions(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«встретился председателем»: some verbs never do without their preposition."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            if not token.parts & {"VERB", "INFN", "GRND"} or not tables.among("needs_with", token.lemmas()):
                continue
            found = phrase(run, place + 1)
            if found is not None and found.cases == {"INS"} and not tables.among("times", found.head.lemmas()):
                with_it = (
                    link.preposition for lemma in token.lemmas() for link in tables.links.get(lemma, ()) if link.cases
                )
                text = found.span.start
                said = " ".join(t.text for t in found.tokens)
                put_in = tuple(f"{token.text} {preposition} {said}" for preposition in with_it if text)
                yield Hit(joined(token, found.head), put_in[:1])


def _linked(run: Sequence[Token], place: int, found: Phrase | None, cases: frozenset[str]) -> tuple[str, ...]:
    tokens = found.tokens if found else (run[place + 2],)
    made = (in_case(tokens, case) for case in sorted(cases))
    return tuple(f"{run[place].text} {run[place + 1].text} {text}" for text in made if text)


def objects(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """What stands right after some verbs and nouns is in the case that they govern (cases.tsv)."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            wanted = [tables.cases[lemma] for lemma in token.lemmas() if lemma in tables.cases]
            if token.parts == {"PRTS"} and tables.among("passive", token.lemmas()):
                wanted = [cases - {"ACC"} for cases in wanted]  # «внимание уделено вопросам»
            found = phrase(run, place + 1) if wanted and wanted[0] and _governs_object(token, tables) else None
            if (
                found is None
                or not found.cases
                or found.cases & wanted[0]
                or (token.participial and agreeing(token.low, found.head.low))
                or (found.tokens[0].capital and not _known(found))
            ):
                continue
            if any(t.low in tables.lists["not"] for t in run[:place]) or tables.among("times", found.head.lemmas()):
                continue
            if found.cases == {"NOM"} or ("NOM" in found.cases and _may_be_subject(run, place, found)):
                continue
            if "INS" in found.cases and "INS" not in wanted[0] and found.cases <= {"INS"}:
                continue  # by whom or by what
            made = (in_case(found.tokens, case) for case in sorted(wanted[0]))
            yield Hit(joined(token, found.head), tuple(f"{token.text} {text}" for text in made if text))


def _governs_object(token: Token, tables: Tables) -> bool:
    """Whether it is a verb, an active participle or a noun, or a short participle that takes its case along."""
    if token.parts == {"PRTS"}:
        return tables.among("passive", token.lemmas())
    return any(f.part in ("VERB", "INFN", "GRND", "NOUN") or f.has("PRTF", "actv") for f in token.likely)


def _known(found: Phrase) -> bool:
    return all(token.forms for token in found.tokens)


def _may_be_subject(run: Sequence[Token], place: int, found: Phrase) -> bool:
    """Whether the phrase after the verb may be its subject: none stands before, and they agree."""
    verb = [f for f in run[place].likely if f.finite or f.part == "PRTS"]
    if not verb:  # «Казахстан готов поделиться опыт»: its subject is there already
        infinitive = run[place].parts == {"INFN"}
        return not (infinitive and place and run[0].noun and run[0].cases() <= {"NOM", "ACC"})
    lacks_object = all("intr" in f.marks for f in verb)
    before = [
        t
        for number, t in enumerate(run[:place])
        if t.noun and (t.cases() == {"NOM"} or (lacks_object and t.cases() == {"NOM", "ACC"}))
        if not (number and run[number - 1].parts == {"PREP"})
    ]
    heads = [f for f in found.head.forms if f.case == "NOM"]
    fits = any(v.plural == h.plural and (v.plural or not v.gender or v.gender == h.gender) for v in verb for h in heads)
    listed = all(v.plural for v in verb) and any("CONJ" in t.parts for t in run[place + 1 :])
    return (fits or listed) and not (before and any(_agrees(t, verb) for t in before))


def _agrees(token: Token, verb: Sequence[Form]) -> bool:
    return any(
        v.plural == f.plural and (v.plural or not v.gender or v.gender == f.gender)
        for v in verb
        for f in token.forms
        if f.case == "NOM"
    )


def lone_locatives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """The prepositional case needs a preposition before it, and a noun in another case does not bring it."""
    for place, token in enumerate(sentence.tokens):
        if not token.noun or token.cases() != {"LOC"} or not place:
            continue
        if any(t.sort is Sort.NUMBER or "NUMR" in t.parts for t in sentence.tokens[place + 1 : place + 3]):
            continue  # «метрах в пятидесяти»
        beside = sentence.tokens[place - 1]
        earlier = [t for t in sentence.tokens[:place] if t.sort is not Sort.MARK]
        lost = beside.noun and ("LOC" not in beside.cases() or not (beside.capital or token.capital))
        if any(t.adjective and agreeing(t.low, token.low) for t in earlier):
            continue  # «на состоявшемся 4 ноября заседании»
        if not lost and token.capital:
            continue
        if lost or all(t.forms and not {"LOC"} & _governs(t, tables) for t in earlier):
            made = in_case((token,), "GEN") if beside.noun else None
            yield Hit(token.span, (made,) if made else ())


def _governs(token: Token, tables: Tables) -> frozenset[str]:
    if token.low in tables.lists["po"]:
        return frozenset({"LOC"})
    return tables.prepositions.get((token.low.replace("ё", "е"),), frozenset())


def joined_nouns(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """What «и» joins stands in one case: «о ходе реформы и планах»."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            if token.low not in tables.lists["both"] or not place:
                continue
            left, right = run[:place], run[place + 1 :]
            found = phrase(run, place + 1)
            if found is None or not found.cases or found.cases & {"NOM", "ACC"}:
                continue
            rest = right[len(found.tokens) :]
            if any(t.perhaps_verb or t.parts & {"INFN", "GRND"} or (not t.forms and t.sort is Sort.WORD) for t in rest):
                continue
            if not left[-1].noun or not all(t.forms for t in left) or tables.among("times", found.head.lemmas()):
                continue
            if found.tokens[0].capital or any(t.cases() & found.cases for t in left if t.parts & DECLINED):
                continue
            cases = [case for case in ("GEN", "DAT", "ACC", "INS", "LOC") if case in left[-1].cases()]
            made = (in_case(found.tokens, case) for case in cases)
            yield Hit(found.span, tuple(like(text, found.tokens[0].text) for text in made if text)[:2])
