"""The house's own rules for LanguageTool, in its own rule language. Start at `read_own_rules`.

LanguageTool reads org/languagetool/rules/<tag>/grammar_custom.xml from the class path beside its own rules, and
<tag>/<variant>/grammar-premium.xml for one variant alone (Language.getRuleFileNames, 6.8). One file that it cannot read
ends every check of that language, so each language has a folder of its own, which is left out when it is damaged.
"""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from pressdesk.data import resources

BELOW = ("org", "languagetool", "rules")
"""Where LanguageTool looks for rules on the class path."""
NAMES = ("grammar_custom.xml", "grammar-premium.xml")
"""The files that it reads there; the second one below a variant ("en-GB"). Another name is never read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule file that is left out, with all others of its language.

    Attributes:
        language: "en".
        file: the file that cannot be read.
        line: where, counted from 1; 0 where no line is to blame.
        state: which sentence of messages.tsv says it: "rules_name", "rules_damaged", "rules_refused".
    """

    language: str
    file: Path
    line: int
    state: str


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What a folder of rules holds.

    Attributes:
        folders: language to its folder for the class path; only languages whose files can all be read.
        faults: the others, the first fault of each.
    """

    folders: dict[str, Path]
    faults: tuple[Fault, ...] = ()


def own_rules_folder() -> Path:
    """The shipped rules, one folder a language."""
    return resources("languagetool", "rules")


def read_own_rules(folder: Path) -> OwnRules:
    """Looks at the rules of each language below `folder`; a folder that is not there holds none.

    Well-formed XML with a <rules> at its root, and a name that LanguageTool reads, is all that can be seen from here.
    What only LanguageTool sees, a wrong regular expression, is found at the first check (`Server.set_aside`).
    """
    folders: dict[str, Path] = {}
    faults: list[Fault] = []
    for place in sorted(path for path in folder.glob("*") if path.is_dir()):
        fault = next((f for f in (_fault(place, file) for file in sorted(place.rglob("*.xml"))) if f), None)
        if fault:
            faults.append(fault)
        else:
            folders[place.name] = place
    return OwnRules(folders, tuple(faults))


def rule_files(folder: Path, language: str) -> list[Path]:
    """The rule files of a language below `folder`, sorted: what all variants share first."""
    return sorted((folder / language).joinpath(*BELOW, language).rglob("*.xml"), key=lambda file: len(file.parts))


def _fault(place: Path, file: Path) -> Fault | None:
    language = place.name
    if file.name not in NAMES or place.joinpath(*BELOW, language) not in file.parents:
        return Fault(language, file, 0, "rules_name")
    try:
        root = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as error:
        return Fault(language, file, error.position[0], "rules_damaged")
    except (OSError, UnicodeDecodeError, LookupError):
        return Fault(language, file, 0, "rules_damaged")
    return None if root.tag == "rules" else Fault(language, file, 1, "rules_damaged")
