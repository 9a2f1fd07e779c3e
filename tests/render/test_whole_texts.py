"""Every release type in every language is a whole text, whichever of its optional facts are there."""

import dataclasses
import itertools
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from pressdesk import data
from pressdesk.app.samples import from_facts_file
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldKind, FieldSpec
from pressdesk.model.paths import get, put
from pressdesk.model.release import BlockKind, Release
from pressdesk.render.pack import load_type, pack_folder, packs
from pressdesk.render.render import render

# what another fact makes necessary: a headline of sectors asks for them, an outcome for what it is, an invitation for
# whom it was, a quotation for its speaker, a summons for the one summoned
ASKED_FOR = re.compile(
    r"headline\.sectors|outcomes\[\d+\]\.what|programme\[\d+\]\.invited\.who|quote\.by|counterpart|agreements"
    r"|facts\[\d+\]\.currency"
)
SOME = 2  # random subsets in the suite that runs all the time; every pair of absent facts is tried in the slow one
PROSE = (BlockKind.LEAD, BlockKind.PARAGRAPH)
WRONG = {
    "doubled space": r"\s\s",
    "space before a sign": r"\s[,.;:!?)]",
    "doubled sign": r"[,;:][,.;:]|\.\.(?!\.)",
    "empty brackets": r"\(\s*\)|«\s*»|“\s*”|„\s*“",
    "a word of the machine": r"\bNone\b|\bTrue\b|\bFalse\b|\{\{|\}\}|\{%|Undefined",
    "a doubled word": r"(?i)(?<![\w-])([^\W\d]{2,}) \1(?![\w-])",
}
DANGLING = {
    "kk": r"(?:\s|^)(?:және|мен|бен|пен|бойынша|туралы|жөнінде|үшін|арасында|аясында)[,;:]"
    r"|(?:^|[.!?] )(?:және|мен|бен|пен|туралы|бойынша|мәселелерін|аясында|арналды|өтті)\b",
    "ru": r"(?:\s|^)(?:и|в|во|с|со|на|по|к|ко|о|об|от|до|для|из|при|между|за|у|под|а также)[,.;:]",
    "en": r"(?:\s|^)(?:and|of|the|in|on|with|at|to|for|by|from|between|a|an|about)[,.;:]",
    "pt": r"(?:\s|^)(?:e|de|do|da|dos|das|em|no|na|nos|nas|com|o|os|as|para|por|pelo|pela|entre|sobre)[,.;:]",
}


def samples() -> list[Any]:
    found = sorted(data.templates().glob("*/samples/*.json"))
    return [pytest.param(path, id=f"{path.parents[1].name}-{path.stem}") for path in found]


@cache
def drawn(path: Any) -> Draft:
    return from_facts_file(path)


def optional(draft: Draft) -> tuple[str, ...]:
    """The paths of the facts that the sample gives and its type does not require."""
    kind = load_type(pack_folder(draft.facts.type))
    return tuple(dict.fromkeys(_optional(draft, kind.fields(), "")))


def _optional(draft: Draft, specs: tuple[FieldSpec, ...], base: str) -> Iterator[str]:
    for spec in specs:
        path = f"{base}.{spec.path}" if base else spec.path
        value = get(draft.facts, path)
        if not value or path in ("own", "partner", "people", "organisations", "event.place.type"):
            continue
        kept = path.startswith(("people[", "organisations[", "issuer.")) or ASKED_FOR.fullmatch(path)
        if not spec.required and not kept:
            yield path
        if spec.kind is FieldKind.LIST and isinstance(value, tuple):
            for index in range(len(value)):
                yield from _optional(draft, spec.fields, f"{path}[{index}]")
        if spec.kind is FieldKind.STEPS and isinstance(value, tuple):
            for index, step in enumerate(value):
                inner = next((s.fields for s in spec.steps if s.kind == step.kind), ())
                yield from _optional(draft, inner, f"{path}[{index}]")


def without(draft: Draft, paths: tuple[str, ...]) -> Draft:
    """The draft without these facts; what lies inside a fact that is gone is gone with it."""
    facts = draft.facts
    for path in sorted(paths, key=len, reverse=True):
        value = get(facts, path)
        empty: Any = () if isinstance(value, tuple) else "" if isinstance(value, str) else None
        facts = put(facts, path, {} if hasattr(value, "keys") or type(value).__name__ == "Ref" else empty)
    return dataclasses.replace(draft, facts=facts)


def faults(release: Release) -> list[str]:
    found = []
    for block in release.blocks:
        for name, pattern in WRONG.items():
            match = re.search(pattern, block.text)
            if match:
                found.append(f"{block.id}: {name}: {block.text[max(0, match.start() - 30) : match.end() + 20]}")
        match = re.search(DANGLING[release.language], block.text)
        if match:
            found.append(f"{block.id}: half a sentence: {block.text[max(0, match.start() - 30) : match.end() + 20]}")
        if block.kind in PROSE and not re.search(r"[.!?…:][»”“]?$", block.text):
            found.append(f"{block.id}: no full stop: …{block.text[-40:]}")
        if block.kind is BlockKind.HEADLINE and block.text.endswith("."):
            found.append(f"{block.id}: a full stop after the headline")
        if "⟦" in block.text:
            found.append(f"{block.id}: asks for what is not required: {block.text}")
        if not block.text.strip():
            found.append(f"{block.id}: empty")
    kinds = [block.kind for block in release.blocks]
    if kinds.count(BlockKind.LEAD) != 1 or kinds[0] is not BlockKind.HEADLINE:
        found.append(f"no headline or no lead: {kinds}")
    return found


def test_every_release_type_has_a_sample_and_all_four_languages() -> None:
    with_samples = {path.values[0].parents[1].name for path in samples()}

    for kind in packs():
        assert set(kind.languages) == {"kk", "ru", "en", "pt"}, kind.id
        assert kind.id in with_samples, kind.id


@pytest.mark.parametrize("path", samples())
@pytest.mark.parametrize("language", ["kk", "ru", "en", "pt"])
def test_a_sample_is_a_whole_text(path: Any, language: str) -> None:
    release = render(drawn(path), language)

    assert faults(release) == []
    assert release.gaps == ()


@pytest.mark.parametrize("path", samples())
@pytest.mark.parametrize("language", ["kk", *(pytest.param(tag, marks=pytest.mark.slow) for tag in ("ru", "en", "pt"))])
def test_a_text_stays_whole_without_optional_facts(path: Any, language: str) -> None:
    draft = drawn(path)
    paths = optional(draft)
    chance = random.Random(f"{path.stem}{language}")
    subsets = [(p,) for p in paths] + [paths]
    subsets += [tuple(p for p in paths if chance.random() < 0.5) for _ in range(SOME)]

    for absent in dict.fromkeys(subsets):
        assert faults(render(without(draft, absent), language)) == [], absent


@pytest.mark.slow
@pytest.mark.parametrize("path", samples())
@pytest.mark.parametrize("language", ["kk", "ru", "en", "pt"])
def test_a_text_stays_whole_without_any_two_optional_facts(path: Any, language: str) -> None:
    draft = drawn(path)
    paths = optional(draft)
    chance = random.Random(f"{path.stem}{language}")
    subsets = list(itertools.combinations(paths, 2))
    subsets += [tuple(p for p in paths if chance.random() < share) for share in (0.3, 0.6, 0.9) for _ in range(60)]

    for absent in dict.fromkeys(subsets):
        assert faults(render(without(draft, absent), language)) == [], absent
