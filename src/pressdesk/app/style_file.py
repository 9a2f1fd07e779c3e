"""A ministry's own style file: which one holds, and switching a rule off and on in it. Start at `style_file`.

Of several places the first holds: a file that is named (`--style`), the one of the settings, style.toml in the
settings folder, else the shipped rules alone. What is switched off from the window is written into that same file,
whose comments and order stay.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressdesk.app import settings
from pressdesk.app.places import Places
from pressdesk.errors import DraftFileError, HouseError
from pressdesk.proof.languagetool.unknown import in_no_dictionary
from pressdesk.proof.style.checks import CHECKS
from pressdesk.proof.style.proofer import PREFIX
from pressdesk.proof.style.rules import HouseStyle, load
from pressdesk.proof.style.switches import BY_ID, LANGUAGETOOL, OF_LANGUAGETOOL, RULES
from pressdesk.store import atomic
from pressdesk.store.lock import held

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

NAME = "style.toml"
SPELLING = ".spelling"  # how the id of a language's own spelling ends
BEGINS = "# House style of our own; docs/house-style.md says what may stand here.\n"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rules that hold, the file they come from (None for the shipped ones alone), and what was wrong with it."""

    style: HouseStyle
    path: Path | None = None
    complaint: str = ""


def style_file(places: Places, named: str | None = None) -> Path | None:
    """The file that holds, None where the shipped rules hold alone.

    A file that is named is returned whether it is there or not, so that its absence can be said.

    Args:
        named: a path from the settings folder on, "" for style.toml there; None asks the settings.
    """
    named = settings.load(places).settings.style if named is None else named
    if named:
        return places.config / Path(named).expanduser()
    usual = places.config / NAME
    return usual if usual.exists() else None


def choose(path: Path | None) -> Chosen:
    """The rules by a file, without an error: a faulty one leaves the shipped rules, and a sentence says so.

    The file is read anew only where it has changed.
    """
    return _chosen(path, atomic.stamp(path))


@lru_cache(maxsize=4)
def _chosen(path: Path | None, _stamp: tuple[int, int]) -> Chosen:
    try:
        return Chosen(load(CHECKS, path), path)
    except HouseError as error:
        return Chosen(load(CHECKS), path, str(error))


def may_be_off(rule: str) -> bool:
    """Whether a finding's rule can be switched off: house style, a language's rules, agreement of versions.

    What the facts and the register say is put right or set aside, never switched off for good.
    """
    return rule.startswith(PREFIX) or bool(OF_LANGUAGETOOL.fullmatch(rule) or BY_ID.fullmatch(rule))


def is_offered(rule: str) -> bool:
    """Whether the window offers to switch a rule off.

    One that is the whole check of a language's spelling is not: a click on one misspelt word would silence them all.
    Whoever wants that writes it into the file.
    """
    foreign = OF_LANGUAGETOOL.fullmatch(rule)
    whole = in_no_dictionary(foreign["id"]) if foreign else rule.endswith(SPELLING)
    return may_be_off(rule) and not whole


def switched_off(places: Places, named: str | None = None) -> tuple[str, ...]:
    """The rules that the file in force switches off, as findings name them; () where it is faulty or there is none.

    A rule that is shipped as off is not among them.
    """
    return off_in(choose(style_file(places, named)))


def off_in(chosen: Chosen) -> tuple[str, ...]:
    """The rules that a file switches off, as findings name them."""
    ours = (PREFIX + rule.id for rule in chosen.style.idle if rule.id in chosen.style.own)
    return (*ours, *sorted(chosen.style.off))


def switch_off(places: Places, rule: str, *, on: bool = False, named: str | None = None) -> Path:
    """Writes into the ministry's file that a rule is off, or on again, and returns the file. HouseError says why not.

    Switching on what was switched off leaves the file as it was. A file that is not there is begun, and removed where
    nothing is left in it. The file is written whole or not at all, and by one program at a time.

    Args:
        rule: as a finding names it: "style.headline-length", "lt.en.OXFORD_SPELLING_Z_NOT_S", "kk.doubled-word".
        on: switches it on.
        named: another file than the one of the settings, as in `style_file`.
    """
    if not may_be_off(rule):
        raise HouseError(NAME, None, f"“{rule}” is no rule that can be switched off.")
    path = style_file(places, named) or places.config / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with held(path):
            _write(path, rule, on)
    except DraftFileError as error:  # its own sentence names the file
        raise HouseError(path, None, str(error).removeprefix(f"{path}: ")) from None
    except OSError as error:
        raise HouseError(path, None, f"the style file cannot be written ({error.strerror}); choose another.") from None
    return path


def _write(path: Path, rule: str, on: bool) -> None:
    import tomlkit  # only a switch writes the file; reading it takes less

    old = BEGINS
    if path.exists():
        load(CHECKS, path)  # a file that is not whole is not written to
        old = path.read_bytes().decode("utf-8-sig")
    document = tomlkit.parse(old)
    foreign = OF_LANGUAGETOOL.fullmatch(rule)
    if rule.startswith(PREFIX):
        _own_rule(document, path, rule.removeprefix(PREFIX), on)
    elif foreign:
        _listed(document, LANGUAGETOOL, foreign["tag"], foreign["id"], on)
    else:
        _listed(document, RULES, "", rule, on)
    new = tomlkit.dumps(document).rstrip("\n") + "\n"  # a table that went leaves the line above it
    if new == BEGINS:
        path.unlink(missing_ok=True)
    elif new != old or not path.exists():
        atomic.write(path, new.encode("utf-8"))


def _own_rule(document: "TOMLDocument", path: Path, name: str, on: bool) -> None:
    shipped = load(CHECKS)
    idle = {rule.id for rule in shipped.idle}
    known = idle | {rule.id for rule in shipped.rules}
    if name not in known and name not in document:
        raise HouseError(path, None, f"there is no rule “{name}”.")
    if (name in idle) is not on:  # as it is shipped
        _taken_out(document, name, "off")
    else:
        _table(document, name)["off"] = not on


def _listed(document: "TOMLDocument", name: str, tag: str, rule: str, on: bool) -> None:
    """A rule put into the list `off` of a reserved table, or taken out; `tag` is the language whose list it is."""
    table = document.get(name, {})
    lists = table.get("off", {}) if tag else table
    key = tag or "off"
    if on:
        if rule in lists.get(key, ()):
            lists[key].remove(rule)
            if not lists[key]:
                _taken_out(document, name, *(["off", tag] if tag else ["off"]))
        return
    if key in lists:
        if rule not in lists[key]:
            lists[key].append(rule)
    elif "off" in table:
        lists[key] = [rule]
    else:
        import tomlkit

        _table(document, name).append(tomlkit.key(["off", tag] if tag else "off"), [rule])


def _table(document: "TOMLDocument", name: str) -> Any:
    import tomlkit

    if name not in document:
        document[name] = tomlkit.table()
    return document[name]


def _taken_out(document: "TOMLDocument", *keys: str) -> None:
    """Takes out the value that lies below these keys, and every table that is empty without it."""
    levels: list[Any] = [document]
    for key in keys[:-1]:
        if key not in levels[-1]:
            return
        levels.append(levels[-1][key])
    for level, key in zip(reversed(levels), reversed(keys), strict=True):
        if key in level and (key == keys[-1] or not level[key]):
            del level[key]
