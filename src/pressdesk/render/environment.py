"""The one Jinja environment: sandboxed, strict, without globals; templates are checked against the fence and marked.

Every stretch of a template's own text carries its file and line through the output, so that the trace can say which
line of which template a word comes from. What many packs say alike stands once, in `templates/shared/<tag>/`, and is
taken in by `{% include "outcomes" %}`; such a part goes through the same fence.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.environment import Template
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from pressdesk import data
from pressdesk.errors import FactsError, PackError
from pressdesk.language.language import Language, dialect
from pressdesk.language.language import load as load_language
from pressdesk.render import subset
from pressdesk.render.filters import as_words, filters_for
from pressdesk.render.house import phrases
from pressdesk.render.nodes import Node
from pressdesk.render.pack import SHARED
from pressdesk.render.words import LINE, LINE_END, Words, mark

PROBE = {"kk": "сала", "ru": "город", "en": "city", "pt": "cidade"}  # an ordinary noun to try a form on
TESTS = frozenset({"defined", "empty", "infinitive"})


class _Shared(BaseLoader):
    """The parts that an include may name: files of `templates/shared/<tag>/`, nothing else."""

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool] | None]:
        """The text of a shared part, and the name that errors and the trace call it by."""
        path = data.templates(SHARED, self.tag, f"{template}.j2")
        if not re.fullmatch("[a-z_]+", template) or not path.is_file():
            raise TemplateNotFound(template)
        return _read(path), f"{SHARED}/{self.tag}/{path.name}", None


class _Fence(ImmutableSandboxedEnvironment):
    """Jinja in which a value has no attributes but the draft's own."""

    language: Language

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Every template and every shared part goes through the fence as it is read."""
        called = filename or name or ""
        tree = super()._parse(source, name, filename)
        shared = called.startswith(f"{SHARED}/")
        subset.check(tree, called, frozenset(self.filters), TESTS, includes=not shared)
        for include in tree.find_all(nodes.Include):
            self._check_include(include, called)
        _check_features(tree, called, self.language)
        marked: nodes.Template = _Lines(called).visit(tree)
        return marked

    def _check_include(self, include: nodes.Include, called: str) -> None:
        wanted = include.template.value if isinstance(include.template, nodes.Const) else ""
        try:
            self.get_template(str(wanted))
        except TemplateNotFound:
            there = ", ".join(sorted(p.stem for p in data.templates(SHARED, self.language.tag).glob("*.j2")))
            sentence = f"there is no shared part “{wanted}”; there are: {there or 'none'}."
            raise PackError(called, include.lineno, sentence) from None
        except TemplateSyntaxError as error:
            raise PackError(error.filename or called, error.lineno, f"{error.message}.") from None

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Node):
            return obj[attribute] if attribute in obj else self.undefined(name=f"{obj.label}.{attribute}")
        if isinstance(obj, LoopContext) and attribute in subset.LOOP_NAMES:
            return getattr(obj, attribute)
        return self.undefined(name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self.getattr(obj, str(argument))

    def call(self, *args: Any, **kwargs: Any) -> Any:
        raise SecurityError("calls are not part of the template language")


class _Lines(NodeTransformer):
    """Puts file and line before each stretch of the template's own text."""

    def __init__(self, name: str) -> None:
        self.name = name

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.TemplateData:  # noqa: N802  (Jinja's name)
        """One marker a line of the template, so that a word knows its own."""
        lines = node.data.split("\n")
        out = []
        for offset, text in enumerate(lines):
            out.append(f"{LINE}{self.name}:{node.lineno + offset}{LINE_END}{text}" if text.strip() else text)
        return nodes.TemplateData("\n".join(out), lineno=node.lineno)


def _finalize(value: object) -> str:
    if isinstance(value, Node) and (value.words.atoms or not value):
        return mark(value.words)
    if isinstance(value, Words):
        return mark(value)
    if isinstance(value, str):
        return value
    raise TypeError("a list, a date, a number or a whole part of the draft cannot be printed as it is")


def environment(language: Language) -> _Fence:
    """The environment of one language: its filters, nothing else."""
    made = _Fence(
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,  # the last line of a shared part ends as it would in the pack
        autoescape=False,
        loader=_Shared(language.tag),
    )
    made.language = language
    made.globals.clear()
    made.filters.clear()
    made.filters.update(filters_for(language))
    house = phrases(language.tag)
    tests: dict[str, Callable[..., bool]] = {
        "empty": lambda value: not value,
        "infinitive": lambda value: bool(house.infinitive.match(as_words(value).plain)),
    }
    kept = {"defined": made.tests["defined"], **tests}
    made.tests.clear()
    made.tests.update(kept)
    return made


class PackTemplate:
    """One checked template of a pack."""

    def __init__(self, template: Template, name: str) -> None:
        self._template = template
        self.name = name

    def output(self, view: Mapping[str, object]) -> str:
        """The marked output for a view. PackError names the line that asks for something the draft does not have."""
        pieces: list[str] = []
        size = 0
        try:
            for piece in self._template.generate(view):
                pieces.append(piece)
                size += len(piece)
                if size > subset.MAX_OUTPUT:
                    raise PackError(
                        self.name, None, "the text grew beyond 1 MiB; the template repeats itself too often."
                    )
        except (UndefinedError, SecurityError, TypeError, AttributeError, ValueError, FactsError) as error:
            raise PackError(*_place_of(error, self.name), f"{error}.") from None
        return "".join(pieces)


def _place_of(error: Exception, name: str) -> tuple[str, int | None]:
    """The template, or the shared part of it, and the line where an error arose."""
    place: tuple[str, int | None] = (name, None)
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file == name or file.startswith(f"{SHARED}/"):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place


def load(folder: Path, tag: str, language: Language | None = None) -> PackTemplate:
    """The template of a language, read anew only when its file changed. PackError where it is missing or refused.

    `language` is the language as a house writes it; its own where none is given.
    """
    path = folder / f"{tag}.j2"
    if path.resolve().parent != folder.resolve():
        raise PackError(path, None, "a template lies in its own pack; links out of it are refused.")
    try:
        stamp = path.stat()
    except FileNotFoundError:
        raise PackError(path, None, f"this pack has no template for “{tag}”.") from None
    shared = tuple(sorted((p.name, p.stat().st_mtime_ns) for p in data.templates(SHARED, tag).glob("*.j2")))
    spoken = language or load_language(tag)
    return _load(path, stamp.st_mtime_ns, shared, (tag, spoken.variety, spoken.percent_read))


def _read(path: Path) -> str:
    if path.stat().st_size > subset.MAX_BYTES:
        raise PackError(path, None, "a template holds at most 64 KiB.")
    try:
        return path.read_text(encoding="utf-8-sig")  # an editor on Windows may put a mark in front
    except (OSError, UnicodeDecodeError):
        raise PackError(path, None, "the template cannot be read as UTF-8 text; save it anew as UTF-8.") from None


@cache
def _load(path: Path, _stamp: int, _shared: tuple[tuple[str, int], ...], spoken: tuple[str, str, str]) -> PackTemplate:
    return from_source(_read(path), f"{path.parent.name}/{path.name}", dialect(*spoken))


def tree_of(path: Path, tag: str) -> list[tuple[Path, nodes.Template]]:
    """A template as it is written, then each shared part that it takes in, with their files."""
    plain = Environment()
    tree = plain.parse(_read(path))
    found = [(path, tree)]
    for include in tree.find_all(nodes.Include):
        if isinstance(include.template, nodes.Const):
            part = data.templates(SHARED, tag, f"{include.template.value}.j2")
            found.append((part, plain.parse(_read(part))))
    return found


def from_source(source: str, name: str, language: Language) -> PackTemplate:
    """A template from its text. `name` is what errors call it."""
    fence = environment(language)
    try:
        code = fence.compile(source, name, name)
    except TemplateSyntaxError as error:
        raise PackError(name, error.lineno, f"{error.message}.") from None
    return PackTemplate(Template.from_code(fence, code, {}), name)


def _check_features(tree: nodes.Template, name: str, language: Language) -> None:
    """Refuses a form that the language does not have, at load and not in the middle of a release."""
    for node in tree.find_all(nodes.Filter):
        features = node.args[0] if node.name == "form" and node.args else None
        if isinstance(features, nodes.Const) and isinstance(features.value, str):
            try:
                language.inflector.form(PROBE.get(language.tag, "word"), features.value, {"kind": "phrase"})
            except FactsError as error:
                raise PackError(name, node.lineno, str(error)) from None
