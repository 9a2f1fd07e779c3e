"""A template pack: a folder with `type.toml` and one `<tag>.j2` a language. Loading it checks it.

Unknown keys, unknown kinds of field and paths that lead nowhere in the facts are errors with the file's name: a press
officer who edits a pack learns at once what is wrong.
"""

import tomllib
import typing
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pressdesk import data
from pressdesk.errors import PackError
from pressdesk.model.codec import keys
from pressdesk.model.facts import Facts, Step
from pressdesk.model.fields import FieldKind, FieldSpec, Option, ReleaseType, Section, StepSpec
from pressdesk.model.paths import parse

LAST = 100  # the place of a release type that names none
SHARED = "shared"  # the folder of templates/ that is no pack: what many packs have alike
ORDER = ("kk", "ru", "en", "pt")  # the order of a ministry's page: state language first
_TYPE_KEYS = {"title", "icon", "order", "ahead", "section", "default"}
_SECTION_KEYS = {"id", "icon", "title", "group", "field"}
_USE_KEYS = _SECTION_KEYS | {"use", "only", "required", "optional"}
_SHARED_KEYS = {"section"}
_FIELD_KEYS = {"path", "kind", "label", "hint", "required", "register", "option", "field", "step", "title", "add"}
_STEP_KEYS = {"kind", "icon", "title", "field"}


@cache
def load_type(folder: Path) -> ReleaseType:
    """Reads `type.toml` of a pack. PackError names the file and what is wrong in it."""
    path = folder / "type.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError(path, None, "this pack has no type.toml; every pack needs one.") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(path, None, f"this is not valid TOML: {error}.") from None
    reader = _TypeReader(path, _shared_sections(folder.parent / SHARED / "sections.toml"))
    reader.only(raw, _TYPE_KEYS, "the pack")
    found = {p.stem for p in folder.glob("*.j2")}
    languages = (*(tag for tag in ORDER if tag in found), *sorted(found - set(ORDER)))
    return ReleaseType(
        id=folder.name,
        label=reader.text(raw, "title", "the pack"),
        icon=str(raw.get("icon", "newspaper")),
        order=int(raw.get("order", LAST)),
        ahead=bool(raw.get("ahead", False)),
        languages=languages,
        # the facts first, then what is about the text, as the rail shows them
        sections=tuple(sorted(map(reader.section, raw.get("section", [])), key=lambda s: s.group != "facts")),
        defaults={str(k): str(v) for k, v in raw.get("default", {}).items()},
    )


def packs() -> tuple[ReleaseType, ...]:
    """All shipped release types, in the order that they say, then by folder name."""
    folders = sorted(p for p in data.templates().iterdir() if (p / "type.toml").is_file())
    return tuple(sorted(map(load_type, folders), key=lambda kind: kind.order))


def pack_folder(kind: str) -> Path:
    """The folder of a release type. PackError where there is none, with the names that exist."""
    if kind not in {path.parent.name for path in data.templates().glob("*/type.toml")}:
        known = ", ".join(p.id for p in packs())
        raise PackError("type", None, f"“{kind}” is not a release type of this PressDesk; there are: {known}.")
    return data.templates(kind)


@cache
def _shared_sections(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """The sections that packs may take over, by id; none where there is no such file. Read once for all packs."""
    if not path.is_file():
        path = data.templates(SHARED, "sections.toml")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise PackError(path, None, f"this is not valid TOML: {error}.") from None
    reader = _TypeReader(path, {})
    reader.only(raw, _SHARED_KEYS, "the shared sections")
    for section in raw.get("section", []):
        reader.section(section)  # each is whole in itself
    return {str(section["id"]): section for section in raw.get("section", [])}


class _TypeReader:
    def __init__(self, path: Path, shared: Mapping[str, Mapping[str, Any]]) -> None:
        self.path = path
        self.shared = shared

    def fail(self, sentence: str) -> PackError:
        return PackError(self.path, None, sentence)

    def only(self, raw: Mapping[str, Any], known: set[str], where: str) -> None:
        for key in raw:
            if key not in known:
                raise self.fail(f"{where}: the key “{key}” is not known; known are {', '.join(sorted(known))}.")

    def text(self, raw: Mapping[str, Any], key: str, where: str, required: bool = True) -> dict[str, str]:
        value = raw.get(key, {})
        if not isinstance(value, dict) or (required and not value):
            raise self.fail(f"{where}: “{key}” must be a text by language, {{ kk = “…”, ru = “…”, en = “…” }}.")
        return {str(k): str(v) for k, v in value.items()}

    def section(self, raw: Mapping[str, Any]) -> Section:
        if "use" in raw:
            raw = self.taken_over(raw)
        where = f"section {raw.get('id', '?')}"
        self.only(raw, _SECTION_KEYS, where)
        return Section(
            id=str(raw["id"]),
            icon=str(raw.get("icon", "file-text")),
            label=self.text(raw, "title", where),
            group=str(raw.get("group", "facts")),
            fields=tuple(self.field(f, Facts) for f in raw.get("field", [])),
        )

    def taken_over(self, raw: Mapping[str, Any]) -> Mapping[str, Any]:
        """A shared section with what this pack says otherwise.

        `only` names the fields that are kept and their order, `required` and `optional` change what must be given; a
        field of the pack's own takes the place of the shared one with its path, or comes after them.
        """
        where = f"section {raw['use']}"
        self.only(raw, _USE_KEYS, where)
        if raw["use"] not in self.shared:
            raise self.fail(f"{where}: there is no such shared section; there are {', '.join(sorted(self.shared))}.")
        base = self.shared[raw["use"]]
        fields = {str(f["path"]): dict(f) for f in base.get("field", [])}
        for name in ("only", "required", "optional"):
            for path in raw.get(name, []):
                if path not in fields:
                    raise self.fail(f"{where}: “{name}” names “{path}”; the section has {', '.join(sorted(fields))}.")
        if "only" in raw:
            fields = {path: fields[path] for path in raw["only"]}
        for path in raw.get("required", []):
            fields[path]["required"] = True
        for path in raw.get("optional", []):
            fields[path]["required"] = False
        for own in raw.get("field", []):
            fields[str(own.get("path", "?"))] = own
        own_keys = {key: value for key, value in raw.items() if key in _SECTION_KEYS}
        return {**base, **own_keys, "field": list(fields.values())}

    def field(self, raw: Mapping[str, Any], root: Any) -> FieldSpec:
        where = f"field {raw.get('path', '?')}"
        self.only(raw, _FIELD_KEYS, where)
        try:
            kind = FieldKind(raw.get("kind", "text"))
        except ValueError:
            known = ", ".join(k.value for k in FieldKind)
            raise self.fail(f"{where}: the kind “{raw.get('kind')}” is not known; known are {known}.") from None
        inner = self.follow(str(raw["path"]), root, where)
        return FieldSpec(
            path=str(raw["path"]),
            kind=kind,
            label=self.text(raw, "label", where),
            hint=self.text(raw, "hint", where, required=False),
            required=bool(raw.get("required", False)),
            register=str(raw.get("register", "")),
            options=tuple(
                Option(value=str(o["value"]), label=self.text(o, "label", where)) for o in raw.get("option", [])
            ),
            fields=tuple(self.field(f, inner) for f in raw.get("field", [])),
            steps=tuple(self.step(s) for s in raw.get("step", [])),
            title=tuple(raw.get("title", ())),
            add=self.text(raw, "add", where, required=False),
        )

    def step(self, raw: Mapping[str, Any]) -> StepSpec:
        where = f"step {raw.get('kind', '?')}"
        self.only(raw, _STEP_KEYS, where)
        return StepSpec(
            kind=str(raw["kind"]),
            icon=str(raw.get("icon", "flag")),
            label=self.text(raw, "title", where),
            fields=tuple(self.field(f, Step) for f in raw.get("field", [])),
        )

    def follow(self, path: str, root: Any, where: str) -> Any:
        """The type at the end of a path; for a list the type of its items."""
        here = root
        for part in parse(path):
            if not is_dataclass(here) or part not in keys(here):
                raise self.fail(f"{where}: the facts have no “{part}” there.")
            here = keys(here)[str(part)][1]
            if typing.get_origin(here) is tuple:
                here = typing.get_args(here)[0]
        return here
