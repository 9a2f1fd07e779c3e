"""`pressdesk pack check`: what a template pack lacks, each with file and line. Start at `check`.

A press officer writes a pack without Python, so everything that would show itself only in somebody's release is looked
for here: a name that no draft has, a language that leaves out a fact which another prints, a label that is missing in
one of the window's languages, a sample that gives a gap.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pressdesk.app.samples import from_facts_file
from pressdesk.errors import FactsError, PackError
from pressdesk.language.language import languages
from pressdesk.language.language import load as load_language
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Text
from pressdesk.model.fields import FieldSpec, ReleaseType
from pressdesk.model.release import Source
from pressdesk.render.blocks import blocks_of
from pressdesk.render.environment import load, tree_of
from pressdesk.render.mentions import mentions
from pressdesk.render.pack import load_type
from pressdesk.render.view import View

GAP = Source.GAP
# lists that the view puts together of several facts
ALIASES = {
    "attendees": ("event.guests", "event.chairs"),
    "delegates": ("event.guests",),
    "witnesses": ("event.guests",),
    "chairs": ("event.chairs",),
    "partners": ("meetings[].with",),
    "agreements": ("agreements[].kind", "agreements[].title"),
}
LABELS = ("kk", "ru", "en", "pt")  # the languages in which a form is read
# printed by the document round the text, or by what a person's or body's name prints as
ELSEWHERE = re.compile(
    r"(people|organisations|issuer|photo|dateline|embargo|own|partner|actor|counterpart)\b|.*\.type$"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `line` counts from 1, None where the whole file is meant; a hint may be meant so."""

    path: Path
    line: int | None
    sentence: str
    hint: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.sentence}"


def check(folder: Path) -> list[Fault]:
    """Everything that a pack lacks, file by file. PackError where `folder` is no pack at all."""
    if not folder.is_dir():
        raise PackError(folder, None, "this is no folder; name the folder of a template pack.")
    try:
        kind = load_type(folder)
    except PackError as error:
        if not (folder / "type.toml").is_file():
            raise
        return [_of(error, folder)]
    found = list(_labels(folder, kind))
    asked: dict[str, frozenset[str]] = {}
    for tag in dict.fromkeys((*LABELS, *kind.languages)):
        path = folder / f"{tag}.j2"
        if tag not in languages():
            found.append(Fault(path, None, f"there is no language “{tag}” in resources/; its folder comes first."))
            continue
        if not path.is_file():
            found.append(Fault(path, None, f"the template for {load_language(tag).name} is missing."))
            continue
        try:
            template = load(folder, tag)
            template.output(View(Draft(), load_language(tag)).build())
        except (PackError, FactsError) as error:
            found.append(_of(error, folder))
            continue
        asked[tag] = frozenset()
        for file, line, name, fault in _names(path, tag):
            asked[tag] |= {name}
            if fault:
                found.append(Fault(file, line, f"{fault}."))
    found += _unsaid(folder, kind, asked)
    found += _samples(folder, asked)
    return found


def _samples(folder: Path, asked: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """Samples that cannot be taken, and gaps that they leave; a pack without any is not whole."""
    paths = sorted((folder / "samples").glob("*.json"))
    if not paths:
        yield Fault(folder / "samples", None, "a pack has a sample of its own, a facts file in all its languages.")
    for path in paths:
        try:
            draft = from_facts_file(path)
            for tag in asked:
                output = load(folder, tag).output(View(draft, load_language(tag)).build())
                for field in dict.fromkeys(
                    a.field for b in blocks_of(output, tag) for a in b.origins if a.source is GAP
                ):
                    yield Fault(path, None, f"in {load_language(tag).name} “{field}” is missing.")
        except FactsError as error:
            for problem in error.problems:
                yield Fault(path, None, problem.removeprefix(f"{path}: "))
        except PackError as error:
            yield _of(error, folder)


def _of(error: PackError | FactsError, folder: Path) -> Fault:
    if isinstance(error, FactsError):
        return Fault(folder, None, str(error))
    sentence = str(error).split(": ", 1)[-1]
    path = Path(str(error.path))
    beside = folder.parent / path
    return Fault(path if path.is_absolute() or not beside.exists() else beside, error.line, sentence)


def _labels(folder: Path, kind: ReleaseType) -> Iterator[Fault]:
    """Labels and hints that a language lacks."""
    path = folder / "type.toml"
    lines = path.read_text(encoding="utf-8").splitlines()

    def missing(text: Text, what: str, mark: str, optional: bool = False) -> Iterator[Fault]:
        lacks = [tag for tag in LABELS if not text.get(tag, "").strip()]
        if lacks and not (optional and not text):
            line = next((n for n, shown in enumerate(lines, 1) if mark in shown), None)
            yield Fault(path, line, f"{what} is missing in {', '.join(lacks)}.")

    def fields(specs: tuple[FieldSpec, ...]) -> Iterator[Fault]:
        for spec in specs:
            mark = f'"{spec.path}"'
            yield from missing(spec.label, f"the label of “{spec.path}”", mark)
            yield from missing(spec.hint, f"the hint of “{spec.path}”", mark, optional=True)
            yield from missing(spec.add, f"the button of “{spec.path}”", mark, optional=True)
            for option in spec.options:
                yield from missing(option.label, f"the answer “{option.value}” of “{spec.path}”", f'"{option.value}"')
            yield from fields(spec.fields)
            for step in spec.steps:
                yield from missing(step.label, f"the title of the step “{step.kind}”", f'"{step.kind}"')
                yield from fields(step.fields)

    yield from missing(kind.label, "the pack's title", "title")
    for section in kind.sections:
        yield from missing(section.label, f"the title of the section “{section.id}”", f'"{section.id}"')
        yield from fields(section.fields)


def _names(path: Path, tag: str) -> Iterator[tuple[Path, int, str, str]]:
    """Every fact that a template and the shared parts in it ask for: (file, line, path, fault)."""
    for file, tree in tree_of(path, tag):
        for mention in mentions(tree):
            yield file, mention.line, mention.path, mention.fault


def _unsaid(folder: Path, kind: ReleaseType, asked: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """Fields of the form that one language's template asks for and another's does not; and such as none prints."""
    lines = (folder / "type.toml").read_text(encoding="utf-8").splitlines()
    for path in (p for p in _paths(kind.fields(), "") if not ELSEWHERE.match(p)):
        saying = [tag for tag, names in asked.items() if any(_covers(name, path) for name in names)]
        silent = [tag for tag in asked if tag not in saying]
        if not saying and asked:
            mark = path.rpartition("[].")[2]
            line = next((n for n, shown in enumerate(lines, 1) if f'"{mark}"' in shown), None)
            sentence = f"the form asks for “{path}”, and no template prints it."
            yield Fault(folder / "type.toml", line, sentence, hint=True)
        elif silent:
            for tag in silent:
                others = ", ".join(saying)
                sentence = f"“{path}” stands in no sentence here, though it does in {others}."
                yield Fault(folder / f"{tag}.j2", None, sentence, hint=True)


def _covers(name: str, path: str) -> bool:
    """Whether a name of a template reaches a field of the form: `event.place` prints `event.place.name`."""
    if name == path or name.startswith(f"{path}.") or path in ALIASES.get(name, ()):
        return True
    if name.endswith(".bare") and path == f"{name.removesuffix('bare')}name":
        return True
    return path.startswith(f"{name}.") and name.count("[]") == path.count("[]")


def _paths(specs: tuple[FieldSpec, ...], base: str) -> Iterator[str]:
    for spec in specs:
        path = f"{base}{spec.path}"
        inner = (*spec.fields, *(field for step in spec.steps for field in step.fields))
        if not inner:
            yield path
        yield from _paths(inner, f"{path}[].")
